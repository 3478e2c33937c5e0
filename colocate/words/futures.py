"""How odds and ranges over possible futures are said, everywhere in the same few words."""

from __future__ import annotations

from colocate.analysis.uncertainty.odds import DRAWS
from colocate.draws.sampling import SEED
from colocate.words.language import ENGLISH, Language


def of_hundred(share: float, language: Language = ENGLISH) -> str:
    """Write a share as a number of 100 futures; none and all only where that is so.

    >>> of_hundred(0.784), of_hundred(0.0004), of_hundred(0.9996), of_hundred(1.0)
    ('78 of 100', 'fewer than 1 of 100', 'more than 99 of 100', '100 of 100')
    """
    if 0 < share < 0.005:
        return language.say("fewer than 1 of 100")
    if 0.995 <= share < 1:
        return language.say("more than 99 of 100")
    return language.say("{count} of 100", count=language.number(100 * share))


def count_of_hundred(share: float, count: int, language: Language = ENGLISH) -> str:
    """Write a share that has been rounded to a count of 100; none and all only where that is so."""
    if share > 0 and count == 0:
        return language.say("fewer than 1 of 100")
    if share < 1 and count == 100:
        return language.say("more than 99 of 100")
    return language.say("{count} of 100", count=language.number(count))


def few_of_hundred(share: float, count: int, language: Language = ENGLISH) -> str:
    """Write the same in fewest words, below a heading that says of what: none and all only where that is so.

    >>> few_of_hundred(0.68, 68), few_of_hundred(0.001, 0), few_of_hundred(0.999, 100)
    ('68', 'below 1', 'over 99')
    """
    if share > 0 and count == 0:
        return language.say("below 1")
    if share < 1 and count == 100:
        return language.say("over 99")
    return language.number(count)


def on_average(draws: int = DRAWS, language: Language = ENGLISH) -> str:
    """Say what every uncertain figure is, and the bar around its mark; and where futures are fewer than usual."""
    said = language.say("On average over {draws} possible futures; bars hold 90 of 100.", draws=language.number(draws))
    if draws >= DRAWS:
        return said
    more = language.say("Others use this server now: all {draws} follow.", draws=language.number(DRAWS))
    return f"{said} {more}"


def how_drawn(draws: int = DRAWS, seed: int = SEED, language: Language = ENGLISH) -> str:
    """Say what averages, odds and ranges rest on, so that each can be worked out again."""
    return language.say(
        "Averages, odds and ranges: {draws} possible futures, all uncertain figures drawn at once over their ranges "
        "(seed {seed}).",
        draws=language.number(draws),
        seed=str(seed),
    )
