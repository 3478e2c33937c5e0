"""The safeguards of the mandate as bars of points: what is kept, what is kept in part, and what nobody has answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from colocate.analysis.mandate.answers import ANSWERS, answers_by_theme
from colocate.charts.colours import Colours
from colocate.charts.drawing import Table
from colocate.charts.lettering import file_name
from colocate.charts.marks import draw_filled, pattern
from colocate.charts.rows import lay_out, rows_of
from colocate.charts.theme import Chart, begin, finish, nothing_to_draw
from colocate.model.criteria import ANSWER_SCORES, YES
from colocate.model.outcome import Outcome
from colocate.words import chart_columns as columns
from colocate.words import mandate as words
from colocate.words.language import ENGLISH, Language
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
        Answered({answer: sum(counts[option.id][answer] for counts in themes.values()) for answer in ANSWERS}, place)
        for place, option in enumerate(outcome.options)
        if themes
    ]
    finding = words.finding_scores(outcome, language)
    return _chart(finding, bars, words.labels_of_scores(outcome, language), "mandate", language, dark)


def mandate_themes(outcome: Outcome, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw the same for each theme of the checklist by itself."""
    bars = [
        Answered(counts, outcome.place_of(option))
        for by_option in answers_by_theme(outcome).values()
        for option, counts in by_option.items()
    ]
    finding = words.finding_themes(outcome, language)
    return _chart(finding, bars, words.labels_of_themes(outcome, language), "mandate-themes", language, dark)


def _chart(
    finding: Finding, bars: Sequence[Answered], labels: Sequence[str], name: str, language: Language, dark: bool
) -> Chart:
    """Draw a bar for each label: what each answer adds to it behind those before, and the key of patterns in grey."""
    figure = begin(language, dark)
    if not bars:
        return nothing_to_draw(figure, finding, file_name(name))
    look, rows = figure.look, rows_of(labels, BAR)
    shades = [look.of(bar.place) for bar in bars]
    for answer in PATTERNS:
        if any(bar.counts[answer] for bar in bars):
            points = [bar.points(answer) for bar in bars]
            draw_filled(figure, rows.middles, points, _filled(shades, answer, look), width=BAR, showlegend=False)
            key = language.say(words.KEY[answer])
            draw_filled(figure, rows.middles[:1], [0], _filled([look.quiet], answer, look), width=BAR, name=key)
    figure.tell(
        columns.ANSWERS,
        (
            (label, answer, bar.counts[answer], bar.points(answer))
            for label, bar in zip(labels, bars, strict=True)
            for answer in bar.counts
        ),
    )
    for row in rows.middles:
        box = {"x0": 0, "x1": YES, "y0": row - rows.half, "y1": row + rows.half}
        figure.add_shape(type="rect", **box, layer="below", line={"color": look.quiet, "width": 1})
    figure.update_layout(barmode="stack")
    axis = words.axis_of_scores(language)
    lay_out(figure, rows, labels, title_text=axis, range=[-0.5, 100.5], dtick=25, zeroline=False)
    return finish(figure, finding, file_name(name), height=rows.height + 110, legend=LEGEND)


def _filled(shades: list[str], answer: str, look: Colours) -> Table:
    """Fill bars with their colours under the answer's pattern; open ones with the pattern alone."""
    ground = [look.background] * len(shades)
    inside, lines = (ground, shades) if answer == "unknown" else (shades, ground)
    return {"color": inside, "line": {"color": shades, "width": 1}, "pattern": pattern(PATTERNS[answer], lines)}
