"""Asking for the user's weights: points for every swing, a few answers to check them, and the button to the result.

The result with these weights is not shown before it is asked for, and the weights of that moment are kept: weights that
are chosen after the ranking is known are a fault that auditors name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import streamlit as st

from colocate.analysis.weighing.asking import (
    Start,
    answers,
    are_weights,
    points_from_answers,
)
from colocate.analysis.weighing.scales import TOP, Weighable
from colocate.analysis.weighing.weighing import Weighing
from colocate.analysis.weighing.weights import TIMES, ring
from colocate.case.weighing import SwingChoice, Worth
from colocate.safe import for_markdown, one_line
from colocate.ui import state
from colocate.ui.failing import guarded
from colocate.ui.parts import bullets, heading, sentence
from colocate.ui.state import Scene
from colocate.words.judgements import contradiction_words
from colocate.words.pages import weighing as words
from colocate.words.weighing_questions import hint_of, pair_words, start_name, start_words, swing_words, worth_words

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

FIRST_SEEN = "weights first seen"
STEP = 5.0
NOT_ANSWERED: Literal[""] = ""


@dataclass(frozen=True)
class Asked:
    """The weights in force: whose they were at the start, the points and answers now, and whether the user set them."""

    start: Start
    points: Mapping[str, float]
    choices: tuple[SwingChoice, ...]
    touched: bool


def asked_of(here: Scene, starts: tuple[Start, ...]) -> Asked:
    """Give the weights in force: the user's, else those of the judgement to start from."""
    weights = here.choice.weights
    start = next((one for one in starts if one.name == weights.start), starts[0])
    if not weights.swings:
        return Asked(start, start.points, start.choices, touched=False)
    points = {name: weights.swings.get(name, 0.0) for name in start.points}
    choices = tuple(one for one in weights.choices if {one.first, one.second} <= set(points))
    return Asked(start, points, choices, touched=True)


def first_seen(here: Scene) -> Mapping[str, float]:
    """Give the points at which the result of this case was first seen in this session; empty before that."""
    kept: dict[str, Mapping[str, float]] = st.session_state.setdefault(FIRST_SEEN, {})
    seen = here.choice.weights.seen
    return kept.setdefault(here.source.key, seen) if seen else {}


def draw(here: Scene, table: Weighable, starts: tuple[Start, ...], asked: Asked, weighed: Weighing) -> None:
    """Draw the questions, what the answers say of the points, and the button that shows the result.

    What comes and goes has a place of its own: a control that changes its place loses the keyboard.
    """
    language = here.language
    heading(words.heading("yours", language))
    sentence(words.note("weights", language))
    _start(here, starts, asked)
    for place, scale in zip(_two_by_two(len(table.scales)), table.scales, strict=True):
        with place:
            _points(here, scale.criterion, swing_words(table.case, scale, language), asked)
    hint = hint_of(asked.points, table.criteria, language)
    with st.container():
        if hint:
            sentence(hint)
    with st.expander(words.heading("check", language)):
        _choices(here, table, asked)
    with st.container():
        _check(here, table, asked, weighed)
    with st.container(horizontal=True):
        if not here.choice.weights.seen:
            st.button(
                words.label("show", language),
                key="show weights",
                type="primary",
                on_click=guarded(_show),
                args=(here.source.key, asked),
                disabled=not are_weights(asked.points, table.criteria),
            )
        st.button(
            words.label("reset", language),
            key="reset weights",
            on_click=guarded(_keep),
            args=({}, ()),
            disabled=not asked.touched,
        )
    if not here.choice.weights.seen:
        sentence(words.note("settle", language), quiet=True)


