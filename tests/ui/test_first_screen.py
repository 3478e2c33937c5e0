"""The first page at a glance, in a real browser: sentence, tiles and box, on one screen and in few words."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui.browsing import CASES, SCREENS, WIDTHS, Visit

SENTENCE, TILES, BOX = "h1.co-verdict", ".co-tiles", ".co-before"
MOST_WORDS, MOST_WORDS_OF_THE_SENTENCE = 120, 20
SCREENS_OF_A_TELEPHONE = 2

pytestmark = pytest.mark.browser


def words(visit: Visit, part: str) -> list[str]:
    """The words of one part as they are shown; a figure is one word, a lone sign or mark none."""
    shown = visit.page.locator(part).inner_text().split()
    return [one for one in shown if any(sign.isalnum() for sign in one)]


def edges(visit: Visit, part: str) -> tuple[float, float]:
    """Top and bottom of one part, in pixels from the top of the window."""
    box = visit.page.locator(part).bounding_box()
    return box["y"], box["y"] + box["height"]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("case", CASES)
def test_the_answer_is_seen_at_once(app: str, browser: Any, case: str, width: int) -> None:
    """The line above, which only names the case, is not counted; nor are labels that a telephone shows again."""
    visit = Visit(browser, width, "light")
    try:
        visit.open_page(app, "Decision", case=case)
        places = [edges(visit, part) for part in (SENTENCE, TILES, BOX)]
        tops = [top for top, _ in places]
        assert tops == sorted(tops), "the sentence, the pictures, what to do before deciding: in this order"
        most = SCREENS[width] * (1 if width == WIDTHS[0] else SCREENS_OF_A_TELEPHONE)
        assert max(bottom for _, bottom in places) <= most
        said = words(visit, SENTENCE)
        assert 3 <= len(said) <= MOST_WORDS_OF_THE_SENTENCE, said
        if width == WIDTHS[0]:
            every = [*said, *words(visit, TILES), *words(visit, BOX)]
            assert len(every) <= MOST_WORDS, f"{len(every)} words: {' '.join(every)}"
    finally:
        visit.close()
