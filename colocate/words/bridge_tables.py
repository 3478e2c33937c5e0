"""Tables of two cases compared, in words: the steps with what they move, how options stand, and every input."""

from __future__ import annotations

from colocate.analysis.bridge.bridge import Bridge, Side
from colocate.model.totals import HEADLINE, Reading
from colocate.words.bridge import FIRST, SECOND, amount_of, both, measure_name, names_of_options, row_name
from colocate.words.bridge_inputs import input_name, said_of
from colocate.words.bridge_rows import SAVING, Row, bridge_rows
from colocate.words.futures import few_of_hundred
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.numbers import NOTHING
from colocate.words.weighing_tables import Entry, Table

WORDS_ONLY = unsaid("moves no money")
IN_A_STEP = unsaid("step {number}")


def steps_table(found: Bridge, measure: str, reading: Reading = HEADLINE, language: Language = ENGLISH) -> Table:
    """Tell the bridge over one measure: each step with what either case says, and what it moves; the sum is exact."""
    title = measure_name(found, measure, reading, language)
    columns = (language.say("Step"), language.say(FIRST), language.say(SECOND), language.say("Moves"))
    rows = tuple(_step_row(found, row, language) for row in bridge_rows(found, measure, reading))
    return Table(title, columns, rows)


def options_table(found: Bridge, reading: Reading = HEADLINE, language: Language = ENGLISH) -> Table:
    """Tell how every option stands in either case: cost, saving as a part of the baseline's cost, odds, access."""
    ids = (*found.common, *found.only_old, *found.only_new)
    labels = names_of_options(found, ids)
    columns = (
        language.say("Option"),
        language.say("Case"),
        language.say("Expected cost"),
        language.say("Saves, of the baseline's cost"),
        language.say("Cheapest, of 100 futures"),
        language.say("Access, of 100"),
    )
    rows = []
    for one in ids:
        for name, side in ((FIRST, found.old), (SECOND, found.new)):
            if one in side.options[reading]:
                rows.append((Entry(labels[one]), Entry(language.say(name)), *_standing(side, one, reading, language)))
    return Table(language.say("How the options stand in either case"), columns, tuple(rows))


def inputs_table(found: Bridge, language: Language = ENGLISH) -> Table:
    """Tell every input that differs, what either case says of it, and in which step it is, by the step's number."""
    old, new = both(found)
    columns = (language.say("Input"), language.say(FIRST), language.say(SECOND), language.say("Part of"))
    rows = []
    for one in found.differences:
        step = found.step_of(one)
        told = language.say(WORDS_ONLY) if step is None else language.say(IN_A_STEP, number=language.number(step + 1))
        rows.append(
            (
                Entry(input_name((old, new), one, language)),
                Entry(said_of(old, one, new=False, language=language)),
                Entry(said_of(new, one, new=True, language=language)),
                Entry(NOTHING if found.apart else told),
            )
        )
    return Table(language.say("Every input that differs"), columns, tuple(rows))


def _step_row(found: Bridge, row: Row, language: Language) -> tuple[Entry, ...]:
    amount = Entry(amount_of(found, row, language))
    name = row_name(found, row, language)
    if row.kind != "step" or row.step is None:
        return (Entry(name), Entry(""), Entry(""), amount)
    inputs, (old, new) = found.steps[row.step].inputs, both(found)
    number = language.say("step {number}", number=language.number(row.step + 1))
    if len(inputs) > 1:
        return (Entry(name, number), Entry(""), Entry(""), amount)
    was, now = (said_of(case, inputs[0], new=case is new, language=language) for case in (old, new))
    return (Entry(name, number), Entry(was), Entry(now), amount)


def _standing(side: Side, option: str, reading: Reading, language: Language) -> tuple[Entry, ...]:
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


__all__ = ["SAVING", "inputs_table", "options_table", "steps_table"]
