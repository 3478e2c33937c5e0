"""What must hold in what a case says of options ruled out: none is compared as well, and the criterion is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from colocate.case.ruled_out import RuledOut
from colocate.casefile.faults import Fault, fault_at
from colocate.casefile.walk import Place, Survey, records_of, words_under
from colocate.message import Message, unsaid

Rule = Callable[[Place, Survey], Iterator[Fault]]

MEANS = {
    "gate": unsaid('Due where criterion = "gate": the name of the gate'),
    "other": unsaid('Due where criterion = "other": the criterion in a few words'),
}
"""What is due beside a criterion that does not name itself."""

NO_USE = {
    "gate": unsaid('Take it out, or write criterion = "gate"'),
    "other": unsaid('Take it out, or write criterion = "other"'),
}


def _ruled_out(place: Place, read: Survey) -> Iterator[Fault]:
    written, name = place.written, words_under(place.written, "id")
    options = [words_under(one, "id") for one in records_of(read.document.get("options"))]
    if name and name in options:
        yield fault_at(
            place.at("id"),
            '"{name}" is an option of the case: it cannot be compared and ruled out',
            "Take one of them out, or rename it",
            name=name,
        )
    criterion = words_under(written, "criterion")
    for key, due in MEANS.items():
        said = words_under(written, key).strip()
        if criterion == key and not said:
            yield Fault(place.at(key), Message("is missing"), Message(due))
        elif criterion and criterion != key and said:
            problem = Message("has no meaning where the option is ruled out by {criterion}", criterion=criterion)
            yield Fault(place.at(key), problem, Message(NO_USE[key]))
    gate = words_under(written, "gate")
    for position, one in enumerate(records_of(written.get("gates"))):
        if criterion == "gate" and words_under(one, "name") == gate and one.get("status") == "pass":
            yield fault_at(
                f"{place.path}.gates[{position}].status",
                'passes the gate "{gate}" that ruled it out',
                "Mend one of the two",
                gate=gate,
            )


RULES_OF_RULED_OUT: dict[type, tuple[Rule, ...]] = {RuledOut: (_ruled_out,)}
