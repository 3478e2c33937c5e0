"""Charts over possible futures: odds, savings, cost as a fan, and the one-off budget's chances."""

from __future__ import annotations

from collections.abc import Iterator

from colocate.analysis.uncertainty.odds import Fan, fan
from colocate.analysis.uncertainty.odds import odds as odds_of
from colocate.analysis.uncertainty.odds import one_off_chance as chance_of
from colocate.charts.colours import MARKERS, pick, see_through
from colocate.charts.drawing import Cell
from colocate.charts.lettering import file_name, lines_of, pointed_at
from colocate.charts.marks import draw_bars, draw_marks
from colocate.charts.ranges import ranged
from colocate.charts.rows import AXIS, WIDTH, around_zero, lay_out, rows_of, write_beside, zero_line
from colocate.charts.theme import MARGIN, Chart, begin, finish, nothing_to_draw, rounded
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, Reading
from colocate.words import chart_columns as columns
from colocate.words import uncertainty as words
from colocate.words import uncertainty_labels as labels_of
from colocate.words.language import ENGLISH, Language
from colocate.words.naming import quoted_name, short_names

BAR = 24
MARK = 22
CURVE = 420
LEGEND = 58
NOTE_WIDTH = 16
"""Characters a line of a sum that is written beside its mark."""
LABEL_PART = 0.46
"""Part of the narrowest chart's width that a sum written on its right takes."""
BANDS = ((0, 4, 0.22, 90), (1, 3, 0.5, 50))
"""Edges of a fan between which a band is filled, how strongly, and of how many of 100 futures."""


