"""Each caution is there when it is due and silent when it is not: pairs of cases that differ in one thing."""

from __future__ import annotations

from typing import Any

import pytest

from colocate.analysis.cautions import cautions
from colocate.words.cautions import caution_words, said
from tests.examples import ACCESS, PLACE, Record, commercial, moving, office, one_off, option, running
from tests.single_figures import expected_of

Options = tuple[Record, ...]
STAY = option("stay")
DISRUPTION: Record = {"driver": "prices", "cost_per_person": 26_000, "days_lost": 1}


def words(*options: Record, **changes: Any) -> str:
    """Every caution about a case, in plain spaces."""
    return "\n".join(caution_words(expected_of(office(*options, **changes)))).replace("\xa0", " ")


def rate(**numbers: float) -> Record:
    return {"rate": {"unit": "%/year", "source": "Assumption", "quality": "assumed", **numbers}}


def late(**numbers: float) -> Record:
    """A delay as a figure with a source."""
    return {"unit": "month", "source": "the house", "quality": "estimated", **numbers}


def dong(**terms: Any) -> list[Record]:
    return [{"code": "VND", "rate": 20_000} | terms]


OF_THE_CASE: dict[str, tuple[str, Record, Record]] = {
    # (what is told, changes of the case where it is due, and where it is not)
    "an assumption without a range": (
        "1 assumed figure has no range: discount rate.",
        {"discounting": rate(mode=4)},
        {"discounting": rate(low=2, mode=4, high=6)},
    ),
    "a rate like a fraction": (
        "The discount rate is 0.035 % a year. Per cent are written as 3.5, not 0.035.",
        {"discounting": {"rate": 0.035}},
        {"discounting": {"rate": 3.5}},
    ),
    "a rate of exchange that stays": (
        "The rate of exchange of VND stays the same for 3 years.",
        {"currencies": dong()},
        {"currencies": dong(change=[0, 2])},
    ),
}


@pytest.mark.parametrize(("told", "due", "not_due"), OF_THE_CASE.values(), ids=OF_THE_CASE)
def test_of_the_case(told: str, due: Record, not_due: Record) -> None:
    assert told in words(STAY, **due).splitlines()
    assert told.split(" for ", maxsplit=1)[0] not in words(STAY, **not_due)


def test_a_rate_of_0_is_meant() -> None:
    assert "Per cent are written" not in words(STAY, discounting={"rate": 0})


def test_nobody_of_the_table_exists() -> None:
    doors = option("stay", place=PLACE), option("other", place=PLACE)
    told = "None of the 1 constituents of the table exists on 1 January 2026."
    assert told in words(*doors, access=ACCESS, table="Old,workers,0,0,1,1,,2025-12-31\n")
    assert told not in words(*doors, access=ACCESS, table="Old,workers,0,0,1,1,,2026-02-01\n")


DOORS = option("stay", place=PLACE), option("other", place=PLACE)
THREE = "Ministry,government,0,0,1,1,,\nOld,workers,0,0,1,1,,2025-12-31\nUnion,workers,0,0,1,1,,\n"
TIMED = ACCESS | {"travel_times": "times.csv"}
OWN = {"estimates": [{"constituent": "Union", "option": "other", "minutes": 30}]}


@pytest.mark.parametrize(
    ("times", "own", "told"),
    [
        (
            "Ministry,stay,5\n",
            {},
            "3 of 4 ways were not measured: they are worked out from distance. "
            "Union to “Staying”, Ministry to “Other” and Union to “Other”.",
        ),
        (
            "Old,stay,5\n",  # it is no more on the day of the decision
            {},
            "4 of 4 ways were not measured: they are worked out from distance. "
            "Ministry to “Staying”, Union to “Staying”, Ministry to “Other” and 1 more.",
        ),
        (
            "Ministry,stay,5\nUnion,stay,6\nother,Ministry,7\n",
            {},
            "1 of 4 ways was not measured: it is worked out from distance. Union to “Other”.",
        ),
        (
            "Ministry,stay,5\nMinistry,other,6\n",
            OWN,
            "2 of 4 ways were not measured: 1 by the case's own estimate, 1 worked out from distance. "
            "Union to “Staying” and Union to “Other”.",
        ),
        ("Ministry,stay,5\nUnion,stay,6\nother,Ministry,7\nUnion,other,9\n", {}, ""),
    ],
)
def test_ways_that_a_table_of_measured_times_lacks(times: str, own: Record, told: str) -> None:
    found = words(*DOORS, access=TIMED | own, table=THREE, times=times)
    assert [line for line in found.splitlines() if "measured" in line] == ([told] if told else [])


