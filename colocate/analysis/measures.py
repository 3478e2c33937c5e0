"""What the measures cost that make good a question of the mandate: paid for in money, and so not in the score again."""

from __future__ import annotations

from dataclasses import dataclass

from colocate.case.spending import Payer
from colocate.costs.line import Line
from colocate.outcome import OptionOutcome, Outcome
from colocate.totals import present_amounts
from colocate.wording import about

BORNE_BY: dict[Payer, str] = {
    "agency": "",
    "un": ", borne by the other UN entities",
    "host": ", borne by the host government",
    "donor": ", borne by a donor",
}


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


def measure_in_words(measure: Measure, currency: str, locale: str = "en") -> str:
    """Write a measure as its name and what it costs in today's money."""
    cost = about(measure.present_value, currency, locale)
    return f"{measure.name}, costs about {cost} in today's money{BORNE_BY[measure.payer]}"


def measures_told(outcome: Outcome, locale: str = "en") -> tuple[str, ...]:
    """Say for each option with measures how many questions they make good, and what they cost, each cost once."""
    told = []
    for option in outcome.options:
        costs = {one.name: one.present_value for one in measures(outcome, option.id).values()}
        if costs:
            answered = [one for one in option.mandate.answers if one.answer.answer == "mitigated"]
            count = f"{len(answered)} question{'' if len(answered) == 1 else 's'}"
            by = "a measure that costs" if len(costs) == 1 else f"{len(costs)} measures that cost"
            told.append(
                f"{option.name}: {count} made good by {by} about "
                f"{about(sum(costs.values()), outcome.case.currency, locale)} in today's money. "
                "Such an answer counts in full here: its price is in the money, and nowhere else."
            )
    return tuple(told)
