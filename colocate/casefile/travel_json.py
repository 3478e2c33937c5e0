"""Measured travel times in JSON: the answers of OSRM's table service and of Valhalla's matrix (sources_to_targets).

Both give seconds by cell, a row for each source and a column for each target. Lists "from_ids" and "to_ids" at the top
level, which whoever keeps the answer adds to it, tell which constituent or option each source and target is; without
them places are told by their locations.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from colocate.casefile.faults import (
    Fault,
    fault_at,
    line_of,
    within,
)
from colocate.casefile.sheet import cells_counted
from colocate.casefile.travel_places import Spot, is_number, known_places, place_at
from colocate.casefile.travel_ways import LONGEST, MEND, MOST_FAULTS, NO_WAY, Ends, Way, fault_of_end, pair_of
from colocate.message import Message

WHOLE_DIGITS = 18
"""A whole number of more digits is read as one with a point: no id and no second needs more."""


@dataclass(frozen=True)
class Matrix:
    """An answer laid out alike for all engines: cells by row, and what stands for sources and targets.

    `label` is the path to the cells; `inside` is the key of the seconds within a cell, empty where a cell is a number.
    """

    cells: object
    label: str
    inside: str
    sources: object
    targets: object
    target_label: str


def ways_in_json(text: str, name: str, ends: Ends, spots: Sequence[Spot]) -> tuple[list[Way], list[Fault]]:
    """Read every way between a constituent and an option from an engine's answer, and every fault by place or cell."""
    document = _document(text, name)
    if isinstance(document, Fault):
        return [], [document]
    matrix = _matrix(document, name)
    if isinstance(matrix, Fault):
        return [], [matrix]
    rows, faults = _rows(matrix, name)
    if faults:
        return [], faults
    known = known_places(spots)
    from_names, wrong = _names(document.get("from_ids"), matrix.sources, len(rows), ("from_ids", "sources"), name)
    starts, faults = _resolved(from_names, wrong, ends, known, name)
    width = len(rows[0]) if rows else 0
    to_names, wrong = _names(document.get("to_ids"), matrix.targets, width, ("to_ids", matrix.target_label), name)
    targets, more = _resolved(to_names, wrong, ends, known, name)
    faults += more
    return ([], faults) if faults else _ways(matrix, rows, starts, targets, ends, name)


def _document(text: str, name: str) -> dict[str, Any] | Fault:
    try:
        document = json.loads(text.lstrip("\ufeff"), parse_constant=_refused, parse_int=_whole)
    except json.JSONDecodeError as error:
        return fault_at(
            within(name, line_of(error.lineno)),
            "cannot be read as JSON: {reason}",
            "Save the engine's answer again, whole",
            reason=error.msg,
        )
    except ValueError as error:
        return fault_at(
            name,
            "holds {word}, which is no number of JSON",
            "Write null where no way was found, else seconds",
            word=str(error),
        )
    except RecursionError:
        return fault_at(name, "is nested too deeply", "Save the answer of the routing engine as it came")
    if not isinstance(document, dict):
        return fault_at(name, "is a list, not the answer of a routing engine", "Save the answer as it came")
    return document


def _refused(word: str) -> float:
    raise ValueError(word)


def _whole(digits: str) -> int | float:
    return int(digits) if len(digits) <= WHOLE_DIGITS else float(digits)


def _matrix(document: dict[str, Any], name: str) -> Matrix | Fault:
    told = document.get("message", document.get("error", ""))
    told = told[:100] if isinstance(told, str) else ""
    if "error_code" in document:
        plain = Message("the engine answered with an error")
        error = Message("the engine answered with an error: {told}", told=told) if told else plain
        return Fault(f"{name}, error_code", error, Message("Ask it again, and save that"))
    if "sources_to_targets" in document:
        cells = document["sources_to_targets"]
        places = (document.get("sources"), document.get("targets"), "targets")
        if isinstance(cells, dict):
            return Matrix(cells.get("durations"), "sources_to_targets.durations", "", *places)
        return Matrix(cells, "sources_to_targets", "time", *places)
    if "durations" not in document and "code" not in document:
        return fault_at(
            name,
            "is no answer of a routing engine: it has neither durations nor sources_to_targets",
            "Due: an answer of OSRM's table service or Valhalla's matrix, or a CSV table",
        )
    if document.get("code") != "Ok":
        return Fault(
            f"{name}, code",
            _answered(document.get("code"), told),
            Message('Due: "Ok"; ask the engine again, and save that'),
        )
    if document.get("fallback_speed_cells"):
        return fault_at(
            f"{name}, fallback_speed_cells",
            "some cells are estimates by the engine (fallback_speed), not measured",
            "Ask again without fallback_speed",
        )
    return Matrix(
        document.get("durations"),
        "durations",
        "",
        document.get("sources"),
        document.get("destinations"),
        "destinations",
    )


def _answered(code: object, told: str) -> Message:
    """Say what the engine answered in place of Ok, with its own words where it gives some."""
    if not isinstance(code, str):
        return Message("is missing")
    if not told:
        return Message('the engine answered "{code}"', code=code[:40])
    return Message('the engine answered "{code}": {told}', code=code[:40], told=told)


