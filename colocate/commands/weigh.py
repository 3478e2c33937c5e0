"""A weighing for a terminal: the plain table, then no weights, then the weights asked about, then several people's."""

from __future__ import annotations

from colocate.analysis.weighing.weighing import Weighing
from colocate.commands.layout import Align, table, terminal_width, titled, wrapped
from colocate.model.futures import Futures
from colocate.words import weighing as words
from colocate.words.judgements import contradiction_words, headline, parting_words
from colocate.words.naming import short_name
from colocate.words.pages import weighing as page
from colocate.words.plain_table import plain_table
from colocate.words.weighing_names import listed_weights, whose
from colocate.words.weighing_tables import (
    Table,
    centres_table,
    people_table,
    points_table,
    ranks_table,
    values_table,
    worths_table,
)

WRAP: Align = "wrap"
RIGHT: Align = "right"


def report(futures: Futures, found: Weighing) -> str:
    """Write a weighing in lines that fit the terminal."""
    width = terminal_width()
    parts = [
        titled(futures.case.title, width),
        *_plain(futures, found, width),
        *(wrapped(one, width) for one in words.dominance_words(found.table, found.dominances)),
        *(wrapped(f"- {one}", width) for one in words.cautions_of_weighing(found)),
        *_without_weights(found, width),
        *_chosen(found, width),
        *_turning(found, width),
        *_several(found, width),
        "",
        wrapped(page.drawn_note(found, futures.draws), width),
    ]
    return "\n".join(parts)


def _plain(futures: Futures, found: Weighing, width: int) -> list[str]:
    """Write the plain table, options that fail a gate too: what explains a cell stands below it."""
    rows: list[tuple[str, ...]] = []
    for row in plain_table(futures, found.reading):
        rows.append((row.title, *(words.replace("\xa0", " ") for words, _below in row.cells)))
        if any(below for _words, below in row.cells):
            rows.append(("", *(f"  {below}".replace("\xa0", " ") if below else "" for _words, below in row.cells)))
    headings = (page.criterion_heading(), *(short_name(futures.case, option.id) for option in futures.options))
    return [
        "",
        wrapped(page.heading("plain"), width),
        wrapped(page.plain_note(futures.draws, found.table.varies), width),
        table(headings, rows, (WRAP,) * len(headings), width),
        "",
    ]


def _without_weights(found: Weighing, width: int) -> list[str]:
    return [
        "",
        wrapped(page.heading("without"), width),
        wrapped(words.without_weights(found), width),
        _figures(ranks_table(found), width),
        "",
        wrapped(page.heading("friends"), width),
        _figures(centres_table(found), width),
        wrapped(page.note("friends and odds" if found.table.varies else "friends"), width),
        "",
        wrapped(words.in_order_words(found), width),
        wrapped(words.in_range_words(found), width),
    ]


def _chosen(found: Weighing, width: int) -> list[str]:
    """Write the additive value of each option with its parts, and what the weights say of money."""
    weighed, chosen = found.table, found.chosen
    return [
        "",
        wrapped(f"{whose(chosen)}: {listed_weights(weighed, chosen.weights)}", width),
        wrapped(headline(found), width),
        _figures(points_table(found), width),
        "",
        wrapped(page.heading("scales"), width),
        _figures(values_table(found), width),
        "",
        wrapped(words.way_worth_words(found), width),
        _figures(worths_table(found), width),
        *(wrapped(f"- {contradiction_words(weighed, one)}", width) for one in chosen.contradictions),
    ]


def _turning(found: Weighing, width: int) -> list[str]:
    return [
        "",
        wrapped(page.heading("turning"), width),
        *(wrapped(f"- {words.flip_words(found, one)}", width) for one in found.flips),
        wrapped(page.note("turning"), width),
    ]


def _several(found: Weighing, width: int) -> list[str]:
    """Write several people's weights side by side, and where they part."""
    if len(found.several) < 2:
        return []
    told = people_table(found)
    return [
        "",
        wrapped(page.heading("people"), width),
        _figures(told, width, words_only=True),
        *(wrapped(f"- {one}", width) for one in parting_words(found)),
    ]


def _figures(told: Table, width: int, *, words_only: bool = False) -> str:
    """Write a table; second lines of cells go into a row below."""
    rows: list[tuple[str, ...]] = []
    for row in told.rows:
        rows.append(tuple(cell.words.replace("\xa0", " ") for cell in row))
        if any(cell.below for cell in row):
            rows.append(tuple(f"  {cell.below}".replace("\xa0", " ") if cell.below else "" for cell in row))
    aligned: tuple[Align, ...] = (WRAP, *((WRAP if words_only else RIGHT) for _ in told.columns[1:]))
    return table(told.columns, rows, aligned, width)
