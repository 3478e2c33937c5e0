"""A person at a page: what is pressed, typed and read is counted, with the time that it would take.

The time follows the keystroke-level model (Card, Moran and Newell, Communications of the ACM 23(7), 1980, with the mean
times that they give) for the hands, and a slow pace of reading for the words; a person who looks something up takes
longer.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.ui.browsing import MAIN, Visit
from tests.ui.reachable import nothing_shuts_out

KEY, POINT, CLICK, HANDS, THINK = 0.28, 1.1, 0.2, 0.4, 1.35
"""Seconds to press a key (of one who types 40 words a minute), to point with a mouse, to press and let go its button,
to move a hand between mouse and keyboard, and to make up one's mind."""

READ = 3.0
"""Words read in a second, every one of them: an assumption, slower than the 4 of plain prose."""


@dataclass
class Effort:
    """What a task takes of a person."""

    presses: int = 0
    fields: int = 0
    signs: int = 0
    words: int = 0

    def press(self) -> None:
        """Count one press with the mouse."""
        self.presses += 1

    def type(self, text: str) -> None:
        """Count a field that is gone to with the mouse and typed in."""
        self.presses += 1
        self.fields += 1
        self.signs += len(text)

    def read(self, text: str) -> None:
        """Count the words of a text as read."""
        self.words += len(text.split())

    @property
    def minutes(self) -> float:
        """Return the minutes that all of it takes."""
        pressed = self.presses * (THINK + POINT + CLICK)
        typed = self.fields * (THINK + 2.0 * HANDS) + self.signs * KEY
        return (pressed + typed + self.words / READ) / 60.0

    def told(self) -> str:
        """Tell what was counted, in a line."""
        return (
            f"{self.presses} presses, {self.fields} fields typed, {self.signs} signs, {self.words} words read: "
            f"{self.minutes:.1f} minutes by the keystroke-level model, and {READ:g} words read a second"
        )


class Typist:
    """A person at a visit, who types and presses as people do."""

    def __init__(self, visit: Visit) -> None:
        self.visit, self.effort = visit, Effort()

    def press(self, name: str) -> None:
        """Press a button by its name."""
        self.visit.page.locator(MAIN).get_by_role("button", name=name, exact=True).first.click()
        self.effort.press()
        self.visit.settle()

    def choose(self, name: str, nth: int = 0) -> None:
        """Press an answer by its words."""
        self.visit.page.locator(MAIN).get_by_text(name, exact=True).nth(nth).click()
        self.effort.press()
        self.visit.settle()

    def type_in(self, name: str, text: str) -> None:
        """Type into a box, key by key."""
        box = self.visit.page.locator(MAIN).get_by_role("textbox", name=name).first
        box.click()
        self.visit.page.keyboard.type(text, delay=5)
        self.effort.type(text)

    def read(self) -> None:
        """Read all of the page, which shuts nobody out and shows nothing wrong."""
        self.effort.read(self.visit.page.locator(MAIN).inner_text())
        nothing_shuts_out(self.visit)
        self.visit.nothing_is_wrong()

    def next(self) -> None:
        """Read the page, and go on to the next question."""
        self.read()
        self.press("Next")
