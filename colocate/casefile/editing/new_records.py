"""A record that is added or repeated: short names and names of its own, and nothing invented.

What has no honest default is left out; the checks then ask for it at its field.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

from colocate.casefile.faults import Steps
from colocate.casefile.fields import Field, fields_of, key_of
from colocate.casefile.references import REFERS_TO, names_in
from colocate.casefile.walk import Place

Document = Mapping[str, Any]
NAMED = ("id", "name")
NUMBERED = re.compile(r"(.*?)[- ](\d+)$")
ID_LIMIT = 60


def new_record(
    kind: type, document: Document, records: Mapping[Steps, Place], siblings: Collection[Any]
) -> dict[str, Any]:
    """Give a new record: its names, what follows from the rest of the case, and the records it cannot be without."""
    made: dict[str, Any] = {}
    for field in fields_of(kind):
        if not field.required:
            continue
        if field.name in NAMED and field.kind == "text":
            made[field.name] = _new_name(kind, field, siblings)
        elif field.kind == "record" and field.record is not None:
            made[field.name] = new_record(field.record, document, records, ())
        elif field.name in REFERS_TO and field.kind == "text":
            likely = _likely(kind, field.name, document, records, siblings)
            if likely:
                made[field.name] = likely
        elif field.kind == "choice" and len(field.choices) == 1:
            made[field.name] = field.choices[0]
    return made


def renamed_copy(
    kind: type, written: Mapping[str, Any], siblings: Collection[Any], document: Document
) -> dict[str, Any]:
    """Give the fields that tell the copy of a record from the record itself."""
    names: dict[str, Any] = {}
    key = key_of(kind)
    for field in fields_of(kind):
        value = written.get(field.name)
        taken = _taken(siblings, field.name)
        if not isinstance(value, str) or not value or (field.name not in NAMED and field.name != key):
            continue
        if field.kind == "choice" or field.name in REFERS_TO:
            known = list(field.choices) or names_in(document, REFERS_TO[field.name])
            free = [one for one in known if one not in taken]
            names |= {field.name: free[0]} if free else {}
        else:
            names[field.name] = _numbered(value, taken, "-" if field.name == "id" else " ")
    if "short" in written and any(field.name == "short" for field in fields_of(kind)):
        names["short"] = _numbered(str(written["short"]), _taken(siblings, "short"), " ")
    return names


def _new_name(kind: type, field: Field, siblings: Collection[Any]) -> str:
    """Name a new record after its kind: "running-cost", "Running cost 2"."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__).casefold()
    base = words.replace(" ", "-") if field.name == "id" else words.capitalize()
    taken = _taken(siblings, field.name)
    return base if base not in taken else _numbered(base, taken, "-" if field.name == "id" else " ")


def _taken(siblings: Collection[Any], name: str) -> set[str]:
    """Give the words that the other records of a list have in a field."""
    found = (one.get(name) for one in siblings if isinstance(one, Mapping))
    return {one for one in found if isinstance(one, str)}


def _numbered(name: str, taken: Collection[Any], mark: str) -> str:
    found = NUMBERED.match(name)
    stem = found.group(1) if found else name
    stem = stem[: ID_LIMIT - 5] if mark == "-" else stem
    return next(made for number in range(2, 100_000) if (made := f"{stem}{mark}{number}") not in taken)


def _likely(
    kind: type, name: str, document: Document, records: Mapping[Steps, Place], siblings: Collection[Any]
) -> str:
    """Give the name that a field most likely takes: the only one there is, or the one most used; empty where none is.

    Records of a list that each name something else (answers to a checklist) take the next that has none yet.
    """
    known = names_in(document, REFERS_TO[name])
    if key_of(kind) == name:
        taken = _taken(siblings, name)
        return next((one for one in known if one not in taken), "")
    if name == "leaves":
        return known[0] if known else ""
    if len(known) == 1:
        return known[0]
    used = Counter(
        value for place in records.values() if place.record is kind and (value := place.written.get(name)) in known
    )
    return str(used.most_common(1)[0][0]) if used else ""
