"""The command `reproduce`: work a bundle out again, and say that it is equal, or which file and which figure is not."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from colocate.commands.arguments import Commands, Parser
from colocate.commands.layout import lines_to, wrapped
from colocate.commands.output import CASE_AT_FAULT, FINE, NOT_EQUAL, complain, put
from colocate.commands.progress import progress_line
from colocate.export.opening import BundleError, open_bundle
from colocate.export.reproducing import Reproduction, reproduce
from colocate.words import bundle as words
from colocate.words import commands as said

MOST_TOLD = 40


def add_to(commands: Commands[Parser]) -> None:
    """Add the command to the program."""
    command = commands.add_parser("reproduce", help=said.command_does("reproduce"))
    command.add_argument("case", type=Path, metavar="BUNDLE", help=words.bundle_argument())
    command.set_defaults(run=_reproduce)


def _reproduce(chosen: argparse.Namespace) -> int:
    try:
        several = open_bundle(chosen.case)
        found = {}
        for folder, held in several.items():
            with progress_line(said.working("reproduce")) as progress:
                found[folder] = reproduce(held, progress)
    except BundleError as error:
        complain(wrapped(words.why_no_bundle(error.kind, error.name), lines_to(sys.stderr)))
        return CASE_AT_FAULT
    for folder, one in found.items():
        _tell(f"{folder}: " if folder else "", one)
    return NOT_EQUAL if any(one.differences for one in found.values()) else FINE


def _tell(before: str, one: Reproduction) -> None:
    width = lines_to(sys.stdout)
    answer = (
        words.not_equal(len(one.differences)) if one.differences else words.all_equal(len(one.equal), len(one.by_hash))
    )
    put(wrapped(f"{before}{answer}", width, under="  "))
    for apart in one.differences[:MOST_TOLD]:
        told = words.part_differs(apart.file, apart.place, apart.kept, apart.made)
        put(wrapped(told, width, "  ", under="    "))
    if len(one.differences) > MOST_TOLD:
        put(wrapped(words.more_differences(len(one.differences) - MOST_TOLD), width, "  "))
    if one.near:
        put(wrapped(words.near_words(one.near), width, "  ", under="    "))
    for missing in one.not_made:
        put(wrapped(said.not_made(missing.formats, missing.why), width, "  ", under="    "))
    if one.near or one.differences:
        for name, there, here in one.other_versions:
            put(wrapped(words.versions_differ(name, there, here), width, "  ", under="    "))
