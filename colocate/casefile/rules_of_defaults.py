"""What must hold where a case takes the defaults of a market: they are nominal, in dollars, and per m2."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from colocate.case import Case
from colocate.casefile.defaults import CURRENCY, in_dollars, market_of
from colocate.casefile.faults import Fault, fault_at
from colocate.casefile.walk import Place, Survey, records_of

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
        lease = option.get("lease")
        if isinstance(lease, Mapping) and lease.get("tenure") in TENURES:
            yield from _lease(document, lease, f"options[{number}].lease.per")


def _lease(document: Mapping[str, object], lease: Mapping[str, object], path: str) -> Iterator[Fault]:
    """A lease that is not per m2 in dollars states what the defaults cannot."""
    if lease.get("per", "m2") == "m2" and in_dollars(document, lease):
        return
    needed = (*OF_LEASES, "renewal") if "expiry" in lease else OF_LEASES
    missing = [key for key in needed if key not in lease]
    if missing:
        yield fault_at(
            path,
            "the defaults of a lease are per m2 and in {dollars}, and this one is not",
            "State its rent so, or beside it {missing}",
            dollars=CURRENCY,
            missing=", ".join(missing),
        )


RULES_OF_DEFAULTS: dict[type, tuple[Callable[[Place, Survey], Iterator[Fault]], ...]] = {Case: (_case,)}
