"""The sheet that compares: what each option costs in every book, by category, over five years, and by service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from colocate.analysis.money.cost_headings import GROUPS
from colocate.analysis.money.five_years import CELLS, YEARS, five_year_reading
from colocate.analysis.money.returns import returns
from colocate.analysis.uncertainty.odds import Range, odds
from colocate.export.workbook.build import Builder
from colocate.export.workbook.cells import letters
from colocate.export.workbook.option_sheet import LineRow, OptionSheet, Reading, begin_years, over_years
from colocate.export.workbook.plan import nodes_of
from colocate.export.workbook.returns import ReturnCells
from colocate.export.workbook.sheet import FIGURE, FIRST_YEAR, KIND, LABEL, NATURE, PAYER, PRESENT, TOTAL, UNIT, Sheet
from colocate.export.workbook.styles import FINE, MONEY
from colocate.model.futures import Futures
from colocate.model.totals import BOOKS, HEADLINE, VIEWS
from colocate.words import workbook as words
from colocate.words import workbook_results as results
from colocate.words import workbook_returns as returns_words
from colocate.words.case_of_letters import beginning
from colocate.words.categories import category_in_words

Rows = dict[tuple[str, Reading], int]
SERVICE_CATEGORIES = GROUPS["Shared back office"]


def write_comparison(
    builder: Builder,
    futures: Futures,
    options: Sequence[OptionSheet],
    returned: Mapping[str, ReturnCells],
    sheet: Sheet,
) -> Rows:
    """Write the comparison; give the row of each option's costs by year, by its id and reading."""
    begin_years(sheet, results.comparison_title(builder.language), builder)
    for column, heading in results.outside_headings(futures.draws, builder.language).items():
        sheet.text(column, heading, "heading", 1)
    rows: Rows = {}
    for book in BOOKS:
        for view in VIEWS:
            _reading(builder, futures, options, sheet, (book, view), rows)
    _returns(builder, futures, options, returned, sheet)
    _categories(builder, options, sheet)
    _five_years(builder, futures, options, sheet)
    _services(builder, options, sheet)
    return rows


def _title(sheet: Sheet, words_of: str) -> None:
    sheet.row += 1
    sheet.texts([words_of], "part")


def _reading(
    builder: Builder, futures: Futures, options: Sequence[OptionSheet], sheet: Sheet, reading: Reading, rows: Rows
) -> None:
    """Write what options cost in a book and view: three sums with expected value and range, and the years."""
    language = builder.language
    _title(sheet, words.reading_name(reading, language))
    annuity = builder.writer.reference(nodes_of(builder.recording.prices.annuity)[0], sheet)
    for option, drawn, central in zip(options, odds(futures, *reading), futures.central.options, strict=True):
        money = central.money[reading]
        at, quoted = option.by_reading[reading] + 1, option.sheet.quoted
        present = f"{quoted}!${letters(PRESENT)}${at}"
        measures: list[tuple[str, str, float, Range]] = [
            ("present value", present, float(money.present_value[0]), drawn.present_value),
            ("total", f"{quoted}!${letters(TOTAL)}${at}", float(money.total[0]), drawn.total),
            (
                "equivalent annual cost",
                f"{present}*{annuity}",
                float(money.equivalent_annual[0]),
                drawn.equivalent_annual,
            ),
        ]
        for name, formula, value, one in measures:
            sheet.text(LABEL, results.measure_of(option.name, name, language))
            sheet.text(UNIT, builder.currency, "aside")
            for column, outside in ((PAYER, one.mean), (NATURE, one.low), (KIND, one.high)):
                sheet.number(column, outside, "outside", MONEY)
            sheet.formula(FIGURE, formula, value, "formula", MONEY)
            sheet.row += 1
        rows[option.id, reading] = _referred(builder, sheet, option, option.by_reading[reading], option.name)


def _referred(builder: Builder, sheet: Sheet, option: OptionSheet, at: int, name: str) -> int:
    """Write a row of an option's sheet again: its years and sums."""
    row, quoted = sheet.row, option.sheet.quoted
    sheet.text(LABEL, results.by_year_of(name, builder.language), "total")
    sheet.text(UNIT, builder.currency, "total")
    for column in range(UNIT + 1, TOTAL):
        sheet.text(column, "", "total")
    values = [option.sheet.value(at, FIRST_YEAR + year) for year in range(builder.years)]
    for column, of in ((TOTAL, [option.sheet.value(at, TOTAL)]), (PRESENT, [option.sheet.value(at, PRESENT)])):
        sheet.across(column, f"{quoted}!{letters(column)}{at + 1}", of, "total", MONEY)
    sheet.across(FIRST_YEAR, f"{quoted}!{letters(FIRST_YEAR)}{at + 1}", values, "total", MONEY)
    sheet.row += 1
    return row


