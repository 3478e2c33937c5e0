"""What hostile input starts from: the cases of `data/` and the template, read once and shared; nobody changes them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from colocate.case import Case
from colocate.casefile.reading import ReadBeside, check_document
from tests.casefile.test_reading import every_place
from tests.documents import DATA_CASES, TEMPLATE, TEMPLATE_TABLE, Document

HOW_OFTEN = {"template": 12, "national-coordinator": 3, "hanoi": 2, "regional-office": 1}
"""How often each base is taken: small ones more often, since they are read and worked out sooner."""


@dataclass(frozen=True)
class Base:
    """One whole case: its file's text, its document, the places in it, its tables, and the case as read."""

    name: str
    text: str
    document: Document
    places: list[tuple[Any, ...]]
    tables: dict[str, bytes]
    case: Case

    def beside(self, name: str) -> bytes:
        """Give a table by its name, as from the folder of the case."""
        if name in self.tables:
            return self.tables[name]
        raise FileNotFoundError(2, "No such file or directory", name)


@cache
def bases() -> dict[str, Base]:
    """Give all bases by name."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in DATA_CASES}
    tables = {path.name: path.read_bytes() for path in DATA_CASES[0].parent.glob("*.csv")}
    found = {name: _base(name, text, tables) for name, text in texts.items()}
    template = {"template-constituents.csv": TEMPLATE_TABLE}
    text = TEMPLATE.replace("CONSTITUENTS-FILE", "template-constituents.csv")
    return found | {"template": _base("template", text, template)}


def one_of_the_bases(random: Random) -> Base:
    """Choose a base."""
    known = bases()
    return random.choices(list(known.values()), [HOW_OFTEN.get(name, 1) for name in known])[0]


def copied(part: Any) -> Any:
    """Copy tables and lists, however deep."""
    if isinstance(part, dict):
        return {key: copied(one) for key, one in part.items()}
    return [copied(one) for one in part] if isinstance(part, list) else part


def _base(name: str, text: str, tables: dict[str, bytes]) -> Base:
    document = tomllib.loads(text)
    access = document["access"]
    named = {access[key] for key in ("constituents", "travel_times") if access.get(key)}
    beside: ReadBeside = tables.__getitem__
    own = {key: tables[key] for key in named}
    return Base(name, text, document, every_place(document), own, check_document(document, beside))
