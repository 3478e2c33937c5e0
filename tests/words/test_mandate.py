"""What the checklist comes to, in words: a case of each, and every case that is shipped."""

from __future__ import annotations

import re

from colocate.analysis.mandate.answers import leading
from colocate.model.outcome import Outcome
from colocate.words.mandate import finding_mandate, finding_scores, finding_themes, score_in_words
from tests.examples import Record, office, option
from tests.outcomes import outcome  # noqa: F401

PASSED = [{"name": name, "status": "pass", "evidence": "seen"} for name in ("security", "legal", "accessibility")]


def gates(*failing: str) -> list[Record]:
    return [one | {"status": "fail"} if one["name"] in failing else one for one in PASSED]


QUESTIONS = [{"id": f"q{n}", "text": f"Question {n}?", "theme": "tripartite", "need": "desirable"} for n in range(4)]


def answering(*by_option: str, failing: str = "") -> Outcome:
    """Options "Stay", "Move" and "Third", each with its answers to four questions: y yes, p partly, n no, ? unknown."""
    words = {"y": "yes", "p": "partly", "n": "no", "?": "unknown"}
    options = [
        option(
            name,
            gates=gates("legal") if name == failing else gates(),
            mandate=[{"item": f"q{n}", "answer": words[a]} for n, a in enumerate(given)],
        )
        for name, given in zip(("stay", "move", "third"), by_option, strict=False)
    ]
    return office(*options, checklist=QUESTIONS)


def test_a_score_with_open_questions_is_a_range() -> None:
    found = answering("yyn?", "yypp").options
    assert [score_in_words(one.mandate) for one in found] == ["50 to 75 of 100, 1 open", "75 of 100"]
    assert score_in_words(office(option("stay")).options[0].mandate) == "not stated"


def test_which_option_keeps_most() -> None:
    for given, words in {
        ("yyyy", "yynn"): "Best for the mandate: “Staying”, 100 of 100",
        ("yyy?", "pn??"): "Best for the mandate: “Staying”, 75 to 100 of 100, 1 open",
        ("yy??", "yn??"): "Not known yet which option keeps the mandate best: 2 of 4 questions are open for “Staying”",
        ("yyyn", "yyp?", "nnnn"): "Not known yet which option keeps the mandate best: "
        "1 of 4 questions is open for “Moving”",
        ("yyyn", "ynyy"): "All options keep the mandate's safeguards alike",
        ("yyyn", "ynyy", "nnnn"): "Best for the mandate: “Staying” and “Moving”",
    }.items():
        assert finding_mandate(answering(*given)) == words


def test_an_option_leads_only_where_no_answer_can_change_it() -> None:
    assert leading(answering("yyyn", "yy??")) == ()  # 75 against 50 to 100
    assert leading(answering("yyyn", "yyn?")) == ("stay",)  # 75 against 50 to 75
    assert leading(answering("yyyn", "yyyn")) == ("stay", "move")


def test_a_case_that_says_little() -> None:
    bare = office(option("stay", gates=gates()), option("other", gates=gates()))
    assert finding_mandate(bare) == "The case does not say which safeguards of the mandate the options keep"
    assert finding_scores(bare).title == finding_themes(bare).title == finding_mandate(bare)


def test_one_option_left_is_compared_with_none() -> None:
    assert finding_mandate(answering("yyyy", "yynn", failing="move")) == (
        "Fewer than two options pass their gates: there is no mandate to compare"
    )


def test_a_chart_says_how_many_answers_are_missing() -> None:
    assert finding_scores(answering("yyn?", "????")).title == (
        "5 answers are missing: a score may end anywhere in its hatched part"
    )
    assert finding_scores(answering("yyn?", "yyyy")).title.startswith("1 answer is missing:")
    assert finding_scores(answering("yynn", "yyyy")).title == (
        "All 4 questions of the mandate are answered for every option"
    )
    assert finding_themes(answering("yyn?", "y???")).title == "Tripartite use: 4 of the 4 answers that are missing"
    assert finding_scores(answering("yyn?", "pppp")).alt == (
        "Points of 100 for the safeguards of the agency's mandate, by option. Staying: 50 to 75 of 100, 1 open. "
        "Moving: 50 of 100."
    )
    assert finding_themes(answering("yyn?", "pppp")).alt == (
        "Answers to the questions on the agency's mandate, by theme and option. Tripartite use, Staying: 2 yes, 1 no "
        "and 1 not answered. Tripartite use, Moving: 4 partly."
    )


def test_every_case_is_told_in_whole_sentences(outcome: Outcome) -> None:  # noqa: F811
    for sentence in (finding_mandate(outcome), finding_scores(outcome).alt, finding_themes(outcome).alt):
        assert "{" not in sentence
        assert not re.search(r"\b(nan|None)\b", sentence)
    assert len(finding_mandate(outcome).split()) <= 20
