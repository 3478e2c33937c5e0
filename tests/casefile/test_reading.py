"""Whatever a file holds, it becomes a checked case or faults in words; never any other error, and never a lost byte."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import colocate
from colocate.casefile.faults import CaseError, Fault
from colocate.casefile.reading import check_document, document_of, load_case, read_case
from colocate.casefile.template import write_template
from colocate.quantity import Array
from tests.documents import DATA_CASES, TEMPLATE, template_document, template_table

BYTES: list[tuple[str, bytes, str]] = [
    ("empty", b"", "the file: is empty"),
    ("blank", b" \r\n\t\n", "the file: is empty"),
    ("only a mark of UTF-8", b"\xef\xbb\xbf", "the file: is empty"),
    ("holds NUL", b"format = 1\0", "the file: is not text"),
    ("steers a terminal", b'format = 1\ntitle = "\x1b[2J"', "the file, line 2: holds the control character U+001B"),
    ("a picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "the file: is not text"),
    ("bytes of no text", b"format = 1\nx = \xff\xfe\xfd", "the file, line 2: is not saved as UTF-8"),
    ("cut off in a table", TEMPLATE[: TEMPLATE.index("low = 12, mode")].encode(), "market_rent: the bracket { is not"),
    ("cut off in a word", TEMPLATE[: TEMPLATE.index("Made-up") + 3].encode(), 'the text "Mad has no quotation'),
    ("latin-1", TEMPLATE.replace("Made-up", "Gemäß").encode("latin-1"), "line 14: is not saved as UTF-8"),
    ("UTF-16", TEMPLATE.encode("utf-16"), "is saved as UTF-16"),
    ("UTF-16 without a mark", TEMPLATE.encode("utf-16-le"), "is not text"),
    ("a web page", b"<!DOCTYPE html>\n<html>", "looks like a web page, not like a case"),
    ("a key twice", b"format = 1\nformat = 1\n", "line 2, column 1: format is written twice, first in line 1"),
    ("no such day", b"decision_date = 2026-02-30", "decision_date: there is no day 2026-02-30"),
    (
        "5000 digits",
        TEMPLATE.replace("office_area = 400", "office_area = " + "9" * 5000).encode(),
        "thousands of digits",
    ),
    (
        "5000 digits in 16s",
        TEMPLATE.replace("office_area = 400", "office_area = 0x" + "f" * 5000).encode(),
        "shared.office_area: is a whole number without end",
    ),
    ("NaN", TEMPLATE.replace("people = 20", "people = nan").encode(), "office.people: is not a finite number"),
    ("infinity", TEMPLATE.replace("people = 20", "people = inf").encode(), "office.people: is not a finite number"),
    ("1e400", TEMPLATE.replace("people = 20", "people = 1e400").encode(), "office.people: is not a finite number"),
    ("lists in lists", b"a = " + b"[" * 4000 + b"]" * 4000, "is nested too deeply"),
    ("tables in tables", b"a = " + b"{a = " * 900 + b"1" + b"}" * 900, "is nested too deeply"),
    ("a key of many dots", b"[" + b"a." * 4000 + b"a]\nb = 1", "is nested too deeply"),
    ("a key of very many dots", b"[" + b"a." * 900_000 + b"a]\nb = 1", "line 1: has 1,800,003 characters"),
]


@pytest.mark.parametrize(("content", "words"), [row[1:] for row in BYTES], ids=[row[0] for row in BYTES])
def test_bytes_that_are_no_case_are_told_in_words(tmp_path: Path, content: bytes, words: str) -> None:
    path, _ = write_template(tmp_path / "case.toml")
    path.write_bytes(content)
    with pytest.raises(CaseError) as told:
        load_case(path)
    assert words in str(told.value)
    assert path.read_bytes() == content


def test_a_file_of_50_mb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.touch()
    os.truncate(path, 50_000_000)
    with pytest.raises(CaseError, match=r"has 50\.0 MB\. Due: at most 2 MB; is it the right file\?"):
        load_case(path)
    with pytest.raises(CaseError, match=r"has 2\.0 MB"):
        read_case(b" " * 2_000_001)


def test_a_file_that_cannot_be_opened_raises_what_the_system_says(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_case(tmp_path / "none.toml")


@pytest.mark.parametrize("change", [lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text])
def test_a_file_saved_on_windows_is_the_same_case(tmp_path: Path, change: Any) -> None:
    path, _ = write_template(tmp_path / "case.toml")
    text = path.read_text(encoding="utf-8")
    plain = load_case(path)
    path.write_bytes(change(text).encode())
    assert load_case(path) == plain


def test_an_upload_without_its_table_says_so() -> None:
    with pytest.raises(CaseError, match=r"access\.constituents: .* is not at hand\. Upload the table together"):
        read_case(TEMPLATE.encode())
    assert read_case(TEMPLATE.encode(), template_table).title.startswith("Country office")


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_every_case_that_we_ship_is_fine(path: Path) -> None:
    case = load_case(path)
    assert len(case.options) >= 3
    assert document_of(path.read_bytes()) == case.document


def test_reading_leaves_the_document_as_it_was() -> None:
    document = template_document()
    check_document(document, template_table)
    assert document == tomllib.loads(TEMPLATE)


def every_place(part: Any, steps: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The steps to every value of a document, tables and lists among them."""
    inner = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    below = [place for key, value in inner for place in every_place(value, (*steps, key))]
    return [*([steps] if steps else []), *below]


