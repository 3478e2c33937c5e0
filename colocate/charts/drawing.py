"""A plotly figure while it is drawn: the plain tables that plotly reads, checked once, when the figure is made.

Set one by one through plotly, the same properties are checked at every call, and a chart takes seven times as long; a
lever that is moved draws its charts again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Table = dict[str, Any]


class Drawing:
    """Traces and layout under plotly's own names; `figure` makes the figure, or says which property is not known."""

    def __init__(self, layout: Table) -> None:
        self.traces: list[Table] = []
        self.layout = layout

    def add_scatter(self, **trace: Any) -> None:
        """Add points or lines."""
        self.traces.append({"type": "scatter", **trace})

    def add_bar(self, **trace: Any) -> None:
        """Add bars."""
        self.traces.append({"type": "bar", **trace})

    def add_waterfall(self, **trace: Any) -> None:
        """Add steps from one total to another."""
        self.traces.append({"type": "waterfall", **trace})

    def add_contour(self, **trace: Any) -> None:
        """Add lines or areas of equal height."""
        self.traces.append({"type": "contour", **trace})

    def add_annotation(self, **annotation: Any) -> None:
        """Add words at a place."""
        self.layout.setdefault("annotations", []).append(annotation)

    def add_shape(self, **shape: Any) -> None:
        """Add a line or an area that is no trace."""
        self.layout.setdefault("shapes", []).append(shape)

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
