"""Units, sources and names of figures as readers meet them."""

from __future__ import annotations

from pathlib import Path

import pytest

from colocate.analysis.deciding.decisive import deciding
from colocate.casefile.reading import load_case
from colocate.model.evaluate import evaluate
from colocate.words.decisive import hangs_on
from colocate.words.labels import source_of, unit_in_words, unit_of
from colocate.words.naming import heading_in_words, headings, name_inside, name_of, short_name
from tests.documents import DATA_CASES, ROOT, template_case
from tests.ways import minutes, read

DATA = ROOT / "data"


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("USD/m2/month", "USD per m2 per month"),
        ("m2/workstation", "m2 per workstation"),
        ("VND/USD", "VND per USD"),
        ("km/h", "km per h"),
        ("%/year", "% a year"),
        ("yes/no", "yes or no"),
        ("day/person", "days per person"),
        ("USD/trip", "USD per trip"),
        ("person", "person"),
        ("USD", "USD"),
    ],
)
def test_a_unit_is_read_out(unit: str, words: str) -> None:
    assert unit_in_words(unit) == words


def test_what_is_counted_stands_in_the_plural() -> None:
    case = template_case()
    assert unit_of(case.quantities["office.people"]) == "people"
    assert unit_of(case.quantities["options[move].move.month"]) == "months"


def test_a_source_is_the_files_own_or_told_by_the_program() -> None:
    case = template_case()
    own = [one for one in case.quantities.values() if one.source_told is None]
    assert own
    assert all(source_of(one) == one.source for one in case.quantities.values())
    times, faults = read("from_id,to_id,travel_time_p5,travel_time_p50,travel_time_p95\nMinistry,stay,10,20,30\n")
    assert faults == []
    assert times[0].quantity is not None
    assert source_of(times[0].quantity) == "measured: times.csv, row 2, percentiles 5 to 95 of departures"


def test_both_directions_of_a_way_are_its_source() -> None:
    head = "from_id,to_id,travel_time_p5,travel_time_p50,travel_time_p95\n"
    text = f"{head}Ministry,stay,10,20,30\nstay,Ministry,20,24,40\n"
    times, _ = read(text)
    assert minutes(text)["Ministry", "stay"] == 22
    assert times[0].quantity is not None
    assert "row 2 and row 3" in source_of(times[0].quantity)


def test_figures_are_named_by_their_records() -> None:
    case = template_case()
    growth = case.quantities["drivers[inflation].growth"]
    assert name_of(case, growth).endswith(": growth")
    rent = next(one for path, one in case.quantities.items() if path.startswith("options[stay].lease."))
    assert name_of(case, rent, with_option=True).endswith(f"({short_name(case, case.baseline.id)})")


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_a_name_begins_with_a_capital_only_where_it_stands_first(path: Path) -> None:
    """Inside a sentence a capital is left where the name is a proper one: somebody's, or of several capitals."""
    case = load_case(path)
    for one in case.quantities.values():
        alone, inside = name_of(case, one, with_option=True), name_inside(case, one, with_option=True)
        assert not alone[0].islower()
        assert inside[1:] == alone[1:]
        first, _, rest = inside.partition(" ")
        is_proper = (
            "tenants[" in one.path or one.path.startswith("currencies[") or rest[:1].isupper() or rest[:1].isdigit()
        )
        assert first[0].islower() or first[1:2].isupper() or is_proper, inside
        for part in alone.split(": ")[1:]:
            assert part[0].islower() or part[:2].isupper(), alone


def test_a_way_to_travel_is_named_plainly() -> None:
    case = load_case(DATA / "hanoi.toml")
    names = [name_of(case, one) for path, one in case.quantities.items() if path.startswith("access.modes[taxi")]
    assert names == [
        "Share of trips by taxi or office car",
        "Speed by taxi or office car at peak",
        "Speed by taxi or office car off peak",
    ]


def test_the_finding_names_figures_as_inside_a_sentence() -> None:
    futures = evaluate(load_case(DATA / "hanoi.toml"), 2048)
    assert hangs_on(deciding(futures), futures).endswith("1 figure: rent at renewal (UN House).")


def test_headings_are_fixed_ones_and_options() -> None:
    case = template_case()
    assert [heading_in_words(one) for one in headings(case)] == list(headings(case))
