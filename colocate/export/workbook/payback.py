"""When a move has paid back: the running sum of what it saves at every date, and where it comes to 0 for good."""

from __future__ import annotations

import numpy as np

from colocate.export.workbook.build import Builder
from colocate.export.workbook.cells import letters
from colocate.export.workbook.flows import Flows
from colocate.export.workbook.sheet import FIRST_YEAR, Sheet
from colocate.export.workbook.styles import FINE, MONEY
from colocate.model.finance import ROUNDING
from colocate.quantity import Array
from colocate.words import workbook as year_words
from colocate.words import workbook_returns as words

TIME, BEGUN = 1, 2
EVENLY, BEFORE, AFTER, WHEN = range(4)
"""Columns of a running sum, from its first on."""

FIRST_COLUMNS = (3, 7)
"""Where the running sum of amounts begins, and that of present values."""

Answered = tuple[str, float | str]
Sums = tuple[Array, Array, Array, Array]


def write_paybacks(builder: Builder, sheet: Sheet, flows: Flows) -> tuple[Answered, Answered]:
    """Write the payback of amounts and that of present values; give the cell of each and what it comes to."""
    language = builder.language
    sheet.row += 1
    years = _single(sheet, year_words.horizon(language), builder.horizon, float(builder.years), "0")
    small = [_rounding(builder, sheet, flows, place) for place in (1, 2)]
    sheet.row += 1
    top = sheet.row + 1
    sheet.texts(words.payback_headings(language), "heading")
    dates, _, _ = flows.lumps
    times = np.sort(np.concatenate([dates, np.arange(builder.years + 1.0)]))
    here, number = f"${letters(TIME)}{top + 1}", f"$A${top + 1}:$A{top + 1}"
    next_date = f"SMALL({flows.block(0, flows.spread)},ROWS({number}))"
    sheet.copied((top, TIME), True, next_date, times.tolist(), "formula", FINE)
    begun = np.minimum(np.floor(times), builder.years - 1.0)
    sheet.copied((top, BEGUN), True, f"MIN(INT({here}),{years}-1)", begun.tolist(), "formula", "0")
    running = [
        _running(builder, sheet, flows, (top, first), (times, begun), variant, (years, small[variant]))
        for variant, first in enumerate(FIRST_COLUMNS)
    ]
    sheet.row, told = top + len(times) + 1, words.none_in_words(language)
    cells = []
    for variant, (sums, first) in enumerate(zip(running, FIRST_COLUMNS, strict=True)):
        answer = _result(sheet, (top, top + len(times)), first, sums, small[variant], told)
        sheet.text(0, words.payback(variant == 1, language), "total")
        sheet.row += 1
        cells.append((f"{sheet.quoted}!$B${sheet.row}", answer))
    return cells[0], cells[1]


def _single(sheet: Sheet, name: str, formula: str, value: float, form: str) -> str:
    """Write a single figure; give its cell."""
    sheet.text(0, name)
    sheet.formula(1, formula, value, "formula", form)
    sheet.row += 1
    return f"$B${sheet.row}"


def _rounding(builder: Builder, sheet: Sheet, flows: Flows, place: int) -> tuple[str, float]:
    """Write the sum of all that goes either way, and how small a sum is rounding beside it; give the cell of that."""
    whole, language = flows.block(place), builder.language
    gross = float(np.abs(flows.saved if place == 1 else flows.today).sum())
    formula = f'SUMIF({whole},">0")-SUMIF({whole},"<0")'
    cell = _single(sheet, words.gross(place == 2, language), formula, gross, MONEY)
    formula = f"{builder.writer.number(ROUNDING, sheet)[0]}*{cell}"
    return _single(sheet, words.rounding(place == 2, language), formula, ROUNDING * gross, "0.0E+00"), ROUNDING * gross


