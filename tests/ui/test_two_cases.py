"""The page Two cases: what this case can be compared with, what it says, and that the choice stays in the address."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from colocate.casefile.changing import write_changes
from colocate.casefile.reading import load_case
from colocate.ui.others import read
from tests.documents import ROOT
from tests.ui.browsing import MAIN, Visit
from tests.ui.hostile import TITLE, hostile_files
from tests.ui.reachable import nothing_shuts_out
from tests.ui.test_pages import is_fine, started, texts, turned, version

DATA = ROOT / "data"
SMALL = "national-coordinator"
CASE = load_case(DATA / f"{SMALL}.toml")
LEVER = next(path for path, one in CASE.quantities.items() if one.lever and one.shape == "pert")
HELD = CASE.quantities[LEVER].high


def shown(**parameters: str) -> AppTest:
    app = turned(started(case=SMALL, **parameters), "two_cases")
    is_fine(app)
    return app


def said(app: AppTest) -> str:
    return " ".join(texts(app))


def another(changes: dict[str, Any]) -> list[tuple[str, bytes]]:
    """Another version of the small case, with its table."""
    text = write_changes((DATA / f"{SMALL}.toml").read_text(encoding="utf-8"), changes)
    table = f"{SMALL}-constituents.csv"
    return [("another.toml", text.encode()), (table, (DATA / table).read_bytes())]


def test_nothing_is_compared_until_a_case_is_chosen_and_the_choice_is_in_the_address() -> None:
    app = shown()
    assert app.selectbox(key="other").value == ""
    assert "Compare this case with another" in said(app)
    app.selectbox(key="other").set_value("hanoi").run()
    is_fine(app)
    assert "no option in common" in said(app)
    assert app.query_params["other"] == "hanoi"


def test_what_is_changed_is_compared_with_the_case_as_it_was_read() -> None:
    app = shown(**{LEVER: str(HELD), **version(SMALL)})
    assert app.selectbox(key="other").value == "original"
    assert "1 input differs." in said(app)
    assert "step 1" in said(app)
    app.session_state["bridge house"] = True
    is_fine(app.run())


def test_a_case_that_is_not_here_is_said_and_not_taken() -> None:
    app = shown(other="upload 12345678")
    assert "not here any more" in said(app)
    assert app.selectbox(key="other").value == ""


@pytest.mark.parametrize("other", [SMALL, "original"])
def test_a_case_is_not_said_to_be_gone_that_is_the_one_shown(other: str) -> None:
    """Who turns to the case that was compared with, or takes all changes back, has lost no file."""
    app = shown(other=other)
    assert "not here any more" not in said(app)
    assert app.selectbox(key="other").value == ""


def test_a_file_is_compared_with_and_does_not_open() -> None:
    app = shown()
    files = [(name, content, "text/plain") for name, content in another({LEVER: HELD})]
    next(one for one in app.file_uploader if one.key == "other upload 0").set_value(files).run()
    is_fine(app)
    assert app.session_state["choice"].case == SMALL
    assert "1 input differs." in said(app)
    broken = [("broken.toml", b"format = 3", "text/plain")]
    next(one for one in app.file_uploader if one.key == "other upload 1").set_value(broken).run()
    is_fine(app)
    assert "The file has faults." in said(app)
    assert "1 input differs." in said(app)


@pytest.mark.slow
def test_every_kind_of_file_can_be_compared_with() -> None:
    from colocate.casefile.form.case_form import form_of
    from colocate.casefile.one_file import one_file
    from colocate.casefile.opened import Opened
    from colocate.export.bundle import zipped

    plain = read(another({}))
    saved = one_file(plain.text, plain.tables, Opened(file_name="x.toml", changes={LEVER: HELD}))
    found = read([("x.colocate", saved)])
    assert found.case.quantities[LEVER].settled == HELD
    assert found.key != plain.key
    bundle = zipped([("case.colocate", saved), ("manifest.json", b"{}")])
    assert read([("x-everything.zip", bundle)]).key == found.key
    form = read([("x-form.xlsx", form_of(plain.case, plain.tables))])
    assert set(form.case.quantities) == set(plain.case.quantities)


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_the_page_shuts_nobody_out_and_keeps_its_choice(
    app: str, browser: Any, pictures: Path, width: int, scheme: str
) -> None:
    visit = Visit(browser, width, scheme)
    try:
        visit.open_page(app, "Two cases", case="hanoi", other="regional-office")
        visit.picture(pictures / f"two-cases-compared-{width}-{scheme}.png")
        nothing_shuts_out(visit)
        visit.nothing_is_cut_off()
        told = visit.page.locator(f"{MAIN} h1").first.inner_text()
        visit.page.reload()
        visit.page.locator(f"{MAIN} h1").get_by_text(told[:20]).wait_for(timeout=60_000)
        visit.settle()
        assert visit.page.locator(f"{MAIN} h1").first.inner_text() == told
        with visit.page.expect_download() as saved:
            visit.page.get_by_role("button", name="Tables and workbook of this comparison").click()
        assert saved.value.suggested_filename == "hanoi-compared.zip"
        with zipfile.ZipFile(saved.value.path()) as packed:
            assert packed.namelist() == ["bridge.csv", "inputs.csv", "both_cases.csv", "bridge.xlsx"]
            assert packed.testzip() is None
        visit.nothing_is_wrong()
    finally:
        visit.close()


@pytest.mark.browser
def test_hostile_names_are_words_on_the_page(app: str, browser: Any) -> None:
    visit = Visit(browser, 1280, "light")
    try:
        visit.open_page(app, "Two cases", case="hanoi")
        visit.page.locator(MAIN).get_by_text("Open a file to compare with").first.click()
        told = [{"name": name, "mimeType": "text/plain", "buffer": content} for name, content in hostile_files()]
        visit.page.locator(f"{MAIN} input[type=file]").set_input_files(told)
        visit.page.get_by_text("First case:").first.wait_for(timeout=60_000)
        visit.settle()
        assert TITLE[:10] in visit.page.locator(MAIN).inner_text()
        visit.unfold()
        visit.nothing_is_wrong()
    finally:
        visit.close()
