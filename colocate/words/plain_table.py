"""The plain table that stands before any weighing: every option by every criterion, with ranges, nothing folded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from colocate.analysis.uncertainty.odds import range_of
from colocate.analysis.weighing.scales import TITLES, own_points
from colocate.model.futures import Futures
from colocate.model.outcome import OptionOutcome
from colocate.model.totals import HEADLINE, BookName, View
from colocate.quantity import Figure
from colocate.words.language import Language
from colocate.words.mandate import score_in_words
from colocate.words.money import BOOK_NAMES
from colocate.words.numbers import about, listed, number

NOT_STATED = "not stated"


@dataclass(frozen=True)
class PlainRow:
    """A criterion in words, with one pair of words for each option of the case: what it measures, and its range."""

    title: str
    explanation: str
    cells: tuple[tuple[str, str], ...]


def plain_table(
    futures: Futures, book: BookName = HEADLINE[0], view: View = HEADLINE[1], locale: str = "en"
) -> tuple[PlainRow, ...]:
    """Write the table: gates first, then money, access, mandate, the government's wish, and the case's own criteria."""
    case, options = futures.case, futures.central.options
    counted = "cash" if view == "cash" else "cash and staff time valued in money"
    rows = [
        PlainRow("Gates", "An option that fails one is not weighed.", tuple(_gates(one) for one in options)),
        PlainRow(
            TITLES["money"],
            f"Cost over {case.horizon_years} years in today's money, {counted}, for {BOOK_NAMES[book]}.",
            tuple(_money(futures, one, book, view, locale) for one in options),
        ),
        PlainRow(
            TITLES["access"],
            "Points from 0 (out of reach) to 100 (near for all), over the groups of constituents.",
            tuple(_access(futures, one, locale) for one in options),
        ),
        PlainRow(
            TITLES["mandate"],
            "Part of the safeguards that are kept, 0 to 100 points.",
            tuple(_mandate(one, locale) for one in options),
        ),
        PlainRow(
            TITLES["government"],
            "Step on a described scale of five.",
            tuple(_government(one) for one in options),
        ),
    ]
    for own in case.criteria:
        explanation = f"0 points: {own.worst}. 100 points: {own.best}."
        cells = tuple(_own(futures, option.id, own.id, locale) for option in options)
        rows.append(PlainRow(own.name, explanation, cells))
    return tuple(rows)


def _gates(option: OptionOutcome) -> tuple[str, str]:
    if option.fails:
        return f"fails: {listed([gate.name for gate in option.fails])}", "not weighed"
    if option.open_gates:
        return "passes so far", f"open: {listed([gate.name for gate in option.open_gates])}"
    return "passes", ""


def _money(futures: Futures, option: OptionOutcome, book: BookName, view: View, locale: str) -> tuple[str, str]:
    currency = futures.case.currency
    central = about(float(option.money[book, view].present_value[0]), currency, locale)
    drawn = futures.option(option.id).money[book, view].present_value
    return central, _range(drawn, lambda value: about(value, currency, locale))


def _access(futures: Futures, option: OptionOutcome, locale: str) -> tuple[str, str]:
    drawn = futures.option(option.id).access
    if option.access is None or drawn is None or not option.access.group_scores:
        return NOT_STATED, ""
    central = f"{number(float(option.access.tripartite[0]), locale)} points"
    return central, _range(drawn.tripartite, lambda value: number(value, locale))


def _mandate(option: OptionOutcome, locale: str) -> tuple[str, str]:
    return score_in_words(option.mandate, Language(locale)), ""


def _government(option: OptionOutcome) -> tuple[str, str]:
    wish = option.government
    if wish.step is None:
        return NOT_STATED, ""
    return f"step {wish.step} of 5", wish.words.partition(": ")[0]


def _own(futures: Futures, option: str, criterion: str, locale: str) -> tuple[str, str]:
    found = own_points(futures, option, criterion)
    if found is None:
        return NOT_STATED, ""
    drawn, central = found
    return f"{number(central, locale)} points", _range(drawn, lambda value: number(value, locale))


def _range(drawn: Figure, write: Callable[[float], str]) -> str:
    """Write the range of 90 of 100 futures; empty where the words tell no difference."""
    found = range_of(np.asarray(drawn, dtype=np.float64))
    low, high = write(found.low), write(found.high)
    return "" if low == high else f"{low} to {high}"
