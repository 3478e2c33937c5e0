"""A weighing as JSON, in a documented and versioned shape (docs/weighing-json.md)."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from colocate.analysis.uncertainty.odds import range_of
from colocate.analysis.weighing.acceptability import Acceptability
from colocate.analysis.weighing.judgements import Judged
from colocate.analysis.weighing.scales import Scale, Weighable
from colocate.analysis.weighing.weighing import Weighing
from colocate.export.figures import fingerprint
from colocate.export.futures import SAMPLER
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, BookName, View
from colocate.quantity import Array
from colocate.version import VERSION
from colocate.words import weighing as words

SHAPE = "colocate-weighing"
SHAPE_VERSION = 1

Json = dict[str, Any]


def weighing_json(futures: Futures, found: Weighing, book: BookName = HEADLINE[0], view: View = HEADLINE[1]) -> str:
    """Write a weighing as JSON text; never a NaN or an infinity."""
    return json.dumps(weighing_figures(futures, found, book, view), indent=1, ensure_ascii=False, allow_nan=False)


def weighing_figures(futures: Futures, found: Weighing, book: BookName = HEADLINE[0], view: View = HEADLINE[1]) -> Json:
    """Give a weighing as plain lists, numbers and words; `book` and `view` are those that it was made for."""
    table, case = found.table, futures.case
    return {
        "shape": SHAPE,
        "shape_version": SHAPE_VERSION,
        "colocate_version": VERSION,
        "case": {"title": case.title, "currency": case.currency, "fingerprint": fingerprint(case.document)},
        "book": book,
        "view": view,
        "draws": futures.draws,
        "seed": futures.seed,
        "sampler": SAMPLER,
        "weight_vectors": found.anyhow.vectors,
        "words": {
            "headline": words.headline(found),
            "without_weights": words.without_weights(found),
            "in_order": words.in_order_words(found),
            "in_range": words.in_range_words(found),
            "dominance": list(words.dominance_words(table, found.dominances)),
            "way_worth": words.way_worth_words(case, table, found.ways),
            "flips": [words.flip_words(table, one) for one in found.flips],
            "judgements": list(words.parting_words(table, found)),
            "contradictions": [words.contradiction_words(table, one) for one in found.chosen.contradictions],
            "cautions": list(words.cautions_of_weighing(found)),
        },
        "criteria": [_scale(scale) for scale in table.scales],
        "options": [_option(table, place) for place in range(len(table.options))],
        "left_out": list(table.left_out),
        "failing_a_gate": list(table.failing),
        "dominances": [
            {"option": one.option, "over": one.over, "better_on": list(one.better), "share": one.share}
            for one in found.dominances
        ],
        "chosen": _judged(table, found.chosen),
        "judgements": [_judged(table, one) for one in found.judgements],
        "partings": [vars(one) for one in found.partings],
        "all_weights": _acceptability(table, found.anyhow),
        "weights_in_order": {
            "order": [list(group) for group in found.order],
            **_acceptability(table, found.in_order),
        },
        "weights_in_range": {
            "lowest": _by_criterion(table, found.lowest),
            "highest": _by_criterion(table, found.highest),
            **_acceptability(table, found.in_range),
        },
        "flips": [
            {
                "criterion": one.criterion,
                "weight": one.weight,
                "below": one.below,
                "above": one.above,
                "first": [vars(stretch) for stretch in one.stretches],
            }
            for one in found.flips
        ],
        "worth_of_a_point": [vars(one) for one in found.points],
        "worth_of_ten_minutes": [vars(one) for one in found.ways],
        "triangle": None
        if found.triangle is None
        else {
            "corners": [list(names) for names in found.triangle.corners],
            "here": list(found.triangle.here),
            "first": found.triangle.first,
            "points": [
                {"weights": list(point.corners), "option": point.option, "share": point.share}
                for point in found.triangle.points
            ],
        },
    }


def _scale(scale: Scale) -> Json:
    return {
        "id": scale.criterion,
        "title": scale.title,
        "unit": scale.unit,
        "worst": scale.worst,
        "best": scale.best,
        "half_worth_at": scale.half,
        "worst_is": scale.worst_words,
        "best_is": scale.best_words,
    }


def _option(table: Weighable, place: int) -> Json:
    """Give an option's measure and value on every criterion: central, and the range over the draws."""
    measures, values = table.measures[place], table.values[place]
    found: Json = {"id": table.options[place], "name": table.names[place], "criteria": {}}
    for number, name in enumerate(table.criteria):
        measure, value = range_of(measures[number]), range_of(values[number])
        found["criteria"][name] = {
            "measure": float(table.central[place, number]),
            "measure_p5": measure.low,
            "measure_p95": measure.high,
            "value": float(table.central_values[place, number]) + 0.0,
            "value_p5": value.low + 0.0,
            "value_p95": value.high + 0.0,
        }
    return found


def _judged(table: Weighable, one: Judged) -> Json:
    return {
        "name": one.name,
        "source": one.source,
        "asked": one.asked,
        "weights": _by_criterion(table, one.weights),
        "order": list(one.order),
        "contradictions": [
            {**vars(said), "implied": said.implied if np.isfinite(said.implied) else None}
            for said in one.contradictions
        ],
        "options": {
            option: {
                "total": float(one.totals[place]) + 0.0,
                "parts": _by_criterion(table, one.parts[place]),
                "first_in_futures": float(one.share_first[place]),
            }
            for place, option in enumerate(table.options)
        },
    }


def _acceptability(table: Weighable, found: Acceptability) -> Json:
    return {
        "options": {
            option: {
                "ranks": found.ranks[place].tolist(),
                "central_weights": None
                if (centre := found.central_weights[place]) is None
                else dict(zip(table.criteria, centre, strict=True)),
                "confidence": found.confidence[place],
            }
            for place, option in enumerate(table.options)
        }
    }


def _by_criterion(table: Weighable, values: Array) -> dict[str, float]:
    return {name: float(value) + 0.0 for name, value in zip(table.criteria, values, strict=True)}
