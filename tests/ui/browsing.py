"""A visit to the app in a real browser, with everything that goes wrong in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest

from tests.documents import ROOT

SCREENS = {1280: 800, 390: 844}
"""Widths of the window with the height of a first screen: a small laptop, a telephone."""

WIDTHS = tuple(SCREENS)
SCHEMES = ("light", "dark")
CASES = ("hanoi", "regional-office", "national-coordinator", "headquarters")
PAGES = {
    "Decision": "",
    "Money": "money",
    "Access": "access",
    "Mandate": "mandate",
    "How sure": "how-sure",
    "What matters": "what-matters",
    "Figures": "figures",
    "Weighing": "weighing",
    "Two cases": "two-cases",
    "Edit case": "edit",
}
"""The pages of a case by name, in the order of their links, with their addresses."""

LINKS = (*PAGES, "Your own office")
"""What the way from page to page leads to; the questions stand behind the last."""

MOST_HEIGHT = 2500
"""Pixels that a page may take on a wide screen when it is opened, its details folded."""

MAIN = "[data-testid=stMain]"
MOST_TABS, MOST_FOLDS = 150, 60
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
OWN_HOST = "127.0.0.1"
LOADED, ANSWERED = 150, 400
"""Milliseconds in which nothing moves on a page that was loaded, and after a press, whose answer may be on its way."""

SETTLED = """async ({quiet, most}) => {
    const busy = () => document.querySelector('[data-testid="stApp"][data-test-script-state="running"]')
        || document.querySelector('[data-testid="stSkeleton"]')
        || [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].some(one => !one.querySelector('.main-svg'));
    const start = performance.now();
    let moved = start;
    const watching = new MutationObserver(() => { moved = performance.now(); });
    watching.observe(document.body, {subtree: true, childList: true, characterData: true});
    while (performance.now() - moved < quiet && performance.now() - start < most) {
        await new Promise(go => setTimeout(go, 25));
        if (busy()) moved = performance.now();
    }
    watching.disconnect();
    return performance.now() - start < most;
}"""


def chromium() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found:
        return found
    if os.environ.get("COLOCATE_NEEDS_BROWSER") == "1":
        pytest.fail("Chromium is not installed, and COLOCATE_NEEDS_BROWSER=1 asks for it")
    pytest.skip("Chromium is not installed (apt-get install chromium)")


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        assert process.poll() is None, log.read_text(encoding="utf-8", errors="replace")
        try:
            with urllib.request.urlopen(address, timeout=1) as answer:  # noqa: S310
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the app did not start in 30 seconds")


@contextmanager
def served(port: int, log: Path) -> Iterator[str]:
    """Start the app on a port of this machine alone, and stop it in the end; nothing it wrote is a Python error."""
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true"]
    command += [f"--server.address={OWN_HOST}", f"--server.port={port}"]
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=out)
        try:
            wait_for(f"http://{OWN_HOST}:{port}/_stcore/health", process, log)
            yield f"http://{OWN_HOST}:{port}"
        finally:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(timeout=20)
                raise
    told = log.read_text(encoding="utf-8", errors="replace")
    assert "Traceback" not in told, told


def window(browser: Any, width: int) -> Any:
    """Give the browser's window of a width: one for all visits, so that it loads what every page needs once."""
    for one in browser.contexts:
        if one.pages and one.pages[0].viewport_size["width"] == width:
            return one
    opened = browser.new_context(
        viewport={"width": width, "height": SCREENS[width]}, locale="en-GB", is_mobile=width < 600
    )
    opened.new_page()  # stays empty, and keeps the window
    return opened


