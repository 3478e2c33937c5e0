"""From an empty browser to the verdict on a made-up office, by questions alone, as a person types and presses.

With a mouse, and by keyboard alone. What it takes is printed: presses, fields, and minutes (pytest -s). The case that
is saved in the end is checked, and gives the same figures on the command line, each of them.
"""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from colocate.casefile.one_file import load
from tests.ui.browsing import MAIN, MOST_TABS, WIDTHS
from tests.ui.reachable import nothing_shuts_out
from tests.ui.taking_away import same_figures, saved, told_on_the_command_line
from tests.ui.test_browser_kept import Person
from tests.ui.test_keyboard import focus_is_seen
from tests.ui.typist import Typist

pytestmark = pytest.mark.browser

MOST_MINUTES, MOST_PRESSES, MOST_ANSWERS = 20.0, 80, 10
MANY = 1000
"""Numbers that the figures of a case have at least."""


class AtTheKeys(Typist):
    """The same person without a mouse: Tab to get somewhere, Enter, Space and arrows to press and choose."""

    def press(self, name: str) -> None:
        """Press a button that has the keyboard."""
        self.visit.tab_to(name)
        self.visit.page.keyboard.press("Enter")
        self.visit.settle()

    def choose(self, name: str, nth: int = 0) -> None:
        """Tick a box, or go from answer to answer until it is the one that is chosen."""
        page = self.visit.page
        words = page.locator(MAIN).get_by_text(name, exact=True).nth(nth)
        words.evaluate("one => { window.wanted = one.closest('label').querySelector('input'); }")
        group = "one => one.closest('[role=radiogroup]') || one"
        for _ in range(MOST_TABS):
            page.keyboard.press("Tab")
            if page.evaluate(f"({group})(document.activeElement) === ({group})(window.wanted)"):
                break
        else:
            raise AssertionError(f"the tab key does not reach {name}")
        focus_is_seen(self.visit)
        if page.evaluate("window.wanted.type") == "checkbox":
            page.keyboard.press("Space")
        for _ in range(MOST_ANSWERS):
            if page.evaluate("document.activeElement === window.wanted"):
                break
            page.keyboard.press("ArrowDown")
            self.visit.settle()
        assert page.evaluate("document.activeElement === window.wanted && window.wanted.checked"), name
        self.visit.settle()

    def type_in(self, name: str, text: str) -> None:
        """Type into a box that has the keyboard."""
        while not self.visit.tab_to(name).endswith("|input"):
            pass
        focus_is_seen(self.visit)
        self.visit.page.keyboard.type(text, delay=5)


@pytest.mark.parametrize("hand", [Typist, AtTheKeys], ids=["with a mouse", "by keyboard alone"])
def test_from_an_empty_browser_to_a_verdict(hand: type[Typist], browser: Any, app: str, tmp_path: Path) -> None:
    context = browser.new_context(viewport={"width": WIDTHS[0], "height": 800}, locale="en-GB", accept_downloads=True)
    visit = Person(context)
    person, start = hand(visit), time.monotonic()
    try:
        visit.open_page(app, "Decision")
        visit.page.get_by_test_id("stTopNavLink").get_by_text("Your own office", exact=True).click()
        person.effort.press()
        visit.page.get_by_text("Make a case of my office").wait_for()
        visit.settle()
        nothing_shuts_out(visit)
        person.press("Begin")
        visit.page.get_by_text("Question 1 of 12").wait_for()
        visit.settle()
        answer_all(person)
        visit.page.get_by_text("Check your answers").wait_for()
        visit.settle()
        person.read()
        assert "81,600 USD" in visit.page.locator(MAIN).inner_text()
        person.press("Show the comparison")
        visit.page.locator("h1.co-verdict").wait_for(timeout=60_000)
        visit.settle()
        verdict = visit.page.locator("h1.co-verdict").inner_text()
        visit.nothing_is_wrong()
        case = saved(visit, "Save this case", tmp_path / "mine.colocate")
        figures = saved(visit, "Figures (JSON)", tmp_path / "figures.json")
    finally:
        context.close()
    took = (time.monotonic() - start) / 60.0
    the_same_on_the_command_line(case, verdict, figures)
    if hand is Typist:
        print(f"\nby questions: {person.effort.told()}; the script took {took:.1f}\n{verdict}")
        assert person.effort.minutes < MOST_MINUTES
        assert person.effort.presses < MOST_PRESSES


def answer_all(person: Typist) -> None:
    """Answer the twelve questions of one who knows the office well, and not all of the offer."""
    person.type_in("Agency", "Our agency")
    person.type_in("City and country", "Example City")
    person.choose("As in a city such as Hanoi")
    person.choose("Only a trial")
    person.next()
    person.type_in("Decision date", "2026-12-01")
    person.next()
    person.type_in("People", "20")
    person.next()
    person.choose("A lease at the market's rent")
    person.type_in("Area today", "400")
    person.choose("for the whole office, a year")
    person.type_in("Rent today", "81600")
    person.type_in("Service charge today", "4")
    person.type_in("Months left", "24")
    person.next()
    person.choose("Free of rent")
    person.choose("The host government")
    person.type_in("Service charge there", "3 to 8")
    person.type_in("Area offered", "320")
    person.next()
    person.type_in("Moving in", "9, 12, 24")
    person.type_in("Years that it holds", "10")
    person.next()
    person.press("I don't know any of this")
    person.choose("New terms for the present premises")
    person.type_in("Rent there", "14 to 16")
    person.next()
    person.choose("Finance")
    person.choose("ICT")
    person.type_in("Staff for these services", "2")
    person.next()
    for number, (name, today, then) in enumerate(
        (("Ministry of Labour", "15", "25"), ("Employers' federation", "20", "10 to 15"), ("Trade unions", "10", "30")),
        start=1,
    ):
        person.type_in(f"Organisation {number}, Name", name)
        person.type_in(f"Organisation {number}, Minutes today", today)
        person.type_in(f"Organisation {number}, Minutes then", then)
    person.next()
    person.choose("It is in favour")
    person.next()
    person.choose("Yes", nth=0)
    person.choose("Yes", nth=3)
    person.next()


def the_same_on_the_command_line(saved: Path, verdict: str, figures: Path) -> None:
    """The saved file is a case; the comparison says what the page said, and every figure is that of the page."""
    told_on_the_command_line("validate", saved)
    assert " ".join(verdict.split()) in " ".join(told_on_the_command_line("compare", saved).split())
    there = told_on_the_command_line("compare", saved, "--json")
    assert same_figures(there, figures.read_text(encoding="utf-8")) > MANY
    case, _ = load(saved)
    assert json.loads(there)["case"]["title"] == case.title == "Our agency, Example City: stay or move"
    assert [one.id for one in case.options] == ["stay", "un-house", "new-terms"]
