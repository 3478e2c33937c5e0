"""What is typed in the editor and not good yet, as text that can be kept: a faulty text of the case, boxes not read.

What comes back is hostile until it is read here: it is taken over as if somebody had typed it, or not at all.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from colocate.casefile.editing.actions import hold_at, type_at
from colocate.casefile.editing.state import Editing, Tables, changed, with_text
from colocate.casefile.editing.written import read_written
from colocate.casefile.faults import CaseError, Steps
from colocate.casefile.opened import can_be_written
from colocate.casefile.reading import document_of

LONGEST = 4_000_000
"""Characters of what is kept; a case with more is kept in its last good state alone."""

MOST_TYPED, LONGEST_TYPED, MOST_STEPS = 200, 10_000, 12
HELD = "settled"


@dataclass(frozen=True)
class Draft:
    """What was not good yet: the text and the tables where they differ, boxes by place, and the part shown."""

    text: str | None
    tables: Mapping[str, str]
    typed: tuple[tuple[Steps, str], ...]
    part: Steps


def draft_of(editing: Editing, text: str, tables: Tables, part: Steps) -> str:
    """Write what of a case being changed is not good yet, beside the good text and tables; empty where nothing is.

    A text without a fault that differs from the good one is of a case that can be read, and not worked out.
    """
    if editing.is_good and not editing.typed and (editing.text, dict(editing.tables)) == (text, dict(tables)):
        return ""
    try:
        others = {name: content.decode() for name, content in editing.tables.items() if tables.get(name) != content}
    except UnicodeDecodeError:  # a table that nobody has changed in the editor
        others = {}
    written = json.dumps(
        {
            "text": None if editing.text == text else editing.text,
            "tables": others,
            "typed": [[list(steps), one.text] for steps, one in editing.typed.items()],
            "part": list(part),
        }
    )
    return written if len(written) <= LONGEST else ""


def read_draft(kept: str) -> Draft | None:
    """Read what was kept; None where it is nothing of the kind."""
    if len(kept) > LONGEST:
        return None
    try:
        found = json.loads(kept)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    text, tables, typed = found.get("text"), found.get("tables"), found.get("typed")
    is_text = text is None or isinstance(text, str)
    if not is_text or not isinstance(tables, dict) or not isinstance(typed, list):
        return None
    boxes = [box for one in typed[:MOST_TYPED] if (box := _box(one)) is not None]
    named = {name: one for name, one in tables.items() if isinstance(one, str)}
    return Draft(text, named, tuple(boxes), _steps(found.get("part")) or ())


def with_draft(editing: Editing, draft: Draft) -> Editing:
    """Take over what was not good yet, as steps that undo takes back; the same state where it cannot be."""
    after = editing
    try:
        after = _with_text(editing, draft)
        for steps, text in draft.typed:
            after = hold_at(after, steps[:-1], text) if steps[-1] == HELD else type_at(after, steps, text)
    except (CaseError, ValueError, RecursionError):
        return after
    return after


def _with_text(editing: Editing, draft: Draft) -> Editing:
    named = {name: one.encode() for name, one in draft.tables.items() if name in editing.tables or draft.text}
    tables = {**editing.tables, **named}
    if draft.text is None:
        return changed(editing, tables=tables)
    if not named:
        return with_text(editing, draft.text)
    document_of(draft.text.encode())
    return changed(editing, read_written(draft.text), tables=tables)


def _box(one: Any) -> tuple[Steps, str] | None:
    """Read a box by its place, with what was typed in it."""
    if not isinstance(one, list) or len(one) != 2 or not isinstance(one[1], str) or len(one[1]) > LONGEST_TYPED:
        return None
    steps = _steps(one[0])
    return (steps, one[1]) if steps and steps != (HELD,) and can_be_written(one[1]) else None


def _steps(found: Any) -> Steps | None:
    """Read the steps to a place."""
    if not isinstance(found, list) or len(found) > MOST_STEPS:
        return None
    good = all(isinstance(one, str) or (isinstance(one, int) and one >= 0) for one in found)
    return tuple(found) if good and not any(isinstance(one, bool) for one in found) else None
