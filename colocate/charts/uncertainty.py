"""Charts over possible futures: odds, savings, cost as a fan, and the one-off budget's chances."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.analysis.uncertainty.odds import Range, fan
from colocate.analysis.uncertainty.odds import odds as odds_of
from colocate.analysis.uncertainty.odds import one_off_chance as chance_of
from colocate.charts.decisive import shown
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
from colocate.model.totals import HEADLINE, Reading
from colocate.words import uncertainty_labels as labels_of
from colocate.words.language import ENGLISH, Language
from colocate.words.naming import short_names
from colocate.words.uncertainty import (
    band_label,
    chance_in_words,
    finding_fan,
    finding_odds,
    finding_one_off_chance,
    finding_savings,
    on_average_label,
    saving_in_words,
    shown_savings,
)

BAR = 24
MARK = 22
AXIS = 62
"""Pixels below the rows for the ticks and the axis title."""
CURVE = 420
LEGEND = 58
LABEL_PART = 0.46
"""Part of the narrowest chart's width that a sum written on its right takes."""
BANDS = ((0, 4, 0.22, 90), (1, 3, 0.5, 50))
"""Edges of a fan between which a band is filled, how strongly, and of how many of 100 futures."""


def odds(
    futures: Futures,
    reading: Reading = HEADLINE,
    *,
    language: Language = ENGLISH,
    dark: bool = False,
) -> Chart:
    """Draw in how many of 100 futures each option is the cheapest."""
    look, figure = colours(dark), empty_figure(colours(dark), language.locale)
    found = odds_of(futures, *reading)
    names = short_names(futures.case)
    labels = [names[one.option] for one in found]
    rows = rows_of(labels, BAR)
    shares = [100 * one.cheapest for one in found]
    shades = [pick(look.series, order_of(futures.central, one.option)) for one in found]
    draw_bars(figure, rows.middles, shares, shades, look, width=BAR)
    for one, share, row in zip(found, shares, rows.middles, strict=True):
        words = chance_in_words(futures, one, language)
        write_beside(figure, round(share, 2), row, words, look)
    lay_out(figure, rows, labels, look)
    figure.update_xaxes(title_text=labels_of.odds_axis(language), range=[0, 140], tickvals=[0, 25, 50, 75, 100])
    name = file_name("odds", *shown(reading))
    return finish(figure, finding_odds(futures, reading, language), name, height=rows.height + AXIS)


def savings(
    futures: Futures,
    reading: Reading = HEADLINE,
    *,
    language: Language = ENGLISH,
    dark: bool = False,
) -> Chart:
    """Draw what each option saves against the baseline: on average, and a line from the 5th to the 95th percentile."""
    look, figure = colours(dark), empty_figure(colours(dark), language.locale)
    currency = futures.case.currency
    found = odds_of(futures, *reading)
    told = {one.option: one.saving for one in found if one.saving is not None}
    names = short_names(futures.case)
    labels = [saving_in_words(names[one], saving, currency, language) for one, saving in shown_savings(found).items()]
    rows = rows_of(labels, MARK, before=26)
    _marks(figure, futures, told, rows.middles, look)
    lay_out(figure, rows, labels, look)
    costs_more, saves = labels_of.savings_sides(language)
    zero_line(figure, rows, [costs_more], [saves], look)
    ends = around_zero(min(one.low for one in told.values()), max(one.high for one in told.values()), 96, 60, 12)
    against = lines_of(labels_of.saving_against(names[futures.baseline.id], language), 44, most=2)
    title = "<br>".join([against, labels_of.todays_money(currency, language), labels_of.key(language)])
    figure.update_xaxes(title_text=title, range=ends, nticks=5)
    name = file_name("savings", *shown(reading))
    return finish(figure, finding_savings(futures, reading, language), name, height=rows.height + AXIS + 40)


