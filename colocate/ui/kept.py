"""Cases of one's own kept in the reader's browser, and nowhere else: there after F5, a lost line or a new server.

The address names a case by its version; where the session does not have it, the browser is asked for it, and the
changes in the address are made on it. What the browser gives is as hostile as an upload, and is read like one.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import streamlit as st
from streamlit import runtime

from colocate.casefile.editing.drafts import LONGEST
from colocate.casefile.faults import CaseError
from colocate.casefile.reading import TABLE_LIMIT
from colocate.safe import one_line
from colocate.ui import opened, state, typed_answers, waiting
from colocate.ui.editor import holding
from colocate.ui.failing import logged
from colocate.ui.keeper_script import SCRIPT
from colocate.ui.state import Choice, Source
from colocate.ui.waiting import FILE, UPLOAD, VERSION
from colocate.words.language import Language
from colocate.words.pages import kept as words

KEEPER = st.components.v2.component("colocate_keeper", js=SCRIPT)

TAB, DIGESTS, FORGOTTEN, LOOKED, LOOKING = "tab", "kept digests", "forgotten", "looked for", "looking since"
DROP, NUMBER, LISTED, OPENING, HAS_OPENED = "to drop", "number", "listed", "to open", "opened from browser"
ASKED, REFUSED, WRITTEN = "unfinished asked for", "browser refuses", "unfinished written"
ANSWERS, EDIT = "answers", "edit "
"""Names of what may be left unfinished; that of an edit ends with the key of its case."""
SPOILT = "kept case spoilt"

MOST_LISTED, PATIENCE = 40, 8.0
"""Cases that a list may have, and seconds after which a browser that says nothing is waited for no longer."""

LATEST = 4e12
"""Milliseconds since 1970, in the year 2096."""

MOST_CHARACTERS = TABLE_LIMIT * 4 // 3 + 4
"""Of what a browser may send: a saved case in base64."""


@dataclass(frozen=True)
class Kept:
    """A case that the browser keeps: its key there, its title and its file, when it was kept, and how large it is."""

    key: str
    title: str
    file_name: str
    at: datetime
    bytes: int


@dataclass(frozen=True)
class Draft:
    """What was left unfinished; `own` where it was in this very tab, or in one that was closed."""

    text: str
    own: bool


def has_browser() -> bool:
    """Tell whether there is a browser to ask: tests of pages only pretend one."""
    return runtime.exists() and type(runtime.get_instance()) is runtime.Runtime


def is_looking() -> bool:
    """Tell whether the browser is being asked for the case that the address names."""
    wanted = _wanted()
    if not wanted or not has_browser():
        return False
    since = st.session_state.setdefault(LOOKING, (wanted, time.monotonic()))
    if since[0] != wanted:
        since = st.session_state[LOOKING] = (wanted, time.monotonic())
    if time.monotonic() - since[1] > PATIENCE:
        _looked().add(wanted)
        return False
    return True


def _wanted() -> str:
    """Give the version that the address waits for and that the browser was not asked for yet; else nothing."""
    waits = waiting.kept()
    if waits is None or waits.parameters.get(waiting.CASE) != UPLOAD:
        return ""
    version = waits.parameters.get(VERSION, "")[: waiting.LETTERS]
    return "" if version in _looked() else version


def draw_looking(language: Language) -> None:
    """Say that the case is being looked for, and ask the browser for it; after a while, do without."""
    waits = waiting.kept()
    file = waiting.file_of(waits.parameters.get(FILE, "")) if waits is not None else ""
    st.html(f'<p class="co-text" role="status">{words.looking_html(file, language)}</p>')
    speak("")
    _give_up()


@st.fragment(run_every=PATIENCE / 2.0)
def _give_up() -> None:
    if not is_looking():
        st.rerun()


def speak(page: str) -> None:
    """Tell the browser what to keep or to give, and take what it says; nothing where there is none."""
    if has_browser():
        st.session_state.setdefault(TAB, secrets.token_hex(8))
        _spoken(page)


@st.fragment
def _spoken(page: str) -> None:
    said = KEEPER(
        key="keeper",
        data=_told(page),
        on_kept_change=_nothing,
        on_found_change=_nothing,
        on_drafts_change=_nothing,
        on_listed_change=_nothing,
    )
    again = [
        heard(said.get(name))
        for name, heard in (("kept", _kept), ("found", _found), ("drafts", _drafts), ("listed", _listed))
        if said.get(name) is not None
    ]
    if any(again):
        st.rerun()


def _nothing() -> None:
    """Do nothing: Streamlit asks for a function for each thing that is said."""


def _told(page: str) -> dict[str, Any]:
    """Give what the browser is told in this run."""
    session, name = st.session_state, _draft_of(page)
    get = session.get(OPENING) or ((wanted, wanted) if (wanted := _wanted()) else None)
    is_asked = name in session.setdefault(ASKED, set())
    return {
        "tab": session[TAB],
        "put": _to_put(),
        "get": None if get is None else {"key": get[0], "number": get[1]},
        "drop": session.get(DROP),
        "list": f"list {session.get(DROP, '')}" if page == "your-office" else "",
        "ask": name if name and not is_asked else "",
        "keep": _to_keep(name) if name and is_asked else None,
    }


def _draft_of(page: str) -> str:
    """Name what a page may leave unfinished: answers to the questions, a case that is being changed; else nothing."""
    if page in ("your-office", "questions"):
        return ANSWERS
    return f"{EDIT}{state.scene().source.key}" if page == "edit" else ""


def _to_keep(name: str) -> dict[str, Any]:
    """Give what is unfinished as it is to be kept, and what is to be forgotten with it."""
    text = typed_answers.as_text() if name == ANSWERS else holding.draft(state.scene().source)
    every = [{"name": name, "text": text, "aside": ""}]
    every += [
        {"name": left, "text": "", "aside": ""} for key in holding.left_behind() if (left := f"{EDIT}{key}") != name
    ]
    if name == ANSWERS:
        aside = enumerate(typed_answers.put_aside())
        every += [{"name": ANSWERS, "text": one, "aside": f" aside {number}"} for number, one in aside]
    said = repr(every)
    return {"every": every, "number": hashlib.sha256(said.encode()).hexdigest()[:16] + str(_count(WRITTEN, said))}


def _count(name: str, what: str) -> int:
    """Count how often something has changed, so that what comes back is told anew."""
    last, number = st.session_state.get(name, ("", 0))
    if last != what:
        number += 1
        st.session_state[name] = (what, number)
    return int(number)


def _to_put() -> dict[str, str] | None:
    """Give the own case as it is to be kept, unless the browser has it so, or was told to forget it."""
    own = opened.own()
    if own is None or st.session_state.get(REFUSED):
        return None
    version, digest = waiting.version_of(own), digest_of(own)
    before = _digests().get(version, "")
    if before == digest or version in st.session_state.get(FORGOTTEN, set()):
        return None
    shown = state.choice() if state.choice().case == UPLOAD else Choice()
    content = opened.to_save(own, shown)
    if len(content) > TABLE_LIMIT:
        return None
    return {
        "version": version,
        "digest": digest,
        "before": before,
        "tab": st.session_state[TAB],
        "name": waiting.file_of(own.file_name),
        "title": one_line(own.case.title, 160),
        "content": base64.b64encode(content).decode(),
    }


def digest_of(own: Source) -> str:
    """Give what changes whenever there is something new to keep of a case: its content, its scenarios."""
    scenarios = {name: sorted(changes.items()) for name, changes in sorted(opened.scenarios_of(own).items())}
    decided = opened.decided_of(own) or ""
    return hashlib.sha256(f"{own.key}{scenarios}{decided}".encode()).hexdigest()[:16]


def _kept(said: Any) -> bool:
    """Hear that a case is kept, or that the browser refuses to keep any, which is told once."""
    if not isinstance(said, Mapping):
        return False
    if said.get("refused"):
        told = st.session_state.get(REFUSED, False)
        st.session_state[REFUSED] = True
        if not told:
            st.toast(words.refused(Language(st.context.locale or "en")), duration="infinite")
        return False
    _digests()[str(said.get("version", ""))[: waiting.LETTERS]] = str(said.get("digest", ""))[:16]
    return False


def _found(said: Any) -> bool:
    """Take the case that the browser gives, and open it; where there is none, do without."""
    key = str(said.get("key", "")) if isinstance(said, Mapping) else ""
    asked, wanted = st.session_state.pop(OPENING, None), _wanted()
    if key not in {wanted, asked[0] if asked else None} or not key:
        return False
    _looked().add(key)
    content = said.get("content")
    if not isinstance(content, str):
        return True
    try:
        source = _open(str(said.get("name", "")), content, "" if asked else wanted)
    except CaseError:
        st.session_state[SPOILT] = True
    except Exception:  # noqa: BLE001 - whatever a browser sends, the page stays
        logged("reading a case from the browser")
        st.session_state[SPOILT] = True
    else:
        if asked is None or " " not in key:
            _digests()[waiting.version_of(source)] = digest_of(source)
        st.session_state[HAS_OPENED] = asked is not None
    return True


def _open(name: str, content: str, version: str) -> Source:
    """Open a case that the browser gave, as it stood; CaseError where it is none, or not of the version asked for."""
    source, stood = opened.read_saved(waiting.file_of(name), decoded(content))
    if version and waiting.version_of(source) != version:
        raise CaseError([words.other_content()])
    opened.open_as_it_stood(source, stood)
    return source


def decoded(content: str) -> bytes:
    """Give the bytes of what a browser sent; CaseError where it is too long or is none."""
    if len(content) > MOST_CHARACTERS:
        raise CaseError([words.other_content()])
    try:
        return base64.b64decode(content.encode("ascii"), validate=True)
    except (binascii.Error, ValueError):
        raise CaseError([words.other_content()]) from None


def _drafts(said: Any) -> bool:
    """Take up what was left unfinished, in this tab or else in another; other answers are kept to be chosen."""
    found = said if isinstance(said, Mapping) else {}
    name = str(found.get("name", ""))[:60]
    asked: set[str] = st.session_state.setdefault(ASKED, set())
    if name in asked or name != _draft_of(_page_of(name)):
        return False
    asked.add(name)
    drafts = drafts_in(found.get("found"))
    if name == ANSWERS:
        typed_answers.take_up([(one.text, one.own) for one in drafts])
    elif drafts and drafts[0].own:
        holding.take_up(drafts[0].text)
    return True


def _page_of(name: str) -> str:
    return "questions" if name == ANSWERS else "edit"


def drafts_in(said: Any) -> tuple[Draft, ...]:
    """Read what a browser says was left unfinished; what has not the form of it is left out."""
    every = said[:MOST_LISTED] if isinstance(said, list) else []
    return tuple(
        Draft(one["text"], one.get("own") is True)
        for one in every
        if isinstance(one, Mapping) and isinstance(one.get("text"), str) and len(one["text"]) <= LONGEST
    )


def _listed(said: Any) -> bool:
    found = listed_in(said)
    if found == listed():
        return False
    st.session_state[LISTED] = found
    return True


def listed_in(said: Any) -> tuple[Kept, ...]:
    """Read the list of cases that a browser says it keeps; what has not the form of one is left out."""
    every = said[:MOST_LISTED] if isinstance(said, list) else []
    return tuple(kept for one in every if (kept := _listed_one(one)) is not None)


def _listed_one(one: Any) -> Kept | None:
    """Read one case of the list; None where it has not the form of one."""
    if not isinstance(one, Mapping):
        return None
    key, title, name, at, size = (one.get(part) for part in ("key", "title", "name", "at", "size"))
    if not (isinstance(key, str) and key and isinstance(title, str) and isinstance(name, str)):
        return None
    if not (isinstance(at, (int, float)) and isinstance(size, (int, float)) and 0 <= at < LATEST and 0 <= size < 1e9):
        return None
    day = datetime.fromtimestamp(float(at) / 1000.0, UTC)
    return Kept(key[:60], one_line(title, 160), one_line(name, 80), day, round(float(size) * 0.75))


def listed() -> tuple[Kept, ...]:
    """Give the cases that the browser keeps, as far as it has said so, the last one first."""
    found: tuple[Kept, ...] = st.session_state.get(LISTED, ())
    return found


def open_kept(key: str) -> None:
    """Ask the browser for a case of its list; it is opened as soon as it comes."""
    st.session_state[NUMBER] = st.session_state.get(NUMBER, 0) + 1
    st.session_state[OPENING] = (key, f"open {st.session_state[NUMBER]}")


def forget_kept(*keys: str) -> None:
    """Have the browser forget cases by their keys; all of them where none is told."""
    st.session_state[NUMBER] = st.session_state.get(NUMBER, 0) + 1
    st.session_state[DROP] = {"number": st.session_state[NUMBER], "keys": list(keys) or ["*"]}
    own = opened.own()
    gone = {key.split(" ")[0] for key in keys} or ({waiting.version_of(own)} if own is not None else set())
    st.session_state[FORGOTTEN] = {*st.session_state.get(FORGOTTEN, set()), *gone}


def has_opened() -> bool:
    """Tell, once, whether a case of the list has just been opened."""
    found: bool = st.session_state.pop(HAS_OPENED, False)
    return found


def is_spoilt() -> bool:
    """Tell, once, whether what the browser kept could not be read."""
    found: bool = st.session_state.pop(SPOILT, False)
    return found


def _digests() -> dict[str, str]:
    found: dict[str, str] = st.session_state.setdefault(DIGESTS, {})
    return found


def _looked() -> set[str]:
    found: set[str] = st.session_state.setdefault(LOOKED, set())
    return found
