"""Inputs that differ between two cases, in words: what each is called, and what either case says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from colocate.analysis.bridge.differences import ORDER, SHARED, TABLES, Difference
from colocate.analysis.bridge.pairs import Place
from colocate.case import Case
from colocate.casefile.fields import Field, fields_of, key_of
from colocate.casefile.figures import Found, follow
from colocate.quantity import Quantity
from colocate.safe import one_line
from colocate.words.case_of_letters import beginning, inside
from colocate.words.language import ENGLISH, Language
from colocate.words.levers import as_it_stands, quality_in_words
from colocate.words.naming import name_of, service_name, short_names

LONGEST = 120
"""Characters of a name or of a value that is no figure."""

MOST_LISTED = 3
"""Figures by year, or words of a list, that are written out; more are counted."""

OPTIONS = "options"


def input_name(cases: tuple[Case, Case], one: Difference, language: Language = ENGLISH) -> str:
    """Name an input as the new case does, or the old one where it has gone: "Lease: tenure (Moving)"."""
    case = cases[0] if one.new is None else cases[1]
    found = quantities_of(case, one, one.old if one.new is None else one.new)
    if one.place[0] == SHARED or (len(found) == 1 and found[0].path == one.path):
        return _cut(name_of(case, found[0], with_option=True, language=language) if found else one.place[-1])
    return place_name(cases, one.place, language)


def place_name(cases: tuple[Case, Case], place: Place, language: Language = ENGLISH) -> str:
    """Name a part of a case by its labels, the option's own label behind: "Running costs: Guards (Moving)"."""
    if place == TABLES:
        return language.say("Constituents and measured times")
    words, option = _labels(cases, place, language)
    if not words:
        return _cut(option or place[-1])
    name = words[-1]
    for word in reversed(words[:-1]):
        name = language.say("{record}: {figure}", record=word, figure=inside(name))
    if option:
        name = language.say("{name} ({option})", name=name, option=option)
    return _cut(beginning(name))


def said_of(case: Case, one: Difference, *, new: bool, language: Language = ENGLISH) -> str:
    """Say what the old or the new case says of an input: a figure with its range, a word, or whether it is there."""
    written = one.new if new else one.old
    if one.kind in ("added", "removed"):
        return language.say("not there") if written is None else language.say("there")
    if one.kind == "tables":
        return _tables(written, language)
    if one.kind == "figure":
        return _figures(case, one, written, language)
    if written is None:
        return language.say("left out")
    return _value(one, written, language)


def quantities_of(case: Case, one: Difference, written: Any) -> tuple[Quantity, ...]:
    """Give the figures that stand in a place of a case: one, or one for each year; none where there are none."""
    if one.kind != "figure":
        return ()
    shared = case.document.get(SHARED)
    parts = list(enumerate(written)) if isinstance(written, list) else [(None, written)]
    found = []
    for year, part in parts:
        path = one.path if year is None else f"{one.path}[{year}]"
        told = follow(part, path, shared if isinstance(shared, Mapping) else {})
        if isinstance(told, Found) and told.path in case.quantities:
            found.append(case.quantities[told.path])
    return tuple(found)


def _figures(case: Case, one: Difference, written: Any, language: Language) -> str:
    found = quantities_of(case, one, written)
    if not found:
        return language.say("left out")
    both = (one.old, one.new)
    if all(isinstance(side, Mapping) for side in both) and _numbers(one.old) == _numbers(one.new):
        if one.old.get("quality") != one.new.get("quality"):
            return quality_in_words(found[0].quality, language)
        return _cut(found[0].source)
    words = [as_it_stands(case, each, language) for each in found[:MOST_LISTED]]
    if len(found) > MOST_LISTED:
        words.append(language.say("and so on, {count} years", count=language.number(len(found))))
    return "; ".join(words)


def _numbers(written: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in written.items() if key not in ("source", "quality", "lever", "default")}


def _value(one: Difference, written: Any, language: Language) -> str:
    if one.kind == "order":
        names = [str(_called(record) or "") for record in written] if isinstance(written, list) else []
        return _listed(names, language)
    if isinstance(written, bool):
        return language.say("yes") if written else language.say("no")
    if isinstance(written, date):
        return language.day(written)
    if isinstance(written, int):
        return str(written)
    if isinstance(written, list):
        if all(isinstance(part, str) for part in written):
            return _listed(written, language)
        return language.say_many("{count} entry", "{count} entries", len(written))
    if isinstance(written, Mapping):
        return _listed([f"{name} {part}" for name, part in written.items()], language)
    return _cut(str(written))


def _tables(written: Any, language: Language) -> str:
    constituents, ways = written if isinstance(written, tuple) else (0, 0)
    return language.say(
        "{constituents} constituents, {ways} measured ways",
        constituents=language.number(constituents),
        ways=language.number(ways),
    )


def _listed(words: list[str], language: Language) -> str:
    if len(words) > MOST_LISTED:
        words = [*words[:MOST_LISTED], language.say("{count} more", count=language.number(len(words) - MOST_LISTED))]
    return _cut(language.listed(words))


def _labels(cases: tuple[Case, Case], place: Place, language: Language) -> tuple[list[str], str]:
    """Give the labels on the way to a place, and the label of the option that it is in."""
    words: list[str] = []
    option, record = "", Case  # type: tuple[str, type | None]
    for field, step, written in _way(cases, place):
        if step == ORDER:
            words.append(language.say("Order"))
        elif step.startswith("["):
            key = step[1:-1]
            if field.name == OPTIONS and not option:
                option = next((names[key] for case in reversed(cases) if key in (names := short_names(case))), key)
            elif key.isdigit() and (record is None or key_of(record) is None):
                words.append(language.say("{part} {number}", part=words.pop(), number=language.number(int(key) + 1)))
            else:
                words.append(_record_name(field, key, written, language))
        else:
            record = field.record
            if field.name != OPTIONS:
                words.append(language.say(field.note.label))
    return words, option


def _way(cases: tuple[Case, Case], place: Place) -> Iterator[tuple[Field, str, Any]]:
    """Give the field, the step and what is written there, as the new case has it, for every step to a place."""
    record: type | None = Case
    field: Field | None = None
    documents: list[Any] = [case.document for case in cases]
    for step in place:
        if not step.startswith("[") and step != ORDER:
            field = next((one for one in fields_of(record) if one.name == step), None) if record is not None else None
            if field is None:
                return
            record = field.record
            documents = [one.get(step) if isinstance(one, Mapping) else None for one in documents]
        elif step.startswith("["):
            documents = [_one_of(one, step[1:-1], record) for one in documents]
        if field is not None:
            yield field, step, next((one for one in reversed(documents) if one is not None), None)


def _one_of(written: Any, name: str, record: type | None) -> Any:
    if not isinstance(written, list) or record is None:
        return None
    key = key_of(record)
    if key is None:
        return written[int(name)] if name.isdigit() and int(name) < len(written) else None
    return next((one for one in written if isinstance(one, Mapping) and str(one.get(key)) == name), None)


def _record_name(field: Field, key: str, written: Any, language: Language) -> str:
    if field.name == "back_office":
        return service_name(key, language)
    return _cut(str(_called(written) or key))


def _called(written: Any) -> Any:
    if not isinstance(written, Mapping):
        return None
    return written.get("name") or written.get("text") or written.get("id")


def _cut(words: str) -> str:
    return one_line(words, LONGEST)