def _running(
    builder: Builder,
    sheet: Sheet,
    flows: Flows,
    at: tuple[int, int],
    moments: tuple[Array, Array],
    variant: int,
    local: tuple[str, tuple[str, float]],
) -> Sums:
    """Write the running sum before and after each date, and the dates at which it comes back to 0."""
    top, first = at
    times, begun = moments
    looked_at, (small, rounding) = local
    sums = _worked(flows, variant, times, begun, rounding)
    time, year, evenly, before, after = _cells(first, top + 1)
    row = flows.up_to[variant] + 1
    years = f"${letters(FIRST_YEAR)}${row}:${letters(FIRST_YEAR + builder.years)}${row}"
    low, high = f"INDEX({years},{year}+1)", f"INDEX({years},{year}+1+1)"
    formula = f"{low}+(MIN({time},{looked_at})-{year})*({high}-{low})"
    sheet.copied((top, first), True, formula, sums[EVENLY].tolist(), "formula", MONEY)
    dates, amounts = flows.block(0, flows.spread), flows.block(variant + 1, flows.spread)

    def held(sign: str, time: str, evenly: str) -> str:
        total = f"{evenly}+SUMPRODUCT(({dates}{sign}{time})*{amounts})"
        return f"IF(ABS({total})<={small},0,{total})"

    sheet.copied((top, first + AFTER), True, held("<=", time, evenly), sums[AFTER].tolist(), "formula", MONEY)
    sheet.formula(first + BEFORE, held("<", time, evenly), sums[BEFORE][0], "formula", MONEY, top)
    sheet.formula(first + WHEN, f"IF(AND({before}<0,{after}>=0),{time},0)", sums[WHEN][0], "formula", FINE, top)
    since, then = time, after
    time, _, evenly, before, after = _cells(first, top + 2)
    formula = f"IF({time}={since},{then},{held('<', time, evenly)})"
    sheet.copied((top + 1, first + BEFORE), True, formula, sums[BEFORE][1:].tolist(), "formula", MONEY)
    between = f"{since}+{then}/({then}-{before})*({time}-{since})"
    formula = f"IF(AND({then}<0,{before}>=0),{between},IF(AND({before}<0,{after}>=0),{time},0))"
    sheet.copied((top + 1, first + WHEN), True, formula, sums[WHEN][1:].tolist(), "formula", FINE)
    return sums


def _cells(first: int, row: int) -> tuple[str, str, str, str, str]:
    """Write the cells of a date: when it is, its year, spread money up to it, and the running sum before and after."""
    columns = (f"${letters(TIME)}", f"${letters(BEGUN)}", *(letters(first + one) for one in (EVENLY, BEFORE, AFTER)))
    time, year, evenly, before, after = (f"{name}{row}" for name in columns)
    return time, year, evenly, before, after


def _worked(flows: Flows, variant: int, times: Array, begun: Array, rounding: float) -> Sums:
    """Work out what is written: spread money up to each date, the sums before and after it, and the way back to 0."""
    dates, amounts = flows.lumps[0], flows.lumps[variant + 1]
    up_to = np.concatenate([[0.0], np.cumsum(flows.evenly[variant])])
    years = begun.astype(np.intp)
    evenly = up_to[years] + (np.minimum(times, len(up_to) - 1.0) - begun) * (up_to[years + 1] - up_to[years])
    order = np.argsort(dates, kind="stable")
    fallen = np.concatenate([[0.0], np.cumsum(amounts[order])])
    before = evenly + fallen[np.searchsorted(dates[order], times, side="left")]
    after = evenly + fallen[np.searchsorted(dates[order], times, side="right")]
    before, after = (np.where(np.abs(one) <= rounding, 0.0, one) for one in (before, after))
    same = np.concatenate([[False], times[1:] == times[:-1]])
    before = np.where(same, np.concatenate([[0.0], after[:-1]]), before)
    when = np.where((before < 0) & (after >= 0), times, 0.0)
    since, then = np.concatenate([[0.0], times[:-1]]), np.concatenate([[0.0], after[:-1]])
    waits = (then < 0) & (before >= 0)
    gap = np.where(waits, then - before, 1.0)
    return evenly, before, after, np.where(waits, since + then / gap * (times - since), when)


def _result(
    sheet: Sheet,
    rows: tuple[int, int],
    first: int,
    found: Sums,
    small: tuple[str, float],
    told: dict[str, str],
) -> float | str:
    """Write the payback, or why there is none."""
    top, end = rows
    spans = [f"{letters(first + column)}{top + 1}:{letters(first + column)}{end}" for column in range(4)]
    back = spans[WHEN]
    formula = (
        f'IF({small[0]}=0,"{told["same"]}",'
        f'IF(MIN({spans[BEFORE]},{spans[AFTER]})>=0,"{told["nothing owed"]}",'
        f'IF({letters(first + AFTER)}{end}<0,"{told["never"]}",IF(COUNTIF({back},">0")>1,"{told["several"]}",'
        f"SUM({back})))))"
    )
    answer = _answer(found, small[1], told)
    sheet.formula(1, formula, answer, "total", FINE)
    return answer


def _answer(found: Sums, rounding: float, told: dict[str, str]) -> float | str:
    _, before, after, when = found
    if rounding == 0:
        return told["same"]
    if min(before.min(), after.min()) >= 0:
        return told["nothing owed"]
    if after[-1] < 0:
        return told["never"]
    return told["several"] if np.count_nonzero(when > 0) > 1 else float(when.sum())
