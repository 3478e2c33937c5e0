"""Letters for marks that a printer makes grey."""

from __future__ import annotations


def letter(place: int) -> str:
    """Count in letters, for marks that a printer makes grey: A to Z, then AA.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    return chr(ord("A") + place) if place < 26 else letter(place // 26 - 1) + letter(place % 26)
