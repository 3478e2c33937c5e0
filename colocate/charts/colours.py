"""Colours, shapes and patterns that tell things apart on a light and on a dark page, and how colours are mixed."""

from __future__ import annotations

from dataclasses import dataclass

DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
MARKERS = ("circle", "square", "diamond", "triangle-up", "triangle-down", "pentagon", "star", "hexagon")
GROUP_MARKERS = ("circle", "square", "diamond", "triangle-up", "triangle-down", "star", "hexagon", "bowtie")
"""Shapes of groups of constituents: a pentagon is kept for doors."""
PATTERNS = ("", "/", ".", "x", "-", "\\", "|", "+")


@dataclass(frozen=True)
class Colours:
    """Colours for one background; those of `series` tell options, funds, groups and headings apart for all eyes."""

    text: str
    quiet: str
    grid: str
    background: str
    total: str
    series: tuple[str, ...]

    def of(self, place: int) -> str:
        """Return the colour of the option at a place in the case."""
        return pick(self.series, place)


LIGHT = Colours(
    text="#1A1A1A",
    quiet="#555555",
    grid="#DDDDDD",
    background="#FFFFFF",
    total="#666666",
    series=("#333333", "#0068A3", "#B84700", "#00785A", "#A03F78", "#7A6100", "#27718F", "#6B4FA0"),
)
DARK = Colours(
    text="#F2F2F2",
    quiet="#BDBDBD",
    grid="#444444",
    background="#0E1117",
    total="#A6A6A6",
    series=("#D9D9D9", "#56B4E9", "#F28E3C", "#2DC99C", "#E79AC4", "#F0E442", "#8FD3F4", "#B9A5E8"),
)
"""Darker and lighter kin of the Okabe-Ito colours, each at 4.5 to 1 or more on its background (tested)."""


def colours(dark: bool) -> Colours:
    """Give the colours for a dark or a light page."""
    return DARK if dark else LIGHT


def pick(choices: tuple[str, ...], place: int) -> str:
    """Take a colour, dash, marker or pattern by place, beginning again after the last."""
    return choices[place % len(choices)]


def mixed(colour: str, ground: str, strength: float) -> str:
    """Mix a colour with its ground, solid; 1 leaves it as it is.

    >>> mixed("#000000", "#FFFFFF", 0.6)
    '#666666'
    """
    parts = zip(_parts(colour), _parts(ground), strict=True)
    return "#" + "".join(f"{round(strength * one + (1.0 - strength) * other):02X}" for one, other in parts)


def see_through(colour: str, strength: float) -> str:
    """Give a colour of which the ground shines through.

    >>> see_through("#0068A3", 0.5)
    'rgba(0,104,163,0.5)'
    """
    red, green, blue = _parts(colour)
    return f"rgba({red},{green},{blue},{strength})"


def _parts(colour: str) -> tuple[int, ...]:
    """Give red, green and blue."""
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
