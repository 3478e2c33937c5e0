"""Charts of a weighing: drawn numbers are those of the analysis, colours are the options', words say the same."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import pytest

import colocate
from colocate import charts
from colocate.analysis.access.letters import letter
from colocate.analysis.weighing.shapes import curves, place_of, zones
from colocate.analysis.weighing.weighing import Weighing, weighing
from colocate.case.weighing import Weighing as WeighingOfCase
from colocate.charts import Chart
from colocate.charts.colours import DARK, LIGHT, MARKERS
from colocate.charts.lettering import wrapped
from colocate.charts.theme import TITLE_WIDTH
from colocate.export.pages import page
from colocate.model.futures import Futures
from colocate.words.judgements import shown_lead
from colocate.words.language import ENGLISH, Language
from colocate.words.naming import short_name
from colocate.words.numbers import number
from colocate.words.weighing_charts import (
    Kind,
    finding_turning,
    nearest_turn,
    rank_name,
    ranking_of,
)
from colocate.words.weighing_names import criterion_title, each_of_hundred, labels, ranks_of_hundred
from colocate.words.weighing_tables import points_table
from tests.charts.test_charts import walk
from tests.outcomes import BAD, DATA, renamed

LARGEST_JSON = 12_000
KINDS: tuple[Kind, ...] = ("all", "in order", "in range")
SWINGS = {"money": 100.0, "access": 40.0, "mandate": 60.0, "government": 10.0}


@dataclass(frozen=True)
class Found:
    futures: Futures
    weighed: Weighing


@cache
def found_of(name: str, own: bool = False) -> Found:
    futures = colocate.evaluate(colocate.load_case(DATA / f"{name}.toml"), 128)
    return Found(futures, weighing(futures, SWINGS if own else None, vectors=512))


@pytest.fixture(params=sorted(path.stem for path in DATA.glob("*.toml")))
def found(request: pytest.FixtureRequest) -> Found:
    return found_of(request.param)


def every_chart(found: Found, language: Language = ENGLISH, dark: bool = False) -> Iterator[Chart]:
    weighed = found.weighed
    for kind in KINDS:
        yield charts.ranks(weighed, kind, language=language, dark=dark)
    yield charts.values(weighed, language=language, dark=dark)
    yield charts.value_functions(weighed, language=language, dark=dark)
    yield charts.turning_weights(weighed, language=language, dark=dark)
    yield charts.weight_triangle(weighed, language=language, dark=dark)


def colours_of(found: Found, dark: bool = False) -> dict[str, str]:
    series = (DARK if dark else LIGHT).series
    return {option.id: series[place] for place, option in enumerate(found.futures.options)}


def test_every_chart_is_small_finite_and_says_what_it_shows(found: Found) -> None:
    drawn = list(every_chart(found))
    assert len({chart.file_name for chart in drawn}) == len(drawn)
    for chart in drawn:
        text = chart.figure.to_json()
        assert len(text.encode()) < LARGEST_JSON, (chart.file_name, len(text))
        for value in walk(json.loads(text)["data"]):
            assert value is not None
            assert not isinstance(value, float) or math.isfinite(value)
        assert any(sign.isdigit() for sign in chart.title), chart.title
        assert not chart.title.endswith(".")
        assert chart.alt.endswith(".")
        assert len(wrapped(chart.title, TITLE_WIDTH, 9)) <= 6, chart.title


def test_dark_charts_differ_in_colour_only(found: Found) -> None:
    for light, dark in zip(every_chart(found), every_chart(found, dark=True), strict=True):
        assert (light.title, light.alt, light.file_name) == (dark.title, dark.alt, dark.file_name)
        assert light.figure.layout.height == dark.figure.layout.height


def test_numbers_follow_the_locale(found: Found) -> None:
    spanish = charts.values(found.weighed, language=Language("es"))
    assert number(shown_lead(found.weighed.chosen), "es", 1) in spanish.title
    assert spanish.figure.layout.template.layout.separators == ",."


@pytest.mark.parametrize("kind", KINDS)
def test_bars_of_ranks_are_the_analysis_shares_in_the_options_colours(found: Found, kind: Kind) -> None:
    figure = charts.ranks(found.weighed, kind).figure
    ranking = ranking_of(found.weighed, kind)
    bars = [trace for trace in figure.data if trace.showlegend is False]
    assert len(bars) == ranking.ranks.shape[1]
    for place, bar in enumerate(bars):
        assert list(bar.x) == pytest.approx((100 * ranking.ranks[:, place]).tolist(), abs=0.006)
        assert list(bar.marker.color) == [colours_of(found)[one] for one in found.weighed.table.options]
    patterns = [bar.marker.pattern.shape for bar in bars]
    assert len(set(patterns)) == len(patterns), "each rank is told apart in grey"
    keys = [trace.name for trace in figure.data if trace.name]
    assert keys == [rank_name(place) for place in range(len(bars))]


@pytest.mark.parametrize("kind", KINDS)
def test_ranks_are_written_alike_in_labels_bars_and_words(found: Found, kind: Kind) -> None:
    ranking = ranking_of(found.weighed, kind)
    for row in ranking.ranks_of_hundred:
        assert sum(row) == 100
    assert sum(row[0] for row in ranking.ranks_of_hundred) == 100
    firsts = each_of_hundred(ranking.first)
    assert [row[0] for row in ranks_of_hundred(ranking)] == list(firsts)
    chart = charts.ranks(found.weighed, kind)
    for name, row in zip(labels(found.weighed.table), ranks_of_hundred(ranking), strict=True):
        assert f"{name}: first in {row[0]}" in chart.alt


def test_parts_add_up_to_the_sum_that_the_label_tells_in_the_options_colours(found: Found) -> None:
    chosen, table = found.weighed.chosen, found.weighed.table
    figure = charts.values(found.weighed).figure
    bars = [trace for trace in figure.data if trace.showlegend is False]
    assert len(bars) == len(table.criteria)
    words = [note.text.replace("<br>", " ") for note in figure.layout.annotations]
    for place, total in enumerate(chosen.totals.tolist()):
        assert sum(bar.x[place] for bar in bars) == pytest.approx(total, abs=0.03)
        assert any(number(total, digits=1) + " points" in one for one in words)
    for bar in bars:
        assert list(bar.marker.color) == [colours_of(found)[one] for one in table.options]
    assert len({bar.marker.pattern.shape for bar in bars}) == len(bars), "criteria are told apart by pattern"
    keys = [trace for trace in figure.data if trace.name]
    assert [trace.marker.pattern.shape for trace in keys] == [bar.marker.pattern.shape for bar in bars]


def test_points_written_in_the_bars_add_up_to_the_sum_that_is_written(found: Found) -> None:
    told = points_table(found.weighed)
    sums = [row[1].words for row in told.rows]
    for row, written in zip(told.rows, sums, strict=True):
        parts = [float(cell.words) for cell in row[2:] if cell.below]
        assert round(sum(parts), 1) == float(written)
    assert sums == [number(total, digits=1) for total in found.weighed.chosen.totals.tolist()]
    lead = shown_lead(found.weighed.chosen)
    first, second = sorted(map(float, sums))[::-1][:2]
    assert lead == round(first - second, 1)


def test_options_stand_on_their_value_functions(found: Found) -> None:
    figure = charts.value_functions(found.weighed).figure
    drawn = curves(found.weighed.table)
    marks = [trace for trace in figure.data if trace.mode == "markers"]
    for place, (option, trace) in enumerate(zip(found.weighed.table.options, marks, strict=True)):
        assert list(trace.x) == pytest.approx([100 * curve.options[place][0] for curve in drawn], abs=0.006)
        assert trace.marker.color == colours_of(found)[option]
        assert trace.marker.symbol == MARKERS[place]


def test_stretches_cover_every_weight_in_the_colour_of_who_is_first(found: Found) -> None:
    figure = charts.turning_weights(found.weighed).figure
    lengths: dict[float, float] = {}
    for bar in figure.data:
        for row, length in zip(bar.y, bar.x, strict=True):
            lengths[row] = lengths.get(row, 0.0) + length
    assert list(lengths.values()) == pytest.approx([100.0] * len(found.weighed.flips), abs=0.05)
    shades = {bar.name[0]: bar.marker.color for bar in figure.data}
    options = [option.id for option in found.futures.options]
    assert all(shade == list(colours_of(found).values())["ABCDEFGH".index(letter)] for letter, shade in shades.items())
    assert {letter(options.index(one.option)) for flip in found.weighed.flips for one in flip.stretches} == set(shades)
    lines = sorted({shape.x0 for shape in figure.layout.shapes})
    assert lines == pytest.approx(sorted({round(100 * flip.weight, 2) for flip in found.weighed.flips}))


def test_the_triangle_has_every_point_once_with_its_options_colour_and_mark(found: Found) -> None:
    figure = charts.weight_triangle(found.weighed).figure
    laid_out = found.weighed.triangle
    assert laid_out is not None
    *points, here = figure.data
    assert sum(len(trace.x) for trace in points) == len(laid_out.points)
    assert (here.x[0], here.y[0]) == pytest.approx(place_of(laid_out.here), abs=0.001)
    marks = {}
    for zone in zones(laid_out, found.weighed.table):
        colour = colours_of(found)[zone.option]
        mine = [trace for trace in points if trace.marker.color == colour]
        marks[zone.option] = {trace.marker.symbol.removesuffix("-open") for trace in mine}
        hollow = sum(len(trace.x) for trace in mine if trace.marker.symbol.endswith("-open"))
        assert hollow == len(zone.unsure)
        assert sum(len(trace.x) for trace in mine) == len(zone.sure) + len(zone.unsure)
    assert all(len(one) == 1 for one in marks.values())
    assert len({next(iter(one)) for one in marks.values()}) == len(marks), "told apart without colour"


def test_findings_name_the_numbers_of_the_analysis(found: Found) -> None:
    weighed = found.weighed
    ranks = charts.ranks(weighed)
    names = labels(weighed.table)
    best = max(zip(weighed.anyhow.first, names, strict=True))
    assert best[1] in ranks.title
    values = charts.values(weighed)
    assert short_name(weighed.table.case, weighed.chosen.best) in values.title
    for name in names:
        assert name in ranks.alt
        assert name in values.alt


def test_the_nearest_turn_is_the_one_with_least_to_go(found: Found) -> None:
    turn = nearest_turn(found.weighed.flips)
    told = finding_turning(found.weighed)
    if turn is None:
        assert "stays first" in told.title
        return
    flip, at = turn
    assert criterion_title(found.weighed.table.case, flip.criterion) in told.title
    for other in found.weighed.flips:
        for where in (other.below, other.above):
            assert where is None or abs(where - other.weight) >= abs(at - flip.weight) - 1e-12


def test_other_weights_are_drawn_when_asked_for() -> None:
    own, before = found_of("regional-office", own=True), found_of("regional-office")
    assert charts.values(own.weighed).title != charts.values(before.weighed).title
    assert "With these weights" not in charts.values(own.weighed).title
    first, second = (charts.ranks(one.weighed).alt for one in (own, before))
    assert first == second, "over all weights nothing hangs on anybody's"


def test_a_part_below_zero_is_drawn_whole() -> None:
    """Ends of money that leave the dearer options beyond the worst: their part is below 0 and lies left of it."""
    case = found_of("regional-office").futures.case
    narrow = replace(case, weighing=WeighingOfCase(money_best=6_000_000.0, money_worst=6_500_000.0))
    weighed = weighing(colocate.evaluate(narrow, 16), SWINGS, vectors=64)
    assert weighed.chosen.parts.min() < 0
    axis = charts.values(weighed).figure.layout.xaxis
    assert axis.range[0] == pytest.approx(float(weighed.chosen.parts.min()))


def test_the_page_of_charts_has_them_under_a_heading_of_their_own(found: Found) -> None:
    text = page(found.futures, weighed=found.weighed)
    assert "<h2>Weighing</h2>" in text
    for chart in every_chart(found):
        assert f'<section id="{chart.file_name}">' in text
    assert "<h2>Weighing</h2>" not in page(found.futures)


def test_names_are_never_taken_for_markup() -> None:
    outcome = renamed(found_of("national-coordinator").futures.central, BAD)
    futures = colocate.evaluate(replace(outcome.case, weighing=None), 16)
    hostile = Found(futures, weighing(futures, vectors=64))
    seen = 0
    for chart in every_chart(hostile):
        for words in walk(json.loads(chart.figure.to_json())):
            if isinstance(words, str):
                seen += "alert(1)" in words
                assert "<script" not in words
                assert "<a href" not in words
                assert "%{x} $" not in words
    assert seen, "the names are drawn"
