"""The page How sure: its sections and notes."""

from __future__ import annotations

from colocate.model.futures import Futures
from colocate.words.language import Language


def nothing_varies(language: Language) -> str:
    """Say that there is nothing to be unsure of."""
    return language.say(
        "No figure of this case has a range: nothing varies, and every amount is as sure as its source."
    )


def odds_label(language: Language) -> str:
    """Head the table of odds."""
    return language.say("Odds, saving, regret and room, option by option")


def savings_label(language: Language) -> str:
    """Head the picture of savings."""
    return language.say("Saving against today's way, with its range")


def how_label(language: Language) -> str:
    """Head how the futures are drawn."""
    return language.say("How the futures are drawn")


def how_drawn(futures: Futures, language: Language) -> tuple[str, ...]:
    """Say how futures come about, and what they leave out."""
    ranges, figures = len(futures.figures), language.number(len(futures.case.quantities))
    return (
        language.say_many(
            "{count} of {figures} figures has a range.",
            "{count} of {figures} figures have a range.",
            ranges,
            figures=figures,
        ),
        language.say(
            "Each of {draws} futures takes one value of each, more often near the most likely one, and works the whole "
            "case out again. What is shown is the average over them, and the range in which 90 of 100 lie.",
            draws=language.number(futures.draws),
        ),
        language.say(
            "The same seed ({seed}) gives the same futures again, here and from the command line. A lever that you set "
            "holds its figure in every future.",
            seed=str(futures.seed),
        ),
        language.say("Mandate and the government's wish do not vary with the futures."),
    )
