"""The browser's address: it carries the case, what is changed, the book and the view, so that a link reopens the view.

What is changed goes with the version of the case that it was changed in (`waiting.py`). Only what differs from the
default is written. What is read is hostile until checked: a figure must be a lever of the case, and what it is held at
or its range within what it can be; anything else is left out, and said so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import streamlit as st

from colocate.case import Case
from colocate.casefile.changing import FREE, MODE_FOLLOWS, RANGE, Value, part_of, value_of
from colocate.model.totals import BOOKS, HEADLINE, VIEWS
from colocate.quantity import Quantity
from colocate.safe import one_line
from colocate.ui import waiting
from colocate.ui.levers import switches, usual_switch
from colocate.ui.state import TOUCHED, Choice, Source
from colocate.ui.typed_answers import QUESTION
from colocate.ui.waiting import CASE, FILE, UPLOAD, VERSION
from colocate.ui.weights_address import OF_WEIGHTS, written_weights
from colocate.words.address import left_out
from colocate.words.address import of_another_version as said_of_another_version
from colocate.words.language import ENGLISH, Language

WRITTEN, LAST_PAGE = "address written", "last page"
BOOK, VIEW = HEADLINE
OTHER, LONGEST_OTHER = "other", 80
"""Which case this one is compared with, and the characters of its name."""
OWN = (CASE, VERSION, FILE, "book", "view", "charts", "option", "name", OTHER, QUESTION, *OF_WEIGHTS)
LONGEST_NAME = 60
"""Characters of the name that changes may go by."""


def written(choice: Choice, source: Source, default_case: str) -> dict[str, str]:
    """Give the address of a choice, as parameters; with anything that belongs to the case stands its version."""
    parameters = {
        CASE: choice.case if choice.case != default_case else "",
        "book": _slug(choice.book) if choice.book != BOOK else "",
        "view": _slug(choice.view) if choice.view != VIEW else "",
        "charts": "" if choice.charts else "off",
        "option": choice.option,
        OTHER: choice.other,
        "name": choice.name if choice.changes else "",
        **written_weights(choice.weights),
        **{path: _text(value) for path, value in sorted(choice.changes.items())},
    }
    said = {name: value for name, value in parameters.items() if value}
    is_upload = choice.case == UPLOAD
    if is_upload or waiting.of_the_case(said):
        said[VERSION] = waiting.version_of(source)
    return said | ({FILE: waiting.file_of(source.file_name)} if is_upload else {})


def read_choice(parameters: Mapping[str, str], cases: Iterable[str], default_case: str) -> tuple[Choice, list[str]]:
    """Read what does not belong to the case, and which case it is; give the choice and what was left out."""
    ignored = []
    chosen = Choice(case=default_case)
    if "case" in parameters:
        if parameters["case"] in cases:
            chosen = replace(chosen, case=parameters["case"])
        elif parameters["case"] != UPLOAD:
            ignored.append(f"case={parameters['case']}")
    books = {_slug(book): book for book in BOOKS}
    views = {_slug(view): view for view in VIEWS}
    if parameters.get("book", _slug(BOOK)) in books:
        chosen = replace(chosen, book=books[parameters.get("book", _slug(BOOK))])
    else:
        ignored.append(f"book={parameters['book']}")
    if parameters.get("view", _slug(VIEW)) in views:
        chosen = replace(chosen, view=views[parameters.get("view", _slug(VIEW))])
    else:
        ignored.append(f"view={parameters['view']}")
    if parameters.get("charts", "on") in ("on", "off"):
        chosen = replace(chosen, charts=parameters.get("charts") != "off")
    else:
        ignored.append(f"charts={parameters['charts']}")
    return replace(chosen, other=one_line(parameters.get(OTHER, ""), LONGEST_OTHER)), ignored


def name_of(parameters: Mapping[str, str]) -> str:
    """Give the name that an address calls its changes by."""
    return one_line(parameters.get("name", ""), LONGEST_NAME)


def read_levers(parameters: Mapping[str, str], case: Case) -> tuple[dict[str, Value], list[str]]:
    """Read what is changed in a case, by path; give it and what was left out."""
    changes: dict[str, Value] = {}
    ignored = []
    ends: dict[str, dict[str, Value]] = {}
    for path, text in parameters.items():
        figure, end = part_of(path)
        if path in OWN:
            continue
        if end and _is_lever(case, figure):
            ends.setdefault(figure, {})[end] = value_of(text)
        elif _is_change(case, path, value_of(text)):
            changes[path] = value_of(text)
        elif not _is_usual(case, path, value_of(text)):
            ignored.append(path)
    for figure, written in ends.items():
        paths = {f"{figure}.{end}": value for end, value in written.items()}
        if _can_be_range(case.quantities[figure], written):
            changes |= paths
        else:
            ignored += paths
    option = parameters.get("option", "")
    if option and option not in {one.id for one in case.options}:
        ignored.append(f"option={option}")
    if parameters.get("name") and not changes:
        ignored.append(f"name={parameters['name']}")
    return changes, ignored


def must_be_read(page: str) -> bool:
    """Tell whether the address was changed from outside: a new session, a link, or the browser's way back.

    A control that was just moved is ahead of the address. A turn to another page may empty the address: then the
    session holds what it said.
    """
    session = st.session_state
    same_page = session.get(LAST_PAGE) == page
    session[LAST_PAGE] = page
    if session.pop(TOUCHED, False):
        return False
    now = parameters()
    if WRITTEN not in session:
        return True
    return now != session[WRITTEN] and (bool(now) or same_page)


def parameters() -> dict[str, str]:
    """Give the address's parameters; of one written twice, the last."""
    return {name: st.query_params[name] for name in st.query_params}


