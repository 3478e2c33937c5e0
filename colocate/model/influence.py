"""Which options a figure has any influence on, so that a changed figure leaves all else as it is known already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from colocate.case import Case
from colocate.case.replacing import with_figures
from colocate.draws.sampling import correlated_sets
from colocate.model.criteria import fits
from colocate.model.evaluate import work_out
from colocate.model.expected import area_in_use
from colocate.model.futures import Futures, OptionFutures
from colocate.model.outcome import OptionOutcome
from colocate.model.tracing import origins_of, trace

Influences = Mapping[str, frozenset[str]]
"""For each option, by its id, the paths of the figures that its money, access or fit is worked out from."""

NO_FORM = ("quantities", "places_of")
"""What of a case is about its figures; all else is its form."""


def influences(case: Case) -> Influences:
    """Give the figures that each option is worked out from, read off the working itself.

    They are the same for every case of the same form, whatever its figures are: no formula asks what a figure is before
    it uses it, as it may be an array of draws.
    """
    traced = trace(case)
    return {
        option.id: origins_of([*_results(option, case.horizon_years), fits(traced, option.stay)])
        for option in work_out(traced).options
    }


def _results(option: OptionOutcome, years: int) -> Iterator[Any]:
    for money in option.money.values():
        yield from (money.by_year, money.present_value, money.equivalent_annual)
    yield from option.present_by_payer.values()
    yield option.one_off_by_year
    for line in option.lines:
        yield from (line.amounts, line.month)
    stay = option.stay
    yield from _fields(stay)
    for premises in (*stay.own, *stay.leaves):
        yield from _fields(premises)
    for size in (stay.size, stay.left_size, *(one.size for one in stay.own), *(one.size for one in stay.leaves)):
        yield from () if size is None else _fields(size)
    yield area_in_use(stay, years)
    if option.access is not None:
        yield from _fields(option.access)
        yield from option.access.group_scores.values()
        yield from (option.access.travel.hours, option.access.travel.kilometres)


def _fields(record: Any) -> Iterator[Any]:
    """Give what the fields of a record hold."""
    return (getattr(record, one.name) for one in fields(record))


def unchanged(case: Case, before: Futures, figures_of: Influences) -> tuple[OptionFutures, ...]:
    """Give the options of `before` that a changed case leaves as they are, with what is known of them.

    `figures_of` are the influences of either case. None where the cases differ in more than figures.
    """
    was = before.case
    if not same_form(case, was):
        return ()
    changed = {path for path, quantity in case.quantities.items() if quantity != was.quantities[path]}
    tied = {path for members in correlated_sets(case) for path in members}
    if changed & tied:  # the draws of others may change with it
        changed |= tied
    return tuple(replace(one, option=case.option(one.id)) for one in before.options if not changed & figures_of[one.id])


def same_form(case: Case, other: Case) -> bool:
    """Tell whether two cases are the same but for the values of their figures."""
    if case.places_of != other.places_of or case.quantities.keys() != other.quantities.keys():
        return False
    same_figures = with_figures(case, {path: quantity.figure for path, quantity in other.quantities.items()})
    return all(
        getattr(same_figures, one.name) == getattr(other, one.name)
        for one in fields(Case)
        if one.compare and one.name not in NO_FORM
    )
