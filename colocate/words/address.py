"""What is said of an address that does not fit: what was left out of it, and why it may be."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.words.language import ENGLISH, Language

TOLD = 3


def left_out(parts: Sequence[str], language: Language = ENGLISH) -> str:
    """Say what was left out of an address, in few words; empty where nothing was."""
    if not parts:
        return ""
    told, more = ", ".join(parts[:TOLD]), len(parts) - TOLD
    if more > 0:
        return language.say_many(
            "Left out, as it does not fit this case: {parts} and {count} more.",
            "Left out, as it does not fit this case: {parts} and {count} more.",
            more,
            parts=told,
        )
    return language.say("Left out, as it does not fit this case: {parts}.", parts=told)


def of_an_upload(language: Language = ENGLISH) -> str:
    """Say why a case cannot be had from an address."""
    return language.say("case (this link was made with an uploaded file: upload it again to see it)")
