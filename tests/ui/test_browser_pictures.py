"""The buttons by each chart, in a real browser: a slide that opens, its figures, and everybody gets their own."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from tests.ui.test_browser_taking_away import person

pytestmark = pytest.mark.browser

CASES = ("national-coordinator", "hanoi")
MADE = 90_000
SLIDE, FIGURES = "For a slide", "Figures (CSV)"


def size_of(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG")
    return int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")


def button(visit: Any, label: str) -> Any:
    return visit.page.get_by_role("button", name=label, exact=True).first


def test_two_people_at_once_get_their_own_slides_and_no_page_runs_again(browser: Any, app: str, tmp_path: Path) -> None:
    slides = {}
    with person(browser) as first, person(browser) as second:
        both = list(zip((first, second), CASES, strict=True))
        for visit, case in both:
            visit.open_page(app, "Money", case=case)
        waiting = [visit.page.expect_download(timeout=MADE) for visit, _ in both]
        downloads = [one.__enter__() for one in waiting]
        for visit, _ in both:
            button(visit, SLIDE).click()
        for one in waiting:
            one.__exit__(None, None, None)
        for (visit, case), download in zip(both, downloads, strict=True):
            path = tmp_path / f"{case}-{download.value.suggested_filename}"
            download.value.save_as(path)
            slides[case] = path.read_bytes()
            assert size_of(slides[case]) == (1920, 1080)
            assert visit.page.locator("[data-test-script-state=running]").count() == 0
            visit.nothing_is_wrong()
    assert slides[CASES[0]] != slides[CASES[1]]


def test_the_figures_behind_a_chart_open(browser: Any, app: str) -> None:
    with person(browser) as visit:
        visit.open_page(app, "Money", case=CASES[0])
        with visit.page.expect_download() as downloading:
            button(visit, FIGURES).click()
        rows = list(csv.reader(io.StringIO(Path(downloading.value.path()).read_text(encoding="utf-8-sig"))))
        assert rows[0][0] in ("option", "step", "heading")
        assert len(rows) > 1
        visit.nothing_is_wrong()
