"""The app in a real browser: a picture of every page at two widths, light and dark, and nothing wrong on the way.

The pictures go to the folder named by COLOCATE_PICTURES, else to pytest's own. COLOCATE_NEEDS_BROWSER=1 (as in CI)
turns a missing Chromium into a failure.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ui.browsing import SCHEMES, WIDTHS, Visit

PAGES = {
    "decision": ("", "costs"),
    "how-sure": ("how-sure", "costs least on average"),
    "what-matters": ("what-matters", "The answer on money hangs on"),
    "money": ("money", "Key figures"),
    "access": ("access", "Who is worst served"),
    "mandate": ("mandate", "Gates"),
    "weighing": ("weighing", "Without any weights"),
    "figures": ("figures", "figures are assumed"),
}

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_looks_right(app: str, browser: Any, pictures: Path, name: str, scheme: str, width: int) -> None:
    path, words = PAGES[name]
    visit = Visit(browser, width, scheme)
    try:
        visit.open(f"{app}/{path}", words)
        visit.picture(pictures / f"{name}-{width}-{scheme}.png")
        visit.nothing_is_cut_off()
        visit.nothing_is_wrong()
    finally:
        visit.context.close()
