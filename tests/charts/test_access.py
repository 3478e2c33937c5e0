"""The charts on access: the same figures as the analysis, in the options' colours, and names that stay names."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import replace

import pytest

import colocate
from colocate import charts
from colocate.analysis.access.journeys import journeys, widest
from colocate.analysis.access.measures import reach
from colocate.charts import Chart
from colocate.charts.colours import DARK, LIGHT
from colocate.model.futures import Futures
from colocate.model.outcome import Outcome
from colocate.words.access import counted_in_words, finding_minutes
from colocate.words.language import Language
from colocate.words.naming import short_name
from tests.charts.test_charts import LARGEST_JSON, walk
from tests.drawn import drawn
from tests.examples import ACCESS, PLACE, office_case, option
from tests.outcomes import BAD, outcome, renamed, template  # noqa: F401


def every_chart(found: Futures, language: str = "en", dark: bool = False) -> Iterator[Chart]:
    spoken = Language(language)
    yield charts.scores(found, language=spoken, dark=dark)
    for one in found.options:
        yield charts.minutes(found, one.id, language=spoken, dark=dark)
        yield charts.minutes(found, one.id, most=10, briefly=True, language=spoken, dark=dark)
        yield charts.plan(found, one.id, language=spoken, dark=dark)


def test_every_chart_holds_finite_figures_and_says_what_it_shows(outcome: Outcome) -> None:  # noqa: F811
    found = drawn(outcome)
    for chart in every_chart(found):
        text = chart.figure.to_json()
        assert len(text.encode()) < 2 * LARGEST_JSON, (chart.file_name, len(text))
        for value in walk(json.loads(text)["data"]):
            assert value is not None
            assert not isinstance(value, float) or math.isfinite(value)
        assert not chart.title.endswith(".")
        assert chart.alt.endswith(".")
    names = [chart.file_name for chart in every_chart(found)]
    assert len(set(names)) == len(names)
    for light, dark in zip(every_chart(found), every_chart(found, dark=True), strict=True):
        assert (light.title, light.alt) == (dark.title, dark.alt)


def test_minutes_are_expected_values_in_the_options_own_colours(outcome: Outcome) -> None:  # noqa: F811
    found = drawn(outcome)
    for place, one in enumerate(found.options):
        told, chart = journeys(found, one.id), charts.minutes(found, one.id)
        ends = [[way.before.mean for way in told], [way.after.mean for way in told]][0 if place else 1 :]
        for trace, expected, mark in zip(chart.figure.data, ends, (0, place), strict=bool(place)):
            assert list(trace.x) == pytest.approx(expected, abs=0.006)
            assert set(trace.marker.color) == {LIGHT.series[mark]}
            assert trace.name == short_name(found.case, found.options[mark].id)
        access = one.access
        assert access is not None
        means = dict(zip([each.name for each in access.constituents], access.minutes.mean(axis=1), strict=True))
        assert [way.after.mean for way in told] == pytest.approx([means[way.name] for way in told], rel=1e-12)


def test_scores_of_all_options_stand_under_each_group(outcome: Outcome) -> None:  # noqa: F811
    found = drawn(outcome)
    measured = [one for one in (reach(found, each.id) for each in found.options) if one is not None]
    groups = list(dict.fromkeys(group.group for one in measured for group in one.groups))
    trace = charts.scores(found).figure.data[0]
    together = [one.score.mean for one in measured if one.score is not None]
    apart = [
        group.score.mean
        for name in groups
        for one in measured
        for group in one.groups
        if group.group == name and group.score is not None
    ]
    assert list(trace.x) == pytest.approx([*together, *apart], abs=0.006)
    assert set(trace.marker.color) <= set(LIGHT.series)
    bold = [one.text for one in charts.scores(found).figure.layout.annotations if one.text.startswith("<b>")]
    assert [one for one in bold if one[3].islower()] == []
    dark = charts.scores(found, dark=True).figure.data[0]
    assert [LIGHT.series.index(one) for one in trace.marker.color] == [
        DARK.series.index(one) for one in dark.marker.color
    ]


def test_minutes_are_sorted_by_loss(outcome: Outcome) -> None:  # noqa: F811
    found = drawn(outcome)
    for one in found.options:
        told = journeys(found, one.id)
        losses = [journey.after.mean - journey.before.mean for journey in told]
        assert losses == sorted(losses, reverse=True)
        known = counted_in_words([way.known_after for way in told])
        assert known in finding_minutes(found, one.id).alt
        for way in told:  # what is shown as added is the difference of what is shown
            assert way.change == round(way.after.mean) - round(way.before.mean)


def test_of_many_constituents_those_that_change_most_are_drawn(template: Outcome) -> None:  # noqa: F811
    first = template.case.constituents[0]
    east = [replace(first, name=f"c{n}", longitude=first.longitude + n / 500) for n in range(100)]
    many = colocate.evaluate(replace(template.case, constituents=tuple(east), travel_times=()), 16)
    told = journeys(many, "move")
    shown = widest(told)
    assert len(shown) == 40
    assert min(abs(one.change) for one in shown) >= max(abs(one.change) for one in told if one not in shown)
    assert list(shown) == [one for one in told if one in shown]
    chart = charts.minutes(many, "move")
    assert "the 40 that change most, of 100" in chart.figure.layout.xaxis.title.text.replace("<br>", " ")
    assert "60 others change less." in chart.alt
    assert sum(len(trace.x) for trace in chart.figure.data) == 2 * 40
    few = charts.minutes(many, "move", most=10, briefly=True)
    assert sum(len(trace.x) for trace in few.figure.data) == 2 * 10


def test_without_ranges_nothing_speaks_of_futures() -> None:
    doors = option("stay", place=PLACE), option("move", place=PLACE | {"longitude": 0.1})
    found = colocate.evaluate(office_case(*doors, table="Union,workers,0,0,10,0,,\n", access=ACCESS), 16)
    for chart in every_chart(found):
        assert "futures" not in chart.figure.to_json()
        assert "futures" not in chart.alt


def test_a_case_without_access_is_told_in_words() -> None:
    bare = colocate.evaluate(office_case(), 16)
    for chart in every_chart(bare):
        assert "does not say" in chart.title
        assert len(chart.figure.data) == 0


@pytest.mark.parametrize("name", [BAD, "x" * 500, "ONE\nTWO\tTHREE", "Büro für Zusammenarbeit 办公室"])
def test_names_are_shown_as_they_are_written(template: Outcome, name: str) -> None:  # noqa: F811
    for chart in every_chart(drawn(renamed(template, name))):
        for words in walk(json.loads(chart.figure.to_json())):
            if isinstance(words, str):
                bare = words.replace("<br>", "").replace("<b>", "").replace("</b>", "").replace("<extra></extra>", "")
                assert "<" not in bare, words
