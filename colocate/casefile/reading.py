"""Read a case: from bytes or a path to a checked case, or to every fault that stands in the way."""

from __future__ import annotations

import errno
import os
import stat
import tomllib
from codecs import BOM_UTF8
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from colocate.case import Case
from colocate.case.reach import Constituent, TravelTime
from colocate.casefile.building import build_case, with_tables
from colocate.casefile.faults import (
    CONTROL,
    THE_FILE,
    CaseError,
    Fault,
    code_of,
    did_you_mean,
    fault_at,
    line_of,
    within,
)
from colocate.casefile.filling import filled
from colocate.casefile.rules import faults_of_rules
from colocate.casefile.rules_of_ranges import faults_of_ranges
from colocate.casefile.scanning import fault_of_size
from colocate.casefile.slips import fault_of_slip
from colocate.casefile.structure import with_its_form, without_what_has_no_end
from colocate.casefile.tables import read_constituents
from colocate.casefile.travel_tables import read_travel_times
from colocate.casefile.walk import Survey, records_of, survey
from colocate.message import Message

SIZE_LIMIT = 2_000_000
"""Bytes that a case may have; real ones have some ten thousand."""

TABLE_LIMIT = 8_000_000
"""Bytes that a table beside it may have: the ways of 5,000 constituents, with percentiles, have some four million."""

NAME_OF_CASE, NAME_OF_OPENED = "case.toml", "opened.json"
KEPT_NAMES = (NAME_OF_CASE, NAME_OF_OPENED)
"""Names that a saved case (`one_file.py`) keeps for itself: no table can have them."""

SUFFIX = ".colocate"
ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")

ReadBeside = Callable[[str], bytes]


def load_case(path: str | Path) -> Case:
    """Read and check a case file and the tables beside it; or a saved case (.colocate), with what was changed in it.

    Raises CaseError with every fault by path where the case is at fault; nothing else for a file that can be opened.
    """
    from colocate.casefile.one_file import load  # noqa: PLC0415 - it reads by means of this file

    return load(path)[0]


def is_one_file(content: bytes, name: str = "") -> bool:
    """Tell by its first bytes, or by its name, whether a file is to be read as a saved case."""
    return content.startswith(ZIP_STARTS) or name.lower().endswith(SUFFIX)


def read_case(content: bytes, beside: ReadBeside | None = None) -> Case:
    """Read and check a case from its bytes; `beside` gives the bytes of a table named in it, as from an upload."""
    return check_document(document_of(content), beside)


def read_with_tables(content: bytes, beside: ReadBeside) -> tuple[Case, dict[str, bytes]]:
    """Read and check a case, and give with it the bytes of the tables that it names, by their names."""
    taken: dict[str, bytes] = {}

    def take(name: str) -> bytes:
        taken[name] = beside(name)
        return taken[name]

    return read_case(content, take), taken


def document_of(content: bytes) -> dict[str, Any]:
    """Turn the bytes of a case file into its document; CaseError where it is not one."""
    text = text_of(content)
    too_large = fault_of_size(text)
    if too_large is not None:
        raise CaseError([too_large])
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told = fault_of_slip(text, error)
    except ValueError:
        told = fault_at(THE_FILE, "holds a whole number of thousands of digits", "Write numbers such as 12.5")
    except RecursionError:
        told = fault_at(THE_FILE, "is nested too deeply", "A case needs five levels at most")
    raise CaseError([told])


def check_document(document: Mapping[str, Any], beside: ReadBeside | None = None) -> Case:
    """Check a document whole and build its case; CaseError with every fault."""
    document = filled(document)
    faults, read = examined(document)
    constituents, times, table_faults = _tables(read.document, read, beside)
    told = {fault.path for fault in faults}
    faults += [fault for fault in table_faults if fault.path not in told]
    if faults:
        raise CaseError(faults)
    return with_tables(build_case(document, read), constituents, times)


def faults_of_document(document: Mapping[str, Any]) -> list[Fault]:
    """Find every fault of form, of figures and of rules; the same place is not faulted twice."""
    return examined(document)[0]


