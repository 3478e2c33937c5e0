"""The rate that a move earns: the present value at rates tried, and the one between two at which it is 0."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from colocate.export.workbook.build import Builder
from colocate.export.workbook.sheet import Sheet, letters
from colocate.export.workbook.styles import FINE, MONEY
from colocate.quantity import Array
from colocate.words import workbook_returns as words

if TYPE_CHECKING:
    from colocate.export.workbook.returns import Flows

RATES = (
    *(-0.99, -0.97, -0.95, -0.9, -0.85, -0.8, -0.7, -0.6, -0.5, -0.4, -0.3, -0.25, -0.2, -0.15, -0.1, -0.05, -0.02),
    *(0.0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0, 1.25, 1.5, 2.0, 2.5),
    *(3.0, 4.0, 5.0, 7.0, 10.0, 15.0, 20.0, 50.0, 100.0, 1000.0),
)
"""Rates tried first: where the present value changes its sign between two of them, the rate lies between.

None is looked for above 100,000 % a year: what is paid on the first day is all that counts there, to the last digit.
"""

HALVINGS = 64
RATE, VALUE, CHANGES = 1, 2, 3
LOW, HIGH, MIDDLE, AT_MIDDLE = 4, 5, 6, 7
DATE, SAVED = 1, 2


def write_rate(builder: Builder, sheet: Sheet, flows: Flows) -> tuple[str, float | str]:
    """Write the rate of return of the flows; give its cell and what it comes to."""
    language = builder.language
    last = len(flows.dates)
    dates, amounts = flows.column(DATE, 0, last), flows.column(SAVED, 0, last)
    times, money = np.array(flows.dates), np.array(flows.saved)
    sheet.row += 1
    sheet.texts(words.rate_headings(language), "heading")
    top = sheet.row
    worth = [_worth(money, times, rate) for rate in RATES]
    for place, rate in enumerate(RATES):
        row = top + place
        sheet.number(RATE, rate, "given", "0.00%", row)
        sheet.formula(VALUE, _at(amounts, dates, f"{letters(RATE)}{row + 1}"), worth[place], "formula", MONEY, row)
        if place:
            here, before = f"{letters(VALUE)}{row + 1}", f"{letters(VALUE)}{row}"
            changed = float(worth[place] * worth[place - 1] < 0)
            sheet.formula(CHANGES, f"IF({here}*{before}<0,1,0)", changed, "formula", "0", row)
    changes = f"${letters(CHANGES)}${top + 2}:${letters(CHANGES)}${top + len(RATES)}"
    count = sum(one * other < 0 for one, other in zip(worth[1:], worth, strict=False))
    found = _halved(sheet, top, (amounts, dates), (money, times), worth, changes)
    sheet.row = top + max(len(RATES), HALVINGS) + 1
    told = words.none_in_words(language)
    answer: float | str = found if count == 1 else told["several"] if count else told["none"]
    sheet.text(0, words.rate(language), "total")
    middle = f"{letters(MIDDLE)}{top + HALVINGS}"
    formula = f'IF(SUM({changes})=1,{middle},IF(SUM({changes})=0,"{told["none"]}","{told["several"]}"))'
    sheet.formula(1, formula, answer, "total", FINE)
    sheet.row += 1
    return f"{sheet.quoted}!$B${sheet.row}", answer


def _halved(
    sheet: Sheet,
    top: int,
    ranges: tuple[str, str],
    flows: tuple[Array, Array],
    worth: list[float],
    changes: str,
) -> float:
    """Write two rates that draw together around the one sought; give the last middle.

    Where no rate, or more than one, is between those tried, they draw together somewhere else, and nobody asks.
    """
    place = next((one for one in range(1, len(RATES)) if worth[one] * worth[one - 1] < 0), 1)
    low, high, sign = RATES[place - 1], RATES[place], worth[place - 1]
    rates = f"${letters(RATE)}${top + 1}:${letters(RATE)}${top + len(RATES)}"
    values = f"${letters(VALUE)}${top + 1}:${letters(VALUE)}${top + len(RATES)}"
    where = f"IF(SUM({changes})=0,1,MATCH(1,{changes},0))"
    at_low = f"INDEX({values},{where})"
    middle = low
    for step in range(HALVINGS):
        row = top + step
        cells = [f"{letters(column)}{row + 1}" for column in (LOW, HIGH, MIDDLE, AT_MIDDLE)]
        above = [f"{letters(column)}{row}" for column in (LOW, HIGH, MIDDLE, AT_MIDDLE)]
        if step == 0:
            formulas = (f"INDEX({rates},{where})", f"INDEX({rates},{where}+1)")
        else:
            same = f"{above[3]}*{at_low}>0"
            formulas = (f"IF({same},{above[2]},{above[0]})", f"IF({same},{above[1]},{above[2]})")
        sheet.formula(LOW, formulas[0], low, "formula", FINE, row)
        sheet.formula(HIGH, formulas[1], high, "formula", FINE, row)
        middle = (low + high) / 2.0
        sheet.formula(MIDDLE, f"({cells[0]}+{cells[1]})/(1+1)", middle, "formula", FINE, row)
        value = _worth(*flows, middle)
        sheet.formula(AT_MIDDLE, _at(*ranges, cells[2]), value, "formula", MONEY, row)
        low, high = (middle, high) if value * sign > 0 else (low, middle)
    return middle


def _at(amounts: str, dates: str, rate: str) -> str:
    """Write the present value of dated amounts at a rate."""
    return f"SUMPRODUCT({amounts},(1+{rate})^(-{dates}))"


def _worth(money: Array, times: Array, rate: float) -> float:
    return float(np.sum(money * (1.0 + rate) ** (-times)))
