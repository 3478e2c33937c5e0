"""What the first page says besides the answer: what to do before deciding, and the headings of what is folded."""

from __future__ import annotations

from colocate.analysis.deciding.decisive import Deciding, FigureWorth
from colocate.analysis.depth import how_deep
from colocate.analysis.uncertainty.odds import DRAWS
from colocate.analysis.verdict import Verdict
from colocate.case import Case
from colocate.model.futures import Futures
from colocate.words.conditions import about_figures
from colocate.words.decisive import roughly, turning_value
from colocate.words.depth import depth_in_words
from colocate.words.labels import unit_of
from colocate.words.language import Language
from colocate.words.naming import name_of, short_names
from colocate.words.verdict import shifted_words


def before_title(language: Language) -> str:
    """Head the box of what to do first."""
    return language.say("Before you decide")


def working(language: Language) -> str:
    """Say that the box is being worked out."""
    return language.say("Looking for the figures that can turn the answer…")


def before_deciding(
    futures: Futures, found: Verdict, decisive: Deciding, language: Language
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the lines of the box: the figures to find out; what is open, who pays, and the case's own warning."""
    case = futures.case
    figures = tuple(_turning(case, one, language) for one in decisive.main)
    borne = "" if found.mostly_shifted else shifted_words(case, found, language)  # else the headline says it
    rest = (*_open(futures, found, language), borne, _about_figures(case, language))
    return figures, tuple(words for words in rest if words)


def _about_figures(case: Case, language: Language) -> str:
    """Give the case's own warning about its figures; of a short case, how many of them are defaults."""
    found = how_deep(case)
    if found.depth == "short":
        return depth_in_words(found, language)
    return next(iter(about_figures(case, language)), "")


def nothing_decides(decisive: Deciding, draws: int, language: Language) -> str:
    """Say why no figure is named, over so many futures."""
    if decisive.figures and draws < DRAWS and not decisive.is_settled:
        return language.say("Over so few futures no single figure stands out yet.")
    if decisive.figures:
        return language.say("No single figure is worth finding out first.")
    return language.say("No figure has a range: nothing varies.")


def find_out(language: Language) -> str:
    """Head the figures to find out."""
    return language.say("The answer on money turns at:")


def _turning(case: Case, one: FigureWorth, language: Language) -> str:
    """Name a figure with the value at which the option of lowest expected cost changes."""
    quantity = one.quantity
    name = name_of(case, quantity, language=language)
    if quantity.shape == "yes/no":
        return language.say("{figure}: yes or no", figure=name)
    unit = unit_of(quantity, language)
    if not one.switching.confirmed:
        value = roughly(one.switching.crossings[0].value, language)
        return language.say("{figure}: about {value} {unit}", figure=name, value=value, unit=unit)
    values = [turning_value(crossing.value, language) for crossing in one.switching.crossings]
    return language.say("{figure}: {value} {unit}", figure=name, value=language.listed(values), unit=unit)


def _open(futures: Futures, found: Verdict, language: Language) -> tuple[str, ...]:
    """Count what nobody has settled: gates and mandate questions of the options that can still be chosen."""
    central = futures.central
    gates = sum(len(option.open_gates) for option in central.options[1:] if not option.fails)
    questions = max((one.open for one in found.criterion("mandate").standings), default=0)
    said = []
    if gates:
        said.append(language.say_many("{count} gate open.", "{count} gates open.", gates))
    if questions:
        worst = max(found.criterion("mandate").standings, key=lambda one: one.open)
        said.append(
            language.say_many(
                "{count} mandate question open ({option}).",
                "{count} mandate questions open ({option}).",
                questions,
                option=short_names(futures.case)[worst.option],
            )
        )
    return tuple(said)


def why_title(language: Language) -> str:
    """Head the sentences behind the answer and its conditions."""
    return language.say("Why, and conditions")


def conditions_title(language: Language) -> str:
    """Head the conditions."""
    return language.say("On these conditions")


def table_title(language: Language) -> str:
    """Head the plain table."""
    return language.say("Everything as a table")


def criterion_column(language: Language) -> str:
    """Head the first column of the plain table."""
    return language.say("Criterion")


def auditor_title(count: int, language: Language) -> str:
    """Head the points that an auditor would raise."""
    return language.say_many("{count} point of an auditor", "{count} points of an auditor", count)


def said_of(option: str, figure: str, more: str, language: Language) -> str:
    """Say one row of a tile in words, for a pointer and for those who do not see the picture."""
    if more:
        return language.say("{option}: {figure} ({more})", option=option, figure=figure, more=more)
    return language.say("{option}: {figure}", option=option, figure=figure)
