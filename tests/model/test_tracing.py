"""Arrays that remember where they came from: every operation that the model uses keeps the marks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import colocate
from colocate.case.replacing import with_figures
from colocate.model.costs.line import keys_of
from colocate.model.tracing import Traced, origins_of, trace
from tests.documents import DATA_CASES, template_case


def traced(values: Any, *origins: str) -> Any:
    marked = np.asarray(values, dtype=float).view(Traced)
    marked.origins = frozenset(origins)
    return marked


A, B = traced([1.0, 2.0, 3.0], "a"), traced([4.0, 5.0, 6.0], "b")
KEEPS: list[tuple[str, Callable[[], Any], set[str]]] = [
    ("sum", lambda: A + B, {"a", "b"}),
    ("plain on the left", lambda: 2.0 * A, {"a"}),
    ("plain array on the left", lambda: np.ones(3) - A, {"a"}),
    ("power", lambda: A**-B, {"a", "b"}),
    ("comparison", lambda: A < B, {"a", "b"}),
    ("minimum", lambda: np.minimum(A, B), {"a", "b"}),
    ("reduction", lambda: A.sum(axis=0), {"a"}),
    ("accumulation", lambda: np.cumprod(A), {"a"}),
    ("clip", lambda: np.clip(A, 0.0, 2.0), {"a"}),
    ("where", lambda: np.where(A > 1.0, B, 0.0), {"a", "b"}),
    ("stack", lambda: np.stack([A, B]), {"a", "b"}),
    ("concatenate", lambda: np.concatenate([A, np.ones(2)]), {"a"}),
    ("broadcast", lambda: np.broadcast_to(A, (2, 3)), {"a"}),
    ("broadcast together", lambda: np.broadcast_arrays(A, np.ones((2, 1)))[0], {"a"}),
    ("element", lambda: A[0], {"a"}),
    ("slice", lambda: A[1:], {"a"}),
    ("new axis", lambda: A[:, None], {"a"}),
    ("traced index", lambda: A[traced([0, 1], "b").astype(np.intp)], {"a", "b"}),
    ("floor", lambda: np.floor(A / 2), {"a"}),
    ("absolute", lambda: abs(A), {"a"}),
    ("reshape", lambda: np.atleast_2d(A), {"a"}),
    ("in place", lambda: np.add(A, B, out=np.zeros(3)), {"a", "b"}),
]


@pytest.mark.parametrize(("work", "origins"), [row[1:] for row in KEEPS], ids=[row[0] for row in KEEPS])
def test_an_operation_keeps_its_origins(work: Callable[[], Any], origins: set[str]) -> None:
    assert origins_of([work()]) == origins


@pytest.mark.parametrize("work", [row[1] for row in KEEPS], ids=[row[0] for row in KEEPS])
def test_an_operation_gives_what_plain_numbers_give(work: Callable[[], Any]) -> None:
    global A, B
    marked, kept = np.asarray(work()), (A, B)
    A, B = np.asarray(A), np.asarray(B)
    try:
        assert np.array_equal(marked, np.asarray(work()))
    finally:
        A, B = kept


def test_origins_are_found_however_deep() -> None:
    assert origins_of([1.0, (A, [B, None]), "words"]) == {"a", "b"}
    assert origins_of([]) == frozenset()


def test_marks_are_not_written_back_into_what_went_in() -> None:
    _ = A + B
    assert A.origins == {"a"}


@pytest.mark.parametrize("path", [None, *DATA_CASES], ids=lambda path: path.stem if path else "template")
def test_a_traced_case_gives_the_very_same_figures(path: Path | None) -> None:
    case = template_case() if path is None else colocate.load_case(path)
    for plain, marked in zip(colocate.evaluate(case).options, colocate.evaluate(trace(case)).options, strict=True):
        assert keys_of(plain.lines) == keys_of(marked.lines)
        for here, there in zip(plain.lines, marked.lines, strict=True):
            assert np.array_equal(here.amounts, np.asarray(there.amounts))


def test_figures_are_replaced_at_every_place_that_uses_them() -> None:
    case = template_case()
    changed = with_figures(case, {"shared.office_area": 1.0, "drivers[rents].growth": 0.5})
    assert [option.lease.area for option in changed.options] == [1.0, 1.0]
    assert changed.drivers[1].growth == (0.5,)
    assert with_figures(case, {}) == case
    with pytest.raises(KeyError):
        with_figures(case, {"shared.none": 1.0})
