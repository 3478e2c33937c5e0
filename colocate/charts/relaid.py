"""Rows and lists of a drawing laid out anew where there is more room than on a telephone.

A row's label goes from above its mark to the left of it; the list below a plan goes beside it, or takes the
whole width. Marks, bars and lines keep their place within their row.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from colocate.charts.drawing import Lines, Table
from colocate.charts.lettering import LINE_HEIGHT, fitting, width_of, wrapped
from colocate.charts.places import LIST_TOP
from colocate.charts.rows import GAP
from colocate.charts.theme import FONT_SIZE
from colocate.safe import for_svg

BETWEEN = 16
"""Pixels between a label and its row, or a plan and its list."""
APART, MANY, CLOSE = 14, 8, 8
"""Pixels between two rows whose labels stand beside them; where there are more than so many, the last."""
ABOVE = 10
"""Pixels above the first row: its label does not part it from the title any more."""
MARK = 16
"""Pixels of a mark before an entry of a list."""
PLAN = 0.46
"""Part of the width that a plan takes with its list beside it."""
PLAN_HEIGHT = 470
"""Pixels upwards of a plan."""


def beside_rows(figure: Table, labels: Lines, room: float) -> int:
    """Put the labels left of their rows, in a column of at most so many pixels; give the height of all rows.

    `_beside` of the layout tells the width of the column.
    """
    layout = figure["layout"]
    column = min(room, max(width_of(words, FONT_SIZE) for words in labels.texts))
    texts = [fitting(words, column, FONT_SIZE) for words in labels.texts]
    tops: list[float] = []
    ends: list[float] = []
    shifts: list[float] = []
    heads: list[float] = []
    middles: list[float] = []
    at, end, apart = float(ABOVE), 0.0, CLOSE if len(texts) > MANY else APART
    for words, lines, middle in zip(labels.texts, texts, labels.middles, strict=True):
        top = middle - labels.half - LINE_HEIGHT * len(wrapped(words, labels.width)) - 4
        heads.append(at - end)
        at += top - end
        height = max(LINE_HEIGHT * len(lines), 2 * labels.half)
        middles.append(at + height / 2)
        shifts.append(at + height / 2 - middle)
        tops.append(top)
        at += height + apart
        end = middle + labels.half + GAP
        ends.append(end)
    whole = float(layout["yaxis"]["range"][0])

    def moved(y: float) -> float:
        """Give the new place of a place: that of its row, or of what stands above the row."""
        row = bisect_right(tops, y) - 1
        if y >= whole - 0.5:
            return at
        if row < 0 or (y > ends[row] and row + 1 < len(tops)):
            return y + heads[row + 1]
        return y + shifts[row]

    _move(figure, moved)
    for place, (lines, middle) in enumerate(zip(texts, middles, strict=True), labels.first):
        text = "<br>".join(for_svg(line, None) for line in lines)
        beside = {"y": middle, "yanchor": "middle", "xshift": -column - BETWEEN}
        layout["annotations"][place] |= {"text": text, **beside}
    for one in layout["annotations"][: labels.first] + layout["annotations"][labels.first + len(texts) :]:
        if one.get("xref") == "paper" and one["x"] == 0:
            one["xshift"] = -column - BETWEEN
    layout["yaxis"]["range"] = [at, 0]
    layout["_beside"] = column + BETWEEN
    return round(at)


def _move(figure: Table, moved: Callable[[float], float]) -> None:
    """Move all that lies on the axis upwards."""
    for trace in figure["data"]:
        trace["y"] = [moved(float(y)) for y in trace["y"]]
    for shape in figure["layout"].get("shapes", ()):
        if shape.get("yref", "y") == "y":
            shape["y0"], shape["y1"] = moved(shape["y0"]), moved(shape["y1"])
    for one in figure["layout"].get("annotations", ()):
        if one.get("yref", "y") == "y":
            one["y"] = moved(one["y"])


def beside_plan(figure: Table, labels: Lines, inside: float) -> int:
    """Put the list right of its plan; give the height that both take."""
    layout, part = figure["layout"], PLAN
    right = round(part + BETWEEN / inside, 4)
    height = max(PLAN_HEIGHT, _listed(figure, labels, (1 - right) * inside, right))
    layout["xaxis"]["domain"], layout["yaxis"]["domain"] = [0, part], [0, 1]
    layout["xaxis2"]["domain"], layout["yaxis2"] = [right, 1], {**layout["yaxis2"], "domain": [0, 1]}
    layout["yaxis2"]["range"] = [height, 0]
    return round(height)


def under_plan(figure: Table, labels: Lines, inside: float) -> int:
    """Put the list below its plan on the whole width; give the height that both take."""
    layout, height = figure["layout"], _listed(figure, labels, inside, 0.0)
    whole = PLAN_HEIGHT + height
    layout["yaxis"]["domain"] = [round(height / whole, 5), 1.0]
    layout["yaxis2"] |= {"domain": [0.0, round(height / whole, 5)], "range": [height, 0]}
    return round(whole)


def _listed(figure: Table, labels: Lines, room: float, left: float) -> float:
    """Wrap the entries of a list to the room there is, below each other; give their height."""
    top, layout = LIST_TOP, figure["layout"]
    marks = iter(figure["data"][len(figure["data"]) - sum(labels.marked) :])
    for place, (words, marked) in enumerate(zip(labels.texts, labels.marked, strict=True), labels.first):
        lines = fitting(words, room - MARK, FONT_SIZE)
        text = "<br>".join(for_svg(line, None) for line in lines)
        layout["annotations"][place] |= {"text": text, "y": top, "x": left}
        if marked:
            next(marks)["y"] = [top + LINE_HEIGHT / 2]
        top += LINE_HEIGHT * len(lines) + 4
    return top
