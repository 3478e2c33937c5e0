"""One browser kept open while pictures are drawn, and ended with all its processes whatever happens.

Kaleido drives it. A browser takes seconds to start and a picture a twentieth of one, so all pictures of a batch are
drawn in the same one. There is one at a time in a process; who waits for it looks now and then whether the work is
still wanted. Every answer has its limit: a browser that hangs is ended, with the processes it has started.
"""

from __future__ import annotations

import asyncio
import base64
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock, Thread
from typing import Any, TypeVar

import kaleido  # type: ignore[import-untyped]
import plotly  # type: ignore[import-untyped]
from choreographer.errors import BrowserClosedError, BrowserFailedError, ChannelClosedError
from kaleido.errors import KaleidoError  # type: ignore[import-untyped]

from colocate.charts.sheet import Laid
from colocate.export.pictures.finding import BrowserFailsError, NoBrowserError, browser_path
from colocate.safe import for_html
from colocate.stopping import look

Result = TypeVar("Result")
Asked = Future[tuple[bytes, str]]
"""A drawing that was asked for, and its image as the browser gives it: in base 64, empty where none was asked for."""

START, EACH, CLOSE = 45.0, 30.0, 6.0
"""Seconds that the browser has to start, for one picture, and to close."""
GLANCE = 0.2
"""Seconds between two looks whether the work is still wanted."""
TABS = 1
"""Pages in which is drawn at a time."""
TURN = 60
"""Pictures after which the page is loaded anew, so that the browser's memory stays small."""
NOWHERE = "127.0.0.1:9"
"""Where the browser sends whatever it would ask of the network: a port at which nobody listens."""

RASTER = """async function(drawn, width, height) {
    const image = new Image();
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(drawn);
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), {width, height});
    canvas.getContext("2d").drawImage(image, 0, 0, width, height);
    return canvas.toDataURL("image/png").split(",")[1];
}"""
"""Makes an image of a drawing, in the page."""

GONE = (BrowserClosedError, BrowserFailedError, ChannelClosedError, KaleidoError, OSError)
"""What is raised where the browser ended by itself, or could not do what it was asked for."""

ONE_AT_A_TIME = Lock()

for _driver in ("choreographer", "kaleido"):
    # What matters is raised. A note of theirs, as on the last word of a browser that ends, is no text for users: where
    # there is no handler Python prints it.
    logging.getLogger(_driver).addHandler(logging.NullHandler())


class Page:
    """The page in which pictures are drawn: plotly's and kaleido's scripts from this machine, and nothing more."""

    def generate_index(self) -> str:
        """Give the page as text, under the name that kaleido calls."""
        scripts = (
            Path(plotly.__file__).parent / "package_data" / "plotly.min.js",
            Path(kaleido.__file__).parent / "vendor" / "kaleido_scopes.js",
        )
        policy = "default-src 'none'; script-src file:; style-src 'unsafe-inline'; img-src data: blob:; font-src data:"
        tags = "".join(f'<script src="{for_html(one.as_uri(), None)}" charset="utf-8"></script>' for one in scripts)
        return (
            f'<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" '
            f'content="{policy}"><style id="head-style"></style><title></title>{tags}</head>'
            f'<body style="margin: 0; padding: 0;"><img id="kaleido-image" alt=""></body></html>'
        )


class Kept(kaleido.Kaleido):  # type: ignore[misc]
    """Kaleido with a page that stays as it is between two pictures: to load it takes longer than to draw."""

    async def _return_kaleido_tab(self, tab: Any) -> None:
        self.drawn = getattr(self, "drawn", 0) + 1
        if self.drawn % TURN:
            await self.tabs_ready.put(tab)
        else:
            await super()._return_kaleido_tab(tab)


