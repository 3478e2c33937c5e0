"""What the page Weighing says besides its findings: headings, labels of controls, notes."""

from __future__ import annotations

from colocate.analysis.weighing.weighing import Weighing
from colocate.case import Case
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.weighing_names import ends_of

HEADINGS = {
    "plain": unsaid("The plain table: nothing is weighed here"),
    "dominance": unsaid("Who is better on every criterion"),
    "friends": unsaid("Over all weights: who would choose each option"),
    "limits": unsaid("What no weight can do"),
    "nothing": unsaid("Nothing can be weighed here"),
    "yours": unsaid("Your weights"),
    "check": unsaid("Check: compare two swings at a time"),
    "misfits": unsaid("Some answers do not fit the points"),
    "given": unsaid("What these weights give"),
    "points": unsaid("How the points are made: weight x value"),
    "worth": unsaid("What these weights say a point is worth in money"),
    "turning": unsaid("At which weight the answer turns"),
    "few": unsaid("If only the order of the weights, or a range, can be trusted"),
    "triangle": unsaid("All weights at once: a triangle"),
    "scales": unsaid("From measure to value: the scales"),
    "people": unsaid("Several people's weights"),
    "keep": unsaid("Keep these weights in the case"),
    "without": unsaid("Without weights"),
}
"""Headings of sections, by what they hold."""

LABELS = {
    "show": unsaid("Show what these weights give"),
    "reset": unsaid("Back to the weights at the start"),
    "start": unsaid("Start from the weights of"),
    "fit": unsaid("Take the points that fit the answers"),
    "by": unsaid("Whose weights: a role or body, not a person's name"),
    "asked": unsaid("Who was asked, when and how"),
    "save": unsaid("Save the case with these weights (TOML)"),
}
"""Labels of controls."""

NOTES = {
    "weights": unsaid(
        "A swing is the way from the worst to the best end of a criterion. Give 100 points to the swing that is worth "
        "most to you. Give each of the others points in proportion: 50 if it is worth half as much, 0 if nothing."
    ),
    "settle": unsaid("Settle the weights first. Those at which you first see the result stay beside it."),
    "same": unsaid("The result was first seen with these weights."),
    "fit": unsaid("Your answers fit your points."),
    "turning": unsaid("One weight at a time; the others keep their proportions."),
    "triangle": unsaid("Each corner is a weight of 100\u00a0%. Each mark stands for one set of weights."),
    "scales": unsaid(
        "The ends are fixed and do not depend on which options are compared: one more option never turns the order of "
        "the others."
    ),
    "alone": unsaid(
        "Nobody else was asked. Ask the director, the staff union and headquarters; keep each in the case."
    ),
    "gates": unsaid("Every option here passes its gates so far. One that failed would be named and not weighed."),
    "keep": unsaid(
        "Open the saved case together with its tables, and the next person's weights can stand beside these. Weights "
        "changed after their result was seen are kept with a note that says so."
    ),
    "friends": unsaid("Weights: the mean of all those that put the option first."),
    "friends and odds": unsaid(
        "Weights: the mean of all those that put the option first. Last: in how many futures it is first at them. "
        "Near 100 of 100: who weighs so can be sure of it. Far below: even then another option may prove better."
    ),
    "plain": unsaid("Every figure as the case states it; nothing varies."),
}
"""Sentences that explain what stands beside them."""


def heading(name: str, language: Language = ENGLISH) -> str:
    """Say the heading of a section."""
    return language.say(HEADINGS[name])


def label(name: str, language: Language = ENGLISH) -> str:
    """Say the label of a control."""
    return language.say(LABELS[name])


def note(name: str, language: Language = ENGLISH) -> str:
    """Say a sentence that explains what stands beside it."""
    return language.say(NOTES[name])


def plain_title(language: Language = ENGLISH) -> str:
    """Name the plain table for those who do not see it."""
    return language.say("Options by criteria, not weighed")


def criterion_heading(language: Language = ENGLISH) -> str:
    """Head the column of criteria."""
    return language.say("Criterion")


def plain_note(draws: int, varies: bool, language: Language = ENGLISH) -> str:
    """Say what the figures of the plain table are."""
    if not varies:
        return note("plain", language)
    return language.say(
        "On average over {draws} possible futures; below it the range of 90 of 100 of them.",
        draws=language.number(draws),
    )


def drawn_note(found: Weighing, draws: int, language: Language = ENGLISH) -> str:
    """Say what the shares over all weights rest on, so that they can be worked out again."""
    message = unsaid("{vectors} sets of weights, drawn evenly over all that make 100\u00a0% (seed {seed}).")
    if found.table.varies:
        message = unsaid(
            "{vectors} sets of weights, drawn evenly over all that make 100\u00a0% (seed {seed}), each with one of the "
            "{draws} possible futures."
        )
    return language.say(
        message,
        vectors=language.number(found.anyhow.vectors),
        seed=str(found.seed),
        draws=language.number(draws),
    )


def counted_once(found: Weighing, language: Language = ENGLISH) -> tuple[str, ...]:
    """Say that money and staff travel each stand in one place of a weighing."""
    table = found.table
    case: Case = table.case
    worst, best = ends_of(case, table.scales[table.criteria.index("money")], language)
    money = language.say(
        "Money stands here once, on its own scale from {worst} (0 points) down to {best} (100 points).",
        worst=worst,
        best=best,
    )
    if case.travel is None:
        return (money,)
    if case.travel.shown_in == "money":
        return money, language.say("Travel of our staff is counted in money, and not in access.")
    return money, language.say("Travel of our staff is counted in access, and not in money.")
