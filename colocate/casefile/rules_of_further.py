"""What must hold in further premises beside the main ones: people enough for all, leases that go with the option."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from colocate.case import Option
from colocate.casefile.faults import Fault, fault_at
from colocate.casefile.rules_of_ranges import reach
from colocate.casefile.walk import Place, Survey, centrals, records_of
from colocate.quantity import Quantity

Rule = Callable[[Place, Survey], Iterator[Fault]]

NEAR = 1e-9
"""Parts of the whole that are added up may be that much more than it."""


def _option(place: Place, read: Survey) -> Iterator[Fault]:
    further = records_of(place.written.get("premises"))
    if not further:
        return
    yield from _people(place, read, len(further))
    move = place.written.get("move")
    for number, one in enumerate(further):
        lease, path = one.get("lease"), f"{place.at('premises')}[{number}].lease"
        if not isinstance(lease, Mapping):
            continue
        central = centrals(place, read, "premises", number, "lease")
        if lease.get("shared_by"):
            yield fault_at(
                f"{path}.shared_by",
                "only the main premises are shared with a house",
                "Take it out, or make these the option's lease",
            )
        if isinstance(move, Mapping):
            yield from _of_move(path, central, centrals(place, read, "move").get("month"))
        elif lease.get("deposit_paid") and central.get("start", 0.0) > 0:
            yield fault_at(f"{path}.deposit_paid", "the lease has not begun", "Take it out: its deposit is paid then")


def _of_move(path: str, central: Mapping[str, float], month: float | None) -> Iterator[Fault]:
    start, expiry = central.get("start", 0.0), central.get("expiry")
    if start < 0:
        yield fault_at(
            f"{path}.start",
            "the lease of new premises starts in month {start}, before the decision",
            "Due: 0 or above for an option that moves",
            start=start,
        )
    if month is not None and expiry is not None and expiry <= month:
        yield fault_at(
            f"{path}.expiry",
            "the new lease expires in month {expiry}, before moving in (month {month})",
            "A lease of new premises expires after the move",
            expiry=expiry,
            month=month,
        )


def _people(place: Place, read: Survey, count: int) -> Iterator[Fault]:
    """In no year may more people sit in further premises than there are, at the most that each part can be."""
    changes = sorted(
        {
            year
            for one in records_of(place.written.get("premises"))
            for entry in records_of(one.get("people_share_from"))
            if isinstance(year := entry.get("from_year"), int)
        }
    )
    for year in (0, *changes):
        shares = [_share(place, read, number, year) for number in range(count)]
        known = [one for one in shares if one is not None]
        central = sum(one.figure for one in known)
        most = sum(reach(one)[1] * one.scale for one in known)
        if central > 1.0 + NEAR:
            yield fault_at(
                place.at("premises"),
                "{total} % of the people sit in further premises",
                "The parts make 100 % at most; the main premises have the rest",
                total=f"{100 * central:.6g}",
            )
            return
        if most > 1.0 + NEAR:
            yield fault_at(
                place.at("premises"),
                "up to {total} % of the people could sit in further premises",
                "Narrow the ranges, so that the parts make 100 % at most",
                total=f"{100 * most:.6g}",
            )
            return


def _share(place: Place, read: Survey, number: int, year: int) -> Quantity | None:
    """Give the part of the people of one of the further premises in a budget year; None where it is at fault."""
    steps = (*place.steps, "premises", number)
    found = read.quantities(steps).get("people_share")
    for entry, written in enumerate(records_of(records_of(place.written["premises"])[number].get("people_share_from"))):
        from_year = written.get("from_year")
        if isinstance(from_year, int) and from_year <= year:
            found = read.quantities((*steps, "people_share_from", entry)).get("people_share")
    return found


RULES_OF_FURTHER: dict[type, tuple[Rule, ...]] = {Option: (_option,)}