class Browser:
    """A browser under way, as `kept_browser` gives it."""

    def __init__(self, path: str, *, sandbox: bool) -> None:
        self._path, self._sandbox = path, sandbox
        self._loop = asyncio.new_event_loop()
        self._loop.set_exception_handler(lambda _loop, _told: None)  # what matters is raised where an answer is taken
        self._thread = Thread(target=self._loop.run_forever, name="pictures", daemon=True)
        self._kept: Kept | None = None
        self._hangs = False

    def start(self) -> None:
        """Start the browser; BrowserFailsError where it does not come up in time."""
        self._thread.start()
        self._wait(self._ask(self._start()), START)

    def ask(self, laid: Laid, *, image: bool) -> Asked:
        """Ask for a chart as a drawing, as plotly draws it, and for an image of it, and wait for neither."""
        return self._ask(self._drawn(laid, image=image))

    def given(self, asked: Asked) -> tuple[bytes, bytes]:
        """Give the drawing that was asked for, and the image, with as many points as its sheet asks for.

        What was asked for before it must have been given before. BrowserFailsError where it takes too long.
        """
        drawn, image = self._wait(asked, EACH)
        return drawn, base64.b64decode(image)

    def svg(self, laid: Laid) -> bytes:
        """Draw a chart; BrowserFailsError where that takes too long."""
        return self.given(self.ask(laid, image=False))[0]

    def png(self, laid: Laid) -> bytes:
        """Make an image of a chart; BrowserFailsError where that takes too long."""
        return self.given(self.ask(laid, image=True))[1]

    def end(self, *, politely: bool) -> None:
        """End the browser with its processes, and the thread that talked to it; `politely` asks it first."""
        if politely and not self._hangs:
            self._try(self._close())
        self._kill()
        self._try(self._close())
        self._try(_no_more_tasks())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(CLOSE)
        if not self._thread.is_alive():
            self._loop.close()

    async def _start(self) -> None:
        options = {"enable_sandbox": self._sandbox, "proxy_server": NOWHERE}
        self._kept = Kept(n=TABS, timeout=None, page_generator=Page(), path=self._path, **options)
        await self._kept.open()

    async def _drawn(self, laid: Laid, *, image: bool) -> tuple[bytes, str]:
        size = {"format": "svg", "width": laid.width, "height": laid.height}
        drawn: bytes = await self._open.calc_fig(laid.figure, size)
        return drawn, await self._run(RASTER, drawn.decode(), *laid.image) if image else ""

    async def _run(self, function: str, *values: str | float) -> str:
        """Run a function in a page in which nothing else is drawn, and give the text that it promises."""
        ready = await self._open.tabs_ready.get()
        try:
            page = await _asked(ready.tab, "Runtime.evaluate", expression="document")
            called = {"functionDeclaration": function, "arguments": [{"value": one} for one in values]}
            on = {"objectId": page["result"]["objectId"], "awaitPromise": True, "returnByValue": True}
            return str((await _asked(ready.tab, "Runtime.callFunctionOn", **called, **on))["result"]["value"])
        finally:
            self._open.tabs_ready.put_nowait(ready)

    @property
    def _open(self) -> Kept:
        assert self._kept is not None  # noqa: S101
        return self._kept

    async def _close(self) -> None:
        if self._kept is not None:
            await self._kept.close()

    def _ask(self, work: Coroutine[Any, Any, Result]) -> Future[Result]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def _wait(self, asked: Future[Result], limit: float) -> Result:
        """Wait for work of the browser, with looks whether it is still wanted, until its limit."""
        late = time.monotonic() + limit
        try:
            while not wait([asked], GLANCE).done:
                look()
                if time.monotonic() > late:
                    self._hangs = True
                    error = BrowserFailsError()
                    error.is_late = True
                    raise error
            return _answer(asked)
        finally:
            asked.cancel()

    def _try(self, work: Coroutine[Any, Any, object]) -> None:
        asked = self._ask(work)
        with suppress(Exception):
            asked.result(CLOSE)
        asked.cancel()

    def _kill(self) -> None:
        """Kill what is left of the browser: it was started as the head of a group of processes of its own."""
        process: subprocess.Popen[bytes] | None = getattr(self._kept, "subprocess", None)
        if process is None or process.poll() is not None:
            return
        with suppress(OSError):
            if sys.platform == "win32":
                ending = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
                subprocess.run(ending, capture_output=True, timeout=CLOSE, check=False)  # noqa: S603
            else:
                os.killpg(process.pid, signal.SIGKILL)
        with suppress(subprocess.TimeoutExpired):
            process.wait(CLOSE)


def _answer(asked: Future[Result]) -> Result:
    """Give what the browser answered; BrowserFailsError where it could not."""
    try:
        return asked.result()
    except GONE as error:
        raise BrowserFailsError from error


async def _asked(tab: Any, command: str, **parameters: Any) -> dict[str, Any]:
    """Ask the browser for something; BrowserFailsError where it says that it cannot."""
    answer = await tab.send_command(command, parameters)
    if "error" in answer or "exceptionDetails" in answer.get("result", {}):
        raise BrowserFailsError(str(answer))
    told: dict[str, Any] = answer["result"]
    return told


async def _no_more_tasks() -> None:
    """End whatever still waits for the browser."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for one in others:
        one.cancel()
    await asyncio.gather(*others, return_exceptions=True)


@contextmanager
def kept_browser() -> Iterator[Browser]:
    """Give a browser until the end of the block; wait while another is open. NoBrowserError, BrowserFailsError."""
    path = browser_path()
    if path is None:
        raise NoBrowserError
    while not ONE_AT_A_TIME.acquire(timeout=GLANCE):
        look()
    try:
        browser = _started(path)
        politely = False
        try:
            yield browser
            politely = True
        finally:
            browser.end(politely=politely)
    finally:
        ONE_AT_A_TIME.release()


def _started(path: str) -> Browser:
    """Start a browser in its own sandbox where it can have one: not for root, nor in every container."""
    failed: Exception | None = None
    for sandbox in (True, False) if may_have_a_sandbox() else (False,):
        browser = Browser(path, sandbox=sandbox)
        try:
            browser.start()
        except BaseException as error:
            browser.end(politely=False)
            if not isinstance(error, BrowserFailsError) or error.is_late:
                raise
            failed = error
        else:
            return browser
    raise BrowserFailsError from failed


def may_have_a_sandbox() -> bool:
    """Tell whether a browser may shut its pages into a sandbox: it refuses to, run by root."""
    return sys.platform == "win32" or os.geteuid() != 0
