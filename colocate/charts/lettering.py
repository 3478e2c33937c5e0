"""Words as charts show them: broken into lines, and as the name of a file."""

from __future__ import annotations

import re
import textwrap
from unicodedata import east_asian_width

from colocate.model.totals import Reading
from colocate.safe import for_svg, one_line

LINE_HEIGHT = 19
"""Pixels of a line of a label."""

LONGEST_WORD = 22.0
"""Letters, as wide as they are on average, of a word; a longer one fits no label on a telephone."""

PLAIN, STRONG = 0.54, 0.58
"""How wide an average letter is beside the size of its type, plain and bold, rather more than less."""

WORD = re.compile(r"[^\s-]{16,}")
WIDE, NARROW = "MWmw@%", " fijlrtI.,;:'|!()[]"


def wrapped(words: str, width: int, most: int = 3) -> list[str]:
    """Break words into lines, the last cut short where there are too many."""
    line = WORD.sub(_shortened, one_line(words, None))
    if most == 1:
        return [line if len(line) <= width else f"{line[: width - 3].rstrip()}..."]
    return textwrap.wrap(line, width, break_long_words=True, max_lines=most, placeholder=" ...") or [""]


def balanced(words: str, width: int, most: int = 3) -> list[str]:
    """Break words into as few lines as `wrapped` does, of lengths as alike as can be."""
    lines = wrapped(words, width, most)
    for narrower in range(width - 1, width // 2, -1):
        tried = wrapped(words, narrower, most + 1)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


def fitting(words: str, room: float, size: float, *, strong: bool = False, most: int = 12) -> list[str]:
    """Break words into lines of so many pixels in type of a size, at blanks where there are any; nothing is left out.

    Only what takes more than `most` lines, as no sentence does, is cut short.
    """
    letters = room / (size * (STRONG if strong else PLAIN))
    lines, line, left = [], "", letters
    for word in one_line(words, None).split(" "):
        rest, wide = word, sum(map(_width, word))
        if line and wide > left + 1e-9:
            lines.append(line)
            line, left = "", letters
        while wide > letters + 1e-9 and len(lines) <= most:
            part = _beginning(rest, left)
            lines.append(part)
            rest, wide = rest[len(part) :], wide - sum(map(_width, part))
        line, left = f"{line} {rest}".strip(" "), left - wide - _width(" ")
        if len(lines) > most:
            break
    lines += [line] if line else []
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} ..."]


def _beginning(word: str, room: float) -> str:
    """Give the letters of a word that fit a line, one at least."""
    for place, letter in enumerate(word):
        room -= _width(letter)
        if room < -1e-9:
            return word[: max(1, place)]
    return word


def width_of(line: str, size: float, *, strong: bool = False) -> float:
    """Give about how many pixels a line takes in type of a size, rather more than less."""
    return sum(map(_width, line)) * size * (STRONG if strong else PLAIN)


def _shortened(found: re.Match[str]) -> str:
    """Cut a word that has no place to break and is wider than a label."""
    word, room = found.group(), LONGEST_WORD
    for place, letter in enumerate(word):
        room -= _width(letter)
        if room < 0:
            return f"{word[:place]}..."
    return word


def _width(letter: str) -> float:
    """Give about how wide a letter is beside the usual one."""
    if letter in WIDE or east_asian_width(letter) in "WF":
        return 1.7
    return 0.55 if letter in NARROW else 1.25 if letter.isupper() else 1.0


def lines_of(words: str, width: int, most: int = 3) -> str:
    """Wrap and escape words for a label or a legend."""
    return "<br>".join(for_svg(line) for line in wrapped(words, width, most))


def even_lines_of(words: str, width: int, most: int = 3) -> str:
    """Wrap and escape words for the title of an axis or a chart: no word is left alone in the last line."""
    return "<br>".join(for_svg(line) for line in balanced(words, width, most))


def bold(text: str) -> str:
    """Print lines that are escaped already in bold type."""
    return f"<b>{text}</b>"


def pointed_at(name: str, figures: str) -> str:
    """Write what is shown where a reader points at a line or a bar: its name, and figures in plotly's own places."""
    return f"{for_svg(name)}<br>{figures}<extra></extra>"


def file_name(*parts: str, reading: Reading | None = None) -> str:
    """Give a file name without an ending, of small letters, digits and hyphens; cash, the usual view, is not named."""
    counted = () if reading is None else (reading.book, "" if reading.view == "cash" else reading.view)
    told = [part for part in ("colocate", *parts, *counted) if part]
    return "-".join(re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in told)[:80].strip("-")
