"""How constituents reach each option, for a terminal: the plain measures, each way, and another reading beside it."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.analysis.access.journeys import Journey, journeys
from colocate.analysis.access.what_if import WhatIf
from colocate.commands.layout import GAP, Align, table, terminal_width, titled, wrapped
from colocate.model.access import constituents_at
from colocate.model.futures import Futures
from colocate.stopping import looking
from colocate.words.access import added_in_words, ends_in_words
from colocate.words.access_measures import Measure, answer, hours_in_words, measures, resting_on
from colocate.words.futures import how_drawn
from colocate.words.language import ENGLISH as SAID
from colocate.words.pages import access as words
from colocate.words.what_if import gains_and_losses, read_on_words

COLUMN = 24
"""Columns that an option takes at least in the table of measures."""

RANGE = 4
"""Where in the table of ways the range of the minutes after stands, behind them."""


def report(readings: Sequence[tuple[WhatIf, Futures]]) -> str:
    """Write one reading of a case, or the decision date's and another, in lines that fit the terminal."""
    width = terminal_width()
    reading, futures = readings[-1]
    case = futures.case
    parts = [titled(case.title, width), "", wrapped(read_on_words(case, reading), width)]
    if case.access is None or not constituents_at(readings[0][1].case):
        return "\n".join([*parts, wrapped(SAID.say(words.NO_CONSTITUENTS), width)])
    if len(readings) > 1:
        said = gains_and_losses(readings[0][1], futures, (readings[0][0], reading))
        parts += ["", wrapped(SAID.say(words.GAINS), width), *_bullets(said, width)]
    if any(option.access is not None for option in futures.options):
        parts += ["", *_bullets((*answer(futures), *resting_on(futures)), width)]
        parts += ["", wrapped(SAID.say(words.MEASURES_HEADING), width), _measures(futures, width)]
        parts += _bullets(hours_in_words(futures), width)
        for place in range(len(futures.options)):
            parts += _ways(futures, place, width)
    if futures.figures:
        parts += ["", wrapped(how_drawn(futures.draws, futures.seed), width)]
    return "\n".join(parts)


def _bullets(said: Sequence[str], width: int) -> list[str]:
    return [wrapped(f"- {one}", width) for one in said]


def _measures(futures: Futures, width: int) -> str:
    """Write a row for each measure, what explains a cell below it; options that do not fit into a further table."""
    told, options = measures(futures), futures.options
    title = max(len(one.title) for one in told)
    beside = max(1, (width - title - GAP) // COLUMN)
    return "\n\n".join(
        _block(told, range(first, min(first + beside, len(options))), futures, width)
        for first in range(0, len(options), beside)
    )


def _block(told: Sequence[Measure], places: range, futures: Futures, width: int) -> str:
    aligned: list[Align] = ["left"]
    aligned += ["wrap"] * len(places)
    rows: list[list[str]] = []
    for measure in told:
        cells = [measure.cells[place] for place in places]
        rows.append([measure.title, *(cell.words for cell in cells)])
        if any(cell.below for cell in cells):
            rows.append(["", *(f"  {cell.below}" if cell.below else "" for cell in cells)])
    headings = (SAID.say(words.MEASURE), *(f"{place + 1}. {futures.options[place].id}" for place in places))
    return table(headings, rows, aligned, width)


def _ways(futures: Futures, place: int, width: int) -> list[str]:
    """Write every constituent's way to one option, the largest loss first."""
    option = futures.options[place]
    told = journeys(futures, option.id)
    lines = ["", wrapped(words.whose_ways(place + 1, option.name, baseline=place == 0), width)]
    if not told:
        return [*lines, SAID.say(words.NO_DOOR)]
    headings = [words.CONSTITUENT, words.GROUP, words.BEFORE, words.AFTER, words.CHANGE, words.HOW_KNOWN]
    aligned: list[Align] = ["wrap", "wrap", "right", "right", "right", "wrap"]
    rows = [_way(one) for one in looking(told)]
    if futures.figures:
        headings.insert(RANGE, words.IN_90_OF_100)
        aligned.insert(RANGE, "right")
        for row, one in zip(rows, told, strict=True):
            row.insert(RANGE, ends_in_words(one.after))
    return [*lines, table([SAID.say(one) for one in headings], rows, aligned, width)]


def _way(one: Journey) -> list[str]:
    before, after = SAID.number(one.before.mean), SAID.number(one.after.mean)
    return [one.name, one.group, before, after, added_in_words(one.change), words.how_known(one)]
