"""The rate that a move earns: the present value at rates tried, and the one between two at which it is 0."""

from __future__ import annotations

import numpy as np

from colocate.export.workbook.build import Builder
from colocate.export.workbook.cells import letters
from colocate.export.workbook.flows import Flows
from colocate.export.workbook.sheet import Sheet
from colocate.export.workbook.styles import FINE, MONEY
from colocate.model.finance import ROUNDING
from colocate.quantity import Array
from colocate.words import workbook_returns as words

RATES = (
    *(-0.9999, -0.999, -0.99, -0.97, -0.95, -0.9, -0.85, -0.8, -0.7, -0.6, -0.5, -0.4, -0.3, -0.25, -0.2, -0.15, -0.1),
    *(-0.05, -0.02, 0.0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0, 1.25, 1.5),
    *(2.0, 2.5, 3.0, 4.0, 5.0, 7.0, 10.0, 15.0, 20.0, 50.0, 100.0, 1000.0),
)
"""Rates tried first: where the present value goes below 0 or comes back between two of them, the rate lies between.

None is looked for above 100,000 % a year: what is paid on the first day is all that counts there, to the last digit.
None below -99.99 % either: an amount in year 60, the last that a case may look at, counts 1E+240 times there.
"""

HALVINGS = 64
RATE, VALUE, CHANGES = 1, 2, 3
LOW, HIGH, MIDDLE, AT_MIDDLE = 4, 5, 6, 7


def write_rate(builder: Builder, sheet: Sheet, flows: Flows) -> tuple[str, float | str]:
    """Write the rate of return of the flows; give its cell and what it comes to."""
    language = builder.language
    dates, amounts, times, money = flows.block(0), flows.block(1), flows.dates, flows.saved
    sheet.row += 1
    sheet.texts(words.rate_headings(language), "heading")
    top = sheet.row
    worth = [_worth(money, times, rate) for rate in RATES]
    turns = [place for place in range(1, len(RATES)) if (worth[place] < 0) != (worth[place - 1] < 0)]
    for place, rate in enumerate(RATES):
        sheet.number(RATE, rate, "given", "0.00%", top + place)
    tried = _at(amounts, dates, f"{letters(RATE)}{top + 1}")
    sheet.copied((top, VALUE), True, tried, worth, "formula", MONEY)
    here, before = f"{letters(VALUE)}{top + 2}", f"{letters(VALUE)}{top + 1}"
    changed = [float(place in turns) for place in range(1, len(RATES))]
    sheet.copied((top + 1, CHANGES), True, f"IF({_same_side(here, before)},0,1)", changed, "formula", "0")
    changes = f"${letters(CHANGES)}${top + 2}:${letters(CHANGES)}${top + len(RATES)}"
    found = _halved(sheet, top, (amounts, dates), (money, times), turns[0] if turns else 1, changes)
    sheet.row = top + max(len(RATES), HALVINGS) + 1
    told = words.none_in_words(language)
    least, most = float(money.min()), float(money.max())
    one_side = least >= -ROUNDING * most or most <= -ROUNDING * least
    none = one_side or not turns
    answer: float | str = told["none"] if none else found if len(turns) == 1 else told["several"]
    sheet.text(0, words.rate(language), "total")
    middle, rounding = f"{letters(MIDDLE)}{top + HALVINGS}", builder.writer.number(ROUNDING, sheet)[0]
    # At a high rate late amounts come to so little that a spreadsheet takes it for 0: what is all on one side has none.
    lowest, highest = f"MIN({amounts})", f"MAX({amounts})"
    sides = f"OR({lowest}>=-{rounding}*{highest},{highest}<=-{rounding}*{lowest},SUM({changes})=0)"
    formula = f'IF({sides},"{told["none"]}",IF(SUM({changes})=1,{middle},"{told["several"]}"))'
    sheet.formula(1, formula, answer, "total", FINE)
    sheet.row += 1
    return f"{sheet.quoted}!$B${sheet.row}", answer


def _halved(
    sheet: Sheet,
    top: int,
    ranges: tuple[str, str],
    flows: tuple[Array, Array],
    place: int,
    changes: str,
) -> float:
    """Write two rates that draw together around the one sought; give the last middle.

    They begin on both sides of the first change, the one up to the rate tried at `place`. Where no rate, or more than
    one, is between those tried, they draw together somewhere else, and nobody asks.
    """
    low, high = RATES[place - 1], RATES[place]
    owed = _worth(*flows, low) < 0
    rates = f"${letters(RATE)}${top + 1}:${letters(RATE)}${top + len(RATES)}"
    values = f"${letters(VALUE)}${top + 1}:${letters(VALUE)}${top + len(RATES)}"
    where = f"IF(SUM({changes})=0,1,MATCH(1,{changes},0))"
    at_low = f"INDEX({values},{where})"
    columns: list[list[float]] = [[], [], [], []]
    for _ in range(HALVINGS):
        middle = (low + high) / 2.0
        value = _worth(*flows, middle)
        for column, one in zip(columns, (low, high, middle, value), strict=True):
            column.append(one)
        low, high = (middle, high) if (value < 0) == owed else (low, middle)
    here = [f"{letters(column)}{top + 1}" for column in (LOW, HIGH, MIDDLE, AT_MIDDLE)]
    sheet.formula(LOW, f"INDEX({rates},{where})", columns[0][0], "formula", FINE, top)
    sheet.formula(HIGH, f"INDEX({rates},{where}+1)", columns[1][0], "formula", FINE, top)
    same = _same_side(here[3], at_low)
    sheet.copied((top + 1, LOW), True, f"IF({same},{here[2]},{here[0]})", columns[0][1:], "formula", FINE)
    sheet.copied((top + 1, HIGH), True, f"IF({same},{here[1]},{here[2]})", columns[1][1:], "formula", FINE)
    sheet.copied((top, MIDDLE), True, f"({here[0]}+{here[1]})/(1+1)", columns[2], "formula", FINE)
    sheet.copied((top, AT_MIDDLE), True, _at(*ranges, here[2]), columns[3], "formula", MONEY)
    return columns[2][-1]


def _same_side(one: str, other: str) -> str:
    """Write whether two values lie on the same side of 0, which counts as above; their product may be too large."""
    return f"IF({one}<0,1,0)=IF({other}<0,1,0)"


def _at(amounts: str, dates: str, rate: str) -> str:
    """Write the present value of dated amounts at a rate."""
    return f"SUMPRODUCT({amounts},(1+{rate})^(-{dates}))"


def _worth(money: Array, times: Array, rate: float) -> float:
    return float(np.sum(money * (1.0 + rate) ** (-times)))
