"""From an empty browser to the verdict on a made-up office by the Excel form, which LibreOffice was used to fill in.

What it takes is printed: presses, cells, and minutes (pytest -s).
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]

from colocate.casefile.form.case_form import empty_form
from tests.casefile.form.libreoffice import MADE_UP, TYPED
from tests.ui.browsing import MAIN, WIDTHS
from tests.ui.taking_away import same_figures, saved, told_on_the_command_line
from tests.ui.test_browser_kept import Person
from tests.ui.test_browser_questions import MANY, MOST_MINUTES, MOST_PRESSES
from tests.ui.test_browser_uploads import upload
from tests.ui.typist import Typist

pytestmark = pytest.mark.browser

READ = ("About", "Figures")
"""The sheets that somebody reads who fills in what is asked for."""


def words_on(content: bytes) -> str:
    """All words on these sheets of a form: what colours mean, how to fill it in, what each figure is."""
    book = load_workbook(io.BytesIO(content))
    return " ".join(str(cell.value) for name in READ for row in book[name].iter_rows() for cell in row if cell.value)


def test_from_an_empty_browser_to_a_verdict_by_a_form(browser: Any, app: str, tmp_path: Path) -> None:
    context = browser.new_context(viewport={"width": WIDTHS[0], "height": 800}, locale="en-GB", accept_downloads=True)
    visit = Person(context)
    person = Typist(visit)
    try:
        visit.open_page(app, "Decision")
        visit.page.get_by_test_id("stTopNavLink").get_by_text("Your own office", exact=True).click()
        person.effort.press()
        visit.page.get_by_text("Make a case of my office").wait_for()
        visit.settle()
        person.read()
        with visit.page.expect_download() as downloading:
            visit.page.locator(MAIN).get_by_role("button", name="An empty form to fill in with Excel").click()
        person.effort.press()
        downloading.value.save_as(tmp_path / "form.xlsx")
        assert (tmp_path / "form.xlsx").read_bytes() == empty_form("short")
        for _, _, _, text in MADE_UP:  # what was typed into it, which the kept workbook holds
            person.effort.type(f"{text}\n")
        person.effort.read(words_on(empty_form("short")))
        upload(visit, [("my-office-form.xlsx", TYPED.read_bytes())])
        for _ in range(3):  # the button, the file, and Open
            person.effort.press()
        visit.page.locator("h1.co-verdict").wait_for(timeout=60_000)
        visit.settle()
        verdict = visit.page.locator("h1.co-verdict").inner_text()
        visit.nothing_is_wrong()
        figures = saved(visit, "Figures (JSON)", tmp_path / "figures.json").read_text(encoding="utf-8")
    finally:
        context.close()
    case = tmp_path / "mine.toml"
    told_on_the_command_line("import", TYPED, "--out", case)
    told_on_the_command_line("validate", case)
    assert " ".join(verdict.split()) in " ".join(told_on_the_command_line("compare", case).split())
    assert same_figures(told_on_the_command_line("compare", case, "--json"), figures) > MANY
    print(f"\nby the form: {person.effort.told()}\n{verdict}")
    assert person.effort.minutes < MOST_MINUTES
    assert person.effort.presses < MOST_PRESSES