def _rows(matrix: Matrix, name: str) -> tuple[list[list[Any]], list[Fault]]:
    """Give the cells by row, all rows of one length."""
    cells = matrix.cells
    if not isinstance(cells, list) or not cells:
        return [], [fault_at(f"{name}, {matrix.label}", "is no matrix", "Due: a list of rows, one for each source")]
    faults = []
    width = len(cells[0]) if isinstance(cells[0], list) else 0
    for number, row in enumerate(cells):
        here = f"{name}, {matrix.label}[{number}]"
        if not isinstance(row, list) or not row:
            faults.append(fault_at(here, "is no row", "Due: a list with a cell for each target"))
        elif len(row) != width and width:
            faults.append(Fault(here, cells_counted(len(row), width), Message("All rows are equally long")))
    return cells, faults[:MOST_FAULTS]


def _names(
    ids: object, places: object, due: int, labels: tuple[str, str], name: str
) -> tuple[list[tuple[str, object]], list[Fault]]:
    """Give what stands for each source or target, with where it stands: ids where given, else places."""
    for label, written in zip(labels, (ids, places), strict=True):
        if written is None:
            continue
        here = f"{name}, {label}"
        if not isinstance(written, list):
            entries = Message.counted(
                "Due: {count} entry, one for each row or column of the matrix",
                "Due: {count} entries, one for each row or column of the matrix",
                due,
            )
            return [], [Fault(here, Message("is no list"), entries)]
        if len(written) != due:
            return [], [
                Fault(
                    here,
                    Message.counted("has {count} entry", "has {count} entries", len(written)),
                    Message("The matrix has {due}: give one for each", due=due),
                )
            ]
        return [(f"{here}[{place}]", one) for place, one in enumerate(written)], []
    return [], [
        fault_at(
            f"{name}, {labels[1]}",
            "is missing",
            'Ask the engine for the places too, or add "{ids}": a constituent or option for each',
            ids=labels[0],
        )
    ]


def _resolved(
    names: list[tuple[str, object]], faults: list[Fault], ends: Ends, known: Any, name: str
) -> tuple[list[str], list[Fault]]:
    """Name each source or target; every one that cannot be named is a fault."""
    found = []
    for where, one in names:
        if len(faults) > MOST_FAULTS:
            break
        label = where.removeprefix(f"{name}, ").split("[")[0]
        key = _id_of(one, where) if label.endswith("_ids") else place_at(one, where, _add_ids(label), known)
        fault = key if isinstance(key, Fault) else fault_of_end(key, "", ends, where)
        if fault is not None:
            faults.append(fault)
        else:
            found.append(str(key))
    return found, faults


def _id_of(written: object, where: str) -> str | Fault:
    if isinstance(written, str):
        return written.strip()
    if isinstance(written, int) and not isinstance(written, bool):
        return str(written)
    return fault_at(where, "is no name", "Due: the id or name of a constituent, or the id of an option")


def _add_ids(label: str) -> Message:
    return Message(
        'Add "{ids}" to the top level of the file: the constituent or option of each of the {label}, in their order',
        ids="from_ids" if label == "sources" else "to_ids",
        label=label,
    )


def _ways(
    matrix: Matrix, rows: list[list[Any]], starts: list[str], targets: list[str], ends: Ends, name: str
) -> tuple[list[Way], list[Fault]]:
    ways: list[Way] = []
    faults: list[Fault] = []
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            pair = pair_of(starts[number], targets[column], ends)
            if pair is None:
                continue
            where = f"{matrix.label}[{number}][{column}]"
            seconds = _seconds(cell, matrix.inside, f"{name}, {where}", (number, column))
            if isinstance(seconds, Fault):
                faults.append(seconds)
            else:
                ways.append(Way(*pair, seconds / 60.0, (), where))
            if len(faults) > MOST_FAULTS:
                return ways, faults
    return ways, faults


def _seconds(cell: Any, inside: str, here: str, place: tuple[int, int]) -> float | Fault:
    """Read the seconds of a cell: a number, or a record with a time and perhaps the place that it stands in."""
    if inside and cell is not None:
        if not isinstance(cell, dict):
            return fault_at(here, "is no record with a time", "Save the answer of the routing engine as it came")
        for key, due in zip(("from_index", "to_index"), place, strict=True):
            if key in cell and cell[key] != due:
                return fault_at(f"{here}.{key}", "is not {due}, where it stands", "Save the answer as it came", due=due)
        here, cell = f"{here}.{inside}", cell.get(inside)
    if cell is None:
        return Fault(here, NO_WAY, MEND)
    if not is_number(cell):
        return fault_at(here, "{cell} is not a number of seconds", "Due: a number, or null", cell=json.dumps(cell)[:40])
    if not 0.0 <= cell <= 60.0 * LONGEST:
        return fault_at(
            here, "{seconds} seconds are off the scale", "Due: 0 to {most}", seconds=float(cell), most=60.0 * LONGEST
        )
    return float(cell)
