"""What each action does to a case: a figure typed, a record added, repeated, moved, removed; and nothing besides."""

from __future__ import annotations

from typing import Any

import pytest

from colocate.casefile.changing import change
from colocate.casefile.editing import actions
from colocate.casefile.editing.places import FIGURES
from colocate.casefile.editing.renaming import users_of
from colocate.casefile.editing.state import Editing, begin, redo, undo
from colocate.casefile.editing.typed import shown
from colocate.casefile.editing.written import found_in
from colocate.casefile.faults import path_of
from colocate.casefile.fields import fields_of
from colocate.casefile.template import template_text
from tests.casefile.editing.walking import opened, spots

RENT = ("options", 2, "lease", "renewal", "rent")
"""The rent after the free years in Hanoi's house: a figure of its own."""

OWN_RENT = ("options", 0, "lease", "rent")
"""The rent that the office pays: a shared figure."""


@pytest.fixture(scope="module")
def hanoi() -> Editing:
    return opened("hanoi")


def at(editing: Editing, steps: Any) -> Any:
    return found_in(editing.document, steps)


def test_a_figure_keeps_its_unit_source_and_quality(hanoi: Editing) -> None:
    before = at(hanoi, RENT)
    typed = actions.type_at(hanoi, RENT, "5, 12,5, 30")
    assert at(typed, RENT) == {**before, "low": 5, "mode": 12.5, "high": 30}
    assert typed.is_good
    assert typed.good is not None
    assert typed.good.case.quantities["options[move].lease.renewal.rent"].high == 30
    assert typed.text.replace("low = 5, mode = 12.5, high = 30", "low = 0, mode = 10, high = 35") == hanoi.text
    ends = actions.type_at(hanoi, RENT, "5 to 30 USD per m2 per year")
    assert at(ends, RENT)["shape"] == "uniform"
    assert "mode" not in at(ends, RENT)
    assert at(ends, RENT)["unit"] == "USD/m2/year"
    assert shown(at(ends, RENT)) == "5 to 30"
    one = actions.type_at(hanoi, RENT, "18")
    assert at(one, RENT)["mode"] == 18
    assert not {"low", "high", "shape"} & set(at(one, RENT))
    assert all(one.is_good for one in (ends, one))


def test_a_shared_figure_changes_wherever_it_is_used_or_becomes_ones_own(hanoi: Editing) -> None:
    assert at(hanoi, OWN_RENT) == "shared.rent_today"
    typed = actions.type_at(hanoi, OWN_RENT, "20, 22, 30")
    assert at(typed, OWN_RENT) == "shared.rent_today"
    assert at(typed, ("shared", "rent_today"))["mode"] == 22
    own = actions.own_figure(hanoi, OWN_RENT)
    assert at(own, OWN_RENT) == at(hanoi, ("shared", "rent_today"))
    assert own.is_good
    again = actions.type_at(own, OWN_RENT, "shared.market_rent")
    assert at(again, OWN_RENT) == "shared.market_rent"
    assert again.is_good
    nothing = actions.type_at(hanoi, OWN_RENT, "shared.nothing")
    assert "there is no" in str(nothing.typed[OWN_RENT].told)


def test_a_shared_figure_that_nothing_uses_any_more_goes_too_and_comes_back(hanoi: Editing) -> None:
    uses = hanoi.map.uses["holdover"]
    editing = hanoi
    for use in uses:
        editing = actions.leave_out(editing, use)
    assert at(editing, ("shared", "holdover")) is None
    assert editing.is_good
    for _ in uses:
        editing = undo(editing)
    assert editing.text == hanoi.text


def test_what_is_no_figure_is_kept_as_typed_and_changes_nothing(hanoi: Editing) -> None:
    typed = actions.type_at(hanoi, RENT, "about 18")
    assert typed.typed[RENT].text == "about 18"
    assert "is no figure" in str(typed.typed[RENT].told)
    assert typed.text == hanoi.text
    assert typed.is_good
    asked = actions.type_at(typed, RENT, "1,234")
    assert asked.typed[RENT].readings == ("1234", "1.234")
    chosen = actions.type_at(asked, RENT, asked.typed[RENT].readings[1])
    assert not chosen.typed
    assert at(chosen, RENT)["mode"] == 1.234
    assert undo(undo(chosen)).typed[RENT].text == "about 18"


