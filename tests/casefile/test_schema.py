"""The JSON Schema is valid, accepts the cases that we ship, and refuses what has the wrong form."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from colocate.casefile.schema import json_schema
from tests.documents import DATA_CASES, MOVE, STAY, Spoil, put, rent, take_out, template_document

SCHEMA = json_schema()


def as_json(document: dict[str, Any]) -> Any:
    """Give the document as an editor sees it: dates as text."""
    return json.loads(json.dumps(document, default=date.isoformat))


def faults(document: dict[str, Any]) -> list[str]:
    return [error.json_path for error in Draft202012Validator(SCHEMA).iter_errors(as_json(document))]


def test_the_schema_is_valid_and_plain_json() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads(json.dumps(SCHEMA, allow_nan=False)) == SCHEMA


def test_the_template_agrees_with_the_schema() -> None:
    assert faults(template_document()) == []


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_a_case_that_we_ship_agrees_with_the_schema(path: Path) -> None:
    assert faults(tomllib.loads(path.read_text(encoding="utf-8"))) == []


WRONG: list[tuple[Spoil, str]] = [
    (take_out("horizon_years"), "$"),
    (put("horizon", 5), "$"),
    (put("horizon_years", "ten"), "$.horizon_years"),
    (put("horizon_years", 1.5), "$.horizon_years"),
    (put("illustrative", "yes"), "$.illustrative"),
    (put("funds", "one"), "$.funds"),
    (put("options", {}), "$.options"),
    (put("title", " "), "$.title"),
    (put("office", "people", True), "$.office.people"),
    (put("office", "people", "many"), "$.office.people"),
    (put(*STAY, "lease", "aera", 5), "$.options[0].lease"),
    (put(*STAY, "lease", "tenure", "rented"), "$.options[0].lease.tenure"),
    (put(*MOVE, "move", "month", [1]), "$.options[1].move"),
    (put(*STAY, "lease", "rent", rent(mode="much")), "$.options[0].lease.rent"),
    (put(*STAY, "lease", "rent", rent(mode=1, quality="good")), "$.options[0].lease.rent"),
    (put("shared", "office_area", [1]), "$.shared.office_area"),
]


@pytest.mark.parametrize(("spoil", "path"), WRONG, ids=[row[1] + str(place) for place, row in enumerate(WRONG)])
def test_a_document_of_the_wrong_form_disagrees_with_the_schema(spoil: Spoil, path: str) -> None:
    document = template_document()
    spoil(document)
    found = faults(document)
    assert any(one.startswith(path) for one in found), found


def test_every_field_is_explained_to_the_editor() -> None:
    records = [definition for name, definition in SCHEMA["$defs"].items()]
    for record in [SCHEMA, *records]:
        for name, field in record["properties"].items():
            assert field.get("description"), (record.get("title", "case"), name)
