"""Files that take some seconds to make: asked for, made with a bar and a Cancel beside it, then there to be saved."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from colocate.analysis.deciding.what_would_change import WhatChanges, what_changes
from colocate.analysis.uncertainty.odds import DRAWS
from colocate.casefile.one_file import OneFile, read_one_file
from colocate.export.bundle import files_of_maker, packed_bundle, zipped
from colocate.export.formats import MAKERS
from colocate.export.freezing import formats_to_freeze
from colocate.safe import for_file_name
from colocate.ui import state
from colocate.ui.aside import aside_with_progress
from colocate.ui.crowd import Turns
from colocate.ui.failing import guarded
from colocate.ui.fragment import tried
from colocate.ui.opened import to_save
from colocate.ui.parts import sentence
from colocate.ui.state import Scene, futures
from colocate.ui.wanted import while_wanted
from colocate.words.pages import common as words
from colocate.words.pages import save as saying
from colocate.words.pictures import browser_fails

WHAT_CHANGES = "all that would change the answer"
ASKED, MADE, CANCELLED = "file asked for", "file made", "file cancelled"

PICTURES = Turns()
"""Whoever draws pictures has the turn: a browser takes more of a server than all its pages."""

FOUND = 0.6
"""The part of the work that finding all that would change the answer is."""

MIMES = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".parquet": "application/vnd.apache.parquet",
}
"""Kinds of files that not every system knows."""


@dataclass(frozen=True)
class Content:
    """A file as it is saved: its name and its bytes."""

    name: str
    content: bytes

    @property
    def mime(self) -> str:
        """Return the kind of file, by the ending of its name."""
        return MIMES.get(Path(self.name).suffix) or mimetypes.guess_type(self.name)[0] or "application/octet-stream"


@dataclass(frozen=True)
class File:
    """A file to be made: its key, what it is called on the page, and what makes it, which tells how far it is.

    `more` is what else than the scene it is made of; `missing` says why it cannot be made on this machine, if so.
    """

    key: str
    label: str
    make: Callable[[Scene, WhatChanges, Callable[[float], None]], Content]
    help: str | None = None
    more: object = None
    missing: str | None = None


@dataclass(frozen=True)
class Made:
    """A file that was made, and what it was made of."""

    key: str
    of: object
    content: Content


def files(scene: Scene) -> tuple[File, ...]:
    """Give the files that take some seconds to make: everything in one, and each format of each maker."""
    language = scene.language
    label, explained = saying.everything(language)
    makers = {maker.name: maker for maker in MAKERS}
    return (
        File("everything", label, _everything, explained),
        *(
            File(
                f"{name} {kind}",
                saying.offered(name, kind, language),
                partial(_format, name, kind),
                missing=makers[name].why_not(language),
            )
            for name, kind in saying.OFFERED
            if name in makers and kind in makers[name].formats
        ),
    )


def draw(scene: Scene) -> None:
    """Draw a button for each file: to make it, then to save it; while one is made, how far it is, and Cancel."""
    for one in files(scene):
        draw_file(scene, one)
    if st.session_state.pop(CANCELLED, False):
        sentence(words.cancelled(scene.language), quiet=True)


def draw_file(scene: Scene, one: File) -> None:
    """Draw the button of one file."""
    language, press, bar = scene.language, st.empty(), st.empty()
    made: Made | None = st.session_state.get(MADE)
    of = _of(scene, one)
    if made is not None and made.key == one.key and made.of == of:
        _offer(press, scene, one, made.content)
        return
    if st.session_state.get(ASKED) != one.key:
        press.button(
            one.label,
            key=f"press {one.key}",
            on_click=guarded(_ask),
            args=(one.key,),
            width="stretch",
            help=one.missing or one.help,
            disabled=one.missing is not None,
        )
        return
    press.button(words.cancel(language), key=f"press {one.key}", on_click=guarded(_cancel), width="stretch")
    bar.progress(0.0, text=words.making(one.label, 0.0, language))

    def far(part: float) -> None:
        bar.progress(part, text=words.making(one.label, part, language))

    def work() -> None:
        from colocate.export.pictures.finding import BrowserFailsError  # noqa: PLC0415 - charts, for files alone

        try:
            found = _what_changes(scene, lambda part: far(FOUND * part))
            content = while_wanted(lambda: one.make(scene, found, lambda part: far(FOUND + (1.0 - FOUND) * part)))
        except BrowserFailsError:
            st.session_state[ASKED] = None
            press.empty()
            sentence(browser_fails(language))
            return
        except Exception:
            st.session_state[ASKED] = None  # else every later run would try it, and fail, again
            press.empty()
            raise
        finally:
            bar.empty()
        st.session_state[ASKED], st.session_state[MADE] = None, Made(one.key, of, content)
        _offer(press, scene, one, content)

    state.afterwards(tried(work))


def _offer(press: DeltaGenerator, scene: Scene, one: File, made: Content) -> None:
    label = words.save_made(one.label, len(made.content), scene.language)
    press.download_button(
        label,
        made.content,
        made.name,
        made.mime,
        on_click="ignore",
        key=f"save {one.key}",
        type="primary",
        width="stretch",
    )


def _ask(key: str) -> None:
    st.session_state[ASKED] = key
    st.session_state.pop(CANCELLED, None)


def _cancel() -> None:
    st.session_state[ASKED] = None
    st.session_state[CANCELLED] = True


def _of(scene: Scene, one: File) -> object:
    """Give what a file is made of: it is made anew when any of it has changed."""
    choice = scene.choice
    return scene.source.key, dict(choice.changes), choice.weights, choice.name, scene.locale, one.more


def _what_changes(scene: Scene, far: Callable[[float], None]) -> WhatChanges:
    """Give all that would change the answer: worked out when a file asks for it, once for all files and everybody."""
    whole = replace(scene, draws=DRAWS)
    drawn = futures(whole)

    def work_out() -> WhatChanges:
        return replace(aside_with_progress(what_changes, drawn, progress=far), futures=drawn)

    return state.kept(WHAT_CHANGES, whole, work_out)


def saved(scene: Scene) -> OneFile:
    """Give the case as it is saved: with all that was chosen for it."""
    return read_one_file(to_save(scene.source, scene.choice))


def stem_of(scene: Scene) -> str:
    """Give what names of saved files begin with."""
    return for_file_name(Path(scene.source.file_name).stem)


def whole(
    scene: Scene, found: WhatChanges, kept: OneFile, kinds: Collection[str], name: str, far: Callable[[float], None]
) -> Content:
    """Make a bundle of a case in these formats."""
    packed = PICTURES.in_turn(
        lambda: aside_with_progress(packed_bundle, found, kept, tuple(kinds), scene.language, progress=far)
    )
    return Content(f"{stem_of(scene)}-{name}.zip", packed)


def _everything(scene: Scene, found: WhatChanges, far: Callable[[float], None]) -> Content:
    return whole(scene, found, saved(scene), formats_to_freeze(), "everything", far)


def _format(name: str, kind: str, scene: Scene, found: WhatChanges, far: Callable[[float], None]) -> Content:
    """Make the files of one format of one maker: the file itself where it is one, else a zip of them."""
    weights = saved(scene).opened.weights

    def make() -> list[tuple[str, bytes]]:
        return aside_with_progress(files_of_maker, found, weights, name, (kind,), scene.language, progress=far)

    made = PICTURES.in_turn(make) if name == "pictures" else make()
    if len(made) == 1:
        return Content(f"{stem_of(scene)}-{made[0][0]}", made[0][1])
    (maker,) = (one for one in MAKERS if one.name == name)
    ending = f"-{kind}" if len(maker.formats) > 1 else ""
    return Content(f"{stem_of(scene)}-{name}{ending}.zip", zipped(made))
