"""What the measures cost that make good a question of the mandate, in words."""

from __future__ import annotations

from colocate.analysis.mandate.costs_of_measures import Measure, measures
from colocate.case.spending import Payer
from colocate.model.outcome import Outcome
from colocate.words.numbers import about

BORNE_BY: dict[Payer, str] = {
    "agency": "",
    "un": ", borne by the other UN entities",
    "host": ", borne by the host government",
    "donor": ", borne by a donor",
}


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
