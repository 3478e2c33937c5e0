"""The text of a case as parts that can be changed one by one: headings with lines, each with its place in the case.

Everything that is not changed stays as it was written, to the last blank. A text is a tuple of frozen parts, so that an
earlier state costs nothing to keep. Places are the steps of the document: records of a list count from 0.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from colocate.casefile.editing.values import (
    KEY,
    Keys,
    end_of_value,
    entry_in,
    keys_in,
    like_before,
    with_entries_exchanged,
    with_entry,
    with_value_in,
    without_value_in,
)
from colocate.casefile.faults import Steps
from colocate.casefile.toml_values import key_text, value_text

Document = dict[str, Any]
HEADING = re.compile(r"[ \t]*(\[\[?)[ \t]*(" + KEY.pattern + r")[ \t]*\]\]?[^\n]*(?:\n|\Z)")
NO_LINE = re.compile(r"[ \t]*(?:#[^\n]*)?(?:\n|\Z)")
BEGIN = re.compile(r"[ \t]*(" + KEY.pattern + r")[ \t]*=[ \t]*")


@dataclass(frozen=True)
class Line:
    """A key with its value as written and as read, what stands before it, and what ends the line."""

    before: str
    keys: Keys
    start: str
    written: str
    value: Any
    after: str

    def with_written(self, written: str) -> Line:
        """Give the line with another value."""
        return replace(self, written=written, value=tomllib.loads(f"x = {written}\n")["x"])

    @property
    def text(self) -> str:
        """Return the line as it stands in the file."""
        return f"{self.before}{self.start}{self.written}{self.after}"


@dataclass(frozen=True)
class Block:
    """A heading of the file with the lines below it; the first one has no heading."""

    before: str
    keys: Keys
    is_entry: bool
    heading: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Return the block as it stands in the file."""
        return self.before + self.heading + "".join(line.text for line in self.lines)


