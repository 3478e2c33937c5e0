"""The decision paper in words: made from figures and from what the director typed, in the order of investment papers.

Every comparing sentence is said by the words that the pages use, which choose it by its figure; a claim that points the
other way cannot be written. `tests/words/test_paper_claims.py` reads the claims again and holds them against figures.
"""

from __future__ import annotations

from collections.abc import Iterator

from colocate.analysis.bridge.compared import Compared
from colocate.analysis.deciding.what_would_change import WhatChanges
from colocate.analysis.depth import how_deep
from colocate.analysis.verdict import Verdict, verdict
from colocate.analysis.weighing.weighing import Weighing
from colocate.case import Case
from colocate.case.paper import Paper as Typed
from colocate.model.futures import Futures
from colocate.stopping import looking
from colocate.version import VERSION
from colocate.words import verdict as answer
from colocate.words.language import ENGLISH, Language
from colocate.words.paper import asking, closing, fit, money, options, risks
from colocate.words.paper.annex import annex
from colocate.words.paper.record import Bullets, Paper, PaperTable, Picture, Section, Words, numbered

__all__ = ["Bullets", "Paper", "PaperTable", "Picture", "Section", "Words", "is_short", "paper"]


def is_short(case: Case) -> bool:
    """Tell whether the paper has its short form: as the case asks, else where the case is a short one."""
    form = "" if case.paper is None else case.paper.form
    return form == "short" if form else how_deep(case).depth == "short"


def paper(
    futures: Futures,
    found: WhatChanges,
    weighed: Weighing | None,
    mark: str,
    language: Language = ENGLISH,
    compared: Compared | None = None,
) -> Paper:
    """Write the paper of a case over its futures; `mark` is the case's fingerprint.

    `found` is what would change the answer, `weighed` a weighing (None where the case cannot be weighed), `compared`
    another case that an annex is about (None for none).
    """
    case = futures.case
    typed = case.paper or Typed()
    told = verdict(futures)
    short = is_short(case)
    kind = language.say("Decision paper, short form") if short else language.say("Decision paper")
    sections = looking(_sections(futures, found, weighed, told, typed, mark, language, compared, short=short))
    places = {"mark": mark, "version": VERSION, "draws": language.number(futures.draws), "seed": str(futures.seed)}
    return Paper(
        language=language.spoken,
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


def _sections(
    futures: Futures,
    found: WhatChanges,
    weighed: Weighing | None,
    told: Verdict,
    typed: Typed,
    mark: str,
    language: Language,
    compared: Compared | None,
    *,
    short: bool,
) -> Iterator[Section]:
    """Give the sections; a short paper leaves out what its table of the four tests says, and risks without any."""
    yield asking.asked(futures, typed, language)
    yield asking.question(futures, language)
    yield asking.background(futures, typed, language)
    yield options.options(futures, language)
    yield options.tests(futures, told, language)
    yield money.money(futures, told, language, short=short)
    if not short:
        yield money.who_pays(futures, language)
        yield fit.access(futures, language)
        yield fit.mandate(futures, language)
        yield fit.government(futures, language)
        yield fit.coordinators(futures, language)
    if typed.risks or not short:
        yield risks.risks(futures, typed, language)
    yield risks.changes(futures, found, weighed, language, short=short)
    yield closing.recommendation(futures, told, typed, language)
    yield closing.documents(typed, language)
    yield closing.assumptions(futures, found, language, short=short)
    yield closing.next_steps(typed, language)
    yield closing.signatures(typed, mark, language)
    if compared is not None:
        yield annex(compared, language)
