"""Futures of the outcomes that tests share, drawn once."""

from __future__ import annotations

import colocate
from colocate.model.futures import Futures
from colocate.model.outcome import Outcome

FEW = 64


def drawn(outcome: Outcome) -> Futures:
    """A few possible futures of the outcome's case."""
    return colocate.evaluate(outcome.case, FEW)
