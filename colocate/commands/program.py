"""The program: its commands, what each is given, and what it leaves on standard output and standard error."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from colocate.analysis.access.what_if import NotThereError, read_as, reading_of
from colocate.analysis.deciding.decisive import FOR_WORTH
from colocate.analysis.deciding.what_would_change import what_changes
from colocate.analysis.uncertainty.odds import DRAWS
from colocate.analysis.weighing.scales import CannotWeighError
from colocate.analysis.weighing.weighing import weighed_if_it_can_be, weighing
from colocate.casefile.faults import CaseError, Fault
from colocate.casefile.page import format_page
from colocate.casefile.reading import load_case
from colocate.casefile.rules_of_weighing import criteria_of
from colocate.casefile.schema import json_schema
from colocate.casefile.template import write_template
from colocate.commands import access, compare, sensitivity, weigh
from colocate.commands.arguments import (
    case_argument,
    case_of,
    draw_arguments,
    fault_of_weights,
    reading_arguments,
    set_argument,
    weights_argument,
)
from colocate.commands.progress import progress_line
from colocate.export.access import access_json, decision_reading
from colocate.export.bundle import write_bundle
from colocate.export.figures import figures_json
from colocate.export.sensitivity import sensitivity_json
from colocate.export.weighing import weighing_json
from colocate.model.evaluate import evaluate, futures_of
from colocate.stopping import STOPPED, Stop
from colocate.words.cautions import cautions
from colocate.words.numbers import number
from colocate.words.weighing import cannot_weigh_words
from colocate.words.what_if import not_there

FINE, CASE_AT_FAULT, WRONG_USE = 0, 1, 2

Commands = argparse._SubParsersAction  # argparse has no public name for what add_subparsers gives


def main(arguments: Sequence[str] | None = None, stop: Stop | None = None) -> int:
    """Run one command and give its exit code; faults of the case are told in words, never as a traceback.

    `stop` is what the command looks at between the parts of its work.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    chosen = _parser().parse_args(arguments)
    chosen.stop = Stop() if stop is None else stop
    chosen.stop.working = True
    try:
        code: int = chosen.run(chosen)
    except CaseError as error:
        _tell(error.faults, str(chosen.case))
        return CASE_AT_FAULT
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        return FINE
    except OSError as error:
        name = error.filename or getattr(chosen, "case", "")
        print(f"{name}: cannot be opened or written ({error.strerror or error}).", file=sys.stderr)
        return CASE_AT_FAULT if name and str(name) == str(getattr(chosen, "case", "")) else WRONG_USE
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m colocate",
        description="Keep a country office, or move it into the common UN house: compare the options of a case.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    side_by_side = ("compare the options of a case, with the odds of each", "all figures")
    _add_report(commands, "compare", _compare, side_by_side)
    deciding = (
        "which figures decide, and where each flips the answer",
        "every figure's worth, swing and switching values",
    )
    _add_report(commands, "sensitivity", _sensitivity, deciding, FOR_WORTH)
    reaching = ("how constituents reach each option, on this day or another", "every measure and every way")
    reading_arguments(_add_report(commands, "access", _access, reaching))
    in_the_open = (
        "weigh money, access, mandate and the government's wish in the open",
        "values, shares of weights, flips and worths",
    )
    weights_argument(_add_report(commands, "weigh", _weigh, in_the_open))
    validate = commands.add_parser("validate", help="check a case and tell every fault")
    case_argument(validate)
    validate.set_defaults(run=_validate)
    _add_export(commands)
    new = commands.add_parser("new", help="write a commented template of a case")
    new.add_argument("path", type=Path, metavar="FILE")
    new.set_defaults(run=_new)
    schema = commands.add_parser("schema", help="the JSON Schema of the case format")
    schema.add_argument("--page", action="store_true", help="the page on the format, as Markdown, instead")
    schema.set_defaults(run=_schema)
    return parser


