"""What can be done to a case while it is changed: fields typed or chosen, records added, repeated, moved and removed.

An action never fails: what cannot be taken is kept as it was typed, with the reason; a place that is not there (any
more) changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from colocate.casefile.changing import MODE_FOLLOWS
from colocate.casefile.editing.fields_typed import as_typed
from colocate.casefile.editing.figures_typed import figure_written, is_table, ordered, table_of, unit_of
from colocate.casefile.editing.new_records import new_record, renamed_copy
from colocate.casefile.editing.places import FIGURES, Spot, list_field, map_of
from colocate.casefile.editing.renaming import with_references, with_ways_renamed
from colocate.casefile.editing.state import Editing, Typed, changed, written_out
from colocate.casefile.editing.typed import Unclear, read_typed
from colocate.casefile.editing.written import Written, found_in
from colocate.casefile.faults import Steps
from colocate.casefile.fields import key_of
from colocate.casefile.filling import filled
from colocate.message import Message

NO_SOURCE = "No source given yet"
"""What a figure has as its source until one is told."""


def type_at(editing: Editing, steps: Steps, text: str) -> Editing:
    """Take over what was typed in the box of a field; where it cannot be taken it is kept as typed, with the reason.

    An emptied box leaves the field out. What is typed for a shared figure changes it wherever it is used.
    """
    spot = editing.map.spot(steps)
    if spot is None:
        return editing
    if not text.strip():
        return leave_out(editing, steps)
    if spot.field.kind not in FIGURES:
        value = as_typed(spot.field, text)
        return _not_taken(editing, steps, text, value) if isinstance(value, Message) else _put(editing, spot, value)
    name = text.strip()
    if name.startswith("shared.") and steps[0] != "shared":
        return _put_shared(editing, spot, name, text)
    read = read_typed(text, spot.units, is_chance=spot.is_chance)
    if isinstance(read, Unclear):
        return _kept(editing, steps, Typed(text, readings=read.readings))
    if isinstance(read, Message):
        return _not_taken(editing, steps, text, read)
    value = figure_written(spot, read, NO_SOURCE)
    return changed(editing, _with_figure(_at_hand(editing, spot.of), spot.of, value), typed=_without(editing, steps))


def choose_at(editing: Editing, steps: Steps, value: Any) -> Editing:
    """Take over what was chosen for a field (a switch, one of several words, a name); None leaves it out."""
    spot = editing.map.spot(steps)
    if spot is None:
        return editing
    return leave_out(editing, steps) if value is None or value == "" else _put(editing, spot, value)


def set_part(editing: Editing, steps: Steps, part: str, value: Any) -> Editing:
    """Set a part of a figure: source, quality, unit, shape, lever, or the value that it is held at (`settled`).

    Nothing (None, "", False) takes the part out, but for a source, which is then not given yet.
    """
    spot = editing.map.spot(steps)
    if spot is None or spot.field.kind not in FIGURES or spot.written is None or isinstance(spot.written, (list, str)):
        return editing
    table = dict(table_of(spot, NO_SOURCE))
    if part == "source":
        value = str(value).strip() or NO_SOURCE
    if value in (None, "", False):
        table.pop(part, None)
    else:
        table[part] = value
    if part in ("source", "quality"):
        table.pop("default", None)
    if part == "shape" and value in MODE_FOLLOWS:
        table.pop("mode", None)
    if table == spot.written:
        return editing
    return changed(editing, _with_figure(_at_hand(editing, spot.of), spot.of, ordered(table)))


def hold_at(editing: Editing, steps: Steps, text: str) -> Editing:
    """Hold a figure at a typed value in every future; an emptied box lets it vary."""
    spot = editing.map.spot(steps)
    if spot is None or spot.field.kind not in FIGURES or not is_table(spot.written):
        return editing
    here = (*steps, "settled")
    if not text.strip():
        return set_part(_forgotten(editing, here), steps, "settled", None)
    read = read_typed(text, (unit_of(spot),))
    if isinstance(read, (Message, Unclear)) or read.form != "value":
        told = read if isinstance(read, Message) else Message('is not one number: write one, such as "18"')
        readings = read.readings if isinstance(read, Unclear) else ()
        return _kept(editing, here, Typed(text, None if readings else told, readings))
    return set_part(_forgotten(editing, here), steps, "settled", read.numbers[0] + 0.0)


def own_figure(editing: Editing, steps: Steps) -> Editing:
    """Give a place that uses a shared figure one of its own, the same for now."""
    spot = editing.map.spot(steps)
    if spot is None or not spot.shared or spot.written is None:
        return editing
    return _tidied(editing, _with_figure(_at_hand(editing, steps), steps, spot.written))


def by_year(editing: Editing, steps: Steps) -> Editing:
    """Give a field that may have a figure a year one year more; the new year has the figure of the last."""
    spot = editing.map.spot(steps)
    if spot is None or spot.field.kind != "figures":
        return editing
    before = found_in(editing.document, steps)
    figures = before if isinstance(before, list) else [before]
    if before is None or not figures:
        return editing
    return changed(editing, _at_hand(editing, steps).put(steps, [*figures, figures[-1]]))


def leave_out(editing: Editing, steps: Steps) -> Editing:
    """Leave out a field, a year of a figure, or an optional record with all that is in it."""
    if not steps or steps[0] == "shared":
        return _forgotten(editing, steps)
    typed = {place: one for place, one in editing.typed.items() if place[: len(steps)] != steps}
    return _tidied(editing, _at_hand(editing, steps).take(steps), typed)


def begin_record(editing: Editing, steps: Steps) -> Editing:
    """Add an optional record, with what it cannot be without where that is known."""
    field = list_field(editing.map.records, steps)
    if field is None or field.kind != "record" or field.record is None or found_in(editing.document, steps) is not None:
        return editing
    made = new_record(field.record, editing.document, editing.map.records, ())
    return changed(editing, _with_record(_at_hand(editing, steps), steps, made))


def add(editing: Editing, steps: Steps) -> Editing:
    """Add a record at the end of a list."""
    field = list_field(editing.map.records, steps)
    if field is None or field.kind != "records" or field.record is None:
        return editing
    there = found_in(editing.document, steps) or []
    written = _at_hand(editing, (*steps, len(there) - 1) if there else steps)
    made = new_record(field.record, editing.document, editing.map.records, there)
    simple = {key: value for key, value in made.items() if not isinstance(value, dict)}
    written = written.insert(steps, len(there), simple)
    for key, value in made.items():
        if isinstance(value, dict):
            written = _with_record(written, (*steps, len(there), key), value)
    return changed(editing, written)


def copy(editing: Editing, steps: Steps) -> Editing:
    """Repeat a record behind itself, under names of its own."""
    *before, position = steps or ("",)
    field = list_field(editing.map.records, tuple(before))
    record = editing.map.records.get(steps)
    if field is None or field.record is None or record is None or not isinstance(position, int):
        return editing
    siblings = found_in(editing.document, tuple(before))
    names = renamed_copy(field.record, record.written, siblings, editing.document)
    written = _at_hand(editing, steps).copy(steps)
    for key, value in names.items():
        written = written.put((*before, position + 1, key), value)
    typed = _moved(editing, tuple(before), lambda place: place + (place > position))
    return changed(editing, written, typed=typed)


def remove(editing: Editing, steps: Steps) -> Editing:
    """Remove a record of a list with all that is in it; shared figures that only it used go with it."""
    *before, position = steps or ("",)
    if editing.map.records.get(steps) is None or not isinstance(position, int):
        return editing
    count = len(found_in(editing.document, tuple(before)))
    written = _at_hand(editing, steps).take(steps)
    typed = _moved(editing, tuple(before), lambda place: None if place == position else place - (place > position))
    done = _tidied(editing, written, typed)
    left = found_in(done.document, tuple(before))
    if done.document is not done.now.written.document and left is not None and len(left) >= count:
        # A default takes its place again: all of them are written out, and no more are filled in.
        done = _tidied(editing, written_out(editing).take(steps).take(("defaults",)), typed)
    return done


def move(editing: Editing, steps: Steps, by: int) -> Editing:
    """Move a record of a list one place up (-1) or down (1)."""
    *before, position = steps or ("",)
    there = found_in(editing.document, tuple(before))
    if not isinstance(position, int) or editing.map.records.get(steps) is None or by not in (-1, 1):
        return editing
    other = position + by
    if not 0 <= other < len(there):
        return editing
    written = _at_hand(editing, (*before, max(position, other))).exchange(tuple(before), min(position, other))
    places = {position: other, other: position}
    return changed(editing, written, typed=_moved(editing, tuple(before), lambda place: places.get(place, place)))


def _put(editing: Editing, spot: Spot, value: Any) -> Editing:
    """Put a value in its place; where it is a name that others use, they follow."""
    written = _at_hand(editing, spot.steps)
    if value == spot.written and type(value) is type(spot.written):
        return changed(editing, typed=_without(editing, spot.steps))
    tables = editing.tables
    if spot.written is not None:
        written = with_references(written, editing.map, spot, value)
    if isinstance(spot.written, str) and isinstance(value, str) and _is_name_of_an_option(spot):
        tables = with_ways_renamed(tables, editing.document, spot.written, value)
    return changed(editing, written.put(spot.steps, value), tables=tables, typed=_without(editing, spot.steps))


def _is_name_of_an_option(spot: Spot) -> bool:
    return len(spot.steps) == 3 and spot.steps[0] == "options" and spot.field.name == key_of(spot.record.record)


def _put_shared(editing: Editing, spot: Spot, name: str, text: str) -> Editing:
    """Use a shared figure in a place, where there is one of that name."""
    if found_in(editing.document, ("shared", name.removeprefix("shared."))) is None:
        return _not_taken(
            editing, spot.steps, text, Message('names no shared figure: there is no "{name}"', name=name[:60])
        )
    written = (
        _at_hand(editing, spot.steps).take(spot.steps) if is_table(spot.written) else _at_hand(editing, spot.steps)
    )
    return _tidied(editing, written.put(spot.steps, name), _without(editing, spot.steps))


def _with_figure(written: Written, steps: Steps, value: Any) -> Written:
    """Write a figure: in its line, or key by key where the file gives it a heading of its own."""
    before = found_in(written.document, steps)
    if not isinstance(before, Mapping) or not isinstance(value, Mapping) or steps not in written.steps:
        return written.put(steps, value)
    for key in before:
        written = written if key in value else written.take((*steps, key))
    for key, one in value.items():
        written = written if before.get(key) == one else written.put((*steps, key), one)
    return written


def _with_record(written: Written, steps: Steps, made: Mapping[str, Any]) -> Written:
    """Begin a record under a heading, and what is in it."""
    written = written.put(steps, {})
    for key, value in made.items():
        here = (*steps, key)
        written = _with_record(written, here, value) if isinstance(value, dict) else written.put(here, value)
    return written


def _at_hand(editing: Editing, steps: Steps) -> Written:
    """Give the text in which the record of a place is written: of a short case, perhaps with its defaults."""
    written = editing.now.written
    whole = len(steps) - (0 if steps and isinstance(steps[-1], int) else 1)
    for end in range(1, whole + 1):
        if isinstance(steps[end - 1], int) and found_in(written.document, steps[:end]) is None:
            return written_out(editing) if found_in(editing.document, steps[:end]) is not None else written
    return written


def _tidied(editing: Editing, written: Written, typed: Mapping[Steps, Typed] | None = None) -> Editing:
    """Give the state after something was left out: shared figures that nothing uses any more go with it."""
    before = editing.map.uses
    for _ in before:  # one that is gone may have been the last that named another
        uses = map_of(filled(written.document)).uses
        unused = [
            name for name, used in before.items() if used and not uses.get(name) and written.has(("shared", name))
        ]
        if not unused:
            break
        for name in unused:
            written = written.take(("shared", name))
    return changed(editing, written, typed=typed)


def _not_taken(editing: Editing, steps: Steps, text: str, told: Message) -> Editing:
    return _kept(editing, steps, Typed(text, told))


def _kept(editing: Editing, steps: Steps, typed: Typed) -> Editing:
    return changed(editing, typed={**editing.typed, steps: typed})


def _forgotten(editing: Editing, steps: Steps) -> Editing:
    return changed(editing, typed=_without(editing, steps))


def _without(editing: Editing, steps: Steps) -> dict[Steps, Typed]:
    return {place: one for place, one in editing.typed.items() if place != steps}


def _moved(editing: Editing, steps: Steps, new: Callable[[int], int | None]) -> dict[Steps, Typed]:
    """Give what is typed and not taken, where it stands after a list was changed."""
    moved: dict[Steps, Typed] = {}
    for place, one in editing.typed.items():
        position = place[len(steps)] if place[: len(steps)] == steps and len(place) > len(steps) else None
        if not isinstance(position, int):
            moved[place] = one
        elif (after := new(position)) is not None:
            moved[(*steps, after, *place[len(steps) + 1 :])] = one
    return moved
