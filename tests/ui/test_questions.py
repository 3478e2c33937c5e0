"""The three doors and the questions: every answer stays, the way leads back and forth, and ends at a verdict."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from colocate.casefile.questions.answers import QUESTIONS
from colocate.ui import opened, typed_answers
from tests.ui.test_pages import headline, is_fine, started, texts, turned, upload

STEPS = (*QUESTIONS, typed_answers.CHECK)


def asked(question: str = "") -> AppTest:
    app = turned(started(), "questions")
    if question:
        app.query_params["question"] = question
        app.run()
    return app


def at(app: AppTest) -> str:
    found = app.query_params["question"]
    return found if isinstance(found, str) else found[-1]


def type_in(app: AppTest, name: str, text: str) -> AppTest:
    return app.text_input(key=f"answer {name}").set_value(text).run()


def press(app: AppTest, key: str) -> AppTest:
    return app.button(key=key).click().run()


def test_the_page_of_the_doors_leads_to_each() -> None:
    app = turned(started(), "your_office")
    is_fine(app)
    said = " ".join(texts(app))
    for door in ("Make a case of my office", "Open what I have", "See an example"):
        assert door in said
    assert not app.slider, "no case stands around it"
    press(app, "example regional-office")
    assert headline(app) == headline(started(case="regional-office"))
    press(turned(app, "your_office"), "begin")
    is_fine(app)
    assert "Question 1 of 12" in app.get("progress")[0].proto.text


def test_a_file_opened_at_the_door_leads_to_its_verdict() -> None:
    from tests.ui.test_pages import files_of

    app = upload(turned(started(), "your_office"), *files_of("national-coordinator"))
    is_fine(app)
    assert headline(app) == headline(started(case="national-coordinator"))
    turned(app, "your_office")
    assert any("Open now" in one.value for one in app.markdown)
    assert headline(press(app, "to the case")) == headline(started(case="national-coordinator"))


def test_what_is_wrong_with_a_file_is_said_at_the_door() -> None:
    app = upload(turned(started(), "your_office"), ("case.toml", b"format = "))
    is_fine(app)
    assert len(app.error) == 1
    assert "Make a case of my office" in " ".join(texts(app))


def test_every_question_is_shown_back_and_forth_without_loss() -> None:
    app = asked()
    type_in(app, "agency", "Our agency")
    for step in STEPS[1:]:
        press(app, "next")
        is_fine(app)
        assert at(app) == step
    for step in reversed(STEPS[:-1]):
        press(app, "back")
        is_fine(app)
        assert at(app) == step
    assert app.text_input(key="answer agency").value == "Our agency"
    assert not [one for one in app.button if one.key == "back"]
    turned(turned(app, "money"), "questions")
    assert app.text_input(key="answer agency").value == "Our agency"


def test_what_cannot_be_read_is_told_at_its_field_stays_and_keeps_the_page() -> None:
    app = type_in(asked(question="people"), "people", "rubbish")
    is_fine(app)
    assert any("is no figure" in text for text in texts(app))
    press(app, "next")
    assert at(app) == "people"
    assert app.text_input(key="answer people").value == "rubbish"
    press(app, "back")
    press(app, "next")
    assert app.text_input(key="answer people").value == "rubbish"
    press(type_in(app, "people", "18 to 25"), "next")
    assert at(app) == "today"


def test_what_is_not_known_says_what_is_taken() -> None:
    app = asked(question="people")
    assert any("5 to 60" in text and "assumed" in text for text in texts(app))
    type_in(app, "people", "20")
    press(app, "open")
    assert at(app) == "today"
    press(app, "back")
    assert not app.text_input(key="answer people").value


def test_free_premises_are_asked_for_no_rent() -> None:
    app = asked(question="today")
    app.radio(key="answer tenure").set_value("rent-free").run()
    is_fine(app)
    assert not [one for one in app.text_input if one.key == "answer rent"]
    app.radio(key="answer tenure").set_value("owned").run()
    assert [one.key for one in app.text_input] == ["answer area"]


def test_organisations_are_asked_for_one_by_one() -> None:
    app = asked(question="served")
    type_in(app, "served.1.name", "Ministry")
    type_in(app, "served.1.way_today", "soon")
    assert any("is no figure" in text for text in texts(app))
    press(app, "one more")
    assert app.text_input(key="answer served.4.name")
    assert app.text_input(key="answer served.1.way_today").value == "soon"
    is_fine(app)


def test_the_answers_can_be_checked_changed_and_lead_to_a_verdict() -> None:
    app = type_in(asked(), "agency", "Office <b>of</b> ours")
    type_in(press(app, "next"), "horizon_years", "12")
    press(press(app, "next"), "next")
    app.radio(key="answer rent_per").set_value("year").run()
    type_in(type_in(app, "area", "400"), "rent", "81600")
    app.query_params["question"] = "services"
    app.run()
    app.checkbox(key="answer service ict").set_value(True).run()
    app.query_params["question"] = "check"
    app.run()
    is_fine(app)
    said = " ".join(texts(app))
    assert "Check your answers" in said
    for found in (
        "Office &lt;b&gt;of&lt;/b&gt; ours",
        "81,600 USD",
        "for the whole office, a year",
        "ICT",
        "not known",
    ):
        assert found in said, found
    press(app, "to when")
    assert app.text_input(key="answer horizon_years").value == "12"
    app.query_params["question"] = "check"
    app.run()
    press(app, "make")
    is_fine(app)
    assert "Move" in headline(app) or "Stay" in headline(app) or "UN House" in headline(app)
    assert app.query_params["case"] in ("upload", ["upload"])
    own = app.session_state[opened.OWN]
    assert own.case.quantities["options[stay].lease.rent"].mode == pytest.approx(17)
    assert own.case.horizon_years == 12


def test_without_any_answer_there_is_a_verdict_too_and_answers_can_be_forgotten() -> None:
    app = asked(question="check")
    press(app, "make")
    is_fine(app)
    assert any("Short case:" in text for text in texts(app))
    app = press(type_in(asked(), "agency", "Ours"), "next")
    app.query_params["question"] = "check"
    press(app.run(), "forget answers")
    assert at(app) == STEPS[0]
    assert not app.text_input(key="answer agency").value


def test_an_address_of_no_question_is_of_the_first() -> None:
    app = asked(question="<script>")
    is_fine(app)
    assert at(app) == STEPS[0]
