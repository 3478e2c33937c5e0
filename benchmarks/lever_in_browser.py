"""How long a moved lever takes in a real browser, as a ratio to a bare Streamlit page with as many widgets and charts.

Run: python -m benchmarks.lever_in_browser [--presses 20]     (needs Chromium and Playwright)

Method. Headless Chromium opens the Decision page of the Hanoi case and focuses one slider. A press of the right arrow
key (of the left one, once the slider is at its end) is stamped in the page itself, when the key goes down; every change
of the verdict's words and of the chart (its text and its lines) is stamped there by a MutationObserver. A press has
ended with the last such change before the app is idle and nothing has changed for a while: so Playwright's own delay
does not count, nor does the wait, nor the painting of the last frame. A press that leaves the words or the chart as
they were is an error.

Floor. `bare_page.py` with the same number of widgets of each kind at the side and the same number of charts, lines and
points, read from what the app sends; it computes nothing, has a headline in place of the texts, and no tables. It is
measured in the same way, with plotly's own look and with a figure without template, which is far smaller. All take
turns, a press each, so that a slow moment of the machine meets all of them.

Three parts of a press are seen from the page: until it sends the press; from there until the last message of the run
is here, which is the script on the server, the way, and what the browser already draws meanwhile; and from there until
all is drawn. A chart that stands last on a page is drawn while the run's last messages arrive or after them.
"""

from __future__ import annotations

import argparse
import base64
import contextlib
import json
import shutil
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Locator, Page, WebSocket, sync_playwright
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.serving import ROOT, serving

APP, BARE = ROOT / "app.py", ROOT / "benchmarks" / "bare_page.py"

ADDRESS = "/?case=hanoi"
LEVER = "Rent at renewal"
"""A figure of the case that moves the verdict's words and the chart at every step, with 50 steps to its end."""
BARE_LEVER = "Lever"
WORDS = ".co-tiles .co-figure"
BARE_WORDS = "[data-testid='stMain'] h1"
CHART = ".js-plotly-plot .main-svg, .co-tiles"
CHART_LINE = ".js-plotly-plot path.js-line, .co-line i, .co-line img"
PICTURE = "co-tiles"
STRIP = 'class="co-strip"'
"""The app's light picture and a row of it; the bare page has a chart by plotly with as many points in its place."""
SLIDER = "[data-testid='stSidebar'] [data-testid='stSlider']"
SLIDER_INPUT = "input[type='range']"
IDLE = "[data-testid='stApp'][data-test-script-state='notRunning']"
WIDGETS = ("slider", "checkbox", "selectbox", "button", "download_button", "file_uploader")
"""Kinds of widgets as Streamlit names them in its messages; a toggle is a checkbox."""
SIDEBAR = 1
"""The sidebar's place in the path of an element."""

WARM_UP = 3
QUIET = 400
"""Milliseconds without a change after which a press has ended."""
LONGEST = 20_000
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]

STAMP = """
(() => {
  const clock = () => performance.now();
  const text = (selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent).join("|");
  const drawn = (one) => one.getAttribute("d") || one.getAttribute("style") || one.src;
  const lines = (selector) => [...document.querySelectorAll(selector)].map(drawn).join("|");
  const seen = () => ({ words: text(WORDS), chart: text(CHART) + lines(CHART_LINE) });
  let before = {}, at = {};
  const look = () => {
    if (!at.key) return;
    const now = seen();
    for (const part of ["words", "chart"]) {
      if (now[part] !== before[part]) at[part] = clock();
      before[part] = now[part];
    }
  };
  new MutationObserver(look).observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["d", "src", "style"],
  });
  document.addEventListener("keydown", () => { before = seen(); at = { key: clock() }; }, { capture: true });
  const Plain = window.WebSocket;
  window.WebSocket = class extends Plain {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", () => { at.received = clock(); });
    }
    send(message) {
      if (at.key && !at.sent) at.sent = clock();
      super.send(message);
    }
  };
  window.settled = () => new Promise((resolve, reject) => {
    const asked = clock();
    const timer = setInterval(() => {
      const last = Math.max(at.words ?? Infinity, at.chart ?? Infinity, at.received ?? Infinity);
      if (document.querySelector(IDLE) && clock() - last > QUIET) {
        clearInterval(timer);
        resolve(at);
      } else if (clock() - asked > LONGEST) {
        clearInterval(timer);
        reject(new Error("still, or never, changing: " + JSON.stringify(at)));
      }
    }, 50);
  });
})();
"""


