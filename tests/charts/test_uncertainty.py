"""Charts over possible futures and of the figures that decide: figures from the analysis, words escaped, few bytes."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np
import pytest

import colocate
from colocate import charts
from colocate.analysis.deciding.decisive import Deciding, deciding
from colocate.analysis.deciding.map_areas import FINE, areas_of, deepest, expected_on_map, place_for, without_box
from colocate.analysis.deciding.tornado import Swing, Tornado, tornado
from colocate.analysis.deciding.two_way_map import TwoWayMap, two_way
from colocate.analysis.deciding.value_of_information import NOTHING, Worth
from colocate.analysis.uncertainty.held import HeldRuns
from colocate.analysis.uncertainty.odds import fan, odds, one_off_chance, one_off_exceeds
from colocate.analysis.uncertainty.sensitivity import VarianceShare, VarianceShares, variance_shares
from colocate.analysis.uncertainty.sobol_indices import Index
from colocate.charts import Chart
from colocate.charts.colours import DARK, LIGHT, Colours, mixed
from colocate.charts.lettering import wrapped
from colocate.charts.maps import TINT
from colocate.charts.rows import PLOT, WIDTH, around_zero, rows_of
from colocate.charts.theme import TITLE_WIDTH
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, Reading
from colocate.words.deciding import METHODS, SHARES, SWINGS, share_rows, worth_rows
from colocate.words.decisive import with_unit
from colocate.words.futures import count_of_hundred
from colocate.words.language import ENGLISH, Language
from colocate.words.naming import name_inside, name_of, short_names
from colocate.words.numbers import about
from tests import examples
from tests.charts.test_charts import contrast, walk
from tests.outcomes import BAD, DATA, renamed

LARGEST_JSON = 20_000
DRAWS = 256


@dataclass(frozen=True)
class Found:
    """One case with all that its charts are drawn from."""

    futures: Futures
    tornado: Tornado
    variance: VarianceShares
    deciding: Deciding
    plane: TwoWayMap


def find(case: colocate.model.evaluate.Case) -> Found:
    futures = colocate.evaluate(case, DRAWS)
    swings = tornado(HeldRuns(futures))
    paths = [swing.quantity.path for swing in swings.swings]
    shares = variance_shares(case, swings.pair, paths, base=32, most=14)
    plane = two_way(futures, paths[0], paths[1], grid=5, few=16, steps=21)
    return Found(futures, swings, shares, deciding(futures), plane)


@cache
def found_of(name: str) -> Found:
    return find(colocate.load_case(DATA / f"{name}.toml"))


@pytest.fixture(params=sorted(path.stem for path in DATA.glob("*.toml")))
def found(request: pytest.FixtureRequest) -> Found:
    return found_of(request.param)


@pytest.fixture
def hanoi() -> Found:
    return found_of("hanoi")


def every_chart(found: Found, language: Language = ENGLISH, dark: bool = False) -> Iterator[Chart]:
    named: Any = {"language": language, "dark": dark}
    futures = found.futures
    for reading in (HEADLINE, Reading("everyone", "cash and efficiency")):
        yield charts.odds(futures, reading, **named)
        yield charts.savings(futures, reading, **named)
        yield charts.cost_fan(futures, futures.options[-1].id, reading, **named)
    for option in futures.options:
        yield charts.cost_fan(futures, option.id, Reading("un family", "cash"), **named)
        yield charts.one_off_chance(futures, option.id, **named)
    yield charts.tornado(futures, found.tornado, **named)
    yield charts.variance(futures, found.variance, **named)
    yield charts.worth(futures, found.deciding, **named)
    yield charts.two_way(futures, found.plane, **named)


def words_of(chart: Chart) -> str:
    return " ".join(str(words) for words in walk(json.loads(chart.figure.to_json())) if isinstance(words, str))


def test_every_chart_is_small_and_holds_finite_figures_and_says_what_it_shows(found: Found) -> None:
    names = list(short_names(found.futures.case).values())
    drawn = list(every_chart(found))
    assert len({chart.file_name for chart in drawn}) == len(drawn)
    for chart in drawn:
        text = chart.figure.to_json()
        assert len(text.encode()) < LARGEST_JSON, (chart.file_name, len(text))
        for value in walk(json.loads(text)["data"]):
            assert value is not None
            assert not isinstance(value, float) or math.isfinite(value)
        assert any(sign.isdigit() for sign in chart.title) or any(name in chart.title for name in names), chart.title
        assert not chart.title.endswith(".")
        assert chart.alt.endswith(".")
        assert len(wrapped(chart.title, TITLE_WIDTH, 9)) <= 6, chart.title


def test_dark_charts_differ_in_colour_only(found: Found) -> None:
    for light, dark in zip(every_chart(found), every_chart(found, dark=True), strict=True):
        assert (light.title, light.alt, light.file_name) == (dark.title, dark.alt, dark.file_name)
        assert light.figure.layout.height == dark.figure.layout.height
        assert dark.figure.layout.template.layout.font.color == DARK.text


def test_numbers_follow_the_locale(hanoi: Found) -> None:
    for english, spanish in zip(every_chart(hanoi), every_chart(hanoi, Language("es")), strict=True):
        assert spanish.figure.layout.template.layout.separators == ",."
        assert len(spanish.figure.data) == len(english.figure.data)
    assert "USD" in charts.savings(hanoi.futures, language=Language("es")).title
    assert charts.savings(hanoi.futures, language=Language("es")).title != charts.savings(hanoi.futures).title


@pytest.mark.parametrize(
    "name",
    [
        BAD,
        *(pytest.param(name, marks=pytest.mark.slow) for name in ("x" * 500, "ONE\nTWO\tTHREE", "Büro für 办公室")),
    ],
)
def test_names_are_shown_as_they_are_written(hanoi: Found, name: str) -> None:
    for chart in every_chart(find(renamed(hanoi.futures.central, name).case)):
        for words in walk(json.loads(chart.figure.to_json())):
            if isinstance(words, str):
                bare = words.replace("<extra></extra>", "")
                for mark in ("<br>", "<b>", "</b>"):
                    bare = bare.replace(mark, "")
                assert "<" not in bare, words
                assert "%{x}" not in bare.replace("%{x}: ", ""), words
        assert len(chart.figure.to_json().encode()) < LARGEST_JSON


def test_charts_are_drawn_alike_each_time_and_change_nothing(hanoi: Found) -> None:
    before = hanoi.futures.options[0].money[HEADLINE].present_value.copy()
    draw: Callable[[], list[str]] = lambda: [chart.figure.to_json() for chart in every_chart(hanoi)]  # noqa: E731
    assert draw() == draw()
    assert np.array_equal(before, hanoi.futures.options[0].money[HEADLINE].present_value)


def test_odds_are_bars_of_the_shares_with_the_words_beside_them(found: Found) -> None:
    chart, told = charts.odds(found.futures), odds(found.futures)
    assert list(chart.figure.data[0].x) == pytest.approx([100 * one.cheapest for one in told], abs=0.006)
    names = short_names(found.futures.case)
    for one in told:
        assert count_of_hundred(one.cheapest, one.of_hundred) in words_of(chart)
        assert f"{names[one.option]}: {count_of_hundred(one.cheapest, one.of_hundred)}" in chart.alt
    best = min((one for one in told if one.ranked), key=lambda one: one.present_value.mean)
    assert chart.title.startswith(f"“{names[best.option]}” costs least on average")


def test_an_option_that_fails_a_gate_is_shown_and_not_ranked(hanoi: Found) -> None:
    central = hanoi.futures.central
    gate = replace(central.options[2].gates[0], status="fail")
    failing = replace(central.options[2], gates=(gate,))
    futures = replace(hanoi.futures, central=replace(central, options=(*central.options[:2], failing)))
    chart = charts.odds(futures)
    assert chart.figure.data[0].x[2] == 0
    assert "not ranked, it fails a gate" in words_of(chart)
    assert f"{short_names(futures.case)[failing.id]}: not ranked, it fails a gate" in chart.alt


def test_the_option_of_lowest_expected_cost_and_the_one_cheapest_most_often_are_both_named() -> None:
    # On average 1,900 against 1,800; yet the first is cheaper in most futures.
    skewed = {"low": 500, "mode": 500, "high": 4_700, "unit": "USD/year", "shape": "triangular"}
    words = {"source": "worked by hand", "quality": "assumed"}
    futures = colocate.evaluate(
        examples.office_case(
            examples.option("often", running=[examples.running(skewed | words)]),  # type: ignore[arg-type]
            examples.option("steady", running=[examples.running(1_800)]),
            discounting={"rate": 0},
        ),
        512,
    )
    assert charts.odds(futures).title == (
        "“Steady” costs least on average; “Often” costs least more often, in 52 of 100 futures"
    )


def test_a_title_says_for_whom_it_counts(hanoi: Found) -> None:
    assert charts.odds(hanoi.futures, Reading("everyone", "cash")).title.startswith("For everyone together: ")


def test_where_no_figure_has_a_range_nothing_speaks_of_futures() -> None:
    futures = colocate.evaluate(
        examples.office_case(examples.option("stay", running=[examples.running(5)]), examples.option("other")), 8
    )
    chart = charts.odds(futures)
    assert chart.title == "“Other” costs least; no figure has a range"
    assert "seed" not in chart.alt


def test_savings_show_the_mean_and_ends_around_a_marked_zero(found: Found) -> None:
    chart = charts.savings(found.futures)
    told = [one.saving for one in odds(found.futures) if one.saving is not None]
    assert list(chart.figure.data[0].x) == pytest.approx([one.mean for one in told], abs=0.006)
    lines = {(round(shape.x0, 2), round(shape.x1, 2)) for shape in chart.figure.layout.shapes}
    for one in told:
        assert (round(one.low, 2), round(one.high, 2)) in lines
    assert (0, 0) in lines
    assert "<b>costs more</b>" in words_of(chart)
    low, high = chart.figure.layout.xaxis.range
    assert low < min(0.0, *(one.low for one in told))
    assert high > max(0.0, *(one.high for one in told))
    assert found.futures.case.currency in chart.figure.layout.xaxis.title.text


def test_the_fan_has_the_edges_of_the_analysis_and_the_baseline_beside_it(found: Found) -> None:
    option, baseline = found.futures.options[-1], found.futures.baseline
    traces = charts.cost_fan(found.futures, option.id).figure.data
    told = fan(found.futures, option.id)
    for trace, row in zip(traces[:4], (0, 4, 1, 3), strict=True):
        assert list(trace.y) == pytest.approx(told.edges[row].tolist(), abs=0.006)
    assert list(traces[4].y) == pytest.approx(told.mean.tolist(), abs=0.006)
    assert told.mean[-1] == pytest.approx(option.money[HEADLINE].total.mean())
    assert [trace.fill for trace in traces[:4]] == [None, "tonexty", None, "tonexty"]
    assert traces[5].line.dash == "dash"
    assert list(traces[5].y) == pytest.approx(fan(found.futures, baseline.id).mean.tolist(), abs=0.006)
    assert len(charts.cost_fan(found.futures, baseline.id).figure.data) == 5


def test_the_one_off_curve_falls_and_its_marks_are_the_chances(found: Found) -> None:
    for option in found.futures.options:
        chart, chance = charts.one_off_chance(found.futures, option.id), one_off_chance(option)
        if chance is None:
            assert len(chart.figure.data) == 0
            continue
        curve, marks = chart.figure.data
        assert sorted(curve.x) == list(curve.x)
        assert sorted(curve.y, reverse=True) == list(curve.y)
        for sum_, height in zip(marks.x, marks.y, strict=True):
            assert one_off_exceeds(option, sum_) == pytest.approx(height / 100, abs=1.5 / DRAWS + 0.001)
            assert about(sum_, found.futures.case.currency) in words_of(chart)
            assert about(sum_, found.futures.case.currency) in chart.alt


def test_a_one_off_budget_without_a_range_is_told_in_words(hanoi: Found) -> None:
    options = tuple(
        replace(one, one_off_by_year=np.full_like(one.one_off_by_year, amount))
        for one, amount in zip(hanoi.futures.options, (0.0, 10.0, 0.0), strict=True)
    )
    same = replace(hanoi.futures, options=options)
    assert "no one-off money" in charts.one_off_chance(same, same.options[0].id).title
    amount = about(10.0 * same.case.horizon_years, "USD")
    assert charts.one_off_chance(same, same.options[1].id).title.endswith(f"is {amount} in every future")


def test_receipts_above_costs_are_told_as_receipts(hanoi: Found) -> None:
    stay = hanoi.futures.options[0]
    chance = one_off_chance(stay)
    assert chance is not None
    assert chance.expected < chance.rare < 0
    title = charts.one_off_chance(hanoi.futures, stay.id).title
    assert about(-chance.expected, "USD") in title
    assert f"at least {about(-chance.rare, 'USD')} in 95 of 100" in title
    assert "-" not in title.split("USD")[-1][:2]


def test_the_tornado_goes_from_low_to_high_about_the_expected_difference(found: Found) -> None:
    chart, told = charts.tornado(found.futures, found.tornado), found.tornado.swings[:SWINGS]
    low, high = chart.figure.data
    assert low.base == high.base == pytest.approx(found.tornado.expected, abs=0.006)
    assert [low.base + x for x in low.x] == pytest.approx([one.at_low for one in told], abs=0.02)
    assert [high.base + x for x in high.x] == pytest.approx([one.at_high for one in told], abs=0.02)
    assert (low.marker.pattern.shape, high.marker.pattern.shape) == ("", "/")
    assert low.marker.color == high.marker.color, "colours mean options, and nothing else"
    begin, end = chart.figure.layout.xaxis.range
    assert begin < 0 < end
    for one in told:
        assert begin < min(one.at_low, one.at_high) <= max(one.at_low, one.at_high) < end
        assert with_unit(found.futures.case, one.quantity) in chart.alt
    second = short_names(found.futures.case)[found.tornado.pair.second]
    assert f"below 0 “{second}” costs less" in chart.alt
    assert name_of(found.futures.case, told[0].quantity, with_option=True) in chart.title


def test_the_second_option_is_cheaper_left_of_zero(hanoi: Found) -> None:
    names = short_names(hanoi.futures.case)
    first, second = (names[one] for one in (hanoi.tornado.pair.first, hanoi.tornado.pair.second))
    sides = {
        note.xanchor: note.text.replace("<b>", "").replace("</b>", "").replace("<br>", " ")
        for note in charts.tornado(hanoi.futures, hanoi.tornado).figure.layout.annotations
        if note.text.endswith("less</b>")
    }
    assert sides == {"right": f"“{second}” costs less", "left": f"“{first}” costs less"}


def test_a_swing_to_one_side_shows_both_ends_and_a_yes_or_no_has_no_unit(hanoi: Found) -> None:
    quantity = replace(hanoi.tornado.swings[0].quantity, shape="yes/no", low=0.0, high=1.0)
    one_sided = Tornado(hanoi.tornado.pair, 100.0, (Swing(quantity, 200.0, 300.0),), ())
    chart = charts.tornado(hanoi.futures, one_sided)
    low, high = chart.figure.data
    assert high.width[0] < low.width
    assert "at no USD" in chart.alt.replace("\xa0", " ")
    assert quantity.unit not in words_of(chart)
    none = charts.tornado(hanoi.futures, Tornado(hanoi.tornado.pair, 100.0, (), ()))
    assert none.title == "No figure of the case has a range"


def test_shares_are_told_with_their_intervals_and_the_rest_together(found: Found) -> None:
    chart, rows = charts.variance(found.futures, found.variance), share_rows(found.futures.case, found.variance)
    totals = [x for trace in chart.figure.data if trace.type == "bar" for x in trace.x]
    firsts = [x for trace in chart.figure.data if trace.type == "scatter" for x in trace.x]
    assert totals == pytest.approx([max(0.0, 100 * row.index.total) for row in rows], abs=0.006)
    assert firsts == pytest.approx([max(0.0, 100 * row.index.first) for row in rows], abs=0.006)
    assert len(rows) == SHARES + 1
    assert "other figures together" in rows[-1].name
    paths = {path for share in found.variance.shares for path in share.paths}
    assert rows[-1].name == f"{len(paths) - SHARES} other figures together"
    assert METHODS[found.variance.are_correlated] in chart.alt
    bars, marks = chart.figure.data[:2]
    for trace, ends in ((bars, "total"), (marks, "first")):
        for place, row in enumerate(rows[:SHARES]):
            high = 100 * getattr(row.index, f"{ends}_high")
            assert trace.x[place] + trace.error_x.array[place] == pytest.approx(max(high, trace.x[place]), abs=0.02)


def test_a_share_below_zero_is_a_mark_at_zero_with_its_interval(hanoi: Found) -> None:
    path = hanoi.tornado.swings[0].quantity.path
    other = hanoi.tornado.swings[1].quantity.path
    shares = (
        VarianceShare((other,), Index(0.9, 0.8, 1.0, 0.95, 0.9, 1.0)),
        VarianceShare((path,), Index(-0.02, -0.05, 0.01, 0.05, 0.03, 0.07)),
    )
    found = VarianceShares(hanoi.tornado.pair, shares, True, 32, 1)
    chart = charts.variance(hanoi.futures, found)
    marks = chart.figure.data[1]
    assert marks.x[1] == 0
    assert (marks.error_x.arrayminus[1], marks.error_x.array[1]) == pytest.approx((5.0, 1.0))
    assert chart.figure.layout.xaxis.range[0] < -5.0
    assert chart.title.startswith(name_of(hanoi.futures.case, hanoi.futures.case.quantities[other], with_option=True))
    assert "alone 0\xa0% (-5\xa0% to 1\xa0%)" in chart.alt
    assert "Correlated figures have one share together" in chart.alt
    nothing = replace(found, shares=tuple(replace(one, index=Index(0, 0, 0, 0, 0, 0)) for one in shares))
    assert len(charts.variance(hanoi.futures, nothing).figure.data) == 0


def test_the_worth_of_each_figure_stands_beside_that_of_everything(hanoi: Found) -> None:
    figures = tuple(
        replace(one, worth=Worth(value, 100.0))
        for one, value in zip(hanoi.deciding.figures, (24_200.0, 900.0, 150.0), strict=False)
    )
    found = Deciding(Worth(50_000.0, 1_000.0), "move", 1e6, figures)
    assert len(worth_rows(found)) == 2
    chart = charts.worth(hanoi.futures, found)
    name = name_inside(hanoi.futures.case, figures[0].quantity, with_option=True)
    assert chart.title.replace("\xa0", " ") == f"Worth paying at most USD 24,200 to find out: {name}"
    assert [list(trace.x) for trace in chart.figure.data] == [[24_200.0, 900.0], [50_000.0]]
    assert "give or take" in chart.alt
    alone = charts.worth(hanoi.futures, replace(found, figures=figures[2:]))
    assert alone.title.startswith("No single figure is worth paying for")
    nothing = charts.worth(hanoi.futures, Deciding(NOTHING, "move", 1e6, figures))
    assert len(nothing.figure.data) == 0


def plane_of(hanoi: Found, costs: list[np.ndarray]) -> TwoWayMap:
    stacked = np.stack(costs)
    return replace(hanoi.plane, costs=stacked, cheapest=np.argmin(stacked, axis=0))


def test_areas_of_a_map_are_where_their_lead_is_above_zero(found: Found) -> None:
    plane = found.plane
    for area in areas_of(plane):
        place = plane.options.index(area.option)
        lead = np.array(area.lead)
        assert np.all((lead > 0) <= (plane.cheapest == place))
        assert area.part == pytest.approx(np.mean(plane.cheapest == place), abs=0.1)
    assert sum(area.part for area in areas_of(plane)) == pytest.approx(1.0)


def test_a_map_names_every_area_and_marks_the_central_case(found: Found) -> None:
    chart, areas = charts.two_way(found.futures, found.plane), areas_of(found.plane)
    assert sum(trace.type == "contour" for trace in chart.figure.data) == len(areas) - 1
    mark = chart.figure.data[-1]
    assert (mark.x[0], mark.y[0]) == found.plane.expected
    written = [note.text.replace("<br>", " ") for note in chart.figure.layout.annotations]
    names = short_names(found.futures.case)
    for area in areas:
        assert any(names[area.option] in words.replace("<b>", "").replace("</b>", "") for words in written)
        assert names[area.option] in chart.alt
    assert all(quantity.unit.split("/")[0] in chart.alt for quantity in (found.plane.first, found.plane.second))


def test_names_stand_in_their_areas_and_small_areas_are_pointed_at(hanoi: Found) -> None:
    across, up = np.meshgrid(np.linspace(0, 1, 21), np.linspace(0, 1, 21))
    corner = np.where((across > 0.9) & (up > 0.9), -1.0, 9.0)
    plane = plane_of(hanoi, [np.where(across < 0.5, 0.0, 1.0), np.where(across < 0.5, 1.0, 0.0), corner])
    chart = charts.two_way(hanoi.futures, plane)
    right, left, small = chart.figure.layout.annotations  # the largest area first
    assert left.x < 0.5 < right.x
    assert small.bordercolor is not None
    assert len({note.bgcolor for note in (left, right, small)}) == 3


def test_a_yes_or_no_is_two_strips(hanoi: Found) -> None:
    quantity = replace(hanoi.plane.first, shape="yes/no", mode=1.0, low=0.0, high=1.0)
    up = np.repeat(np.linspace(0, 1, 21)[:, None], 2, axis=1)
    costs = np.stack([up, np.full_like(up, 0.5), np.full_like(up, 9.0)])
    plane = replace(hanoi.plane, first=quantity, first_values=np.array([0.0, 1.0]), costs=costs)
    plane = replace(plane, cheapest=np.argmin(costs, axis=0))
    chart = charts.two_way(hanoi.futures, plane)
    assert list(chart.figure.layout.xaxis.ticktext) == ["no", "yes"]
    assert expected_on_map(replace(plane, expected=(1.0, plane.expected[1])))[0] == 0.75
    assert all(len(row) == 4 for row in chart.figure.data[0].z)


def test_a_box_finds_its_place() -> None:
    whole = np.ones((FINE, FINE), dtype=bool)
    assert place_for(whole, 0.5, 0.5) == (0.5, 0.5)
    assert place_for(whole, 1.1, 0.5) is None
    rest = without_box(whole, (0.5, 0.5), 0.5, 1.0)
    assert rest[:, 0].all()
    assert not rest[:, FINE // 2].any()
    across, up = deepest(rest & (np.arange(FINE) < FINE // 2)[None, :])
    assert across == pytest.approx(0.125, abs=0.02)
    assert up == pytest.approx(0.5, abs=0.02)


def test_zero_has_room_for_words_at_either_side() -> None:
    for low, high in ((10.0, 100.0), (-100.0, -10.0), (-5.0, 100.0), (0.0, 0.0)):
        begin, end = around_zero(low, high, 96, 60, 12)
        pixel = (end - begin) / PLOT
        assert begin <= min(low, 0.0) - 12 * pixel * 0.999 or begin <= -96 * pixel * 0.999
        assert -begin >= 95.9 * pixel
        assert end >= 59.9 * pixel
        assert end >= high + 11.9 * pixel


def test_rows_are_as_high_as_their_labels() -> None:
    rows = rows_of(["short", "long " * 20, "short"], 20)
    assert rows.middles[1] - rows.middles[0] > rows.middles[2] - rows.middles[1]
    assert rows.height > rows.middles[-1] + 10
    assert WIDTH <= 46  # characters a line that fit on a telephone 390 pixels wide


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_names_on_a_map_can_be_read(look: Colours) -> None:
    for colour in look.series:
        assert contrast(look.text, mixed(colour, look.background, TINT)) >= 4.5, colour
