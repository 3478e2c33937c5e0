"""The other case of the page Two cases: the one shown as it was read, an example, one opened before, or a file.

What is chosen stands in the address by its name; a file is read into the session and opens nothing.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from colocate.casefile.changing import change
from colocate.casefile.faults import CaseError
from colocate.safe import for_file_name, for_markdown, one_line
from colocate.ui import opened, picker, state, waiting
from colocate.ui.failing import guarded, logged, tell
from colocate.ui.parts import faults_list
from colocate.ui.state import Scene, Source
from colocate.ui.waiting import UPLOAD
from colocate.words.language import Language
from colocate.words.pages import two_cases as words

NOTHING, ORIGINAL = "", "original"
OTHERS, FAULTS, CODE, UPLOADS = "other cases", "other at fault", "other not foreseen", "number of other uploads"
MOST_OTHERS = 5
"""Files to compare with that a session keeps."""


@dataclass(frozen=True)
class OtherFile:
    """The file of the other case: whether it is the reader's own, and whether the changes saved in it are made."""

    name: str
    is_own: bool = False
    is_changed: bool = False


def names(here: Scene, data: Path) -> dict[str, str]:
    """Give what this case can be compared with by its name, with what each is called."""
    language, found = here.language, {NOTHING: words.nothing_chosen(here.language)}
    if here.choice.changes:
        found[ORIGINAL] = words.as_it_was_read(language)
    for one in (*_earlier(), *_files()):
        if one.key != here.source.key:
            found[_name_of(one)] = one_line(words.one_of_yours(one.case, one.file_name, language), 160)
    examples = [name for name in picker.cases_in(data) if name != here.choice.case]
    return found | dict(picker.labels(examples, data, language))


def chosen(here: Scene, known: Container[str]) -> str:
    """Give the name of the other case: the chosen one, else the case as it was read where something is changed."""
    name = here.choice.other
    if name in known and name:
        return name
    return ORIGINAL if here.choice.changes and not name else NOTHING


def source_of(name: str, here: Scene, data: Path) -> Source | None:
    """Give the other case by its name; None where nothing is chosen. CaseError where its file is at fault."""
    if name == NOTHING:
        return None
    if name == ORIGINAL:
        return here.source
    return _own(name) or picker.source_of(name, data)


def file_of(here: Scene, own: str, data: Path) -> OtherFile | None:
    """Give the file of the other case, `own` for the one shown as it was read; None where nothing is chosen."""
    name = chosen(here, names(here, data))
    if name == NOTHING:
        return None
    if name == ORIGINAL:
        return OtherFile(own)
    one = _own(name)
    if one is not None:
        return OtherFile(for_file_name(one.file_name), is_own=True, is_changed=one in _files())
    return OtherFile(f"data/{picker.cases_in(data)[name].name}")


def draw(here: Scene, data: Path) -> str:
    """Draw the choice and the place for a file; give the name of what is chosen."""
    language = here.language
    known = names(here, data)
    name = chosen(here, known)
    st.session_state["other"] = name
    st.selectbox(
        words.choose_label(language),
        list(known),
        format_func=lambda one: known.get(one, one),
        key="other",
        on_change=guarded(lambda: state.choose(other=st.session_state["other"])),
    )
    if here.choice.other not in (*known, ORIGINAL, here.choice.case):  # those two are here, with nothing to compare
        st.warning(for_markdown(words.not_here(language)), icon=":material/link_off:")
    with st.expander(for_markdown(words.open_label(language)), expanded=FAULTS in st.session_state):
        st.file_uploader(
            words.open_label(language),
            type=picker.KINDS,
            accept_multiple_files=True,
            key=_uploader(),
            max_upload_size=picker.SMALL_FILE,
            on_change=guarded(_uploaded),
        )
        st.caption(words.open_note(language))
    _told(language)
    return name


def read(files: Sequence[tuple[str, bytes]]) -> Source:
    """Read files as a source, a saved case with the changes that were saved in it; CaseError with every fault."""
    found, stood = picker.read_files(files)
    if not stood.changes:
        return found
    said = "".join(f"{path}={value!r};" for path, value in sorted(stood.changes.items()))
    changed = opened.source(found.file_name, found.text + said, found.case, found.tables)
    return replace(changed, text=found.text, case=change(found.case, stood.changes))


def _uploaded() -> None:
    files = [(file.name, file.getvalue()) for file in st.session_state[_uploader()]]
    st.session_state[UPLOADS] = st.session_state.get(UPLOADS, 0) + 1
    for name in (FAULTS, CODE):
        st.session_state.pop(name, None)
    try:
        found = read(files)
    except CaseError as error:
        st.session_state[FAULTS] = error.faults
    except Exception:  # noqa: BLE001 - whatever a file makes of the reading, the page stays
        st.session_state[CODE] = logged("reading a file to compare with")
    else:
        others = [one for one in _files() if one.key != found.key]
        st.session_state[OTHERS] = [*others, found][-MOST_OTHERS:]
        state.choose(other=_name_of(found))


def _told(language: Language) -> None:
    if FAULTS in st.session_state:
        faults_list(words.file_at_fault(language), st.session_state[FAULTS], language)
    if CODE in st.session_state:
        tell(words.not_foreseen(st.session_state[CODE], language))


def _name_of(source: Source) -> str:
    return f"{UPLOAD} {waiting.version_of(source)}"


def _own(name: str) -> Source | None:
    """Give one of the reader's own by its name; None for an example."""
    return next((one for one in (*_earlier(), *_files()) if _name_of(one) == name), None)


def _files() -> list[Source]:
    found: list[Source] = st.session_state.get(OTHERS, [])
    return found


def _earlier() -> list[Source]:
    """Give the session's own cases, the one that is open now among them."""
    found: list[Source] = st.session_state.get(opened.EARLIER, [])
    return [one for one in found if one.key not in {other.key for other in _files()}]


def _uploader() -> str:
    return f"other upload {st.session_state.get(UPLOADS, 0)}"