def write(choice: Choice, source: Source, default_case: str, question: str = "") -> None:
    """Write the choice into the address where it differs, and the question shown; one that waits for its case stays."""
    wanted = waiting.standing(written(choice, source, default_case), choice.case)
    wanted |= {QUESTION: question} if question else {}
    if parameters() != wanted:
        st.query_params.from_dict(wanted)
    st.session_state[WRITTEN] = wanted


def note(ignored: list[str], language: Language = ENGLISH) -> str:
    """Say what was left out of an address, in few words; empty where nothing was."""
    return left_out([one_line(one, 80) for one in ignored], language)


def of_another_version(name: str, ignored: list[str], language: Language = ENGLISH) -> str:
    """Say that a case has changed since an address was written, and what was left out of it."""
    return said_of_another_version(one_line(name, 80), [one_line(one, 80) for one in ignored], language)


def _is_change(case: Case, path: str, value: Value) -> bool:
    """Tell whether an address may change this path to this value, and the case says something else."""
    if path in switches(case):
        return isinstance(value, bool) and value != usual_switch(case, path)
    return _is_lever(case, path) and _can_be_held(case.quantities[path], value)


def _is_usual(case: Case, path: str, value: Value) -> bool:
    return path in switches(case) and value is usual_switch(case, path)


def _is_lever(case: Case, path: str) -> bool:
    return path in case.quantities and case.quantities[path].lever


def _can_be_held(quantity: Quantity, value: Value) -> bool:
    """Tell whether a figure can be held at a value, in its range or not, or released where the case holds it."""
    if value == FREE:
        return quantity.settled is not None
    if isinstance(value, (bool, str)) or not quantity.least <= value <= quantity.most:
        return False
    return quantity.shape != "yes/no" or value in (0, 1)


def _can_be_range(quantity: Quantity, written: Mapping[str, Value]) -> bool:
    """Tell whether ends written for a figure, with its own for those that are not, make a range that it can have."""
    if quantity.shape == "yes/no" or ("mode" in written and quantity.shape in MODE_FOLLOWS):
        return False
    if any(isinstance(value, (bool, str)) for value in written.values()):
        return False
    low, mode, high = (float(written.get(end, getattr(quantity, end))) for end in RANGE)
    if quantity.shape in MODE_FOLLOWS:
        mode = (low + high) / 2.0
    return quantity.least <= low <= mode <= high <= quantity.most and low < high


def _slug(name: str) -> str:
    return name.replace(" ", "-")


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:.12g}" if isinstance(value, float) else str(value)
