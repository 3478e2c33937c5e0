"""Change figures of a case by path: in memory, and in its file without losing a comment or the order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import tomlkit

from colocate.case import Case
from colocate.casefile.building import build_case, with_tables
from colocate.casefile.faults import CaseError, Fault, did_you_mean, path_of
from colocate.casefile.fields import KEYS
from colocate.casefile.reading import examined

Value = float | int | bool | str
PATH_LIMIT = 500
STEP = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*)|\[([^\]]+)\]")


def change(case: Case, changes: Mapping[str, Value]) -> Case:
    """Give the case with values changed by path, checked again whole.

    A path names a figure ("options[move].lease.rent", "shared.market_rent"), one number of its range
    ("options[move].lease.rent.high"), or a switch or choice ("back_office[ict].opt_in"). A figure's value is in the
    unit of the file. Raises CaseError where a path leads nowhere or the changed case is at fault.
    """
    if not changes:
        return case
    document: dict[str, Any] = _copied(case.document)
    faults = [fault for path, value in changes.items() if (fault := _set(document, path, value)) is not None]
    if faults:
        raise CaseError(faults)
    faults, read = examined(document)
    if faults:
        raise CaseError(faults)
    return with_tables(build_case(document, read), case.constituents, case.travel_times)


def write_changes(text: str, changes: Mapping[str, Value]) -> str:
    """Give the text of a case file with values changed by path; comments, order and spacing stay.

    Raises CaseError where a path leads nowhere.
    """
    document = tomlkit.parse(text)
    faults = [fault for path, value in changes.items() if (fault := _set(document, path, value)) is not None]
    if faults:
        raise CaseError(faults)
    return tomlkit.dumps(document)


def differences(case: Case, other: Case) -> dict[str, float]:
    """Give the central values, by path and in the file's unit, in which another case of the same shape differs."""
    return {
        path: quantity.value
        for path, quantity in other.quantities.items()
        if path in case.quantities and case.quantities[path].value != quantity.value
    }


def value_of(text: str) -> Value:
    """Read the value of a `path=value` on a command line or in an address: true, false, a number, or words."""
    if text in ("true", "false"):
        return text == "true"
    try:
        number = float(text)
    except ValueError:
        return text
    return int(number) if re.fullmatch(r"[+-]?\d{1,15}", text) else number


def _copied(part: Any) -> Any:
    """Copy tables and lists, however deep; what they hold besides cannot be changed in place."""
    if isinstance(part, Mapping):
        return {key: _copied(one) for key, one in part.items()}
    return [_copied(one) for one in part] if isinstance(part, list) else part


def _set(document: Any, path: str, value: Value) -> Fault | None:
    steps = _parse(path)
    if steps is None:
        return Fault(path, "is not a path", "Write it like options[move].lease.rent")
    place = document
    written_steps: tuple[str | int, ...] = ()
    for step in steps[:-1]:
        found = _step_into(place, step)
        if found is None:
            return _nowhere(path, place, step)
        place, written = found
        written_steps = (*written_steps, *written)
    last = steps[-1]
    if not isinstance(place, Mapping) or last not in place:
        found = _step_into(place, last)
        if found is None:
            return _nowhere(path, place, last)
    if isinstance(place, list):
        position = _step_into(place, last)[1][0]  # type: ignore[index]
        return _assign(place, position, value, path)
    return _assign(place, last, value, path)


def _assign(place: Any, key: str | int, value: Value, path: str) -> Fault | None:
    """Put the value in: into a figure's mode where it is a table, else in place of what is written."""
    written = place[key]
    if isinstance(written, Mapping):
        if "unit" not in written:
            return Fault(path, "is not one figure but a part of the case", "Name one of its figures")
        if isinstance(value, str):
            return Fault(path, f'"{value}" is not a number', "Due: a number in the figure's unit")
        written["mode"] = value  # type: ignore[index]
        return None
    if isinstance(written, str) and written.startswith("shared."):
        return Fault(path, f"is the shared figure {written}", f"Set {written}: it changes wherever it is used")
    if isinstance(written, list):
        return Fault(path, "is a list", f"Name one of its parts, for example {path}[0]")
    place[key] = value
    return None


def _step_into(place: Any, step: str) -> tuple[Any, tuple[str | int, ...]] | None:
    if isinstance(place, Mapping):
        return (place[step], (step,)) if step in place else None
    if isinstance(place, list):
        for key in KEYS:
            for position, one in enumerate(place):
                if isinstance(one, Mapping) and one.get(key) == step:
                    return one, (position,)
        if step.isdigit() and int(step) < len(place):
            return place[int(step)], (int(step),)
    return None


def _nowhere(path: str, place: Any, step: str) -> Fault:
    if isinstance(place, Mapping):
        known = [str(key) for key in place]
    elif isinstance(place, list):
        known = [str(next((one[key] for key in KEYS if key in one), "")) for one in place if isinstance(one, Mapping)]
    else:
        known = []
    remedy = did_you_mean(step, known) if known else "The path goes deeper than the case"
    return Fault(path, f'leads nowhere: there is no "{step}" there', remedy)


def _parse(path: str) -> list[str] | None:
    if len(path) > PATH_LIMIT:
        return None
    steps: list[str] = []
    end = 0
    for match in STEP.finditer(path):
        between = path[end : match.start()]
        if between != ("." if match.group(1) and steps else ""):
            return None
        steps.append(match.group(1) or match.group(2))
        end = match.end()
    return steps if steps and end == len(path) else None


__all__ = ["Value", "change", "differences", "path_of", "value_of", "write_changes"]
