"""The comparison for a terminal: the answer, the four criteria, expected money with its range, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.analysis.deciding.decisive import deciding
from colocate.analysis.depth import how_deep, narrowing
from colocate.analysis.mandate.coordinators import hosting
from colocate.analysis.money.returns import Returns, returns
from colocate.analysis.uncertainty.odds import Odds, odds
from colocate.analysis.verdict import verdict
from colocate.commands.layout import side_by_side, terminal_width, titled, wrapped
from colocate.model.expected import Expected
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE
from colocate.words import compare as words
from colocate.words import criteria
from colocate.words import verdict as answer
from colocate.words.cautions import caution_words
from colocate.words.conditions import conditions
from colocate.words.coordinators import hosting_in_words
from colocate.words.criteria import Row
from colocate.words.depth import depth_in_words, narrowing_in_words
from colocate.words.futures import count_of_hundred, how_drawn
from colocate.words.language import ENGLISH
from colocate.words.money import payback_in_words, rate_in_words
from colocate.words.naming import short_name
from colocate.words.ruled_out import ruled_out_words

Rows = list[tuple[str, Sequence[str]]]

CRITERION = 28
"""The column at which what is said of a criterion begins."""

ROOM_FOR_TWO = 60
"""Columns from which on a criterion and what is said of it stand beside each other."""


def report(futures: Futures) -> str:
    """Write the comparison in lines that fit the terminal."""
    width, case, expected = terminal_width(), futures.case, futures.expected
    found = verdict(futures)
    parts = [titled(case.title, width), "", wrapped(answer.headline(case, found), width)]
    parts += [wrapped(f"- {sentence}", width) for sentence in answer.why(futures, found)]
    for number, option in enumerate(case.options, start=1):
        parts += ["", wrapped(words.option_line(number, option.name), width)]
        parts += _criteria(criteria.rows(case, found), option.id, width)
    parts += ["", wrapped(words.money_heading(futures.draws, expected.varies), width), _money_table(futures, width)]
    if expected.varies:
        parts += [
            "",
            wrapped(words.heading("odds"), width),
            side_by_side(_columns(expected), _odds_rows(odds(futures), case.currency), width),
            wrapped(words.regret_note(), width, "  "),
        ]
    depth = (depth_in_words(how_deep(case)), narrowing_in_words(case, narrowing(deciding(futures))))
    for name, sentences in (
        ("conditions", conditions(futures, found)),
        ("ruled out", ruled_out_words(case)),
        ("coordinators", hosting_in_words(case, hosting(futures))),
        ("cautions", caution_words(expected)),
        ("depth", depth),
    ):
        if sentences:
            parts += ["", wrapped(words.heading(name), width)]
            parts += [wrapped(f"- {sentence}", width) for sentence in sentences]
    if expected.varies:
        parts += ["", wrapped(how_drawn(futures.draws, futures.seed), width)]
    return "\n".join(parts)


def _criteria(rows: Sequence[Row], option: str, width: int) -> list[str]:
    """Write one option by the four criteria; range and odds stand under each."""
    lines = []
    for row in rows:
        cell = next(cell for cell in row.cells if cell.option == option)
        said = f"{cell.words}{words.leads() if cell.leads else ''}"
        if width < ROOM_FOR_TWO:
            lines.append(wrapped(f"{row.title}: {said}", width, "   ", under="     "))
        else:
            lines.append(wrapped(f"   {row.title:<{CRITERION - 4}} {said}", width, under=" " * CRITERION))
        if cell.below:
            lines.append(wrapped(cell.below, width, " " * (CRITERION if width >= ROOM_FOR_TWO else 5)))
    return lines


def _columns(expected: Expected) -> list[str]:
    return [f"{place}. {option.id}" for place, option in enumerate(expected.options, start=1)]


def _money_table(futures: Futures, width: int) -> str:
    expected = futures.expected
    earned = [returns(expected, option.id) for option in expected.options]
    notes = [
        wrapped(words.no_return(short_name(futures.case, option.id), reason), width)
        for option, one in zip(expected.options[1:], earned[1:], strict=True)
        for found, reason in (
            (one.payback, payback_in_words(one.payback)),
            (one.internal_rate_of_return, rate_in_words(one.internal_rate_of_return)),
        )
        if found.value is None
    ]
    return "\n".join([side_by_side(_columns(expected), _money_rows(futures, earned), width), *notes])


def _money_rows(futures: Futures, earned: Sequence[Returns]) -> Rows:
    expected, currency = futures.expected, futures.case.currency
    options = expected.options
    headline = [option.money[HEADLINE] for option in options]

    def amounts(values: Sequence[float]) -> list[str]:
        return [ENGLISH.money(value, currency) for value in values]

    present = [float(one.present_value[0]) for one in headline]
    rows: Rows = [
        (words.total_row(futures.case.horizon_years), amounts([float(one.total[0]) for one in headline])),
        (words.row("present_value"), amounts(present)),
    ]
    if expected.varies:
        found = [one.present_value for one in odds(futures)]
        rows.append((words.row("low"), amounts([one.low for one in found])))
        rows.append((words.row("high"), amounts([one.high for one in found])))
    with_time = [float(option.money["agency", "cash and efficiency"].present_value[0]) for option in options]
    rows.append((words.row("equivalent_annual"), amounts([float(one.equivalent_annual[0]) for one in headline])))
    rows.append((words.row("with time"), amounts(with_time)))
    for book in words.BOOK_ROWS:
        values = [float(option.money[book, "cash"].present_value[0]) for option in options]
        rows.append((words.book_row(book), amounts(values)))
    rows.append((words.row("against"), amounts([round(value) - round(present[0]) for value in present])))
    rows.append((words.row("payback"), [words.years_in_words(one.payback) for one in earned]))
    rows.append((words.row("discounted"), [words.years_in_words(one.discounted_payback) for one in earned]))
    rows.append((words.row("rate"), [words.rate_in_words(one.internal_rate_of_return) for one in earned]))
    return rows


def _odds_rows(found: Sequence[Odds], currency: str) -> Rows:
    """Write how each option fares over the futures; an amount is to three figures, as in the answer."""
    savings = [one.saving for one in found]
    return [
        (
            words.row("cheapest"),
            [count_of_hundred(one.cheapest, one.of_hundred) if one.ranked else words.not_ranked() for one in found],
        ),
        (words.row("cheaper"), [words.count_in_words(one.cheaper_than_baseline) for one in found]),
        (words.row("saving"), [words.end_in_words(one, "mean", currency) for one in savings]),
        (words.row("low"), [words.end_in_words(one, "low", currency) for one in savings]),
        (words.row("high"), [words.end_in_words(one, "high", currency) for one in savings]),
        (words.row("regret"), [ENGLISH.about(one.regret, currency) for one in found]),
    ]
