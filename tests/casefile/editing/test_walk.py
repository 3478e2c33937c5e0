"""Whatever is done to a case, in whatever order: nothing that was taken is lost, and no step fails."""

from __future__ import annotations

import random
from collections.abc import Callable
from importlib import resources

import pytest

from colocate.casefile.editing.state import Editing, begin
from colocate.casefile.template import template_text
from tests.casefile.editing.test_written import DIALECTS
from tests.casefile.editing.walking import opened, stepped
from tests.examples import many

STEPS = 60


def short() -> Editing:
    return begin("short.toml", template_text("short", ""), {})


def full() -> Editing:
    rows = resources.files("colocate.casefile").joinpath("template-constituents.csv").read_bytes()
    return begin("full.toml", template_text("full", "rows.csv"), {"rows.csv": rows})


BEGINNINGS: dict[str, Callable[[], Editing]] = {
    "hanoi": lambda: opened("hanoi"),
    "regional-office": lambda: opened("regional-office"),
    "national-coordinator": lambda: opened("national-coordinator"),
    "short": short,
    "full": full,
    "dialects": lambda: begin("odd.toml", DIALECTS, {}),
    "nothing": lambda: begin("nothing.toml", "format = 1", {}),
}


def walked(name: str, seed: int, steps: int) -> Editing:
    chance = random.Random(f"{name} {seed}")  # noqa: S311
    editing = BEGINNINGS[name]()
    for _ in range(steps):
        editing = stepped(chance, editing)
        assert editing.is_good or editing.faults
        if editing.is_good:
            assert editing.good is not None
            assert editing.good.text == editing.text
    return editing


@pytest.mark.parametrize("name", BEGINNINGS)
@pytest.mark.slow
def test_a_walk_loses_nothing(name: str) -> None:
    walked(name, 1, STEPS)


@pytest.mark.slow
@pytest.mark.parametrize("name", BEGINNINGS)
def test_a_long_walk_loses_nothing(name: str) -> None:
    walked(name, 2, many(1000, 60))