def cost_fan(
    futures: Futures,
    option_id: str,
    reading: Reading = HEADLINE,
    *,
    language: Language = ENGLISH,
    dark: bool = False,
) -> Chart:
    """Draw an option's cost added up over the years as a fan, with what the baseline is on average beside it."""
    look, figure = colours(dark), empty_figure(colours(dark), language.locale)
    case, baseline = futures.case, futures.baseline
    years = list(range(case.horizon_years + 1))
    found, names = fan(futures, option_id, *reading), short_names(case)
    colour = pick(look.series, order_of(futures.central, option_id))
    for low, high, strength, hundredths in BANDS:
        for edge, filled in ((low, False), (high, True)):
            figure.add_scatter(
                x=years,
                y=rounded(found.edges[edge].tolist()),
                mode="lines",
                line={"width": 1, "color": colour},
                fill="tonexty" if filled else None,
                fillcolor=see_through(colour, strength),
                name=band_label(hundredths, language),
                showlegend=filled,
                hoverinfo="skip",
            )
    money = f"{case.currency} %{{y:,.0f}}"
    lines = [(option_id, found.mean, colour, 3.5, "solid")]
    if option_id != baseline.id:
        beside = fan(futures, baseline.id, *reading).mean
        lines.append((baseline.id, beside, pick(look.series, 0), 3.0, "dash"))
    for one, mean, shade, width, dash in lines:
        label = on_average_label(names[one], language)
        figure.add_scatter(
            x=years,
            y=rounded(mean.tolist()),
            mode="lines",
            line={"width": width, "color": shade, "dash": dash},
            name=lines_of(label, 40),
            hovertemplate=f"{escaped(label)}<br>%{{x}}: {money}<extra></extra>",
        )
    after = labels_of.years_axis(language.month(case.decision_date, 0.0), language)
    figure.update_xaxes(title_text=after, range=[0, years[-1]], showgrid=False)
    figure.update_yaxes(title_text=labels_of.added_up_axis(case.currency, language), rangemode="tozero")
    name = file_name("cost-fan", option_id, *shown(reading))
    finding = finding_fan(futures, option_id, reading, language)
    return finish(figure, finding, name, height=CURVE + 40, legend=LEGEND, right=MARGIN + 6)


def one_off_chance(futures: Futures, option_id: str, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw the chance that an option's one-off budget comes to more than a sum, with two sums marked."""
    look, figure = colours(dark), empty_figure(colours(dark), language.locale)
    finding, name = finding_one_off_chance(futures, option_id, language), file_name("one-off-chance", option_id)
    chance, currency = chance_of(futures.option(option_id)), futures.case.currency
    if chance is None:
        return nothing_to_draw(finding, name, look, language.locale)
    place = order_of(futures.central, option_id)
    colour = pick(look.series, place)
    figure.add_scatter(
        x=rounded(chance.sums),
        y=rounded([100 * one for one in chance.chances]),
        mode="lines",
        line={"width": 3, "color": colour},
        hovertemplate=f"{currency} %{{x:,.0f}}: %{{y:.0f}} / 100<extra></extra>",
    )
    least = chance.sums[0]
    amounts = [language.about(sum_, currency) for sum_ in (chance.expected, chance.rare)]
    marked = (
        (chance.expected, 100 * chance.exceeded, labels_of.on_average_mark(amounts[0], language)),
        (chance.rare, 5.0, labels_of.rare_mark(amounts[1], language)),
    )
    figure.add_scatter(
        x=rounded([sum_ for sum_, _height, _words in marked]),
        y=[round(height, 2) for _sum, height, _words in marked],
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
            text=lines_of(words, 16),
            showarrow=False,
        )
    figure.update_xaxes(
        title_text="<br>".join(labels_of.one_off_axis(currency, language)),
        range=[least, max(chance.sums[-1], (chance.rare - LABEL_PART * least) / (1 - LABEL_PART))],
        nticks=5,
    )
    figure.update_yaxes(title_text=labels_of.exceeded_axis(language), range=[0, 103], dtick=25)
    return finish(figure, finding, name, height=CURVE, right=MARGIN + 10)


def _marks(figure: Figure, futures: Futures, told: dict[str, Range], rows: Sequence[float], look: Colours) -> None:
    """Draw the mark and the range of each option in its own colour and shape."""
    marks = [Mark(one.mean, one.low, one.high, order_of(futures.central, option)) for option, one in told.items()]
    draw_marks(figure, rows, marks, look)


def see_through(colour: str, strength: float) -> str:
    """Give a colour of which the ground shines through.

    >>> see_through("#0068A3", 0.5)
    'rgba(0,104,163,0.5)'
    """
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{strength})"
