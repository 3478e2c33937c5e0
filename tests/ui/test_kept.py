"""What a browser sends is hostile until read: lists of anything, cases of anything, of any length."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from colocate.casefile.faults import CaseError
from colocate.ui import kept

ONE = {"key": "0123abcd", "title": "Mine", "name": "mine.colocate", "at": 1.7e12, "size": 4000}


def test_a_list_is_read_as_the_browser_keeps_it() -> None:
    (found,) = kept.listed_in([ONE])
    assert (found.key, found.title, found.file_name, found.bytes) == ("0123abcd", "Mine", "mine.colocate", 3000)
    assert found.at.year == 2023


@pytest.mark.parametrize(
    "said",
    [
        None,
        "list",
        {"key": "x"},
        [None, 5, "x", [], {}],
        [{**ONE, "at": "now"}],
        [{**ONE, "at": -1}],
        [{**ONE, "at": 1e300}],
        [{**ONE, "at": float("nan")}],
        [{**ONE, "size": -1}],
        [{**ONE, "key": ""}],
        [{**ONE, "title": None}],
    ],
)
def test_what_is_no_list_of_cases_is_left_out(said: Any) -> None:
    assert kept.listed_in(said) == ()


def test_a_list_is_short_and_its_words_are_plain() -> None:
    assert len(kept.listed_in([ONE] * 5000)) == kept.MOST_LISTED
    (found,) = kept.listed_in([{**ONE, "title": "a\u202eb\n" + "x" * 9999, "name": "\x07" * 99}])
    assert len(found.title) == 160
    assert "\u202e" not in found.title
    assert found.file_name == ""


@pytest.mark.parametrize("content", ["UEs", "é", "UEsD\n", "?" * 8, "A" * (kept.MOST_CHARACTERS + 4)])
def test_what_is_no_file_is_refused_in_words(content: str) -> None:
    with pytest.raises(CaseError, match="another case"):
        kept.decoded(content)


def test_a_file_comes_back_as_it_was() -> None:
    assert kept.decoded(base64.b64encode(bytes(range(256))).decode()) == bytes(range(256))


DRAFT = {"key": "answers x", "text": "{}", "own": True}


def test_what_was_left_unfinished_is_read_as_the_browser_keeps_it() -> None:
    assert kept.drafts_in([DRAFT, {**DRAFT, "own": False}]) == (kept.Draft("{}", own=True), kept.Draft("{}", own=False))


@pytest.mark.parametrize("said", [None, {}, "x", [None, 5, []], [{"text": 5}], [{"text": "x" * (kept.LONGEST + 1)}]])
def test_what_is_no_list_of_them_is_left_out(said: Any) -> None:
    assert kept.drafts_in(said) == ()
