"""Files to take away: the changed case, all figures, tables and charts. Each is made when asked for."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from colocate.analysis.uncertainty.odds import DRAWS
from colocate.casefile.changing import write_changes
from colocate.casefile.reading import SUFFIX
from colocate.ui import making
from colocate.ui.opened import to_save
from colocate.ui.state import Scene, futures
from colocate.words.pages import common as words

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw(scene: Scene) -> None:
    """Draw the download buttons."""
    stem = Path(scene.source.file_name).stem
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