def test_a_case_without_a_table_of_measured_times_is_not_told_of_ways() -> None:
    assert "measured" not in words(*DOORS, access=ACCESS | OWN, table=THREE)


FREE: Record = {"tenure": "rent-free", "expiry": 18, "market_value": {"rent": 150, "driver": "prices"}}
RENEWED: Record = FREE | {"renewal": {"rent": 240, "driver": "prices"}}
LASTING = commercial(expiry=36)
TIME: Record = {
    "service": "finance",
    "opt_in": True,
    "owed_to_move": False,
    "people": 2,
    "cost_per_person": 10_000,
    "driver": "prices",
    "saving": 20,
}
ITEM = {"id": "door", "text": "An own door?", "theme": "identity", "need": "desirable"}


def home(**terms: Any) -> Record:
    house = {"id": "house", "name": "House", "already_running": False, "tenants": [{"name": "A", "people": 5}]}
    return {"houses": [house | terms]}


def answered(answer: str, evidence: str = "") -> Record:
    return option("stay", mandate=[{"item": "door", "answer": answer, "evidence": evidence}])


def passed(status: str, evidence: str = "") -> Record:
    return option("stay", gates=[{"name": "legal", "status": status, "evidence": evidence}])


IN_HOUSE = moving(0, house="house", one_offs=[one_off(5)], contingency=10)
EXACT = moving(9, one_offs=[one_off(5)], contingency=10)
OF_AN_OPTION: dict[str, tuple[str, tuple[Options, Record], tuple[Options, Record]]] = {
    # (what is told, options and changes where it is due, and where it is not)
    "a heading that only another option has": (
        "Other: no line for cleaning and ICT, and other options have one.",
        ((option("stay", running=[running(1, "A", "ict"), running(1, "B", "cleaning")]),), {}),
        ((option("stay", running=[running(1)]), option("other", running=[running(2)])), {}),
    ),
    "a free lease that ends": (
        "Staying: the rent-free lease ends in July 2027; the office must then leave.",
        ((option("stay", FREE),), {}),
        ((option("stay", FREE | {"expiry": 36}),), {}),
    ),
    "a free lease that ends in a rent": (
        "Staying: the rent-free lease ends in July 2027; from then on a rent of 240 USD per m2 per year in today's "
        "prices",
        ((option("stay", RENEWED),), {}),
        ((option("stay", RENEWED | {"expiry": 36}),), {}),
    ),
    "a commercial rent that never changes": (
        "Staying: the rent stays the same for all 3 years. Is there no review?",
        ((option("stay", commercial()),), {}),
        ((option("stay", commercial(indexation={"driver": "prices"})),), {}),
    ),
    "a building of our own": (
        "Staying: the building is owned; what it could earn or be sold for is not counted.",
        ((STAY, option("other", LASTING)), {}),
        ((option("stay", LASTING), option("other", LASTING)), {}),
    ),
    "a delay without a range": (
        "Moving: no range for the delay. Common houses have opened more than a year late.",
        ((STAY, moving(9, delay=3)), {}),
        ((STAY, moving(9, delay=late(low=0, mode=3, high=12))), {}),
    ),
    "no delay at all": (
        "Moving: no range for the delay.",
        ((STAY, EXACT), {}),
        ((STAY, option("other")), {}),
    ),
    "an old lease that ends before the move": (
        "Moving: the old lease ends in July 2026, before the move; the office stays on meanwhile (holdover).",
        ((option("stay", commercial(expiry=6)), EXACT), {}),
        ((option("stay", commercial(expiry=9)), EXACT), {}),
    ),
    "no contingency": (
        "Moving: no contingency on one-off costs and works.",
        ((STAY, moving(9, one_offs=[one_off(5)])), {}),
        ((STAY, EXACT), {}),
    ),
    "a move without one-off costs": (
        "Moving: a move without one-off costs (fit-out, moving, ICT)?",
        ((STAY, moving(9)), {}),
        ((STAY, EXACT), {}),
    ),
    "a move that says nothing of people": (
        "Moving: nothing is said of what the move does to people (days lost, staff who leave, two sites at once).",
        ((STAY, moving(9)), {}),
        ((STAY, moving(9, disruption=DISRUPTION)), {}),
    ),
    "staff time among the savings": (
        # 20 % of 20,000 a year over three years.
        "“Staying” and “Other”: USD 12,000 of back-office savings is staff time or quality. No budget falls by it",
        ((STAY,), {"back_office": [TIME]}),
        ((STAY,), {"back_office": [TIME | {"cash_part": 100}]}),
    ),
    "staff time that counts as cash": (
        "“Staying” and “Other”: USD 12,000 of staff time counts as cash. Which posts will be cut?",
        ((STAY,), {"back_office": [TIME | {"cash_part": 100}]}),
        ((STAY,), {"back_office": [TIME]}),
    ),
    "a yes without evidence": (
        "Staying: mandate questions answered yes without evidence: “An own door?”.",
        ((answered("yes"),), {"checklist": [ITEM]}),
        ((answered("yes", "seen"),), {"checklist": [ITEM]}),
    ),
    "a no needs no evidence": (
        "Staying: mandate questions answered yes without evidence",
        ((answered("yes", "  "),), {"checklist": [ITEM]}),
        ((answered("no"),), {"checklist": [ITEM]}),
    ),
    "a gate passed without evidence": (
        "Staying: gates passed without evidence: legal.",
        ((passed("pass"),), {}),
        ((passed("pass", "lease in force"),), {}),
    ),
    "an unknown gate needs no evidence": (
        "Staying: gates passed without evidence",
        ((passed("pass", " "),), {}),
        ((passed("unknown"),), {}),
    ),
    "a wish of the government without evidence": (
        "Staying: the government's wish (step 4) is stated without evidence.",
        ((option("stay", government={"step": 4}),), {}),
        ((option("stay", government={"step": 4, "evidence": "letter of May"}),), {}),
    ),
    "no view needs no evidence": (
        "Staying: the government's wish",
        ((option("stay", government={"step": 1}),), {}),
        ((option("stay", government={"step": 3}),), {}),
    ),
    "tenants whose cost elsewhere is not stated": (
        "Moving: what tenants of House pay elsewhere is not stated; the books of the UN family and of everyone",
        ((STAY, IN_HOUSE), home()),
        ((STAY, IN_HOUSE), home(driver="prices")),
    ),
    "tenants of a running house pay for it anyway": (
        "Moving: what tenants of House pay elsewhere is not stated",
        ((STAY, IN_HOUSE), home()),
        ((STAY, IN_HOUSE), home(already_running=True)),
    ),
    "a house that is more than full": (
        "Moving: House is taken to be 110 % full.",
        ((STAY, IN_HOUSE), home(occupancy=110)),
        ((STAY, IN_HOUSE), home(occupancy=100)),
    ),
}


