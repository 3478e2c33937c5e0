"""What commands are given: the case with its changes, the number of draws, the seed."""

from __future__ import annotations

import argparse
import math
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from colocate.analysis.access.what_if import Moved, OffTheGlobeError, checked_place
from colocate.analysis.uncertainty.odds import DRAWS
from colocate.analysis.weighing.weights import LEAST_POINTS, MOST_POINTS
from colocate.case import Case
from colocate.casefile.changing import Value, change, value_of
from colocate.casefile.faults import did_you_mean
from colocate.casefile.one_file import OneFile, load, load_whole, with_changes
from colocate.casefile.opened import Opened, Weights
from colocate.commands.layout import lines_to, wrapped
from colocate.commands.output import WRONG_USE, complain, put
from colocate.draws.sampling import MOST_DRAWS, SEED, checked_draws
from colocate.safe import one_line
from colocate.words import commands as words
from colocate.words.what_if import off_the_globe

Commands = argparse._SubParsersAction  # argparse has no public name for what add_subparsers gives
LONGEST_WORDS = 160


class Parser(argparse.ArgumentParser):
    """Reads a command line, and tells wrong use in lines that fit the terminal."""

    def print_help(self, _file: object = None) -> None:
        """Say what the command takes, where a stream that takes no more is no matter to argparse."""
        put(self.format_help().rstrip())

    def error(self, message: str) -> NoReturn:
        """Tell wrong use and leave."""
        self.print_usage(sys.stderr)
        complain(wrapped(f"{self.prog}: error: {message}", lines_to(sys.stderr)))
        self.exit(WRONG_USE)


def case_argument(command: argparse.ArgumentParser) -> None:
    """Let a command take a case."""
    command.add_argument("case", type=Path, metavar="CASE", help=words.case_file())


def set_argument(command: argparse.ArgumentParser) -> None:
    """Let a command change figures of its case."""
    command.add_argument(
        "--set",
        action="append",
        default=[],
        type=setting_of,
        metavar="PATH=VALUE",
        help=words.what_set_does(),
    )


def draw_arguments(command: argparse.ArgumentParser) -> None:
    """Let a command take a number of draws and a seed."""
    command.add_argument(
        "--draws",
        type=draws_of,
        default=DRAWS,
        metavar="N",
        help=words.how_many_draws(MOST_DRAWS, DRAWS),
    )
    command.add_argument(
        "--seed",
        type=seed_of,
        default=SEED,
        metavar="S",
        help=words.which_seed(SEED),
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
        help=words.on_which_day(),
    )
    command.add_argument(
        "--moved",
        type=moved_of,
        action="append",
        default=[],
        metavar="KEY=LAT,LON",
        help=words.who_moves(),
    )


def weights_argument(command: argparse.ArgumentParser) -> None:
    """Let a command take weights."""
    command.add_argument(
        "--weights",
        type=weights_of,
        metavar="NAME=POINTS,...",
        help=words.which_weights(),
    )


def weights_of(text: str) -> dict[str, float]:
    """Read points for each criterion; ArgumentTypeError, in words, for what cannot be read."""
    found: dict[str, float] = {}
    for part in text.split(","):
        name, equals, points = (one.strip() for one in part.partition("="))
        if not equals or not name:
            raise _refused(ValueError(f'"{part[:60]}" is not NAME=POINTS, for example money=40'))
        if name in found:
            raise _refused(ValueError(f'"{name[:60]}" stands twice'))
        try:
            found[name] = float(points)
        except ValueError:
            raise _refused(ValueError(f'{name[:60]}: "{points[:60]}" is not a number')) from None
        if not math.isfinite(found[name]) or found[name] < 0.0:
            raise _refused(ValueError(f"{name[:60]}: {points[:60]} is not a number of 0 or more"))
        if found[name] > MOST_POINTS or 0.0 < found[name] < LEAST_POINTS:
            due = f"Due: 0, or {LEAST_POINTS:g} to {MOST_POINTS:,.0f}"
            raise _refused(ValueError(f"{name[:60]}: {points[:60]} is off the scale. {due}"))
    if sum(found.values()) <= 0.0:
        raise _refused(ValueError("at least one criterion must have points above 0"))
    return found