@dataclass(frozen=True)
class Written:
    """The text of a case in parts; every change gives another one. `rest` stands at the end, under no heading."""

    blocks: tuple[Block, ...]
    rest: str = ""

    @cached_property
    def text(self) -> str:
        """Return the text of the file."""
        return "".join(block.text for block in self.blocks) + self.rest

    @cached_property
    def steps(self) -> tuple[Steps, ...]:
        """Return where in the document each block stands."""
        found: list[Steps] = []
        counts: dict[Steps, int] = {}
        for block in self.blocks:
            here: Steps = ()
            for place, key in enumerate(block.keys):
                here = (*here, key)
                is_last = place == len(block.keys) - 1
                if is_last and block.is_entry:
                    counts[here] = counts.get(here, -1) + 1
                if here in counts:
                    here = (*here, counts[here])
            found.append(here)
        return tuple(found)

    @cached_property
    def document(self) -> Document:
        """Return the document that the text says; its parts are shared with others, and must not be changed."""
        whole: Document = {}
        for block, steps in zip(self.blocks, self.steps, strict=True):
            record = _record_at(whole, steps)
            for line in block.lines:
                inner = record
                for key in line.keys[:-1]:
                    inner = inner.setdefault(key, {})
                inner[line.keys[-1]] = line.value
        return whole

    def has(self, steps: Steps) -> bool:
        """Tell whether anything stands at a place of the document."""
        return found_in(self.document, steps) is not None

    def put(self, steps: Steps, value: Any) -> Written:
        """Put a value in a place: in that of the value that stands there, else as a new line of its record."""
        found = self._line_around(steps)
        if found is not None:
            return self._with_value_in(*found, steps, value)
        cleared = self.take(steps)
        if isinstance(value, Mapping) and not value:
            return cleared._begun(steps)
        home, place = cleared._home_of(steps)
        block, keys = cleared.blocks[home], tuple(str(step) for step in steps[len(cleared.steps[home]) :])
        before = "" if block.lines or block.heading.endswith("\n") or not block.heading else "\n"
        line = Line(before, keys, f"{key_text(keys)} = ", value_text(value), value, "\n")
        lines = list(block.lines)
        if place and not lines[place - 1].after.endswith("\n"):
            lines[place - 1] = replace(lines[place - 1], after=lines[place - 1].after + "\n")
        lines.insert(place, line)
        return cleared._with_block(home, replace(block, lines=tuple(lines)))

    def take(self, steps: Steps) -> Written:
        """Take out whatever stands at a place; of a list, the entries behind move up."""
        found = self._line_around(steps)
        if found is not None:
            number, place = found
            line = self.blocks[number].lines[place]
            inner = steps[len(self.steps[number]) + len(line.keys) :]
            if inner:
                written = without_value_in(line.written, inner)
                empty_list = written.startswith("[") and not tomllib.loads(f"x = {written}\n")["x"]
                if not empty_list or len(inner) > 1:
                    return self._with_line(number, place, line.with_written(written))
            return self._without_line(number, place)
        blocks: list[Block] = []
        saved = ""
        for block, here in zip(self.blocks, self.steps, strict=True):
            if here[: len(steps)] == steps and here:
                saved += _kept_of(block.before)
                continue
            inside = steps[: len(here)] == here
            lines = tuple(one for one in block.lines if not (inside and (*here, *one.keys)[: len(steps)] == steps))
            blocks.append(replace(block, before=saved + block.before, lines=lines))
            saved = ""
        return Written(tuple(blocks), saved + self.rest)

    def insert(self, steps: Steps, position: int, record: Mapping[str, Any]) -> Written:
        """Put a record into a list, before the one at the position; a list that is not there is begun."""
        there = found_in(self.document, steps)
        found = self._line_around(steps)
        if found is not None and there:
            return self._changed_inside(*found, steps, position, value_text(record))
        entries = [
            place for place, here in enumerate(self.steps) if here[: len(steps)] == steps and len(here) > len(steps)
        ]
        cleared = self if entries else self.take(steps)
        parent = self._line_around(steps[:-1])
        if parent is not None:
            return cleared.put(steps, [record])
        if position and entries:
            last = max(place for place in entries if self.steps[place][len(steps)] == position - 1)
        elif entries:
            last = min(entries) - 1
        else:
            last = cleared._last_of(steps[:-1])
        lines = tuple(
            Line("", (key,), f"{key_text((key,))} = ", value_text(one), one, "\n") for key, one in record.items()
        )
        keys = _keys_of(steps)
        block = Block("\n", keys, is_entry=True, heading=f"[[{key_text(keys)}]]\n", lines=lines)
        return cleared._inserted(last, (block,))

    def copy(self, steps: Steps) -> Written:
        """Repeat an entry of a list behind itself, with all that is in it."""
        *before, position = steps
        found = self._line_around(steps)
        if found is not None:
            number, place = found
            inner = steps[len(self.steps[number]) + len(self.blocks[number].lines[place].keys) :]
            entry = entry_in(self.blocks[number].lines[place].written, inner)
            return self._changed_inside(number, place, tuple(before), int(position) + 1, entry)
        own = [place for place, here in enumerate(self.steps) if here[: len(steps)] == steps]
        copied = [self.blocks[place] for place in own]
        copied[0] = replace(copied[0], before="\n")
        return self._inserted(own[-1], copied)

    def exchange(self, steps: Steps, first: int) -> Written:
        """Put two neighbours of a list, `first` and the next, in each other's place."""
        found = self._line_around(steps)
        if found is not None:
            number, place = found
            line = self.blocks[number].lines[place]
            inner = steps[len(self.steps[number]) + len(line.keys) :]
            return self._with_line(number, place, line.with_written(with_entries_exchanged(line.written, inner, first)))
        ours = {place: here[len(steps)] for place, here in enumerate(self.steps) if self._is_below(here, steps)}
        one = [self.blocks[place] for place, entry in ours.items() if entry == first]
        two = [self.blocks[place] for place, entry in ours.items() if entry == first + 1]
        start = min(place for place, entry in ours.items() if entry == first)
        moved = {place for place, entry in ours.items() if entry in (first, first + 1)}
        blocks: list[Block] = []
        for place, block in enumerate(self.blocks):
            if place == start:
                blocks += [*map(_ended, two), *map(_ended, one)]
            if place not in moved:
                blocks.append(block)
        return replace(self, blocks=tuple(blocks))

    @staticmethod
    def _is_below(here: Steps, steps: Steps) -> bool:
        return here[: len(steps)] == steps and len(here) > len(steps)

    def _line_around(self, steps: Steps) -> tuple[int, int] | None:
        """Find the line whose value stands at a place, or has it inside: the number of its block, and of the line."""
        for number, here in enumerate(self.steps):
            if steps[: len(here)] != here:
                continue
            inner = steps[len(here) :]
            for place, line in enumerate(self.blocks[number].lines):
                if inner and inner[: len(line.keys)] == line.keys:
                    return number, place
        return None

    def _with_value_in(self, number: int, place: int, steps: Steps, value: Any) -> Written:
        line = self.blocks[number].lines[place]
        inner = steps[len(self.steps[number]) + len(line.keys) :]
        written = with_value_in(line.written, inner, value) if inner else like_before(value, line.written)
        return self._with_line(number, place, line.with_written(written))

    def _changed_inside(self, number: int, place: int, steps: Steps, position: int, entry: str) -> Written:
        line = self.blocks[number].lines[place]
        inner = steps[len(self.steps[number]) + len(line.keys) :]
        return self._with_line(number, place, line.with_written(with_entry(line.written, inner, position, entry)))

    def _home_of(self, steps: Steps) -> tuple[int, int]:
        """Find the block that a new line belongs under, and its place among the lines; KeyError where there is none."""
        fitting = [
            place for place, here in enumerate(self.steps) if here == steps[: len(here)] and len(here) < len(steps)
        ]
        home = max(fitting, key=lambda place: len(self.steps[place]))
        keys = steps[len(self.steps[home]) :]
        if not all(isinstance(key, str) for key in keys):
            raise KeyError(steps)
        lines = self.blocks[home].lines
        alike = [_alike(line.keys, keys) for line in lines]
        most = max(alike, default=0)
        place = max((place for place, one in enumerate(alike) if one == most), default=-1) if most else len(lines) - 1
        return home, place + 1

    def _begun(self, steps: Steps) -> Written:
        """Begin a record that has nothing in it, under a heading of its own."""
        keys = _keys_of(steps)
        block = Block("\n", keys, is_entry=False, heading=f"[{key_text(keys)}]\n", lines=())
        return self._inserted(self._last_of(steps[:-1]), (block,))

    def _last_of(self, steps: Steps) -> int:
        """Find the last block of a record: below it comes what is new in it."""
        below = [place for place, here in enumerate(self.steps) if here[: len(steps)] == steps]
        if below:
            return max(below)
        return self._last_of(steps[:-1])

    def _inserted(self, behind: int, blocks: Sequence[Block]) -> Written:
        before = (*self.blocks[:behind], _ended(self.blocks[behind]))
        return replace(self, blocks=(*before, *map(_ended, blocks), *self.blocks[behind + 1 :]))

    def _with_block(self, number: int, block: Block) -> Written:
        return replace(self, blocks=(*self.blocks[:number], block, *self.blocks[number + 1 :]))

    def _with_line(self, number: int, place: int, line: Line) -> Written:
        block = self.blocks[number]
        return self._with_block(number, replace(block, lines=(*block.lines[:place], line, *block.lines[place + 1 :])))

    def _without_line(self, number: int, place: int) -> Written:
        block = self.blocks[number]
        return self._with_block(number, replace(block, lines=(*block.lines[:place], *block.lines[place + 1 :])))


