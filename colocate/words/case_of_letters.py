"""Names inside a sentence: they begin with a small letter, unless they are proper names."""

from __future__ import annotations

import re

ORDINARY = re.compile(r"(\W*)([A-Z](?:[a-z\u2019'-]*[a-z])?)(?=$|\W)(?!\s+[A-Z0-9])")
"""A first word that has a capital for standing first: none is in the rest of it, nor does one begin the next word."""

ARTICLE = re.compile(r"(\W*)(An?|The|Our)(?=\s)")


def inside(name: str) -> str:
    """Write a name as inside a sentence; one whose second word begins with a capital or a number is a proper name.

    >>> inside("Rent at renewal"), inside("ICT: staff today"), inside("Common Services Unit"), inside("Agency 1")
    ('rent at renewal', 'ICT: staff today', 'Common Services Unit', 'Agency 1')
    >>> inside("The ILO's own lines")
    "the ILO's own lines"
    """
    found = ARTICLE.match(name) or ORDINARY.match(name)
    return f"{found[1]}{found[2].lower()}{name[found.end() :]}" if found else name


def beginning(name: str) -> str:
    """Begin a name that stands first, or alone, with a capital.

    >>> beginning("motorcycle: speed at peak")
    'Motorcycle: speed at peak'
    """
    found = re.match(r"\W*", name)
    at = found.end() if found else 0
    return f"{name[:at]}{name[at : at + 1].upper()}{name[at + 1 :]}"
