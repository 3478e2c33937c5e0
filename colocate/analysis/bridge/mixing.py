"""A case between two cases: that of one document in which some inputs are already those of the other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from colocate.analysis.bridge.differences import ORDER, SHARED
from colocate.analysis.bridge.pairs import Pair, Place, Record, is_record, pairs_of
from colocate.case import Case
from colocate.casefile.fields import Field, fields_of
from colocate.casefile.references import KEYS_OF
from colocate.casefile.walk import survey

COME_WITH_THEIR_USE = ("drivers", "currencies", "houses", "reference_classes")
"""Lists whose records do nothing by themselves: one that a single case has is there as soon as something names it."""

CORRELATIONS = "correlations"


def mixed(old: Record, new: Record, taken: Collection[Place]) -> dict[str, Any]:
    """Give the old document with the inputs at these places as the new one has them; with all of them, it is the new.

    The places are those of `differences_of`. What only one document has and others name (shared figures, drivers)
    comes and goes with those that name it, and a correlation holds where both its figures are there.
    """
    found = _record(Case, old, new, (), frozenset(taken))
    shared = _shared(old.get(SHARED), new.get(SHARED), frozenset(taken))
    while any(_only_what_is_named(found, name, old, new) for name in COME_WITH_THEIR_USE):
        pass  # what is gone now may have been the last to name another
    used = _named_shared(found, shared)
    if used:
        found[SHARED] = {name: written for name, written in shared.items() if name in used}
    if CORRELATIONS in found:
        _only_of_figures(found)
    return found


def comes_with_its_use(place: Place) -> bool:
    """Tell whether a record that only one case has is no input by itself."""
    return len(place) == 2 and place[0] in COME_WITH_THEIR_USE


def _record(record: type, old: Record, new: Record, here: Place, taken: frozenset[Place]) -> dict[str, Any]:
    found = {}
    for field in fields_of(record):
        value = _field(field, old.get(field.name), new.get(field.name), (*here, field.name), taken)
        if value is not None:
            found[field.name] = value
    return found


def _field(field: Field, old: Any, new: Any, here: Place, taken: frozenset[Place]) -> Any:
    if old == new or here in taken:
        return new
    if field.record is not None and is_record(field, old, new):
        return _record(field.record, old, new, here, taken)
    found = pairs_of(field, old, new)
    if found is None or field.record is None:
        return old
    if (*here, ORDER) in taken:
        found = pairs_of(field, new, old) or []
        found = [Pair(pair.step, pair.new, pair.old) for pair in found]
    return list(_list(field.record, found, here, taken)) or None


def _list(record: type, found: list[Pair], here: Place, taken: frozenset[Place]) -> Iterator[Record]:
    for pair in found:
        inner = (*here, pair.step)
        if pair.old is not None and pair.new is not None:
            yield pair.old if pair.old == pair.new else _record(record, pair.old, pair.new, inner, taken)
        elif comes_with_its_use(inner):
            yield pair.old or pair.new or {}
        elif pair.old is not None and inner not in taken:
            yield pair.old
        elif pair.new is not None and inner in taken:
            yield pair.new


def _shared(old: Any, new: Any, taken: frozenset[Place]) -> dict[str, Any]:
    """Give all shared figures of both, those of both as they are taken."""
    olds, news = (one if isinstance(one, Mapping) else {} for one in (old, new))
    both = {name: news[name] if (SHARED, name) in taken else written for name, written in olds.items() if name in news}
    return {**news, **olds, **both}


def _named_shared(found: Record, shared: Mapping[str, Any]) -> set[str]:
    """Give the shared figures that a document uses, one through another too."""
    used: set[str] = set()
    waiting = [text.removeprefix(f"{SHARED}.") for text in _texts(found) if text.startswith(f"{SHARED}.")]
    while waiting:
        name = waiting.pop()
        if name in shared and name not in used:
            used.add(name)
            written = shared[name]
            if isinstance(written, str):
                waiting.append(written.removeprefix(f"{SHARED}."))
    return used


def _only_what_is_named(found: dict[str, Any], name: str, old: Record, new: Record) -> bool:
    """Take out what only one of two documents has, and nothing names; tell whether there was any."""
    key = KEYS_OF[name]
    known = [{one.get(key) for one in document.get(name) or ()} for document in (old, new)]
    kept = []
    for one in found.get(name, ()):
        others = {**found, name: [other for other in found[name] if other is not one]}
        called = one[key]
        in_both = all(called in names for names in known)
        if in_both or any(text == called or f"[{called}]" in text for text in _texts(others)):
            kept.append(one)
    gone = len(found.get(name, ())) - len(kept)
    if kept:
        found[name] = kept
    else:
        found.pop(name, None)
    return gone > 0


def _only_of_figures(found: dict[str, Any]) -> None:
    """Keep the correlations between figures that are there."""
    correlations = found.pop(CORRELATIONS)
    read = survey(found)
    figures = {one.path for of_record in read.figures.values() for _, _, one in of_record if not isinstance(one, list)}
    kept = [one for one in correlations if one.get("first") in figures and one.get("second") in figures]
    if kept:
        found[CORRELATIONS] = kept


def _texts(written: Any) -> Iterator[str]:
    if isinstance(written, str):
        yield written
    elif isinstance(written, Mapping):
        for one in written.values():
            yield from _texts(one)
    elif isinstance(written, (list, tuple)):
        for one in written:
            yield from _texts(one)
