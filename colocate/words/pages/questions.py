"""The questions that make a case of one's own office, in words: each idea on a page, and the answers to check."""

from __future__ import annotations

from datetime import date

from colocate.casefile.fields import Field, fields_of
from colocate.casefile.questions.answers import TAKEN, Answers, Told
from colocate.casefile.questions.figures import Written
from colocate.message import Message
from colocate.quantity import Measure
from colocate.words.faults import say_message
from colocate.words.labels import unit_in_words
from colocate.words.language import Language, unsaid
from colocate.words.naming import service_name

ASKED: dict[str, tuple[str, str]] = {
    "office": (
        unsaid("Whose office is it, and where?"),
        unsaid("What offices cost there says which defaults stand for what you do not know."),
    ),
    "when": (
        unsaid("When is it decided, and how many years count?"),
        unsaid("All months are counted from the day of the decision. Left empty it is today, and ten years."),
    ),
    "people": (unsaid("How many people work in the office?"), unsaid("Everybody who needs a desk there.")),
    "today": (
        unsaid("What does the office have and pay today?"),
        unsaid("All amounts are in US dollars, without VAT. The lease or the last bill tells them."),
    ),
    "offer": (
        unsaid("What is offered in the UN House, and by whom?"),
        unsaid("A range is as good as a number, where the offer is not written yet."),
    ),
    "moving": (
        unsaid("When could you move in, and how long does the offer hold?"),
        unsaid("Moving in is counted in months from the decision. After the offer the market's rent is taken."),
    ),
    "works": (
        unsaid("What would the move cost once?"),
        unsaid("Furniture, network and the move itself are taken by default. What nobody has promised is not counted."),
    ),
    "another": (
        unsaid("Is there another way?"),
        unsaid("A landlord who hears of the house often offers better terms; or another building may be had."),
    ),
    "services": (
        unsaid("Which services could you share with others?"),
        unsaid("Finance, procurement and the like, done for several UN entities by one of them."),
    ),
    "served": (
        unsaid("Whom does the office serve, and how long is their way?"),
        unsaid("Three to six organisations that matter most. Minutes from door to door, one way."),
    ),
    "government": (
        unsaid("What does the host government wish?"),
        unsaid("About moving into the UN House, as far as it has said so."),
    ),
    "gates": (
        unsaid("Which conditions are met?"),
        unsaid("An option that fails one is shown, and not compared. What is unknown stays a condition of the answer."),
    ),
}
"""The question and one sentence to it, by the question's name."""

DONT_KNOW = unsaid("I don't know")

