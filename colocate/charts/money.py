"""Charts on money: cost added up over the years, the steps between two options, cost by year, one-off costs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from colocate.analysis.money.budget import one_off_budget, one_off_by_payer
from colocate.analysis.money.cost_headings import GROUPS, by_heading, steps
from colocate.charts.theme import (
    DASHES,
    LINE_HEIGHT,
    MARKERS,
    PATTERNS,
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
    pick,
    rounded,
    row_height,
    row_labels,
    rows_axis,
    wrapped,
)
from colocate.model.outcome import Outcome
from colocate.model.totals import BookName, View
from colocate.quantity import Array
from colocate.words.money import (
    finding_cumulative,
    finding_one_offs,
    finding_waterfall,
    finding_yearly,
    payer_in_words,
    step_in_words,
)
from colocate.words.numbers import about, month_of, number, three_figures

END_LABEL_WIDTH = 14
END_LABEL_SPACE = 122
LINES_HEIGHT = 430
BARS_HEIGHT = 400
BAR = 40
LEGEND = 78
LABELLED, CROWDED = 0.12, 0.5
"""One-off sums below this part of the largest are not written above their bar, the second where years are many."""


def cumulative_cost(
    outcome: Outcome, book: BookName = "agency", view: View = "cash", *, locale: str = "en", dark: bool = False
) -> Chart:
    """Draw the cost of every option added up year by year, each line named at its end."""
    look, figure = colours(dark), empty_figure(colours(dark), locale)
    finding = finding_cumulative(outcome, book, view, locale)
    years = list(range(outcome.case.horizon_years + 1))
    ends = []
    for place, option in enumerate(outcome.options):
        running = [0.0, *rounded(option.money[book, view].cumulative[:, 0].tolist())]
        ends.append(running[-1])
        colour = pick(look.series, place)
        figure.add_scatter(
            x=years,
            y=running,
            mode="lines+markers",
            name=lines_of(option.name, 36),
            line={"color": colour, "dash": pick(DASHES, place), "width": 3 if place == 0 else 2.5},
            marker={"symbol": pick(MARKERS, place), "size": 8, "color": colour, "maxdisplayed": 9},
            hovertemplate=f"{escaped(option.name)}<br>year %{{x}}: {outcome.case.currency} %{{y:,.0f}}<extra></extra>",
        )
    named = _name_the_ends(figure, outcome, ends, look)
    figure.update_xaxes(title_text=_years_after(outcome, locale), range=[-0.2, years[-1] + 0.2], showgrid=False)
    figure.update_yaxes(title_text=f"{outcome.case.currency}, added up, not discounted", rangemode="tozero")
    named_file = file_name("cumulative-cost", book, "" if view == "cash" else view)
    return finish(
        figure,
        finding,
        named_file,
        height=LINES_HEIGHT,
        legend=0 if named else LEGEND,
        right=END_LABEL_SPACE if named else 14,
    )


def _name_the_ends(figure: Figure, outcome: Outcome, ends: Sequence[float], look: Colours) -> bool:
    """Write each option's name at the end of its line, apart from each other; False where there is no room."""
    texts = [wrapped(option.name, END_LABEL_WIDTH, most=4) for option in outcome.options]
    span = max([0.0, *ends]) - min([0.0, *ends])
    pixel = span / (LINES_HEIGHT - 75.0)
    heights = [(len(lines) * LINE_HEIGHT + 6) * pixel for lines in texts]
    if span <= 0 or sum(heights) > span * 1.05:
        return False
    centres = spread(ends, heights, min([0.0, *ends]), max([0.0, *ends]) + 20 * pixel)
    for place, (lines, centre) in enumerate(zip(texts, centres, strict=True)):
        figure.add_annotation(
            x=1,
            xref="paper",
            xanchor="left",
            xshift=6,
            y=centre,
            yanchor="middle",
            text="<br>".join(escaped(line) for line in lines),
            font={"color": pick(look.series, place)},
            showarrow=False,
            align="left",
        )
    return True


