"""All figures of an outcome as JSON, in a documented and versioned shape (docs/figures-json.md)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

import numpy as np

from colocate.analysis.cautions import cautions
from colocate.analysis.depth import how_deep
from colocate.analysis.mandate.coordinators import hosting_of
from colocate.analysis.mandate.costs_of_measures import measures
from colocate.analysis.money.budget import one_off_budget, one_off_by_payer
from colocate.analysis.money.five_years import five_year_reading
from colocate.analysis.money.provenance import provenance
from colocate.analysis.money.returns import Answer, returns
from colocate.analysis.money.shift import shift
from colocate.analysis.money.tenants import if_a_tenant_leaves
from colocate.analysis.money.unit_costs import cost_per_m2, cost_per_person
from colocate.analysis.ruled_out import gates_of_ruled_out, passes_every_gate
from colocate.analysis.verdict import verdict
from colocate.case import Case
from colocate.case.ruled_out import RuledOut
from colocate.export.futures import futures_block
from colocate.model.costs.line import Line, LineKey, keys_of
from colocate.model.costs.premises import Size
from colocate.model.expected import Expected, LineMean, OptionExpected
from colocate.model.futures import Futures
from colocate.model.outcome import Outcome
from colocate.model.timeline import is_path
from colocate.model.totals import BOOKS, VIEWS, Money, present_amounts
from colocate.quantity import Quantity, central_of
from colocate.safe import for_json
from colocate.version import VERSION
from colocate.words import criteria
from colocate.words import verdict as answer
from colocate.words.access import KNOWN_WORDS
from colocate.words.cautions import said
from colocate.words.conditions import conditions
from colocate.words.futures import how_drawn
from colocate.words.gates import gate_in_words
from colocate.words.government import step_in_words
from colocate.words.money import WORKED_EXAMPLE, payback_in_words, rate_in_words

SHAPE = "colocate-figures"
SHAPE_VERSION = 3

Json = dict[str, Any]


def figures_json(futures: Futures) -> str:
    """Write all figures as JSON text; never a NaN or an infinity."""
    return for_json(figures(futures))


def figures(futures: Futures) -> Json:
    """Give all figures of a case over its futures as plain lists, numbers and words.

    The figures are expected values, with their ranges under `futures`; the most likely case stands under
    `worked_example` alone.
    """
    case, expected = futures.case, futures.expected
    origins = provenance(case)
    return {
        "shape": SHAPE,
        "shape_version": SHAPE_VERSION,
        "colocate_version": VERSION,
        "result": "expected values",
        "note": how_drawn(futures.draws, futures.seed),
        "case": _case(case),
        "discounting": {"rates": case.discounting.rates, "timing": case.discounting.timing},
        "verdict": _verdict(futures),
        "cautions": [
            {"options": list(caution.options), "words": said(case, caution)} for caution in cautions(expected)
        ],
        "options": [_option(futures, option, origins) for option in expected.options],
        "ruled_out": [_ruled_out(case, one) for one in case.ruled_out],
        "futures": futures_block(futures),
        "if_a_tenant_leaves": [vars(found) for found in if_a_tenant_leaves(futures)],
        "worked_example": worked_example(futures.central, origins),
        "quantities": [_quantity(quantity) for quantity in case.quantities.values()],
        "reference_classes": [vars(one) for one in case.reference_classes],
    }


def _ruled_out(case: Case, one: RuledOut) -> Json:
    """Give an option that was ruled out, what ruled it out, and how it stands at every gate of the case."""
    gates = [
        {"name": gate.name, "status": gate.status, "evidence": gate.evidence} for gate in gates_of_ruled_out(case, one)
    ]
    return {
        **{name: value for name, value in vars(one).items() if name != "gates"},
        "gates": gates,
        "passes_every_gate": passes_every_gate(case, one),
    }


def _verdict(futures: Futures) -> Json:
    """Give the answer in words, and where every option stands by each criterion."""
    case, found = futures.case, verdict(futures)
    said = {(row.name, cell.option): cell for row in criteria.rows(case, found) for cell in row.cells}
    return {
        "headline": answer.headline(case, found),
        "sentences": list(answer.why(futures, found)),
        "conditions": list(conditions(futures, found)),
        "lowest_expected_cost": found.cheapest,
        "most_often_cheapest": found.most_often,
        "criteria": [
            {
                "name": one.name,
                "leaders": list(one.leaders),
                "known": one.known,
                "options": {
                    each.option: {
                        "value": each.value,
                        "low": each.low,
                        "high": each.high,
                        "chance": each.chance,
                        "open": each.open,
                        "words": said[one.name, each.option].words,
                        "below": said[one.name, each.option].below,
                    }
                    for each in one.standings
                },
            }
            for one in found.criteria
        ],
    }


def fingerprint(part: object) -> str:
    """Give a short mark of a part of a case's document, the same only if nothing in it has changed."""
    text = json.dumps(part, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _case(case: Case) -> Json:
    written = case.document
    options = written.get("options") or [None]
    return {
        "title": case.title,
        "summary": case.summary,
        "agency": case.agency,
        "illustrative": case.illustrative,
        "decision_date": case.decision_date.isoformat(),
        "horizon_years": case.horizon_years,
        "currency": case.currency,
        "depth": how_deep(case).depth,
        "fingerprint": fingerprint(written),
        "baseline_fingerprint": fingerprint([options[0], written.get("shared"), written.get("office")]),
    }


def _size(size: Size) -> Json:
    return {
        name: _years(np.asarray(figure)) if is_path(figure) else _number(figure) for name, figure in vars(size).items()
    }


def _option(futures: Futures, option: OptionExpected, origins: dict[LineKey, tuple[str, ...]]) -> Json:
    expected, stay = futures.expected, option.stay
    per_person, per_m2 = cost_per_person(option), cost_per_m2(option)
    return {
        "id": option.id,
        "name": option.name,
        "baseline": option is expected.baseline,
        "gates": [
            {"name": gate.name, "status": gate.status, "evidence": gate_in_words(gate), "derived": gate.derived}
            for gate in option.gates
        ],
        "months": {
            "moving_in": _number(stay.moving_in),
            "lease_start": _number(stay.lease_start),
            "lease_expiry": None if stay.lease_expiry is None else _number(stay.lease_expiry),
            "old_lease_owed_until": _number(stay.obligation_end) if stay.left is not None else None,
        },
        "size": _size(stay.size),
        "premises": [
            {
                "id": own.further.id,
                "name": own.further.name,
                "used_from": _number(own.begins),
                "used_until": _number(own.ends),
                "size": _size(own.size),
            }
            for own in stay.own
            if own.further is not None
        ],
        "money": {book: {view: _money(option.money[book, view]) for view in VIEWS} for book in BOOKS},
        "against_baseline": _against(expected, option),
        "one_off_budget_by_year": _years(one_off_budget(option)),
        "one_off_by_payer": {payer: _years(amounts) for payer, amounts in one_off_by_payer(option).items()},
        "cost_per_person_by_year": None if per_person is None else _years(per_person),
        "cost_per_m2_by_year": None if per_m2 is None else _years(per_m2),
        "access": _access(option),
        "mandate": _mandate(futures, option),
        "government": {
            **vars(option.government),
            "words": step_in_words(option.government),
            "form_asked": option.government.asked,
            "weaker_than_asked": option.government.is_weak,
        },
        "coordinators": [
            {
                **{name: value for name, value in vars(one).items() if name != "option"},
                "present_value": one.present_value.mean,
                "if_lost": one.if_lost.mean,
            }
            for one in hosting_of(futures, option.id)
        ],
        "lines": [_line(line, origins.get(line.key, ())) for line in option.lines],
    }


def _against(expected: Expected, option: OptionExpected) -> Json:
    moved = shift(expected, option.id)
    earned = returns(expected, option.id)
    return {
        "money": {
            book: {view: _money(expected.against_baseline(option.id, book, view)) for view in VIEWS} for book in BOOKS
        },
        "payback_years": _answer(earned.payback, payback_in_words),
        "discounted_payback_years": _answer(earned.discounted_payback, payback_in_words),
        "internal_rate_of_return": _answer(earned.internal_rate_of_return, rate_in_words),
        "present_value_by_payer": moved.by_payer,
        "shifted": moved.shifted,
        "five_year_cost_avoidance": {
            f"{kind}, {when}": amount for (kind, when), amount in five_year_reading(expected, option.id).items()
        },
    }


def _mandate(futures: Futures, option: OptionExpected) -> Json:
    paid = measures(futures)[option.id]
    return {
        "score": option.mandate.score,
        "score_low": option.mandate.low,
        "score_high": option.mandate.high,
        "unknown": option.mandate.unknown,
        "answers": [
            {
                **vars(one.item),
                "answer": one.answer.answer,
                "evidence": one.answer.evidence,
                "mitigation": one.answer.mitigation,
                "mitigation_present_value": paid[one.item.id].present_value.mean if one.item.id in paid else None,
            }
            for one in option.mandate.answers
        ],
    }


def _access(option: OptionExpected) -> Json | None:
    access = option.access
    if access is None:
        return None
    return {
        "tripartite_score": _number(access.tripartite),
        "group_scores": {group: _number(score) for group, score in access.group_scores.items()},
        "constituents": [
            {
                "name": one.name,
                "group": one.group,
                "minutes": float(access.minutes[row, 0]),
                "minutes_are": "measured" if access.measured[row] else "estimated",
                "score": float(access.scores[row, 0]),
                "visits_a_year": float(access.visits[row]),
                "how_known": KNOWN_WORDS[access.known[row]],
                "coordinates_assumed": one.is_assumed,
            }
            for row, one in enumerate(access.constituents)
        ],
    }


def _line(line: LineMean, behind: tuple[str, ...]) -> Json:
    return {
        "category": line.category,
        "name": line.name,
        "payer": line.payer,
        "fund": line.fund,
        "nature": line.nature,
        "one_time": line.one_time,
        "labour": line.labour,
        "quantities": list(behind),
        "amounts_by_year": _years(line.amounts),
        "total": float(line.amounts.sum()),
        "present_value": float(line.present.sum()),
    }


def worked_example(outcome: Outcome, origins: dict[LineKey, tuple[str, ...]]) -> Json:
    """Give the most likely case: every line with the factors whose product it is, to be followed by an auditor."""
    return {
        "note": WORKED_EXAMPLE,
        "nominal_rate": _number(outcome.prices.discount_rate),
        "nominal_rate_by_year": None if outcome.prices.rates is None else _years(outcome.prices.rates),
        "options": [
            {
                "id": option.id,
                "money": {book: {view: _money(option.money[book, view]) for view in VIEWS} for book in BOOKS},
                "lines": [
                    _worked_line(outcome, line, origins.get(key, ()))
                    for key, line in zip(keys_of(option.lines), option.lines, strict=True)
                ],
            }
            for option in outcome.options
        ],
    }


def _worked_line(outcome: Outcome, line: Line, behind: tuple[str, ...]) -> Json:
    return {
        "category": line.category,
        "name": line.name,
        "payer": line.payer,
        "fund": line.fund,
        "nature": line.nature,
        "driver": line.driver,
        "month": None if line.month is None else _number(line.month),
        "formula": line.formula,
        "factors": [
            {
                "name": factor.name,
                "unit": factor.unit,
                "value": _number(factor.value)
                if np.ndim(factor.value) < 2 or np.shape(factor.value)[0] == 1
                else _years(np.asarray(factor.value)),
            }
            for factor in line.factors
        ],
        "quantities": list(behind),
        "amounts_by_year": _years(line.amounts),
        "total": float(line.amounts[:, 0].sum()),
        "present_value": float(present_amounts(line, outcome.prices)[:, 0].sum()),
    }


def _money(money: Money) -> Json:
    return {
        "by_year": _years(money.by_year),
        "cumulative": _years(money.cumulative),
        "total": _number(money.total),
        "present_value": _number(money.present_value),
        "equivalent_annual_cost": _number(money.equivalent_annual),
    }


KEPT_OF_A_FIGURE = (
    "path",
    "label",
    "value",
    "unit",
    "low",
    "mode",
    "high",
    "settled",
    "shape",
    "probability",
    "quality",
    "source",
    "lever",
    "plan",
    "reference_class",
    "default",
)


def _quantity(quantity: Quantity) -> Json:
    return {name: getattr(quantity, name) for name in KEPT_OF_A_FIGURE}


def _answer(answer: Answer, in_words: Callable[[Answer], str]) -> Json:
    return {"value": answer.value, "why": answer.why, "words": in_words(answer)}


def _years(amounts: Any) -> list[float]:
    return [float(amount) + 0.0 for amount in np.asarray(amounts)[:, 0]]


def _number(figure: Any) -> float:
    return central_of(figure) + 0.0


__all__ = ["SHAPE", "SHAPE_VERSION", "figures", "figures_json", "fingerprint"]
