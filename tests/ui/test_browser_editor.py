"""The page Edit case in a real browser: by keyboard alone, with what is wrong, on a telephone, and after a walk."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from tests.ui.browsing import MAIN, SCHEMES, WIDTHS, Visit
from tests.ui.reachable import nothing_shuts_out
from tests.ui.test_keyboard import focus_is_seen

pytestmark = pytest.mark.browser

RENT = "Rent at renewal"


def chosen(visit: Visit, words: str) -> None:
    """Go to a part by typing into the list of parts."""
    box = visit.page.get_by_role("combobox", name="Part of the case")
    box.click()
    box.fill(words)
    visit.page.wait_for_timeout(300)
    visit.page.keyboard.press("Enter")
    visit.settle()


def rent(visit: Visit) -> Any:
    return visit.page.locator(MAIN).get_by_role("textbox", name=RENT).first


def test_a_figure_is_found_typed_and_taken_back_by_keyboard(app: str, browser: Any) -> None:
    visit = Visit(browser, WIDTHS[0], "light")
    keys = visit.page.keyboard
    try:
        visit.open_page(app, "Edit case", case="hanoi")
        visit.tab_to("Find a figure")
        focus_is_seen(visit)
        keys.type("Rent at renewal (UN")
        visit.page.wait_for_timeout(300)
        keys.press("Enter")
        visit.settle()
        visit.tab_to(RENT)
        while not visit.focused().endswith("|input"):
            visit.tab_to(RENT)
        focus_is_seen(visit)
        assert rent(visit).input_value() == "0, 10, 35"
        keys.press("Control+a")
        keys.type("about ten")
        keys.press("Enter")
        visit.page.get_by_text("is no figure").first.wait_for(timeout=30_000)
        visit.settle()
        assert visit.focused().startswith(RENT), "the box keeps the keyboard"
        nothing_shuts_out(visit)
        keys.press("Control+a")
        keys.type("0, 1, 2")
        keys.press("Enter")
        visit.page.get_by_text("is no figure").first.wait_for(state="detached", timeout=30_000)
        visit.settle()
        visit.page.wait_for_function("location.search.includes('case=upload')")
        keys.press("Shift+Tab")
        visit.tab_to("Undo") if visit.focused().startswith("Undo") else visit.page.get_by_role(
            "button", name="Undo"
        ).focus()
        keys.press("Enter")
        visit.settle()
        keys.press("Enter")
        visit.settle()
        assert rent(visit).input_value() == "0, 10, 35"
        visit.nothing_is_wrong()
    finally:
        visit.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_faults_details_and_the_table_look_right(app: str, browser: Any, pictures: Path, width: int) -> None:
    visit = Visit(browser, width, SCHEMES[0])
    try:
        visit.open_page(app, "Edit case", case="hanoi")
        chosen(visit, "Renewal")
        rent(visit).fill("60 to 20")
        rent(visit).press("Enter")
        visit.page.get_by_text("1 thing to mend").first.wait_for(timeout=30_000)
        visit.settle()
        visit.page.locator(MAIN).get_by_role("button", name="Source and more").first.click()
        visit.settle()
        for scheme in SCHEMES:
            visit.page.emulate_media(color_scheme=scheme)
            visit.settle()
            visit.nothing_is_cut_off()
            nothing_shuts_out(visit)
            visit.picture(pictures / f"edit-fault-{width}-{scheme}.png")
        chosen(visit, "Access")
        visit.nothing_is_cut_off()
        nothing_shuts_out(visit)
        visit.picture(pictures / f"edit-access-{width}.png")
        visit.nothing_is_wrong()
    finally:
        visit.close()


def resting(visit: Visit, element: Any) -> Any:
    """Where an element stands when nothing that is still being loaded moves it any more."""
    box = None
    for _ in range(20):
        element.scroll_into_view_if_needed()
        before, box = box, element.bounding_box()
        if box is not None and box == before:
            return box
        visit.page.wait_for_timeout(500)
    raise AssertionError("it does not come to rest")


def test_a_cell_of_the_table_is_typed(app: str, browser: Any) -> None:
    """The table is a drawing: its cells are reached by its keys, as in a spreadsheet."""
    visit = Visit(browser, WIDTHS[0], "light")
    keys = visit.page.keyboard
    try:
        visit.open_page(app, "Edit case", case="hanoi")
        chosen(visit, "Access")
        table = visit.page.get_by_test_id("stDataFrame").first
        box = resting(visit, table)
        visit.page.mouse.click(box["x"] + 150, box["y"] + 55)
        visit.page.wait_for_timeout(500)
        keys.type("A ministry", delay=60)
        keys.press("Enter")
        visit.page.wait_for_function("location.search.includes('case=upload')", timeout=30_000)
        visit.settle()
        visit.page.get_by_role("button", name="Undo").click()
        visit.settle()
        visit.nothing_is_wrong()
    finally:
        visit.close()


def test_a_walk_in_the_browser_shows_no_error(app: str, browser: Any) -> None:
    """Parts opened, boxes filled with whatever comes, records copied and removed, undone and done again."""
    chance = random.Random(13)  # noqa: S311
    visit = Visit(browser, WIDTHS[0], "light")
    main = visit.page.locator(MAIN)
    try:
        visit.open_page(app, "Edit case", case="national-coordinator")
        for words in ("Options", "Lease", "Drivers", "Office", "Running", "Move"):
            chosen(visit, words)
            boxes = main.get_by_role("textbox")
            if boxes.count():
                place = chance.randrange(boxes.count())
                boxes.nth(place).fill(chance.choice(["rubbish", "1,234", "5 to 9", "-1", "3, 4, 5", ""]))
                boxes.nth(place).press("Tab")
                visit.settle()
            for name in ("Add one", "Copy", "Move up", "Remove", "Undo", "Redo"):
                button = main.get_by_role("button", name=name, exact=True)
                if chance.random() < 0.5 and button.count() and button.first.is_enabled():
                    button.first.click()
                    visit.settle()
            assert main.locator("h1").count() == 1
            assert main.get_by_text("Result:").count() == 1
        undo = main.get_by_role("button", name="Undo", exact=True)
        for _ in range(40):
            if not undo.is_enabled():
                break
            undo.click()
            visit.settle()
        assert main.get_by_text("to mend").count() == 0
        visit.nothing_is_wrong()
    finally:
        visit.close()


def test_what_was_taken_is_there_after_the_page_is_loaded_again(app: str, browser: Any) -> None:
    """A case that an edit made one's own is kept in the browser, edit by edit, and goes on being edited."""
    visit = Visit(browser, WIDTHS[0], "light")
    try:
        visit.open_page(app, "Edit case", case="hanoi")
        chosen(visit, "UN House › Lease › Renewal")  # noqa: RUF001
        for text in ("0, 11, 34", "1, 12, 33"):
            rent(visit).fill(text)
            rent(visit).press("Enter")
            visit.settle(1500)
        visit.page.reload(wait_until="load")
        visit.page.locator(f"{MAIN} h1").first.wait_for(timeout=60_000)
        visit.settle(1500)
        chosen(visit, "UN House › Lease › Renewal")  # noqa: RUF001
        assert rent(visit).input_value() == "1, 12, 33"
        rent(visit).fill("2, 13, 32")
        rent(visit).press("Enter")
        visit.settle()
        assert rent(visit).input_value() == "2, 13, 32"
        visit.nothing_is_wrong()
    finally:
        visit.close()


