"""The program: its commands, what each is given, and what it leaves on standard output and standard error."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from colocate.analysis.access.what_if import NotThereError, read_as, what_if_of
from colocate.analysis.deciding.what_would_change import what_changes, while_drawing
from colocate.analysis.uncertainty.odds import DRAWS
from colocate.analysis.weighing.scales import CannotWeighError
from colocate.analysis.weighing.weighing import weighing, weighing_as_it_stood
from colocate.casefile.faults import MOST_TOLD, CaseError, Fault
from colocate.casefile.one_file import load
from colocate.casefile.page import format_page
from colocate.casefile.rules_of_weighing import criteria_of
from colocate.casefile.schema import json_schema
from colocate.casefile.template import DEPTHS, write_template
from colocate.commands import access, compare, diff, export, freeze, reproduce, sensitivity, weigh
from colocate.commands.arguments import (
    Commands,
    Parser,
    case_argument,
    case_as_it_stood,
    case_of,
    draw_arguments,
    fault_of_weights,
    file_of,
    reading_arguments,
    set_argument,
    weights_argument,
)
from colocate.commands.layout import around_the_mark, lines_to, wrapped
from colocate.commands.output import CASE_AT_FAULT, FINE, PLACE_AT_FAULT, WRONG_USE, complain, ended, put
from colocate.commands.progress import progress_line
from colocate.export.access import access_json, decision_reading
from colocate.export.figures import figures_json
from colocate.export.freezing import is_as_decided
from colocate.export.sensitivity import sensitivity_json
from colocate.export.weighing import weighing_json
from colocate.model.evaluate import evaluate, futures_of
from colocate.safe import for_json
from colocate.stopping import STOPPED, Stop, heeding
from colocate.words import commands as words
from colocate.words.bundle import decided_words
from colocate.words.cautions import caution_words
from colocate.words.faults import fault_in_a_line
from colocate.words.weighing import cannot_weigh_words
from colocate.words.what_if import not_there
from colocate.writing import PlaceError


def main(arguments: Sequence[str] | None = None, stop: Stop | None = None) -> int:
    """Run one command and give its exit code; faults of the case are told in words, never as a traceback.

    `stop` is the flag that the command's work looks at.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return ended(_done(arguments, Stop() if stop is None else stop))
    except SystemExit as left:  # by the parser: help was asked for, or the use is wrong
        left.code = ended(left.code if isinstance(left.code, int) else FINE)
        raise


def _done(arguments: Sequence[str] | None, stop: Stop) -> int:
    chosen = argparse.Namespace(case="")
    try:
        chosen = _parser().parse_args(arguments)
        stop.working = True
        with heeding(stop.look):
            code: int = chosen.run(chosen)
    except CaseError as error:
        _tell(error.faults, str(chosen.case))
        return CASE_AT_FAULT
    except KeyboardInterrupt:
        complain(words.stopped())
        return STOPPED
    except BrokenPipeError:
        code = FINE
    except PlaceError as error:
        complain(wrapped(words.not_written(str(error.path), error.reason), lines_to(sys.stderr)))
        return PLACE_AT_FAULT
    except OSError as error:
        name = error.filename or getattr(chosen, "case", "")
        complain(wrapped(words.not_opened(str(name), error.strerror or str(error)), lines_to(sys.stderr)))
        return CASE_AT_FAULT if name and str(name) == str(getattr(chosen, "case", "")) else PLACE_AT_FAULT
    return code


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="python -m colocate",
        description=words.program_does(),
        epilog=words.exit_codes(),
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_report(commands, "compare", _compare)
    _add_report(commands, "sensitivity", _sensitivity)
    reading_arguments(_add_report(commands, "access", _access))
    weights_argument(_add_report(commands, "weigh", _weigh))
    validate = commands.add_parser("validate", help=words.command_does("validate"))
    case_argument(validate)
    validate.set_defaults(run=_validate)
    diff.add_to(commands)
    export.add_to(commands)
    reproduce.add_to(commands)
    freeze.add_to(commands)
    new = commands.add_parser("new", help=words.command_does("new"))
    new.add_argument("path", type=file_of, metavar="FILE")
    new.add_argument("--depth", choices=DEPTHS, default="standard", help=words.which_depth())
    new.set_defaults(run=_new)
    _add_form(commands)
    schema = commands.add_parser("schema", help=words.command_does("schema"))
    schema.add_argument("--page", action="store_true", help=words.page_instead())
    schema.set_defaults(run=_schema)
    return parser


