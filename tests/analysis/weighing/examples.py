"""Small tables to weigh: values typed in, on scales from 0 to 100, so that what comes out can be worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from colocate.analysis.weighing.scales import Scale, Weighable
from colocate.quantity import Array

FOUR = ("money", "access", "mandate", "government")


def scales_to_hundred(*criteria: str) -> tuple[Scale, ...]:
    """Scales on which a measure is its own value."""
    return tuple(Scale(name, name.capitalize(), "points", 0.0, 100.0) for name in criteria)


def table_of(rows: Sequence[Sequence[float]], *criteria: str, draws: int = 1) -> Weighable:
    """Options `a`, `b`, ... with these values, the same in every draw."""
    central = np.array(rows, dtype=float)
    return drawn_table(np.repeat(central[:, :, None], draws, axis=2), *criteria, central=central)


def drawn_table(values: Array, *criteria: str, central: Array | None = None) -> Weighable:
    """Options with these values in each draw, shape `(options, criteria, draws)`; central is the mean unless told."""
    names = criteria or FOUR[: values.shape[1]]
    options = tuple("abcdefgh"[: values.shape[0]])
    middle = values.mean(axis=2) if central is None else central
    return Weighable(
        scales=scales_to_hundred(*names),
        options=options,
        names=tuple(f"Option {one}" for one in options),
        measures=values,
        central=middle,
        left_out=(),
        failing=(),
    )
