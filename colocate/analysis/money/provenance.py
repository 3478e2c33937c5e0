"""The way back from every result line to the quantities of the case that it was worked out from."""

from __future__ import annotations

from colocate.case import Case
from colocate.model.costs.line import LineKey, keys_of
from colocate.model.evaluate import evaluate
from colocate.model.tracing import origins_of, trace


def provenance(case: Case) -> dict[LineKey, tuple[str, ...]]:
    """Give, for each line of the case by its key, the paths of the quantities behind it, in the case's order."""
    order = {path: place for place, path in enumerate(case.quantities)}
    return {
        key: tuple(
            sorted(origins_of([line.amounts, line.month, line.paid and line.paid.months]), key=order.__getitem__)
        )
        for option in evaluate(trace(case)).options
        for key, line in zip(keys_of(option.lines), option.lines, strict=True)
    }