def test_a_change_at_fault_is_kept_and_the_last_good_case_stays(hanoi: Editing) -> None:
    typed = actions.type_at(hanoi, RENT, "30 to 5")
    assert [fault.path for fault in typed.faults_at(RENT)] == [f"{path_of(RENT)}.low"]
    assert typed.good is hanoi.good
    later = actions.type_at(typed, ("title",), "Another title")
    assert not later.is_good
    mended = actions.type_at(later, RENT, "5 to 30")
    assert mended.is_good
    assert mended.good is not None
    assert mended.good.case.title == "Another title"


def test_parts_of_a_figure(hanoi: Editing) -> None:
    editing = actions.set_part(hanoi, RENT, "source", "The landlord's letter of May 2018")
    editing = actions.set_part(editing, RENT, "quality", "estimated")
    editing = actions.set_part(editing, RENT, "lever", False)
    editing = actions.set_part(editing, RENT, "shape", "normal")
    expected = {**at(hanoi, RENT), "source": "The landlord's letter of May 2018", "quality": "estimated"}
    assert at(editing, RENT) == {key: one for key, one in expected.items() if key not in ("mode", "lever")} | {
        "shape": "normal"
    }
    assert editing.is_good
    held = actions.hold_at(hanoi, RENT, "18")
    assert at(held, RENT)["settled"] == 18
    assert "settled" not in at(actions.hold_at(held, RENT, ""), RENT)
    assert (*RENT, "settled") in actions.hold_at(hanoi, RENT, "x").typed
    month = ("options", 2, "move", "month")
    told = actions.set_part(hanoi, month, "source", "Plan")
    assert at(told, month) == {"mode": 9, "unit": "month", "source": "Plan", "quality": "exact"}
    assert at(actions.type_at(hanoi, month, "12"), month) == 12
    guessed = at(actions.type_at(hanoi, month, "6 to 12"), month)
    assert (guessed["quality"], guessed["source"]) == ("assumed", actions.NO_SOURCE)


def test_a_figure_that_is_new_says_that_it_has_no_source_yet(hanoi: Editing) -> None:
    steps = ("options", 0, "lease", "rent_free_months")
    typed = actions.type_at(hanoi, steps, "2, 3, 6")
    assert at(typed, steps) == {
        "low": 2, "mode": 3, "high": 6, "unit": "month", "source": actions.NO_SOURCE, "quality": "assumed",
    }  # fmt: skip
    assert typed.is_good


def test_a_figure_by_year(hanoi: Editing) -> None:
    steps = ("drivers", 0, "growth")
    twice = actions.by_year(hanoi, steps)
    assert at(twice, steps) == [at(hanoi, steps)] * 2
    typed = actions.type_at(twice, (*steps, 1), "4")
    assert at(typed, steps)[1]["mode"] == 4
    assert typed.is_good
    assert len(at(actions.leave_out(typed, (*steps, 0)), steps)) == 1


def test_other_kinds_of_fields(hanoi: Editing) -> None:
    for steps, text, value in (
        (("horizon_years",), "20", 20),
        (("illustrative",), "yes", True),
        (("discounting", "timing"), "end", "end"),
        (("title",), " New ", "New"),
        (("summary",), "one\ntwo", "one\ntwo"),
    ):
        typed = actions.type_at(hanoi, steps, text)
        assert at(typed, steps) == value
        assert typed.is_good
    date = actions.type_at(hanoi, ("decision_date",), "1.11.2018")
    assert str(at(date, ("decision_date",))) == "2018-11-01"
    for steps, text in ((("horizon_years",), "x"), (("decision_date",), "1/2/2018"), (("illustrative",), "perhaps")):
        typed = actions.type_at(hanoi, steps, text)
        assert typed.typed[steps].told
        assert typed.document == hanoi.document
    assert at(actions.choose_at(hanoi, ("discounting", "timing"), "start"), ("discounting", "timing")) == "start"
    assert at(actions.choose_at(hanoi, ("discounting", "timing"), None), ("discounting", "timing")) is None
    assert actions.type_at(hanoi, ("nowhere", 3), "x") is hanoi


