"""The JSON Schema of the case format, so that editors complete and check a case while it is written."""

from __future__ import annotations

from typing import Any

from colocate.case import Case
from colocate.casefile.defaults import MAY_BE_LEFT_OUT
from colocate.casefile.structure import model_of


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a case file; what a short case may leave out is not asked for."""
    whole = model_of(Case).model_json_schema()
    for record, left_out in MAY_BE_LEFT_OUT.items():
        described = whole if record is Case else whole["$defs"][record.__name__]
        described["required"] = [name for name in described["required"] if name not in left_out]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Colocate case",
        **{key: value for key, value in whole.items() if key != "title"},
    }
