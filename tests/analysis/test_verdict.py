"""Who leads by each criterion: the lowest expected cost, the highest score; no range that overlaps; who bears it."""

from __future__ import annotations

from typing import Any

import pytest

from colocate.analysis.verdict import Criterion, Verdict, placed, verdict
from colocate.model.evaluate import evaluate
from colocate.model.futures import Futures
from colocate.model.totals import Reading
from tests.examples import ACCESS, Record, commercial, office_case, option, running

ITEM = {"id": "door", "text": "An own door?", "theme": "identity", "need": "desirable"}
SETTLED = [{"name": name, "status": "pass", "evidence": "seen"} for name in ("security", "legal", "accessibility")]
TABLE = "Ministry,government,0,0,1,1,,\nUnion,workers,0,0.2,1,1,,\n"


def candidate(name: str, cost: Any, step: int = 3, answer: str = "yes", away: float = 0.0, **terms: Any) -> Record:
    """An option with a running cost, the government's step, an answer to one item, and degrees from the ministry."""
    return option(
        name,
        running=[running(cost)],
        government={"step": step, "evidence": "letter", "form": "signed"},
        mandate=[{"item": "door", "answer": answer, "evidence": "seen"}],
        place={"latitude": 0, "longitude": -away},
        gates=terms.pop("gates", SETTLED),
        **terms,
    )


def found(*options: Record, reading: Reading | None = None, draws: int = 64, **changes: Any) -> Verdict:
    """The verdict on these options over three years without discounting."""
    futures = drawn(*options, draws=draws, **changes)
    return verdict(futures) if reading is None else verdict(futures, reading)


def drawn(*options: Record, draws: int = 64, **changes: Any) -> Futures:
    """The futures of these options; with a checklist, and with access where every option says where its door is."""
    spoken_of = {"checklist": [ITEM], "access": ACCESS} if all("place" in one for one in options) else {}
    return evaluate(
        office_case(*options, table=TABLE, **{**spoken_of, "discounting": {"rate": 0}, **changes}), draws=draws
    )


def between(low: float, mode: float, high: float) -> Record:
    figures = {"low": low, "mode": mode, "high": high, "shape": "triangular", "unit": "USD/year"}
    return figures | {"source": "books", "quality": "estimated"}


def leaders(of: Verdict) -> list[tuple[str, ...]]:
    return [one.leaders for one in of.criteria]


def test_best_on_every_count() -> None:
    told = found(candidate("stay", 1_000, 2, "no", away=0.1), candidate("move", 700, 5))
    assert leaders(told) == [("move",)] * 4
    assert (told.leads_everywhere, told.cheapest, told.saving) == ("move", "move", pytest.approx(900))


def test_the_cheapest_has_the_lowest_expected_cost_even_where_another_is_cheaper_more_often() -> None:
    # 900 to 1,000 most of the time, but up to 3,000: the mean of a triangle is (900 + 950 + 3,000) / 3 = 1,617.
    told = found(candidate("stay", 1_600), candidate("move", between(900, 950, 3_000)), draws=4096)
    assert (told.cheapest, told.most_often) == ("stay", "move")
    assert told.criterion("money").leaders == ("stay",)
    # It costs less than 1,600 in 1 - 1,400^2 / (2,100 x 2,050) = 54 of 100 futures.
    assert told.criterion("money").of("move").chance == pytest.approx(0.545, abs=0.005)


def test_a_lead_of_one_per_cent_of_the_baseline_is_by_little() -> None:
    near, far = (found(candidate("stay", 1_000), candidate("move", cost)).criterion("money") for cost in (991, 989))
    assert (near.leaders, near.by_little) == (("move",), True)
    assert (far.leaders, far.by_little) == (("move",), False)


def test_equal_costs_have_no_leader() -> None:
    money = found(candidate("stay", 1_000), candidate("move", 1_000)).criterion("money")
    assert (money.leaders, money.alike) == ((), True)


def test_two_lead_together_where_a_third_is_behind() -> None:
    told = found(candidate("stay", 1_000), candidate("move", 900), candidate("far", 950, away=0.2))
    assert told.criterion("access").leaders == ("stay", "move")
    assert told.led == {"move": ("money", "access")}  # stay leads on access too, and on nothing else


