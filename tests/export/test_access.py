"""Access as tables: the plain measures and the ways, with how each is known, and old columns where they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from colocate.analysis.access.measures import reach
from colocate.export.figures import figures
from colocate.export.pages import page
from colocate.export.tables import harmless, write_tables
from colocate.export.tables_of_access import ACCESS_COLUMNS, REACH_COLUMNS
from colocate.model.outcome import Outcome
from tests.export.test_export import read
from tests.outcomes import outcome, template  # noqa: F401

OLD = (
    "constituent",
    "group",
    "option",
    "option name",
    "minutes",
    "minutes are",
    "score",
    "visits a year",
    "minutes less baseline",
)


def tables(found: Outcome, folder: Path) -> dict[str, list[dict[str, str]]]:
    return {path.name: read(path) for path in write_tables(found, folder, {})}


def test_old_columns_stand_first_and_in_their_order() -> None:
    assert ACCESS_COLUMNS[: len(OLD)] == OLD
    assert len(set(REACH_COLUMNS)) == len(REACH_COLUMNS)


def test_every_option_has_its_plain_measures(outcome: Outcome, tmp_path: Path) -> None:  # noqa: F811
    rows = tables(outcome, tmp_path)["reach.csv"]
    found = [one for one in (reach(outcome, option.id) for option in outcome.options) if one is not None]
    assert [row["option"] for row in rows] == [one.option for one in found]
    for row, one in zip(rows, found, strict=True):
        assert [int(row[f"constituents within {each.minutes} minutes"]) for each in one.within] == [
            each.constituents for each in one.within
        ]
        assert float(row["mean minutes over visits"]) == one.mean_minutes
        assert float(row["longest minutes"]) == one.worst.minutes
        assert float(row["their hours a year"]) == one.hours.theirs
        assert float(row["staff hours a year"]) == one.hours.staff
        assert row["our trips are counted in"] == one.hours.counted_in
        assert row["share of visits that walk in"] == ("" if one.walk_in is None else repr(one.walk_in.of_visits))
        ways = [int(row[f"ways {how}"]) for how in ("measured", "own estimate", "from distance")]
        assert sum(ways) == one.constituents
        assert int(row["coordinates assumed"]) == one.assumed


def test_how_each_way_is_known_stands_in_table_and_json_alike(outcome: Outcome, tmp_path: Path) -> None:  # noqa: F811
    rows = tables(outcome, tmp_path)["access.csv"]
    told = [
        one for option in figures(outcome)["options"] if option["access"] for one in option["access"]["constituents"]
    ]
    assert [row["how known"] for row in rows] == [one["how_known"] for one in told]
    assert [row["coordinates assumed"] == "yes" for row in rows] == [one["coordinates_assumed"] for one in told]
    for row in rows:
        assert (row["how known"] == "measured") == (row["minutes are"] == "measured")
    sources = [one.source for option in outcome.options if option.access for one in option.access.constituents]
    assert [row["source"] for row in rows] == [harmless(source) for source in sources]


@pytest.mark.parametrize("name", ["plan", "minutes"])
def test_the_page_of_charts_has_plan_and_minutes_of_every_option(template: Outcome, name: str) -> None:  # noqa: F811
    text = page(template)
    moved = [option for option in template.options[1:] if option.access is not None]
    for option in moved:
        assert f'<section id="colocate-{name}-{option.id}">' in text
    assert (f'<section id="colocate-{name}-{template.baseline.id}">' in text) == (name == "plan")
