"""A plotly figure while it is drawn: the plain tables that plotly reads, checked once, when the figure is made.

Set one by one through plotly, the same properties are checked at every call, and a chart takes seven times as long; a
lever that is moved draws its charts again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from colocate.charts.colours import Colours
from colocate.words.language import Language

Table = dict[str, Any]
Point = tuple[float, float]
Cell = str | float | int | None


@dataclass(frozen=True)
class Lines:
    """Texts one below the other on an axis of pixels from top to bottom, for whoever lays them out anew.

    `first` is the place of the first among the figure's annotations; the others follow it. As labels of rows, each
    stands above its mark, whose middle and half height are told, and is wrapped to `width` letters. As a list below a
    plan, `marked` tells which have a mark of their own, drawn in the figure's last traces in their order.
    """

    first: int
    texts: tuple[str, ...]
    width: int
    middles: tuple[float, ...] = ()
    half: float = 0.0
    marked: tuple[bool, ...] = ()


@dataclass(frozen=True)
class Data:
    """The figures behind a chart as a table: each column's name, and the rows, numbers in full."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()


NO_DATA = Data()


class Drawing:
    """Traces and layout under plotly's own names; `figure` makes the figure, or says which property is not known.

    It carries the colours and the language that everything on it is drawn in.
    """

    def __init__(self, layout: Table, look: Colours, language: Language) -> None:
        self.traces: list[Table] = []
        self.layout, self.look, self.language = layout, look, language
        self.labels: Lines | None = None
        self.data = NO_DATA

    def add_scatter(self, **trace: Any) -> None:
        """Add points or lines."""
        self.traces.append({"type": "scatter", **trace})

    def add_bar(self, **trace: Any) -> None:
        """Add bars."""
        self.traces.append({"type": "bar", **trace})

    def add_contour(self, **trace: Any) -> None:
        """Add lines or areas of equal height."""
        self.traces.append({"type": "contour", **trace})

    def add_points(self, x: Sequence[float], y: Sequence[float], marker: Table, **trace: Any) -> None:
        """Add marks, drawn whole on the edge of the plot too; where nothing else is said, they tell nothing more."""
        told = {} if "hovertemplate" in trace else {"hoverinfo": "skip"}
        self.add_scatter(x=list(x), y=list(y), mode="markers", cliponaxis=False, marker=marker, **told, **trace)

    def add_shape(self, **shape: Any) -> None:
        """Add a line or an area that is no trace."""
        self.layout.setdefault("shapes", []).append(shape)

    def add_line(self, start: Point, end: Point, *, behind: bool = False, **line: Any) -> None:
        """Add a straight line, behind the traces where it is a ground for them; `line` is its colour and strokes."""
        layer = {"layer": "below"} if behind else {}
        self.add_shape(type="line", x0=start[0], y0=start[1], x1=end[0], y1=end[1], **layer, line=line)

    def tell(self, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
        """Keep the figures that are drawn, for whoever takes them away as a table."""
        self.data = Data(tuple(columns), tuple(tuple(row) for row in rows))

    def write(self, text: str, x: float, y: float, **place: Any) -> None:
        """Write lines that are escaped already at a place."""
        self.layout.setdefault("annotations", []).append({"text": text, "x": x, "y": y, "showarrow": False, **place})

    def write_at_left(self, text: str, y: float, x: float = 0, **place: Any) -> None:
        """Write lines that are escaped already, set to the left, from the plot's left edge or another part across."""
        self.write(text, x, y, **{"xref": "paper", "xanchor": "left", "align": "left", "borderpad": 0, **place})

    def update_layout(self, *tables: Table, **changes: Any) -> None:
        """Change parts of the layout; what a table does not name stays."""
        for table in (*tables, changes):
            _put(self.layout, table)

    def update_xaxes(self, **changes: Any) -> None:
        """Change the axis across."""
        _put(self.layout.setdefault("xaxis", {}), changes)

    def update_yaxes(self, **changes: Any) -> None:
        """Change the axis upwards."""
        _put(self.layout.setdefault("yaxis", {}), changes)

    def figure(self) -> Any:
        """Make plotly's figure; ValueError where plotly does not know a property or its value."""
        import plotly.graph_objects as go  # type: ignore[import-untyped] # noqa: PLC0415 - a second, for some pages only

        return go.Figure({"data": self.traces, "layout": self.layout})


def _put(table: Table, changes: Mapping[str, Any]) -> None:
    """Put changes into a table, and into the tables inside it."""
    for name, value in changes.items():
        if isinstance(value, Mapping) and isinstance(table.get(name), dict):
            _put(table[name], value)
        else:
            table[name] = dict(value) if isinstance(value, Mapping) else value
