"""Charts on who gains and who bears: payers, constituents, and groups of them."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.analysis.access.journeys import Journey, group_scores_of, journeys, widest
from colocate.analysis.money.shift import shift
from colocate.charts.theme import (
    BOLD_WIDTH,
    GROUP_MARKERS,
    Chart,
    Colours,
    Figure,
    colours,
    empty_figure,
    file_name,
    finish,
    lines_of,
    nothing_to_draw,
    order_of,
    pick,
    rounded,
    row_height,
    row_labels,
    rows_axis,
    wrapped,
)
from colocate.model.outcome import Outcome
from colocate.model.totals import View
from colocate.words.access import finding_groups, finding_minutes, journey_in_words
from colocate.words.money import PAYER_NAMES, change_in_words, finding_books
from colocate.words.numbers import about, number

BAR = 40
SCORE_ROW = 30
JOURNEY = 38


def books(outcome: Outcome, option_id: str, view: View = "cash", *, locale: str = "en", dark: bool = False) -> Chart:
    """Draw what each payer bears more or less than under the baseline, and what everyone does; a shift is hatched."""
    look, figure = colours(dark), empty_figure(colours(dark), locale)
    finding, currency = finding_books(outcome, option_id, view, locale), outcome.case.currency
    name = file_name("who-pays", option_id, "" if view == "cash" else view)
    if option_id == outcome.baseline.id:
        return nothing_to_draw(finding, name, look, locale)
    moved = shift(outcome, option_id, view)
    told = {payer: amount for payer, amount in moved.by_payer.items() if abs(amount) >= 0.5 or payer == "agency"}
    amounts = [*told.values(), moved.everyone]
    names = [*(PAYER_NAMES[payer] for payer in told), "Everyone together"]
    saved = [amounts[0] + moved.shifted, *amounts[1:]]
    _bars(figure, saved, look, "")
    if moved.shifted > 0:
        _bars(figure, [-moved.shifted], look, "/")
    labels = [
        f"{words}: {change_in_words(amount, currency, locale)}" for words, amount in zip(names, amounts, strict=True)
    ]
    if moved.shifted > 0:
        labels[0] += f" (hatched: {about(moved.shifted, currency, locale)} only shifted to others)"
    row_labels(figure, list(enumerate(labels))[:-1], 0.24, look)
    row_labels(figure, [(len(labels) - 1, labels[-1])], 0.24, look, bold=True)
    rows_axis(figure, len(labels))
    figure.update_layout(barmode="relative")
    figure.update_xaxes(title_text=f"{currency}, in today's money; left of 0: costs less", nticks=5)
    return finish(figure, finding, name, height=row_height(labels, BAR) * len(labels) + 70)


def _bars(figure: Figure, amounts: Sequence[float], look: Colours, hatch: str) -> None:
    shade = [look.less if amount <= 0 else look.more for amount in amounts]
    figure.add_bar(
        orientation="h",
        x=rounded(amounts),
        y=list(range(len(amounts))),
        width=0.42,
        hoverinfo="skip",
        marker={
            "color": shade,
            "line": {"width": 0},
            "pattern": {"shape": hatch, "fillmode": "overlay", "fgcolor": look.background, "solidity": 0.35},
        },
    )


def minutes(outcome: Outcome, option_id: str, *, locale: str = "en", dark: bool = False) -> Chart:
    """Draw each constituent's minutes before (hollow) and after (filled), the largest loss on top.

    Its label tells how the ways are known; the line is dashed where either was worked out from the distance.
    """
    look, figure = colours(dark), empty_figure(colours(dark), locale)
    finding, everyone = finding_minutes(outcome, option_id, locale), journeys(outcome, option_id)
    told = widest(everyone)
    name, option = file_name("minutes", option_id), outcome.option(option_id)
    if not told:
        return nothing_to_draw(finding, name, look, locale)
    groups = list(dict.fromkeys(one.group for one in outcome.case.constituents))
    for group in groups:
        rows = [(row, journey) for row, journey in enumerate(told) if journey.group == group]
        if rows:
            _dumbbells(figure, group, rows, look, groups.index(group) + 1)
    same = option is outcome.baseline
    labels = [journey_in_words(journey, locale, alone=same, short=True) for journey in told]
    row_labels(figure, list(enumerate(labels)), 0.16, look)
    rows_axis(figure, len(told), -0.85)
    hollow = (
        ""
        if same
        else f"<br>hollow: {lines_of(outcome.baseline.name, 40, most=1)}<br>filled: {lines_of(option.name, 40, most=1)}"
    )
    dashed = "" if same else "; dashes: from distance"
    if len(told) < len(everyone):
        dashed += f"<br>the {number(len(told), locale)} that change most, of {number(len(everyone), locale)}"
    figure.update_xaxes(title_text=f"Minutes door to door{dashed}{hollow}", rangemode="tozero", nticks=6)
    height = row_height(labels, JOURNEY) * len(told) + 170
    return finish(figure, finding, name, height=height, legend=80 if same else 112)


def _dumbbells(figure: Figure, group: str, rows: Sequence[tuple[int, Journey]], look: Colours, place: int) -> None:
    """Draw a group's constituents: one trace of lines broken by gaps, one of hollow and one of filled markers."""
    colour, marker = pick(look.series, place), pick(GROUP_MARKERS, place - 1)
    for row, journey in rows:
        figure.add_shape(
            type="line",
            x0=round(journey.before, 2),
            x1=round(journey.after, 2),
            y0=row,
            y1=row,
            layer="below",
            line={
                "color": colour,
                "width": 3,
                "dash": "dash" if "distance" in (journey.known_before, journey.known_after) else "solid",
            },
        )
    for hollow in (True, False):
        figure.add_scatter(
            x=rounded([journey.before if hollow else journey.after for _row, journey in rows]),
            y=[row for row, _journey in rows],
            mode="markers",
            name=lines_of(group, 32, most=1),
            showlegend=not hollow,
            hovertemplate="%{x:.0f} minutes<extra></extra>",
            cliponaxis=False,
            marker={
                "symbol": marker,
                "size": 13,
                "color": look.background if hollow else colour,
                "line": {"color": colour, "width": 2.5},
            },
        )


