"""LibreOffice works workbooks out again and finds what the program finds, of the case and with ten other inputs."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import colocate
from colocate.case import Case
from colocate.casefile.building import build_case
from colocate.export.workbook import workbook
from colocate.model.evaluate import work_out
from tests.export.workbook.cases import (
    DATA,
    FEW,
    RANDOM,
    agrees,
    cells_of,
    changed,
    control,
    made,
    model_on,
    returns_agree,
)
from tests.export.workbook.engines import File, differences, read, with_inputs, without_values
from tests.export.workbook.published import EXAMPLES, cases_of
from tests.strategies import documents

OFFICE = shutil.which("soffice")
NEEDED = os.environ.get("COLOCATE_NEEDS_OFFICE") == "1"
MINUTES = 8
SEED = 11

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE is None and not NEEDED, reason="LibreOffice is not installed"),
]


def by_libreoffice(books: Mapping[str, bytes], folder: Path) -> dict[str, File]:
    """Each workbook as LibreOffice writes it when it has worked every formula out."""
    given_folder, again = folder / "given", folder / "again"
    given_folder.mkdir()
    for name, content in books.items():
        (given_folder / f"{name}.xlsx").write_bytes(without_values(content))
    assert OFFICE is not None
    command = [OFFICE, "--headless", f"-env:UserInstallation=file://{folder}/office", "--convert-to", "xlsx"]
    files = [str(given_folder / f"{name}.xlsx") for name in books]
    subprocess.run([*command, "--outdir", str(again), *files], check=True, timeout=60 * MINUTES)
    return {name: read((again / f"{name}.xlsx").read_bytes()) for name in books}


def check(cases: Mapping[str, tuple[Case, bytes, File]], folder: Path) -> None:
    figures = {name: changed(case, SEED) for name, (case, _, _) in cases.items()}
    books = {}
    for name, (case, content, file) in cases.items():
        books[name] = content
        books[f"{name} changed"] = with_inputs(content, cells_of(case, file, figures[name]))
    found = by_libreoffice(books, folder)
    for name, (case, _, file) in cases.items():
        values = found[name].stored
        assert file.formulas.keys() <= values.keys()
        assert differences(values, file.stored) == [], name
        for outcome, after in ((work_out(case), name), (model_on(case, figures[name]), f"{name} changed")):
            agrees(outcome, control(file, found[after].stored))
            returns_agree(case, outcome, file, found[after].stored)


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_libreoffice_finds_what_the_program_finds(path: Path, tmp_path: Path) -> None:
    check({"case": made(path)}, tmp_path)


@pytest.mark.parametrize("example", EXAMPLES)
def test_libreoffice_finds_what_the_program_finds_of_published_cases(example: str, tmp_path: Path) -> None:
    books = {str(place): (case, workbook(colocate.evaluate(case, 2))) for place, case in enumerate(cases_of(example))}
    check({name: (case, content, read(content)) for name, (case, content) in books.items()}, tmp_path)


@cache
def random_documents() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []

    @RANDOM
    @given(documents())
    def drawn(document: dict[str, Any]) -> None:
        found.append(document)

    drawn()
    return found


@pytest.mark.parametrize("place", range(RANDOM.max_examples))
def test_libreoffice_finds_what_the_program_finds_of_random_cases(place: int, tmp_path: Path) -> None:
    case = build_case(random_documents()[place])
    content = workbook(colocate.evaluate(case, FEW))
    check({"case": (case, content, read(content))}, tmp_path)
