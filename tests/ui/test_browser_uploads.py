"""One's own case in a real browser: nothing of it is lost or mixed, whatever is uploaded and however one comes back.

Every page by its address, the way back; spoilt files one after another; words without a blank. What the browser keeps
stands in test_browser_kept.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from benchmarks.serving import free_port
from colocate.casefile.reading import load_case
from colocate.export.pages import page as exported_page
from colocate.model.evaluate import futures_of
from colocate.ui.picker import read_upload
from tests.documents import ROOT
from tests.ui.browsing import ANSWERED, LINKS, LOADED, MAIN, PAGES, SCREENS, WIDTHS, Visit, served
from tests.ui.hostile import TITLE, hostile_files

pytestmark = pytest.mark.browser

HANOI = load_case(ROOT / "data" / "hanoi.toml").title
MINE = "A case of my own"
Files = list[tuple[str, bytes]]


def mine(title: str = MINE) -> Files:
    """A small case under a title of one's own, with its table."""
    text = (ROOT / "data" / "national-coordinator.toml").read_text(encoding="utf-8")
    head = next(line for line in text.splitlines() if line.startswith("title = "))
    table = "national-coordinator-constituents.csv"
    return [
        ("mine.toml", text.replace(head, f'title = "{title}"').encode()),
        (table, (ROOT / "data" / table).read_bytes()),
    ]


def upload(visit: Visit, files: Files) -> None:
    """Choose files, and wait until the page has answered."""
    told = [{"name": name, "mimeType": "text/plain", "buffer": content} for name, content in files]
    with visit.page.expect_response(lambda answer: "upload_file" in answer.url):
        visit.page.locator("input[type=file]").set_input_files(told)
    visit.page.wait_for_timeout(ANSWERED)
    visit.settle(ANSWERED)


def turn(visit: Visit, name: str) -> None:
    visit.page.get_by_test_id("stTopNavLink").get_by_text(name, exact=True).click()
    visit.page.wait_for_function(f"document.title.startsWith('{name} · ')")
    visit.settle(LOADED)


def parameters(visit: Visit) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(visit.page.url).query))


def levers(visit: Visit) -> list[str]:
    """Give where every slider at the side stands."""
    stand: list[str] = visit.page.locator("[data-testid=stSidebar] input[type=range]").evaluate_all(
        "all => all.map(one => one.value)"
    )
    return stand


def case_shown(visit: Visit) -> str:
    return (
        str(visit.page.locator("p.co-case").inner_text())
        .split("\n")[0]
        .split(" · ")[0]
        .split("Pages, cases")[0]
        .strip()
    )


def frame_stands(visit: Visit, case: str) -> None:
    """The page, its navigation, the side and the case are there, and no box of an error that Streamlit draws."""
    assert case_shown(visit) == case
    assert visit.page.get_by_test_id("stTopNavLink").count() == len(LINKS)
    assert levers(visit)
    assert visit.page.locator(f"{MAIN} h1").count() == 1
    visit.nothing_is_wrong()


@pytest.fixture
def visit(app: str, browser: Any) -> Iterator[Visit]:
    opened = Visit(browser, WIDTHS[0], "light")
    opened.open_page(app, "Decision")
    yield opened
    opened.close()


def test_a_case_of_ones_own_is_not_lost_and_not_mixed(browser: Any, tmp_path: Path) -> None:
    visit = Visit(browser, WIDTHS[0], "light")
    try:
        with served(free_port(), tmp_path / "log.txt") as app:
            visit.open_page(app, "Decision")
            upload(visit, mine())
            before = levers(visit)
            visit.page.locator("[data-testid=stSidebar] input[type=range]").first.focus()
            visit.page.keyboard.press("ArrowRight")
            visit.page.get_by_text("Original beside mine").first.wait_for()
            visit.settle()
            moved, address = levers(visit), parameters(visit)
            assert moved != before
            assert {"case", "version", "file"} < set(address)
            for name in PAGES:
                turn(visit, name)
                frame_stands(visit, MINE)
                assert levers(visit) == moved
                assert parameters(visit) == address
            for name in PAGES:  # as after F5: a new session with the same address, and the case from the browser
                visit.open_page(app, name, **address)
                frame_stands(visit, MINE)
                assert levers(visit) == moved
                assert parameters(visit) == address
            upload(visit, mine("Another"))
            frame_stands(visit, "Another")
            assert levers(visit) == before
            for wanted in (None, moved):
                visit.page.go_back()
                visit.page.wait_for_timeout(ANSWERED)
                visit.settle()
                frame_stands(visit, MINE)
                assert levers(visit) == wanted or wanted is None
    finally:
        visit.close()


def test_spoilt_files_one_after_another_change_nothing(visit: Visit) -> None:
    upload(visit, mine())
    moved = levers(visit)
    (name, text), table = mine()
    spoilt: list[Files] = [
        [(name, text.replace(b"[[options]]", b"[[options]", 1)), table],
        [(name, text.replace(b"[discounting]", b"[[discounting]]", 1)), table],
        [("sheet.toml", b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + bytes(range(256)) * 20)],
        [("empty.toml", b"")],
        [(f"{number}.toml", text) for number in range(3)],
        [(name, text)],
    ]
    for files in spoilt:
        upload(visit, files)
        visit.page.get_by_text("is the one from before").wait_for()
        frame_stands(visit, MINE)
        assert levers(visit) == moved
    upload(visit, mine("Another"))
    assert visit.page.get_by_text("is the one from before").count() == 0
    frame_stands(visit, "Another")


def test_words_without_a_blank_push_no_page_wide(visit: Visit, pictures: Path) -> None:
    upload(visit, hostile_files())
    for name in PAGES:
        turn(visit, name)
        assert TITLE in visit.page.locator("p.co-case").inner_text()
        side = "document.querySelector('[data-testid=stSidebarContent]')"
        assert visit.page.evaluate(f"{side}.scrollWidth - {side}.clientWidth") <= 1
        for width in sorted(WIDTHS):
            visit.page.set_viewport_size({"width": width, "height": SCREENS[width]})
            visit.settle(LOADED)
            visit.nothing_is_cut_off()
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
            visit.page.screenshot(path=pictures / f"long-words-{PAGES[name] or 'decision'}-{width}.png")
    visit.nothing_is_wrong()


def test_words_without_a_blank_push_no_exported_page_wide(browser: Any, tmp_path: Path) -> None:
    case = read_upload(hostile_files()).case
    path = tmp_path / "charts.html"
    path.write_text(exported_page(futures_of(case, 64)), encoding="utf-8")
    page = browser.new_page(viewport={"width": WIDTHS[0], "height": SCREENS[WIDTHS[0]]})
    try:
        page.goto(path.as_uri())
        page.wait_for_function("document.querySelectorAll('.chart:not(:has(.main-svg))').length === 0")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": SCREENS[width]})
            for _ in range(100):  # charts are drawn anew; the page's policy forbids to wait for it inside
                if page.evaluate("document.documentElement.scrollWidth") <= width:
                    break
                page.wait_for_timeout(100)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    finally:
        page.close()
