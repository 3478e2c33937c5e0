"""A chart on the page: its finding as text, the drawing, its words for those who do not see it, its picture to save.

Plotly is loaded, here and in the browser, when the first chart is shown and not before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from colocate.safe import LONGEST, for_html
from colocate.ui.fragment import part
from colocate.ui.state import scene
from colocate.words.pages import common as words

if TYPE_CHECKING:
    from types import ModuleType

    from colocate.charts import Chart
    from colocate.charts.picture import Picture

ABOVE = 24
"""Pixels kept above a drawing once its title, which stands above it as text, is not drawn on the screen."""


def show(draw: Callable[[ModuleType], Chart], *, titled: bool = True) -> None:
    """Show the chart that `draw` makes from the module of charts; nothing where charts are switched off.

    Not `titled` is one whose finding stands above it already, as the title of its page.
    """
    if scene().choice.charts:
        from colocate import charts  # noqa: PLC0415

        show_chart(draw(charts), titled)


def show_picture(picture: Picture, *, titled: bool = True) -> None:
    """Show a light picture under its finding (left out where the page says it), and the same in words."""
    finding = f'<h2 class="co-finding">{for_html(picture.title)}</h2>' if titled else ""
    st.html(f'{finding}<div class="co-picture">{picture.html}</div>{_in_words(picture.alt)}')


def _in_words(alt: str) -> str:
    return (
        f'<details class="co-plot-words"><summary>{for_html(words.chart_in_words(scene().language))}</summary>'
        f'<p class="co-quiet">{for_html(alt, 20 * LONGEST)}</p></details>'
    )


@part
def show_chart(chart: Chart, titled: bool = True) -> None:
    """Show one chart; its picture's format changes without the page running again."""
    from colocate.charts import print_config  # noqa: PLC0415

    key = "chart-" + re.sub(r"[^a-z0-9-]", "-", chart.file_name)
    picture = st.session_state.get(f"{key}-format") or "SVG"
    with st.container(key=key, gap="small"):
        title = f'<h2 class="co-finding">{for_html(chart.title)}</h2>' if titled else ""
        st.html(_title_outside(chart, key) + title)
        st.plotly_chart(
            chart.figure,
            theme=None,
            key=f"{key}-plot",
            alt=chart.title,
            config=print_config(chart, "svg" if picture == "SVG" else "png"),
        )
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            label, explained = words.picture_format(scene().language)
            st.segmented_control(
                label,
                ["SVG", "PNG"],
                default="SVG",
                required=True,
                key=f"{key}-format",
                help=explained,
                label_visibility="collapsed",
            )
            st.caption(words.how_to_save(scene().language))
        st.html(_in_words(chart.alt))


def _title_outside(chart: Chart, key: str) -> str:
    """Hide the drawn title on the screen, where it stands as text; a saved picture keeps it."""
    spare = int(chart.figure.layout.margin.t) - ABOVE
    plot = f".st-key-{key}-plot"
    return (
        f"<style>{plot} {{ margin-top: -{spare}px; clip-path: inset({spare}px 0 0 0); }}"
        f" {plot} .g-gtitle {{ display: none; }} {plot} .modebar-container {{ top: {spare}px !important; }}</style>"
    )
