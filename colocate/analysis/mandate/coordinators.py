"""National Coordinators country by country: who stays hosted, what a desk elsewhere costs, and what losing it would."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from colocate.analysis.mandate.drawn import drawn_of
from colocate.analysis.uncertainty.odds import Range, range_of
from colocate.case import Case, Option
from colocate.model.costs.coordinators import Desks, coordinator_lines, desks_of
from colocate.model.costs.line import Book, growths_of
from colocate.model.costs.premises import stay_of
from colocate.model.futures import Futures
from colocate.model.outcome import Outcome
from colocate.model.prices import Prices
from colocate.model.totals import present_amounts
from colocate.quantity import Array, Figure

Steps = tuple[str | int, ...]

ALL = "all"
"""What a row is called where the coordinators are counted together."""

NOTHING_PAID: Array = np.zeros(1)


@dataclass(frozen=True)
class Hosting:
    """The coordinators of one country under one option, in today's prices a year unless said otherwise.

    `number`, `value_of_hosting` (given in kind by the ministry today) and `desks` (what desks elsewhere cost) are means
    over the futures. `chance` (0 to 1) is the case's own: that of the ministry taking the desks back, from month
    `lost_from` after the decision; None where the agency gives the desks up itself. `expected` is desks times the
    chance: an expectation, for in the end either nothing is paid or all. `present_value` is the cost over all years in
    today's money, with its range over the futures; `if_lost` the same if the ministry does take the desks back.
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
    present_value: Range
    if_lost: Range


def hosting(found: Futures | Outcome) -> tuple[Hosting, ...]:
    """Compare the coordinators' desks by option and country; empty where the case has no coordinators.

    Of an outcome, which has single figures, every range is one value. Formulas: method, section 9.
    """
    if found.case.coordinators is None:
        return ()
    drawn, prices = drawn_of(found)
    return tuple(row for option in drawn.options for row in _rows(found.case, drawn, option, prices))


def hosting_of(found: Futures | Outcome, option_id: str) -> tuple[Hosting, ...]:
    """Give the rows of one option; KeyError if there is none of that id."""
    found.case.option(option_id)
    return tuple(row for row in hosting(found) if row.option == option_id)


def _rows(case: Case, drawn: Case, option: Option, prices: Prices) -> Iterator[Hosting]:
    chances = _chances(case, option)
    paid, if_lost = (_present_values(drawn, one, prices) for one in (option, _all_lost(option)))
    for desks in desks_of(drawn, option):
        yield _row(option.id, desks, chances.get(desks.country, _mean(desks.plan.lost)), paid, if_lost)


def _row(option: str, desks: Desks, chance: float, paid: Mapping[str, Array], if_lost: Mapping[str, Array]) -> Hosting:
    plan = desks.plan
    risky = plan.arrangement == "may be lost"
    cost = 0.0 if plan.arrangement == "hosted" else _mean(desks.number * plan.desk_cost)
    certain = {"hosted": 0.0, "house": 1.0, "may be lost": chance}[plan.arrangement]
    return Hosting(
        option=option,
        country=desks.country or ALL,
        arrangement=plan.arrangement,
        number=_mean(desks.number),
        value_of_hosting=_mean(desks.number * desks.value_of_hosting),
        chance=None if plan.arrangement == "house" else certain,
        lost_from=_mean(plan.lost_from) if risky else None,
        desks=cost,
        expected=cost * certain,
        present_value=range_of(paid.get(desks.country, NOTHING_PAID)),
        if_lost=range_of(if_lost.get(desks.country, NOTHING_PAID)),
    )


def _mean(figure: Figure) -> float:
    return float(np.mean(figure))


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
    """Give the stated probabilities that hosting is lost, by country; what is settled as 0 or 1 is not among them."""
    place: Steps = ("options", [one.id for one in case.options].index(option.id), "coordinators")
    names = [one.name for one in case.coordinators.countries] if case.coordinators is not None else []
    steps: dict[Steps, list[str]] = {(*place, "lost"): names or [""]} | {
        (*place, "countries", position, "lost"): [one.country]
        for position, one in enumerate(option.coordinators.countries)
    }
    return {
        country: quantity.probability
        for path, quantity in case.quantities.items()
        if quantity.probability is not None and quantity.is_uncertain
        for one in case.places_of[path]
        for country in steps.get(one, [])
    }
