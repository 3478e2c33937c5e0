"""Levers: a moved one is held in every future, a range is changed beside it, and an address carries both."""

from __future__ import annotations

import re

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

import colocate
from colocate.casefile.changing import change
from colocate.casefile.reading import load_case
from colocate.ui import making, save, state
from colocate.ui.levers import step_of
from tests.documents import WITHOUT_THE_LARGEST
from tests.ui.test_pages import (
    CASES,
    DATA,
    headline,
    is_fine,
    lever_key,
    opened,
    started,
    texts,
    turned,
    upload,
    version,
)

RATE = "discounting.rate"
KEY = lever_key(RATE)
RENT = "options[move].lease.renewal.rent"
RENT_KEY = lever_key(RENT)


def address(app: AppTest) -> dict[str, str]:
    return {name: value if isinstance(value, str) else value[-1] for name, value in app.query_params.items()}


def shown(app: AppTest) -> state.Scene:
    scene: state.Scene = app.session_state[state.SCENE]
    return scene


def captions(app: AppTest) -> str:
    return " ".join(one.value for one in app.caption).replace("\u2060", "").replace("\\", "")


def rent_held_at(value: float) -> AppTest:
    """The app with the rent at renewal typed in."""
    app = started()
    app.button(key=f"open {RENT_KEY}").click().run()
    app.number_input(key=f"hold {RENT_KEY}").set_value(value).run()
    return app


@pytest.mark.parametrize("case", WITHOUT_THE_LARGEST)
@pytest.mark.slow
def test_every_lever_moves_to_both_ends_and_back(case: str) -> None:
    app = opened(started(case=case))
    first = headline(app)
    assert app.slider, "the case has levers"
    for key in [slider.key for slider in app.slider]:
        for end in ("min", "max"):
            slider = app.slider(key=key)
            slider.set_value(getattr(slider, end)).run()
            is_fine(app)
            assert app.slider(key=key).value == getattr(slider, end)
        app.button(key=f"reset {key}").click().run()
    assert set(app.query_params) <= {"case"}
    assert headline(app) == first


def test_every_lever_stands_once_and_those_that_decide_stand_first() -> None:
    app = started()
    assert app.slider[0].key == RENT_KEY
    assert 3 <= len(app.slider) <= 5
    levers = [one.path for one in load_case(DATA / "hanoi.toml").quantities.values() if one.lever]
    assert sorted(one.key for one in opened(app).slider) == sorted(lever_key(path) for path in levers)


def test_those_that_decide_keep_their_places_while_they_are_moved() -> None:
    app = started()
    before = [one.key for one in app.slider]
    app.slider(key=RENT_KEY).set_value(app.slider(key=RENT_KEY).min).run()
    assert [one.key for one in app.slider] == before


def test_a_moved_lever_is_held_in_every_future_until_it_is_reset() -> None:
    app = started()
    slider = app.slider(key=RENT_KEY)
    slider.set_value(slider.max).run()
    held = shown(app).outcome.case.quantities[RENT]
    assert (held.settled, held.is_uncertain) == (slider.max, False)
    assert RENT not in state_futures(app).figures
    assert "Set by you: 35 in every future. Before: 0 to 35, most likely 10." in captions(app)
    app.button(key=f"reset {RENT_KEY}").click().run()
    assert shown(app).outcome.case == load_case(DATA / "hanoi.toml")
    assert "Set by you" not in captions(app)


def state_futures(app: AppTest) -> colocate.model.futures.Futures:  # type: ignore[name-defined]
    return state.SHELF.find(app.session_state[state.FUTURES])


def test_a_lever_moved_back_to_its_most_likely_value_is_held_there() -> None:
    app = started()
    slider = app.slider(key=RENT_KEY)
    usual = slider.value
    slider.set_value(slider.max).run()
    app.slider(key=RENT_KEY).set_value(usual).run()
    assert address(app) == {RENT: f"{usual:g}"} | version()
    assert shown(app).outcome.case.quantities[RENT].settled == usual


def test_a_value_outside_the_range_can_be_typed() -> None:
    """A signed rent of 80, and a signed rent of nothing, which the range of this case just holds."""
    app = rent_held_at(80.0)
    is_fine(app)
    assert address(app) == {RENT: "80"} | version()
    assert app.slider(key=RENT_KEY).value == app.slider(key=RENT_KEY).max == 80.0
    case = change(load_case(DATA / "hanoi.toml"), {RENT: 80})
    for mine, wanted in zip(state_futures(app).options, colocate.evaluate(case, 2048).options, strict=True):
        for reading, money in wanted.money.items():
            assert np.array_equal(mine.money[reading].present_value, money.present_value)
    app.number_input(key=f"hold {RENT_KEY}").set_value(None).run()
    assert not address(app)


def test_a_field_says_what_is_allowed_and_refuses_the_rest() -> None:
    app = started()
    app.button(key=f"open {RENT_KEY}").click().run()
    assert "Allowed: 0 or more." in captions(app)
    assert app.number_input(key=f"hold {RENT_KEY}").min == 0
    app.button(key=f"open {RENT_KEY}").click().run()
    assert not [one for one in app.number_input if one.key == f"hold {RENT_KEY}"]


