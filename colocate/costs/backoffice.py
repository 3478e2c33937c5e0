"""The shared back office: what each of the six services saves, and what sharing it costs (method, section 8)."""

from __future__ import annotations

import numpy as np

from colocate.case import Case
from colocate.case.services import BackOfficeService
from colocate.costs.line import Book, Factor, Line, Nature
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
    rising = years_since**2 / (2.0 * np.where(ramp > 0, ramp, 1.0))
    reached = np.where(years_since < ramp, rising, years_since - ramp / 2.0)
    return reached[1:] - reached[:-1]


def _service_lines(service: BackOfficeService, stay: Stay, book: Book) -> list[Line]:
    years = book.prices.horizon_years
    start = service.start + stay.moving_in if service.owed_to_move else service.start
    if service.needs_recognition and service.recognised_from is not None:
        start = np.maximum(start, service.recognised_from)
    name = f"{service.service[:1].upper()}{service.service[1:]}"
    if service.service == "ict":
        name = "ICT"
    grown, mature = book.growth(service.driver), Factor("maturity", maturity(start, service.ramp_years, years), "part")
    shared = Factor("part that can be shared", service.can_be_shared, "fraction")
    rate = Factor("saving at maturity", service.saving, "fraction")
    posts = Factor("cost of the posts today", service.people * service.cost_per_person, "money/year")
    purchases = Factor("purchases today", service.purchases, "money/year")
    common = {"driver": service.driver, "currency": service.currency, "fund": service.fund}
    cash = ("cash", Factor("cash part", service.cash_part, "fraction"))
    time = ("efficiency", Factor("part that is not cash", 1.0 - service.cash_part, "fraction"))
    parts: tuple[tuple[Nature, Factor], ...] = (cash, time)  # type: ignore[assignment]
    lines = [
        book.recurring(
            "back office saving",
            f"{name}: {what}",
            (cost, shared, rate, mature, grown, part),
            nature=nature,
            labour=labour,
            sign=-1.0,
            **common,
        )
        for what, cost, labour in (("staff", posts, True), ("purchases", purchases, False))
        for nature, part in parts
    ]
    runs = Factor("part of the year", coverage(start, 12.0 * years, years), "fraction")
    fee = (Factor("fee a year", service.fee, "money/year"), grown, runs)
    lines.append(book.recurring("back office fee", f"{name}: fee", fee, **common))
    transition = (Factor("transition cost", service.transition, "money"),)
    lines.append(book.dated("back office transition", f"{name}: transition", start, transition, **common))
    return lines
