"""What must hold in figures by year: in order of time, and within the horizon."""

from __future__ import annotations

from collections.abc import Iterator

from colocate.case import Case
from colocate.case.years import FROM_YEAR
from colocate.casefile.faults import Fault, fault_at
from colocate.casefile.fields import fields_of, limits_in
from colocate.casefile.walk import Place, Survey, records_of


def faults_of_years(place: Place, read: Survey) -> Iterator[Fault]:
    """Find years out of order, before the first that there can be, or beyond the horizon, in any list of a record."""
    for field in fields_of(place.record):
        if field.record is None or "from_year" not in {inner.name for inner in fields_of(field.record)}:
            continue
        previous: int | None = None
        for position, one in enumerate(records_of(place.written.get(field.name))):
            year = one.get("from_year")
            if not isinstance(year, int) or isinstance(year, bool):
                continue
            yield from _of_year(f"{place.at(field.name)}[{position}].from_year", year, previous, read)
            previous = year


def faults_of_desks(place: Place, _read: Survey) -> Iterator[Fault]:
    """An option with desks of its own from later years on says how many it has until then."""
    if place.written.get("desks_from") and "desks_per_person" not in place.written:
        yield fault_at(
            place.at("desks_per_person"), "is missing", "Due beside desks_from: the option's own until the first year"
        )


def _of_year(where: str, year: int, previous: int | None, read: Survey) -> Iterator[Fault]:
    least, most = limits_in(Case, "horizon_years")
    horizon = read.document.get("horizon_years")
    horizon = int(horizon if isinstance(horizon, int) and least <= horizon <= most else most)
    first = int(FROM_YEAR.least or 0)
    if year < first:
        yield fault_at(
            where,
            "year {year} is not one from which a figure changes",
            "Due: {first} or later; year 0 is the first, and has the figure itself",
            year=year,
            first=first,
        )
    elif year >= horizon:
        yield fault_at(where, "year {year} is beyond the horizon", "Due: {last} at most", year=year, last=horizon - 1)
    elif previous is not None and year <= previous:
        yield fault_at(where, "year {year} is not after the year before it", "Write them in order of time", year=year)
