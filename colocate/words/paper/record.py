"""What a decision paper consists of: sections of words, lists, tables and one picture; all its writers read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from colocate.words.weighing_tables import Entry

WordsKind = Literal["text", "open", "note", "lead"]
"""How words stand: as text, as a place still to be filled in, as a small remark, or above a list that they head."""


@dataclass(frozen=True)
class Words:
    """A paragraph."""

    text: str
    kind: WordsKind = "text"


@dataclass(frozen=True)
class Bullets:
    """A list of sentences, each a line."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class PaperTable:
    """A table with its caption; the first column holds the headings of the rows.

    `weights` says how wide the columns are among each other, `tall` that its rows are written into by hand, `number`
    counts the tables of a paper from 1.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Entry, ...], ...]
    weights: tuple[int, ...]
    tall: bool = False
    number: int = 0


@dataclass(frozen=True)
class Mark:
    """An option in the picture: its name, its amount and range in words, and where they lie from 0 to 1."""

    name: str
    amount: str
    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Picture:
    """The picture of costs: a mark with its range for each option, on one scale with words at both ends."""

    title: str
    alt: str
    marks: tuple[Mark, ...]
    ends: tuple[str, str]
    number: int = 0


Block = Words | Bullets | PaperTable | Picture


@dataclass(frozen=True)
class Section:
    """A heading with what stands below it; `key` is its name in a template, `begins_page` says where a page begins."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    begins_page: bool = False


@dataclass(frozen=True)
class Paper:
    """A whole paper in words. Plain text everywhere: nothing is escaped, and nothing is markup.

    `kind` says what paper it is, `about` whose and of when, `answer` what the figures say in one sentence, `warning`
    that a case is made up (else empty), `foot` stands on every page; `language` is the code of the language.
    """

    language: str
    kind: str
    title: str
    about: str
    answer_title: str
    answer: str
    warning: str
    foot: str
    table_label: str
    figure_label: str
    page_label: str
    sections: tuple[Section, ...]

    @property
    def texts(self) -> Iterator[str]:
        """Return every text of the paper in its order."""
        yield from (self.kind, self.title, self.about, self.answer_title, self.answer, self.warning)
        for section in self.sections:
            yield section.title
            for block in section.blocks:
                yield from texts_of(block)
        yield self.foot


def texts_of(block: Block) -> Iterator[str]:
    """Give every text of a block in its order."""
    match block:
        case Words():
            yield block.text
        case Bullets():
            yield from block.lines
        case PaperTable():
            yield from (block.title, *block.columns)
            yield from (text for row in block.rows for entry in row for text in entry if text)
        case Picture():
            yield from (block.title, block.alt, *block.ends)
            yield from (text for mark in block.marks for text in (mark.name, mark.amount))


def numbered(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Count tables and pictures, each from 1, in the order of the paper."""
    counts: dict[type, int] = {PaperTable: 0, Picture: 0}
    found = []
    for section in sections:
        blocks: list[Block] = []
        for block in section.blocks:
            if isinstance(block, (PaperTable, Picture)):
                counts[type(block)] += 1
                blocks.append(replace(block, number=counts[type(block)]))
            else:
                blocks.append(block)
        found.append(replace(section, blocks=tuple(blocks)))
    return tuple(found)
