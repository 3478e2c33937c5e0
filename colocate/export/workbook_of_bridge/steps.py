"""The sheets of the bridge: first case, a row a step, their live sum, and the second case as the program found it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from colocate.analysis.bridge.bridge import Bridge
from colocate.export.workbook.cells import letters
from colocate.export.workbook.sheet import Sheet
from colocate.export.workbook.styles import CENTS
from colocate.model.totals import Reading
from colocate.words import bridge as said
from colocate.words import workbook_of_bridge as words
from colocate.words.bridge_rows import SAVING, TO_CENTS, Row, bridge_rows, measures_of
from colocate.words.language import Language
from colocate.words.naming import short_name

NAME, STEP, WAS, NOW, SAVED, FIRST_COST = range(6)
WIDTHS = (58.0, 7.0, 34.0, 34.0)
OF_AN_AMOUNT = 19.0
FIRST_ROW, BESIDE_STEPS = 2, 10
"""The row of the first block, and rows that a block takes beside those of its steps."""

ABOVE_STEPS = 4
"""Rows of a block above its steps: title, finding, headings and the first case."""

HALF_A_CENT, PART_OF_LARGEST = 0.005, 1e-13


@dataclass(frozen=True)
class Block:
    """The bridges of one reading, which stand beside each other: their measures, and the column of each."""

    reading: Reading
    columns: dict[str, int]
    rows: dict[str, tuple[Row, ...]]

    @property
    def amounts(self) -> list[float]:
        """Return every amount."""
        return [row.amount for rows in self.rows.values() for row in rows]


def write_bridges(found: Bridge, readings: Sequence[Reading], title: str, sheet: Sheet, language: Language) -> str:
    """Write the bridges of some readings; give the cells, parted by commas, that say which do not add up."""
    blocks = [_block(found, reading) for reading in readings]
    sheet.text(NAME, title, "title", 0)
    sheet.row = FIRST_ROW
    below = FIRST_ROW + len(blocks) * (len(found.steps) + BESIDE_STEPS)
    controls = [_written(found, block, sheet, f"${letters(STEP)}${below + 3}", language) for block in blocks]
    sheet.row = below
    _rounding(sheet, blocks, ",".join(amounts for _, amounts in controls), language)
    sheet.set_up(_widths(found), (0, 1))
    return ",".join(f"{sheet.quoted}!{span}" for span, _ in controls)


def _widths(found: Bridge) -> tuple[float, ...]:
    return (*WIDTHS, *([OF_AN_AMOUNT] * (1 + len(found.common))))


def _block(found: Bridge, reading: Reading) -> Block:
    columns = {option: FIRST_COST + place for place, option in enumerate(found.common)}
    measures = measures_of(found, reading)
    rows = {one: bridge_rows(found, one, reading, digits=TO_CENTS, most=None) for one in measures}
    return Block(reading, {**columns, SAVING: SAVED}, rows)


def _written(found: Bridge, block: Block, sheet: Sheet, allowed: str, language: Language) -> tuple[str, str]:
    """Write a block, held to what the cell `allowed` says; give the cells of its controls, and of its amounts."""
    new, widths = found.new.case, _widths(found)
    sheet.texts([words.reading_title(block.reading, found.currency, language)], "part")
    headings = words.bridge_headings(language)
    base, saver = new.baseline.id, found.saver(block.reading)
    saving = words.saving_heading(short_name(new, saver), short_name(new, base), language) if saver else ""
    costs = [words.cost_heading(short_name(new, option), language) for option in found.common]
    sheet.texts([said.finding_bridge(found, next(iter(block.rows)), block.reading, language).title], "text")
    sheet.as_high_as([*headings, saving, *costs], widths)
    sheet.texts([*headings, saving, *costs], "heading")
    begun = sheet.row
    _amounts(found, block, sheet, said.row_name(found, Row("old", 0.0), language), "old")
    for place, step in enumerate(found.steps):
        name = said.row_name(found, Row("step", 0.0, place), language)
        was, now = said.said_of_step(found, step, language)
        sheet.as_high_as([name, "", was, now], widths)
        sheet.number(STEP, place + 1, "count", "")
        sheet.text(WAS, was, "wrapped")
        sheet.text(NOW, now, "wrapped")
        _amounts(found, block, sheet, name, "step", place)
    _amounts(found, block, sheet, said.row_name(found, Row("chance", 0.0), language), "chance")
    last = sheet.row
    return _added_up(found, block, sheet, (begun, last), allowed, language)


def _amounts(found: Bridge, block: Block, sheet: Sheet, name: str, kind: str, step: int | None = None) -> None:
    """Write a row of amounts: what each option costs as the program found it, and the saving as their difference."""
    sheet.text(NAME, name, "wrapped")
    for measure, rows in block.rows.items():
        amount = next((row.amount for row in rows if row.kind == kind and row.step == step), 0.0)
        if measure == SAVING:
            sheet.formula(SAVED, _saved(found, block, sheet.row), amount, "formula", CENTS)
        else:
            sheet.number(block.columns[measure], amount, "outside", CENTS)
    sheet.row += 1


def _saved(found: Bridge, block: Block, row: int) -> str:
    """Write what the option saves in a row: the baseline's cell less its own."""
    base, saver = found.new.case.baseline.id, found.saver(block.reading)
    return "-".join(f"{letters(block.columns[one])}{row + 1}" for one in (base, saver))


