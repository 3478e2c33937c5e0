"""The government's wish: where each option stands on the scale, and whether its evidence is what the step asks for."""

from __future__ import annotations

from dataclasses import dataclass

from colocate.case.reach import EvidenceForm
from colocate.model.criteria import EVIDENCE_ASKED, GovernmentWish
from colocate.model.outcome import OptionOutcome, Outcome
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.naming import quoted_name, short_name

STEP_NAMES = {
    1: unsaid("against"),
    2: unsaid("doubtful"),
    3: unsaid("no view"),
    4: unsaid("in favour"),
    5: unsaid("asks for it and backs it"),
}
STEP_MEANINGS = {
    1: unsaid("has said that it does not want this"),
    2: unsaid("has raised objections or conditions that are not met"),
    3: unsaid("has not said, or is content either way"),
    4: unsaid("has said that it wants this"),
    5: unsaid("has signed, budgeted or given something for it"),
}
"""The five steps of the government's wish, each with what is seen at it."""

ASKED: dict[EvidenceForm, str] = {
    "": unsaid("nothing"),
    "spoken": unsaid("words said by an official, with name and date"),
    "written": unsaid("a note or a letter"),
    "budgeted": unsaid("a budget line or a signed agreement"),
    "signed": unsaid("a signed agreement"),
}
"""What is asked for at a step, by the least form of evidence that it takes."""

GIVEN: dict[EvidenceForm, str] = {
    "": unsaid("form not stated"),
    "spoken": unsaid("spoken"),
    "written": unsaid("in writing"),
    "budgeted": unsaid("in a budget"),
    "signed": unsaid("signed"),
}
ENOUGH: dict[EvidenceForm, str] = {
    "spoken": unsaid("spoken: enough"),
    "written": unsaid("in writing: enough"),
    "budgeted": unsaid("in a budget: enough"),
    "signed": unsaid("signed: enough"),
}
WEAK: dict[EvidenceForm, str] = {
    "spoken": unsaid("spoken: weaker than asked for"),
    "written": unsaid("in writing: weaker than asked for"),
    "budgeted": unsaid("in a budget: weaker than asked for"),
}
ONLY: dict[EvidenceForm, str] = {
    "spoken": unsaid(
        "the government's wish is put on step {step}, which asks for {asked}; the evidence is only spoken"
    ),
    "written": unsaid(
        "the government's wish is put on step {step}, which asks for {asked}; the evidence is only in writing"
    ),
    "budgeted": unsaid(
        "the government's wish is put on step {step}, which asks for {asked}; the evidence is only in a budget"
    ),
}


@dataclass(frozen=True)
class Step:
    """A step of the scale: what it is called, what it means, the evidence that it asks for, the options on it."""

    step: int
    name: str
    meaning: str
    asked: str
    options: tuple[str, ...]


def step_name(step: int, language: Language = ENGLISH) -> str:
    """Give the name of a step of the scale, 1 to 5.

    >>> step_name(4)
    'in favour'
    """
    return language.say(STEP_NAMES[step])


def step_in_words(wish: GovernmentWish, language: Language = ENGLISH) -> str:
    """Write a wish's step with what is seen at it: "in favour: has said that it wants this"."""
    if wish.step is None:
        return language.say("not stated in the case")
    meaning = language.say(STEP_MEANINGS[wish.step])
    return language.say("{name}: {meaning}", name=step_name(wish.step, language), meaning=meaning)


def steps(outcome: Outcome, language: Language = ENGLISH) -> tuple[Step, ...]:
    """Give the five steps, the highest first, each with the short names of the options that stand on it."""
    return tuple(
        Step(
            step,
            step_name(step, language),
            language.say(STEP_MEANINGS[step]),
            language.say(ASKED[EVIDENCE_ASKED[step]]),
            tuple(short_name(outcome.case, one.id) for one in outcome.options if one.government.step == step),
        )
        for step in sorted(STEP_NAMES, reverse=True)
    )


def evidence_in_words(wish: GovernmentWish, language: Language = ENGLISH) -> str:
    """Say of which form the evidence is and whether that is enough for the step.

    >>> evidence_in_words(GovernmentWish(4, 75.0, "said so", "spoken"))
    'spoken: weaker than asked for'
    """
    if wish.step is None:
        return language.say("not stated in the case")
    if not wish.asked:
        return language.say(GIVEN[wish.form]) if wish.form else language.say("not asked for")
    if not wish.form:
        return language.say(GIVEN[""])
    return language.say(WEAK[wish.form] if wish.is_weak else ENOUGH[wish.form])


def finding_government(outcome: Outcome, language: Language = ENGLISH) -> str:
    """Say in one sentence, without a full stop, which option the government wishes most."""
    known = [option for option in outcome.options if option.government.step is not None]
    if not known:
        return language.say("The case does not say what the government wishes")
    best = max(_step(option) for option in known)
    top = [quoted_name(outcome.case, option.id, language) for option in known if _step(option) == best]
    places = {"step": language.number(best), "name": step_name(best, language)}
    if len(top) == len(outcome.options):
        return language.say("The government wishes all options alike: step {step} of 5 ({name})", **places)
    return language.say(
        "The government wishes this most: {options}, on step {step} of 5 ({name})",
        options=language.listed(top),
        **places,
    )


def weak_evidence(outcome: Outcome, language: Language = ENGLISH) -> tuple[str, ...]:
    """Say for which options the evidence of the government's wish is weaker than their step asks for."""
    weak = [quoted_name(outcome.case, one.id, language) for one in outcome.options if one.government.is_weak]
    if not weak:
        return ()
    return (
        language.say(
            "The evidence of the government's wish is weaker than the step asks for: {options}.",
            options=language.listed(weak),
        ),
    )


def weak_in_words(wish: GovernmentWish, language: Language = ENGLISH) -> str:
    """Say what the step asks for and what there is, for a wish whose evidence is weaker; no full stop."""
    step = language.number(wish.step or 0)
    return language.say(ONLY[wish.form], step=step, asked=language.say(ASKED[wish.asked]))


def _step(option: OptionOutcome) -> int:
    return option.government.step or 0
