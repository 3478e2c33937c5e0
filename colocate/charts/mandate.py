"""The safeguards of the mandate as bars of points: what is kept, what is kept in part, and what nobody has answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from colocate.analysis.mandate.answers import ANSWERS, answers_by_theme
from colocate.charts.rows import lay_out, rows_of
from colocate.charts.theme import (
    Chart,
    Colours,
    Figure,
    colours,
    empty_figure,
    file_name,
    finish,
    nothing_to_draw,
    order_of,
    pick,
    rounded,
)
from colocate.model.criteria import ANSWER_SCORES, YES
from colocate.model.outcome import Outcome
from colocate.words.language import ENGLISH, Language
from colocate.words.mandate import (
    KEY,
    axis_of_scores,
    finding_scores,
    finding_themes,
    labels_of_scores,
    labels_of_themes,
)
from colocate.words.money import Finding

BAR = 18
LEGEND = 66

PATTERNS = {"yes": "", "mitigated": "x", "partly": ".", "unknown": "/"}
"""How each answer is drawn, in its option's colour; an open one has a hatch on the bare ground, and no is left bare."""


class Answered(NamedTuple):
    """How often each answer was given, of one option: `place` is the option's, which sets its colour."""

    counts: Mapping[str, int]
    place: int

    def points(self, answer: str) -> float:
        """Return the points of 100 that the questions with this answer give, or may give where they are open."""
        asked = sum(self.counts.values())
        return self.counts[answer] * ANSWER_SCORES.get(answer, YES) / asked if asked else 0.0


def mandate(outcome: Outcome, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw each option's points: kept as far as its full part goes, perhaps as far as the hatched one."""
    themes = answers_by_theme(outcome)
    bars = [
        Answered(
            {answer: sum(counts[option.id][answer] for counts in themes.values()) for answer in ANSWERS},
            order_of(outcome, option.id),
        )
        for option in outcome.options
        if themes
    ]
    finding = finding_scores(outcome, language)
    return _chart(finding, bars, labels_of_scores(outcome, language), "mandate", language, dark)


def mandate_themes(outcome: Outcome, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw the same for each theme of the checklist by itself."""
    bars = [
        Answered(counts, order_of(outcome, option))
        for by_option in answers_by_theme(outcome).values()
        for option, counts in by_option.items()
    ]
    finding = finding_themes(outcome, language)
    return _chart(finding, bars, labels_of_themes(outcome, language), "mandate-themes", language, dark)


def _chart(
    finding: Finding, bars: Sequence[Answered], labels: Sequence[str], name: str, language: Language, dark: bool
) -> Chart:
    look, figure = colours(dark), empty_figure(colours(dark), language.locale)
    if not bars:
        return nothing_to_draw(finding, file_name(name), look, language.locale)
    rows = rows_of(labels, BAR)
    for answer, pattern in PATTERNS.items():
        if any(bar.counts[answer] for bar in bars):
            _segments(figure, [bar.points(answer) for bar in bars], rows.middles, bars, answer, pattern, look)
            _key(figure, rows.middles[0], language.say(KEY[answer]), answer, pattern, look)
    for row in rows.middles:
        box = {"x0": 0, "x1": YES, "y0": row - rows.half, "y1": row + rows.half}
        figure.add_shape(type="rect", **box, layer="below", line={"color": look.quiet, "width": 1})
    lay_out(figure, rows, labels, look)
    figure.update_layout(barmode="stack")
    figure.update_xaxes(title_text=axis_of_scores(language), range=[-0.5, 100.5], dtick=25, zeroline=False)
    return finish(figure, finding, file_name(name), height=rows.height + 110, legend=LEGEND)


def _segments(
    figure: Figure,
    points: Sequence[float],
    rows: Sequence[float],
    bars: Sequence[Answered],
    answer: str,
    pattern: str,
    look: Colours,
) -> None:
    """Draw what one answer adds to every bar, behind what the answers before it gave."""
    shades = [pick(look.series, bar.place) for bar in bars]
    figure.add_bar(
        orientation="h",
        x=rounded(points),
        y=list(rows),
        width=BAR,
        hoverinfo="skip",
        showlegend=False,
        marker=_filled(shades, answer, pattern, look),
    )


def _key(figure: Figure, row: float, words: str, answer: str, pattern: str, look: Colours) -> None:
    """Explain a pattern in grey, for every option has it in its own colour."""
    marker = _filled([look.quiet], answer, pattern, look)
    figure.add_bar(orientation="h", x=[0], y=[row], width=BAR, hoverinfo="skip", name=words, marker=marker)


def _filled(shades: list[str], answer: str, pattern: str, look: Colours) -> dict[str, object]:
    is_open = answer == "unknown"
    return {
        "color": [look.background] * len(shades) if is_open else shades,
        "line": {"color": shades, "width": 1},
        "pattern": {
            "shape": pattern,
            "fillmode": "overlay",
            "fgcolor": shades if is_open else [look.background] * len(shades),
            "size": 7,
            "solidity": 0.3,
        },
    }
