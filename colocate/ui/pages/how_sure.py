"""How sure? How often each option is the cheapest, and how far every result may lie from the central case."""

from __future__ import annotations

import streamlit as st

from colocate.analysis.uncertainty.odds import Odds, Range, ReachRange, odds, one_off_exceeds, reach_range
from colocate.model.futures import Futures
from colocate.ui import chart
from colocate.ui.parts import Cell, Words, heading, sentence, table, title
from colocate.ui.pick import pick_option
from colocate.ui.state import Scene, futures, scene
from colocate.ui.words import as_html
from colocate.words.money import BOOK_NAMES
from colocate.words.numbers import NOTHING, about, number
from colocate.words.verdict_with_odds import of_hundred, verdict_with_odds


def show() -> None:
    """Show the odds in words, then in a table, then in charts."""
    here = scene()
    title("How sure?")
    drawn = futures(here)
    counted = "cash" if here.choice.view == "cash" else "cash and staff time valued in money"
    st.html(f'<p class="co-lead">{as_html(verdict_with_odds(drawn, here.locale).headline)}</p>')
    sentence(f"Counted below: {counted}, for {BOOK_NAMES[here.choice.book]}. Choose at the side.", quiet=True)
    found = odds(drawn, here.choice.book, here.choice.view)
    _odds(here, drawn, found)
    _ranges(here, drawn, found)
    pick_option(here)
    _fan(here, drawn)
    _one_off(here, drawn, found)
    _reach(here, drawn)
    _how(here, drawn)


def _odds(here: Scene, drawn: Futures, found: tuple[Odds, ...]) -> None:
    heading("How often each option costs least")
    choice = here.choice
    chart.show(lambda charts: charts.odds(drawn, choice.book, choice.view, locale=here.locale, dark=here.dark))
    rows: list[tuple[Words, ...]] = [
        (
            Cell("Cheapest, of 100 futures", below="Options that pass their gates"),
            *(Cell(of_hundred(one.cheapest, here.locale) if one.ranked else "fails a gate") for one in found),
        ),
        (
            Cell("Cheaper than today's way", below=f"In how many futures it costs less than {drawn.baseline.name}"),
            *(
                Cell(
                    NOTHING if one.cheaper_than_baseline is None else of_hundred(one.cheaper_than_baseline, here.locale)
                )
                for one in found
            ),
        ),
        (
            Cell("Expected regret", below="What choosing it costs on average more than the cheapest of each future"),
            *(Cell(about(one.regret, here.currency, here.locale)) for one in found),
        ),
        (
            Cell("The office fits in", below="Area and desks are enough"),
            *(Cell(of_hundred(one.fits, here.locale)) for one in found),
        ),
    ]
    table(("", *(one.name for one in found)), rows, title="Odds by option", stack=True)


def _ranges(here: Scene, drawn: Futures, found: tuple[Odds, ...]) -> None:
    heading("How far the cost may lie from what is expected")
    choice = here.choice
    chart.show(lambda charts: charts.savings(drawn, choice.book, choice.view, locale=here.locale, dark=here.dark))
    rows = [
        _range_row("Cost in today's money", [one.present_value for one in found], here),
        _range_row("Cost, all years, not discounted", [one.total for one in found], here),
        _range_row("The same per year", [one.equivalent_annual for one in found], here),
        _range_row(f"Saving against {drawn.baseline.name}, in today's money", [one.saving for one in found], here),
        _range_row("One-off budget of the agency, not discounted", [one.one_off for one in found], here),
    ]
    table(("", *(one.name for one in found)), rows, title="Ranges by option", stack=True)
    sentence(
        "First line: the median; half of the futures lie below it. Below: 90 of 100 futures lie between the two.",
        quiet=True,
    )


def _range_row(name: str, ranges: list[Range | None], here: Scene) -> tuple[Cell, ...]:
    return (Cell(name), *(Cell(NOTHING) if one is None else _range(one, here) for one in ranges))


