"""Access as tables: the plain measures and the ways, with how each is known, and old columns where they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from colocate.analysis.access.measures import reach
from colocate.export.access import access, decision_reading
from colocate.export.pages import page
from colocate.export.tables_of_access import tables_of_access
from colocate.model.futures import Futures
from colocate.model.outcome import Outcome
from colocate.safe import for_csv
from colocate.words.access_tables import ACCESS_COLUMNS, REACH_COLUMNS
from colocate.writing import write_all
from tests.drawn import drawn
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


def tables(found: Futures, folder: Path) -> dict[str, list[dict[str, str]]]:
    return {path.name: read(path) for path in write_all(folder, tables_of_access(found))}


def test_old_columns_stand_first_and_in_their_order() -> None:
    assert ACCESS_COLUMNS[: len(OLD)] == OLD
    assert len(set(REACH_COLUMNS)) == len(REACH_COLUMNS)


def test_every_option_has_its_plain_measures(outcome: Outcome, tmp_path: Path) -> None:  # noqa: F811
    futures = drawn(outcome)
    rows = tables(futures, tmp_path)["reach.csv"]
    found = [one for one in (reach(futures, option.id) for option in futures.options) if one is not None]
    assert [row["option"] for row in rows] == [one.option for one in found]
    for row, one in zip(rows, found, strict=True):
        told = {f"constituents within {each.minutes} minutes": each.constituents for each in one.within}
        told |= {"longest minutes": one.worst.minutes, "their hours a year": one.hours.theirs}
        told |= {"staff hours a year": one.hours.staff}
        told |= {} if one.mean_minutes is None else {"mean minutes over visits": one.mean_minutes}
        told |= {} if one.score is None else {"score over all groups": one.score}
        for name, each in told.items():
            shown = [float(row[column]) for column in (name, f"{name} p5", f"{name} p95")]
            assert shown == [each.mean, each.low, each.high], name
        assert row["our trips are counted in"] == one.hours.counted_in
        assert row["share of visits that walk in"] == ("" if one.walk_in is None else repr(one.walk_in.of_visits))
        ways = [int(row[f"ways {how}"]) for how in ("measured", "own estimate", "from distance")]
        assert sum(ways) == one.constituents
        assert int(row["coordinates assumed"]) == one.assumed


def test_each_way_stands_in_table_and_json_alike(outcome: Outcome, tmp_path: Path) -> None:  # noqa: F811
    futures = drawn(outcome)
    rows = tables(futures, tmp_path)["access.csv"]
    found = access([(decision_reading(futures.case), futures)])
    told = [one for option in found["readings"][0]["options"] for one in option["constituents"]]
    assert [row["how known"] for row in rows] == [one["how_known"] for one in told]
    assert [row["coordinates assumed"] == "yes" for row in rows] == [one["coordinates_assumed"] for one in told]
    for row, one in zip(rows, told, strict=True):
        assert (row["how known"] == "measured") == (row["minutes are"] == "measured")
        wide = one["minutes_range"]
        shown = [float(row[name]) for name in ("minutes", "minutes p5", "minutes p95", "minutes less baseline")]
        assert shown == pytest.approx(
            [one["minutes"], wide["p5"], wide["p95"], one["minutes_less_baseline"]], rel=1e-12, abs=1e-12
        )
    sources = [one.source for option in outcome.options if option.access for one in option.access.constituents]
    assert [row["source"] for row in rows] == [for_csv(source) for source in sources]


@pytest.mark.parametrize("name", ["plan", "minutes"])
def test_the_page_of_charts_has_plan_and_minutes_of_every_option(template: Outcome, name: str) -> None:  # noqa: F811
    text = page(drawn(template))
    moved = [option for option in template.options[1:] if option.access is not None]
    for option in moved:
        assert f'<section id="colocate-{name}-{option.id}">' in text
    assert (f'<section id="colocate-{name}-{template.baseline.id}">' in text) == (name == "plan")
