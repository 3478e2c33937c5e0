"""The shared back office: what each of the six services saves, and what sharing it costs (method, section 8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from colocate.case import Case
from colocate.case.services import BackOfficeService
from colocate.model.costs.line import Book, Factor, Line, Nature, Terms
from colocate.model.costs.premises import Stay
from colocate.model.prices import Moment, Prices
from colocate.model.timeline import coverage
from colocate.quantity import Array, Figure
from colocate.units import MONTHS_PER_YEAR


@dataclass(frozen=True)
class Saving:
    """A part of what a service saves: its formula but for the maturity, which stands between `before` and `after`."""

    name: str
    before: tuple[Factor, ...]
    after: tuple[Factor, ...]
    terms: Terms


@dataclass(frozen=True)
class Sharing:
    """When a service begins to be shared: the month, how mature it is by year, and the part of each year it runs."""

    start: Moment
    mature: Factor
    runs: Factor


@dataclass(frozen=True)
class SharedService:
    """A service that may be shared, with what is the same under every option that shares it.

    `sharing` is None where it begins with the move.
    """

    service: BackOfficeService
    name: str
    growth: Factor
    terms: Terms
    savings: tuple[Saving, ...]
    sharing: Sharing | None


def services_of(case: Case, prices: Prices, growths: Mapping[str, Factor]) -> tuple[SharedService, ...]:
    """Work out, once for all options, what no option changes of each service that any of them may share."""
    shared = [service for service in case.back_office if is_shared(service, common_premises=True)]
    return tuple(_service(service, prices, growths[service.driver]) for service in shared)


def back_office_lines(services: Iterable[SharedService], stay: Stay, book: Book) -> list[Line]:
    """Write the lines of every service that this option shares; a service that is not shared has none."""
    lines = []
    for shared in services:
        if is_shared(shared.service, common_premises=stay.option.common_premises):
            lines += _service_lines(shared, stay, book)
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


def _service(service: BackOfficeService, prices: Prices, growth: Factor) -> SharedService:
    name = "ICT" if service.service == "ict" else f"{service.service[:1].upper()}{service.service[1:]}"
    return SharedService(
        service=service,
        name=name,
        growth=growth,
        terms=Terms(service.driver, service.currency, fund=service.fund),
        savings=_savings(service, name, growth),
        sharing=None if service.owed_to_move else _sharing(service, service.start, prices),
    )


def _sharing(service: BackOfficeService, month: Figure, prices: Prices) -> Sharing:
    """Tell when sharing starts: in this month, and never before recognition."""
    years = prices.horizon_years
    recognised = service.recognised_from if service.needs_recognition else None
    start = month if recognised is None else np.maximum(month, recognised)
    return Sharing(
        start=prices.moment(start),
        mature=Factor("maturity", maturity(start, service.ramp_years, years), "part"),
        runs=Factor("part of the year", coverage(start, MONTHS_PER_YEAR * years, years), "fraction"),
    )


def _savings(service: BackOfficeService, name: str, growth: Factor) -> tuple[Saving, ...]:
    """Part the saving on staff and on purchases into its cash part and the rest."""
    staff = Factor("cost of the posts today", service.people * service.cost_per_person, "money/year")
    purchases = Factor("purchases today", service.purchases, "money/year")
    shared = Factor("part that can be shared", service.can_be_shared, "fraction")
    saving = Factor("saving at maturity", service.saving, "fraction")
    cash = Factor("cash part", service.cash_part, "fraction")
    rest = Factor("part that is not cash", 1.0 - service.cash_part, "fraction")

    def part(what: str, today: Factor, counted: Factor, nature: Nature, *, labour: bool) -> Saving:
        terms = Terms(service.driver, service.currency, fund=service.fund, nature=nature, labour=labour, sign=-1.0)
        return Saving(f"{name}: {what}", (today, shared, saving), (growth, counted), terms)

    return (
        part("staff", staff, cash, "cash", labour=True),
        part("staff", staff, rest, "efficiency", labour=True),
        part("purchases", purchases, cash, "cash", labour=False),
        part("purchases", purchases, rest, "efficiency", labour=False),
    )


def _service_lines(shared: SharedService, stay: Stay, book: Book) -> list[Line]:
    service = shared.service
    sharing = shared.sharing or _sharing(service, service.start + stay.moving_in, book.prices)
    lines = [
        book.recurring("back office saving", part.name, (*part.before, sharing.mature, *part.after), part.terms)
        for part in shared.savings
    ]
    fee = (Factor("fee a year", service.fee, "money/year"), shared.growth, sharing.runs)
    lines.append(book.recurring("back office fee", f"{shared.name}: fee", fee, shared.terms))
    transition, name = (Factor("transition cost", service.transition, "money"),), f"{shared.name}: transition"
    lines.append(book.dated("back office transition", name, sharing.start, transition, shared.terms))
    return lines
