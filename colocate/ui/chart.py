"""A chart on the page: its finding as text, the drawing, its words for those who do not see it, and what is saved.

Plotly is loaded, here and in the browser, when the first chart is shown and not before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import streamlit as st

from colocate.safe import LONGEST, for_html
from colocate.ui.fragment import part
from colocate.ui.state import scene
from colocate.words import pictures as saying
from colocate.words.pages import common as words

if TYPE_CHECKING:
    from types import ModuleType

    from colocate.case import Case
    from colocate.charts import Chart
    from colocate.charts.picture import Picture
    from colocate.words.language import Language

ABOVE = 24
"""Pixels kept above a drawing once its title, which stands above it as text, is not drawn on the screen."""

BARE = {"displaylogo": False, "displayModeBar": False, "responsive": True}
"""Plotly's settings: no buttons of its own."""


class OnPaper:
    """The module of charts for what is saved: each chart in the colours of paper, whatever the screen's are."""

    def __init__(self, charts: ModuleType) -> None:
        self._charts = charts

    def __getattr__(self, name: str) -> Callable[..., Chart]:
        """Give a chart of the module, light."""
        drawn: Callable[..., Chart] = getattr(self._charts, name)

        def light(*arguments: Any, **named: Any) -> Chart:
            return drawn(*arguments, **{**named, "dark": False})

        return light


def show(draw: Callable[[ModuleType], Chart], *, titled: bool = True) -> None:
    """Show the chart that `draw` makes from the module of charts; nothing where charts are switched off.

    Not `titled` is one whose finding stands above it already, as the title of its page.
    """
    if scene().choice.charts:
        from colocate import charts  # noqa: PLC0415

        drawn = draw(charts)
        show_chart(drawn, draw(cast("ModuleType", OnPaper(charts))) if scene().dark else drawn, titled)


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
def show_chart(chart: Chart, on_paper: Chart, titled: bool = True) -> None:
    """Show one chart; what is saved is the same in the colours of paper. To save it runs nothing again."""
    key = "chart-" + re.sub(r"[^a-z0-9-]", "-", chart.file_name)
    with st.container(key=key, gap="small"):
        title = f'<h2 class="co-finding">{for_html(chart.title)}</h2>' if titled else ""
        st.html(_title_outside(chart, key) + title)
        st.plotly_chart(chart.figure, theme=None, key=f"{key}-plot", alt=chart.title, config=BARE)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            _to_save(on_paper, key)
        st.html(_in_words(chart.alt))


def _to_save(chart: Chart, key: str) -> None:
    """Offer a chart for a slide, drawn when it is asked for, and the figures behind it."""
    from colocate.export.pictures import why_not  # noqa: PLC0415 - with the first chart

    here = scene()
    missing, (label, explained) = why_not(here.language), saying.for_a_slide(here.language)
    st.download_button(
        label,
        partial(_slide, chart, here.outcome.case, here.language),
        file_name=f"{chart.file_name}.png",
        mime="image/png",
        on_click="ignore",
        key=f"{key}-slide",
        help=missing or explained,
        disabled=missing is not None or not chart.data.rows,
    )
    label, explained = saying.its_figures(here.language)
    st.download_button(
        label,
        partial(_figures, chart),
        file_name=f"{chart.file_name}.csv",
        mime="text/csv",
        on_click="ignore",
        key=f"{key}-figures",
        help=explained,
        disabled=not chart.data.rows,
    )


def _slide(chart: Chart, case: Case, language: Language) -> bytes:
    """Draw a slide; one browser does it for everybody on this server, one picture after the other."""
    from colocate.export.pictures.browser import kept_browser  # noqa: PLC0415 - heavy, for this alone
    from colocate.export.pictures.finding import BrowserFailsError  # noqa: PLC0415
    from colocate.export.pictures.made import sheets_of, slide  # noqa: PLC0415

    try:
        with kept_browser() as browser:
            return slide(browser, chart, sheets_of(case, language))
    except BrowserFailsError as error:
        raise RuntimeError(saying.browser_fails(language)) from error


def _figures(chart: Chart) -> bytes:
    from colocate.export.tables import table  # noqa: PLC0415

    return table(chart.data.columns, chart.data.rows)


def _title_outside(chart: Chart, key: str) -> str:
    """Hide the drawn title on the screen, where it stands as text; a saved picture keeps it."""
    spare = int(chart.figure.layout.margin.t) - ABOVE
    plot = f".st-key-{key}-plot"
    return (
        f"<style>{plot} {{ margin-top: -{spare}px; clip-path: inset({spare}px 0 0 0); }}"
        f" {plot} .g-gtitle {{ display: none; }}</style>"
    )
