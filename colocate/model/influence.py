"""Which options a figure has any influence on, so that a changed figure leaves all else as it is known already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

import numpy as np

from colocate.case import Case
from colocate.case.replacing import with_figures
from colocate.draws.sampling import correlated_sets
from colocate.model.access import OptionAccess, option_access
from colocate.model.costs.travel import TravelNeed
from colocate.model.criteria import fits
from colocate.model.evaluate import block_of, work_out
from colocate.model.expected import area_in_use
from colocate.model.futures import Futures, OptionFutures
from colocate.model.outcome import OptionOutcome
from colocate.model.tracing import origins_of, trace
from colocate.quantity import Array

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


def influences_on_access(case: Case) -> Influences:
    """Give the figures that the ways to each option are worked out from, read off the working itself.

    Options of whose ways the case says nothing are left out. They are the same for every case of the same form.
    """
    traced = trace(case)
    found = ((option.id, option_access(traced, option)) for option in traced.options)
    return {id_: origins_of(_of_access(access)) for id_, access in found if access is not None}


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
        yield from _of_access(option.access)


def _of_access(access: OptionAccess) -> Iterator[Any]:
    yield from _fields(access)
    yield from access.group_scores.values()
    yield from (access.travel.hours, access.travel.kilometres)


def _fields(record: Any) -> Iterator[Any]:
    """Give what the fields of a record hold."""
    return (getattr(record, one.name) for one in fields(record))


def unchanged(case: Case, before: Futures, figures_of: Influences) -> tuple[OptionFutures, ...]:
    """Give the options of `before` that a changed case leaves as they are, with what is known of them.

    `figures_of` are the influences of either case. None where the cases differ in more than figures.
    """
    return left_alone(case, before, figures_of, {})[0]


def left_alone(
    case: Case, before: Futures, figures_of: Influences, on_access: Influences
) -> tuple[tuple[OptionFutures, ...], dict[str, OptionAccess]]:
    """Give the options of `before` that a changed case leaves as they are, and by option the ways that it leaves so.

    `figures_of` are the influences of either case, `on_access` those on the ways. None where the cases differ in more
    than figures, and no ways where the draws of `before` were not all worked out at once.
    """
    changed = changed_figures(case, before.case)
    if changed is None:
        return (), {}
    options = (one for one in before.options if not changed & figures_of[one.id])
    reached = {
        one.id: _as_worked_out(one.access)
        for one in before.options
        if one.access is not None and one.id in on_access and not changed & on_access[one.id]
    }
    at_once = before.draws <= block_of(before.case)
    return tuple(replace(one, option=case.option(one.id)) for one in options), reached if at_once else {}


def _as_worked_out(access: OptionAccess) -> OptionAccess:
    """Give what enters into costs with one column again where it is the same in every draw: sums stay to the bit."""
    hours, kilometres = (_narrow(np.asarray(one)) for one in (access.travel.hours, access.travel.kilometres))
    return replace(access, travel=TravelNeed(hours, kilometres), their_hours=_narrow(access.their_hours))


def _narrow(values: Array) -> Array:
    return values[:1] if (values == values[0]).all() else values


def changed_figures(case: Case, was: Case) -> frozenset[str] | None:
    """Give the paths of the figures whose draws differ between two cases; None where the cases differ in more."""
    if not same_form(case, was):
        return None
    changed = {path for path, quantity in case.quantities.items() if quantity != was.quantities[path]}
    tied = {path for members in correlated_sets(case) for path in members}
    if changed & tied:  # the draws of others may change with it
        changed |= tied
    return frozenset(changed)


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