def test_an_option_is_repeated_under_names_of_its_own_and_moved_and_removed(hanoi: Editing) -> None:
    copied = actions.copy(hanoi, ("options", 2))
    assert copied.is_good, copied.faults
    one, two = at(copied, ("options", 2)), at(copied, ("options", 3))
    assert (two["id"], two["name"]) == ("move-2", f"{one['name']} 2")
    assert {**two, "id": one["id"], "name": one["name"], "short": one.get("short")} == one
    up = actions.move(copied, ("options", 3), -1)
    assert at(up, ("options", 2)) == two
    assert up.is_good
    back = actions.remove(up, ("options", 2))
    assert back.document == hanoi.document
    assert back.good is not None
    assert hanoi.good is not None
    assert back.good.case == hanoi.good.case
    assert back.text == hanoi.text
    assert actions.move(hanoi, ("options", 0), -1) is hanoi


def test_who_names_a_record_is_told_before_it_is_removed(hanoi: Editing) -> None:
    users = {path_of(one) for one in users_of(hanoi.map, ("options", 0))}
    assert users == {"options[2].move.leaves"}
    assert len(list(users_of(hanoi.map, ("drivers", 0)))) > 10
    assert list(users_of(hanoi.map, ("options", 2))) == []
    gone = actions.remove(hanoi, ("options", 0))
    assert {fault.path for fault in gone.faults} >= {"options[1].move.leaves"}, "it has moved up"


def test_a_new_name_is_taken_over_by_whoever_uses_it(hanoi: Editing) -> None:
    named = actions.type_at(hanoi, ("options", 0, "id"), "here")
    assert at(named, ("options", 2, "move", "leaves")) == "here"
    assert named.is_good
    driver = actions.type_at(hanoi, ("drivers", 0, "id"), "usd")
    assert driver.is_good
    assert '"dollar-prices"' not in driver.text
    item = actions.type_at(hanoi, ("checklist", 0, "id"), "first")
    assert item.is_good
    fund = actions.type_at(hanoi, ("funds",), "\n".join(["Core", *at(hanoi, ("funds",))[1:]]))
    assert fund.is_good
    assert '"Regular budget"' not in fund.text


def test_a_new_record_has_what_is_sure_and_asks_for_the_rest(hanoi: Editing) -> None:
    added = actions.add(hanoi, ("options", 0, "running"))
    here = ("options", 0, "running", len(at(hanoi, ("options", 0, "running"))))
    assert at(added, here) == {"name": "Running cost", "driver": "dollar-prices"}
    assert {fault.path for fault in added.faults} == {f"{path_of(here)}.category", f"{path_of(here)}.amount"}
    told = actions.type_at(actions.choose_at(added, (*here, "category"), "cleaning"), (*here, "amount"), "100 to 200")
    assert told.is_good
    option = actions.add(hanoi, ("options",))
    assert at(option, ("options", 3)) == {"id": "option", "name": "Option", "lease": {}}
    answer = actions.add(hanoi, ("options", 0, "mandate"))
    assert answer.faults
    gate = actions.add(hanoi, ("options", 0, "gates"))
    assert at(gate, ("options", 0, "gates"))[-1] == {"name": "Gate"}
    assert actions.add(hanoi, ("title",)) is hanoi


def test_optional_records_come_and_go(hanoi: Editing) -> None:
    steps = ("options", 1, "lease", "subsidy")
    begun = actions.begin_record(hanoi, steps)
    assert at(begun, steps) == {}
    assert {fault.path for fault in begun.faults} == {f"{path_of(steps)}.share", f"{path_of(steps)}.until"}
    told = actions.type_at(actions.type_at(begun, (*steps, "share"), "50 %"), (*steps, "until"), "24 months")
    assert told.is_good
    assert actions.leave_out(told, steps).text == hanoi.text
    assert actions.begin_record(told, steps) is told


