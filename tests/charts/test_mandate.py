"""The charts of the mandate: a bar is full to the lowest score and hatched to the highest, in its option's colour."""

from __future__ import annotations

import pytest

from colocate import charts
from colocate.analysis.mandate.answers import answers_by_theme
from colocate.charts import Chart
from colocate.charts.colours import LIGHT
from colocate.model.outcome import Outcome
from tests.outcomes import outcome  # noqa: F401


def bars(chart: Chart) -> tuple[list[float], list[float]]:
    """How far the full part and the hatched part of each bar go."""
    drawn = [trace for trace in chart.figure.data if not trace.showlegend]
    drawn = [trace for trace in drawn if trace.name is None]
    hatched = [trace for trace in drawn if trace.marker.pattern.shape == "/"]
    full = [sum(points) for points in zip(*(trace.x for trace in drawn if trace not in hatched), strict=True)]
    more = hatched[0].x if hatched else [0.0] * len(full)
    return full, [sum(both) for both in zip(full, more, strict=True)]


def test_bars_go_from_the_lowest_score_to_the_highest(outcome: Outcome) -> None:  # noqa: F811
    low, high = bars(charts.mandate(outcome))
    assert low == pytest.approx([option.mandate.low for option in outcome.options], abs=0.02)
    assert high == pytest.approx([option.mandate.high for option in outcome.options], abs=0.02)


def test_bars_of_the_themes_average_to_the_score(outcome: Outcome) -> None:  # noqa: F811
    low, _high = bars(charts.mandate_themes(outcome))
    themes = answers_by_theme(outcome)
    asked = [sum(next(iter(counts.values())).values()) for counts in themes.values()]
    for place, option in enumerate(outcome.options):
        of_themes = low[place :: len(outcome.options)]
        mean = sum(points * count for points, count in zip(of_themes, asked, strict=True)) / sum(asked)
        assert mean == pytest.approx(option.mandate.low, abs=0.02)


def test_colours_mean_options_and_patterns_answers(outcome: Outcome) -> None:  # noqa: F811
    chart = charts.mandate(outcome)
    own = [LIGHT.series[place] for place in range(len(outcome.options))]
    for trace in chart.figure.data:
        if trace.name is None:
            assert list(trace.marker.line.color) == own
        else:  # the key is grey
            assert list(trace.marker.line.color) == [LIGHT.quiet]
    patterns = [trace.marker.pattern.shape for trace in chart.figure.data if trace.name is not None]
    assert len(set(patterns)) == len(patterns)
