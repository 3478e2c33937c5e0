"""Money: what each option is expected to cost and how far off that may lie; every detail is folded below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from colocate.analysis.money.five_years import CELLS, YEARS, five_year_reading
from colocate.analysis.money.returns import returns
from colocate.analysis.money.shift import shift
from colocate.analysis.money.tenants import if_a_tenant_leaves
from colocate.analysis.money.unit_costs import cost_per_m2, cost_per_person
from colocate.analysis.uncertainty.odds import Range, odds, one_off_exceeds, range_of
from colocate.model.futures import Futures
from colocate.quantity import Array
from colocate.safe import for_markdown
from colocate.ui import chart, lines
from colocate.ui.fragment import part
from colocate.ui.parts import Cell, Words, sentence, table, title
from colocate.ui.pick import pick_option
from colocate.ui.state import Scene, futures, kept, scene
from colocate.words.adding_up import shown_one_offs, shown_shift, shown_steps
from colocate.words.money import (
    GROUP_NAMES,
    PAYER_NAMES,
    change_in_words,
    finding_costs,
    payback_in_words,
    payer_in_words,
    rate_in_words,
)
from colocate.words.naming import quoted_name, short_name
from colocate.words.numbers import NOTHING
from colocate.words.pages import money as words


def show() -> None:
    """Show the finding and its picture for the book and view chosen at the side, then every detail folded."""
    here = scene()
    drawn = futures(here)
    title(finding_costs(drawn, here.reading, here.language).title)
    chart.show(lambda charts: charts.costs(drawn, here.reading, language=here.language, dark=here.dark), titled=False)
    pick_option(here)
    sections: dict[str, Callable[[Scene, Futures], None]] = {
        "key": _key_figures,
        "years": _over_the_years,
        "difference": _difference,
        "by year": _by_year,
        "one-off": _one_offs,
        "who pays": _who_pays,
        "lines": lines.draw,
        "worked": lambda shown, _drawn: lines.draw_worked_example(shown),
        "units": _per_unit,
        "five years": _five_years,
        "tenants": _tenants,
    }
    if not here.outcome.case.houses:
        del sections["tenants"]
    for name, draw in sections.items():
        _folded(here, drawn, name, draw)


def _folded(here: Scene, drawn: Futures, name: str, draw: Callable[[Scene, Futures], None]) -> None:
    """Draw a section that is closed at first; what is in it is worked out when it is opened."""
    label = for_markdown(words.heading(name, here.language))
    section = st.expander(label, key=f"money-{name.replace(' ', '-')}", on_change="rerun")
    with section:
        if section.open:
            draw(here, drawn)


def _names(here: Scene) -> list[str]:
    return [short_name(here.outcome.case, option.id) for option in here.outcome.options]


def _key_figures(here: Scene, drawn: Futures) -> None:
    """Show the figures that a budget officer asks for first, option by option."""
    expected, language, currency = drawn.expected, here.language, here.currency
    found = odds(drawn, *here.reading)
    earned = [returns(expected, option.id, *here.reading) for option in expected.options]

    def amounts(name: str) -> tuple[Cell, ...]:
        cells = []
        for option, one in zip(expected.options, found, strict=True):
            value = float(getattr(option.money[here.reading], name)[0])
            below = words.short_range(getattr(one, name), language) if expected.varies else ""
            cells.append(Cell(language.about(value, currency), below=below))
        return (_named(name, here), *cells)

    rows = [
        amounts("total"),
        amounts("present_value"),
        amounts("equivalent_annual"),
        (_named("payback", here), *(Cell(payback_in_words(one.payback, language)) for one in earned)),
        (
            _named("discounted_payback", here),
            *(Cell(payback_in_words(one.discounted_payback, language)) for one in earned),
        ),
        (_named("rate", here), *(Cell(rate_in_words(one.internal_rate_of_return, language)) for one in earned)),
    ]
    baseline = quoted_name(expected.case, expected.baseline.id, language)
    table(("", *_names(here)), rows, title=words.heading("key", language), stack=True)
    sentence(words.compared(expected.case.horizon_years, baseline, language), quiet=True)
    sentence(words.note("returns", language), quiet=True)


def _named(name: str, here: Scene) -> Cell:
    words_, below = words.row(name, here.language)
    return Cell(words_, below=below)


def _over_the_years(here: Scene, drawn: Futures) -> None:
    """Show the expected cost of all options added up, and how far the chosen one's may lie off."""
    chart.show(
        lambda charts: charts.cumulative_cost(drawn.expected, here.reading, language=here.language, dark=here.dark)
    )
    if drawn.figures:
        chart.show(
            lambda charts: charts.cost_fan(drawn, here.option, here.reading, language=here.language, dark=here.dark)
        )
    running = [option.money[here.reading].cumulative[:, 0].tolist() for option in drawn.expected.options]
    if not here.choice.charts:
        _table_by_year(
            here, [[_amount(one, here) for one in column] for column in running], words.heading("years", here.language)
        )


