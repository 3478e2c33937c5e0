"""A case of one's own in a real browser: F5, back, forward, two tabs, a server killed and started; and two people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.serving import free_port
from tests.ui.browsing import ANSWERED, LOADED, MAIN, PAGES, WIDTHS, Visit, served
from tests.ui.reachable import nothing_shuts_out
from tests.ui.test_browser_uploads import HANOI, MINE, case_shown, frame_stands, levers, mine, parameters, upload

pytestmark = pytest.mark.browser

FIRST = "[data-testid=stSidebar] input[type=range]"


@pytest.fixture
def alone(browser: Any) -> Iterator[Any]:
    """Browsers of people who have nothing in common, each with a store of its own."""
    opened: list[Any] = []

    def another() -> Any:
        opened.append(browser.new_context(viewport={"width": WIDTHS[0], "height": 800}, locale="en-GB"))
        return opened[-1]

    yield another
    for one in opened:
        one.close()


class Person(Visit):
    """A visit in a browser of one's own."""

    def __init__(self, context: Any) -> None:
        self.page = context.new_page()
        self.errors, self.elsewhere = [], []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda sent: self._note(sent.url))


def move(visit: Visit) -> None:
    visit.page.locator(FIRST).first.focus()
    visit.page.keyboard.press("ArrowRight")
    visit.page.get_by_text("Original beside mine").first.wait_for()
    visit.settle()


def shows(visit: Visit, case: str, stand: list[str] | None = None) -> None:
    visit.page.wait_for_function(
        f"[...document.querySelectorAll('p.co-case')].some(one => one.innerText.includes({case!r}))", timeout=60_000
    )
    visit.settle(LOADED)
    frame_stands(visit, case)
    assert stand is None or levers(visit) == stand


def test_nothing_is_lost_by_f5_back_forward_a_second_tab_or_a_new_server(alone: Any, tmp_path: Path) -> None:
    port, context = free_port(), alone()
    visit = Person(context)
    with served(port, tmp_path / "first.txt") as app:
        visit.open_page(app, "Decision")
        upload(visit, mine())
        shows(visit, MINE)
        before = levers(visit)
        move(visit)
        moved, address = levers(visit), parameters(visit)
        assert moved != before
        visit.page.reload()
        shows(visit, MINE, moved)
        assert parameters(visit) == address
        assert visit.page.get_by_text("Its changes are kept").count() == 0
        visit.page.go_back()
        shows(visit, MINE, before)
        visit.page.go_forward()
        shows(visit, MINE, moved)
        second = Person(context)
        second.page.goto(f"{app}/{PAGES['Money']}?{visit.page.url.partition('?')[2]}")
        shows(second, MINE, moved)
        upload(second, mine("Another"))
        shows(second, "Another")
        visit.page.reload()
        shows(visit, MINE, moved)
        second.page.reload()
        shows(second, "Another")
    visit.errors.clear()
    second.errors.clear()
    with served(port, tmp_path / "second.txt") as app:
        for tab, case, stand in ((visit, MINE, moved), (second, "Another", None)):
            tab.page.reload()
            tab.page.locator("p.co-case").first.wait_for(timeout=60_000)
            tab.errors.clear()
            shows(tab, case, stand)
        visit.page.goto(f"{app}/your-office")
        visit.page.get_by_text("Cases kept in this browser").wait_for()
        visit.settle(LOADED)
        said = visit.page.locator(MAIN).inner_text()
        assert MINE in said
        assert "Another" in said
        nothing_shuts_out(visit)
        visit.page.get_by_role("button", name=f"Open {MINE}").click()
        shows(visit, MINE)
        visit.page.goto(f"{app}/your-office")
        visit.page.get_by_role("button", name="Forget this case").first.click()
        visit.page.wait_for_timeout(ANSWERED)
        visit.settle()
        assert visit.page.get_by_role("button", name="Forget this case").count() == 1
        visit.page.get_by_role("button", name="Forget all").click()
        visit.page.get_by_text("Cases kept in this browser").wait_for(state="detached")
        visit.page.goto(f"{app}/?{'&'.join(f'{key}={value}' for key, value in address.items())}")
        shows(visit, HANOI)
        visit.page.get_by_text("Its changes are kept").wait_for()


