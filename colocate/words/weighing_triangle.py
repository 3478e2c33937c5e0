"""The triangle of weights in words: its corners, its marks, and over how much of it each option comes first."""

from __future__ import annotations

from colocate.analysis.weighing.shapes import SURE, Zone, zones
from colocate.analysis.weighing.triangle import Triangle
from colocate.analysis.weighing.weighing import Weighing
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.money import Finding
from colocate.words.naming import quoted_names, short_name
from colocate.words.weighing_names import criterion_title, each_of_hundred, each_percent, listed_weights


def corner_words(found: Weighing, corner: tuple[str, ...], language: Language = ENGLISH) -> str:
    """Name a corner of the triangle by its criteria."""
    return language.listed([criterion_title(found.table.case, name, language) for name in corner])


def triangle_key(found: Weighing, option: str, letter: str, language: Language = ENGLISH) -> str:
    """Name an option in the legend of the triangle, with its letter."""
    return language.say("{letter}: {option}", letter=letter, option=short_name(found.table.case, option))


def triangle_marks(found: Weighing, language: Language = ENGLISH) -> tuple[str, ...]:
    """Say what filled and hollow marks mean, a line each; nothing where there is one future only."""
    if not found.table.varies:
        return ()
    share = each_of_hundred([SURE, 1.0 - SURE], language)[0]
    return (
        language.say("filled: first in {share} futures or more", share=share),
        language.say("hollow: first in fewer"),
    )


def these_weights(language: Language = ENGLISH) -> str:
    """Name the mark of the weights that were asked about."""
    return language.say("These weights")


def finding_triangle(found: Weighing, language: Language = ENGLISH) -> Finding:
    """Say over how much of the triangle of weights each option comes first; for a weighing that has a triangle."""
    table, laid_out = found.table, _triangle(found)
    names = quoted_names(table.case, language)
    drawn = [zone.option for zone in zones(laid_out, table)]
    rows = dict(zip(drawn, triangle_rows(found, language), strict=True))
    largest = max(table.options, key=lambda option: laid_out.first[option])
    message = unsaid("{option} comes first over {part} of the triangle of weights")
    if table.varies:
        message = unsaid("On average {option} comes first over {part} of the triangle of weights")
    title = language.say(message, option=names[largest], part=rows[largest][1])
    corners = language.listed([corner_words(found, corner, language) for corner in laid_out.corners])
    parts = [
        language.say(
            "A triangle of weights with the corners {corners}; each corner is a weight of 100\u00a0%.", corners=corners
        )
    ]
    each = unsaid("{option} comes first over {part} of it.")
    if table.varies:
        each = unsaid("{option} comes first over {part} of it; over {sure} of that in at least {share} futures.")
    share = each_of_hundred([SURE, 1.0 - SURE], language)[0]
    for option, (_name, part, sure) in rows.items():
        parts.append(language.say(each, option=names[option], part=part, sure=sure, share=share))
    never = [names[option] for option in table.options if not laid_out.first[option]]
    if never:
        parts.append(language.say("Nowhere: {options}.", options=language.listed(never)))
    here = listed_weights(table, found.chosen.weights, language)
    parts.append(language.say("These weights: {weights}.", weights=here))
    return Finding(title, " ".join(parts))


def triangle_rows(found: Weighing, language: Language = ENGLISH) -> tuple[tuple[str, str, str], ...]:
    """Give each option with its part of the triangle, and the part of that in which it is sure; in the case's order."""
    told = zones(_triangle(found), found.table)
    parts = each_percent([zone.part for zone in told], language)
    return tuple(
        (short_name(found.table.case, zone.option), part, language.percent(_sure(zone)))
        for zone, part in zip(told, parts, strict=True)
    )


def _sure(zone: Zone) -> float:
    return len(zone.sure) / (len(zone.sure) + len(zone.unsure))


def _triangle(found: Weighing) -> Triangle:
    if found.triangle is None:
        raise ValueError("a triangle needs money, access, and a third criterion")
    return found.triangle
