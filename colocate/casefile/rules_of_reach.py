"""What must hold in what a case says of single ways and of the mandate: pairs that stand once, measures paid for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from colocate.case import Case, Option
from colocate.case.reach import Access
from colocate.casefile.faults import (
    Fault,
    did_you_mean,
    fault_at,
)
from colocate.casefile.walk import Place, Survey, records_of, words_under
from colocate.message import Message

Rule = Callable[[Place, Survey], Iterator[Fault]]


def _estimates(place: Place, _read: Survey) -> Iterator[Fault]:
    """A way is estimated once."""
    first: dict[tuple[str, str], int] = {}
    for position, one in enumerate(records_of(place.written.get("estimates"))):
        pair = (words_under(one, "constituent"), words_under(one, "option"))
        if pair in first:
            yield fault_at(
                f"{place.path}.estimates[{position}]",
                "{constituent} to {option} is estimated twice, first at {place}",
                "Take one out",
                constituent=pair[0],
                option=pair[1],
                place=f"estimates[{first[pair]}]",
            )
        first.setdefault(pair, position)


def _walk_in(_place: Place, read: Survey) -> Iterator[Fault]:
    """One question at most asks whether visitors walk in."""
    asking = [
        place for place, one in enumerate(records_of(read.document.get("checklist"))) if one.get("walk_in") is True
    ]
    for position in asking[1:]:
        where = f"checklist[{position}].walk_in"
        yield fault_at(
            where, "is asked at {place} already", "Let one question ask for it", place=f"checklist[{asking[0]}]"
        )


def _mandate(place: Place, read: Survey) -> Iterator[Fault]:
    """A measure makes an answer good only where the option pays for it, and never for a required item."""
    items = {words_under(one, "id"): one for one in records_of(read.document.get("checklist"))}
    for position, answer in enumerate(records_of(place.written.get("mandate"))):
        here = f"{place.path}.mandate[{position}]"
        item = items.get(words_under(answer, "item"), {})
        yield from _mitigation(place, read, answer, item, here)
        if answer.get("groups") and not (item.get("walk_in") is True and answer.get("answer") == "partly"):
            yield fault_at(
                f"{here}.groups",
                "has no meaning here",
                "Groups name who walks in, where the answer to that question is partly",
            )


def _mitigation(
    place: Place, read: Survey, answer: Mapping[str, Any], item: Mapping[str, Any], here: str
) -> Iterator[Fault]:
    named, mitigated = words_under(answer, "mitigation"), answer.get("answer") == "mitigated"
    if mitigated and item.get("need") == "required":
        yield fault_at(
            f"{here}.answer",
            "a required item cannot be made good by a measure",
            "Answer yes once it is met, else partly or no; or let the checklist call it mitigable",
        )
    if mitigated and not named:
        yield fault_at(
            f"{here}.mitigation",
            "is missing",
            "Due: the name of a one-off or running cost of this option, so that the measure is not a free tick",
        )
    if not named:
        return
    if not mitigated:
        yield fault_at(f"{here}.mitigation", "names a measure that the answer does not count", 'Answer "mitigated"')
        return
    costs = {
        words_under(one, "name"): (*place.steps, key, number)
        for key in ("one_offs", "running")
        for number, one in enumerate(records_of(place.written.get(key)))
    }
    if named not in costs:
        yield Fault(
            f"{here}.mitigation",
            Message('this option has no one-off or running cost "{name}"', name=named[:60]),
            did_you_mean(named, list(costs)),
        )
        return
    amount = read.quantities(costs[named]).get("amount")
    if amount is not None and amount.high <= 0.0:
        yield fault_at(
            f"{here}.mitigation", '"{name}" costs nothing', "A measure that costs nothing is a yes", name=named[:60]
        )


RULES_OF_REACH: dict[type, tuple[Rule, ...]] = {Access: (_estimates,), Case: (_walk_in,), Option: (_mandate,)}
