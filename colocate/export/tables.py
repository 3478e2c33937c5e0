"""Tables as CSV: every line of every option, the options' money, access, the mandate, and every figure of the case.

Made for spreadsheets: UTF-8 with a mark at the beginning, so that Excel reads accents; numbers in full, with a point;
and no cell of words that a spreadsheet could take for a formula.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from colocate.analysis.money.budget import one_off_budget
from colocate.analysis.money.provenance import provenance as provenance_of
from colocate.analysis.money.returns import Answer, returns
from colocate.export.tables_of_mandate import coordinator_rows, government_rows, mandate_rows
from colocate.export.writing import fresh
from colocate.model.costs.line import Line, LineKey, keys_of
from colocate.model.outcome import OptionOutcome, Outcome
from colocate.model.totals import BOOKS, VIEWS, BookName, View, present_amounts
from colocate.quantity import central_of
from colocate.words.mandate_tables import COORDINATOR_COLUMNS, GOVERNMENT_COLUMNS, MANDATE_COLUMNS

Cell = str | float | int | None
Rows = Iterable[Sequence[Cell]]
Origins = Mapping[LineKey, tuple[str, ...]]

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_tables(outcome: Outcome, folder: Path, provenance: Origins | None = None) -> list[Path]:
    """Write the six tables into a folder and give their paths; files of the same names are replaced.

    `provenance` is what `analysis.provenance.provenance` gives; it is worked out where it is left out.
    """
    origins = provenance_of(outcome.case) if provenance is None else provenance
    years = [f"year {year + 1}" for year in range(outcome.case.horizon_years)]
    tables: dict[str, tuple[Sequence[str], Rows]] = {
        "lines.csv": ((*LINE_COLUMNS, *years, "total", "present value"), _lines(outcome, origins)),
        "options.csv": (OPTION_COLUMNS, _options(outcome)),
        "mandate.csv": (MANDATE_COLUMNS, mandate_rows(outcome)),
        "government.csv": (GOVERNMENT_COLUMNS, government_rows(outcome)),
        "coordinators.csv": (COORDINATOR_COLUMNS, coordinator_rows(outcome)),
        "assumptions.csv": (ASSUMPTION_COLUMNS, _assumptions(outcome)),
    }
    return [write_table(folder, name, columns, rows) for name, (columns, rows) in tables.items()]


def write_table(folder: Path, name: str, columns: Sequence[str], rows: Rows) -> Path:
    """Write one table into a folder and give its path; a file of the same name is replaced."""
    path = fresh(folder, name)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file, lineterminator="\r\n")
        table.writerow(columns)
        table.writerows([_cell(cell) for cell in row] for row in rows)
    return path


def harmless(words: str) -> str:
    """Put an apostrophe before words that a spreadsheet could take for a formula.

    >>> harmless("=1+1"), harmless("rent"), harmless(" @sum")
    ("'=1+1", 'rent', "' @sum")
    """
    risky = words.startswith(FORMULA_STARTS) or words.lstrip().startswith(FORMULA_STARTS)
    return f"'{words}" if risky else words


def _cell(cell: Cell) -> str:
    """Write a cell: words made harmless, numbers with every digit they have, nothing for None."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(cell.replace("\x00", ""))
    if isinstance(cell, int):
        return str(cell)
    return repr(float(cell) + 0.0)


LINE_COLUMNS = (
    "option",
    "option name",
    "category",
    "name",
    "payer",
    "fund",
    "nature",
    "one-time or recurring",
    "monetary or labour",
    "driver",
    "month",
    "formula",
    "quantities",
)


def _lines(outcome: Outcome, origins: Origins) -> Iterable[Sequence[Cell]]:
    for option in outcome.options:
        for key, line in zip(keys_of(option.lines), option.lines, strict=True):
            yield (*_line(option, line, origins.get(key, ())), *_sums(outcome, line))


def _line(option: OptionOutcome, line: Line, behind: tuple[str, ...]) -> tuple[Cell, ...]:
    return (
        option.id,
        option.name,
        line.category,
        line.name,
        line.payer,
        line.fund,
        line.nature,
        "one-time" if line.one_time else "recurring",
        "labour" if line.labour else "monetary",
        line.driver,
        None if line.month is None else central_of(line.month),
        line.formula,
        "; ".join(behind),
    )


def _sums(outcome: Outcome, line: Line) -> tuple[Cell, ...]:
    amounts = line.amounts[:, 0]
    present = present_amounts(line, outcome.prices)[:, 0]
    return (*(float(amount) for amount in amounts), float(amounts.sum()), float(present.sum()))


OPTION_COLUMNS = (
    "option",
    "option name",
    "baseline",
    "book",
    "view",
    "currency",
    "years",
    "total",
    "present value",
    "equivalent annual cost",
    "present value less baseline",
    "payback years",
    "payback in words",
    "discounted payback years",
    "discounted payback in words",
    "internal rate of return",
    "internal rate of return in words",
    "one-off budget of the agency",
    "gates failed",
    "gates open",
)


def _options(outcome: Outcome) -> Iterable[Sequence[Cell]]:
    for option in outcome.options:
        for book in BOOKS:
            for view in VIEWS:
                yield _option(outcome, option, book, view)


def _option(outcome: Outcome, option: OptionOutcome, book: BookName, view: View) -> tuple[Cell, ...]:
    money, case = option.money[book, view], outcome.case
    earned = returns(outcome, option.id, book, view)
    return (
        option.id,
        option.name,
        "yes" if option is outcome.baseline else "no",
        book,
        view,
        case.currency,
        case.horizon_years,
        float(money.total[0]),
        float(money.present_value[0]),
        float(money.equivalent_annual[0]),
        float(outcome.against_baseline(option.id, book, view).present_value[0]),
        *_answer(earned.payback),
        *_answer(earned.discounted_payback),
        *_answer(earned.internal_rate_of_return),
        float(one_off_budget(option)[:, 0].sum()),
        "; ".join(gate.name for gate in option.fails),
        "; ".join(gate.name for gate in option.open_gates),
    )


def _answer(answer: Answer) -> tuple[float | None, str]:
    return answer.value, answer.words


ASSUMPTION_COLUMNS = (
    "path",
    "label",
    "value",
    "unit",
    "low",
    "high",
    "shape",
    "probability",
    "quality",
    "source",
    "lever",
    "mode",
    "settled",
)


def _assumptions(outcome: Outcome) -> Iterable[Sequence[Cell]]:
    for one in outcome.case.quantities.values():
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
        )