def read_written(text: str) -> Written:
    """Part the text of a case into its blocks and lines; the text must be TOML (`reading.document_of` tells)."""
    blocks: list[Block] = []
    lines: list[Line] = []
    before, keys, is_entry, heading = "", (), False, ""  # type: str, Keys, bool, str
    waiting, position = "", 0
    while position < len(text):
        if passed := NO_LINE.match(text, position):
            waiting, position = waiting + passed.group(), passed.end()
        elif found := HEADING.match(text, position):
            blocks.append(Block(before, keys, is_entry, heading, tuple(lines)))
            before, waiting, lines = waiting, "", []
            keys, is_entry, heading = keys_in(found.group(2)), found.group(1) == "[[", found.group()
            position = found.end()
        else:
            begun = BEGIN.match(text, position)
            if begun is None:
                raise ValueError(text[position : position + 40])
            end, line_end = end_of_value(text, begun.end())
            written = text[begun.end() : end]
            value = tomllib.loads(f"x = {written}\n")["x"]
            lines.append(Line(waiting, keys_in(begun.group(1)), begun.group(), written, value, text[end:line_end]))
            waiting, position = "", line_end
    blocks.append(Block(before, keys, is_entry, heading, tuple(lines)))
    return Written(tuple(blocks), waiting)


def found_in(document: Any, steps: Steps) -> Any:
    """Give what stands at a place of a document; None where nothing does."""
    place = document
    for step in steps:
        if isinstance(step, int):
            if not isinstance(place, list) or step >= len(place):
                return None
            place = place[step]
        else:
            if not isinstance(place, Mapping) or step not in place:
                return None
            place = place[step]
    return place


def places_below(document: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Give every value of a document that is neither a table nor a list, with its place."""
    inside = document.items() if isinstance(document, Mapping) else enumerate(document)
    for key, value in inside:
        if isinstance(value, (Mapping, list)):
            yield from places_below(value, (*steps, key))
        else:
            yield (*steps, key), value


def _record_at(whole: Document, steps: Steps) -> Document:
    """Give the record at a place of a document that is being put together, begun where it is not there."""
    place: Any = whole
    for number, step in enumerate(steps):
        if isinstance(step, int):
            if step == len(place):
                place.append({})
        elif step not in place:
            place[step] = [] if number + 1 < len(steps) and isinstance(steps[number + 1], int) else {}
        place = place[step]
    return place  # type: ignore[no-any-return]


def _keys_of(steps: Steps) -> Keys:
    """Give the keys of a heading: places in lists are not written, but follow from the order."""
    return tuple(step for step in steps if isinstance(step, str))


def _alike(one: Sequence[str | int], two: Sequence[str | int]) -> int:
    """Count how many first keys two places have in common."""
    count = 0
    for first, second in zip(one, two, strict=False):
        if first != second:
            break
        count += 1
    return count


def _kept_of(before: str) -> str:
    """Give what stands before a heading and is not about it: all up to the last empty line."""
    kept, mark, own = before.rpartition("\n\n")
    return kept + mark if own or mark else ""


def _ended(block: Block) -> Block:
    """Give a block whose last line has an end, so that another can follow."""
    if block.lines:
        last = block.lines[-1]
        if not last.after.endswith("\n"):
            return replace(block, lines=(*block.lines[:-1], replace(last, after=last.after + "\n")))
        return block
    return block if not block.heading or block.heading.endswith("\n") else replace(block, heading=block.heading + "\n")
