"""The plain table that stands before any weighing: every option by every criterion, with ranges, nothing folded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from colocate.analysis.uncertainty.odds import range_of
from colocate.analysis.weighing.scales import own_points
from colocate.model.expected import OptionExpected
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, Reading
from colocate.quantity import Figure
from colocate.words.government import step_name
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.mandate import score_in_words
from colocate.words.weighing_names import criterion_title

COST: dict[Reading, str] = {
    Reading("agency", "cash"): unsaid("Cost over {years} in today's money: cash of the agency."),
    Reading("agency", "cash and efficiency"): unsaid(
        "Cost over {years} in today's money: the agency's cash, and its staff time valued in money."
    ),
    Reading("un family", "cash"): unsaid("Cost over {years} in today's money: cash of the UN family."),
    Reading("un family", "cash and efficiency"): unsaid(
        "Cost over {years} in today's money: the UN family's cash, and its staff time valued in money."
    ),
    Reading("everyone", "cash"): unsaid("Cost over {years} in today's money: cash of everyone together."),
    Reading("everyone", "cash and efficiency"): unsaid(
        "Cost over {years} in today's money: cash of everyone together, and staff time valued in money."
    ),
}


@dataclass(frozen=True)
class PlainRow:
    """A criterion in words, with one pair of words for each option of the case: what it measures, and its range."""

    title: str
    explanation: str
    cells: tuple[tuple[str, str], ...]


def plain_table(futures: Futures, reading: Reading = HEADLINE, language: Language = ENGLISH) -> tuple[PlainRow, ...]:
    """Write the table: gates first, then money, access, mandate, the government's wish, and the case's own criteria.

    Figures are expected values; below each that is uncertain stands the range of 90 of 100 futures.
    """
    case, options = futures.case, futures.expected.options
    rows = [
        PlainRow(
            language.say("Gates"),
            language.say("An option that fails one is not weighed."),
            tuple(gates_in_a_cell(one, language) for one in options),
        ),
        PlainRow(
            criterion_title(case, "money", language),
            language.say(COST[reading], years=language.years(case.horizon_years)),
            tuple(_money(futures, one.id, reading, language) for one in options),
        ),
        PlainRow(
            criterion_title(case, "access", language),
            language.say("Points from 0 (out of reach) to 100 (near for all), over the groups of constituents."),
            tuple(_access(futures, one.id, language) for one in options),
        ),
        PlainRow(
            criterion_title(case, "mandate", language),
            language.say("Part of the safeguards that are kept, in points of 100."),
            tuple((score_in_words(one.mandate, language), "") for one in options),
        ),
        PlainRow(
            criterion_title(case, "government", language),
            language.say("Step on a described scale of five."),
            tuple(_government(one, language) for one in options),
        ),
    ]
    for own in case.criteria:
        explanation = language.say("0 points: {worst}. 100 points: {best}.", worst=own.worst, best=own.best)
        cells = tuple(_points(own_points(futures, option.id, own.id), language) for option in options)
        rows.append(PlainRow(own.name, explanation, cells))
    return tuple(rows)


def gates_in_a_cell(option: OptionExpected, language: Language) -> tuple[str, str]:
    """Say whether an option passes the gates, and below it which are open."""
    if option.fails:
        gates = language.listed([gate.name for gate in option.fails])
        return language.say("fails: {gates}", gates=gates), language.say("not weighed")
    if option.open_gates:
        gates = language.listed([gate.name for gate in option.open_gates])
        return language.say("passes so far"), language.say("open: {gates}", gates=gates)
    return language.say("passes"), ""


def _money(futures: Futures, option: str, reading: Reading, language: Language) -> tuple[str, str]:
    drawn = futures.option(option).money[reading].present_value
    return _with_range(drawn, lambda value: language.about(value, futures.case.currency), language)


def _access(futures: Futures, option: str, language: Language) -> tuple[str, str]:
    drawn = futures.option(option).access
    return _points(None if drawn is None or not drawn.group_scores else drawn.tripartite, language)


def _government(option: OptionExpected, language: Language) -> tuple[str, str]:
    step = option.government.step
    if step is None:
        return language.say("not stated"), ""
    return language.say("step {step} of 5", step=str(step)), step_name(step, language)


def _points(drawn: Figure | None, language: Language) -> tuple[str, str]:
    if drawn is None:
        return language.say("not stated"), ""
    points, below = _with_range(drawn, language.number, language)
    return language.say("{points} of 100", points=points), below


def _with_range(drawn: Figure, write: Callable[[float], str], language: Language) -> tuple[str, str]:
    """Write the mean and the range of 90 of 100 futures; no range where the words tell no difference."""
    found = range_of(np.atleast_1d(np.asarray(drawn, dtype=np.float64)))
    low, high = write(found.low), write(found.high)
    return write(found.mean), "" if low == high else language.say("{low} to {high}", low=low, high=high)
