"""The locked files say what the ranges allow: one version of everything, each with its hashes, from no named host."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[1]
LOCKED = ("requirements", "requirements-test")


def ranges(name: str) -> list[Requirement]:
    """What is asked for, with all that the file takes in from another one."""
    found = []
    for line in (ROOT / f"{name}.in").read_text(encoding="utf-8").splitlines():
        if line.startswith("-r "):
            found += ranges(line.removeprefix("-r ").removesuffix(".in"))
        elif line and not line.startswith("#"):
            found.append(Requirement(line))
    return found


def pins(name: str) -> dict[str, Version]:
    text = (ROOT / f"{name}.txt").read_text(encoding="utf-8")
    return {found[1]: Version(found[2]) for found in re.finditer(r"^([a-z0-9._-]+)==([^\s;\\]+)", text, re.MULTILINE)}


@pytest.mark.parametrize("name", LOCKED)
def test_every_range_has_a_locked_version_in_it(name: str) -> None:
    locked = pins(name)
    asked = ranges(name)
    assert len(asked) >= 7
    for one in asked:
        assert one.specifier.contains(locked[one.name.lower()]), f"{one}: write the locked files anew with .ci/lock"


@pytest.mark.parametrize("name", LOCKED)
def test_everything_locked_has_hashes_and_comes_from_no_named_host(name: str) -> None:
    text = (ROOT / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(entries) == len(pins(name))
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", entry) for entry in entries)
    assert "://" not in text
    assert "index" not in text


def test_the_tests_run_on_the_very_set_of_the_app() -> None:
    app, tests = (pins(name) for name in LOCKED)
    assert app.items() <= tests.items()
