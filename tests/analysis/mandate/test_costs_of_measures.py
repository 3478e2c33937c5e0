"""A measure that makes an answer good is paid for in money and counts in full in the mandate: never in both."""

from __future__ import annotations

import pytest

import colocate
from colocate.analysis.mandate.costs_of_measures import measures
from colocate.model.outcome import Outcome
from colocate.model.totals import BOOKS, HEADLINE, VIEWS
from tests.examples import Record, moving, office, one_off, option, running

ITEMS = [
    {"id": name, "text": f"Is there {name}?", "theme": "identity", "need": "mitigable"} for name in ("door", "room")
]
DESK = one_off(1_000, 12, name="Own desk")
GUARD = running(50, "Own guard")


def answer(item: str, answer: str, mitigation: str = "") -> Record:
    return {"item": item, "answer": answer, "evidence": "seen"} | ({"mitigation": mitigation} if mitigation else {})


def moved(*answers: Record, one_offs: tuple[Record, ...] = (DESK,), running: tuple[Record, ...] = (GUARD,)) -> Outcome:
    """An option that moves at once, with these answers and costs; 10 % a year, no growth, three years."""
    parts = {"one_offs": list(one_offs), "running": list(running), "contingency": 20}
    return office(option("stay"), moving(0, mandate=list(answers), **parts), checklist=ITEMS)


def test_a_one_off_costs_its_present_value_with_its_contingency() -> None:
    found = measures(moved(answer("door", "mitigated", "Own desk")))["move"]
    assert list(found) == ["door"]
    assert found["door"].present_value.mean == pytest.approx(1_000 * 1.2 / 1.1)


def test_a_one_off_at_a_fixed_price_has_no_contingency() -> None:
    fixed = DESK | {"contingency": False}
    found = measures(moved(answer("door", "mitigated", "Own desk"), one_offs=(fixed,)))["move"]
    assert found["door"].present_value.mean == pytest.approx(1_000 / 1.1)


def test_a_running_cost_counts_every_year() -> None:
    found = measures(moved(answer("door", "mitigated", "Own guard")))["move"]
    assert found["door"].present_value.mean == pytest.approx(50 * (1.1**-0.5 + 1.1**-1.5 + 1.1**-2.5))


def test_other_lines_of_like_names_do_not_count() -> None:
    other = one_off(7_777, 12, name="Own desk and chair")
    found = measures(moved(answer("door", "mitigated", "Own desk"), one_offs=(DESK, other)))["move"]
    assert found["door"].present_value.mean == pytest.approx(1_000 * 1.2 / 1.1)


@pytest.mark.parametrize("given", ["yes", "partly", "no", "unknown"])
def test_an_answer_changes_no_money(given: str) -> None:
    by_measure, other = moved(answer("door", "mitigated", "Own desk")), moved(answer("door", given))
    for book in BOOKS:
        for view in VIEWS:
            mine, theirs = (one.option("move").money[book, view] for one in (by_measure, other))
            assert mine.by_year.tolist() == theirs.by_year.tolist()
            assert mine.present_value.tolist() == theirs.present_value.tolist()


def test_the_measure_counts_in_full_in_the_score_and_once_in_the_money() -> None:
    by_measure = moved(answer("door", "mitigated", "Own desk"), answer("room", "no"))
    plain_yes = moved(answer("door", "yes"), answer("room", "no"))
    without = moved(answer("door", "partly"), answer("room", "no"), one_offs=())
    scores = [one.option("move").mandate.score for one in (by_measure, plain_yes, without)]
    assert scores == [50, 50, 25]
    paid = [float(one.option("move").money[HEADLINE].present_value[0]) for one in (by_measure, plain_yes, without)]
    assert paid[0] == paid[1]
    assert paid[0] - paid[2] == pytest.approx(measures(by_measure)["move"]["door"].present_value.mean)


def test_over_futures_it_is_the_mean_of_its_own_lines() -> None:
    """The desk costs 500 to 2,500, most likely 600: 1,200 on average, with its contingency, a year from now."""
    source = {"unit": "USD", "source": "made up", "quality": "assumed"}
    dear = DESK | {"amount": {"low": 500, "mode": 600, "high": 2_500, "shape": "triangular"} | source}
    case = moved(answer("door", "mitigated", "Own desk"), one_offs=(dear, one_off(9, 3))).case
    found = measures(colocate.evaluate(case, 2048))["move"]["door"].present_value
    assert found.mean == pytest.approx(1_200 * 1.2 / 1.1, rel=1e-3)
    assert 500 * 1.2 / 1.1 < found.low < found.mean < found.high < 2_500 * 1.2 / 1.1


def test_a_case_without_measures_has_none() -> None:
    assert measures(moved(answer("door", "yes"))) == {"stay": {}, "move": {}}
