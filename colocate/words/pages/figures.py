"""The page Figures in words: how well the figures are known, its picture, its filter and its tables."""

from __future__ import annotations

from colocate.analysis.quality import Known
from colocate.case import Case
from colocate.quantity import Quality
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.naming import name_inside

NAMED = 2
"""Assumed figures that the finding names; more of them are counted."""

MEANING: dict[Quality, str] = {
    "exact": unsaid("Exact: from the books"),
    "estimated": unsaid("Estimated: borrowed from a like office or a source named"),
    "assumed": unsaid("Assumed: judged by whoever wrote the case"),
}
QUALITIES: dict[Quality, str] = {
    "exact": unsaid("exact"),
    "estimated": unsaid("estimated"),
    "assumed": unsaid("assumed"),
}
CAN_BE_MOVED, CHANGED, DEFAULT = unsaid("can be moved"), unsaid("changed by you"), unsaid("a default")
SHOW_ONLY = unsaid("Show only")
SEARCH = unsaid("Words in the name or source")
NOTHING_FITS = unsaid("No figure fits. Take a part of the filter away.")
YOU_CHANGED = unsaid("What you changed")
FIGURE, VALUE, RANGE, QUALITY, SOURCE = (
    unsaid("Figure"),
    unsaid("Value"),
    unsaid("Range"),
    unsaid("Quality"),
    unsaid("Source"),
)
BEFORE, NOW = unsaid("Before"), unsaid("Now")
JOINED, NOT_JOINED = unsaid("joined"), unsaid("not joined")


def finding(found: Known, case: Case, language: Language = ENGLISH) -> str:
    """Say in one sentence how many figures are assumed, and which of those matter."""
    assumed, every = language.number(found.counts["assumed"]), language.number(found.all)
    if not found.counts["assumed"]:
        return language.say("Every one of the {every} figures has a source or a like office behind it", every=every)
    names = [name_inside(case, one, with_option=True, language=language) for one in found.assumed_that_matter]
    if not found.varies:
        return language.say(
            "{assumed} of {every} figures are assumed, and not one has a range", assumed=assumed, every=every
        )
    if not names:
        return language.say(
            "{assumed} of {every} figures are assumed; no single one of them decides which option costs least",
            assumed=assumed,
            every=every,
        )
    if len(names) <= NAMED:
        return language.say(
            "{assumed} of {every} figures are assumed; what matters is to find out {names}",
            assumed=assumed,
            every=every,
            names=language.listed(names),
        )
    return language.say(
        "{assumed} of {every} figures are assumed; {count} of them matter, first of all {name}",
        assumed=assumed,
        every=every,
        count=language.number(len(names)),
        name=names[0],
    )


def picture_in_words(found: Known, language: Language = ENGLISH) -> str:
    """Say what the picture of the qualities shows."""
    told = [
        language.say(
            "{quality}: {count} of {every} figures.",
            quality=language.say(MEANING[quality]),
            count=language.number(count),
            every=language.number(found.all),
        )
        for quality, count in found.counts.items()
    ]
    matter = language.say(
        "Assumed figures that the answer hangs on: {count}.", count=language.number(len(found.assumed_that_matter))
    )
    return " ".join([*told, matter])


def bar_label(quality: Quality, found: Known, language: Language = ENGLISH) -> str:
    """Write what stands beside a quality's bar: the count, and how many of the assumed ones matter."""
    count = language.number(found.counts[quality])
    if quality != "assumed" or not found.assumed_that_matter:
        return count
    return language.say(
        "{count}, of which {matter} matter (the filled part)",
        count=count,
        matter=language.number(len(found.assumed_that_matter)),
    )


def shown_of(kept: int, every: int, language: Language = ENGLISH) -> str:
    """Head the tables by how many figures of all they show."""
    return language.say(
        "{kept} of {every} figures, with their sources", kept=language.number(kept), every=language.number(every)
    )


def group_of(heading: str, count: int, language: Language = ENGLISH) -> str:
    """Label the table of one group of figures."""
    return language.say("{heading}: {count}", heading=heading, count=language.number(count))


def in_the_file(path: str, language: Language = ENGLISH) -> str:
    """Say by which path the file and the command line know a figure."""
    return language.say("In the file: {path}", path=path)
