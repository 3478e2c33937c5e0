"""Two versions of a case, and two cases drawn at random, for tests of what is between them."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import strategies as st

from colocate.casefile.reading import faults_of_document
from tests.examples import Record
from tests.strategies import documents

MOST_CHANGES = 6
FACTORS = (0.5, 0.8, 0.97, 1.03, 1.25, 2.0)
NUMBERS = ("low", "mode", "high")


def figures_in(written: Any) -> Iterator[Record]:
    """Every figure that is written as a table, wherever it stands."""
    if isinstance(written, dict):
        if "unit" in written:
            yield written
        for one in written.values():
            yield from figures_in(one)
    elif isinstance(written, list):
        for one in written:
            yield from figures_in(one)


def lists_in(written: Any) -> Iterator[list[Any]]:
    """Every list of costs or receipts of an option, of which one can be taken out."""
    for option in written["options"]:
        yield from (option[name] for name in ("running", "income", "one_offs", "contributions") if option.get(name))


@st.composite
def versions(draw: Callable[[Any], Any]) -> tuple[Record, Record]:
    """A case and another version of it: a few figures, terms or records differ, and both are without faults."""
    old = draw(documents(years=(1, 8)))
    new = copy.deepcopy(old)
    for _ in range(draw(st.integers(1, MOST_CHANGES))):
        tried = copy.deepcopy(new)
        _change(draw, tried)
        if not faults_of_document(tried):
            new = tried
    return old, new


def _change(draw: Callable[[Any], Any], document: Record) -> None:
    match draw(st.sampled_from(["figure", "figure", "figure", "horizon", "removed", "added", "switch", "driver"])):
        case "figure":
            figures = list(figures_in(document))
            if figures:
                figure = figures[draw(st.integers(0, len(figures) - 1))]
                factor = draw(st.sampled_from(FACTORS))
                figure |= {name: figure[name] * factor for name in NUMBERS if name in figure}
        case "horizon":
            document["horizon_years"] += draw(st.integers(1, 3))
        case "removed":
            lists = list(lists_in(document))
            if lists:
                lists[draw(st.integers(0, len(lists) - 1))].pop()
        case "added":
            cost = {
                "name": "Something new",
                "category": "other running",
                "amount": 1234,
                "driver": document["drivers"][0]["id"],
            }
            document["options"][0].setdefault("running", []).append(cost)
        case "switch":
            for service in document.get("back_office", ()):
                service["opt_in"] = not service.get("opt_in", False)
        case _:
            driver = {"id": "another", "name": "Another", "growth": {"low": 1, "high": 4, "unit": "%/year"}}
            driver["growth"] |= {"source": "assumed here", "quality": "assumed"}
            document["drivers"].append(driver)
            for cost in document["options"][0].get("running", ()):
                cost["driver"] = "another"
