"""Access: whose way gets longer, in one sentence and one picture; folded below it scores, ways, plan and what if."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from colocate.analysis.access.journeys import Journey, journeys
from colocate.ui import chart, what_if
from colocate.ui.fragment import part
from colocate.ui.parts import Cell, Words, bullets, sentence, table, title
from colocate.ui.pick import pick_option
from colocate.ui.state import Scene, futures, scene
from colocate.words.access import added_in_words, finding_minutes, range_in_words
from colocate.words.access_measures import answer, hours_in_words, measures, resting_on
from colocate.words.naming import short_name, short_names
from colocate.words.pages import access as words

FIRST = 10
"""Constituents in the picture that the page opens with: those whose minutes change most."""


def show() -> None:
    """Show the finding and its picture for the option in detail; the rest is folded."""
    here = scene()
    say = here.language.say
    if not any(option.access for option in here.outcome.options):
        title(say(words.NO_CONSTITUENTS))
        return
    title(words.headline(finding_minutes(futures(here), here.option, here.language, briefly=True), here.language))
    pick_option(here)
    told = journeys(futures(here), here.option)
    if told:
        chart.show(
            lambda charts: charts.minutes(
                futures(here), here.option, most=FIRST, briefly=True, language=here.language, dark=here.dark
            ),
            titled=False,
        )
    _folded(say(words.ANSWERS), lambda: _answers(here))
    if here.choice.charts:
        _drawn_when_opened(say(words.SCORES), "scores", lambda: _scores(here))
    if told:
        _folded(say(words.EVERY_WAY), lambda: _ways(here, told), unfolded=not here.choice.charts)
        if here.choice.charts:
            _drawn_when_opened(say(words.PLAN), "plan", lambda: _plan(here))
    _folded(say(words.MEASURES), lambda: _measures(here), unfolded=not here.choice.charts)
    _folded(say(words.WHAT_IF), lambda: what_if.show(here))
    _folded(say(words.RESTS_ON), lambda: bullets(resting_on(futures(here), here.language)))


def _folded(label: str, draw: Callable[[], object], *, unfolded: bool = False) -> None:
    with st.expander(label, expanded=unfolded):
        draw()


@part
def _drawn_when_opened(label: str, name: str, draw: Callable[[], object]) -> None:
    """Fold a chart: it is made when it is opened, so that a lever does not draw what nobody sees."""
    with st.expander(label, key=f"access {name}", on_change="rerun") as folded:
        if folded.open:
            draw()


def _answers(here: Scene) -> None:
    bullets([*answer(futures(here), here.language), *hours_in_words(futures(here), here.language)])


def _scores(here: Scene) -> None:
    chart.show(lambda charts: charts.scores(futures(here), language=here.language, dark=here.dark))


def _plan(here: Scene) -> None:
    chart.show(lambda charts: charts.plan(futures(here), here.option, language=here.language, dark=here.dark))


def _ways(here: Scene, told: tuple[Journey, ...]) -> None:
    """Show each constituent's minutes before and after, the largest loss first."""
    language, case = here.language, here.outcome.case
    if len(told) > FIRST:
        chart.show(lambda charts: charts.minutes(futures(here), here.option, language=language, dark=here.dark))
    rows = [
        (
            Cell(one.name, below=one.group),
            Cell(language.number(one.before.mean), "number", range_in_words(one.before, language)),
            Cell(language.number(one.after.mean), "number", range_in_words(one.after, language)),
            Cell(added_in_words(one.change, language), "number"),
            Cell(words.how_known(one, language)),
        )
        for one in told
    ]
    ends = (here.outcome.baseline.id, here.option)
    columns = (
        language.say(words.CONSTITUENT),
        *(words.minutes_of(short_name(case, one), language) for one in ends),
        language.say(words.CHANGE_IN_MINUTES),
        language.say(words.HOW_KNOWN),
    )
    table(columns, rows, title=language.say(words.WAYS_TABLE), stack=True, tall=True)
    sentence(words.what_minutes_are(case.decision_date, language), quiet=True)


def _measures(here: Scene) -> None:
    """Show the plain measures side by side, each with its range."""
    language = here.language
    rows: list[tuple[Words, ...]] = [
        (Cell(one.title, below=one.explanation), *(Cell(cell.words, below=cell.below) for cell in one.cells))
        for one in measures(futures(here), language)
    ]
    columns = (language.say(words.MEASURE), *short_names(here.outcome.case).values())
    table(columns, rows, title=language.say(words.MEASURES_TABLE), stack=True)


if __name__ == "__main__":
    show()
