"""Whatever a case holds, it is harmless in terminals, tables, pages, drawings and names of files."""

from __future__ import annotations

import ast
import csv
import html
import io
import json
import os
import re
import subprocess
import sys
import tomllib
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colocate import safe
from colocate.casefile.opened import Weights
from colocate.casefile.template import write_template
from colocate.commands import main
from colocate.export.figures import figures_json
from colocate.export.tables import tables
from colocate.model.evaluate import evaluate
from colocate.model.outcome import Outcome
from colocate.writing import write_all
from tests.documents import ROOT
from tests.outcomes import renamed, template  # noqa: F401

STEERING = "\x1b]0;owned\x07\x1b[2J\x1b[31mAll\x9b1m \u202efine\u202c\u2066\u200b\ufeff\r\nnow\x7f"
HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u2028\u2029]")
NAMES = ['my "case"', "it's", "a:b", "back\\slash", "Büro 河内", "x" * 200, "two\nlines", "\u202ex"]
TEXTS = st.text(st.characters(), max_size=60)


@given(TEXTS)
def test_no_destination_gets_what_steers_or_turns(text: str) -> None:
    for give in (
        safe.one_line,
        safe.for_terminal,
        safe.for_fault,
        safe.for_csv,
        safe.for_html,
        safe.for_markdown,
        safe.for_svg,
        safe.for_file_name,
    ):
        line = give(text)
        assert not HARMFUL.search(line), give
        assert "\n" not in line, give


@given(TEXTS)
def test_json_says_the_same_without_what_steers(text: str) -> None:
    written = safe.for_json({"name": text})
    assert json.loads(written) == {"name": text}
    assert all(mark.isprintable() or mark in "\n\u00a0" for mark in written)


@given(TEXTS)
def test_no_cell_is_a_formula(text: str) -> None:
    cell = safe.for_csv(text)
    assert not unicodedata.normalize("NFKC", cell).lstrip().startswith(("=", "+", "-", "@"))
    assert cell in (text, f"'{text}") or any(not mark.isprintable() for mark in text)


@given(TEXTS)
def test_html_is_text_again_when_read(text: str) -> None:
    assert html.unescape(safe.for_html(text)) == safe.one_line(text)
    assert not set("<>\"'") & set(safe.for_html(text))


@given(TEXTS)
def test_a_script_element_does_not_end(text: str) -> None:
    written = safe.for_script(text)
    assert json.loads(written) == text
    assert not set("<>&") & set(written)


@given(TEXTS)
def test_a_file_name_can_be_written_everywhere_and_stands_in_quotes(text: str) -> None:
    name = safe.for_file_name(text)
    assert 0 < len(name.encode()) <= safe.LONGEST_FILE_NAME
    assert not set('\\/:*?"<>|') & set(name)
    assert name.strip(". ") == name
    assert tomllib.loads(f'name = "{name}"') == {"name": name}


def test_letters_and_joiners_of_every_script_stay() -> None:
    for name in ("Hà Nội", "河内", "می\u200cروم", "\u0928\u094d\u200d\u092f", "USD\u00a05"):
        assert safe.one_line(name) == name
        assert safe.for_html(name) == name


@pytest.mark.parametrize("name", NAMES)
def test_a_template_of_any_name_validates(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if sys.platform == "win32":
        name = re.sub(r'[:"\\\n]', "", name)
    path, table = write_template(tmp_path / f"{name}.toml")
    assert (path.name, path.parent, table.parent) == (f"{name}.toml", tmp_path, tmp_path)
    assert main(["validate", str(path)]) == 0
    assert not HARMFUL.search(capsys.readouterr().out)


def steered(outcome: Outcome) -> Outcome:
    """A case whose every name steers, as a program may make one; a file with it is refused."""
    changed = renamed(outcome, STEERING)
    return replace(changed, case=replace(changed.case, title=STEERING, summary=STEERING))


def test_names_that_steer_reach_no_table(template: Outcome, tmp_path: Path) -> None:  # noqa: F811
    for path in write_all(tmp_path, tables(evaluate(steered(template).case, 32))):
        text = path.read_text(encoding="utf-8-sig").replace("\n\n", "\n")
        for row in csv.reader(io.StringIO(text)):
            for cell in row:
                assert not HARMFUL.search(cell), (path.name, cell)


def test_names_that_steer_reach_no_json(template: Outcome) -> None:  # noqa: F811
    written = figures_json(evaluate(steered(template).case, 32))
    assert not HARMFUL.search(written)
    assert json.loads(written)["case"]["title"] == STEERING


def test_names_that_steer_reach_no_terminal(
    template: Outcome,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from colocate.commands import program

    monkeypatch.setattr(program, "case_of", lambda _chosen: steered(template).case)
    monkeypatch.setattr(program, "case_as_it_stood", lambda _chosen: (steered(template).case, Weights()))
    for command in ("compare", "sensitivity", "access", "weigh"):
        for json_too in ([], ["--json"]):
            assert main([command, "any.toml", "--draws", "32", *json_too]) == 0
            told = capsys.readouterr()
            assert not HARMFUL.search(told.out), command
            assert "All" in told.out


def test_bidirectional_marks_of_a_file_reach_no_terminal(tmp_path: Path) -> None:
    """A file may hold them; it is refused for control characters alone."""
    path, _table = write_template(tmp_path / "case.toml")
    text = path.read_text(encoding="utf-8")
    title = re.search(r'^title = "(.*)"$', text, flags=re.MULTILINE)
    assert title
    path.write_text(text.replace(title.group(1), "\u202eAll\u2066 fine\u200b"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "colocate", "compare", str(path), "--draws", "16"],
        cwd=ROOT,
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1"},
        timeout=60,
        check=True,
    )
    assert done.stdout.decode().splitlines()[0] == "All fine"
    assert not HARMFUL.search(done.stdout.decode().replace("\r\n", "\n"))


OWN = {"isprintable", "unicodedata", "html.escape", "escape", "ensure_ascii", "quoteattr"}
"""What makes text safe, or seems to."""


def own_ways_of(path: Path) -> list[str]:
    """Where a file makes text safe by itself, or prints."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            module = getattr(node, "module", None) or ""
            names = [f"{module}.{one.name}".strip(".") for one in node.names]
            found += [name for name in names if name.split(".")[0] in ("html", "unicodedata") and "parser" not in name]
        elif isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in OWN or (name == "print" and path.name not in ("output.py", "progress.py")):
                found.append(name)
            found += [one.arg for one in node.keywords if one.arg in OWN]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and r"\x7f" in repr(node.value):
            found.append("a set of control characters")
    return found


MAY = {
    Path("colocate/charts/lettering.py"): "asks how wide a letter is",
    Path("colocate/safe.py"): "the one place",
    Path("colocate/casefile/faults.py"): "refuses control characters, and shows none",
    Path("colocate/casefile/form/values.py"): "writes for its own reader what a cell would not keep as it is",
    Path("colocate/casefile/form/places.py"): "takes a number where a name could not be read again",
}


def test_one_module_makes_text_safe() -> None:
    paths = [*(ROOT / "colocate").rglob("*.py"), ROOT / "app.py"]
    others = {path.relative_to(ROOT): own_ways_of(path) for path in paths}
    assert {path: ways for path, ways in others.items() if ways and path not in MAY} == {}
    assert own_ways_of(ROOT / "colocate" / "safe.py")
