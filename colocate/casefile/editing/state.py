"""A case while it is changed: its text and tables now, what is typed and not taken, its faults, and the way back.

Every action gives another state and leaves this one as it is. A change that makes the case faulty is kept, with its
faults; `good` is the last state without any, which can be worked out.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from colocate.case import Case
from colocate.casefile.changing import write_defaults
from colocate.casefile.editing.places import Map, map_of
from colocate.casefile.editing.written import Written, read_written
from colocate.casefile.faults import THE_FILE, CaseError, Fault, Steps, fault_at, path_of
from colocate.casefile.filling import filled
from colocate.casefile.reading import check_document, document_of
from colocate.casefile.scanning import fault_of_size
from colocate.message import Message

MOST_BACK = 200
"""Steps that can be taken back."""

Tables = Mapping[str, bytes]


@dataclass(frozen=True)
class Typed:
    """What was typed in a place and could not be taken: why, or the two ways in which it can be read."""

    text: str
    told: Message | None = None
    readings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Moment:
    """The text, the tables, and what is typed and not taken, at one time."""

    written: Written
    tables: Tables
    typed: Mapping[Steps, Typed] = field(default_factory=dict)


@dataclass(frozen=True)
class Good:
    """A state of the case without faults."""

    text: str
    tables: Tables
    case: Case


@dataclass(frozen=True)
class Editing:
    """A case that is being changed; `past` and `future` are what undo and redo lead to."""

    file_name: str
    now: Moment
    faults: tuple[Fault, ...]
    good: Good | None
    past: tuple[Moment, ...] = ()
    future: tuple[Moment, ...] = ()

    @property
    def text(self) -> str:
        """Return the text of the case as it is now, faulty or not."""
        return self.now.written.text

    @property
    def tables(self) -> Tables:
        """Return the tables beside the case by their names."""
        return self.now.tables

    @property
    def typed(self) -> Mapping[Steps, Typed]:
        """Return what was typed and not taken, by its place."""
        return self.now.typed

    @property
    def is_good(self) -> bool:
        """Tell whether the case as it is now can be worked out."""
        return not self.faults

    @cached_property
    def document(self) -> Mapping[str, Any]:
        """Return the document as it is read: with the defaults of a short case filled in."""
        return filled(self.now.written.document)

    @cached_property
    def map(self) -> Map:
        """Return every record and field of the document by its place."""
        return map_of(self.document)

    def faults_at(self, steps: Steps) -> tuple[Fault, ...]:
        """Give the faults of a place and of all that is below it."""
        return tuple(fault for fault in self.faults if is_below(fault.path, path_of(steps)))


def begin(file_name: str, text: str, tables: Tables) -> Editing:
    """Begin to change a case; it may be at fault already. CaseError where the text is no case file at all."""
    document_of(text.encode())
    return _seen(Editing(file_name, Moment(read_written(text), dict(tables)), (), None))


def undo(editing: Editing) -> Editing:
    """Take the last action back; nothing where there is none."""
    if not editing.past:
        return editing
    *past, before = editing.past
    return _seen(replace(editing, now=before, past=tuple(past), future=(editing.now, *editing.future)))


def redo(editing: Editing) -> Editing:
    """Do again what was taken back last; nothing where there is none."""
    if not editing.future:
        return editing
    after, *future = editing.future
    return _seen(replace(editing, now=after, past=(*editing.past, editing.now), future=tuple(future)))


def changed(
    editing: Editing,
    written: Written | None = None,
    *,
    tables: Tables | None = None,
    typed: Mapping[Steps, Typed] | None = None,
) -> Editing:
    """Give the state after a change, which undo takes back; the same state where nothing is changed.

    ValueError where the text would not say what the change means, which no text that was read has shown yet.
    """
    now = Moment(
        editing.now.written if written is None else written,
        editing.tables if tables is None else tables,
        editing.typed if typed is None else typed,
    )
    if now.written.text == editing.text and now.tables == editing.tables and now.typed == editing.typed:
        return editing
    if (
        len(now.written.blocks) != len(editing.now.written.blocks)
        and tomllib.loads(now.written.text) != now.written.document
    ):
        raise ValueError("the text does not say what was changed")
    past = (*editing.past, editing.now)[-MOST_BACK:]
    return _seen(Editing(editing.file_name, now, (), editing.good, past))


def with_text(editing: Editing, text: str) -> Editing:
    """Give the state with another text of the case, as one step; CaseError where it is no case file."""
    document_of(text.encode())
    return changed(editing, read_written(text))


def written_out(editing: Editing) -> Written:
    """Give the text with the defaults of a short case written in their places."""
    return read_written(write_defaults(editing.text))


def is_below(path: str, place: str) -> bool:
    """Tell whether a path is a place, or leads to a part of it.

    >>> is_below("options[1].lease.rent", "options[1]"), is_below("options[10].lease", "options[1]")
    (True, False)
    """
    return not place or path == place or path.startswith((f"{place}.", f"{place}["))


def _seen(editing: Editing) -> Editing:
    """Look at the case as it is now: its faults, or that it is good."""
    try:
        case = check_document(editing.now.written.document, _beside(editing.tables))
    except CaseError as error:
        return replace(editing, faults=error.faults)
    too_large = fault_of_size(editing.text)
    if too_large is not None:
        return replace(editing, faults=(too_large,))
    return replace(editing, faults=(), good=Good(editing.text, editing.tables, case))


def _beside(tables: Tables) -> Any:
    def read(name: str) -> bytes:
        if name not in tables:
            raise CaseError([fault_at(THE_FILE, '"{name}" is not at hand', "Add its rows", name=name)])
        return tables[name]

    return read
