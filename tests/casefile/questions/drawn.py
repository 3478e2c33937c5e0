"""Answers of every kind, each known or not, within what the fields say of themselves."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from colocate.casefile.fields import Field, fields_of
from colocate.casefile.questions.answers import ASKED_SERVICES, MOST_SERVED, Answers, Served

MOST = 1e7
WORDS = st.text(max_size=40)


def _figures(field: Field) -> st.SearchStrategy[tuple[float, ...]]:
    least, most = field.limits
    ends = st.one_of(st.just(least), st.floats(max(least, 0.01), min(most, MOST)).map(lambda one: round(one, 2)))
    return st.lists(ends, max_size=3).map(lambda some: tuple(sorted(some)))


def _value(field: Field) -> st.SearchStrategy[Any]:
    if field.kind == "figures":
        return _figures(field)
    if field.kind == "switch":
        return st.booleans()
    if field.kind == "choice":
        return st.sampled_from(field.choices)
    if field.kind == "date":
        return st.none() | st.dates(date(1995, 1, 1), date(2090, 1, 1))
    if field.kind == "whole":
        least, most = field.limits
        return st.none() | st.integers(int(least), int(most))
    if field.kind == "texts":
        return st.lists(st.sampled_from(ASKED_SERVICES), unique=True).map(tuple)
    if field.kind == "records":
        return st.lists(served, max_size=MOST_SERVED).map(tuple)
    return WORDS


served = st.builds(Served, **{one.name: _value(one) for one in fields_of(Served)})
some_answers = st.builds(Answers, **{one.name: _value(one) for one in fields_of(Answers)})
