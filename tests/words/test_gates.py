"""Gates in words: what each rests on, and which are not settled."""

from __future__ import annotations

from colocate.case.reach import ChecklistItem, MandateAnswer
from colocate.model.criteria import AnsweredItem, GateResult, PremisesFound, RequiredFound, SpaceFound
from colocate.model.outcome import Outcome
from colocate.words.gates import finding_gates, gate_in_words, questions_named
from tests.examples import office, option
from tests.outcomes import outcome  # noqa: F401
from tests.words.test_mandate import gates


def asked(name: str, text: str, answer: str) -> AnsweredItem:
    item = ChecklistItem(id=name, text=text, theme="tripartite", need="required")
    return AnsweredItem(item, MandateAnswer(item=name, answer=answer))  # type: ignore[arg-type]


def test_which_gates_fail_and_how_many_are_open() -> None:
    stay = option("stay", gates=gates())
    assert finding_gates(office(stay, option("move", gates=gates()))) == "Every option passes every gate"
    # security, legal and accessibility are unknown where nothing is said of them
    assert finding_gates(office(stay, option("move"))) == "No option fails a gate; 3 gates are not settled"
    assert finding_gates(office(stay, option("move", gates=gates()[:2]))) == (
        "No option fails a gate; 1 gate is not settled"
    )
    failing = option("move", gates=gates("legal"))
    assert finding_gates(office(stay, failing)) == "Fails a gate: “Moving”"
    assert finding_gates(office(stay, failing, option("third"))) == (
        "Fails a gate: “Moving”; 3 gates of the others are not settled"
    )


def test_what_a_gate_rests_on() -> None:
    for gate, words in {
        GateResult("legal", "pass", "seen"): "seen",
        GateResult("legal", "unknown"): "not stated in the case",
        GateResult("space", "fail", found=SpaceFound(90.4, 1_100, None, 10)): "90 m2 for a need of 1,100 m2",
        GateResult("space", "pass", found=SpaceFound(100, 100, 20, 8)): (
            "100 m2 for a need of 100 m2; 20 desks free for a need of 8"
        ),
        GateResult("space", "pass", found=SpaceFound(100, 90, None, 8, beside_others=True)): (
            "main premises: 100 m2 for a need of 90 m2"
        ),
        GateResult("premises", "pass", found=PremisesFound(None)): "premises to the end of the years looked at",
        GateResult("premises", "fail", found=PremisesFound(35)): "the lease ends in month 35 and nothing follows it",
        GateResult("mandate", "pass", found=RequiredFound(())): "every required question is answered yes",
    }.items():
        assert gate_in_words(gate) == words


def test_questions_are_named_by_their_own_words_and_not_by_their_ids() -> None:
    door, sign = asked("d1", "Is there a door?", "partly"), asked("s1", "Is there a sign at the street?", "no")
    hall = asked("h1", "Is there a hall?", "no")
    found = GateResult("mandate", "fail", found=RequiredFound((door, sign, hall)))
    assert gate_in_words(found) == (
        "answered no: “Is there a sign at the street?” and “Is there a hall?”; answered partly: “Is there a door?”"
    )
    assert questions_named([door.item]) == "“Is there a door?”"


def test_no_id_of_a_question_is_told(outcome: Outcome) -> None:  # noqa: F811
    for one in outcome.options:
        told = " ".join(gate_in_words(gate) for gate in one.gates if gate.derived)
        assert not [item.id for item in outcome.case.checklist if "-" in item.id and item.id in told]
        assert "{" not in told
