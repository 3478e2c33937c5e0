"""The first page without a mouse: a lever, what it changes, and a scenario kept, in a real browser."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui.browsing import MAIN, Visit

STRIP = f"{MAIN} h2:has-text('Original beside mine')"
SENTENCE = "h1.co-verdict"

pytestmark = pytest.mark.browser


def focus_is_seen(visit: Visit) -> None:
    """What has the keyboard, or what is drawn for it close by, has an outline of at least two pixels."""
    seen = visit.page.evaluate("""() => {
        const ringed = one => {
            const style = getComputedStyle(one);
            return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        };
        let one = document.activeElement;
        const hidden = one.getBoundingClientRect().width <= 1 || getComputedStyle(one).opacity === '0';
        if (!hidden && ringed(one)) return true;
        for (let step = 0; step < 4; step += 1) {
            one = one.parentElement;
            if (ringed(one) || [...one.children].some(ringed)) return true;
        }
        return false;
    }""")
    assert seen, f"nothing shows that {visit.focused()} has the keyboard"


def test_every_stop_of_the_tab_key_is_seen(app: str, browser: Any) -> None:
    visit = Visit(browser, 1280, "light")
    try:
        visit.open_page(app, "Decision", case="hanoi")
        stops = []
        for _ in range(60):
            visit.page.keyboard.press("Tab")
            if visit.page.evaluate("document.activeElement === document.body"):
                break
            focus_is_seen(visit)
            stops.append(visit.focused())
        else:
            pytest.fail("the tab key comes to no end")
        assert len(stops) > 20
    finally:
        visit.close()


def test_a_lever_is_moved_a_scenario_kept_and_all_reset_by_keyboard(app: str, browser: Any) -> None:
    visit = Visit(browser, 1280, "light")
    page, keys = visit.page, visit.page.keyboard
    try:
        visit.open_page(app, "Decision", case="hanoi")
        before = page.locator(SENTENCE).inner_text()
        assert page.locator(STRIP).count() == 0

        visit.tab_to("Rent at renewal")
        assert visit.focused().endswith("|input")
        focus_is_seen(visit)
        was = float(page.evaluate("document.activeElement.value"))
        keys.press("ArrowRight")
        page.locator(STRIP).wait_for(timeout=60_000)
        visit.settle()
        assert float(page.evaluate("document.activeElement.value")) > was, "the lever keeps the keyboard"
        focus_is_seen(visit)
        assert f"held at {was + 1:.0f} " in page.locator(MAIN).inner_text()

        visit.tab_to("Name, keep or share")
        focus_is_seen(visit)
        keys.press("Enter")
        page.get_by_role("textbox", name="Name of this scenario", exact=True).wait_for(timeout=20_000)
        visit.settle()
        visit.tab_to("Name of this scenario|")
        focus_is_seen(visit)
        keys.type("Dearer rent")
        visit.tab_to("Keep|")
        focus_is_seen(visit)
        keys.press("Enter")
        page.get_by_role("combobox", name="Scenario shown").wait_for(timeout=20_000)
        visit.settle()
        page.wait_for_function("location.search.includes('Dearer')")

        visit.tab_to("Reset all")
        focus_is_seen(visit)
        keys.press("Enter")
        page.locator(STRIP).wait_for(state="detached", timeout=60_000)
        visit.settle()
        assert page.locator(SENTENCE).inner_text() == before
        visit.nothing_is_wrong()
    finally:
        visit.close()
