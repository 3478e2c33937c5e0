"""What was looked at and ruled out before anything was compared, so that a reader can ask why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from colocate.case.reach import Gate
from colocate.quantity import Note

RuledOutBy = Literal["money", "access", "mandate", "government", "gate", "other"]


@dataclass(frozen=True, kw_only=True)
class RuledOut:
    """An option that was ruled out before the comparison: by what, why, and on what evidence."""

    id: Annotated[str, Note("Short name", "Letters, digits and hyphens; that of no option of the case.")]
    name: Annotated[str, Note("Name", "As shown on screen.")]
    criterion: Annotated[
        RuledOutBy, Note("Ruled out by", "money, access, mandate, government, a gate, or other: in words of its own.")
    ]
    gate: Annotated[str, Note("Gate", "Its name, where a gate ruled the option out.")] = ""
    other: Annotated[str, Note("Other criterion", "In a few words, where none of the others did.")] = ""
    reason: Annotated[str, Note("Reason", "Why, in a sentence or two.")]
    evidence: Annotated[str, Note("Evidence", "What the reason rests on, and from when.")] = ""
    gates: Annotated[tuple[Gate, ...], Note("Gates", "Answered as for an option, as far as they were looked at.")] = ()
