"""SECURITY.md names a test for each of its promises, and the files that it speaks of are there."""

from __future__ import annotations

import re

from tests.documents import ROOT
from tests.test_requirements import pins

PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def test_every_promise_names_tests_that_are_there() -> None:
    promised = PAGE.split("## What is promised")[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in promised.splitlines() if line.startswith("| ")][1:]
    assert len(rows) >= 10
    for promise, _, tested in rows:
        named = re.findall(r"`(tests/[^`]+)`", tested)
        assert named, promise
        for path in named:
            assert "def test_" in (ROOT / path).read_text(encoding="utf-8"), f"{promise}: {path}"


def test_every_file_that_the_page_speaks_of_is_there() -> None:
    for path in re.findall(r"`((?:\.ci|\.streamlit|ui)/[^` ]+)", PAGE):
        assert (ROOT / path).exists() or (ROOT / "colocate" / path).exists(), path
    for path in re.findall(r"\]\(([^)]+)\)", PAGE):
        assert (ROOT / path).exists(), path


def test_the_page_counts_the_packages_that_are_locked() -> None:
    assert {int(count) for count in re.findall(r"of the (\d+) packages", PAGE)} == {len(pins("requirements"))}
