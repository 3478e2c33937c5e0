"""What one person's or body's weights make of the options, and where several people part, in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from colocate.analysis.weighing.asking import weights_before
from colocate.analysis.weighing.judgements import Judged, Parting
from colocate.analysis.weighing.scales import Weighable
from colocate.analysis.weighing.weighing import Weighing
from colocate.analysis.weighing.weights import Contradiction
from colocate.case import Case
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.naming import quoted_name
from colocate.words.weighing_names import criterion_title, each_of_hundred, listed_weights, points, whose

HEADLINES = {
    ("nobody", "ahead"): unsaid(
        "If every criterion counts alike, {first} comes first: {points} of 100 points, {lead} more than {second}."
    ),
    ("nobody", "close"): unsaid(
        "If every criterion counts alike, {first} comes first: {points} of 100 points, only {lead} more than {second}."
    ),
    ("nobody", "level"): unsaid(
        "If every criterion counts alike, {first} and {second} come out level: {points} of 100 points each."
    ),
    ("yours", "ahead"): unsaid(
        "With these weights, {first} comes first: {points} of 100 points, {lead} more than {second}."
    ),
    ("yours", "close"): unsaid(
        "With these weights, {first} comes first: {points} of 100 points, only {lead} more than {second}."
    ),
    ("yours", "level"): unsaid("With these weights, {first} and {second} come out level: {points} of 100 points each."),
    ("named", "ahead"): unsaid(
        "With the weights of {whose}, {first} comes first: {points} of 100 points, {lead} more than {second}."
    ),
    ("named", "close"): unsaid(
        "With the weights of {whose}, {first} comes first: {points} of 100 points, only {lead} more than {second}."
    ),
    ("named", "level"): unsaid(
        "With the weights of {whose}, {first} and {second} come out level: {points} of 100 points each."
    ),
}
CLOSE_POINTS = 2.0
"""A lead of fewer points of 100 is no lead to rely on."""


def headline(found: Weighing, language: Language = ENGLISH) -> str:
    """Say who comes first with the weights asked about, by how much, and in how many futures."""
    chosen, case = found.chosen, found.table.case
    first, second = chosen.order[:2]
    lead = shown_lead(chosen)
    asked = "nobody" if chosen.asked == "nobody" else "named" if chosen.name else "yours"
    how = "level" if lead == 0.0 else "close" if lead < CLOSE_POINTS else "ahead"
    said = language.say(
        HEADLINES[asked, how],
        whose=chosen.name,
        first=quoted_name(case, first, language),
        second=quoted_name(case, second, language),
        points=points(chosen.total_of(first), language),
        lead=points(lead, language),
    )
    often = how_often(found.table, chosen, language)
    return language.say("{sentence} {next}", sentence=said, next=often) if often else said


def shown_lead(one: Judged) -> float:
    """Give by how many points the first option leads the second, as the difference of the points that are shown."""
    first, second = (round(one.total_of(option), 1) for option in one.order[:2])
    return round(first - second, 1)


def how_often(table: Weighable, one: Judged, language: Language = ENGLISH) -> str:
    """Say in how many futures the option with most points comes first, and where another does in more of them.

    Empty where there is one future only.
    """
    if not table.varies:
        return ""
    shares = dict(zip(one.options, each_of_hundred(one.share_first.tolist(), language), strict=True))
    best, often = one.best, one.most_often
    if best == often:
        return language.say(
            "{option} comes first in {share} futures.",
            option=quoted_name(table.case, best, language),
            share=shares[best],
        )
    return language.say(
        "{other} comes first in more of the futures: in {most}, {option} in {share}.",
        option=quoted_name(table.case, best, language),
        other=quoted_name(table.case, often, language),
        share=shares[best],
        most=shares[often],
    )


def parting_words(found: Weighing, language: Language = ENGLISH) -> tuple[str, ...]:
    """Say whether those who were asked put the same option first, and where they part."""
    several, case = found.several, found.table.case
    if len(several) < 2:
        return ()
    if found.partings:
        return tuple(_parted(case, one, language) for one in found.partings)
    best = quoted_name(case, several[0].best, language)
    if len(several) == 2:
        return (language.say("Both put {option} first.", option=best),)
    return (language.say("All {count} put {option} first.", count=language.number(len(several)), option=best),)


def _parted(case: Case, one: Parting, language: Language) -> str:
    return language.say(
        "{one} puts {first} first, {other} {second}. They differ most on {criterion}: {weight} against {other_weight}.",
        one=whose(one.first, language),
        other=whose(one.second, language),
        first=quoted_name(case, one.first.best, language),
        second=quoted_name(case, one.second.best, language),
        criterion=criterion_title(case, one.criterion, language),
        weight=language.percent(one.first_weight),
        other_weight=language.percent(one.second_weight),
    )


def weights_words(table: Weighable, one: Judged, language: Language = ENGLISH) -> str:
    """Say whose weights these are, what they are, and what they rest on."""
    source = one.source.rstrip(".")
    if not source:
        source = language.say("Nobody was asked") if one.asked == "nobody" else language.say("Asked in the app")
    return language.say(
        "{whose}: {weights}. {source}.",
        whose=whose(one, language),
        weights=listed_weights(table, one.weights, language),
        source=source,
    )


def contradiction_words(table: Weighable, one: Contradiction, language: Language = ENGLISH) -> str:
    """Say which choice does not fit the weights."""
    places = {
        "first": criterion_title(table.case, one.first, language),
        "second": criterion_title(table.case, one.second, language),
        "said": language.number(one.said, 2),
    }
    if one.implied == float("inf"):
        return language.say(
            "You said that the swing of {first} is worth {said} times that of {second}; "
            "the weights give {second} no worth at all. Which do you mean?",
            **places,
        )
    return language.say(
        "You said that the swing of {first} is worth {said} times that of {second}; "
        "the weights make it {implied} times. Which do you mean?",
        implied=language.number(one.implied, 1),
        **places,
    )


def changed_words(
    table: Weighable, first: Mapping[str, float], now: Mapping[str, float], language: Language = ENGLISH
) -> str:
    """Say that weights were changed after their result was seen, and what they were; empty where they were not."""
    before = weights_before(first, now, table.criteria)
    if before is None:
        return ""
    return language.say(
        "You changed these weights after seeing the result. At first they were: {weights}.",
        weights=listed_weights(table, before, language),
    )