def test_a_place_is_picked_on_the_plan_by_mouse_and_by_keyboard(app: str, browser: Any, pictures: Path) -> None:
    visit = Visit(browser, WIDTHS[0], "light")
    keys = visit.page.keyboard
    main = visit.page.locator(MAIN)
    try:
        visit.open_page(app, "Edit case", case="national-coordinator")
        chosen(visit, "Access")
        main.locator("summary").filter(has_text="Pick a place on a plan").click()
        plan = main.get_by_role("application")
        plan.wait_for()
        visit.settle()
        nothing_shuts_out(visit)
        for scheme in SCHEMES:
            visit.page.emulate_media(color_scheme=scheme)
            visit.settle()
            visit.picture(pictures / f"edit-plan-{scheme}.png")
        plan.locator("svg").click(position={"x": 100, "y": 120})
        visit.page.wait_for_function("location.search.includes('case=upload')", timeout=30_000)
        visit.settle()
        first = visit.page.url
        visit.tab_to("Plan")
        focus_is_seen(visit)
        for key in ("ArrowRight", "Shift+ArrowUp", "Enter"):
            keys.press(key)
        visit.page.wait_for_function(f"location.href !== {first!r}", timeout=30_000)
        visit.settle()
        assert main.get_by_text("to mend").count() == 0
        visit.page.set_viewport_size({"width": 390, "height": 844})
        visit.settle()
        visit.nothing_is_cut_off()
        visit.picture(pictures / "edit-plan-390.png")
        visit.nothing_is_wrong()
    finally:
        visit.close()
