"""The exported page of charts: its headings and buttons, and what it rests on."""

from __future__ import annotations

from colocate.model.futures import Futures
from colocate.words.futures import how_drawn
from colocate.words.language import Language


def rests_on(futures: Futures, language: Language) -> str:
    """Say what the figures rest on: the futures, or single figures where nothing varies."""
    if not futures.figures:
        return language.say("No figure has a range: every result is worked out once, and nothing varies.")
    return how_drawn(futures.draws, futures.seed, language)


def conditions(language: Language) -> str:
    """Head what must be settled."""
    return language.say("Conditions")


def cautions(language: Language) -> str:
    """Head the points that an auditor would raise."""
    return language.say("Cautions")


def all_options(language: Language) -> str:
    """Head the charts of all options together."""
    return language.say("All options")


def how_sure(language: Language) -> str:
    """Head the charts of odds."""
    return language.say("How sure")


def what_matters(language: Language) -> str:
    """Head the charts of the figures that decide."""
    return language.say("What matters")


def weighing(language: Language) -> str:
    """Head the charts of a weighing."""
    return language.say("Weighing")


def save_as(image: str, title: str, language: Language) -> tuple[str, str]:
    """Label a button that saves a chart, in short and with the chart's title."""
    short = language.say("Save as {image}", image=image)
    return short, language.say("Save as {image}: {title}", image=image, title=title)
