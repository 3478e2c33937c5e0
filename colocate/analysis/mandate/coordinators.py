"""National Coordinators country by country: who stays hosted, what a desk elsewhere costs, and what losing it would."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from colocate.analysis.uncertainty.odds import Range, range_of
from colocate.case import Case, Option
from colocate.case.replacing import with_figures
from colocate.model.costs.coordinators import Desks, coordinator_lines, desks_of
from colocate.model.costs.line import Book, growths_of
from colocate.model.costs.premises import stay_of
from colocate.model.futures import Futures
from colocate.model.outcome import Outcome
from colocate.model.prices import Prices, prices_of
from colocate.model.totals import present_amounts
from colocate.quantity import Array, central_of

Steps = tuple[str | int, ...]

ALL = "all"
"""What a row is called where the coordinators are counted together."""


@dataclass(frozen=True)
class Hosting:
    """The coordinators of one country under one option, in today's prices a year unless said otherwise.

    `value_of_hosting` is given in kind by the ministry today. `chance` (0 to 1) is that of the ministry taking the
    desks back, from `lost_from` months after the decision; None where the agency gives the desks up itself. `desks` is
    what desks elsewhere cost, `expected` that times the chance: an expectation, for either nothing is paid or all.
    `present_value` is in the central case, `if_lost` the same if the ministry does take them back.
    """

    option: str
    country: str
    arrangement: str
    number: float
    value_of_hosting: float
    chance: float | None
    lost_from: float | None
    desks: float
    expected: float
    present_value: float
    if_lost: float


def hosting(outcome: Outcome) -> tuple[Hosting, ...]:
    """Compare the coordinators' desks by option and country; empty where the case has no coordinators.

    Formulas: method, section 9.
    """
    return tuple(row for option in outcome.options for row in hosting_of(outcome, option.id))


def hosting_of(outcome: Outcome, option_id: str) -> tuple[Hosting, ...]:
    """Give the rows of one option; KeyError if there is none of that id."""
    case, option = outcome.case, outcome.option(option_id).option
    chances = _chances(case, option)
    known = _present_values(case, option, outcome.prices)
    lost = _present_values(case, _all_lost(option), outcome.prices)
    return tuple(
        _row(option.id, desks, chances.get(desks.country, central_of(desks.plan.lost)), known, lost)
        for desks in desks_of(case, option)
    )


def hosting_ranges(futures: Futures) -> dict[tuple[str, str], Range]:
    """Give the range over the draws of what the desks cost, in today's money, by option id and country."""
    if futures.case.coordinators is None:
        return {}
    drawn = with_figures(futures.case, futures.figures)
    prices = prices_of(drawn)
    found = {option.id: _present_values(drawn, option, prices) for option in drawn.options}
    return {
        (option.id, desks.country or ALL): range_of(
            np.broadcast_to(found[option.id].get(desks.country, np.zeros(1)), (futures.draws,))
        )
        for option in drawn.options
        for desks in desks_of(drawn, option)
    }


def _row(option: str, desks: Desks, chance: float, known: Mapping[str, Array], lost: Mapping[str, Array]) -> Hosting:
    plan, people = desks.plan, central_of(desks.number)
    risky = plan.arrangement == "may be lost"
    cost = 0.0 if plan.arrangement == "hosted" else people * central_of(plan.desk_cost)
    certain = {"hosted": 0.0, "house": 1.0, "may be lost": chance}[plan.arrangement]
    return Hosting(
        option=option,
        country=desks.country or ALL,
        arrangement=plan.arrangement,
        number=people,
        value_of_hosting=people * central_of(desks.value_of_hosting),
        chance=None if plan.arrangement == "house" else certain,
        lost_from=central_of(plan.lost_from) if risky else None,
        desks=cost,
        expected=cost * certain,
        present_value=central_of(known.get(desks.country, 0.0)),
        if_lost=central_of(lost.get(desks.country, 0.0)),
    )


def _present_values(case: Case, option: Option, prices: Prices) -> dict[str, Array]:
    """Give the present value of the agency's desks by country, each of shape `(1 or draws,)`; none where hosted."""
    book = Book(option.id, prices, case.funds[0], growths_of(prices))
    paid = [line for line in coordinator_lines(case, stay_of(case, option), book) if line.category == "coordinators"]
    countries = [desks.country for desks in desks_of(case, option) if desks.plan.arrangement != "hosted"]
    return {country: present_amounts(line, prices).sum(axis=0) for country, line in zip(countries, paid, strict=True)}


def _all_lost(option: Option) -> Option:
    """Give the option as if every ministry that may take its desks back did."""
    plan = option.coordinators
    countries = tuple(replace(one, lost=1.0) for one in plan.countries)
    return replace(option, coordinators=replace(plan, lost=1.0, countries=countries))


def _chances(case: Case, option: Option) -> dict[str, float]:
    """Give the stated probabilities that hosting is lost, by country; a bare 0 or 1 is not among them."""
    place: Steps = ("options", [one.id for one in case.options].index(option.id), "coordinators")
    names = [one.name for one in case.coordinators.countries] if case.coordinators is not None else []
    steps: dict[Steps, list[str]] = {(*place, "lost"): names or [""]} | {
        (*place, "countries", position, "lost"): [one.country]
        for position, one in enumerate(option.coordinators.countries)
    }
    return {
        country: quantity.probability
        for path, quantity in case.quantities.items()
        if quantity.probability is not None
        for one in case.places_of[path]
        for country in steps.get(one, [])
    }
