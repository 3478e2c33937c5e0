"""Charts over possible futures: odds, savings, cost as a fan, the one-off budget's chances, and access with ranges."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.analysis.uncertainty.odds import Range, fan
from colocate.analysis.uncertainty.odds import odds as odds_of
from colocate.charts.marks import Mark, draw_bars, draw_marks
from colocate.charts.rows import around_zero, lay_out, rows_of, write_beside, zero_line
from colocate.charts.theme import (
    MARGIN,
    MARKERS,
    Chart,
    Colours,
    Figure,
    colours,
    empty_figure,
    escaped,
    file_name,
    finish,
    lines_of,
    nothing_to_draw,
    order_of,
    pick,
    rounded,
)
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, BookName, View
from colocate.words.numbers import about, month_of
from colocate.words.uncertainty import (
    chance_in_words,
    finding_access_range,
    finding_fan,
    finding_odds,
    finding_one_off_chance,
    finding_savings,
    one_off_chance_of,
    range_in_words,
    score_in_words,
    scores_of,
    typical_in_words,
)

BAR = 24
MARK = 22
AXIS = 62
"""Pixels below the rows for the ticks and the axis title."""
CURVE = 420
LEGEND = 58
LABEL_PART = 0.46
"""Part of the narrowest chart's width that a sum written on its right takes."""
KEY = "mark: typical; line: 90 of 100 futures"
BANDS = ((0, 4, 0.22, "90 of 100 futures"), (1, 3, 0.5, "50 of 100 futures"))
"""Edges of a fan between which a band is filled, how strongly, and its name."""


def odds(
    futures: Futures,
    book: BookName = HEADLINE[0],
    view: View = HEADLINE[1],
    *,
    locale: str = "en",
    dark: bool = False,
) -> Chart:
    """Draw in how many of 100 futures each option is the cheapest."""
    look, figure = colours(dark), empty_figure(colours(dark), locale)
    found = odds_of(futures, book, view)
    rows = rows_of([one.name for one in found], BAR)
    shares = [100 * one.cheapest for one in found]
    shades = [pick(look.series, order_of(futures.central, one.option)) for one in found]
    draw_bars(figure, rows.middles, shares, shades, look, width=BAR)
    for one, share, row in zip(found, shares, rows.middles, strict=True):
        words = chance_in_words(futures, one, locale)
        write_beside(figure, round(share, 2), row, words, look)
    lay_out(figure, rows, [one.name for one in found], look)
    figure.update_xaxes(title_text="Cheapest in so many of 100 futures", range=[0, 140], tickvals=[0, 25, 50, 75, 100])
    name = file_name("odds", book, "" if view == "cash" else view)
    return finish(figure, finding_odds(futures, book, view, locale), name, height=rows.height + AXIS)


def savings(
    futures: Futures,
    book: BookName = HEADLINE[0],
    view: View = HEADLINE[1],
    *,
    locale: str = "en",
    dark: bool = False,
) -> Chart:
    """Draw what each option saves against the baseline: the median, and a line from the 5th to the 95th percentile."""
    look, figure = colours(dark), empty_figure(colours(dark), locale)
    currency = futures.case.currency
    told = {one.option: one.saving for one in odds_of(futures, book, view) if one.saving is not None}
    names = {option.id: option.name for option in futures.options}
    labels = [
        f"{names[one]} {typical_in_words(saving, currency, locale)} ({range_in_words(saving, locale)})"
        for one, saving in told.items()
    ]
    rows = rows_of(labels, MARK, before=26)
    _marks(figure, futures, told, rows.middles, look)
    lay_out(figure, rows, labels, look)
    zero_line(figure, rows, ["costs more"], ["saves"], look)
    ends = around_zero(min(one.low for one in told.values()), max(one.high for one in told.values()), 96, 60, 12)
    against = lines_of(f"Saving against {futures.baseline.name}", 44, most=2)
    figure.update_xaxes(title_text=f"{against}<br>{currency}, in today's money<br>{KEY}", range=ends, nticks=5)
    name = file_name("savings", book, "" if view == "cash" else view)
    return finish(figure, finding_savings(futures, book, view, locale), name, height=rows.height + AXIS + 40)


