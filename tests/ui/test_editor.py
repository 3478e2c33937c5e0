"""The page Edit case: what is typed counts at once, what is wrong is told at its place, and nothing is lost."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from colocate.analysis.deciding.decisive import deciding
from colocate.analysis.deciding.leading_levers import leading_levers
from colocate.casefile.editing.outline import parts
from colocate.casefile.editing.typed import shown
from colocate.casefile.faults import path_of
from colocate.model.evaluate import futures_of
from colocate.model.totals import HEADLINE
from colocate.ui import state
from colocate.ui.editor.holding import EDITINGS, PART
from colocate.ui.editor.rows import with_edits
from colocate.ui.opened import OWN, SCENARIOS
from tests.casefile.editing.walking import opened
from tests.model.test_influence import hold_to_the_last_bit
from tests.ui.test_pages import headline, is_fine, started, texts, turned

RENT = ("options", 2, "lease", "renewal", "rent")


def editor(case: str = "hanoi", part: Any = (), **parameters: str) -> AppTest:
    """The page, at a part of a case."""
    app = started(case=case, **parameters)
    app.session_state[PART] = part
    return turned(app, "editor")


def at_part(app: AppTest, *part: Any) -> AppTest:
    app.session_state[PART] = part
    return app.run()


def box(app: AppTest, *steps: Any) -> Any:
    key = f"edit {path_of(steps)}"
    return next(one for one in (*app.text_input, *app.text_area, *app.selectbox) if one.key == key)


def type_in(app: AppTest, steps: Any, text: Any) -> AppTest:
    return box(app, *steps).set_value(text).run()


def press(app: AppTest, key: str) -> AppTest:
    return app.button(key=key).click().run()


def said(app: AppTest) -> str:
    return " ".join(texts(app))


def own_text(app: AppTest) -> str:
    return str(app.session_state[OWN].text)


@pytest.mark.slow
@pytest.mark.parametrize("case", ["hanoi", "national-coordinator"])
def test_every_part_can_be_shown(case: str) -> None:
    app = editor(case)
    every = parts(opened(case))
    for part in every[:: max(1, len(every) // 25)]:
        app = at_part(app, *part.steps)
        is_fine(app)
        assert len(app.text_input) + len(app.selectbox) + len(app.button) > 4


def test_every_figure_of_hanoi_has_its_box_on_the_page() -> None:
    """All 165 are shown with what the case says of them, ready to be typed over."""
    editing = opened("hanoi")
    assert editing.good is not None
    case = editing.good.case
    assert len(case.quantities) == 165
    parts_of: dict[Any, list[Any]] = {}
    for path in case.quantities:
        place = case.places_of[path][0]
        parts_of.setdefault(place[:-2] if isinstance(place[-1], int) else place[:-1], []).append(place)
    app, found = editor(), 0
    for part, places in parts_of.items():
        app = at_part(app, *part)
        keys = {one.key: one.value for one in app.text_input}
        for place in places:
            spot = editing.map.spot(place)
            assert spot is not None
            assert keys[f"edit {path_of(place)}"] == shown(spot.written)
            found += 1
    assert found == 165


def test_a_figure_that_is_typed_counts_at_once_on_every_page() -> None:
    app = editor(part=RENT[:-1])
    assert box(app, *RENT).value == "0, 10, 35"
    assert "is an example" in said(app)
    type_in(app, RENT, "0, 0.5, 1")
    is_fine(app)
    assert box(app, *RENT).value == "0, 0.5, 1"
    assert app.query_params["case"] == "upload"
    assert "low = 0, mode = 0.5, high = 1" in own_text(app)
    assert "# How to read the sources" in own_text(app), "comments stay"
    assert "What you change here counts at once" in said(app)
    before = headline(started())
    assert headline(turned(app, "decision")) != before
    assert "0 to 1" in said(turned(app, "figures"))


def test_what_cannot_be_read_is_kept_with_the_reason_and_asked_where_it_is_not_clear() -> None:
    app = editor(part=RENT[:-1])
    type_in(app, RENT, "about ten")
    is_fine(app)
    assert box(app, *RENT).value == "about ten"
    assert "is no figure" in said(app)
    assert OWN not in app.session_state, "nothing has changed"
    at_part(app, "options", 0)
    at_part(app, *RENT[:-1])
    assert box(app, *RENT).value == "about ten", "another part does not lose it"
    type_in(app, RENT, "1,234")
    assert "can be read in two ways" in said(app)
    press(app, f"reading 1.234 edit {path_of(RENT)}")
    is_fine(app)
    assert box(app, *RENT).value == "1.234"
    assert "mode = 1.234" in own_text(app)


def test_a_fault_is_told_at_its_field_and_the_last_good_result_stays() -> None:
    app = editor(part=RENT[:-1])
    type_in(app, RENT, "60 to 20")
    is_fine(app)
    assert "1 thing to mend" in " ".join(one.value for one in app.warning)
    assert "above high" in said(app)
    assert OWN not in app.session_state
    type_in(app, RENT, "20 to 60")
    assert not app.warning
    assert "low = 20, high = 60" in own_text(app)


def test_undo_and_redo_and_the_way_to_another_page_and_back() -> None:
    app = editor(part=RENT[:-1])
    type_in(app, RENT, "20 to 60")
    type_in(app, RENT, "x")
    turned(app, "money")
    turned(app, "editor")
    assert box(app, *RENT).value == "x"
    press(app, "undo")
    assert box(app, *RENT).value == "20 to 60"
    press(app, "undo")
    assert box(app, *RENT).value == "0, 10, 35"
    is_fine(app)
    press(app, "redo")
    assert box(app, *RENT).value == "20 to 60"
    assert "low = 20, high = 60" in own_text(app)


def test_an_option_is_copied_moved_and_removed() -> None:
    app = editor(part=("options", 2))
    press(app, "copy options[2]")
    is_fine(app)
    assert app.session_state[PART] == ("options", 3)
    assert 'id = "move-2"' in own_text(app)
    press(app, "move -1 options[3]")
    assert app.session_state[PART] == ("options", 2)
    press(app, "remove options[2]")
    is_fine(app)
    assert 'id = "move-2"' not in own_text(app)


def test_who_names_a_part_is_told_before_it_goes() -> None:
    app = editor(part=("options", 0))
    press(app, "remove options[0]")
    assert "It is named by" in app.warning[0].value
    assert OWN not in app.session_state
    press(app, "keep options[0]")
    assert not app.warning
    press(app, "remove options[0]")
    press(app, "really options[0]")
    is_fine(app)
    assert "to mend" in " ".join(one.value for one in app.warning)
    press(app, "undo")
    assert not app.warning


def test_a_cost_is_added_and_asks_for_what_is_not_known() -> None:
    app = editor(part=("options", 0, "running"))
    count = len(opened("hanoi").document["options"][0]["running"])
    press(app, "add options[0].running")
    here = ("options", 0, "running", count)
    assert app.session_state[PART] == here
    is_fine(app)
    assert "is missing" in said(app)
    type_in(app, (*here, "category"), "cleaning")
    type_in(app, (*here, "amount"), "1000 to 2000")
    assert not app.warning
    is_fine(app)
    assert "No source given yet" in said(app)


def test_a_part_that_may_be_left_out_is_added_and_taken_out() -> None:
    app = editor(part=("options", 1, "lease"))
    app.selectbox(key="add to options[1].lease").select("subsidy").run()
    assert app.session_state[PART] == ("options", 1, "lease", "subsidy")
    is_fine(app)
    press(app, "remove options[1].lease.subsidy")
    is_fine(app)
    assert not app.warning


def test_source_quality_and_shape_of_a_figure() -> None:
    app = editor(part=RENT[:-1])
    key = f"edit {path_of(RENT)}"
    press(app, f"open {key}")
    app.text_area(key=f"source {key}").set_value("A letter").run()
    app.selectbox(key=f"quality {key}").set_value("estimated").run()
    app.selectbox(key=f"shape {key}").set_value("uniform").run()
    app.text_input(key=f"hold {key}").set_value("18").run()
    is_fine(app)
    assert "A letter" in next(one.value for one in app.caption if one.value.startswith("estimated"))
    assert 'shape = "uniform", settled = 18' in own_text(app).replace(".0", "")


def test_moved_levers_are_written_in_with_the_first_change() -> None:
    app = editor(part=("discounting",), **{"discounting.rate": "4"})
    assert "is moved at the side" in app.info[0].value
    type_in(app, ("discounting", "timing"), "end")
    assert not app.info
    assert "settled = 4" in own_text(app)
    assert 'timing = "end"' in own_text(app)
    press(app, "undo")
    assert 'timing = "mid"' in own_text(app)
    press(app, "undo")
    assert "settled" not in own_text(app)


def test_constituents_are_pasted_from_a_spreadsheet() -> None:
    app = editor(part=("access",))
    rows = len(opened("hanoi").good.case.constituents)  # type: ignore[union-attr]
    app.session_state["paste rows"] = True
    app.run()
    app.text_area(key="pasted rows").set_value("New union\tworkers\t21,03\t105,8\t4\t2").run()
    press(app, "add pasted")
    is_fine(app)
    case = app.session_state[OWN].case
    assert len(case.constituents) == rows + 1
    assert case.constituents[-1].latitude == 21.03
    app.text_area(key="pasted rows").set_value("Half a union\tworkers\tx").run()
    press(app, "add pasted")
    assert "to mend" in app.warning[0].value
    press(app, "undo")
    assert len(app.session_state[OWN].case.constituents) == rows + 1


def test_edits_of_the_table_become_rows() -> None:
    base = [{"name": "a", "group": "g"}, {"name": "b", "group": "g"}]
    edits = {
        "edited_rows": {"0": {"name": "A"}, 1: {"group": None}},
        "deleted_rows": [],
        "added_rows": [{"name": "c"}, {}],
    }
    assert with_edits(base, edits) == [
        {"name": "A", "group": "g"},
        {"name": "b", "group": ""},
        {"name": "c", "group": ""},
    ]
    assert with_edits(base, {"deleted_rows": [0]}) == base[1:]


def test_two_cases_are_changed_apart() -> None:
    app = editor(part=RENT[:-1])
    type_in(app, RENT, "x")
    app.radio(key="case").set_value("national-coordinator").run()
    is_fine(app)
    assert len(app.session_state[EDITINGS]) == 2
    app.radio(key="case").set_value("hanoi").run()
    at_part(app, *RENT[:-1])
    assert box(app, *RENT).value == "x"


def test_what_an_edit_leaves_alone_is_as_if_all_were_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The options that a figure does not touch are kept from before; the result is the same to the last bit."""
    kept: list[tuple[str, ...]] = []

    def watched(case: Any, *given: Any, known: Any = (), **more: Any) -> Any:
        kept.append(tuple(one.id for one in known))
        return futures_of(case, *given, known=known, **more)

    monkeypatch.setattr(state, "futures_of", watched)
    app = editor(part=RENT[:-1])
    for text in ("1, 11, 34", "2, 12, 33"):
        type_in(app, RENT, text)
        assert kept[-1] == ("stay", "stay-renegotiated")
        own = app.session_state[OWN]
        shown = state.SHELF.find((state.FUTURES, own.key, (), app.session_state[state.SCENE].draws))
        hold_to_the_last_bit(shown, futures_of(own.case, shown.draws))
    type_in(at_part(app), ("horizon_years",), "12")
    assert kept[-1] == (), "with another form all is worked out"


