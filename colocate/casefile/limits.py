"""Years, as whole numbers, that lie beyond what their field allows."""

from __future__ import annotations

from collections.abc import Iterator

from colocate.casefile.faults import Fault
from colocate.casefile.fields import limits_in
from colocate.casefile.walk import Place
from colocate.message import Message, unsaid

BEYOND = {
    "repeats_every_years": unsaid("{years} years are no time to repeat after"),
    "term_years": unsaid("a loan cannot have {years} years"),
    "grace_years": unsaid("a loan cannot have {years} years"),
    "years": unsaid("nothing can be charged for {years} years"),
}
"""What is said of years beyond the limits of a field, by its name."""


def beyond_limits(place: Place, key: str) -> Iterator[Fault]:
    """Give the fault of years below the least or above the most of their field."""
    years, (least, most) = place.written.get(key), limits_in(place.record, key)
    if isinstance(years, int) and not least <= years <= most:
        due = Message("Due: {least} to {most}", least=least, most=most)
        yield Fault(place.at(key), Message(BEYOND[key], years=years), due)
