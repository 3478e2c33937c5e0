"""The options, those ruled out, and the four tests of paragraph 20 of GB.334/INS/4 side by side."""

from __future__ import annotations

from colocate.analysis.mandate.coordinators import Hosting, hosting
from colocate.analysis.verdict import Verdict
from colocate.model.expected import OptionExpected
from colocate.model.futures import Futures
from colocate.quantity import central_of
from colocate.words.criteria import leader_words, rows, title_words
from colocate.words.language import Language
from colocate.words.naming import short_names
from colocate.words.paper.record import Block, Bullets, PaperTable, Section, Words
from colocate.words.plain_table import gates_in_a_cell
from colocate.words.ruled_out import ruled_out_title, ruled_out_words
from colocate.words.weighing_tables import Entry


def options(futures: Futures, language: Language) -> Section:
    """Describe every option, and tell which were ruled out, and why."""
    case, expected = futures.case, futures.expected
    names = short_names(case)
    table = PaperTable(
        language.say("The options that are compared"),
        (language.say("Option"), language.say("In short"), language.say("When"), language.say("Gates")),
        tuple(
            (
                Entry(names[one.id]),
                Entry(case.option(one.id).summary.strip() or one.name),
                Entry(_when(futures, one, language)),
                Entry(*gates_in_a_cell(one, language)),
            )
            for one in expected.options
        ),
        (3, 8, 3, 4),
    )
    ruled_out = ruled_out_words(case, language)
    more: tuple[Block, ...] = (
        (Words(ruled_out_title(language), "lead"), Bullets(ruled_out))
        if ruled_out
        else (Words(language.say("The case names no option that was ruled out before.")),)
    )
    return Section("options", language.say("Options"), (table, *more))


def _when(futures: Futures, option: OptionExpected, language: Language) -> str:
    """Say when an option moves in, on average, and until when its lease runs."""
    start, stay = futures.case.decision_date, option.stay
    expiry = None if stay.lease_expiry is None else central_of(stay.lease_expiry)
    if stay.left is None and expiry is None:
        return language.say("Stays")
    if stay.left is None:
        return language.say("Stays; lease to {end}", end=language.month(start, expiry or 0.0))
    moving = language.month(start, central_of(stay.moving_in))
    if expiry is None:
        return language.say("Moves in {month}", month=moving)
    return language.say("Moves in {month}; lease to {end}", month=moving, end=language.month(start, expiry))


def tests(futures: Futures, found: Verdict, language: Language) -> Section:
    """Set the four tests side by side, and the National Coordinators beside them; the last row says who is ahead."""
    case, names = futures.case, short_names(futures.case)
    tested = rows(case, found, language)
    desks = hosting(futures)
    columns = (
        language.say("Option"),
        *(title_words(row.name, language) for row in tested),
        language.say("National Coordinators"),
    )
    body = [
        (
            Entry(names[option.id]),
            *(Entry(row.cells[place].words, row.cells[place].below) for row in tested),
            Entry(_coordinators(futures, [one for one in desks if one.option == option.id], language)),
        )
        for place, option in enumerate(case.options)
    ]
    ahead = (
        Entry(language.say("Ahead")),
        *(Entry(leader_words(case, one, language)) for one in found.criteria),
        Entry(""),
    )
    table = PaperTable(
        language.say("The four tests of paragraph 20 of GB.334/INS/4 side by side, and the National Coordinators"),
        columns,
        (*body, ahead),
        (3, 4, 3, 3, 3, 3),
    )
    explained = " ".join(language.say("{test}: {meaning}", test=row.title, meaning=row.explanation) for row in tested)
    return Section("tests", language.say("The four tests"), (table, Words(explained, "note")))


def _coordinators(futures: Futures, desks: list[Hosting], language: Language) -> str:
    if not desks:
        return language.say("none")
    if all(one.arrangement == "hosted" for one in desks):
        return language.say("stay hosted")
    cost = language.about(sum(one.present_value.mean for one in desks), futures.case.currency)
    if any(one.arrangement == "may be lost" for one in desks):
        return language.say("may lose their desks: {cost} on average", cost=cost)
    return language.say("desks that are paid for: {cost}", cost=cost)
