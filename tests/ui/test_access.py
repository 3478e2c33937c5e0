"""The page Access: the answer first, the same figures as Python, and a what-if that changes nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

import colocate
from colocate.analysis.access.what_if import Moved, Reading, read_as, read_on
from colocate.case import Case
from colocate.model.access import constituents_at
from colocate.words.access_measures import answer, measures, resting_on
from colocate.words.what_if import gains_and_losses
from tests.ui.test_pages import CASES, DATA, PAGES, is_fine, started, turned
from tests.ui.test_same_figures import words

LATER = date(2027, 1, 1)
VCA = "VCA (Viet Nam Cooperative Alliance)"


def opened(case: str) -> tuple[AppTest, Case]:
    return turned(started(case=case), "access"), colocate.load_case(DATA / f"{case}.toml")


@pytest.mark.parametrize("name", CASES)
def test_the_answer_comes_first_and_the_measures_are_those_of_python(name: str) -> None:
    app, case = opened(name)
    is_fine(app)
    outcome, said = colocate.evaluate(case), words(app)
    for sentence in (*answer(outcome), *resting_on(outcome)):
        assert sentence in said
    assert said.index(answer(outcome)[0]) < said.index("Who is worst served") < said.index("Plain measures")
    for row in measures(outcome):
        for cell in row.cells:
            assert cell.words in said, (row.title, cell.words)


def test_ranges_are_shown_when_asked_for() -> None:
    app, case = opened("hanoi")
    assert "5-95 %" not in words(app)
    app.toggle(key="ranges of access").set_value(True).run()
    is_fine(app)
    futures = colocate.evaluate(case, 2048)
    said = words(app)
    for row in measures(futures.central, futures):
        assert row.worst or row.cells[0].below in said, row.title
    turned(app, "money")
    turned(app, "access")
    assert app.toggle(key="ranges of access").value is True


@pytest.mark.parametrize("name", CASES)
def test_another_day_and_a_move_are_said_as_in_python(name: str) -> None:
    app, case = opened(name)
    app.date_input(key="what if day").set_value(LATER).run()
    is_fine(app)
    who = constituents_at(read_on(case, LATER))[1]
    app.selectbox(key="what if who").set_value(who.key).run()
    is_fine(app)
    assert app.number_input(key="what if latitude").value == who.latitude
    assert app.selectbox(key="what if to").value == f"beside {who.key}"
    app.number_input(key="what if latitude").set_value(who.latitude + 0.02).run()
    is_fine(app)
    assert app.selectbox(key="what if to").value == "typed"
    reading = Reading(LATER, (Moved(who.key, who.latitude + 0.02, who.longitude),))
    outcome = colocate.evaluate(case)
    then = colocate.evaluate(read_as(case, reading))
    said = words(app)
    for sentence in gains_and_losses(outcome, then, (Reading(case.decision_date), reading)):
        assert sentence in said, sentence


def test_a_door_or_another_organisation_gives_the_place() -> None:
    app, case = opened("hanoi")
    app.selectbox(key="what if who").set_value(VCA).run()
    app.selectbox(key="what if to").set_value("door of move").run()
    is_fine(app)
    place = case.option("move").place
    assert place is not None
    assert app.number_input(key="what if latitude").value == place.latitude
    assert app.number_input(key="what if longitude").value == place.longitude
    app.selectbox(key="what if to").set_value(f"beside {VCA}").run()
    is_fine(app)
    assert "Choose another day" in words(app), "it stays where it is"


def test_what_is_asked_changes_nothing_else_and_a_page_turned_keeps_it() -> None:
    app, _case = opened("hanoi")
    before = {page: words(turned(app, page)) for page in PAGES if page != "access"}
    address = dict(app.query_params)
    turned(app, "access")
    app.date_input(key="what if day").set_value(date(2025, 4, 1)).run()
    app.selectbox(key="what if who").set_value(VCA).run()
    app.number_input(key="what if longitude").set_value(105.85).run()
    for page, said in before.items():
        assert words(turned(app, page)) == said, page
    assert dict(app.query_params) == address
    turned(app, "access")
    assert app.date_input(key="what if day").value == date(2025, 4, 1)
    assert app.selectbox(key="what if who").value == VCA
    assert app.number_input(key="what if longitude").value == 105.85


def test_another_case_begins_anew() -> None:
    app, _case = opened("hanoi")
    app.date_input(key="what if day").set_value(date(2025, 4, 1)).run()
    app.selectbox(key="case").set_value("regional-office").run()
    is_fine(app)
    assert app.date_input(key="what if day").value == date(2025, 7, 1)
    assert app.selectbox(key="what if who").value == ""


def test_one_who_is_gone_on_that_day_no_longer_moves() -> None:
    app, case = opened("hanoi")
    molisa = next(one for one in constituents_at(case) if one.name.startswith("MOLISA"))
    app.selectbox(key="what if who").set_value(molisa.key).run()
    app.date_input(key="what if day").set_value(date(2025, 4, 1)).run()
    is_fine(app)
    assert app.selectbox(key="what if who").value == ""
    assert "New then: MOHA (Ministry of Home Affairs)." in words(app)


def test_every_option_has_its_plan() -> None:
    app, case = opened("regional-office")
    for option in case.options:
        app.selectbox(key="option").set_value(option.id).run()
        is_fine(app)
        assert len(app.get("plotly_chart")) == 3
