"""The sheet of figures: a row each, with unit, range, source and quality, and what the number means."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from colocate.casefile.fields import Field
from colocate.casefile.form import sheets as names
from colocate.casefile.form import texts
from colocate.casefile.form.columns import Part, parts_of_a_figure
from colocate.casefile.form.paper import Book, Paper, paper
from colocate.casefile.form.parts import FigureLine
from colocate.casefile.form.sheets import PASSED_OVER
from colocate.casefile.form.values import NO, YES, Cell, text_cell
from colocate.units import MOST_MONEY

SPARE = 20
"""Empty rows at the end, ready to be filled in."""

WIDTHS = {"source": 34.0, "quality": 12.0, "reference_class": 20.0}
WITHIN = ("low", "mode", "high", "settled", "plan")
"""The numbers of a figure that are in its unit."""


def write_figures(book: Book, figures: Iterable[FigureLine]) -> None:
    """Write the sheet of figures."""
    columns = parts_of_a_figure()
    first = [part for part in columns if part.is_first]
    others = [part for part in columns if not part.is_first]
    heads = [names.PLACE, names.NAME, names.UNIT, *(part.heading for part in first)]
    heads += [names.MEANING, names.SAME_AS, *(part.heading for part in others)]
    at: dict[str, int] = {part.name: heads.index(part.heading) for part in columns}
    meaning = len(first) + 3
    widths = [34.0, 30.0, 13.0, *(WIDTHS.get(part.name, 10.0) for part in first)]
    widths += [38.0, 22.0, *(WIDTHS.get(part.name, 12.0) for part in others)]
    sheet = paper(book, names.FIGURES, widths)
    sheet.line([f"{PASSED_OVER} {texts.FIGURES_TITLE}"], "title")
    sheet.line(heads, "heading")
    helps = ["", "", "", *(part.meaning for part in first), "", texts.USED, *(part.meaning for part in others)]
    sheet.line([f"{PASSED_OVER} {names.MEANING}", *helps[1:]], "explained")
    band, lines = "", list(figures)
    shared = tuple(line.place for line in lines if line.shared)
    for line in lines:
        title = texts.SHARED_TITLE if line.shared else line.trail[0]
        if title != band:
            sheet.line([f"{PASSED_OVER} {title}"], "part")
            band = title
        sheet.put(0, line.place, "place")
        sheet.put(1, " \u203a ".join(line.trail[1:] or line.trail), "information")
        _write_unit(sheet, 2, line)
        _write_numbers(sheet, line, at)
        sheet.put(meaning, meaning_of(line.field, line.units), "information")
        sheet.put(meaning + 1, line.written if isinstance(line.written, str) else None, "input")
        _offer(sheet, meaning + 1, shared)
        sheet.end()
    sheet.line([f"{PASSED_OVER} {texts.NEW_ROWS}"], "part")
    for _ in range(SPARE):
        for column in range(len(heads)):
            sheet.put(column, None, "information" if column in (1, meaning) else "input")
        for part in columns:
            _check(sheet, at[part.name], part)
            sheet.put(at[part.name], None, "number" if part.kind == "number" else "input")
        _offer(sheet, meaning + 1, shared)
        sheet.end()
    sheet.set_up((2, 1), [meaning + 1])


def meaning_of(field: Field | None, units: tuple[str, ...]) -> str:
    """Say what a figure means and what it can be."""
    if field is None:
        return texts.USED
    least, most = field.limits
    if abs(most) >= MOST_MONEY:
        return field.note.help
    unit = units[0] if units else field.measure.unit
    return texts.ENTRIES.format(help=field.note.help, least=f"{least:,g}", most=f"{most:,g}", unit=unit)


def _write_unit(sheet: Paper, column: int, line: FigureLine) -> None:
    written = line.written.get("unit") if isinstance(line.written, dict) else None
    due = line.units[0] if line.units else ""
    sheet.put(column, None if isinstance(line.written, str) else str(written or due), "input")
    if len(line.units) > 1:
        sheet.choose(column, line.units, names.CHOICES, texts.CHOOSE)


def _write_numbers(sheet: Paper, line: FigureLine, at: dict[str, int]) -> None:
    """Write the parts of a figure: those of its table, or the one number."""
    table = line.written if isinstance(line.written, dict) else {}
    if isinstance(line.written, (int, float)):
        table = {"mode": line.written}
    for part in parts_of_a_figure():
        column = at[part.name]
        sheet.put(column, _cell(table.get(part.name), part), "number" if part.kind == "number" else "input")
        if part.name in WITHIN and line.field is not None:
            least, most = line.field.limits
            unit = line.units[0] if line.units else ""
            sheet.limit(
                column, least, most, texts.DUE_BETWEEN.format(least=f"{least:,g}", most=f"{most:,g}", unit=unit)
            )
        else:
            _check(sheet, column, part)
    if not isinstance(line.written, str) and table.keys() <= {"unit"}:
        sheet.must(at["mode"])


def _offer(sheet: Paper, column: int, shared: tuple[str, ...]) -> None:
    """Offer the shared figures where a figure can be the same as one of them."""
    if shared:
        sheet.offer(column, sheet.of.source_of(shared, names.CHOICES), texts.USED)


def _check(sheet: Paper, column: int, part: Part) -> None:
    if part.kind == "choice":
        sheet.choose(column, part.choices, names.CHOICES)
    elif part.kind == "switch":
        sheet.choose(column, (YES, NO), names.CHOICES)


def _cell(value: Any, part: Part) -> Cell:
    if value is None or value is False:
        return None
    if part.kind == "switch":
        return YES
    return text_cell(value) if isinstance(value, str) else float(value)
