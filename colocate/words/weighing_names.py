"""What stands in the sentences of a weighing: criteria, ends of scales, options, points, shares and weights."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.analysis.rounding import shares_of_hundred
from colocate.analysis.weighing.acceptability import Acceptability
from colocate.analysis.weighing.judgements import Judged
from colocate.analysis.weighing.scales import Scale, Weighable
from colocate.case import Case
from colocate.quantity import Array
from colocate.words.futures import count_of_hundred
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.naming import quoted_name, short_name

TITLES = {
    "money": unsaid("Money"),
    "access": unsaid("Access"),
    "mandate": unsaid("Mandate"),
    "government": unsaid("Government's wish"),
}
ENDS = {
    "access": (unsaid("out of reach"), unsaid("near for all")),
    "mandate": (unsaid("no safeguard is kept"), unsaid("every safeguard is kept")),
    "government": (unsaid("is against it"), unsaid("asks for it and backs it")),
}
"""What the worst and the best end of each scale are like; those of money are amounts."""


def criterion_title(case: Case, criterion: str, language: Language = ENGLISH) -> str:
    """Name a criterion: one of the four, or as the case names its own."""
    if criterion in TITLES:
        return language.say(TITLES[criterion])
    return next(one.name for one in case.criteria if one.id == criterion)


def titles(table: Weighable, language: Language = ENGLISH) -> tuple[str, ...]:
    """Name the criteria that are weighed, in the order of the scales."""
    return tuple(criterion_title(table.case, name, language) for name in table.criteria)


def labels(table: Weighable) -> tuple[str, ...]:
    """Give the short labels of the options that are weighed."""
    return tuple(short_name(table.case, option) for option in table.options)


def quoted_labels(table: Weighable, language: Language = ENGLISH) -> tuple[str, ...]:
    """Give the short labels of the options that are weighed, as they stand inside a sentence."""
    return tuple(quoted_name(table.case, option, language) for option in table.options)


def ends_of(case: Case, scale: Scale, language: Language = ENGLISH) -> tuple[str, str]:
    """Say what the worst and the best end of a scale are."""
    if scale.criterion == "money":
        return language.about(scale.worst, case.currency), language.about(scale.best, case.currency)
    if scale.criterion in ENDS:
        worst, best = ENDS[scale.criterion]
        return language.say(worst), language.say(best)
    return next((one.worst, one.best) for one in case.criteria if one.id == scale.criterion)


def points(value: float, language: Language = ENGLISH) -> str:
    """Write points as they stand everywhere in a weighing: to one decimal."""
    return language.number(value, 1)


def each_of_hundred(shares: Sequence[float], language: Language = ENGLISH) -> tuple[str, ...]:
    """Write shares of one whole as numbers of 100 that add up to it; none and all only where that is so.

    >>> each_of_hundred([0.664, 0.335, 0.001])
    ('66 of 100', '34 of 100', 'fewer than 1 of 100')
    """
    counts = shares_of_hundred(shares)
    return tuple(count_of_hundred(share, count, language) for share, count in zip(shares, counts, strict=True))


def ranks_of_hundred(found: Acceptability, language: Language = ENGLISH) -> tuple[tuple[str, ...], ...]:
    """Write how often each option takes each rank as numbers of 100, a row for each option."""
    return tuple(
        tuple(count_of_hundred(share, count, language) for share, count in zip(row, counts, strict=True))
        for row, counts in zip(found.ranks.tolist(), found.ranks_of_hundred, strict=True)
    )


def each_percent(weights: Array | Sequence[float], language: Language = ENGLISH) -> tuple[str, ...]:
    """Write weights as whole per cent that add up to 100."""
    whole = shares_of_hundred([float(one) for one in weights])
    return tuple(language.percent(one / 100.0) for one in whole)


def turn_words(weight: float, language: Language = ENGLISH) -> str:
    """Write a weight at which the answer turns, finely enough to be told from the weight today."""
    return language.percent(weight, 1)


def listed_weights(table: Weighable, weights: Array, language: Language = ENGLISH) -> str:
    """List the criteria with their weights: "Money 50 %, Access 30 % and Mandate 20 %"."""
    return language.listed(
        [
            language.say("{criterion} {weight}", criterion=title, weight=weight)
            for title, weight in zip(titles(table, language), each_percent(weights, language), strict=True)
        ]
    )


def whose(one: Judged, language: Language = ENGLISH) -> str:
    """Say whose weights these are."""
    if one.asked == "nobody":
        return language.say("Every criterion alike")
    return one.name or language.say("Your weights")
