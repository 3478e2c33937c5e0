"""The annex of the paper: another case that it is compared with, step by step, and the inputs that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from colocate.analysis.bridge.bridge import Bridge
from colocate.analysis.bridge.compared import Compared
from colocate.model.totals import HEADLINE
from colocate.words.bridge import (
    amount_of,
    finding_bridge,
    headline,
    measure_name,
    method,
    notes,
)
from colocate.words.bridge_rows import MOST_SHOWN, SAVING, Row, bridge_rows, measures_of
from colocate.words.bridge_tables import inputs_table, options_table, step_entry
from colocate.words.language import ENGLISH, Language
from colocate.words.money import scope
from colocate.words.paper.record import Block, Bullets, PaperTable, Section, Words
from colocate.words.weighing_tables import Entry, Table

KEY = "annex"
MOST_COLUMNS = 3
MOST_INPUTS, MOST_OF_A_STEP = 20, 5
"""Inputs that are listed, and of each step where not all are: those of the largest steps; the tables have all."""


def annex(compared: Compared, language: Language) -> Section:
    """Tell what differs from another case, by how much each step moves saving and costs, and how the steps are made."""
    found = compared.bridge
    told = notes(found, language=language)
    blocks: list[Block] = [Words(_which(compared, language)), Words(headline(found, language=language), "lead")]
    blocks += [Bullets(told)] if told else []
    order: list[int] = []
    if found.steps:
        finding = finding_bridge(found, measures_of(found)[0], language=language).title
        table, order = _bridge(found, language)
        blocks += [Words(language.say("{finding}.", finding=finding)), table]
    if found.differences:
        options = options_table(found, language=language)
        blocks.append(PaperTable(options.title, options.columns, options.rows, (4, 5, 4, 4, 3)))
        blocks += _inputs(found, order, language)
    blocks += [Words(one, "note") for one in method(found, language=language)]
    return Section(KEY, title(language), tuple(blocks), begins_page=True)


def title(language: Language = ENGLISH) -> str:
    """Head the annex."""
    return language.say("Annex: compared with another case")


def no_place(language: Language = ENGLISH) -> str:
    """Say that a template has no place for the annex."""
    return language.say(
        "it has no place for the annex. Due at its end: the four lines from {begin} to {end}",
        begin="{%p if annex %}",
        end="{%p endif %}",
    )


def _which(compared: Compared, language: Language) -> str:
    old = compared.bridge.old.case
    places = {"title": old.title, "file": compared.files[0], "mark": compared.mark}
    if not compared.files[0]:
        return language.say("First case: {title} (case {mark}). Second case: the one of this paper.", **places)
    return language.say("First case: {title} ({file}, case {mark}). Second case: the one of this paper.", **places)


def _bridge(found: Bridge, language: Language) -> tuple[PaperTable, list[int]]:
    """Give the bridge as one table, the largest steps first, in columns that add up; with the steps in their order.

    The columns are the saving and the two costs that it is the difference of, or else what the first options cost.
    """
    saver, base = found.saver(), found.new.case.baseline.id
    measures = (SAVING, base, saver) if saver else found.common[:MOST_COLUMNS]
    rows = {one: bridge_rows(found, one, most=None) for one in measures}
    steps = [[row for row in rows[one] if row.kind == "step"] for one in measures]
    by_step = [tuple(row.amount for row in one) for one in zip(*steps, strict=True)]
    order = sorted(range(len(by_step)), key=lambda at: (-abs(by_step[at][0]), -max(map(abs, by_step[at]))))
    moving = [at for at in order if any(by_step[at])]
    shown = moving if len(moving) <= MOST_SHOWN + 1 else moving[:MOST_SHOWN]
    rest = moving[len(shown) :]
    lines = [
        [rows[one][0] for one in measures],
        *([steps[column][at] for column in range(len(measures))] for at in shown),
    ]
    if rest:
        lines.append(
            [Row("rest", sum(by_step[at][column] for at in rest), count=len(rest)) for column in range(len(measures))]
        )
    chance = [next((row for row in rows[one] if row.kind == "chance"), Row("chance", 0.0)) for one in measures]
    if any(row.amount for row in chance):
        lines.append(chance)
    lines.append([rows[one][-1] for one in measures])
    table = PaperTable(
        language.say("From the first case to the second, {scope}, in today's money", scope=scope(HEADLINE, language)),
        (language.say("Step"), *(measure_name(found, one, language=language) for one in measures)),
        tuple(
            (step_entry(found, line[0], language), *(Entry(amount_of(found, row, language)) for row in line))
            for line in lines
        ),
        (6, *([3] * len(measures))),
    )
    return table, order


def _inputs(found: Bridge, order: Sequence[int], language: Language) -> list[Block]:
    """List the inputs that differ, those of the largest steps first, and count those that are not listed."""
    ranks: dict[int | None, int] = {step: rank for rank, step in enumerate(order)}
    steps = [found.step_of(one) for one in found.differences]
    places = sorted(range(len(steps)), key=lambda place: ranks.get(steps[place], len(ranks)))  # last what moves nothing
    every = inputs_table(found, language)
    if len(places) <= MOST_INPUTS:
        return [_listed(every, places, every.title)]
    if order:
        chosen = _some_of_each([(place, steps[place]) for place in places])[:MOST_INPUTS]
        most = language.number(MOST_OF_A_STEP)
        named = language.say("Inputs of the largest steps, at most {most} of a step", most=most)
    else:
        chosen = sorted(places, key=lambda place: found.differences[place].kind != "figure")[:MOST_INPUTS]
        named = language.say("Some of the inputs that differ, figures first")
    more = language.say_many(
        "{count} more input differs: the tables of the comparison have all.",
        "{count} more inputs differ: the tables of the comparison have all.",
        len(places) - len(chosen),
    )
    return [_listed(every, chosen, named), Words(more)]


def _some_of_each(places: Sequence[tuple[int, int | None]]) -> list[int]:
    """Give the first inputs of each step, and none that moves no money."""
    counts: Counter[int] = Counter()
    chosen = []
    for place, step in places:
        if step is not None and counts[step] < MOST_OF_A_STEP:
            counts[step] += 1
            chosen.append(place)
    return chosen


def _listed(every: Table, places: Sequence[int], title: str) -> PaperTable:
    return PaperTable(title, every.columns, tuple(every.rows[place] for place in places), (5, 5, 5, 2))
