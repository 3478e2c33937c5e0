"""What would change the answer, for a terminal: the figures that decide, then each alone, then all at once."""

from __future__ import annotations

from colocate.analysis.deciding.what_would_change import WhatChanges
from colocate.commands.layout import Align, table, terminal_width, titled, wrapped
from colocate.words.deciding import METHODS
from colocate.words.deciding_tables import (
    figures_table,
    main_title,
    shares_table,
    shares_words,
    swings_table,
    swings_words,
    turning_title,
    turning_words,
)
from colocate.words.decisive import everything_in_words, hangs_on
from colocate.words.futures import how_drawn
from colocate.words.language import ENGLISH
from colocate.words.uncertainty import counted
from colocate.words.weighing_tables import Table


def report(found: WhatChanges) -> str:
    """Write what would change the answer in lines that fit the terminal."""
    width, futures, deciding = terminal_width(), found.futures, found.deciding
    parts = [titled(futures.case.title, width), "", wrapped(hangs_on(deciding, futures), width)]
    if futures.figures:
        parts += [wrapped(everything_in_words(deciding, futures.case.currency), width), wrapped(counted(), width)]
        if deciding.main:
            parts += _table(figures_table(deciding.main, futures, main_title()), "", width)
        parts += _table(swings_table(futures, found.swings), swings_words(futures, found.swings), width, amounts=2)
        if deciding.turning:
            parts += _table(figures_table(deciding.turning, futures, turning_title()), turning_words(deciding), width)
        else:
            parts += ["", wrapped(turning_words(deciding), width)]
        if found.shares is not None:
            parts += _table(shares_table(futures, found.shares), shares_words(futures, found.shares), width)
            parts += ["", wrapped(ENGLISH.say(METHODS[found.shares.are_correlated]), width)]
        parts += ["", wrapped(how_drawn(futures.draws, futures.seed), width)]
    return "\n".join(parts)


def _table(told: Table, words: str, width: int, amounts: int = 0) -> list[str]:
    """Write a table under its title and a sentence; its last columns are amounts, the others are wrapped."""
    wraps: list[Align] = ["wrap"] * (len(told.columns) - amounts)
    rights: list[Align] = ["right"] * amounts
    rows = [tuple(f"{one.words} ({one.below})" if one.below else one.words for one in row) for row in told.rows]
    said = [wrapped(words, width)] if words else []
    return ["", wrapped(told.title, width), *said, "", table(told.columns, rows, (*wraps, *rights), width)]
