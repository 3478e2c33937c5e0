"""What the format says of any place of a case: which record it is in, which field it is, and the units due there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from colocate.casefile.editing.written import found_in
from colocate.casefile.faults import Steps
from colocate.casefile.fields import Field, fields_of, key_of
from colocate.casefile.figures import CHAIN_LIMIT
from colocate.casefile.walk import Place, places

FIGURES = ("figure", "figures")


@dataclass(frozen=True)
class Spot:
    """A field in its place: what it is, where, what is written there, and the units that it may have.

    `shared` names the shared figure that is used there; the figure itself stands at `of`, else at the place itself.
    """

    steps: Steps
    of: Steps
    field: Field
    record: Place
    written: Any
    units: tuple[str, ...]
    shared: str = ""

    @property
    def is_chance(self) -> bool:
        """Tell whether the figure is a yes or no."""
        return self.field.kind in FIGURES and self.field.measure.unit == "yes/no"


@dataclass(frozen=True)
class Map:
    """Every record of a document by its place, and where each shared figure is used."""

    document: Mapping[str, Any]
    records: Mapping[Steps, Place]
    uses: Mapping[str, tuple[Steps, ...]]

    def spot(self, steps: Steps) -> Spot | None:
        """Give the field at a place: of a record, of a list of figures, or a shared one; None for any other place."""
        if len(steps) == 2 and steps[0] == "shared":
            return self._shared(str(steps[1]), steps)
        record = self.records.get(steps[:-1])
        position = None
        if record is None and steps and isinstance(steps[-1], int):
            record, position = self.records.get(steps[:-2]), steps[-1]
        if record is None:
            return None
        name = steps[-1] if position is None else steps[-2]
        field = next((one for one in fields_of(record.record) if one.name == name), None)
        if field is None or field.record is not None or (position is not None and field.kind != "figures"):
            return None
        written = found_in(self.document, steps)
        units = record.units(field) if field.kind in FIGURES else ()
        shared, of = "", steps
        if field.kind in FIGURES and isinstance(written, str) and written.startswith("shared."):
            shared, of, written = self._followed(written)
        return Spot(steps, of, field, record, written, units, shared)

    def _shared(self, name: str, steps: Steps) -> Spot | None:
        """Give a shared figure as the field that it is used for first."""
        for use in self.uses.get(name, ()):
            found = self.spot(use)
            if found is not None:
                written = found_in(self.document, steps)
                return Spot(steps, steps, found.field, found.record, written, found.units)
        return None

    def _followed(self, written: str) -> tuple[str, Steps, Any]:
        """Follow the name of a shared figure to where it is written."""
        name, here = written.removeprefix("shared."), written
        found: Any = written
        for _ in range(CHAIN_LIMIT):
            name = here.removeprefix("shared.")
            found = found_in(self.document, ("shared", name))
            if not (isinstance(found, str) and found.startswith("shared.")):
                break
            here = found
        return name, ("shared", name), found


def map_of(document: Mapping[str, Any]) -> Map:
    """Find every record of a document and every use of a shared figure."""
    records = {place.steps: place for place in places(document)}
    uses: dict[str, list[Steps]] = {}
    for steps, place in records.items():
        for field in fields_of(place.record):
            written = place.written.get(field.name) if field.kind in FIGURES else None
            parts = enumerate(written) if isinstance(written, list) else [(None, written)]
            for position, part in parts:
                if isinstance(part, str) and part.startswith("shared."):
                    here = (*steps, field.name) if position is None else (*steps, field.name, position)
                    uses.setdefault(part.removeprefix("shared."), []).append(here)
    shared = document.get("shared")
    for name, written in shared.items() if isinstance(shared, Mapping) else ():
        if isinstance(written, str) and written.startswith("shared."):
            for use in uses.get(name, []):
                uses.setdefault(written.removeprefix("shared."), []).append(use)
    return Map(document, records, {name: tuple(found) for name, found in uses.items()})


def list_field(records: Mapping[Steps, Place], steps: Steps) -> Field | None:
    """Give the field of a list of records, or of an optional record, at a place; None where there is none."""
    record = records.get(steps[:-1])
    if record is None:
        return None
    field = next((one for one in fields_of(record.record) if one.name == steps[-1]), None)
    return field if field is not None and field.record is not None else None


def name_in_list(record: type, written: Mapping[str, Any]) -> str:
    """Give what tells a record from the others of its list; empty where it has no name (yet)."""
    key = key_of(record)
    found = written.get("name") or (written.get(key) if key is not None else "")
    return found if isinstance(found, str) else ""
