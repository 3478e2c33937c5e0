"""The command `diff`: two cases, which inputs differ, and how much each moves what is expected."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from colocate.analysis.bridge.bridge import FUTURES_OF_BOTH as FIRST_PART
from colocate.analysis.bridge.bridge import Bridge, bridge_between
from colocate.commands.arguments import Commands, Parser, case_of, draw_arguments, folder_of, formats_argument
from colocate.commands.layout import Align, lines_to, table, terminal_width, titled, wrapped
from colocate.commands.output import FINE, WRONG_USE, complain, put
from colocate.commands.progress import progress_line
from colocate.export.bridge import bridge_json
from colocate.export.bundle import write_files
from colocate.export.files_of_bridge import FORMATS, USUAL, files_of_bridge
from colocate.model.evaluate import futures_of
from colocate.model.futures import Futures
from colocate.words import bridge as words
from colocate.words import commands as about
from colocate.words.bridge_rows import measures_of
from colocate.words.bridge_tables import inputs_table, options_table, steps_table
from colocate.words.weighing_tables import Table

MOST_INPUTS = 30
"""Inputs that are listed on a terminal; the tables have all."""


def add_to(commands: Commands[Parser]) -> None:
    """Add the command to the program."""
    command = commands.add_parser("diff", help=about.command_does("diff"))
    command.add_argument("first", type=Path, metavar="FIRST", help=about.case_file())
    command.add_argument("second", type=Path, metavar="SECOND", help=about.second_case())
    command.add_argument("--json", action="store_true", help=about.as_json("diff"))
    command.add_argument("--out", type=folder_of, metavar="DIR", help=about.files_of_diff())
    formats_argument(command, FORMATS, USUAL)
    command.add_argument("--replace", action="store_true", help=about.what_replace_does())
    draw_arguments(command)
    command.set_defaults(run=_diff)


def _diff(chosen: argparse.Namespace) -> int:
    chosen.set, both = [], []
    with progress_line(about.working("diff")) as progress:
        for place, path in enumerate((chosen.first, chosen.second)):
            chosen.case = path  # faults are told of the one that is being read
            both.append(_futures(chosen))
            progress(FIRST_PART * (place + 1) / 2)
        found = bridge_between(both[0], both[1], lambda part: progress(FIRST_PART + (1.0 - FIRST_PART) * part))
    if chosen.out is not None:
        try:
            files = files_of_bridge(found, chosen.formats, (chosen.first.name, chosen.second.name))
            for written in write_files(chosen.out, files, replace=chosen.replace):
                complain(str(written))
        except FileExistsError as error:
            complain(wrapped(about.there_already(str(error)), lines_to(sys.stderr)))
            return WRONG_USE
    put(bridge_json(found) if chosen.json else report(found, (chosen.first.name, chosen.second.name)))
    return FINE


def _futures(chosen: argparse.Namespace) -> Futures:
    return futures_of(case_of(chosen), chosen.draws, chosen.seed)


def report(found: Bridge, names: tuple[str, str]) -> str:
    """Write two cases compared in lines that fit the terminal; `names` are those of their files."""
    width = terminal_width()
    parts = [titled(words.compared(), width)]
    for place, (case, name) in enumerate(zip(words.both(found), names, strict=True)):
        parts.append(wrapped(words.case_line(case, name, second=place == 1), width))
    parts += ["", wrapped(words.headline(found), width)]
    parts += [wrapped(f"- {one}", width) for one in words.notes(found)]
    if not found.differences:
        return "\n".join(parts)
    for measure in measures_of(found):
        parts += ["", wrapped(f"{words.finding_bridge(found, measure).title}.", width)]
        parts += _table(steps_table(found, measure), width, (WRAP, RIGHT))
    parts += _table(options_table(found), width, (WRAP, RIGHT, RIGHT, RIGHT, RIGHT))
    inputs = inputs_table(found)
    shown = Table(inputs.title, inputs.columns, inputs.rows[:MOST_INPUTS])
    parts += _table(shown, width, (WRAP, WRAP, WRAP, WRAP))
    if len(inputs.rows) > MOST_INPUTS:
        parts += ["", wrapped(words.more_inputs(len(inputs.rows) - MOST_INPUTS), width)]
    parts += ["", *(wrapped(one, width) for one in words.method(found))]
    return "\n".join(parts)


WRAP: Align = "wrap"
RIGHT: Align = "right"


def _table(told: Table, width: int, aligned: tuple[Align, ...]) -> list[str]:
    first = [row[0] for row in told.rows]
    names = [f"{one.words} ({one.below})" if one.below else one.words for one in first]
    rows = [(name, *(one.words for one in row[1:])) for name, row in zip(names, told.rows, strict=True)]
    return ["", wrapped(told.title, width), table(told.columns, rows, aligned, width)]
