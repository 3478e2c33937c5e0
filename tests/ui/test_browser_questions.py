"""From an empty browser to the verdict on a made-up office, by questions alone, as a person types and presses.

What it takes is printed: presses, fields, and minutes (pytest -s). The case that is saved in the end is checked and
gives the same figures on the command line.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from colocate.casefile.one_file import load
from colocate.model.evaluate import evaluate
from tests.documents import ROOT
from tests.ui.browsing import MAIN, WIDTHS, Visit
from tests.ui.reachable import nothing_shuts_out
from tests.ui.test_browser_kept import Person

pytestmark = pytest.mark.browser

SIGNS, WORDS = 3.0, 3.0
"""Signs that a person types and words that one reads, a second."""

MOST_MINUTES, MOST_PRESSES = 20.0, 80


@dataclass
class Typist:
    """A person at the page: what is pressed and typed is counted, with the time that it would take."""

    visit: Visit
    presses: int = 0
    fields: int = 0
    signs: int = 0
    words: int = 0

    def press(self, name: str, role: str = "button") -> None:
        self.visit.page.locator(MAIN).get_by_role(role, name=name, exact=role != "link").first.click()
        self.presses += 1
        self.visit.settle()

    def choose(self, name: str, nth: int = 0) -> None:
        self.visit.page.locator(MAIN).get_by_text(name, exact=True).nth(nth).click()
        self.presses += 1
        self.visit.settle()

    def type_in(self, name: str, text: str) -> None:
        box = self.visit.page.locator(MAIN).get_by_role("textbox", name=name).first
        box.click()
        self.visit.page.keyboard.type(text, delay=5)
        self.fields += 1
        self.presses += 1
        self.signs += len(text)

    def next(self) -> None:
        self.words += len(self.visit.page.locator(MAIN).inner_text().split())
        nothing_shuts_out(self.visit)
        self.visit.nothing_is_wrong()
        self.press("Next")

    @property
    def minutes(self) -> float:
        return (self.signs / SIGNS + self.words / WORDS + 2.0 * self.presses) / 60.0


def test_from_an_empty_browser_to_a_verdict(browser: Any, app: str, tmp_path: Path) -> None:
    context = browser.new_context(viewport={"width": WIDTHS[0], "height": 800}, locale="en-GB", accept_downloads=True)
    visit = Person(context)
    person, start = Typist(visit), time.monotonic()
    try:
        visit.open_page(app, "Decision")
        visit.page.get_by_test_id("stTopNavLink").get_by_text("Your own office", exact=True).click()
        person.presses += 1
        visit.page.get_by_text("Make a case of my office").wait_for()
        visit.settle()
        nothing_shuts_out(visit)
        person.press("Begin")
        visit.page.get_by_text("Question 1 of 12").wait_for()
        visit.settle()
        answer_all(person)
        visit.page.get_by_text("Check your answers").wait_for()
        visit.settle()
        nothing_shuts_out(visit)
        person.words += len(visit.page.locator(MAIN).inner_text().split())
        assert "81,600 USD" in visit.page.locator(MAIN).inner_text()
        person.press("Show the comparison")
        visit.page.locator("h1.co-verdict").wait_for(timeout=60_000)
        visit.settle()
        verdict = visit.page.locator("h1.co-verdict").inner_text()
        visit.nothing_is_wrong()
        visit.page.locator("[data-testid=stSidebar] summary").filter(has_text="Save").first.click()
        visit.settle()
        with visit.page.expect_download() as downloading:
            visit.page.get_by_role("button", name="Save this case").click()
        saved = tmp_path / "mine.colocate"
        downloading.value.save_as(saved)
    finally:
        context.close()
    took = (time.monotonic() - start) / 60.0
    print(
        f"\n{person.presses} presses, {person.fields} fields typed, {person.signs} signs, {person.words} words read: "
        f"{person.minutes:.1f} minutes at {SIGNS:g} signs and {WORDS:g} words a second; the script took {took:.1f}"
    )
    print(verdict)
    assert person.minutes < MOST_MINUTES
    assert person.presses < MOST_PRESSES
    the_same_on_the_command_line(saved, verdict)


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


def the_same_on_the_command_line(saved: Path, verdict: str) -> None:
    """The saved file is a case; its figures are those of the model, and the comparison says what the page said."""
    command = [sys.executable, "-m", "colocate"]
    checked = subprocess.run(
        [*command, "validate", saved], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert checked.returncode == 0, checked.stderr
    told = subprocess.run(
        [*command, "compare", saved], cwd=ROOT, capture_output=True, text=True, timeout=120, check=True
    ).stdout
    assert " ".join(verdict.split()) in " ".join(told.split())
    figures = json.loads(
        subprocess.run(
            [*command, "compare", saved, "--json"], cwd=ROOT, capture_output=True, text=True, timeout=120, check=True
        ).stdout
    )
    case, _ = load(saved)
    assert figures["case"]["title"] == "Our agency, Example City: stay or move"
    assert [one.id for one in case.options] == ["stay", "un-house", "new-terms"]
    assert len(evaluate(case).options) == len(figures["options"])


def test_the_first_questions_by_keyboard_alone(app: str, browser: Any) -> None:
    visit = Visit(browser, WIDTHS[0], "light")
    keys = visit.page.keyboard
    try:
        visit.page.goto(f"{app}/your-office")
        visit.page.get_by_text("Make a case of my office").wait_for()
        visit.settle()
        begin = (
            visit.page.locator(MAIN)
            .get_by_role("button", name="Begin")
            .or_(visit.page.locator(MAIN).get_by_role("button", name="Go on with the questions"))
        )
        visit.tab_to(begin.first.inner_text())
        keys.press("Enter")
        visit.page.get_by_text("Question 1 of 12").wait_for()
        visit.settle()
        visit.tab_to("Agency|")
        keys.type("Ours")
        visit.tab_to("Next")
        keys.press("Enter")
        visit.page.get_by_text("Question 2 of 12").wait_for()
        visit.settle()
        visit.tab_to("Back")
        keys.press("Enter")
        visit.page.get_by_text("Question 1 of 12").wait_for()
        visit.settle()
        assert visit.page.get_by_role("textbox", name="Agency").input_value() == "Ours"
        visit.nothing_is_wrong()
    finally:
        visit.close()
