"""Options ruled out: told with criterion, reason and evidence wherever a result is, checked, and never compared."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from colocate.analysis.cautions import cautions
from colocate.analysis.ruled_out import gates_of_ruled_out, passes_every_gate
from colocate.case import Case
from colocate.commands.compare import report
from colocate.export.figures import figures
from colocate.export.pages import page
from colocate.model.evaluate import evaluate
from colocate.words.cautions import caution_words
from colocate.words.ruled_out import ruled_out_title, ruled_out_words
from tests.drawn import drawn
from tests.examples import Record, moving, office_case, option
from tests.single_figures import expected_of

PASSED: Record = {"status": "pass", "evidence": "seen"}
ALL = [{"name": name} | PASSED for name in ("security", "legal", "accessibility", "parking")]


def case_with(*, gates: Any = (), **terms: Any) -> Case:
    """A case of which one option is asked to pass a gate of its own, and one that was ruled out."""
    named = {"id": "tower", "name": "Tower", "criterion": "money", "reason": "Twice the rent.", "evidence": "An offer"}
    ruled_out = named | {"gates": list(gates)} | terms
    parking = [{"name": "parking", "status": "unknown"}]
    return office_case(option("stay"), moving(9, gates=parking), ruled_out=[ruled_out])


TOLD: list[tuple[Record, str]] = [
    ({}, "Tower: ruled out by money. Twice the rent. Evidence: An offer."),
    ({"evidence": ""}, "Tower: ruled out by money. Twice the rent. No evidence is given."),
    ({"criterion": "government"}, "Tower: ruled out by the government's wish. Twice the rent. Evidence: An offer."),
    (
        {"criterion": "gate", "gate": "legal", "gates": [{"name": "legal", "status": "fail", "evidence": "no title"}]},
        "Tower: ruled out by the gate “legal”. Twice the rent. Evidence: An offer. Gates: legal ✗ fails (no title).",
    ),
    (
        {"criterion": "other", "other": "noise of the railway"},
        "Tower: ruled out by noise of the railway. Twice the rent. Evidence: An offer.",
    ),
]


@pytest.mark.parametrize(("terms", "told"), TOLD)
def test_it_is_told_by_what_why_and_on_what_evidence(terms: Record, told: str) -> None:
    assert ruled_out_words(case_with(**terms)) == (told,)


def test_it_passes_every_gate_only_where_each_gate_of_any_option_is_passed() -> None:
    def passes(gates: Any) -> bool:
        case = case_with(gates=gates)
        return passes_every_gate(case, case.ruled_out[0])

    assert passes(ALL)
    assert not passes(ALL[:3])  # parking, which the move is asked for, is not answered
    assert not passes([])
    assert not passes([*ALL[:3], {"name": "parking", "status": "fail"}])
    assert not passes([*ALL, {"name": "lift", "status": "unknown"}])
    case = case_with(gates=ALL[1:2])
    assert [(gate.name, gate.status) for gate in gates_of_ruled_out(case, case.ruled_out[0])] == [
        ("security", "unknown"),
        ("legal", "pass"),
        ("accessibility", "unknown"),
        ("parking", "unknown"),
    ]


def kinds(case: Case) -> set[str]:
    return {one.kind for one in cautions(expected_of(evaluate(case))) if one.kind.startswith("ruled out")}


def test_one_that_passes_every_gate_or_rests_on_nothing_is_a_caution() -> None:
    assert kinds(case_with(gates=ALL)) == {"ruled out past every gate"}
    assert kinds(case_with(gates=ALL[:3])) == set()
    assert kinds(case_with(evidence=" ")) == {"ruled out without evidence"}
    words = caution_words(expected_of(evaluate(case_with(gates=ALL, evidence=""))))
    assert "Ruled out, and passes every gate of the case: Tower. Compare it, or say what it fails." in words
    assert "Ruled out without evidence: Tower." in words


def test_it_stands_in_the_terminal_the_page_of_charts_and_the_json() -> None:
    case = case_with(gates=ALL)
    futures = drawn(evaluate(case))
    line = ruled_out_words(case)[0]
    assert ruled_out_title() in report(futures)
    assert "Tower: ruled out by money." in report(futures)
    shown = page(futures)
    assert f"<h2>{ruled_out_title()}</h2>" in shown
    assert line in shown
    (told,) = figures(futures)["ruled_out"]
    assert (told["name"], told["criterion"], told["passes_every_gate"]) == ("Tower", "money", True)
    assert [gate["name"] for gate in told["gates"]] == ["security", "legal", "accessibility", "parking"]


def test_a_case_that_names_none_says_nothing_of_it() -> None:
    futures = drawn(evaluate(office_case(option("stay"), moving(9))))
    assert ruled_out_title() not in report(futures)
    assert ruled_out_title() not in page(futures)
    assert figures(futures)["ruled_out"] == []


def test_it_enters_no_figure() -> None:
    bare = office_case(option("stay"), moving(9, gates=[{"name": "parking", "status": "unknown"}]))
    ours, theirs = evaluate(case_with(gates=ALL)), evaluate(bare)
    assert [one.id for one in ours.options] == [one.id for one in theirs.options]
    for mine, same in zip(ours.options, theirs.options, strict=True):
        assert mine.gates == same.gates
        for reading, money in mine.money.items():
            assert np.array_equal(money.by_year, same.money[reading].by_year)
