"""What would change the answer as JSON, in a documented and versioned shape (docs/figures-json.md)."""

from __future__ import annotations

from typing import Any

from colocate.analysis.deciding.value_of_information import Worth
from colocate.analysis.deciding.what_would_change import WhatChanges
from colocate.analysis.uncertainty.sensitivity import VarianceShares
from colocate.export.figures import fingerprint
from colocate.export.futures import SAMPLER
from colocate.model.totals import HEADLINE
from colocate.quantity import Quantity
from colocate.safe import for_json
from colocate.version import VERSION
from colocate.words.deciding import METHODS
from colocate.words.decisive import hangs_on
from colocate.words.language import ENGLISH
from colocate.words.naming import name_of

SHAPE = "colocate-sensitivity"
SHAPE_VERSION = 2

Json = dict[str, Any]


def sensitivity_json(found: WhatChanges) -> str:
    """Write what would change the answer as JSON text; never a NaN or an infinity."""
    return for_json(sensitivity(found))


def sensitivity(found: WhatChanges) -> Json:
    """Give what would change the answer as plain lists, numbers and words."""
    futures = found.futures
    return {
        "shape": SHAPE,
        "shape_version": SHAPE_VERSION,
        "colocate_version": VERSION,
        "case": {
            "title": futures.case.title,
            "currency": futures.case.currency,
            "fingerprint": fingerprint(futures.case.document),
        },
        "book": HEADLINE[0],
        "view": HEADLINE[1],
        "draws": futures.draws,
        "seed": futures.seed,
        "sampler": SAMPLER,
        "words": hangs_on(found.deciding, futures),
        "main": [one.quantity.path for one in found.deciding.main],
        "pair": {
            "first": found.pair.first,
            "second": found.pair.second,
            "expected_difference": _tidy(found.swings.expected),
        },
        "worth": _worths(found),
        "tornado": [
            {
                **_named(found, one.quantity),
                "low": one.quantity.low,
                "high": one.quantity.high,
                "at_low": _tidy(one.at_low),
                "at_high": _tidy(one.at_high),
                "confirmed": one.confirmed,
            }
            for one in found.swings.swings
        ],
        "switching_values": [
            {
                **_named(found, one.quantity),
                "expected": _tidy(one.expected),
                "crossings": [
                    {"value": _tidy(crossing.value), "below": crossing.below, "above": crossing.above}
                    for crossing in one.switching.crossings
                ],
            }
            for one in found.by_path.values()
        ],
        "variance": None if found.shares is None else _variance(found.shares),
    }


def _named(found: WhatChanges, quantity: Quantity) -> Json:
    return {
        "path": quantity.path,
        "label": name_of(found.futures.case, quantity, with_option=True),
        "unit": quantity.unit,
    }


def _worths(found: WhatChanges) -> Json:
    return {
        "everything": _worth(found.deciding.everything),
        "figures": [
            {**_named(found, one.quantity), **_worth(one.worth), "more_than_chance": one.counts}
            for one in found.deciding.figures
        ],
    }


def _worth(worth: Worth) -> Json:
    return {"value": _tidy(worth.value), "standard_error": _tidy(worth.standard_error)}


def _variance(shares: VarianceShares) -> Json:
    return {
        "base": shares.base,
        "seed": shares.seed,
        "method": ENGLISH.say(METHODS[shares.are_correlated]),
        "shares": [
            {"paths": list(share.paths), **{name: _tidy(value) for name, value in vars(share.index).items()}}
            for share in shares.shares
        ],
    }


def _tidy(value: float) -> float:
    return float(value) + 0.0
