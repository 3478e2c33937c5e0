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
from colocate.words.bridge import both, row_name, said_by_both, said_of_step
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
from colocate.words.bridge_inputs import input_name
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
    for one in found.differences:
        step = found.step_of(one)
        yield (
            one.path,
            input_name(both(found), one),
            one.kind,
            one.option,
            None if step is None else step + 1,
            *said_by_both(found, one),
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
    new = found.new.case
    option = found.saver(reading) if measure == SAVING else measure
    base = new.baseline.id if measure == SAVING else ""
    step = None if row.step is None else found.steps[row.step]
    orders = (None, None) if step is None else _orders(step, option, base, reading)
    return (
        SAVING_NAME if measure == SAVING else COST,
        option,
        short_name(new, option),
        base,
        *reading,
        found.currency,
        ROW_NAMES[row.kind],
        None if row.step is None else row.step + 1,
        "" if step is None else "; ".join(one.path for one in step.inputs),
        row_name(found, row),
        *(("", "") if step is None else said_of_step(found, step)),
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
