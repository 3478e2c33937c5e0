"""A drawing as SVG for whoever takes it away: named and told for those who do not see it, the same bytes each time."""

from __future__ import annotations

import re
from xml.etree.ElementTree import canonicalize

from colocate.safe import for_html

MARK = re.compile(rb'<defs id="defs-([0-9a-f]{6})"')
"""Where plotly writes the mark that it draws anew each time, and that all names inside a drawing hold."""

SAME = b"000000"
START = re.compile(rb"<svg\b[^>]*>")


def told(drawn: bytes, title: str, alt: str) -> bytes:
    """Give a drawing with its title and its text alternative, and the same each time that it is drawn."""
    for one in set(MARK.findall(drawn)):
        drawn = drawn.replace(one, SAME)
    start = START.match(drawn)
    if start is None:
        raise ValueError("not a drawing of plotly")
    opened = start.group()[:-1] + b' role="img" aria-labelledby="title desc">'
    name, words = for_html(title, None), for_html(alt, None)
    inside = f'<title id="title">{name}</title><desc id="desc">{words}</desc>'.encode()
    whole = opened + inside + drawn[start.end() :]
    return canonicalize(whole.decode()).encode()
