"""How every chart begins and ends: ground, type, title and margins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from colocate.charts.colours import colours
from colocate.charts.drawing import NO_DATA, Data, Drawing, Lines
from colocate.charts.lettering import balanced, bold
from colocate.safe import for_svg
from colocate.words.language import Language
from colocate.words.money import Finding
from colocate.words.numbers import number

FONT = "Arial, Helvetica, sans-serif"
FONTS = "Arial, Liberation Sans, Helvetica, DejaVu Sans, Noto Sans, sans-serif"
"""The same with what stands for it where a machine lacks it, for what does not look for it by itself."""
FONT_SIZE = 14
TITLE_SIZE = 16
TITLE_WIDTH = 40
"""Characters a line of a title that fit on a telephone 390 pixels wide."""
MARGIN = 14
FIRST_LINE = 28
"""Pixels from the top to the foot of the title's first line: plotly hangs several lines from there, not below it."""


@dataclass(frozen=True)
class Chart:
    """A figure with what it shows in words.

    `title` stands in the figure, too, so that a saved image tells what it shows. `title` and `alt` are plain text:
    whoever writes them into HTML or Markdown escapes them. In Streamlit, show the figure with `theme=None`. `labels`
    and `data` are what it is laid out anew from on another sheet, and its figures as a table.
    """

    figure: Any
    title: str
    alt: str
    file_name: str
    labels: Lines | None = None
    data: Data = NO_DATA


def begin(language: Language, dark: bool) -> Drawing:
    """Begin a figure on the page's ground, with a template of a few lines in place of plotly's own."""
    look = colours(dark)
    axis = {
        "gridcolor": look.grid,
        "zerolinecolor": look.quiet,
        "zerolinewidth": 1,
        "automargin": True,
        "fixedrange": True,
        "exponentformat": "B",
        "title": {"font": {"size": FONT_SIZE}, "standoff": 12},
    }
    layout = {
        "font": {"family": FONT, "size": FONT_SIZE, "color": look.text},
        "paper_bgcolor": look.background,
        "plot_bgcolor": "rgba(0,0,0,0)",
        "separators": separators(language.locale),
        "xaxis": axis,
        "yaxis": axis,
        "hoverlabel": {"font": {"family": FONT, "size": FONT_SIZE}, "align": "left"},
        "dragmode": False,
    }
    return Drawing({"template": {"layout": layout}}, look, language)


def separators(locale: str) -> str:
    """Give the locale's decimal mark and thousands mark, as plotly takes them.

    >>> separators("en"), separators("es")
    ('.,', ',.')
    """
    sample = number(12345.5, locale, 1)
    return sample[-2] + sample[2]


def finish(
    figure: Drawing, finding: Finding, file_name: str, *, height: int, legend: int = 0, right: int = MARGIN
) -> Chart:
    """Put the title on top and set the margins; `height` is that of the plot without the title.

    `legend` is the space in pixels between the plot and the legend below it, for the axis; without one, 0.
    """
    lines = balanced(finding.title, TITLE_WIDTH, most=6)
    top = FIRST_LINE + round(len(lines) * TITLE_SIZE * 1.3)
    figure.update_layout(
        title={
            "text": bold("<br>".join(for_svg(line) for line in lines)),
            "font": {"size": TITLE_SIZE},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "pad": {"l": MARGIN},
            "y": 1 - FIRST_LINE / (top + height),
            "yref": "container",
            "yanchor": "top",
        },
        margin={"l": MARGIN, "r": right, "t": top, "b": MARGIN},
        height=top + height,
        showlegend=legend > 0,
    )
    if legend:
        place = {"orientation": "h", "x": 0, "xanchor": "left", "y": -legend / (height - 2 * legend), "yanchor": "top"}
        figure.update_layout(
            legend={**place, "traceorder": "normal", "itemclick": False, "itemdoubleclick": False, "itemwidth": 30}
        )
    return Chart(figure.figure(), finding.title, finding.alt, file_name, figure.labels, figure.data)


def nothing_to_draw(figure: Drawing, finding: Finding, file_name: str) -> Chart:
    """Give a chart of the title alone, where the case does not say enough to draw one."""
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    return finish(figure, finding, file_name, height=40)


def rounded(values: Sequence[float]) -> list[float]:
    """Give numbers to the cent, for a figure small enough to send; never a minus zero."""
    return [round(float(value), 2) + 0.0 for value in values]
