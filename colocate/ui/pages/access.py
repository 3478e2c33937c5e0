"""Access: who gains and who loses, in plain measures, on a plan and one by one, and what if somebody moves."""

from __future__ import annotations

import streamlit as st

from colocate.analysis.access.journeys import journeys
from colocate.analysis.access.measures import GroupReach, Reach, reach
from colocate.ui import chart, what_if
from colocate.ui.parts import Cell, Words, bullets, heading, sentence, table, title
from colocate.ui.pick import pick_option
from colocate.ui.state import Scene, futures, scene
from colocate.words.access import KNOWN_WORDS, added_in_words, known_in_words
from colocate.words.access_measures import answer, hours_in_words, measures, resting_on
from colocate.words.numbers import NOTHING, number

RANGES, WANTED = "ranges of access", "ranges of access wanted"


def show() -> None:
    """Show the answer first, then who is worst served, the plain measures, groups, ways, and what if."""
    here = scene()
    title("Access for constituents")
    if not any(option.access for option in here.outcome.options):
        sentence("This case has no constituents, so nothing can be said of access.")
        return
    bullets(answer(here.outcome, here.locale))
    found = [reach(here.outcome, option.id) for option in here.outcome.options]
    _worst(here, found)
    _measures(here)
    _groups(here, found)
    pick_option(here)
    _minutes(here)
    what_if.show(here)


def _worst(here: Scene, found: list[Reach | None]) -> None:
    """Show each option's score, and its worst-served group and constituent."""
    rows: list[tuple[Words, ...]] = []
    for option, one in zip(here.outcome.options, found, strict=True):
        if one is None:
            rows.append((option.name, "not stated", "", ""))
            continue
        group, far = one.worst_group, one.worst
        rows.append(
            (
                option.name,
                NOTHING if one.score is None else f"{number(one.score, here.locale)} of 100",
                Cell(group.group if group else NOTHING, below=_group_words(group, here) if group else ""),
                Cell(far.name, below=f"{number(far.minutes, here.locale)} minutes, {KNOWN_WORDS[far.known]}"),
            )
        )
    heading("Who is worst served")
    columns = ("Option", "Score over all groups", "Worst-served group", "Longest way")
    table(columns, rows, title="Worst served by option", stack=True)


def _measures(here: Scene) -> None:
    """Show the plain measures side by side; ranges where they are asked for."""
    heading("Plain measures")
    session = st.session_state
    wanted = bool(session.get(WANTED))
    told = measures(here.outcome, futures(here) if wanted else None, here.locale)
    rows: list[tuple[Words, ...]] = [
        (Cell(one.title, below=one.explanation), *(Cell(cell.words, below=cell.below) for cell in one.cells))
        for one in told
        if not one.worst
    ]
    columns = ("Measure", *(option.name for option in here.outcome.options))
    table(columns, rows, title="Plain measures by option", stack=True)
    session[RANGES] = wanted
    st.toggle(
        "With ranges over possible futures",
        key=RANGES,
        on_change=lambda: session.update({WANTED: session[RANGES]}),
        help="What 5 and 95 of 100 futures stay below.",
    )
    bullets([*hours_in_words(here.outcome, here.locale), *resting_on(here.outcome, here.locale)], quiet=True)


def _groups(here: Scene, found: list[Reach | None]) -> None:
    heading("By group")
    chart.show(lambda charts: charts.group_scores(here.outcome, locale=here.locale, dark=here.dark))
    groups = dict.fromkeys(group.group for one in found if one is not None for group in one.groups)
    rows: list[tuple[Words, ...]] = [(group, *(_group_cell(one, group, here) for one in found)) for group in groups]
    table(("Group", *(option.name for option in here.outcome.options)), rows, title="Groups by option", stack=True)


def _group_cell(one: Reach | None, name: str, here: Scene) -> Cell:
    group = None if one is None else next((each for each in one.groups if each.group == name), None)
    if group is None or group.score is None or group.mean_minutes is None:
        return Cell(NOTHING)
    return Cell(
        f"{number(group.mean_minutes, here.locale)} minutes", below=f"{number(group.score, here.locale)} of 100"
    )


def _group_words(group: GroupReach, here: Scene) -> str:
    return f"{number(group.score or 0.0, here.locale)} of 100"


def _minutes(here: Scene) -> None:
    """Show the plan, and each constituent's minutes before and after, the largest loss first."""
    option, baseline = here.outcome.option(here.option), here.outcome.baseline
    heading("Where they are, and minutes door to door")
    told = journeys(here.outcome, here.option)
    if not told:
        sentence("The case does not say where this option is.")
        return
    chart.show(lambda charts: charts.plan(here.outcome, here.option, locale=here.locale, dark=here.dark))
    chart.show(lambda charts: charts.minutes(here.outcome, here.option, locale=here.locale, dark=here.dark))
    rows = [
        (
            Cell(one.name, below=one.group),
            Cell(number(one.before, here.locale), "number"),
            Cell(number(one.after, here.locale), "number"),
            Cell(added_in_words(one.change, here.locale), "number"),
            Cell(known_in_words(one), below="place assumed" if one.assumed else ""),
        )
        for one in told
    ]
    before, after = f"{baseline.name}, minutes", f"{option.name}, minutes"
    columns = ("Constituent", before, after, "Change, minutes", "How known")
    table(columns, rows, title="Minutes before and after", stack=True, tall=True)
    sentence(
        "Minutes are from door to door, with the way to the gate, the entry check and the waiting. Constituents are "
        f"those that exist on {here.outcome.case.decision_date.isoformat()}.",
        quiet=True,
    )


if __name__ == "__main__":
    show()
