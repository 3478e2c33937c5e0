"""The workbook of two cases: its figures are the bridge's, its sums are live, and whatever a text holds stays words."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from openpyxl import load_workbook  # type: ignore[import-untyped]

from colocate.analysis.bridge.between import READINGS
from colocate.analysis.bridge.bridge import Bridge, bridge
from colocate.case import Case
from colocate.casefile.changing import change
from colocate.casefile.reading import check_document, load_case
from colocate.export.tables_of_bridge import bridge_lines
from colocate.export.workbook.formulas import PLAIN_NUMBERS
from colocate.export.workbook.styles import MINT, SAND
from colocate.export.workbook_of_bridge import workbook_of_bridge
from colocate.words import bridge as said
from colocate.words import workbook_of_bridge as words
from colocate.words.bridge_columns import BRIDGE_COLUMNS
from colocate.words.bridge_rows import SAVING, bridge_rows, measures_of
from tests.analysis.bridge.pairs import versions
from tests.documents import ROOT
from tests.examples import SAME_EACH_TIME, Record, commercial, many, office_case, option, running
from tests.export.workbook.engines import (
    File,
    Place,
    Value,
    by_formualizer,
    by_ironcalc,
    differences,
    read,
    without_values,
)
from tests.export.workbook.test_form import ASIDE, FORBIDDEN, NUMBER
from tests.export.workbook.test_texts import HARMLESS, OF_SHEETS, TEXTS

BRIDGES = ("Bridge", "Other books")
HANOI = ROOT / "data" / "hanoi.toml"
CHANGES = {"shared.people": 40, "shared.market_rent": 16, "houses[gounh].occupancy": 80, "options[move].move.delay": 6}
SAVED = 5
PAIRS = settings(SAME_EACH_TIME, max_examples=many(50, 2), phases=(Phase.generate,))


@cache
def hanoi() -> tuple[Bridge, bytes, File]:
    """Two versions of a case of `data/`, which differ in four figures, with their workbook."""
    case = load_case(HANOI)
    found = bridge(case, change(case, CHANGES), 16)
    content = workbook_of_bridge(found, ("hanoi.toml", "another.toml"))
    return found, content, read(content)


def rented(stay: float, other: float, **changes: Any) -> Case:
    return office_case(option("stay", commercial(stay)), option("other", commercial(other)), **changes)


def places(file: File, words_of: str, sheets: tuple[str, ...] = BRIDGES) -> list[tuple[str, int]]:
    """Sheets and rows that are named so, in their order."""
    found = [place[:2] for place, one in file.plain.items() if one == words_of and place[0] in sheets]
    return sorted(found, key=lambda place: (sheets.index(place[0]), place[1]))


def columns_of(found: Bridge, measures: tuple[str, ...]) -> dict[str, int]:
    return {one: SAVED if one == SAVING else SAVED + 1 + found.common.index(one) for one in measures}


def holds_the_bridge(found: Bridge, file: File, values: dict[Place, Value]) -> None:
    """Every amount of every reading is that of the tables, every sum the second case, every control 0."""
    first = places(file, said.row_name(found, bridge_rows(found, found.common[0])[0]))
    assert len(first) == len(READINGS)
    cells = {place: one for place, one in file.plain.items() if isinstance(one, float)} | values
    for reading, (sheet, row) in zip(READINGS, first, strict=True):
        for measure, column in columns_of(found, measures_of(found, reading)).items():
            rows = bridge_rows(found, measure, reading, digits=2, most=None)
            steps = [one.amount for one in rows if one.kind == "step"]
            chance = [one.amount for one in rows if one.kind == "chance"] or [0.0]
            wanted = [rows[0].amount, *steps, *chance, rows[-1].amount, rows[-1].amount, 0.0, 0.0]
            here = [float(cells[sheet, row + place, column]) for place in range(len(wanted))]  # type: ignore[arg-type]
            assert here == pytest.approx(wanted, rel=1e-12, abs=0.004), (reading, measure)
            assert round(100 * sum(here[: len(steps) + 2])) == round(100 * here[len(steps) + 3])


@pytest.mark.parametrize("engine", [by_formualizer, by_ironcalc])
def test_other_hands_find_the_figures_of_the_bridge(engine: Any) -> None:
    found, content, file = hanoi()
    values = engine(without_values(content), file)
    assert differences(values, file.stored) == []
    holds_the_bridge(found, file, values)
    assert words.verdicts()[0] in values.values()


@PAIRS
@given(versions())
def test_steps_of_any_pair_add_up(pair: tuple[Record, Record]) -> None:
    found = bridge(*(check_document(one) for one in pair), 16)
    content = workbook_of_bridge(found)
    file = read(content)
    if found.apart:
        assert {sheet for sheet, _, _ in file.plain}.isdisjoint(BRIDGES)
        return
    values = by_formualizer(without_values(content), file)
    assert differences(values, file.stored) == []
    holds_the_bridge(found, file, values)


def test_amounts_are_those_of_the_tables() -> None:
    found, _, file = hanoi()
    lines = [dict(zip(BRIDGE_COLUMNS, line, strict=True)) for line in bridge_lines(found)]
    (sheet, row), *_ = places(file, said.row_name(found, bridge_rows(found, "move")[0]))
    column = columns_of(found, ("move",))["move"]
    told = [
        line["amount"]
        for line in lines
        if (line["measure"], line["option"], line["book"], line["view"]) == ("cost", "move", "agency", "cash")
    ]
    assert told[:-1] == [file.plain[sheet, row + place, column] for place in range(len(told) - 1)]


def test_a_figure_that_is_touched_is_told_by_the_control() -> None:
    found, content, file = hanoi()
    sheet, row = places(file, said.row_name(found, bridge_rows(found, "move")[0]))[0]
    touched = (sheet, row + 1, columns_of(found, ("move",))["move"])
    values = by_formualizer(content, file, {touched: float(file.plain[touched]) + 0.01})  # type: ignore[arg-type]
    assert words.verdicts()[1] in values.values()
    _, at = places(file, words.differs(), ("Bridge",))[0]
    told = {option: values["Bridge", at, column] for option, column in columns_of(found, measures_of(found)).items()}
    assert told == {option: float("move" in (option, found.saver() if option == SAVING else "")) for option in told}


def test_inputs_stand_with_figures_units_and_sources() -> None:
    found, _, file = hanoi()
    (row,) = [
        row
        for sheet, row, column in file.plain
        if (sheet, file.plain[sheet, row, column]) == ("Inputs that differ", "shared.people")
    ]
    of_it = {
        column: value for (sheet, at, column), value in file.plain.items() if (sheet, at) == ("Inputs that differ", row)
    }
    old, new = (side.case.quantities["shared.people"] for side in (found.old, found.new))
    assert [of_it[column] for column in range(6, 12)] == [old.low, old.value, old.high, new.low, new.value, new.high]
    assert (of_it[5], of_it[13], of_it[15], of_it[16]) == (old.unit, old.quality, old.source, new.source)
    assert file.stored["Inputs that differ", row, 12] == new.value - old.value
    steps = [of for of in found.differences if found.step_of(of) is not None]
    assert len([1 for sheet, _, column in file.plain if (sheet, column) == ("Inputs that differ", 2)]) == len(steps) + 1


def test_the_order_of_the_steps_is_said_and_does_not_change_their_sum() -> None:
    found, content, file = hanoi()
    told = [value for (sheet, _, column), value in file.plain.items() if (sheet, column) == ("Order of steps", 1)]
    assert set(said.method(found)) <= set(told)
    values = by_formualizer(content, file)
    rows = places(file, words.all_steps(), ("Order of steps",))
    assert len(rows) == len(found.common)
    for sheet, row in rows:
        assert values[sheet, row, 3] == pytest.approx(values[sheet, row, 4])
        assert values[sheet, row, 5] == pytest.approx(values[sheet, row, 4])


def test_formulas_hold_no_number_of_a_case_and_plain_ones_are_marked() -> None:
    _, content, file = hanoi()
    for place, formula in file.formulas.items():
        rest = ASIDE.sub(" ", formula)
        assert {float(one) for one in NUMBER.findall(rest)} <= set(PLAIN_NUMBERS), (place, formula)
        assert not any(word in formula for word in FORBIDDEN), (place, formula)
    book = load_workbook(io.BytesIO(content))
    for (sheet, row, column), value in file.plain.items():
        if isinstance(value, float):
            fill = book[sheet].cell(row, column).fill.fgColor.rgb
            counted = sheet != "Options" and column == 2
            assert f"#{fill[-6:]}" in (MINT, SAND) or counted, (sheet, row, column, value)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
        assert not [name for name in archive.namelist() if "vba" in name.lower() or "external" in name.lower()]
    assert "hidden=" not in text
    assert "Protection" not in text


def test_a_text_is_never_a_formula() -> None:
    cases = [
        office_case(
            *(
                option(f"option-{place}", commercial(), running=[running(amount, name=text)]) | {"name": text}
                for place, text in enumerate(TEXTS.values())
            ),
            title=title,
            agency=TEXTS["link"],
        )
        for amount, title in ((100, TEXTS["formula"]), (120, TEXTS["at"]))
    ]
    content = workbook_of_bridge(bridge(*cases, 2), (TEXTS["plus"], TEXTS["minus"]))
    names = 0
    for sheet in load_workbook(io.BytesIO(content)).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert "HYPERLINK" not in OF_SHEETS.sub("", str(cell.value))
                    assert str(cell.value) not in TEXTS.values()
                elif isinstance(cell.value, str):
                    names += cell.value[:1] in "=+-@"
                    assert all(mark.isprintable() or mark in HARMLESS for mark in cell.value), cell.value
    assert names > 10


@pytest.mark.parametrize("kind", ["currencies", "no option in both"])
def test_two_cases_that_do_not_add_up_have_no_sheets_of_steps(kind: str) -> None:
    old = rented(100, 80)
    new = rented(100, 90, currency="VND") if kind == "currencies" else office_case(option("third"), option("fourth"))
    found = bridge(old, new, 1)
    assert found.apart == kind
    file = read(workbook_of_bridge(found))
    assert {sheet for sheet, _, _ in file.plain} == {"About", "Inputs that differ", "Options"}
    assert words.no_bridge() in file.plain.values()


def test_a_case_and_itself() -> None:
    found = bridge(rented(100, 80), rented(100, 80), 1)
    content = workbook_of_bridge(found)
    file = read(content)
    holds_the_bridge(found, file, by_formualizer(content, file))
    assert said.headline(found) in file.plain.values()


def test_the_same_comparison_gives_the_same_bytes() -> None:
    found, content, _ = hanoi()
    assert workbook_of_bridge(found, ("hanoi.toml", "another.toml")) == content
    assert re.search(rb"2000-01-01", zipfile.ZipFile(io.BytesIO(content)).read("docProps/core.xml"))


def test_the_chart_shows_the_steps_of_the_saving() -> None:
    found, content, file = hanoi()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (chart,) = [archive.read(name).decode() for name in archive.namelist() if "charts/chart" in name]
    names, amounts = re.findall(r"<c:f>(.*?)</c:f>", chart)
    row = places(file, words.reading_title(READINGS[0], found.currency))[0][1] + 4
    last = row + len(found.steps) - 1
    assert (names, amounts) == (f"Bridge!$A${row}:$A${last}", f"Bridge!$E${row}:$E${last}")
    told = [file.plain["Bridge", at, 1] for at in range(row, last + 1)]
    assert told == [said.row_name(found, one) for one in bridge_rows(found, SAVING, most=None) if one.kind == "step"]
