"""Forms and cases as files: written beside their place and moved in when whole, and never over one that is there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from colocate.casefile.form.case_form import empty_form, form_of
from colocate.casefile.form.reading import read_form
from colocate.casefile.form.safety import SIZE_LIMIT
from colocate.casefile.one_file import one_file, read_one_file
from colocate.casefile.opened import Opened
from colocate.casefile.reading import (
    SUFFIX,
    bytes_of,
    bytes_of_case,
    is_one_file,
    read_with_tables,
    tables_beside,
)
from colocate.casefile.template import Depth
from colocate.safe import for_file_name
from colocate.writing import write_new


def write_form_of(path: Path, out: Path) -> tuple[Path, ...]:
    """Write the form of a case file or of a saved case, with the changes that were saved in it.

    Raises CaseError where the case is at fault, FileExistsError where the form is there already.
    """
    content = bytes_of_case(path)
    if is_one_file(content, path.name):
        saved = read_one_file(content)
        case, tables = saved.changed, saved.tables
    else:
        case, tables = read_with_tables(content, tables_beside(path.parent))
    return _write({out: form_of(case, tables)})


def write_empty_form(out: Path, depth: Depth) -> tuple[Path, ...]:
    """Write a form to be filled in; FileExistsError where one is there already."""
    return _write({out: empty_form(depth)})


def write_case_of(form: Path, out: Path) -> tuple[Path, ...]:
    """Write the case of a form: as one file where `out` ends in .colocate, else with its tables beside it.

    Raises CaseError, by sheet and cell, where the form is at fault; FileExistsError where a file is there already.
    """
    found = read_form(bytes_of(form, SIZE_LIMIT), for_file_name(out.stem))
    if out.name.lower().endswith(SUFFIX):
        return _write({out: one_file(found.text, found.tables, Opened())})
    files: dict[Path, bytes | str] = {out.with_name(name): content for name, content in found.tables.items()}
    return _write({**files, out: found.text})


def _write(files: Mapping[Path, bytes | str]) -> tuple[Path, ...]:
    try:
        write_new(files)
    except FileExistsError as error:
        raise FileExistsError(f"{error} is there already; nothing was written") from error
    return tuple(files)
