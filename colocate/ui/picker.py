"""Which case is shown: one of those in `data/`, or an uploaded one together with its tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st

from colocate.casefile.faults import CaseError, Fault
from colocate.casefile.opened import Opened, Weights
from colocate.casefile.reading import bytes_of, is_one_file, tables_beside
from colocate.safe import for_file_name, one_line
from colocate.ui import opened, state
from colocate.ui.failing import guarded, logged
from colocate.ui.opened import read_own
from colocate.ui.parts import faults_list
from colocate.ui.state import Source
from colocate.ui.waiting import UPLOAD
from colocate.words.language import Language
from colocate.words.pages import picker as words

UPLOAD_FAULTS, UPLOADS, TO_COMPLETE = "upload faults", "number of uploads", "upload to complete"
JUST_OPENED = "just opened"
"""Says that a file has been opened by the press that this run answers."""

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
"""Endings of workbooks: forms are .xlsx, and the others are refused in words."""

KINDS = ("colocate", "zip", "toml", "csv", "json", *(ending[1:] for ending in WORKBOOKS))
"""Endings of files that can be uploaded, without their dot."""

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
    return [*cases_in(data), *([UPLOAD] if opened.own() is not None else [])]


def source_of(name: str, data: Path) -> Source:
    """Give a case by its name; CaseError where its file is at fault."""
    own = opened.own() if name == UPLOAD else None
    if own is not None:
        return own
    path = cases_in(data)[name]
    return _read(str(path), tuple(beside.stat().st_mtime_ns for beside in sorted(data.iterdir())))


@st.cache_resource(max_entries=20, show_spinner=False)
def _read(path: str, _changed: tuple[int, ...]) -> Source:
    """Read a case of ours once; again where a file of its folder has changed."""
    file = Path(path)
    return read_own(file.name, bytes_of(file), tables_beside(file.parent))


def open_upload(files: Sequence[tuple[str, bytes]]) -> None:
    """Open uploaded files as the session's own case, as it stood; CaseError with every fault."""
    opened.open_as_it_stood(*read_files(files))


def read_files(files: Sequence[tuple[str, bytes]]) -> tuple[Source, Opened]:
    """Read uploaded files, and how the case stood: a saved case or a form alone, or a .toml and the tables it names.

    Raises CaseError with every fault.
    """
    if len(files) == 1 and files[0][0].lower().endswith(WORKBOOKS):
        return read_uploaded_form(*files[0]), Opened()
    saved = [(name, content) for name, content in files if is_one_file(content, name)]
    if not saved:
        return read_upload(files), Opened()
    if len(files) > 1:
        raise CaseError([words.saved_case_among_others(saved[0][0])])
    return opened.read_saved(*saved[0])


def read_uploaded_form(name: str, content: bytes) -> Source:
    """Read a filled-in form as a source; CaseError with every fault by sheet and cell."""
    from colocate.casefile.form.reading import read_form  # noqa: PLC0415 - heavy, for this alone

    stem = for_file_name(Path(name).stem)
    found = read_form(content, stem)
    return opened.source(f"{stem}.toml", found.text, found.case, found.tables)


def read_upload(files: Sequence[tuple[str, bytes]]) -> Source:
    """Read a case from uploaded files: one .toml and the tables that it names.

    Raises CaseError with every fault.
    """
    cases = [(name, content) for name, content in files if _is_case(name)]
    if len(cases) != 1:
        raise CaseError([words.no_case_in_upload(len(cases))])
    name, content = cases[0]
    tables = dict(files)

    def uploaded(table: str) -> bytes:
        if table in tables:
            return tables[table]
        raise CaseError([words.table_not_in_upload(table)])

    return read_own(name, content, uploaded)


def draw(data: Path, language: Language) -> None:
    """Draw the picker of cases and the place for an upload."""
    has_just_opened()  # it is seen: on this page it leads nowhere
    names = known(data)
    st.session_state["case"] = state.choice().case
    named = labels(names, data, language)
    with st.expander(words.other_case(language), expanded=UPLOAD_FAULTS in st.session_state):
        st.radio(
            words.case_label(language),
            names,
            format_func=lambda name: named[name],
            key="case",
            on_change=guarded(_picked),
        )
        draw_upload(language)


def draw_upload(language: Language) -> None:
    """Draw the place for files of one's own."""
    st.file_uploader(
        words.upload_label(language),
        type=KINDS,
        accept_multiple_files=True,
        key=_uploader(),
        max_upload_size=SMALL_FILE,
        on_change=guarded(_uploaded),
    )
    st.caption(words.upload_note(language))


def has_just_opened() -> bool:
    """Tell, once, whether the press that this run answers has opened a file."""
    found: bool = st.session_state.pop(JUST_OPENED, False)
    return found


def draw_faults(language: Language) -> None:
    """Say on the page what is wrong with the last upload, and that the case before it is still shown."""
    faults: tuple[Fault, ...] = st.session_state.get(UPLOAD_FAULTS, ())
    if faults:
        faults_list(words.upload_at_fault(language), faults, language)


def labels(names: Sequence[str], data: Path, language: Language) -> Mapping[str, str]:
    """Give what each case is called in a list, by its name."""
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
    state.choose(case=st.session_state["case"], changes={}, option="", weights=Weights())


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
    if not any(_is_case(name) or is_one_file(content, name) for name, content in files):
        files = [*before, *files]
    try:
        open_upload(files)
    except CaseError as error:
        st.session_state[UPLOAD_FAULTS], st.session_state[TO_COMPLETE] = error.faults, files
    except Exception:  # noqa: BLE001 - whatever a file makes of the reading, the case before it stays
        st.session_state[UPLOAD_FAULTS] = (words.upload_not_foreseen(logged("reading an upload")),)
    else:
        st.session_state[JUST_OPENED] = True


def _uploader() -> str:
    return f"upload {st.session_state.get(UPLOADS, 0)}"


def _is_case(name: str) -> bool:
    return name.lower().endswith(".toml")
