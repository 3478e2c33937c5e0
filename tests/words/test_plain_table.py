"""The plain table before any weighing: every option, in its own unit, with the range of the odds."""

from __future__ import annotations

from dataclasses import replace

import pytest

import colocate
from colocate.analysis.uncertainty.odds import odds
from colocate.case.decision import Gate
from colocate.case.weighing import OptionPoints, OwnCriterion
from colocate.words.numbers import about
from colocate.words.plain_table import plain_table
from tests.outcomes import CASES, DATA


@pytest.mark.parametrize("name", [name for name in CASES if name != "template"])
def test_money_is_the_mean_of_the_odds(name: str) -> None:
    futures = colocate.evaluate(colocate.load_case(DATA / f"{name}.toml"), 64)
    currency = futures.case.currency
    gates, money, *others = plain_table(futures)
    assert [row.title for row in others] == ["Access", "Mandate", "Government's wish"]
    assert len(gates.cells) == len(futures.central.options)
    for one, (mean, range_) in zip(odds(futures), money.cells, strict=True):
        assert mean == about(one.present_value.mean, currency)
        low, high = (about(end, currency) for end in (one.present_value.low, one.present_value.high))
        assert range_ == f"{low} to {high}"


def test_the_governments_wish_is_told_in_words() -> None:
    futures = colocate.evaluate(colocate.load_case(DATA / "regional-office.toml"), 16)
    assert plain_table(futures)[-1].cells[2] == ("step 5 of 5", "asks for it and backs it")


def test_an_option_that_fails_a_gate_is_named_and_the_cases_own_criterion_has_a_row() -> None:
    case = colocate.load_case(DATA / "national-coordinator.toml")
    own = OwnCriterion(id="staff", name="Staff's health", worst="a dark room", best="a garden")
    options = tuple(
        replace(option, criteria=(OptionPoints(criterion="staff", points=40.0 + place),))
        for place, option in enumerate(case.options)
    )
    failing = Gate(name="security", status="fail", evidence="made up")
    options = (*options[:-1], replace(options[-1], gates=(failing,)))
    rows = plain_table(colocate.evaluate(replace(case, criteria=(own,), options=options), 16))
    assert rows[0].cells[-1] == ("fails: security", "not weighed")
    assert rows[-1].title == "Staff's health"
    assert [words for words, _range in rows[-1].cells] == ["40 of 100", "41 of 100", "42 of 100"]
    assert rows[-1].explanation == "0 points: a dark room. 100 points: a garden."
