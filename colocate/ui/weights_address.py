"""Weights in the browser's address: points, answers, whose weights to start from, those first seen, and whose they are.

What is read is hostile until checked: a criterion must be one of the case's, points lie from 0 to 100. A part that does
not fit is left out whole, and said so.
"""

from __future__ import annotations

from collections.abc import Mapping

from colocate.analysis.weighing.asking import NOBODY
from colocate.analysis.weighing.weights import TIMES
from colocate.case import Case
from colocate.case.weighing import CRITERIA, SwingChoice, Worth
from colocate.casefile.changing import value_of
from colocate.casefile.opened import Weights
from colocate.words.weighing_questions import LONGEST_NAME, LONGEST_SOURCE, fault_of_name

OF_WEIGHTS = ("start", "swings", "choices", "seen", "by", "asked")
BETWEEN, INSIDE = ",", "~"
MOST = 100.0
WORTHS: dict[str, Worth] = {worth.replace(" ", "-"): worth for worth in TIMES}


def written_weights(weights: Weights, *, exactly: bool = False) -> dict[str, str]:
    """Give the weights as parameters of an address; empty ones are what the case itself begins with.

    Points are written as people give them, with six figures, or `exactly`, so that they read back as the same number.
    """
    slugs = {worth: slug for slug, worth in WORTHS.items()}
    answered = [INSIDE.join((one.first, slugs[one.worth], one.second)) for one in weights.choices]
    return {
        "start": weights.start,
        "swings": _points(weights.swings, exactly=exactly),
        "choices": BETWEEN.join(answered),
        "seen": _points(weights.seen, exactly=exactly),
        "by": weights.by,
        "asked": weights.asked,
    }


def read_weights(parameters: Mapping[str, str], case: Case) -> tuple[Weights, list[str]]:
    """Read the weights for a case; give them and the names of what was left out."""
    ignored = []
    criteria = [*CRITERIA, *(one.id for one in case.criteria)]
    names = () if case.weighing is None else tuple(one.name for one in case.weighing.judgements)
    start = parameters.get("start", "")
    if start not in ("", NOBODY, *names):
        ignored.append("start")
        start = ""
    swings, seen = (_read_points(parameters.get(name, ""), criteria) for name in ("swings", "seen"))
    if seen and not any(seen.values()):
        seen = None  # no weights: nothing can have been seen with them
    choices = _read_choices(parameters.get("choices", ""), criteria)
    by, asked = (parameters.get(name, "") for name in ("by", "asked"))
    if len(by) > LONGEST_NAME or fault_of_name(by):
        ignored.append("by")
        by = ""
    if len(asked) > LONGEST_SOURCE:
        ignored.append("asked")
        asked = ""
    ignored += [name for name, found in (("swings", swings), ("choices", choices), ("seen", seen)) if found is None]
    return Weights(start, swings or {}, choices or (), seen or {}, by, asked), ignored


def _points(points: Mapping[str, float], *, exactly: bool) -> str:
    pairs = [(name, f"{float(value)!r}" if exactly else f"{value:.6g}") for name, value in points.items()]
    return BETWEEN.join(f"{name}{INSIDE}{value}" for name, value in pairs)


def _read_points(text: str, criteria: list[str]) -> dict[str, float] | None:
    """Read points for some of the criteria, each once; None where anything in them does not fit."""
    found: dict[str, float] = {}
    for part in text.split(BETWEEN) if text else ():
        name, _, written = part.rpartition(INSIDE)
        value = value_of(written)
        if name not in criteria or name in found or isinstance(value, (bool, str)) or not 0 <= value <= MOST:
            return None
        found[name] = float(value)
    return found


def _read_choices(text: str, criteria: list[str]) -> tuple[SwingChoice, ...] | None:
    """Read answers to pairs of criteria, each pair once; None where anything in them does not fit."""
    found: list[SwingChoice] = []
    pairs: list[set[str]] = []
    for part in text.split(BETWEEN) if text else ():
        pieces = part.split(INSIDE)
        if len(pieces) != 3 or pieces[1] not in WORTHS:
            return None
        first, worth, second = pieces
        pair = {first, second}
        if len(pair) < 2 or not pair <= set(criteria) or pair in pairs:
            return None
        pairs.append(pair)
        found.append(SwingChoice(first=first, worth=WORTHS[worth], second=second))
    return tuple(found)
