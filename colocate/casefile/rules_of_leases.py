"""What must hold in a lease as it is signed: deposit, rent paid ahead, incentives, surrender, gross rents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args

from colocate.case import Option
from colocate.case.premises import SUBSIDISED, Lease
from colocate.case.spending import RunningCategory
from colocate.casefile.faults import Fault, did_you_mean, fault_at, path_of
from colocate.casefile.walk import Place, Survey, centrals, leases_of, records_of, words_under
from colocate.message import Message

Rule = Callable[[Place, Survey], Iterator[Fault]]

INCLUDED = (*get_args(RunningCategory), "service charge")
"""What a gross rent may have in it."""

OF_A_RENT = ("rent_paid_until", "surrender_premium", "gross")
HAS_NONE = {"owned": (*OF_A_RENT, "incentives"), "rent-free": OF_A_RENT}
"""What makes no sense in a lease of these tenures."""


def _lease(place: Place, read: Survey) -> Iterator[Fault]:
    written, central = place.written, centrals(place, read)
    yield from _deposit(place)
    until, expiry = central.get("rent_paid_until"), central.get("expiry")
    if until is not None and central.get("start", 0.0) > 0:
        yield fault_at(
            place.at("rent_paid_until"), "the lease has not begun", "Only rent of a running lease can be paid already"
        )
    elif until is not None and expiry is not None and until > expiry:
        yield fault_at(
            place.at("rent_paid_until"),
            "month {until} is after the expiry",
            "Rent is paid ahead to the expiry at most",
            until=until,
        )
    if "surrender_premium" in written and "break_option" in written:
        yield fault_at(
            place.at("surrender_premium"),
            "stands beside a break option",
            "A lease is left by the one or by the other: take one out",
        )
    tenure = words_under(written, "tenure")
    for key in HAS_NONE.get(tenure, ()):
        if written.get(key):
            yield fault_at(
                place.at(key), "a {tenure} lease has none", "Take it out, or name another tenure", tenure=tenure
            )
    if written.get("incentives") and tenure in SUBSIDISED:
        yield fault_at(
            place.at("incentives"),
            "the landlord of a {tenure} lease is the host",
            "Write what the host gives as a contribution, which its own book bears",
            tenure=tenure,
        )
    yield from _gross(place)


def _deposit(place: Place) -> Iterator[Fault]:
    written = place.written
    for key in ("deposit_paid", "deposit_carried", "deposit_interest"):
        if written.get(key) and "deposit" not in written:
            yield fault_at(place.at(key), "has no deposit", "State deposit, or take it out")
    if written.get("deposit_paid") and "deposit_carried" in written:
        yield fault_at(
            place.at("deposit_carried"),
            "the whole deposit is paid already",
            "State deposit_paid for the whole of it, or deposit_carried for a part",
        )


def _gross(place: Place) -> Iterator[Fault]:
    written = place.written
    includes = written.get("includes")
    named = includes if isinstance(includes, list) else []
    if written.get("gross") and not named:
        yield fault_at(
            place.at("includes"), "is missing", "Due for a gross rent: the categories of running costs that it includes"
        )
    if named and not written.get("gross"):
        yield fault_at(place.at("includes"), "is of a gross rent only", "Write gross = true, or take it out")
    for position, name in enumerate(named):
        if isinstance(name, str) and name not in INCLUDED:
            where = f"{place.at('includes')}[{position}]"
            yield Fault(
                where, Message('there is no running category "{name}"', name=name), did_you_mean(name, INCLUDED)
            )
    if "service charge" in named and "service_charge" in written:
        yield fault_at(
            place.at("service_charge"), "is in the gross rent already", "Take it out here, or out of includes"
        )


def _option(place: Place, read: Survey) -> Iterator[Fault]:
    written, works = place.written, 0
    for steps, lease, record in leases_of(written):
        path = path_of((*place.steps, *steps))
        if written.get("move") is not None and "deposit_carried" in lease:
            yield fault_at(
                f"{path}.deposit_carried",
                "the deposit of the lease that is left comes back by itself",
                "Take it out; it is for an office that stays under a new lease",
            )
        yield from _paid_twice(place, path, lease, record, read)
        for position, one in enumerate(records_of(lease.get("incentives"))):
            where = f"{path}.incentives[{position}].kind"
            if one.get("kind") == "buy-out" and written.get("move") is None:
                yield fault_at(where, "the office stays: no lease is bought out", "Write an allowance, or add a move")
            if one.get("kind") == "works":
                works += 1
                yield from _of_works(where, works, written)


def _of_works(where: str, number: int, option: Mapping[str, Any]) -> Iterator[Fault]:
    """One landlord at most pays for works, and there are some."""
    if number > 1:
        yield fault_at(where, "the fit-out is paid by another one already", "Write one incentive of works")
    if not any(_is_agencys_fit_out(cost) for cost in records_of(option.get("one_offs"))):
        yield fault_at(
            where, "there is no fit-out that the landlord could pay", "Write it as a one-off cost of the agency"
        )


def _is_agencys_fit_out(cost: Mapping[str, Any]) -> bool:
    return cost.get("category") == "fit-out" and cost.get("payer", "agency") == "agency" and not cost.get("staff_time")


def _paid_twice(
    place: Place, path: str, lease: Mapping[str, Any], record: Mapping[str, Any], read: Survey
) -> Iterator[Fault]:
    """A running cost whose category is in a gross rent would be paid twice: of the option, the premises, or its house.

    What the option states itself is of all its premises, so also of those with the gross rent.
    """
    includes = lease.get("includes") if lease.get("gross") else None
    named = [one for one in includes if isinstance(one, str)] if isinstance(includes, list) else []
    costs = [
        (place.at("running"), cost, number) for number, cost in enumerate(records_of(place.written.get("running")))
    ]
    if record is not place.written:
        own = f"{path.removesuffix('.lease')}.running"
        costs += [(own, cost, number) for number, cost in enumerate(records_of(record.get("running")))]
    for where, cost, number in costs:
        if cost.get("category") in named:
            yield fault_at(
                f"{where}[{number}].category",
                "{category} is in the gross rent already: it would be paid twice",
                "Take this cost out, or its category out of the lease's includes",
                category=str(cost["category"]),
            )
    if record is not place.written:
        return
    for house in records_of(read.document.get("houses")):
        if house.get("id") != place.written.get("house"):
            continue
        for cost in records_of(house.get("costs")):
            if cost.get("category") in named:
                yield fault_at(
                    f"{path}.includes",
                    "the house charges {category}, which is in the gross rent already",
                    "Take it out of includes, or the cost out of the house",
                    category=str(cost["category"]),
                )


RULES_OF_LEASES: dict[type, tuple[Rule, ...]] = {Option: (_option,), Lease: (_lease,)}