def cost_fan(
    futures: Futures,
    option_id: str,
    book: BookName = HEADLINE[0],
    view: View = HEADLINE[1],
    *,
    locale: str = "en",
    dark: bool = False,
) -> Chart:
    """Draw an option's cost added up over the years as a fan, with the baseline's median beside it."""
    look, figure = colours(dark), empty_figure(colours(dark), locale)
    case, option, baseline = futures.case, futures.option(option_id), futures.baseline
    years = list(range(case.horizon_years + 1))
    edges = fan(futures, option_id, book, view).edges
    colour = pick(look.series, order_of(futures.central, option_id))
    for low, high, strength, words in BANDS:
        for edge, filled in ((low, False), (high, True)):
            figure.add_scatter(
                x=years,
                y=rounded(edges[edge].tolist()),
                mode="lines",
                line={"width": 1, "color": colour},
                fill="tonexty" if filled else None,
                fillcolor=see_through(colour, strength),
                name=f"{words}",
                showlegend=filled,
                hoverinfo="skip",
            )
    money = f"{case.currency} %{{y:,.0f}}"
    figure.add_scatter(
        x=years,
        y=rounded(edges[2].tolist()),
        mode="lines",
        line={"width": 3.5, "color": colour},
        name=lines_of(f"{option.name}, typically", 40),
        hovertemplate=f"{escaped(option.name)}, typically<br>year %{{x}}: {money}<extra></extra>",
    )
    if option is not baseline:
        figure.add_scatter(
            x=years,
            y=rounded(fan(futures, baseline.id, book, view).edges[2].tolist()),
            mode="lines",
            line={"width": 3, "color": pick(look.series, 0), "dash": "dash"},
            name=lines_of(f"{baseline.name}, typically", 40),
            hovertemplate=f"{escaped(baseline.name)}, typically<br>year %{{x}}: {money}<extra></extra>",
        )
    after = f"Year after the decision ({month_of(case.decision_date, 0.0, locale)})"
    figure.update_xaxes(title_text=after, range=[0, years[-1]], showgrid=False)
    figure.update_yaxes(title_text=f"{case.currency}, added up, not discounted", rangemode="tozero")
    name = file_name("cost-fan", option_id, book, "" if view == "cash" else view)
    finding = finding_fan(futures, option_id, book, view, locale)
    return finish(figure, finding, name, height=CURVE + 40, legend=LEGEND, right=MARGIN + 6)


def one_off_chance(futures: Futures, option_id: str, *, locale: str = "en", dark: bool = False) -> Chart:
    """Draw the chance that an option's one-off budget comes to more than a sum, with two sums marked."""
    look, figure = colours(dark), empty_figure(colours(dark), locale)
    finding, name = finding_one_off_chance(futures, option_id, locale), file_name("one-off-chance", option_id)
    chance, currency = one_off_chance_of(futures, option_id), futures.case.currency
    if chance is None:
        return nothing_to_draw(finding, name, look, locale)
    place = order_of(futures.central, option_id)
    colour = pick(look.series, place)
    figure.add_scatter(
        x=rounded(chance.sums),
        y=rounded([100 * one for one in chance.chances]),
        mode="lines",
        line={"width": 3, "color": colour},
        hovertemplate=f"more than {currency} %{{x:,.0f}}<br>in %{{y:.0f}} of 100 futures<extra></extra>",
    )
    least = chance.sums[0]
    marked = ((chance.even, 50, "50 of 100"), (chance.rare, 5, "5 of 100"))
    figure.add_scatter(
        x=rounded([sum_ for sum_, _height, _words in marked]),
        y=[height for _sum, height, _words in marked],
        mode="markers",
        marker={"symbol": pick(MARKERS, place), "size": 13, "color": colour},
        hoverinfo="skip",
    )
    for sum_, height, words in marked:
        at = round(sum_, 2)
        figure.add_shape(
            type="line", x0=at, x1=at, y0=0, y1=height, layer="below", line={"color": look.quiet, "dash": "dot"}
        )
        figure.add_annotation(
            x=at,
            y=height,
            xanchor="left",
            xshift=9,
            yanchor="bottom",
            yshift=3,
            align="left",
            text=f"<b>more than<br>{about(sum_, currency, locale)}</b><br>in {words}",
            showarrow=False,
        )
    figure.update_xaxes(
        title_text=f"{currency}: the agency's one-off budget,<br>all years, receipts taken off",
        range=[least, max(chance.sums[-1], (chance.rare - LABEL_PART * least) / (1 - LABEL_PART))],
        nticks=5,
    )
    figure.update_yaxes(title_text="Exceeded in so many of 100 futures", range=[0, 103], dtick=25)
    return finish(figure, finding, name, height=CURVE, right=MARGIN + 10)


def access_range(futures: Futures, *, locale: str = "en", dark: bool = False) -> Chart:
    """Draw every option's access score: the median, and a line from the 5th to the 95th percentile."""
    look, figure = colours(dark), empty_figure(colours(dark), locale)
    finding, scores, name = finding_access_range(futures, locale), scores_of(futures), file_name("access-range")
    if not scores:
        return nothing_to_draw(finding, name, look, locale)
    names = {option.id: option.name for option in futures.options}
    labels = [f"{names[one]}: {score_in_words(score, locale, short=True)}" for one, score in scores.items()]
    rows = rows_of(labels, MARK)
    _marks(figure, futures, scores, rows.middles, look)
    lay_out(figure, rows, labels, look)
    figure.update_xaxes(title_text=f"Access score: 100 near, 0 out of reach<br>{KEY}", range=[-1, 101], dtick=25)
    return finish(figure, finding, name, height=rows.height + AXIS + 20)


def _marks(figure: Figure, futures: Futures, told: dict[str, Range], rows: Sequence[float], look: Colours) -> None:
    """Draw the mark and the range of each option in its own colour and shape."""
    marks = [Mark(one.median, one.low, one.high, order_of(futures.central, option)) for option, one in told.items()]
    draw_marks(figure, rows, marks, look)


def see_through(colour: str, strength: float) -> str:
    """Give a colour of which the ground shines through.

    >>> see_through("#0068A3", 0.5)
    'rgba(0,104,163,0.5)'
    """
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{strength})"
