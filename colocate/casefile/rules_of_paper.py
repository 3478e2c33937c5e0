"""What must hold in what a case says for its decision paper: a sum of money that can be one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from colocate.case.paper import Paper
from colocate.casefile.faults import Fault, fault_at
from colocate.casefile.fields import limits_in
from colocate.casefile.walk import Place, Survey

Rule = Callable[[Place, Survey], Iterator[Fault]]


def _amount(place: Place, _read: Survey) -> Iterator[Fault]:
    amount, (least, most) = place.written.get("amount"), limits_in(Paper, "amount")
    if isinstance(amount, int) and not least <= amount <= most:
        yield fault_at(
            place.at("amount"),
            "{amount} is no sum that can be asked for",
            "Due: {least} to {most}, in the case's currency",
            amount=amount,
            least=least,
            most=most,
        )


RULES_OF_PAPER: dict[type, tuple[Rule, ...]] = {Paper: (_amount,)}
