"""What a careful reader would object to in a case: the faults that auditors find, looked for beforehand.

`docs/faults.md` lists them with where each is caught; those that the format does not let one write are not here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from colocate.case.premises import SUBSIDISED
from colocate.model.access import constituents_at
from colocate.model.criteria import LEAST_ITEMS, themes_missing
from colocate.model.outcome import OptionOutcome, Outcome
from colocate.quantity import central_of
from colocate.words.government import weak_in_words
from colocate.words.numbers import about, listed, month_of, number, percent, plain_figure, unit_in_words

ALIKE = 0.25
"""Options whose area a person differ by more than this are not alike."""

WAYS_NAMED = 3
"""So many ways that were not measured are named; the others are counted."""


@dataclass(frozen=True)
class Caution:
    """One objection: which options it is about (none: the case as a whole), and what it is."""

    options: tuple[str, ...]
    words: str


def cautions(outcome: Outcome, locale: str = "en") -> tuple[Caution, ...]:
    """Look for every objection that can be seen from the case and its central results; said once for like options."""
    found: dict[str, list[OptionOutcome]] = {}
    for option in outcome.options:
        for words in (
            *_omitted_costs(option, outcome),
            *_of_lease(option, outcome, locale),
            *_of_move(option, outcome, locale),
            *_of_savings(option, outcome, locale),
            *_of_evidence(option),
            *_of_house(option, outcome),
        ):
            found.setdefault(words, []).append(option)
    of_options = (
        Caution(tuple(option.id for option in options), f"{listed([option.name for option in options])}: {words}")
        for words, options in found.items()
    )
    return (*(Caution((), words) for words in _of_case(outcome, locale)), *of_options)


def _of_case(outcome: Outcome, locale: str) -> Iterator[str]:
    case = outcome.case
    bare = [
        quantity for quantity in case.quantities.values() if quantity.quality == "assumed" and not quantity.is_uncertain
    ]
    if bare:
        names = listed([f"{quantity.label} ({quantity.path})" for quantity in bare[:3]])
        yield (f"{len(bare)} assumed figures have no range, for example {names}.")
    if 0 < abs(case.quantities["discounting.rate"].value) < 0.2 if "discounting.rate" in case.quantities else False:
        rate = plain_figure(case.quantities["discounting.rate"].value, locale)
        yield (f"The discount rate is {rate} % a year. Per cent are written as 3.5, not 0.035.")
    for currency in case.currencies:
        if not any(np.any(np.asarray(change) != 0) for change in currency.change):
            yield (f"The rate of exchange of {currency.code} stays the same for {case.horizon_years} years.")
    if case.access is not None and not constituents_at(case):
        yield (f"No constituent of the table exists on {case.decision_date.isoformat()}.")
    if case.travel_times:
        yield from _ways_not_measured(outcome)
    if case.checklist:
        yield from _of_checklist(outcome)
    known = [(option.name, area) for option in outcome.options if (area := _area_per_person(option))]
    if known and max(area for _, area in known) > (1 + ALIKE) * min(area for _, area in known):
        sizes = listed([f"{name} {number(area, locale, 1)} m2" for name, area in known])
        yield (f"The options are not alike in size; per person: {sizes}.")


def _of_checklist(outcome: Outcome) -> Iterator[str]:
    """A checklist that leaves a theme out, or asks little, makes every option look alike."""
    count, missing = len(outcome.case.checklist), themes_missing(outcome.case)
    if count < LEAST_ITEMS:
        yield (
            f"The checklist of the mandate has {count} question{'' if count == 1 else 's'}; "
            f"{LEAST_ITEMS} are needed to tell options apart."
        )
    if missing:
        yield f"The checklist of the mandate asks nothing on {'; '.join(missing)}."


def _ways_not_measured(outcome: Outcome) -> Iterator[str]:
    """A table of measured times that lacks pairs mixes what was measured with what was not."""
    ways = [
        (f"{constituent.name} to {option.name}", known)
        for option in outcome.options
        if option.access is not None
        for constituent, known in zip(option.access.constituents, option.access.known, strict=True)
    ]
    missing = {name: known for name, known in ways if known != "measured"}
    count = sum(known != "measured" for _, known in ways)
    if not count:
        return
    own = sum(known == "own estimate" for _, known in ways)
    rest = "they are worked out from distance" if count > 1 else "it is worked out from distance"
    if own:
        rest = f"{own} by the case's own estimate, {count - own} worked out from distance"
    verb = "were" if count > 1 else "was"
    names = list(missing)
    shown = names[:WAYS_NAMED] + ([f"{len(names) - WAYS_NAMED} more"] if len(names) > WAYS_NAMED else [])
    yield f"{count} of {len(ways)} ways {verb} not measured: {rest}. {listed(shown)}."


def _omitted_costs(option: OptionOutcome, outcome: Outcome) -> Iterator[str]:
    """A heading that another option has and this one lacks is more often forgotten than free."""
    here = _headings(option, outcome)
    elsewhere = {heading: other for other in reversed(outcome.options) for heading in _headings(other, outcome)}
    missing = [heading for heading in sorted(elsewhere) if heading not in here]
    if missing:
        yield f"no line for {listed(missing)}, and other options have one. Forgotten, or really nothing?"


def _of_lease(option: OptionOutcome, outcome: Outcome, locale: str) -> Iterator[str]:
    case, lease = outcome.case, option.option.lease
    expiry = option.stay.lease_expiry
    if lease.tenure in SUBSIDISED and expiry is not None and central_of(expiry) < case.horizon_months:
        when = month_of(case.decision_date, central_of(expiry), locale)
        after = "the office must then leave"
        if lease.renewal is not None:
            path = next(
                (
                    one
                    for one, places in case.places_of.items()
                    if (*_place_of(option, outcome), "renewal", "rent") in places
                ),
                "",
            )
            quantity = case.quantities.get(path)
            rent = "" if quantity is None else f" {plain_figure(quantity.value, locale)} {unit_in_words(quantity.unit)}"
            after = f"from then on a rent of{rent} in today's prices is taken" if rent else "then rent is due"
        yield f"the {lease.tenure} lease ends in {when}; {after}."
    if lease.tenure == "commercial" and expiry is None and not lease.steps and lease.indexation is None:
        yield f"the rent stays the same for all {case.horizon_years} years. Is there no review?"
    if lease.tenure == "owned":
        yield "the building is owned; what it could earn or be sold for is not in the figures."


def _of_move(option: OptionOutcome, outcome: Outcome, locale: str) -> Iterator[str]:
    move, left = option.option.move, option.stay.left
    if move is None or left is None:
        return
    place = (*_place_of(option, outcome)[:-1], "move", "delay")
    delay = next((path for path, places in outcome.case.places_of.items() if place in places), None)
    if delay is None or not outcome.case.quantities[delay].is_uncertain:
        yield "no range for the delay. Common houses have opened more than a year late."
    if left.lease.expiry is not None and central_of(left.lease.expiry) < central_of(move.month):
        when = month_of(outcome.case.decision_date, central_of(left.lease.expiry), locale)
        yield f"the old lease ends in {when}, before the move; the office stays on meanwhile (holdover)."
    if option.option.one_offs and isinstance(option.option.contingency, float) and option.option.contingency == 0:
        yield "no contingency on the one-off costs. Plans forget things."
    if not option.option.one_offs:
        yield "a move without one-off costs (fit-out, moving, ICT)?"


def _of_savings(option: OptionOutcome, outcome: Outcome, locale: str) -> Iterator[str]:
    currency = outcome.case.currency
    savings = [line for line in option.lines if line.category == "back office saving"]
    time = -sum(float(line.amounts[:, 0].sum()) for line in savings if line.nature == "efficiency")
    posts = -sum(float(line.amounts[:, 0].sum()) for line in savings if line.nature == "cash" and line.labour)
    if time > 0:
        yield (
            f"{about(time, currency, locale)} of back-office savings is staff time or quality. "
            "No budget falls by it, and it is not in the cash figures."
        )
    if posts > 0:
        yield f"{about(posts, currency, locale)} of staff time counts as cash. Which posts will be cut?"


def _of_evidence(option: OptionOutcome) -> Iterator[str]:
    bare = [
        one.item.id
        for one in option.mandate.answers
        if one.answer.answer in ("yes", "mitigated") and not one.answer.evidence.strip()
    ]
    if bare:
        yield f"mandate items answered yes without evidence: {listed(bare)}."
    unproven = [
        gate.name for gate in option.gates if gate.status == "pass" and not gate.derived and not gate.evidence.strip()
    ]
    if unproven:
        yield f"gates passed without evidence: {listed(unproven)}."
    wish = option.government
    if wish.step is not None and wish.step != 3 and not wish.evidence.strip():
        yield f"the government's wish (step {wish.step}) is stated without evidence."
    if wish.is_weak:
        yield f"{weak_in_words(wish)}."


def _of_house(option: OptionOutcome, outcome: Outcome) -> Iterator[str]:
    if not option.option.house:
        return
    house = outcome.case.house(option.option.house)
    if not house.already_running and not house.driver:
        yield (
            f"the costs of {house.name}'s tenants elsewhere are not stated; "
            "the books of the UN family and of everyone are not complete."
        )
    occupancy = central_of(house.occupancy)
    if occupancy > 1.0:
        yield f"{house.name} is taken to be {percent(occupancy, digits=0)} full."


def _headings(option: OptionOutcome, outcome: Outcome) -> set[str]:
    headings = {cost.category for cost in option.option.running}
    if option.option.house:
        headings |= {cost.category for cost in outcome.case.house(option.option.house).costs}
    return {str(heading) for heading in headings}


def _area_per_person(option: OptionOutcome) -> float:
    people = central_of(option.stay.size.people)
    return central_of(option.stay.size.area) / people if people > 0 else 0.0


def _place_of(option: OptionOutcome, outcome: Outcome) -> tuple[str | int, ...]:
    number_of = [other.id for other in outcome.options].index(option.id)
    return ("options", number_of, "lease")
