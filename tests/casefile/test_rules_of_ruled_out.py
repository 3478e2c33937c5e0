"""What contradicts itself in what a case says of options ruled out, told by path with a suggestion."""

from __future__ import annotations

from typing import Any

import pytest

from tests.documents import Spoil, faults_after, put

GATE = {"criterion": "gate", "gate": "security"}


def ruled_out(*others: Any, without: str = "", **terms: Any) -> Spoil:
    named = {"id": "tower", "name": "Tower", "criterion": "money", "reason": "Twice the rent", "evidence": "An offer"}
    said = {name: part for name, part in (named | terms).items() if name != without}
    return put("ruled_out", [said, *others])


def gates(**status: str) -> list[dict[str, str]]:
    return [{"name": name, "status": answer} for name, answer in status.items()]


HERE = "ruled_out[0]"
FAULTY: list[tuple[str, Spoil, str, str]] = [
    ("no reason", ruled_out(without="reason"), f"{HERE}.reason", "is missing"),
    ("no criterion", ruled_out(without="criterion"), f"{HERE}.criterion", "is missing"),
    ("a criterion that is none", ruled_out(criterion="taste"), f"{HERE}.criterion", "is not known"),
    ("a gate without a name", ruled_out(criterion="gate"), f"{HERE}.gate", "the name of the gate"),
    ("another criterion without words", ruled_out(criterion="other", other=" "), f"{HERE}.other", "in a few words"),
    (
        "a gate beside money",
        ruled_out(gate="security"),
        f"{HERE}.gate",
        "has no meaning where the option is ruled out by",
    ),
    ("words beside a gate", ruled_out(**GATE, other="taste"), f"{HERE}.other", 'write criterion = "other"'),
    (
        "an option that is compared",
        ruled_out(id="move"),
        f"{HERE}.id",
        '"move" is an option of the case: it cannot be compared and ruled out',
    ),
    (
        "passing what ruled it out",
        ruled_out(**GATE, gates=gates(legal="pass", security="pass")),
        f"{HERE}.gates[1].status",
        'passes the gate "security" that ruled it out',
    ),
    ("a status that is none", ruled_out(gates=gates(security="good")), f"{HERE}.gates[0].status", "is not known"),
    (
        "two of one name",
        ruled_out({"id": "tower", "name": "Other", "criterion": "access", "reason": "Far"}),
        "ruled_out[1].id",
        '"tower" stands twice',
    ),
    (
        "a gate answered twice",
        ruled_out(gates=[*gates(security="fail"), *gates(security="pass")]),
        f"{HERE}.gates[1].name",
        '"security" stands twice',
    ),
]


@pytest.mark.parametrize(("spoil", "path", "told"), [row[1:] for row in FAULTY], ids=[row[0] for row in FAULTY])
def test_what_is_wrong_is_told_where_it_stands(spoil: Spoil, path: str, told: str) -> None:
    found = faults_after(spoil)
    assert told in found.get(path, ""), found


@pytest.mark.parametrize(
    "spoil",
    [
        ruled_out(),
        ruled_out(without="evidence"),
        ruled_out(**GATE, gates=gates(security="fail", legal="unknown")),
        ruled_out(**GATE),
        ruled_out(criterion="other", other="no parking"),
        ruled_out({"id": "villa", "name": "Villa", "criterion": "mandate", "reason": "No room for three parties"}),
    ],
)
def test_what_is_fine(spoil: Spoil) -> None:
    assert faults_after(spoil) == {}