@dataclass(frozen=True)
class Press:
    """What one press took, in milliseconds since the key went down, and what it cost."""

    words: float
    chart: float
    sent: float
    received: float
    payload: int
    runs: int

    @property
    def total(self) -> float:
        """Return the time until words and chart have changed and stand still."""
        return max(self.words, self.chart)


@dataclass(frozen=True)
class Sent:
    """What a run sends: widgets at the side by kind, the points of each line of each chart, and other elements."""

    widgets: dict[str, int]
    charts: list[list[int]]
    others: int


class Stamped:
    """One page in the browser, whose keys and changes of words and chart are stamped."""

    def __init__(self, browser: Browser, address: str, words: str, chart: str) -> None:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
        self.page: Page = context.new_page()
        self.frames: list[bytes] = []
        names = {"WORDS": words, "CHART": chart, "CHART_LINE": CHART_LINE, "IDLE": IDLE}
        values: dict[str, str | int] = {**names, "QUIET": QUIET, "LONGEST": LONGEST}
        constants = "".join(f"const {name} = {json.dumps(value)};" for name, value in values.items())
        self.page.add_init_script(f"{{ {constants} {STAMP} }}")
        self.page.on("websocket", self._listen)
        self.page.goto(address)
        for shown in (chart, words, IDLE):
            self.page.locator(shown).first.wait_for(timeout=LONGEST, state="attached")
        self.page.wait_for_timeout(QUIET)

    def _listen(self, opened: WebSocket) -> None:
        opened.on("framereceived", lambda frame: self.frames.append(_bytes(frame)))

    def measured(self, key: str) -> Press:
        """Press a key, and wait until all stands still."""
        self.frames.clear()
        self.page.keyboard.press(key)
        at: dict[str, float] = self.page.evaluate("settled()")
        since = {part: stamp - at["key"] for part, stamp in at.items() if part != "key"}
        runs = sum(message.HasField("new_session") for message in self.messages())
        return Press(**since, payload=sum(map(len, self.frames)), runs=runs)

    def messages(self) -> list[Any]:
        """Read the messages that have come since the last press."""
        return [ForwardMsg.FromString(frame) for frame in self.frames]


class Lever(Stamped):
    """One page in the browser with its focused slider."""

    def __init__(self, browser: Browser, address: str, lever: str, words: str) -> None:
        super().__init__(browser, address, words, CHART)
        self.slider: Locator = self.page.locator(SLIDER).filter(has_text=lever).locator(SLIDER_INPUT).first
        self.key = "ArrowRight"

    def press(self) -> Press:
        """Press the key once, and wait until all stands still."""
        self.page.bring_to_front()
        value, low, high = self.slider.evaluate("one => [one.value, one.min, one.max].map(Number)")
        if value in (low, high):
            self.key = "ArrowRight" if value == low else "ArrowLeft"
        self.slider.focus()
        return self.measured(self.key)

    def sent(self) -> Sent:
        """Count what the last run has sent."""
        widgets: Counter[str] = Counter()
        charts, others = [], 0
        for message in self.messages():
            kind = message.delta.new_element.WhichOneof("type") if message.HasField("delta") else None
            if kind in WIDGETS and message.metadata.delta_path[0] == SIDEBAR:
                widgets[kind] += 1
            elif kind == "plotly_chart":
                figure = json.loads(message.delta.new_element.plotly_chart.spec)
                charts.append([len(trace["x"]) for trace in figure["data"]])
            elif kind == "html" and f'class="{PICTURE}"' in message.delta.new_element.html.body:
                charts.append([message.delta.new_element.html.body.count(STRIP)])
            elif kind is not None:
                others += 1
        return Sent(dict(widgets), charts, others)


