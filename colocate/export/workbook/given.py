"""The sheet of what is given beside the inputs: the years, choices, counts and dates, and numbers of the formulas."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.case import Case
from colocate.export.workbook.cells import letters
from colocate.export.workbook.formulas import ADDED, ALONE, MULTIPLIED, NEGATIVE
from colocate.export.workbook.sheet import Sheet, Spot
from colocate.export.workbook.styles import input_form
from colocate.model.recording.nodes import Node
from colocate.words import workbook as words
from colocate.words.language import Language

PLACE, NAME, UNIT, VALUE = range(4)
WIDTHS = (58.0, 58.0, 18.0, 16.0)
HORIZON_ROW, MONTHS_ROW, FIRST_ROW = 4, 5, 6
AMBIGUOUS = (2, 3, 6, 52, 60)
"""Numbers of years that are numbers of some formula, too."""


class Given:
    """The sheet, and where each plain number of the formulas stands on it; a number joins when a formula needs it."""

    def __init__(self, sheet: Sheet, case: Case, nodes: Sequence[Node], months: Sequence[Node]) -> None:
        self.sheet = sheet
        self.case = case
        self.nodes = nodes
        self.months = months
        self.numbers: dict[float, int] = {}
        self.next = FIRST_ROW + len(nodes) + len(self._choices()) + 2

    def place(self, spots: dict[Node, Spot]) -> None:
        """Give each number of the case its cell."""
        for row, node in enumerate(self.nodes, start=FIRST_ROW):
            spots[node] = Spot(self.sheet, row, VALUE)
        self.spots = spots

    def cell(self, row: int, sheet: Sheet | None) -> str:
        """Write the cell of a row, as a formula on a sheet does."""
        cell = f"${letters(VALUE)}${row + 1}"
        return cell if sheet is self.sheet else f"{self.sheet.quoted}!{cell}"

    def of_number(self, value: float, sheet: Sheet | None) -> tuple[str, int]:
        """Give what stands for a plain number in a formula: the years looked at, a month of the years, or its cell."""
        years = self.case.horizon_years
        if years not in AMBIGUOUS:
            horizon = self.cell(HORIZON_ROW, sheet)
            told = {
                float(years): (horizon, ALONE),
                -float(years): (f"-{horizon}", NEGATIVE),
                years - 1.0: (f"{horizon}-1", ADDED),
                1.0 / years: (f"1/{horizon}", MULTIPLIED),
            }
            if value in told:
                return told[value]
        if value == 12.0 * years:
            return self.cell(MONTHS_ROW, sheet), ALONE
        if value % 12.0 == 0.0 and 0.0 < value < 12.0 * years:
            spot = self.spots[self.months[int(value / 12.0)]]
            cell = f"${letters(spot.column)}${spot.row + 1}"
            return (cell if spot.sheet is sheet else f"{spot.sheet.quoted}!{cell}"), ALONE
        if value < 0:
            text, holds = self.of_number(-value, sheet)
            return f"-{text if holds == ALONE else f'({text})'}", NEGATIVE
        row = self.numbers.get(value)
        if row is None:
            row = self.numbers[value] = self.next
            self.next += 1
        return self.cell(row, sheet), ALONE

    def write(self, language: Language) -> None:
        """Write the sheet, when every formula is there."""
        sheet, case = self.sheet, self.case
        sheet.text(0, words.given_title(language), "title", 0)
        sheet.text(0, words.about_given(language), "aside", 1)
        sheet.row = HORIZON_ROW - 1
        sheet.texts(words.given_headings(language), "heading")
        self._put("horizon_years", words.horizon(language), words.YEAR_UNIT, float(case.horizon_years), "0")
        sheet.text(NAME, words.months_looked_at(language))
        sheet.text(UNIT, words.MONTH_UNIT, "aside")
        months = 12.0 * case.horizon_years
        sheet.formula(VALUE, f"12*{letters(VALUE)}{HORIZON_ROW + 1}", months, "formula", "0")
        sheet.row += 1
        for node in self.nodes:
            leaf = node.leaf
            if leaf is not None:
                self._put(leaf.path, leaf.label, leaf.unit, node.value, input_form(leaf.unit))
        for name, chosen in self._choices():
            sheet.text(NAME, words.choice_name(name, language))
            sheet.text(VALUE, chosen, "given")
            sheet.row += 1
        sheet.row += 1
        sheet.texts([words.numbers_title(language)], "part")
        for value, row in self.numbers.items():
            sheet.text(NAME, words.number_in_words(value, language), "text", row)
            sheet.number(VALUE, value, "given", "General", row)
        sheet.row = self.next
        sheet.set_up(WIDTHS, (HORIZON_ROW, 0))

    def _put(self, place: str, name: str, unit: str, value: float, form: str) -> None:
        self.sheet.text(PLACE, place)
        self.sheet.text(NAME, name)
        self.sheet.text(UNIT, unit, "aside")
        self.sheet.number(VALUE, value, "given", form)
        self.sheet.row += 1

    def _choices(self) -> list[tuple[str, str]]:
        case = self.case
        return [
            ("decision date", case.decision_date.isoformat()),
            ("currency", case.currency),
            ("rates", case.discounting.rates),
            ("timing", case.discounting.timing),
        ]
