"""How long a full rerun of the Decision page takes on the server, as a ratio to a bare page with as many widgets.

Run: python -m benchmarks.decision_page

A lever is moved and the script runs again whole: the changed case is checked, evaluated, put into words and charts. The
floor is a Streamlit script with the same number of sliders, toggles, select boxes and texts, and no model. Both go
through Streamlit's own test runner, taken in turn, so its cost is in both.
"""

from __future__ import annotations

import statistics
import timeit
from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[1]
REPEATS = 15


def bare(sliders: int, toggles: int, boxes: int, texts: int) -> None:
    """Draw as many widgets as the page has, with nothing behind them."""
    import streamlit as st  # noqa: PLC0415  (the test runner runs this function as a script of its own)

    for number in range(sliders):
        st.sidebar.slider(f"slider {number}", 0.0, 10.0, 5.0)
    for number in range(toggles):
        st.sidebar.toggle(f"toggle {number}")
    for number in range(boxes):
        st.sidebar.selectbox(f"box {number}", ["a", "b"])
    for number in range(texts):
        st.markdown(f"text {number}")


def main() -> None:
    """Print the median rerun of the page and of the floor, and their ratio."""
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    counts = {
        "sliders": len(page.slider),
        "toggles": len(page.toggle),
        "boxes": len(page.selectbox),
        "texts": len(page.markdown) + len(page.caption) + len(page.get("html")),
    }
    floor = AppTest.from_function(bare, default_timeout=60, kwargs=counts).run()
    times: dict[str, list[float]] = {"floor": [], "page": []}
    for number in range(REPEATS):
        for name, app in (("floor", floor), ("page", page)):
            slider = app.slider[0]
            slider.set_value(slider.min if number % 2 else slider.max)
            times[name].append(timeit.timeit(app.run, number=1) * 1e3)
    assert not page.exception
    medians = {name: statistics.median(each) for name, each in times.items()}
    print(f"widgets and texts: {counts}")
    print(f"floor {medians['floor']:.0f} ms, Decision page {medians['page']:.0f} ms (median of {REPEATS})")
    print(f"ratio {medians['page'] / medians['floor']:.1f}")


if __name__ == "__main__":
    main()
