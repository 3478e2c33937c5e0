"""The text of a case is changed in one place, and is TOML that says just that."""

from __future__ import annotations

import copy
import random
import re
import tomllib
from typing import Any

import pytest

from colocate.casefile.editing.written import Written, found_in, places_below, read_written
from tests.documents import DATA_CASES, TEMPLATE

DIALECTS = """# of every kind
title = "x" # said
"odd key" = { a = 1 }
lease.rent = 3
lease.steps = [{ after = 1 }, { after = 2 }] # two
words = \"\"\"
two
lines\"\"\"

[office] # with a remark
people = [1,
  2, # second
]

# ----- options

[[options]]
id = "a"
lease.area = 100
[options.lease.renewal]
rent = 1
[[options.lease.steps]]
after = 1
[[options.lease.steps]]
after = 2

# about b
[[options]]
id = "b"
lease = { area = 5, renewal = { rent = 2, list = [{ n = 1 }, { n = 2 }] } }
[other]
[options.move]
month = 2
# the end"""
TEXTS = {"dialects": DIALECTS, "template": TEMPLATE} | {
    path.stem: path.read_text(encoding="utf-8") for path in DATA_CASES
}


def says(written: Written) -> Any:
    """What the text says, when it is read by another reader; the parts say the same."""
    read = tomllib.loads(written.text)
    assert read == written.document
    assert read_written(written.text).document == read
    return read


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_in_parts_is_the_text(name: str) -> None:
    written = read_written(TEXTS[name])
    assert written.text == TEXTS[name]
    says(written)


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_every_value_is_changed_alone(name: str) -> None:
    written = read_written(TEXTS[name])
    before = tomllib.loads(TEXTS[name])
    places = list(places_below(before))
    random.Random(1).shuffle(places)  # noqa: S311
    for steps, _ in places[:25]:
        expected = copy.deepcopy(before)
        found_in(expected, steps[:-1])[steps[-1]] = "new"
        changed = written.put(steps, "new")
        assert says(changed) == expected
        assert changed.text.count("#") == TEXTS[name].count("#") + changed.text.count('"new#') - _marks(before, steps)


def _marks(document: Any, steps: Any) -> int:
    value = found_in(document, steps)
    return value.count("#") if isinstance(value, str) else 0


def lists_of(document: Any, steps: Any = ()) -> Any:
    """Every list of records of a document, by its place."""
    for key, value in document.items() if isinstance(document, dict) else enumerate(document):
        here = (*steps, key)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield here
        if isinstance(value, (dict, list)):
            yield from lists_of(value, here)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.slow
def test_lists_of_records(name: str) -> None:
    written = read_written(TEXTS[name])
    before = tomllib.loads(TEXTS[name])
    found = list(lists_of(before))
    random.Random(2).shuffle(found)  # noqa: S311
    for steps in found[:6]:
        entries = found_in(before, steps)
        for position in sorted({0, len(entries) // 2, len(entries)}):
            record = {"id": "new", "figure": {"low": 1, "high": 2}}
            expected = copy.deepcopy(before)
            found_in(expected, steps).insert(position, record)
            assert says(written.insert(steps, position, record)) == expected
        for position in sorted({0, len(entries) - 1}):
            expected = copy.deepcopy(before)
            found_in(expected, steps).insert(position, copy.deepcopy(entries[position]))
            assert says(written.copy((*steps, position))) == expected
            expected = copy.deepcopy(before)
            del found_in(expected, steps)[position]
            taken = written.take((*steps, position))
            if len(entries) > 1:
                assert says(taken) == expected
            else:
                assert not found_in(says(taken), steps)
        if len(entries) > 1:
            expected = copy.deepcopy(before)
            places = found_in(expected, steps)
            places[0], places[1] = places[1], places[0]
            exchanged = written.exchange(steps, 0)
            assert says(exchanged) == expected
            assert sorted(re.findall(r"\w+", exchanged.text)) == sorted(re.findall(r"\w+", written.text)), (
                "no word and no remark is lost"
            )
            assert says(exchanged.exchange(steps, 0)) == before


def test_new_keys_and_records() -> None:
    written = read_written(DIALECTS)
    for steps in (
        ("new",), ("office", "new"), ("lease", "new"), ("lease", "deeper", "new"), ("other", "new"), ("fresh", "new"),
        ("options", 0, "lease", "new"), ("options", 0, "lease", "renewal", "new"), ("options", 0, "place", "new"),
        ("options", 1, "lease", "new"), ("options", 1, "lease", "renewal", "new"), ("options", 1, "move", "new"),
        ("options", 0, "lease", "steps", 1, "new"), ("options", 1, "lease", "renewal", "list", 0, "new"),
        ("odd key", "b c"), ("options", 0, "odd key", "b c"),
    ):  # fmt: skip
        for value in (1, "a\nb", {"low": 1}, [1, {"a": 2}]):
            put = written.put(steps, value)
            assert found_in(says(put), steps) == value
            assert put.text.count("#") == DIALECTS.count("#")
            assert put.take(steps).document in (written.document, _with_begun(written.document, steps))


def _with_begun(document: Any, steps: Any) -> Any:
    """The document with the record of a new key begun, if it was not there."""
    return read_written(DIALECTS).put(steps[:-1], {}).document if found_in(document, steps[:-1]) is None else document


def test_a_record_is_begun_and_left_out() -> None:
    written = read_written(DIALECTS)
    for steps in (
        ("fresh",),
        ("options", 0, "place"),
        ("options", 0, "lease", "subsidy"),
        ("options", 1, "lease", "more"),
    ):
        begun = written.put(steps, {})
        assert found_in(says(begun), steps) == {}
        assert found_in(says(begun.put((*steps, "a"), 1)), steps) == {"a": 1}
        assert says(begun.take(steps)) == written.document
        fresh = begun.insert((*steps, "list"), 0, {"n": 1})
        assert found_in(says(fresh), steps) == {"list": [{"n": 1}]}
        assert found_in(says(fresh.insert((*steps, "list"), 1, {"n": 2})), steps) == {"list": [{"n": 1}, {"n": 2}]}


def test_a_remark_about_a_record_goes_with_it_and_a_banner_stays() -> None:
    written = read_written(DIALECTS)
    assert "# about b" not in written.take(("options", 1)).text
    assert "# ----- options" in written.take(("options", 0)).text
    assert "# the end" in written.take(("options",)).text


def test_an_empty_file_is_begun() -> None:
    written = (
        read_written("").insert(("options",), 0, {"id": "a"}).put(("title",), "x").put(("options", 0, "lease"), {})
    )
    assert says(written) == {"title": "x", "options": [{"id": "a", "lease": {}}]}