CHOICES: dict[str, dict[str, str]] = {
    "market": {
        "": DONT_KNOW,
        "low": unsaid("Little"),
        "middle": unsaid("As in a city such as Hanoi"),
        "high": unsaid("Much"),
    },
    "tenure": {
        "": DONT_KNOW,
        "commercial": unsaid("A lease at the market's rent"),
        "rent-free": unsaid("Premises free of rent, from a host"),
        "owned": unsaid("Its own building"),
    },
    "rent_per": {
        "m2 and month": unsaid("for a square metre and a month"),
        "month": unsaid("for the whole office, a month"),
        "year": unsaid("for the whole office, a year"),
    },
    "offer": {
        "": DONT_KNOW,
        "rent-free": unsaid("Free of rent"),
        "preferential": unsaid("Below the market's rent"),
        "commercial": unsaid("At the market's rent"),
    },
    "offered_by": {
        "": DONT_KNOW,
        "host government": unsaid("The host government"),
        "UN entity": unsaid("A UN entity"),
        "landlord": unsaid("A landlord"),
    },
    "grant_by": {"host": unsaid("The host government"), "donor": unsaid("A donor")},
    "further": {
        "none": unsaid("No, or not known"),
        "new terms": unsaid("New terms for the present premises"),
        "another building": unsaid("Another building"),
    },
    "without_move": {"": DONT_KNOW, "yes": unsaid("Yes"), "no": unsaid("No, only in the house")},
    "group": {
        "government": unsaid("Government"),
        "employers": unsaid("Employers"),
        "workers": unsaid("Workers"),
        "others": unsaid("Others"),
    },
    "wish": {
        "": DONT_KNOW,
        "1": unsaid("It is against it"),
        "2": unsaid("It has doubts"),
        "3": unsaid("It has no view"),
        "4": unsaid("It is in favour"),
        "5": unsaid("It asks for it and backs it"),
    },
    "wish_form": {
        "": DONT_KNOW,
        "spoken": unsaid("Spoken"),
        "written": unsaid("Written"),
        "budgeted": unsaid("In a budget"),
        "signed": unsaid("Signed"),
    },
}
GATES = {"pass": unsaid("Yes"), "fail": unsaid("No"), "unknown": DONT_KNOW}
GATE_LABELS = {
    "security": unsaid("UN House: security has approved it"),
    "legal": unsaid("UN House: the contract can be signed"),
    "accessibility": unsaid("UN House: people with disabilities can come in"),
    "security_today": unsaid("Today's office: security has approved it"),
    "legal_today": unsaid("Today's office: the contract can go on"),
    "accessibility_today": unsaid("Today's office: people with disabilities can come in"),
}
LABELS = {
    "rent": unsaid("Rent today"),
    "area": unsaid("Area today"),
    "service_charge": unsaid("Service charge today"),
    "offer_rent": unsaid("Rent offered"),
    "offer_charge": unsaid("Service charge there"),
    "offer_area": unsaid("Area offered"),
    "further_rent": unsaid("Rent there"),
    "further_area": unsaid("Area there"),
    "further_month": unsaid("Moving in there"),
    "wish_evidence": unsaid("Who said so, and when"),
    "service_people": unsaid("Staff for these services"),
    "grant_by": unsaid("Who gives it"),
}
"""Labels where several fields of a case have the same."""


UNITS = {
    "month": unsaid("months"),
    "minute": unsaid("minutes"),
    "year": unsaid("years"),
    "person": unsaid("people"),
}
"""Units as they follow a number."""


def _unit(unit: str, language: Language) -> str:
    return language.say(UNITS[unit]) if unit in UNITS else unit_in_words(unit, language)


def progress(number: int, count: int, language: Language) -> str:
    """Say which question this is, of how many."""
    return language.say("Question {number} of {count}", number=str(number), count=str(count))


def question(name: str, language: Language) -> tuple[str, str]:
    """Ask a question, with one sentence to it."""
    asked, explained = ASKED[name]
    return language.say(asked), language.say(explained)


def field_label(field: Field, language: Language) -> str:
    """Label a field, with the unit of its figure unless the label names it."""
    name = language.say(GATE_LABELS.get(field.name) or LABELS.get(field.name) or field.note.label)
    if not isinstance(field.note, Measure):
        return name
    unit = _unit(field.note.unit, language)
    if unit.casefold() in name.casefold():
        return name
    return language.say("{label} ({unit})", label=name, unit=unit)


def of_organisation(number: int, label: str, language: Language) -> str:
    """Label a field of an organisation by the organisation's number."""
    return language.say("Organisation {number}, {label}", number=str(number), label=label)


def choice(name: str, value: str, language: Language) -> str:
    """Name an answer that may be chosen."""
    if name in GATE_LABELS:
        return language.say(GATES[value])
    return language.say(CHOICES[name][value])


def how_to_write(language: Language) -> str:
    """Say how figures may be written."""
    return language.say("Write a number (18), a range (12 to 28), or low, likely, high (12, 18, 28).")


def stands_in(name: str, found: Written | None, language: Language) -> str:
    """Say what is taken where a field stays empty; nothing where nothing is to be said."""
    if found is not None:
        low, mode, high = (language.figure(one) for one in found.three)
        unit = _unit(found.unit, language)
        return language.say(
            "Not known? Leave it empty: {low} to {high} {unit} are assumed, {mode} most likely.",
            low=low,
            high=high,
            mode=mode,
            unit=unit,
        )
    if name in ("area", "offer_area", "further_area"):
        return language.say("Not known? Leave it empty: the space that so many people need is assumed.")
    if name == "grant":
        return language.say("Not known? Leave it empty: nothing is counted.")
    return ""


