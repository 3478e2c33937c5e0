"""The plain measures of access, worked by hand; what they say in words; what they do where nothing is known."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from colocate.analysis.access.measures import Reach, counts_of, reach
from colocate.analysis.uncertainty.odds import Range
from colocate.model.evaluate import evaluate
from colocate.model.futures import Futures
from colocate.words.access_measures import NOT_KNOWN, answer, hours_in_words, measures, resting_on
from tests.drawn import minutes_by_draw
from tests.examples import ACCESS, PLACE, Record, office_case, option

HEAD = "name,group,latitude,longitude,visits_by_them,visits_by_us,since,until\n"
TABLE = "Ministry,government,0,0.1,30,10,,\nFederation,employers,0,0.1,5,20,,\nUnion,workers,0,0.1,8,0,,\n"
"""Visits of both sides: 40, 25 and 8, together 73."""

WAYS = {"Ministry": (10, 28), "Federation": (30, 12), "Union": (31, 41)}
"""Minutes of the way to `stay`, and to `move`; 5 minutes at the gate of `move` come on top, 4 of them waiting."""


def estimates(ways: dict[str, tuple[float, float]] = WAYS) -> list[Record]:
    pairs = [
        (who, name, minutes) for who, both in ways.items() for name, minutes in zip(("stay", "move"), both, strict=True)
    ]
    return [{"constituent": who, "option": name, "minutes": minutes} for who, name, minutes in pairs]


def example(table: str = TABLE, walk_in: Record | None = None, **changes: Any) -> Futures:
    answers = {} if walk_in is None else {"mandate": [{"item": "gate", **walk_in}]}
    question = {"id": "gate", "text": "?", "theme": "access", "need": "mitigable", "walk_in": True}
    gate = PLACE | {"screening": 1, "waiting": 4}
    case = office_case(
        option("stay", place=PLACE, **answers),
        option("move", place=gate),
        table=table,
        access=ACCESS | {"estimates": changes.pop("estimates", estimates())},
        checklist=[question],
        **changes,
    )
    return evaluate(case, 1)


def reached(futures: Futures, name: str) -> Reach:
    found = reach(futures, name)
    assert found is not None
    return found


def mean_of(one: Range | None) -> float | None:
    """The expected value; None where it is not known."""
    return None if one is None else one.mean


def counted(found: Reach) -> list[tuple[int, float, float | None]]:
    """Limit, constituents within it, and their share of the visits."""
    return [(one.minutes, one.constituents.mean, mean_of(one.of_visits)) for one in found.within]


def test_constituents_and_visits_within_15_30_and_45_minutes() -> None:
    # stay: 10, 30, 31 minutes. A way of exactly 30 minutes is within 30.
    stay = counted(reached(example(), "stay"))
    assert stay == [(15, 1, pytest.approx(40 / 73)), (30, 2, pytest.approx(65 / 73)), (45, 3, pytest.approx(1))]
    # move, with 5 minutes at the gate: 33, 17, 46.
    move = counted(reached(example(), "move"))
    assert move == [(15, 0, 0), (30, 1, pytest.approx(25 / 73)), (45, 2, pytest.approx(65 / 73))]


def test_mean_over_visits() -> None:
    assert mean_of(reached(example(), "stay").mean_minutes) == pytest.approx((40 * 10 + 25 * 30 + 8 * 31) / 73)
    assert mean_of(reached(example(), "move").mean_minutes) == pytest.approx((40 * 33 + 25 * 17 + 8 * 46) / 73)


def test_visits_of_ours_do_not_count_where_they_are_shown_in_money() -> None:
    futures = example(travel={"shown_in": "money", "cost_per_hour": 10, "people_per_trip": 2, "driver": "prices"})
    found = reached(futures, "stay")
    assert mean_of(found.mean_minutes) == pytest.approx((30 * 10 + 5 * 30 + 8 * 31) / 43)
    assert (found.hours.counted_in, found.hours.people) == ("money", 2)
    assert found.hours.staff.mean == pytest.approx(2 * found.hours.ours.mean)
    assert "counted in money (page Money)" in " ".join(resting_on(futures))


def test_hours_on_the_way_both_directions() -> None:
    # They: 30 x 2 x 28 + 5 x 2 x 12 + 8 x 2 x 41 minutes, and 5 at the gate for each of 43 visits.
    move = reached(example(), "move").hours
    assert move.theirs.mean == pytest.approx((30 * 56 + 5 * 24 + 8 * 82 + 43 * 5) / 60)
    # We: 10 x 2 x 28 + 20 x 2 x 12; nobody waits at our own gate.
    assert move.ours.mean == pytest.approx((10 * 56 + 20 * 24) / 60)
    assert move.counted_in == "access"
    # 30 visits of 0.1 degrees of the equator, both ways, whatever the minutes were estimated at.
    assert move.kilometres.mean == pytest.approx(2 * 30 * 11.1195, rel=1e-4)


def test_the_worst_served_and_the_groups() -> None:
    found = reached(example(), "move")
    assert (found.worst.name, found.worst.group, found.worst.minutes.mean, found.worst.known) == (
        "Union",
        "workers",
        46,
        "own estimate",
    )
    assert found.worst_group is not None
    assert found.worst_group.group == "workers"
    by_group = {one.group: (one.constituents, one.visits, mean_of(one.mean_minutes)) for one in found.groups}
    assert by_group == {
        "government": (1, 40, pytest.approx(33)),
        "employers": (1, 25, pytest.approx(17)),
        "workers": (1, 8, pytest.approx(46)),
    }


def test_of_two_longest_ways_the_first_by_name_whatever_the_order() -> None:
    ways = WAYS | {"Federation": (31, 12)}
    for table in (TABLE, "".join(reversed(TABLE.splitlines(keepends=True)))):
        assert reached(example(table, estimates=estimates(ways)), "stay").worst.name == "Federation"


def test_of_two_groups_with_a_score_of_0_the_one_with_the_longer_way_is_worst_served() -> None:
    found = reached(
        example(estimates=estimates({"Ministry": (90, 90), "Federation": (80, 80), "Union": (1, 1)})), "stay"
    )
    assert found.worst_group is not None
    assert found.worst_group.group == "government"


@pytest.mark.parametrize(
    ("answered", "constituents", "visits"),
    [
        ({"answer": "yes"}, 1, 1),
        ({"answer": "no"}, 0, 0),
        ({"answer": "partly", "groups": ["government"]}, 1 / 3, 30 / 43),
    ],
)
def test_who_walks_in(answered: Record, constituents: float, visits: float) -> None:
    free = reached(example(walk_in=answered), "stay").walk_in
    assert free is not None
    assert (free.of_constituents, free.of_visits) == (pytest.approx(constituents), pytest.approx(visits))


@pytest.mark.parametrize(
    ("answered", "why"),
    [
        (None, "the question is not answered"),
        ({"answer": "unknown"}, "the question is not answered"),
        ({"answer": "partly"}, "partly; for which groups is not said"),
    ],
)
def test_who_walks_in_is_not_known_where_nobody_answered(answered: Record | None, why: str) -> None:
    futures = example(walk_in=answered)
    assert reached(futures, "stay").walk_in is None
    row = next(one for one in measures(futures) if one.title.startswith("Walk in"))
    assert (row.cells[0].words, row.cells[0].below) == (NOT_KNOWN, why)


def test_how_ways_are_known_and_whose_places_are_assumed() -> None:
    rows = TABLE.splitlines()
    files = {
        "them.csv": HEAD.strip()
        + ",source\n"
        + "\n".join(f"{row},{words}" for row, words in zip(rows, ("Assumption: near", "a map", ""), strict=True))
    }
    from colocate.casefile.reading import check_document
    from tests.examples import office_document

    access = ACCESS | {"constituents": "them.csv", "estimates": estimates()[:1]}
    document = office_document(option("stay", place=PLACE), option("move", place=PLACE), access=access)
    futures = evaluate(check_document(document, lambda name: files[name].encode()), 1)
    found = reached(futures, "stay")
    assert found.known == {"own estimate": 1, "distance": 2}
    assert found.assumed == 1
    said = " ".join(resting_on(futures))
    assert "1 own estimate and 5 from distance" in said
    assert "coordinates of 1 of 3 constituents are assumed" in said


def test_nobody_visits() -> None:
    futures = example("Ministry,government,0,0.1,0,0,,\n", estimates=estimates({"Ministry": (10, 28)}))
    found = reached(futures, "stay")
    assert (found.mean_minutes, found.worst_group, found.score) == (None, None, None)
    assert [one.of_visits for one in found.within] == [None, None, None]
    words = " ".join(f"{cell.words} {cell.below}" for row in measures(futures) for cell in row.cells)
    assert "None" not in words
    assert "no visits are stated" in words


def test_nothing_said_of_access() -> None:
    futures = evaluate(office_case(), 1)
    assert reach(futures, "another") is None
    assert resting_on(futures) == ()
    assert hours_in_words(futures) == ()
    assert {cell.words for row in measures(futures) for cell in row.cells} == {"not stated"}
    assert answer(futures) == ("Other: the case does not say where its door is.",)


def test_the_answer_in_words() -> None:
    futures = example()
    assert answer(futures) == ("Moving: the way gets longer for 2 of 3 constituents, most for Ministry: 23 minutes.",)
    # They: 44.5167 hours against (30 x 20 + 5 x 60 + 8 x 62) / 60 = 23.2667, shown as 45 and 23; we: 17.3333 against
    # 23.3333, shown as 17 and 23. What is shown as more or less is the difference of what is shown.
    assert hours_in_words(futures) == (
        "Moving: constituents spend 22 hours a year more of their own time on the way than with “Staying”.",
        "Moving: the agency's staff spend 6 hours a year less on the way than with “Staying”.",
    )


def waited_at_the_gate() -> Futures:
    waiting = {"low": 0, "mode": 4, "high": 20, "unit": "minute", "source": "asked", "quality": "estimated"}
    case = office_case(
        option("stay", place=PLACE),
        option("move", place=PLACE | {"waiting": waiting}),
        table=TABLE,
        access=ACCESS | {"estimates": estimates()},
    )
    return evaluate(case, 256, 3)


def test_every_measure_is_the_mean_over_the_futures_with_the_range_of_90_of_100() -> None:
    futures = waited_at_the_gate()
    access, found = futures.option("move").access, reached(futures, "move")
    assert access is not None
    drawn = minutes_by_draw(access)
    assert drawn.shape == (3, 256)
    counts = [sum(minutes <= 30 for minutes in column) for column in drawn.T.tolist()]
    assert counts_of(access).within[30].tolist() == counts
    within = found.within[1].constituents
    assert within.mean == pytest.approx(sum(counts) / 256, rel=1e-12)
    assert (within.low, within.high) == pytest.approx(tuple(np.quantile(counts, [0.05, 0.95])))
    means = [(40 * a + 25 * b + 8 * c) / 73 for a, b, c in drawn.T.tolist()]
    assert mean_of(found.mean_minutes) == pytest.approx(sum(means) / 256, rel=1e-12)
    shares = counts_of(access).of_visits[45]
    assert shares.max() <= 1 + 1e-12
    assert found.hours.theirs.low < found.hours.theirs.high
    assert found.hours.ours.low == found.hours.ours.high  # nobody waits at our own gate
    assert found.score is not None
    assert found.score.mean == pytest.approx(float(access.tripartite.mean()), rel=1e-12)
    assert any("90 of 100 futures: " in cell.below for row in measures(futures) for cell in row.cells)


def test_how_often_somebody_is_worst_served_is_counted_over_the_futures() -> None:
    minutes = {"low": 20, "mode": 40, "high": 60, "unit": "minute", "source": "asked", "quality": "estimated"}
    ways = [{"constituent": who, "option": "stay", "minutes": 41} for who in ("Ministry", "Federation")]
    ways += [{"constituent": "Union", "option": "stay", "minutes": minutes}]
    case = office_case(
        option("stay", place=PLACE), option("move", place=PLACE), table=TABLE, access=ACCESS | {"estimates": ways}
    )
    futures = evaluate(case, 512)
    access, found = futures.baseline.access, reached(futures, "stay")
    assert access is not None
    union = float((minutes_by_draw(access)[2] > 41).mean())
    # The union's way takes 40 minutes on average; of the others, whose ways are as long, the first by name is named,
    # and a future in which both are the longest is shared.
    assert (found.worst.name, found.worst.often) == ("Federation", pytest.approx((1 - union) / 2))
    worst = {one.group: one.worst_often for one in found.groups}
    assert worst == {
        name: pytest.approx(share) for name, share in zip(worst, (*2 * ((1 - union) / 2,), union), strict=True)
    }
    assert "the longest in" in " ".join(cell.below for row in measures(futures) for cell in row.cells)


def test_a_measure_is_shown_to_one_decimal_where_it_is_not_whole() -> None:
    futures = waited_at_the_gate()
    row = next(one for one in measures(futures) if one.title == "Within 30 minutes")
    mean = reached(futures, "move").within[1].constituents.mean
    assert mean != round(mean)
    assert [cell.words.split(" of ")[0] for cell in row.cells] == ["2", f"{mean:.1f}"]


def test_without_ranges_nothing_speaks_of_futures() -> None:
    futures = example()
    said = [*answer(futures), *hours_in_words(futures), *resting_on(futures)]
    said += [f"{cell.words} {cell.below}" for row in measures(futures) for cell in row.cells]
    assert "futures" not in " ".join(said)