def _difference(here: Scene, drawn: Futures) -> None:
    language = here.language
    chart.show(
        lambda charts: charts.waterfall(drawn.expected, here.option, here.reading, language=language, dark=here.dark)
    )
    if not here.choice.charts:
        found = shown_steps(drawn.expected, here.option, here.reading)
        table(
            (words.column("step", language), words.column("step change", language)),
            [
                (language.say(GROUP_NAMES[step.heading]), change_in_words(step.amount, here.currency, language))
                for step in found
            ],
            title=words.heading("difference", language),
        )


def _by_year(here: Scene, drawn: Futures) -> None:
    """Show the expected yearly cost by heading as a chart, and by option as a table with ranges."""
    chart.show(
        lambda charts: charts.yearly_by_category(
            drawn.expected, here.option, here.reading, language=here.language, dark=here.dark
        )
    )
    varies = drawn.expected.varies
    columns = [
        [
            _amount(float(amount), here, range_of(spread) if varies else None)
            for amount, spread in zip(
                option.money[here.reading].by_year[:, 0], of_draws.money[here.reading].by_year, strict=True
            )
        ]
        for option, of_draws in zip(drawn.expected.options, drawn.options, strict=True)
    ]
    _table_by_year(here, columns, words.heading("by year", here.language))
    sentence(words.by_year_note(here.currency, varies, here.language), quiet=True)


def _table_by_year(here: Scene, columns: Sequence[Sequence[Cell]], title: str) -> None:
    rows = [_year_row(year, cells, here) for year, cells in enumerate(zip(*columns, strict=True), start=1)]
    head = (words.column("year", here.language), *_names(here))
    table(head, rows, title=title)


def _one_offs(here: Scene, drawn: Futures) -> None:
    """Show what must be found once, by year and by who pays, and the chance that a sum is not enough."""
    language = here.language
    option, of_draws = drawn.expected.option(here.option), drawn.option(here.option)
    chart.show(lambda charts: charts.one_offs(drawn.expected, here.option, language=language, dark=here.dark))
    told = shown_one_offs(option)
    if not told.payers:
        sentence(words.note("no one-off", language))
        return
    varies = drawn.expected.varies
    rows = [
        _year_row(
            year + 1,
            [
                _amount(agency, here, range_of(of_draws.one_off_by_year[year]) if varies else None),
                *(_amount(amounts[year], here) for amounts in told.payers.values()),
            ],
            here,
        )
        for year, agency in enumerate(told.agency)
        if any(amounts[year] for amounts in told.payers.values())
    ]
    columns = (
        words.column("year", language),
        words.column("agency", language),
        *(payer_in_words(payer, language) for payer in told.payers),
    )
    table(columns, rows, title=words.heading("one-off", language), stack=True)
    sentence(words.in_currency(here.currency, language), quiet=True)
    if varies:
        _is_it_enough(here, drawn)


