"""Asking for weights, in words: what is swung, what two swings are worth, and what keeps points or a name from use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from colocate.analysis.weighing.asking import NOBODY, Start, are_weights, has_a_top
from colocate.analysis.weighing.scales import Scale, Weighable
from colocate.case import Case
from colocate.case.weighing import Judgement, Worth
from colocate.safe import for_fault
from colocate.words.case_of_letters import inside
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.weighing_names import criterion_title, ends_of

LONGEST_NAME, LONGEST_SOURCE = 80, 300
WORTH_WORDS: dict[Worth, str] = {
    "much more": unsaid("worth much more (4 times)"),
    "more": unsaid("worth more (2 times)"),
    "the same": unsaid("worth the same"),
    "less": unsaid("worth less (half)"),
    "much less": unsaid("worth much less (a quarter)"),
}
"""Each answer to whether the first of two swings is worth more than the second, as it is offered."""


def worth_words(worth: Worth | Literal[""], language: Language = ENGLISH) -> str:
    """Offer an answer to whether one of two swings is worth more than the other, or, where it is empty, none."""
    return language.say(WORTH_WORDS[worth]) if worth else language.say("not answered")


def hint_of(points: Mapping[str, float], criteria: Sequence[str], language: Language = ENGLISH) -> str:
    """Say what keeps points from being weights, or that no swing has 100 points; empty where nothing is to be said."""
    if not are_weights(points, criteria):
        return language.say(
            "All points are 0, so there are no weights. Give 100 points to the swing that is worth most to you."
        )
    if not has_a_top(points, criteria):
        return language.say(
            "No swing has 100 points yet. Give 100 to the one worth most; until then only the proportions count."
        )
    return ""


def fault_of_name(name: str, language: Language = ENGLISH) -> str:
    """Say what keeps a name from standing in a case file; empty where nothing does."""
    if "[" in name or "]" in name:
        return language.say("A name has no square brackets.")
    if for_fault(name) != name:
        return language.say("A name is one line of words.")
    return ""


def with_note(judgement: Judgement, changed: str, language: Language = ENGLISH) -> Judgement:
    """Put the note that weights were changed after their result was seen behind their source, where there is one."""
    if not changed:
        return judgement
    source = judgement.source.rstrip(".")
    return replace(judgement, source=language.say("{source}. {changed}", source=source, changed=changed))


def swing_words(case: Case, scale: Scale, language: Language = ENGLISH) -> str:
    """Say what a swing goes from and to, as "Money: from USD 5,240,000 down to USD 1,750,000"."""
    worst, best = ends_of(case, scale, language)
    criterion = criterion_title(case, scale.criterion, language)
    if scale.criterion == "money":
        return language.say("{criterion}: from {worst} down to {best}", criterion=criterion, worst=worst, best=best)
    return language.say('{criterion}: from "{worst}" to "{best}"', criterion=criterion, worst=worst, best=best)


def pair_words(table: Weighable, first: str, second: str, language: Language = ENGLISH) -> str:
    """Ask whether one swing is worth more than another."""
    return language.say(
        "{first}, from worst to best: against {second} it is",
        first=criterion_title(table.case, first, language),
        second=inside(criterion_title(table.case, second, language)),
    )


def start_name(name: str, language: Language = ENGLISH) -> str:
    """Name weights that one may start from."""
    return language.say("nobody: every criterion counts alike") if name == NOBODY else name


def start_words(start: Start, changed: bool, language: Language = ENGLISH) -> str:
    """Say whose the weights at the start are, and that they have been changed since."""
    if start.name == NOBODY:
        said = language.say("Equal weights are a start and nobody's judgement.")
    else:
        said = language.say(
            "Source of the weights of {name}: {source}.", name=start.name, source=start.source.rstrip(".")
        )
    if not changed:
        return said
    return language.say("{sentence} You have changed them: these are your weights.", sentence=said)