def test_nobody_comes_at_the_case_of_another_by_its_address(alone: Any, app: str) -> None:
    mine_alone, other = Person(alone()), Person(alone())
    mine_alone.open_page(app, "Decision")
    upload(mine_alone, mine())
    shows(mine_alone, MINE)
    move(mine_alone)
    other.page.goto(mine_alone.page.url)
    shows(other, HANOI)
    assert MINE not in other.page.content()
    other.page.get_by_text("Its changes are kept").wait_for()
    other.page.goto(f"{app}/your-office")
    other.page.get_by_text("Make a case of my office").wait_for()
    other.settle()
    assert other.page.get_by_text("Cases kept in this browser").count() == 0
    assert case_shown(mine_alone) == MINE


def test_unfinished_answers_are_there_after_f5(alone: Any, app: str) -> None:
    visit = Person(alone())
    visit.page.goto(f"{app}/questions")
    box = visit.page.get_by_role("textbox", name="Agency")
    box.wait_for()
    visit.settle()
    box.fill("Our agency")
    box.press("Tab")
    visit.settle()
    visit.page.get_by_role("button", name="Next", exact=True).click()
    visit.page.get_by_text("Question 2 of 12").wait_for()
    visit.settle()
    visit.page.reload()
    visit.page.get_by_text("Question 2 of 12").wait_for()
    visit.settle()
    visit.page.go_back()
    visit.page.get_by_text("Question 1 of 12").wait_for()
    visit.settle()
    assert visit.page.get_by_role("textbox", name="Agency").input_value() == "Our agency"
    visit.nothing_is_wrong()


def test_a_browser_that_keeps_nothing_says_so_once_and_spoilt_ones_are_told(alone: Any, app: str) -> None:
    context = alone()
    context.add_init_script(
        "delete window.indexedDB; window.indexedDB = undefined;"
        "Object.defineProperty(window, 'indexedDB', {value: undefined});"
    )
    visit = Person(context)
    visit.open_page(app, "Decision")
    upload(visit, mine())
    shows(visit, MINE)
    visit.page.get_by_text("This browser keeps nothing").wait_for()
    visit.page.reload()
    shows(visit, HANOI)
    visit.page.get_by_text("upload it again").wait_for()


SPOIL = """async () => {
    const base = await new Promise(good => { indexedDB.open('colocate', 1).onsuccess = e => good(e.target.result); });
    const act = base.transaction('cases', 'readwrite'), cases = act.objectStore('cases');
    cases.getAll().onsuccess = e => e.target.result.forEach(one => cases.put({...one, content: 'UEsDBAAAAA=='}));
    await new Promise(good => { act.oncomplete = good; });
    base.close();
}"""


def test_what_is_spoilt_in_the_browser_is_told_in_words(alone: Any, app: str) -> None:
    visit = Person(alone())
    visit.open_page(app, "Decision")
    upload(visit, mine())
    shows(visit, MINE)
    visit.page.evaluate(SPOIL)
    visit.page.reload()
    shows(visit, HANOI)
    visit.page.get_by_text("cannot be read. Open it from a file").wait_for()


def test_an_edited_case_is_there_after_f5_and_stands_once_in_the_list(alone: Any, app: str) -> None:
    visit = Person(alone())
    keys = visit.page.keyboard
    visit.open_page(app, "Edit case", case="hanoi")
    box = visit.page.get_by_role("combobox", name="Find a figure")
    box.click()
    keys.type("Rent at renewal (UN")
    visit.page.wait_for_timeout(300)
    keys.press("Enter")
    visit.settle()
    rent = visit.page.locator(MAIN).get_by_role("textbox", name="Rent at renewal").first
    seen = set()
    for written in ("0, 1, 2", "0, 1, 3", "0, 1, 4"):
        rent.fill(written)
        rent.press("Enter")
        visit.page.wait_for_timeout(ANSWERED)
        visit.settle()
        visit.page.wait_for_timeout(ANSWERED)
        seen.add(parameters(visit)["version"])
    assert len(seen) == 3
    visit.page.reload()
    visit.page.locator(f"{MAIN} h1").first.wait_for(timeout=60_000)
    visit.settle(LOADED)
    assert parameters(visit)["case"] == "upload"
    shown = visit.page.locator(MAIN).get_by_role("textbox", name="Rent at renewal").first
    if shown.count():
        assert shown.input_value() == "0, 1, 4"
    assert visit.page.get_by_text("Its changes are kept").count() == 0
    visit.page.goto(f"{app}/your-office")
    visit.page.get_by_text("Cases kept in this browser").wait_for()
    visit.settle()
    assert visit.page.get_by_role("button", name="Forget this case").count() == 1
    visit.nothing_is_wrong()


