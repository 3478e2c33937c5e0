"""The browser's address: it carries the case, the levers, the book and the view, so that a link reopens the same view.

Only what differs from the default is written. What is read is hostile until checked: a figure must be a lever of the
case and lie in its range; anything else is left out, and said so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import streamlit as st

from colocate.case import Case
from colocate.casefile.changing import Value, value_of
from colocate.model.totals import BOOKS, HEADLINE, VIEWS
from colocate.ui.levers import switches, usual_value
from colocate.ui.state import TOUCHED, Choice
from colocate.ui.weights_address import OF_WEIGHTS, written_weights
from colocate.ui.words import plain

WRITTEN, LAST_PAGE = "address written", "last page"
BOOK, VIEW = HEADLINE
OWN = ("case", "book", "view", "charts", "option", *OF_WEIGHTS)


def written(choice: Choice, default_case: str) -> dict[str, str]:
    """Give the address of a choice, as parameters."""
    parameters = {
        "case": choice.case if choice.case != default_case else "",
        "book": _slug(choice.book) if choice.book != BOOK else "",
        "view": _slug(choice.view) if choice.view != VIEW else "",
        "charts": "" if choice.charts else "off",
        "option": choice.option,
        **written_weights(choice.weights),
        **{path: _text(value) for path, value in sorted(choice.changes.items())},
    }
    return {name: value for name, value in parameters.items() if value}


def read_choice(parameters: Mapping[str, str], cases: Iterable[str], default_case: str) -> tuple[Choice, list[str]]:
    """Read all but the levers, which need the case; give the choice and what was left out."""
    ignored = []
    chosen = Choice(case=default_case)
    if "case" in parameters:
        if parameters["case"] in cases:
            chosen = replace(chosen, case=parameters["case"])
        elif parameters["case"].startswith("upload"):
            ignored.append("case (this link was made with an uploaded file: upload it again to see it)")
        else:
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
    return replace(chosen, option=parameters.get("option", "")), ignored


def read_levers(parameters: Mapping[str, str], case: Case) -> tuple[dict[str, Value], list[str]]:
    """Read the levers of a case; give their values and what was left out."""
    changes: dict[str, Value] = {}
    ignored = []
    for path, text in parameters.items():
        if path in OWN:
            continue
        value = value_of(text)
        if not _is_lever(case, path, value):
            ignored.append(path)
        elif value != usual_value(case, path):
            changes[path] = value
    option = parameters.get("option", "")
    if option and option not in {one.id for one in case.options}:
        ignored.append(f"option={option}")
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


def write(choice: Choice, default_case: str) -> None:
    """Write the choice into the address where it differs."""
    wanted = written(choice, default_case)
    if parameters() != wanted:
        st.query_params.from_dict(wanted)
    st.session_state[WRITTEN] = wanted


def note(ignored: list[str]) -> str:
    """Say what was left out of an address, in few words; empty where nothing was."""
    if not ignored:
        return ""
    told = ", ".join(plain(one, 80) for one in ignored[:3])
    more = f" and {len(ignored) - 3} more" if len(ignored) > 3 else ""
    return f"Left out, as it does not fit this case: {told}{more}."


def _is_lever(case: Case, path: str, value: Value) -> bool:
    if path in switches(case):
        return isinstance(value, bool)
    quantity = case.quantities.get(path)
    if quantity is None or not quantity.lever or isinstance(value, (bool, str)):
        return False
    return quantity.low <= value <= quantity.high


def _slug(name: str) -> str:
    return name.replace(" ", "-")


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:.12g}" if isinstance(value, float) else str(value)
