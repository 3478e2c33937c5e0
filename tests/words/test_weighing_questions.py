"""Asking for weights: where to start, what answers give, and the note on weights changed after the result was seen."""

from __future__ import annotations

import itertools

import colocate
from colocate.analysis.weighing.asking import NOBODY, answers, are_weights, points_from_answers, starts_of
from colocate.analysis.weighing.scales import weighable
from colocate.analysis.weighing.weights import TIMES
from colocate.case.weighing import SwingChoice
from colocate.words.judgements import changed_words
from colocate.words.weighing_questions import hint_of, swing_words
from tests.analysis.weighing.examples import table_of
from tests.outcomes import DATA

CRITERIA = ("money", "access", "mandate")


def test_a_case_with_judgements_offers_each_and_then_nobodys() -> None:
    case = colocate.load_case(DATA / "regional-office.toml")
    starts = starts_of(weighable(colocate.evaluate(case, 16)))
    assert [one.name for one in starts] == ["Regional director", "Staff union", "Headquarters", NOBODY]
    assert starts[0].points == {"money": 80.0, "access": 100.0, "mandate": 90.0, "government": 50.0}
    assert len(starts[0].choices) == 4
    assert set(starts[-1].points.values()) == {100.0}


def test_answers_alone_give_points_with_the_largest_at_100() -> None:
    """Money is worth 2 times access, access 2 times mandate: 4, 2 and 1 parts, so 100, 50 and 25 points."""
    said = [
        SwingChoice(first="money", worth="more", second="access"),
        SwingChoice(first="access", worth="more", second="mandate"),
        SwingChoice(first="money", worth="much more", second="mandate"),
    ]
    assert points_from_answers(said, CRITERIA) == {"money": 100.0, "access": 50.0, "mandate": 25.0}
    assert points_from_answers(said[:1], CRITERIA) is None


def test_an_answer_can_be_read_the_other_way_round() -> None:
    for worth, times in TIMES.items():
        read = answers([SwingChoice(first="access", worth=worth, second="money")])
        assert read["access", "money"] == worth
        assert TIMES[read["money", "access"]] == 1.0 / times


def test_points_that_are_no_weights_are_told() -> None:
    assert hint_of(dict.fromkeys(CRITERIA, 0.0), CRITERIA).startswith("All points are 0")
    assert not are_weights(dict.fromkeys(CRITERIA, 0.0), CRITERIA)
    assert are_weights({"money": 5.0}, CRITERIA)
    assert "No swing has 100" in hint_of({"money": 60.0, "access": 40.0}, CRITERIA)
    assert hint_of({"money": 100.0}, CRITERIA) == ""


def test_weights_changed_after_the_result_are_told_with_those_at_first() -> None:
    table = table_of([[50.0, 50.0, 50.0], [60.0, 40.0, 50.0]])
    first = {"money": 100.0, "access": 60.0, "mandate": 40.0}
    told = changed_words(table, first, {**first, "access": 100.0})
    assert told == (
        "You changed these weights after seeing the result. "
        "At first they were: Money 50\xa0%, Access 30\xa0% and Mandate 20\xa0%."
    )


def test_the_same_proportions_are_the_same_weights() -> None:
    table = table_of([[50.0, 50.0, 50.0], [60.0, 40.0, 50.0]])
    first = {"money": 100.0, "access": 60.0, "mandate": 40.0}
    assert changed_words(table, first, {name: points / 2 for name, points in first.items()}) == ""
    for name, points in itertools.product(first, (0.0, 99.0)):
        assert changed_words(table, first, {**first, name: points}) != ""


def test_a_swing_is_told_from_its_worst_to_its_best_end() -> None:
    case = colocate.load_case(DATA / "national-coordinator.toml")
    money, access = weighable(colocate.evaluate(case, 16)).scales[:2]
    assert swing_words(case, money).replace("\xa0", " ") == "Money: from USD 120,000 down to USD 0"
    assert swing_words(case, access) == 'Access: from "out of reach" to "near for all"'
