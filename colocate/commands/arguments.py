"""What commands are given: the case with its changes, the number of draws, the seed."""

from __future__ import annotations

import argparse
import math
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from colocate.analysis.access.what_if import Moved, OffTheGlobeError, checked_place
from colocate.case import Case
from colocate.casefile.changing import change, value_of
from colocate.casefile.faults import CaseError, did_you_mean, fault_at
from colocate.casefile.reading import load_case
from colocate.draws.sampling import MOST_DRAWS, SEED, checked_draws
from colocate.words.numbers import number
from colocate.words.what_if import off_the_globe

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
        help="hold a figure at a value in every future, for example options[move].move.delay=6, change its range "
        "(options[move].move.delay.low=2, .mode, .high), or let a held one vary again (=free); "
        "may be given more than once",
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


def weights_argument(command: argparse.ArgumentParser) -> None:
    """Let a command take weights."""
    command.add_argument(
        "--weights",
        type=weights_of,
        metavar="NAME=POINTS,...",
        help="points for the swing of each criterion, for example money=40,access=30,mandate=20,government=10",
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
    if sum(found.values()) <= 0.0:
        raise _refused(ValueError("at least one criterion must have points above 0"))
    return found


def fault_of_weights(weights: Mapping[str, float], criteria: Sequence[str]) -> str:
    """Say what is wrong with weights for these criteria; empty where nothing is. Each criterion must be named."""
    for name in weights:
        if name not in criteria:
            return f'--weights: "{name[:60]}" is no criterion of this case. {did_you_mean(name, list(criteria))}'
    missing = [name for name in criteria if name not in weights]
    if missing:
        return f"--weights: {', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing. Write 0 for no weight."
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
    case = load_case(chosen.case)
    changes = {}
    for setting in chosen.set:
        path, equals, value = setting.rpartition("=")
        if not equals or not path.strip():
            raise CaseError(
                [fault_at(f"--set {setting}", "is not PATH=VALUE", "Write --set options[move].move.delay=6")]
            )
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
