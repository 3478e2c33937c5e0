"""Small tables to weigh: values typed in, on scales from 0 to 100, so that what comes out can be worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from colocate.analysis.weighing.scales import Scale, Weighable
from colocate.case import Case
from colocate.quantity import Array
from tests.examples import office_case, option

FOUR = ("money", "access", "mandate", "government")


def scales_to_hundred(*criteria: str) -> tuple[Scale, ...]:
    """Scales on which a measure is its own value."""
    return tuple(Scale(name, "points", 0.0, 100.0) for name in criteria)


def table_of(rows: Sequence[Sequence[float]], *criteria: str, draws: int = 1) -> Weighable:
    """Options `a`, `b`, ... with these values, the same in every draw."""
    return drawn_table(np.repeat(np.array(rows, dtype=float)[:, :, None], draws, axis=2), *criteria)


def drawn_table(values: Array, *criteria: str) -> Weighable:
    """Options with these values in each draw, shape `(options, criteria, draws)`."""
    names = criteria or FOUR[: values.shape[1]]
    options = tuple("abcdefgh"[: values.shape[0]])
    return Weighable(
        case=case_of(options),
        scales=scales_to_hundred(*names),
        options=options,
        measures=values,
        left_out=(),
        failing=(),
    )


@cache
def case_of(options: tuple[str, ...]) -> Case:
    """A case that has options of these ids, named by them in capitals."""
    return office_case(*(option(one) for one in options))
