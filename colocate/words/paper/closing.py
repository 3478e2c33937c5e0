"""The end of the paper: recommendation, documents, assumptions, next steps, signatures."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.analysis.deciding.what_would_change import WhatChanges
from colocate.analysis.depth import how_deep
from colocate.analysis.quality import known
from colocate.analysis.verdict import Verdict
from colocate.case.paper import DocumentStatus
from colocate.case.paper import Paper as Typed
from colocate.model.futures import Futures
from colocate.quantity import Quality
from colocate.words.cautions import caution_words
from colocate.words.conditions import conditions
from colocate.words.decisive import range_of_figure
from colocate.words.depth import depth_in_words
from colocate.words.labels import source_of
from colocate.words.language import Language, unsaid
from colocate.words.naming import name_of
from colocate.words.numbers import NOTHING
from colocate.words.pages.figures import QUALITIES, finding
from colocate.words.paper.filling import cell_or_open, still_open, typed_or_open
from colocate.words.paper.record import Block, Bullets, PaperTable, Section, Words
from colocate.words.weighing_tables import Entry

STATUSES: dict[DocumentStatus, str] = {
    "missing": unsaid("missing"),
    "asked for": unsaid("asked for"),
    "there": unsaid("there"),
}


def recommendation(futures: Futures, found: Verdict, typed: Typed, language: Language) -> Section:
    """Give the director's recommendation, or leave it open; its conditions, and those that the figures ask for."""
    what = language.say("the recommendation of the director; the program makes none")
    blocks: list[Block] = [*typed_or_open(typed.recommendation, what, language)]
    if typed.conditions:
        blocks += [Words(language.say("On these conditions"), "lead"), Bullets(typed.conditions)]
    asked = conditions(futures, found, language)
    if asked:
        blocks += [Words(language.say("Still open, by the case"), "lead"), Bullets(asked)]
    return Section("recommendation", language.say("Recommendation"), tuple(blocks))


def documents(typed: Typed, language: Language) -> Section:
    """List approvals and documents with their status, and count those that are not there."""
    title = language.say("Approvals and documents")
    if not typed.documents:
        what = language.say("the approvals and documents that the decision needs, and which are missing")
        return Section("documents", title, (still_open(what, language),))
    missing = sum(one.status != "there" for one in typed.documents)
    said = language.say_many(
        "{count} of {all} is not there yet.",
        "{count} of {all} are not there yet.",
        missing,
        all=language.number(len(typed.documents)),
    )
    table = PaperTable(
        language.say("Approvals and documents that the decision needs"),
        (language.say("Document"), language.say("Status"), language.say("Due by"), language.say("Remark")),
        tuple(
            (
                Entry(one.name),
                Entry(language.say(STATUSES[one.status])),
                Entry(NOTHING if one.by is None else language.day(one.by)),
                Entry(one.note.strip() or NOTHING),
            )
            for one in typed.documents
        ),
        (5, 2, 3, 5),
    )
    return Section("documents", title, (table, Words(said)))


def assumptions(futures: Futures, found: WhatChanges, language: Language, *, short: bool) -> Section:
    """Say how well the figures are known, and tell the assumed ones that the answer hangs on with their sources."""
    case, quality = futures.case, known(futures, found.deciding)
    said = [
        language.say("{finding}.", finding=finding(quality, case, language)) if quality.all else "",
        depth_in_words(how_deep(case), language),
        _rates(futures, language),
    ]
    blocks: list[Block] = [Words(" ".join(one for one in said if one))]
    if not short and quality.all:
        blocks.append(_counts(quality.counts, language))
    if not short and quality.assumed_that_matter:
        blocks.append(
            PaperTable(
                language.say("Assumed figures that the answer hangs on"),
                (language.say("Figure"), language.say("Range"), language.say("Source")),
                tuple(
                    (
                        Entry(name_of(case, one, with_option=True, language=language)),
                        Entry(range_of_figure(one, language)),
                        Entry(source_of(one, language)),
                    )
                    for one in quality.assumed_that_matter
                ),
                (4, 3, 8),
            )
        )
    objections = () if short else caution_words(futures.expected, language)
    if objections:
        blocks += [Words(language.say("What a careful reader would ask"), "lead"), Bullets(objections)]
    return Section("assumptions", language.say("Assumptions and their quality"), tuple(blocks))


def _counts(counts: dict[Quality, int], language: Language) -> PaperTable:
    return PaperTable(
        language.say("Figures of the case by quality"),
        (language.say("Quality"), *(language.say(QUALITIES[one]) for one in QUALITIES)),
        ((Entry(language.say("Figures")), *(Entry(language.number(counts[one])) for one in QUALITIES)),),
        (1, 1, 1, 1),
    )


def _rates(futures: Futures, language: Language) -> str:
    """Say at what rate later money is brought to today."""
    discounting = futures.case.discounting
    quantity = futures.case.quantities.get("discounting.rate")
    if quantity is not None and quantity.is_uncertain:
        rate = range_of_figure(quantity, language)
    else:
        rate = language.percent(float(futures.figures.get("discounting.rate", discounting.rate)), 2)
    message = (
        unsaid("Later money is brought to today at a nominal rate ({rate}).")
        if discounting.rates == "nominal"
        else unsaid("Later money is brought to today at a rate above inflation ({rate}).")
    )
    return language.say(message, rate=rate)


def next_steps(typed: Typed, language: Language) -> Section:
    """List what follows the decision, with dates and roles."""
    title = language.say("Next steps")
    if not typed.next_steps:
        return Section("steps", title, (still_open(language.say("the next steps, with dates"), language),))
    table = PaperTable(
        language.say("Next steps"),
        (language.say("Step"), language.say("Due by"), language.say("Who")),
        tuple(
            (
                Entry(one.step),
                Entry(cell_or_open("" if one.by is None else language.day(one.by), language)),
                Entry(cell_or_open(one.who, language)),
            )
            for one in typed.next_steps
        ),
        (7, 3, 4),
    )
    return Section("steps", title, (table,))


def signatures(typed: Typed, mark: str, language: Language) -> Section:
    """Give a line to sign for each who signs, and the fingerprint of the case that is signed."""
    signers: Sequence[tuple[str, str]] = [(one.role, one.action) for one in typed.signatures] or [("", "")]
    table = PaperTable(
        language.say("Signatures"),
        (
            language.say("Role"),
            language.say("Signs as"),
            language.say("Name"),
            language.say("Date"),
            language.say("Signature"),
        ),
        tuple(
            (Entry(cell_or_open(role, language)), Entry(action.strip() or NOTHING), Entry(""), Entry(""), Entry(""))
            for role, action in signers
        ),
        (4, 3, 4, 3, 4),
        tall=True,
    )
    said = language.say(
        "Signed for the case with the fingerprint {mark}. Every change of the case, also of what is typed here, gives "
        "another fingerprint.",
        mark=mark,
    )
    return Section("signatures", language.say("Signatures"), (table, Words(said)))
