"""The government's scale: the evidence that each step asks for, and evidence that is weaker than that."""

from __future__ import annotations

import pytest

from colocate.model.criteria import EVIDENCE_ASKED, FORMS, STEPS
from colocate.model.outcome import Outcome
from colocate.words.government import evidence_in_words, finding_government, step_in_words, steps, weak_evidence
from tests.examples import Record, office, option


def wish(step: int, form: str = "") -> Record:
    return {"step": step, "evidence": "seen"} | ({"form": form} if form else {})


def stated(*wishes: Record | None) -> Outcome:
    names = ("stay", "move", "other")
    given = zip(names, wishes, strict=False)
    return office(*(option(name, **({} if one is None else {"government": one})) for name, one in given))


# What is enough at each step, worked out from the words of the scale: 4 asks for a note or a letter, 5 for a budget
# line or a signature, an objection (1) for writing, a doubt (2) for a word, no view (3) for nothing.
ENOUGH = {
    1: ("written", "budgeted", "signed"),
    2: ("spoken", "written", "budgeted", "signed"),
    3: ("spoken", "written", "budgeted", "signed"),
    4: ("written", "budgeted", "signed"),
    5: ("budgeted", "signed"),
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("form", FORMS)
def test_evidence_is_enough_or_weaker_than_asked(step: int, form: str) -> None:
    found = stated(wish(step, form)).options[0].government
    assert found.is_weak == (form not in ENOUGH[step])
    assert ("weaker than asked for" in evidence_in_words(found)) == found.is_weak
    # Evidence does not move an option on the scale.
    assert found.score == 25 * (step - 1)


def test_evidence_of_no_stated_form_is_not_called_weak() -> None:
    found = stated(wish(5), None)
    assert [one.government.is_weak for one in found.options] == [False, False]
    assert evidence_in_words(found.options[0].government) == "form not stated"
    assert evidence_in_words(found.options[1].government) == "not stated in the case"
    assert evidence_in_words(stated(wish(3)).options[0].government) == "not asked for"
    assert evidence_in_words(stated(wish(5, "signed")).options[0].government) == "signed: enough"


def test_the_five_steps_with_who_stands_where() -> None:
    found = steps(stated(wish(4, "written"), wish(4), wish(1)))
    assert [one.step for one in found] == [5, 4, 3, 2, 1]
    assert [one.options for one in found] == [(), ("Staying", "Moving"), (), (), ("Other",)]
    assert [one.asked for one in found][:3] == ["a budget line or a signed agreement", "a note or a letter", "nothing"]
    assert all(one.name and one.meaning for one in found)
    assert set(EVIDENCE_ASKED) == set(STEPS)


FINDINGS = {
    "nothing is known": ((None, None), "The case does not say what the government wishes"),
    "one is highest": (
        (wish(3), wish(4, "signed")),
        "The government wishes this most: “Moving”, on step 4 of 5 (in favour)",
    ),
    "two are highest": (
        (wish(3), wish(4), wish(4)),
        "The government wishes this most: “Moving” and “Other”, on step 4 of 5 (in favour)",
    ),
    "all alike": ((wish(3), wish(3)), "The government wishes all options alike: step 3 of 5 (no view)"),
}


@pytest.mark.parametrize(("wishes", "told"), FINDINGS.values(), ids=FINDINGS)
def test_the_finding(wishes: tuple[Record | None, ...], told: str) -> None:
    assert finding_government(stated(*wishes)) == told
    assert weak_evidence(stated(*wishes)) == ()


def test_weak_evidence_is_told_beside_it() -> None:
    assert weak_evidence(stated(wish(3), wish(5, "written"), wish(4, "spoken"))) == (
        "The evidence of the government's wish is weaker than the step asks for: “Moving” and “Other”.",
    )


def test_a_step_is_told_with_what_is_seen_at_it() -> None:
    first, second = stated(wish(4), None).options
    assert step_in_words(first.government) == "in favour: has said that it wants this"
    assert step_in_words(second.government) == "not stated in the case"
