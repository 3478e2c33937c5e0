"""What the measures cost that make good a question of the mandate: paid for in money, and so not in the score again."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from colocate.analysis.mandate.drawn import drawn_of
from colocate.analysis.uncertainty.odds import Range, range_of
from colocate.case import Case, Option
from colocate.case.spending import Payer
from colocate.model.costs.line import Book, Line, growths_of
from colocate.model.costs.oneoff import one_off_lines
from colocate.model.costs.premises import stay_of
from colocate.model.costs.running import running_lines
from colocate.model.futures import Futures
from colocate.model.outcome import Outcome
from colocate.model.prices import Prices
from colocate.model.totals import present_amounts


@dataclass(frozen=True)
class Measure:
    """A cost of an option that makes good an item of the checklist, with its present value over the futures."""

    item: str
    name: str
    payer: Payer
    present_value: Range


def measures(found: Futures | Outcome) -> dict[str, dict[str, Measure]]:
    """Give the measures of every option's mitigated answers, by option id and item; of an outcome, with one value each.

    What a measure costs is the present value of the option's one-off or running cost of that name, the one-off with
    its contingency (method, section 14).
    """
    asked = {
        option.id: {one.item: one.mitigation for one in option.mandate if one.answer == "mitigated"}
        for option in found.case.options
    }
    if not any(asked.values()):
        return {option: {} for option in asked}
    drawn, prices = drawn_of(found)
    told: dict[str, dict[str, Measure]] = {}
    for option in drawn.options:
        costs = {name: _cost_of(drawn, option, name, prices) for name in asked[option.id].values()}
        told[option.id] = {
            item: Measure(item, name, *cost)
            for item, name in asked[option.id].items()
            if (cost := costs[name]) is not None
        }
    return told


def _cost_of(case: Case, option: Option, name: str, prices: Prices) -> tuple[Payer, Range] | None:
    """Give who pays a cost of the option and its present value; None where the option has none of that name."""
    lines = lines_of_cost(case, option, name, prices)
    if not lines:
        return None
    return lines[0].payer, range_of(
        sum((present_amounts(line, prices).sum(axis=0) for line in lines), start=np.zeros(1))
    )


def lines_of_cost(case: Case, option: Option, name: str, prices: Prices) -> list[Line]:
    """Write the lines of an option's one-off or running cost of that name, a one-off's contingency too.

    They are the lines of the option as if it had no other cost, priced by the model's own formulas.
    """
    alone = replace(
        option,
        one_offs=tuple(cost for cost in option.one_offs if cost.name == name),
        running=tuple(cost for cost in option.running if cost.name == name),
        contributions=(),
        residual_value=0.0,
    )
    stay = stay_of(case, option)
    stay = replace(stay, option=alone, left=None, left_size=None, own=stay.own[:1], leaves=())
    book = Book(option.id, prices, case.funds[0], growths_of(prices))
    return [*one_off_lines(stay, book), *running_lines(stay, book)]