def examined(document: Mapping[str, Any]) -> tuple[list[Fault], Survey]:
    """Find every fault of a document, and give the reading that they were found in, so that it is read once.

    What has the wrong form is out of the document before a figure is read or a rule is asked; and what they then miss
    in its place is no fault of its own.
    """
    document = filled(document)
    ended, without_end = without_what_has_no_end(document)
    formed = with_its_form(ended)
    of_form = (*without_end, *formed.faults)
    read = survey(formed.document, formed.spoilt)
    found = [one for figures in read.figures.values() for _, _, one in figures]
    of_meaning = [fault for one in found if isinstance(one, list) for fault in one]
    of_meaning += faults_of_rules(read)
    of_meaning += faults_of_ranges(read)
    refused = {fault.path for fault in of_form}
    of_meaning = [fault for fault in of_meaning if not _inside_of(fault.path, refused)]
    seen: dict[str, Fault] = {}
    for fault in (*of_form, *of_meaning):
        seen.setdefault(fault.path, fault)
    places = {key: place for place, key in enumerate(document)}
    return sorted(seen.values(), key=lambda fault: _order(fault, places)), read


def _inside_of(path: str, places: Collection[str]) -> bool:
    """Tell whether a path is one of these places, or leads to a part of one."""
    ends = (position for position, mark in enumerate(path) if mark in ".[")
    return path in places or any(path[:end] in places for end in ends)


