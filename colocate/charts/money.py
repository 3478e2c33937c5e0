"""Charts on money: what each option costs, added up over the years, the steps between two, by year, and one-offs.

A colour is an option's; headings and payers are told apart by shade and pattern within it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from colocate.analysis.money.budget import one_off_budget, one_off_by_payer
from colocate.analysis.money.cost_headings import GROUPS, by_heading, steps
from colocate.analysis.money.shift import shift
from colocate.charts.colours import DASHES, MARKERS, PATTERNS, mixed, pick
from colocate.charts.drawing import Cell, Drawing
from colocate.charts.lettering import LINE_HEIGHT, bold, file_name, lines_of, pointed_at, wrapped
from colocate.charts.marks import draw_bars, draw_marks, pattern
from colocate.charts.ranges import ranged
from colocate.charts.rows import AXIS, FIGURES_WIDTH, lay_out, rows_of
from colocate.charts.theme import MARGIN, Chart, begin, finish, nothing_to_draw, rounded
from colocate.model.expected import Expected
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, Reading, View
from colocate.quantity import Array
from colocate.safe import for_svg
from colocate.words import chart_columns as columns
from colocate.words import money as words
from colocate.words.adding_up import shown_shift, shown_steps
from colocate.words.language import ENGLISH, Language
from colocate.words.naming import short_name, short_names
from colocate.words.numbers import number, three_figures

END_LABEL_WIDTH = 14
END_LABEL_SPACE = 122
LINES_HEIGHT = 430
BARS_HEIGHT = 400
BAR = 22
LEGEND = 78
LABELLED, CROWDED = 0.12, 0.5
"""One-off sums below this part of the largest are not written above their bar, the second where years are many."""
MANY_YEARS, NEIGHBOURS = 20, 2
"""Over more years than the first only the largest sum of so many years around is written: it is wider than its bar."""
SHADES = (1.0, 0.6, 0.35, 0.8, 0.45, 0.22)
"""How strong an option's colour is in the parts of its bar, those beside each other far apart."""


