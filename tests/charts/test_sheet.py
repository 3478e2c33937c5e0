"""Charts on slides and on paper: the finding whole, the foot, labels beside their rows, and figures behind each."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from plotly.graph_objects import Figure  # type: ignore[import-untyped]

from colocate.charts import PAGE, SLIDE, Chart, Laid, Sheet, laid_out
from colocate.charts.lettering import fitting, width_of
from colocate.charts.sheet import TALLEST
from colocate.export.pictures import every_chart
from colocate.model.evaluate import evaluate
from colocate.model.outcome import Outcome
from colocate.words import chart_columns as columns
from tests.outcomes import BAD, outcome, renamed, template  # noqa: F401

FOOT = "An office · decision date 1 January 2026 · case version 12345678 · 3 of 9 figures assumed"


DRAWN: dict[str, tuple[Chart, ...]] = {}


def charts_of(found: Outcome) -> tuple[Chart, ...]:
    """Every chart of a case that needs no sensitivity, drawn once for all tests."""
    if found.case.title not in DRAWN:
        groups = every_chart(evaluate(found.case, 32))
        DRAWN[found.case.title] = tuple(chart for _heading, several in groups for chart in several)
    return DRAWN[found.case.title]


def words(text: str) -> str:
    return re.sub(r"\s+", "", re.sub(r"<br>|</?b>", "", text)).replace("&#36;", "$")


def laid(chart: Chart, sheet: Sheet) -> Laid:
    return laid_out(chart, FOOT, sheet)


@pytest.mark.parametrize("sheet", [SLIDE, PAGE], ids=["slide", "page"])
def test_title_and_foot_are_whole_and_what_is_drawn_stays(outcome: Outcome, sheet: Sheet) -> None:  # noqa: F811
    for chart in charts_of(outcome):
        one, before = laid(chart, sheet), chart.figure.to_dict()
        layout = one.figure["layout"]
        assert words(layout["title"]["text"]).replace("&amp;", "&") == words(chart.title)
        assert words(layout["annotations"][-1]["text"]) == words(FOOT)
        assert len(one.figure["data"]) == len(before["data"])
        assert len(layout["annotations"]) == len(before["layout"].get("annotations", ())) + 1
        for mine, old in zip(one.figure["data"], before["data"], strict=True):
            assert list(mine["x"]) == list(old["x"])
        assert one.height >= layout["margin"]["t"] + layout["margin"]["b"]
        assert one.image[0] == sheet.pixels
        assert sheet is PAGE or one.image[1] == 1080
        assert one.image[0] / one.image[1] == pytest.approx(one.width / one.height, rel=0.005)


@pytest.mark.parametrize("sheet", [SLIDE, PAGE], ids=["slide", "page"])
def test_a_legend_ends_above_the_foot(outcome: Outcome, sheet: Sheet) -> None:  # noqa: F811
    """Its names stand in columns of one width, as many as fit below the plot, each line 20 pixels or more."""
    for chart in charts_of(outcome):
        layout = laid_out(chart, f"{FOOT} · {FOOT}", sheet).figure["layout"]
        if not layout.get("showlegend"):
            continue
        margin, lines = layout["margin"], layout["annotations"][-1]["text"].count("<br>") + 1
        drawn = chart.figure.to_dict()["data"]
        names = [one["name"] for one in drawn if one.get("name") and one.get("showlegend", True)]
        plot = layout["width"] - margin["l"] - margin["r"]
        widest = 46 + max(width_of(part, 14) for name in names for part in name.split("<br>"))
        rows = -(-len(names) // max(1, int(plot // widest)))
        top = -layout["legend"]["y"] * (layout["height"] - margin["t"] - margin["b"])
        foot = 14 + 1.3 * lines * layout["annotations"][-1]["font"]["size"]
        assert top + 20 * rows <= margin["b"] - foot, chart.title


def test_no_image_is_higher_than_a_browser_draws(template: Outcome) -> None:  # noqa: F811
    chart = next(one for one in charts_of(template) if one.labels is not None and one.labels.middles)
    rows = range(1600)
    assert chart.labels is not None
    first = chart.figure.layout.annotations[chart.labels.first].to_plotly_json()
    figure = Figure(layout=chart.figure.layout)
    figure.layout.annotations = [first for _ in rows]
    labels = replace(chart.labels, first=0, texts=("Row",) * len(rows), middles=tuple(60.0 * one for one in rows))
    one = laid(replace(chart, figure=figure, labels=labels), PAGE)
    assert one.height > 40_000
    assert one.image[1] <= TALLEST
    assert one.image[0] / one.image[1] == pytest.approx(one.width / one.height, rel=0.01)


def test_rows_keep_their_order_and_each_its_marks_and_its_label(outcome: Outcome) -> None:  # noqa: F811
    """What lies in a row of the drawing lies in the same row, and no two rows touch."""
    for chart in charts_of(outcome):
        if chart.labels is None or not chart.labels.middles:
            continue
        figure, before, labels = laid(chart, SLIDE).figure, chart.figure.to_dict(), chart.labels
        places = range(labels.first, labels.first + len(labels.texts))
        middles = [figure["layout"]["annotations"][place]["y"] for place in places]
        assert middles == sorted(middles)
        heights = [figure["layout"]["annotations"][place]["text"].count("<br>") * 19 + 19 for place in places]
        for place in range(len(middles) - 1):
            half = max(labels.half, heights[place] / 2) + max(labels.half, heights[place + 1] / 2)
            assert middles[place + 1] - middles[place] >= half - 0.01, chart.file_name
        moved = dict(zip(labels.middles, middles, strict=True))
        for mine, old in zip(figure["data"], before["data"], strict=True):
            for new, y in zip(mine["y"], old["y"], strict=True):
                row = min(labels.middles, key=lambda middle: abs(middle - y))
                assert new - moved[row] == pytest.approx(y - row, abs=0.01), chart.file_name


def test_laying_out_changes_nothing_of_the_chart(template: Outcome) -> None:  # noqa: F811
    for chart in charts_of(template):
        before = chart.figure.to_json()
        assert laid(chart, SLIDE) == laid(chart, SLIDE)
        assert chart.figure.to_json() == before


def test_names_are_no_markup_on_a_sheet(template: Outcome) -> None:  # noqa: F811
    for chart in charts_of(renamed(template, BAD)):
        text = str(laid(chart, SLIDE).figure)
        assert "<script" not in text
        assert "<a href" not in text
        assert "%{x} $a$" not in text


def test_every_chart_has_its_figures_as_a_table(outcome: Outcome) -> None:  # noqa: F811
    for chart in charts_of(outcome):
        assert bool(chart.data.rows) == bool(chart.figure.data), chart.file_name
        assert all(len(row) == len(chart.data.columns) for row in chart.data.rows)


def test_no_table_has_two_columns_of_one_name() -> None:
    for name, one in vars(columns).items():
        if isinstance(one, tuple):
            assert len(one) == len(set(one)), name


def test_the_table_holds_what_is_drawn(template: Outcome) -> None:  # noqa: F811
    drawn = {chart.file_name: chart for chart in charts_of(template)}
    costs = drawn["colocate-costs-agency"]
    assert [row[3] for row in costs.data.rows] == pytest.approx(list(costs.figure.data[0].x), abs=0.01)
    added = drawn["colocate-cumulative-cost-agency"]
    for trace, option in zip(added.figure.data, template.options, strict=True):
        told = [row[4] for row in added.data.rows if row[0] == option.id]
        assert told == pytest.approx(list(trace.y), abs=0.01)


@pytest.mark.parametrize("text", ["one two three", "x" * 500, "", "W" * 40 + " ii", "河内 " * 60])
@pytest.mark.parametrize("room", [120.0, 700.0])
def test_lines_that_fit_lose_no_letter(text: str, room: float) -> None:
    lines = fitting(text, room, 20.0, most=99)
    assert words("".join(lines)) == words(text)
    assert all(width_of(line, 20.0) <= room + 1e-6 or len(line) == 1 for line in lines)


def test_what_no_sheet_can_hold_is_cut_in_the_end() -> None:
    lines = fitting("name " * 6400, 700.0, 20.0)
    assert len(lines) == 12
    assert lines[-1].endswith(" ...")
