"""What holds for every test: a time limit, after which it fails and shows where it hung; and no terminal of ours."""

from __future__ import annotations

import os

import pytest

LONG = pytest.mark.timeout(600)
"""For tests that take long or drive a browser; all others have the limit that stands in pyproject.toml."""


@pytest.fixture(scope="session", autouse=True)
def no_terminal_of_ours() -> None:
    """Take away the width that the runner of the tests sets: what a command prints is for no terminal, unless told."""
    os.environ.pop("COLUMNS", None)


LARGE = ("regional-office", "headquarters")
"""Cases of `data/` whose tests are among the slow ones wherever a test goes through the cases by name."""


@pytest.hookimpl(tryfirst=True)  # before those that are slow are left out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        in_a_browser = item.get_closest_marker("browser") is not None  # these are run by themselves anyway
        if not in_a_browser and any(large in item.name.partition("[")[2] for large in LARGE):
            item.add_marker(pytest.mark.slow)
        takes_long = item.get_closest_marker("slow") or item.get_closest_marker("browser")
        if takes_long and item.get_closest_marker("timeout") is None:
            item.add_marker(LONG)
