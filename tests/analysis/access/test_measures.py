"""The plain measures of access, worked by hand; what they say in words; what they do where nothing is known."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from colocate.analysis.access.measures import Reach, count_within, reach, reach_spread, share_within
from colocate.model.evaluate import evaluate
from colocate.model.outcome import Outcome
from colocate.words.access_measures import NOT_KNOWN, answer, hours_in_words, measures, resting_on
from tests.examples import ACCESS, PLACE, Record, office, office_case, option

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


def example(table: str = TABLE, walk_in: Record | None = None, **changes: Any) -> Outcome:
    answers = {} if walk_in is None else {"mandate": [{"item": "gate", **walk_in}]}
    question = {"id": "gate", "text": "?", "theme": "access", "need": "mitigable", "walk_in": True}
    gate = PLACE | {"screening": 1, "waiting": 4}
    return office(
        option("stay", place=PLACE, **answers),
        option("move", place=gate),
        table=table,
        access=ACCESS | {"estimates": changes.pop("estimates", estimates())},
        checklist=[question],
        **changes,
    )


def reached(outcome: Outcome, name: str) -> Reach:
    found = reach(outcome, name)
    assert found is not None
    return found


def test_constituents_and_visits_within_15_30_and_45_minutes() -> None:
    # stay: 10, 30, 31 minutes. A way of exactly 30 minutes is within 30.
    stay = [(one.minutes, one.constituents, one.of_visits) for one in reached(example(), "stay").within]
    assert stay == [(15, 1, pytest.approx(40 / 73)), (30, 2, pytest.approx(65 / 73)), (45, 3, pytest.approx(1))]
    # move, with 5 minutes at the gate: 33, 17, 46.
    move = [(one.minutes, one.constituents, one.of_visits) for one in reached(example(), "move").within]
    assert move == [(15, 0, 0), (30, 1, pytest.approx(25 / 73)), (45, 2, pytest.approx(65 / 73))]


def test_mean_over_visits() -> None:
    assert reached(example(), "stay").mean_minutes == pytest.approx((40 * 10 + 25 * 30 + 8 * 31) / 73)
    assert reached(example(), "move").mean_minutes == pytest.approx((40 * 33 + 25 * 17 + 8 * 46) / 73)


def test_visits_of_ours_do_not_count_where_they_are_shown_in_money() -> None:
    outcome = example(travel={"shown_in": "money", "cost_per_hour": 10, "people_per_trip": 2, "driver": "prices"})
    found = reached(outcome, "stay")
    assert found.mean_minutes == pytest.approx((30 * 10 + 5 * 30 + 8 * 31) / 43)
    assert (found.hours.counted_in, found.hours.people) == ("money", 2)
    assert found.hours.staff == pytest.approx(2 * found.hours.ours)
    assert "counted in money (page Money)" in " ".join(resting_on(outcome))


def test_hours_on_the_way_both_directions() -> None:
    # They: 30 x 2 x 28 + 5 x 2 x 12 + 8 x 2 x 41 minutes, and 5 at the gate for each of 43 visits.
    move = reached(example(), "move").hours
    assert move.theirs == pytest.approx((30 * 56 + 5 * 24 + 8 * 82 + 43 * 5) / 60)
    # We: 10 x 2 x 28 + 20 x 2 x 12; nobody waits at our own gate.
    assert move.ours == pytest.approx((10 * 56 + 20 * 24) / 60)
    assert move.counted_in == "access"
    # 30 visits of 0.1 degrees of the equator, both ways, whatever the minutes were estimated at.
    assert move.kilometres == pytest.approx(2 * 30 * 11.1195, rel=1e-4)


def test_the_worst_served_and_the_groups() -> None:
    found = reached(example(), "move")
    assert (found.worst.name, found.worst.group, found.worst.minutes, found.worst.known) == (
        "Union",
        "workers",
        46,
        "own estimate",
    )
    assert found.worst_group is not None
    assert found.worst_group.group == "workers"
    by_group = {one.group: (one.constituents, one.visits, one.mean_minutes) for one in found.groups}
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
    outcome = example(walk_in=answered)
    assert reached(outcome, "stay").walk_in is None
    row = next(one for one in measures(outcome) if one.title.startswith("Walk in"))
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
    outcome = evaluate(check_document(document, lambda name: files[name].encode()))
    found = reached(outcome, "stay")
    assert found.known == {"own estimate": 1, "distance": 2}
    assert found.assumed == 1
    said = " ".join(resting_on(outcome))
    assert "1 own estimate and 5 from distance" in said
    assert "coordinates of 1 of 3 constituents are assumed" in said


def test_nobody_visits() -> None:
    outcome = example("Ministry,government,0,0.1,0,0,,\n", estimates=estimates({"Ministry": (10, 28)}))
    found = reached(outcome, "stay")
    assert (found.mean_minutes, found.worst_group, found.score) == (None, None, None)
    assert [one.of_visits for one in found.within] == [None, None, None]
    words = " ".join(f"{cell.words} {cell.below}" for row in measures(outcome) for cell in row.cells)
    assert "None" not in words
    assert "no visits are stated" in words


def test_nothing_said_of_access() -> None:
    outcome = office()
    assert reach(outcome, "another") is None
    assert resting_on(outcome) == ()
    assert hours_in_words(outcome) == ()
    assert {cell.words for row in measures(outcome) for cell in row.cells} == {"not stated"}
    assert answer(outcome) == ("Other does not say where its door is.",)


def test_the_answer_in_words() -> None:
    outcome = example()
    assert answer(outcome) == ("Move makes the way longer for 2 of 3 constituents; Ministry loses most, 23 minutes.",)
    # They: 44.5167 hours against (30 x 20 + 5 x 60 + 8 x 62) / 60 = 23.2667; we: 17.3333 against 23.3333.
    assert hours_in_words(outcome) == (
        "Move, compared with Stay: constituents spend 21 hours a year more of their own time, "
        "the agency's staff 6 hours a year less.",
    )


def test_ranges_are_those_of_the_draws() -> None:
    waiting = {"low": 0, "mode": 4, "high": 20, "unit": "minute", "source": "asked", "quality": "estimated"}
    case = office_case(
        option("stay", place=PLACE),
        option("move", place=PLACE | {"waiting": waiting}),
        table=TABLE,
        access=ACCESS | {"estimates": estimates()},
    )
    futures = evaluate(case, 256, 3)
    move = futures.option("move")
    assert move.access is not None
    wide = reach_spread(move)
    assert wide is not None
    drawn = move.access.minutes
    assert drawn.shape == (3, 256)
    counts = [sum(minutes <= 30 for minutes in column) for column in drawn.T.tolist()]
    assert count_within(move.access, 30).tolist() == counts
    assert (wide.within[1].low, wide.within[1].high) == pytest.approx(tuple(np.quantile(counts, [0.05, 0.95])))
    means = [(40 * a + 25 * b + 8 * c) / 73 for a, b, c in drawn.T.tolist()]
    assert wide.mean_minutes is not None
    assert wide.mean_minutes.median == pytest.approx(float(np.median(means)))
    shares = share_within(move.access, 45)
    assert shares is not None
    assert shares.max() <= 1 + 1e-12
    assert wide.theirs.low < wide.theirs.high
    assert wide.ours.low == wide.ours.high  # nobody waits at our own gate
    assert any("5-95 %" in cell.below for row in measures(futures.central, futures) for cell in row.cells)
