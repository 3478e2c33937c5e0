"""What decides besides money and access: the mandate, the government's wish, and the gates (method, section 14)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from colocate.case import Case, Option
from colocate.case.reach import ChecklistItem, EvidenceForm, GateStatus, MandateAnswer
from colocate.model.access import OptionAccess
from colocate.model.costs.house import desks_free
from colocate.model.costs.premises import OwnPremises, Stay
from colocate.model.timeline import coverage, is_path, year_of
from colocate.quantity import Figure, central_of

NO, YES = 0.0, 100.0
ANSWER_SCORES = {"yes": YES, "mitigated": YES, "partly": 50.0, "no": NO}
"""A measure that makes good counts in full: it is paid for in money, and half a point less would charge it twice. A
question that is not answered has no score: it may turn out as anything from no to yes."""

ROUNDING = 1e-12
STANDARD_GATES = ("security", "legal", "accessibility")

STEPS = (1, 2, 3, 4, 5)
"""The steps of the government's wish, from against to asking for it and backing it."""

FORMS: tuple[EvidenceForm, ...] = ("spoken", "written", "budgeted", "signed")
"""The forms of evidence, the weakest first."""

EVIDENCE_ASKED: dict[int, EvidenceForm] = {1: "written", 2: "spoken", 3: "", 4: "written", 5: "budgeted"}
"""The least evidence that each step asks for: at 4 a note or letter, at 5 a budget line or a signature."""


MANDATE_THEMES = ("identity", "supervision", "tripartite", "control")
"""The themes that a whole checklist asks about, as a case file writes them."""

LEAST_ITEMS = 12
"""A checklist with fewer items is taken to have left something out."""


def themes_missing(case: Case) -> tuple[str, ...]:
    """Give the themes that no item of the checklist asks about; all of them where there is no checklist."""
    asked = {item.theme.strip().casefold() for item in case.checklist}
    return tuple(theme for theme in MANDATE_THEMES if theme not in asked)


@dataclass(frozen=True)
class AnsweredItem:
    """An item of the mandate checklist with this option's answer; unknown where the case gives none."""

    item: ChecklistItem
    answer: MandateAnswer


@dataclass(frozen=True)
class Mandate:
    """How well an option keeps the agency's identity and mandate, in points from 0 to 100.

    `low` is the score if every open question turns out as no, `high` if every one turns out as yes; both are None
    without a checklist. `unknown` counts the open questions.
    """

    answers: tuple[AnsweredItem, ...]
    low: float | None
    high: float | None
    unknown: int

    @property
    def score(self) -> float | None:
        """Return the one score that all the answers make; None while a question is open, or without a checklist."""
        return None if self.unknown else self.low


@dataclass(frozen=True)
class GovernmentWish:
    """What the host government wishes about an option, as a step and as 0 to 100; None where the case says nothing."""

    step: int | None
    score: float | None
    evidence: str
    form: EvidenceForm = ""

    @property
    def asked(self) -> EvidenceForm:
        """Return the least form of evidence that the step asks for; empty where it asks for none."""
        return "" if self.step is None else EVIDENCE_ASKED[self.step]

    @property
    def is_weak(self) -> bool:
        """Tell whether the evidence is stated to be of a weaker form than the step asks for."""
        return bool(self.form and self.asked) and FORMS.index(self.form) < FORMS.index(self.asked)


@dataclass(frozen=True)
class SpaceFound:
    """What the space gate rests on: m2 and m2 needed; desks free in the house (None: not stated) and desks needed.

    `year` is the budget year of these figures where they change with time: the first of use in which the office does
    not fit, or, where it fits in all of them, the tightest. None where they are the same in every year. `premises`
    names the first further premises that are too small; it is empty where the figures are those of the main ones,
    `beside_others` where there are further ones, too.
    """

    area: float
    area_needed: float
    desks_free: float | None
    desks_needed: float
    year: int | None = None
    premises: str = ""
    beside_others: bool = False


@dataclass(frozen=True)
class PremisesFound:
    """What the premises gate rests on: the month after which the option has none; None where it always has some."""

    end: float | None


