"""Tables as CSV of what the draws say: odds and ranges, swings, switching values, the worth of finding figures out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from colocate.analysis.deciding.decisive import FigureWorth
from colocate.analysis.deciding.what_would_change import WhatChanges
from colocate.analysis.uncertainty.odds import Odds, Range, odds
from colocate.export.tables import Cell, Files, table
from colocate.model.futures import Futures
from colocate.model.totals import BOOKS, VIEWS, BookName, View
from colocate.quantity import Quantity
from colocate.words.futures_columns import (
    EVERYTHING,
    ODDS_COLUMNS,
    PARTS,
    SWITCHING_COLUMNS,
    TORNADO_COLUMNS,
    WORTH_COLUMNS,
)
from colocate.words.naming import name_of

Row = Sequence[Cell]


def tables_of_futures(futures: Futures, found: WhatChanges) -> Files:
    """Give the four tables by the names of their files."""
    yield "odds.csv", table(ODDS_COLUMNS, odds_rows(futures))
    yield "switching.csv", table(SWITCHING_COLUMNS, _switching(found))
    yield "worth.csv", table(WORTH_COLUMNS, _worth(found))
    yield "tornado.csv", table(TORNADO_COLUMNS, _tornado(found))


def odds_rows(futures: Futures) -> Iterable[Row]:
    """Give a row for each option, book and view, under `ODDS_COLUMNS`."""
    found = {(book, view): odds(futures, book, view) for book in BOOKS for view in VIEWS}
    for place in range(len(futures.options)):
        for (book, view), told in found.items():
            yield _odds_row(futures, told[place], book, view)


def _odds_row(futures: Futures, one: Odds, book: BookName, view: View) -> Row:
    ranges = (one.present_value, one.total, one.equivalent_annual, one.saving, one.one_off)
    return (
        one.option,
        one.name,
        _yes_or_no(one.option == futures.baseline.id),
        _yes_or_no(one.ranked),
        book,
        view,
        futures.case.currency,
        futures.draws,
        futures.seed,
        one.cheapest,
        one.cheaper_than_baseline,
        one.regret,
        one.fits,
        *(value for each in ranges for value in _parts(each)),
    )


def _parts(one: Range | None) -> Row:
    return (None,) * len(PARTS) if one is None else (one.mean, one.low, one.high)


def _switching(found: WhatChanges) -> Iterable[Row]:
    """Give a row for each switching value, and one for each figure that has none."""
    for one in found.by_path.values():
        crossings = one.switching.crossings
        described = (*_figure(found, one.quantity), *_range(one), len(crossings))
        for crossing in crossings:
            yield (*described, crossing.value, crossing.below, crossing.above)
        if not crossings:
            yield (*described, None, None, None)


def _worth(found: WhatChanges) -> Iterable[Row]:
    """Give the worth of finding out everything, then that of each figure, the largest first."""
    futures, everything = found.futures, found.deciding.everything
    currency, drawn = futures.case.currency, (futures.draws, futures.seed)
    counts = everything.value > 0
    yield ("", EVERYTHING, "", currency, everything.value, everything.standard_error, _yes_or_no(counts), *drawn)
    for one in found.deciding.figures:
        figure = _figure(found, one.quantity)
        yield (*figure, currency, one.worth.value, one.worth.standard_error, _yes_or_no(one.counts), *drawn)


def _tornado(found: WhatChanges) -> Iterable[Row]:
    """Give every swing, the widest first: what the one option costs less than the other."""
    pair, expected = found.pair, found.swings.expected
    for one in found.swings.swings:
        yield (
            *_figure(found, one.quantity),
            *_range(found.by_path[one.quantity.path]),
            pair.first,
            pair.second,
            found.futures.case.currency,
            one.at_low,
            expected,
            one.at_high,
            _yes_or_no(one.confirmed),
        )


def _figure(found: WhatChanges, quantity: Quantity) -> tuple[str, str, str]:
    return quantity.path, name_of(found.futures.case, quantity, with_option=True), quantity.unit


def _range(one: FigureWorth) -> tuple[float, float, float]:
    return float(one.quantity.low), one.expected, float(one.quantity.high)


def _yes_or_no(is_so: bool) -> str:
    return "yes" if is_so else "no"
