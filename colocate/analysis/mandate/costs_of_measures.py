"""What the measures cost that make good a question of the mandate: paid for in money, and so not in the score again."""

from __future__ import annotations

from dataclasses import dataclass

from colocate.case.spending import Payer
from colocate.model.costs.line import Line
from colocate.model.outcome import OptionOutcome, Outcome
from colocate.model.totals import present_amounts


@dataclass(frozen=True)
class Measure:
    """A cost of an option that makes good an item of the checklist; `present_value` is in the central case."""

    item: str
    name: str
    payer: Payer
    present_value: float


def measures(outcome: Outcome, option_id: str) -> dict[str, Measure]:
    """Give the measures of an option's mitigated answers, by item; KeyError if there is no option of that id.

    What a measure costs is the present value of the option's lines of that one-off or running cost, the one-off with
    its contingency (method, section 14).
    """
    option = outcome.option(option_id)
    found = {}
    for one in option.mandate.answers:
        name = one.answer.mitigation
        lines = lines_of_cost(option, name) if one.answer.answer == "mitigated" else []
        if lines:
            cost = sum(float(present_amounts(line, outcome.prices)[:, 0].sum()) for line in lines)
            found[one.item.id] = Measure(one.item.id, name, lines[0].payer, cost)
    return found


def lines_of_cost(option: OptionOutcome, name: str) -> list[Line]:
    """Give the lines that an option's one-off or running cost of that name leads to, a one-off's contingency too."""
    one_offs = [cost for cost in option.option.one_offs if cost.name == name]
    running = [cost for cost in option.option.running if cost.name == name]
    own = {*(cost.category for cost in one_offs), *(cost.category for cost in running)}
    reserves = {f"contingency on {cost.name}".casefold() for cost in one_offs if cost.contingency}
    return [
        line
        for line in option.lines
        if (line.category in own and line.name == name)
        or (line.category == "contingency" and line.name.casefold() in reserves)
    ]