def text_of(content: bytes, what: str | Message = THE_FILE, limit: int = SIZE_LIMIT) -> str:
    """Decode the bytes of a text file; CaseError in words where they are too many or not UTF-8 text."""
    if len(content) > limit:
        raise CaseError([too_large(what, len(content), limit)])
    if not content.removeprefix(BOM_UTF8).strip():
        start = Message("Start from: python -m colocate new my-case.toml")
        columns = Message("Due: a first row with the columns")
        raise CaseError([Fault(what, Message("is empty"), start if what == THE_FILE else columns)])
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CaseError([fault_at(what, "is saved as UTF-16", "Save it again with the encoding UTF-8")])
    if b"\x00" in content:
        raise CaseError(
            [fault_at(what, "is not text (it holds binary data)", "Choose a text file (.toml, .csv, .json)")]
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise CaseError(
            [fault_at(within(what, line_of(line)), "is not saved as UTF-8", "Save it again with the encoding UTF-8")]
        ) from None
    if control := CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        here, code = within(what, line_of(line)), code_of(control.group())
        raise CaseError(
            [fault_at(here, "holds the control character {code}", "Delete it, or write the line again", code=code)]
        )
    return text


def _tables(
    document: Mapping[str, Any], read: Survey, beside: ReadBeside | None
) -> tuple[tuple[Constituent, ...], tuple[TravelTime, ...], list[Fault]]:
    access = document.get("access")
    if not isinstance(access, Mapping):
        return (), (), []
    faults: list[Fault] = []
    text = _table_text(access.get("constituents"), "access.constituents", beside, faults)
    constituents, wrong = read_constituents(text, str(access["constituents"])) if text is not None else ((), [])
    faults += wrong
    times: tuple[TravelTime, ...] = ()
    if access.get("travel_times"):
        text = _table_text(access["travel_times"], "access.travel_times", beside, faults)
        if text is not None:
            places = _places_of_options(document, read)
            times, wrong = read_travel_times(text, str(access["travel_times"]), constituents, places)
            faults += wrong
    if constituents:
        faults += _unknown_in_tables(document, access, constituents)
    groups = {constituent.group for constituent in constituents}
    weights = access.get("group_weights", {})
    for group in weights if isinstance(weights, Mapping) and constituents else {}:
        if group not in groups:
            faults.append(
                fault_at(
                    f"access.group_weights.{group}",
                    "is no group of the constituents",
                    "The groups are: {groups}",
                    groups=", ".join(sorted(groups)),
                )
            )
    return constituents, times, faults


def _places_of_options(document: Mapping[str, Any], read: Survey) -> dict[str, tuple[float, float] | None]:
    """Give the latitude and longitude of each option's door in the central case; None where it has none."""
    places: dict[str, tuple[float, float] | None] = {}
    options = document.get("options")
    for number, option in enumerate(options if isinstance(options, list) else []):
        if isinstance(option, Mapping) and isinstance(option.get("id"), str):
            door = read.quantities(("options", number, "place"))
            known = door.keys() >= {"latitude", "longitude"}
            places[option["id"]] = (door["latitude"].value, door["longitude"].value) if known else None
    return places


def _unknown_in_tables(
    document: Mapping[str, Any], access: Mapping[str, Any], constituents: tuple[Constituent, ...]
) -> list[Fault]:
    """Find what names a constituent or a group that the table of constituents does not have."""
    faults = []
    keys = [constituent.key for constituent in constituents]
    for position, one in enumerate(records_of(access.get("estimates"))):
        name, here = one.get("constituent"), f"access.estimates[{position}].constituent"
        if isinstance(name, str) and name not in keys:
            faults.append(
                Fault(here, Message('there is no constituent "{name}"', name=name[:60]), did_you_mean(name, keys))
            )
        elif isinstance(name, str) and keys.count(name) > 1:
            faults.append(
                fault_at(
                    here,
                    '"{name}" stands in more than one row of the constituents',
                    "Give each of its rows an id, and name that",
                    name=name[:60],
                )
            )
    known = list(dict.fromkeys(constituent.group for constituent in constituents))
    for number, option in enumerate(records_of(document.get("options"))):
        for position, answer in enumerate(records_of(option.get("mandate"))):
            groups = answer.get("groups")
            for place, group in enumerate(groups if isinstance(groups, list) else []):
                if isinstance(group, str) and group not in known:
                    here = f"options[{number}].mandate[{position}].groups[{place}]"
                    faults.append(
                        Fault(
                            here, Message('there is no group "{group}"', group=group[:60]), did_you_mean(group, known)
                        )
                    )
    return faults


def _table_text(name: object, path: str, beside: ReadBeside | None, faults: list[Fault]) -> str | None:
    if not isinstance(name, str) or not name:
        return None
    if name.casefold() in KEPT_NAMES:
        faults.append(
            fault_at(
                path, '"{name}" is a name that a saved case keeps for itself', "Give the table another name", name=name
            )
        )
        return None
    if beside is None:
        faults.append(fault_at(path, '"{name}" is not at hand', "Upload the table together with the case", name=name))
        return None
    try:
        from colocate.casefile.encoding import table_text_of  # noqa: PLC0415 - it decodes by means of this file

        return table_text_of(beside(name), name)
    except CaseError as error:
        faults += [
            Fault(path if fault.where == THE_FILE else fault.where, fault.problem, fault.remedy)
            for fault in error.faults
        ]
    except OSError as error:
        faults.append(
            fault_at(
                path,
                '"{name}" cannot be opened ({reason})',
                "Put the table beside the case",
                name=name,
                reason=str(error.strerror),
            )
        )
    return None


def tables_beside(folder: Path) -> ReadBeside:
    """Give what reads the tables beside a case: files of its folder, by their plain names."""

    def read(name: str) -> bytes:
        plain = Path(name)
        if plain.name != name or name in ("", ".", "..") or any(mark in name for mark in "\\:\0"):
            raise CaseError(
                [
                    fault_at(
                        THE_FILE,
                        '"{name}" is a path, not the name of a file',
                        "Put the table beside the case",
                        name=name,
                    )
                ]
            )
        path = folder / plain.name
        try:
            place = path.resolve()
            outside = place.parent != folder.resolve() or place.is_symlink()  # still a link: it leads to itself
        except RuntimeError:  # so does this one, before Python 3.13
            outside = True
        if outside:
            raise CaseError(
                [fault_at(THE_FILE, '"{name}" leads out of the folder of the case', "Copy the table there", name=name)]
            )
        return bytes_of(path, TABLE_LIMIT)

    return read


def bytes_of(path: Path, limit: int = SIZE_LIMIT) -> bytes:
    """Read no more than the limit and one byte: enough to tell that a file is too large."""
    size = _size_of(path)
    if size > limit:
        raise CaseError([too_large(THE_FILE, size, limit)])
    with path.open("rb") as stream:
        return stream.read(limit + 1)


def bytes_of_case(path: Path) -> bytes:
    """Read a case file, or a saved case, which may be as large as a table."""
    size = _size_of(path)
    with path.open("rb") as stream:
        start = stream.read(len(ZIP_STARTS[0]))
        limit = TABLE_LIMIT if is_one_file(start, path.name) else SIZE_LIMIT
        if size > limit:
            raise CaseError([too_large(THE_FILE, size, limit)])
        return start + stream.read(limit + 1 - len(start))


def _size_of(path: Path) -> int:
    try:
        found = path.stat()
    except ValueError as error:  # a name that no system takes
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path)) from error
    if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
        raise CaseError(
            [fault_at(THE_FILE, "is no file but a pipe or a device", "Save it as a file, and give the name of that")]
        )
    return found.st_size


def too_large(what: str | Message, size: int, limit: int) -> Fault:
    """Say that a file has more bytes than it may have."""
    return fault_at(
        what,
        "has {size} MB",
        "Due: at most {most} MB; is it the right file?",
        size=f"{size / 1e6:.1f}",
        most=f"{limit / 1e6:.0f}",
    )


def _order(fault: Fault, places: Mapping[str, int]) -> int:
    """Keep faults in the order of the file's own parts."""
    part = fault.path.split(".")[0].split("[")[0]
    return places.get(part, len(places))
