"""A part of a written value is changed, and all around it stays."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from colocate.casefile.editing.values import (
    cut_up,
    end_of_value,
    entry_in,
    key_text,
    keys_in,
    like_before,
    put_together,
    value_text,
    with_entries_exchanged,
    with_entry,
    with_value_in,
    without_value_in,
)

LIST = """[
  # the first
  { item = "a", n = 1 }, # behind a
  { item = "b, c", n = 2 }, { item = "d" }
  # at the end
]"""
WRITTEN = [
    "[]",
    "{}",
    "[ ]",
    "[1]",
    "[1, 2,]",
    "[ 1 ,2 , 3 ]",
    "[1, # one\n 2 # two\n]",
    "[1 # one\n , 2]",
    "{ a = 1, b.c = [1, 2], d = { e = '}' } }",
    '{a="x#y"}',
    "[\"\"\"a,\n]\"\"\", '''b''']",
    "[[1, 2], [3]]",
    LIST,
]


def read(text: str) -> Any:
    return tomllib.loads(f"x = {text}")["x"]


@pytest.mark.parametrize("text", WRITTEN)
def test_cut_up_and_put_together_is_as_before(text: str) -> None:
    pieces, rest = cut_up(text)
    assert put_together(text[0], pieces, rest) == text
    assert len(pieces) == len(read(text)) or "b.c" in text


@pytest.mark.parametrize("text", WRITTEN)
def test_the_end_of_a_value_is_found(text: str) -> None:
    line = f"x = {text} # behind\ny = 2\n"
    end, line_end = end_of_value(line, 4)
    assert line[4:end] == text
    assert line[line_end:] == "y = 2\n"
    assert end_of_value(f"x = {text}", 4) == (4 + len(text), 4 + len(text))


@pytest.mark.parametrize("text", [one for one in WRITTEN if one.startswith("[")])
def test_entries_of_a_list(text: str) -> None:
    values = read(text)
    for position in range(len(values) + 1):
        assert read(with_entry(text, (), position, "9")) == [*values[:position], 9, *values[position:]]
        assert read(with_entry(text, (), position, "{ a = 1 }"))[position] == {"a": 1}
    for position in range(len(values)):
        assert read(without_value_in(text, (position,))) == [*values[:position], *values[position + 1 :]]
        assert read(with_value_in(text, (position,), 7)) == [*values[:position], 7, *values[position + 1 :]]
        assert read(entry_in(text, (position,))) == values[position]
    for position in range(len(values) - 1):
        changed = list(values)
        changed[position : position + 2] = reversed(changed[position : position + 2])
        assert read(with_entries_exchanged(text, (), position)) == changed


def test_comments_stay() -> None:
    assert "# the first" in with_value_in(LIST, (0, "n"), 5)
    assert "# behind a" in with_value_in(LIST, (0, "n"), 5)
    assert with_value_in(LIST, (0, "n"), 5) == LIST.replace("n = 1", "n = 5")
    assert with_value_in(LIST, (2, "n"), 5) == LIST.replace('{ item = "d" }', '{ item = "d", n = 5 }')
    assert without_value_in(LIST, (1, "item")) == LIST.replace('{ item = "b, c", n = 2 }', "{ n = 2 }")
    assert with_entries_exchanged(LIST, (), 0).count("#") == 3


def test_keys_inside_an_inline_table() -> None:
    text = "{ a = 1, b.c = [1, 2], d = { e = '}' } }"
    assert read(with_value_in(text, ("b", "c"), 5))["b"] == {"c": 5}
    assert read(with_value_in(text, ("b", "c", 1), 5))["b"] == {"c": [1, 5]}
    assert read(with_value_in(text, ("d", "f"), "x"))["d"] == {"e": "}", "f": "x"}
    assert read(with_value_in(text, ("b",), "x"))["b"] == "x"
    assert read(with_value_in(text, ("b", "z"), "x"))["b"] == {"c": [1, 2], "z": "x"}
    assert read(without_value_in(text, ("b",))) == {"a": 1, "d": {"e": "}"}}
    assert read(without_value_in(text, ("d", "e")))["d"] == {}
    assert read(with_entry(text, ("b", "c"), 0, "0"))["b"]["c"] == [0, 1, 2]
    assert read(with_entries_exchanged(text, ("b", "c"), 0))["b"]["c"] == [2, 1]
    assert entry_in(text, ("d", "e")) == "'}'"
    assert without_value_in(text, ("z", "y")) == text
    with pytest.raises(KeyError):
        entry_in(text, ("z",))


@pytest.mark.parametrize(
    "value",
    [
        1,
        -2,
        1.5,
        1e-9,
        1e22,
        True,
        "a",
        'a "b" \\ \n \t \x00 \x9b \u202e é',
        {"a b": 1, "c": {"d": []}},
        [],
        [{"a": "x" * 99}],
    ],
)
def test_a_written_value_is_read_again(value: Any) -> None:
    assert read(value_text(value)) == value
    assert read(value_text(value, is_wide=True)) == value
    for before in ("1", '"""\na"""'):
        assert read(like_before(value, before)) == value


@pytest.mark.parametrize("words", ["a\nb", 'a"\n"', '"""\n""""', "\n\n", "a\\\nb\r\n"])
def test_words_of_several_lines_stay_so(words: str) -> None:
    written = like_before(words, '"""x"""')
    assert written.count("\n") >= 2
    assert read(written) == words


def test_keys() -> None:
    assert keys_in("a") == ("a",)
    assert keys_in("a . \"b.c\" . 'd'") == ("a", "b.c", "d")
    assert key_text(("a", "b.c", "")) == 'a."b.c".""'
    assert keys_in(key_text(("a", 'b"c', ""))) == ("a", 'b"c', "")
