"""What a decision paper may say in a case: what it names is there, levels and sums are what they can be."""

from __future__ import annotations

from typing import Any

import pytest

from colocate.casefile.reading import check_document
from tests.documents import Spoil, faults_after, put, template_document, template_table

RISK = {"risk": "The house opens late", "likelihood": "medium", "impact": "high"}
FAULTY: list[tuple[str, Spoil, str, str]] = [
    ("an option that is none", put("paper", {"option": "moon"}), "paper.option", '"moon"'),
    ("a fund that is none", put("paper", {"fund": "Petty cash"}), "paper.fund", '"Petty cash"'),
    ("a sum below nothing", put("paper", {"amount": -1}), "paper.amount", "no sum that can be asked for"),
    ("half a unit of money", put("paper", {"amount": 1.5}), "paper.amount", "whole number"),
    ("a form that is none", put("paper", {"form": "long"}), "paper.form", "is not known"),
    ("a risk without impact", put("paper", {"risks": [{**RISK, "impact": None}]}), "paper.risks[0].impact", "nothing"),
    ("a level that is none", put("paper", {"risks": [{**RISK, "impact": "huge"}]}), "paper.risks[0].impact", "known"),
    (
        "a risk of no option",
        put("paper", {"risks": [{**RISK, "option": "moon"}]}),
        "paper.risks[0].option",
        '"moon"',
    ),
    (
        "a document of which nobody knows",
        put("paper", {"documents": [{"name": "Letter"}]}),
        "paper.documents[0].status",
        "is missing",
    ),
]


@pytest.mark.parametrize(("spoil", "path", "said"), [one[1:] for one in FAULTY], ids=[one[0] for one in FAULTY])
def test_each_fault_is_told_by_its_path(spoil: Spoil, path: str, said: str) -> None:
    told = faults_after(spoil)
    assert said in told.get(path, ""), told


@pytest.mark.parametrize("paper", [{}, {"amount": 0}, {"option": "stay"}, {"risks": [RISK]}])
def test_any_part_may_be_left_out(paper: dict[str, Any]) -> None:
    document = template_document()
    document["paper"] = paper
    assert check_document(document, template_table).paper is not None


def test_a_case_without_a_paper_has_none() -> None:
    assert check_document(template_document(), template_table).paper is None
