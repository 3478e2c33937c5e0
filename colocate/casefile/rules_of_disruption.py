"""What must hold in what a case says of disruption: there is a move, and every figure has the others that it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from colocate.case import Option
from colocate.case.disruption import Disruption
from colocate.casefile.faults import Fault, fault_at
from colocate.casefile.walk import Place, Survey, centrals

Rule = Callable[[Place, Survey], Iterator[Fault]]

NEEDED = {
    "days_lost": ("cost_per_person",),
    "slower_start": ("slower_months", "cost_per_person"),
    "slower_months": ("slower_start",),
    "cost_to_replace": ("leave",),
    "vacant_months": ("leave", "cost_per_person"),
    "trips_a_week": (),
    "minutes_a_trip": ("trips_a_week", "cost_per_person"),
    "fare_a_trip": ("trips_a_week",),
    "months_at_both": ("trips_a_week",),
}
"""The figures that each figure of a disruption comes to nothing without."""

EITHER = {"leave": ("cost_to_replace", "vacant_months"), "trips_a_week": ("minutes_a_trip", "fare_a_trip")}
"""The figures of which each needs one at least."""


def _disruption(place: Place, _read: Survey) -> Iterator[Fault]:
    written = place.written
    missing = dict.fromkeys(
        (needed, key) for key, others in NEEDED.items() if key in written for needed in others if needed not in written
    )
    told: set[str] = set()
    for needed, key in missing:
        if needed not in told:
            told.add(needed)
            yield fault_at(
                place.at(needed), "is missing", "Due beside {key}, which comes to nothing without it", key=key
            )
    for key, others in EITHER.items():
        if key in written and not any(other in written for other in others):
            yield fault_at(
                place.at(key),
                "comes to nothing",
                "State {first} or {second} beside it, or take it out",
                first=others[0],
                second=others[1],
            )


def _option(place: Place, read: Survey) -> Iterator[Fault]:
    """Only a move disrupts, and people travel between two sites only where there are months in which both run."""
    disruption = place.written.get("disruption")
    if not isinstance(disruption, Mapping):
        return
    if "move" not in place.written:
        yield fault_at(place.at("disruption"), "the option does not move", "Add a [move], or take it out")
        return
    month, start = centrals(place, read, "move").get("month"), centrals(place, read, "lease").get("start", 0.0)
    both = "months_at_both" in disruption or month is None or start < month
    if "trips_a_week" in disruption and not both:
        yield fault_at(
            f"{place.path}.disruption.trips_a_week",
            "there are no months in which both sites run: the new lease starts with the move",
            "State months_at_both, let the lease start earlier, or take it out",
        )


RULES_OF_DISRUPTION: dict[type, tuple[Rule, ...]] = {Option: (_option,), Disruption: (_disruption,)}
