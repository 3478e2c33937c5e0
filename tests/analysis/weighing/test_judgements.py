"""Additive value with its parts, by hand; and where several people part."""

from __future__ import annotations

import numpy as np
import pytest

from colocate.analysis.weighing.judgements import judged, judgements_of, partings
from colocate.case.weighing import Judgement, SwingChoice
from colocate.words.judgements import how_often
from tests.analysis.weighing.examples import drawn_table, table_of

TABLE = table_of([[80, 20, 50], [40, 90, 60]], "money", "access", "mandate")


def test_a_total_is_the_sum_of_weight_times_value() -> None:
    found = judged(TABLE, "Director", {"money": 100, "access": 60, "mandate": 40})
    assert found.weights.tolist() == pytest.approx([0.5, 0.3, 0.2])
    assert found.parts.tolist() == [pytest.approx([40, 6, 10]), pytest.approx([20, 27, 12])]
    assert found.totals.tolist() == pytest.approx([56, 59])
    assert found.order == ("b", "a")
    assert found.best == "b"
    assert found.share_first.tolist() == [0.0, 1.0]


def test_nobody_asked_is_every_swing_alike() -> None:
    found = judged(TABLE, "Nobody", {})
    assert (found.asked, found.weights.tolist()) == ("nobody", pytest.approx([1 / 3] * 3))


def test_choices_alone_give_weights_and_beside_swings_they_check_them() -> None:
    choices = [
        SwingChoice(first="money", worth="more", second="access"),
        SwingChoice(first="access", worth="the same", second="mandate"),
    ]
    alone = judged(TABLE, "By choices", {}, choices)
    assert (alone.asked, alone.weights.tolist()) == ("choices", pytest.approx([0.5, 0.25, 0.25]))
    assert alone.contradictions == ()
    both = judged(TABLE, "Both", {"money": 10, "access": 100, "mandate": 100}, choices)
    assert both.asked == "swings"
    assert [(one.first, one.second) for one in both.contradictions] == [("money", "access")]


def test_people_who_put_different_options_first_part() -> None:
    stated = [
        Judgement(name="Director", swings={"money": 100, "access": 10, "mandate": 10}, source="asked"),
        Judgement(name="Union", swings={"money": 10, "access": 100, "mandate": 10}, source="asked"),
        Judgement(name="Treasurer", swings={"money": 100, "access": 0, "mandate": 0}, source="asked"),
    ]
    found = judgements_of(TABLE, stated)
    assert [one.best for one in found] == ["a", "b", "a"]
    told = partings(TABLE, found)
    assert [(one.first.name, one.second.name, one.first.best, one.second.best) for one in told] == [
        ("Director", "Union", "a", "b"),
        ("Union", "Treasurer", "b", "a"),
    ]
    assert told[0].criterion in ("money", "access")
    assert abs(told[0].first_weight - told[0].second_weight) == pytest.approx(90 / 120)


def test_the_best_on_average_may_come_first_in_fewer_futures() -> None:
    """A has 100 points in one of four futures and 50 in the others, B 60 in all: 62.5 on average against 60."""
    values = np.full((2, 2, 4), 50.0)
    values[0] = [100.0, 50.0, 50.0, 50.0]
    values[1] = 60.0
    found = judged(drawn_table(values), "", {"money": 1, "access": 1})
    assert found.totals.tolist() == pytest.approx([62.5, 60.0])
    assert (found.best, found.most_often) == ("a", "b")
    assert how_often(drawn_table(values), found) == (
        "“B” comes first in more of the futures: in 75 of 100, “A” in 25 of 100."
    )
