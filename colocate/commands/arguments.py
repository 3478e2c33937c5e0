"""What commands are given: the case with its changes, the number of draws, the seed."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from colocate.analysis.readings import Moved, checked_place
from colocate.case import Case
from colocate.casefile.changing import change, value_of
from colocate.casefile.faults import CaseError, Fault
from colocate.casefile.reading import load_case
from colocate.sampling import MOST_DRAWS, SEED, checked_draws
from colocate.wording import number

LONGEST_WORDS = 160


def case_argument(command: argparse.ArgumentParser) -> None:
    """Let a command take a case."""
    command.add_argument("case", type=Path, metavar="CASE", help="a case file (TOML)")


def set_argument(command: argparse.ArgumentParser) -> None:
    """Let a command change figures of its case."""
    command.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="PATH=VALUE",
        help="change a figure, for example options[move].move.delay=6; may be given more than once",
    )


def draw_arguments(command: argparse.ArgumentParser, draws: int | None, usual: str) -> None:
    """Let a command take a number of draws, with its usual one in words, and a seed."""
    most = number(MOST_DRAWS)
    command.add_argument(
        "--draws",
        type=draws_of,
        default=draws,
        metavar="N",
        help=f"possible futures to draw, 1 to {most}; {usual} unless told",
    )
    command.add_argument(
        "--seed",
        type=seed_of,
        default=SEED,
        metavar="S",
        help=f"a whole number from 0; the same seed gives the same futures; {SEED} unless told",
    )


def draws_of(text: str) -> int:
    """Read a number of draws; ArgumentTypeError, in words, for any that cannot be used."""
    try:
        return checked_draws(_whole(text))[0]
    except (TypeError, ValueError) as error:
        raise _refused(error) from error


def seed_of(text: str) -> int:
    """Read a seed; ArgumentTypeError, in words, for any that cannot be used."""
    try:
        return checked_draws(1, _whole(text))[1]
    except (TypeError, ValueError) as error:
        raise _refused(error) from error


def reading_arguments(command: argparse.ArgumentParser) -> None:
    """Let a command read a case on another day, and with constituents moved."""
    command.add_argument(
        "--on",
        type=day_of,
        metavar="DATE",
        help="read the constituents' table as on this day, for example 2025-04-01; the decision date unless told",
    )
    command.add_argument(
        "--moved",
        type=moved_of,
        action="append",
        default=[],
        metavar="KEY=LAT,LON",
        help="with a constituent (its name or id) moved to a place in degrees; may be given more than once",
    )


def day_of(text: str) -> date:
    """Read a day; ArgumentTypeError, in words, for anything else."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise _refused(ValueError(f'"{text[:40]}" is not a date. Due: like 2025-04-01')) from error


def moved_of(text: str) -> Moved:
    """Read a constituent and the place it moves to; ArgumentTypeError, in words, for anything else."""
    key, equals, place = text.rpartition("=")
    try:
        latitude, longitude = (float(part) for part in place.split(","))
    except ValueError as error:
        words = f'"{text[:80]}" is not KEY=LAT,LON. Due: like "Ministry of Labour=21.029,105.782"'
        raise _refused(ValueError(words)) from error
    if not equals or not key.strip():
        raise _refused(ValueError(f'"{text[:80]}" names no constituent. Due: KEY=LAT,LON'))
    try:
        return Moved(key.strip(), *checked_place(latitude, longitude))
    except ValueError as error:
        raise _refused(error) from error


def case_of(chosen: argparse.Namespace) -> Case:
    """Read the case of a command and make its changes; CaseError tells every fault."""
    case = load_case(chosen.case)
    changes = {}
    for setting in chosen.set:
        path, equals, value = setting.rpartition("=")
        if not equals or not path.strip():
            raise CaseError([Fault(f"--set {setting}", "is not PATH=VALUE", "Write --set options[move].move.delay=6")])
        changes[path.strip()] = value_of(value.strip())
    return change(case, changes)


def _whole(text: str) -> int | str:
    """Give a whole number, or the text where it is none, for the check to refuse."""
    try:
        return int(text)
    except ValueError:
        return text


def _refused(error: Exception) -> argparse.ArgumentTypeError:
    words = str(error)
    return argparse.ArgumentTypeError(words if len(words) <= LONGEST_WORDS else f"{words[:LONGEST_WORDS]}...")
