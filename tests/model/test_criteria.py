"""Mandate, government and gates: scores by hand, and what each gate says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from colocate.case.reach import MandateAnswer
from colocate.casefile.reading import load_case
from colocate.model.costs.premises import stay_of
from colocate.model.criteria import (
    ANSWER_SCORES,
    LEAST_ITEMS,
    MANDATE_THEMES,
    STEPS,
    GateResult,
    PremisesFound,
    RequiredFound,
    SpaceFound,
    gates_of,
    mandate_of,
    themes_missing,
)
from colocate.model.outcome import OptionOutcome
from tests.documents import DATA_CASES, template_case
from tests.examples import Record, commercial, moving, office, office_case, option


def item(name: str, need: str = "desirable") -> Record:
    return {"id": name, "text": f"Is there {name}?", "theme": "our own", "need": need}


def answered(*answers: str, needs: tuple[str, ...] = (), **terms: Any) -> OptionOutcome:
    """An option with these answers to a checklist of three; items not answered are left out."""
    names = ("door", "sign", "room")
    checklist = [item(name, need) for name, need in zip(names, needs or ("desirable",) * 3, strict=True)]
    given = [{"item": name, "answer": answer} for name, answer in zip(names, answers, strict=False)]
    return office(option("stay", mandate=given, **terms), checklist=checklist).options[0]


def gate(outcome: OptionOutcome, name: str) -> GateResult:
    return next(one for one in outcome.gates if one.name == name)


def test_mandate_score_is_the_mean_over_the_items() -> None:
    # yes 100, partly 50, no 0.
    assert answered("yes", "partly", "no").mandate.score == pytest.approx(50)
    assert answered("yes", "yes", "yes").mandate.score == pytest.approx(100)


def test_an_item_without_an_answer_leaves_a_range_and_is_counted() -> None:
    found = answered("yes", "unknown").mandate  # the third is not answered at all
    assert (found.low, found.high) == (pytest.approx(100 / 3), pytest.approx(100))
    assert (found.score, found.unknown) == (None, 2)
    assert [one.answer.answer for one in found.answers] == ["yes", "unknown", "unknown"]


@pytest.mark.parametrize(
    ("answer", "raises_low", "lowers_high"), [("yes", 100 / 3, 0), ("no", 0, 100 / 3), ("partly", 50 / 3, 50 / 3)]
)
@pytest.mark.parametrize("others", [("unknown", "unknown"), ("yes", "unknown"), ("no", "partly")])
def test_an_answer_moves_the_ends_by_exactly_its_part(
    answer: str, raises_low: float, lowers_high: float, others: tuple[str, str]
) -> None:
    before, after = answered("unknown", *others).mandate, answered(answer, *others).mandate
    assert None not in (before.low, before.high, after.low, after.high)
    assert after.low - before.low == pytest.approx(raises_low)  # type: ignore[operator]
    assert before.high - after.high == pytest.approx(lowers_high)  # type: ignore[operator]
    assert after.unknown == before.unknown - 1


@pytest.mark.parametrize(("answers", "score"), [(("yes", "partly", "no"), 50), (("no",) * 3, 0), (("yes",) * 3, 100)])
def test_a_list_that_is_answered_in_full_has_one_score(answers: tuple[str, ...], score: float) -> None:
    found = answered(*answers).mandate
    assert found.low == found.high == found.score == score
    assert found.unknown == 0


def test_without_a_checklist_there_is_no_score_and_no_gate() -> None:
    outcome = office(option("stay")).options[0]
    assert (outcome.mandate.score, outcome.mandate.low, outcome.mandate.high, outcome.mandate.unknown) == (
        None,
        None,
        None,
        0,
    )
    assert "mandate" not in [one.name for one in outcome.gates]


@pytest.mark.parametrize(
    ("answers", "status", "not_yes"),
    [
        (("yes", "yes", "no"), "pass", {}),  # the third is only desirable
        (("yes", "no", "yes"), "fail", {"sign": "no"}),
        (("partly", "no", "yes"), "fail", {"door": "partly", "sign": "no"}),
        (("yes", "unknown", "yes"), "unknown", {"sign": "unknown"}),
        (("partly", "yes", "yes"), "unknown", {"door": "partly"}),
    ],
)
def test_mandate_gate(answers: tuple[str, ...], status: str, not_yes: dict[str, str]) -> None:
    found = gate(answered(*answers, needs=("required", "required", "desirable")), "mandate")
    assert (found.status, found.evidence, found.derived) == (status, "", True)
    assert isinstance(found.found, RequiredFound)
    assert {one.item.id: one.answer.answer for one in found.found.not_yes} == not_yes


@pytest.mark.parametrize("step", STEPS)
def test_each_step_of_the_government_is_worth_25_more(step: int) -> None:
    wish = office(option("stay", government={"step": step, "evidence": "letter"})).options[0].government
    assert (wish.score, wish.step, wish.evidence) == (25 * (step - 1), step, "letter")


def test_a_wish_that_is_not_stated_has_no_score() -> None:
    wish = office(option("stay")).options[0].government
    assert (wish.step, wish.score) == (None, None)


def test_the_scales_are_anchored_at_0_and_100() -> None:
    assert (min(ANSWER_SCORES.values()), max(ANSWER_SCORES.values())) == (0, 100)
    assert STEPS == (1, 2, 3, 4, 5)


def test_standard_gates_that_are_not_stated_are_unknown() -> None:
    own = [{"name": "legal", "status": "fail", "evidence": "no permit"}, {"name": "flood", "status": "pass"}]
    outcome = office(option("stay", gates=own)).options[0]
    stated = {one.name: one.status for one in outcome.gates if not one.derived}
    assert stated == {"legal": "fail", "flood": "pass", "security": "unknown", "accessibility": "unknown"}
    assert [one.name for one in outcome.fails] == ["legal"]
    assert {one.name for one in outcome.open_gates} == {"security", "accessibility"}


@pytest.mark.parametrize(("area", "status"), [(99, "fail"), (100, "pass"), (None, "pass")])
def test_space_gate(area: float | None, status: str) -> None:
    # Ten people at 10 m2 need 100 m2; an area that is left out is what is needed.
    lease = commercial() if area is None else commercial(area=area)
    assert gate(office(option("stay", lease)).options[0], "space").status == status


@pytest.mark.parametrize(("desks", "occupancy", "status"), [(60, 100, "pass"), (59, 100, "fail"), (50, 80, "pass")])
def test_space_gate_counts_the_desks_of_the_house(desks: float, occupancy: float, status: str) -> None:
    # The others planned 50 desks; ours are 10.
    others = [{"name": "A", "people": 50, "workstations": 50}]
    home = {"id": "house", "name": "House", "already_running": True, "tenants": others}
    home |= {"desks": desks, "occupancy": occupancy}
    found = gate(office(option("stay"), moving(0, house="house"), houses=[home]).options[1], "space")
    assert found.status == status
    assert found.found == SpaceFound(100, 100, pytest.approx(desks - 50 * occupancy / 100), 10)


@pytest.mark.parametrize(
    ("terms", "status"),
    [
        ({}, "pass"),
        ({"expiry": 36}, "pass"),  # to the end of the years looked at
        ({"expiry": 35}, "fail"),
        ({"expiry": 18, "renewal": {"rent": 1, "driver": "prices"}}, "pass"),
    ],
)
def test_premises_gate(terms: Record, status: str) -> None:
    found = gate(office(option("stay", commercial(**terms))).options[0], "premises")
    assert found.status == status
    assert found.found == PremisesFound(None if status == "pass" else terms["expiry"])


def test_a_measure_that_is_paid_for_counts_in_full() -> None:
    desk = {"name": "Own desk", "category": "furniture", "amount": 5, "month": 0, "driver": "prices"}
    checklist = [item("door", "mitigable"), item("sign")]
    given = [{"item": "door", "answer": "mitigated", "mitigation": "Own desk"}, {"item": "sign", "answer": "partly"}]
    found = office(option("stay", mandate=given, one_offs=[desk]), checklist=checklist).options[0].mandate
    assert found.score == (100 + 50) / 2


def test_a_required_item_made_good_by_a_measure_settles_nothing() -> None:
    # The format refuses it; a case built in Python could hold it.
    case = office_case(
        option("stay", mandate=[{"item": "door", "answer": "yes"}]), checklist=[item("door", "required")]
    )
    stay = replace(case.options[0], mandate=(MandateAnswer(item="door", answer="mitigated"),))
    found = next(one for one in gates_of(case, stay_of(case, stay), mandate_of(case, stay)) if one.name == "mandate")
    assert found.status == "unknown"
    assert isinstance(found.found, RequiredFound)
    assert [(one.item.id, one.answer.answer) for one in found.found.not_yes] == [("door", "mitigated")]


def test_themes_that_no_question_asks_about() -> None:
    case = office_case(checklist=[item("door") | {"theme": f" {MANDATE_THEMES[2].upper()}"}, item("sign")])
    assert themes_missing(case) == (MANDATE_THEMES[0], MANDATE_THEMES[1], MANDATE_THEMES[3])
    assert themes_missing(office_case()) == MANDATE_THEMES


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_the_checklists_of_all_cases_are_whole(path: Path) -> None:
    case = load_case(path)
    assert len(case.checklist) >= LEAST_ITEMS
    assert themes_missing(case) == ()


def test_so_is_that_of_the_template() -> None:
    case = template_case()
    assert len(case.checklist) >= LEAST_ITEMS
    assert themes_missing(case) == ()
