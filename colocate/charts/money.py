"""Charts on money: what each option costs, added up over the years, the steps between two, by year, and one-offs.

A colour is an option's; headings and payers are told apart by shade and pattern within it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from colocate.analysis.money.budget import one_off_budget, one_off_by_payer
from colocate.analysis.money.cost_headings import GROUPS, by_heading, steps
from colocate.analysis.money.shift import shift
from colocate.charts.marks import Mark, draw_bars, draw_marks
from colocate.charts.rows import lay_out, rows_of
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
    wrapped,
)
from colocate.model.expected import Expected
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, Reading, View
from colocate.quantity import Array
from colocate.words.language import ENGLISH, Language
from colocate.words.money import (
    GROUP_NAMES,
    amount_label,
    axis_in_words,
    change_label,
    cost_label,
    finding_books,
    finding_costs,
    finding_cumulative,
    finding_one_offs,
    finding_waterfall,
    finding_yearly,
    hover,
    payer_changes,
    payer_in_words,
    ranges_of,
    step_in_words,
    years_after,
)
from colocate.words.naming import short_name
from colocate.words.numbers import number, three_figures

END_LABEL_WIDTH = 14
END_LABEL_SPACE = 122
LINES_HEIGHT = 430
BARS_HEIGHT = 400
BAR = 22
AXIS = 62
"""Pixels below rows for the ticks and the axis title."""
LEGEND = 78
LABELLED, CROWDED = 0.12, 0.5
"""One-off sums below this part of the largest are not written above their bar, the second where years are many."""
SHADES = (1.0, 0.6, 0.35, 0.8, 0.45, 0.22)
"""How strong an option's colour is in the parts of its bar, those beside each other far apart."""


def costs(futures: Futures, reading: Reading = HEADLINE, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw the expected cost of every option in today's money on one scale, with its range."""
    look, figure, case = colours(dark), empty_figure(colours(dark), language.locale), futures.case
    found = ranges_of(futures, reading)
    varies = futures.expected.varies
    labels = [
        cost_label(short_name(case, option), one, case.currency, varies, language) for option, one in found.items()
    ]
    rows = rows_of(labels, BAR)
    marks = [Mark(one.mean, one.low, one.high, place) for place, one in enumerate(found.values())]
    draw_marks(figure, rows.middles, marks, look)
    lay_out(figure, rows, labels, look)
    axis = axis_in_words("range" if varies else "today", case.currency, language)
    figure.update_xaxes(title_text=axis, rangemode="tozero", zeroline=False, nticks=5)
    name = file_name("costs", *_reading_in_name(reading))
    return finish(figure, finding_costs(futures, reading, language), name, height=rows.height + AXIS + 20)


def cumulative_cost(
    expected: Expected, reading: Reading = HEADLINE, *, language: Language = ENGLISH, dark: bool = False
) -> Chart:
    """Draw the expected cost of every option added up year by year, each line named at its end."""
    look, figure, case = colours(dark), empty_figure(colours(dark), language.locale), expected.case
    years = list(range(case.horizon_years + 1))
    ends = []
    for place, option in enumerate(expected.options):
        running = [0.0, *rounded(option.money[reading].cumulative[:, 0].tolist())]
        ends.append(running[-1])
        colour, name = pick(look.series, place), short_name(case, option.id)
        figure.add_scatter(
            x=years,
            y=running,
            mode="lines+markers",
            name=lines_of(name, 36),
            line={"color": colour, "dash": pick(DASHES, place), "width": 3 if place == 0 else 2.5},
            marker={"symbol": pick(MARKERS, place), "size": 8, "color": colour, "maxdisplayed": 9},
            hovertemplate=f"{escaped(name)}<br>{hover(case.currency, language)}<extra></extra>",
        )
    named = _name_the_ends(figure, expected, ends, look)
    figure.update_xaxes(title_text=years_after(case, language), range=[-0.2, years[-1] + 0.2], showgrid=False)
    figure.update_yaxes(title_text=axis_in_words("added up", case.currency, language), rangemode="tozero")
    return finish(
        figure,
        finding_cumulative(expected, reading, language),
        file_name("cumulative-cost", *_reading_in_name(reading)),
        height=LINES_HEIGHT,
        legend=0 if named else LEGEND,
        right=END_LABEL_SPACE if named else 14,
    )


def _name_the_ends(figure: Figure, expected: Expected, ends: Sequence[float], look: Colours) -> bool:
    """Write each option's name at the end of its line, apart from each other; False where there is no room."""
    texts = [wrapped(short_name(expected.case, option.id), END_LABEL_WIDTH, most=4) for option in expected.options]
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
    expected: Expected,
    option_id: str,
    reading: Reading = HEADLINE,
    *,
    language: Language = ENGLISH,
    dark: bool = False,
) -> Chart:
    """Draw the steps from the baseline's expected present value to the option's, by heading, the largest first.

    The two options have their colours; a step is grey, and hatched where it makes the option dearer.
    """
    look, figure, case = colours(dark), empty_figure(colours(dark), language.locale), expected.case
    option, baseline, currency = expected.option(option_id), expected.baseline, case.currency
    found = () if option is baseline else steps(expected, option_id, *reading)
    start, end = (float(one.money[reading].present_value[0]) for one in (baseline, option))
    labels = [amount_label(short_name(case, baseline.id), start, currency, language)]
    labels += [step_in_words(step, currency, language) for step in found]
    whole = [start]
    if option is not baseline:
        labels.append(amount_label(short_name(case, option_id), end, currency, language))
        whole.append(end)
    rows = rows_of(labels, BAR)
    shades = [pick(look.series, place) for place in (0, place_of(expected, option_id))][: len(whole)]
    draw_bars(figure, [rows.middles[0], rows.middles[-1]][: len(whole)], whole, shades, look, width=BAR)
    level = start
    for middle, step in zip(rows.middles[1:], found, strict=False):
        dearer = step.amount > 0
        draw_bars(figure, [middle], [step.amount], look.total, look, width=BAR, hatched=dearer, base=[round(level, 2)])
        level += step.amount
    lay_out(figure, rows, labels, look)
    cut = _cut([start, *(step.amount for step in found)])
    figure.update_layout(barmode="overlay")
    figure.update_xaxes(title_text=axis_in_words("cut" if cut else "today", currency, language), range=cut, nticks=5)
    name = file_name("steps", option_id, *_reading_in_name(reading))
    return finish(figure, finding_waterfall(expected, option_id, reading, language), name, height=rows.height + AXIS)


