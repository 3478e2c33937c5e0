"""One objection to a case, as a record: its kind, whom it is about, and what it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "nothing varies",
    "assumed without a range",
    "rate like a fraction",
    "rate of exchange stays",
    "nobody there",
    "ways not measured",
    "short checklist",
    "themes missing",
    "unlike sizes",
    "costs omitted",
    "subsidised lease ends",
    "rent never changes",
    "building owned",
    "building left unsold",
    "capital charge is reckoned",
    "returns after loans",
    "delay without a range",
    "old lease ends before the move",
    "no contingency",
    "move without one-offs",
    "disruption not stated",
    "savings are staff time",
    "staff time as cash",
    "pay of vacant posts as cash",
    "answers without evidence",
    "gates without evidence",
    "ruled out without evidence",
    "ruled out past every gate",
    "wish without evidence",
    "wish on weak evidence",
    "tenants' costs not stated",
    "house over full",
    "nobody works there",
    "rent-free months outlast the lease",
    "rent unlike the market",
    "promise outlasts the horizon",
    "move beyond the horizon",
    "move may fall beyond the horizon",
    "costs that never count",
    "narrow ranges",
    "per cent like fractions",
    "rate of exchange upside down",
    "coordinates swapped",
    "sign of coordinates",
    "far from all others",
    "times unlike distances",
]


@dataclass(frozen=True)
class Caution:
    """One objection: its kind, the options it is about (none: the case as a whole), and what it names.

    `figures` are numbers by what they are, `names` texts of the case: gates, themes, headings, paths of quantities.
    `premises` names the further premises that it is about; it is empty where it is about the main ones, or the whole.
    """

    kind: Kind
    options: tuple[str, ...] = ()
    figures: Mapping[str, float] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    premises: str = ""