def spread(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Move labels apart: centres as near to the wanted ones as fits between low and high, in the same order.

    >>> spread([10.0, 10.0], [4.0, 4.0], 0.0, 20.0)
    [10.0, 14.0]
    >>> spread([20.0, 20.0], [4.0, 4.0], 0.0, 20.0)
    [14.0, 18.0]
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    centres = list(wanted)
    floor = low
    for place in order:
        centres[place] = max(wanted[place], floor + heights[place] / 2)
        floor = centres[place] + heights[place] / 2
    ceiling = high
    for place in reversed(order):
        centres[place] = min(centres[place], ceiling - heights[place] / 2)
        ceiling = centres[place] - heights[place] / 2
    return centres


def waterfall(
    outcome: Outcome,
    option_id: str,
    book: BookName = "agency",
    view: View = "cash",
    *,
    locale: str = "en",
    dark: bool = False,
) -> Chart:
    """Draw the steps from the baseline's present value to the option's, by heading, the largest first."""
    look, figure = colours(dark), empty_figure(colours(dark), locale)
    finding = finding_waterfall(outcome, option_id, book, view, locale)
    option, baseline, currency = outcome.option(option_id), outcome.baseline, outcome.case.currency
    told = () if option is baseline else steps(outcome, option_id, book, view)
    start, end = (float(one.money[book, view].present_value[0]) for one in (baseline, option))
    labels = [f"{baseline.name}: {about(start, currency, locale)}"]
    labels += [step_in_words(step, currency, locale) for step in told]
    values, measures = [start, *(step.amount for step in told)], ["absolute", *["relative"] * len(told)]
    if option is not baseline:
        labels.append(f"{option.name}: {about(end, currency, locale)}")
        values, measures = [*values, 0.0], [*measures, "total"]
    figure.add_waterfall(
        orientation="h",
        x=rounded(values),
        y=list(range(len(values))),
        measure=measures,
        width=0.42,
        textposition="none",
        hoverinfo="skip",
        connector={"line": {"color": look.quiet, "width": 1, "dash": "dot"}},
        increasing={"marker": {"color": look.more}},
        decreasing={"marker": {"color": look.less}},
        totals={"marker": {"color": look.total}},
    )
    cut = _cut([start, *(step.amount for step in told)])
    ends = (0, len(labels) - 1)
    row_labels(figure, [(row, words) for row, words in enumerate(labels) if row not in ends], 0.24, look)
    row_labels(figure, [(row, words) for row, words in enumerate(labels) if row in ends], 0.24, look, bold=True)
    rows_axis(figure, len(labels))
    note = "; the axis does not start at 0" if cut else ""
    figure.update_xaxes(title_text=f"{currency}, in today's money{note}", range=cut, nticks=5)
    name = file_name("steps", option_id, book, "" if view == "cash" else view)
    return finish(figure, finding, name, height=row_height(labels, BAR) * len(labels) + 70)


def _cut(amounts: Sequence[float]) -> list[float] | None:
    """Give a range that leaves the foot of long bars out where the steps would be too short to see; None to keep it."""
    levels = [sum(amounts[: place + 1]) for place in range(len(amounts))]
    low, high = min(levels), max(levels)
    if low <= 0 or high - low >= 0.3 * high or high == low:
        return None
    return [max(0.0, low - 0.35 * (high - low)), high + 0.05 * (high - low)]


def yearly_by_category(
    outcome: Outcome,
    option_id: str,
    book: BookName = "agency",
    view: View = "cash",
    *,
    locale: str = "en",
    dark: bool = False,
) -> Chart:
    """Draw an option's cost of every year as bars of headings; receipts and savings go below the line."""
    look, figure = colours(dark), empty_figure(colours(dark), locale)
    finding = finding_yearly(outcome, option_id, book, view, locale)
    name = file_name("by-year", option_id, book, "" if view == "cash" else view)
    headings = by_heading(outcome.option(option_id), book, view)
    if not headings:
        return nothing_to_draw(finding, name, look, locale)
    order = list(GROUPS)
    for heading, amounts in headings.items():
        _stack(figure, outcome, heading, amounts, look, order.index(heading))
    _years_below(figure, outcome, locale)
    figure.update_yaxes(title_text=f"{outcome.case.currency} a year, not discounted")
    return finish(figure, finding, name, height=BARS_HEIGHT + 18 * len(headings), legend=LEGEND)


def one_offs(outcome: Outcome, option_id: str, *, locale: str = "en", dark: bool = False) -> Chart:
    """Draw one-off costs and receipts by year and by who pays, with the agency's sum over each year."""
    look, figure = colours(dark), empty_figure(colours(dark), locale)
    finding = finding_one_offs(outcome, option_id, locale)
    name, option = file_name("one-off", option_id), outcome.option(option_id)
    payers = one_off_by_payer(option)
    if not payers:
        return nothing_to_draw(finding, name, look, locale)
    funds = [f"agency: {fund}" for fund in outcome.case.funds]
    places = {payer: place + 1 for place, payer in enumerate([*funds, "un", "host", "donor"])}
    for payer in sorted(payers, key=lambda one: places.get(one, 0)):
        _stack(figure, outcome, payer_in_words(payer), payers[payer], look, places.get(payer, 0))
    budget = one_off_budget(option)[:, 0].tolist()
    tops = [sum(max(0.0, float(amounts[year, 0])) for amounts in payers.values()) for year in range(len(budget))]
    last = max(year for year in range(len(budget)) if any(amounts[year, 0] for amounts in payers.values())) + 1
    _years_below(figure, outcome, locale, min(len(budget), max(5, last)))
    least = (LABELLED if last <= 6 else CROWDED) * max(abs(amount) for amount in budget)
    for year, amount in enumerate(budget):
        if abs(amount) >= max(0.5, least):
            words = f"<b>{short(amount, locale)}</b>"
            figure.add_annotation(x=year + 1, y=tops[year], yanchor="bottom", text=words, showarrow=False, yshift=2)
    figure.update_yaxes(title_text=f"{outcome.case.currency}; in bold: the agency's sum")
    return finish(figure, finding, name, height=BARS_HEIGHT + 18 * len(payers), legend=LEGEND)


def short(amount: float, locale: str = "en") -> str:
    """Write an amount as a tick does: 2 M, 250 k.

    >>> short(2_340_000.0), short(-36_000.0), short(416.0)
    ('2.34 M', '-36 k', '416')
    """
    size = three_figures(amount)
    for scale, unit in ((1e9, "B"), (1e6, "M"), (1e3, "k")):
        if abs(size) >= scale:
            return f"{number(size / scale, locale, 2)} {unit}"
    return number(size, locale)


def _stack(figure: Figure, outcome: Outcome, name: str, amounts: Array, look: Colours, place: int) -> None:
    colour = pick(look.series, place)
    pattern: dict[str, Any] = {
        "shape": pick(PATTERNS, place + place // len(look.series)),
        "fillmode": "overlay",
        "fgcolor": look.background,
    }
    figure.add_bar(
        x=list(range(1, outcome.case.horizon_years + 1)),
        y=rounded(amounts[:, 0].tolist()),
        name=lines_of(name, 36),
        marker={"color": colour, "line": {"width": 0}, "pattern": {**pattern, "size": 7, "solidity": 0.18}},
        hovertemplate=f"{escaped(name)}<br>year %{{x}}: {outcome.case.currency} %{{y:,.0f}}<extra></extra>",
    )


def _years_below(figure: Figure, outcome: Outcome, locale: str, shown: int | None = None) -> None:
    years = shown or outcome.case.horizon_years
    step = 1 if years <= 12 else 2 if years <= 20 else 5
    figure.update_layout(barmode="relative", bargap=0.25)
    figure.update_xaxes(
        title_text=_years_after(outcome, locale),
        range=[0.4, years + 0.6],
        tick0=5 if step == 5 else 1,
        dtick=step,
        showgrid=False,
    )


def _years_after(outcome: Outcome, locale: str) -> str:
    return f"Year after the decision ({month_of(outcome.case.decision_date, 0.0, locale)})"
