"""The sentences at the top of the page on mandate and government: a case of each, and every case that is shipped."""

from __future__ import annotations

import re

from colocate.model.outcome import Outcome
from colocate.words.mandate import finding_gates, findings_mandate
from tests.examples import Record, office, option
from tests.outcomes import outcome  # noqa: F401

PASSED = [{"name": name, "status": "pass", "evidence": "seen"} for name in ("security", "legal", "accessibility")]


def gates(*failing: str) -> list[Record]:
    return [one | {"status": "fail"} if one["name"] in failing else one for one in PASSED]


def test_gates_in_words() -> None:
    both = office(option("stay", gates=gates()), option("move", gates=gates()))
    assert finding_gates(both) == "no option fails one."
    one = office(option("stay", gates=gates()), option("move", gates=gates("legal", "security")))
    assert finding_gates(one) == "Move fails security and legal."
    # security, legal and accessibility are unknown where nothing is said of them
    assert finding_gates(office(option("stay", gates=gates()), option("move"))) == (
        "no option fails one. Not settled yet: 3 for Move."
    )


def test_a_case_that_says_little() -> None:
    assert findings_mandate(office(option("stay", gates=gates()), option("other", gates=gates()))) == (
        "Gates: no option fails one.",
        "The government: the case does not say what the government wishes.",
        "Mandate: the case has no checklist.",
    )


def test_every_case_is_told_in_whole_sentences(outcome: Outcome) -> None:  # noqa: F811
    told = findings_mandate(outcome)
    assert [one.partition(": ")[0] for one in told][:3] == ["Gates", "The government", "Mandate"]
    assert (len(told) == 4) == (outcome.case.coordinators is not None)
    for sentence in told:
        assert sentence.endswith(".")
        assert not sentence.endswith("..")
        assert not re.search(r"\b(nan|None)\b", sentence)