PLACES = every_place(template_document())
VALUES = st.one_of(
    st.sampled_from([None, True, False, [], {}, "", "shared.x", "shared.office_area", float("nan"), float("inf")]),
    st.integers(),
    st.sampled_from([0, -1, 1, 2**63, -(10**400), 10**5000, 1e15, -1e15, 1e-300, 1e308, 0.5, 1000, 100, 40]),
    st.floats(allow_nan=True),
    st.text(max_size=20),
    st.dates(),
    st.lists(st.integers(-2, 50), max_size=3),
    st.dictionaries(st.sampled_from(["low", "mode", "high", "unit", "shape", "id", "name"]), st.integers(0, 9)),
)
MUTATIONS = st.lists(
    st.tuples(
        st.sampled_from(PLACES), st.sampled_from(["take out", "put", "scale", "copy"]), VALUES, st.sampled_from(PLACES)
    ),
    min_size=1,
    max_size=3,
)


def at(document: Any, steps: tuple[Any, ...]) -> Any:
    for step in steps:
        document = document[step]
    return document


def spoil(document: dict[str, Any], mutations: list[tuple[Any, ...]]) -> None:
    """Do each of the mutations whose place is still there."""
    for steps, kind, value, other in mutations:
        try:
            parent, last = at(document, steps[:-1]), steps[-1]
            if kind == "take out":
                del parent[last]
            elif kind == "put":
                parent[last] = value
            elif kind == "scale" and isinstance(value, (int, float)) and isinstance(parent[last], (int, float)):
                parent[last] = parent[last] * value
            elif kind == "copy" and other[: len(steps)] != steps and steps[: len(other)] != other:
                parent[last] = at(document, other)
        except (KeyError, IndexError, TypeError, OverflowError):
            continue


def checked(document: dict[str, Any]) -> tuple[colocate.case.Case | None, Sequence[Fault]]:
    """Give the case, or the faults that stand in its way; any other error is the test's failure."""
    try:
        return check_document(document, template_table), ()
    except CaseError as error:
        return None, error.faults


def refused_without_words(content: bytes) -> bool:
    try:
        read_case(content, template_table)
    except CaseError as error:
        return not error.faults
    return False


def finite(amounts: Array) -> bool:
    return bool(np.all(np.isfinite(amounts)))


def assert_finite(case: colocate.case.Case) -> None:
    for option in colocate.evaluate(case).options:
        assert all(finite(line.amounts) for line in option.lines)
        for money in option.money.values():
            assert finite(money.by_year)
            assert finite(money.present_value)
            assert finite(money.equivalent_annual)
        if option.access is not None:
            assert finite(option.access.minutes)
            assert finite(option.access.scores)
            assert finite(np.asarray(option.access.tripartite))


@pytest.mark.slow
@settings(max_examples=400, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(MUTATIONS)
def test_a_document_spoilt_at_random_is_refused_in_words_or_gives_finite_figures(mutations: list[Any]) -> None:
    document = template_document()
    spoil(document, mutations)
    case, faults = checked(document)
    if case is None:
        assert faults
        assert all(str(fault).isprintable() for fault in faults)
        return
    assert_finite(case)


EXTREMES = st.sampled_from([0, 1e-300, 1e-9, 1, 50, 100, 1e6, 1e15, -1e15, -100, -50, 1000, -1200])


@settings(max_examples=150, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(0, 60), EXTREMES), min_size=1, max_size=6))
def test_extreme_figures_are_refused_or_give_finite_results(extremes: list[tuple[int, float]]) -> None:
    """Every figure of the template in turn, and several at once, at the ends of what may be written."""
    case = check_document(template_document(), template_table)
    paths = list(case.quantities)
    changes = {paths[place % len(paths)]: value for place, value in extremes}
    ranges = {f"{path}.{end}": value for path, value in changes.items() for end in ("low", "high")}
    written = {key: value for key, value in ranges.items() if case.quantities[key.rpartition(".")[0]].is_uncertain}
    try:
        changed = colocate.change(case, {**changes, **written})
    except CaseError:
        return
    assert_finite(changed)


@settings(max_examples=300, derandomize=True, deadline=None, database=None)
@given(st.binary(max_size=200))
def test_random_bytes_are_refused_in_words(content: bytes) -> None:
    with pytest.raises(CaseError):
        read_case(content, template_table)


@settings(max_examples=150, derandomize=True, deadline=None, database=None)
@given(st.integers(0, len(TEMPLATE) - 1), st.binary(max_size=3))
def test_a_template_cut_and_patched_anywhere_is_a_case_or_refused_in_words(place: int, patch: bytes) -> None:
    whole = TEMPLATE.encode()
    for content in (whole[:place], whole[:place] + patch + whole[place + len(patch) :]):
        assert not refused_without_words(content)
