"""Staff travel to constituents, where the case shows it in money (method, section 10)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from colocate.case.services import Travel
from colocate.model.costs.line import Book, Factor, Line, Terms
from colocate.model.costs.premises import Stay
from colocate.model.timeline import coverage
from colocate.quantity import Figure


@dataclass(frozen=True)
class TravelNeed:
    """A year's travel from one place, over all constituents: hours on the way and kilometres by road, both ways."""

    hours: Figure
    kilometres: Figure


def travel_lines(travel: Travel | None, stay: Stay, needs: dict[str, TravelNeed], book: Book) -> list[Line]:
    """Write staff time (efficiency) and fares (cash) from the option's place and, before a move, from the one left.

    `needs` gives each option's travel by its id. No lines where the case shows travel in access.
    """
    if travel is None or travel.shown_in != "money":
        return []
    years = book.prices.horizon_years
    end = 12.0 * years
    lines = _from_place(travel, needs[stay.option.id], "", coverage(stay.moving_in, end, years), book)
    if stay.left is not None:
        before = coverage(0.0, stay.moving_in, years)
        lines += _from_place(travel, needs[stay.left.id], ", old premises", before, book)
    return lines


def _from_place(travel: Travel, need: TravelNeed, where: str, covered: Figure, book: Book) -> list[Line]:
    growth, part = book.growth(travel.driver), Factor("part of the year", covered, "fraction")
    time = (
        Factor("hours on the way a year", need.hours, "hour/year"),
        Factor("people per trip", travel.people_per_trip, "person"),
        Factor("cost of time", travel.cost_per_hour, "money/hour"),
        growth,
        part,
    )
    fares = (
        Factor("kilometres by road a year", need.kilometres, "km/year"),
        Factor("fare", travel.fare_per_km, "money/km"),
        growth,
        part,
    )
    terms = Terms(driver=travel.driver, currency=travel.currency, fund=travel.fund)
    hours = replace(terms, nature="efficiency", labour=True)
    return [
        book.recurring("staff travel time", f"Staff time on the way to constituents{where}", time, hours),
        book.recurring("fares", f"Fares to constituents{where}", fares, terms),
    ]
