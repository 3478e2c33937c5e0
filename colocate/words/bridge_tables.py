"""Tables of two cases compared, in words: the steps with what they move, how options stand, and every input."""

from __future__ import annotations

from colocate.analysis.bridge.bridge import Bridge, Side
from colocate.model.totals import HEADLINE, Reading
from colocate.words.bridge import (
    FIRST,
    SECOND,
    amount_of,
    both,
    measure_name,
    names_of_options,
    row_name,
    said_by_both,
    said_of_step,
)
from colocate.words.bridge_inputs import input_name
from colocate.words.bridge_rows import Row, bridge_rows
from colocate.words.futures import few_of_hundred
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.numbers import NOTHING
from colocate.words.weighing_tables import Entry, Table

WORDS_ONLY = unsaid("moves no money")
IN_A_STEP = unsaid("step {number}")


def steps_table(found: Bridge, measure: str, reading: Reading = HEADLINE, language: Language = ENGLISH) -> Table:
    """Tell the bridge over one measure: each step, below it what either case says, and what it moves; it adds up."""
    title = measure_name(found, measure, reading, language)
    rows = tuple(
        (step_entry(found, row, language), Entry(amount_of(found, row, language)))
        for row in bridge_rows(found, measure, reading)
    )
    return Table(title, (language.say("Step"), language.say("Amount")), rows)


def options_table(found: Bridge, reading: Reading = HEADLINE, language: Language = ENGLISH) -> Table:
    """Tell how every option stands, first case then second: cost, part of the baseline's cost saved, odds, access."""
    ids = (*found.common, *found.only_old, *found.only_new)
    labels = names_of_options(found, ids)
    columns = (
        language.say("Option, first case → second case"),
        language.say("Expected cost"),
        language.say("Saves, of the baseline's cost"),
        language.say("Cheapest, of 100 futures"),
        language.say("Access, of 100"),
    )
    rows = []
    for one in ids:
        sides = [_standing(side, one, reading, language) for side in (found.old, found.new)]
        cells = [
            Entry(_both(was.words, now.words, language), _ranges(was.below, now.below, language))
            for was, now in zip(*sides, strict=True)
        ]
        rows.append((Entry(labels[one]), *cells))
    return Table(language.say("How the options stand in either case"), columns, tuple(rows))


def inputs_table(found: Bridge, language: Language = ENGLISH) -> Table:
    """Tell every input that differs, what either case says of it, and in which step it is, by the step's number."""
    columns = (language.say("Input"), language.say(FIRST), language.say(SECOND), language.say("Part of"))
    rows = []
    for one in found.differences:
        step = found.step_of(one)
        told = language.say(WORDS_ONLY) if step is None else language.say(IN_A_STEP, number=language.number(step + 1))
        rows.append(
            (
                Entry(input_name(both(found), one, language)),
                *(Entry(said) for said in said_by_both(found, one, language)),
                Entry(NOTHING if found.apart else told),
            )
        )
    return Table(language.say("Every input that differs"), columns, tuple(rows))


def step_entry(found: Bridge, row: Row, language: Language = ENGLISH) -> Entry:
    """Name a row of a bridge; below it, for a step, its number and what either case says of its input."""
    name = row_name(found, row, language)
    if row.kind != "step" or row.step is None:
        return Entry(name)
    step, number = found.steps[row.step], language.number(row.step + 1)
    if len(step.inputs) > 1:
        return Entry(name, language.say(IN_A_STEP, number=number))
    was, now = said_of_step(found, step, language)
    return Entry(name, language.say("step {number}: {was} → {now}", number=number, was=was, now=now))


def _ranges(was: str, now: str, language: Language) -> str:
    """Write the ranges of both cases, or of the one that has one."""
    return _both(was, now, language) if was and now else was or now


def _both(was: str, now: str, language: Language) -> str:
    """Write what is so in the first case and in the second, once where it is the same."""
    return was if was == now else language.say("{before} → {after}", before=was, after=now)


def _standing(side: Side, option: str, reading: Reading, language: Language) -> tuple[Entry, ...]:
    """Give cost with its range, saving, odds and access; a sign for an option that the case does not have."""
    if option not in side.options[reading]:
        return (Entry(NOTHING),) * 4
    one, case = side.options[reading][option], side.case
    base = option == case.baseline.id
    odds = NOTHING if one.odds is None else few_of_hundred(one.odds, one.of_hundred, language)
    ranged = language.say(
        "{low} to {high}", low=language.about(one.low, case.currency), high=language.about(one.high, case.currency)
    )
    return (
        Entry(language.money(one.cost, case.currency), ranged if one.low < one.high else ""),
        Entry(language.say("baseline") if base else language.percent(side.saving(option, reading), 1)),
        Entry(odds),
        Entry(NOTHING if one.access is None else language.number(one.access)),
    )
