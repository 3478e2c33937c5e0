"""The page with the three doors, in words: an example, a case of one's own office, a case that one has."""

from __future__ import annotations

from colocate.casefile.questions.answers import QUESTIONS
from colocate.words.language import Language


def heading(language: Language) -> tuple[str, str]:
    """Head the page, with one sentence to it."""
    return language.say("Your own office"), language.say(
        "Stay where it is, or move into the UN House: put your own figures side by side."
    )


def shown_now(title: str, language: Language) -> str:
    """Say which own case is open."""
    return language.say("Open now: {title}", title=title)


def to_the_case(language: Language) -> str:
    """Label the way back to the case that is open."""
    return language.say("Go on with it")


def make_one(language: Language) -> tuple[str, str]:
    """Head the way by questions, with one sentence to it."""
    return language.say("Make a case of my office"), language.say(
        "A dozen questions, some fifteen minutes. What you do not know is assumed, with a wide range, and says so."
    )


def begin(known: int, language: Language) -> str:
    """Label the button to the questions, by how many fields have something in them already."""
    return language.say("Go on with the questions") if known else language.say("Begin")


def answered(questions: int, language: Language) -> str:
    """Say how many of the questions have been answered."""
    return language.say_many(
        "{count} of {all} questions answered so far.",
        "{count} of {all} questions answered so far.",
        questions,
        all=str(len(QUESTIONS)),
    )


def other_answers(agency: str, place: str, questions: int, language: Language) -> str:
    """Say which other answers the browser keeps, typed in another tab or put aside."""
    named = ", ".join(one for one in (agency, place) if one) or language.say("no agency named")
    return language.say_many(
        "Other answers in this browser: {named}; {count} of {all} questions answered.",
        "Other answers in this browser: {named}; {count} of {all} questions answered.",
        questions,
        named=named,
        all=str(len(QUESTIONS)),
    )


def take_up(language: Language) -> str:
    """Label the button that takes other answers up in place of those of this tab."""
    return language.say("Take these up; put mine aside")


def open_one(language: Language) -> tuple[str, str]:
    """Head the way by a file, with one sentence to it."""
    return language.say("Open what I have"), language.say(
        "A case saved here, a form filled in with Excel, or a case file (.toml) together with its tables."
    )


def empty_form(language: Language) -> tuple[str, str]:
    """Label the button for a form to fill in, and say what it is for."""
    return language.say("An empty form to fill in with Excel"), language.say(
        "Save it, fill in what you know, and open it here again."
    )


def see_one(language: Language) -> tuple[str, str]:
    """Head the way by an example, with one sentence to it."""
    return language.say("See an example"), language.say("Each can be changed; your changes stay with you.")
