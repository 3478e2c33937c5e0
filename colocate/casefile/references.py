"""Which fields of a case name a record of one of its lists, by the field's name: drivers, currencies, options."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from colocate.case import Case
from colocate.casefile.fields import fields_of, key_of

REFERS_TO = {
    "driver": "drivers",
    "rent_driver": "drivers",
    "service_charge_driver": "drivers",
    "restoration_driver": "drivers",
    "residual_driver": "drivers",
    "house": "houses",
    "leaves": "options",
    "item": "checklist",
    "criterion": "criteria",
    "option": "options",
    "fund": "funds",
    "currency": "currencies",
}
"""Fields that hold the name of a record, with the list of the case that it is in."""

KEYS_OF = {
    list_name: key
    for field in fields_of(Case)
    if field.record
    for list_name, key in [(field.name, key_of(field.record))]
    if key
}
"""By which field the records of each list of the case are named."""

FIRST_FUND = "Regular budget"
"""The one fund of a case that names none."""


def called_in(document: Mapping[str, Any], list_name: str) -> dict[str, str]:
    """Give what the records of a list are called on screen, by the names that others use for them."""
    written = document.get(list_name)
    key = KEYS_OF.get(list_name)
    entries = written if isinstance(written, list) and key is not None else []
    found = {one.get(key): one.get("name") or one.get("text") for one in entries if isinstance(one, Mapping)}
    return {name: called for name, called in found.items() if isinstance(name, str) and isinstance(called, str)}


def names_in(document: Mapping[str, Any], list_name: str) -> list[str]:
    """Give the names of the records of a list of the case; the funds are names themselves."""
    written = document.get(list_name)
    if list_name == "funds":
        return [one for one in written if isinstance(one, str)] if isinstance(written, list) else [FIRST_FUND]
    entries = written if isinstance(written, list) else []
    found = [one.get(KEYS_OF[list_name]) for one in entries if isinstance(one, Mapping)]
    return [one for one in found if isinstance(one, str)]