def _start(here: Scene, starts: tuple[Start, ...], asked: Asked) -> None:
    """Draw the choice of whose weights to start from, and say whose they are."""
    names = [one.name for one in starts]
    if len(names) > 1:
        key = f"start {here.source.key}"
        st.session_state[key] = asked.start.name
        st.selectbox(
            words.label("start", here.language),
            names,
            format_func=lambda name: one_line(start_name(name, here.language), 120),
            key=key,
            on_change=guarded(lambda: _keep(start=st.session_state[key], swings={}, choices=())),
        )
    sentence(start_words(asked.start, asked.touched, here.language), quiet=True)


def _points(here: Scene, criterion: str, words: str, asked: Asked) -> None:
    key = f"swing {here.source.key} {criterion}"
    if st.session_state.get(key) != asked.points[criterion]:
        st.session_state[key] = asked.points[criterion]
    st.number_input(
        for_markdown(words, 240),
        min_value=0.0,
        max_value=TOP,
        step=STEP,
        format="%g",
        key=key,
        on_change=guarded(lambda: _set(asked, points={**asked.points, criterion: float(st.session_state[key] or 0.0)})),
    )


def _choices(here: Scene, table: Weighable, asked: Asked) -> None:
    """Ask about a few pairs of swings."""
    given = answers(asked.choices)
    pairs = ring(table.criteria)
    for place, (first, second) in zip(_two_by_two(len(pairs)), pairs, strict=True):
        key = f"choice {here.source.key} {first} {second}"
        st.session_state[key] = given.get((first, second), NOT_ANSWERED)
        place.selectbox(
            for_markdown(pair_words(table, first, second, here.language), 200),
            [NOT_ANSWERED, *TIMES],
            format_func=lambda worth: worth_words(worth, here.language),
            key=key,
            on_change=guarded(_answer),
            args=(asked, first, second, key),
        )


def _check(here: Scene, table: Weighable, asked: Asked, weighed: Weighing) -> None:
    """Say whether the answers fit the points, and offer points that do."""
    if not asked.choices or not are_weights(asked.points, table.criteria):
        return
    language, wrong = here.language, weighed.chosen.contradictions
    if not wrong:
        sentence(words.note("fit", language))
        return
    bullets((contradiction_words(table, one, language) for one in wrong), title=words.heading("misfits", language))
    fitting = points_from_answers(asked.choices, table.criteria)
    if fitting is not None:
        st.button(words.label("fit", language), key="fit weights", on_click=guarded(_set), args=(asked, fitting))


def _two_by_two(count: int) -> Iterator[DeltaGenerator]:
    """Give places in rows of two, so that a telephone and the tab key go through them in the same order."""
    for _row in range(0, count, 2):
        yield from st.columns(2)[: count - _row]


def _answer(asked: Asked, first: str, second: str, key: str) -> None:
    """Take over an answer; the other answers stay."""
    others = tuple(one for one in asked.choices if {one.first, one.second} != {first, second})
    said: Worth | Literal[""] = st.session_state[key]
    mine = () if said == NOT_ANSWERED else (SwingChoice(first=first, worth=said, second=second),)
    _set(asked, choices=(*others, *mine))


def _set(
    asked: Asked, points: Mapping[str, float] | None = None, choices: tuple[SwingChoice, ...] | None = None
) -> None:
    """Take over points or answers; what is as it was at the start is no change."""
    points = asked.points if points is None else points
    choices = asked.choices if choices is None else choices
    same = points == asked.start.points and set(choices) == set(asked.start.choices)
    _keep({} if same else points, () if same else choices)


def _keep(swings: Mapping[str, float], choices: tuple[SwingChoice, ...], start: str | None = None) -> None:
    weights = state.choice().weights
    kept = weights.start if start is None else start
    state.choose(weights=replace(weights, swings=swings, choices=choices, start=kept))


def _show(source_key: str, asked: Asked) -> None:
    """Show the result, and keep the weights at which it was first seen."""
    kept: dict[str, Mapping[str, float]] = st.session_state.setdefault(FIRST_SEEN, {})
    seen = kept.setdefault(source_key, dict(asked.points))
    state.choose(weights=replace(state.choice().weights, seen=seen))
