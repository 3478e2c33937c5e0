"""What if a constituent moved, or the list were read on another day: who gains and loses then, beside today.

Nothing else in the app changes by it. What is asked is held with the session, so that a page turned does not lose it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from colocate.analysis.access.journeys import Journey
from colocate.analysis.access.what_if import Moved, Reading, places_of, read_as, read_on, reading_of, shifted
from colocate.model.access import constituents_at
from colocate.model.evaluate import evaluate
from colocate.ui import state
from colocate.ui.parts import Cell, Words, bullets, heading, sentence, table
from colocate.ui.state import Scene
from colocate.ui.words import plain
from colocate.words.access import added_in_words, known_in_words
from colocate.words.numbers import NOTHING, number
from colocate.words.what_if import gains_and_losses, somewhere

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


@st.fragment
def show(here: Scene) -> None:
    """Draw the controls and what follows from them; only this part runs again when one is moved."""
    case, session = here.outcome.case, st.session_state
    heading("What if?")
    sentence("Somebody moves, or the list is read on another day. Nothing else in this app changes by it.", quiet=True)
    asked = _asked(here)
    there = {one.key: one for one in constituents_at(read_on(case, asked.day))}
    if asked.who not in there:
        asked = _keep(replace(asked, who=NOBODY))
    names = {NOBODY: "Nobody moves"} | {key: plain(one.name, 120) for key, one in there.items()}
    left, right = st.columns(2)

    def choose_day() -> None:
        _keep(replace(asked, day=session[DAY] or case.decision_date))

    session[DAY], session[WHO] = asked.day, asked.who
    left.date_input(
        "Read on",
        min_value=min(EARLIEST, case.decision_date),
        max_value=max(LATEST, case.decision_date),
        key=DAY,
        on_change=choose_day,
        help="The constituents' table has dates: who is there on this day?",
    )

    def choose_who() -> None:
        one = there.get(session[WHO])
        place = (0.0, 0.0) if one is None else (one.latitude, one.longitude)
        _keep(replace(asked, who=session[WHO], latitude=place[0], longitude=place[1]))

    right.selectbox("Who moves", list(names), format_func=names.__getitem__, key=WHO, on_change=choose_who)
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
    session = st.session_state
    places = places_of(here.outcome.case, asked.day, asked.who)
    names = {TYPED: "to the place typed in"} | {
        key: plain(somewhere(one, here.language), 120) for key, one in places.items()
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
    to.selectbox("Where to", list(names), format_func=names.__getitem__, key=TO, on_change=choose_place)
    for column, label, key, most in ((north, "Latitude", LATITUDE, 90.0), (east, "Longitude", LONGITUDE, 180.0)):
        column.number_input(label, -most, most, step=0.001, format="%.4f", key=key, on_change=type_place)


def _answer(here: Scene, asked: Asked) -> None:
    """Say who gains and who loses then, and show each way beside the decision date's."""
    outcome, first = here.outcome, Reading(here.outcome.case.decision_date)
    moved = [Moved(asked.who, asked.latitude, asked.longitude)] if asked.who else []
    reading = reading_of(outcome.case, asked.day, moved)
    if reading == first:
        sentence("Choose another day, or somebody who moves, to see who gains and who loses then.", quiet=True)
        return
    then = state.kept(READ, here, lambda: evaluate(read_as(outcome.case, reading)), reading)
    bullets(gains_and_losses(outcome, then, (first, reading), here.locale))
    option = outcome.option(here.option)
    both = shifted(outcome, then, option.id)
    rows: list[tuple[Words, ...]] = [
        (Cell(one.name), _way(one.first, here), _way(one.second, here), _verdict(one.second)) for one in both
    ]
    if rows:
        columns = (f"{option.name}: constituent", "On the decision date", "Then", "Then gains or loses")
        table(columns, rows, title="Who gains and who loses, now and then", stack=True, tall=True)


def _way(one: Journey | None, here: Scene) -> Cell:
    if one is None:
        return Cell("not there")
    minutes = f"{number(one.before, here.locale)} to {number(one.after, here.locale)} minutes"
    return Cell(minutes, below=f"{added_in_words(one.change, here.locale)}, {known_in_words(one)}")


def _verdict(one: Journey | None) -> str:
    if one is None or one.change == 0:
        return NOTHING if one is None else "no change"
    return "loses" if one.change > 0 else "gains"
