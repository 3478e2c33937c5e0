"""Tables of the figures that decide, in words, for the page and the command line alike."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.analysis.deciding.decisive import Deciding, FigureWorth
from colocate.analysis.deciding.tornado import SHOWN, Tornado
from colocate.analysis.uncertainty.sensitivity import VarianceShares
from colocate.model.futures import Futures
from colocate.words.deciding import share_name
from colocate.words.decisive import ends_of, expected_of_figure, range_of_figure, turns_in_words, worth_in_words
from colocate.words.labels import unit_of
from colocate.words.language import ENGLISH, Language
from colocate.words.naming import name_of, quoted_names
from colocate.words.weighing_tables import Entry, Table

LARGEST = 12
"""Most shares in a table."""


def figures_table(figures: Sequence[FigureWorth], futures: Futures, title: str, language: Language = ENGLISH) -> Table:
    """Tell of figures their range, where each turns the answer, and what it is worth to find each out."""
    columns = (
        language.say("Figure"),
        language.say("Its range"),
        language.say("Where it turns the answer"),
        language.say("What finding it out is worth"),
    )
    rows = tuple(
        (
            Entry(name_of(futures.case, one.quantity, with_option=True, language=language)),
            Entry(range_of_figure(one.quantity, language), expected_of_figure(one, language)),
            Entry(turns_in_words(one, futures, language)),
            Entry(worth_in_words(one.worth, futures.case.currency, language)),
        )
        for one in figures
    )
    return Table(title, columns, rows)


def turning_words(found: Deciding, language: Language = ENGLISH) -> str:
    """Count the figures that can turn the answer, and those that cannot."""
    count = len(found.turning)
    every = language.number(len(found.figures))
    if not count:
        return language.say(
            "No figure alone, of {every}, changes which option costs least on average, wherever it lies in its range.",
            every=every,
        )
    return language.say_many(
        "Of {every} figures, {count} can change alone which option costs least on average.",
        "Of {every} figures, {count} can each change alone which option costs least on average.",
        count,
        every=every,
    )


def turning_title(language: Language = ENGLISH) -> str:
    """Name the table of switching values."""
    return language.say("Every figure that can turn the answer, the nearest first")


def main_title(language: Language = ENGLISH) -> str:
    """Name the table of the figures that the answer hangs on."""
    return language.say("The figures that the answer hangs on")


def swings_words(futures: Futures, found: Tornado, language: Language = ENGLISH) -> str:
    """Say what the table of swings tells."""
    names = quoted_names(futures.case, language)
    return language.say(
        "On average {first} costs {amount} less than {second}. The table tells how much less with one figure held at "
        "its low or its high, all else uncertain; below 0 it costs more. The widest {shown} of {every}.",
        first=names[found.pair.first],
        second=names[found.pair.second],
        amount=language.about(found.expected, futures.case.currency),
        shown=language.number(min(SHOWN, len(found.swings))),
        every=language.number(len(found.swings)),
    )


def swings_table(futures: Futures, found: Tornado, language: Language = ENGLISH) -> Table:
    """Tell what the widest swings do to the difference of the two leading options."""
    currency, names = futures.case.currency, quoted_names(futures.case, language)
    title = language.say(
        "One figure at a time: {first} against {second}", first=names[found.pair.first], second=names[found.pair.second]
    )
    columns = (
        language.say("Figure"),
        language.say("Low to high"),
        language.say("Less at low"),
        language.say("Less at high"),
    )
    rows = tuple(
        (
            Entry(name_of(futures.case, one.quantity, with_option=True, language=language)),
            Entry(language.say("{low} to {high}", low=low, high=high), unit_of(one.quantity, language)),
            Entry(language.about(one.at_low, currency)),
            Entry(language.about(one.at_high, currency)),
        )
        for one in found.swings[:SHOWN]
        for low, high in [ends_of(one.quantity, language)]
    )
    return Table(title, columns, rows)


def shares_words(futures: Futures, found: VarianceShares, language: Language = ENGLISH) -> str:
    """Say what the table of shares tells."""
    names = quoted_names(futures.case, language)
    return language.say(
        "How much of the spread of the difference between {first} and {second} comes from each figure: alone, and in "
        "total, with what it does together with others (Sobol indices). The {count} largest of {every}.",
        first=names[found.pair.first],
        second=names[found.pair.second],
        count=language.number(min(LARGEST, len(found.shares))),
        every=language.number(len(found.shares)),
    )


def shares_table(futures: Futures, found: VarianceShares, language: Language = ENGLISH) -> Table:
    """Tell the shares of the spread, each with its 95 % interval: alone (first order), then with others (total)."""
    columns = (language.say("Figure"), language.say("Alone"), language.say("With others"))
    rows = []
    for share in found.shares[:LARGEST]:
        index = share.index
        name = share_name(futures.case, share, language)
        if len(share.paths) > 2:
            name = language.say("{count} figures together", count=language.number(len(share.paths)))
        rows.append(
            (
                Entry(name),
                _share(index.first, index.first_low, index.first_high, language),
                _share(index.total, index.total_low, index.total_high, language),
            )
        )
    return Table(language.say("Shares of the uncertainty, with 95 % intervals"), columns, tuple(rows))


def _share(value: float, low: float, high: float, language: Language) -> Entry:
    between = language.say("{low} to {high}", low=language.percent(low), high=language.percent(high))
    return Entry(language.percent(value), between)
