"""When a move has paid back: the running sum of what it saves at every date, and where it comes to 0 for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from colocate.export.workbook.build import Builder
from colocate.export.workbook.cells import letters
from colocate.export.workbook.sheet import Sheet
from colocate.export.workbook.styles import FINE, MONEY
from colocate.model.finance import ROUNDING
from colocate.words import workbook_returns as words

if TYPE_CHECKING:
    from colocate.export.workbook.returns import Flows

YEAR, UP_TO, TIME, BEGUN, EVENLY, BEFORE, AFTER, RETURNS, WHEN = range(1, 10)
DATE, OF_YEAR = 1, 4


def write_payback(builder: Builder, sheet: Sheet, flows: Flows, column: int) -> tuple[str, float | str]:
    """Write the payback of the amounts in a column of the flows; give its cell and what it comes to."""
    language, years = builder.language, builder.years
    sheet.row += 1
    sheet.texts(words.payback_headings(column == 3, language), "heading")
    values = flows.saved if column == 2 else flows.today
    top = sheet.row
    up_to = _up_to(builder, sheet, flows, column, values)
    last = len(values)
    spread, rounding = flows.spread, builder.writer.number(ROUNDING, sheet)[0]
    gross_cell = f"${letters(WHEN)}${top}"
    gross = sum(map(abs, values))
    lumps = list(zip(flows.dates[spread:], values[spread:], strict=True))
    dates, amounts = flows.column(DATE, spread, last), flows.column(column, spread, last)
    begun_range = f"${letters(UP_TO)}${top + 1}:${letters(UP_TO)}${top + years + 1}"
    after_name, time_name, number = letters(AFTER), letters(TIME), letters(0)
    previous: tuple[float, float] | None = None
    found: list[tuple[float, float, float, float]] = []
    for place, time in enumerate(sorted(date for date, _ in lumps)):
        row = top + place
        at = f"${time_name}{row + 1}"
        sheet.formula(TIME, f"SMALL({dates},ROWS(${number}${top + 1}:${number}{row + 1}))", time, "formula", FINE, row)
        year = min(int(time), years - 1)
        sheet.formula(BEGUN, f"MIN(INT({at}),{builder.horizon}-1)", float(year), "formula", "0", row)
        index = f"{letters(BEGUN)}{row + 1}"
        low, high = f"INDEX({begun_range},{index}+1)", f"INDEX({begun_range},{index}+1+1)"
        evenly = f"{low}+(MIN({at},{builder.horizon})-{index})*({high}-{low})"
        part = up_to[year] + (min(time, float(years)) - year) * (up_to[year + 1] - up_to[year])
        sheet.formula(EVENLY, evenly, part, "formula", MONEY, row)
        sums = [part + sum(amount for date, amount in lumps if date < time)]
        sums.append(part + sum(amount for date, amount in lumps if date <= time))
        before, after = (0.0 if abs(one) <= ROUNDING * gross else one for one in sums)
        if previous is not None and previous[0] == time:
            before = previous[1]
        for name, sign, value in ((BEFORE, "<", before), (AFTER, "<=", after)):
            total = f"{letters(EVENLY)}{row + 1}+SUMPRODUCT(({dates}{sign}{at})*{amounts})"
            held = f"IF(ABS({total})<={rounding}*{gross_cell},0,{total})"
            if name == BEFORE and place:
                held = f"IF({at}={time_name}{row},{after_name}{row},{held})"
            sheet.formula(name, held, value, "formula", MONEY, row)
        found.append((time, before, after, _crossing(previous, (time, before, after))))
        _returns(sheet, row, place, found, previous)
        previous = (time, after)
    sheet.row = max(top + len(lumps), top + years + 1) + 1
    # The sum of all that goes either way stands above the times, in the row of headings.
    whole = flows.column(column, 0, last)
    sheet.formula(WHEN, f'SUMIF({whole},">0")-SUMIF({whole},"<0")', gross, "heading", MONEY, top - 1)
    answer = _result(sheet, (top, top + len(lumps)), found, gross, words.none_in_words(language))
    sheet.text(0, words.payback(column == 3, language), "total")
    sheet.row += 1
    return f"{sheet.quoted}!$B${sheet.row}", answer


def _result(
    sheet: Sheet,
    rows: tuple[int, int],
    found: list[tuple[float, float, float, float]],
    gross: float,
    told: dict[str, str],
) -> float | str:
    """Write the payback, or why there is none."""
    top, end = rows
    spans = {name: f"{letters(name)}{top + 1}:{letters(name)}{end}" for name in (BEFORE, AFTER, RETURNS, WHEN)}
    formula = (
        f'IF(${letters(WHEN)}${top}=0,"{told["same"]}",'
        f'IF(MIN({spans[BEFORE]},{spans[AFTER]})>=0,"{told["nothing owed"]}",'
        f'IF({letters(AFTER)}{end}<0,"{told["never"]}",IF(SUM({spans[RETURNS]})>1,"{told["several"]}",'
        f"SUM({spans[WHEN]})))))"
    )
    answer = _answer(found, gross, told)
    sheet.formula(1, formula, answer, "total", FINE)
    return answer


def _up_to(builder: Builder, sheet: Sheet, flows: Flows, column: int, values: list[float]) -> list[float]:
    """Write what the money that is spread has come to at the end of each year; give the values."""
    spread, top = flows.spread, sheet.row
    amounts, years = flows.column(column, 0, spread), flows.column(OF_YEAR, 0, spread)
    found = [0.0]
    for year in range(builder.years + 1):
        row = top + year
        counted = builder.writer.reference(builder.recording.tape.counted_years[year], sheet)
        sheet.formula(YEAR, counted, float(year), "formula", "0", row)
        if year == 0:
            sheet.formula(UP_TO, "0", 0.0, "formula", MONEY, row)
            continue
        name, before = letters(UP_TO), letters(YEAR)
        found.append(found[-1] + sum(one for one, of in zip(values, flows.years, strict=False) if of == year - 1))
        sheet.formula(UP_TO, f"{name}{row}+SUMIFS({amounts},{years},{before}{row})", found[-1], "formula", MONEY, row)
    return found


def _crossing(previous: tuple[float, float] | None, now: tuple[float, float, float]) -> float:
    """Give the time at which the running sum comes back to 0 up to this date; 0 where it does not."""
    time, before, after = now
    when = 0.0
    if previous is not None and previous[1] < 0 <= before:
        when += previous[0] + previous[1] / (previous[1] - before) * (time - previous[0])
    if before < 0 <= after:
        when += time
    return when


def _returns(
    sheet: Sheet,
    row: int,
    place: int,
    found: list[tuple[float, float, float, float]],
    previous: tuple[float, float] | None,
) -> None:
    """Write whether the running sum comes back to 0 on the way to this date or on it, and when."""
    time, before, after = (f"{letters(name)}{row + 1}" for name in (TIME, BEFORE, AFTER))
    jumps, waits = f"AND({before}<0,{after}>=0)", ""
    count = float(found[-1][1] < 0 <= found[-1][2])
    if place and previous is not None:
        since, then = f"{letters(TIME)}{row}", f"{letters(AFTER)}{row}"
        waits = f"AND({then}<0,{before}>=0)"
        count += float(previous[1] < 0 <= found[-1][1])
        between = f"IF({waits},{since}+{then}/({then}-{before})*({time}-{since}),0)+"
    else:
        between = ""
    told = f"IF({waits},1,0)+" if waits else ""
    sheet.formula(RETURNS, f"{told}IF({jumps},1,0)", count, "formula", "0", row)
    sheet.formula(WHEN, f"{between}IF({jumps},{time},0)", found[-1][3], "formula", FINE, row)


def _answer(found: list[tuple[float, float, float, float]], gross: float, told: dict[str, str]) -> float | str:
    if gross == 0:
        return told["same"]
    if min(min(before, after) for _, before, after, _ in found) >= 0:
        return told["nothing owed"]
    if found[-1][2] < 0:
        return told["never"]
    times, last = [], None
    for time, before, after, when in found:
        if last is not None and last < 0 <= before:
            times.append(when if not before < 0 <= after else when - time)
        if before < 0 <= after:
            times.append(time)
        last = after
    return told["several"] if len(times) > 1 else times[0]
