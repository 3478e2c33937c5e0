"""Any mix of answers and of what nobody knows makes a case that is read, checked and worked out; nothing gets lost."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import Phase, given, settings

from colocate.case import Case
from colocate.casefile.fields import fields_of
from colocate.casefile.questions.answers import (
    ASKED_SERVICES,
    QUESTIONS,
    Answers,
    Served,
    is_asked,
    is_known,
)
from colocate.casefile.questions.making import NewCase, likely_area, new_case
from colocate.casefile.reading import read_case
from colocate.model.evaluate import evaluate
from tests.casefile.questions.drawn import some_answers
from tests.examples import SAME_EACH_TIME, many

TODAY = date(2026, 11, 28)

OFFICE = Answers(
    agency="Our agency",
    place="Example City",
    made_up=True,
    decision_date=date(2026, 1, 1),
    horizon_years=12,
    people=(20,),
    tenure="commercial",
    area=(400,),
    rent=(81_600,),
    rent_per="year",
    service_charge=(4,),
    months_left=(24,),
    offer="rent-free",
    offered_by="host government",
    offer_charge=(3, 5, 8),
    offer_area=(320,),
    move_month=(12,),
    offer_years=(5, 10),
    fit_out=(60_000, 90_000, 150_000),
    capital=(0,),
    grant=(20_000,),
    further="new terms",
    further_rent=(14, 16),
    further_years=(5,),
    services=("finance", "ict"),
    service_people=(2,),
    without_move="no",
    served=(
        Served(name="Ministry of Labour", way_today=(15,), way_then=(20, 35)),
        Served(name="Employers' federation", group="employers", way_today=(20,), way_then=(10,)),
        Served(name="Trade union centre", group="workers", way_today=(10, 15, 25)),
    ),
    wish="4",
    wish_form="written",
    wish_evidence="Letter of March",
    security="pass",
    security_today="pass",
)
"""An office that knows nearly everything."""


def read(made: NewCase) -> Case:
    return read_case(made.text.encode(), made.tables.__getitem__)


def test_no_answer_at_all_makes_a_case_whose_every_figure_is_assumed() -> None:
    case = read(new_case(Answers(), TODAY))
    assert case.decision_date == TODAY
    assert case.defaults == "middle"
    assert not case.constituents
    for one in case.quantities.values():
        assert one.quality == "assumed" or one.value == 0.0 or one.path.endswith("share"), one.path
        assert one.default == "middle" or one.low == one.high, one.path
    assert len(evaluate(case).options) == 2


def test_an_office_worked_out_by_hand() -> None:
    case = read(new_case(OFFICE, TODAY))
    assert (case.title, case.agency, case.illustrative) == (
        "Our agency, Example City: stay or move",
        "Our agency",
        True,
    )
    assert [option.id for option in case.options] == ["stay", "un-house", "new-terms"]
    stay, house, terms = case.options
    assert stay.lease.rent == pytest.approx(81_600 / 400)  # USD a m2 and year: 17 a month
    assert case.quantities["options[stay].lease.rent"].mode == pytest.approx(17.0)
    assert case.quantities["options[stay].lease.rent"].quality == "exact"
    assert (stay.lease.area, terms.lease.area, house.lease.area) == (400, 400, 320)
    assert (stay.lease.expiry, terms.lease.expiry) == (24, 60)
    expiry = case.quantities["options[un-house].lease.expiry"]
    assert (expiry.low, expiry.mode, expiry.high) == (72, 102, 132)  # 12 months, then 5 to 10 years
    assert house.move is not None
    assert (house.move.month, house.lease.start) == (12, 12)
    assert [(one.name, one.amount) for one in house.one_offs[:2]] == [
        ("Fit-out", 90_000),
        ("Contribution to the house", 0),
    ]
    assert [(one.giver, one.amount) for one in house.contributions] == [("host", 20_000)]
    assert [(one.service, one.people, one.owed_to_move) for one in case.back_office] == [
        ("finance", 1, True),
        ("ict", 1, True),
    ]
    assert house.government is not None
    assert (house.government.step, house.government.form) == (4, "written")
    assert [gate.status for gate in house.gates] == ["pass", "unknown", "unknown"]
    outcome = evaluate(case)
    first, second, third = (option.access for option in outcome.options)
    assert first is not None
    assert second is not None
    assert third is not None
    assert first.minutes.ravel().tolist() == [15, 20, 15]
    assert second.minutes.ravel().tolist() == [27.5, 10, 30]  # the middle between two ends; the last is assumed
    assert third.minutes.ravel().tolist() == [15, 20, 15], "the same place, and the same way"
    rent = next(line for line in outcome.options[0].lines if line.category == "rent")
    assert rent.amounts[0, 0] == pytest.approx(81_600)


@settings(parent=SAME_EACH_TIME, max_examples=12, phases=[Phase.generate])
@given(some_answers)
def test_any_mix_makes_a_case_that_is_worked_out(answers: Answers) -> None:
    made = new_case(answers, TODAY)
    assert made == new_case(answers, TODAY)
    case = read(made)
    for option in evaluate(case).options:
        assert abs(float(option.money["agency", "cash"].present_value[0])) < 1e15
    if made.tables:
        (table,) = made.tables.values()
        assert len(list(csv.DictReader(io.StringIO(table.decode())))) == len(case.constituents)


@pytest.mark.slow
@settings(parent=SAME_EACH_TIME, max_examples=many(1000, 50), phases=[Phase.generate])
@given(some_answers)
def test_many_mixes_make_cases_that_are_worked_out_over_futures(answers: Answers) -> None:
    evaluate(read(new_case(answers, TODAY)), draws=32)


KNOWN = {name: name for asked in QUESTIONS.values() for name in asked}


@pytest.mark.parametrize("name", KNOWN)
def test_every_answer_is_in_the_case(name: str) -> None:
    """Without it the case says something else; of the same answers, each in turn is forgotten."""
    whole = replace(OFFICE, market="low", legal="pass", accessibility="pass", legal_today="fail", grant_by="donor")
    whole = replace(whole, accessibility_today="fail", offer="preferential", offer_rent=(6,))
    if name in ("further_area", "further_month"):
        whole = replace(whole, further="another building", further_area=(300,), further_month=(18,))
    assert is_asked(name, whole)
    assert is_known(name, whole), name
    standard = getattr(Answers(), name)
    assert new_case(whole, TODAY) != new_case(replace(whole, **{name: standard}), TODAY)


def test_every_field_is_asked_in_one_question() -> None:
    asked = [name for names in QUESTIONS.values() for name in names]
    assert sorted(asked) == sorted(one.name for one in fields_of(Answers))
    assert len(QUESTIONS) == 12


def test_what_is_not_asked_changes_nothing() -> None:
    owned = replace(OFFICE, tenure="owned")
    assert not is_asked("rent", owned)
    assert not is_asked("months_left", owned)
    assert new_case(owned, TODAY) == new_case(replace(owned, rent=(), months_left=(), further="none"), TODAY)


def test_a_rent_of_the_whole_office_is_parted_over_the_area_it_probably_has() -> None:
    answers = replace(OFFICE, area=(), rent=(6_000,), rent_per="month")
    assert likely_area(answers) == pytest.approx(20 * 1 * 11 * 1.3)
    rent = read(new_case(answers, TODAY)).quantities["options[stay].lease.rent"]
    assert rent.mode == pytest.approx(6_000 / 286)


def test_ways_to_the_same_premises_are_one_figure() -> None:
    case = read(new_case(replace(OFFICE, served=(Served(name="A", way_today=(5, 50)),)), TODAY))
    places = case.places_of["shared.way_1_today"]
    assert len(places) == 2


def test_what_is_next_to_nothing_is_nothing() -> None:
    """A hundredth of a post over six services is less than the format tells from none."""
    answers = replace(OFFICE, services=ASKED_SERVICES, service_people=(0.005, 0.01))
    assert [one.people for one in read(new_case(answers, TODAY)).back_office] == [0.0] * 6