def fault(found: Message, language: Language) -> str:
    """Say what is wrong with what was typed into a field."""
    return language.say("This {problem}.", problem=say_message(found, language))


def day_hint(today: date) -> str:
    """Show how a date is written."""
    return today.isoformat()


def back(language: Language) -> str:
    """Label the button to the question before."""
    return language.say("Back")


def go_on(language: Language) -> str:
    """Label the button to the next question."""
    return language.say("Next")


def dont_know(language: Language) -> str:
    """Label the button that leaves a whole question open."""
    return language.say("I don't know any of this")


def one_more(language: Language) -> str:
    """Label the button for one more organisation."""
    return language.say("One more organisation")


def check(language: Language) -> tuple[str, str]:
    """Head the page on which the answers are checked, with one sentence to it."""
    return language.say("Check your answers"), language.say(
        "Whatever is not known stays an assumption with a wide range. Each can be found out, and changed, later."
    )


def change_it(name: str, language: Language) -> str:
    """Label the button that leads from an answer back to its question."""
    return language.say("Change: {question}", question=question(name, language)[0])


def open_it(language: Language) -> str:
    """Label the button that makes the case and shows the comparison."""
    return language.say("Show the comparison")


def begin_again(language: Language) -> str:
    """Label the button that forgets all answers."""
    return language.say("Forget these answers")


def not_made(language: Language) -> str:
    """Say that no case could be made of the answers."""
    return language.say("No case can be made of these answers yet.")


def not_known(found: Written | None, name: str, language: Language) -> str:
    """Say in the list of answers that one is not known, and what is taken."""
    if found is not None:
        low, mode, high = (language.figure(one) for one in found.three)
        return language.say(
            "not known: {low} to {high} {unit} assumed, {mode} most likely",
            low=low,
            high=high,
            mode=mode,
            unit=_unit(found.unit, language),
        )
    if name in ("area", "offer_area", "further_area"):
        return language.say("not known: the space that so many people need")
    if name == "decision_date":
        return language.say("not known: today")
    if name == "horizon_years":
        return language.say("not known: ten years")
    if name in TAKEN:
        return language.say("not known, assumed: {answer}", answer=choice(name, TAKEN[name], language))
    if name == "grant":
        return language.say("not known: nothing is counted")
    return language.say("not known: left open")


def answer(name: str, answers: Answers, language: Language) -> str:
    """Write an answer as it was understood."""
    field = next(one for one in fields_of(Answers) if one.name == name)
    value = getattr(answers, name)
    if field.kind == "figures":
        return numbers(value, field.measure.unit, language)
    if field.kind == "choice":
        return choice(name, value, language)
    if field.kind == "texts":
        return language.listed([service_name(one, language) for one in value])
    if field.kind == "switch":
        return language.say("yes") if value else language.say("no")
    if field.kind == "date":
        return language.day(value)
    if field.kind == "records":
        return language.listed([one.name for one in value if one.name])
    return str(value)


def numbers(told: Told, unit: str, language: Language) -> str:
    """Write the numbers of an answer with their unit."""
    written, said = [language.figure(one) for one in told], _unit(unit, language)
    if len(written) == 1:
        return language.say("{value} {unit}", value=written[0], unit=said)
    if len(written) == 2:
        return language.say("{low} to {high} {unit}", low=written[0], high=written[1], unit=said)
    return language.say(
        "{low} to {high} {unit}, {mode} most likely", low=written[0], mode=written[1], high=written[2], unit=said
    )


def field(language: Language) -> str:
    """Head the column of what was asked."""
    return language.say("Asked")


def your_answer(language: Language) -> str:
    """Head the column of the answers."""
    return language.say("Your answer")
