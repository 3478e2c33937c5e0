"""Access as JSON, in a documented and versioned shape (docs/access-json.md): plain measures, ways, readings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from colocate.analysis.access.measures import Hours, Reach, ReachSpread, reach, reach_spread
from colocate.analysis.access.what_if import Reading
from colocate.analysis.uncertainty.odds import range_of
from colocate.case import Case
from colocate.export.figures import fingerprint
from colocate.export.futures import SAMPLER, range_block
from colocate.model.futures import Futures, OptionFutures
from colocate.model.outcome import OptionOutcome, Outcome
from colocate.version import VERSION
from colocate.words.access import KNOWN_WORDS
from colocate.words.access_measures import answer, hours_in_words, resting_on
from colocate.words.verdict_with_odds import futures_in_words
from colocate.words.what_if import gains_and_losses, reading_in_words

SHAPE = "colocate-access"
SHAPE_VERSION = 1

Json = dict[str, Any]
Readings = Sequence[tuple[Reading, Futures]]


def decision_reading(case: Case) -> Reading:
    """Give the reading that every other one is held against: the decision date, nobody moved."""
    return Reading(case.decision_date)


def access_json(readings: Readings) -> str:
    """Write access as JSON text; never a NaN or an infinity."""
    return json.dumps(access(readings), indent=1, ensure_ascii=False, allow_nan=False)


def access(readings: Readings) -> Json:
    """Give one reading of a case, or the decision date's and another, as plain lists, numbers and words."""
    futures = readings[0][1]
    case = futures.case
    changes = None
    if len(readings) > 1:
        both = (readings[0][0], readings[1][0])
        changes = gains_and_losses(futures.central, readings[1][1].central, both)
    return {
        "shape": SHAPE,
        "shape_version": SHAPE_VERSION,
        "colocate_version": VERSION,
        "case": {
            "title": case.title,
            "illustrative": case.illustrative,
            "decision_date": case.decision_date.isoformat(),
            "fingerprint": fingerprint(case.document),
        },
        "draws": futures.draws,
        "seed": futures.seed,
        "sampler": SAMPLER,
        "note": futures_in_words(futures.draws, futures.seed),
        "readings": [_reading(reading, found) for reading, found in readings],
        "changes": None if changes is None else list(changes),
    }


def _reading(reading: Reading, futures: Futures) -> Json:
    outcome = futures.central
    return {
        "day": reading.day.isoformat(),
        "moved": [
            {"constituent": one.key, "latitude": one.latitude, "longitude": one.longitude} for one in reading.moved
        ],
        "words": reading_in_words(outcome.case, reading),
        "answer": [*answer(outcome), *hours_in_words(outcome)],
        "rests_on": list(resting_on(outcome)),
        "options": [
            _option(outcome, option, drawn) for option, drawn in zip(outcome.options, futures.options, strict=True)
        ],
    }


def _option(outcome: Outcome, option: OptionOutcome, drawn: OptionFutures) -> Json:
    found, wide = reach(outcome, option.id), reach_spread(drawn)
    return {
        "id": option.id,
        "name": option.name,
        "baseline": option is outcome.baseline,
        "measures": None if found is None or wide is None else _measures(found, wide),
        "constituents": _constituents(outcome, option, drawn),
    }


def _measures(found: Reach, wide: ReachSpread) -> Json:
    return {
        "constituents": found.constituents,
        "within": [
            {
                "minutes": one.minutes,
                "constituents": one.constituents,
                "constituents_range": range_block(count),
                "share_of_visits": one.of_visits,
                "share_of_visits_range": None if share is None else range_block(share),
            }
            for one, count, share in zip(found.within, wide.within, wide.of_visits, strict=True)
        ],
        "mean_minutes": found.mean_minutes,
        "mean_minutes_range": None if wide.mean_minutes is None else range_block(wide.mean_minutes),
        "worst_served": {**vars(found.worst), "known": KNOWN_WORDS[found.worst.known]},
        "worst_group": None if found.worst_group is None else found.worst_group.group,
        "groups": [vars(group) for group in found.groups],
        "score": found.score,
        "walk_in": None if found.walk_in is None else vars(found.walk_in),
        "hours_a_year": _hours(found.hours, wide),
        "known": {words: found.known.get(known, 0) for known, words in KNOWN_WORDS.items()},
        "coordinates_assumed": found.assumed,
    }


def _hours(hours: Hours, wide: ReachSpread) -> Json:
    return {
        "theirs": hours.theirs,
        "theirs_range": range_block(wide.theirs),
        "ours": hours.ours,
        "ours_range": range_block(wide.ours),
        "people_a_trip": hours.people,
        "staff": hours.staff,
        "kilometres": hours.kilometres,
        "counted_in": hours.counted_in,
    }


def _constituents(outcome: Outcome, option: OptionOutcome, drawn: OptionFutures) -> list[Json]:
    """Give each constituent in the order of the table, with its change against the baseline."""
    access, before = option.access, outcome.baseline.access
    if access is None or drawn.access is None:
        return []
    rows = []
    for row, one in enumerate(access.constituents):
        minutes = float(access.minutes[row, 0])
        rows.append(
            {
                "name": one.name,
                "key": one.key,
                "group": one.group,
                "latitude": one.latitude,
                "longitude": one.longitude,
                "coordinates_assumed": one.is_assumed,
                "source": one.source,
                "visits_a_year": float(access.visits[row]),
                "minutes": minutes,
                "minutes_range": range_block(range_of(drawn.access.minutes[row])),
                "how_known": KNOWN_WORDS[access.known[row]],
                "minutes_less_baseline": None if before is None else minutes - float(before.minutes[row, 0]),
                "score": float(access.scores[row, 0]),
            }
        )
    return rows
