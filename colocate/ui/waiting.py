"""An address of a case that this session does not have: what it says waits until the same content is there.

An address names its case by a version, which is made of the case's content. Figures, weights and names of one case
never meet another one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from colocate.safe import for_markdown, one_line
from colocate.ui.failing import guarded
from colocate.ui.state import Source
from colocate.words import address as words
from colocate.words.language import Language

CASE, VERSION, FILE = "case", "version", "file"
OF_EVERY_CASE = ("book", "view", "charts", "other", "question")
UPLOAD = "upload"
"""The name of the uploaded case in the choice and in the address."""

LETTERS, LONGEST_NAME = 8, 80
WAITING = "waiting address"


@dataclass(frozen=True)
class Waiting:
    """An address's parameters, and the case that is shown meanwhile."""

    parameters: Mapping[str, str]
    shown: str


def version_of(source: Source) -> str:
    """Give the version that an address names the case's content by."""
    return source.key[:LETTERS]


def file_of(name: str) -> str:
    """Give a file's name as an address carries it and the page shows it."""
    return one_line(name, LONGEST_NAME)


def is_of(parameters: Mapping[str, str], name: str, source: Source, default_case: str) -> bool:
    """Tell whether an address is of this case with this content; an old one is of a case of ours as it stands."""
    if parameters.get(CASE, default_case) != name:
        return False
    version = parameters.get(VERSION, "")
    return version == version_of(source) or (not version and name != UPLOAD)


def of_the_case(parameters: Mapping[str, str]) -> list[str]:
    """Give the names of what an address says of its case: figures, weights, the option, the scenario's name."""
    return [name for name in parameters if name not in (CASE, VERSION, FILE, *OF_EVERY_CASE)]


def keep(parameters: Mapping[str, str], shown: str) -> None:
    """Keep an address for when its case is there."""
    st.session_state[WAITING] = Waiting(dict(parameters), shown)


def kept() -> Waiting | None:
    """Give the address that waits, if any."""
    waits: Waiting | None = st.session_state.get(WAITING)
    return waits


def forget() -> None:
    """Let go of the address that waits."""
    st.session_state.pop(WAITING, None)


def standing(written: Mapping[str, str], shown: str) -> dict[str, str]:
    """Give the address to be shown: the one that waits stays until the user chooses a case or changes a figure."""
    waits = kept()
    if waits is None or waits.shown != shown or of_the_case(written):
        return dict(written)
    waiting = {name: value for name, value in waits.parameters.items() if name not in OF_EVERY_CASE}
    return waiting | {name: value for name, value in written.items() if name in OF_EVERY_CASE}


def draw(source: Source, language: Language) -> None:
    """Say which case the address is of, and how to come to it; nothing where no address waits."""
    waits = kept()
    if waits is None:
        return
    name, changes = waits.parameters.get(CASE, ""), bool(of_the_case(waits.parameters))
    file = file_of(waits.parameters.get(FILE, ""))
    if name != UPLOAD:
        said = words.waits_for_a_case(one_line(name, LONGEST_NAME), language, changes=changes)
    elif file == file_of(source.file_name):
        said = words.waits_for_other_content(file, language, changes=changes)
    else:
        said = words.waits_for_an_upload(file, language, changes=changes)
    st.warning(for_markdown(said), icon=":material/link_off:")
    st.button(words.forget(language), key="forget address", on_click=guarded(forget))
