"""Two documents gone through side by side: which records are the same, by their names and not by their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from colocate.case.correlation import Correlation
from colocate.casefile.fields import Field, key_of

Place = tuple[str, ...]
"""Where something is in a case, by names: ("options", "[move]", "lease", "rent")."""

Record = Mapping[str, Any]


class Pair(NamedTuple):
    """A record of a list as either case has it, None where it has none; `step` tells it from the others."""

    step: str
    old: Record | None
    new: Record | None


def path_of_place(place: Place) -> str:
    """Write a place as a path.

    >>> path_of_place(("options", "[move]", "lease", "rent"))
    'options[move].lease.rent'
    """
    return ".".join(place).replace(".[", "[")


def is_record(field: Field, old: object, new: object) -> bool:
    """Tell whether a field holds one record in both cases, so that what is inside can be compared."""
    return field.kind == "record" and isinstance(old, Mapping) and isinstance(new, Mapping)


def pairs_of(field: Field, old: object, new: object) -> list[Pair] | None:
    """Pair the records of a list: in the order of the old case, each new one behind the one that it follows.

    Records are told apart by their names; where they have none, by their place in lists of one length. None where that
    cannot be done, so that the list is one thing, and for what is no list of records.
    """
    if field.kind != "records" or field.record is None:
        return None
    olds, news = _records(old), _records(new)
    key = key_of(field.record)
    if key is None:
        if len(olds) != len(news) or field.record is Correlation:
            return None
        return [Pair(f"[{place}]", one, two) for place, (one, two) in enumerate(zip(olds, news, strict=True))]
    by_name = [{one.get(key): one for one in records} for records in (olds, news)]
    if any(len(names) < len(records) for names, records in zip(by_name, (olds, news), strict=True)):
        return None
    return [Pair(f"[{name}]", by_name[0].get(name), by_name[1].get(name)) for name in in_one_order(*by_name)]


def in_one_order(first: Sequence[Any] | Mapping[Any, Any], second: Sequence[Any] | Mapping[Any, Any]) -> list[Any]:
    """Give the names of two lists as one: those of the first in its order, each other one behind its own predecessor.

    >>> in_one_order(["a", "b", "d"], ["b", "c", "e"])
    ['a', 'b', 'c', 'e', 'd']
    """
    names, before = list(first), None
    for name in second:
        if name not in names:
            names.insert(0 if before is None else names.index(before) + 1, name)
        before = name
    return names


def is_in_other_order(found: Sequence[Pair], field: Field, new: object) -> bool:
    """Tell whether the records that both cases have stand in another order in the new one."""
    key = None if field.record is None else key_of(field.record)
    both = [pair.step for pair in found if pair.old is not None and pair.new is not None]
    then = [f"[{one.get(key)}]" for one in _records(new)] if key else both
    return [step for step in then if step in both] != both


def _records(written: object) -> list[Record]:
    return [one for one in written if isinstance(one, Mapping)] if isinstance(written, list) else []
