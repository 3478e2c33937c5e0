"""Small pieces that several pages share: headings, sentences, lists and tables, all of them escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from colocate.casefile.faults import MOST_TOLD, Fault
from colocate.safe import for_html, for_markdown
from colocate.ui.state import scene
from colocate.words.commands import more_faults
from colocate.words.faults import say_fault
from colocate.words.language import ENGLISH, Language
from colocate.words.pages import picker as words

Mark = Literal["", "best", "number", "quiet", "changed", "warn", "good", "group"]


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its words, a smaller second line, and how it is marked."""

    words: str
    mark: Mark = ""
    below: str = ""


Words = str | Cell

LONG = re.compile(r"\S{24}")
"""What has no blank to break at; only a cell with it may break anywhere, so that columns do not cut usual words."""


def title(words: str) -> None:
    """Write the title of a page."""
    st.html(title_html(words))


def title_html(words: str) -> str:
    """Give the title of a page as it is sent, for a place that is filled again."""
    return f'<h1 class="co-title">{for_html(words)}</h1>'


def heading(words: str) -> None:
    """Write the heading of a section."""
    st.html(f'<h2 class="co-section">{for_html(words)}</h2>')


def sentence(words: str, *, quiet: bool = False) -> None:
    """Write a sentence of text; a quiet one is smaller."""
    st.html(f'<p class="{"co-quiet" if quiet else "co-text"}">{for_html(words)}</p>')


def bullets(words: Iterable[str], *, title: str = "", quiet: bool = False) -> None:
    """Write sentences as a list, under a small title; a quiet one is smaller."""
    items = "".join(f"<li>{for_html(one)}</li>" for one in words)
    if items:
        above = f'<h3 class="co-small">{for_html(title)}</h3>' if title else ""
        st.html(f'{above}<ul class="co-list{" co-quiet" if quiet else ""}">{items}</ul>')


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[Words]],
    *,
    title: str,
    stack: bool = False,
    tall: bool = False,
    dense: bool = False,
) -> None:
    """Write a table that scrolls inside its own box; with `stack`, its rows become cards on a telephone.

    A `tall` one scrolls up and down, too; a `dense` one has little room between its cells, and fits a telephone as it
    is. The first column holds the rows' headings; `title` names the table for those who do not see it.
    """
    cells = [[one if isinstance(one, Cell) else Cell(one) for one in row] for row in rows]
    head = "".join(_heading(one, _mark_of(place, cells)) for place, one in enumerate(columns))
    body = "".join(_row(columns, row) for row in cells)
    kind = "co-table co-stack" if stack else "co-table co-dense" if dense else "co-table"
    box = "co-scroll co-tall" if tall else "co-scroll"
    st.html(
        f'<div class="{box}" role="region" tabindex="0" aria-label="{for_html(title)}">'
        f'<table class="{kind}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def faults_list(title: str, faults: Sequence[Fault], language: Language = ENGLISH) -> None:
    """Show every fault with its path, what is wrong, and what would be right."""
    st.error(for_markdown(title), icon=":material/error:")
    told = faults[:MOST_TOLD]
    rows = [tuple(Cell(part) for part in say_fault(fault, language)) for fault in told]
    table(words.faults_columns(len(faults), language), rows, title=words.faults_title(language), stack=True)
    for fault in told:
        if fault.excerpt:
            st.code(fault.excerpt, language=None)
    if len(faults) > MOST_TOLD:
        sentence(more_faults(len(faults) - MOST_TOLD, language), quiet=True)


def _mark_of(place: int, rows: Sequence[Sequence[Cell]]) -> Mark:
    """Mark the heading of a column of numbers as its cells are."""
    column = [row[place].mark for row in rows if len(row) > place > 0]
    return "number" if column and set(column) == {"number"} else ""


def _heading(words: str, mark: Mark) -> str:
    """Write the heading of a column; one without words is an empty cell, which heads nothing."""
    return f'<th scope="col"{_class(Cell(words, mark))}>{for_html(words)}</th>' if words else "<td></td>"


def _row(columns: Sequence[str], cells: Sequence[Cell]) -> str:
    if len(cells) == 1:
        words = f"<span{_class(Cell(cells[0].words))}>{for_html(cells[0].words)}</span>"
        return f'<tr class="co-group"><th scope="colgroup" colspan="{len(columns)}">{words}</th></tr>'
    first = f'<th scope="row"{_class(cells[0])}>{_inside(cells[0])}</th>'
    rest = "".join(
        f'<td{_class(cell)} data-label="{for_html(column)}">{_inside(cell)}</td>'
        for column, cell in zip(columns[1:], cells[1:], strict=True)
    )
    return f"<tr>{first}{rest}</tr>"


def _class(cell: Cell) -> str:
    is_long = LONG.search(cell.words) or LONG.search(cell.below)
    names = [*([f"co-{cell.mark}"] if cell.mark else []), *(["co-long"] if is_long else [])]
    return f' class="{" ".join(names)}"' if names else ""


def _inside(cell: Cell) -> str:
    badge = (
        f'<span class="co-badge">{for_html(words.best_badge(scene().language))}</span>' if cell.mark == "best" else ""
    )
    below = f'<span class="co-below">{for_html(cell.below)}</span>' if cell.below else ""
    return f"<span>{for_html(cell.words)}{badge}{below}</span>"