def test_undo_and_redo_lead_through_everything(hanoi: Editing) -> None:
    states = [hanoi]
    for text in ("1", "2", "x", "3"):
        states.append(actions.type_at(states[-1], RENT, text))
    editing = states[-1]
    for one in reversed(states[:-1]):
        editing = undo(editing)
        assert (editing.text, editing.typed) == (one.text, one.typed)
    assert undo(editing) is editing
    for one in states[1:]:
        editing = redo(editing)
        assert (editing.text, editing.typed) == (one.text, one.typed)
    assert redo(editing) is editing


def test_a_short_case_has_its_defaults_written_where_one_is_changed() -> None:
    editing = begin("short.toml", template_text("short", ""), {})
    assert editing.is_good
    rate = actions.type_at(editing, ("discounting", "rate"), "4, 5, 6")
    assert rate.is_good
    assert "default" not in at(rate, ("discounting", "rate"))
    lines = at(editing, ("options", 0, "running"))
    here = ("options", 0, "running", len(lines) - 1)
    told = actions.choose_at(editing, (*here, "payer"), "host")
    assert at(told, (*here, "payer")) == "host"
    assert told.is_good
    less = actions.remove(editing, here)
    assert len(at(less, here[:-1])) == len(lines) - 1
    assert less.is_good
    assert at(less, ("defaults",)) is None, "a default would take its place again"


@pytest.mark.slow
def test_every_figure_of_hanoi_can_be_reached_and_changed(hanoi: Editing) -> None:
    """Each of the figures that the case knows is a field of the editor, and a new value typed there is its value."""
    assert hanoi.good is not None
    case = hanoi.good.case
    reached = 0
    for path, places in case.places_of.items():
        quantity = case.quantities[path]
        place = places[0]
        spot = hanoi.map.spot(place)
        assert spot is not None, path
        assert spot.field.kind in FIGURES
        value = round(quantity.low + (quantity.high - quantity.low) / 7, 6)
        if spot.is_chance:
            text = "41 %"
        elif quantity.low < quantity.high:
            text = f"{quantity.low!r}, {value!r}, {quantity.high!r}"
        else:
            text = repr(quantity.mode - 0.5 if quantity.mode else 1)
        typed = actions.type_at(hanoi, place, text)
        assert not typed.typed, (path, typed.typed)
        assert at(typed, spot.of) != at(hanoi, spot.of), path
        reached += 1
    assert reached == len(case.quantities) == 165


@pytest.mark.parametrize("name", ["hanoi", "regional-office", "national-coordinator"])
def test_every_field_of_every_record_is_a_place_to_type_in(name: str) -> None:
    editing = opened(name)
    for steps in spots(editing):
        assert editing.map.spot(steps) is not None, steps
    kinds = {place.record for place in editing.map.records.values()}
    assert len(kinds) > 15
    for steps, place in editing.map.records.items():
        known = {field.name for field in fields_of(place.record)} | {"shared"}
        assert set(place.written) <= known, steps


def test_typing_a_figure_says_what_a_change_by_path_says(hanoi: Editing) -> None:
    """The editor and `--set` are two ways to one case."""
    assert hanoi.good is not None
    ends = {"low": 3, "mode": 11, "high": 33}
    by_path = change(hanoi.good.case, {f"options[move].lease.renewal.rent.{end}": one for end, one in ends.items()})
    typed = actions.type_at(hanoi, RENT, "3, 11, 33")
    assert typed.good is not None
    assert typed.good.case == by_path


def test_another_name_of_an_option_is_that_of_its_measured_ways_too() -> None:
    before = opened("regional-office")
    renamed = actions.type_at(before, ("options", 0, "id"), "as-today")
    assert renamed.is_good
    assert renamed.good is not None
    assert before.good is not None
    ways = {(one.constituent, one.option): one.minutes for one in before.good.case.travel_times}
    after = {(one.constituent, one.option): one.minutes for one in renamed.good.case.travel_times}
    assert after == {(who, "as-today" if option == "stay" else option): one for (who, option), one in ways.items()}
    assert undo(renamed).tables == before.tables