@dataclass(frozen=True)
class RequiredFound:
    """What the mandate gate rests on: the required items that are not answered yes, with their answers."""

    not_yes: tuple[AnsweredItem, ...]


@dataclass(frozen=True)
class GateResult:
    """A gate and whether the option passes it.

    A gate that the case states has its `evidence`, empty where there is none. One that the model worked out, with every
    figure at its most likely value, has what it `found` instead.
    """

    name: str
    status: GateStatus
    evidence: str = ""
    found: SpaceFound | PremisesFound | RequiredFound | None = None

    @property
    def derived(self) -> bool:
        """Tell whether the model worked the gate out."""
        return self.found is not None


def mandate_of(case: Case, option: Option) -> Mandate:
    """Put the option's answers beside the checklist and score them: the range that the open questions leave."""
    given = {answer.item: answer for answer in option.mandate}
    answers = tuple(
        AnsweredItem(item, given.get(item.id, MandateAnswer(item=item.id, answer="unknown"))) for item in case.checklist
    )
    known = [ANSWER_SCORES[one.answer.answer] for one in answers if one.answer.answer != "unknown"]
    unknown = len(answers) - len(known)
    if not answers:
        return Mandate((), None, None, 0)
    low, high = ((sum(known) + unknown * points) / len(answers) for points in (NO, YES))
    return Mandate(answers, low, high, unknown)


@dataclass(frozen=True)
class WalkIn:
    """Who can walk in without a pass or an escort: parts of the constituents, and of their visits to us (0 to 1)."""

    of_constituents: float
    of_visits: float


def walk_in(mandate: Mandate, access: OptionAccess | None) -> WalkIn | None:
    """Give the parts that walk in, by the answer to the checklist's question on it; None where nothing is known.

    Yes (and mitigated) is everyone, no is nobody, partly is the groups that the answer names.
    """
    asked = [one.answer for one in mandate.answers if one.item.walk_in]
    if not asked or access is None or asked[0].answer == "unknown":
        return None
    answer = asked[0]
    if answer.answer == "partly" and not answer.groups:
        return None
    everyone = answer.answer in ("yes", "mitigated")
    inside = [everyone or one.group in answer.groups for one in access.constituents]
    visits = [one.visits_by_them for one in access.constituents]
    all_visits = sum(visits)
    let_in = sum(count for count, free in zip(visits, inside, strict=True) if free)
    return WalkIn(sum(inside) / len(inside), let_in / all_visits if all_visits else 0.0)


def government_of(option: Option) -> GovernmentWish:
    """Give the government's wish as its step and as 0, 25, 50, 75 or 100."""
    wish = option.government
    if wish is None:
        return GovernmentWish(None, None, "")
    return GovernmentWish(wish.step, 25.0 * (wish.step - 1), wish.evidence, wish.form)


def gates_of(case: Case, stay: Stay, mandate: Mandate) -> tuple[GateResult, ...]:
    """Give every gate of the option: the stated ones, the standard ones that are not stated, and the derived ones."""
    option = stay.option
    stated = [GateResult(gate.name, gate.status, gate.evidence) for gate in option.gates]
    names = {gate.name for gate in option.gates}
    missing = [GateResult(name, "unknown") for name in STANDARD_GATES if name not in names]
    derived = [_space_gate(case, stay), _premises_gate(case, stay)]
    if case.checklist:
        derived.append(_mandate_gate(mandate))
    return (*stated, *missing, *derived)


def fits(case: Case, stay: Stay) -> npt.NDArray[np.bool_]:
    """Tell whether the office fits: area enough, and desks free in the house where it states them; one per draw.

    Where sizes change with time, it fits if it does in every year in which the option is used. Of several premises each
    must hold the people who sit there.
    """
    fit = _fits(case, stay, stay.own[0])
    for own in stay.own[1:]:
        fit = fit & _fits(case, stay, own)
    return fit


def _fits(case: Case, stay: Stay, own: OwnPremises) -> npt.NDArray[np.bool_]:
    enough = _enough(case, stay, own)
    if enough.ndim == 1 and own.further is None:
        return enough
    fit: npt.NDArray[np.bool_] = np.logical_and.reduce(enough | ~_used(case, own), axis=0)
    return fit


