"""What the director writes in the decision paper: request, background, recommendation, risks, documents, steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from colocate.quantity import Note

PaperForm = Literal["", "short", "full"]
Level = Literal["low", "medium", "high"]
DocumentStatus = Literal["missing", "asked for", "there"]

LARGEST_SUM = 1_000_000_000_000
"""No office costs more, in any currency."""


@dataclass(frozen=True, kw_only=True)
class Risk:
    """Something that may go wrong, how likely and how bad it is, and what is done about it."""

    risk: Annotated[str, Note("Risk", "What may go wrong, in a sentence.")]
    option: Annotated[str, Note("Option", "Short name of the option that it belongs to; all of them if left out.")] = ""
    likelihood: Annotated[Level, Note("Likelihood", "low, medium or high.")]
    impact: Annotated[Level, Note("Impact", "low, medium or high.")]
    response: Annotated[str, Note("Response", "What is done about it, and by whom.")] = ""


@dataclass(frozen=True, kw_only=True)
class NeededDocument:
    """An approval or a document that the decision needs."""

    name: Annotated[str, Note("Name", "For example: Security assessment of the house.")]
    status: Annotated[DocumentStatus, Note("Status", "missing, asked for, or there.")]
    by: Annotated[date | None, Note("Due by", "The day when it is needed.")] = None
    note: Annotated[str, Note("Remark", "Who gives it, or where it is.")] = ""


@dataclass(frozen=True, kw_only=True)
class NextStep:
    """What is done after the decision, by when and by whom."""

    step: Annotated[str, Note("Step", "What is done.")]
    by: Annotated[date | None, Note("Due by", "The day by which it is done.")] = None
    who: Annotated[str, Note("Who", "A role or a body; not a person's name.")] = ""


@dataclass(frozen=True, kw_only=True)
class Signature:
    """Who signs the paper."""

    role: Annotated[str, Note("Role", "For example: Country director. Name and date are written by hand.")]
    action: Annotated[str, Note("Signs as", "For example: Submitted, cleared, approved.")] = ""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """What a decision paper says beside its figures. What is left out stays open in the paper, to be filled in."""

    form: Annotated[
        PaperForm, Note("Form", "short for a small office, or full; left out: short where the case is a short one.")
    ] = ""
    asked: Annotated[str, Note("What is asked for", "In a sentence: what is to be approved.")] = ""
    option: Annotated[
        str, Note("Option asked for", "Short name of the option that the money is asked for; left out: open.")
    ] = ""
    amount: Annotated[
        int | None,
        Note("Amount", "The sum that is asked for, in the case's currency.", least=0, most=LARGEST_SUM),
    ] = None
    authority: Annotated[str, Note("Authority", "Who approves, and under which rule.")] = ""
    fund: Annotated[str, Note("Fund", "One of the funds of the case, which pays the amount.")] = ""
    background: Annotated[str, Note("Background", "What led to the question, in a few sentences.")] = ""
    recommendation: Annotated[
        str, Note("Recommendation", "The director's own; the program recommends nothing. Left out: open.")
    ] = ""
    conditions: Annotated[
        tuple[str, ...], Note("Conditions", "On which the recommendation stands, a sentence each.")
    ] = ()
    risks: Annotated[tuple[Risk, ...], Note("Risks", "Shown in a matrix of likelihood and impact.")] = ()
    documents: Annotated[
        tuple[NeededDocument, ...], Note("Documents", "Approvals and documents that the decision needs.")
    ] = ()
    next_steps: Annotated[tuple[NextStep, ...], Note("Next steps", "What follows the decision, with dates.")] = ()
    signatures: Annotated[tuple[Signature, ...], Note("Signatures", "Who signs.")] = ()
