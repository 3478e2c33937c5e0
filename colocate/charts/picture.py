"""A light picture: a drawing in a few kB of HTML and no script, for pages that do without plotly's 4.7 MB."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """A drawing as HTML without a script, what it shows, and the same in words."""

    html: str
    title: str
    alt: str
