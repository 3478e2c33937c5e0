"""What is typed is read as it was meant, or is told what is wrong with it; what comes back is checked anew."""

from __future__ import annotations

import json
from datetime import date

import pytest

from colocate.casefile.questions.answers import MOST_SERVED, Answers, Served
from colocate.casefile.questions.typed import LONGEST, kept_text, number_served, place_of, read_answers, typed_in


def test_nothing_typed_is_nothing_known() -> None:
    assert read_answers({}) == (Answers(), {})
    assert read_answers({"rent": "  ", "agency": ""}) == (Answers(), {})


def test_each_kind_of_field_is_read() -> None:
    typed = {
        "agency": " ILO ",
        "made_up": "yes",
        "decision_date": "2026-01-31",
        "horizon_years": "12",
        "people": "18 to 25",
        "rent": "12, 18, 28",
        "rent_per": "year",
        "services": "ict,finance,spying",
        "served.1.name": "Ministry",
        "served.1.way_today": "15 min",
        "served.3.name": "Union",
        "served.3.group": "workers",
    }
    answers, wrong = read_answers(typed)
    assert wrong == {}
    assert answers == Answers(
        agency="ILO",
        made_up=True,
        decision_date=date(2026, 1, 31),
        horizon_years=12,
        people=(18, 25),
        rent=(12, 18, 28),
        rent_per="year",
        services=("finance", "ict"),
        served=(Served(name="Ministry", way_today=(15,)), Served(), Served(name="Union", group="workers")),
    )


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("people", "many", "no figure"),
        ("people", "0", "too low"),
        ("people", "1e9", "too high"),
        ("people", "20 to 10", "out of order"),
        ("area", "1,234", "two ways"),
        ("rent", "0.0000001", "too near to 0"),
        ("horizon_years", "ten", "whole number"),
        ("horizon_years", "99", "beyond"),
        ("decision_date", "31.1.2026", "no date"),
        ("decision_date", "0026-01-31", "too far"),
        ("market", "dear", "none of the answers"),
        ("served.2.way_then", "soon", "no figure"),
        ("move_month", "61", "too high"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field_and_counts_as_not_known(name: str, text: str, said: str) -> None:
    answers, wrong = read_answers({name: text, "agency": "ILO"})
    assert list(wrong) == [name]
    assert said in str(wrong[name])
    assert answers.agency == "ILO"


def test_what_is_kept_comes_back_right_or_wrong() -> None:
    typed = {"agency": 'Hà Nội "x"', "people": "rubbish", place_of(2, "name"): "Union"}
    assert typed_in(kept_text(typed)) == typed
    assert kept_text(typed) == kept_text(dict(reversed(typed.items())))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 5000,
        '{"nobody": "x", "served.0.name": "x", "served.99.name": "x", "served": "x", "served.1.key": "x"}',
        '{"agency": 5, "people": ["1"], "place": null, "rent": {}}',
        json.dumps({"agency": "x" * LONGEST}),
        json.dumps({"agency": "x" * 500}),
    ],
)
def test_what_does_not_belong_there_is_left_out(text: str) -> None:
    assert typed_in(text) == {}


def test_what_is_kept_has_no_signs_that_steer_and_few_organisations() -> None:
    assert typed_in('{"agency": "a\\u202e\\u0007b"}') == {"agency": "a b"}
    assert number_served({place_of(number, "name"): "x" for number in range(1, 99)}) == MOST_SERVED