@pytest.mark.parametrize(("told", "due", "not_due"), OF_AN_OPTION.values(), ids=OF_AN_OPTION)
def test_of_an_option(told: str, due: tuple[Options, Record], not_due: tuple[Options, Record]) -> None:
    assert told in words(*due[0], **due[1])
    assert told.split(": ", 1)[1][:28] not in words(*not_due[0], **not_due[1])


@pytest.mark.parametrize(("area", "told"), [(126, True), (125, False), (80, False), (79, True)])
def test_options_of_unlike_size(area: float, *, told: bool) -> None:
    # 100 m2 for ten people beside so much; more than a quarter of the smaller is told.
    found = words(option("stay", commercial(area=100)), option("other", commercial(area=area)))
    line = f"The options are not alike in size; per person: “Staying” 10 m2 and “Other” {area / 10:g} m2."
    assert (line in found) == told
    assert ("not alike" in found) == told


def test_what_holds_for_several_options_is_said_once() -> None:
    outcome = office(STAY, option("other"), option("third"))
    owned = [one for one in cautions(expected_of(outcome)) if one.kind == "building owned"]
    assert [one.options for one in owned] == [("stay", "other", "third")]
    assert said(outcome.case, owned[0]).startswith("“Staying”, “Other” and “Third”: ")


def test_cautions_of_the_case_name_no_option() -> None:
    found = cautions(expected_of(office(STAY, discounting={"rate": 0.035})))
    assert found[0].options == ()


def test_a_case_in_which_nothing_varies_is_told() -> None:
    told = "No figure has a range: nothing varies, and nothing can be said of how sure a result is."
    assert told in words(STAY).splitlines()
    assert told not in words(STAY, discounting=rate(low=2, mode=4, high=6)).splitlines()


def test_a_careful_case_draws_no_caution() -> None:
    lease = commercial(start=-12, expiry=60, renewal={"rent": 130, "driver": "prices"})
    new = commercial(start=9, expiry=90, renewal={"rent": 130, "driver": "prices"})
    move = moving(9, new, delay=late(low=0, mode=3, high=12), one_offs=[one_off(5)], contingency=10)
    also = {"running": [running(1)], "disruption": DISRUPTION}
    assert words(option("stay", lease, running=[running(1)]), move | also) == ""
