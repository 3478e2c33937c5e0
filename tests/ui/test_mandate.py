"""The page on mandate and government: measures with what they cost, weak evidence, and coordinators by country."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

import colocate
from colocate.analysis.mandate.coordinators import hosting
from colocate.words.mandate import findings_mandate
from colocate.words.numbers import about
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


@pytest.mark.parametrize("case", CASES)
def test_the_page_begins_with_what_it_comes_to(case: str) -> None:
    app = turned(started(case=case), "mandate")
    is_fine(app)
    told = words(app)
    outcome = colocate.evaluate(colocate.load_case(DATA / f"{case}.toml"))
    for sentence in findings_mandate(outcome):
        assert sentence.replace("\xa0", " ") in told
    assert ("National Coordinators</h2>" in told) == bool(hosting(outcome))


def test_a_measure_stands_with_what_it_costs() -> None:
    told = words(turned(started(case="national-coordinator"), "mandate"))
    assert "yes, by a measure" in told
    assert "Visiting services of the UN house, and meeting rooms, costs about USD 7,000 in today's money" in told


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
    assert "1 coordinator stays hosted at no cost; 3 coordinators of Country <Q> may lose the ministry's desk" in told
    assert "Country P: 1" in told
    assert "35 %" in told
    # 3 desks at 4,800 a year, and 35 of 100 of that.
    for amount in (14_400, 5_040):
        assert about(amount, "USD").replace("\xa0", " ") in told
    assert "It is no bill" in told
