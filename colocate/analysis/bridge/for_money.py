"""What of a document can move money, and nothing else: without words, sources, gates, scales and answers.

A bridge over money works on this, so that a name or a source that differs is no step, and no rule about what has
nothing to do with money stands between two steps.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from colocate.analysis.bridge.pairs import Record
from colocate.case import Case, Option
from colocate.casefile.fields import Field, fields_of, key_of

SAYS_NOTHING = "-"
LEFT_OUT: dict[type, frozenset[str]] = {
    Case: frozenset({"defaults", "funds", "checklist", "criteria", "weighing", "ruled_out", "paper"}),
    Option: frozenset({"mandate", "government", "gates", "criteria"}),
}
"""What no amount of any book is worked out from. A case is filled up before it comes here: it needs no defaults."""

WORDS = frozenset(
    {"title", "summary", "agency", "name", "short", "fund", "source", "evidence", "illustrative", "lever"}
)
"""Fields that say what something is called, where it comes from, or which of the agency's funds bears it."""

OF_ACCESS = "access"
IN_MONEY = "money"


def for_money(document: Record, *, with_access: bool) -> dict[str, Any]:
    """Give a document with nothing in it but what money is worked out from, in the form of the format.

    Access stays in it where staff travel is shown in money in either of two cases (`travels_in_money`).
    """
    plain = _record(Case, document, with_access=with_access)
    shared = document.get("shared")
    if isinstance(shared, Mapping):
        plain["shared"] = {name: _figure(written) for name, written in shared.items()}
    return plain


def travels_in_money(document: Record) -> bool:
    """Tell whether staff travel costs money in a case, so that its access moves money."""
    travel = document.get("travel")
    return isinstance(travel, Mapping) and travel.get("shown_in") == IN_MONEY


def _record(record: type, written: Record, *, with_access: bool) -> dict[str, Any]:
    left_out = LEFT_OUT.get(record, frozenset())
    if not with_access:
        left_out |= {Case: {OF_ACCESS}, Option: {"place"}}.get(record, frozenset())
    found: dict[str, Any] = {}
    for field in fields_of(record):
        if field.name not in left_out and written.get(field.name) is not None:
            key = key_of(record)
            called = SAYS_NOTHING if key is None else str(written.get(key, SAYS_NOTHING))
            value = _value(field, written[field.name], called, is_key=field.name == key, with_access=with_access)
            if value is not None:
                found[field.name] = value
    return found


def _value(field: Field, written: Any, called: str, *, is_key: bool, with_access: bool) -> Any:
    """Give what stands in a field; a name that must be there is the short name, by which records are told apart."""
    if field.kind == "figure":
        return _figure(written)
    if field.kind == "figures":
        return [_figure(one) for one in written] if isinstance(written, list) else _figure(written)
    if field.record is not None:
        if isinstance(written, list):
            return [_record(field.record, one, with_access=with_access) for one in written] or None
        return _record(field.record, written, with_access=with_access)
    if field.name in WORDS and not is_key:
        if not field.required:
            return None
        return False if field.kind == "switch" else called
    return written


def _figure(written: Any) -> Any:
    """Give a figure without what says where it comes from."""
    if not isinstance(written, Mapping):
        return written
    kept = {key: value for key, value in written.items() if key not in ("lever", "default")}
    return {**kept, "source": SAYS_NOTHING, "quality": "assumed"}
