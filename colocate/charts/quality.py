"""How many figures are exact, estimated and assumed: a light picture of bars, without a script."""

from __future__ import annotations

from colocate.analysis.quality import Known
from colocate.case import Case
from colocate.charts.colours import colours
from colocate.charts.picture import Picture
from colocate.safe import for_html
from colocate.words.language import ENGLISH, Language
from colocate.words.pages.figures import MEANING, bar_label, finding, picture_in_words

THICK = 14
"""Pixels of a bar."""


def quality_picture(found: Known, case: Case, language: Language = ENGLISH, *, dark: bool = False) -> Picture:
    """Draw a bar for each quality, as long as there are figures of it; the assumed ones that matter are filled."""
    look, most = colours(dark), max(found.counts.values(), default=0) or 1
    rows = []
    for quality, count in found.counts.items():
        matter = len(found.assumed_that_matter) if quality == "assumed" else 0
        parts = [(matter, look.text), (count - matter, look.grid)]
        bars = "".join(
            f'<span style="display:inline-block;height:{THICK}px;width:{55 * part / most:.2f}%;'
            f'background:{colour};border:{"1px" if part else "0"} solid {look.quiet};box-sizing:border-box"></span>'
            for part, colour in parts
        )
        label, value = for_html(language.say(MEANING[quality])), for_html(bar_label(quality, found, language))
        rows.append(
            f'<div style="margin-bottom:.5rem"><div style="font-size:.875rem">{label}</div>'
            f'<div style="display:flex;align-items:center">{bars}&nbsp;<span>{value}</span></div></div>'
        )
    return Picture(
        f'<div style="color:{look.text}">{"".join(rows)}</div>',
        finding(found, case, language),
        picture_in_words(found, language),
    )
