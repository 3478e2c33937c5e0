"""The page Access: the answer first, the same figures as Python, and a what-if that changes nothing else."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import colocate
from colocate.analysis.access.journeys import journeys
from colocate.analysis.access.what_if import Moved, WhatIf, read_as, read_on
from colocate.analysis.uncertainty.odds import DRAWS
from colocate.case import Case
from colocate.commands import main
from colocate.export.tables_of_access import tables_of_access
from colocate.model.access import constituents_at
from colocate.words.access import finding_minutes
from colocate.words.access_measures import answer, hours_in_words, measures, resting_on
from colocate.words.numbers import number
from colocate.words.what_if import gains_and_losses
from colocate.writing import write_all
from tests.export.test_export import read
from tests.ui.test_pages import CASES, DATA, PAGES, is_fine, started, turned
from tests.ui.test_same_figures import words

LATER = date(2027, 1, 1)
VCA = "VCA (Viet Nam Cooperative Alliance)"


def opened(case: str) -> tuple[AppTest, Case]:
    return turned(started(case=case), "access"), colocate.load_case(DATA / f"{case}.toml")


def chosen(app: AppTest) -> str:
    """The option in detail."""
    return str(app.selectbox(key="option").value)


def choose(app: AppTest, option: str) -> AppTest:
    """Show another option in detail."""
    return app.selectbox(key="option").set_value(option).run()


def opened_charts(app: AppTest) -> AppTest:
    """Open what is folded and drawn when it is opened."""
    for name in ("scores", "plan"):
        app.session_state[f"access {name}"] = True
    return app.run()


@pytest.mark.parametrize("name", CASES)
def test_the_page_opens_with_its_finding_and_has_the_figures_of_python(name: str) -> None:
    app, case = opened(name)
    is_fine(app)
    futures, said = colocate.evaluate(case, DRAWS), words(app)
    finding = finding_minutes(futures, chosen(app), briefly=True).title
    titles = [one.proto.body for one in app.get("html") if "<h1" in one.proto.body]
    assert len(titles) == 1
    assert finding in titles[0].replace("&#x27;", "'")
    assert len(finding.split()) <= 20
    for sentence in (*answer(futures), *hours_in_words(futures), *resting_on(futures)):
        assert sentence in said
    for row in measures(futures):
        for cell in row.cells:
            for each in (cell.words, cell.below):
                assert each.replace("\xa0", " ") in said, (row.title, each)
    for one in journeys(futures, chosen(app)):
        assert one.name in said


@pytest.mark.parametrize("name", CASES)
def test_page_command_json_and_table_have_the_same_figures(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(DATA / f"{name}.toml")
    assert main(["access", path, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["readings"][0]["options"]
    assert main(["access", path]) == 0
    terminal = " ".join(capsys.readouterr().out.replace("\xa0", " ").split())
    app, case = opened(name)
    write_all(tmp_path, tables_of_access(colocate.evaluate(case, DRAWS)))
    rows, ways = read(tmp_path / "reach.csv"), read(tmp_path / "access.csv")
    page = {one["id"]: words(choose(app, one["id"])) for one in told}
    for one, row in zip(told, rows, strict=True):
        found = one["measures"]
        for column, value in (
            ("score over all groups", found["score"]),
            ("longest minutes", found["worst_served"]["minutes"]),
            ("mean minutes over visits", found["mean_minutes"]),
            ("constituents within 30 minutes", found["within"][1]["constituents"]),
            ("their hours a year", found["hours_a_year"]["theirs"]),
        ):
            assert float(row[column]) == value, column
        hours = found["hours_a_year"]["theirs"]
        shown = [f"{found['score']:.0f} of 100", f"{found['worst_served']['minutes']:.0f} minutes"]
        shown += [f"{found['mean_minutes']:.0f} minutes", f"{number(float(f'{hours:.3g}'))} hours"]  # to three figures
        shown += [f"{number(found['within'][1]['constituents'], digits=1)} of {found['constituents']}"]
        mine = [way for way in ways if way["option"] == one["id"]]
        for way, each in zip(one["constituents"], mine, strict=True):
            assert float(each["minutes"]) == way["minutes"]
            assert float(each["minutes less baseline"]) == way["minutes_less_baseline"]
        for words_ in shown:
            assert words_ in page[one["id"]], words_
            assert words_ in terminal, words_
        drawn = [f"<span>{way['minutes']:.0f}" for way in one["constituents"]]
        assert all(words_ in page[one["id"]] for words_ in drawn)


def test_all_but_the_picture_is_folded() -> None:
    app, _case = opened("hanoi")
    folded = list(app.main.expander)
    assert len(folded) == 8
    assert len(app.get("plotly_chart")) == 1
    assert not any(one.proto.expanded for one in folded)
    app.toggle(key="charts").set_value(False).run()
    is_fine(app)
    assert len(app.get("plotly_chart")) == 0
    assert [one.label for one in app.main.expander if one.proto.expanded] == [
        "Every way, in minutes door to door",
        "Plain measures: who is near, mean minutes, hours on the way",
    ]


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
    reading = WhatIf(LATER, (Moved(who.key, who.latitude + 0.02, who.longitude),))
    now, then = (colocate.evaluate(one, DRAWS) for one in (case, read_as(case, reading)))
    said = words(app)
    for sentence in gains_and_losses(now, then, (WhatIf(case.decision_date), reading)):
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
    app.radio(key="case").set_value("regional-office").run()
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
    assert len(app.get("plotly_chart")) == 1  # the others are drawn when they are opened
    opened_charts(app)
    for option in case.options:
        choose(app, option.id)
        is_fine(app)
        assert len(app.get("plotly_chart")) == 3
