"""Files that take some seconds to make: asked for, made with a bar and a Cancel beside it, then there to be saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from colocate.analysis.deciding.what_would_change import WhatChanges, what_changes
from colocate.analysis.uncertainty.odds import DRAWS
from colocate.export.bundle import zipped
from colocate.export.formats import Taken, made
from colocate.ui import state
from colocate.ui.aside import aside_with_progress
from colocate.ui.failing import guarded
from colocate.ui.fragment import tried
from colocate.ui.parts import sentence
from colocate.ui.state import Scene, futures
from colocate.ui.weights import to_take_away
from colocate.words.pages import common as words

WHAT_CHANGES = "all that would change the answer"
ASKED, MADE, CANCELLED = "file asked for", "file made", "file cancelled"


@dataclass(frozen=True)
class File:
    """A file to be made: what it is called on the page and when saved, of what kind it is, and what makes it."""

    label: str
    name: str
    mime: str
    make: Callable[[Scene, WhatChanges], bytes]


@dataclass(frozen=True)
class Made:
    """A file that was made, and what it was made of."""

    name: str
    of: object
    content: bytes


def files(scene: Scene) -> tuple[File, ...]:
    """Give the files that take some seconds to make."""
    stem, language = Path(scene.source.file_name).stem, scene.language
    return (
        File(words.tables_file(language), f"{stem}-tables.zip", "application/zip", _tables),
        File(words.charts_file(language), f"{stem}-charts.html", "text/html", _charts),
    )


def draw(scene: Scene) -> None:
    """Draw a button for each file: to make it, then to save it; while one is made, how far it is, and Cancel."""
    for one in files(scene):
        _draw(scene, one)
    if st.session_state.pop(CANCELLED, False):
        sentence(words.cancelled(scene.language), quiet=True)


def _draw(scene: Scene, one: File) -> None:
    language, press, bar = scene.language, st.empty(), st.empty()
    made: Made | None = st.session_state.get(MADE)
    if made is not None and made.name == one.name and made.of == _of(scene):
        _offer(press, scene, one, made.content)
        return
    if st.session_state.get(ASKED) != one.name:
        press.button(one.label, key=f"press {one.name}", on_click=guarded(_ask), args=(one.name,), width="stretch")
        return
    press.button(words.cancel(language), key=f"press {one.name}", on_click=guarded(_cancel), width="stretch")
    bar.progress(0.0, text=words.making(one.label, 0.0, language))

    def far(part: float) -> None:
        bar.progress(part, text=words.making(one.label, part, language))

    def work() -> None:
        try:
            content = one.make(scene, _what_changes(scene, far))
        except Exception:
            st.session_state[ASKED] = None  # else every later run would try it, and fail, again
            press.empty()
            raise
        finally:
            bar.empty()
        st.session_state[ASKED], st.session_state[MADE] = None, Made(one.name, _of(scene), content)
        _offer(press, scene, one, content)

    state.afterwards(tried(work))


def _offer(press: DeltaGenerator, scene: Scene, one: File, content: bytes) -> None:
    label = words.save_made(one.label, len(content), scene.language)
    press.download_button(
        label, content, one.name, one.mime, on_click="ignore", key=f"save {one.name}", type="primary", width="stretch"
    )


def _ask(name: str) -> None:
    st.session_state[ASKED] = name
    st.session_state.pop(CANCELLED, None)


def _cancel() -> None:
    st.session_state[ASKED] = None
    st.session_state[CANCELLED] = True


def _of(scene: Scene) -> object:
    """Give what a file is made of: it is made anew when any of it has changed."""
    choice = scene.choice
    return scene.source.key, dict(choice.changes), choice.weights, choice.name, scene.locale


def _what_changes(scene: Scene, far: Callable[[float], None]) -> WhatChanges:
    """Give all that would change the answer: worked out when a file asks for it, once for all files and everybody."""
    whole = replace(scene, draws=DRAWS)
    drawn = futures(whole)

    def work_out() -> WhatChanges:
        return replace(aside_with_progress(what_changes, drawn, progress=far), futures=drawn)

    return state.kept(WHAT_CHANGES, whole, work_out)


def _tables(scene: Scene, found: WhatChanges) -> bytes:
    return zipped(made(_taken(scene, found), ("csv",)))


def _taken(scene: Scene, found: WhatChanges) -> Taken:
    weighed, changed = to_take_away(scene, found.futures) or (None, "")
    return Taken(found.futures, found, weighed, changed, scene.language)


def _charts(scene: Scene, found: WhatChanges) -> bytes:
    return b"".join(content for _, content in made(_taken(scene, found), ("html",)))
