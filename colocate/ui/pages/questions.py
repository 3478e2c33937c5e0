"""The questions, one idea a page, and the answers to check: what is typed stays, right or wrong, until it is forgotten.

The address says which question is shown, so that the browser's way back leads to the one before.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

import streamlit as st

from colocate.casefile.faults import CaseError
from colocate.casefile.fields import Field, fields_of
from colocate.casefile.questions.answers import (
    ASKED_SERVICES,
    MOST_SERVED,
    MOST_WORDS,
    QUESTIONS,
    Answers,
    Served,
    is_asked,
    is_known,
)
from colocate.casefile.questions.making import new_case
from colocate.casefile.questions.standing_in import standing_in
from colocate.casefile.questions.typed import LONGEST_WORDS, YES, number_served, place_of, read_answers
from colocate.message import Message
from colocate.safe import for_html, for_markdown, one_line
from colocate.ui import typed_answers as typed
from colocate.ui.failing import guarded
from colocate.ui.opened import open_own, read_own
from colocate.ui.parts import faults_list, sentence, table, title
from colocate.ui.state import scene
from colocate.words.language import Language
from colocate.words.naming import service_name
from colocate.words.pages import questions as words

FIELDS = {one.name: one for one in fields_of(Answers)}
OF_SERVED = fields_of(Served)
ROWS, FIRST_ROWS = "rows of organisations", 3
FIRST_SERVED = place_of(1, "")
"""How the fields of the first organisation begin: what stands in for them is said once for all."""

FAULTS, DECIDE = "faults of the answers", "show the comparison"
DECISION = "colocate/ui/pages/decision.py"


def show() -> None:
    """Show the question that the address names, or the answers to check; the last one seen where it names none."""
    if st.session_state.pop(DECIDE, False):
        st.switch_page(DECISION)
    language = scene().language
    shown = typed.shown()
    answers, wrong = read_answers(typed.typed())
    if shown == typed.CHECK:
        _check(answers, wrong, language)
    else:
        _question(shown, answers, wrong, language)


def _question(name: str, answers: Answers, wrong: dict[str, Message], language: Language) -> None:
    number = list(QUESTIONS).index(name) + 1
    asked, explained = words.question(name, language)
    said = words.progress(number, len(QUESTIONS), language)
    st.progress((number - 1) / len(QUESTIONS), text=for_markdown(said))
    title(asked)
    sentence(explained)
    fields = [FIELDS[one] for one in QUESTIONS[name] if is_asked(one, answers)]
    if any(one.kind == "figures" for one in fields) or name == "served":
        sentence(words.how_to_write(language), quiet=True)
    for field in fields:
        if field.kind == "records":
            _served(answers, wrong, language)
        elif field.kind == "texts":
            _services(language)
        else:
            label = words.field_label(field, language)
            _field(field, field.name, label, answers, wrong.get(field.name), language)
    _ways_on(name, bool(wrong.keys() & _names_on(name)), language)


def _names_on(question: str) -> set[str]:
    """Give the names of all that is typed on the page of a question."""
    if question != "served":
        return set(QUESTIONS[question])
    return {place_of(number, one.name) for number in range(1, MOST_SERVED + 1) for one in OF_SERVED}


def _field(field: Field, name: str, label: str, answers: Answers, wrong: Message | None, language: Language) -> None:
    """Draw one field with what was typed in it, and under it what is wrong, or what stands where it is empty."""
    key = f"answer {name}"
    text = typed.typed().get(name, "")
    if field.kind == "choice":
        _choice(field, name, label, text, language)
    elif field.kind == "switch":
        st.session_state[key] = text == YES
        st.checkbox(for_markdown(label), key=key, on_change=guarded(_flipped), args=(name, key))
    else:
        st.session_state[key] = text
        hint = words.day_hint(_today()) if field.kind == "date" else None
        most = LONGEST_WORDS if field.kind != "text" else MOST_WORDS
        st.text_input(
            for_markdown(label), key=key, on_change=guarded(_typed), args=(name, key), placeholder=hint, max_chars=most
        )
    if wrong is not None:
        st.html(f'<p class="co-quiet co-fault" role="alert">{for_html(words.fault(wrong, language))}</p>')
        return
    said = words.stands_in(field.name, standing_in(field.name, answers), language)
    if said and (not name.startswith("served.") or name.startswith(FIRST_SERVED)):
        sentence(said, quiet=True)


def _typed(name: str, key: str) -> None:
    typed.put(name, str(st.session_state[key]))


def _flipped(name: str, key: str) -> None:
    typed.put(name, YES if st.session_state[key] else "")


def _choice(field: Field, name: str, label: str, text: str, language: Language) -> None:
    key, standard = f"answer {name}", str(field.default or "")
    st.session_state[key] = text if text in field.choices else standard
    options = [one for one in field.choices if one not in ("", "unknown")]
    options += [one for one in field.choices if one in ("", "unknown")]

    def named(one: str) -> str:
        return words.choice(field.name, one, language)

    if name.startswith("served."):
        st.selectbox(
            for_markdown(label), options, key=key, on_change=guarded(_typed), args=(name, key), format_func=named
        )
    else:
        st.radio(
            for_markdown(label),
            options,
            key=key,
            on_change=guarded(_typed),
            args=(name, key),
            format_func=named,
            horizontal=True,
        )


def _services(language: Language) -> None:
    """Draw a box to tick for each service."""
    ticked = [one for one in typed.typed().get("services", "").split(",") if one]
    with st.container(horizontal=True):
        for one in ASKED_SERVICES:
            key = f"answer service {one}"
            st.session_state[key] = one in ticked
            st.checkbox(for_markdown(service_name(one, language)), key=key, on_change=guarded(_tick))


def _tick() -> None:
    typed.put("services", ",".join(one for one in ASKED_SERVICES if st.session_state[f"answer service {one}"]))


def _served(answers: Answers, wrong: dict[str, Message], language: Language) -> None:
    """Draw a row for each organisation, and a button for one more."""
    rows = max(FIRST_ROWS, number_served(typed.typed()), st.session_state.get(ROWS, 0))
    for number in range(1, rows + 1):
        with st.container(border=True, gap="small"):
            for field, column in zip(OF_SERVED, st.columns([3, 2, 2, 2]), strict=True):
                name = place_of(number, field.name)
                with column:
                    label = words.of_organisation(number, words.field_label(field, language), language)
                    _field(field, name, label, answers, wrong.get(name), language)
    if rows < MOST_SERVED:
        st.button(words.one_more(language), key="one more", on_click=guarded(_one_more), args=(rows,))


def _one_more(rows: int) -> None:
    st.session_state[ROWS] = rows + 1


def _ways_on(name: str, at_fault: bool, language: Language) -> None:
    """Draw the way to the next question, to the one before, and past all of this one; no way on past a fault."""
    with st.container(horizontal=True, gap="small"):
        st.button(
            words.go_on(language),
            key="next",
            type="primary",
            on_click=guarded(typed.turn_to),
            args=(name if at_fault else typed.after(name),),
        )
        if typed.before(name):
            st.button(words.back(language), key="back", on_click=guarded(typed.turn_to), args=(typed.before(name),))
        st.button(words.dont_know(language), key="open", on_click=guarded(_leave_open), args=(name,))


def _leave_open(name: str) -> None:
    for one in _names_on(name):
        typed.put(one, "")
    typed.turn_to(typed.after(name))


def _check(answers: Answers, wrong: dict[str, Message], language: Language) -> None:
    """Show each question with its answers as they were understood, and a way back to it; then the way to the result."""
    heading, explained = words.check(language)
    title(heading)
    sentence(explained)
    if FAULTS in st.session_state:
        faults_list(words.not_made(language), st.session_state.pop(FAULTS), language)
    with st.container(horizontal=True, gap="small"):
        st.button(words.open_it(language), key="make", type="primary", on_click=guarded(_make), args=(answers,))
        before = list(QUESTIONS)[-1]
        st.button(words.back(language), key="back", on_click=guarded(typed.turn_to), args=(before,))
        st.button(words.begin_again(language), key="forget answers", on_click=guarded(typed.forget))
    for name, asked in QUESTIONS.items():
        text, _ = words.question(name, language)
        rows = [_row(one, answers, wrong, language) for one in asked if is_asked(one, answers)]
        label = for_markdown(words.change_it(name, language))
        st.button(label, key=f"to {name}", on_click=guarded(typed.turn_to), args=(name,), type="tertiary")
        table((words.field(language), words.your_answer(language)), rows, title=text, dense=True)


def _row(name: str, answers: Answers, wrong: dict[str, Message], language: Language) -> tuple[str, str]:
    label = words.field_label(FIELDS[name], language)
    mine = _names_on("served") if name == "served" else {name}
    found = next((wrong[one] for one in wrong if one in mine), None)
    if found is not None:
        return label, words.fault(found, language)
    is_chosen = FIELDS[name].kind == "choice" and getattr(answers, name) not in ("", "unknown")
    if is_known(name, answers) or is_chosen or FIELDS[name].kind == "switch":
        return label, one_line(words.answer(name, answers, language), 300)
    return label, words.not_known(standing_in(name, answers), name, language)


def _make(answers: Answers) -> None:
    """Make the case and open it as the session's own; where that fails, say why on the page of the answers."""
    made = new_case(answers, _today())
    try:
        open_own(read_own(made.file_name, made.text.encode(), made.tables.__getitem__))
    except CaseError as error:
        st.session_state[FAULTS] = error.faults
    else:
        st.session_state[DECIDE] = True


def _today() -> date:
    return datetime.now(UTC).date()


if __name__ == "__main__":
    show()
