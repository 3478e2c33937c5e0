"""What must hold where a case takes the defaults of a market: they are nominal, in dollars, and per m2."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from colocate.case import Case
from colocate.casefile.defaults import CURRENCY, in_dollars, market_of
from colocate.casefile.faults import Fault, fault_at, path_of
from colocate.casefile.filling import RUNNING, categories_of_house, included, paid_there
from colocate.casefile.walk import Place, Survey, leases_of, records_of

OF_LEASES = ("service_charge", "restoration")
TENURES = ("commercial", "preferential", "nominal", "rent-free")


def _case(place: Place, _read: Survey) -> Iterator[Fault]:
    document = place.written
    if not market_of(document):
        return
    if not in_dollars(document, {}):
        yield fault_at(
            "defaults",
            "are amounts in {dollars}, and the case is in {currency}",
            "Write the case in {dollars}, or take defaults out and state every figure",
            dollars=CURRENCY,
            currency=str(document["currency"])[:10],
        )
        return
    discounting = document.get("discounting")
    if isinstance(discounting, Mapping) and discounting.get("rates") == "real":
        yield fault_at(
            "defaults",
            "are nominal, and the rates of the case are real",
            'Write rates = "nominal", or take defaults out and state every figure',
        )
    for number, option in enumerate(records_of(document.get("options"))):
        for steps, lease, record in leases_of(option):
            goes_on = "renewal" in lease or (record is option and "expiry" in lease)
            if lease.get("tenure") in TENURES:
                yield from _lease(document, lease, path_of(("options", number, *steps, "per")), goes_on=goes_on)
        yield from _running(document, option, number)


def _lease(document: Mapping[str, object], lease: Mapping[str, object], path: str, *, goes_on: bool) -> Iterator[Fault]:
    """A lease that is not per m2 in dollars states what the defaults cannot."""
    if lease.get("per", "m2") == "m2" and in_dollars(document, lease):
        return
    missing = [key for key in OF_LEASES if key not in lease]
    renewal = lease.get("renewal", {})
    if goes_on and isinstance(renewal, Mapping) and "rent" not in renewal:
        missing.append("renewal")
    if missing:
        yield fault_at(
            path,
            "the defaults of a lease are per m2 and in {dollars}, and this one is not",
            "State its rent so, or beside it {missing}",
            dollars=CURRENCY,
            missing=", ".join(missing),
        )


def _running(document: Mapping[str, object], option: Mapping[str, object], number: int) -> Iterator[Fault]:
    """A running cost of further premises alone leaves that of the others open: a default is of all together."""
    stated = {one.get("category") for one in records_of(option.get("running"))}
    stated |= {*included(option.get("lease")), *categories_of_house(document, option)}
    for place, one in enumerate(records_of(option.get("premises"))):
        path = path_of(("options", number, "premises", place))
        in_rent = set(included(one.get("lease")))
        for category in (line[1] for line in RUNNING):
            if category in stated or category not in paid_there(one):
                continue
            if category in in_rent:
                yield fault_at(
                    f"{path}.lease.includes",
                    "the rent includes {category}, and its default is of all premises together",
                    "Take it out of includes; or make these the option's main premises, and the others further ones",
                    category=category,
                )
            else:
                yield fault_at(
                    f"{path}.running",
                    "has {category}, and its default is of all premises together",
                    "State the option's own running cost of {category}, to which this one comes; or take this one out",
                    category=category,
                )


RULES_OF_DEFAULTS: dict[type, tuple[Callable[[Place, Survey], Iterator[Fault]], ...]] = {Case: (_case,)}
