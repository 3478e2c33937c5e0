"""Levers and scenarios in a real browser, by keyboard where a hand would use it, and a link opened in another one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui.browsing import SCREENS, Visit

RENT = "options%5Bmove%5D.lease.renewal.rent"
NAME = "Rent at renewal (UN House) (USD per m2 per month)"
MOST_OF_A_SCREEN = 0.6
"""Part of a telephone's screen that the strip may take, with a scenario's name and the choice between scenarios."""

pytestmark = pytest.mark.browser


def said(visit: Visit, words: str) -> None:
    visit.page.get_by_text(words).first.wait_for(timeout=30_000)
    visit.settle()


def press(visit: Visit, name: str) -> None:
    visit.page.get_by_role("button", name=name, exact=True).first.click()
    visit.settle()


def typed(visit: Visit, label: str, words: str, role: str = "spinbutton") -> None:
    visit.page.get_by_role(role, name=label, exact=True).fill(words)
    visit.page.keyboard.press("Enter")
    visit.settle()


def test_a_lever_is_held_typed_given_a_range_and_reset(app: str, browser: Any) -> None:
    visit = Visit(browser, 1280, "light")
    try:
        visit.open(app, "What decides most")
        slider = visit.page.get_by_role("slider", name=NAME, exact=True)
        slider.wait_for()
        slider.focus()
        visit.page.keyboard.press("ArrowRight")
        said(visit, "11 in every future.")
        said(visit, "Original beside mine")
        assert f"{RENT}=11" in visit.page.url
        press(visit, "Type it, change the range")
        said(visit, "0 or more.")
        typed(visit, "Hold at exactly", "80")
        said(visit, "80 in every future.")
        assert slider.get_attribute("max") == "80"
        for label, value in (("Low", "5"), ("Most likely", "6"), ("High", "9")):
            visit.page.get_by_role("spinbutton", name=label, exact=True).fill(value)
        press(visit, "Change the range")
        said(visit, "5 to 9, most likely 6.")
        assert f"{RENT}.high=9&{RENT}.low=5&{RENT}.mode=6" in visit.page.url
        press(visit, "Reset")
        said(visit, "0 to 35, most likely 10")
        assert "rent" not in visit.page.url
        assert visit.page.get_by_text("Original beside mine").count() == 0
        visit.nothing_is_wrong()
    finally:
        visit.close()


def test_a_scenario_is_kept_and_its_link_opens_it_in_another_browser(app: str, browser: Any) -> None:
    visit = Visit(browser, 1280, "light")
    try:
        visit.open(f"{app}/?{RENT}=0&book=un-family", "Original beside mine")
        visit.page.get_by_text("Name, keep or share this scenario").click()
        visit.page.get_by_role("textbox", name="Name of this scenario", exact=True).fill("Signed: nothing & 100 %")
        press(visit, "Keep")
        said(visit, "Scenario shown")
        link = visit.page.locator('[data-testid="stCode"] code.language-plaintext').inner_text().strip()
        headline = visit.page.locator("h1").inner_text()
        table = visit.page.locator("table.co-table").first.inner_text()
        visit.nothing_is_wrong()
    finally:
        visit.close()
    other = Visit(browser, 390, "dark")
    try:
        other.open(link, "Original beside mine")
        strip = other.page.locator(".st-key-strip").bounding_box()
        assert strip["height"] <= MOST_OF_A_SCREEN * SCREENS[390]
        assert other.page.locator("h1").inner_text() == headline
        assert other.page.locator("table.co-table").first.inner_text().split() == table.split()
        box = other.page.get_by_role("combobox", name="Scenario shown")
        assert box.input_value() == "Signed: nothing & 100 %"
        other.nothing_is_cut_off()
        other.nothing_is_wrong()
    finally:
        other.close()


def test_every_slider_is_announced_once(app: str, browser: Any) -> None:
    visit = Visit(browser, 1280, "light")
    try:
        visit.open(app, "What decides most")
        visit.page.get_by_text("Shared figures").first.click()
        visit.settle()
        named = visit.page.locator('[data-testid="stSidebar"]').aria_snapshot().splitlines()
        names = [line.split('"')[1] for line in named if line.strip().startswith('- slider "')]
        assert len(names) > 3
        assert NAME in names
        labels = visit.page.locator('[data-testid="stSidebar"] .stSlider [data-testid="stWidgetLabel"] p')
        assert names == labels.all_inner_texts()
        assert not [line for line in named if line.strip().startswith('- group "')]
        visit.page.get_by_role("link", name="Figures").click()
        said(visit, "figures are assumed")
        assert len(visit.page.get_by_role("slider").all()) == len(names), "a group stays open from page to page"
        visit.nothing_is_wrong()
    finally:
        visit.close()
