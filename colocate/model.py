"""Evaluate a case: the one place where costs, access and criteria meet."""

from __future__ import annotations

from colocate.access import option_access
from colocate.case import Case
from colocate.costs import option_lines
from colocate.costs.premises import stay_of
from colocate.costs.travel import TravelNeed
from colocate.criteria import gates_of, government_of, mandate_of
from colocate.outcome import OptionOutcome, Outcome
from colocate.prices import prices_of
from colocate.totals import add_up


def evaluate(case: Case, draws: int | None = None, seed: int | None = None) -> Outcome:
    """Work out every option of a case, in money, access, mandate and the government's wish.

    The figures are those of the central case: every quantity at its mode. Draws over the ranges are not in this
    version; asking for them raises NotImplementedError rather than giving one number for a range.
    """
    if draws is not None or seed is not None:
        raise NotImplementedError("this version works out the central case only: leave out draws and seed")
    prices = prices_of(case)
    reached = {option.id: option_access(case, option) for option in case.options}
    nothing = TravelNeed(0.0, 0.0)
    needs = {option: nothing if access is None else access.travel for option, access in reached.items()}
    options = []
    for option in case.options:
        lines = option_lines(case, option, prices, needs)
        mandate = mandate_of(case, option)
        options.append(
            OptionOutcome(
                option=option,
                stay=stay_of(case, option),
                lines=lines,
                money=add_up(lines, prices),
                access=reached[option.id],
                mandate=mandate,
                government=government_of(option),
                gates=gates_of(case, option, mandate),
            )
        )
    return Outcome(case, prices, tuple(options))
