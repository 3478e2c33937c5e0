"""Two cases compared as JSON, in a documented and versioned shape (docs/figures-json.md)."""

from __future__ import annotations

from typing import Any

from colocate.analysis.bridge.bridge import Bridge, Side
from colocate.export.figures import fingerprint
from colocate.export.futures import SAMPLER
from colocate.model.totals import HEADLINE
from colocate.safe import for_json
from colocate.version import VERSION
from colocate.words.bridge import both, finding_bridge, headline, method, notes, row_name, said_by_both
from colocate.words.bridge_columns import ROW_NAMES
from colocate.words.bridge_inputs import input_name
from colocate.words.bridge_rows import SAVING, TO_CENTS, Row, bridge_rows, measures_of
from colocate.words.naming import short_name

SHAPE = "colocate-diff"
SHAPE_VERSION = 1

Json = dict[str, Any]


def bridge_json(found: Bridge) -> str:
    """Write two cases compared as JSON text; never a NaN or an infinity."""
    return for_json(bridge_figures(found))


def bridge_figures(found: Bridge) -> Json:
    """Give two cases compared as plain lists, numbers and words; amounts of a bridge are to the cent, and add up."""
    return {
        "shape": SHAPE,
        "shape_version": SHAPE_VERSION,
        "colocate_version": VERSION,
        "first": _side(found.old),
        "second": _side(found.new),
        "book": HEADLINE.book,
        "view": HEADLINE.view,
        "draws": found.draws,
        "seed": found.seed,
        "sampler": SAMPLER,
        "words": [headline(found), *notes(found), *method(found)],
        "adds_up": not found.apart,
        "why_not": found.apart,
        "only_in_first": list(found.only_old),
        "only_in_second": list(found.only_new),
        "inputs": [
            {
                "path": one.path,
                "name": input_name(both(found), one),
                "kind": one.kind,
                "option": one.option,
                "step": None if (step := found.step_of(one)) is None else step + 1,
                **dict(zip(("first", "second"), said_by_both(found, one), strict=True)),
            }
            for one in found.differences
        ],
        "bridges": [_bridge(found, measure) for measure in measures_of(found)],
    }


def _side(side: Side) -> Json:
    case = side.case
    return {
        "title": case.title,
        "currency": case.currency,
        "fingerprint": fingerprint(case.document),
        "lowest_expected_cost": side.cheapest[HEADLINE],
        "options": [
            {
                "id": option,
                "name": short_name(case, option),
                "baseline": option == case.baseline.id,
                "expected_cost": one.cost,
                "low": one.low,
                "high": one.high,
                "part_of_baseline_saved": side.saving(option),
                "share_cheapest": one.odds,
                "access": one.access,
            }
            for option, one in side.options[HEADLINE].items()
        ],
    }


def _bridge(found: Bridge, measure: str) -> Json:
    rows = bridge_rows(found, measure, digits=TO_CENTS, most=None)
    return {
        "measure": "saving" if measure == SAVING else "cost",
        "option": found.saver() if measure == SAVING else measure,
        "against": found.new.case.baseline.id if measure == SAVING else None,
        "words": finding_bridge(found, measure).title,
        "first": rows[0].amount,
        "second": rows[-1].amount,
        "rows": [_row(found, row) for row in rows[1:-1]],
    }


def _row(found: Bridge, row: Row) -> Json:
    return {
        "row": ROW_NAMES[row.kind],
        "step": None if row.step is None else row.step + 1,
        "name": row_name(found, row),
        "amount": row.amount,
    }