def group_scores(outcome: Outcome, *, locale: str = "en", dark: bool = False) -> Chart:
    """Draw the access score of every group under every option; the worst-served group is hatched and named."""
    look, figure = colours(dark), empty_figure(colours(dark), locale)
    finding, name = finding_groups(outcome, locale), file_name("access-by-group")
    row, ticks, headers = 0.0, {}, []
    for option in outcome.options:
        scores = group_scores_of(option)
        if not scores:
            continue
        row += 0.65 * (len(wrapped(option.name, BOLD_WIDTH)) - 1)
        headers.append((row, option.name))
        rows = [row + 0.9 + place for place in range(len(scores))]
        worst = min(scores, key=lambda group: scores[group])
        _score_bars(figure, rows, scores, worst, pick(look.series, order_of(outcome, option.id)), look, locale)
        ticks.update(dict(zip(rows, scores, strict=True)))
        row = rows[-1] + 1.35
    if not ticks:
        return nothing_to_draw(finding, name, look, locale)
    row_labels(figure, headers, -0.42, look, bold=True)
    figure.update_yaxes(
        range=[row - 0.6, -0.5],
        tickvals=list(ticks),
        ticktext=[lines_of(group, 14, most=1) for group in ticks.values()],
        showgrid=False,
        zeroline=False,
        ticks="outside",
        ticklen=6,
        tickcolor="rgba(0,0,0,0)",
    )
    figure.update_xaxes(title_text="Access score: 100 near, 0 out of reach", range=[0, 100], dtick=25, showgrid=False)
    return finish(figure, finding, name, height=round(SCORE_ROW * row) + 60)


def _score_bars(
    figure: Figure,
    rows: Sequence[float],
    scores: dict[str, float],
    worst: str,
    colour: str,
    look: Colours,
    locale: str,
) -> None:
    marks = ["/" if group == worst else "" for group in scores]
    figure.add_bar(
        orientation="h",
        x=rounded(list(scores.values())),
        y=list(rows),
        width=0.7,
        hoverinfo="skip",
        marker={
            "color": colour,
            "line": {"width": 0},
            "pattern": {"shape": marks, "fillmode": "overlay", "fgcolor": look.background, "solidity": 0.25},
        },
    )
    for row, (group, score) in zip(rows, scores.items(), strict=True):
        words = f"{number(score, locale)}, worst served" if group == worst else number(score, locale)
        inside = score > 62
        figure.add_annotation(
            x=round(score, 2),
            y=row,
            xanchor="right" if inside else "left",
            xshift=-4 if inside else 4,
            text=words,
            showarrow=False,
            font={"color": look.text},
            bgcolor=look.background if inside else "rgba(0,0,0,0)",
            borderpad=1,
        )
