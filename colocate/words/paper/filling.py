"""What the director types, as it stands in the paper; what is left out is left open in words, and never invented."""

from __future__ import annotations

from colocate.words.language import Language, unsaid
from colocate.words.paper.record import Words

OPEN = unsaid("To be filled in: {what}.")


def is_typed(text: str) -> bool:
    """Tell whether a field says anything."""
    return bool(text.strip())


def typed_or_open(text: str, what: str, language: Language) -> Words:
    """Give a typed text as a paragraph, or say what is to be filled in."""
    return Words(text.strip()) if is_typed(text) else still_open(what, language)


def still_open(what: str, language: Language) -> Words:
    """Say what is to be filled in."""
    return Words(language.say(OPEN, what=what), "open")


def cell_or_open(text: str, language: Language) -> str:
    """Give a typed text for a cell, or say that it is to be filled in."""
    return text.strip() or language.say("To be filled in")
