"""The template case as a document to spoil, and the small words in which tests say what is done to it."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from colocate.case import Case
from colocate.casefile.faults import CaseError
from colocate.casefile.reading import check_document

Document = dict[str, Any]
Spoil = Callable[[Document], None]

ROOT = Path(__file__).resolve().parent.parent
DATA_CASES = sorted((ROOT / "data").glob("*.toml"))
SMALL, LARGEST = "national-coordinator", "headquarters"
LARGE_IS_SLOW = [
    path.stem if path.stem == SMALL else pytest.param(path.stem, marks=pytest.mark.slow) for path in DATA_CASES
]
"""The cases of `data/` by name, for tests that take long: the small one always, the others with those that are slow."""

WITHOUT_THE_LARGEST = [one for one, path in zip(LARGE_IS_SLOW, DATA_CASES, strict=True) if path.stem != LARGEST]
"""The same without the one whose hundreds of controls, of the same kinds, would take minutes."""

TEMPLATE = resources.files("colocate.casefile").joinpath("template.toml").read_text(encoding="utf-8")
TEMPLATE_TABLE = resources.files("colocate.casefile").joinpath("template-constituents.csv").read_bytes()

STAY, MOVE = ("options", 0), ("options", 1)
HEADER = "name,group,latitude,longitude,visits_by_them,visits_by_us,since,until\n"


def template_document() -> Document:
    """A fresh copy of the template's document."""
    return tomllib.loads(TEMPLATE)


def template_table(_name: str) -> bytes:
    """Stand for the file of constituents beside the template."""
    return TEMPLATE_TABLE


def template_case() -> Case:
    """The template, read and checked."""
    return check_document(template_document(), template_table)


def put(*steps_and_value: Any) -> Spoil:
    """Put a value (the last argument) at a place of the document."""
    *steps, last, value = steps_and_value

    def spoil(document: Document) -> None:
        place: Any = document
        for step in steps:
            place = place[step]
        place[last] = value

    return spoil


def take_out(*steps: Any) -> Spoil:
    """Take a key or an entry out of the document."""

    def spoil(document: Document) -> None:
        place: Any = document
        for step in steps[:-1]:
            place = place[step]
        del place[steps[-1]]

    return spoil


def twice(*steps: Any) -> Spoil:
    """Repeat the first entry of a list at its end."""

    def spoil(document: Document) -> None:
        place: Any = document
        for step in steps:
            place = place[step]
        place.append(copy.deepcopy(place[0]))

    return spoil


def both(*spoils: Spoil) -> Spoil:
    """Do several things to the document."""

    def spoil(document: Document) -> None:
        for one in spoils:
            one(document)

    return spoil


def rent(unit: str = "USD/m2/month", **numbers: Any) -> Document:
    """A rent as a table, whole but for what a test changes."""
    return {"unit": unit, "source": "made up", "quality": "assumed", **numbers}


def faults_after(spoil: Spoil) -> dict[str, str]:
    """The faults, by path, of the template's document once it has been spoilt; none where it is still fine."""
    document = template_document()
    spoil(document)
    try:
        check_document(document, template_table)
    except CaseError as error:
        return {fault.path: f"{fault.problem}. {fault.remedy}" for fault in error.faults}
    return {}
