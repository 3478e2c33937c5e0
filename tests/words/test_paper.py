"""The paper: its order, what is left open and what was typed, its short form; and sums that add up as shown."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from colocate.analysis.deciding.what_would_change import WhatChanges
from colocate.casefile.reading import check_document
from colocate.export.paper.word import KEYS
from colocate.model.evaluate import evaluate
from colocate.words.paper import Bullets, Paper, PaperTable, Picture, Words, is_short, paper
from tests.documents import template_case, template_document, template_table
from tests.export.paper import made

OPEN = "to be filled in"


@cache
def template() -> WhatChanges:
    return made.found_of(template_case())


def written(**typed: Any) -> Paper:
    """The template's paper, with what was typed; that enters no figure."""
    case = check_document(template_document() | {"paper": typed}, template_table) if typed else template_case()
    return paper(evaluate(case, made.DRAWS), template(), None, "0123456789abcdef")


def said(one: Paper, key: str) -> list[str]:
    return [text for section in one.sections if section.key == key for text in _texts(section.blocks)]


def _texts(blocks: Any) -> list[str]:
    told: list[str] = []
    for block in blocks:
        match block:
            case Words():
                told.append(block.text)
            case Bullets():
                told += block.lines
            case PaperTable():
                told += [text for row in block.rows for entry in row for text in entry if text]
    return told


def test_what_is_not_typed_is_left_open_in_words() -> None:
    bare = written()
    assert tuple(one.key for one in bare.sections) == KEYS
    for key in ("background", "risks", "recommendation", "documents", "steps"):
        assert any(OPEN in text.lower() for text in said(bare, key)), key
    assert [text for text in said(bare, "asked") if text == "To be filled in"] == ["To be filled in"] * 5
    assert "To be filled in" in said(bare, "signatures")


def test_what_is_typed_stands_in_its_place() -> None:
    full = made.record(made.ALL_PARTS)
    assert "USD\u00a090,000" in said(full, "asked")
    assert "Regular budget" in said(full, "asked")
    assert said(full, "recommendation")[0] == "Move, if the security assessment is clean."
    assert said(full, "background")[:2] == [
        "The lease of the present office ends, and the landlord has said that he wants to sell.",
        "The common house has room since another agency left it.",
    ]
    assert "2 of 3 are not there yet." in said(full, "documents")
    assert "31 December 2026" in said(full, "steps")
    assert not any(OPEN in text.lower() for key in ("asked", "background", "documents") for text in said(full, key))


def test_risks_stand_in_the_matrix_by_likelihood_and_impact() -> None:
    section = next(one for one in made.record(made.ALL_PARTS).sections if one.key == "risks")
    matrix = section.blocks[0]
    assert isinstance(matrix, PaperTable)
    assert [[entry.words for entry in row] for row in matrix.rows] == [
        ["Likelihood high", "-", "-", "-"],
        ["Likelihood medium", "-", "R3", "R1"],
        ["Likelihood low", "-", "R2", "-"],
    ]
    assert said(made.record(made.ALL_PARTS), "risks")[-2] == (
        "R2. The landlord sells before the move. Response: to be filled in."
    )


@pytest.mark.parametrize(("form", "short"), [("", False), ("full", False), ("short", True)])
def test_the_form_is_as_asked(form: str, short: bool) -> None:
    one = written(form=form) if form else written()
    assert ("short form" in one.kind) is short
    assert any(isinstance(block, Picture) for section in one.sections for block in section.blocks) is not short
    assert {"asked", "tests", "money", "recommendation", "signatures"} <= {section.key for section in one.sections}


def test_a_short_case_has_the_short_form_unless_told() -> None:
    case = made.found(made.ALL_PARTS).futures.case
    assert case.paper is not None
    assert case.paper.form == "full"
    document = template_document()
    assert not is_short(check_document(document, template_table))
    document["paper"] = {"form": "short"}
    assert is_short(check_document(document, template_table))


def test_a_fixed_budget_is_compared_in_plain_words() -> None:
    for amount, words in ((10**9, "not more than"), (0, "more than the")):
        one = written(option="stay", amount=amount)
        assert words in said(one, "asked")[-1] or "of 100 futures" in said(one, "asked")[-1]


def test_the_fingerprint_is_signed_and_stands_on_every_page() -> None:
    one = written()
    assert "0123456789abcdef" in one.foot
    assert "0123456789abcdef" in said(one, "signatures")[-1]


def test_tables_and_pictures_are_counted_in_their_order() -> None:
    blocks = [block for section in made.record(made.ALL_PARTS).sections for block in section.blocks]
    tables = [block.number for block in blocks if isinstance(block, PaperTable)]
    assert tables == list(range(1, len(tables) + 1))
    assert all(
        len(row) == len(block.columns) == len(block.weights)
        for block in blocks
        if isinstance(block, PaperTable)
        for row in block.rows
    )
