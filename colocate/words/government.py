"""The government's wish: where each option stands on the scale, and whether its evidence is what the step asks for."""

from __future__ import annotations

from dataclasses import dataclass

from colocate.model.criteria import EVIDENCE_ASKED, GOVERNMENT_SCALE, GovernmentWish
from colocate.model.outcome import OptionOutcome, Outcome
from colocate.words.numbers import listed

ASKED_IN_WORDS = {
    "": "nothing",
    "spoken": "words said by an official, with name and date",
    "written": "a note or a letter",
    "budgeted": "a budget line or a signed agreement",
    "signed": "a signed agreement",
}
"""What is asked for at a step, by the least form of evidence that it takes."""

FORM_IN_WORDS = {
    "": "form not stated",
    "spoken": "spoken",
    "written": "in writing",
    "budgeted": "in a budget",
    "signed": "signed",
}


@dataclass(frozen=True)
class Step:
    """A step of the scale: what it is called, what it means, the evidence that it asks for, the options on it."""

    step: int
    name: str
    meaning: str
    asked: str
    options: tuple[str, ...]


def steps(outcome: Outcome) -> tuple[Step, ...]:
    """Give the five steps, the highest first, each with the names of the options that stand on it."""
    found = []
    for step in sorted(GOVERNMENT_SCALE, reverse=True):
        name, _, meaning = GOVERNMENT_SCALE[step].partition(": ")
        there = tuple(option.name for option in outcome.options if option.government.step == step)
        found.append(Step(step, name, meaning, ASKED_IN_WORDS[EVIDENCE_ASKED[step]], there))
    return tuple(found)


def evidence_in_words(wish: GovernmentWish) -> str:
    """Say of which form the evidence is and whether that is enough for the step.

    >>> evidence_in_words(GovernmentWish(4, "", 75.0, "said so", "spoken"))
    'spoken: weaker than asked for'
    """
    if wish.step is None:
        return "not stated in the case"
    if not wish.asked:
        return FORM_IN_WORDS[wish.form] if wish.form else "not asked for"
    if not wish.form:
        return FORM_IN_WORDS[""]
    return f"{FORM_IN_WORDS[wish.form]}: {'weaker than asked for' if wish.is_weak else 'enough'}"


def finding_government(outcome: Outcome) -> str:
    """Say in one sentence which option the government wishes most, and which evidence is weaker than asked for."""
    known = [option for option in outcome.options if option.government.step is not None]
    if not known:
        return "The case does not say what the government wishes."
    best = max(_step(option) for option in known)
    top = [option.name for option in known if _step(option) == best]
    name = GOVERNMENT_SCALE[best].partition(": ")[0]
    told = f"{listed(top)} stand{'s' if len(top) == 1 else ''} highest, on step {best} of 5 ({name})"
    if len(top) == len(outcome.options):
        told = f"All options stand on step {best} of 5 ({name})"
    weak = [option.name for option in known if option.government.is_weak]
    if weak:
        told += f". The evidence for {listed(weak)} is weaker than the step asks for"
    return f"{told}."


def weak_in_words(wish: GovernmentWish) -> str:
    """Say what the step asks for and what there is, for a wish whose evidence is weaker."""
    return (
        f"the government's wish is put on step {wish.step}, which asks for {ASKED_IN_WORDS[wish.asked]}; "
        f"the evidence is only {FORM_IN_WORDS[wish.form]}"
    )


def _step(option: OptionOutcome) -> int:
    return option.government.step or 0
