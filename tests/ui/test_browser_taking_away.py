"""What is saved at the side, in a real browser: each button gives a file that opens, and everybody gets their own."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from colocate.casefile.one_file import read_one_file
from tests.ui.browsing import WIDTHS
from tests.ui.taking_away import told_on_the_command_line
from tests.ui.test_browser_kept import Person

pytestmark = pytest.mark.browser

MADE = 120_000
"""Milliseconds in which each file is there."""

FIRST = {
    ".png": b"\x89PNG",
    ".pdf": b"%PDF-",
    ".svg": b"<svg",
    ".html": b"<!doctype html>",
    ".xlsx": b"PK",
    ".docx": b"PK",
    ".parquet": b"PAR1",
}
"""How files of a kind begin."""


@contextmanager
def person(browser: Any) -> Iterator[Person]:
    context = browser.new_context(viewport={"width": WIDTHS[0], "height": 900}, locale="en-GB", accept_downloads=True)
    try:
        yield Person(context)
    finally:
        context.close()


def unfold(visit: Person) -> Any:
    """Open what can be saved, and give it."""
    fold = visit.page.locator("[data-testid=stSidebar] details").filter(has_text="Save this case").first
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
        visit.settle()
    return fold


def ask(visit: Person, label: str) -> None:
    """Ask for a file that has to be made."""
    unfold(visit).get_by_role("button", name=label, exact=True).click()


def take(visit: Person, label: str, to: Path) -> Path:
    """Wait for a file that was asked for, save it, and give its place."""
    ready = visit.page.get_by_role("button", name=re.compile(f"^Save: {re.escape(label)}"))
    ready.wait_for(timeout=MADE)
    with visit.page.expect_download() as downloading:
        ready.click()
    path = to / downloading.value.suggested_filename
    downloading.value.save_as(path)
    visit.settle()
    return path


def opens(name: str, content: bytes) -> bool:
    """Tell whether a file is what its name says."""
    ending = Path(name).suffix
    if ending == ".csv":
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        return len(rows[0]) > 1 and {len(row) for row in rows} == {len(rows[0])}
    if ending == ".json":
        return bool(json.loads(content))
    if ending == ".colocate":
        return bool(read_one_file(content).case.options)
    return content.lstrip().startswith(FIRST[ending])


def test_each_button_gives_a_file_that_opens(browser: Any, app: str, tmp_path: Path) -> None:
    with person(browser) as visit:
        visit.open_page(app, "Decision", case="national-coordinator")
        buttons = unfold(visit).locator("[data-testid=stButton] button:not([disabled])").all()
        labels = dict.fromkeys(one.inner_text() for one in buttons)  # one with a help is found twice
        assert "Everything (zip)" in labels
        for label in labels:
            ask(visit, label)
            path = take(visit, label, tmp_path)
            assert path.name.startswith("national-coordinator-")
            content = path.read_bytes()
            if path.suffix == ".zip":
                with zipfile.ZipFile(io.BytesIO(content)) as archive:
                    assert archive.testzip() is None
                    wrong = [name for name in archive.namelist() if not opens(name, archive.read(name))]
                assert not wrong
            else:
                assert opens(path.name, content), path.name
        visit.nothing_is_wrong()
    said = told_on_the_command_line("reproduce", tmp_path / "national-coordinator-everything.zip")
    assert "are the same to the last byte" in " ".join(said.split())


def test_two_people_at_once_get_their_own(browser: Any, app: str, tmp_path: Path) -> None:
    cases = ("national-coordinator", "regional-office")
    with person(browser) as first, person(browser) as second:
        both = list(zip((first, second), cases, strict=True))
        for visit, case in both:
            visit.open_page(app, "Decision", case=case)
            unfold(visit)
        for visit, _ in both:
            ask(visit, "Tables (CSV, zipped)")
        paths = [take(visit, "Tables (CSV, zipped)", tmp_path) for visit, _ in both]
        for visit, _ in both:
            visit.nothing_is_wrong()
    for path, case in zip(paths, cases, strict=True):
        assert path.name == f"{case}-tables.zip"
        out = tmp_path / case
        told_on_the_command_line("export", f"data/{case}.toml", "--formats", "csv", "--out", out)
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                assert archive.read(name) == (out / name).read_bytes(), (case, name)
