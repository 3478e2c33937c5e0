"""The paper as plain lists and texts, each text made safe: what the templates of Word and typst are given, and HTML."""

from __future__ import annotations

from typing import Any

from colocate.safe import for_paper
from colocate.words.paper import Bullets, Paper, PaperTable, Picture, Section, Words

Plain = dict[str, Any]

HUNDRED = 100.0


def plain(paper: Paper) -> Plain:
    """Give the paper as templates read it; no name in it is one that a dict of Jinja has for itself."""
    return {
        "language": paper.language,
        "kind": for_paper(paper.kind),
        "title": for_paper(paper.title),
        "about": for_paper(paper.about),
        "answer_title": for_paper(paper.answer_title),
        "answer": for_paper(paper.answer),
        "warning": for_paper(paper.warning),
        "foot": for_paper(paper.foot),
        "table_label": for_paper(paper.table_label),
        "figure_label": for_paper(paper.figure_label),
        "page_label": for_paper(paper.page_label),
        "sections": [_section(one) for one in paper.sections],
    }


def _section(section: Section) -> Plain:
    return {
        "key": section.key,
        "title": for_paper(section.title),
        "begins_page": section.begins_page,
        "blocks": [_block(one) for one in section.blocks],
    }


def _block(block: Words | Bullets | PaperTable | Picture) -> Plain:
    match block:
        case Words():
            return {"kind": block.kind, "text": for_paper(block.text)}
        case Bullets():
            return {"kind": "bullets", "lines": [for_paper(one) for one in block.lines]}
        case PaperTable():
            return {
                "kind": "table",
                "number": block.number,
                "title": for_paper(block.title),
                "columns": [for_paper(one) for one in block.columns],
                "weights": list(block.weights),
                "tall": block.tall,
                "rows": [
                    [{"words": for_paper(one.words), "below": for_paper(one.below)} for one in row]
                    for row in block.rows
                ],
            }
        case Picture():
            return {
                "kind": "picture",
                "number": block.number,
                "title": for_paper(block.title),
                "alt": for_paper(block.alt),
                "ends": [for_paper(one) for one in block.ends],
                "marks": [
                    {
                        "name": for_paper(one.name),
                        "amount": for_paper(one.amount),
                        "value": _per_cent(one.value),
                        "low": _per_cent(one.low),
                        "high": _per_cent(one.high),
                    }
                    for one in block.marks
                ],
            }


def _per_cent(part: float) -> float:
    """Give a part of the scale in per cent of its length, never off it."""
    return round(min(max(HUNDRED * part, 0.0), HUNDRED), 2)