def type_into(visit: Visit, name: str, text: str) -> None:
    box = visit.page.locator(MAIN).get_by_role("textbox", name=name).first
    box.fill(text)
    box.press("Enter")
    visit.page.wait_for_timeout(ANSWERED)
    visit.settle()
    visit.page.wait_for_timeout(ANSWERED)


def at_rent(visit: Visit) -> None:
    visit.page.get_by_role("combobox", name="Find a figure").click()
    visit.page.keyboard.type("Rent at renewal (UN")
    visit.page.wait_for_timeout(300)
    visit.page.keyboard.press("Enter")
    visit.settle()


@pytest.mark.parametrize("typed", ["about ten", "60, 40, 20"], ids=["not read", "at fault"])
def test_what_is_not_good_yet_is_back_at_its_field_after_f5(alone: Any, app: str, typed: str) -> None:
    """In an example as it is, and in the case of one's own that an edit has made of it."""
    visit = Person(alone())
    visit.open_page(app, "Edit case", case="hanoi")
    at_rent(visit)
    for before in ("", "0, 1, 2"):
        if before:
            type_into(visit, "Rent at renewal", before)
        type_into(visit, "Rent at renewal", typed)
        visit.page.get_by_text("is back at its place").wait_for(state="detached")
        visit.page.reload()
        visit.page.get_by_text("is back at its place").wait_for(timeout=60_000)
        visit.settle()
        box = visit.page.locator(MAIN).get_by_role("textbox", name="Rent at renewal").first
        assert box.input_value() == typed
        nothing_shuts_out(visit)
        visit.nothing_is_wrong()
    type_into(visit, "Rent at renewal", "0, 1, 3")
    visit.page.reload()
    visit.page.locator(f"{MAIN} h1").first.wait_for(timeout=60_000)
    visit.settle(LOADED)
    visit.page.wait_for_timeout(2 * ANSWERED)
    assert visit.page.get_by_text("is back at its place").count() == 0
    visit.open_page(app, "Edit case", case="hanoi")
    visit.page.wait_for_timeout(2 * ANSWERED)
    assert visit.page.get_by_text("is back at its place").count() == 0


def test_unfinished_answers_of_two_tabs_are_both_kept(alone: Any, app: str) -> None:
    context = alone()
    tabs = [Person(context), Person(context)]

    def answered(visit: Visit) -> str:
        visit.page.goto(f"{app}/questions?question=office")
        visit.page.get_by_text("Question 1 of 12").wait_for()
        visit.settle()
        visit.page.wait_for_timeout(2 * ANSWERED)
        return str(visit.page.get_by_role("textbox", name="Agency").input_value())

    for visit, agency in zip(tabs, ("First agency", "Second agency"), strict=True):
        assert answered(visit) == ""
        type_into(visit, "Agency", agency)
    assert [answered(visit) for visit in tabs] == ["First agency", "Second agency"]
    first, second = tabs
    second.page.goto(f"{app}/your-office")
    second.page.get_by_text("First agency; 1 of 12").wait_for()
    second.settle()
    nothing_shuts_out(second)
    second.page.get_by_role("button", name="Take these up").click()
    second.page.get_by_text("Second agency; 1 of 12").wait_for()
    second.settle()
    second.page.wait_for_timeout(2 * ANSWERED)
    assert answered(second) == "First agency"
    first.page.close()
    second.page.goto(f"{app}/your-office")
    second.page.get_by_text("Second agency; 1 of 12").wait_for()
    second.nothing_is_wrong()
