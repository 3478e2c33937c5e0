"""The page with three doors: make a case of one's own office, open what one has, see an example."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from colocate.casefile.opened import Weights
from colocate.casefile.questions.answers import QUESTIONS, Answers
from colocate.casefile.questions.standing_in import how_many_known
from colocate.casefile.questions.typed import read_answers
from colocate.safe import for_markdown, one_line
from colocate.ui import kept, opened, picker, state, typed_answers
from colocate.ui.failing import guarded
from colocate.ui.parts import heading, sentence, title
from colocate.ui.save import XLSX
from colocate.ui.state import scene
from colocate.ui.waiting import UPLOAD
from colocate.words.language import Language
from colocate.words.pages import kept as about_kept
from colocate.words.pages import your_office as words

DATA = Path(__file__).parents[3] / "data"
DECISION, QUESTIONS_PAGE = "colocate/ui/pages/decision.py", "colocate/ui/pages/questions.py"
GO = "go to the decision"


def show() -> None:
    """Show the doors; whoever has opened a case is led to the page Decision."""
    if st.session_state.pop(GO, False) or picker.has_just_opened() or kept.has_opened():
        st.switch_page(DECISION)
    language = scene().language
    named, explained = words.heading(language)
    title(named)
    sentence(explained)
    _open_now(language)
    _questions(language)
    _file(language)
    _kept(language)
    _examples(language)


def _open_now(language: Language) -> None:
    own = opened.own()
    if own is None:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(for_markdown(words.shown_now(own.case.title, language)))
        st.button(words.to_the_case(language), key="to the case", on_click=guarded(_to_the_case))


def _to_the_case() -> None:
    if state.choice().case != UPLOAD:
        state.choose(case=UPLOAD, changes={}, option="", weights=Weights())
    st.session_state[GO] = True


def _questions(language: Language) -> None:
    named, explained = words.make_one(language)
    heading(named)
    sentence(explained)
    answered = _answered(read_answers(typed_answers.typed())[0])
    if answered:
        sentence(words.answered(answered, language), quiet=True)
    if st.button(words.begin(answered, language), key="begin", type="primary"):
        st.switch_page(QUESTIONS_PAGE)
    for number, other in enumerate(typed_answers.others()):
        answers, _ = read_answers(other)
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            said = words.other_answers(answers.agency, answers.place, _answered(answers), language)
            st.markdown(for_markdown(one_line(said, 300)))
            st.button(
                words.take_up(language),
                key=f"take up {number}",
                on_click=guarded(typed_answers.exchange),
                args=(other,),
            )


def _answered(answers: Answers) -> int:
    """Count the questions that have an answer."""
    return sum(how_many_known(names, answers) > 0 for names in QUESTIONS.values())


def _file(language: Language) -> None:
    named, explained = words.open_one(language)
    heading(named)
    sentence(explained)
    picker.draw_upload(language)
    label, meant = words.empty_form(language)
    st.download_button(
        label, _empty_form, file_name="my-office-form.xlsx", mime=XLSX, help=meant, on_click="ignore", key="empty form"
    )


def _empty_form() -> bytes:
    from colocate.casefile.form.case_form import empty_form  # noqa: PLC0415 - heavy, for this alone

    return empty_form("short")


def _kept(language: Language) -> None:
    """List the cases that the browser keeps, each to open or to forget."""
    found = kept.listed()
    if not found:
        return
    named, explained = about_kept.heading(language)
    heading(named)
    sentence(explained)
    for one in found:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(for_markdown(about_kept.one(one.title, one.file_name, one.at, language)))
            label = for_markdown(about_kept.open_it(one.title, language))
            st.button(label, key=f"open {one.key}", on_click=guarded(kept.open_kept), args=(one.key,))
            label = about_kept.forget(language)
            st.button(label, key=f"forget {one.key}", on_click=guarded(kept.forget_kept), args=(one.key,))
    st.button(about_kept.forget_all(language), key="forget all", on_click=guarded(kept.forget_kept))


def _examples(language: Language) -> None:
    named, explained = words.see_one(language)
    heading(named)
    sentence(explained)
    for name, label in picker.labels(list(picker.cases_in(DATA)), DATA, language).items():
        st.button(for_markdown(one_line(label, 160)), key=f"example {name}", on_click=guarded(_example), args=(name,))


def _example(name: str) -> None:
    state.choose(case=name, changes={}, option="", weights=Weights())
    st.session_state[GO] = True


if __name__ == "__main__":
    show()
