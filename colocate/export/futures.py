"""The odds and ranges of all options as plain lists and numbers, for the JSON of all figures."""

from __future__ import annotations

from typing import Any

from colocate.analysis.access.ranges import reach_range
from colocate.analysis.mandate.coordinators import hosting
from colocate.analysis.uncertainty.odds import FAN, Odds, Range, fan, odds
from colocate.model.futures import Futures, OptionFutures
from colocate.model.totals import BOOKS, HEADLINE, VIEWS
from colocate.quantity import Array
from colocate.version import VERSION
from colocate.words.futures import how_drawn

Json = dict[str, Any]

SAMPLER = "scrambled Sobol, scipy qmc.Sobol"

EDGES = tuple(f"p{100 * part:.0f}" for part in FAN)
"""Names of the edges of a fan: p5 is the cost that 5 of 100 futures stay below."""


def futures_block(futures: Futures) -> Json:
    """Give what the draws say of every option, in every book and view, and what they were."""
    found = {(book, view): odds(futures, book, view) for book in BOOKS for view in VIEWS}
    desks = hosting(futures)
    return {
        "draws": futures.draws,
        "seed": futures.seed,
        "colocate_version": VERSION,
        "sampler": SAMPLER,
        "words": how_drawn(futures.draws, futures.seed),
        "options": [
            _option(futures, option, {pair: told[place] for pair, told in found.items()})
            | {
                "coordinators": {
                    one.country: range_block(one.present_value) for one in desks if one.option == option.id
                }
            }
            for place, option in enumerate(futures.options)
        ],
    }


def range_block(one: Range) -> Json:
    """Give a range: its mean, which is the expected value, and what 5 and 95 of 100 draws stay below."""
    return {"mean": _tidy(one.mean), "p5": _tidy(one.low), "p95": _tidy(one.high)}


def _option(futures: Futures, option: OptionFutures, found: dict[tuple[Any, Any], Odds]) -> Json:
    headline = found[HEADLINE]
    return {
        "id": option.id,
        "name": option.name,
        "baseline": option is futures.baseline,
        "ranked": headline.ranked,
        "fits": headline.fits,
        "one_off_budget": range_block(headline.one_off),
        "money": {book: {view: _odds(found[book, view]) for view in VIEWS} for book in BOOKS},
        "cumulative_cost_by_year": _fan(futures, option),
        "access": _access(option),
    }


def _odds(one: Odds) -> Json:
    return {
        "cheapest": one.cheapest,
        "cheaper_than_baseline": one.cheaper_than_baseline,
        "regret": _tidy(one.regret),
        "present_value": range_block(one.present_value),
        "total": range_block(one.total),
        "equivalent_annual_cost": range_block(one.equivalent_annual),
        "saving": None if one.saving is None else range_block(one.saving),
    }


def _fan(futures: Futures, option: OptionFutures) -> Json:
    """Give the edges of the cost added up: for each a list that begins at the decision date with 0."""
    edges: Array = fan(futures, option.id).edges
    return {name: [_tidy(cost) for cost in row.tolist()] for name, row in zip(EDGES, edges, strict=True)}


def _access(option: OptionFutures) -> Json | None:
    found = reach_range(option)
    if found is None:
        return None
    return {
        "tripartite_score": range_block(found.tripartite),
        "group_scores": {group: range_block(scores) for group, scores in found.groups.items()},
        "minutes": {name: range_block(minutes) for name, minutes in found.minutes.items()},
        "worst_group": found.worst_group,
        "worst_served": found.worst_served,
    }


def _tidy(value: float) -> float:
    return float(value) + 0.0
