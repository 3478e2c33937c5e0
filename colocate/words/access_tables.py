"""Headings of the tables on access; `p5` and `p95` are the ends of a range of 90 of 100 futures."""

from __future__ import annotations

from colocate.analysis.access.measures import LIMITS
from colocate.words.access import KNOWN_WORDS

ACCESS_COLUMNS = (
    "constituent",
    "group",
    "option",
    "option name",
    "minutes",
    "minutes are",
    "score",
    "visits a year",
    "minutes less baseline",
    "how known",
    "coordinates assumed",
    "latitude",
    "longitude",
    "source",
    "minutes p5",
    "minutes p95",
    "score p5",
    "score p95",
)

RANGED = (
    *(f"{what} within {limit} minutes" for limit in LIMITS for what in ("constituents", "share of visits")),
    "mean minutes over visits",
    "longest minutes",
    "score over all groups",
    "their hours a year",
    "our hours a year",
    "staff hours a year",
    "kilometres a year",
)
"""The plain measures that have a range."""

REACH_COLUMNS = (
    "option",
    "option name",
    "constituents",
    *RANGED,
    "constituent with the longest way",
    "its group",
    "how its way is known",
    "share of futures in which its way is the longest",
    "worst-served group",
    "share of futures in which it is worst served",
    "share of visits that walk in",
    "share of constituents that walk in",
    "people a trip",
    "our trips are counted in",
    *(f"ways {words}" for words in KNOWN_WORDS.values()),
    "coordinates assumed",
    *(f"{name} {end}" for name in RANGED for end in ("p5", "p95")),
)
