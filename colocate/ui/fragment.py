"""A part of a page that runs again alone, and that leaves the page around it standing where it fails."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import ParamSpec

import streamlit as st

from colocate.casefile.faults import CaseError
from colocate.ui import failing
from colocate.ui.parts import faults_list
from colocate.words.language import Language
from colocate.words.pages import frame as words

Taken = ParamSpec("Taken")


def part(draw: Callable[Taken, None]) -> Callable[Taken, None]:
    """Make a part as `st.fragment` does; Streamlit's own ends of a run are no errors, and pass."""
    drawn: Callable[Taken, None] = st.fragment(tried(draw))
    return drawn


def tried(draw: Callable[Taken, None]) -> Callable[Taken, None]:
    """Make a part that tells where it fails what went wrong, in its own place."""

    @functools.wraps(draw)
    def trying(*arguments: Taken.args, **named: Taken.kwargs) -> None:
        language = Language(st.context.locale or "en")
        try:
            draw(*arguments, **named)
        except CaseError as error:
            faults_list(words.part_without_figures(language), error.faults, language)
        except Exception:  # noqa: BLE001 - whatever it is, the rest of the page can be shown
            failing.tell(words.part_failed(failing.logged(draw.__qualname__), language))

    return trying