def _range(one: Range, here: Scene) -> Cell:
    median, low, high = (about(value, here.currency, here.locale) for value in (one.median, one.low, one.high))
    mean = about(one.mean, here.currency, here.locale)
    return Cell(median, below=f"{low} to {high}; mean {mean}")


def _fan(here: Scene, drawn: Futures) -> None:
    heading("Cost over the years")
    choice = here.choice
    chart.show(
        lambda charts: charts.cost_fan(drawn, here.option, choice.book, choice.view, locale=here.locale, dark=here.dark)
    )


@st.fragment
def _one_off(here: Scene, drawn: Futures, found: tuple[Odds, ...]) -> None:
    """Ask for the sum that can be found once, and say how likely it is not enough; runs by itself."""
    heading("Is the one-off budget enough?")
    option = drawn.option(here.option)
    expected = next(one.one_off.mean for one in found if one.option == option.id)
    budget = st.number_input(
        f"One-off budget that can be found, {here.currency}",
        value=float(round(expected, -3)),
        step=5000.0,
        format="%.0f",
        key=f"one-off budget {here.source.key} {option.id}",
        help="All years together, contributions deducted. Starts at the mean of the futures.",
    )
    chance = one_off_exceeds(option, float(budget or 0.0))
    sentence(
        f"{option.name} needs more than {about(float(budget or 0.0), here.currency, here.locale)} once, in "
        f"{of_hundred(chance, here.locale)} futures."
    )
    chart.show(lambda charts: charts.one_off_chance(drawn, option.id, locale=here.locale, dark=here.dark))


def _reach(here: Scene, drawn: Futures) -> None:
    """Show the score of every option and the minutes of the option in detail, in ranges."""
    found = {option.id: reach_range(option) for option in drawn.options}
    if not any(found.values()):
        return
    heading("Constituents' access")
    chart.show(lambda charts: charts.access_range(drawn, locale=here.locale, dark=here.dark))
    rows = [(option.name, *_reach_cells(found[option.id], here)) for option in drawn.options]
    table(
        ("Option", "Score over all groups", "Worst-served group", "Longest way"),
        rows,
        title="Access in ranges",
        stack=True,
    )
    mine, before = found[here.option], found[drawn.baseline.id]
    if mine is None or before is None:
        return
    name = drawn.option(here.option).name
    minutes = [
        (who, _minutes(before.minutes.get(who), here), _minutes(one, here))
        for who, one in sorted(mine.minutes.items(), key=lambda each: -each[1].median)
    ]
    with st.expander("Minutes door to door for each constituent"):
        table(("Constituent", drawn.baseline.name, name), minutes, title="Minutes in ranges", stack=True)


def _reach_cells(one: ReachRange | None, here: Scene) -> tuple[Cell, Cell, Cell]:
    if one is None:
        return Cell("not stated"), Cell(NOTHING), Cell(NOTHING)
    score = Cell(
        f"{number(one.tripartite.median, here.locale)} of 100",
        below=f"{number(one.tripartite.low, here.locale)} to {number(one.tripartite.high, here.locale)}",
    )
    worst = [
        Cell(next(iter(shares)), below=f"in {of_hundred(next(iter(shares.values())), here.locale)} futures")
        for shares in (one.worst_group, one.worst_served)
    ]
    return score, worst[0], worst[1]


def _minutes(one: Range | None, here: Scene) -> Cell:
    if one is None:
        return Cell(NOTHING)
    low, high = number(one.low, here.locale), number(one.high, here.locale)
    return Cell(f"{number(one.median, here.locale)} minutes", below=f"{low} to {high}")


def _how(here: Scene, drawn: Futures) -> None:
    heading("How the futures are drawn")
    ranges, everything = (number(len(one), here.locale) for one in (drawn.figures, here.outcome.case.quantities))
    sentence(
        f"{ranges} of {everything} figures have a range. Each future takes one value of each, more often near the most "
        f"likely one, and works the whole case out again. The same seed ({drawn.seed}) gives the same futures again, "
        "here and from the command line. A lever moves the most likely value; the range stays. Mandate and the "
        "government's wish have no ranges."
    )


if __name__ == "__main__":
    show()
