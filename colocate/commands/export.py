"""The command `export`: the files of one case or several, into a folder or a zip."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from colocate.analysis.deciding.what_would_change import what_changes, while_drawing
from colocate.casefile.one_file import OneFile
from colocate.commands.arguments import (
    Commands,
    Parser,
    case_to_keep,
    draw_arguments,
    folder_of,
    formats_argument,
    saved_case,
    set_argument,
)
from colocate.commands.layout import lines_to, wrapped
from colocate.commands.output import FINE, NOT_MADE, WRONG_USE, complain, put
from colocate.commands.progress import progress_line
from colocate.export.bundle import bundle, compared_with, taken_as_it_stood, write_files, write_zip
from colocate.export.formats import RAW, USUAL, Files, LeftOut, formats, left_out
from colocate.export.paper.faults import TemplateFaultError
from colocate.model.evaluate import futures_of
from colocate.model.futures import Futures
from colocate.safe import for_file_name
from colocate.words import commands as words

ZIP = ".zip"


@dataclass(frozen=True)
class Other:
    """The case that cases are compared with, and its futures."""

    saved: OneFile
    futures: Futures


def add_to(commands: Commands[Parser]) -> None:
    """Add the command to the program."""
    command = commands.add_parser("export", help=words.command_does("export"))
    command.add_argument("cases", type=Path, nargs="+", metavar="CASE", help=words.case_file())
    command.add_argument("--out", required=True, type=folder_of, metavar="DIR|FILE.zip", help=words.place_to_write())
    formats_argument(command, formats(), USUAL)
    command.add_argument("--raw", action="store_true", help=words.what_raw_does())
    command.add_argument("--template", type=Path, metavar="FILE.docx", help=words.own_template())
    command.add_argument("--compared-with", type=Path, metavar="OTHER", help=words.which_other())
    command.add_argument("--replace", action="store_true", help=words.what_replace_does())
    draw_arguments(command)
    set_argument(command)
    command.set_defaults(run=_export)


def _export(chosen: argparse.Namespace) -> int:
    read = []
    chosen.failed = []
    for case in chosen.cases:
        chosen.case = case  # faults are told of the one that is being read
        read.append(case_to_keep(chosen))
    other = other_of(chosen)
    if chosen.raw and RAW not in chosen.formats:
        chosen.formats = (*chosen.formats, RAW)
    is_missing = tell_missing(chosen.formats)
    try:
        for path in _written(chosen, read, other):
            put(str(path))
    except FileExistsError as error:
        complain(wrapped(words.there_already(str(error)), lines_to(sys.stderr)))
        return WRONG_USE
    except TemplateFaultError as error:
        complain(wrapped(words.template_fault(error.reason), lines_to(sys.stderr)))
        return WRONG_USE
    return NOT_MADE if tell_failed(chosen.failed) or is_missing else FINE


def other_of(chosen: argparse.Namespace) -> Other | None:
    """Read the case to compare with and work it out; None where none is told."""
    if chosen.compared_with is None:
        return None
    chosen.case = chosen.compared_with  # faults are told of the one that is being read
    saved = saved_case(chosen)
    return Other(saved, futures_of(saved.changed, chosen.draws, chosen.seed))


def tell_missing(formats: Collection[str]) -> bool:
    """Say what of these formats cannot be made on this machine; tell whether there was anything."""
    missing = left_out(formats)
    for one in missing:
        complain(wrapped(words.not_made(one.formats, one.why), lines_to(sys.stderr)))
    return bool(missing)


def tell_failed(failed: Sequence[LeftOut]) -> bool:
    """Say what a browser failed to make, once; tell whether there was anything."""
    for why in dict.fromkeys(one.why for one in failed):
        complain(wrapped(why, lines_to(sys.stderr)))
    return bool(failed)


def _written(chosen: argparse.Namespace, read: Sequence[OneFile], other: Other | None) -> Iterator[Path]:
    """Write the files of all cases, each case's when all of them are there; give the paths as they are written."""
    names = folders_of(chosen.cases)
    if chosen.out.suffix.lower() == ZIP:
        if not chosen.replace and os.path.lexists(chosen.out):
            raise FileExistsError(chosen.out)
        packed = (
            (f"{name}/{file}" if name else file, content)
            for name, one in zip(names, read, strict=True)
            for file, content in written_files(chosen, one, chosen.formats, chosen.template, other)
        )
        yield write_zip(chosen.out, packed, replace=chosen.replace)
        return
    for name, one in zip(names, read, strict=True):
        files = written_files(chosen, one, chosen.formats, chosen.template, other)
        yield from write_files(chosen.out / name, files, replace=chosen.replace)


def written_files(
    chosen: argparse.Namespace,
    saved: OneFile,
    formats: Collection[str],
    template: Path | None = None,
    other: Other | None = None,
) -> Files:
    """Work a case out over the draws of a command, and give the files of its bundle in these formats.

    `template` is an agency's own for the decision paper in Word, `other` a case that it is compared with. What a
    browser fails to make joins `chosen.failed`.
    """
    with progress_line(words.working("export")) as progress:
        futures = futures_of(saved.changed, chosen.draws, chosen.seed, while_drawing(progress))
        found = what_changes(futures, progress=progress)
    compared = None
    if other is not None:
        with progress_line(words.working("diff")) as progress:
            compared = compared_with(other.saved, other.futures, futures, saved.opened.file_name, progress)
    taken = replace(taken_as_it_stood(futures, found, saved.opened.weights, compared=compared), template=template)
    return bundle(taken, saved, formats, dict(chosen.set), chosen.failed, None if other is None else other.saved)


def folders_of(cases: Sequence[Path]) -> list[str]:
    """Give the folder of each case: none where there is one case alone, else safe names unlike each other.

    >>> folders_of([Path("a/x.toml"), Path("b/X.toml"), Path("x-2.toml")])
    ['x', 'X-2', 'x-2-2']
    """
    if len(cases) == 1:
        return [""]
    taken: set[str] = set()
    names = []
    for case in cases:
        stem = name = for_file_name(case.stem)
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        names.append(name)
    return names