ANSWERS: dict[str, tuple[str, str, tuple[str, ...], bool]] = {
    # (answer of stay, of move, who leads, whether that is known)
    "yes against no": ("yes", "no", ("stay",), True),
    "yes against open: the range reaches up to it": ("yes", "unknown", (), False),
    "no against open": ("no", "unknown", (), False),
    "both open": ("unknown", "unknown", (), False),
    "both yes": ("yes", "yes", (), True),
    "partly against no": ("partly", "no", ("stay",), True),
}


@pytest.mark.parametrize(("stay", "move", "who", "known"), ANSWERS.values(), ids=ANSWERS)
def test_nobody_leads_on_the_mandate_where_ranges_overlap(
    stay: str, move: str, who: tuple[str, ...], known: bool
) -> None:
    mandate = found(candidate("stay", 1_000, answer=stay), candidate("move", 700, answer=move)).criterion("mandate")
    assert (mandate.leaders, mandate.known) == (who, known)


def test_an_option_that_fails_a_gate_is_shown_and_never_leads() -> None:
    closed = [{"name": "security", "status": "fail", "evidence": "no second exit"}, *SETTLED[1:]]
    told = found(candidate("stay", 1_000), candidate("move", 700), candidate("cheap", 100, 5, gates=closed))
    assert (told.ranked, told.failing, told.cheapest) == (("stay", "move"), ("cheap",), "move")
    assert [one.option for one in told.criterion("money").standings] == ["stay", "move", "cheap"]
    assert all("cheap" not in one.leaders for one in told.criteria)


def test_with_one_option_left_nothing_is_compared() -> None:
    closed = [{"name": "security", "status": "fail", "evidence": "no second exit"}]
    told = found(candidate("stay", 1_000), candidate("move", 700, gates=closed))
    assert (told.compares, told.cheapest, told.shift, leaders(told)) == (False, "", None, [()] * 4)


def test_a_baseline_that_fails_is_not_ranked() -> None:
    leaves = option("stay", commercial(expiry=12), gates=SETTLED)
    told = found(leaves, option("first", running=[running(700)]), option("second", running=[running(900)]))
    assert (told.ranked, told.cheapest) == (("first", "second"), "first")


def test_what_the_case_does_not_say_is_not_known() -> None:
    told = found(option("stay", running=[running(1_000)]), option("move"))
    assert [one.known for one in told.criteria] == [True, False, False, False]


def test_a_saving_that_the_host_bears_is_mostly_a_shift() -> None:
    # Free rent in place of 1,000 a month: the host gives what the market would pay, 45,000.
    free = {"tenure": "rent-free", "expiry": 36, "market_value": {"rent": 150, "driver": "prices"}}
    told = found(option("stay", commercial()), option("other", free))
    assert told.shift is not None
    assert (told.saving, told.shift.shifted, told.shift.everyone) == pytest.approx((36_000, 36_000, 9_000))
    assert told.mostly_shifted
    for_all = found(option("stay", commercial()), option("other", free), reading=Reading("everyone", "cash"))
    assert for_all.cheapest == "stay"


def test_nothing_has_a_range_or_a_chance_where_nothing_varies() -> None:
    told = found(candidate("stay", 1_000), candidate("move", 700), draws=1)
    assert not told.varies
    assert {(one.low, one.high, one.chance) for one in told.criterion("money").standings} == {(None, None, None)}


def test_options_lie_on_one_scale() -> None:
    told = found(candidate("stay", 1_000, 1), candidate("move", between(700, 800, 900), 5))
    money, government = placed(told.criterion("money")), placed(told.criterion("government"))
    assert [one.value for one in government] == [0.0, 1.0]
    low, high = money[1].low, money[1].high
    assert low is not None
    assert high is not None
    assert money[1].value is not None
    assert money[0].value is not None
    assert 0.0 < low < money[1].value < high < money[0].value < 1.0


def test_a_scale_of_equal_figures_has_room_on_both_sides() -> None:
    one = Criterion("money", found(option("stay"), option("move")).criterion("money").standings, (), False, True, True)
    assert {each.value for each in placed(one)} == {0.5}
