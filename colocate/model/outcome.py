"""What evaluating a case gives: for each option its lines, its money in every book and view, access, mandate, gates."""

from __future__ import annotations

from dataclasses import dataclass

from colocate.case import Case
from colocate.model.bundles import LineMeans
from colocate.model.costs.line import Line
from colocate.model.options import JudgedOption, Options
from colocate.model.prices import Prices
from colocate.quantity import Array


@dataclass(frozen=True, kw_only=True)
class OptionOutcome(JudgedOption):
    """All that the model finds about one option.

    `one_off_by_year` has the agency's one-off budget, of shape `(years, 1 or draws)`. `line_means` has the mean of each
    line over the draws, where they were asked for.
    """

    lines: tuple[Line, ...]
    one_off_by_year: Array
    line_means: LineMeans


@dataclass(frozen=True, kw_only=True)
class Outcome(Options[OptionOutcome]):
    """The outcome of a case."""

    case: Case
    prices: Prices
