"""Expected values of a case worked out with single figures: those figures themselves."""

from __future__ import annotations

from colocate.model.costs.line import Line
from colocate.model.expected import Expected, OptionExpected, area_in_use, line_mean, names_of
from colocate.model.outcome import OptionOutcome, Outcome
from colocate.model.totals import present_amounts
from colocate.quantity import Figure


def expected_of(outcome: Outcome) -> Expected:
    options = tuple(_option(option, outcome) for option in outcome.options)
    return Expected(case=outcome.case, options=options, draws=None, varies=False)


def _months(line: Line) -> Figure:
    """When in each year the amount of a line falls; 0 of one that is spread over its years."""
    if line.paid is not None:
        return line.paid.months[:, 0]
    return 0.0 if line.month is None else line.month


def _option(option: OptionOutcome, outcome: Outcome) -> OptionExpected:
    lines = [
        line_mean(
            name,
            line.amounts,
            present_amounts(line, outcome.prices),
            line.amounts[:, 0] * _months(line),
        )
        for name, line in zip(names_of(option.lines), option.lines, strict=True)
    ]
    return OptionExpected(
        option=option.option,
        stay=option.stay,
        area_by_year=area_in_use(option.stay, outcome.case.horizon_years),
        lines=tuple(lines),
        money=option.money,
        present_by_payer=option.present_by_payer,
        access=option.access,
        mandate=option.mandate,
        government=option.government,
        gates=option.gates,
    )