def _cut(amounts: Sequence[float]) -> list[float] | None:
    """Give a range that leaves the foot of long bars out where the steps would be too short to see; None to keep it."""
    levels = [sum(amounts[: place + 1]) for place in range(len(amounts))]
    low, high = min(levels), max(levels)
    if low <= 0 or high - low >= 0.3 * high or high == low:
        return None
    return [max(0.0, low - 0.35 * (high - low)), high + 0.05 * (high - low)]


def yearly_by_category(
    expected: Expected,
    option_id: str,
    reading: Reading = HEADLINE,
    *,
    language: Language = ENGLISH,
    dark: bool = False,
) -> Chart:
    """Draw an option's expected cost of every year as bars of headings; receipts and savings go below the line."""
    look, figure = colours(dark), empty_figure(colours(dark), language.locale)
    finding = finding_yearly(expected, option_id, reading, language)
    name = file_name("by-year", option_id, *_reading_in_name(reading))
    headings = by_heading(expected.option(option_id), *reading)
    if not headings:
        return nothing_to_draw(finding, name, look, language.locale)
    colour = pick(look.series, place_of(expected, option_id))
    order = list(GROUPS)
    for heading, amounts in headings.items():
        part = Part(language.say(GROUP_NAMES[heading]), amounts, order.index(heading))
        _stack(figure, part, colour, look, hover(expected.case.currency, language))
    _years_below(figure, expected, language)
    figure.update_yaxes(title_text=axis_in_words("a year", expected.case.currency, language))
    return finish(figure, finding, name, height=BARS_HEIGHT + 18 * len(headings), legend=LEGEND)


