"""How long a typed figure takes to show its result in a real browser, as a ratio to a bare page with as many widgets.

Run: python -m benchmarks.edit_in_browser [--presses 12]     (needs Chromium and Playwright)

Method. As of `lever_in_browser`: a box of the page Edit case is typed over, and the Enter key is stamped in the page
itself as it goes down; so is every change of the sentence with the result. A press has ended with the last change of
it. The case of Hanoi is taken as it is, and with 12 options and 200 constituents, which are copies of its own; once a
figure of one option is typed, once one that all options share. The bare page has the same number of boxes, choices and
buttons on it and at its side, and says what was typed; all take turns.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import tempfile
from collections import Counter
from itertools import count
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.lever_in_browser import ARGUMENTS, LONGEST, QUIET, SIDEBAR, WIDGETS, Press, Stamped, chromium, median
from benchmarks.serving import ROOT, serving
from colocate.casefile.editing import actions, rows
from colocate.casefile.editing.state import Editing, begin
from colocate.casefile.one_file import one_file
from colocate.casefile.opened import Opened

APP, BARE, DATA = ROOT / "app.py", ROOT / "benchmarks" / "bare_page.py", ROOT / "data"
OPTIONS, CONSTITUENTS = 12, 200
MAIN = "[data-testid='stMain']"
RESULT, BARE_RESULT = f"{MAIN} .co-lead", f"{MAIN} h1"
KINDS = (*WIDGETS, "text_input", "text_area")
WARM_UP, WAIT = 3, 3_000
BOX = "Typed"
"""The box of the bare page."""

OF = {"of one option": ("Rent (New lease)", "Rent ("), "of all options": ("Market rent", "Rent at renewal (")}
"""Figures that move the sentence with the result: what to look for in the list of all, and how their box is called."""


def hanoi() -> Editing:
    """Begin to edit the case of Hanoi."""
    tables = {one.name: one.read_bytes() for one in DATA.glob("hanoi-*.csv")}
    return begin("hanoi.toml", (DATA / "hanoi.toml").read_text(encoding="utf-8"), tables)


def larger(editing: Editing) -> Editing:
    """Give the case with copies of an option and of its constituents, until there are so many."""
    while len(editing.document["options"]) < OPTIONS:
        editing = actions.copy(editing, ("options", 1))
    _, first = rows.rows_of(editing)
    more = [
        {**row, "name": f"{row['name']} {place}", "latitude": str(float(row["latitude"]) + place / 1e4)}
        for place, row in zip(range(CONSTITUENTS - len(first)), first * CONSTITUENTS, strict=False)
    ]
    return rows.with_rows(editing, [*first, *more])


class Box(Stamped):
    """A page with a box that is typed in."""

    def __init__(self, browser: Browser, address: str, result: str, box: str = BOX) -> None:
        super().__init__(browser, address, result, result)
        self.box, self.numbers = box, count(1)

    def open(self, saved: Path, figure: str) -> None:
        """Open a saved case, and go to a figure by the list of all figures."""
        self.page.locator("input[type=file]").set_input_files(saved)
        self.page.wait_for_timeout(WAIT)
        self.page.get_by_role("combobox", name="Find a figure").click()
        self.page.keyboard.type(figure)
        self.page.wait_for_timeout(QUIET)
        self.page.keyboard.press("Enter")
        self.page.locator(MAIN).get_by_role("textbox", name=self.box).first.wait_for(timeout=LONGEST)
        self.page.wait_for_timeout(WAIT)

    def press(self) -> Press:
        """Type another number, and press Enter."""
        self.page.bring_to_front()
        number = next(self.numbers)
        self.page.locator(MAIN).get_by_role("textbox", name=self.box).first.fill(f"5, {12 - 0.35 * number:.2f}, 20")
        return self.measured("Enter")

    def fields(self) -> dict[str, dict[str, int]]:
        """Count the widgets that the last run has sent, at the side and on the page."""
        found: dict[str, Counter[str]] = {"widgets": Counter(), "fields": Counter()}
        for message in self.messages():
            kind = message.delta.new_element.WhichOneof("type") if message.HasField("delta") else None
            if kind in KINDS:
                place = "widgets" if message.metadata.delta_path[0] == SIDEBAR else "fields"
                found[place][kind] += 1
        return {name: dict(kinds) for name, kinds in found.items()}


def main() -> None:
    """Print a row for each edit and for the bare page, and the ratios of their medians."""
    parser = argparse.ArgumentParser(description="How long a typed figure takes to show its result in a browser.")
    parser.add_argument("--presses", type=int, default=12)
    presses: int = parser.parse_args().presses
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        address = stack.enter_context(serving(APP)).address
        browser = stack.enter_context(sync_playwright()).chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        stack.callback(browser.close)
        boxes: dict[str, Box] = {}
        first = hanoi()
        for size, editing in (("Hanoi", first), (f"{OPTIONS} options", larger(first))):
            saved = folder / f"{size}.colocate"
            saved.write_bytes(one_file(editing.text, editing.tables, Opened()))
            for name, (figure, called) in OF.items():
                box = Box(browser, f"{address}/edit", RESULT, called)
                box.open(saved, figure)
                boxes[f"{size}, {name}"] = box
        for box in boxes.values():
            _warm_up(box)
        given = json.dumps({"charts": [], "light": True, **next(iter(boxes.values())).fields()})
        print(given)
        bare = boxes["bare"] = Box(browser, stack.enter_context(serving(BARE, given)).address, BARE_RESULT)
        _warm_up(bare)
        times: dict[str, list[Press]] = {name: [] for name in boxes}
        for _ in range(presses):
            for name, box in boxes.items():
                times[name].append(box.press())
    report(times)


def _warm_up(box: Box) -> None:
    for _ in range(WARM_UP):
        box.press()


def report(times: dict[str, list[Press]]) -> None:
    """Print what was measured: until the result is shown, until the last message is here, and how much was sent."""
    floor = median(press.total for press in times["bare"])
    print(f"{'':<30}{'result':>8}{'best':>7}{'ratio':>7}{'last message':>14}{'bytes':>9}{'runs':>6}")
    for name, presses in times.items():
        result = median(press.total for press in presses)
        print(f"{name:<30}{result:>8.0f}{min(press.total for press in presses):>7.0f}{result / floor:>7.2f}", end="")
        print(f"{median(press.received for press in presses):>14.0f}", end="")
        print(f"{median(press.payload for press in presses):>9.0f}{median(press.runs for press in presses):>6.1f}")


if __name__ == "__main__":
    main()
