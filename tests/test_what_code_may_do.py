"""What no file of the package may do: run text as code, unpickle, start programs, or speak to the network."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.documents import ROOT

FILES = sorted([*(ROOT / "colocate").rglob("*.py"), ROOT / "app.py"])

RUNS_TEXT = {"eval", "exec", "compile", "__import__"}
OUT_OF_BOUNDS = {
    *("pickle", "cPickle", "dill", "cloudpickle", "joblib", "marshal", "shelve", "yaml"),  # loading runs code
    *("subprocess", "multiprocessing", "pty", "ctypes", "runpy", "code"),
    *("socket", "ssl", "http", "ftplib", "smtplib", "requests", "urllib3", "httpx", "aiohttp", "websockets"),
    *("urllib.request", "xml", "webbrowser"),
}
ALLOWED = {
    ("colocate/ui/aside.py", "loky"),
    ("colocate/ui/announced.py", "unsafe_allow_javascript"),
    ("colocate/ui/kept.py", "component"),
    ("colocate/ui/editor/plan.py", "component"),
    ("colocate/export/pictures/browser.py", "subprocess"),
    ("colocate/export/pictures/svg.py", "xml"),
}
"""One place each: own processes, what speaks to a screen reader, the scripts that keep cases and pick a place; ending a
browser with all that it started; and putting a drawing that plotly made in order (it is no file of anybody's).
"""

WATCHED = {"loky", "unsafe_allow_javascript"}


def found_in(source: str) -> Iterator[str]:
    """Give every call and import of a file that is out of bounds, or that only one file may have."""
    for node in ast.walk(ast.parse(source)):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [one.name for one in node.names]
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            names = [module, *(f"{module}.{one.name}" for one in node.names)]
        elif isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in RUNS_TEXT:
                yield node.func.id
            if isinstance(node.func, ast.Attribute) and node.func.attr in (
                "system",
                "popen",
                "import_module",
                "component",
            ):
                yield node.func.attr
            yield from (one.arg for one in node.keywords if one.arg in ("unsafe_allow_html", "unsafe_allow_javascript"))
            yield from ("allow_pickle" for one in node.keywords if one.arg == "allow_pickle")
        for name in names:
            parts = name.split(".")
            yield from {start for end in range(len(parts)) if (start := ".".join(parts[: end + 1])) in OUT_OF_BOUNDS}
            if parts[0] in WATCHED:
                yield parts[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_file_does_what_none_may_do(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    assert {one for one in found_in(path.read_text(encoding="utf-8")) if (place, one) not in ALLOWED} == set()


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("eval('1')", "eval"),
        ("import pickle", "pickle"),
        ("from pickle import loads", "pickle"),
        ("from urllib import request", "urllib.request"),
        ("import urllib.request as r", "urllib.request"),
        ("import http.client", "http"),
        ("os.system('x')", "system"),
        ("st.markdown('x', unsafe_allow_html=True)", "unsafe_allow_html"),
        ("np.load('x', allow_pickle=True)", "allow_pickle"),
        ("def f():\n    from loky import x", "loky"),
    ],
)
def test_it_would_be_found(source: str, told: str) -> None:
    assert told in set(found_in(source))


def test_what_is_allowed_once_is_there() -> None:
    for place, what in ALLOWED:
        assert what in set(found_in((ROOT / place).read_text(encoding="utf-8")))


def test_the_words_that_are_read_aloud_are_no_part_of_the_script() -> None:
    """The one script on the page is a constant of its file: no word of a case is in it."""
    tree = ast.parse((ROOT / "colocate" / "ui" / "announced.py").read_text(encoding="utf-8"))
    (call,) = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and any(one.arg == "unsafe_allow_javascript" for one in node.keywords)
    ]
    (script,) = call.args
    assert isinstance(script, ast.Name)
    (value,) = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and [ast.unparse(one) for one in node.targets] == [script.id]
    ]
    assert isinstance(value, ast.Constant)


def test_the_script_that_keeps_cases_is_a_constant_and_asks_nothing_of_the_network() -> None:
    tree = ast.parse((ROOT / "colocate" / "ui" / "keeper_script.py").read_text(encoding="utf-8"))
    (value,) = [node.value for node in tree.body if isinstance(node, ast.Assign)]
    assert isinstance(value, ast.Constant)
    for way_out in (
        "fetch",
        "XMLHttpRequest",
        "WebSocket",
        "http:",
        "https:",
        "import",
        "eval",
        "innerHTML",
        "Function",
    ):
        assert way_out not in value.value, way_out