def one_offs(expected: Expected, option_id: str, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw expected one-off costs and receipts by year and by who pays, with the agency's sum over each year."""
    look, figure = colours(dark), empty_figure(colours(dark), language.locale)
    finding = finding_one_offs(expected, option_id, language)
    name, option = file_name("one-off", option_id), expected.option(option_id)
    payers = one_off_by_payer(option)
    if not payers:
        return nothing_to_draw(finding, name, look, language.locale)
    colour = pick(look.series, place_of(expected, option_id))
    order = [*(f"agency: {fund}" for fund in expected.case.funds), "un", "host", "donor"]
    for payer in sorted(payers, key=order.index):
        part = Part(payer_in_words(payer, language), payers[payer], order.index(payer))
        _stack(figure, part, colour, look, hover(expected.case.currency, language))
    budget = one_off_budget(option)[:, 0].tolist()
    tops = [sum(max(0.0, float(amounts[year, 0])) for amounts in payers.values()) for year in range(len(budget))]
    last = max(year for year in range(len(budget)) if any(amounts[year, 0] for amounts in payers.values())) + 1
    _years_below(figure, expected, language, min(len(budget), max(5, last)))
    least = (LABELLED if last <= 6 else CROWDED) * max(abs(amount) for amount in budget)
    for year, amount in enumerate(budget):
        if abs(amount) >= max(0.5, least):
            words = f"<b>{short(amount, language.locale)}</b>"
            figure.add_annotation(x=year + 1, y=tops[year], yanchor="bottom", text=words, showarrow=False, yshift=2)
    figure.update_yaxes(title_text=axis_in_words("one-off", expected.case.currency, language))
    return finish(figure, finding, name, height=BARS_HEIGHT + 18 * len(payers), legend=LEGEND)


def books(
    expected: Expected, option_id: str, view: View = "cash", *, language: Language = ENGLISH, dark: bool = False
) -> Chart:
    """Draw what each payer is expected to bear more or less than under the baseline, and what everyone does.

    The part of the agency's saving that others bear is hatched.
    """
    look, figure, currency = colours(dark), empty_figure(colours(dark), language.locale), expected.case.currency
    finding = finding_books(expected, option_id, view, language)
    name = file_name("who-pays", option_id, "" if view == "cash" else view)
    if option_id == expected.baseline.id:
        return nothing_to_draw(finding, name, look, language.locale)
    moved = shift(expected, option_id, view)
    found = payer_changes(moved)
    labels = [change_label(payer, amount, moved, currency, language) for payer, amount in found.items()]
    rows = rows_of(labels, BAR)
    colour = pick(look.series, place_of(expected, option_id))
    shades = [look.total if payer == "everyone" else colour for payer in found]
    saved = [amount + moved.shifted if payer == "agency" else amount for payer, amount in found.items()]
    draw_bars(figure, rows.middles, saved, shades, look, width=BAR)
    if moved.shifted > 0:
        draw_bars(figure, rows.middles[:1], [-moved.shifted], colour, look, width=BAR, hatched=True)
    lay_out(figure, rows, labels, look)
    figure.update_layout(barmode="relative")
    figure.update_xaxes(title_text=axis_in_words("less or more", currency, language), nticks=5)
    return finish(figure, finding, name, height=rows.height + AXIS)


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


def place_of(expected: Expected, option_id: str) -> int:
    """Give an option's place in the case, which sets its colour, dash and marker in every chart."""
    return [option.id for option in expected.options].index(option_id)


def _reading_in_name(reading: Reading) -> tuple[str, str]:
    return reading.book, "" if reading.view == "cash" else reading.view


class Part(NamedTuple):
    """A part of the bars of one option: its name, its amounts by year, and its place among all such parts."""

    name: str
    amounts: Array
    place: int


def _stack(figure: Figure, part: Part, colour: str, look: Colours, pointed_at: str) -> None:
    """Add the part of a bar that one heading or payer makes, in a shade and pattern of its own."""
    strength = SHADES[part.place % len(SHADES)]
    figure.add_bar(
        x=list(range(1, len(part.amounts) + 1)),
        y=rounded(part.amounts[:, 0].tolist()),
        name=lines_of(part.name, 36),
        marker={
            "color": shade(colour, look.background, strength),
            "line": {"width": 1, "color": colour},
            "pattern": {
                "shape": pick(PATTERNS, part.place),
                "fillmode": "overlay",
                "fgcolor": look.background if strength > 0.5 else colour,
                "size": 7,
                "solidity": 0.2,
            },
        },
        hovertemplate=f"{escaped(part.name)}<br>{pointed_at}<extra></extra>",
    )


def shade(colour: str, ground: str, strength: float) -> str:
    """Mix a colour with its ground; 1 leaves it as it is.

    >>> shade("#000000", "#FFFFFF", 0.6)
    '#666666'
    """
    mixed = (
        round(strength * int(colour[at : at + 2], 16) + (1.0 - strength) * int(ground[at : at + 2], 16))
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02X}" for part in mixed)


def _years_below(figure: Figure, expected: Expected, language: Language, shown: int | None = None) -> None:
    years = shown or expected.case.horizon_years
    step = 1 if years <= 12 else 2 if years <= 20 else 5
    figure.update_layout(barmode="relative", bargap=0.25)
    figure.update_xaxes(
        title_text=years_after(expected.case, language),
        range=[0.4, years + 0.6],
        tick0=5 if step == 5 else 1,
        dtick=step,
        showgrid=False,
    )
