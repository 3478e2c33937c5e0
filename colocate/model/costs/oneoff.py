"""What falls once: the one-off costs with their contingency, contributions, and what is left at the horizon."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from colocate.case.spending import Contribution, OneOff
from colocate.model.costs.line import Book, Category, Factor, Line, Terms
from colocate.model.costs.planned import with_contingency
from colocate.model.costs.premises import Stay
from colocate.model.costs.running import terms_of
from colocate.model.payments import Payments
from colocate.model.prices import Moment
from colocate.quantity import Array, is_nothing
from colocate.units import MONTHS_PER_YEAR


def one_off_lines(stay: Stay, book: Book) -> list[Line]:
    """Write an option's one-offs with their contingency, contributions and residual value (method, section 7)."""
    lines = []
    costs, contributions = stay.option.one_offs, stay.option.contributions
    for cost, moment in zip(costs, _moments(costs, stay, book), strict=True):
        lines += _one_off(cost, moment, stay, book)
        if cost.repeats_every_years is not None:
            lines += _again(cost, cost.repeats_every_years, moment, stay, book)
    for contribution, moment in zip(contributions, _moments(contributions, stay, book), strict=True):
        lines += _contribution(contribution, moment, book)
    residual = stay.option.residual_value
    if not is_nothing(residual):
        left = (Factor("residual value", residual, "money"),)
        horizon = book.moment(12.0 * book.prices.horizon_years)
        terms = Terms(stay.option.residual_driver, sign=-1.0)
        lines.append(book.dated("residual value", "Residual value", horizon, left, terms))
    return lines


def _moments(planned: Iterable[OneOff | Contribution], stay: Stay, book: Book) -> list[Moment]:
    """Give the moment of each one-off; those that are planned for the same month, a single figure, share it."""
    found: dict[tuple[float, bool], Moment] = {}
    moments = []
    for one in planned:
        plan = (one.month, one.shifts_with_delay) if isinstance(one.month, float) else None
        moment = found.get(plan) if plan else None
        if moment is None:
            moment = book.moment(stay.shifted(one.month, one.shifts_with_delay))
        if plan:
            found[plan] = moment
        moments.append(moment)
    return moments


def _one_off(cost: OneOff, moment: Moment, stay: Stay, book: Book) -> list[Line]:
    terms = terms_of(cost)

    def write(category: Category, name: str, factors: tuple[Factor, ...]) -> Line:
        return book.dated(category, name, moment, factors, terms)

    return with_contingency(cost, stay, "contingency", write)


def _again(cost: OneOff, every: int, first: Moment, stay: Stay, book: Book) -> list[Line]:
    """Write what falls again after so many years, each time at its own date, and the contingency on it."""
    falls, dates = _repetitions(cost, every, first, stay, book)
    by_year = (book.growth(cost.driver), Factor("falls again in this year", falls, "1 or 0"))
    terms = replace(terms_of(cost), one_time=True)

    def write(category: Category, name: str, factors: tuple[Factor, ...]) -> Line:
        return book.paid(category, f"{name}, again", dates, (*factors, *by_year), terms)

    return with_contingency(cost, stay, "contingency", write)


def _repetitions(cost: OneOff, every: int, first: Moment, stay: Stay, book: Book) -> tuple[Array, Payments]:
    """Give 1 for the years in which a one-off falls again, shape `(years, 1 or draws)`, and when in each it does.

    It falls again while the premises are used, and before the month where its repeating ends.
    """
    years = np.arange(float(book.prices.horizon_years))[:, None]
    begun = np.floor(np.atleast_1d(first.month) / MONTHS_PER_YEAR)
    months: Array = MONTHS_PER_YEAR * (years - begun) + first.month
    end = stay.premises_end if cost.until is None else np.minimum(cost.until, stay.premises_end)
    falls: Array = np.asanyarray((years > begun) & ((years - begun) % every == 0) & (months < end), dtype=np.float64)
    return falls, Payments(months, book.prices.discount_at(months))


def _contribution(contribution: Contribution, moment: Moment, book: Book) -> list[Line]:
    """Write what the agency receives and what the giver bears: it changes books, and nothing for everyone."""
    amount = (Factor("contribution", contribution.amount, "money"),)
    received = Terms(currency=contribution.currency, fund=contribution.fund, sign=-1.0)
    given = Terms(currency=contribution.currency, payer=contribution.giver)
    return [
        book.dated("contributions", contribution.name, moment, amount, received),
        book.dated("contributions", f"{contribution.name}, given", moment, amount, given),
    ]
