"""The sheet of returns: what a move saves, flow by flow, when it has paid back, and what rate it earns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from colocate.export.workbook.build import Builder
from colocate.export.workbook.flows import Flows, write_flows
from colocate.export.workbook.option_sheet import OptionSheet
from colocate.export.workbook.payback import write_paybacks
from colocate.export.workbook.rate import write_rate
from colocate.export.workbook.sheet import FIRST_YEAR, Sheet
from colocate.words import workbook_returns as words

WIDTHS = (60.0, *[15.0] * (FIRST_YEAR - 1))
WIDTH_OF_A_YEAR = 13.0


@dataclass(frozen=True)
class ReturnCells:
    """Where an option's payback, discounted payback and rate of return stand, with what each comes to."""

    payback: tuple[str, float | str]
    discounted: tuple[str, float | str]
    rate: tuple[str, float | str]


def write_returns(builder: Builder, options: Sequence[OptionSheet], sheet: Sheet) -> dict[str, ReturnCells]:
    """Write payback and rate of return of every option but the baseline; give where they stand by its id."""
    language = builder.language
    sheet.text(0, words.title(language), "title", 0)
    sheet.text(0, words.about(language), "aside", 1)
    sheet.row = 3
    cells = {}
    for option in options[1:]:
        flows: Flows = write_flows(builder, options[0], option, sheet)
        plain, discounted = write_paybacks(builder, sheet, flows)
        cells[option.id] = ReturnCells(plain, discounted, write_rate(builder, sheet, flows))
    sheet.set_up([*WIDTHS, *[WIDTH_OF_A_YEAR] * (builder.years + 1)], (2, 1))
    return cells
