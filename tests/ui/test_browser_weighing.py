"""The page Weighing in a real browser: its result at two widths, light and dark, and the whole way by keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ui.browsing import SCHEMES, WIDTHS, Visit

MOST_TABS = 150
HEADLINE = ".co-headline"
MAIN = "[data-testid=stMain]"
MOST_HEIGHT = 2500
"""Pixels that the page may take on a wide screen while its details are folded."""

pytestmark = pytest.mark.browser


def focused(visit: Visit) -> str:
    """Give the name and the role of what has the keyboard."""
    said: str = visit.page.evaluate("""() => {
        const one = document.activeElement;
        const label = one.getAttribute('aria-label') || (one.labels && one.labels[0] && one.labels[0].innerText) || '';
        const fold = one.tagName === 'SUMMARY' && one.querySelector('p');  // beside it stands the name of an icon
        const role = one.getAttribute('role') || one.tagName.toLowerCase();
        return (label || (fold || one).innerText || '').trim() + '|' + role;
    }""")
    return said.replace("\u2060", "").replace("\xa0", " ")


def tab_to(visit: Visit, words: str) -> str:
    """Press Tab until something so named has the keyboard."""
    for _ in range(MOST_TABS):
        visit.page.keyboard.press("Tab")
        here = focused(visit)
        if here.startswith(words):
            return here
    raise AssertionError(f"the tab key does not reach {words}")


def height(visit: Visit) -> float:
    """Measure what the page shows, from its top to the end of its content."""
    found: float = visit.page.evaluate(
        "document.querySelector('[data-testid=stMainBlockContainer]').getBoundingClientRect().height"
    )
    return found


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_result_looks_right(app: str, browser: Any, pictures: Path, scheme: str, width: int) -> None:
    visit = Visit(browser, width, scheme)
    try:
        seen = "seen=money~80,access~100,mandate~90,government~50"
        visit.open(f"{app}/weighing?case=regional-office&{seen}", "What no weight can do")
        if width == WIDTHS[0]:
            assert height(visit) <= MOST_HEIGHT
        for fold in visit.page.locator(f"{MAIN} [data-testid=stExpander] summary").all():
            fold.click()
        visit.page.get_by_text("Each mark stands for one set of weights").wait_for(timeout=20_000)
        visit.settle()
        assert visit.page.locator(".main-svg").count() >= 5
        visit.picture(pictures / f"weighing-result-{width}-{scheme}.png")
        visit.nothing_is_cut_off()
        visit.nothing_is_wrong()
    finally:
        visit.context.close()


def test_the_whole_page_can_be_gone_through_with_the_keyboard(app: str, browser: Any) -> None:
    visit = Visit(browser, 1280, "light")
    page, keys = visit.page, visit.page.keyboard
    try:
        visit.open(f"{app}/weighing?case=regional-office", "Check: compare two swings")
        assert page.locator(HEADLINE).count() == 0

        tab_to(visit, "Money: from USD")
        keys.press("ArrowDown")
        keys.press("ArrowDown")
        keys.press("Enter")
        page.get_by_text("these are your weights").wait_for(timeout=20_000)
        visit.settle()
        assert page.evaluate("document.activeElement.value") == "70"

        tab_to(visit, "Access: from")
        keys.press("Control+A")
        keys.type("40")
        keys.press("Enter")
        page.wait_for_function("decodeURIComponent(location.search).includes('access~40')")
        visit.settle()

        tab_to(visit, "Check: compare two swings")
        keys.press("Enter")
        visit.settle()
        tab_to(visit, "Money, from worst to best: against Access it is")
        keys.press("ArrowUp")  # opens the list, one above the answer that is there
        page.wait_for_function("document.activeElement.getAttribute('aria-expanded') === 'true'")
        keys.press("Enter")
        page.wait_for_function("decodeURIComponent(location.search).includes('money~more~access')")
        visit.settle()
        assert page.locator(HEADLINE).count() == 0, "the result waits until it is asked for"

        tab_to(visit, "Show what these weights give")
        keys.press("Enter")
        page.locator(HEADLINE).wait_for(timeout=20_000)
        visit.settle()
        said = page.locator(HEADLINE).inner_text()
        assert said.startswith("With these weights, ")
        assert "of 100 points" in said
        visit.nothing_is_wrong()
    finally:
        visit.context.close()
