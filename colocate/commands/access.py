"""How constituents reach each option, for a terminal: the plain measures, each way, and another reading beside it."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.analysis.access.journeys import Journey, journeys
from colocate.analysis.access.what_if import Reading
from colocate.commands.layout import GAP, Align, table, terminal_width, titled, wrapped
from colocate.model.access import constituents_at
from colocate.model.futures import Futures
from colocate.model.outcome import Outcome
from colocate.words.access import added_in_words, known_in_words
from colocate.words.access_measures import Measure, answer, hours_in_words, measures, resting_on
from colocate.words.numbers import number
from colocate.words.verdict_with_odds import futures_in_words
from colocate.words.what_if import gains_and_losses, reading_in_words

COLUMN = 24
"""Columns that an option takes at least in the table of measures."""

NOBODY = "This case has no constituents, so nothing can be said of access."


def report(readings: Sequence[tuple[Reading, Futures]]) -> str:
    """Write one reading of a case, or the decision date's and another, in lines that fit the terminal."""
    width = terminal_width()
    reading, futures = readings[-1]
    outcome = futures.central
    case = outcome.case
    parts = [titled(case.title, width), "", wrapped(f"Read on {reading_in_words(case, reading)}.", width)]
    if case.access is None or not constituents_at(readings[0][1].case):
        return "\n".join([*parts, NOBODY])
    if len(readings) > 1:
        before = readings[0][1].central
        said = gains_and_losses(before, outcome, (readings[0][0], reading))
        parts += ["", "Who gains, who loses", *(wrapped(f"- {one}", width) for one in said)]
    if any(option.access is not None for option in outcome.options):
        parts += ["", *(wrapped(f"- {one}", width) for one in (*answer(outcome), *resting_on(outcome)))]
        parts += ["", "Plain measures", _measures(outcome, futures, width)]
        parts += [wrapped(f"- {one}", width) for one in hours_in_words(outcome)]
        for place in range(len(outcome.options)):
            parts += _ways(outcome, place, width)
    return "\n".join([*parts, "", wrapped(futures_in_words(futures.draws, futures.seed), width)])


def _measures(outcome: Outcome, futures: Futures, width: int) -> str:
    """Write a row for each measure, what explains a cell below it; options that do not fit into a further table."""
    told, options = measures(outcome, futures), outcome.options
    title = max(len(one.title) for one in told)
    beside = max(1, (width - title - GAP) // COLUMN)
    return "\n\n".join(
        _block(told, range(first, min(first + beside, len(options))), outcome, width)
        for first in range(0, len(options), beside)
    )


def _block(told: Sequence[Measure], places: range, outcome: Outcome, width: int) -> str:
    aligned: list[Align] = ["left"]
    aligned += ["wrap"] * len(places)
    rows: list[list[str]] = []
    for measure in told:
        cells = [measure.cells[place] for place in places]
        rows.append([measure.title, *(cell.words for cell in cells)])
        if any(cell.below for cell in cells):
            rows.append(["", *(f"  {cell.below}" if cell.below else "" for cell in cells)])
    headings = ("Measure", *(f"{place + 1}. {outcome.options[place].id}" for place in places))
    return table(headings, rows, aligned, width)


def _ways(outcome: Outcome, place: int, width: int) -> list[str]:
    """Write every constituent's way to one option, the largest loss first."""
    option = outcome.options[place]
    told = journeys(outcome, option.id)
    baseline = " (baseline)" if place == 0 else ""
    lines = ["", wrapped(f"{place + 1}. {option.name}{baseline}: minutes door to door", width)]
    if not told:
        return [*lines, "The case does not say where this option is."]
    rows = [
        (one.name, one.group, number(one.before), number(one.after), added_in_words(one.change), _how(one))
        for one in told
    ]
    headings = ("Constituent", "Group", "Before", "After", "Change", "How known")
    return [*lines, table(headings, rows, ("wrap", "wrap", "right", "right", "right", "wrap"), width)]


def _how(one: Journey) -> str:
    return f"{known_in_words(one)}; place assumed" if one.assumed else known_in_words(one)
