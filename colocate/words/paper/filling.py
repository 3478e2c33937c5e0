"""What the director types, as it stands in the paper; what is left out is left open in words, and never invented."""

from __future__ import annotations

import re

from colocate.words.language import Language, unsaid
from colocate.words.paper.record import Words

EMPTY_LINE = re.compile(r"\n[ \t]*\n")
OPEN = unsaid("To be filled in: {what}.")


def typed_or_open(text: str, what: str, language: Language) -> tuple[Words, ...]:
    """Give a typed text by its paragraphs, which empty lines part; or say what is to be filled in."""
    parts = tuple(Words(one.strip()) for one in EMPTY_LINE.split(text) if one.strip())
    return parts or (still_open(what, language),)


def still_open(what: str, language: Language) -> Words:
    """Say what is to be filled in."""
    return Words(language.say(OPEN, what=what), "open")


def cell_or_open(text: str, language: Language) -> str:
    """Give a typed text for a cell, or say that it is to be filled in."""
    return text.strip() or language.say("To be filled in")
