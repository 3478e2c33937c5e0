"""Which case is shown: one of those in `data/`, or an uploaded one together with its tables."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st

from colocate.case import Case
from colocate.casefile.faults import CaseError, Fault
from colocate.casefile.reading import load_case, read_case, text_of
from colocate.model.evaluate import evaluate
from colocate.safe import one_line
from colocate.ui import state, waiting
from colocate.ui.failing import guarded, logged
from colocate.ui.parts import faults_list
from colocate.ui.state import Source
from colocate.ui.waiting import UPLOAD
from colocate.words.language import Language
from colocate.words.pages import picker as words

UPLOADED, EARLIER, UPLOAD_FAULTS = "uploaded", "earlier uploads", "upload faults"
UPLOADS, TO_COMPLETE = "number of uploads", "upload to complete"
MOST_EARLIER = 5
"""Uploads that a session keeps for the browser's way back."""

DEFAULT = "hanoi"
SMALL_FILE = 8
"""Megabytes that an upload may have; the same as in `.streamlit/config.toml`."""


def cases_in(data: Path) -> dict[str, Path]:
    """Give the case files of a folder by their short names, the default one first."""
    found = {path.stem: path for path in sorted(data.glob("*.toml"))}
    first = [DEFAULT] if DEFAULT in found else []
    return {name: found[name] for name in [*first, *(name for name in found if name not in first)]}


def default(data: Path) -> str:
    """Give the name of the case that an address without one means."""
    return next(iter(cases_in(data)), DEFAULT)


def known(data: Path) -> list[str]:
    """Give the names that a choice of case may have in this session."""
    return [*cases_in(data), *([UPLOAD] if UPLOADED in st.session_state else [])]


def source_of(name: str, data: Path) -> Source:
    """Give a case by its name; CaseError where its file is at fault."""
    if name == UPLOAD:
        uploaded: Source = st.session_state[UPLOADED]
        return uploaded
    path = cases_in(data)[name]
    return _read(str(path), tuple(beside.stat().st_mtime_ns for beside in sorted(data.iterdir())))


@st.cache_resource(max_entries=20, show_spinner=False)
def _read(path: str, _changed: tuple[int, ...]) -> Source:
    """Read a case of ours once; again where a file of its folder has changed."""
    file = Path(path)
    case = load_case(file)
    return source(file.name, text_of(file.read_bytes()), case)


def source(file_name: str, text: str, case: Case) -> Source:
    """Give a case as a source: its key is made of all that its file and its tables say."""
    said = "\0".join((text, repr(case.constituents), repr(case.travel_times)))
    return Source(hashlib.sha256(said.encode()).hexdigest()[:16], file_name, text, case)


def read_upload(files: Sequence[tuple[str, bytes]]) -> Source:
    """Read a case from uploaded files: one .toml and the tables that it names.

    Raises CaseError with every fault.
    """
    cases = [(name, content) for name, content in files if _is_case(name)]
    if len(cases) != 1:
        raise CaseError([words.no_case_in_upload(len(cases))])
    name, content = cases[0]
    tables = dict(files)

    def beside(table: str) -> bytes:
        if table in tables:
            return tables[table]
        raise CaseError([words.table_not_in_upload(table)])

    return source(name, text_of(content), read_case(content, beside))


def draw(data: Path, language: Language) -> None:
    """Draw the picker of cases and the place for an upload."""
    names = known(data)
    st.session_state["case"] = state.choice().case
    labels = _labels(names, data, language)
    with st.expander(words.other_case(language), expanded=UPLOAD_FAULTS in st.session_state):
        st.radio(
            words.case_label(language),
            names,
            format_func=lambda name: labels[name],
            key="case",
            on_change=guarded(_picked),
        )
        st.file_uploader(
            words.upload_label(language),
            type=["toml", "csv", "json"],
            accept_multiple_files=True,
            key=_uploader(),
            max_upload_size=SMALL_FILE,
            on_change=guarded(_uploaded),
        )
        st.caption(words.upload_note(language))


def draw_faults(language: Language) -> None:
    """Say on the page what is wrong with the last upload, and that the case before it is still shown."""
    faults: tuple[Fault, ...] = st.session_state.get(UPLOAD_FAULTS, ())
    if faults:
        faults_list(words.upload_at_fault(language), faults, language)


def _labels(names: Sequence[str], data: Path, language: Language) -> Mapping[str, str]:
    found = {}
    for name in names:
        try:
            case = source_of(name, data).case
        except Exception:  # noqa: BLE001 - told, and logged, where the case is chosen
            found[name] = words.case_with_faults(name, language)
            continue
        found[name] = one_line(words.case_name(case, language, uploaded=name == UPLOAD), 160)
    return found


def _picked() -> None:
    state.choose(case=st.session_state["case"], changes={}, option="", weights=state.Weights())


def _uploaded() -> None:
    """Take over an upload; the case shown so far stays where it is at fault.

    Every upload has a place of its own: else the files of the one before would be among its own. Only tables are taken
    as those that were missed in the upload before.
    """
    st.session_state.pop(UPLOAD_FAULTS, None)
    state.choose()
    files = [(file.name, file.getvalue()) for file in st.session_state[_uploader()]]
    st.session_state[UPLOADS] = st.session_state.get(UPLOADS, 0) + 1
    before = st.session_state.pop(TO_COMPLETE, [])
    if not any(_is_case(name) for name, _ in files):
        files = [*before, *files]
    try:
        source = read_upload(files)
        evaluate(source.case)
    except CaseError as error:
        st.session_state[UPLOAD_FAULTS], st.session_state[TO_COMPLETE] = error.faults, files
    except Exception:  # noqa: BLE001 - whatever a file makes of the reading, the case before it stays
        st.session_state[UPLOAD_FAULTS] = (words.upload_not_foreseen(logged("reading an upload")),)
    else:
        _keep(source)
        state.choose(case=UPLOAD, changes={}, option="", weights=state.Weights())


def _uploader() -> str:
    return f"upload {st.session_state.get(UPLOADS, 0)}"


def _is_case(name: str) -> bool:
    return name.lower().endswith(".toml")


def take_up(version: str) -> None:
    """Make an earlier upload of this session, named by its version, the uploaded case again."""
    for source in st.session_state.get(EARLIER, ()):
        if waiting.version_of(source) == version:
            st.session_state[UPLOADED] = source


def _keep(source: Source) -> None:
    """Keep an upload with the session, and the last ones before it."""
    earlier = [one for one in st.session_state.get(EARLIER, ()) if one.key != source.key]
    st.session_state[EARLIER] = [*earlier, source][-MOST_EARLIER:]
    st.session_state[UPLOADED] = source
