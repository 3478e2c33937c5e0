"""Paper of a fixed size in pixels on which a plan is laid out, so that no name lies on another or over the edge."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

BARE = 6.0
"""Pixels left free on each side of what has no name, such as a ring."""

NAMES_ASIDE, NAMES_ABOVE = 45.0, 65.0
"""Pixels left free on each side of points, across and upwards: for their names, the scale bar and the north arrow."""

SHORTEST = 0.3
"""Kilometres that a plan shows at least."""

Span = tuple[float, float, float]
"""From one kilometre to another, and the pixels left free on each side."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Paper:
    """The size of the plan in pixels, and of a letter and a line of its names."""

    width: float = 330.0
    height: float = 430.0
    letter: float = 7.8
    line: float = 18.0


@dataclass(frozen=True)
class Label:
    """Words on the plan: the middle of their box in pixels right of and above their point; a line if far from it."""

    words: str
    right: float
    up: float
    line: bool


class Sheet:
    """The paper with what lies on it already; boxes are left, top, right, bottom in pixels from the top left corner."""

    def __init__(self, paper: Paper, west: float, north: float, scale: float) -> None:
        self.paper, self.west, self.north, self.scale = paper, west, north, scale
        self.taken: list[Box] = []
        self.lines: list[Box] = []

    @classmethod
    def around(cls, points: list[tuple[float, float]], edges: list[tuple[float, float]], paper: Paper) -> Sheet:
        """Choose edges and scale (pixels per kilometre) that hold all points with room for names, and bare edges."""
        across = _spans([one[0] for one in points], [one[0] for one in edges], NAMES_ASIDE)
        upwards = _spans([one[1] for one in points], [one[1] for one in edges], NAMES_ABOVE)
        scale = min(_largest(across, paper.width), _largest(upwards, paper.height))
        east, north = _middle(across, scale), _middle(upwards, scale)
        return cls(paper, east - paper.width / 2 / scale, north + paper.height / 2 / scale, scale)

    def at(self, point: tuple[float, float]) -> tuple[float, float]:
        """Give a point's pixels from the top left corner."""
        return (point[0] - self.west) * self.scale, (self.north - point[1]) * self.scale

    def box_at(self, point: tuple[float, float], half: float, high: float) -> Box:
        """Give the box around a point."""
        x, y = self.at(point)
        return (x - half, y - high, x + half, y + high)

    def keep_corners(self) -> None:
        """Keep the places of the scale bar and the north arrow free."""
        wide, high = self.paper.width, self.paper.height
        self.taken += [(0.0, high - 40.0, 0.42 * wide, high), (wide - 34.0, 0.0, wide, 52.0)]

    def draw_line(self, one: tuple[float, float], other: tuple[float, float]) -> None:
        """Keep names off a line where there is other room."""
        (x, y), (far_x, far_y) = self.at(one), self.at(other)
        steps = max(1, round(math.hypot(far_x - x, far_y - y) / 6.0))
        for step in range(steps + 1):
            part = step / steps
            at = (x + part * (far_x - x), y + part * (far_y - y))
            self.lines.append((at[0] - 1.0, at[1] - 1.0, at[0] + 1.0, at[1] + 1.0))

    def apart(self, points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        """Draw points that lie on each other side by side, a mark's width apart."""
        found: list[tuple[float, float]] = []
        for east, north in points:
            place, turn = (east, north), 0
            while turn < 60 and any(math.dist(self.at(place), self.at(other)) < 9.0 for other in found):
                far = 13.0 * (1 + turn // 6) / self.scale
                place = (east + far * math.cos(turn * math.pi / 3), north + far * math.sin(turn * math.pi / 3))
                turn += 1
            found.append(place)
        return found

    def label(self, point: tuple[float, float], *choices: str) -> Label:
        """Find the nearest free place for the first words that fit beside the point, or the last ones farther off.

        Off the lines where there is such a place near by, else on them.
        """
        x, y = self.at(point)
        for far, taken in (
            *((far, [*self.taken, *self.lines]) for far in (0.0, 12.0)),
            *((far, self.taken) for far in (0.0, 16.0, 34.0, 56.0, 80.0)),
        ):
            for words in choices if far < 20.0 else choices[-1:]:
                half, high = self.paper.letter * len(words) / 2 + 3.0, self.paper.line / 2
                for right, up in _around(half, high, far):
                    box = (x + right - half, y - up - high, x + right + half, y - up + high)
                    if self._is_free(box, taken):
                        self.taken.append(box)
                        return Label(words, right, up, far > 20.0)
        return Label(choices[-1], 14.0, 14.0, line=False)

    def on_ring(self, middle: tuple[float, float], radius: float) -> tuple[float, float] | None:
        """Find a free place for a ring's words on the ring: the topmost first, then to both sides of it."""
        for turn in range(48):
            angle = math.pi / 2 + (turn + 1) // 2 * (1 if turn % 2 else -1) * math.pi / 24
            place = (middle[0] + radius * math.cos(angle), middle[1] + radius * math.sin(angle))
            box = self.box_at(place, 27.0, 9.0)
            if self._is_free(box, self.taken):
                self.taken.append(box)
                return place
        return None

    def _is_free(self, box: Box, taken: list[Box]) -> bool:
        inside = box[0] >= 0 and box[1] >= 0 and box[2] <= self.paper.width and box[3] <= self.paper.height
        return inside and not any(
            box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken
        )


def _spans(points: list[float], edges: list[float], room: float) -> list[Span]:
    """Give what must lie on the paper along one axis: the points with room for their names, and the bare edges."""
    middle, half = (min(points) + max(points)) / 2, max((max(points) - min(points)) / 2, SHORTEST / 2)
    named = (middle - half, middle + half, room)
    return [named, (min(edges), max(edges), BARE)] if edges else [named]


def _largest(spans: list[Span], size: float) -> float:
    """Give the largest scale, in pixels per kilometre, at which every span lies on paper of a size with its room."""
    return min(
        (size - room - other_room) / (high - low)
        for low, _high, room in spans
        for _low, high, other_room in spans
        if high > low
    )


def _middle(spans: list[Span], scale: float) -> float:
    """Give the kilometre that stands in the middle of the paper."""
    least = min(low * scale - room for low, _high, room in spans)
    most = max(high * scale + room for _low, high, room in spans)
    return (least + most) / 2 / scale


def _around(half: float, high: float, far: float) -> Iterator[tuple[float, float]]:
    """Give the middles of a box beside a mark: right, left, above, below, and at the corners."""
    aside, above = half + 10.0 + far, high + 11.0 + far
    yield from ((aside, 0.0), (-aside, 0.0), (0.0, above), (0.0, -above))
    corner = half + 5.0 + far * 0.7, high + 5.0 + far * 0.7
    yield from ((corner[0] * one, corner[1] * other) for one in (1, -1) for other in (1, -1))
