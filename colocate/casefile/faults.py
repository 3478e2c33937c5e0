"""What is wrong with a case file: every fault with its path, what is wrong, and what would be right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

Steps = tuple[str | int, ...]
WORDS_LIMIT = 1200


@dataclass(frozen=True)
class Fault:
    """One fault: where it is, what is wrong, and what would be right."""

    path: str
    problem: str
    remedy: str = ""

    def __str__(self) -> str:
        """Write the fault as one line; what a hostile file writes at length is cut."""
        line = f"{_cut(self.path)}: {_cut(self.problem)}" + (f". {_cut(self.remedy)}" if self.remedy else "")
        return "".join(character if character.isprintable() else " " for character in line)


class CaseError(ValueError):
    """A case file is at fault; `faults` holds every fault that was found."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def _cut(words: str) -> str:
    return words if len(words) <= WORDS_LIMIT else f"{words[: WORDS_LIMIT - 3]}..."


def path_of(steps: Steps) -> str:
    """Write the steps to a place in the file as a path, for example options[2].lease.rent."""
    written = ""
    for step in steps:
        if isinstance(step, int):
            written += f"[{step}]"
        else:
            written += f".{step}" if written else step
    return written or "the file"


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """Suggest the nearest known word, or list the known ones where they are few."""
    near = get_close_matches(word[:100], known, n=1, cutoff=0.6)
    if near:
        return f'Did you mean "{near[0]}"?'
    if not known:
        return "There is none to name: leave it out, or add one."
    if len(known) <= 12:
        return f"Known: {', '.join(known)}."
    return ""