class Visit:
    """One visit, in a tab of its own, with everything that goes wrong in it."""

    def __init__(self, browser: Any, width: int, scheme: str) -> None:
        self.page = window(browser, width).new_page()
        self.page.emulate_media(color_scheme=scheme)
        self.errors: list[str] = []
        self.elsewhere: list[str] = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda sent: self._note(sent.url))
        self.page.on("websocket", lambda opened: self._note(opened.url))

    def close(self) -> None:
        """Close the tab."""
        self.page.close()

    def _hear(self, said: Any) -> None:
        """Keep what the console calls an error, but for Streamlit's own look for its server beside a page's address."""
        beside_a_page = "404" in said.text and "/_stcore/" in said.location["url"]
        if said.type == "error" and not beside_a_page:
            self.errors.append(f"{said.text} {said.location['url']}")

    def _note(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != OWN_HOST:
            self.elsewhere.append(address)

    def open(self, address: str, words: str) -> None:
        self.page.goto(address, wait_until="load")
        self.page.get_by_text(words).first.wait_for(timeout=30_000)
        self.settle(LOADED)

    def open_page(self, app: str, name: str, **parameters: str) -> None:
        """Open a page by its name and wait until all of it is there, the box of the first page as well."""
        self.page.goto(f"{app}/{PAGES[name]}?{urlencode(parameters)}", wait_until="load")
        self.page.locator(f"{MAIN} h1").first.wait_for(timeout=60_000)
        self.settle(LOADED)

    def unfold(self) -> None:
        """Open everything that is folded on the page, one after the other, as what is inside is made when it opens."""
        closed = self.page.locator(f"{MAIN} [data-testid=stExpander] details:not([open]) > summary")
        for _ in range(MOST_FOLDS):
            if not closed.count():
                return
            closed.first.click()
            self.settle()
        raise AssertionError("there is no end of what is folded")

    def height(self) -> float:
        """Measure what the page shows, from its top to the end of its content."""
        found: float = self.page.evaluate(
            "document.querySelector('[data-testid=stMainBlockContainer]').getBoundingClientRect().height"
        )
        return found

    def focused(self) -> str:
        """Give the name and the role of what has the keyboard."""
        said: str = self.page.evaluate("""() => {
            const one = document.activeElement;
            const label = one.getAttribute('aria-label') || (one.labels && one.labels[0] && one.labels[0].innerText);
            const fold = one.tagName === 'SUMMARY' && one.querySelector('p');  // beside it stands the name of an icon
            const role = one.getAttribute('role') || one.tagName.toLowerCase();
            return (label || (fold || one).innerText || '').trim() + '|' + role;
        }""")
        return said.replace("\u2060", "").replace("\xa0", " ")

    def tab_to(self, words: str) -> str:
        """Press Tab until something so named has the keyboard."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            here = self.focused()
            if here.startswith(words):
                return here
        raise AssertionError(f"the tab key does not reach {words}")

    def settle(self, quiet: int = ANSWERED) -> None:
        """Wait until the run is over, every chart is drawn, and nothing on the page has moved for a while."""
        settled = self.page.evaluate(SETTLED, {"quiet": quiet, "most": 60_000})
        assert settled, "the page does not come to rest"

    def picture(self, path: Path) -> None:
        """Take a picture of the whole page: the window is made as high as what scrolls inside it."""
        height = self.page.evaluate("""() => Math.max(900, ...[...document.querySelectorAll(
            '[data-testid="stMainBlockContainer"], [data-testid="stSidebarUserContent"]')]
            .filter(one => one.getBoundingClientRect().left >= 0)
            .map(one => one.getBoundingClientRect().height + 120))""")
        size = self.page.viewport_size
        self.page.set_viewport_size({"width": size["width"], "height": min(int(height) + 40, 12_000)})
        self.page.wait_for_timeout(500)
        self.page.screenshot(path=path)
        self.page.set_viewport_size(size)

    def nothing_is_wrong(self) -> None:
        assert self.page.locator('[data-testid="stException"]').count() == 0
        assert self.page.get_by_text("Traceback").count() == 0
        assert not self.elsewhere, self.elsewhere
        assert not self.errors, self.errors

    def nothing_is_cut_off(self) -> None:
        """Nothing on the page is wider than the window, but for what scrolls in its own box."""
        wider = self.page.evaluate("""() => {
            const main = document.querySelector('[data-testid="stMain"]');
            return main.scrollWidth - main.clientWidth;
        }""")
        assert wider <= 1, f"{wider} pixels stick out"
        cut = self.page.evaluate("""() => [...document.querySelectorAll('.main-svg text')].filter(one => {
            const words = one.getBoundingClientRect();
            const drawing = one.closest('.main-svg').getBoundingClientRect();
            const seen = words.width > 0 && !one.closest('.g-gtitle');
            return seen && (words.left < drawing.left - 2 || words.right > drawing.right + 2);
        }).map(one => one.textContent)""")
        assert not cut, f"cut off in a chart: {cut}"
