"""The page on mandate and government: measures with what they cost, weak evidence, and coordinators by country."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

import colocate
from colocate.analysis.mandate.coordinators import hosting
from colocate.words.mandate import finding_mandate
from tests.ui.test_pages import CASES, DATA, files_of, is_fine, started, texts, turned, upload

TOGETHER = """[coordinators]
number = 4
value_of_hosting = { low = 1500, mode = 3500, high = 6000, unit = "USD/person/year", \
source = "Assumption: a desk in a ministry, in kind", quality = "assumed" }
"""
BY_COUNTRY = """[coordinators]
countries = [
  { name = "Country P", number = 1, value_of_hosting = 3500 },
  { name = "Country <Q>", number = 3, value_of_hosting = 2500 },
]
"""
PLAN = '[options.coordinators]\narrangement = "may be lost"\n'


def words(app: AppTest) -> str:
    """All words of a page, with plain spaces."""
    marked = " ".join(texts(app)).replace("\xa0", " ").replace("\u2060", "")
    return marked.replace("&#x27;", "'").replace("&lt;", "<").replace("&gt;", ">")


def opened(case: str) -> AppTest:
    """The page with its checklist opened, whose chart is drawn then."""
    app = turned(started(case=case), "mandate")
    assert len(app.get("plotly_chart")) == 1
    app.session_state["mandate checklist"] = True
    app.run()
    is_fine(app)
    assert len(app.get("plotly_chart")) == 2
    return app


@pytest.mark.parametrize("case", CASES)
def test_the_page_begins_with_what_it_comes_to(case: str) -> None:
    app = turned(started(case=case), "mandate")
    is_fine(app)
    told = words(app)
    outcome = colocate.evaluate(colocate.load_case(DATA / f"{case}.toml"))
    assert f'<h1 class="co-title">{finding_mandate(outcome)}</h1>' in told
    *labels, last = (one.label for one in app.main.expander)
    assert last.replace("\u2060", "") == "Reproduce in Python"
    headings = ["Gates.", "Government.", "Checklist.", "Evidence.", "National Coordinators."]
    assert [one.replace("\u2060", "").partition(".")[0] + "." for one in labels] == headings[: len(labels)]
    assert (len(labels) == 5) == bool(hosting(outcome))
    assert not [one for one in app.main.expander if one.proto.expanded]


def test_a_score_with_open_questions_is_a_range() -> None:
    told = words(turned(started(case="hanoi"), "mandate"))
    assert "19 to 94 of 100, 12 open" in told
    assert "12 of 16 questions are open for “UN House”" in told


def test_without_charts_the_checklist_is_open() -> None:
    app = turned(started(case="hanoi"), "mandate")
    app.toggle(key="charts").set_value(False).run()
    is_fine(app)
    assert not app.get("plotly_chart")
    assert "Points of 100" in words(app)
    assert [one.proto.expanded for one in app.main.expander] == [False, False, True, False, False]


def test_questions_are_named_by_their_words_and_not_by_their_ids() -> None:
    told = words(turned(started(case="hanoi"), "mandate"))
    assert "not answered: “Can a person with a complaint meet staff without being" in told
    assert "complaint, files" not in told


def test_a_measure_stands_with_what_it_costs() -> None:
    told = words(opened("national-coordinator"))
    assert "yes, by a measure" in told
    assert "Visiting services of the UN house, and meeting rooms: about USD 7,410 in today's money" in told


def test_evidence_stands_with_what_the_step_asks_for() -> None:
    told = words(turned(started(case="regional-office"), "mandate"))
    for asked in ("a budget line or a signed agreement", "a note or a letter", "in writing: weaker than asked for"):
        assert asked in told
    assert "signed: enough" in words(turned(started(case="hanoi"), "mandate"))


def test_coordinators_are_shown_by_country() -> None:
    files = dict(files_of("regional-office"))
    text = files["regional-office.toml"].decode()
    assert text.count(TOGETHER) == text.count(PLAN) == 1
    start = text.index(PLAN)
    end = text.index("\n\n", start)
    plan = text[start:end].removeprefix("[options.coordinators]\n")
    for_q = f'[[options.coordinators.countries]]\ncountry = "Country <Q>"\n{plan}'
    for_p = '[[options.coordinators.countries]]\ncountry = "Country P"\n'
    text = text[:start] + f"{for_p}\n{for_q}" + text[end:]
    files["regional-office.toml"] = text.replace(TOGETHER, BY_COUNTRY).encode()
    app = turned(upload(started(), *files.items()), "mandate")
    is_fine(app)
    told = words(app)
    assert "UN House: desks elsewhere cost" in told
    assert "if ministries take theirs back" in told
    assert "Country P: 1" in told
    assert "Country <Q>: 3" in told
    assert "35 %" in told
    # 3 desks at 4,950 a year on average (3,000 to 7,500, most likely 4,800), and 35 of 100 of that.
    shown = [float(one.replace(",", "")) for one in re.findall(r"USD ([\d,]+)", told)]
    for amount in (14_850, 5_197.5):
        assert [one for one in shown if one == pytest.approx(amount, rel=0.005)]
    assert "It is no bill" in told
