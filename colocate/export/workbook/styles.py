"""How cells of the workbook look: one style for what may be changed, one for formulas, one for figures from outside."""

from __future__ import annotations

from typing import Any

INK, GREY, BLUE, DARK, GREEN = "#1A1A1A", "#595959", "#1F3FA8", "#1F3864", "#375623"
YELLOW, PALE, WHITE, LINE, SAND, MINT = "#FFF9DB", "#E4ECF7", "#FFFFFF", "#BFBFBF", "#F2F2F2", "#E9F3E4"

BASE: dict[str, Any] = {"font_name": "Calibri", "font_size": 10, "font_color": INK, "valign": "top"}
BOXED: dict[str, Any] = {"border": 1, "border_color": LINE}

KINDS: dict[str, dict[str, Any]] = {
    "input": {**BOXED, "bg_color": YELLOW, "font_color": BLUE},
    "given": {**BOXED, "bg_color": MINT, "font_color": GREEN},
    "formula": {},
    "line": {"bold": True, "top": 1, "top_color": LINE},
    "total": {"bold": True, "top": 1, "bottom": 1, "bg_color": PALE},
    "outside": {"italic": True, "font_color": GREY, "bg_color": SAND},
    "check": {"bold": True, "border": 1, "border_color": DARK},
    "text": {},
    "wrapped": {"text_wrap": True},
    "aside": {"font_color": GREY},
    "count": {"font_color": GREY, "align": "center"},
    "part": {"bold": True, "font_size": 12, "font_color": DARK},
    "title": {"bold": True, "font_size": 16, "font_color": DARK},
    "heading": {"bold": True, "font_color": WHITE, "bg_color": DARK, "text_wrap": True, "valign": "vcenter"},
    "year": {"bold": True, "font_color": WHITE, "bg_color": DARK, "align": "right", "num_format": "0"},
}
"""By name, without the form of numbers."""

MONEY, CENTS, PERCENT, PLAIN, WHOLE, FINE = "#,##0", "#,##0.00", "0.00%", "#,##0.####", "0", "0.0000"
"""Forms of numbers: they say nothing of what a cell holds, which is every figure to its last digit."""


def number_form(unit: str) -> str:
    """Give the form in which a figure of a unit is shown.

    >>> number_form("%/year"), number_form("money/year"), number_form("fraction")
    ('0.00%', '#,##0.####', '0.0000')
    """
    return FINE if unit in ("fraction", "part", "ratio", "1 or 0", "index", "exchange") else input_form(unit)


def input_form(unit: str) -> str:
    """Give the form in which an input is shown, as the case writes it."""
    return PERCENT if unit.startswith("%") else PLAIN
