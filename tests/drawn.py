"""Futures of the outcomes that tests share, drawn once."""

from __future__ import annotations

import numpy as np

import colocate
from colocate.model.access import OptionAccess
from colocate.model.futures import Futures
from colocate.model.outcome import Outcome
from colocate.quantity import Array

FEW = 64


def minutes_by_draw(access: OptionAccess) -> Array:
    """The minutes of every constituent in every draw, all at once; one column where they are the same in all."""
    return access.ways.at(np.arange(len(access.constituents))).minutes


def scores_by_draw(access: OptionAccess) -> Array:
    """The score of every constituent in every draw, all at once."""
    return access.ways.scores(minutes_by_draw(access))


def drawn(outcome: Outcome) -> Futures:
    """A few possible futures of the outcome's case."""
    return colocate.evaluate(outcome.case, FEW)
