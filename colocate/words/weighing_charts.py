"""What each chart of a weighing shows, in plain sentences: a title that states the finding, and a text alternative."""

from __future__ import annotations

from typing import Literal

from colocate.analysis.rounding import rounded_parts
from colocate.analysis.weighing.acceptability import Acceptability
from colocate.analysis.weighing.flips import Flip, first_beyond
from colocate.analysis.weighing.scales import HALF, Scale
from colocate.analysis.weighing.weighing import Weighing
from colocate.words.judgements import shown_lead
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.money import Finding
from colocate.words.naming import quoted_name, short_name
from colocate.words.weighing import flip_words
from colocate.words.weighing_names import (
    criterion_title,
    each_of_hundred,
    each_percent,
    ends_of,
    labels,
    listed_weights,
    points,
    quoted_labels,
    ranks_of_hundred,
    titles,
    turn_words,
)

Kind = Literal["all", "in order", "in range"]
"""Over which weights options are ranked: all there are, those in the order of the chosen ones, those within limits."""

MOST_OFTEN: dict[Kind, str] = {
    "all": unsaid("Over all weights, {option} comes first most often: in {share}"),
    "in order": unsaid("With the order of the weights alone, {option} comes first most often: in {share}"),
    "in range": unsaid("With each weight in its range, {option} comes first most often: in {share}"),
}
RANKS = (
    unsaid("first"),
    unsaid("second"),
    unsaid("third"),
    unsaid("fourth"),
    unsaid("fifth"),
    unsaid("sixth"),
    unsaid("seventh"),
    unsaid("eighth"),
)


def ranking_of(found: Weighing, kind: Kind) -> Acceptability:
    """Give how options fare over one kind of weights."""
    return {"all": found.anyhow, "in order": found.in_order, "in range": found.in_range}[kind]


def rank_name(place: int, language: Language = ENGLISH) -> str:
    """Name a rank: first, second, and from the ninth on by its number.

    >>> rank_name(0), rank_name(8)
    ('first', 'place 9')
    """
    if place < len(RANKS):
        return language.say(RANKS[place])
    return language.say("place {place}", place=language.number(place + 1))


def rank_labels(found: Weighing, kind: Kind, language: Language = ENGLISH) -> tuple[str, ...]:
    """Label each option of the chart of ranks with how often it comes first."""
    shares = each_of_hundred(ranking_of(found, kind).first, language)
    return tuple(
        language.say("{option}: first in {share}", option=name, share=share)
        for name, share in zip(labels(found.table), shares, strict=True)
    )


def rank_axis(found: Weighing, language: Language = ENGLISH) -> str:
    """Say what the bars of the chart of ranks count."""
    if found.table.varies:
        return language.say("Of 100 sets of weights, each with a future")
    return language.say("Of 100 sets of weights")


def finding_ranks(found: Weighing, kind: Kind, language: Language = ENGLISH) -> Finding:
    """Say which option comes first most often over many weights and all futures."""
    ranking, names = ranking_of(found, kind), labels(found.table)
    shares = each_of_hundred(ranking.first, language)
    place = max(range(len(names)), key=lambda one: ranking.first[one])
    title = language.say(MOST_OFTEN[kind], option=quoted_labels(found.table, language)[place], share=shares[place])
    message = unsaid("Share of {vectors} sets of weights in which options take a rank.")
    if found.table.varies:
        message = unsaid("Share of {vectors} sets of weights, each with a future, in which options take a rank.")
    parts = [language.say(message, vectors=language.number(ranking.vectors))]
    for name, row in zip(names, ranks_of_hundred(ranking, language), strict=True):
        told = [
            language.say("{rank} in {share}", rank=rank_name(rank, language), share=share)
            for rank, share in enumerate(row)
        ]
        parts.append(language.say("{option}: {ranks}.", option=name, ranks=language.listed(told)))
    return Finding(title, " ".join(parts))


def value_labels(found: Weighing, language: Language = ENGLISH) -> tuple[str, ...]:
    """Label each option of the chart of values with its points."""
    return tuple(
        language.say("{option}: {points} points", option=name, points=points(total, language))
        for name, total in zip(labels(found.table), found.chosen.totals.tolist(), strict=True)
    )


def criterion_keys(found: Weighing, language: Language = ENGLISH) -> tuple[str, ...]:
    """Write each criterion with its weight, for a legend."""
    weights = each_percent(found.chosen.weights, language)
    return tuple(
        language.say("{criterion} ({weight})", criterion=title, weight=weight)
        for title, weight in zip(titles(found.table, language), weights, strict=True)
    )


def value_axis(language: Language = ENGLISH) -> str:
    """Say what the bars of the chart of values count."""
    return language.say("Points: weight x value, added up")


