"""The JSON Schema of the case format, so that editors complete and check a case while it is written."""

from __future__ import annotations

from typing import Any

from colocate.case import Case
from colocate.casefile.structure import model_of


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a case file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Colocate case",
        **{key: value for key, value in model_of(Case).model_json_schema().items() if key != "title"},
    }
