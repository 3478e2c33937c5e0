"""The command `freeze`: a case as it was decided, with everything that was on the table, in one zip."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from colocate.casefile.one_file import load_whole
from colocate.casefile.opened import LONGEST
from colocate.commands.arguments import (
    Commands,
    Parser,
    case_argument,
    case_to_keep,
    day_of,
    draw_arguments,
    file_of,
    set_argument,
    words_of,
)
from colocate.commands.export import tell_failed, tell_missing, written_files
from colocate.commands.layout import lines_to, wrapped
from colocate.commands.output import FINE, NOT_MADE, WRONG_USE, complain, put
from colocate.export.bundle import write_zip
from colocate.export.freezing import formats_to_freeze, frozen
from colocate.words import bundle as words
from colocate.words import commands as said


def add_to(commands: Commands[Parser]) -> None:
    """Add the command to the program."""
    command = commands.add_parser("freeze", help=said.command_does("freeze"))
    case_argument(command)
    command.add_argument("--out", required=True, type=file_of, metavar="FILE.zip", help=words.frozen_to_write())
    command.add_argument("--by", required=True, type=words_of(LONGEST), metavar="NAME", help=words.who_decided())
    command.add_argument("--on", type=day_of, default=None, metavar="DATE", help=words.when_decided())
    command.add_argument("--after", type=Path, metavar="FROZEN", help=words.decided_before())
    draw_arguments(command)
    set_argument(command)
    command.set_defaults(run=_freeze)


def _freeze(chosen: argparse.Namespace) -> int:
    saved, before = case_to_keep(chosen), None
    if chosen.after is not None:
        case, chosen.case = chosen.case, chosen.after  # faults are told of the one that is being read
        before = load_whole(chosen.after).opened.decided
        chosen.case = case
        if before is None:
            complain(wrapped(words.never_frozen(str(chosen.after)), lines_to(sys.stderr)))
            return WRONG_USE
    on = chosen.on or date.today()
    decided = frozen(saved, chosen.by, on.isoformat(), before)
    chosen.failed, formats = [], formats_to_freeze()
    is_missing = tell_missing(formats)
    try:
        put(str(write_zip(chosen.out, written_files(chosen, decided, formats), replace=False)))
    except FileExistsError as error:
        complain(wrapped(words.frozen_already_there(str(error)), lines_to(sys.stderr)))
        return WRONG_USE
    return NOT_MADE if tell_failed(chosen.failed) or is_missing else FINE
