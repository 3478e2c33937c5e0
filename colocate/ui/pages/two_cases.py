"""Two cases: this one beside another: every input that differs, and how much each moves what is expected."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from colocate.analysis.bridge.bridge import Bridge, bridge_between
from colocate.casefile.faults import CaseError
from colocate.safe import for_markdown
from colocate.ui import chart, others, state
from colocate.ui.aside import aside_with_progress
from colocate.ui.fragment import part
from colocate.ui.parts import Cell, bullets, faults_list, sentence, table, title, title_html
from colocate.ui.state import Scene, Source, futures, scene
from colocate.words import bridge as said
from colocate.words.bridge_rows import measures_of
from colocate.words.bridge_tables import inputs_table, options_table, steps_table
from colocate.words.language import Language
from colocate.words.pages import two_cases as words
from colocate.words.weighing_tables import Table

DATA = Path(__file__).parents[3] / "data"
BRIDGE = "bridge"
OPENED = "bridge shown"


def show() -> None:
    """Show the choice of the other case, and the bridge from it to this one where one is chosen."""
    here = scene()
    language = here.language
    above = st.empty()
    named, explained = words.heading(language)
    with above:
        title(named)
    try:
        other = others.source_of(others.draw(here, DATA), here, DATA)
        if other is None:
            sentence(explained)
            return
        found = _found(here, other)
    except CaseError as error:
        faults_list(words.other_at_fault(language), error.faults, language)
        return
    above.html(title_html(said.headline(found, here.reading, language)))
    sentence(words.first_one(other.case, other.file_name, language), quiet=True)
    sentence(words.this_one(here.outcome.case, language), quiet=True)
    bullets(said.notes(found, here.reading, language))
    if found.differences:
        _draw(here, found, (other.file_name, here.source.file_name))


def _found(here: Scene, other: Source) -> Bridge:
    """Give the bridge, worked out once for everybody; while that goes on, how far it is."""
    bar = st.empty()

    def far(done: float) -> None:
        bar.progress(min(done, 1.0), text=words.working(here.language))

    def work_out() -> Bridge:
        far(0.0)
        before = state.as_read(other, here.draws)
        return aside_with_progress(bridge_between, before, futures(here), progress=far)

    try:
        return state.kept(BRIDGE, here, work_out, other.key)
    finally:
        bar.empty()


def _draw(here: Scene, found: Bridge, files: tuple[str, str]) -> None:
    language, measures = here.language, measures_of(found, here.reading)
    if measures and found.steps:
        _bridge(here, found, measures[0])
        st.session_state[OPENED] = found
        for option in measures[1:]:
            _folded(option)
    _table(options_table(found, here.reading, language), headed=True)
    with st.expander(for_markdown(words.inputs_label(len(found.differences), language))):
        _table(inputs_table(found, language))
    told = said.method(found, here.reading, language)
    if told:
        with st.expander(for_markdown(words.method_label(language))):
            bullets(told)
    st.download_button(
        words.files_label(language),
        partial(_files, found, files, language),
        file_name=f"{Path(here.source.file_name).stem}-compared.zip",
        mime="application/zip",
        on_click="ignore",
        key="save comparison",
    )


def _bridge(here: Scene, found: Bridge, measure: str) -> None:
    """Draw one bridge as a picture and as a table."""
    language = here.language
    chart.show(lambda charts: charts.two_cases(found, measure, here.reading, language=language, dark=here.dark))
    _table(steps_table(found, measure, here.reading, language), numbers=1, headed=not here.choice.charts)


@part
def _folded(option: str) -> None:
    """Fold the bridge over what an option costs: it is made when it is opened."""
    here, found = scene(), st.session_state[OPENED]
    label = for_markdown(words.cost_label(found.new.case, option, here.language))
    with st.expander(label, key=f"bridge {option}", on_change="rerun") as folded:
        if folded.open:
            _bridge(here, found, option)


def _table(told: Table, *, numbers: int = 0, headed: bool = False) -> None:
    """Write a table; its last columns are numbers."""
    if headed:
        sentence(told.title)
    size = len(told.columns)
    rows = [
        [Cell(one.words, "number" if place >= size - numbers else "", one.below) for place, one in enumerate(row)]
        for row in told.rows
    ]
    table(told.columns, rows, title=told.title, stack=True)


def _files(found: Bridge, files: tuple[str, str], language: Language) -> bytes:
    from colocate.export.bundle import zipped  # noqa: PLC0415
    from colocate.export.files_of_bridge import files_of_bridge  # noqa: PLC0415

    return zipped(files_of_bridge(found, files=files, language=language))


if __name__ == "__main__":
    show()
