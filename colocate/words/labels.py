"""What the records call their figures, in words: label, help, unit and source of a figure."""

from __future__ import annotations

from colocate.quantity import Quantity
from colocate.words.faults import say_message
from colocate.words.language import ENGLISH, Language, unsaid

ALONE = {
    "%/year": unsaid("% a year"),
    "day/person": unsaid("days per person"),
    "day/year": unsaid("days a year"),
    "degree": unsaid("degrees"),
    "hour/day": unsaid("hours a day"),
    "minute": unsaid("minutes"),
    "month": unsaid("months"),
    "person": unsaid("people"),
    "point": unsaid("points"),
    "ratio": unsaid("ratio"),
    "trip/week": unsaid("trips a week"),
    "workstation": unsaid("workstations"),
    "year": unsaid("years"),
    "yes/no": unsaid("yes or no"),
}
"""Units that stand alone: things that are counted in the plural."""

PARTS = {
    "h": unsaid("h"),
    "hour": unsaid("hour"),
    "m2": unsaid("m2"),
    "month": unsaid("month"),
    "person": unsaid("person"),
    "trip": unsaid("trip"),
    "use": unsaid("use"),
    "workstation": unsaid("workstation"),
    "year": unsaid("year"),
}
"""What units are made of; currencies, km and % are the same in every language."""


def label_of(quantity: Quantity, language: Language = ENGLISH) -> str:
    """Say what a figure is called in its record."""
    return language.say(quantity.label)


def help_of(quantity: Quantity, language: Language = ENGLISH) -> str:
    """Say what a figure means; empty where the record says nothing more."""
    return language.say(quantity.help) if quantity.help else ""


def source_of(quantity: Quantity, language: Language = ENGLISH) -> str:
    """Say where a figure comes from: the file's own words, or those of this program where it wrote the source."""
    return quantity.source if quantity.source_told is None else say_message(quantity.source_told, language)


def unit_of(quantity: Quantity, language: Language = ENGLISH) -> str:
    """Write a figure's unit for reading, things that are counted in the plural."""
    return language.say(ALONE[quantity.unit]) if quantity.unit in ALONE else unit_in_words(quantity.unit, language)


def unit_in_words(unit: str, language: Language = ENGLISH) -> str:
    """Write a unit for reading.

    >>> unit_in_words("USD/m2/month"), unit_in_words("%/year")
    ('USD per m2 per month', '% a year')
    """
    if "/" in unit and unit in ALONE:
        return language.say(ALONE[unit])
    first, *rest = (language.say(PARTS[part]) if part in PARTS else part for part in unit.split("/"))
    if not rest:
        return first
    if len(rest) == 1:
        return language.say("{unit} per {basis}", unit=first, basis=rest[0])
    return language.say("{unit} per {basis} per {time}", unit=first, basis=rest[0], time=rest[1])
