"""Original beside mine: the strip, scenarios kept in the session, and the link that opens one elsewhere."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

import colocate
from colocate.analysis.scenarios import compared
from colocate.casefile.changing import change
from colocate.casefile.reading import load_case
from colocate.ui import state
from colocate.words.numbers import shown
from tests.ui.test_pages import DATA, HOSTILE, headline, is_fine, lever_key, opened, started, texts, turned, version

RENT = "options[move].lease.renewal.rent"
KEY = lever_key(RENT)
FOLD = "scenario fold"


def moved(app: AppTest, value: float) -> AppTest:
    return app.slider(key=KEY).set_value(value).run()


def kept_as(app: AppTest, name: str) -> AppTest:
    """Keep what is shown under a name."""
    app.session_state[FOLD] = True
    app.run()
    app.text_input(key="scenario name").set_value(name)
    return app.button(key="keep scenario").click().run()


def strip(app: AppTest) -> str:
    """The words of the strip's table and sentences; empty where there is none."""
    return " ".join(text for text in texts(app) if "Original beside mine" in text or "(before: " in text)


def choice(app: AppTest) -> dict[str, str]:
    """What the choice of scenarios offers, the one shown first."""
    box = app.selectbox(key="scenario shown")
    return {"shown": box.format_func(box.value), "offered": ", ".join(box.options)}


def link(app: AppTest) -> dict[str, str]:
    """The parameters of the link that can be copied."""
    return dict(parse_qsl(urlsplit(app.code[0].value).query))


def test_nothing_is_said_while_nothing_is_changed() -> None:
    app = started()
    assert not strip(app)
    assert not [one for one in app.selectbox if one.key == "scenario shown"]


@pytest.mark.parametrize("case", ["hanoi", "national-coordinator", "regional-office"])
def test_the_strip_shows_both_expected_costs_odds_and_access(case: str) -> None:
    before = load_case(DATA / f"{case}.toml")
    lever = next(one for one in before.quantities.values() if one.lever and one.low < one.high)
    app = started(case=case, **{lever.path: f"{lever.high:.12g}"})
    is_fine(app)
    after = change(before, {lever.path: lever.high})
    found = compared(colocate.evaluate(before, 2048), colocate.evaluate(after, 2048))
    said = strip(app)
    for option in found.options:
        for standing in (option.before, option.after):
            assert f"{shown(standing.cost):,.0f}" in said
            if standing.access is not None:
                assert f"{standing.access:.0f}" in said
    assert f"Expected cost, {before.currency}" in said
    assert " → " in said


def test_a_switch_turned_is_a_change_too() -> None:
    app = opened(started())
    toggle = next(one for one in app.toggle if str(one.key).startswith(lever_key("back_office[ict]")))
    toggle.set_value(not toggle.value).run()
    assert "ICT: not joined (before: joined)" in strip(app) or "ICT: joined (before: not joined)" in strip(app)


def test_the_strip_counts_what_is_chosen_at_the_side() -> None:
    app = moved(started(), 0.0)
    agency = strip(app)
    app.selectbox(key="book").set_value("everyone").run()
    assert strip(app) != agency


def test_scenarios_are_kept_switched_renamed_and_removed() -> None:
    app = kept_as(moved(started(), 0.0), "Signed at nothing")
    is_fine(app)
    first = headline(app)
    assert choice(app)["shown"] == "Signed at nothing"
    moved(app, 35.0)
    assert choice(app)["shown"] == "Signed at nothing, changed since"
    kept_as(app, "Market rent")
    assert choice(app)["offered"] == "Original: as the case has it, Signed at nothing, Market rent"
    app.selectbox(key="scenario shown").set_value("=Signed at nothing").run()
    assert app.slider(key=KEY).value == 0.0
    assert headline(app) == first
    app.text_input(key="scenario name").set_value("Nothing to pay")
    app.button(key="rename scenario").click().run()
    assert choice(app)["offered"] == "Original: as the case has it, Nothing to pay, Market rent"
    app.button(key="remove scenario").click().run()
    assert choice(app) == {
        "shown": "Mine, not kept yet",
        "offered": "Original: as the case has it, Market rent, Mine, not kept yet",
    }
    app.selectbox(key="scenario shown").set_value("").run()
    assert headline(app) == headline(started())
    assert not app.query_params
    assert choice(app)["shown"] == "Original: as the case has it", "the others can still be chosen"
    is_fine(turned(app, "figures"))


def test_a_scenario_without_a_name_gets_a_number() -> None:
    app = kept_as(moved(started(), 0.0), "  ")
    assert choice(app)["shown"] == "1"


def test_a_link_opens_the_same_scenario_in_a_new_session() -> None:
    app = kept_as(moved(started(), 0.0), "Signed at nothing")
    app.selectbox(key="book").set_value("un family").run()
    parameters = link(app)
    assert parameters == {"case": "hanoi", "book": "un-family", "name": "Signed at nothing", RENT: "0"} | version()
    again = started(**parameters)
    assert not again.warning
    assert headline(again) == headline(app)
    assert strip(again) == strip(app)
    assert choice(again)["shown"] == "Signed at nothing"


def test_scenarios_belong_to_their_case() -> None:
    app = kept_as(moved(started(), 0.0), "Signed at nothing")
    app.radio(key="case").set_value("regional-office").run()
    is_fine(app)
    assert not strip(app)
    app.radio(key="case").set_value("hanoi").run()
    assert choice(app)["offered"] == "Original: as the case has it, Signed at nothing"


def test_a_hostile_name_is_shown_as_it_is_written() -> None:
    app = started(**{RENT: "0", "name": HOSTILE})
    is_fine(app)
    assert len(app.session_state[state.CHOICE].name) <= 60
    assert not any("<script>alert" in one.proto.body for one in app.get("html"))
