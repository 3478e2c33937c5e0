"""How every chart looks: colours, type, margins, escaping, and the settings of a printed image."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from colocate.charts.drawing import Drawing
from colocate.model.outcome import Outcome
from colocate.words.money import Finding
from colocate.words.numbers import number

Figure: TypeAlias = Drawing
"""A figure while it is drawn."""

PRINT = {"width": 1600, "height": 900, "scale": 2}
"""A saved image has width x scale by height x scale pixels, or more height where a chart has many rows."""
PRINT_LAYOUT_WIDTH = 1000
"""Pixels across which a saved image is laid out, so that its type is still read when it is 16 cm wide on paper."""

FONT = "Arial, Helvetica, sans-serif"
FONT_SIZE = 14
TITLE_SIZE = 16
TITLE_WIDTH = 40
LABEL_WIDTH = 46
BOLD_WIDTH = 44
"""Characters a line, for a title and for a label above its row, that fit on a telephone 390 pixels wide."""
LONGEST_NAME = 110
LINE_HEIGHT = 19
MARGIN = 14
FIRST_LINE = 28
"""Pixels from the top to the foot of the title's first line: plotly hangs several lines from there, not below it."""

DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
MARKERS = ("circle", "square", "diamond", "triangle-up", "triangle-down", "pentagon", "star", "hexagon")
GROUP_MARKERS = ("circle", "square", "diamond", "triangle-up", "triangle-down", "star", "hexagon", "bowtie")
"""Shapes of groups of constituents: a pentagon is kept for doors."""
PATTERNS = ("", "/", ".", "x", "-", "\\", "|", "+")


@dataclass(frozen=True)
class Chart:
    """A figure with what it shows in words.

    `title` stands in the figure, too, so that a saved image tells what it shows. `title` and `alt` are plain text:
    whoever writes them into HTML or Markdown escapes them. In Streamlit, show the figure with `theme=None`.
    """

    figure: Any
    title: str
    alt: str
    file_name: str


@dataclass(frozen=True)
class Colours:
    """Colours for one background; those of `series` tell options, funds, groups and headings apart for all eyes."""

    text: str
    quiet: str
    grid: str
    background: str
    less: str
    more: str
    total: str
    series: tuple[str, ...]


LIGHT = Colours(
    text="#1A1A1A",
    quiet="#555555",
    grid="#DDDDDD",
    background="#FFFFFF",
    less="#0068A3",
    more="#B84700",
    total="#666666",
    series=("#333333", "#0068A3", "#B84700", "#00785A", "#A03F78", "#7A6100", "#27718F", "#6B4FA0"),
)
DARK = Colours(
    text="#F2F2F2",
    quiet="#BDBDBD",
    grid="#444444",
    background="#0E1117",
    less="#56B4E9",
    more="#F28E3C",
    total="#A6A6A6",
    series=("#D9D9D9", "#56B4E9", "#F28E3C", "#2DC99C", "#E79AC4", "#F0E442", "#8FD3F4", "#B9A5E8"),
)
"""Darker and lighter kin of the Okabe-Ito colours, each at 4.5 to 1 or more on its background (tested)."""


def colours(dark: bool) -> Colours:
    """Give the colours for a dark or a light page."""
    return DARK if dark else LIGHT


def empty_figure(look: Colours, locale: str) -> Figure:
    """Begin a figure on the page's ground, with a template of a few lines in place of plotly's own."""
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
        "separators": separators(locale),
        "xaxis": axis,
        "yaxis": axis,
        "hoverlabel": {"font": {"family": FONT, "size": FONT_SIZE}, "align": "left"},
        "dragmode": False,
    }
    return Drawing({"template": {"layout": layout}})


def separators(locale: str) -> str:
    """Give the locale's decimal mark and thousands mark, as plotly takes them.

    >>> separators("en"), separators("es")
    ('.,', ',.')
    """
    sample = number(12345.5, locale, 1)
    return sample[-2] + sample[2]


