"""What each command of `python -m colocate` does.

Exit code 0: fine. 1: the case is at fault, told on standard error. 2: the command was used wrongly.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

from colocate.analysis.cautions import cautions
from colocate.analysis.returns import returns
from colocate.analysis.verdict import CENTRAL_CASE, verdict
from colocate.case import Case
from colocate.casefile.changing import change, value_of
from colocate.casefile.faults import CaseError, Fault
from colocate.casefile.page import format_page
from colocate.casefile.reading import load_case
from colocate.casefile.schema import json_schema
from colocate.casefile.template import write_template
from colocate.export.bundle import write_bundle
from colocate.export.figures import figures_json
from colocate.model import evaluate
from colocate.outcome import Outcome
from colocate.totals import BOOKS, HEADLINE
from colocate.wording import money

FINE, CASE_AT_FAULT, WRONG_USE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; faults of the case are told in words, never as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    chosen = _parser().parse_args(arguments)
    try:
        code: int = chosen.run(chosen)
    except CaseError as error:
        _tell(error.faults, str(chosen.case))
        return CASE_AT_FAULT
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
    compare = _command(commands, "compare", _compare, "compare the options of a case")
    compare.add_argument("--json", action="store_true", help="all figures as JSON")
    validate = _command(commands, "validate", _validate, "check a case and tell every fault")
    del validate
    export = _command(commands, "export", _export, "write charts (HTML), tables (CSV) and all figures (JSON)")
    export.add_argument("--out", required=True, type=Path, metavar="DIR", help="folder to write to")
    for command in (compare, export):
        command.add_argument(
            "--set",
            action="append",
            default=[],
            metavar="PATH=VALUE",
            help="change a figure, for example options[move].move.delay=6; may be given more than once",
        )
    new = commands.add_parser("new", help="write a commented template of a case")
    new.add_argument("path", type=Path, metavar="FILE")
    new.set_defaults(run=_new)
    schema = commands.add_parser("schema", help="the JSON Schema of the case format")
    schema.add_argument("--page", action="store_true", help="the page on the format, as Markdown, instead")
    schema.set_defaults(run=_schema)
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: object,
    words: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=words)
    command.add_argument("case", type=Path, metavar="CASE", help="a case file (TOML)")
    command.set_defaults(run=run)
    return command


def _compare(chosen: argparse.Namespace) -> int:
    outcome = evaluate(_case(chosen))
    print(figures_json(outcome) if chosen.json else _report(outcome))
    return FINE


def _validate(chosen: argparse.Namespace) -> int:
    case = load_case(chosen.case)
    assumed = sum(quantity.quality == "assumed" for quantity in case.quantities.values())
    print(f"{chosen.case}: no fault. {len(case.options)} options, {len(case.quantities)} figures, {assumed} assumed.")
    for caution in cautions(evaluate(case)):
        print(f"caution: {caution.words}")
    return FINE


def _export(chosen: argparse.Namespace) -> int:
    for path in write_bundle(evaluate(_case(chosen)), chosen.out):
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


def _case(chosen: argparse.Namespace) -> Case:
    case = load_case(chosen.case)
    changes = {}
    for setting in chosen.set:
        path, equals, value = setting.rpartition("=")
        if not equals or not path.strip():
            raise CaseError([Fault(f"--set {setting}", "is not PATH=VALUE", "Write --set options[move].move.delay=6")])
        changes[path.strip()] = value_of(value.strip())
    return change(case, changes)


def _tell(faults: Sequence[Fault], name: str) -> None:
    count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    print(f"{name}: {count}.", file=sys.stderr)
    for fault in faults:
        print(f"  {fault}", file=sys.stderr)


def _report(outcome: Outcome) -> str:
    """Write the comparison for a terminal: the verdict, the four criteria, the money."""
    width = max(72, min(110, shutil.get_terminal_size((100, 24)).columns))
    told = verdict(outcome)
    case = outcome.case
    parts = [case.title, "=" * min(len(case.title), width), "", _wrapped(told.headline, width)]
    parts += [_wrapped(f"- {sentence}", width) for sentence in told.sentences]
    for number, option in enumerate(outcome.options, start=1):
        place = " (baseline)" if number == 1 else ""
        parts.append(f"\n{number}. {option.name}{place}")
        rows = [
            (row.title, next(cell.words for cell in row.cells if cell.option == option.id), option.id in row.best)
            for row in told.rows
        ]
        parts += [
            f"   {title:<24} {words}{'   << best' if best and len(told.rows) else ''}" for title, words, best in rows
        ]
    parts += ["", _money_table(outcome), "", "Conditions"]
    parts += [_wrapped(f"- {condition}", width) for condition in told.conditions]
    parts += ["", "Cautions", *(_wrapped(f"- {caution.words}", width) for caution in cautions(outcome))]
    return "\n".join([*parts, "", CENTRAL_CASE])


def _money_table(outcome: Outcome) -> str:
    currency, years = outcome.case.currency, outcome.case.horizon_years
    columns = [f"{number}. {option.id}"[:22] for number, option in enumerate(outcome.options, start=1)]
    rows: list[tuple[str, list[str]]] = []
    headline = [option.money[HEADLINE] for option in outcome.options]
    rows.append((f"Agency's cash, {years} years", [money(float(one.total[0]), currency) for one in headline]))
    rows.append(("  in today's money", [money(float(one.present_value[0]), currency) for one in headline]))
    rows.append(("  equal amount a year", [money(float(one.equivalent_annual[0]), currency) for one in headline]))
    with_time = [option.money["agency", "cash and efficiency"] for option in outcome.options]
    rows.append(("  with staff time", [money(float(one.present_value[0]), currency) for one in with_time]))
    for book in list(BOOKS)[1:]:
        values = [money(float(option.money[book, "cash"].present_value[0]), currency) for option in outcome.options]
        rows.append((f"{book[:1].upper()}{book[1:]}, today's money".replace("Un f", "UN f"), values))
    against = [outcome.against_baseline(option.id) for option in outcome.options]
    rows.append(("Less baseline, today's money", [money(float(one.present_value[0]), currency) for one in against]))
    earned = [returns(outcome, option.id) for option in outcome.options]
    rows.append(("Payback", [_short(one.payback.value, "years") for one in earned]))
    rows.append(("  discounted", [_short(one.discounted_payback.value, "years") for one in earned]))
    rows.append(("Rate of return", [_short(one.internal_rate_of_return.value, "%") for one in earned]))
    widths = [max(len(column), *(len(row[1][place]) for row in rows)) for place, column in enumerate(columns)]
    title = max(len(row[0]) for row in rows)
    lines = [" " * title + "  " + "  ".join(column.rjust(width) for column, width in zip(columns, widths, strict=True))]
    for name, cells in rows:
        lines.append(
            name.ljust(title) + "  " + "  ".join(cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
        )
    notes = [
        f"  {option.id}: no {what}: {answer.words}"
        for option, one in zip(outcome.options[1:], earned[1:], strict=True)
        for what, answer in (("payback", one.payback), ("rate of return", one.internal_rate_of_return))
        if answer.value is None
    ]
    return "\n".join([*lines, *notes])


def _short(value: float | None, unit: str) -> str:
    if value is None:
        return "-"
    return f"{100 * value:.1f} %" if unit == "%" else f"{value:.1f} {unit}"


def _wrapped(words: str, width: int) -> str:
    return textwrap.fill(words, width, subsequent_indent="  " if words.startswith("- ") else "")
