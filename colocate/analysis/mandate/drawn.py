"""A case with every uncertain figure in it as it was drawn: for parts of an option that the results add up."""

from __future__ import annotations

from colocate.case import Case
from colocate.case.replacing import with_figures
from colocate.model.futures import Futures
from colocate.model.outcome import Outcome
from colocate.model.prices import Prices, prices_of


def drawn_of(found: Futures | Outcome) -> tuple[Case, Prices]:
    """Give the case with its draws in place of figures, and its prices; an outcome's single figures as they are."""
    if not isinstance(found, Futures):
        return found.case, found.prices
    drawn = with_figures(found.case, found.figures)
    return drawn, prices_of(drawn)