def _added_up(
    found: Bridge, block: Block, sheet: Sheet, rows: tuple[int, int], allowed: str, language: Language
) -> tuple[str, str]:
    """Write the sum of each column, the second case as found, their difference, and whether that is a cent or more."""
    begun, last = rows
    names = (words.summed, words.second_as_found, words.difference, words.differs)
    for place, (name, kind) in enumerate(zip(names, ("total", "text", "text", "check"), strict=True)):
        sheet.text(NAME, name(language), kind, last + place)
    for column in range(STEP, SAVED):
        sheet.text(column, "", "total", last)
    used = sorted(block.columns[measure] for measure in block.rows)
    for measure, of_it in block.rows.items():
        column, letter, new = block.columns[measure], letters(block.columns[measure]), of_it[-1].amount
        summed = sum(row.amount for row in of_it[:-1])
        sheet.formula(column, f"SUM({letter}{begun + 1}:{letter}{last})", summed, "total", CENTS, last)
        if measure == SAVING:
            sheet.formula(column, _saved(found, block, last + 1), new, "formula", CENTS, last + 1)
        else:
            sheet.number(column, new, "outside", CENTS, last + 1)
        difference = f"{letter}{last + 1}-{letter}{last + 2}"
        sheet.formula(column, difference, summed - new, "formula", CENTS, last + 2)
        check = f"IF(ABS({letter}{last + 3})<{allowed},0,1)"
        sheet.formula(column, check, 0.0, "check", "0", last + 3)
    sheet.row = last + 5
    first, end = letters(used[0]), letters(used[-1])
    return f"${first}${last + 4}:${end}${last + 4}", f"{first}{begun + 1}:{end}{last + 2}"


def _rounding(sheet: Sheet, blocks: Sequence[Block], amounts: str, language: Language) -> None:
    """Write what counts as the computer's own rounding: half a cent, or more where amounts are that large."""
    names = (words.half_a_cent, words.part_of_largest, words.allowed)
    for place, (name, value) in enumerate(zip(names, (HALF_A_CENT, PART_OF_LARGEST, None), strict=True)):
        sheet.text(NAME, name(language), "aside", sheet.row + place)
        if value is not None:
            sheet.number(STEP, value, "given", "General", sheet.row + place)
    first, second = (f"{letters(STEP)}{sheet.row + 1 + place}" for place in range(2))
    largest = max([0.0, *(abs(amount) for block in blocks for amount in block.amounts)])
    formula = f"MAX({first},{second}*MAX({amounts}),-{second}*MIN({amounts}))"
    value = max(HALF_A_CENT, PART_OF_LARGEST * largest)
    sheet.formula(STEP, formula, value, "formula", "General", sheet.row + 2)
