"""What must hold in what a case says of single ways and of the mandate: each rule's fault by path, and what passes."""

from __future__ import annotations

from typing import Any

import pytest

from colocate.casefile.faults import CaseError
from colocate.casefile.reading import check_document
from tests.examples import ACCESS, PLACE, Record, office_document, one_off, option, running

TABLE = b"""name,group,latitude,longitude,visits_by_them,visits_by_us,since,until,id
Ministry,government,0,0,1,1,,,
Union,workers,0,0.1,1,1,,2030-01-01,
Union,workers,0,0.2,1,1,2030-01-01,,
Chamber,employers,0,0.3,1,1,,2030-01-01,chamber-1
Chamber,employers,0,0.4,1,1,2030-01-01,,chamber-2
"""
ITEMS: list[Record] = [
    {"id": "door", "text": "Do visitors walk in?", "theme": "use", "need": "mitigable", "walk_in": True},
    {"id": "sign", "text": "An own sign?", "theme": "identity", "need": "required"},
    {"id": "name", "text": "An own name?", "theme": "identity", "need": "desirable"},
]


def faults(
    *, estimates: list[Record] | None = None, mandate: list[Record] | None = None, **parts: Any
) -> dict[str, str]:
    """The faults, by path, of a case with these estimates, and with these answers and parts of its first option."""
    checklist = parts.pop("checklist", ITEMS)
    access = ACCESS | ({"estimates": estimates} if estimates is not None else {})
    if mandate is not None:
        parts["mandate"] = mandate
    document = office_document(
        option("stay", place=PLACE, **parts),
        option("other", place=PLACE),
        access=access,
        checklist=checklist,
    )
    try:
        check_document(document, lambda _: TABLE)
    except CaseError as error:
        return {fault.path: f"{fault.problem}. {fault.remedy}" for fault in error.faults}
    return {}


def way(constituent: str = "Ministry", to: str = "stay", minutes: Any = 20) -> Record:
    return {"constituent": constituent, "option": to, "minutes": minutes}


def answer(item: str = "door", answer: str = "yes", **more: Any) -> Record:
    return {"item": item, "answer": answer, "evidence": "seen"} | more


# ------------------------------------------------------------------ own estimates of a way


def test_a_way_to_each_option_may_be_estimated() -> None:
    assert faults(estimates=[way(), way(to="other"), way("chamber-1"), way("chamber-2")]) == {}
    assert faults(estimates=[]) == {}


ESTIMATES: list[tuple[str, list[Record], str, str]] = [
    (
        "twice",
        [way(), way(to="other"), way(minutes=5)],
        "access.estimates[2]",
        "estimated twice, first at estimates[0]",
    ),
    ("unknown constituent", [way("Ministri")], "access.estimates[0].constituent", 'Did you mean "Ministry"?'),
    ("unknown option", [way(to="stai")], "access.estimates[0].option", 'Did you mean "stay"?'),
    (
        "in two rows",
        [way("Union")],
        "access.estimates[0].constituent",
        "stands in more than one row of the constituents",
    ),
    ("a name where there are ids", [way("Chamber")], "access.estimates[0].constituent", "there is no constituent"),
    ("more than a day", [way(minutes=1441)], "access.estimates[0].minutes", "Due: 1440 or less"),
    ("below 0", [way(minutes=-1)], "access.estimates[0].minutes", "Due: 0 or more"),
]


@pytest.mark.parametrize(
    ("written", "path", "words"), [row[1:] for row in ESTIMATES], ids=[row[0] for row in ESTIMATES]
)
def test_a_faulty_estimate_is_told(written: list[Record], path: str, words: str) -> None:
    found = faults(estimates=written)
    assert list(found) == [path]
    assert words in found[path]


# ------------------------------------------------------------------ the question of walking in


def test_one_question_at_most_asks_who_walks_in() -> None:
    none = [{key: value for key, value in item.items() if key != "walk_in"} for item in ITEMS]
    assert faults(checklist=none) == {}
    two = faults(checklist=[*ITEMS, ITEMS[2] | {"id": "gate", "walk_in": True}])
    assert two == {"checklist[3].walk_in": "is asked at checklist[0] already. Let one question ask for it"}


# ------------------------------------------------------------------ measures that make an answer good

DESK: Record = {"one_offs": [one_off(1000, name="Own desk")], "running": [running(50, "Own guard")]}


@pytest.mark.parametrize("measure", ["Own desk", "Own guard"])
def test_a_measure_that_the_option_pays_for_makes_good(measure: str) -> None:
    assert faults(mandate=[answer("door", "mitigated", mitigation=measure)], **DESK) == {}


GOOD = answer("door", "mitigated", mitigation="Own desk")
FREE: Record = {"one_offs": [one_off(0, name="Own desk")]}
MANDATE: list[tuple[str, Record, Record, str, str]] = [
    ("a required item", answer("sign", "mitigated", mitigation="Own desk"), DESK, "answer", "a required item cannot"),
    (
        "no measure",
        answer("door", "mitigated"),
        DESK,
        "mitigation",
        "is missing. Due: the name of a one-off or running",
    ),
    ("an empty measure", GOOD | {"mitigation": ""}, DESK, "mitigation", "so that the measure is not a free tick"),
    ("a measure for a yes", GOOD | {"answer": "yes"}, DESK, "mitigation", 'does not count. Answer "mitigated"'),
    ("a measure for a no", GOOD | {"answer": "no"}, DESK, "mitigation", 'does not count. Answer "mitigated"'),
    ("an unknown measure", GOOD | {"mitigation": "Own dsk"}, DESK, "mitigation", 'Did you mean "Own desk"?'),
    ("a measure without any costs", GOOD, {}, "mitigation", "no one-off or running cost"),
    ("a measure that costs nothing", GOOD, FREE, "mitigation", "costs nothing. A measure that costs nothing is a yes"),
    ("groups at a yes", answer(groups=["workers"]), {}, "groups", "has no meaning here"),
    ("groups at another item", answer("name", "partly", groups=["workers"]), {}, "groups", "has no meaning here"),
    ("an unknown group", answer("door", "partly", groups=["workers", "worker"]), {}, "groups[1]", 'mean "workers"?'),
]


@pytest.mark.parametrize(
    ("written", "parts", "place", "words"), [row[1:] for row in MANDATE], ids=[row[0] for row in MANDATE]
)
def test_a_faulty_answer_is_told(written: Record, parts: Record, place: str, words: str) -> None:
    other = "name" if written["item"] == "sign" else "sign"
    found = faults(mandate=[answer(other), written], **parts)
    assert list(found) == [f"options[0].mandate[1].{place}"]
    assert words in found[f"options[0].mandate[1].{place}"]


def test_a_measure_of_another_option_does_not_count() -> None:
    found = faults(mandate=[GOOD], running=[running(50, "Own guard")])
    assert 'this option has no one-off or running cost "Own desk"' in found["options[0].mandate[0].mitigation"]


def test_groups_may_walk_in_where_the_answer_is_partly() -> None:
    assert faults(mandate=[answer("door", "partly", groups=["workers", "employers"])]) == {}


def test_a_range_that_reaches_above_0_pays_for_a_measure() -> None:
    amount = {"low": 0, "mode": 0, "high": 9, "unit": "USD", "source": "made up", "quality": "assumed"}
    assert faults(mandate=[GOOD], one_offs=[one_off(0, name="Own desk") | {"amount": amount}]) == {}
