"""Hostile cases: documents taken apart, figures at the ends of what they can be, files whose bytes are spoilt."""

from __future__ import annotations

from functools import partial
from random import Random

from colocate.casefile.changing import Value, change
from colocate.casefile.reading import check_document, read_case
from colocate.quantity import Quantity
from tests.fuzz.bases import one_of_the_bases
from tests.fuzz.checking import case_or_faults
from tests.fuzz.mutating import spoilt_bytes, spoilt_document

RANGE = ("low", "mode", "high")


def a_document(random: Random) -> None:
    """A document after several mutations."""
    base = one_of_the_bases(random)
    document = spoilt_document(random, base.document, base.places)
    case_or_faults(random, lambda: check_document(document, base.beside))


def extreme_figures(random: Random) -> None:
    """Some figures, or all, held at an end of what they can be, or with a range that reaches there.

    Where they are refused, half of them are tried, and half of those, so that some are not.
    """
    base = one_of_the_bases(random)
    figures = list(base.case.quantities.values())
    some = random.sample(figures, min(len(figures), random.choice((1, 2, 5, 20, len(figures)))))
    while some:
        changes: dict[str, Value] = {}
        for quantity in some:
            changes |= _changes(random, quantity)
        if case_or_faults(random, partial(change, base.case, changes)):
            return
        some = some[: len(some) // 2]


def a_text(random: Random) -> None:
    """A case file whose bytes are spoilt."""
    base = one_of_the_bases(random)
    content = spoilt_bytes(random, base.text.encode())
    case_or_faults(random, lambda: read_case(content, base.beside))


def _extreme(random: Random, quantity: Quantity) -> float:
    least, most = max(quantity.least, -1e15), min(quantity.most, 1e15)
    mode = quantity.mode
    near = (least, most, most / 2, 0.0, 1e-9, 1e-6, mode, mode * 1e3, mode * 1e-3, -mode, round(mode), random.random())
    return float(random.choice((*near, random.uniform(least, most))))


def _changes(random: Random, quantity: Quantity) -> dict[str, Value]:
    if random.random() < 0.5:
        return {quantity.path: _extreme(random, quantity)}
    return dict(zip((f"{quantity.path}.{end}" for end in RANGE), _ends(random, quantity), strict=True))


def _ends(random: Random, quantity: Quantity) -> list[float]:
    ends = sorted(_extreme(random, quantity) for _ in RANGE)
    return ends if random.random() < 0.95 else ends[::-1]
