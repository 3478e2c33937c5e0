"""Cautions on the mandate and the government: a checklist that is not whole, evidence that is missing or weak."""

from __future__ import annotations

from tests.examples import Record, one_off, option
from tests.words.test_cautions import words

STAY = option("stay")
THEMES = ("identity", "supervision", "tripartite", "control")


def checklist(count: int, themes: tuple[str, ...] = THEMES) -> Record:
    """So many questions, the themes by turns."""
    items = [
        {"id": f"item-{place}", "text": "Is it there?", "theme": themes[place % len(themes)], "need": "desirable"}
        for place in range(count)
    ]
    return {"checklist": items}


def test_a_whole_checklist_and_none_are_no_objection() -> None:
    assert "checklist" not in words(STAY, **checklist(12))
    assert "checklist" not in words(STAY, **checklist(12, tuple(f" {theme.upper()} " for theme in THEMES)))
    assert "checklist" not in words(STAY)


def test_a_short_checklist_is_told() -> None:
    told = words(STAY, **checklist(11)).splitlines()
    assert "The checklist of the mandate has 11 questions; 12 are needed to tell options apart." in told
    assert not [line for line in told if "asks nothing" in line]


def test_a_checklist_without_a_theme_is_told() -> None:
    told = words(STAY, **checklist(12, THEMES[:3]))
    assert "The checklist of the mandate asks nothing on “Control of staff, data and funds”." in told.splitlines()
    both = words(STAY, **checklist(12, THEMES[1:3]))
    assert "asks nothing on “Identity and visibility” and “Control of staff, data and funds”." in both


def test_a_wish_with_weaker_evidence_than_asked_is_told() -> None:
    told = (
        "Staying: the government's wish is put on step 5, which asks for a budget line or a signed agreement; "
        "the evidence is only in writing."
    )
    wish = {"step": 5, "evidence": "a letter"}
    assert told in words(option("stay", government=wish | {"form": "written"})).splitlines()
    for fine in (wish, wish | {"form": "signed"}, wish | {"step": 4, "form": "written"}):
        assert "which asks for" not in words(option("stay", government=fine))


def test_a_measure_without_evidence_is_told() -> None:
    costs = {"one_offs": [one_off(5, name="Own desk")]}
    given = {"item": "item-0", "answer": "mitigated", "mitigation": "Own desk"}
    items = checklist(12)
    items["checklist"][0]["need"] = "mitigable"
    told = "Staying: mandate questions answered yes without evidence: “Is it there?”."
    assert told in words(option("stay", mandate=[given], **costs), **items)
    assert told not in words(option("stay", mandate=[given | {"evidence": "seen"}], **costs), **items)
