"""Pictures drawn by a real browser: nothing cut off, words are words, nothing harmful, and no process left behind."""

from __future__ import annotations

import io
import os
import re
import signal
import threading
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest

from colocate.analysis.deciding.what_would_change import what_changes
from colocate.analysis.weighing.weighing import weighing
from colocate.casefile.reading import load_case
from colocate.charts import SLIDE, Chart, laid_out
from colocate.export.formats import Taken, made
from colocate.export.pictures import DRAWN, every_chart, finding, pictures
from colocate.export.pictures import browser as driver
from colocate.export.pictures.browser import BrowserFailsError, kept_browser
from colocate.export.pictures.made import sheets_of, slide
from colocate.export.pictures.svg import told
from colocate.model.evaluate import evaluate
from colocate.model.outcome import Outcome
from colocate.stopping import heeding
from tests.documents import DATA_CASES, ROOT
from tests.examples import WHOLE
from tests.export.pictures.test_without_browser import SPOILT
from tests.outcomes import renamed, template  # noqa: F401
from tests.ui.browsing import ARGUMENTS, chromium

pytestmark = pytest.mark.browser

MARK = driver.NOWHERE
"""What stands in the command line of every browser that draws pictures, and of no other."""

OURS = f"COLOCATE_PICTURES_OF={os.getpid()}"
"""What stands in the environment of those that these tests started: others may draw on this machine at the time."""

CASES = [path.stem for path in DATA_CASES if WHOLE or path.stem == "hanoi"]

LONG = (SPOILT.replace(" ", "_"), "W", "e\u0301\u0302", "\u202e\u05d0\u064a", "👩\u200d💻", "漢")

CUT_OFF = """() => {
    const svg = document.querySelector('svg'), whole = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('text')].filter(one => one.textContent.trim()).filter(one => {
        const box = one.getBoundingClientRect();
        return box.width > 0 && (box.left < whole.left - 1 || box.right > whole.right + 1
            || box.top < whole.top - 1 || box.bottom > whole.bottom + 1);
    }).map(one => one.textContent);
}"""


@pytest.fixture(scope="module", autouse=True)
def installed() -> Iterator[None]:
    chromium()
    name, _, ours = OURS.partition("=")
    os.environ[name] = ours
    yield
    del os.environ[name]


@pytest.fixture(scope="module")
def page() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield started.new_page()
        started.close()


