"""Every number of a case has a least and a most that its unit allows, and is 0 or visibly apart from 0."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from colocate import evaluate
from colocate.case.replacing import with_figures
from colocate.casefile.faults import CaseError
from colocate.casefile.fields import Field, fields_of, limits_in
from colocate.casefile.reading import load_case
from colocate.commands.program import main
from colocate.quantity import Measure
from colocate.units import LIMITS, limits_of
from tests.casefile.test_page import RECORDS
from tests.documents import DATA_CASES, MOVE, STAY, Spoil, faults_after, put, rent, template_case
from tests.examples import ACCESS, PLACE, moving, office_case, option

NUMBERS = [
    (record, field)
    for record in RECORDS
    for field in fields_of(record)
    if field.kind in ("figure", "figures", "whole", "weights")
]


@pytest.mark.parametrize(("record", "field"), NUMBERS, ids=[f"{one.__name__}.{field.name}" for one, field in NUMBERS])
def test_every_number_of_the_format_has_a_least_and_a_most(record: type, field: Field) -> None:
    least, most = field.limits
    assert math.isfinite(least)
    assert math.isfinite(most)
    assert least < most or field.name == "format"
    assert limits_in(record, field.name) == (least, most)
    if isinstance(field.note, Measure):
        unit = field.note.unit
        assert unit in LIMITS or unit.startswith("money"), "name the limits of the unit in units.py"
        limits = limits_of(unit)
        assert limits.least <= least <= most <= limits.most
        assert 0 < limits.nearest <= most


HOUSE = ("houses", 0)
BEYOND: list[tuple[str, Spoil, str, str]] = [
    ("years to mature", put("back_office", 0, "ramp_years", 1e-310), "back_office[0].ramp_years", "0.001 or more"),
    ("occupancy near 0", put(*HOUSE, "occupancy", 1e-320), "houses[0].occupancy", "Due: 0, or 0.0001 or more, in %"),
    ("occupancy", put(*HOUSE, "occupancy", 1001), "houses[0].occupancy", "-100 to 1000"),
    ("people", put("office", "people", 1e6), "office.people", "0 to 100000, in person"),
    ("people near 0", put("office", "people", 1e-9), "office.people", "too near to 0"),
    ("shared space", put("office", "shared_space", 1e15), "office.shared_space", "-100 to 1000"),
    ("minutes", put("access", "access_minutes", 1441), "access.access_minutes", "0 to 1440, in minute"),
    ("exponent", put("access", "exponent", -1e15), "access.exponent", "-100 to 100"),
    ("rent", put(*STAY, "lease", "rent", 1e16), "options[0].lease.rent", "to 1e+15"),
    ("rent near 0", put(*STAY, "lease", "rent", 1e-9), "options[0].lease.rent", "too near to 0"),
    ("low end", put("shared", "market_rent", rent(low=1e-300, mode=1, high=2)), "shared.market_rent.low", "near to 0"),
    ("settled", put("shared", "market_rent", rent(mode=1, settled=1e-300)), "shared.market_rent.settled", "near to 0"),
    ("delay", put(*MOVE, "move", "delay", 1e-5), "options[1].move.delay", "too near to 0"),
    ("growth", put("drivers", 0, "growth", [3, 1e-300]), "drivers[0].growth[1]", "too near to 0"),
    ("weight", put("access", "group_weights", {"workers": 1e-320}), "access.group_weights.workers", "is not a weight"),
    ("large weight", put("access", "group_weights", {"workers": 1e308}), "access.group_weights.workers", "is not a"),
]


@pytest.mark.parametrize(("spoil", "path", "words"), [row[1:] for row in BEYOND], ids=[row[0] for row in BEYOND])
def test_what_no_figure_can_be_is_a_fault(spoil: Spoil, path: str, words: str) -> None:
    found = faults_after(spoil)
    assert list(found) == [path]
    assert words in found[path]


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("end", ["least", "most", "nearest"])
def test_a_case_with_each_figure_at_an_end_is_finite(path: Path, end: str) -> None:
    """The figures of the cases we ship, eight at a time, as large, low or near to 0 as they can be."""
    case = load_case(path)
    together = (".share", ".profile")  # parts that make 100 together: the rules refuse others
    names = [name for name in case.quantities if not re.sub(r"\[\d+\]$", "", name).endswith(together)]
    for start in range(0, len(names), max(8, len(names) // 12)):
        some = [case.quantities[name] for name in names[start : start + 8]]
        figures = {one.path: _at(one, end) for one in some}
        for option_found in evaluate(with_figures(case, figures)).options:
            for money in option_found.money.values():
                assert np.all(np.isfinite(money.present_value)), (figures, option_found.id)


def _at(quantity: Any, end: str) -> float:
    if end == "nearest":
        return float(min(1e-6, quantity.most)) if quantity.least <= 1e-6 else float(quantity.least)
    return float(getattr(quantity, end)) * float(quantity.scale)


@pytest.mark.parametrize("figure", [math.inf, math.nan, 1e300])
def test_an_outcome_without_end_is_refused_by_option_and_line(figure: float) -> None:
    case = with_figures(template_case(), {"options[move].one_offs[Fit-out].amount": figure * 1e10})
    for draws in (None, 8):
        with pytest.raises(CaseError) as told:
            evaluate(case, draws) if draws else evaluate(case)
        assert 'options[move]: the line "Fit-out" comes out without end, or as no number at all. One of its' in str(
            told.value
        )
        assert "options[stay]" not in str(told.value)


def test_a_way_without_end_is_refused_by_its_option() -> None:
    table = "Union,workers,0.1,0.1,10,10,,\n"
    case = office_case(option("stay", place=PLACE), moving(place=PLACE), access=ACCESS, table=table)
    with pytest.raises(CaseError, match=r"options\[move\]\.place: the way there comes out without end"):
        evaluate(with_figures(case, {"options[move].place.latitude": math.nan}))


@pytest.mark.parametrize("points", ["1e308", "1e-320", "1000001"])
def test_weights_off_the_scale_are_refused(points: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["weigh", str(DATA_CASES[0]), "--weights", f"money={points},access={points}"])
    assert "is off the scale. Due: 0, or 1e-06 to 1,000,000" in capsys.readouterr().err