def costs(futures: Futures, reading: Reading = HEADLINE, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw the expected cost of every option in today's money on one scale, with its range."""
    figure, case, varies = begin(language, dark), futures.case, futures.expected.varies
    found = words.ranges_of(futures, reading)
    labels = [words.cost_label(short_name(case, option), one, varies, language) for option, one in found.items()]
    rows = rows_of(labels, BAR, width=FIGURES_WIDTH)
    draw_marks(figure, rows.middles, list(enumerate(found.values())))
    figure.tell(columns.COSTS, ranged(case, found))
    axis = words.axis_in_words("range" if varies else "today", case.currency, language)
    lay_out(figure, rows, labels, FIGURES_WIDTH, title_text=axis, rangemode="tozero", zeroline=False, nticks=5)
    finding, name = words.finding_costs(futures, reading, language), file_name("costs", reading=reading)
    return finish(figure, finding, name, height=rows.height + AXIS + 20)


def cumulative_cost(
    expected: Expected, reading: Reading = HEADLINE, *, language: Language = ENGLISH, dark: bool = False
) -> Chart:
    """Draw the expected cost of every option added up year by year, each line named at its end."""
    figure, case = begin(language, dark), expected.case
    years = list(range(case.horizon_years + 1))
    ends = []
    for place, option in enumerate(expected.options):
        running = [0.0, *rounded(option.money[reading].cumulative[:, 0].tolist())]
        ends.append(running[-1])
        colour, name = figure.look.of(place), short_name(case, option.id)
        figure.add_scatter(
            x=years,
            y=running,
            mode="lines+markers",
            name=lines_of(name, 36),
            line={"color": colour, "dash": pick(DASHES, place), "width": 3 if place == 0 else 2.5},
            marker={"symbol": pick(MARKERS, place), "size": 8, "color": colour, "maxdisplayed": 9},
            hovertemplate=pointed_at(name, words.hover(case.currency, language)),
        )
    names = short_names(case)
    figure.tell(
        columns.ADDED_UP,
        (
            (option.id, names[option.id], year, case.currency, float(sum_))
            for option in expected.options
            for year, sum_ in enumerate([0.0, *option.money[reading].cumulative[:, 0]])
        ),
    )
    named = _name_the_ends(figure, expected, ends)
    figure.update_xaxes(title_text=words.years_after(case, language), range=[-0.2, years[-1] + 0.2], showgrid=False)
    figure.update_yaxes(title_text=words.axis_in_words("added up", case.currency, language), rangemode="tozero")
    return finish(
        figure,
        words.finding_cumulative(expected, reading, language),
        file_name("cumulative-cost", reading=reading),
        height=LINES_HEIGHT,
        legend=0 if named else LEGEND,
        right=END_LABEL_SPACE if named else MARGIN,
    )


def _name_the_ends(figure: Drawing, expected: Expected, ends: Sequence[float]) -> bool:
    """Write each option's name at the end of its line, apart from each other; False where there is no room."""
    texts = [wrapped(short_name(expected.case, option.id), END_LABEL_WIDTH, most=4) for option in expected.options]
    span = max([0.0, *ends]) - min([0.0, *ends])
    pixel = span / (LINES_HEIGHT - 75.0)
    heights = [(len(lines) * LINE_HEIGHT + 6) * pixel for lines in texts]
    if span <= 0 or sum(heights) > span * 1.05:
        return False
    centres = spread(ends, heights, min([0.0, *ends]), max([0.0, *ends]) + 20 * pixel)
    for place, (lines, centre) in enumerate(zip(texts, centres, strict=True)):
        text, font = "<br>".join(for_svg(line) for line in lines), {"color": figure.look.of(place)}
        figure.write_at_left(text, centre, x=1, xshift=6, yanchor="middle", font=font)
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
    expected: Expected, option_id: str, reading: Reading = HEADLINE, *, language: Language = ENGLISH, dark: bool = False
) -> Chart:
    """Draw the steps from the baseline's expected present value to the option's, by heading, the largest first.

    The two options have their colours; a step is grey, and hatched where it makes the option dearer.
    """
    figure, case = begin(language, dark), expected.case
    look, currency = figure.look, case.currency
    option, baseline = expected.option(option_id), expected.baseline
    moves = option is not baseline
    found = steps(expected, option_id, *reading) if moves else ()
    start, end = (float(one.money[reading].present_value[0]) for one in (baseline, option))
    labels = [words.amount_label(short_name(case, baseline.id), start, currency, language)]
    if moves:
        told = shown_steps(expected, option_id, reading)
        labels += [words.step_in_words(step, currency, language) for step in told]
        labels.append(words.amount_label(short_name(case, option_id), end, currency, language))
    rows = rows_of(labels, BAR)
    middles = [rows.middles[0], rows.middles[-1]] if moves else rows.middles
    shades = [look.of(place) for place in (0, expected.place_of(option_id))]
    draw_bars(figure, middles, [start, end][: len(middles)], shades[: len(middles)], width=BAR)
    ends = [(short_name(case, baseline.id), currency, start), (short_name(case, option_id), currency, end)]
    told_steps = [(language.say(words.GROUP_NAMES[step.heading]), currency, step.amount) for step in found]
    figure.tell(columns.STEPS, [ends[0], *told_steps, ends[1]] if moves else ends[:1])
    level = start
    for middle, step in zip(rows.middles[1:], found, strict=False):
        dearer = step.amount > 0
        draw_bars(figure, [middle], [step.amount], look.total, width=BAR, hatched=dearer, base=[round(level, 2)])
        level += step.amount
    cut = cut_range([start, *(step.amount for step in found)])
    figure.update_layout(barmode="overlay")
    axis = words.axis_in_words("cut" if cut else "today", currency, language)
    lay_out(figure, rows, labels, title_text=axis, range=cut, nticks=5)
    finding = words.finding_waterfall(expected, option_id, reading, language)
    return finish(figure, finding, file_name("steps", option_id, reading=reading), height=rows.height + AXIS)


def cut_range(amounts: Sequence[float]) -> list[float] | None:
    """Give a range that leaves the foot of long bars out where the steps would be too short to see; None to keep it."""
    levels = [sum(amounts[: place + 1]) for place in range(len(amounts))]
    low, high = min(levels), max(levels)
    if low <= 0 or high - low >= 0.3 * high or high == low:
        return None
    return [max(0.0, low - 0.35 * (high - low)), high + 0.05 * (high - low)]


def yearly_by_category(
    expected: Expected, option_id: str, reading: Reading = HEADLINE, *, language: Language = ENGLISH, dark: bool = False
) -> Chart:
    """Draw an option's expected cost of every year as bars of headings; receipts and savings go below the line."""
    figure, order = begin(language, dark), list(GROUPS)
    finding = words.finding_yearly(expected, option_id, reading, language)
    name = file_name("by-year", option_id, reading=reading)
    parts = [
        Part(language.say(words.GROUP_NAMES[heading]), amounts, order.index(heading))
        for heading, amounts in by_heading(expected.option(option_id), *reading).items()
    ]
    if not parts:
        return nothing_to_draw(figure, finding, name)
    _years(figure, expected, option_id, parts, expected.case.horizon_years)
    figure.tell(columns.BY_YEAR, _by_year(parts, expected.case.currency))
    figure.update_yaxes(title_text=words.axis_in_words("a year", expected.case.currency, language))
    return finish(figure, finding, name, height=BARS_HEIGHT + 18 * len(parts), legend=LEGEND)


