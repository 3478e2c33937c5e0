"""The shared back office: what each of the six services saves, and what sharing it costs (method, section 8)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from colocate.case import Case
from colocate.case.services import BackOfficeService
from colocate.costs.line import Book, Factor, Line, Terms
from colocate.costs.premises import Stay
from colocate.quantity import Array, Figure
from colocate.timeline import coverage


def back_office_lines(case: Case, stay: Stay, book: Book) -> list[Line]:
    """Write the lines of every service that this option shares; a service that is not shared has none."""
    lines = []
    for service in case.back_office:
        if is_shared(service, common_premises=stay.option.common_premises):
            lines += _service_lines(service, stay, book)
    return lines


def is_shared(service: BackOfficeService, *, common_premises: bool) -> bool:
    """Tell whether a service is opted in, recognised where it must be, and open to an option on these premises."""
    recognised = not service.needs_recognition or service.recognised_from is not None
    return service.opt_in and recognised and (common_premises or not service.owed_to_move)


def maturity(start_month: Figure, ramp_years: Figure, horizon_years: int) -> Array:
    """Give the part of the full saving that each year brings, rising in a straight line over the ramp.

    Shape `(years, 1 or draws)`. The integral over the year of clip((month - start) / ramp, 0, 1).

    >>> maturity(0.0, 2.0, 3).ravel().tolist()
    [0.25, 0.75, 1.0]
    """
    years_since = np.maximum(np.arange(horizon_years + 1.0)[:, None] - np.asanyarray(start_month) / 12.0, 0.0)
    ramp = np.asanyarray(ramp_years)
    rising = np.minimum(years_since, ramp)
    reached: Array = rising * rising * (0.5 / np.where(ramp > 0, ramp, 1.0)) + (years_since - rising)
    gained: Array = reached[1:] - reached[:-1]
    return gained


def _service_lines(service: BackOfficeService, stay: Stay, book: Book) -> list[Line]:
    years = book.prices.horizon_years
    start = _start(service, stay)
    name = "ICT" if service.service == "ict" else f"{service.service[:1].upper()}{service.service[1:]}"
    terms = Terms(driver=service.driver, currency=service.currency, fund=service.fund)
    growth = book.growth(service.driver)
    lines = _saving_lines(service, name, Factor("maturity", maturity(start, service.ramp_years, years), "part"), book)
    runs = Factor("part of the year", coverage(start, 12.0 * years, years), "fraction")
    fee = (Factor("fee a year", service.fee, "money/year"), growth, runs)
    lines.append(book.recurring("back office fee", f"{name}: fee", fee, terms))
    transition = (Factor("transition cost", service.transition, "money"),)
    lines.append(book.dated("back office transition", f"{name}: transition", start, transition, terms))
    return lines


def _start(service: BackOfficeService, stay: Stay) -> Figure:
    """Give the month in which sharing starts: after moving in if owed to the move, and never before recognition."""
    start = service.start + stay.moving_in if service.owed_to_move else service.start
    if service.needs_recognition and service.recognised_from is not None:
        return np.maximum(start, service.recognised_from)
    return start


def _saving_lines(service: BackOfficeService, name: str, mature: Factor, book: Book) -> list[Line]:
    """Write the saving on staff and on purchases, the cash part and the rest of each."""
    common = (
        Factor("part that can be shared", service.can_be_shared, "fraction"),
        Factor("saving at maturity", service.saving, "fraction"),
        mature,
        book.growth(service.driver),
    )
    staff = Factor("cost of the posts today", service.people * service.cost_per_person, "money/year")
    purchases = Factor("purchases today", service.purchases, "money/year")
    cash = Factor("cash part", service.cash_part, "fraction")
    rest = Factor("part that is not cash", 1.0 - service.cash_part, "fraction")
    terms = Terms(driver=service.driver, currency=service.currency, fund=service.fund, sign=-1.0)
    time = replace(terms, nature="efficiency")
    parts = (
        ("staff", (staff, *common, cash), replace(terms, labour=True)),
        ("staff", (staff, *common, rest), replace(time, labour=True)),
        ("purchases", (purchases, *common, cash), terms),
        ("purchases", (purchases, *common, rest), time),
    )
    return [book.recurring("back office saving", f"{name}: {what}", factors, each) for what, factors, each in parts]
