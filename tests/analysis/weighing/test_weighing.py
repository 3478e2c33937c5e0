"""Weighing a case whole: every case of the data, and what the sentences say."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from colocate.analysis.weighing.judgements import judged
from colocate.analysis.weighing.scales import CannotWeighError
from colocate.analysis.weighing.weighing import (
    LEAST_PART,
    MOST_PART,
    VECTORS,
    limits_of,
    weighed_if_it_can_be,
    weighing,
)
from colocate.case.weighing import SwingChoice
from colocate.casefile.reading import load_case
from colocate.model.evaluate import evaluate
from colocate.words import weighing as words
from colocate.words.judgements import headline, parting_words
from colocate.words.naming import short_name
from colocate.words.weighing_charts import finding_ranks, finding_values
from colocate.words.weighing_tables import centres_table, people_table, points_table, triangle_table
from colocate.words.weighing_triangle import finding_triangle
from tests.analysis.weighing.examples import table_of
from tests.analysis.weighing.test_scales import drawn, move, stay
from tests.documents import DATA_CASES
from tests.examples import office_case, option

SWINGS = {"money": 100, "access": 60, "mandate": 40, "government": 0}
JUDGEMENTS = [
    {"name": "Director", "swings": {"money": 100, "access": 10, "mandate": 10, "government": 80}, "source": "asked"},
    {"name": "Union", "swings": {"money": 10, "access": 100, "mandate": 90, "government": 0}, "source": "asked"},
]


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_every_case_can_be_weighed_and_said(path: Path) -> None:
    futures = evaluate(load_case(path), 256, 1)
    found = weighing(futures)
    for one in (found.anyhow, found.in_order, found.in_range):
        assert one.ranks.sum(axis=1) == pytest.approx(np.ones(len(found.table.options)))
    assert np.all(np.isfinite(found.table.values))
    said = [
        headline(found),
        words.without_weights(found),
        words.in_order_words(found),
        words.in_range_words(found),
        *words.dominance_words(found.table, found.dominances),
        words.way_worth_words(found),
        *(words.flip_words(found, one) for one in found.flips),
        *parting_words(found),
        *words.cautions_of_weighing(found),
    ]
    assert all(one and "nan" not in one.lower().replace("finance", "") and "None" not in one for one in said)
    assert not found.table.beyond, "state ends of the money scale that hold every option"


def test_the_first_judgement_is_the_start_where_there_is_one() -> None:
    found = weighing(drawn(stay(), move(), weighing={"judgements": JUDGEMENTS}))
    assert found.chosen is found.judgements[0]
    assert found.chosen.name == "Director"
    assert [one.name for one in found.several] == ["Director", "Union"]


def test_weights_of_ones_own_stand_beside_the_judgements() -> None:
    found = weighing(drawn(stay(), move(), weighing={"judgements": JUDGEMENTS}), SWINGS)
    assert [one.name for one in found.several] == ["", "Director", "Union"]
    assert found.chosen.weights.tolist() == pytest.approx([0.5, 0.3, 0.2, 0.0])


def test_nobody_asked_is_said() -> None:
    found = weighing(drawn(stay(), move()))
    assert found.chosen.asked == "nobody"
    assert any("Nobody has been asked" in one for one in words.cautions_of_weighing(found))
    assert headline(found).startswith("If every criterion counts alike, ")


def test_those_who_part_are_told_apart() -> None:
    """Director 100, 10, 10, 80 of 200; union 10, 100, 90, 0 of 200: they differ by 45 points on money and on access."""
    found = weighing(drawn(stay(), move(), weighing={"judgements": JUDGEMENTS}))
    assert parting_words(found) == (
        "Director puts “Other” first, Union “Staying”. They differ most on Money: 50\xa0% against 5\xa0%.",
    )


def test_those_who_agree_are_told_so() -> None:
    agreeing = [JUDGEMENTS[0], JUDGEMENTS[0] | {"name": "Treasurer"}]
    found = weighing(drawn(stay(), move(), weighing={"judgements": agreeing}))
    assert parting_words(found) == ("Both put “Other” first.",)


def test_limits_are_those_of_the_judgements_or_half_around_one() -> None:
    table = table_of([[80, 20], [40, 90]])
    one, other = judged(table, "One", {"money": 3, "access": 1}), judged(table, "Other", {"money": 1, "access": 1})
    lowest, highest = limits_of([one, other])
    assert (lowest.tolist(), highest.tolist()) == (pytest.approx([0.5, 0.25]), pytest.approx([0.75, 0.5]))
    lowest, highest = limits_of([one])
    assert lowest.tolist() == pytest.approx([0.75 * LEAST_PART, 0.25 * LEAST_PART])
    assert highest.tolist() == pytest.approx([1.0, 0.25 * MOST_PART])


def test_an_order_in_which_money_comes_first_favours_the_cheaper() -> None:
    found = weighing(drawn(stay(), move()), {"money": 4, "government": 3, "mandate": 2, "access": 1})
    assert found.order == (("money",), ("government",), ("mandate",), ("access",))
    cheaper = found.table.options.index("other")
    assert found.in_order.first[cheaper] > found.anyhow.first[cheaper]


def test_the_same_case_gives_the_same_shares() -> None:
    one, other = (weighing(drawn(stay(), move()), SWINGS) for _ in range(2))
    assert np.array_equal(one.anyhow.ranks, other.anyhow.ranks)
    assert one.anyhow.vectors == VECTORS


def test_choices_alone_may_be_asked() -> None:
    choices = [
        SwingChoice(first=one, worth="the same", second=other)
        for one, other in (("money", "access"), ("access", "mandate"), ("mandate", "government"))
    ]
    found = weighing(drawn(stay(), move()), choices=choices)
    assert found.chosen.weights.tolist() == pytest.approx([0.25] * 4)
    assert found.chosen.asked == "choices"


def test_one_criterion_alone_cannot_be_weighed() -> None:
    futures = evaluate(office_case(option("stay"), option("other")), 8, 1)
    with pytest.raises(CannotWeighError, match="criteria"):
        weighing(futures)
    assert weighed_if_it_can_be(futures) is None


def test_the_price_of_ten_minutes_is_asked_about() -> None:
    futures = drawn(stay(), move())
    found = weighing(futures, SWINGS)
    said = words.way_worth_words(found)
    assert said.startswith("These weights say that 10 minutes more on every way for ")
    assert said.endswith("Do you mean that?")


def test_without_weight_on_money_no_amount_makes_up_for_a_minute() -> None:
    futures = drawn(stay(), move())
    found = weighing(futures, {"money": 0, "access": 1, "mandate": 1, "government": 1})
    assert "no amount makes up for a minute" in words.way_worth_words(found)


def test_a_flip_names_who_would_come_first() -> None:
    found = weighing(drawn(stay(), move()), {"money": 1, "access": 1, "mandate": 1, "government": 1})
    money = next(one for one in found.flips if one.criterion == "money")
    said = words.flip_words(found, money).replace("\xa0", " ")
    assert said.startswith("Money, now 25 %: ")
    assert len(money.stretches) > 1
    for one in money.stretches:
        assert f"“{short_name(found.table.case, one.option)}” up to {round(100 * one.end, 1):g} %" in said


def test_dominance_is_said_on_all_four() -> None:
    found = weighing(drawn(stay(100), stay(90) | {"id": "bargain", "name": "Bargain"}))
    assert words.dominance_words(found.table, found.dominances) == (
        "“Bargain” is at least as good as “Staying” on every criterion, and better on Money.",
    )


def test_fewer_than_two_options_that_pass_are_not_weighed() -> None:
    """Weighing one against one that is barred would buy the gate off."""
    barred = move(gates=[{"name": "security", "status": "fail"}])
    futures = drawn(stay(), barred)
    with pytest.raises(CannotWeighError, match="options"):
        weighing(futures)
    assert weighed_if_it_can_be(futures) is None


def test_where_nothing_varies_no_word_speaks_of_futures_or_averages() -> None:
    fixed = drawn(stay(), move(), weighing={"judgements": JUDGEMENTS})
    found = weighing(fixed, SWINGS)
    assert not found.table.varies
    tables = [make(found) for make in (centres_table, people_table, points_table, triangle_table)]
    said = [
        headline(found),
        words.without_weights(found),
        words.in_order_words(found),
        words.in_range_words(found),
        *words.dominance_words(found.table, found.dominances),
        *words.cautions_of_weighing(found),
        *(words.flip_words(found, one) for one in found.flips),
        *(" ".join([one.title, *one.columns, *(cell.words for row in one.rows for cell in row)]) for one in tables),
        *(one.title + one.alt for one in (finding_ranks(found, "all"), finding_values(found), finding_triangle(found))),
    ]
    for one in said:
        assert not re.search("future|average", one), one
