"""No figure that is not finite leaves the model: it would be no answer, and nothing that follows could tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from colocate.casefile.faults import CaseError, Fault, fault_at
from colocate.message import Message
from colocate.model.access import OptionAccess
from colocate.model.bundles import Sums
from colocate.model.costs.line import Line

MEND = Message("One of its figures is far too large, or far too near to 0: mend it, or narrow its range")


def check_finite(option: str, lines: Sequence[Line], sums: Iterable[Sums], access: OptionAccess | None) -> None:
    """Look whether all that an option comes to is finite; CaseError, which names option and lines, where it is not."""
    money = all(np.isfinite(part.present_value).all() and np.isfinite(part.by_year).all() for part in sums)
    minutes = access is None or bool(np.isfinite(access.minutes).all() and np.isfinite(access.tripartite).all())
    if money and minutes:
        return
    here = f"options[{option}]"
    faults = list(_of_lines(here, lines))
    if not minutes:
        faults.append(fault_at(f"{here}.place", "the way there comes out without end, or as no number at all", MEND))
    raise CaseError(faults or [fault_at(here, "its cost comes out without end, or as no number at all", MEND)])


def _of_lines(here: str, lines: Sequence[Line]) -> Iterator[Fault]:
    for line in lines:
        if not np.isfinite(line.amounts).all():
            yield fault_at(
                here, 'the line "{line}" comes out without end, or as no number at all', MEND, line=line.name
            )
