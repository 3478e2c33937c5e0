"""Files of two megabytes, made to be slow: refused by their size, their keys or their depth before they are read."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from colocate.casefile import reading, structure
from colocate.casefile.faults import MOST_TOLD, CaseError
from colocate.casefile.reading import document_of, read_case
from colocate.casefile.scanning import fault_of_size
from colocate.commands.program import main
from tests.documents import DATA_CASES, TEMPLATE

DOTTED = "\n".join("a." * 4000 + f"b{place} = 1" for place in range(240))
OPTIONS = '[[options]]\nid="a"\n' * 95_000
TOO_MUCH: list[tuple[str, str, str]] = [
    ("dotted keys", DOTTED, "the file, line 1: is nested too deeply"),
    ("dotted keys in quotation marks", '"".' * 3000 + "b = 1", "line 1: is nested too deeply"),
    ("a dotted table", "[" + "a." * 3000 + "b]", "line 1: is nested too deeply"),
    ("options", OPTIONS, "the file: has 190,000 lines. Due: at most 40,000; is it the right file?"),
    ("names", "a = 1\n" * 15_001, "the file: sets 15,001 names. Due: at most 15,000"),
    ("brackets", "[" * 20_001, "has 20,001 opening brackets"),
    ("commas", "a = [" + "1,\n" * 30_000 + "2," * 30_001, "has 60,001 commas"),
    ("backslashes", "\\" * 20_001, "has 20,001 backslashes"),
    ("a long line", "a" * 10_001, "line 1: has 10,001 characters. Due: at most 10,000"),
]


@pytest.mark.parametrize(("text", "words"), [row[1:] for row in TOO_MUCH], ids=[row[0] for row in TOO_MUCH])
def test_what_is_far_larger_than_a_case_is_refused_unread(
    text: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading.tomllib, "loads", _not_to_be_called)
    with pytest.raises(CaseError) as told:
        document_of(text.encode())
    assert words in str(told.value)


def _not_to_be_called(_text: str) -> Any:
    raise AssertionError("the text was read")


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_a_case_five_times_as_large_as_ours_is_not_too_large(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    assert fault_of_size(text * 5) is None
    assert fault_of_size(TEMPLATE) is None
    assert fault_of_size('a = "www.one.two.three.four.five.six.seven.eight"') is None
    assert fault_of_size("a.b.c.d.e = 1") is None


def test_fifty_faults_are_told_and_the_others_counted(
    tmp_path: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    near: Callable[..., Any] = structure.did_you_mean
    monkeypatch.setattr(structure, "did_you_mean", lambda word, known: looked.append(word) or near(word, known))
    path = tmp_path / "case.toml"
    path.write_text("\n".join(f"k{place} = 1" for place in range(9000)), encoding="utf-8")
    assert main(["validate", str(path)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == MOST_TOLD + 2
    assert lines[0].endswith(": 9,011 faults.")
    assert lines[-1] == "  and 8,961 more: mend these first."
    assert len(looked) <= 200
    with pytest.raises(CaseError) as told:
        read_case(path.read_bytes())
    assert len(told.value.faults) == 9011
    assert str(told.value).endswith("\nand 8,961 more")
    assert len(str(told.value)) < 10_000


SLOWEST = {
    "dotted": DOTTED,
    "options": OPTIONS,
    "names of five parts": "\n".join(f"k{place}." + "a." * 4 + "b = 1" for place in range(14_900)),
    "long names": "\n".join(f"k{place}{'x' * 110} = 1" for place in range(14_900)),
    "remarks": ("#" + "x" * 48 + "\n") * 39_000,
    "one text": 'a = """\n' + ("x" * 48 + "\n") * 39_000 + '"""',
    "one word": "\n".join("a" * 9000 for _ in range(220)),
}


@pytest.mark.slow
def test_no_file_of_two_megabytes_takes_long() -> None:
    """All of them in one process, which has room for a machine as busy as four others."""
    program = (
        "import sys\n"
        "from colocate.casefile.reading import read_case\n"
        "from colocate.casefile.faults import CaseError\n"
        "for text in sys.stdin.buffer.read().split(b'\\0'):\n"
        "    try:\n        read_case(text)\n"
        "    except CaseError as error:\n        print(len(error.faults))\n"
    )
    texts = "\0".join(SLOWEST.values()).encode()
    done = subprocess.run(
        [sys.executable, "-c", program], input=texts, capture_output=True, timeout=8 * len(SLOWEST), check=True
    )
    assert len(done.stdout.split()) == len(SLOWEST)
