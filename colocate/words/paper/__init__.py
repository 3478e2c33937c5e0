"""The decision paper in words: made from figures and from what the director typed, in the order of investment papers.

Every comparing sentence is said by the words that the pages use, which choose it by its figure; a claim that points the
other way cannot be written. `tests/words/test_paper_claims.py` reads the claims again and holds them against figures.
"""

from __future__ import annotations

from colocate.analysis.deciding.what_would_change import WhatChanges
from colocate.analysis.depth import how_deep
from colocate.analysis.verdict import verdict
from colocate.analysis.weighing.weighing import Weighing
from colocate.case import Case
from colocate.case.paper import Paper as Typed
from colocate.model.futures import Futures
from colocate.stopping import look
from colocate.version import VERSION
from colocate.words import verdict as answer
from colocate.words.language import ENGLISH, Language
from colocate.words.paper import asking, closing, fit, money, options, risks
from colocate.words.paper.record import Bullets, Paper, PaperTable, Picture, Section, Words, numbered

__all__ = ["Bullets", "Paper", "PaperTable", "Picture", "Section", "Words", "is_short", "paper"]


def is_short(case: Case) -> bool:
    """Tell whether the paper has its short form: as the case asks, else where the case is a short one."""
    form = "" if case.paper is None else case.paper.form
    return form == "short" if form else how_deep(case).depth == "short"


def paper(
    futures: Futures, found: WhatChanges, weighed: Weighing | None, mark: str, language: Language = ENGLISH
) -> Paper:
    """Write the paper of a case over its futures; `mark` is the case's fingerprint.

    `found` is what would change the answer, `weighed` a weighing (None where the case cannot be weighed).
    """
    case = futures.case
    typed = case.paper or Typed()
    told = verdict(futures)
    short = is_short(case)
    kind = language.say("Decision paper, short form") if short else language.say("Decision paper")
    sections = (_short if short else _full)(futures, found, weighed, typed, mark, language)
    look()
    places = {"mark": mark, "version": VERSION, "draws": language.number(futures.draws), "seed": str(futures.seed)}
    return Paper(
        language="en",
        kind=kind,
        title=case.title,
        about=language.say("{agency}, {day}", agency=case.agency, day=language.day(case.decision_date)),
        answer_title=language.say("What the figures say"),
        answer=answer.headline(case, told, language),
        warning=language.say("The case is illustrative: the office and its figures are made up.")
        if case.illustrative
        else "",
        foot=language.say("Case {mark}. Colocate {version}, {draws} futures, seed {seed}.", **places),
        table_label=language.say("Table"),
        figure_label=language.say("Figure"),
        page_label=language.say("Page"),
        sections=numbered(sections),
    )


def _full(
    futures: Futures, found: WhatChanges, weighed: Weighing | None, typed: Typed, mark: str, language: Language
) -> tuple[Section, ...]:
    told = verdict(futures)
    return (
        asking.asked(futures, typed, language),
        asking.question(futures, language),
        asking.background(futures, typed, language),
        options.options(futures, language),
        options.tests(futures, told, language),
        money.money(futures, told, language, short=False),
        money.who_pays(futures, language),
        fit.access(futures, language),
        fit.mandate(futures, language),
        fit.government(futures, language),
        fit.coordinators(futures, language),
        risks.risks(futures, typed, language),
        risks.changes(futures, found, weighed, language, short=False),
        closing.recommendation(futures, told, typed, language),
        closing.documents(typed, language),
        closing.assumptions(futures, found, language, short=False),
        closing.next_steps(typed, language),
        closing.signatures(typed, mark, language),
    )


def _short(
    futures: Futures, found: WhatChanges, weighed: Weighing | None, typed: Typed, mark: str, language: Language
) -> tuple[Section, ...]:
    """Leave out what the table of the four tests says already, and lists where nothing was typed."""
    told = verdict(futures)
    return (
        asking.asked(futures, typed, language),
        asking.question(futures, language),
        asking.background(futures, typed, language),
        options.options(futures, language),
        options.tests(futures, told, language),
        money.money(futures, told, language, short=True),
        *((risks.risks(futures, typed, language),) if typed.risks else ()),
        risks.changes(futures, found, weighed, language, short=True),
        closing.recommendation(futures, told, typed, language),
        closing.documents(typed, language),
        closing.assumptions(futures, found, language, short=True),
        closing.next_steps(typed, language),
        closing.signatures(typed, mark, language),
    )
