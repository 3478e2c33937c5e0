"""What must hold in what a case says of weighing: each rule's fault by path, and what passes."""

from __future__ import annotations

from typing import Any

import pytest

from colocate.casefile.faults import CaseError
from colocate.casefile.reading import check_document
from tests.examples import ACCESS, PLACE, Record, office_document, option

TABLE = b"name,group,latitude,longitude,visits_by_them,visits_by_us\nUnion,workers,0,0.1,1,1\n"
OWN = {"id": "staff", "name": "Wishes of staff", "worst": "All are against", "best": "All are in favour"}
ITEM = {"id": "sign", "text": "An own sign?", "theme": "identity", "need": "desirable"}
SWINGS = {"money": 100, "access": 60, "mandate": 40, "government": 20, "staff": 0}


def points(criterion: str = "staff", value: Any = 50) -> Record:
    return {"criterion": criterion, "points": value}


def judged(**more: Any) -> Record:
    return {"name": "Country director", "source": "Assumption"} | more


def choice(first: str, worth: str, second: str) -> Record:
    return {"first": first, "worth": worth, "second": second}


def faults(weighing: Record | None = None, **changes: Any) -> dict[str, str]:
    """The faults, by path, of a case that speaks of all four criteria and of one of its own."""
    wish = {"government": {"step": 4}, "place": PLACE}
    given = changes.pop("given", ([points()], [points()]))
    document = office_document(
        option("stay", criteria=given[0], **wish),
        option("other", criteria=given[1], **wish),
        access=ACCESS,
        checklist=[ITEM],
        criteria=[OWN],
        **({"weighing": weighing} if weighing is not None else {}),
    )
    try:
        check_document(document | changes, lambda _: TABLE)
    except CaseError as error:
        return {fault.path: f"{fault.problem}. {fault.remedy}" for fault in error.faults}
    return {}


def by(*judgements: Record) -> Record:
    return {"judgements": list(judgements)}


CHAIN = [choice("money", "more", "access"), choice("mandate", "less", "access"), choice("staff", "the same", "mandate")]
CHAIN += [choice("government", "much less", "money")]
FINE: dict[str, Record | None] = {
    "no weighing at all": None,
    "an empty one": {},
    "both ends of the scale": {"money_best": 1000, "money_worst": 5000},
    "ends below 0": {"money_best": -5000, "money_worst": 0},
    "half the worth": {"half_worth": {"money": 50, "staff": 95, "access": 5}},
    "points": by(judged(swings=SWINGS)),
    "choices that hang together": by(judged(choices=CHAIN)),
    "points and one choice": by(judged(swings=SWINGS, choices=CHAIN[:1])),
    "several people": by(judged(swings=SWINGS), judged(name="Regional director", choices=CHAIN)),
}


@pytest.mark.parametrize("weighing", FINE.values(), ids=FINE)
def test_what_is_written_as_due_passes(weighing: Record | None) -> None:
    assert faults(weighing) == {}


