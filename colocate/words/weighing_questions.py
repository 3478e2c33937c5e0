"""Asking for weights: where one may start, what answers alone would give, and what changed after the result was seen.

A weight that is chosen once its result is known says nothing; so the weights at which the result was first seen stay
beside every later one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from colocate.analysis.weighing.judgements import NOBODY
from colocate.analysis.weighing.scales import Scale, Weighable
from colocate.analysis.weighing.weights import TIMES, from_choices, from_swings
from colocate.case import Case
from colocate.case.weighing import Judgement, SwingChoice, Worth
from colocate.quantity import Array
from colocate.words.numbers import listed, percent
from colocate.words.weighing import scale_words

TOP = 100.0
LONGEST_NAME, LONGEST_SOURCE = 80, 300
WORTH_WORDS: dict[Worth, str] = {
    "much more": "worth much more (4 times)",
    "more": "worth more (2 times)",
    "the same": "worth the same",
    "less": "worth less (half)",
    "much less": "worth much less (a quarter)",
}
"""Each answer to whether the first of two swings is worth more than the second, as it is offered."""


@dataclass(frozen=True)
class Start:
    """Weights to start from: points for each criterion, the largest 100, with the choices that were answered."""

    name: str
    source: str
    points: Mapping[str, float]
    choices: tuple[SwingChoice, ...]


def starts_of(case: Case, table: Weighable) -> tuple[Start, ...]:
    """Give the judgements that the case states, then every swing alike, which is nobody's judgement."""
    stated = () if case.weighing is None else case.weighing.judgements
    found = []
    for one in stated:
        kept = tuple(choice for choice in one.choices if {choice.first, choice.second} <= set(table.criteria))
        if one.swings:
            points = {name: float(one.swings.get(name, 0.0)) for name in table.criteria}
        else:
            points = points_of(from_choices(kept, table.criteria), table.criteria)
        found.append(Start(one.name, one.source, points, kept))
    return (*found, Start(NOBODY, "", dict.fromkeys(table.criteria, TOP), ()))


def points_of(weights: Array, criteria: Sequence[str]) -> dict[str, float]:
    """Write weights as points, the largest 100, to one decimal.

    >>> points_of(np.array([0.5, 0.3, 0.2]), ("money", "access", "mandate"))
    {'money': 100.0, 'access': 60.0, 'mandate': 40.0}
    """
    points = np.round(TOP * weights / weights.max(), 1)
    return dict(zip(criteria, points.tolist(), strict=True))


def points_from_answers(choices: Sequence[SwingChoice], criteria: Sequence[str]) -> dict[str, float] | None:
    """Give the points that fit the answers best; None where they do not lead from each criterion to every other."""
    try:
        return points_of(from_choices(choices, criteria), criteria)
    except ValueError:
        return None


def fault_of(points: Mapping[str, float], criteria: Sequence[str]) -> str:
    """Say what keeps points from being weights; empty where nothing does."""
    try:
        from_swings(points, criteria)
    except ValueError:
        return "All points are 0, so there are no weights. Give 100 points to the swing that is worth most to you."
    return ""


def hint_of(points: Mapping[str, float], criteria: Sequence[str]) -> str:
    """Say so where no swing has 100 points; empty where one has."""
    if max((points.get(name, 0.0) for name in criteria), default=0.0) >= TOP:
        return ""
    return "No swing has 100 points yet. Give 100 to the one worth most; until then only the proportions count."


def changed_words(table: Weighable, first: Mapping[str, float], now: Mapping[str, float], locale: str = "en") -> str:
    """Say that weights were changed after their result was seen, and what they were; empty where they were not.

    Points in the same proportions are the same weights.
    """
    criteria = table.criteria
    if fault_of(first, criteria) or fault_of(now, criteria):
        return ""
    before, after = from_swings(first, criteria), from_swings(now, criteria)
    if np.allclose(before, after, rtol=0.0, atol=1e-9):
        return ""
    parts = zip(table.scales, before.tolist(), strict=True)
    told = listed([f"{scale.title} {percent(weight, locale, 0)}" for scale, weight in parts])
    return f"You changed these weights after seeing the result. At first they were: {told}."


def fault_of_name(name: str) -> str:
    """Say what keeps a name from standing in a case file; empty where nothing does."""
    if "[" in name or "]" in name:
        return "A name has no square brackets."
    return "A name is one line of words." if any(not one.isprintable() for one in name) else ""


def judgement_of(
    name: str, source: str, points: Mapping[str, float], choices: Sequence[SwingChoice], changed: str
) -> Judgement:
    """Make a judgement to be kept in a case: the swing worth most gets 100 points, the others in proportion.

    `changed` says that the weights were changed after their result was seen; it is kept with the source.
    """
    most = max(points.values())
    swings = {criterion: round(TOP * value / most, 4) for criterion, value in points.items()}
    said = f"{source.strip().rstrip('.')}. {changed}" if changed else source.strip()
    return Judgement(name=name.strip(), swings=swings, choices=tuple(choices), source=said)


def swing_words(case: Case, scale: Scale, locale: str = "en") -> str:
    """Say what a swing goes from and to, as "Money: from USD 5,240,000 down to USD 1,750,000"."""
    worst, best = scale_words(case, scale, locale)
    if scale.criterion == "money":
        return f"{scale.title}: from {worst} down to {best}"
    return f'{scale.title}: from "{worst}" to "{best}"'


def pair_words(table: Weighable, first: str, second: str) -> str:
    """Ask whether one swing is worth more than another."""
    return f"{table.title(first)}, from worst to best: against {table.title(second)} it is"


def answers(choices: Sequence[SwingChoice]) -> dict[tuple[str, str], Worth]:
    """Give the answer to every pair, whichever way round it was asked.

    >>> answers([SwingChoice(first="access", worth="more", second="money")])[("money", "access")]
    'less'
    """
    worths = list(TIMES)
    other_way = dict(zip(worths, reversed(worths), strict=True))
    found: dict[tuple[str, str], Worth] = {}
    for one in choices:
        found[one.first, one.second] = one.worth
        found[one.second, one.first] = other_way[one.worth]
    return found
