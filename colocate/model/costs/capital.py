"""Yearly charges on the capital that is bound in a building (method, section 7)."""

from __future__ import annotations

from colocate.case.owning import CapitalCharge
from colocate.model.costs.line import Book, Factor, Line, Terms
from colocate.model.costs.premises import Stay
from colocate.model.timeline import year_edges
from colocate.quantity import Array, Figure
from colocate.units import MONTHS_PER_YEAR


def capital_charge_lines(stay: Stay, book: Book) -> list[Line]:
    """Write a line for each capital charge of an option."""
    lines = []
    for charge in stay.option.capital_charges:
        start = stay.shifted(charge.month, charge.shifts_with_delay)
        bound = charged_part(charge, start, book.prices.horizon_years)
        factors = (
            Factor("value charged", charge.value, "money"),
            Factor("capital charge", charge.rate, "fraction"),
            Factor("part of the value and of the year", bound, "fraction"),
        )
        terms = Terms(currency=charge.currency, fund=charge.fund, nature=charge.counts_as)
        lines.append(book.recurring("capital charge", charge.name, factors, terms))
    return lines


def charged_part(charge: CapitalCharge, start: Figure, horizon_years: int) -> Array:
    """Give the part of the value that is charged in each budget year, in years; shape `(years, 1 or draws)`.

    The value stays, or falls in a straight line to nothing: what is charged is then its mean over the months. With u
    the years since the start, the integral of 1 - u / years is u - u^2 / (2 years).
    """
    since = (year_edges(start, start + MONTHS_PER_YEAR * charge.years, horizon_years) - start) / MONTHS_PER_YEAR
    reached = since if charge.on == "invested" else since - since**2 / (2.0 * charge.years)
    part: Array = reached[1:] - reached[:-1]
    return part
