"""The plan as a chart: circles are circles, lines tell what they mean, the list names everything, and it prints."""

from __future__ import annotations

import json
from typing import Any

import pytest

from colocate import charts
from colocate.analysis.access.labels import Paper
from colocate.analysis.access.plan import plan_of
from colocate.charts.colours import DARK, LIGHT
from colocate.charts.places import LONGER, OTHERWISE
from colocate.model.evaluate import evaluate
from colocate.model.futures import Futures
from colocate.model.outcome import Outcome
from tests.charts.test_charts import contrast
from tests.drawn import drawn as futures_of
from tests.examples import ACCESS, PLACE, office_case, option
from tests.outcomes import BAD, outcome, renamed, template  # noqa: F401

TABLE = "Ministry,government,0.1,0,30,10,,\nFederation,employers,0,0.3,5,20,,\nUnion,workers,0,-0.2,8,0,,\n"


def example(**access: Any) -> Futures:
    doors = option("stay", place=PLACE), option("move", place=PLACE | {"longitude": 0.1})
    case = office_case(
        *doors, table=TABLE, times="Ministry,move,20\n", access=ACCESS | {"travel_times": "times.csv"} | access
    )
    return evaluate(case, 1)


def layout(found: Futures, name: str = "move", *, dark: bool = False) -> dict[str, Any]:
    drawn: dict[str, Any] = json.loads(charts.plan(found, name, dark=dark).figure.to_json())["layout"]
    return drawn


def lines(found: Futures, name: str = "move") -> list[tuple[float, str]]:
    """Width and dash of the line to each constituent, in the order of their numbers."""
    plan = plan_of(found, name)
    assert plan is not None
    ways = [one for one in layout(found, name)["shapes"] if one["type"] == "line" and one.get("layer") == "below"]
    assert len(ways) == len(plan.spots)
    return [(one["line"]["width"], one["line"]["dash"]) for one in ways]


def test_a_kilometre_is_as_long_across_as_upwards(outcome: Outcome) -> None:  # noqa: F811
    for one in outcome.options:
        drawn = layout(futures_of(outcome), one.id)
        if "yaxis2" not in drawn:
            continue
        paper = Paper()
        assert drawn["yaxis"]["scaleanchor"] == "x"
        across = drawn["xaxis"]["range"][1] - drawn["xaxis"]["range"][0]
        upwards = drawn["yaxis"]["range"][1] - drawn["yaxis"]["range"][0]
        assert across / upwards == pytest.approx(paper.width / paper.height, rel=1e-3)
        room = drawn["height"] - drawn["margin"]["t"] - drawn["margin"]["b"]
        low, high = drawn["yaxis"]["domain"]
        assert (high - low) * room == pytest.approx(paper.height, abs=1)
        assert drawn["yaxis2"]["range"][0] == pytest.approx(low * room, abs=1)  # the list is as high as it needs
        for ring in (shape for shape in drawn["shapes"] if shape["type"] == "circle"):
            assert ring["x1"] - ring["x0"] == pytest.approx(ring["y1"] - ring["y0"], abs=1e-3)


def test_width_tells_longer_and_dashes_tell_worked_out_from_distance() -> None:
    # Union loses 22 minutes; the ministry goes from 22 to a measured 20; the federation gains 22.
    assert lines(example()) == [(LONGER, "dash"), (OTHERWISE, "solid"), (OTHERWISE, "dash")]


def test_an_own_estimate_is_drawn_as_known() -> None:
    found = example(estimates=[{"constituent": "Union", "option": "move", "minutes": 60}])
    assert lines(found)[0] == (LONGER, "solid")


def test_every_constituent_has_its_groups_shape_on_the_plan_and_in_the_list() -> None:
    data = json.loads(charts.plan(example(), "move").figure.to_json())["data"]
    on_plan = [one["marker"] for one in data if one.get("yaxis") is None]
    listed = [one["marker"] for one in data if one.get("yaxis") == "y2"]
    looks = {(one["symbol"], one["color"]) for one in listed}
    assert looks == {(one["symbol"], one["color"]) for one in on_plan}
    assert len({symbol for symbol, _colour in looks}) == 4  # doors, and three groups
    assert {colour for symbol, colour in looks if symbol != "pentagon"} == {LIGHT.text}  # colours are for options


def test_the_list_names_every_door_constituent_and_line(outcome: Outcome) -> None:  # noqa: F811
    for one in outcome.options:
        plan = plan_of(futures_of(outcome), one.id)
        if plan is None:
            continue
        words = " ".join(
            note["text"].replace("<br>", " ") for note in layout(futures_of(outcome), one.id)["annotations"]
        )
        for spot in plan.spots:
            assert f"{spot.number} {spot.name}".replace("&", "&amp;") in words
        for door in plan.doors:
            assert door.letters in words
        assert "Dashes: minutes worked out from distance." in words


def test_names_of_any_length_stay_names(template: Outcome) -> None:  # noqa: F811
    for name in (BAD, "x" * 300):
        text = charts.plan(futures_of(renamed(template, name)), "move").figure.to_json()
        assert "<script" not in text
        assert "javascript:" not in text or "&lt;a href" in text


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_lines_and_rings_can_be_seen(look: Any) -> None:
    drawn = layout(example(), dark=look is DARK)
    for shape in drawn["shapes"]:
        assert contrast(shape["line"]["color"], look.background) >= 3  # WCAG 2.2, 1.4.11


def test_a_saved_picture_has_room_for_the_list(outcome: Outcome) -> None:  # noqa: F811
    """Every entry of the list ends above the foot of its sheet, and begins below the one before."""
    for one in outcome.options:
        chart = charts.plan(futures_of(outcome), one.id)
        for sheet in (charts.SLIDE, charts.PAGE):
            figure = charts.laid_out(chart, "foot", sheet).figure
            if chart.labels is None:
                continue
            notes = figure["layout"]["annotations"][chart.labels.first : -1]
            ends = [note["y"] + 19 * (note["text"].count("<br>") + 1) for note in notes]
            assert max(ends) <= figure["layout"]["yaxis2"]["range"][0]
            assert all(note["y"] >= end for note, end in zip(notes[1:], ends, strict=False))
