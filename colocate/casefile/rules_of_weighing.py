"""What must hold in what a case says of weighing: scales with two ends, weights for every criterion, money once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from colocate.case import Case, Option
from colocate.case.weighing import CRITERIA, Judgement, Weighing
from colocate.casefile.faults import (
    Fault,
    did_you_mean,
    fault_at,
)
from colocate.casefile.fields import limits_in
from colocate.casefile.walk import Place, Survey, records_of, words_under
from colocate.message import Message

Rule = Callable[[Place, Survey], Iterator[Fault]]
STRAIGHT = 50.0
"""Where half of the worth is reached on a scale that is a line."""


def _criteria(place: Place, _read: Survey) -> Iterator[Fault]:
    """A criterion of the case's own is none of the four: money counts once."""
    for position, one in enumerate(records_of(place.written.get("criteria"))):
        name = words_under(one, "id")
        if name in CRITERIA:
            yield fault_at(
                f"criteria[{position}].id",
                '"{name}" is one of the four criteria, which the model works out',
                "It would count twice: take it out, or name another thing",
                name=name,
            )


def _points(place: Place, read: Survey) -> Iterator[Fault]:
    """Every option has points on every criterion of the case's own."""
    given = {words_under(one, "criterion") for one in records_of(place.written.get("criteria"))}
    for one in records_of(read.document.get("criteria")):
        name = words_under(one, "id")
        if name and name not in given:
            yield fault_at(
                f"{place.path}.criteria", 'has no points for "{name}"', "Due: points for every option", name=name
            )


def _scales(place: Place, read: Survey) -> Iterator[Fault]:
    """The money scale has two fixed ends, the better one costing less."""
    written = place.written
    ends = read.quantities(place.steps)
    for name, other in (("money_best", "money_worst"), ("money_worst", "money_best")):
        if name not in written and other in written:
            yield fault_at(place.at(name), "is missing", "Due beside {other}: a scale has two ends", other=other)
        quantity = ends.get(name)
        if quantity is not None and quantity.has_range:
            yield fault_at(place.at(name), "has a range", "The end of a scale is fixed: write one number")
    if {"money_best", "money_worst"} <= ends.keys() and ends["money_best"].value >= ends["money_worst"].value:
        yield fault_at(
            place.at("money_best"),
            "{best} is not below money_worst ({worst})",
            "100 points go to the lower cost: exchange them",
            best=ends["money_best"].value,
            worst=ends["money_worst"].value,
        )
    half = written.get("half_worth")
    least, most = limits_in(Weighing, "half_worth")  # nearer to an end the scale would be a cliff
    for name, part in half.items() if isinstance(half, Mapping) else ():
        yield from _known(name, f"{place.path}.half_worth.{name}", read)
        if name == "money" and part != STRAIGHT:
            yield fault_at(
                f"{place.path}.half_worth.money",
                "bends the scale of money",
                "Take it out: money is weighed along a line, so that lowest expected cost stays best in money",
            )
            continue
        if isinstance(part, (int, float)) and not least <= part <= most:
            yield fault_at(
                f"{place.path}.half_worth.{name}",
                "{part} % is too near to an end",
                "Due: {least} to {most} %; 50 is a line",
                part=part,
                least=least,
                most=most,
            )


def _judgement(place: Place, read: Survey) -> Iterator[Fault]:
    """A judgement weighs every criterion of the case, by points or by choices that hang together."""
    names = criteria_of(read.document)
    swings = place.written.get("swings")
    swings = swings if isinstance(swings, Mapping) else {}
    choices = records_of(place.written.get("choices"))
    least, most = limits_in(Judgement, "swings")
    if not swings and not choices:
        yield fault_at(place.at("swings"), "is missing", "Due: points for each swing, or choices between two, or both")
    for name, points in swings.items():
        here = f"{place.path}.swings.{name}"
        yield from _known(name, here, read)
        if isinstance(points, (int, float)) and not least <= points <= most:
            yield fault_at(
                here, "{points} is off the scale", "Due: 0 to 100; the swing worth most has 100", points=points
            )
    if swings:
        for name in names:
            if name not in swings:
                yield fault_at(
                    f"{place.path}.swings.{name}", "is missing", "Due: points for every criterion of the case"
                )
        points = [one for one in swings.values() if isinstance(one, (int, float))]
        if points and max(points) != most:
            yield fault_at(
                place.at("swings"), "the largest is {points}", "The swing worth most has 100 points", points=max(points)
            )
    yield from _choices(place, choices, names, swings, read)


def _choices(
    place: Place, choices: list[Mapping[str, Any]], names: list[str], swings: Mapping[str, Any], read: Survey
) -> Iterator[Fault]:
    pairs: dict[frozenset[str], int] = {}
    for position, one in enumerate(choices):
        here = f"{place.path}.choices[{position}]"
        for key in ("first", "second"):
            if words_under(one, key):
                yield from _known(words_under(one, key), f"{here}.{key}", read)
        pair = frozenset((words_under(one, "first"), words_under(one, "second")))
        if len(pair) == 1:
            yield fault_at(f"{here}.second", "is the first criterion again", "Name another one")
        elif pair in pairs:
            yield fault_at(here, "is answered already at {place}", "Take one out", place=f"choices[{pairs[pair]}]")
        pairs.setdefault(pair, position)
    if choices and not swings:
        reached = _reached(names, pairs)
        for name in names:
            if name not in reached:
                yield fault_at(
                    place.at("choices"),
                    "no choice leads from {first} to {name}",
                    "Compare it with one of the others, or give swings",
                    first=names[0],
                    name=name,
                )
                return


def _reached(names: list[str], pairs: Mapping[frozenset[str], int]) -> set[str]:
    reached: set[str] = set(names[:1])
    for _ in names:
        reached |= {name for pair in pairs if pair & reached for name in pair}
    return reached


def _known(name: str, here: str, read: Survey) -> Iterator[Fault]:
    names = criteria_of(read.document)
    if name not in names:
        yield Fault(here, Message('"{name}" is no criterion of this case', name=name[:60]), did_you_mean(name, names))


def criteria_of(document: Mapping[str, Any]) -> list[str]:
    """Name the criteria that a case can be weighed by: those of the four that it speaks of, and its own."""
    options = records_of(document.get("options"))
    spoken = {
        "money": True,
        "access": document.get("access") is not None,
        "mandate": bool(document.get("checklist")),
        "government": bool(options) and all(one.get("government") is not None for one in options),
    }
    own = [words_under(one, "id") for one in records_of(document.get("criteria")) if words_under(one, "id")]
    return [*(name for name in CRITERIA if spoken[name]), *(name for name in own if name not in CRITERIA)]


RULES_OF_WEIGHING: dict[type, tuple[Rule, ...]] = {
    Case: (_criteria,),
    Option: (_points,),
    Weighing: (_scales,),
    Judgement: (_judgement,),
}