def _enough(case: Case, stay: Stay, own: OwnPremises) -> npt.NDArray[np.bool_]:
    """Tell whether there is room enough: one per draw, or, where sizes change with time, by year and draw."""
    size, free = own.size, _desks_free(case, stay, own)
    enough = np.atleast_1d(size.area >= size.area_needed * (1.0 - ROUNDING))
    if free is None:
        return enough
    free_too: npt.NDArray[np.bool_] = np.atleast_1d(free >= size.workstations * (1.0 - ROUNDING))
    return enough & free_too


def _used(case: Case, own: OwnPremises) -> npt.NDArray[np.bool_]:
    """Tell in which budget years premises are used; shape `(years, 1 or draws)`.

    The main ones are in that of moving in for certain.
    """
    years = case.horizon_years
    used: npt.NDArray[np.bool_] = coverage(own.begins, own.ends, years) > 0
    if own.further is None:
        used = used | (np.arange(years)[:, None] == year_of(own.begins, years))
    return used


def _desks_free(case: Case, stay: Stay, own: OwnPremises) -> Figure | None:
    """Give the desks that a house has free; None where it states none, and for premises that are in no house."""
    house = stay.option.house
    return desks_free(case.house(house), case.horizon_years) if house and own.further is None else None


def _space_gate(case: Case, stay: Stay) -> GateResult:
    too_small = [own for own in stay.own if not _fits(case, stay, own)[0]]
    own = (*too_small, *stay.own)[0]
    size, free, year = own.size, _desks_free(case, stay, own), _telling_year(case, stay, own)
    area, needed, left, desks = (
        float(_of_first_draw(one, case.horizon_years)[year or 0])
        for one in (size.area, size.area_needed, 0.0 if free is None else free, size.workstations)
    )
    name = "" if own.further is None else own.further.name
    beside_others = own.further is None and len(stay.own) > 1
    found = SpaceFound(area, needed, None if free is None else left, desks, year, name, beside_others)
    return GateResult("space", "fail" if too_small else "pass", found=found)


def _telling_year(case: Case, stay: Stay, own: OwnPremises) -> int | None:
    """Give the first year of use in which the office does not fit, else the tightest; None where all are alike."""
    years, size, free = case.horizon_years, own.size, _desks_free(case, stay, own)
    pairs = [(size.area, size.area_needed)] + ([] if free is None else [(free, size.workstations)])
    if not any(is_path(one) for pair in pairs for one in pair):
        return None
    used = _of_first_draw(_used(case, own), years)
    lacking = used & ~_of_first_draw(_enough(case, stay, own), years)
    if lacking.any():
        return int(lacking.argmax())
    taken = [_of_first_draw(needed / np.maximum(there, ROUNDING), years) for there, needed in pairs]
    return int(np.where(used, np.max(taken, axis=0), -np.inf).argmax())


def _of_first_draw(figure: Figure | npt.NDArray[np.bool_], years: int) -> npt.NDArray[Any]:
    """Give a figure, or one by year, as it is in the first draw, for every year; shape `(years,)`."""
    plain = np.asarray(figure)
    return plain[:, 0] if plain.ndim == 2 else np.repeat(np.ravel(plain)[:1], years)


def _premises_gate(case: Case, stay: Stay) -> GateResult:
    end = central_of(stay.premises_end)
    if end < case.horizon_months:
        return GateResult("premises", "fail", found=PremisesFound(end))
    return GateResult("premises", "pass", found=PremisesFound(None))


def _mandate_gate(mandate: Mandate) -> GateResult:
    required = [answered for answered in mandate.answers if answered.item.need == "required"]
    not_yes = tuple(answered for answered in required if answered.answer.answer != "yes")
    status: GateStatus = "unknown" if not_yes else "pass"
    if any(answered.answer.answer == "no" for answered in not_yes):
        status = "fail"
    return GateResult("mandate", status, found=RequiredFound(not_yes))