def fault_of_weights(weights: Mapping[str, float], criteria: Sequence[str]) -> str:
    """Say what is wrong with weights for these criteria; empty where nothing is. Each criterion must be named."""
    for name in weights:
        if name not in criteria:
            return words.no_criterion(name[:60], str(did_you_mean(name, list(criteria))))
    missing = [name for name in criteria if name not in weights]
    if missing:
        return words.weights_missing(missing)
    return ""


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
    except OffTheGlobeError as error:
        raise _refused(ValueError(off_the_globe(error))) from error


def case_of(chosen: argparse.Namespace) -> Case:
    """Read the case of a command and make its changes; CaseError tells every fault."""
    return case_as_it_stood(chosen)[0]


def case_as_it_stood(chosen: argparse.Namespace) -> tuple[Case, Weights]:
    """Read the case of a command and make its changes, those that were saved in it first; with the weights saved in it.

    What was saved in it is said on standard error, so that nobody takes the figures for those of the case alone.
    """
    case, stood = load(chosen.case)
    kept = Opened() if stood is None else stood
    _say_changes(chosen, kept)
    return change(case, dict(chosen.set)), kept.weights


def case_to_keep(chosen: argparse.Namespace) -> OneFile:
    """Read the case of a command whole, with its changes written into it: what can be saved again and says it all."""
    return with_changes(saved_case(chosen), dict(chosen.set))


def saved_case(chosen: argparse.Namespace) -> OneFile:
    """Read the case of a command whole, as it was saved, without what `--set` changes."""
    saved = load_whole(chosen.case)
    _say_changes(chosen, saved.opened)
    return saved


def _say_changes(chosen: argparse.Namespace, stood: Opened) -> None:
    if stood.changes:
        said = words.with_changes(str(chosen.case), stood.name, len(stood.changes))
        complain(wrapped(said, lines_to(sys.stderr)))


def setting_of(text: str) -> tuple[str, Value]:
    """Read a path and the value that it gets; ArgumentTypeError, in words, for anything else."""
    path, equals, value = text.rpartition("=")
    if not equals or not path.strip():
        raise _refused(ValueError(f'"{text[:60]}" is not PATH=VALUE. Due: like options[move].move.delay=6'))
    return path.strip(), value_of(value.strip())


def words_of(longest: int) -> Callable[[str], str]:
    """Give what reads a line of words, so many characters at most; ArgumentTypeError for anything else."""

    def read(text: str) -> str:
        line = one_line(text, None)
        if not line or len(line) > longest:
            raise _refused(ValueError(words.no_words(longest)))
        return line

    return read


def file_of(text: str) -> Path:
    """Read the name of a file to write; ArgumentTypeError, in words, where it names none."""
    if not text.strip() or text.endswith(("/", os.sep)) or Path(text).name in ("", ".."):
        raise _refused(ValueError(f'"{text[:80]}" is not the name of a file. Due: like my-office.toml'))
    return Path(text)


def formats_of(known: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    """Give what reads names of formats, parted by commas; ArgumentTypeError, in words, for one that is not known."""

    def read(text: str) -> tuple[str, ...]:
        names = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",")))
        for name in names:
            if name not in known:
                raise _refused(ValueError(words.no_format(name[:60], known)))
        return names

    return read


def formats_argument(command: argparse.ArgumentParser, known: Sequence[str], usual: Sequence[str]) -> None:
    """Let a command take formats."""
    command.add_argument(
        "--formats",
        type=formats_of(known),
        default=tuple(usual),
        metavar="NAME,...",
        help=words.which_formats(known, usual),
    )


def folder_of(text: str) -> Path:
    """Read the name of a folder to write to; ArgumentTypeError, in words, where it names none."""
    if not text.strip():
        raise _refused(ValueError(f'"{text[:80]}" is not the name of a folder. Due: like results, or . for this one'))
    return Path(text)


def _whole(text: str) -> int | str:
    """Give a whole number, or the text where it is none, for the check to refuse."""
    try:
        return int(text)
    except ValueError:
        return text


def _refused(error: Exception) -> argparse.ArgumentTypeError:
    words = str(error)
    return argparse.ArgumentTypeError(words if len(words) <= LONGEST_WORDS else f"{words[:LONGEST_WORDS]}...")
