"""Access as JSON, in a documented and versioned shape (docs/access-json.md): plain measures, ways, readings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from colocate.analysis.access.measures import GroupReach, Hours, Reach, reach
from colocate.analysis.access.ranges import minutes_of, scores_of
from colocate.analysis.access.what_if import WhatIf
from colocate.analysis.uncertainty.odds import Range
from colocate.case import Case
from colocate.export.figures import fingerprint
from colocate.export.futures import SAMPLER, range_block
from colocate.model.futures import Futures, OptionFutures
from colocate.safe import for_json
from colocate.stopping import looking
from colocate.version import VERSION
from colocate.words.access import KNOWN_WORDS
from colocate.words.access_measures import answer, hours_in_words, resting_on
from colocate.words.futures import how_drawn
from colocate.words.what_if import gains_and_losses, reading_in_words

SHAPE = "colocate-access"
SHAPE_VERSION = 2

Json = dict[str, Any]
Readings = Sequence[tuple[WhatIf, Futures]]


def decision_reading(case: Case) -> WhatIf:
    """Give the reading that every other one is held against: the decision date, nobody moved."""
    return WhatIf(case.decision_date)


def access_json(readings: Readings) -> str:
    """Write access as JSON text; never a NaN or an infinity."""
    return for_json(access(readings))


def access(readings: Readings) -> Json:
    """Give one reading of a case, or the decision date's and another, as plain lists, numbers and words."""
    futures = readings[0][1]
    case = futures.case
    changes = None
    if len(readings) > 1:
        both = (readings[0][0], readings[1][0])
        changes = gains_and_losses(futures, readings[1][1], both)
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
        "note": how_drawn(futures.draws, futures.seed),
        "readings": [_reading(reading, found) for reading, found in readings],
        "changes": None if changes is None else list(changes),
    }


def _reading(reading: WhatIf, futures: Futures) -> Json:
    return {
        "day": reading.day.isoformat(),
        "moved": [
            {"constituent": one.key, "latitude": one.latitude, "longitude": one.longitude} for one in reading.moved
        ],
        "words": reading_in_words(futures.case, reading),
        "answer": [*answer(futures), *hours_in_words(futures)],
        "rests_on": list(resting_on(futures)),
        "options": [_option(futures, option) for option in futures.options],
    }


def _option(futures: Futures, option: OptionFutures) -> Json:
    found = reach(futures, option.id)
    return {
        "id": option.id,
        "name": option.name,
        "baseline": option is futures.baseline,
        "measures": None if found is None else _measures(found),
        "constituents": _constituents(futures, option),
    }


def _measures(found: Reach) -> Json:
    far = found.worst
    return {
        "constituents": found.constituents,
        "within": [
            {
                "minutes": one.minutes,
                **_ranged("constituents", one.constituents),
                **_ranged("share_of_visits", one.of_visits),
            }
            for one in found.within
        ],
        **_ranged("mean_minutes", found.mean_minutes),
        "worst_served": {
            "name": far.name,
            "group": far.group,
            **_ranged("minutes", far.minutes),
            "known": KNOWN_WORDS[far.known],
            "often": far.often,
        },
        "worst_group": None if found.worst_group is None else found.worst_group.group,
        "groups": [_group(one) for one in found.groups],
        **_ranged("score", found.score),
        "walk_in": None if found.walk_in is None else vars(found.walk_in),
        "hours_a_year": _hours(found.hours),
        "known": {words: found.known.get(known, 0) for known, words in KNOWN_WORDS.items()},
        "coordinates_assumed": found.assumed,
    }


def _group(one: GroupReach) -> Json:
    return {
        "group": one.group,
        "constituents": one.constituents,
        "visits": one.visits,
        **_ranged("mean_minutes", one.mean_minutes),
        **_ranged("score", one.score),
        "worst_often": one.worst_often,
    }


def _hours(hours: Hours) -> Json:
    return {
        **_ranged("theirs", hours.theirs),
        **_ranged("ours", hours.ours),
        "people_a_trip": hours.people,
        **_ranged("staff", hours.staff),
        **_ranged("kilometres", hours.kilometres),
        "counted_in": hours.counted_in,
    }


def _ranged(name: str, one: Range | None) -> Json:
    """Give an expected value under its name, and its range beside it; both null where it is not known."""
    return {name: None if one is None else one.mean, f"{name}_range": None if one is None else range_block(one)}


def _constituents(futures: Futures, option: OptionFutures) -> list[Json]:
    """Give each constituent in the order of the table, with its change against the baseline."""
    access, before = option.access, futures.baseline.access
    if access is None:
        return []
    minutes, scores = minutes_of(access), scores_of(access)
    first = None if before is None else minutes_of(before)
    return [
        {
            "name": one.name,
            "key": one.key,
            "group": one.group,
            "latitude": one.latitude,
            "longitude": one.longitude,
            "coordinates_assumed": one.is_assumed,
            "source": one.source,
            "visits_a_year": float(access.visits[row]),
            **_ranged("minutes", minutes[row]),
            "how_known": KNOWN_WORDS[access.known[row]],
            "minutes_less_baseline": None if first is None else minutes[row].mean - first[row].mean,
            **_ranged("score", scores[row]),
        }
        for row, one in enumerate(looking(access.constituents))
    ]