def _add_report(
    commands: Commands[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    words: tuple[str, str],
    draws: int = DRAWS,
) -> argparse.ArgumentParser:
    """Add a command that reports on a case, readable or as JSON; `words` say what it tells, and what its JSON holds."""
    command = commands.add_parser(name, help=words[0])
    case_argument(command)
    command.add_argument("--json", action="store_true", help=f"{words[1]} as JSON")
    draw_arguments(command, draws, number(draws))
    set_argument(command)
    command.set_defaults(run=run)
    return command


def _add_export(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("export", help="write charts (HTML), tables (CSV) and all figures (JSON)")
    case_argument(command)
    command.add_argument("--out", required=True, type=Path, metavar="DIR", help="folder to write to")
    draw_arguments(command, None, f"{number(DRAWS)} for odds and {number(FOR_WORTH)} for what decides")
    set_argument(command)
    command.set_defaults(run=_export)


def _compare(chosen: argparse.Namespace) -> int:
    case = case_of(chosen)
    with progress_line("Drawing possible futures", chosen.stop) as progress:
        futures = futures_of(case, chosen.draws, chosen.seed, progress)
    print(figures_json(futures.central, futures) if chosen.json else compare.report(futures))
    return FINE


def _sensitivity(chosen: argparse.Namespace) -> int:
    case = case_of(chosen)
    with progress_line("Looking for what decides", chosen.stop) as progress:
        found = what_changes(case, chosen.draws, chosen.seed, progress=progress)
    print(sensitivity_json(found) if chosen.json else sensitivity.report(found))
    return FINE


def _weigh(chosen: argparse.Namespace) -> int:
    case = case_of(chosen)
    fault = "" if chosen.weights is None else fault_of_weights(chosen.weights, criteria_of(case.document))
    if fault:
        print(fault, file=sys.stderr)
        return WRONG_USE
    with progress_line("Drawing possible futures", chosen.stop) as progress:
        futures = futures_of(case, chosen.draws, chosen.seed, progress)
    try:
        found = weighing(futures, chosen.weights)
    except CannotWeighError as error:
        print(f"{chosen.case}: cannot be weighed: {cannot_weigh_words(error)}", file=sys.stderr)
        return CASE_AT_FAULT
    print(weighing_json(futures, found) if chosen.json else weigh.report(futures, found))
    return FINE


def _access(chosen: argparse.Namespace) -> int:
    case = case_of(chosen)
    first = decision_reading(case)
    asked = reading_of(case, chosen.on or first.day, chosen.moved)
    try:
        cases = [(first, case)] + ([(asked, read_as(case, asked))] if asked != first else [])
    except NotThereError as error:
        print(f"--moved: {not_there(error)}.", file=sys.stderr)
        return WRONG_USE
    with progress_line("Drawing possible futures", chosen.stop) as progress:
        readings = [(reading, futures_of(read, chosen.draws, chosen.seed, progress)) for reading, read in cases]
    print(access_json(readings) if chosen.json else access.report(readings))
    return FINE


def _validate(chosen: argparse.Namespace) -> int:
    case = load_case(chosen.case)
    assumed = sum(quantity.quality == "assumed" for quantity in case.quantities.values())
    print(f"{chosen.case}: no fault. {len(case.options)} options, {len(case.quantities)} figures, {assumed} assumed.")
    for caution in cautions(evaluate(case)):
        print(f"caution: {caution.words}")
    return FINE


def _export(chosen: argparse.Namespace) -> int:
    case = case_of(chosen)
    with progress_line("Drawing possible futures and looking for what decides", chosen.stop) as progress:
        futures = futures_of(case, chosen.draws or DRAWS, chosen.seed, lambda _part: chosen.stop.look())
        found = what_changes(case, chosen.draws or FOR_WORTH, chosen.seed, progress=progress)
    for path in write_bundle(futures, found, chosen.out, weighed_if_it_can_be(futures), chosen.stop.look):
        print(path)
    return FINE


def _new(chosen: argparse.Namespace) -> int:
    try:
        written = write_template(chosen.path)
    except FileExistsError as error:
        print(f"{error}.", file=sys.stderr)
        return WRONG_USE
    for path in written:
        print(path)
    return FINE


def _schema(chosen: argparse.Namespace) -> int:
    print(format_page().rstrip() if chosen.page else json.dumps(json_schema(), indent=1, ensure_ascii=False))
    return FINE


def _tell(faults: Sequence[Fault], name: str) -> None:
    count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    print(f"{name}: {count}.", file=sys.stderr)
    for fault in faults:
        print(f"  {fault}", file=sys.stderr)
