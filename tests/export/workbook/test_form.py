"""What stands in the workbook's cells: nothing pasted, no figure of the case in a formula, one formula a row."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]

import colocate
from colocate.casefile.reading import load_case
from colocate.export.workbook import workbook
from colocate.export.workbook.cells import letters
from colocate.export.workbook.flows import LINES_OF_A_FORMULA
from colocate.export.workbook.formulas import PLAIN_NUMBERS
from colocate.export.workbook.plan import Plan
from colocate.export.workbook.sheet import FIRST_YEAR, LONGEST_NAME, safe_name
from colocate.export.workbook.styles import MINT, SAND, YELLOW
from colocate.model.evaluate import work_out
from colocate.model.worked import record
from colocate.words.workbook_steps import STEPS
from tests.examples import office_case, option, running
from tests.export.workbook.cases import DATA, made, returns_agree
from tests.export.workbook.engines import by_formualizer, column_number, read

ASIDE = re.compile(r"'(?:[^']|'')*'!|\"[^\"]*\"")
NUMBER = re.compile(r"(?<![A-Za-z$\d.])\d+(?:\.\d+)?(?:E[+-]?\d+)?")
CELL = re.compile(r"('(?:[^']|'')*'!|[A-Za-z]+!)?(\$?)([A-Z]{1,3})(\$?)(\d+)")
FORBIDDEN = ("OFFSET", "INDIRECT", "NOW(", "TODAY(", "RAND", "TEXT(", "{")
LONGEST_FORMULA = 8192
COUNTED = "Tables"
"""The sheet of lists numbers its rows in plain figures: they count, and are no results."""

SHORT = pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, marks=[] if path.stem == "national-coordinator" else pytest.mark.slow, id=path.stem)
        for path in DATA
    ],
)


def relative(formula: str, column: int) -> str:
    """A formula as it stands in any column: what moves with it is written by how far away it is."""

    def one(found: re.Match[str]) -> str:
        sheet, fixed, name, _, row = found.groups()
        return f"{sheet or ''}{f'${name}' if fixed else f'[{column_number(name) - column}]'}{row}"

    return CELL.sub(one, formula)


@SHORT
def test_formulas_hold_no_number_but_0_1_and_12(path: Path) -> None:
    _, _, file = made(path)
    for place, formula in file.formulas.items():
        rest = ASIDE.sub(" ", formula) if "'" in formula or '"' in formula else formula
        assert {float(one) for one in NUMBER.findall(rest)} <= set(PLAIN_NUMBERS), (place, formula)
        assert not any(word in formula for word in FORBIDDEN), (place, formula)


@SHORT
def test_every_plain_number_is_an_input_given_or_marked_as_from_outside(path: Path) -> None:
    _, content, file = made(path)
    book = load_workbook(io.BytesIO(content))
    fills: dict[int, str] = {}
    for (sheet, row, column), value in file.plain.items():
        if not isinstance(value, float) or (sheet == COUNTED and column == 1):
            continue
        style = file.styles[sheet, row, column]
        if style not in fills:
            fills[style] = book[sheet].cell(row, column).fill.fgColor.rgb
        assert f"#{fills[style][-6:]}" in (YELLOW, MINT, SAND), (sheet, row, column, value)


@SHORT
def test_one_formula_goes_across_a_row_of_years(path: Path, request: pytest.FixtureRequest) -> None:
    if path.stem == "headquarters":
        why = "the end of the last part of a year is that of all years, which stands on another row (Tower, row 79)"
        request.applymarker(pytest.mark.xfail(strict=True, reason=why))
    case, _, file = made(path)
    rows: dict[tuple[str, int], dict[int, str]] = {}
    for (sheet, row, column), formula in file.formulas.items():
        if column > FIRST_YEAR and sheet not in (COUNTED, "Inputs", "Given", "About", "Returns", "Charts"):
            rows.setdefault((sheet, row), {})[column] = relative(formula, column)
    for place, formulas in rows.items():
        inner = {
            column: one
            for column, one in formulas.items()
            if FIRST_YEAR + 1 < column <= FIRST_YEAR + case.horizon_years
        }
        kinds = set(inner.values())
        assert len(kinds) <= 1 or _list_by_year(kinds), (place, kinds)


def _list_by_year(kinds: set[str]) -> bool:
    """Tell a row that refers to a list, entry by entry: which figure of the list holds changes from year to year."""
    return all(COUNTED in one or re.fullmatch(r"=(\$?[A-Z]+\d+|\[-?\d+\]\d+|[A-Za-z]+!.*)", one) for one in kinds)


def test_a_file_has_no_macro_no_link_and_nothing_hidden_or_protected() -> None:
    _, content, _ = made(DATA[2])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        assert not [name for name in names if "vba" in name.lower() or "external" in name.lower()]
        text = "".join(archive.read(name).decode() for name in names if name.endswith(".xml"))
    assert "hidden=" not in text
    assert "Protection" not in text
    assert 'state="' not in re.sub(r'state="frozen"', "", text)


def test_a_case_of_many_lines_has_no_formula_longer_than_spreadsheets_take() -> None:
    costs = [running(100, name=f"Cost {number}") for number in range(LINES_OF_A_FORMULA)]
    options = [option(name, running=costs) | {"name": name * LONGEST_NAME} for name in ("a", "b")]
    case = office_case(*options, horizon_years=1)
    content = workbook(colocate.evaluate(case, 2))
    file = read(content)
    assert max(map(len, file.formulas.values())) < LONGEST_FORMULA
    returns_agree(case, work_out(case), file, by_formualizer(content, file))


def test_the_same_case_gives_the_same_bytes() -> None:
    case, content, _ = made(DATA[2])
    assert workbook(colocate.evaluate(case, 64)) == content


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("=1+1", "1 1"),
        ("a/b\\c?d*e[f]:g", "a b c d e f g"),
        ("'quoted'", "quoted"),
        ("", "Sheet"),
        ("x" * 40, "x" * 31),
        ("\u202eback", "back"),
        ("History", "History-"),
        ("\U0001f3e2", "Sheet"),
    ],
)
def test_names_of_sheets_are_such_as_spreadsheets_take(name: str, wanted: str) -> None:
    assert safe_name(name, set()) == wanted


def test_no_two_sheets_have_one_name() -> None:
    assert safe_name("Move", {"move", "move (2)"}) == "Move (3)"
    assert letters(FIRST_YEAR) == "J"


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_every_step_has_a_name_in_words(path: Path) -> None:
    plan = Plan(record(load_case(path)))
    names = {step.code.co_qualname for step in plan.kept if step.code is not None}
    assert names <= STEPS.keys()