def processes() -> list[int]:
    """Every process of a browser that draws pictures for these tests."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if MARK.encode() in (entry / "cmdline").read_bytes() and OURS.encode() in (entry / "environ").read_bytes():
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def nothing_is_left() -> None:
    for _ in range(50):
        if not processes():
            return
        time.sleep(0.1)
    pytest.fail(f"left behind: {processes()}")


def a_chart(found: Outcome) -> Chart:
    return next(next(several) for _heading, several in every_chart(evaluate(found.case, 32)))


@pytest.mark.parametrize("name", CASES)
def test_all_pictures_of_a_case(name: str, page: Any) -> None:
    """Each drawing is words on its sheet, told for those who do not see it; the PDF has them all, in order."""
    futures = evaluate(load_case(ROOT / "data" / f"{name}.toml"), 256)
    found, weighed = what_changes(futures), weighing(futures)
    charts = [chart for _heading, several in every_chart(futures, found, weighed) for chart in several]
    files = dict(pictures(futures, found, weighed, ("svg", "png", "pdf")))
    nothing_is_left()
    drawings = [content.decode() for one, content in sorted(files.items()) if one.endswith(".svg")]
    assert len(drawings) == len(charts)
    cut = {}
    for chart, drawn in zip(charts, drawings, strict=True):
        harmless(drawn)
        assert chart.title in drawn.replace("&#x27;", "'").replace("&amp;", "&")
        page.set_content(f"<body style='margin:0'>{drawn}</body>")
        if told := page.evaluate(CUT_OFF):
            cut[chart.file_name] = told
    assert not cut
    for one, content in files.items():
        if one.endswith(".png"):
            assert content.startswith(b"\x89PNG")
            width = int.from_bytes(content[16:20], "big")
            assert width == (1920 if one.endswith("-slide.png") else 1890)
    printed = pypdf.PdfReader(io.BytesIO(files["charts.pdf"]))
    assert len(printed.pages) == len(charts)
    for chart, leaf in zip(charts, printed.pages, strict=True):
        assert plain(chart.title) in plain(leaf.extract_text()), chart.file_name
    assert b"pdfuaid:part" in files["charts.pdf"]


def plain(text: str) -> str:
    return re.sub(r"\s", "", text)


def harmless(drawn: str) -> None:
    """A drawing holds no script, nothing that acts, and no address outside itself."""
    root = ET.fromstring(drawn)  # noqa: S314 - our own
    assert [child.tag.rpartition("}")[2] for child in root][:2] == ["title", "desc"]
    for part in root.iter():
        assert part.tag.rpartition("}")[2] not in ("script", "a", "foreignObject", "iframe", "image", "use", "animate")
        for name, value in part.attrib.items():
            assert not name.lower().startswith("on"), name
            assert not re.search(r"(?i)javascript:|https?:|//|data:text", value), value
            assert "url(" not in value or re.search(r"url\(['\"]?#", value), value


@pytest.mark.parametrize("text", [SPOILT, *(LONG if WHOLE else ())])
def test_hostile_names_are_inert_in_drawings(template: Outcome, text: str) -> None:  # noqa: F811
    """In each name, so that each picture has it many times; the long ones are one word of 32,000 characters each."""
    name = text if text == SPOILT else (text * 32_000)[:32_000]
    futures = evaluate(renamed(template, name).case, 32)
    files = dict(pictures(futures, formats=DRAWN))
    charts = [chart for _heading, several in every_chart(futures) for chart in several]
    assert len(files) == 3 * len(charts) + 1
    for one, content in files.items():
        assert re.fullmatch(r"chart-\d\d-[a-z0-9-]+(\.svg|-slide\.png|-print\.png)|charts\.pdf", one)
        if one.endswith(".svg"):
            harmless(content.decode())
            assert "\u202e" not in content.decode()
        if one.endswith(".png"):
            assert content.startswith(b"\x89PNG")
            assert min(int.from_bytes(content[at : at + 4], "big") for at in (16, 20)) > 100
    assert len(pypdf.PdfReader(io.BytesIO(files["charts.pdf"])).pages) == len(charts)


def test_the_same_case_gives_the_same_drawings(template: Outcome) -> None:  # noqa: F811
    chart, sheets = a_chart(template), sheets_of(template.case)
    with kept_browser() as one:
        first = [told(one.svg(laid_out(chart, sheets.foot, SLIDE)), "", "") for _ in range(2)]
        images = [slide(one, chart, sheets) for _ in range(2)]
    assert first[0] == first[1]
    assert images[0] == images[1]


def test_a_browser_that_does_not_start_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "browser"
    own.write_text(f"#!/bin/sh\n# {MARK}\nexec sleep 60\n")
    own.chmod(0o755)
    monkeypatch.setenv(finding.NAMED, str(own))
    monkeypatch.setattr(driver, "START", 2.0)
    began = time.monotonic()
    with pytest.raises(BrowserFailsError), kept_browser():
        pytest.fail("it cannot have started")
    assert time.monotonic() - began < 20
    nothing_is_left()


def test_a_browser_that_hangs_is_ended_within_its_limit(template: Outcome, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    chart, sheets = a_chart(template), sheets_of(template.case)
    monkeypatch.setattr(driver, "EACH", 2.0)
    began = time.monotonic()
    with kept_browser() as one:
        for process in processes():
            os.kill(process, signal.SIGSTOP)
        with pytest.raises(BrowserFailsError):
            slide(one, chart, sheets)
    assert time.monotonic() - began < 30
    nothing_is_left()


@pytest.mark.parametrize("wanted", [("png",), ("png", "html", "csv", "json")])
def test_who_cancels_leaves_no_process_and_no_thread(template: Outcome, wanted: tuple[str, ...]) -> None:  # noqa: F811
    class CancelledError(Exception):
        pass

    def give_up() -> None:
        if processes():
            raise CancelledError

    futures = evaluate(template.case, 32)
    taken = Taken(futures, what_changes(futures, base=2, most=2))
    with heeding(give_up), pytest.raises(CancelledError):
        list(made(taken, wanted))
    nothing_is_left()
    assert not [one.name for one in threading.enumerate() if one.name in ("meanwhile", "pictures")]


def test_two_at_once_wait_for_each_other_and_get_their_own(template: Outcome) -> None:  # noqa: F811
    names, seen, got = ("First office", "Second office"), set(), {}

    def work(name: str) -> None:
        chart = a_chart(renamed(template, name))
        with kept_browser() as one:
            group = {os.getpgid(process) for process in processes()}
            seen.add(frozenset(group))
            got[name] = one.svg(laid_out(chart, name, SLIDE)).decode()

    threads = [threading.Thread(target=work, args=(name,)) for name in names]
    for one in threads:
        one.start()
    for one in threads:
        one.join(120)
    for mine, other in (names, names[::-1]):
        assert mine in got[mine]
        assert other not in got[mine]
    assert [len(group) for group in seen] == [1, 1]
    nothing_is_left()
