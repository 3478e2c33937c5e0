"""Recorded lines as plain ones: the same figures, without what they remember."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from colocate.model.costs.line import Line
from colocate.model.payments import Payments
from colocate.model.recording.arrays import plain_of


def plain_line(line: Line) -> Line:
    """Give a line in plain figures."""
    moment, paid = line.moment, line.paid
    return line._replace(
        multiplied=tuple(factor._replace(value=_plain(factor.value)) for factor in line.multiplied),
        moment=None
        if moment is None
        else replace(
            moment,
            month=_plain(moment.month),
            year=_plain(moment.year),
            counts=_plain(moment.counts),
            discount=_plain(moment.discount),
        ),
        paid=None if paid is None else Payments(_plain(paid.months), _plain(paid.discount)),
    )


def _plain(value: Any) -> Any:
    plain = plain_of(value)
    return float(plain) if isinstance(plain, np.ndarray) and plain.ndim == 0 else plain
