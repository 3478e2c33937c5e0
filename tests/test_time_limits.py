"""Nothing in the tests waits without end: every test has a time limit, and so has every wait for a process."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
RUNS = {"run", "call", "check_call", "check_output"}
WAITS = {"wait", "communicate"}


def endless(source: str) -> list[int]:
    """Lines that run a process, or wait for one, and do not say how long at most.

    A process in a `with` is among them: leaving it waits for the process, for ever.
    """
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.With, ast.AsyncWith)):
            opened = [item.context_expr for item in node.items]
            found += [one.lineno for one in opened if isinstance(one, ast.Call) and name_of(one) == "subprocess.Popen"]
        if isinstance(node, ast.Call) and "timeout" not in {keyword.arg for keyword in node.keywords}:
            owner, _, method = name_of(node).rpartition(".")
            joins = method == "join" and not node.args and not node.keywords
            if (owner == "subprocess" and method in RUNS) or (owner and method in WAITS) or joins:
                found.append(node.lineno)
    return sorted(found)


def name_of(call: ast.Call) -> str:
    return ast.unparse(call.func)


def test_no_wait_in_the_tests_is_without_end() -> None:
    found = {str(path): endless(path.read_text(encoding="utf-8")) for path in sorted(TESTS.rglob("*.py"))}
    assert not {path: lines for path, lines in found.items() if lines}, "give each of these lines a timeout"


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("subprocess.run(['ls'], check=True)", [1]),
        ("subprocess.run(['ls'], check=True, timeout=5)", []),
        ("process = subprocess.Popen(['ls'])\nprocess.wait()", [2]),
        ("process.communicate(b'')", [1]),
        ("process.communicate(timeout=5)", []),
        ("with log.open() as out, subprocess.Popen(['ls']) as process:\n    pass", [1]),
        ("thread.join()", [1]),
        ("', '.join(words)", []),
    ],
)
def test_a_wait_without_end_is_found(source: str, lines: list[int]) -> None:
    assert endless(source) == lines


def test_every_test_has_a_limit(request: pytest.FixtureRequest) -> None:
    assert 0 < float(request.config.getini("timeout")) <= 120
    assert request.config.pluginmanager.hasplugin("timeout")
