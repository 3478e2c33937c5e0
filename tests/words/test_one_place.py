"""Every sentence that a reader meets is written in `colocate/words`, as a message that a catalogue can replace."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2] / "colocate"

SPEAKS = {"words"}
ELSEWHERE = {
    "case": "labels and helps of the records, said through words when they are shown",
    "casefile": "faults of case files and the template, said through words when they are shown",
    "model": "names of lines, factors and gates, said through words when they are shown",
    "charts/theme.py": "styles",
    "ui/style.py": "styles",
    "export/pictures/finding.py": "names of programs",
    "export/snippets.py": "lines of Python",
    "export/futures.py": "the sampler's name in the JSON",
    "export/paper/make_template.py": "names of styles",
}
"""What may hold literals with a blank in them that reach a reader, and why."""

WORDS = re.compile(r"[A-Za-z]{2,}[,.;:]? [A-Za-z]{2,}")
MARKUP = re.compile(r"[<{=]|-src '|^\s*[.#@\[]|;\s*$|:\s*[\d#]|\bpx\b|\brem\b|%\)")
"""A literal of HTML, of a style or of a template is no sentence."""


def modules() -> list[Path]:
    return [
        path
        for path in sorted(ROOT.rglob("*.py"))
        if path.relative_to(ROOT).parts[0] not in {*SPEAKS, *ELSEWHERE} and str(path.relative_to(ROOT)) not in ELSEWHERE
    ]


def docstrings(tree: ast.AST) -> set[int]:
    """The nodes of documentation: strings that stand alone."""
    alone = (node.value for node in ast.walk(tree) if isinstance(node, ast.Expr))
    return {id(value) for value in alone if isinstance(value, ast.Constant)}


def not_for_readers(tree: ast.AST) -> set[int]:
    """Literals that no reader meets: messages for programmers, names of types, keys of tables and of the session."""
    return {id(inner) for node in ast.walk(tree) for part in _hidden_in(node) for inner in ast.walk(part)}


def _hidden_in(node: ast.AST) -> list[ast.AST]:
    if isinstance(node, (ast.Raise, ast.Subscript, ast.Compare)):
        return [node]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("compile", "sub"):
        return [node]
    if isinstance(node, ast.AnnAssign) and "Literal" in ast.unparse(node.annotation):
        return [node]
    if isinstance(node, ast.Assign) and "Literal" in ast.unparse(node.value):
        return [node]
    if isinstance(node, ast.Dict):
        return [key for key in node.keys if key is not None]
    return [node] if isinstance(node, ast.keyword) and node.arg == "key" else []


def literals(path: Path) -> Iterator[tuple[int, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed = docstrings(tree) | not_for_readers(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            yield node.lineno, node.value


def _is_name(path: Path, text: str) -> bool:
    """Tell a name of what was found, held or asked for from a sentence: a few small words without a full stop."""
    longest = 6 if path.relative_to(ROOT).parts[0] in ("analysis", "ui") else 3
    return text == text.lower() and not set(text) & set(".:?,") and len(text.split()) <= longest


def test_no_sentence_is_written_outside_words() -> None:
    said = [
        f"{path.relative_to(ROOT)}:{line}: {text[:70]!r}"
        for path in modules()
        for line, text in literals(path)
        if WORDS.search(text) and not MARKUP.search(text) and not _is_name(path, text)
    ]
    assert not said, "\n".join(said)
