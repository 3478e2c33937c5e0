"""What if a constituent moved, or the list were read on another day: who gains and loses then, beside today.

Nothing else in the app changes by it. What is asked is held with the session, so that a page turned does not lose it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from colocate.analysis.access.journeys import Journey
from colocate.analysis.access.what_if import Moved, WhatIf, places_of, read_as, read_on, shifted, what_if_of
from colocate.model.access import constituents_at
from colocate.model.evaluate import futures_of
from colocate.safe import one_line
from colocate.ui import state
from colocate.ui.failing import guarded
from colocate.ui.fragment import part
from colocate.ui.parts import Cell, Words, bullets, sentence, table
from colocate.ui.state import Scene
from colocate.words.naming import short_name
from colocate.words.pages import access as words
from colocate.words.what_if import change_in_words, gains_and_losses, somewhere

ASKED, READ = "what if", "what if outcome"
DAY, WHO, TO, LATITUDE, LONGITUDE = (f"what if {one}" for one in ("day", "who", "to", "latitude", "longitude"))
NOBODY, TYPED = "", "typed"
EARLIEST, LATEST = date(1900, 1, 1), date(2150, 12, 31)


@dataclass(frozen=True)
class Asked:
    """What is asked: of which case, on which day, who moves (its key, or empty), and where to."""

    case: str
    day: date
    who: str = NOBODY
    latitude: float = 0.0
    longitude: float = 0.0


@part
def show(here: Scene) -> None:
    """Draw the controls and what follows from them; only this part runs again when one is moved."""
    case, session = here.outcome.case, st.session_state
    say = here.language.say
    sentence(say(words.NOTHING_ELSE_CHANGES), quiet=True)
    asked = _asked(here)
    there = {one.key: one for one in constituents_at(read_on(case, asked.day))}
    if asked.who not in there:
        asked = _keep(replace(asked, who=NOBODY))
    names = {NOBODY: say(words.NOBODY_MOVES)} | {key: one_line(one.name, 120) for key, one in there.items()}
    left, right = st.columns(2)

    def choose_day() -> None:
        _keep(replace(asked, day=session[DAY] or case.decision_date))

    session[DAY], session[WHO] = asked.day, asked.who
    left.date_input(
        say(words.READ_ON),
        min_value=min(EARLIEST, case.decision_date),
        max_value=max(LATEST, case.decision_date),
        key=DAY,
        on_change=guarded(choose_day),
        help=say(words.READ_ON_HELP),
    )

    def choose_who() -> None:
        one = there.get(session[WHO])
        place = (0.0, 0.0) if one is None else (one.latitude, one.longitude)
        _keep(replace(asked, who=session[WHO], latitude=place[0], longitude=place[1]))

    right.selectbox(
        say(words.WHO_MOVES), list(names), format_func=names.__getitem__, key=WHO, on_change=guarded(choose_who)
    )
    if asked.who:
        _place(here, asked)
    _answer(here, asked)


def _asked(here: Scene) -> Asked:
    """Give what was asked of this case; of another case, or of none, the decision date and nobody."""
    held = st.session_state.get(ASKED)
    if isinstance(held, Asked) and held.case == here.source.key:
        return held
    return _keep(Asked(here.source.key, here.outcome.case.decision_date))


def _keep(asked: Asked) -> Asked:
    st.session_state[ASKED] = asked
    return asked


def _place(here: Scene, asked: Asked) -> None:
    """Draw where it moves to: beside a door or another organisation, or a place that is typed in."""
    session, say = st.session_state, here.language.say
    places = places_of(here.outcome.case, asked.day, asked.who)
    names = {TYPED: say(words.TYPED_IN)} | {
        key: one_line(somewhere(here.outcome.case, one, here.language), 120) for key, one in places.items()
    }
    at = {(one.latitude, one.longitude): key for key, one in places.items()}
    session[TO] = at.get((asked.latitude, asked.longitude), TYPED)
    session[LATITUDE], session[LONGITUDE] = asked.latitude, asked.longitude

    def choose_place() -> None:
        if session[TO] in places:
            one = places[session[TO]]
            _keep(replace(asked, latitude=one.latitude, longitude=one.longitude))

    def type_place() -> None:
        _keep(replace(asked, latitude=float(session[LATITUDE]), longitude=float(session[LONGITUDE])))

    to, north, east = st.columns([2, 1, 1])
    to.selectbox(
        say(words.WHERE_TO), list(names), format_func=names.__getitem__, key=TO, on_change=guarded(choose_place)
    )
    for column, label, key, most in (
        (north, words.LATITUDE, LATITUDE, 90.0),
        (east, words.LONGITUDE, LONGITUDE, 180.0),
    ):
        column.number_input(say(label), -most, most, step=0.001, format="%.4f", key=key, on_change=guarded(type_place))


def _answer(here: Scene, asked: Asked) -> None:
    """Say who gains and loses then, and show each way beside the decision date's; both over the same futures."""
    language, now, case = here.language, state.futures(here), here.outcome.case
    moved = [Moved(asked.who, asked.latitude, asked.longitude)] if asked.who else []
    first, reading = WhatIf(case.decision_date), what_if_of(case, asked.day, moved)
    if reading == first:
        sentence(language.say(words.CHOOSE), quiet=True)
        return
    then = state.kept(READ, here, lambda: futures_of(read_as(case, reading), now.draws), reading)
    bullets(gains_and_losses(now, then, (first, reading), language))
    rows: list[tuple[Words, ...]] = [
        (Cell(one.name), _way(one.first, here), _way(one.second, here)) for one in shifted(now, then, here.option)
    ]
    if rows:
        constituent = words.constituent_of(short_name(case, here.option), language)
        columns = (constituent, language.say(words.ON_THE_DECISION_DATE), language.say(words.THEN))
        table(columns, rows, title=language.say(words.NOW_AND_THEN), stack=True, tall=True)


def _way(one: Journey | None, here: Scene) -> Cell:
    """Write what the option does to a way, and below it the minutes before and after, and how they are known."""
    if one is None:
        return Cell(here.language.say(words.NOT_THERE))
    return Cell(change_in_words(one, here.language), below=words.way_in_minutes(one, here.language))