def odds(futures: Futures, reading: Reading = HEADLINE, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw in how many of 100 futures each option is the cheapest."""
    figure, found, names = begin(language, dark), odds_of(futures, *reading), short_names(futures.case)
    labels = [names[one.option] for one in found]
    rows = rows_of(labels, BAR)
    shares = [100 * one.cheapest for one in found]
    shades = [figure.look.of(futures.place_of(one.option)) for one in found]
    draw_bars(figure, rows.middles, shares, shades, width=BAR)
    figure.tell(columns.ODDS, ((one.option, names[one.option], one.cheapest) for one in found))
    for one, share, row in zip(found, shares, rows.middles, strict=True):
        write_beside(figure, share, row, words.chance_in_words(futures, one, language))
    lay_out(
        figure, rows, labels, title_text=labels_of.odds_axis(language), range=[0, 140], tickvals=[0, 25, 50, 75, 100]
    )
    finding, name = words.finding_odds(futures, reading, language), file_name("odds", reading=reading)
    return finish(figure, finding, name, height=rows.height + AXIS)


def savings(
    futures: Futures, reading: Reading = HEADLINE, *, language: Language = ENGLISH, dark: bool = False
) -> Chart:
    """Draw what each option saves against the baseline: on average, and a line from the 5th to the 95th percentile."""
    figure, found, names = begin(language, dark), odds_of(futures, *reading), short_names(futures.case)
    currency = futures.case.currency
    told = {one.option: one.saving for one in found if one.saving is not None}
    labels = [
        words.saving_in_words(names[one], saving, currency, language)
        for one, saving in words.shown_savings(found).items()
    ]
    rows = rows_of(labels, MARK, before=26)
    draw_marks(figure, rows.middles, [(futures.place_of(option), one) for option, one in told.items()])
    figure.tell(columns.SAVINGS, ranged(futures.case, told))
    ends = around_zero(min(one.low for one in told.values()), max(one.high for one in told.values()), 96, 60, 12)
    against = lines_of(
        labels_of.saving_against(quoted_name(futures.case, futures.baseline.id, language), language), WIDTH, most=2
    )
    title = "<br>".join([against, labels_of.todays_money(currency, language), labels_of.key(language)])
    lay_out(figure, rows, labels, title_text=title, range=ends, nticks=5)
    costs_more, saves = labels_of.savings_sides(language)
    zero_line(figure, rows, [costs_more], [saves])
    finding, name = words.finding_savings(futures, reading, language), file_name("savings", reading=reading)
    return finish(figure, finding, name, height=rows.height + AXIS + 40)


def cost_fan(
    futures: Futures,
    option_id: str,
    reading: Reading = HEADLINE,
    *,
    language: Language = ENGLISH,
    dark: bool = False,
) -> Chart:
    """Draw an option's cost added up over the years as a fan, with what the baseline is on average beside it."""
    figure, case, baseline = begin(language, dark), futures.case, futures.baseline
    years = list(range(case.horizon_years + 1))
    found, names = fan(futures, option_id, *reading), short_names(case)
    colour = figure.look.of(futures.place_of(option_id))
    for low, high, strength, hundredths in BANDS:
        for edge, filled in ((low, False), (high, True)):
            figure.add_scatter(
                x=years,
                y=rounded(found.edges[edge].tolist()),
                mode="lines",
                line={"width": 1, "color": colour},
                fill="tonexty" if filled else None,
                fillcolor=see_through(colour, strength),
                name=words.band_label(hundredths, language),
                showlegend=filled,
                hoverinfo="skip",
            )
    lines = [(option_id, found.mean, colour, 3.5, "solid")]
    if option_id != baseline.id:
        beside = fan(futures, baseline.id, *reading).mean
        lines.append((baseline.id, beside, figure.look.of(0), 3.0, "dash"))
    for one, mean, shade, width, dash in lines:
        label = words.on_average_label(names[one], language)
        figure.add_scatter(
            x=years,
            y=rounded(mean.tolist()),
            mode="lines",
            line={"width": width, "color": shade, "dash": dash},
            name=lines_of(label, 40),
            hovertemplate=pointed_at(label, f"%{{x}}: {case.currency} %{{y:,.0f}}"),
        )
    figure.tell(columns.FAN, _fan_rows(futures, found))
    after = labels_of.years_axis(language.month(case.decision_date, 0.0), language)
    figure.update_xaxes(title_text=after, range=[0, years[-1]], showgrid=False)
    figure.update_yaxes(title_text=labels_of.added_up_axis(case.currency, language), rangemode="tozero")
    finding = words.finding_fan(futures, option_id, reading, language)
    name = file_name("cost-fan", option_id, reading=reading)
    return finish(figure, finding, name, height=CURVE + 40, legend=LEGEND, right=MARGIN + 6)


def _fan_rows(futures: Futures, found: Fan) -> Iterator[tuple[Cell, ...]]:
    """Give the fan of an option by year, as rows of a table."""
    name, currency = short_names(futures.case)[found.option], futures.case.currency
    for year, (mean, edges) in enumerate(zip(found.mean.tolist(), found.edges.T.tolist(), strict=True)):
        yield found.option, name, year, currency, mean, *edges


def one_off_chance(futures: Futures, option_id: str, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw the chance that an option's one-off budget comes to more than a sum, with two sums marked."""
    figure = begin(language, dark)
    finding, name = words.finding_one_off_chance(futures, option_id, language), file_name("one-off-chance", option_id)
    chance, currency = chance_of(futures.option(option_id)), futures.case.currency
    if chance is None:
        return nothing_to_draw(figure, finding, name)
    place = futures.place_of(option_id)
    colour = figure.look.of(place)
    figure.add_scatter(
        x=rounded(chance.sums),
        y=rounded([100 * one for one in chance.chances]),
        mode="lines",
        line={"width": 3, "color": colour},
        hovertemplate=f"{currency} %{{x:,.0f}}: %{{y:.0f}} / 100<extra></extra>",
    )
    named = (option_id, short_names(futures.case)[option_id], currency)
    figure.tell(columns.CHANCE, ((*named, *one) for one in zip(chance.sums, chance.chances, strict=True)))
    least = chance.sums[0]
    average, rare = (language.about(sum_, currency) for sum_ in (chance.expected, chance.rare))
    sums, heights = rounded([chance.expected, chance.rare]), rounded([100 * chance.exceeded, 5.0])
    figure.add_points(sums, heights, {"symbol": pick(MARKERS, place), "size": 13, "color": colour})
    told = (labels_of.on_average_mark(average, language), labels_of.rare_mark(rare, language))
    beside = {"xanchor": "left", "xshift": 9, "yanchor": "bottom", "yshift": 3, "align": "left"}
    for at, height, label in zip(sums, heights, told, strict=True):
        figure.add_line((at, 0), (at, height), behind=True, color=figure.look.quiet, dash="dot")
        width = max(NOTE_WIDTH, *(len(word) for word in label.split(" ")))  # no sum is broken in two
        figure.write(lines_of(label, width), at, height, **beside)
    most = max(chance.sums[-1], (chance.rare - LABEL_PART * least) / (1 - LABEL_PART))
    axis = "<br>".join(labels_of.one_off_axis(currency, language))
    figure.update_xaxes(title_text=axis, range=[least, most], nticks=5)
    figure.update_yaxes(title_text=labels_of.exceeded_axis(language), range=[0, 103], dtick=25)
    return finish(figure, finding, name, height=CURVE, right=MARGIN + 10)