def _returns(
    builder: Builder,
    futures: Futures,
    options: Sequence[OptionSheet],
    returned: Mapping[str, ReturnCells],
    sheet: Sheet,
) -> None:
    """Write payback and rate of return of each option, beside those of the expected amounts."""
    language = builder.language
    _title(sheet, returns_words.returns_title(language))
    for option in options[1:]:
        expected, cells = returns(futures.expected, option.id), returned[option.id]
        for name, found, (cell, value) in (
            (returns_words.payback(False, language), expected.payback, cells.payback),
            (returns_words.payback(True, language), expected.discounted_payback, cells.discounted),
            (returns_words.rate(language), expected.internal_rate_of_return, cells.rate),
        ):
            sheet.text(LABEL, returns_words.of_option(option.name, name, language))
            if found.value is None:
                sheet.text(PAYER, returns_words.reason_in_words(found.why, language), "outside")
            else:
                sheet.number(PAYER, found.value, "outside", FINE)
            sheet.formula(FIGURE, cell, value, "formula", FINE)
            sheet.row += 1


def _categories(builder: Builder, options: Sequence[OptionSheet], sheet: Sheet) -> None:
    """Write what each option costs the agency in cash, by category."""
    language = builder.language
    for option in options:
        _title(sheet, results.categories_of(option.name, language))
        for (category, payer, nature), at in option.by_category.items():
            if payer in BOOKS[HEADLINE.book] and nature in VIEWS[HEADLINE.view]:
                _referred(builder, sheet, option, at, beginning(category_in_words(category, language)))


def _five_years(builder: Builder, futures: Futures, options: Sequence[OptionSheet], sheet: Sheet) -> None:
    """Write what each option avoids against the baseline over the first years, in four cells."""
    language, baseline = builder.language, options[0]
    first = min(YEARS, builder.years)
    for option in options[1:]:
        expected = five_year_reading(futures.expected, option.id)
        _title(sheet, results.five_years_of(option.name, baseline.name, YEARS, language))
        for cell in CELLS:
            sheet.text(LABEL, words.cell_name(cell, language))
            sheet.text(UNIT, builder.currency, "aside")
            sheet.number(PAYER, expected[cell], "outside", MONEY)
            parts = [f"SUM({one.sheet.quoted}!{over_years(one.by_cell[cell], first)})" for one in (baseline, option)]
            values = [
                sum(one.sheet.value(one.by_cell[cell], FIRST_YEAR + year) for year in range(first))
                for one in (baseline, option)
            ]
            sheet.formula(FIGURE, "-".join(parts), values[0] - values[1], "formula", MONEY)
            sheet.row += 1


def _services(builder: Builder, options: Sequence[OptionSheet], sheet: Sheet) -> None:
    """Write benefit, cost and their ratio of each service that an option shares, over the first years."""
    language = builder.language
    for option in options:
        found: dict[str, list[LineRow]] = {}
        for one in option.lines:
            if one.line.category in SERVICE_CATEGORIES:
                found.setdefault(one.line.name.split(":")[0], []).append(one)
        if not found:
            continue
        _title(sheet, results.services_of(option.name, YEARS, language))
        for service, lines in found.items():
            _service(builder, option, service, lines, sheet)


def _service(builder: Builder, option: OptionSheet, service: str, lines: Sequence[LineRow], sheet: Sheet) -> None:
    language, first = builder.language, min(YEARS, builder.years)
    begun = sheet.row
    kinds = (
        ("benefit in money", "-", [one for one in lines if one.line.sign < 0 and not one.line.labour]),
        ("benefit in work", "-", [one for one in lines if one.line.sign < 0 and one.line.labour]),
        ("direct cost", "", [one for one in lines if one.line.sign > 0]),
    )
    values = []
    for kind, sign, chosen in kinds:
        ranges = ",".join(f"{option.sheet.quoted}!{over_years(one.row, first)}" for one in chosen)
        value = float(sum(one.amounts[:first].sum() for one in chosen)) * (-1.0 if sign else 1.0)
        values.append(value)
        sheet.text(LABEL, results.service_row(service, kind, language))
        sheet.text(UNIT, builder.currency, "aside")
        sheet.formula(FIGURE, f"{sign}SUM({ranges})" if ranges else "0", value, "formula", MONEY)
        sheet.row += 1
    money, work, cost = (f"{letters(FIGURE)}{begun + 1 + place}" for place in range(3))
    sheet.text(LABEL, results.service_row(service, "ratio", language))
    none = results.no_cost(language)
    ratio = (values[0] + values[1]) / values[2] if values[2] else none
    sheet.formula(FIGURE, f'IF({cost}=0,"{none}",({money}+{work})/{cost})', ratio, "formula", FINE)
    sheet.row += 1
