"""The annex of the paper: its table adds up in every column, the largest steps and their inputs come first."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import Phase, given, settings

from colocate.analysis.bridge.bridge import Bridge, bridge
from colocate.analysis.bridge.compared import Compared
from colocate.analysis.bridge.steps import MOST_STEPS
from colocate.casefile.reading import check_document
from colocate.words.bridge import METHOD, finding_bridge, measure_name
from colocate.words.bridge_rows import MOST_SHOWN, SAVING
from colocate.words.language import ENGLISH
from colocate.words.paper.annex import MOST_COLUMNS, MOST_INPUTS, MOST_OF_A_STEP, annex
from colocate.words.paper.record import PaperTable, Section, Words
from tests.analysis.bridge.pairs import versions
from tests.examples import SAME_EACH_TIME, Record, commercial, many, office_case, option, running

AMOUNT = re.compile(r"[^\d-]*([-+]?)([\d,]+)$")
MARK = "0123456789abcdef"
PAIRS = settings(SAME_EACH_TIME, max_examples=many(200, 3), phases=(Phase.generate,))


def written(found: Bridge, file: str = "before.toml") -> Section:
    return annex(Compared(found, (file, ""), MARK), ENGLISH)


def tables(section: Section) -> list[PaperTable]:
    return [block for block in section.blocks if isinstance(block, PaperTable)]


def said(section: Section) -> str:
    return " ".join(block.text for block in section.blocks if isinstance(block, Words))


def amount(words: str) -> int:
    read = AMOUNT.match(words)
    assert read is not None, words
    return int(f"{read[1]}{read[2]}".replace(",", ""))


def columns_of(table: PaperTable) -> list[list[int]]:
    return [[amount(row[column].words) for row in table.rows] for column in range(1, len(table.columns))]


@PAIRS
@given(versions())
def test_every_column_adds_up_and_the_saving_is_the_difference_of_both_costs(pair: tuple[Record, Record]) -> None:
    found = bridge(*(check_document(one) for one in pair), 16)
    section = written(found)
    if not found.steps:
        return
    bridged = tables(section)[0]
    columns = columns_of(bridged)
    assert len(columns) <= MOST_COLUMNS
    for first, *moves, second in columns:
        assert first + sum(moves) == second
    if found.saver():
        saving, base, option_of_it = columns
        assert saving == [one - other for one, other in zip(base, option_of_it, strict=True)]
    rest = [place for place, row in enumerate(bridged.rows) if "smaller step" in row[0].words]
    steps = columns[0][1 : rest[0] if rest else -1]
    if "Other draws" in bridged.rows[-2][0].words and not rest:
        steps = steps[:-1]
    assert len(steps) <= MOST_SHOWN + 1
    assert all(abs(one) >= abs(other) for one, other in pairwise(steps))


def rented(stay: float, other: float, guards: float = 0) -> Bridge:
    old, new = (
        office_case(
            option("stay", commercial(100), running=[running(10)]),
            option("other", commercial(80), running=[running(10)]),
            title="Before",
            discounting={"rate": 0},
        ),
        office_case(
            option("stay", commercial(stay), running=[running(10 + guards)]),
            option("other", commercial(other), running=[running(10)]),
            discounting={"rate": 0},
        ),
    )
    return bridge(old, new, 1)


def test_it_says_which_case_what_was_found_and_how_the_steps_are_ordered() -> None:
    found = rented(110, 70, 5)
    section = written(found)
    assert section.begins_page
    assert f"First case: Before (before.toml, case {MARK})." in said(section)
    assert f"First case: Before (case {MARK})." in said(written(found, ""))
    assert f"{finding_bridge(found, SAVING).title}." in said(section)
    assert ENGLISH.say(METHOD) in said(section)
    bridged, _, inputs = tables(section)
    assert bridged.columns[1:] == tuple(measure_name(found, one) for one in (SAVING, "stay", "other"))
    assert [row[0].words for row in bridged.rows] == [
        "First case",
        "Rent (Staying)",
        "Rent (Other)",
        "Guards (Staying)",
        "Second case",
    ]
    assert [row[0].words for row in inputs.rows] == [
        *(row[0].words for row in bridged.rows[1:-1]),
        "Title",
    ]
    assert bridged.rows[1][0].below == "step 1: 100 USD per m2 per year → 110 USD per m2 per year"


def test_of_many_inputs_those_of_the_largest_steps_are_listed_and_the_others_counted() -> None:
    costs = [[running(100 + place * more, name=f"Cost {place}") for place in range(MOST_INPUTS + 4)] for more in (1, 3)]
    old, new = (office_case(option("stay", running=one), option("other")) for one in costs)
    section = written(bridge(old, new, 1))
    bridged, _, inputs = tables(section)
    names = [row[0].words for row in inputs.rows]
    assert names == [f"Cost {place} (Staying)" for place in range(MOST_INPUTS + 3, 3, -1)]
    assert len(bridged.rows) == MOST_SHOWN + 3
    assert "3 more inputs differ" in said(section)


@pytest.mark.parametrize("kind", ["currencies", "no option in both", "nothing"])
def test_without_a_bridge_it_says_why(kind: str) -> None:
    old = office_case(option("stay"), option("other"))
    new = {
        "currencies": office_case(option("stay"), option("other"), currency="VND"),
        "no option in both": office_case(option("third"), option("fourth")),
        "nothing": old,
    }[kind]
    section = written(bridge(old, new, 1))
    told = {
        "currencies": "input differs",
        "no option in both": "no option in common",
        "nothing": "Nothing differs",
    }[kind]
    assert told in said(section)
    assert len(tables(section)) == (0 if kind == "nothing" else 2)


def test_a_step_of_many_inputs_does_not_crowd_out_the_others() -> None:
    """Of two steps of many inputs each (the first is the same in both) some are listed, and the third step's."""
    each = (MOST_STEPS + 10) // 2
    costs = [[running(100 + place * more, name=f"Cost {place}") for place in range(each)] for more in (1, 2)]
    old, new = (
        office_case(
            option("stay", running=one), option("other", running=one), discounting={"rate": rate}, title=f"{rate} %"
        )
        for one, rate in zip(costs, (3, 4), strict=True)
    )
    section = written(bridge(old, new, 1))
    parts = Counter(row[-1].words for row in tables(section)[-1].rows)
    assert sorted(parts.values()) == [1, MOST_OF_A_STEP, MOST_OF_A_STEP]
    assert f"{2 * (each - 1 - MOST_OF_A_STEP) + 1} more inputs differ" in said(section)  # the title moves no money


def test_without_steps_figures_are_listed_before_words() -> None:
    costs = [[running(100 + more, name=f"Cost {place}") for place in range(MOST_INPUTS + 1)] for more in (0, 1)]
    old = office_case(option("stay", running=costs[0]), option("other"), title="Before", currency="VND")
    new = office_case(option("stay", running=costs[1]), option("other"))
    section = written(bridge(old, new, 1))
    assert [row[0].words for row in tables(section)[-1].rows] == [
        f"Cost {place} (Staying)" for place in range(MOST_INPUTS)
    ]
    assert "3 more inputs differ" in said(section)