def finding_values(found: Weighing, language: Language = ENGLISH) -> Finding:
    """Say which option has the most points with the chosen weights, and what they are made of."""
    table, chosen = found.table, found.chosen
    first, second = chosen.order[:2]
    title = language.say(
        "{first} has most points: {points} of 100, {lead} more than {second}",
        first=quoted_name(table.case, first, language),
        second=quoted_name(table.case, second, language),
        points=points(chosen.total_of(first), language),
        lead=points(shown_lead(chosen), language),
    )
    weights = listed_weights(table, chosen.weights, language)
    parts = [language.say("Points of each option: weight x value, added up. Weights: {weights}.", weights=weights)]
    for name, row in zip(labels(table), chosen.parts.tolist(), strict=True):
        shown = rounded_parts(row, digits=1)
        told = [
            language.say("{points} for {criterion}", points=points(part, language), criterion=criterion)
            for criterion, part in zip(titles(table, language), shown, strict=True)
        ]
        parts.append(
            language.say(
                "{option}: {total} points, {parts}.",
                option=name,
                total=points(sum(shown), language),
                parts=language.listed(told),
            )
        )
    return Finding(title, " ".join(parts))


def finding_curves(found: Weighing, language: Language = ENGLISH) -> Finding:
    """Say how measures become values: the ends of every scale, and where each option stands."""
    table = found.table
    worst, best = ends_of(table.case, table.scales[table.criteria.index("money")], language)
    title = language.say("From measure to value: Money counts 0 at {worst} and 100 at {best}", worst=worst, best=best)
    parts = [language.say("Value of each criterion from its worst end (0) to its best (100), with the options on it.")]
    for place, scale in enumerate(table.scales):
        values = table.expected_values[:, place].tolist()
        told = [
            language.say("{option} {value}", option=name, value=points(value, language))
            for name, value in zip(quoted_labels(table, language), values, strict=True)
        ]
        parts.append(_curve(found, scale, language.listed(told), language))
    return Finding(title, " ".join(parts))


def _curve(found: Weighing, scale: Scale, options: str, language: Language) -> str:
    worst, best = ends_of(found.table.case, scale, language)
    places = {
        "criterion": criterion_title(found.table.case, scale.criterion, language),
        "worst": worst,
        "best": best,
        "options": options,
    }
    if scale.half == HALF:
        return language.say("{criterion}, {worst} to {best}: {options}.", **places)
    return language.say(
        "{criterion}, {worst} to {best}, half of the worth at {half} of the way: {options}.",
        half=language.percent(scale.half),
        **places,
    )


def turning_labels(found: Weighing, language: Language = ENGLISH) -> tuple[str, ...]:
    """Label each criterion of the chart of turning weights with its weight today."""
    weights = each_percent(found.chosen.weights, language)
    return tuple(
        language.say("{criterion}: now {weight}", criterion=title, weight=weight)
        for title, weight in zip(titles(found.table, language), weights, strict=True)
    )


def turning_key(found: Weighing, option: str, letter: str, language: Language = ENGLISH) -> str:
    """Name an option in the legend of the chart of turning weights, with its letter."""
    return language.say("{letter}: {option} first", letter=letter, option=short_name(found.table.case, option))


def turning_axis(language: Language = ENGLISH) -> str:
    """Say what the chart of turning weights runs over."""
    return language.say("Weight of this criterion, %; line: now")


def finding_turning(found: Weighing, language: Language = ENGLISH) -> Finding:
    """Say which criterion's weight turns the answer soonest, or that none does."""
    case, nearest = found.table.case, nearest_turn(found.flips)
    if nearest is None:
        title = language.say(
            "{option} stays first, whatever one criterion weighs, from 0 to 100\u00a0%",
            option=quoted_name(case, found.chosen.best, language),
        )
    else:
        flip, turn = nearest
        message = unsaid("The answer turns soonest with {criterion}: above {turn} (now {now}), {option} comes first")
        if turn <= flip.weight:
            message = unsaid(
                "The answer turns soonest with {criterion}: below {turn} (now {now}), {option} comes first"
            )
        now = dict(zip(found.table.criteria, each_percent(found.chosen.weights, language), strict=True))
        title = language.say(
            message,
            criterion=criterion_title(case, flip.criterion, language),
            turn=turn_words(turn, language),
            now=now[flip.criterion],
            option=quoted_name(case, first_beyond(flip, turn), language),
        )
    parts = [
        language.say(
            "Who comes first as the weight of one criterion goes from 0 to 100\u00a0%, the others in proportion."
        )
    ]
    parts += [flip_words(found, flip, language) for flip in found.flips]
    return Finding(title, " ".join(parts))


def nearest_turn(flips: tuple[Flip, ...]) -> tuple[Flip, float] | None:
    """Give the criterion whose weight has least far to go until the answer turns, and where; None without."""
    turns = [(flip, turn) for flip in flips for turn in (flip.below, flip.above) if turn is not None]
    return min(turns, key=lambda pair: abs(pair[1] - pair[0].weight), default=None)