@part
def _is_it_enough(here: Scene, drawn: Futures) -> None:
    """Ask for the sum that can be found once, and say how likely it is not enough; runs by itself."""
    option, language = drawn.expected.option(here.option), here.language
    budget = st.number_input(
        words.budget_label(here.currency, language),
        value=float(round(float(option.one_off_by_year.sum()), -3)),
        step=5000.0,
        format="%.0f",
        key=f"one-off budget {here.source.key} {option.id}",
        help=words.budget_help(language),
    )
    asked = float(budget or 0.0)
    chance = one_off_exceeds(drawn.option(option.id), asked)
    name = quoted_name(drawn.case, option.id, language)
    sentence(words.budget_chance(name, asked, chance, here.currency, language))
    chart.show(lambda charts: charts.one_off_chance(drawn, option.id, language=language, dark=here.dark))


def _who_pays(here: Scene, drawn: Futures) -> None:
    """Show who gains and who bears, and how much of a saving is only a shift."""
    language, view = here.language, here.reading.view
    chart.show(lambda charts: charts.books(drawn.expected, here.option, view, language=language, dark=here.dark))
    moved = shown_shift(shift(drawn.expected, here.option, view))
    sentence(words.shift_note(moved, here.currency, language))
    rows: list[tuple[Words, ...]] = [
        (language.say(PAYER_NAMES[payer]), Cell(change_in_words(amount, here.currency, language)))
        for payer, amount in moved.by_payer.items()
    ]
    everyone = Cell(change_in_words(moved.everyone, here.currency, language))
    rows.append((words.column("everyone", language), everyone))
    option, baseline = (quoted_name(drawn.case, one, language) for one in (here.option, drawn.baseline.id))
    columns = (words.column("who", language), words.change_column(option, baseline, language))
    table(columns, rows, title=words.heading("who pays", language))


def _per_unit(here: Scene, drawn: Futures) -> None:
    options = drawn.expected.options
    for per, found in (
        ("person", [cost_per_person(option) for option in options]),
        ("m2", [cost_per_m2(option) for option in options]),
    ):
        title = words.unit_title(per, here.currency, here.language)
        sentence(title)
        _table_by_year(here, [_unit_column(one, here) for one in found], title)
    sentence(words.note("units", here.language), quiet=True)


def _unit_column(amounts: Array | None, here: Scene) -> list[Cell]:
    if amounts is None:
        return [Cell(NOTHING)] * here.outcome.case.horizon_years
    return [_amount(one, here) for one in amounts[:, 0].tolist()]


def _five_years(here: Scene, drawn: Futures) -> None:
    language = here.language
    cells = five_year_reading(drawn.expected, here.option)
    rows = [
        (_named("monetary", here), *(_amount(cells[cell], here) for cell in CELLS[:2])),
        (_named("labour", here), *(_amount(cells[cell], here) for cell in CELLS[2:])),
    ]
    columns = tuple(words.column(name, language) for name in ("avoided", "one-time", "recurring"))
    table(columns, rows, title=words.heading("five years", language))
    option, baseline = (quoted_name(drawn.case, one, language) for one in (here.option, drawn.baseline.id))
    sentence(words.five_years_note(option, baseline, YEARS, here.currency, language), quiet=True)


def _tenants(here: Scene, drawn: Futures) -> None:
    """Show what the agency would be expected to bear if one of the others left the house."""
    language = here.language
    found = kept("tenants", here, lambda: if_a_tenant_leaves(drawn))
    if not found:
        sentence(words.note("no house", language))
        return
    rows = [
        (
            Cell(one.tenant, below=one.house),
            short_name(drawn.case, one.option),
            _amount(one.more_per_year, here),
            _amount(one.more_in_total, here),
        )
        for one in found
    ]
    columns = tuple(words.column(name, language) for name in ("tenant", "option", "more a year", "more in all"))
    table(columns, rows, title=words.heading("tenants", language), stack=True)
    sentence(words.tenants_note(here.currency, language), quiet=True)


def _year_row(year: int, cells: Sequence[Cell], here: Scene) -> tuple[Cell, ...]:
    return (Cell(words.year_label(year, here.language)), *cells)


def _amount(amount: float, here: Scene, spread: Range | None = None) -> Cell:
    below = "" if spread is None or spread.high - spread.low < 0.5 else words.range_of_money(spread, here.language)
    return Cell(here.language.number(amount), "number", below)


if __name__ == "__main__":
    show()
