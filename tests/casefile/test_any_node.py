"""Any value of a case put in any other's place: a case with finite figures, or faults in words; never another error."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from colocate import evaluate
from colocate.casefile.faults import CaseError
from colocate.casefile.reading import check_document, examined
from colocate.casefile.structure import Formed, faults_of_form, with_its_form
from colocate.words.cautions import caution_words
from tests.casefile.test_reading import at, every_place
from tests.documents import DATA_CASES, SMALL, Document, both, faults_after, put, rent

VALUES: dict[str, Any] = {
    "integer": 5,
    "zero": 0,
    "negative": -3,
    "fraction": 0.5,
    "text": "abc",
    "empty text": "",
    "list": [1, "a", []],
    "empty list": [],
    "empty table": {},
    "tables in a list": [{}, {"id": 1}],
    "date": date(2026, 1, 1),
    "yes": True,
    "NaN": float("nan"),
    "infinity": float("inf"),
    "1e308": 1e308,
    "1e15": 1e15,
    "1e-320": 1e-320,
    "1e-9": 1e-9,
    "long text": "x" * 100_000,
    "reference": "shared.abc",
}
SAMPLE = 60
"""Mutations of each case in the usual run; the slow one takes every place."""


def tried(path: Path, steps: tuple[Any, ...], value: Any) -> None:
    """Put the value there, and read and evaluate what comes of it."""
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    at(document, steps[:-1])[steps[-1]] = value
    try:
        case = check_document(document, lambda name: (path.parent / name).read_bytes())
        central, drawn = evaluate(case), evaluate(case, 16)
    except CaseError as error:
        refused = error.faults
    else:
        refused = ()
    if refused:
        assert all(str(fault).isprintable() for fault in refused)
        return
    for option in (*central.options, *drawn.options):
        for money in option.money.values():
            for figures in (money.by_year, money.present_value, money.equivalent_annual):
                assert np.all(np.isfinite(figures)), (steps, option.id)
        if option.access is not None:
            assert np.all(np.isfinite(option.access.minutes))
            assert np.all(np.isfinite(np.asarray(option.access.tripartite)))
    assert "nan" not in " ".join(caution_words(drawn.expected)).split()


def mutations(path: Path) -> list[tuple[tuple[Any, ...], str]]:
    """Every place of a case with every value, in an order that is the same each time."""
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    found = [(steps, name) for steps in every_place(document) for name in VALUES]
    return [found[place] for place in np.random.default_rng(17).permutation(len(found))]


@pytest.mark.slow
@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_any_value_anywhere_is_a_case_or_a_fault(path: Path) -> None:
    for steps, name in mutations(path)[:SAMPLE]:
        tried(path, steps, VALUES[name])


@pytest.mark.slow
@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_every_place_is_tried(path: Path) -> None:
    """Each place once, with one of the values; of a larger case every fifth place: its places are of the same kinds."""
    values = dict(reversed(mutations(path)))  # of each place the first that `mutations` gives
    for steps in list(values)[:: 1 if path.stem == SMALL else 5]:
        tried(path, steps, VALUES[values[steps]])


def shapes(part: Any) -> Any:
    """The types of a document's parts."""
    if isinstance(part, dict):
        return {key: shapes(one) for key, one in part.items()}
    return [shapes(one) for one in part] if isinstance(part, list) else type(part).__name__


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_what_is_left_of_a_document_has_the_form_of_the_format(path: Path) -> None:
    """Only missing keys may be told of it, however it was spoilt: later checks meet no shape that was refused."""
    for steps, name in mutations(path)[:SAMPLE]:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
        at(document, steps[:-1])[steps[-1]] = VALUES[name]
        before = shapes(document)
        formed: Formed = with_its_form(document)
        assert shapes(document) == before
        assert {str(fault.problem) for fault in faults_of_form(formed.document)} <= {"is missing"}


def test_a_fault_of_form_brings_no_others_of_what_follows_from_it() -> None:
    lease = ("options", 0, "lease")
    assert list(faults_after(put(*lease, "steps", 5))) == ["options[0].lease.steps"]
    assert list(faults_after(put(*lease, "steps", [5]))) == ["options[0].lease.steps[0]"]
    assert list(faults_after(put(*lease, "expiry", rent("month", low="a", mode=5, high=9)))) == [
        "options[0].lease.expiry.low"
    ]
    assert list(faults_after(put("drivers", 0, "growth", [1, "a", 2]))) == ["drivers[0].growth[1]"]
    assert list(faults_after(put("funds", ["A", 1, "A"]))) == ["funds[1]", "funds[2]"]


def test_faults_of_form_and_of_meaning_are_told_in_one_run() -> None:
    spoil = both(put("options", 0, "lease", "steps", 5), put("options", 1, "lease", "area", -4))
    assert list(faults_after(spoil)) == ["options[0].lease.steps", "options[1].lease.area"]


def test_the_smallest_file_that_broke_the_reading_is_refused_in_words() -> None:
    document: Document = {"format": 1, "options": [{"lease": {"steps": 1}}]}
    told = {fault.path: str(fault.problem) for fault in examined(document)[0]}
    assert told["options[0].lease.steps"] == "1 is not what is due here"
    assert told["options"] == "has one option only"
