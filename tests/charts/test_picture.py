"""The light picture of the first screen: the same figures as the chart, round ticks, names as they are written."""

from __future__ import annotations

import base64
import re

import pytest

from colocate.analysis.money.axis_ticks import ticks_of
from colocate.charts import cumulative_cost
from colocate.charts.picture import HEIGHT, UNITS, cumulative_picture
from colocate.model.outcome import Outcome
from tests.outcomes import BAD, outcome, renamed, template  # noqa: F401


def image(html: str) -> str:
    found = re.search(r"base64,([A-Za-z0-9+/=]+)", html)
    assert found is not None
    return base64.b64decode(found[1]).decode()


def test_the_lines_are_those_of_the_chart(outcome: Outcome) -> None:  # noqa: F811
    picture, chart = cumulative_picture(outcome), cumulative_cost(outcome)
    assert (picture.title, picture.alt) == (chart.title, chart.alt)
    lines = re.findall(r'points="([^"]*)"', image(picture.html))
    traces = chart.figure.data
    assert len(lines) == len(traces) == len(outcome.options)
    values = [value for trace in traces for value in trace.y]
    ticks = ticks_of(min(values), max(values))
    for line, trace in zip(lines, traces, strict=True):
        points = [tuple(map(float, point.split(","))) for point in line.split()]
        assert [x for x, _ in points] == pytest.approx([UNITS * year / trace.x[-1] for year in trace.x], abs=0.06)
        back = [ticks[-1] - y / UNITS * (ticks[-1] - ticks[0]) for _, y in points]
        assert back == pytest.approx(list(trace.y), abs=1e-4 * (ticks[-1] - ticks[0]))


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 100, [0, 20, 40, 60, 80, 100]),
        (-40, 100, [-50, 0, 50, 100]),
        (0, 0, [0, 1]),
        (5, 7, [0, 2, 4, 6, 8]),
        (0, 4_300_000, [0, 1e6, 2e6, 3e6, 4e6, 5e6]),
    ],
)
def test_ticks_are_round_and_hold_all_values_and_nothing(low: float, high: float, ticks: list[float]) -> None:
    assert ticks_of(low, high) == pytest.approx(ticks)


def test_it_is_small_and_needs_no_script(outcome: Outcome) -> None:  # noqa: F811
    for dark in (False, True):
        html = cumulative_picture(outcome, dark=dark).html
        assert len(html) < 6_000
        assert "<script" not in html
        assert "nan" not in html.lower().split("base64,")[0]


def test_names_are_shown_as_they_are_written(template: Outcome) -> None:  # noqa: F811
    html = cumulative_picture(renamed(template, BAD)).html
    assert "<script" not in html
    assert "<b>" not in html
    assert "javascript:1&#x27;" in html or "javascript" not in html


def test_the_image_has_its_finding_as_its_alternative(template: Outcome) -> None:  # noqa: F811
    picture = cumulative_picture(template)
    alt = re.search(r'alt="([^"]*)"', picture.html)
    assert alt is not None
    assert alt[1].replace("&#x27;", "'") == picture.title
    assert f"height:{HEIGHT}px" in picture.html