def _add_report(
    commands: Commands[Parser],
    name: str,
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    """Add a command that reports on a case, readable or as JSON."""
    command = commands.add_parser(name, help=words.command_does(name))
    case_argument(command)
    command.add_argument("--json", action="store_true", help=words.as_json(name))
    draw_arguments(command)
    set_argument(command)
    command.set_defaults(run=run)
    return command


def _add_form(commands: Commands[Parser]) -> None:
    """Add the two commands of the Excel form: one writes it, one reads it back."""
    form = commands.add_parser("form", help=words.command_does("form"))
    form.add_argument("case", type=Path, nargs="?", metavar="CASE", help=words.case_file())
    form.add_argument("--empty", action="store_true", help=words.empty_form())
    form.add_argument("--depth", choices=DEPTHS, default="standard", help=words.which_depth())
    form.add_argument("--out", required=True, type=file_of, metavar="FORM.xlsx", help=words.form_to_write())
    form.set_defaults(run=_form)
    taken = commands.add_parser("import", help=words.command_does("import"))
    taken.add_argument("case", type=Path, metavar="FORM.xlsx", help=words.form_file())
    taken.add_argument("--out", required=True, type=file_of, metavar="FILE", help=words.case_to_write())
    taken.set_defaults(run=_import)


def _compare(chosen: argparse.Namespace) -> int:
    case = case_of(chosen)
    with progress_line(words.working("compare")) as progress:
        futures = futures_of(case, chosen.draws, chosen.seed, progress)
    put(figures_json(futures) if chosen.json else compare.report(futures))
    return FINE


def _sensitivity(chosen: argparse.Namespace) -> int:
    case = case_of(chosen)
    with progress_line(words.working("sensitivity")) as progress:
        found = what_changes(futures_of(case, chosen.draws, chosen.seed, while_drawing(progress)), progress=progress)
    put(sensitivity_json(found) if chosen.json else sensitivity.report(found))
    return FINE


def _weigh(chosen: argparse.Namespace) -> int:
    case, kept = case_as_it_stood(chosen)
    fault = "" if chosen.weights is None else fault_of_weights(chosen.weights, criteria_of(case.document))
    if fault:
        complain(wrapped(fault, lines_to(sys.stderr)))
        return WRONG_USE
    with progress_line(words.working("weigh")) as progress:
        futures = futures_of(case, chosen.draws, chosen.seed, progress)
    try:
        found = weighing_as_it_stood(futures, kept) if chosen.weights is None else weighing(futures, chosen.weights)
    except CannotWeighError as error:
        complain(wrapped(words.not_weighed(str(chosen.case), cannot_weigh_words(error)), lines_to(sys.stderr)))
        return CASE_AT_FAULT
    if chosen.weights is None and kept.swings:
        complain(wrapped(words.with_weights(str(chosen.case), kept.by), lines_to(sys.stderr)))
    put(weighing_json(futures, found) if chosen.json else weigh.report(futures, found))
    return FINE


def _access(chosen: argparse.Namespace) -> int:
    case = case_of(chosen)
    first = decision_reading(case)
    asked = what_if_of(case, chosen.on or first.day, chosen.moved)
    try:
        cases = [(first, case)] + ([(asked, read_as(case, asked))] if asked != first else [])
    except NotThereError as error:
        complain(wrapped(f"--moved: {not_there(error)}.", lines_to(sys.stderr)))
        return WRONG_USE
    with progress_line(words.working("access")) as progress:
        readings = [(reading, futures_of(read, chosen.draws, chosen.seed, progress)) for reading, read in cases]
    put(access_json(readings) if chosen.json else access.report(readings))
    return FINE


def _validate(chosen: argparse.Namespace) -> int:
    case, stood = load(chosen.case)
    width = lines_to(sys.stdout)
    put(wrapped(words.no_fault(str(chosen.case), case), width, under="  "))
    if stood is not None:
        put(wrapped(words.as_it_stood(stood), width, "  ", under="    "))
        if stood.decided is not None:
            said = decided_words(stood.decided, as_decided=is_as_decided(case, stood.decided))
            put(wrapped(said, width, "  ", under="    "))
    for caution in caution_words(evaluate(case, DRAWS).expected):
        put(wrapped(words.a_caution(caution), width, under="  "))
    return FINE


def _new(chosen: argparse.Namespace) -> int:
    return _all_new(lambda: write_template(chosen.path, chosen.depth))


def _form(chosen: argparse.Namespace) -> int:
    from colocate.casefile.form.files import write_empty_form, write_form_of  # noqa: PLC0415 - heavy, for this alone

    if chosen.empty == (chosen.case is not None):
        complain(wrapped(words.case_or_empty(), lines_to(sys.stderr)))
        return WRONG_USE
    return _all_new(
        lambda: write_empty_form(chosen.out, chosen.depth) if chosen.empty else write_form_of(chosen.case, chosen.out)
    )


def _import(chosen: argparse.Namespace) -> int:
    from colocate.casefile.form.files import write_case_of  # noqa: PLC0415 - heavy, for this alone

    return _all_new(lambda: write_case_of(chosen.case, chosen.out))


def _all_new(write: Callable[[], tuple[Path, ...]]) -> int:
    """Write files that are not there yet, and name them."""
    try:
        written = write()
    except FileExistsError as error:
        complain(wrapped(f"{error}.", lines_to(sys.stderr)))
        return WRONG_USE
    for path in written:
        put(str(path))
    return FINE


def _schema(chosen: argparse.Namespace) -> int:
    put(format_page().rstrip() if chosen.page else for_json(json_schema()))
    return FINE


def _tell(faults: Sequence[Fault], name: str) -> None:
    width = lines_to(sys.stderr)
    complain(wrapped(words.faults_counted(name, len(faults)), width, under="  "))
    for fault in faults[:MOST_TOLD]:
        complain(wrapped(fault_in_a_line(fault), width, "  ", under="    "))
        for line in around_the_mark(fault.excerpt.splitlines(), width - 4):
            complain(f"    {line}")
    if len(faults) > MOST_TOLD:
        complain(wrapped(words.more_faults(len(faults) - MOST_TOLD), width, "  "))
