"""The sentences at the top of the page on mandate and government: a case of each, and every case that is shipped."""

from __future__ import annotations

import re

from colocate.analysis.mandate.answers import leading
from colocate.model.outcome import Outcome
from colocate.words.mandate import finding_gates, finding_mandate, findings_mandate, score_in_words
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


QUESTIONS = [
    {"id": f"q{n}", "text": f"Question {n}?", "theme": "tripartite use", "need": "desirable"} for n in range(4)
]


def answering(*by_option: str) -> Outcome:
    """Options "Stay", "Move" and "Third", each with its answers to four questions: y yes, p partly, n no, ? unknown."""
    words = {"y": "yes", "p": "partly", "n": "no", "?": "unknown"}
    options = [
        option(name, gates=gates(), mandate=[{"item": f"q{n}", "answer": words[a]} for n, a in enumerate(given)])
        for name, given in zip(("stay", "move", "third"), by_option, strict=False)
    ]
    return office(*options, checklist=QUESTIONS)


def test_a_score_with_open_questions_is_a_range() -> None:
    found = answering("yyn?", "yypp").options
    assert [score_in_words(one.mandate) for one in found] == ["50 to 75 of 100, 1 open", "75 of 100"]
    assert score_in_words(office(option("stay")).options[0].mandate) == "not stated"


def test_which_option_keeps_most() -> None:
    for given, words in {
        ("yyyy", "yynn"): "Stay keeps most of the mandate's safeguards: 100 of 100",
        ("yyy?", "pn??"): "Stay keeps most of the mandate's safeguards: 75 to 100 of 100, 1 open",
        ("yy??", "yn??"): "Which option keeps most of the mandate's safeguards is not known yet: "
        "2 of 4 questions are open for Stay",
        ("yyyn", "ynyy"): "All options keep the mandate's safeguards alike",
        ("yyyn", "ynyy", "nnnn"): "Stay and Move keep most of the mandate's safeguards",
    }.items():
        assert finding_mandate(answering(*given)).title == words


def test_an_option_leads_only_where_no_answer_can_change_it() -> None:
    assert leading(answering("yyyn", "yy??")) == ()  # 75 against 50 to 100
    assert leading(answering("yyyn", "yyn?")) == ("stay",)  # 75 against 50 to 75
    assert leading(answering("yyyn", "yyyn")) == ("stay", "move")


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
