"""Which case and which choice a run begins with: from the session, or from an address changed from outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import streamlit as st

from colocate.casefile.faults import CaseError, Fault
from colocate.casefile.opened import Weights
from colocate.model.outcome import Outcome
from colocate.safe import for_markdown
from colocate.ui import address, failing, opened, picker, state, waiting
from colocate.ui.parts import faults_list
from colocate.ui.state import Choice, Source
from colocate.ui.waiting import CASE, UPLOAD, VERSION
from colocate.ui.weights_address import read_weights
from colocate.words import address as said
from colocate.words.language import Language
from colocate.words.pages import frame as words


def begin(page: str, data: Path, language: Language) -> tuple[Source, str]:
    """Find out which case and which choice to show, and what to say of the address."""
    if address.must_be_read(page):
        return _read(address.parameters(), data, language)
    source = _source(state.choice(), data, language)
    waits = waiting.kept()
    if waits is None or not waiting.is_of(waits.parameters, state.choice().case, source, picker.default(data)):
        return source, ""
    waiting.forget()
    return source, address.note(_take_over(waits.parameters, source, state.choice()), language)


def worked_out(source: Source, data: Path, language: Language) -> tuple[Source, Outcome, tuple[Fault, ...]]:
    """Work the choice out; where the case itself cannot be, say so and take the first that can."""
    failed = state.choice().case
    try:
        outcome, faults, code = state.work_out(source)
    except CaseError as error:
        faults_list(words.case_at_fault(failed, language), error.faults, language)
    except Exception:  # noqa: BLE001 - whatever it is, another case can be shown
        failing.tell(words.case_failed(failed, failing.logged(f"working out the case {failed}"), language))
    else:
        if code:
            failing.tell(words.changes_failed(code, language))
        return source, outcome, faults
    for name in picker.known(data):
        try:
            other = picker.source_of(name, data)
            st.session_state[state.CHOICE] = _plain(state.choice(), name)
            outcome, faults, _ = state.work_out(other)
        except Exception:  # noqa: BLE001, S112 - told when it is chosen
            continue
        return other, outcome, faults
    st.error(words.no_case(language))
    return st.stop()


def _read(parameters: Mapping[str, str], data: Path, language: Language) -> tuple[Source, str]:
    """Read an address: what it says of its case is for that case alone."""
    default = picker.default(data)
    named, version = parameters.get(CASE, default), parameters.get(VERSION, "")
    if named == UPLOAD:
        opened.take_up(version)
    chosen, ignored = address.read_choice(parameters, picker.known(data), default)
    source = _source(chosen, data, language)
    shown = state.choice().case
    if waiting.is_of(parameters, shown, source, default):
        ignored += _take_over(parameters, source, chosen)
        return source, address.note(ignored, language)
    st.session_state[state.CHOICE] = _plain(chosen, shown)
    parts = waiting.of_the_case(parameters)
    if named.startswith(UPLOAD) and not (named == UPLOAD and version):
        return source, address.note([*ignored, said.of_an_upload(language), *parts], language)
    if named == UPLOAD or (named != shown and named in picker.known(data)):
        waiting.keep(parameters, shown)
        return source, address.note(ignored, language)
    if named == shown and parts:
        return source, address.of_another_version(named, parts, language)
    return source, address.note([*ignored, *parts], language)


def _take_over(parameters: Mapping[str, str], source: Source, chosen: Choice) -> list[str]:
    """Make what an address says of its case the choice; give what was left out, as it does not fit."""
    changes, left_out = address.read_levers(parameters, source.case)
    option = parameters.get("option", "")
    weights, unread = read_weights(parameters, source.case)
    st.session_state[state.CHOICE] = replace(
        chosen,
        case=state.choice().case,
        changes=changes,
        option=option if option in {one.id for one in source.case.options} else "",
        weights=weights,
        name=address.name_of(parameters),
    )
    return [*left_out, *unread]


def _plain(chosen: Choice, name: str) -> Choice:
    """Give a choice of a case as it is, with nothing of its own."""
    return replace(chosen, case=name, changes={}, option="", weights=Weights(), name="")


def _source(chosen: Choice, data: Path, language: Language) -> Source:
    """Give the case chosen; where its file is at fault, say so and take the first that is not."""
    for name in dict.fromkeys([chosen.case or picker.default(data), *picker.known(data)]):
        try:
            source = picker.source_of(name, data)
        except CaseError as error:
            faults_list(words.case_at_fault(name, language), error.faults, language)
        except (OSError, KeyError):
            st.error(for_markdown(words.case_not_opened(name, language)))
        except Exception:  # noqa: BLE001 - whatever it is, another case can be shown
            failing.tell(words.case_failed(name, failing.logged(f"reading the case {name}"), language))
        else:
            st.session_state[state.CHOICE] = chosen if name == chosen.case else _plain(chosen, name)
            return source
    st.error(words.no_case(language))
    return st.stop()
