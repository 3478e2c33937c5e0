"""The last sheets of the form, which are not read: all fields that there are, and lists too long for their cells."""

from __future__ import annotations

from collections.abc import Iterator

from colocate.case import Case
from colocate.casefile.fields import Field, fields_of
from colocate.casefile.form import texts
from colocate.casefile.form.paper import Book, paper
from colocate.casefile.form.sheets import CHOICES, FIELDS, PASSED_OVER
from colocate.quantity import Measure

DEEPEST = 8


def write_fields(book: Book) -> None:
    """Write the sheet of all fields of the format."""
    sheet = paper(book, FIELDS, (58.0, 28.0, 34.0, 12.0, 12.0, 8.0, 56.0))
    sheet.line([f"{PASSED_OVER} {texts.FIELDS_TITLE}"], "title")
    sheet.line(list(texts.FIELD_COLUMNS), "heading")
    for place, field in all_fields():
        least, most = _limits(field)
        must = texts.MUST if field.required else texts.MAY
        sheet.line([place, field.note.label, _due(field), least, most, must, field.note.help], "information")
    sheet.set_up((2, 1))


def all_fields(record: type = Case, above: str = "", depth: int = 0) -> Iterator[tuple[str, Field]]:
    """Give every field that a case can have, with the pattern of its place."""
    for field in fields_of(record):
        place = f"{above}.{field.name}" if above else field.name
        if field.record is None or depth > DEEPEST:
            yield place, field
            continue
        here = f"{place}[\u2026]" if field.kind == "records" else place
        yield here, field
        yield from all_fields(field.record, here, depth + 1)


def write_choices(book: Book) -> None:
    """Write the lists that do not fit into the cells that choose from them, a column each."""
    sheet = paper(book, CHOICES, [30.0] * len(book.long_lists))
    sheet.line([f"{PASSED_OVER} {texts.CHOICES_TITLE}"], "title")
    lists = list(sheet.of.long_lists)
    sheet.line([", ".join(choices[:3]) + ", \u2026" for choices in lists], "heading")
    for place in range(max(len(choices) for choices in lists)):
        sheet.line([choices[place] if place < len(choices) else None for choices in lists], "information")
    sheet.set_up((2, 0))


def _due(field: Field) -> str:
    if isinstance(field.note, Measure):
        return field.note.unit
    if field.choices:
        return ", ".join(choice for choice in field.choices if choice)
    if field.kind == "records":
        return (field.record.__doc__ or "").split("\n")[0] if field.record else ""
    return texts.KINDS.get(field.kind, texts.IS_THERE)


def _limits(field: Field) -> tuple[float | None, float | None]:
    if isinstance(field.note, Measure):
        return field.limits
    return field.note.least, field.note.most
