"""What a careful reader would object to in a case: the faults that auditors find, looked for beforehand.

`docs/faults.md` lists them with where each is caught; those that the format does not let one write are not here. What
each says stands in `words.cautions`.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from colocate.analysis.caution import Caution, Kind
from colocate.analysis.plausible import implausible, implausible_option
from colocate.analysis.ruled_out import passes_every_gate
from colocate.case import Case
from colocate.case.premises import SUBSIDISED
from colocate.model.access import constituents_at
from colocate.model.costs.premises import OwnPremises
from colocate.model.criteria import LEAST_ITEMS, themes_missing
from colocate.model.expected import Expected, OptionExpected
from colocate.quantity import central_of, is_nothing

ALIKE = 0.25
"""Options whose area a person differ by more than this are not alike."""

SMALL_RATE = 0.2
"""A discount rate below so many per cent a year is more likely a fraction that was taken for per cent."""

NEUTRAL_STEP = 3

__all__ = ["Caution", "Kind", "cautions"]


def cautions(expected: Expected) -> tuple[Caution, ...]:
    """Look for every objection that can be seen from the case and its expected results; said once for like options."""
    found: dict[tuple[object, ...], list[Caution]] = {}
    for option in expected.options:
        for one in (
            *_omitted_costs(option, expected),
            *_of_lease(option, expected),
            *_of_move(option, expected),
            *_of_savings(option),
            *_of_capital(option),
            *_of_evidence(option),
            *_of_house(option, expected),
            *implausible_option(option, expected.case),
        ):
            found.setdefault((one.kind, tuple(sorted(one.figures.items())), one.names, one.premises), []).append(one)
    together = (
        Caution(
            alike[0].kind,
            tuple(option for one in alike for option in one.options),
            alike[0].figures,
            alike[0].names,
            alike[0].premises,
        )
        for alike in found.values()
    )
    return (*_of_case(expected), *implausible(expected.case), *together)


def _of_case(expected: Expected) -> Iterator[Caution]:
    case = expected.case
    if not any(quantity.is_uncertain for quantity in case.quantities.values()):
        yield Caution("nothing varies")
    bare = [one.path for one in case.quantities.values() if one.quality == "assumed" and not one.has_range]
    if bare:
        yield Caution("assumed without a range", names=tuple(bare))
    rates = [one.value for path, one in case.quantities.items() if path.startswith("discounting.rate")]
    small = [rate for rate in rates if 0 < abs(rate) < SMALL_RATE]
    if small:
        yield Caution("rate like a fraction", figures={"rate": small[0]})
    for currency in case.currencies:
        if not any(np.any(np.asarray(change) != 0) for change in currency.change):
            yield Caution("rate of exchange stays", names=(currency.code,))
    if case.access is not None and not constituents_at(case):
        yield Caution("nobody there", figures={"constituents": len(case.constituents)})
    if case.travel_times:
        yield from _ways_not_measured(expected)
    if case.checklist:
        if len(case.checklist) < LEAST_ITEMS:
            yield Caution("short checklist", figures={"questions": len(case.checklist), "needed": LEAST_ITEMS})
        if missing := themes_missing(case):
            yield Caution("themes missing", names=missing)
    yield from _of_ruled_out(case)
    known = {option.id: area for option in expected.options if (area := _area_per_person(option))}
    if known and max(known.values()) > (1 + ALIKE) * min(known.values()):
        yield Caution("unlike sizes", figures=known)


def _of_ruled_out(case: Case) -> Iterator[Caution]:
    """What was ruled out and passes every gate might have been the best; what rests on nothing cannot be checked."""
    passing = tuple(one.name for one in case.ruled_out if passes_every_gate(case, one))
    if passing:
        yield Caution("ruled out past every gate", names=passing)
    bare = tuple(one.name for one in case.ruled_out if not one.evidence.strip())
    if bare:
        yield Caution("ruled out without evidence", names=bare)


def _ways_not_measured(expected: Expected) -> Iterator[Caution]:
    """A table of measured times that lacks pairs mixes what was measured with what was not."""
    ways = [
        (constituent.name, option.id, known)
        for option in expected.options
        if option.access is not None
        for constituent, known in zip(option.access.constituents, option.access.known, strict=True)
    ]
    missing = [(name, option, known) for name, option, known in ways if known != "measured"]
    if missing:
        own = sum(known == "own estimate" for _name, _option, known in missing)
        yield Caution(
            "ways not measured",
            figures={"ways": len(ways), "missing": len(missing), "own": own},
            names=tuple(part for name, option, _known in dict.fromkeys(missing) for part in (name, option)),
        )


def _omitted_costs(option: OptionExpected, expected: Expected) -> Iterator[Caution]:
    """A heading that another option has and this one lacks is more often forgotten than free."""
    here = _headings(option, expected)
    elsewhere = {heading for other in expected.options for heading in _headings(other, expected)}
    missing = tuple(sorted(elsewhere - here))
    if missing:
        yield Caution("costs omitted", (option.id,), names=missing)


def _of_lease(option: OptionExpected, expected: Expected) -> Iterator[Caution]:
    for place, own in enumerate(option.stay.own):
        steps = ("lease",) if place == 0 else ("premises", place - 1, "lease")
        yield from _of_one_lease(option, expected, own, steps)
    owned = any(own.lease.tenure == "owned" for own in option.stay.own)
    if owned and not option.option.sales and central_of(option.option.residual_value) == 0:
        yield Caution("building owned", (option.id,))


def _of_one_lease(
    option: OptionExpected, expected: Expected, own: OwnPremises, steps: tuple[str | int, ...]
) -> Iterator[Caution]:
    case, lease, expiry, here = expected.case, own.lease, own.lease_expiry, (option.id,)
    name = "" if own.further is None else own.further.name
    if lease.tenure in SUBSIDISED and expiry is not None and central_of(expiry) < case.horizon_months:
        place = (*_place_of(option, expected), *steps, "renewal", "rent")
        rent = next((path for path, places in case.places_of.items() if place in places), "")
        follows = "" if lease.renewal is None else rent or "renewal"
        figures = {"month": central_of(expiry)}
        yield Caution("subsidised lease ends", here, figures, (str(lease.tenure), follows), name)
    if lease.tenure == "commercial" and expiry is None and not lease.steps and lease.indexation is None:
        yield Caution("rent never changes", here, {"years": case.horizon_years}, premises=name)


def _of_move(option: OptionExpected, expected: Expected) -> Iterator[Caution]:
    move, left = option.option.move, option.stay.left
    if move is None or left is None:
        return
    place = (*_place_of(option, expected), "move", "delay")
    delay = next((path for path, places in expected.case.places_of.items() if place in places), None)
    if delay is None or not expected.case.quantities[delay].is_uncertain:
        yield Caution("delay without a range", (option.id,))
    for there in option.stay.leaves:
        expiry = there.lease.expiry
        stays_on = there.further is None or there.lease.renewal is not None
        if expiry is not None and stays_on and central_of(expiry) < central_of(move.month):
            name = "" if there.further is None else there.further.name
            yield Caution("old lease ends before the move", (option.id,), {"month": central_of(expiry)}, premises=name)
    if any(there.lease.tenure == "owned" for there in option.stay.leaves) and not option.option.sales:
        yield Caution("building left unsold", (option.id,), names=(left.name,))
    planned = (*option.option.one_offs, *option.option.works)
    if planned and is_nothing(option.option.contingency):
        yield Caution("no contingency", (option.id,))
    if not planned:
        yield Caution("move without one-offs", (option.id,))
    if option.option.disruption is None:
        yield Caution("disruption not stated", (option.id,))


def _of_savings(option: OptionExpected) -> Iterator[Caution]:
    savings = [line for line in option.lines if line.category == "back office saving"]
    time = -sum(float(line.amounts[:, 0].sum()) for line in savings if line.nature == "efficiency")
    posts = -sum(float(line.amounts[:, 0].sum()) for line in savings if line.nature == "cash" and line.labour)
    if time > 0:
        yield Caution("savings are staff time", (option.id,), {"amount": time})
    if posts > 0:
        yield Caution("staff time as cash", (option.id,), {"amount": posts})
    disruption = option.option.disruption
    unpaid = [line for line in option.lines if line.category == "pay of vacant posts" and line.nature == "cash"]
    kept = -sum(float(line.amounts[:, 0].sum()) for line in unpaid)
    if kept > 0 and disruption is not None and disruption.time_counts_as == "efficiency":
        yield Caution("pay of vacant posts as cash", (option.id,), {"amount": kept})


def _of_capital(option: OptionExpected) -> Iterator[Caution]:
    """What is reckoned on capital is no staff time, though it counts beside it; a loan changes what a return means."""
    reckoned = [line for line in option.lines if line.category == "capital charge" and line.nature == "efficiency"]
    charged = sum(float(line.amounts[:, 0].sum()) for line in reckoned)
    if charged > 0:
        yield Caution("capital charge is reckoned", (option.id,), {"amount": charged})
    if option.option.loans:
        yield Caution("returns after loans", (option.id,))


def _of_evidence(option: OptionExpected) -> Iterator[Caution]:
    bare = tuple(
        one.item.text
        for one in option.mandate.answers
        if one.answer.answer in ("yes", "mitigated") and not one.answer.evidence.strip()
    )
    if bare:
        yield Caution("answers without evidence", (option.id,), names=bare)
    unproven = tuple(
        gate.name for gate in option.gates if gate.status == "pass" and gate.found is None and not gate.evidence.strip()
    )
    if unproven:
        yield Caution("gates without evidence", (option.id,), names=unproven)
    wish = option.government
    if wish.step not in (None, NEUTRAL_STEP) and not wish.evidence.strip():
        yield Caution("wish without evidence", (option.id,), {"step": wish.step or 0})
    if wish.is_weak:
        yield Caution("wish on weak evidence", (option.id,), {"step": wish.step or 0}, (wish.asked, wish.form))


def _of_house(option: OptionExpected, expected: Expected) -> Iterator[Caution]:
    if not option.option.house:
        return
    house = expected.case.house(option.option.house)
    if not house.already_running and not house.driver:
        yield Caution("tenants' costs not stated", (option.id,), names=(house.name,))
    occupancy = max(map(central_of, (house.occupancy, *(one.occupancy for one in house.occupancy_from))))
    if occupancy > 1.0:
        yield Caution("house over full", (option.id,), {"occupancy": occupancy}, (house.name,))


def _headings(option: OptionExpected, expected: Expected) -> set[str]:
    headings = {cost.category for cost in option.option.running}
    headings |= {cost.category for one in option.option.premises for cost in one.running}
    if option.option.house:
        headings |= {cost.category for cost in expected.case.house(option.option.house).costs}
    return {str(heading) for heading in headings}


def _area_per_person(option: OptionExpected) -> float:
    people, area = (float(np.mean(size)) for size in (option.stay.size.people, option.stay.size.area))
    return area / people if people > 0 else 0.0


def _place_of(option: OptionExpected, expected: Expected) -> tuple[str | int, ...]:
    place = expected.place_of(option.id)
    return ("options", place)
