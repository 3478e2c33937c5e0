"""Tables as CSV of a weighing: values with their parts, and who comes first without fixed weights."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from colocate.analysis.uncertainty.odds import range_of
from colocate.analysis.weighing.acceptability import Acceptability
from colocate.analysis.weighing.weighing import Weighing
from colocate.export.tables import Cell, Files, table
from colocate.words.weighing_columns import KINDS, VALUE_COLUMNS, rank_columns
from colocate.words.weighing_names import whose

Row = Sequence[Cell]


def tables_of_weighing(found: Weighing, changed: str = "") -> Files:
    """Give the two tables by the names of their files.

    `changed` says that the chosen weights were changed after their result was seen; it stands with their source.
    """
    yield "weighing.csv", table(VALUE_COLUMNS, _values(found, changed))
    yield "acceptability.csv", table(rank_columns(found), _shares(found))


def _values(found: Weighing, changed: str) -> Iterable[Row]:
    """Write a row for each judgement, option and criterion, and one for the sum."""
    table = found.table
    for one in found.several:
        source = " ".join(part for part in (one.source, changed if one is found.chosen else "") if part)
        for place, option in enumerate(table.options):
            for number, scale in enumerate(table.scales):
                drawn = range_of(table.measures[place, number])
                yield (
                    whose(one),
                    source,
                    option,
                    table.case.option(option).name,
                    scale.criterion,
                    scale.unit,
                    float(table.expected[place, number]),
                    drawn.low,
                    drawn.high,
                    scale.worst,
                    scale.best,
                    float(table.expected_values[place, number]),
                    float(one.weights[number]),
                    float(one.parts[place, number]),
                )
            blank = (None,) * 6
            total = float(one.totals[place])
            yield (whose(one), source, option, table.case.option(option).name, "sum", "points", *blank, 1.0, total)


def _shares(found: Weighing) -> Iterable[Row]:
    """Write, for all weights, those in order and those in range, how often each option takes each rank."""
    for words, one in zip(KINDS, (found.anyhow, found.in_order, found.in_range), strict=True):
        yield from _share_rows(found, words, one)


def _share_rows(found: Weighing, words: str, one: Acceptability) -> Iterable[Row]:
    table = found.table
    for place, option in enumerate(table.options):
        centre = one.central_weights[place]
        weights: Row = (None,) * len(table.criteria) if centre is None else centre
        yield (
            words,
            option,
            table.case.option(option).name,
            *one.ranks[place].tolist(),
            *weights,
            one.confidence[place],
        )
