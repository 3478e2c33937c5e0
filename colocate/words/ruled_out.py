"""Options ruled out before the comparison, in words: by what, why, on what evidence, and how they stand at gates."""

from __future__ import annotations

from colocate.analysis.ruled_out import gates_of_ruled_out
from colocate.case import Case
from colocate.case.ruled_out import RuledOut
from colocate.words.gates import STATUSES, gate_in_words
from colocate.words.language import ENGLISH, Language, unsaid

TITLE = unsaid("Options ruled out, and why")

CRITERIA = {
    "money": unsaid("money"),
    "access": unsaid("access"),
    "mandate": unsaid("mandate"),
    "government": unsaid("the government's wish"),
    "gate": unsaid("the gate “{gate}”"),
    "other": unsaid("{other}"),
}
"""What ruled an option out, by the criterion that the case names."""


def ruled_out_title(language: Language = ENGLISH) -> str:
    """Head the options that were ruled out."""
    return language.say(TITLE)


def ruled_out_words(case: Case, language: Language = ENGLISH) -> tuple[str, ...]:
    """Tell of every option that was ruled out, in a line each; none where the case names none."""
    return tuple(_line(case, one, language) for one in case.ruled_out)


def criterion_words(one: RuledOut, language: Language = ENGLISH) -> str:
    """Name what ruled an option out."""
    return language.say(CRITERIA[one.criterion], gate=one.gate, other=one.other)


def _line(case: Case, one: RuledOut, language: Language) -> str:
    places = {"option": one.name, "criterion": criterion_words(one, language), "reason": _bare(one.reason)}
    if one.evidence.strip():
        told = language.say(
            "{option}: ruled out by {criterion}. {reason}. Evidence: {evidence}.",
            evidence=_bare(one.evidence),
            **places,
        )
    else:
        told = language.say("{option}: ruled out by {criterion}. {reason}. No evidence is given.", **places)
    if not one.gates:
        return told
    answered = {gate.name for gate in one.gates}
    gates = [
        language.say(
            "{gate} {status} ({evidence})",
            gate=gate.name,
            status=language.say(STATUSES[gate.status]),
            evidence=gate_in_words(gate, language),
        )
        for gate in gates_of_ruled_out(case, one)
        if gate.name in answered
    ]
    return language.say("{told} Gates: {gates}.", told=told, gates=language.listed(gates))


def _bare(text: str) -> str:
    """Give a text of the case without the full stop that the line around it brings."""
    return text.strip().removesuffix(".")
