"""A bare Streamlit page: as many widgets as asked for, a headline and charts that follow one slider, and no model.

It is the floor of `lever_in_browser`, which starts it as `streamlit run benchmarks/bare_page.py -- '{...}'`. The
argument is JSON: how many of each kind of `widgets`, by the names that Streamlit has for them on the wire; `charts`,
for each chart the number of points of each line; and `light`, true for figures without plotly's template. With `fields`
it is the floor of `edit_in_browser`: so many widgets of each kind on the page itself, and a headline that says what is
typed in the first box.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import plotly.graph_objects as go
import streamlit as st

FIRST, LAST, START = 0, 100, 20
BOX = "Typed"


def draw(
    widgets: dict[str, int], charts: list[list[int]], *, light: bool, fields: dict[str, int] | None = None
) -> None:
    """Draw widgets at the side, the slider's value as a headline, and the charts; or fields, and what is typed."""
    st.set_page_config(page_title="Bare page", layout="wide")
    if fields is not None:
        _draw_fields(fields)
    with st.sidebar:
        value = st.slider("Lever", FIRST, LAST, START)
        for number in range(1, widgets.get("slider", 0)):
            st.slider(f"Slider {number}", 0.0, 10.0, 5.0)
        for number in range(widgets.get("checkbox", 0)):
            st.toggle(f"Toggle {number}")
        for number in range(widgets.get("selectbox", 0)):
            st.selectbox(f"Select box {number}", ["one", "two", "three"])
        for number in range(widgets.get("button", 0)):
            st.button(f"Button {number}")
        for number in range(widgets.get("download_button", 0)):
            st.download_button(f"Download {number}", b"nothing", on_click="ignore")
        for number in range(widgets.get("file_uploader", 0)):
            st.file_uploader(f"Upload {number}")
    if fields is None:
        st.markdown(f"# The lever stands at {value}")
    for number, lines in enumerate(charts):
        chart = figure(value, lines, light=light)
        st.plotly_chart(chart, theme=None if light else "streamlit", key=f"chart {number}")


def _draw_fields(fields: dict[str, int]) -> None:
    """Draw boxes to type in, and other widgets, below what is typed in the first box."""
    st.markdown(f"# Typed: {st.session_state.get(BOX, '')}")
    st.text_input(BOX, key=BOX)
    for number in range(1, fields.get("text_input", 0)):
        st.text_input(f"Box {number}")
    for number in range(fields.get("text_area", 0)):
        st.text_area(f"Words {number}")
    for number in range(fields.get("selectbox", 0)):
        st.selectbox(f"Choice {number}", ["one", "two", "three"])
    for number in range(fields.get("button", 0)):
        st.button(f"Press {number}")


def figure(value: int, lines: list[int], *, light: bool) -> Any:
    """Give straight lines that rise with the slider's value, as a cost does that is added up."""
    made = go.Figure(layout={"title": {"text": f"Lever at {value}"}, **({"template": "none"} if light else {})})
    for number, points in enumerate(lines):
        years = list(range(points))
        made.add_scatter(
            x=years, y=[value * (number + 1) * year for year in years], mode="lines+markers", name=f"Line {number}"
        )
    return made


if __name__ == "__main__":
    draw(**json.loads(sys.argv[1]))
