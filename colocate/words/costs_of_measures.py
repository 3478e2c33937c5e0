"""What the measures cost that make good a question of the mandate, in words."""

from __future__ import annotations

from collections.abc import Mapping

from colocate.analysis.mandate.costs_of_measures import Measure
from colocate.case import Case
from colocate.case.spending import Payer
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.naming import short_name

COSTS: dict[Payer, str] = {
    "agency": unsaid("{measure}: about {cost} in today's money"),
    "un": unsaid("{measure}: about {cost} in today's money, borne by the other UN entities"),
    "host": unsaid("{measure}: about {cost} in today's money, borne by the host government"),
    "donor": unsaid("{measure}: about {cost} in today's money, borne by a donor"),
}
"""A measure with what it costs on average, by who bears it."""


def measure_in_words(measure: Measure, currency: str, language: Language = ENGLISH) -> str:
    """Write a measure as its name and what it costs in today's money."""
    cost = language.about(measure.present_value.mean, currency)
    return language.say(COSTS[measure.payer], measure=measure.name, cost=cost)


def measures_told(
    case: Case, found: Mapping[str, Mapping[str, Measure]], language: Language = ENGLISH
) -> tuple[str, ...]:
    """Say for each option with measures how many questions they make good, and what they cost, each cost once."""
    told = []
    for option in case.options:
        costs = {one.name: one.present_value.mean for one in found[option.id].values()}
        if costs:
            told.append(
                language.say_many(
                    "{option}: {count} question is made good by a measure, at about {cost} in today's money. The "
                    "answer counts in full here: its price is in the money, and nowhere else.",
                    "{option}: {count} questions are made good by measures, at about {cost} in today's money. These "
                    "answers count in full here: their price is in the money, and nowhere else.",
                    len(found[option.id]),
                    option=short_name(case, option.id),
                    cost=language.about(sum(costs.values()), case.currency),
                )
            )
    return tuple(told)
