"""Risks in a three by three matrix, and what would change the answer and is worth finding out."""

from __future__ import annotations

from colocate.analysis.deciding.what_would_change import WhatChanges
from colocate.analysis.weighing.weighing import Weighing
from colocate.case.paper import Level, Risk
from colocate.case.paper import Paper as Typed
from colocate.model.futures import Futures
from colocate.words.deciding_tables import figures_table, main_title, turning_words
from colocate.words.decisive import everything_in_words, hangs_on
from colocate.words.language import Language, unsaid
from colocate.words.naming import short_name
from colocate.words.numbers import NOTHING
from colocate.words.paper.filling import still_open
from colocate.words.paper.record import Block, Bullets, PaperTable, Section, Words
from colocate.words.weighing import without_weights
from colocate.words.weighing_tables import Entry

LEVELS: tuple[Level, ...] = ("low", "medium", "high")
LIKELIHOODS: dict[Level, str] = {
    "low": unsaid("Likelihood low"),
    "medium": unsaid("Likelihood medium"),
    "high": unsaid("Likelihood high"),
}
IMPACTS: dict[Level, str] = {
    "low": unsaid("Impact low"),
    "medium": unsaid("Impact medium"),
    "high": unsaid("Impact high"),
}


def risks(futures: Futures, typed: Typed, language: Language) -> Section:
    """Set the typed risks into a matrix by their numbers, and tell each with its response."""
    title = language.say("Risks")
    if not typed.risks:
        return Section("risks", title, (still_open(language.say("the risks, by likelihood and impact"), language),))
    places: dict[tuple[Level, Level], list[str]] = {}
    for number, one in enumerate(typed.risks, start=1):
        places.setdefault((one.likelihood, one.impact), []).append(_name(number, language))
    rows = tuple(
        (
            Entry(language.say(LIKELIHOODS[likelihood])),
            *(Entry(", ".join(places.get((likelihood, impact), [NOTHING]))) for impact in LEVELS),
        )
        for likelihood in reversed(LEVELS)
    )
    matrix = PaperTable(
        language.say("Risks by likelihood and impact"),
        (language.say("Likelihood"), *(language.say(IMPACTS[impact]) for impact in LEVELS)),
        rows,
        (1, 1, 1, 1),
    )
    told = tuple(_told(futures, number, one, language) for number, one in enumerate(typed.risks, start=1))
    return Section("risks", title, (matrix, Bullets(told)))


def _name(number: int, language: Language) -> str:
    return language.say("R{number}", number=language.number(number))


def _told(futures: Futures, number: int, one: Risk, language: Language) -> str:
    places = {"name": _name(number, language), "risk": one.risk.strip().removesuffix(".")}
    if one.option:
        places["risk"] = language.say(
            "{option}: {risk}", option=short_name(futures.case, one.option), risk=places["risk"]
        )
    if not one.response.strip():
        return language.say("{name}. {risk}. Response: to be filled in.", **places)
    return language.say(
        "{name}. {risk}. Response: {response}.", response=one.response.strip().removesuffix("."), **places
    )


def changes(
    futures: Futures, found: WhatChanges, weighed: Weighing | None, language: Language, *, short: bool
) -> Section:
    """Say which figures turn the answer, what finding each out is worth, and who comes first over all weights."""
    deciding = found.deciding
    said = [hangs_on(deciding, found.futures, language)]
    if deciding.figures:
        said += [turning_words(deciding, language), everything_in_words(deciding, futures.case.currency, language)]
    if weighed is not None:
        said.append(without_weights(weighed, language))
    blocks: list[Block] = [Words(" ".join(said))]
    if deciding.main and not short:
        made = figures_table(deciding.main, found.futures, main_title(language), language)
        blocks.append(PaperTable(made.title, made.columns, made.rows, (4, 4, 6, 5)))
    title = language.say("What would change the answer, and what is worth finding out")
    return Section("changes", title, tuple(blocks))