def one_offs(expected: Expected, option_id: str, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw expected one-off costs and receipts by year and by who pays, with the agency's sum over each year."""
    figure, option = begin(language, dark), expected.option(option_id)
    finding, name = words.finding_one_offs(expected, option_id, language), file_name("one-off", option_id)
    payers = one_off_by_payer(option)
    if not payers:
        return nothing_to_draw(figure, finding, name)
    order = [*(f"agency: {fund}" for fund in expected.case.funds), "un", "host", "donor"]
    parts = [
        Part(words.payer_in_words(payer, language), payers[payer], order.index(payer))
        for payer in sorted(payers, key=order.index)
    ]
    budget = one_off_budget(option)[:, 0].tolist()
    summed = [(columns.ALL_FUNDS, year, expected.case.currency, sum_) for year, sum_ in enumerate(budget, 1)]
    figure.tell(columns.ONE_OFF, [*_by_year(parts, expected.case.currency), *summed])
    tops = [sum(max(0.0, float(amounts[year, 0])) for amounts in payers.values()) for year in range(len(budget))]
    last = max(year for year in range(len(budget)) if any(amounts[year, 0] for amounts in payers.values())) + 1
    _years(figure, expected, option_id, parts, min(len(budget), max(5, last)))
    least = (LABELLED if last <= 6 else CROWDED) * max(abs(amount) for amount in budget)
    beside = NEIGHBOURS if last > MANY_YEARS else 0
    for year, amount in enumerate(budget):
        around = budget[max(0, year - beside) : year + beside + 1]
        if abs(amount) >= max(0.5, least, *(abs(one) for one in around)):
            figure.write(bold(short(amount, language.locale)), year + 1, tops[year], yanchor="bottom", yshift=2)
    figure.update_yaxes(title_text=words.axis_in_words("one-off", expected.case.currency, language))
    return finish(figure, finding, name, height=BARS_HEIGHT + 18 * len(parts), legend=LEGEND)


def books(
    expected: Expected, option_id: str, view: View = "cash", *, language: Language = ENGLISH, dark: bool = False
) -> Chart:
    """Draw what each payer is expected to bear more or less than under the baseline, and what everyone does.

    The part of the agency's saving that others bear is hatched.
    """
    figure, currency = begin(language, dark), expected.case.currency
    finding = words.finding_books(expected, option_id, view, language)
    name = file_name("who-pays", option_id, "" if view == "cash" else view)
    if option_id == expected.baseline.id:
        return nothing_to_draw(figure, finding, name)
    moved = shift(expected, option_id, view)
    found, told = words.payer_changes(moved), shown_shift(moved)
    amounts = {**told.by_payer, "everyone": told.everyone}
    labels = [words.change_label(payer, amounts[payer], told, currency, language) for payer in found]
    rows = rows_of(labels, BAR)
    colour = figure.look.of(expected.place_of(option_id))
    shades = [figure.look.total if payer == "everyone" else colour for payer in found]
    figure.tell(
        columns.WHO_PAYS,
        ((payer, currency, amount, moved.shifted if payer == "agency" else None) for payer, amount in found.items()),
    )
    saved = [amount + moved.shifted if payer == "agency" else amount for payer, amount in found.items()]
    draw_bars(figure, rows.middles, saved, shades, width=BAR)
    if moved.shifted > 0:
        draw_bars(figure, rows.middles[:1], [-moved.shifted], colour, width=BAR, hatched=True)
    figure.update_layout(barmode="relative")
    lay_out(figure, rows, labels, title_text=words.axis_in_words("less or more", currency, language), nticks=5)
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


class Part(NamedTuple):
    """A part of the bars of one option: its name, its amounts by year, and its place among all such parts."""

    name: str
    amounts: Array
    place: int


def _by_year(parts: Sequence[Part], currency: str) -> Iterator[tuple[Cell, ...]]:
    """Give what is drawn of each part by year, as rows of a table."""
    for part in parts:
        for year, amount in enumerate(part.amounts[:, 0].tolist(), 1):
            yield part.name, year, currency, amount


def _years(figure: Drawing, expected: Expected, option_id: str, parts: Sequence[Part], years: int) -> None:
    """Draw an option's bars for so many years, each stacked of its parts in shades of the option's colour."""
    colour = figure.look.of(expected.place_of(option_id))
    for part in parts:
        _stack(figure, part, colour, words.hover(expected.case.currency, figure.language))
    step = 1 if years <= 12 else 2 if years <= 20 else 5
    figure.update_layout(barmode="relative", bargap=0.25)
    axis, first = words.years_after(expected.case, figure.language), 5 if step == 5 else 1
    figure.update_xaxes(title_text=axis, range=[0.4, years + 0.6], tick0=first, dtick=step, showgrid=False)


def _stack(figure: Drawing, part: Part, colour: str, figures: str) -> None:
    """Add the part of a bar that one heading or payer makes, in a shade and pattern of its own."""
    strength, ground = SHADES[part.place % len(SHADES)], figure.look.background
    strokes = pattern(pick(PATTERNS, part.place), ground if strength > 0.5 else colour, solidity=0.2)
    shade = mixed(colour, ground, strength)
    figure.add_bar(
        x=list(range(1, len(part.amounts) + 1)),
        y=rounded(part.amounts[:, 0].tolist()),
        name=lines_of(part.name, 36),
        marker={"color": shade, "line": {"width": 1, "color": colour}, "pattern": strokes},
        hovertemplate=pointed_at(part.name, figures),
    )
