"""The figures that the answer hangs on, in words: where each turns it, and what it is worth to find each out."""

from __future__ import annotations

from colocate.analysis.deciding.decisive import SURE, Deciding, FigureWorth
from colocate.analysis.deciding.value_of_information import Worth
from colocate.case import Case
from colocate.model.futures import Futures
from colocate.quantity import Quantity
from colocate.words.futures import of_hundred
from colocate.words.labels import unit_of
from colocate.words.language import ENGLISH, Language
from colocate.words.naming import name_inside, name_of, quoted_name, quoted_names


def hangs_on(found: Deciding, futures: Futures, language: Language = ENGLISH) -> str:
    """Say on which few figures the answer on money hangs, in one sentence."""
    names = [name_inside(futures.case, one.quantity, with_option=True, language=language) for one in found.main]
    option = quoted_name(futures.case, found.cheapest, language)
    if not found.figures:
        return language.say("No figure of the case has a range: nothing varies, and nothing can turn the answer.")
    if names:
        return language.say_many(
            "The answer on money hangs on {count} figure: {figures}.",
            "The answer on money hangs on {count} figures: {figures}.",
            len(names),
            figures=language.listed(names),
        )
    if found.is_settled:
        return language.say(
            "The answer on money hangs on no figure: {option} costs least nearly always.", option=option
        )
    return language.say("The answer on money hangs on several figures together; no single one is worth finding out.")


def worth_in_words(worth: Worth, currency: str, language: Language = ENGLISH) -> str:
    """Say what finding something out is worth paying for at most."""
    if worth.value <= SURE * worth.standard_error:
        return language.say("Finding it out would hardly change the choice: not worth paying for.")
    return language.say("Worth paying at most {amount} to find out.", amount=language.about(worth.value, currency))


def everything_in_words(found: Deciding, currency: str, language: Language = ENGLISH) -> str:
    """Say what it is worth to find out all figures before deciding."""
    worth = found.everything
    if worth.value <= SURE * worth.standard_error:
        return language.say("To find out every figure before deciding would hardly change the choice.")
    return language.say(
        "To find out every figure before deciding is worth at most {amount}.",
        amount=language.about(worth.value, currency),
    )


def turns_in_words(one: FigureWorth, futures: Futures, language: Language = ENGLISH) -> str:
    """Say where a figure turns the answer, all else as uncertain as it is."""
    quantity, crossings = one.quantity, one.switching.crossings
    names = quoted_names(futures.case, language)
    if not crossings:
        return language.say("Nowhere in its range.")
    if quantity.shape == "yes/no":
        return language.say(
            "No: {below} costs least. Yes: {above}.", below=names[crossings[0].below], above=names[crossings[0].above]
        )
    first = crossings[0]
    values = [turning_value(crossing.value, language) for crossing in crossings]
    unit = unit_of(quantity, language)
    if len(crossings) == 1:
        return language.say(
            "Below {value} {unit}, {below} costs least; above it, {above}.",
            value=values[0],
            unit=unit,
            below=names[first.below],
            above=names[first.above],
        )
    stretches = [
        language.say("from {value} {option}", value=value, option=names[crossing.above])
        for value, crossing in zip(values, crossings, strict=True)
    ]
    return language.say(
        "{below} costs least at first, {stretches} ({unit}).",
        below=names[first.below],
        stretches=language.listed(stretches),
        unit=unit,
    )


def turning_value(value: float, language: Language = ENGLISH) -> str:
    """Write a switching value to three figures, without unit."""
    return language.figure(float(f"{value:.3g}"))


def roughly(value: float, language: Language = ENGLISH) -> str:
    """Write a switching value that no run has confirmed to two figures, without unit."""
    return language.figure(float(f"{value:.2g}"))


def ends_of(quantity: Quantity, language: Language = ENGLISH) -> tuple[str, str]:
    """Write a figure's low and high without unit; no and yes where it is that."""
    if quantity.shape == "yes/no":
        return language.say("no"), language.say("yes")
    return language.figure(quantity.low), language.figure(quantity.high)


def range_of_figure(quantity: Quantity, language: Language = ENGLISH) -> str:
    """Write a figure's range with its unit, or how likely a yes is."""
    if quantity.shape == "yes/no":
        return language.say("yes in {chance} futures", chance=of_hundred(quantity.probability or 0.0, language))
    low, high = ends_of(quantity, language)
    return language.say("{low} to {high} {unit}", low=low, high=high, unit=unit_of(quantity, language))


def expected_of_figure(one: FigureWorth, language: Language = ENGLISH) -> str:
    """Write what a figure is on average; nothing for a yes or no, whose range says it."""
    if one.quantity.shape == "yes/no":
        return ""
    return language.say("on average {value}", value=language.figure(float(f"{one.expected:.4g}")))


def with_unit(case: Case, quantity: Quantity, language: Language = ENGLISH) -> str:
    """Write a figure's name and unit, as in "Market rent, USD per m2 per month"."""
    name, unit = name_of(case, quantity, with_option=True, language=language), unit_of(quantity, language)
    if quantity.shape == "yes/no" or name.lower().endswith(unit):
        return name
    return language.say("{figure}, {unit}", figure=name, unit=unit.replace(" ", "\xa0"))