def _text(coded: str) -> str:
    return base64.b64decode(coded).decode()


def main() -> None:
    """Print a row for the app and for each bare page, and the ratios of their medians."""
    parser = argparse.ArgumentParser(description="How long a moved lever takes in a real browser.")
    parser.add_argument("--presses", type=int, default=20)
    presses: int = parser.parse_args().presses
    with contextlib.ExitStack() as stack:
        address = stack.enter_context(serving(APP)).address
        browser = stack.enter_context(sync_playwright()).chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        stack.callback(browser.close)
        app = Lever(browser, address + ADDRESS, LEVER, WORDS)
        warm_up(app)
        sent = app.sent()
        levers = {"Decision page": app}
        for name, light in (("bare, plotly's look", False), ("bare, light figure", True)):
            given = json.dumps({"widgets": sent.widgets, "charts": sent.charts, "light": light})
            levers[name] = Lever(browser, stack.enter_context(serving(BARE, given)).address, BARE_LEVER, BARE_WORDS)
            warm_up(levers[name])
        assert all(lever.sent().widgets == sent.widgets for lever in levers.values()), "the floor has other widgets"
        times: dict[str, list[Press]] = {name: [] for name in levers}
        for _ in range(presses):
            for name, lever in levers.items():
                times[name].append(lever.press())
    report(sent, times)


def warm_up(lever: Lever) -> None:
    """Press a few times before anything counts: modules are loaded, and the button to reset has appeared."""
    for _ in range(WARM_UP):
        lever.press()


def report(sent: Sent, times: dict[str, list[Press]]) -> None:
    """Print what was measured."""
    (name, app), *floors = times.items()
    points = [sum(lines) for lines in sent.charts]
    print(f"{len(app)} presses each, in turn; milliseconds from the key to the last change of words and chart")
    print(f"at the side: {', '.join(f'{count} {kind}' for kind, count in sorted(sent.widgets.items()))}")
    print(f"charts: {len(points)}, points: {points}; other elements of the {name} alone: {sent.others}\n")
    print(f"{'':<21}{'median':>8}{'best':>7}{'worst':>7}{'words':>8}{'chart':>7}", end="")
    print(f"{'to send':>10}{'to last message':>17}{'to the end':>12}{'bytes':>9}{'runs':>6}")
    for each, measured in times.items():
        totals = [press.total for press in measured]
        print(f"{each:<21}{statistics.median(totals):>8.0f}{min(totals):>7.0f}{max(totals):>7.0f}", end="")
        print(
            f"{median(press.words for press in measured):>8.0f}{median(press.chart for press in measured):>7.0f}",
            end="",
        )
        print(f"{median(press.sent for press in measured):>10.0f}", end="")
        print(f"{median(press.received - press.sent for press in measured):>17.0f}", end="")
        print(f"{median(max(0.0, press.total - press.received) for press in measured):>12.0f}", end="")
        print(f"{median(press.payload for press in measured):>9.0f}{median(press.runs for press in measured):>6.1f}")
    print()
    for floor, measured in floors:
        ratio = median(press.total for press in app) / median(press.total for press in measured)
        print(f"ratio of the medians, {name} to {floor}: {ratio:.2f}")


def median(values: Iterator[float] | Sequence[float]) -> float:
    """Give the median of what was measured."""
    return statistics.median(values)


def chromium() -> str:
    """Find the browser."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    assert found, "Chromium is not installed (apt-get install chromium)"
    return found


def _bytes(frame: str | bytes) -> bytes:
    return frame if isinstance(frame, bytes) else frame.encode()


if __name__ == "__main__":
    main()