def test_the_levers_keep_their_place_while_the_case_is_edited_and_are_right_on_another_page() -> None:
    app = editor(part=RENT[:-1])
    first = [one.key.split(" ", 2)[2] for one in app.slider]
    type_in(app, RENT, "0 to 0.1")
    assert [one.key.split(" ", 2)[2] for one in app.slider] == first
    turned(app, "decision")
    here = app.session_state[state.SCENE]
    drawn = state.SHELF.find((state.FUTURES, here.source.key, (), here.draws))
    right = leading_levers(drawn, HEADLINE, deciding(drawn, HEADLINE))
    assert [one.key.split(" ", 2)[2] for one in app.slider] == list(right)


def test_what_an_option_needs_and_does_not_have_is_told_on_its_part() -> None:
    app = editor(part=("options",))
    press(app, "add options")
    assert app.session_state[PART] == ("options", 3)
    told = said(app)
    assert "Place: This is missing." in told
    app.selectbox(key="add to options[3]").select("place").run()
    assert app.session_state[PART] == ("options", 3, "place")
    type_in(app, ("options", 3, "place", "latitude"), "21.03")
    type_in(app, ("options", 3, "place", "longitude"), "105.83")
    at_part(app, "options", 3, "lease")
    type_in(app, ("options", 3, "lease", "tenure"), "owned")
    is_fine(app)
    assert not app.warning
    assert len(app.session_state[OWN].case.options) == 4


def test_scenarios_go_along_with_the_case_as_far_as_they_fit() -> None:
    app = editor(part=RENT[:-1])
    key = app.session_state[state.SCENE].source.key
    kept = {"Dear": {"options[move].lease.renewal.rent": 30.0}, "Gone": {"office.nothing": 1.0}}
    app.session_state[SCENARIOS] = {key: dict(kept)}
    type_in(app, RENT, "1 to 30")
    found = app.session_state[SCENARIOS][app.session_state[OWN].key]
    assert found == {"Dear": kept["Dear"]}
    press(app, "undo")
    assert app.session_state[SCENARIOS][app.session_state[OWN].key]["Dear"] == kept["Dear"]
