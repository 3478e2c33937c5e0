"""A changed figure leaves alone what it has no influence on: the rest as it is known is what it would be worked out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import numpy as np
import pytest

from colocate.analysis.uncertainty.costs_at import costs_at
from colocate.analysis.uncertainty.held import HeldRuns
from colocate.case import Case
from colocate.casefile.changing import change
from colocate.casefile.faults import CaseError
from colocate.casefile.reading import load_case
from colocate.model.evaluate import futures_of
from colocate.model.futures import Futures
from colocate.model.influence import influences, influences_on_access, left_alone, unchanged
from colocate.model.totals import HEADLINE
from tests.documents import ROOT
from tests.model.test_futures import values_of

DRAWS = 16
CASES = {path.stem: load_case(path) for path in sorted((ROOT / "data").glob("*.toml"))}
RENT = "options[move].lease.renewal.rent"


def changed(case: Case, every: int) -> Iterator[Case]:
    """Every so manieth figure of a case at each end of its range, or a tenth lower where it has none."""
    for path in list(case.quantities)[::every]:
        quantity = case.quantities[path]
        ends = {quantity.low, quantity.high} if quantity.low < quantity.high else {0.9 * quantity.mode}
        for value in sorted(ends):
            with suppress(CaseError):
                yield change(case, {path: value})


def hold_to_the_last_bit(ours: Futures, theirs: Futures) -> None:
    for one, other in zip(ours.options, theirs.options, strict=True):
        mine, those = values_of(one), values_of(other)
        assert all(np.array_equal(mine[name], those[name]) for name in those), one.id
        assert all(np.array_equal(a, b) for a, b in zip(one.means.arrays, other.means.arrays, strict=True))
        assert one.option == other.option


def hold(case: Case, every: int) -> int:
    """Work out every case that `changed` gives, twice; give how many options were left as they were known."""
    before, figures, left = futures_of(case, DRAWS), influences(case), 0
    of_access = influences_on_access(case)
    for new in changed(case, every):
        known, reached = left_alone(new, before, figures, of_access)
        again = futures_of(new, DRAWS)
        hold_to_the_last_bit(futures_of(new, DRAWS, known=known), again)
        hold_to_the_last_bit(futures_of(new, DRAWS, reached=reached), again)
        left += len(known)
    return left


def test_what_a_figure_has_no_influence_on_is_as_if_worked_out_again() -> None:
    assert hold(CASES["hanoi"], every=13) > 0


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_so_it_is_for_every_figure_at_each_end(name: str) -> None:
    every = {"regional-office": 3, "headquarters": 6}.get(name, 1)
    assert hold(CASES[name], every) > len(CASES[name].quantities) / every


def test_a_rent_leaves_the_ways_to_every_option_alone_and_a_place_those_to_its_own() -> None:
    case = CASES["hanoi"]
    before, figures, on_access = futures_of(case, DRAWS), influences(case), influences_on_access(case)

    def ways_after(new: Case) -> list[str]:
        return [*left_alone(new, before, figures, on_access)[1]]

    assert ways_after(change(case, {RENT: 5.0})) == ["stay", "stay-renegotiated", "move"]
    assert ways_after(change(case, {"options[move].place.screening": 55.0})) == ["stay", "stay-renegotiated"]
    assert not ways_after(change(case, {"access.circuity": 1.6}))
    assert not ways_after(CASES["regional-office"])


def test_the_rent_of_one_option_leaves_the_others_alone() -> None:
    case = CASES["hanoi"]
    known = unchanged(change(case, {RENT: 5.0}), futures_of(case, DRAWS), influences(case))
    assert [one.id for one in known] == ["stay", "stay-renegotiated"]


def test_the_fewer_desks_are_free_the_less_the_office_fits() -> None:
    case = CASES["hanoi"]
    assert "houses[gounh].desks" in influences(case)["move"]


def test_a_range_that_changes_counts_as_a_changed_figure() -> None:
    case = CASES["hanoi"]
    new = change(case, {f"{RENT}.high": 20.0})
    known = unchanged(new, futures_of(case, DRAWS), influences(case))
    assert [one.id for one in known] == ["stay", "stay-renegotiated"]
    hold_to_the_last_bit(futures_of(new, DRAWS, known=known), futures_of(new, DRAWS))


def test_nothing_is_kept_where_more_than_figures_has_changed() -> None:
    case = CASES["hanoi"]
    new = change(case, {"back_office[ict].opt_in": False})
    assert unchanged(new, futures_of(case, DRAWS), influences(case)) == ()
    assert unchanged(CASES["regional-office"], futures_of(case, DRAWS), influences(case)) == ()


def test_a_held_figure_costs_what_working_every_option_out_gives() -> None:
    futures = futures_of(CASES["hanoi"], DRAWS)
    held = {**futures.figures, RENT: np.full(DRAWS, 9.0 * futures.case.quantities[RENT].scale)}
    expected = costs_at(futures.case, held, *HEADLINE).mean(axis=1)
    assert HeldRuns(futures).costs(RENT, 9.0) == pytest.approx(expected, rel=1e-12)


def test_points_worked_out_together_cost_what_each_costs_alone() -> None:
    futures = futures_of(CASES["hanoi"], DRAWS)
    points = [(RENT, 6.0), (RENT, 9.0), ("shared.people", 40.0), ("shared.people", 80.0), (RENT, 30.0)]
    together = HeldRuns(futures)
    together.run(points)
    assert together.runs == len(points)
    for path, value in points:
        alone = HeldRuns(futures).costs(path, value)
        assert together.costs(path, value) == pytest.approx(alone, rel=1e-12)
    assert together.runs == len(points)
