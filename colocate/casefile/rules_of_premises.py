"""What must hold in what a case says of premises: leases that follow on one another, terms that fit the tenure."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from colocate.case import Option
from colocate.case.premises import SUBSIDISED, Indexation, Lease, Renewal
from colocate.casefile.faults import Fault, fault_at
from colocate.casefile.fields import limits_in
from colocate.casefile.walk import Place, Survey, centrals, records_of
from colocate.message import Message

Rule = Callable[[Place, Survey], Iterator[Fault]]


def _option(place: Place, read: Survey) -> Iterator[Fault]:
    written = place.written
    move, lease = written.get("move"), written.get("lease")
    central = centrals(place, read, "lease")
    start = central.get("start", 0.0)
    if isinstance(lease, Mapping):
        if move is None and start > 0:
            yield fault_at(
                f"{place.path}.lease.start",
                "the lease starts in month {start}, and the office has no premises before",
                "An option that stays has a lease that runs already (0 or below); one that moves has a [move]",
                start=start,
            )
        if lease.get("shared_by") and not written.get("house"):
            yield fault_at(
                f"{place.path}.lease.shared_by", "shares the lease with nobody", "Name the house of the tenants"
            )
    if isinstance(move, Mapping):
        yield from _move(place, move, start, centrals(place, read, "move"), read)
    if written.get("coordinators") and read.document.get("coordinators") is None:
        yield fault_at(
            place.at("coordinators"), "there are none in this case", "Add [coordinators] to the case, or take it out"
        )
    if read.document.get("access") is not None and "place" not in written:
        yield fault_at(
            place.at("place"), "is missing", "Due where the case has access: latitude and longitude of the door"
        )


def _move(
    place: Place, move: Mapping[str, Any], start: float, central: Mapping[str, float], read: Survey
) -> Iterator[Fault]:
    month = central.get("month")
    if month is not None and start > month:
        yield fault_at(
            f"{place.path}.lease.start",
            "the lease starts in month {start}, after moving in (month {month})",
            "The lease starts with the move or before it",
            start=start,
            month=month,
        )
    if start < 0:
        yield fault_at(
            f"{place.path}.lease.start",
            "the lease of new premises starts in month {start}, before the decision",
            "Due: 0 or above for an option that moves",
            start=start,
        )
    expiry = centrals(place, read, "lease").get("expiry")
    if month is not None and expiry is not None and expiry <= month:
        yield fault_at(
            f"{place.path}.lease.expiry",
            "the new lease expires in month {expiry}, before moving in (month {month})",
            "A lease of new premises expires after the move",
            expiry=expiry,
            month=month,
        )
    leaves = move.get("leaves")
    if leaves == place.written.get("id"):
        yield fault_at(
            f"{place.path}.move.leaves", "goes round in a circle: an option cannot leave itself", "Name another"
        )
        return
    target = next((one for one in records_of(read.document.get("options")) if one.get("id") == leaves), None)
    if target is not None and target.get("move") is not None:
        circle = isinstance(target["move"], Mapping) and target["move"].get("leaves") == place.written.get("id")
        round_about = Message("goes round in a circle: each leaves the other")
        problem = round_about if circle else Message('"{option}" moves itself', option=str(leaves))
        yield Fault(f"{place.path}.move.leaves", problem, Message("Name an option that stays where it is"))


def _lease(place: Place, read: Survey) -> Iterator[Fault]:
    written, central = place.written, centrals(place, read)
    tenure = written.get("tenure")
    start, expiry = central.get("start", 0.0), central.get("expiry")
    if expiry is not None and expiry <= max(start, 0.0):
        yield fault_at(
            place.at("expiry"),
            "month {expiry} is not after the lease's start and the decision",
            "Months count from the decision date; leave it out for an open-ended lease",
            expiry=expiry,
        )
    if "renewal" in written and "expiry" not in written:
        yield fault_at(place.at("renewal"), "has no expiry to follow", "State expiry, or take renewal out")
    if tenure in SUBSIDISED and "market_value" not in written:
        yield fault_at(
            place.at("market_value"),
            "is missing",
            "Due for a {tenure} lease: its value in kind is shown, never hidden",
            tenure=tenure,
        )
    if tenure in ("commercial", "owned") and "market_value" in written:
        yield fault_at(place.at("market_value"), "has no meaning for a {tenure} lease", "Take it out", tenure=tenure)
    if tenure in ("rent-free", "nominal") and "expiry" not in written:
        yield fault_at(
            place.at("expiry"),
            "is missing",
            "A {tenure} promise ends one day: state a month, with a range",
            tenure=tenure,
        )
    if tenure in ("owned", "rent-free"):
        for key in ("rent", "rent_driver", "steps", "indexation", "subsidy"):
            if written.get(key) and central.get(key) != 0.0:
                yield fault_at(
                    place.at(key), "a {tenure} lease has none", "Take it out, or name another tenure", tenure=tenure
                )
    elif written.get("rent_driver") and start <= 0:
        yield fault_at(
            place.at("rent_driver"),
            "the lease has begun: its rent is today's",
            "Take it out; a rent that grows on its anniversaries has an indexation",
        )
    yield from _needs_driver(place)
    yield from _break_and_steps(place, read, expiry)


def _needs_driver(place: Place) -> Iterator[Fault]:
    for key, driver in (("service_charge", "service_charge_driver"), ("restoration", "restoration_driver")):
        if key in place.written and not place.written.get(driver):
            yield fault_at(
                place.at(driver), "is missing", "Due beside {key}: every cost names what it grows with", key=key
            )
        if key not in place.written and place.written.get(driver):
            yield fault_at(place.at(driver), "has no {key} to drive", "State {key}, or take it out", key=key)
    term = place.written.get("renewal", {})
    least, most = limits_in(Renewal, "term_years")
    years = term.get("term_years") if isinstance(term, Mapping) else None
    if isinstance(years, int) and not least <= years <= most:
        yield fault_at(
            f"{place.path}.renewal.term_years",
            "{term_years} is not a term",
            "Due: {least} to {most} years",
            term_years=years,
            least=least,
            most=most,
        )


def _break_and_steps(place: Place, read: Survey, expiry: float | None) -> Iterator[Fault]:
    month = centrals(place, read, "break_option").get("month")
    if month is not None and expiry is not None and month > expiry:
        yield fault_at(
            f"{place.path}.break_option.month",
            "month {month} is after the expiry",
            "A break comes before it",
            month=month,
        )
    previous = 0.0
    steps = place.written.get("steps", [])
    for position in range(len(steps) if isinstance(steps, list) else 0):
        after = centrals(place, read, "steps", position).get("after_months")
        if after is not None and after <= previous:
            yield fault_at(
                f"{place.path}.steps[{position}].after_months",
                "month {after} is not after the step before it",
                "Write steps in order of time, after the lease's first day",
                after=after,
            )
        previous = previous if after is None else after


def _indexation(place: Place, read: Survey) -> Iterator[Fault]:
    written, clause = place.written, centrals(place, read)
    if clause.get("cap", math.inf) < clause.get("floor", -math.inf):
        yield fault_at(place.at("cap"), "is below the floor", "Exchange them, or mend one")
    if written.get("driver"):
        return
    if "amount" not in written:
        yield fault_at(
            place.at("driver"), "is missing", "Due unless the rent rises by an amount: name a driver, or state amount"
        )
    for key in ("share", "cap", "floor"):
        if key in written:
            yield fault_at(
                place.at(key), "has no growth to hold", "It is of a driver's growth: name the driver, or take it out"
            )


RULES_OF_PREMISES: dict[type, tuple[Rule, ...]] = {Option: (_option,), Lease: (_lease,), Indexation: (_indexation,)}
