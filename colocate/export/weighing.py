"""A weighing as JSON, in a documented and versioned shape (docs/weighing-json.md)."""

from __future__ import annotations

from typing import Any

import numpy as np

from colocate.analysis.uncertainty.odds import range_of
from colocate.analysis.weighing.acceptability import Acceptability
from colocate.analysis.weighing.judgements import Judged, Parting
from colocate.analysis.weighing.scales import Scale, Weighable
from colocate.analysis.weighing.weighing import Weighing
from colocate.export.figures import fingerprint
from colocate.export.futures import SAMPLER
from colocate.model.futures import Futures
from colocate.quantity import Array
from colocate.safe import for_json
from colocate.version import VERSION
from colocate.words import weighing as words
from colocate.words.judgements import contradiction_words, headline, parting_words
from colocate.words.weighing_names import criterion_title, ends_of, whose

SHAPE = "colocate-weighing"
SHAPE_VERSION = 2

Json = dict[str, Any]


def weighing_json(futures: Futures, found: Weighing) -> str:
    """Write a weighing as JSON text; never a NaN or an infinity."""
    return for_json(weighing_figures(futures, found))


def weighing_figures(futures: Futures, found: Weighing) -> Json:
    """Give a weighing as plain lists, numbers and words."""
    table, case = found.table, futures.case
    return {
        "shape": SHAPE,
        "shape_version": SHAPE_VERSION,
        "colocate_version": VERSION,
        "case": {"title": case.title, "currency": case.currency, "fingerprint": fingerprint(case.document)},
        "book": found.reading.book,
        "view": found.reading.view,
        "draws": futures.draws,
        "seed": futures.seed,
        "sampler": SAMPLER,
        "weight_vectors": found.anyhow.vectors,
        "words": {
            "headline": headline(found),
            "without_weights": words.without_weights(found),
            "in_order": words.in_order_words(found),
            "in_range": words.in_range_words(found),
            "dominance": list(words.dominance_words(table, found.dominances)),
            "way_worth": words.way_worth_words(found),
            "flips": [words.flip_words(found, one) for one in found.flips],
            "judgements": list(parting_words(found)),
            "contradictions": [contradiction_words(table, one) for one in found.chosen.contradictions],
            "cautions": list(words.cautions_of_weighing(found)),
        },
        "criteria": [_scale(table, scale) for scale in table.scales],
        "options": [_option(table, place) for place in range(len(table.options))],
        "left_out": list(table.left_out),
        "failing_a_gate": list(table.failing),
        "dominances": [
            {"option": one.option, "over": one.over, "better_on": list(one.better), "share": one.share}
            for one in found.dominances
        ],
        "chosen": _judged(table, found.chosen),
        "judgements": [_judged(table, one) for one in found.judgements],
        "partings": [_parting(one) for one in found.partings],
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


def _scale(table: Weighable, scale: Scale) -> Json:
    worst, best = ("", "") if scale.criterion == "money" else ends_of(table.case, scale)
    return {
        "id": scale.criterion,
        "title": criterion_title(table.case, scale.criterion),
        "unit": scale.unit,
        "worst": scale.worst,
        "best": scale.best,
        "half_worth_at": scale.half,
        "worst_is": worst,
        "best_is": best,
    }


def _option(table: Weighable, place: int) -> Json:
    """Give an option's measure and value on every criterion: expected, and the range over the draws."""
    option = table.options[place]
    found: Json = {"id": option, "name": table.case.option(option).name, "criteria": {}}
    for number, name in enumerate(table.criteria):
        measure, value = range_of(table.measures[place, number]), range_of(table.values[place, number])
        found["criteria"][name] = {
            "measure": float(table.expected[place, number]) + 0.0,
            "measure_p5": measure.low,
            "measure_p95": measure.high,
            "value": float(table.expected_values[place, number]) + 0.0,
            "value_p5": value.low + 0.0,
            "value_p95": value.high + 0.0,
        }
    return found


def _parting(one: Parting) -> Json:
    return {
        "first": whose(one.first),
        "second": whose(one.second),
        "first_best": one.first.best,
        "second_best": one.second.best,
        "criterion": one.criterion,
        "first_weight": one.first_weight,
        "second_weight": one.second_weight,
    }


def _judged(table: Weighable, one: Judged) -> Json:
    return {
        "name": whose(one),
        "source": one.source,
        "asked": one.asked,
        "weights": _by_criterion(table, one.weights),
        "order": list(one.order),
        "most_often_first": one.most_often,
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