def finish(
    figure: Figure, finding: Finding, file_name: str, *, height: int, legend: int = 0, right: int = MARGIN
) -> Chart:
    """Put the title on top and set the margins; `height` is that of the plot without the title.

    `legend` is the space in pixels between the plot and the legend below it, for the axis; without one, 0.
    """
    lines = balanced(finding.title, TITLE_WIDTH, most=6)
    top = FIRST_LINE + round(len(lines) * TITLE_SIZE * 1.3)
    figure.update_layout(
        title={
            "text": "<b>" + "<br>".join(escaped(line) for line in lines) + "</b>",
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
    return Chart(figure.figure(), finding.title, finding.alt, file_name)


def nothing_to_draw(finding: Finding, file_name: str, look: Colours, locale: str) -> Chart:
    """Give a chart of the title alone, where the case does not say enough to draw one."""
    figure = empty_figure(look, locale)
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    return finish(figure, finding, file_name, height=40)


def row_labels(
    figure: Figure, labels: Sequence[tuple[float, str]], above: float, look: Colours, bold: bool = False
) -> None:
    """Write a label above each row, from the left edge: names of any length fit on the narrowest screen."""
    for row, words in labels:
        lines = [escaped(line) for line in wrapped(words, BOLD_WIDTH if bold else LABEL_WIDTH)]
        text = "<br>".join(lines)
        figure.add_annotation(
            x=0,
            xref="paper",
            xanchor="left",
            y=row - above,
            yanchor="bottom",
            text=f"<b>{text}</b>" if bold else text,
            showarrow=False,
            align="left",
            borderpad=0,
            bgcolor=look.background,
        )


def row_height(labels: Sequence[str], mark: int) -> int:
    """Give the pixels of a row that holds a mark and the label with most lines above it."""
    return mark + LINE_HEIGHT * max(len(wrapped(words, BOLD_WIDTH)) for words in labels)


def rows_axis(figure: Figure, rows: float, first: float = -0.75) -> None:
    """Lay rows 0, 1, 2 ... from top to bottom, without ticks: their labels stand above them."""
    figure.update_yaxes(range=[rows - 0.45, first], visible=False)
    figure.update_xaxes(showgrid=False)


def wrapped(words: str, width: int, most: int = 3) -> list[str]:
    """Break words into lines, the last cut short where there are too many."""
    line = plain(words)
    if most == 1:
        return [line if len(line) <= width else f"{line[: width - 3].rstrip()}..."]
    return textwrap.wrap(line, width, break_long_words=True, max_lines=most, placeholder=" ...") or [""]


def balanced(words: str, width: int, most: int = 3) -> list[str]:
    """Break words into as few lines as `wrapped` does, of lengths as alike as can be."""
    lines = wrapped(words, width, most)
    for narrower in range(width - 1, width // 2, -1):
        tried = wrapped(words, narrower, most + 1)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


def plain(words: str) -> str:
    """Give words as one line without control characters; a space that must not break, as in USD 5, stays one."""
    return re.sub(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+", " ", words).strip()


def escaped(words: str) -> str:
    """Write words so that plotly shows them as they are: it reads <b>, <a href> and %{x} as its own."""
    kept = plain(words)
    kept = kept if len(kept) <= LONGEST_NAME else f"{kept[: LONGEST_NAME - 3]}..."
    kept = kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return kept.replace("%{", "% {").replace("$", "&#36;")


def lines_of(words: str, width: int, most: int = 3) -> str:
    """Wrap and escape words for a label or a legend."""
    return "<br>".join(escaped(line) for line in wrapped(words, width, most))


def file_name(*parts: str) -> str:
    """Give a file name without an ending, of small letters, digits and hyphens."""
    joined = "-".join(re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in ("colocate", *parts) if part)
    return joined[:80].strip("-")


def order_of(outcome: Outcome, option_id: str) -> int:
    """Give an option's place in the case, which sets its colour, dash and marker in every chart."""
    return [option.id for option in outcome.options].index(option_id)


def pick(choices: tuple[str, ...], place: int) -> str:
    """Take a colour, dash, marker or pattern by place, beginning again after the last."""
    return choices[place % len(choices)]


def rounded(values: Sequence[float]) -> list[float]:
    """Give numbers to the cent, for a figure small enough to send; never a minus zero."""
    return [round(float(value), 2) + 0.0 for value in values]


def print_size(chart: Chart) -> dict[str, float]:
    """Give width, height and scale of the chart's saved image: the pixels of `PRINT`, with type that can be read."""
    shrink = PRINT_LAYOUT_WIDTH / PRINT["width"]
    height = max(round(PRINT["height"] * shrink), chart.figure.layout.height)
    return {"width": PRINT_LAYOUT_WIDTH, "height": height, "scale": PRINT["scale"] / shrink}


def print_config(chart: Chart, image_format: Literal["svg", "png"]) -> dict[str, Any]:
    """Give plotly's settings for the screen: one button, which saves the chart as an image of the printed size."""
    return {
        "displaylogo": False,
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "responsive": True,
        "toImageButtonOptions": {"format": image_format, "filename": chart.file_name, **print_size(chart)},
    }
