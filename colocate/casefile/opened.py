"""What is kept beside a case when it is saved as it stands in the app: what was changed, weights, scenarios.

It is written as JSON, and hostile until checked: form here, and what fits the case in `faults_of_opened`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from colocate.case import Case
from colocate.case.weighing import SwingChoice, Worth
from colocate.casefile.changing import FREE, PATH_LIMIT, Value, change, part_of
from colocate.casefile.faults import CONTROL, CaseError, Fault, fault_at, within
from colocate.message import Message

FORMAT = 1
LONGEST = PATH_LIMIT
"""Characters of a path, of a name, or of who was asked."""

MOST_SCENARIOS, MOST_CHANGES, MOST_CHOICES, MOST_CRITERIA = 200, 2_000, 200, 50
TOP = 100.0
"""Points that a swing can have."""

KEYS = ("format", "file", "name", "changes", "scenarios", "weights", "decided")
KEYS_OF_DECIDED = ("by", "on", "version", "fingerprint", "before")
MOST_VERSIONS = 10_000
KEYS_OF_WEIGHTS = ("start", "swings", "choices", "seen", "by", "asked")


@dataclass(frozen=True)
class Weights:
    """What the user says of weights: whose to start from, and once they are touched, all points and all answers.

    `start` is the name of a judgement of the case, or of equal swings; empty for the first there is. `seen` has the
    points at which the result was first seen; while it is empty the result is not shown. `by` and `asked` say whose
    weights they are, and who was asked when, for the case that they are to be kept in.
    """

    start: str = ""
    swings: Mapping[str, float] = field(default_factory=dict)
    choices: tuple[SwingChoice, ...] = ()
    seen: Mapping[str, float] = field(default_factory=dict)
    by: str = ""
    asked: str = ""


@dataclass(frozen=True)
class Decided:
    """A decision that a case was frozen at: who made it and on which day (typed), and which version of the case it was.

    `fingerprint` is that of the case as it was decided, `before` that of the version before, empty for the first. A
    case that was changed since has another fingerprint, and is frozen as the next version.
    """

    by: str
    on: str
    version: int
    fingerprint: str
    before: str = ""


@dataclass(frozen=True)
class Opened:
    """How a case stood when it was saved: its file's name, the changes by path and their name, scenarios, weights.

    `decided` is the last decision that it was frozen at, None where it never was.
    """

    file_name: str = ""
    changes: Mapping[str, Value] = field(default_factory=dict)
    name: str = ""
    scenarios: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    weights: Weights = field(default_factory=Weights)
    decided: Decided | None = None


class _WrongError(Exception):
    """A part of the file has the wrong form; `steps` lead to it."""

    def __init__(self, steps: str, due: Message) -> None:
        self.steps, self.due = steps, due
        super().__init__(steps)


def opened_text(opened: Opened) -> str:
    """Write how a case stood as JSON; numbers so that they read back as the same."""
    weights = opened.weights
    decided = {} if opened.decided is None else {"decided": vars(opened.decided)}
    return json.dumps(
        {
            "format": FORMAT,
            "file": opened.file_name,
            "name": opened.name,
            "changes": dict(opened.changes),
            "scenarios": {name: dict(changes) for name, changes in opened.scenarios.items()},
            "weights": {
                "start": weights.start,
                "swings": dict(weights.swings),
                "choices": [[one.first, one.worth, one.second] for one in weights.choices],
                "seen": dict(weights.seen),
                "by": weights.by,
                "asked": weights.asked,
            },
            **decided,
        },
        indent=1,
        allow_nan=False,
    )


def read_opened(text: str, name: str) -> Opened:
    """Read how a case stood; CaseError in words where the text is not that."""
    try:
        document = json.loads(text, parse_constant=_no_number, object_pairs_hook=_each_once)
    except (ValueError, RecursionError) as error:
        told = error.msg if isinstance(error, json.JSONDecodeError) else "ValueError"
        raise CaseError([fault_at(name, "cannot be read as JSON ({error})", _again(), error=told)]) from None
    try:
        return _read(document)
    except _WrongError as error:
        where = within(name, error.steps) if error.steps else name
        raise CaseError([Fault(where, Message("has the wrong form"), error.due)]) from None


def faults_of_opened(opened: Opened, case: Case, name: str) -> list[Fault]:
    """Find what of the changes and scenarios does not fit the case, by the path of each."""
    faults: list[Fault] = []
    for place, changes in (("changes", opened.changes), *opened.scenarios.items()):
        here = within(name, place)
        strange = [path for path in changes if not can_be_changed(case, path)]
        faults += [
            fault_at(within(here, path), "is no figure of the case that can be moved, and no switch", _out())
            for path in strange
        ]
        if strange:
            continue
        try:
            change(case, changes)
        except CaseError as error:
            faults += [Fault(within(here, one.where), one.problem, one.remedy) for one in error.faults]
    return faults


def can_be_changed(case: Case, path: str) -> bool:
    """Tell whether a path is a lever of the case, an end of its range, or the switch of a back-office service."""
    figure = case.quantities.get(part_of(path)[0])
    if figure is not None:
        return figure.lever
    return path in {f"back_office[{one.service}].opt_in" for one in case.back_office}


def _read(document: Any) -> Opened:
    table = _table(document, "", KEYS)
    if table.get("format") != FORMAT or isinstance(table["format"], bool):
        raise _WrongError("format", Message("Due: {format}; a later version of the program may read it", format=FORMAT))
    scenarios = _table(table.get("scenarios", {}), "scenarios", most=MOST_SCENARIOS)
    weights = _table(table.get("weights", {}), "weights", KEYS_OF_WEIGHTS)
    return Opened(
        file_name=_words(table, "file"),
        changes=_changes(table.get("changes", {}), "changes"),
        name=_words(table, "name"),
        scenarios={_name(one): _changes(changes, f"scenarios, {_name(one)}") for one, changes in scenarios.items()},
        weights=Weights(
            start=_words(weights, "start"),
            swings=_points(weights.get("swings", {}), "weights, swings"),
            choices=_choices(weights.get("choices", [])),
            seen=_points(weights.get("seen", {}), "weights, seen"),
            by=_words(weights, "by"),
            asked=_words(weights, "asked"),
        ),
        decided=_decided(table["decided"]) if "decided" in table else None,
    )


def _decided(value: Any) -> Decided:
    table = _table(value, "decided", KEYS_OF_DECIDED)
    due = Message("Due: a whole number from 1 to {most}", most=MOST_VERSIONS)
    version = _checked(table.get("version"), "decided, version", _is_version, due)
    by, on, mark, before = (
        _name(table.get(key, ""), f"decided, {key}") for key in ("by", "on", "fingerprint", "before")
    )
    return Decided(by, on, version, mark, before)


def _table(value: Any, steps: str, keys: tuple[str, ...] = (), most: int = 0) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _WrongError(steps, Message("Due: a table of names with values"))
    strange = next((key for key in value if keys and key not in keys), None)
    if strange is not None:
        raise _WrongError(strange[:60], Message("Due: {names}", names=", ".join(keys)))
    if most and len(value) > most:
        raise _WrongError(steps, Message("Due: at most {most}", most=most))
    return value


def _words(table: Mapping[str, Any], key: str) -> str:
    return _name(table.get(key, ""), key)


def _name(value: Any, steps: str = "scenarios") -> str:
    if not isinstance(value, str) or len(value) > LONGEST or CONTROL.search(value) or not can_be_written(value):
        raise _WrongError(steps, Message("Due: words of at most {most} characters", most=LONGEST))
    return value


def can_be_written(value: str) -> bool:
    """Tell whether words can be written into a file: half a character, which JSON can tell, cannot."""
    return not any("\ud800" <= mark <= "\udfff" for mark in value)


def _changes(value: Any, steps: str) -> dict[str, Value]:
    return {
        path: _checked(
            one, f"{steps}, {_name(path[:PATH_LIMIT], steps)}", _is_value, Message("Due: a number or a switch")
        )
        for path, one in _table(value, steps, most=MOST_CHANGES).items()
    }


def _points(value: Any, steps: str) -> dict[str, float]:
    due = Message("Due: points from 0 to {most}", most=TOP)
    table = _table(value, steps, most=MOST_CRITERIA)
    return {_name(name, steps): float(_checked(one, steps, _is_point, due)) for name, one in table.items()}


def _choices(value: Any) -> tuple[SwingChoice, ...]:
    steps, due = "weights, choices", Message("Due: lists of a criterion, a worth, and another criterion")
    for one in _checked(value, steps, lambda found: isinstance(found, list) and len(found) <= MOST_CHOICES, due):
        _checked(one, steps, _is_choice, due)
    return tuple(SwingChoice(first=_name(one[0]), worth=one[1], second=_name(one[2])) for one in value)


def _checked(value: Any, steps: str, holds: Callable[[Any], bool], due: Message) -> Any:
    if not holds(value):
        raise _WrongError(steps, due)
    return value


def _is_value(value: Any) -> bool:
    return isinstance(value, bool) or value == FREE or _is_number(value)


def _is_number(value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return math.isfinite(value) if isinstance(value, float) else abs(value) < 10**15


def _is_version(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_VERSIONS


def _is_point(value: Any) -> bool:
    return _is_number(value) and 0 <= value <= TOP


def _is_choice(value: Any) -> bool:
    if not isinstance(value, list) or len(value) != 3 or not all(isinstance(one, str) for one in value):
        return False
    return value[1] in get_args(Worth) and value[0] != value[2]


def _no_number(_word: str) -> float:
    raise ValueError


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make a table of pairs; one name twice would hide the first from whoever reads the file."""
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError
    return table


def _again() -> Message:
    return Message("Save the case again in the app, or take the file out of the saved case")


def _out() -> Message:
    return Message("Take it out there, or mend the case")
