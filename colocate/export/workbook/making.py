"""Put the workbook together: the sheets in their order, each written when all that it refers to has its cells."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from colocate.export.figures import fingerprint
from colocate.export.workbook.about import write_about
from colocate.export.workbook.build import Builder
from colocate.export.workbook.charts import write_charts
from colocate.export.workbook.comparison import write_comparison
from colocate.export.workbook.control import write_control
from colocate.export.workbook.copying import Copies
from colocate.export.workbook.formulas import Writer
from colocate.export.workbook.given import HORIZON_ROW, Given
from colocate.export.workbook.inputs import place_inputs, write_inputs
from colocate.export.workbook.option_sheet import OptionSheet, begin_years, write_option
from colocate.export.workbook.plain import plain_line
from colocate.export.workbook.plan import Plan, nodes_of
from colocate.export.workbook.returns import write_returns
from colocate.export.workbook.sheet import Book, Moves, Spot
from colocate.model.futures import Futures
from colocate.model.recording.nodes import Node
from colocate.model.worked import record
from colocate.stopping import look, looking
from colocate.words import workbook as words
from colocate.words.language import ENGLISH, Language
from colocate.words.naming import short_name

FIRST, LAST = ("about", "comparison", "charts", "inputs", "given", "workings", "tables"), ("returns", "control")
"""The sheets before those of the options and behind them, in their order."""

MOVES: dict[str, Moves] = {"workings": "years", "comparison": "years", "control": "years", "tables": "lists"}


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no objects that are dropped in rings meanwhile: of the many small ones none is, before the end."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


@_uncollected()
def workbook(futures: Futures, language: Language = ENGLISH) -> bytes:
    """Make the workbook of a case; the expected values and ranges in it are those of the futures."""
    case = futures.case
    recording = record(case)
    look()
    plan = Plan(recording)
    book = Book.begun(case.title)
    sheets = {name: book.sheet(words.sheet_name(name, language), MOVES.get(name, "nothing")) for name in FIRST}
    options = [book.sheet(short_name(case, option.id)) for option in case.options]
    sheets |= {name: book.sheet(words.sheet_name(name, language), MOVES.get(name, "nothing")) for name in LAST}
    spots: dict[Node, Spot] = {}
    place_inputs(sheets["inputs"], recording.inputs, spots)
    given = Given(sheets["given"], case, [node for node in recording.given if node in plan.used], recording.tape.months)
    given.place(spots)
    builder = Builder(
        recording=recording,
        prices=futures.central.prices,
        plan=plan,
        book=book,
        language=language,
        writer=Writer(spots, given.of_number),
        spots=spots,
        workings=sheets["workings"],
        tables=sheets["tables"],
        horizon=given.cell(HORIZON_ROW, None),
        copies=Copies(spots),
    )
    _begin(builder)
    written: list[OptionSheet] = []
    for option, sheet in looking(list(zip(recording.options, options, strict=True))):
        worked = [plain_line(line) for line in option.lines]
        written.append(write_option(builder, option, worked, sheet))
    returned = write_returns(builder, written, sheets["returns"])
    look()
    rows = write_comparison(builder, futures, written, returned, sheets["comparison"])
    write_charts(builder, written, rows, sheets["comparison"], sheets["charts"])
    look()
    differ = write_control(builder, futures.central, written, sheets["control"])
    changed = write_inputs(sheets["inputs"], case, recording.inputs, plan.used, language)
    given.write(language)
    write_about(sheets["about"], futures, fingerprint(case.document), (differ, changed), language)
    look()
    return book.content()


def _begin(builder: Builder) -> None:
    """Write what every formula may refer to: the years, their months, and how money is discounted."""
    tape, sheet = builder.recording.tape, builder.workings
    begin_years(sheet, words.workings_title(builder.language), builder)
    builder.tables.text(0, words.tables_title(builder.language), "title", 0)
    builder.tables.row = 2
    builder.plan.used |= {*tape.year_step.nodes, *tape.month_step.nodes}
    for step, name in ((tape.year_step, "years"), (tape.month_step, "months")):
        builder.place(step, sheet)
        builder.label(step, words.counted_name(name, builder.language), "", "text")
        builder.fill(step, "0")
    builder.lead_to(
        [*nodes_of(builder.recording.prices.discount), *nodes_of(builder.recording.prices.annuity)],
        sheet,
        words.workings_title(builder.language),
    )
