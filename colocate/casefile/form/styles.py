"""How the cells of the form look: one style for what is filled in, one for what explains, one for headings."""

from __future__ import annotations

from typing import Any

INK, GREY, BLUE, DARK = "#1A1A1A", "#555555", "#1F3FA8", "#1F3864"
YELLOW, ORANGE, PALE, WHITE, LINE = "#FFF9DB", "#FBD5B5", "#E4ECF7", "#FFFFFF", "#BFBFBF"

BASE: dict[str, Any] = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True, "font_color": INK}
BOXED = {"border": 1, "border_color": LINE}

STYLES: dict[str, dict[str, Any]] = {
    "input": {**BOXED, "bg_color": YELLOW, "font_color": BLUE, "num_format": "@"},
    "number": {**BOXED, "bg_color": YELLOW, "font_color": BLUE, "align": "right"},
    "date": {**BOXED, "bg_color": YELLOW, "font_color": BLUE, "num_format": "yyyy-mm-dd", "align": "left"},
    "place": {**BOXED, "bg_color": PALE, "num_format": "@"},
    "missing": {**BOXED, "bg_color": ORANGE},
    "information": {"font_color": GREY},
    "aside": {"font_color": GREY, "text_wrap": False},
    "explained": {"font_color": GREY, "italic": True, "font_size": 10},
    "heading": {**BOXED, "bg_color": DARK, "font_color": WHITE, "bold": True},
    "title": {"bold": True, "font_size": 16, "font_color": DARK, "text_wrap": False},
    "part": {"bold": True, "font_size": 12, "font_color": DARK, "text_wrap": False},
    "words": {},
}
"""By name; cells of words have the format of text, so that nothing typed there becomes a formula or a date."""


def style(name: str) -> dict[str, Any]:
    """Give all properties of a style.

    >>> style("number")["align"]
    'right'
    """
    return {**BASE, **STYLES[name]}
