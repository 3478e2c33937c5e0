"""The page Weighing in a real browser: its result at two widths, light and dark, and the whole way by keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ui.browsing import MOST_HEIGHT, SCHEMES, WIDTHS, Visit

HEADLINE = ".co-headline"

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_result_looks_right(app: str, browser: Any, pictures: Path, scheme: str, width: int) -> None:
    visit = Visit(browser, width, scheme)
    try:
        seen = "seen=money~80,access~100,mandate~90,government~50"
        visit.open(f"{app}/weighing?case=regional-office&{seen}", "What no weight can do")
        if width == WIDTHS[0]:
            assert visit.height() <= MOST_HEIGHT
        visit.unfold()
        visit.page.get_by_text("Each mark stands for one set of weights").wait_for(timeout=20_000)
        visit.settle()
        assert visit.page.locator(".main-svg").count() >= 5
        visit.picture(pictures / f"weighing-result-{width}-{scheme}.png")
        visit.nothing_is_cut_off()
        visit.nothing_is_wrong()
    finally:
        visit.close()


def test_the_whole_page_can_be_gone_through_with_the_keyboard(app: str, browser: Any) -> None:
    visit = Visit(browser, 1280, "light")
    page, keys = visit.page, visit.page.keyboard
    try:
        visit.open(f"{app}/weighing?case=regional-office", "Check: compare two swings")
        assert page.locator(HEADLINE).count() == 0

        visit.tab_to("Money: from USD")
        keys.press("ArrowDown")
        keys.press("ArrowDown")
        keys.press("Enter")
        page.get_by_text("these are your weights").wait_for(timeout=20_000)
        visit.settle()
        assert page.evaluate("document.activeElement.value") == "70"

        visit.tab_to("Access: from")
        keys.press("Control+A")
        keys.type("40")
        keys.press("Enter")
        page.wait_for_function("decodeURIComponent(location.search).includes('access~40')")
        visit.settle()

        visit.tab_to("Check: compare two swings")
        keys.press("Enter")
        visit.settle()
        visit.tab_to("Money, from worst to best: against access it is")
        keys.press("ArrowUp")  # opens the list, one above the answer that is there
        page.wait_for_function("document.activeElement.getAttribute('aria-expanded') === 'true'")
        keys.press("Enter")
        page.wait_for_function("decodeURIComponent(location.search).includes('money~more~access')")
        visit.settle()
        assert page.locator(HEADLINE).count() == 0, "the result waits until it is asked for"

        visit.tab_to("Show what these weights give")
        keys.press("Enter")
        page.locator(HEADLINE).wait_for(timeout=20_000)
        visit.settle()
        said = page.locator(HEADLINE).inner_text()
        assert said.startswith("With these weights, ")
        assert "of 100 points" in said
        visit.nothing_is_wrong()
    finally:
        visit.close()
