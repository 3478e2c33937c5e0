"""The text of a case file from a document: figures in one line each, records as tables, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from colocate.case import Case
from colocate.casefile.fields import Field, fields_of
from colocate.casefile.toml_values import key_text, value_text


def toml_text(document: Mapping[str, Any]) -> str:
    """Write a document as the text of a case file; read again it is the same document.

    >>> print(toml_text({"title": "A", "office": {"people": 12.5}}))
    title = "A"
    <BLANKLINE>
    [office]
    people = 12.5
    <BLANKLINE>
    """
    return "\n".join(_lines(document, "", Case)).lstrip("\n") + "\n"


def _lines(written: Mapping[str, Any], path: str, record: type | None) -> Iterator[str]:
    """Give the lines of a record: its own values first, since what follows a heading of a table belongs to it."""
    fields = {field.name: field for field in fields_of(record)} if record is not None else {}
    below = [key for key in written if _is_below(written[key], fields.get(key), key, path)]
    for key, value in written.items():
        if key not in below:
            yield f"{key_text((key,))} = {value_text(value)}"
    for key in below:
        value, field = written[key], fields.get(key)
        here = f"{path}.{key_text((key,))}" if path else key_text((key,))
        inner = field.record if field is not None else None
        if isinstance(value, Mapping):
            yield f"\n[{here}]"
            yield from _lines(value, here, inner)
        else:
            for one in value:
                yield f"\n[[{here}]]"
                yield from _lines(one, here, inner)


def _is_below(value: Any, field: Field | None, key: str, path: str) -> bool:
    """Tell whether a value stands under a heading of its own."""
    if not path and key == "shared":
        return isinstance(value, Mapping)
    if field is None or field.record is None:
        return False
    if field.kind == "records":
        return isinstance(value, list) and bool(value) and all(isinstance(one, Mapping) for one in value)
    return isinstance(value, Mapping)
