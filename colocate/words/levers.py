"""The levers in words: labels of controls, what a figure is held at, its range, and what may be entered."""

from __future__ import annotations

from colocate.case import Case
from colocate.quantity import Quantity
from colocate.units import MOST_MONEY
from colocate.words.labels import help_of, source_of, unit_of
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.naming import name_of
from colocate.words.numbers import NOTHING
from colocate.words.reference_classes import how_range_came, where_range_is_from

FIRST = unsaid("What decides most")
RESET_ALL = unsaid("Reset all")
RESET = unsaid("Reset")
RESET_HELP = unsaid("Back to what the case says: {name}")
HOLD_HELP = unsaid("The figure is then the same in every future, inside its range or not.")
SWITCHES = unsaid("Shared services that the agency joins")
OPEN = unsaid("Type it, change the range")
CLOSE = unsaid("Close")
HOLD = unsaid("Hold at exactly")
LET_VARY = unsaid("Let it vary again")
LOW, MODE, HIGH = unsaid("Low"), unsaid("Most likely"), unsaid("High")
CHANGE_RANGE = unsaid("Change the range")
YES, NO, OPEN_ANSWER = unsaid("Yes"), unsaid("No"), unsaid("Uncertain")


def lever_label(case: Case, quantity: Quantity, language: Language = ENGLISH, *, with_option: bool = False) -> str:
    """Label a lever by its name and its unit, each once."""
    name, unit = name_of(case, quantity, with_option=with_option, language=language), unit_of(quantity, language)
    if quantity.shape == "yes/no" or name.lower() == unit:
        return name
    return language.say("{name} ({unit})", name=name, unit=unit)


def lever_help(case: Case, quantity: Quantity, language: Language = ENGLISH) -> tuple[str, ...]:
    """Say what a figure means, where it and its range come from, and of what quality it is: a paragraph each."""
    source = language.say("Source: {source}", source=source_of(quantity, language))
    quality = language.say("Quality: {quality}", quality=quality_in_words(quantity.quality, language))
    meaning = help_of(quantity, language)
    of_class = (where_range_is_from(case, quantity, language), how_range_came(case, quantity, language))
    return tuple(one for one in (meaning, source, quality, *of_class) if one)


def quality_in_words(quality: str, language: Language = ENGLISH) -> str:
    """Name the quality of a figure."""
    return {"exact": language.say("exact"), "estimated": language.say("estimated")}.get(
        quality, language.say("assumed")
    )


def value_in_words(case: Case, quantity: Quantity, value: float, language: Language = ENGLISH) -> str:
    """Write a value of a figure: a yes or no, a number, or months from the decision with their calendar month."""
    if quantity.shape == "yes/no":
        return language.say("yes") if value else language.say("no")
    number = language.figure(value)
    if quantity.dated:
        return language.say("{number} ({month})", number=number, month=language.month(case.decision_date, value))
    return number


def range_in_words(quantity: Quantity, language: Language = ENGLISH) -> str:
    """Write a figure's range as it stands in the case, settled or not; a dash where it has none."""
    if quantity.shape == "yes/no":
        return language.say("yes in {chance} of 100", chance=language.number(100 * (quantity.probability or 0.0)))
    if not quantity.has_range:
        return NOTHING
    return language.say("{low} to {high}", low=language.figure(quantity.low), high=language.figure(quantity.high))


def state_in_words(case: Case, was: Quantity, now: Quantity, language: Language = ENGLISH) -> str:
    """Say how a lever stands: its range, what it is held at and by whom, or what its range was before."""
    if now.settled is not None:
        value = value_in_words(case, now, now.settled, language)
        if was.settled == now.settled:
            return language.say("The case holds it at {value} in every future.", value=value)
        return language.say("Set by you: {value} in every future. {before}", value=value, before=_before(was, language))
    if was.settled is not None:
        return language.say("It varies again, as you chose: {range}.", range=_ends(now, language))
    if (was.low, was.mode, was.high) != (now.low, now.mode, now.high):
        return language.say(
            "Range set by you: {now}. {before}", now=_ends(now, language), before=_before(was, language)
        )
    if not now.has_range:
        return language.say("{value}, exactly", value=value_in_words(case, now, now.value, language))
    return _ends(now, language)


def old_and_new(case: Case, was: Quantity, now: Quantity, language: Language = ENGLISH) -> str:
    """Say what a figure was and what the user has made of it, for a list of changes."""
    return language.say(
        "{name}: {new} (before: {old})",
        name=name_of(case, now, with_option=True, language=language),
        new=as_it_stands(case, now, language),
        old=as_it_stands(case, was, language),
    )


def as_it_stands(case: Case, quantity: Quantity, language: Language = ENGLISH) -> str:
    """Write a figure as it stands with its unit: the value that it is held at, or its range with the most likely."""
    if quantity.is_uncertain:
        return _with_unit(quantity, _ends(quantity, language), language)
    value = _with_unit(quantity, value_in_words(case, quantity, quantity.value, language), language)
    return language.say("held at {value}", value=value) if quantity.settled is not None else value


def allowed_in_words(quantity: Quantity, language: Language = ENGLISH) -> str:
    """Say what may be entered for a figure."""
    least, most = bounds_of(quantity)
    if quantity.shape == "yes/no":
        return language.say("Allowed: yes or no.")
    if least is not None and most is not None:
        return language.say("Allowed: {least} to {most}.", least=language.figure(least), most=language.figure(most))
    if least is not None:
        return language.say("Allowed: {least} or more.", least=language.figure(least))
    if most is not None:
        return language.say("Allowed: {most} or less.", most=language.figure(most))
    return language.say("Allowed: any number.")


def bounds_of(quantity: Quantity) -> tuple[float | None, float | None]:
    """Give the least and the most that may be entered for a figure, None where only the size of numbers limits it."""
    return (
        float(quantity.least) if quantity.least > -MOST_MONEY else None,
        float(quantity.most) if quantity.most < MOST_MONEY else None,
    )


def mode_follows(language: Language = ENGLISH) -> str:
    """Say why a range has no most likely value to enter."""
    return language.say("The most likely value follows from low and high here.")


def _with_unit(quantity: Quantity, value: str, language: Language) -> str:
    if quantity.shape == "yes/no":
        return value
    return language.say("{value} {unit}", value=value, unit=unit_of(quantity, language))


def _ends(quantity: Quantity, language: Language) -> str:
    if quantity.shape == "yes/no":
        return range_in_words(quantity, language)
    return language.say(
        "{low} to {high}, most likely {mode}",
        low=language.figure(quantity.low),
        mode=language.figure(quantity.mode),
        high=language.figure(quantity.high),
    )


def _before(was: Quantity, language: Language) -> str:
    if was.is_uncertain:
        return language.say("Before: {range}.", range=_ends(was, language))
    return language.say("Before: {value}.", value=language.figure(was.value))
