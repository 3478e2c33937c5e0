"""Files to take away: the changed case, all figures, tables and charts, with odds. Each is made when asked for."""

from __future__ import annotations

import io
import tempfile
import zipfile
from functools import partial
from pathlib import Path

import streamlit as st

from colocate.analysis.uncertainty.odds import DRAWS
from colocate.casefile.changing import write_changes
from colocate.casefile.reading import SUFFIX
from colocate.ui.opened import to_save
from colocate.ui.state import Scene, futures
from colocate.ui.weights import to_take_away
from colocate.words.pages import common as words


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
            (words.figures_file(scene.language), f"{stem}-figures.json", "application/json", _figures),
            (words.tables_file(scene.language), f"{stem}-tables.zip", "application/zip", _tables),
            (words.charts_file(scene.language), f"{stem}-charts.html", "text/html", _charts),
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
        st.caption(words.files_take_time(scene.language))


def _case(scene: Scene) -> bytes:
    return to_save(scene.source, scene.choice)


def _text(scene: Scene) -> bytes:
    return write_changes(scene.source.text, scene.choice.changes).encode()


def _figures(scene: Scene) -> bytes:
    from colocate.export.figures import figures_json  # noqa: PLC0415

    return figures_json(futures(scene, DRAWS)).encode()


def _tables(scene: Scene) -> bytes:
    from colocate.export.tables import write_tables  # noqa: PLC0415
    from colocate.export.tables_of_access import write_tables_of_access  # noqa: PLC0415
    from colocate.export.tables_of_futures import write_tables_of_futures  # noqa: PLC0415
    from colocate.export.tables_of_weighing import write_tables_of_weighing  # noqa: PLC0415

    found = scene.changes_the_answer
    drawn, packed = found.futures, io.BytesIO()
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        written = write_tables(drawn, Path(folder))
        written += write_tables_of_access(drawn, Path(folder))
        written += write_tables_of_futures(drawn, found, Path(folder))
        weighed = to_take_away(scene, drawn)
        written += () if weighed is None else write_tables_of_weighing(weighed[0], Path(folder), weighed[1])
        for path in written:
            archive.write(path, path.name)
    return packed.getvalue()


def _charts(scene: Scene) -> bytes:
    from colocate.export.pages import page  # noqa: PLC0415

    found = scene.changes_the_answer
    weighed, changed = to_take_away(scene, found.futures) or (None, "")
    return page(found.futures, found, weighed, changed, scene.language).encode()