def test_a_range_is_changed_beside_its_lever() -> None:
    app = started()
    app.button(key=f"open {RENT_KEY}").click().run()
    for end, value in (("low", 5.0), ("mode", 6.0), ("high", 9.0)):
        app.number_input(key=f"{end} {RENT_KEY}").set_value(value)
    next(
        one
        for one in app.button
        if ("Change the range" in one.label and "form" in str(one.key).lower()) or one.label == "Change the range"
    ).click().run()
    is_fine(app)
    now = shown(app).outcome.case.quantities[RENT]
    assert (now.low, now.mode, now.high, now.settled) == (5.0, 6.0, 9.0, None)
    assert address(app) == {f"{RENT}.low": "5", f"{RENT}.mode": "6", f"{RENT}.high": "9"} | version()
    assert "Range set by you: 5 to 9, most likely 6. Before: 0 to 35, most likely 10." in captions(app)
    again = started(**address(app))
    assert shown(again).outcome.case == shown(app).outcome.case
    app.button(key=f"reset {RENT_KEY}").click().run()
    assert not address(app)


def test_a_range_that_cannot_be_is_told_and_the_last_state_stays() -> None:
    app = started()
    before = headline(app)
    app.button(key=f"open {RENT_KEY}").click().run()
    app.number_input(key=f"low {RENT_KEY}").set_value(50.0)
    next(one for one in app.button if one.label == "Change the range").click().run()
    assert len(app.error) == 1
    assert headline(app) == before
    assert not address(app)


def test_the_address_reopens_the_same_view() -> None:
    app = opened(started())
    slider = app.slider(key=KEY)
    slider.set_value(slider.max).run()
    app.selectbox(key="book").set_value("everyone").run()
    app.selectbox(key="view").set_value("cash and efficiency").run()
    turned(app, "money")
    app.selectbox(key="option").set_value("stay").run()
    assert address(app) == {"book": "everyone", "view": "cash-and-efficiency", "option": "stay", RATE: "8"} | version()
    again = opened(turned(started(**address(app)), "money"))
    assert address(again) == address(app)
    assert again.slider(key=KEY).value == slider.max
    assert [one.proto.body for one in again.get("html")] == [one.proto.body for one in app.get("html")]


def test_a_page_turned_keeps_the_levers_though_the_browser_empties_the_address() -> None:
    app = started()
    app.slider(key=RENT_KEY).set_value(35.0).run()
    app.query_params.clear()
    turned(app, "money")
    assert app.slider(key=RENT_KEY).value == 35.0
    assert address(app) == {RENT: "35"} | version()


def test_the_way_back_in_the_browser_takes_the_levers_back() -> None:
    app = started()
    usual = app.slider(key=RENT_KEY).value
    app.slider(key=RENT_KEY).set_value(35.0).run()
    app.query_params.clear()
    app.run()
    assert app.slider(key=RENT_KEY).value == usual


@pytest.mark.slow
def test_the_saved_case_holds_the_changes_and_the_comments() -> None:
    app = rent_held_at(0.0)
    scene = shown(app)
    text = save._text(scene).decode()
    assert text.splitlines()[0] == scene.source.text.splitlines()[0]
    assert len(text.splitlines()) == len(scene.source.text.splitlines())
    assert save._figures(scene).startswith(b"{")
    found = making._what_changes(scene, lambda _part: None)
    assert making._format("tables", "csv", scene, found, lambda _part: None).content.startswith(b"PK")
    charts = making._format("charts", "html", scene, found, lambda _part: None)
    assert b"<!doctype html>" in charts.content[:100]
    files = [("saved.toml", text.encode()), *((one.name, one.read_bytes()) for one in DATA.glob("hanoi*.csv"))]
    again = upload(started(), *files)
    is_fine(again)
    assert headline(again) == headline(app)
    assert "The case holds it at 0 in every future." in captions(opened(again))
    free = next(one for one in again.button if str(one.key).startswith("free "))
    free.click().run()
    assert headline(again) == headline(started())


def test_the_page_figures_shows_old_and_new() -> None:
    app = turned(rent_held_at(0.0), "figures")
    is_fine(app)
    table = next(text for text in texts(app) if "<table" in text and "Before" in text)
    assert re.search(r"0 to 35, most likely 10 USD per m2 per month.*held at 0 USD per m2 per month", table)


def test_the_page_figures_shows_which_past_projects_a_range_comes_from() -> None:
    app = turned(started(), "figures")
    is_fine(app)
    table = next(text for text in texts(app) if "<table" in text and "Range from 1 past project" in text)
    assert "The Green One UN House in Hanoi, people against plan" in table
    assert "such plans came to 0.65 to 0.95 times that. Source of the class: about 360 staff" in table


@pytest.mark.parametrize("case", CASES)
def test_a_step_reaches_low_mode_and_high(case: str) -> None:
    for one in load_case(DATA / f"{case}.toml").quantities.values():
        if one.lever and one.low < one.high:
            step = float(step_of(one.low, one.mode, one.high, one.unit))
            for end in (one.mode, one.high):
                steps = (end - one.low) / step
                assert steps == pytest.approx(round(steps), abs=1e-6), one.path
            assert 5 <= (one.high - one.low) / step <= 1000
