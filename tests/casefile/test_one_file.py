"""One file for a case: what is written reads back as the same case, with the same figures to the last bit."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tomlkit
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import colocate
from colocate.case import Case
from colocate.case.weighing import SwingChoice
from colocate.casefile.changing import FREE, Value, change
from colocate.casefile.faults import CaseError
from colocate.casefile.one_file import load, one_file, read_one_file
from colocate.casefile.opened import Opened, Weights, opened_text, read_opened
from colocate.casefile.reading import read_with_tables, tables_beside
from colocate.casefile.template import template_text
from tests.documents import DATA_CASES, TEMPLATE, TEMPLATE_TABLE
from tests.examples import many
from tests.strategies import documents_with_travel

MANY = settings(
    max_examples=many(300, 25),
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    phases=(Phase.generate,),
)
FEW = settings(MANY, max_examples=4)

TEXT = TEMPLATE.replace("CONSTITUENTS-FILE", "them.csv")
TABLES = {"them.csv": TEMPLATE_TABLE}
CHANGES: dict[str, Value] = {
    "options[move].move.delay": 6,
    "discounting.rate": 0.1 + 0.2,
    "back_office[facilities].opt_in": True,
}
WEIGHTS = Weights(
    start="Country director",
    swings={"money": 100.0, "access": 100 / 3},
    choices=(SwingChoice(first="money", worth="much more", second="access"),),
    seen={"money": 50.0},
    by="Head of office",
    asked="asked in June",
)
STOOD = Opened("mine.toml", CHANGES, "Slow", {"Slow": CHANGES, "Fast": {"options[move].move.delay": 0}}, WEIGHTS)


def same_figures(one: Case, other: Case, draws: int = 16) -> None:
    """Both cases come to the same money, access and other figures, to the last bit."""
    for first, second in zip(
        colocate.evaluate(one, draws).options, colocate.evaluate(other, draws).options, strict=True
    ):
        assert first.money.keys() == second.money.keys()
        for reading, money in first.money.items():
            for name, value in vars(money).items():
                if isinstance(value, np.ndarray):
                    assert np.array_equal(value, getattr(second.money[reading], name), equal_nan=True), (reading, name)
        if first.access is not None:
            assert second.access is not None
            assert np.array_equal(first.access.tripartite, second.access.tripartite, equal_nan=True)


def read_back(text: str, tables: dict[str, bytes], stood: Opened) -> None:
    """Look whether a case is the same after it was written as one file and read."""
    case, taken = read_with_tables(text.encode(), tables.__getitem__)
    saved = read_one_file(one_file(text, taken, stood))
    assert saved.text == text
    assert saved.tables == taken
    assert saved.case == case
    assert saved.case.document == case.document
    assert saved.opened == stood
    changed = change(case, stood.changes)
    assert saved.changed == changed
    same_figures(saved.changed, changed)


def levers_of(case: Case) -> dict[str, Value]:
    """Change three levers, a range and a switch, as a user would."""
    levers = [one for one in case.quantities.values() if one.lever and one.has_range and one.shape == "pert"]
    changes: dict[str, Value] = {one.path: one.low + (one.high - one.low) / 3 for one in levers[:3]}
    changes |= {f"{one.path}.high": one.mode + (one.high - one.mode) / 7 for one in levers[3:4]}
    return changes | {f"back_office[{one.service}].opt_in": not one.opt_in for one in case.back_office[:1]}


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_a_case_of_ours_reads_back(path: Path) -> None:
    case = colocate.load_case(path)
    changes = levers_of(case)
    assert changes
    text, beside = path.read_text(encoding="utf-8"), tables_beside(path.parent)
    tables = read_with_tables(text.encode(), beside)[1]
    read_back(text, tables, Opened(path.name))
    read_back(text, tables, Opened(path.name, changes, "Mine", {"Mine": changes}))


def table_of(rows: list[dict[str, Any]]) -> bytes:
    written = io.StringIO()
    writer = csv.DictWriter(written, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue().encode()


def reads_back_as_itself(drawn: tuple[dict[str, Any], list[dict[str, Any]]]) -> None:
    document, constituents = drawn
    text, tables = tomlkit.dumps(document), {"constituents.csv": table_of(constituents)}
    read_back(text, tables, Opened("random.toml", levers_of(read_with_tables(text.encode(), tables.__getitem__)[0])))


@FEW
@given(documents_with_travel())
def test_a_random_case_reads_back(drawn: tuple[dict[str, Any], list[dict[str, Any]]]) -> None:
    reads_back_as_itself(drawn)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@MANY
@given(documents_with_travel())
def test_many_more_random_cases_read_back(drawn: tuple[dict[str, Any], list[dict[str, Any]]]) -> None:
    reads_back_as_itself(drawn)


def test_the_whole_of_how_a_case_stood_reads_back() -> None:
    assert read_opened(opened_text(STOOD), "opened.json") == STOOD
    assert read_one_file(one_file(TEXT, TABLES, STOOD)).opened == STOOD


NUMBERS = st.one_of(
    st.booleans(), st.just(FREE), st.integers(-(10**14), 10**14), st.floats(allow_nan=False, allow_infinity=False)
)
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)
POINTS = st.dictionaries(NAMES, st.floats(0, 100), max_size=4)


@settings(derandomize=True, deadline=None, database=None)
@given(
    st.builds(
        Opened,
        file_name=NAMES,
        changes=st.dictionaries(NAMES, NUMBERS, max_size=4),
        name=NAMES,
        scenarios=st.dictionaries(NAMES, st.dictionaries(NAMES, NUMBERS, max_size=3), max_size=3),
        weights=st.builds(Weights, start=NAMES, swings=POINTS, seen=POINTS, by=NAMES, asked=NAMES),
    )
)
def test_whatever_stood_reads_back(stood: Opened) -> None:
    again = read_opened(opened_text(stood), "opened.json")
    assert again == stood
    assert [type(one) for one in again.changes.values()] == [type(one) for one in stood.changes.values()]


def test_anybody_can_look_into_it_and_the_same_case_gives_the_same_bytes() -> None:
    packed = one_file(TEXT, TABLES, STOOD)
    assert packed == one_file(TEXT, TABLES, STOOD)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.namelist() == ["case.toml", "them.csv", "opened.json"]
        assert archive.read("case.toml").decode() == TEXT
        assert archive.read("them.csv") == TEMPLATE_TABLE
        assert json.loads(archive.read("opened.json"))["changes"] == CHANGES


def test_a_file_packed_by_hand_without_how_it_stood_is_a_case() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("them.csv", TEMPLATE_TABLE)
        archive.writestr("case.toml", "\ufeff" + TEXT)
    saved = read_one_file(packed.getvalue())
    assert saved.opened == Opened()
    assert saved.changed == saved.case


def test_a_case_is_loaded_with_what_was_changed_in_it(tmp_path: Path) -> None:
    path = tmp_path / "Mine.Colocate"
    path.write_bytes(one_file(TEXT, TABLES, STOOD))
    case = colocate.load_case(path)
    assert case.quantities["options[move].move.delay"].settled == 6
    assert load(path) == (case, STOOD)
    other = tmp_path / "no-such-ending"
    other.write_bytes(path.read_bytes())
    assert colocate.load_case(other) == case


def test_a_table_cannot_have_a_name_that_a_saved_case_keeps_for_itself() -> None:
    for name in ("case.toml", "opened.json", "Opened.json"):
        with pytest.raises(CaseError, match="keeps for itself"):
            read_with_tables(TEXT.replace("them.csv", name).encode(), lambda _: TEMPLATE_TABLE)


def test_a_case_without_tables_is_saved_too() -> None:
    read_back(template_text("short", ""), {}, Opened())
