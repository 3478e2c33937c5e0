"""Writes recorded steps and lines onto sheets: every figure in a cell of its own, below what it is worked out from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np

from colocate.export.workbook.copying import DOWN, RIGHT, Copies
from colocate.export.workbook.formulas import Writer
from colocate.export.workbook.plan import Plan, nodes_of
from colocate.export.workbook.sheet import FIGURE, FIRST_YEAR, LABEL, UNIT, Book, Sheet, Spot
from colocate.export.workbook.styles import FINE, PLAIN, number_form
from colocate.model.costs.line import Factor
from colocate.model.prices import Prices
from colocate.model.recording.nodes import Node, Step, led_to
from colocate.model.worked import Recording
from colocate.words import workbook as words
from colocate.words.case_of_letters import beginning
from colocate.words.language import Language


@dataclass
class Builder:
    """A workbook in the making: its sheets, and where each figure stands."""

    recording: Recording
    prices: Prices
    plan: Plan
    book: Book
    language: Language
    writer: Writer
    spots: dict[Node, Spot]
    workings: Sheet
    tables: Sheet
    horizon: str
    copies: Copies
    met: set[Node] = field(default_factory=set)
    placed: set[Step] = field(default_factory=set)
    lists: set[int] = field(default_factory=set)

    @property
    def years(self) -> int:
        """Return how many budget years there are."""
        return self.recording.tape.years

    @property
    def discount_nodes(self) -> list[Node]:
        """Return what brings money spread over each year to the decision date."""
        return nodes_of(self.recording.prices.discount)

    @property
    def currency(self) -> str:
        """Return the currency of every amount of a line."""
        return self.recording.case.currency

    # ---- what leads to figures

    def lead_to(self, figures: Iterable[Node], sheet: Sheet, whose: str) -> None:
        """Write every step that figures are worked out from and that has no cells yet."""
        steps = {node.step for node in led_to(figures, self.met, self.lists) if node.step is not None}
        needed = (steps & self.plan.kept) - self.placed
        ordered = sorted(needed, key=lambda step: step.number)
        self.placed |= needed
        self._write(ordered, sheet, whose)

    def _write(self, steps: Sequence[Step], sheet: Sheet, whose: str) -> None:
        lists = [step for step in steps if step.size > 1 and not step.layout]
        others = [step for step in steps if step.size == 1 or step.layout]
        self._place_lists(lists, whose)
        for step in others:
            self.place(step, sheet if step.section else self.workings)
        for step in lists:
            self.fill(step, FINE)
        for step in others:
            self.label(step, words.step_in_words(step.code, step.does, self.language), "", "aside")
            self.fill(step, number_form("fraction") if step.size > 1 else PLAIN)

    def _place_lists(self, steps: Sequence[Step], whose: str) -> None:
        """Give lists their columns on the sheet of tables: those as long as each other side by side."""
        for size, group in groupby(
            sorted(steps, key=lambda step: (step.size, step.number)), key=lambda step: step.size
        ):
            members = list(group)
            sheet = self.tables
            sheet.text(LABEL, whose, "part")
            sheet.row += 1
            sheet.text(LABEL, words.number_in_list(self.language), "heading")
            for column, step in enumerate(members, start=1):
                sheet.text(column, words.step_in_words(step.code, step.does, self.language), "heading")
                for node in step.nodes:
                    self.spots[node] = Spot(sheet, sheet.row + 1 + node.place, column)
            for place in range(size):
                sheet.number(LABEL, place + 1, "aside", "0", sheet.row + 1 + place)
            sheet.row += size + 3

    def place(self, step: Step, sheet: Sheet) -> None:
        """Give a step its cells: one for a single figure, else a row, or as many as a year has parts."""
        self.placed.add(step)
        self.met |= set(step.nodes)
        if step.size == 1:
            for node in step.nodes:
                self.spots[node] = Spot(sheet, sheet.row, FIGURE)
            sheet.row += 1
            return
        rows = rows_of(step)
        for node in step.nodes:
            year, part = divmod(node.place, rows)
            self.spots[node] = Spot(sheet, sheet.row + part, FIRST_YEAR + year)
        sheet.row += rows

    def label(self, step: Step, name: str, unit: str, kind: str) -> None:
        """Write what a step is, on each of its rows."""
        first = self.spots[step.nodes[0]]
        rows = rows_of(step) if step.size > 1 else 1
        top = first.row - (step.nodes[0].place % rows)
        for part in range(rows):
            told = name if rows == 1 else words.part_of_year(name, part + 1, self.language)
            first.sheet.text(LABEL, told, kind, top + part)
            if unit:
                first.sheet.text(UNIT, unit, "aside", top + part)

    def fill(self, step: Step, form: str, kind: str = "formula") -> None:
        """Write the formulas of a step that has its cells: each once, and copied to those beside or below it."""
        way = RIGHT if step.layout or step.size == 1 else DOWN
        rows = rows_of(step) if way == RIGHT else 1
        written = [node for node in step.nodes if node in self.plan.used]
        written.sort(key=lambda node: (node.place % rows, node.place))
        for run in self.copies.of_formulas(written, way):
            spot = self.spots[run[0]]
            formula, values = self.writer.formula(run[0], spot.sheet), [node.value for node in run]
            spot.sheet.copied((spot.row, spot.column), way == DOWN, formula, values, kind, form)

    def referred(self, nodes: Sequence[Node], sheet: Sheet, form: str, row: int) -> None:
        """Write references to figures by year over the years of a row."""
        column = FIRST_YEAR
        for run in self.copies.of_references(nodes):
            values = [node.value for node in run]
            sheet.across(column, self.writer.reference(run[0], sheet), values, "formula", form, row)
            column += len(run)

    # ---- factors and lines

    def factor(self, factor: Factor, sheet: Sheet, whose: str) -> tuple[int, bool]:
        """Write a factor on a row of its own; give the row, and whether it has a figure by year."""
        nodes = nodes_of(factor.value)
        own = nodes[0].step if nodes else None
        if own is not None and self._is_at_home(own, nodes):
            self.lead_to((part for node in nodes for part in node.parts()), sheet, whose)
            self.place(own, sheet)
            unit = self.unit(factor.unit)
            self.label(own, beginning(factor.name), unit, "text")
            self.fill(own, number_form(factor.unit))
            return self.spots[nodes[0]].row, own.size > 1
        self.lead_to(nodes, sheet, whose)
        return self._referred(factor, nodes, sheet)

    def path(self, nodes: Sequence[Node], sheet: Sheet, name: str, form: str) -> list[Spot]:
        """Give the cells of figures by year; where they stand here and there they get a row of their own first."""
        spots = [self.spots.get(node) for node in nodes]
        first = spots[0]
        if first is None or spots != [Spot(first.sheet, first.row, first.column + year) for year in range(len(nodes))]:
            first = Spot(sheet, sheet.row, FIRST_YEAR)
            sheet.text(LABEL, name, "aside")
            self.referred(nodes, sheet, form, sheet.row)
            sheet.row += 1
        return [Spot(first.sheet, first.row, first.column + year) for year in range(len(nodes))]

    def months(self, values: Sequence[float], sheet: Sheet, name: str) -> list[Spot]:
        """Write months that no figure of the case has a part in, by how long after each year's beginning they come."""
        row = sheet.row
        sheet.text(LABEL, name, "aside")
        for year, value in enumerate(values):
            begun = self.recording.tape.months[year]
            after = self.writer.number(value - begun.value, sheet)[0]
            formula = f"{self.writer.reference(begun, sheet)}+{after}"
            sheet.formula(FIRST_YEAR + year, formula, value, "formula", PLAIN)
        sheet.row += 1
        return [Spot(sheet, row, FIRST_YEAR + year) for year in range(len(values))]

    def _is_at_home(self, step: Step, nodes: Sequence[Node]) -> bool:
        """Tell whether a factor is all that a step made, so that its row is where the step stands."""
        if step in self.placed or not step.section or rows_of(step) != 1 or (step.size > 1 and step.layout != "years"):
            return False
        same = all(node.step is step and node.place == place for place, node in enumerate(nodes))
        return same and len(nodes) == step.size == len(step.nodes) and step.size in (1, self.years)

    def _referred(self, factor: Factor, nodes: Sequence[Node], sheet: Sheet) -> tuple[int, bool]:
        row, form = sheet.row, number_form(factor.unit)
        sheet.text(LABEL, beginning(factor.name))
        sheet.text(UNIT, self.unit(factor.unit), "aside")
        sheet.row += 1
        if not nodes:
            return row, self._plain_factor(factor, sheet, row, form)
        if all(node is nodes[0] for node in nodes):
            formula = self.writer.reference(nodes[0], sheet)
            sheet.formula(FIGURE, formula, nodes[0].value, "formula", form, row)
            return row, False
        self.referred(nodes, sheet, form, row)
        return row, True

    def _plain_factor(self, factor: Factor, sheet: Sheet, row: int, form: str) -> bool:
        """Write a factor that no figure of the case has a part in: 1 for one office, 1 in the last year."""
        values = np.ravel(factor.value).tolist()
        if len(set(values)) == 1:
            sheet.formula(FIGURE, self.writer.number(values[0], sheet)[0], values[0], "formula", form, row)
            return False
        tape = self.recording.tape
        last = values == [0.0] * (self.years - 1) + [1.0]
        for year, value in enumerate(values):
            if last:
                begun = self.writer.reference(tape.counted_years[year], sheet)
                formula = f"IF({begun}+1={self.horizon},1,0)"
            else:
                formula = self.writer.number(value, sheet)[0]
            sheet.formula(FIRST_YEAR + year, formula, value, "formula", form, row)
        return True

    def unit(self, unit: str) -> str:
        """Name a unit, money by its currency."""
        return unit.replace("money", self.currency)


def rows_of(step: Step) -> int:
    """Give how many rows a step by year takes: one, or as many as each year has parts."""
    return step.shape[1] if len(step.shape) == 3 else step.rows
