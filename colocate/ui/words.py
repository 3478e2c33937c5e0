"""Text from a case made safe to show: an uploaded file may hold Markdown, HTML or control characters in any name."""

from __future__ import annotations

import html
import re

LONGEST = 1000
MARKS = re.compile(r"([\\`*_\[\]<>~$&])")
"""What Markdown reads inside a line. Not more: a screen reader says the backslashes of a label aloud."""

BLOCKS = re.compile(r"^(?=[#+=|-]|\d+[.)])")
"""What Markdown reads at the beginning of a line: a heading, a list, a table."""

NO_BREAK = "\u00a0"
JOINER = "\u2060"
"""A word joiner: it shows nothing, and keeps Markdown's readers from seeing an emoji code, a link or an address."""


def plain(text: str, longest: int = LONGEST) -> str:
    r"""Give text as one line without control characters, cut where it is too long.

    >>> plain("two\n lines")
    'two lines'
    """
    kept = "".join(mark if mark.isprintable() or mark == NO_BREAK else " " for mark in text)
    line = re.sub(r" +", " ", kept).strip()
    return line if len(line) <= longest else f"{line[: longest - 3]}..."


def markdown(text: str, longest: int = LONGEST) -> str:
    r"""Escape text for a place that reads Markdown: labels, help, captions, messages.

    >>> markdown("*50* [x](y)")
    '\\*50\\* \\[x\\](y)'
    """
    escaped = BLOCKS.sub(JOINER, MARKS.sub(r"\\\1", plain(text, longest)))
    escaped = escaped.replace(":", f":{JOINER}").replace("@", f"@{JOINER}")
    return re.sub(r"(?i)\bwww", lambda found: found.group(0) + JOINER, escaped)


def as_html(text: str, longest: int = LONGEST) -> str:
    """Escape text for a place that reads HTML.

    >>> as_html("<b>")
    '&lt;b&gt;'
    """
    return html.escape(plain(text, longest))
