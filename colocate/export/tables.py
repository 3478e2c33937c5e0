"""Tables as CSV: every line of every option and its worked example, the options' money, the mandate, every figure.

Made for spreadsheets: UTF-8 with a mark at the beginning, so that Excel reads accents; numbers in full, with a point;
and no cell of words that a spreadsheet could take for a formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from colocate.analysis.money.budget import one_off_budget
from colocate.analysis.money.provenance import provenance as provenance_of
from colocate.analysis.money.returns import Answer, returns
from colocate.analysis.uncertainty.odds import range_of
from colocate.export.tables_of_mandate import coordinator_rows, government_rows, mandate_rows, ruled_out_rows
from colocate.model.costs.line import LineKey, keys_of
from colocate.model.expected import Expected, OptionExpected
from colocate.model.futures import Futures
from colocate.model.outcome import Outcome
from colocate.model.totals import BOOKS, VIEWS, Reading, present_amounts
from colocate.quantity import Array, central_of
from colocate.safe import for_csv
from colocate.stopping import looking
from colocate.words.mandate_tables import (
    COORDINATOR_COLUMNS,
    GOVERNMENT_COLUMNS,
    MANDATE_COLUMNS,
    RULED_OUT_COLUMNS,
)
from colocate.words.money import payback_in_words, rate_in_words
from colocate.words.money_columns import (
    ASSUMPTION_COLUMNS,
    LABOUR,
    LINE_COLUMNS,
    MONETARY,
    ONE_TIME,
    OPTION_COLUMNS,
    RECURRING,
    WORKED_COLUMNS,
    year_columns,
)

Cell = str | float | int | None
Rows = Iterable[Sequence[Cell]]
Files = Iterator[tuple[str, bytes]]
"""Files by their names, one after another."""

Origins = Mapping[LineKey, tuple[str, ...]]


def tables(futures: Futures, provenance: Origins | None = None) -> Files:
    """Give the eight tables by the names of their files.

    Amounts are expected values, but for the worked example, which has every figure at its most likely value.
    `provenance` is what `analysis.provenance.provenance` gives; it is worked out where it is left out.
    """
    origins = provenance_of(futures.case) if provenance is None else provenance
    by_year = year_columns(futures.case.horizon_years)
    every: dict[str, tuple[Sequence[str], Rows]] = {
        "lines.csv": ((*LINE_COLUMNS, *by_year), _lines(futures.expected, origins)),
        "worked_example.csv": ((*WORKED_COLUMNS, *by_year), _worked_lines(futures.central, origins)),
        "options.csv": (OPTION_COLUMNS, _options(futures)),
        "mandate.csv": (MANDATE_COLUMNS, mandate_rows(futures)),
        "government.csv": (GOVERNMENT_COLUMNS, government_rows(futures)),
        "coordinators.csv": (COORDINATOR_COLUMNS, coordinator_rows(futures)),
        "ruled_out.csv": (RULED_OUT_COLUMNS, ruled_out_rows(futures.case)),
        "assumptions.csv": (ASSUMPTION_COLUMNS, _assumptions(futures)),
    }
    for name, (columns, rows) in every.items():
        yield name, table(columns, rows)


def table(columns: Sequence[str], rows: Rows) -> bytes:
    """Give one table as the bytes of its file."""
    cells = [[_cell(cell) for cell in row] for row in looking(rows)]
    text = io.StringIO(newline="")
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(columns)
    lines.writerows(cells)
    return text.getvalue().encode("utf-8-sig", errors="replace")


def _cell(cell: Cell) -> str:
    """Write a cell: words made harmless, numbers with every digit they have, nothing for None."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return for_csv(cell)
    if isinstance(cell, int):
        return str(cell)
    return repr(float(cell) + 0.0)


def _lines(expected: Expected, origins: Origins) -> Iterable[Sequence[Cell]]:
    for option in expected.options:
        for line in option.lines:
            yield (
                *_names(option.name, line.key),
                ONE_TIME if line.one_time else RECURRING,
                LABOUR if line.labour else MONETARY,
                "; ".join(origins.get(line.key, ())),
                *_sums(line.amounts, line.present),
            )


def _worked_lines(outcome: Outcome, origins: Origins) -> Iterable[Sequence[Cell]]:
    """Give every line of the most likely case with its formula."""
    for option in outcome.options:
        for key, line in zip(keys_of(option.lines), option.lines, strict=True):
            yield (
                *_names(option.name, key),
                line.driver,
                None if line.month is None else central_of(line.month),
                line.formula,
                "; ".join(origins.get(key, ())),
                *_sums(line.amounts, present_amounts(line, outcome.prices)),
            )


def _names(option_name: str, key: LineKey) -> tuple[Cell, ...]:
    return (key.option, option_name, key.category, key.name, key.payer, key.fund, key.nature)


def _sums(amounts: Array, present: Array) -> tuple[Cell, ...]:
    return (*(float(amount) for amount in amounts[:, 0]), float(amounts[:, 0].sum()), float(present[:, 0].sum()))


def _options(futures: Futures) -> Iterable[Sequence[Cell]]:
    for option in futures.expected.options:
        for book in BOOKS:
            for view in VIEWS:
                yield _option(futures, option, Reading(book, view))


def _option(futures: Futures, option: OptionExpected, reading: Reading) -> tuple[Cell, ...]:
    expected, case, money = futures.expected, futures.case, option.money[reading]
    earned = returns(expected, option.id, *reading)
    found = range_of(futures.option(option.id).money[reading].present_value)
    return (
        option.id,
        option.name,
        "yes" if option is expected.baseline else "no",
        reading.book,
        reading.view,
        case.currency,
        case.horizon_years,
        float(money.total[0]),
        float(money.present_value[0]),
        found.low,
        found.high,
        float(money.equivalent_annual[0]),
        float(expected.against_baseline(option.id, *reading).present_value[0]),
        *_answer(earned.payback, payback_in_words),
        *_answer(earned.discounted_payback, payback_in_words),
        *_answer(earned.internal_rate_of_return, rate_in_words),
        float(one_off_budget(option)[:, 0].sum()),
        "; ".join(gate.name for gate in option.fails),
        "; ".join(gate.name for gate in option.open_gates),
    )


def _answer(answer: Answer, in_words: Callable[[Answer], str]) -> tuple[float | None, str]:
    return answer.value, in_words(answer)


def _assumptions(futures: Futures) -> Iterable[Sequence[Cell]]:
    for one in futures.case.quantities.values():
        yield (
            one.path,
            one.label,
            float(one.value),
            one.unit,
            float(one.low),
            float(one.high),
            one.shape,
            one.probability,
            one.quality,
            one.source,
            "yes" if one.lever else "no",
            float(one.mode),
            one.settled,
            one.plan,
            one.reference_class,
            one.default,
        )
