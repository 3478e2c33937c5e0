"""Files to take away: the changed case, all figures, tables and charts. Each is made when asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from colocate.analysis.deciding.what_would_change import WhatChanges
from colocate.analysis.uncertainty.odds import DRAWS
from colocate.casefile.changing import write_changes
from colocate.casefile.opened import LONGEST
from colocate.casefile.reading import SUFFIX
from colocate.export.freezing import formats_to_freeze, frozen, is_as_decided
from colocate.safe import for_markdown, one_line
from colocate.ui import making
from colocate.ui.making import Content
from colocate.ui.opened import decided_of, keep_decided, to_save
from colocate.ui.state import Scene, futures
from colocate.words.bundle import decided_words
from colocate.words.pages import common as words
from colocate.words.pages import save as saying

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw(scene: Scene) -> None:
    """Draw the download buttons."""
    stem = making.stem_of(scene)
    label, explained = words.case_file(scene.language)
    with st.expander(words.files(scene.language), expanded=False):
        st.download_button(
            label,
            partial(_case, scene),
            file_name=f"{stem}{SUFFIX}",
            mime="application/zip",
            help=explained,
            on_click="ignore",
            key="save case",
            width="stretch",
        )
        for label, name, mime, make in (
            (words.text_file(scene.language), f"{stem}-changed.toml", "application/toml", _text),
            (words.form_file(scene.language), f"{stem}-form.xlsx", XLSX, _form),
            (words.figures_file(scene.language), f"{stem}-figures.json", "application/json", _figures),
        ):
            st.download_button(
                label,
                partial(make, scene),
                file_name=name,
                mime=mime,
                on_click="ignore",
                key=f"save {name}",
                width="stretch",
            )
        making.draw(scene)
        st.caption(words.files_take_time(scene.language))
    with st.expander(saying.decided(scene.language), expanded=False):
        _decided(scene)


def _decided(scene: Scene) -> None:
    """Draw what freezes a case as it was decided; with the decision that it carries already, if any."""
    language, last = scene.language, decided_of(scene.source)
    if last is not None:
        st.caption(
            for_markdown(decided_words(last, as_decided=is_as_decided(scene.outcome.case, last), language=language))
        )
    label, explained = saying.who(language)
    by = one_line(st.text_input(label, key="decided by", max_chars=LONGEST, help=explained), None)
    on = st.date_input(saying.when(language), key="decided on", value="today")
    label, explained = saying.freeze(language)
    if by and on:
        making.draw_file(scene, making.File("frozen", label, partial(_frozen, by, on), explained, (by, on)))
    else:
        st.button(label, key="freeze", disabled=True, help=explained, width="stretch")


def _frozen(by: str, on: date, scene: Scene, found: WhatChanges, far: Callable[[float], None]) -> Content:
    """Freeze the case: from now on it carries this decision in this session, and in what is saved of it."""
    kept = frozen(making.saved(scene), by, on.isoformat())
    version = kept.opened.decided.version if kept.opened.decided is not None else 1
    made = making.whole(scene, found, kept, formats_to_freeze(), f"decided-{version}", far)
    keep_decided(scene.source, kept.opened.decided)
    return made


def _case(scene: Scene) -> bytes:
    return to_save(scene.source, scene.choice)


def _text(scene: Scene) -> bytes:
    return write_changes(scene.source.text, scene.choice.changes).encode()


def _form(scene: Scene) -> bytes:
    from colocate.casefile.form.case_form import form_of  # noqa: PLC0415 - heavy, for this alone

    return form_of(scene.outcome.case, scene.source.tables)


def _figures(scene: Scene) -> bytes:
    from colocate.export.figures import figures_json  # noqa: PLC0415

    return figures_json(futures(scene, DRAWS)).encode()
