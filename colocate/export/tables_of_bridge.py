"""Tables as CSV of two cases compared: every step in every reading, every input, and how the options stand.

Amounts are to the cent, and add up: the first case's, every step's and that of other draws make the second case's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from colocate.analysis.bridge.between import READINGS
from colocate.analysis.bridge.bridge import Bridge
from colocate.analysis.bridge.steps import Step
from colocate.export.tables import Cell, Files, table
from colocate.model.totals import Reading
from colocate.words.bridge import both, row_name
from colocate.words.bridge_columns import (
    BRIDGE_COLUMNS,
    COST,
    FIRST_CASE,
    INPUT_COLUMNS,
    ROW_NAMES,
    SAVING_NAME,
    SECOND_CASE,
    STANDING_COLUMNS,
)
from colocate.words.bridge_inputs import input_name, said_of
from colocate.words.bridge_rows import SAVING, TO_CENTS, Row, bridge_rows, measures_of
from colocate.words.naming import short_name


def tables_of_bridge(found: Bridge) -> Files:
    """Give the three tables by the names of their files."""
    yield "bridge.csv", table(BRIDGE_COLUMNS, bridge_lines(found))
    yield "inputs.csv", table(INPUT_COLUMNS, input_lines(found))
    yield "both_cases.csv", table(STANDING_COLUMNS, standing_lines(found))


def bridge_lines(found: Bridge) -> Iterable[Sequence[Cell]]:
    """Give every row of every bridge, in every book and view, under `BRIDGE_COLUMNS`."""
    for reading in READINGS:
        for measure in measures_of(found, reading):
            for row in bridge_rows(found, measure, reading, digits=TO_CENTS, most=None):
                yield _bridge_line(found, measure, reading, row)


def input_lines(found: Bridge) -> Iterable[Sequence[Cell]]:
    """Give every input that differs under `INPUT_COLUMNS`; without a step, it moves no money by its nature."""
    old, new = both(found)
    for one in found.differences:
        step = found.step_of(one)
        yield (
            one.path,
            input_name((old, new), one),
            one.kind,
            one.option,
            None if step is None else step + 1,
            said_of(old, one, new=False),
            said_of(new, one, new=True),
        )


def standing_lines(found: Bridge) -> Iterable[Sequence[Cell]]:
    """Give how every option of either case stands, in every book and view, under `STANDING_COLUMNS`."""
    for name, side in ((FIRST_CASE, found.old), (SECOND_CASE, found.new)):
        for reading in READINGS:
            for option, one in side.options[reading].items():
                yield (
                    name,
                    option,
                    short_name(side.case, option),
                    "yes" if option == side.case.baseline.id else "no",
                    *reading,
                    side.case.currency,
                    one.cost,
                    one.low,
                    one.high,
                    side.saving(option, reading),
                    one.odds,
                    one.access,
                )


def _bridge_line(found: Bridge, measure: str, reading: Reading, row: Row) -> tuple[Cell, ...]:
    old, new = both(found)
    option = found.saver(reading) if measure == SAVING else measure
    base = new.baseline.id if measure == SAVING else ""
    inputs = found.steps[row.step].inputs if row.step is not None else ()
    single = inputs[0] if len(inputs) == 1 else None
    orders: tuple[Cell, Cell] = (None, None)
    if row.step is not None:
        orders = _orders(found.steps[row.step], option, base, reading)
    return (
        SAVING_NAME if measure == SAVING else COST,
        option,
        short_name(new, option),
        base,
        *reading,
        found.currency,
        ROW_NAMES[row.kind],
        None if row.step is None else row.step + 1,
        "; ".join(one.path for one in inputs),
        row_name(found, row),
        "" if single is None else said_of(old, single, new=False),
        "" if single is None else said_of(new, single, new=True),
        row.amount,
        *orders,
    )


def _orders(step: Step, option: str, base: str, reading: Reading) -> tuple[float, float]:
    """Give what a step moves in either order: a cost, or a saving where there is an option that it is against."""
    amounts = [one[option][reading] for one in (step.forward, step.backward)]
    if base:
        amounts = [
            one[base][reading] - amount for one, amount in zip((step.forward, step.backward), amounts, strict=True)
        ]
    return round(amounts[0], TO_CENTS), round(amounts[1], TO_CENTS)
