"""The page What matters: its sections, controls and notes."""

from __future__ import annotations

from colocate.words.language import Language


def main_label(language: Language) -> str:
    """Head the few figures that the answer hangs on."""
    return language.say("The figures to find out before deciding")


def turning_label(language: Language) -> str:
    """Head every figure that can turn the answer."""
    return language.say("Where each figure turns the answer")


def worth_label(language: Language) -> str:
    """Head what it is worth to find out more."""
    return language.say("What it is worth to find out more")


def worth_note(language: Language) -> str:
    """Say what a worth is."""
    return language.say(
        "Worth: what a figure known before the decision would save on average, since one could then choose the option "
        "that is cheapest at that figure. No survey or negotiation to learn it should cost more."
    )


def map_label(language: Language) -> str:
    """Head the map of two figures."""
    return language.say("Two figures together")


def map_sides(language: Language) -> tuple[str, str]:
    """Label the choices of the two figures of a map."""
    return language.say("Across"), language.say("Up")


def map_needs_two(language: Language) -> str:
    """Say that a map needs two figures."""
    return language.say("A map needs two figures with a range.")


def choose_two(language: Language) -> str:
    """Say that the two figures must differ."""
    return language.say("Choose two different figures.")


def shares_label(language: Language) -> str:
    """Head the shares of the spread."""
    return language.say("All figures at once: where the uncertainty comes from")


def work_out(language: Language) -> str:
    """Label the button that starts what takes long."""
    return language.say("Work it out (some seconds)")


def done(part: float, language: Language) -> str:
    """Say how far the work is."""
    return language.say("{part} done", part=language.percent(part))


def looking(language: Language) -> str:
    """Say that the figures are being looked at."""
    return language.say("Looking at what each figure does to the answer")


def nearness(language: Language) -> str:
    """Say what comes first in the table of switching values."""
    return language.say("First stands the figure that has to move least from its average, measured by its own range.")
