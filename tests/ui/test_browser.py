"""The app in a real browser: every page at two widths, light and dark, and nothing wrong on the way.

Every page of every case too with COLOCATE_WHOLE=1, which takes minutes more.
The pictures of the first screens go to the folder named by COLOCATE_PICTURES, else to pytest's own.
COLOCATE_NEEDS_BROWSER=1 (as in CI) turns a missing Chromium into a failure.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from colocate.casefile.reading import load_case
from tests.documents import LARGEST, ROOT
from tests.examples import WHOLE
from tests.ui.browsing import CASES, LINKS, MOST_HEIGHT, PAGES, SCHEMES, WIDTHS, Visit
from tests.ui.reachable import nothing_shuts_out

pytestmark = pytest.mark.browser


def is_visited(name: str, case: str, width: int) -> bool:
    """Whether a page is looked at: all of them when asked for, else those that differ most."""
    widest = case == LARGEST and width == WIDTHS[0]
    return WHOLE or case == CASES[0] or name == "Decision" or widest


VISITS = [(*one, width) for one in product(PAGES, CASES) for width in WIDTHS if is_visited(*one, width)]


@pytest.mark.parametrize(("name", "case", "width"), VISITS)
def test_every_page_looks_right(app: str, browser: Any, pictures: Path, name: str, case: str, width: int) -> None:
    """Nothing sticks out; on a wide screen the page is short, and shuts out nobody, light or dark."""
    wide = width == WIDTHS[0]
    visit = Visit(browser, width, SCHEMES[0])
    try:
        for scheme in SCHEMES:
            visit.page.emulate_media(color_scheme=scheme)
            visit.open_page(app, name, case=case)
            visit.page.screenshot(path=pictures / f"{PAGES[name] or 'decision'}-{case}-{width}-{scheme}.png")
            if wide and (case == CASES[0] or name == "Decision"):
                nothing_shuts_out(visit)
        visit.nothing_is_cut_off()
        if wide:
            assert visit.height() <= MOST_HEIGHT
        visit.nothing_is_wrong()
    finally:
        visit.close()


@pytest.mark.parametrize("name", PAGES)
def test_what_is_folded_looks_right(app: str, browser: Any, pictures: Path, name: str) -> None:
    """Opened on a telephone, nothing of it sticks out, and it shuts out nobody."""
    visit = Visit(browser, WIDTHS[1], "light")
    try:
        visit.open_page(app, name, case=CASES[0])
        visit.unfold()
        visit.nothing_is_cut_off()
        nothing_shuts_out(visit)
        visit.picture(pictures / f"{PAGES[name] or 'decision'}-unfolded.png")
        visit.nothing_is_wrong()
    finally:
        visit.close()


def test_the_way_from_page_to_page_is_one_line_and_says_where_one_is(app: str, browser: Any) -> None:
    title = load_case(ROOT / "data" / "hanoi.toml").title
    visit = Visit(browser, WIDTHS[0], "light")
    links = visit.page.get_by_test_id("stTopNavLink")
    try:
        visit.open_page(app, "Decision", case="hanoi")
        assert links.all_inner_texts() == list(LINKS)
        tops = {round(one.bounding_box()["y"]) for one in links.all()}
        assert len(tops) == 1
        for name in PAGES:
            visit.page.get_by_role("link", name=name, exact=True).click()
            visit.page.wait_for_function(f"document.title.startsWith('{name} · ')")
            visit.settle()
            assert visit.page.title() == f"{name} · {title}"
            assert visit.page.locator("[aria-current=page]").all_inner_texts() == [name]
        visit.nothing_is_wrong()
    finally:
        visit.close()


def test_the_name_of_the_first_page_leads_to_it(app: str, browser: Any) -> None:
    visit = Visit(browser, WIDTHS[0], "light")
    try:
        visit.open(f"{app}/decision?case=regional-office", "Before you decide")
        assert visit.page.get_by_text("Page not found").count() == 0
        assert visit.page.title().startswith("Decision · ")
        assert "case=regional-office" in visit.page.url
        visit.nothing_is_wrong()
    finally:
        visit.close()