RANGE = {"low": 1, "mode": 2, "high": 3, "unit": "USD", "source": "made up", "quality": "assumed"}
HERE = "weighing.judgements[0]"
BAD: list[tuple[str, Record, str, str]] = [
    ("one end only", {"money_best": 1}, "weighing.money_worst", "Due beside money_best: a scale has two ends"),
    ("the other end only", {"money_worst": 1}, "weighing.money_best", "is missing. Due beside money_worst"),
    ("an end with a range", {"money_best": RANGE, "money_worst": 9}, "weighing.money_best", "has a range"),
    ("ends exchanged", {"money_best": 9, "money_worst": 8}, "weighing.money_best", "9 is not below money_worst (8)"),
    ("ends alike", {"money_best": 8, "money_worst": 8}, "weighing.money_best", "100 points go to the lower cost"),
    ("a cliff", {"half_worth": {"access": 4.9}}, "weighing.half_worth.access", "4.9 % is too near to an end. Due: 5"),
    ("the other cliff", {"half_worth": {"staff": 95.1}}, "weighing.half_worth.staff", "50 is a line"),
    ("money bent", {"half_worth": {"money": 60}}, "weighing.half_worth.money", "money is weighed along a line"),
    ("half of nothing", {"half_worth": {"mony": 50}}, "weighing.half_worth.mony", 'Did you mean "money"?'),
    ("neither points nor choices", by(judged()), f"{HERE}.swings", "is missing. Due: points for each swing, or"),
    ("points for nothing", by(judged(swings=SWINGS | {"x": 1})), f"{HERE}.swings.x", "is no criterion of this case"),
    ("points above 100", by(judged(swings=SWINGS | {"access": 101})), f"{HERE}.swings.access", "101 is off the scale"),
    ("points below 0", by(judged(swings=SWINGS | {"access": -1})), f"{HERE}.swings.access", "-1 is off the scale"),
    ("no 100", by(judged(swings=SWINGS | {"money": 99})), f"{HERE}.swings", "the largest is 99. The swing worth most"),
    ("a criterion left out", by(judged(swings={"money": 100, "access": 1, "mandate": 1, "staff": 1})),
     f"{HERE}.swings.government", "is missing. Due: points for every criterion of the case"),
    ("a choice of nothing", by(judged(choices=[*CHAIN, choice("money", "more", "stuff")])),
     f"{HERE}.choices[4].second", 'Did you mean "staff"?'),
    ("a choice between one", by(judged(choices=[*CHAIN, choice("money", "more", "money")])),
     f"{HERE}.choices[4].second", "is the first criterion again"),
    ("a choice twice", by(judged(choices=[*CHAIN, choice("access", "less", "money")])),
     f"{HERE}.choices[4]", "is answered already at choices[0]. Take one out"),
    ("choices that do not hang together", by(judged(choices=CHAIN[:3])),
     f"{HERE}.choices", "no choice leads from money to government. Compare it with one of the others, or give swings"),
    ("another worth", by(judged(choices=[*CHAIN[:3], choice("government", "a bit more", "money")])),
     f"{HERE}.choices[3].worth", "a bit more"),
]  # fmt: skip


@pytest.mark.parametrize(("weighing", "path", "words"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_fault_of_weighing_is_told_by_its_path(weighing: Record, path: str, words: str) -> None:
    found = faults(weighing)
    assert path in found
    assert words in found[path]


def test_ends_that_are_alike_are_told_once() -> None:
    assert len(faults({"money_best": 8, "money_worst": 8})) == 1


@pytest.mark.parametrize("name", ["money", "access", "mandate", "government"])
def test_a_criterion_of_its_own_is_none_of_the_four(name: str) -> None:
    found = faults(criteria=[OWN, OWN | {"id": name}], given=([points(), points(name)],) * 2)
    assert found == {
        "criteria[1].id": f'"{name}" is one of the four criteria, which the model works out. '
        "It would count twice: take it out, or name another thing"
    }


def test_every_option_has_points_for_every_criterion_of_the_case() -> None:
    assert faults(given=([points()], [])) == {
        "options[1].criteria": 'has no points for "staff". Due: points for every option'
    }
    off = faults(given=([points()], [points(value=101)]))
    assert "Due: 100 or less" in off["options[1].criteria[0].points"]


def test_points_for_a_criterion_that_the_case_does_not_have_are_told() -> None:
    found = faults(given=([points(), points("stuff")], [points()]))
    assert any("stuff" in path or "stuff" in words for path, words in found.items())


def test_a_criterion_counts_only_where_the_case_speaks_of_it() -> None:
    told = faults(by(judged(swings=SWINGS)), checklist=[])
    assert told == {
        f"{HERE}.swings.mandate": '"mandate" is no criterion of this case. Known: money, access, government, staff.'
    }
