"""Money: what each option costs, what makes the difference, who pays, and every line down to its formula."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from colocate.analysis.money.budget import one_off_by_payer
from colocate.analysis.money.five_years import CELLS, YEARS, five_year_reading
from colocate.analysis.money.returns import Answer, returns
from colocate.analysis.money.shift import shift
from colocate.analysis.money.tenants import if_a_tenant_leaves
from colocate.analysis.money.unit_costs import cost_per_m2, cost_per_person
from colocate.ui import chart
from colocate.ui.lines import draw as draw_lines
from colocate.ui.parts import Cell, heading, sentence, table, title
from colocate.ui.pick import pick_option
from colocate.ui.state import Scene, scene
from colocate.words.money import BOOK_NAMES, PAYER_NAMES, change_in_words, payer_in_words
from colocate.words.numbers import NOTHING, money, number, percent


def show() -> None:
    """Show all that is said of money, for the book and view chosen at the side."""
    here = scene()
    title("Money")
    counted = "cash" if here.choice.view == "cash" else "cash and staff time valued in money"
    sentence(f"Counted here: {counted}, for {BOOK_NAMES[here.choice.book]}. Choose at the side.", quiet=True)
    _key_figures(here)
    pick_option(here)
    _difference(here)
    _by_year(here)
    _one_offs(here)
    _who_pays(here)
    _per_unit(here)
    _five_years(here)
    _tenants(here)
    draw_lines(here)


def _key_figures(here: Scene) -> None:
    """Show the figures that a budget officer asks for first, option by option."""
    outcome, book, view = here.outcome, here.choice.book, here.choice.view
    options = outcome.options
    earned = {option.id: returns(outcome, option.id, book, view) for option in options}
    paid = {option.id: option.money[book, view] for option in options}

    def amounts(name: str, below: str, field: str) -> tuple[Cell, ...]:
        values = (float(getattr(paid[option.id], field)[0]) for option in options)
        return (Cell(name, below=below), *(Cell(money(one, here.currency, here.locale)) for one in values))

    rows = [
        amounts("Cost, all years", "Added up, before discounting.", "total"),
        amounts("Cost in today's money", "Present value: later money counts for less.", "present_value"),
        amounts("The same per year", "Equivalent annual cost: equal yearly payments.", "equivalent_annual"),
        (
            Cell("Paid back after", below="When savings have made up for what was spent."),
            *(Cell(_years(earned[option.id].payback, here.locale)) for option in options),
        ),
        (
            Cell("Paid back after, in today's money", below="The same with later money counting for less."),
            *(Cell(_years(earned[option.id].discounted_payback, here.locale)) for option in options),
        ),
        (
            Cell("Yearly return", below="Internal rate of return on what is spent to move."),
            *(Cell(_rate(earned[option.id].internal_rate_of_return, here.locale)) for option in options),
        ),
    ]
    heading("Key figures")
    years = outcome.case.horizon_years
    sentence(f"{years} years from the decision; compared with {outcome.baseline.name}.", quiet=True)
    table(("", *(option.name for option in options)), rows, title="Key figures by option", stack=True)


def _years(answer: Answer, locale: str) -> str:
    return answer.words if answer.value is None else f"{number(answer.value, locale, 1)} years"


def _rate(answer: Answer, locale: str) -> str:
    return answer.words if answer.value is None else f"{percent(answer.value, locale)} a year"


def _difference(here: Scene) -> None:
    heading("What makes the difference")
    choice = here.choice
    chart.show(
        lambda charts: charts.waterfall(
            here.outcome, here.option, choice.book, choice.view, locale=here.locale, dark=here.dark
        )
    )
    if not choice.charts:
        from colocate.analysis.money.cost_headings import steps  # noqa: PLC0415
        from colocate.words.money import step_in_words  # noqa: PLC0415

        told = steps(here.outcome, here.option, choice.book, choice.view)
        table(
            ("Heading", "Against the baseline, in today's money"),
            [tuple(step_in_words(step, here.currency, here.locale).split(": ", 1)) for step in told],
            title="Steps from the baseline to this option",
        )


def _by_year(here: Scene) -> None:
    """Show the yearly cost by category as a chart, and by option as a table."""
    heading("Year by year")
    choice = here.choice
    chart.show(
        lambda charts: charts.yearly_by_category(
            here.outcome, here.option, choice.book, choice.view, locale=here.locale, dark=here.dark
        )
    )
    options = here.outcome.options
    by_year = [option.money[choice.book, choice.view].by_year[:, 0].tolist() for option in options]
    rows = [
        _year_row(year, [_amount(one, here) for one in amounts])
        for year, amounts in enumerate(zip(*by_year, strict=True), start=1)
    ]
    with st.expander(f"Cost of each option by year, {here.currency}"):
        table(("Year after the decision", *(option.name for option in options)), rows, title="Cost by year")


def _one_offs(here: Scene) -> None:
    """Show what must be found once, by year and by who pays; years without any are left out."""
    heading("One-off budget")
    chart.show(lambda charts: charts.one_offs(here.outcome, here.option, locale=here.locale, dark=here.dark))
    payers = one_off_by_payer(here.outcome.option(here.option))
    if not payers:
        sentence("This option has no one-off cost.")
        return
    by_year = list(zip(*(amounts[:, 0].tolist() for amounts in payers.values()), strict=True))
    rows = [
        _year_row(year, [_amount(one, here) for one in amounts])
        for year, amounts in enumerate(by_year, start=1)
        if any(amounts)
    ]
    columns = ("Year after the decision", *(payer_in_words(payer) for payer in payers))
    table(columns, rows, title="One-off budget by year and payer", stack=True)
    sentence(f"{here.currency}, not discounted; below 0 is money received. Years without any are left out.", quiet=True)


def _who_pays(here: Scene) -> None:
    """Show who gains and who bears, and how much of a saving is only a shift."""
    heading("Who pays more, who pays less")
    chart.show(
        lambda charts: charts.books(here.outcome, here.option, here.choice.view, locale=here.locale, dark=here.dark)
    )
    option, baseline = here.outcome.option(here.option), here.outcome.baseline
    moved = shift(here.outcome, here.option, here.choice.view)
    if moved.shifted > 0:
        sentence(
            f"Of the agency's saving, {money(moved.shifted, here.currency, here.locale)} is a shift and not a saving: "
            "others pay it."
        )
    else:
        sentence("No part of this difference is only a shift of cost from the agency to others.")
    rows = [
        (PAYER_NAMES[payer], Cell(change_in_words(amount, here.currency, here.locale)))
        for payer, amount in moved.by_payer.items()
    ]
    rows.append(("Everyone together", Cell(change_in_words(moved.everyone, here.currency, here.locale))))
    table(("Who", f"{option.name}, against {baseline.name}, in today's money"), rows, title="Who pays more or less")


def _per_unit(here: Scene) -> None:
    heading("Per person and per m2")
    options = here.outcome.options
    for words, found in (
        ("per person", [cost_per_person(here.outcome, option) for option in options]),
        ("per m2 in use", [cost_per_m2(here.outcome, option) for option in options]),
    ):
        columns = [None if one is None else one[:, 0].tolist() for one in found]
        rows = [
            _year_row(year + 1, [Cell(NOTHING) if one is None else _amount(one[year], here) for one in columns])
            for year in range(here.outcome.case.horizon_years)
        ]
        with st.expander(f"The agency's yearly cash cost {words}, {here.currency}"):
            table(("Year after the decision", *(option.name for option in options)), rows, title=f"Cost {words}")


def _five_years(here: Scene) -> None:
    heading("Five-year reading for the UN country team")
    option = here.outcome.option(here.option)
    cells = five_year_reading(here.outcome, here.option)
    rows = [
        (Cell("Monetary"), *(_amount(cells[cell], here) for cell in CELLS[:2])),
        (Cell("Labour"), *(_amount(cells[cell], here) for cell in CELLS[2:])),
    ]
    table(("Cost avoided", "One-time", "Recurring"), rows, title="Five-year reading in four cells")
    sentence(
        f"{option.name} against {here.outcome.baseline.name}, the agency, first {YEARS} years, {here.currency}, "
        "not discounted. Above 0 is cost avoided, below 0 is more cost.",
        quiet=True,
    )


def _tenants(here: Scene) -> None:
    """Show what the agency would bear if one of the others left the house."""
    if not here.outcome.case.houses:
        return
    heading("What if a tenant leaves the house?")
    found = if_a_tenant_leaves(here.outcome.case)
    if not found:
        sentence("No option of this case sits in a house with other tenants.")
        return
    rows = [
        (
            Cell(one.tenant, below=one.house),
            here.outcome.option(one.option).name,
            _amount(one.more_per_year, here),
            _amount(one.more_in_total, here),
        )
        for one in found
    ]
    table(
        ("Tenant gone from the start", "Option", "More a year", "More in all years"),
        rows,
        title="If a tenant leaves",
        stack=True,
    )
    sentence(f"What the agency would pay more, in cash, {here.currency}, not discounted.", quiet=True)


def _year_row(year: int, cells: Sequence[Cell]) -> tuple[Cell, ...]:
    return (Cell(f"Year {year}"), *cells)


def _amount(amount: float, here: Scene) -> Cell:
    return Cell(number(amount, here.locale), "number")


if __name__ == "__main__":
    show()
