"""What each chart on the figures that decide shows, in plain sentences, and which rows it has.

Each speaks of single figures by name: what they do alone, two together, what they have to do with the spread, and
what it is worth to find them out. Findings over all futures are in `findings_odds`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from colocate.analysis.deciding.decisive import NEGLIGIBLE, Deciding, FigureWorth
from colocate.analysis.deciding.map_areas import FINE, Area, areas_of
from colocate.analysis.deciding.tornado import Swing, Tornado
from colocate.analysis.deciding.two_way_map import TwoWayMap
from colocate.analysis.uncertainty.odds import leading_pair
from colocate.analysis.uncertainty.sensitivity import VarianceShare, VarianceShares
from colocate.analysis.uncertainty.sobol_indices import Index
from colocate.case import Case
from colocate.draws.sampling import correlated_sets
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, BookName, View
from colocate.quantity import Quantity
from colocate.words.money import Finding
from colocate.words.naming import name_of, unit_of
from colocate.words.numbers import about, listed, number, percent, plain_figure
from colocate.words.uncertainty import scope, titled
from colocate.words.verdict_with_odds import futures_in_words

SWINGS = 12
SHARES = 10
WORTHS = 8
"""Most rows of a chart: figures of the widest swing, of the largest share, and of the highest worth."""

APART = 0.1
"""An area lies higher or lower than another by a figure where their means differ by this part of its range."""


@dataclass(frozen=True)
class ShareRow:
    """One row of the chart of shares: a name, its index, and whether it adds up several shares to one at most."""

    name: str
    index: Index
    added_up: bool = False


def finding_tornado(
    futures: Futures, found: Tornado, book: BookName = HEADLINE[0], view: View = HEADLINE[1], locale: str = "en"
) -> Finding:
    """Say which figure moves the difference of the two leading options most, and how many change its sign."""
    case, currency = futures.case, futures.case.currency
    first, second = futures.option(found.pair.first).name, futures.option(found.pair.second).name
    if not found.swings:
        return _nothing("No figure of the case has a range")
    flips = sum(swing.turns for swing in found.swings)
    count, every = number(flips, locale), number(len(found.swings), locale)
    title = f"{name_of(case, found.swings[0].quantity, with_option=True)} moves the cost difference most; "
    if flips:
        changes = f"{count} of {every} figures change" if flips > 1 else f"{count} of {every} figures changes"
        title += f"alone, {changes} which of the two options is cheaper"
    else:
        title += f"no figure of {every} alone changes that {first if found.expected > 0 else second} is cheaper"
    parts = [
        f"Cost of {second} less that of {first}, {scope(book, view)}, in today's money: above 0 {first} is cheaper.",
        f"With every figure at its most likely value: {about(found.expected, currency, locale)}.",
        f"Each figure alone from low to high, the {min(SWINGS, len(found.swings))} widest of {every}:",
    ]
    for swing in found.swings[:SWINGS]:
        low, high = (about(end, currency, locale) for end in (swing.at_low, swing.at_high))
        ends = ends_of(swing.quantity, locale)
        parts.append(f"{with_unit(case, swing.quantity)}: at {ends[0]} {low}, at {ends[1]} {high}.")
    return Finding(titled(book, view, title), " ".join(parts))


def ends_of(quantity: Quantity, locale: str = "en") -> tuple[str, str]:
    """Write a figure's low and high without unit; no and yes where it is that."""
    if quantity.shape == "yes/no":
        return "no", "yes"
    return plain_figure(quantity.low, locale), plain_figure(quantity.high, locale)


def with_unit(case: Case, quantity: Quantity) -> str:
    """Write a figure's name and unit, as in "Market rent, USD per m2 per month"."""
    name, unit = name_of(case, quantity, with_option=True), unit_of(quantity)
    return (
        name if quantity.shape == "yes/no" or name.lower().endswith(unit) else f"{name}, {unit.replace(' ', chr(160))}"
    )


def both_on_one_side(swing: Swing, central: float) -> bool:
    """Tell whether low and high move the difference the same way."""
    return (swing.at_low - central) * (swing.at_high - central) > 0


def finding_variance(
    futures: Futures, found: VarianceShares, book: BookName = HEADLINE[0], view: View = HEADLINE[1], locale: str = "en"
) -> Finding:
    """Say which figure has the largest part in the spread of the difference of the two leading options."""
    first, second = futures.option(found.pair.first).name, futures.option(found.pair.second).name
    rows = share_rows(futures.case, found)
    if not rows or not any(row.index.total_high > 0 for row in rows):
        return _nothing(f"No figure makes the cost difference of {first} and {second} uncertain")
    share = _per_cent(rows[0].index.total, locale)
    title = f"{rows[0].name}: a part in {share} of the uncertainty in the cost difference"
    if rows[0].index.total < 0.5 and len(rows) > 1:
        title = f"No figure alone makes the answer uncertain; the largest part, {share}, comes from {rows[0].name}"
    parts = [
        f"Parts in the uncertainty (variance) of the cost of {second} less that of {first}, {scope(book, view)}, in "
        "today's money; with 95 % intervals. Parts of figures that act together count more than once.",
    ]
    for row in rows:
        at_most = "at most " if row.added_up else ""
        total = f"{at_most}{_per_cent(row.index.total, locale)}"
        if not row.added_up:
            total += f" ({_between(row.index.total_low, row.index.total_high, locale)})"
        alone = f"{_per_cent(max(0.0, row.index.first), locale)}"
        alone += f" ({_between(row.index.first_low, row.index.first_high, locale)})" if not row.added_up else ""
        parts.append(f"{row.name}: {total}, alone {alone}.")
    parts.append(found.method)
    parts.append(f"Sobol indices from two samples of {number(found.base, locale)} draws each (seed {found.seed}).")
    return Finding(titled(book, view, title), " ".join(parts))


def share_rows(case: Case, found: VarianceShares) -> tuple[ShareRow, ...]:
    """Give the largest shares by name and, in one row, the rest: a share of its own, or at most the sum of its shares.

    A share that mere chance took below 0 stays as it was estimated: the chart does not show it as a fact.
    """
    tied = set(correlated_sets(case))
    alone = [one for one in found.shares if len(one.paths) == 1 or one.paths in tied]
    told = sorted(alone, key=lambda one: -one.index.total)
    shown = told[:SHARES]
    rest = [*told[SHARES:], *(one for one in found.shares if one not in alone)]
    rows = [ShareRow(share_name(case, one), one.index) for one in shown]
    count = sum(len(one.paths) for one in rest)
    name = "1 other figure" if count == 1 else f"{count} other figures together"
    if len(rest) == 1:
        rows.append(ShareRow(name, rest[0].index))
    elif rest:
        total = min(1.0, sum(max(0.0, one.index.total) for one in rest))
        first = min(total, max(0.0, sum(one.index.first for one in rest)))
        rows.append(ShareRow(name, Index(first, first, first, total, total, total), added_up=True))
    return tuple(rows)


def share_in_words(row: ShareRow, locale: str = "en") -> str:
    """Write a share with its name, as in "Market rent: 5 %"; one that chance took below 0 is none."""
    return f"{row.name}: {'at most ' if row.added_up else ''}{_per_cent(max(0.0, row.index.total), locale)}"


def share_name(case: Case, share: VarianceShare) -> str:
    """Name the figures of a share: one, two, or the first and how many move with it."""
    names = [name_of(case, case.quantities[path], with_option=True) for path in share.paths]
    if len(names) > 2:
        return f"{names[0]} and {len(names) - 1} that move with it"
    return listed(names)


def finding_worth(futures: Futures, found: Deciding, locale: str = "en") -> Finding:
    """Say what it is worth at most to find out the most worthwhile figure, or everything."""
    case, currency = futures.case, futures.case.currency
    everything, told = about(found.everything.value, currency, locale), worth_rows(found)
    if nothing_worth(found):
        name = futures.option(leading_pair(futures).first).name
        return _nothing(f"No figure is worth paying to find out: it would hardly change the choice of {name}")
    if told:
        most = about(told[0].worth.value, currency, locale)
        title = f"Worth paying at most {most} to find out {name_of(case, told[0].quantity, with_option=True)}"
    else:
        title = f"No single figure is worth paying for; finding out everything is worth at most {everything}"
    parts = [
        "What it is worth at most to know a figure before the decision, on average over the futures, in today's money, "
        "with 95 % intervals.",
        f"Everything at once: {everything} ({_give_or_take(found.everything.standard_error, currency, locale)}).",
    ]
    for one in told:
        error = _give_or_take(one.worth.standard_error, currency, locale)
        name = name_of(case, one.quantity, with_option=True)
        parts.append(f"{name}: {about(one.worth.value, currency, locale)} ({error}).")
    parts.append("Worths of single figures do not add up. Figures that are not named are worth next to nothing alone.")
    return Finding(title, " ".join([*parts, futures_in_words(futures.draws, futures.seed, locale)]))


def worth_rows(found: Deciding) -> tuple[FigureWorth, ...]:
    """Give the figures of the highest worth that is more than chance."""
    return tuple(one for one in found.figures if one.counts)[:WORTHS]


def nothing_worth(found: Deciding) -> bool:
    """Tell whether even to find out everything is worth next to nothing."""
    return found.everything.value <= NEGLIGIBLE * abs(found.cheapest_cost)


def finding_two_way(
    futures: Futures, found: TwoWayMap, book: BookName = HEADLINE[0], view: View = HEADLINE[1], locale: str = "en"
) -> Finding:
    """Say which option is cheapest at the most likely values, and in which direction of two figures another is."""
    case, areas = futures.case, areas_of(futures, found)
    central = min(found.options, key=lambda one: float(futures.central.option(one).money[book, view].present_value[0]))
    names = [name_of(case, quantity, with_option=True) for quantity in (found.first, found.second)]
    here = [area for area in areas if area.option == central]
    others = sorted((area for area in areas if area.option != central), key=lambda area: -area.part)
    name = futures.option(central).name
    title = f"{name} is cheapest at the most likely values"
    if not others:
        title = f"{name} is cheapest at all values of {names[0]} and {names[1]} in their ranges"
    elif here:
        title += f", {others[0].name} where {_direction(others[0], here[0], (found.first, found.second), names)}"
    parts = [
        f"Map of the cheapest option, {scope(book, view)}, in today's money, over two figures, all others at their "
        "most likely values."
    ]
    for side, quantity, label in zip(("Across", "Upwards"), (found.first, found.second), names, strict=True):
        low, high = ends_of(quantity, locale)
        unit = "" if quantity.shape == "yes/no" else f" {unit_of(quantity)}"
        central_value = plain_figure(quantity.value, locale)
        if quantity.shape == "yes/no":
            central_value = high if quantity.value else low
        parts.append(f"{side}: {label}, {low} to {high}{unit}, most likely {central_value}.")
    for area in sorted(areas, key=lambda one: -one.part):
        parts.append(f"{area.name}: cheapest in {_per_cent(area.part, locale)} of the map.")
    return Finding(titled(book, view, title), " ".join(parts))


def _direction(there: Area, here: Area, quantities: tuple[Quantity, Quantity], names: list[str]) -> str:
    """Say in which direction of the two figures one area lies from another."""
    told = []
    for axis, (quantity, name) in enumerate(zip(quantities, names, strict=True)):
        means = [float(np.argwhere(area.mask)[:, 1 - axis].mean()) / FINE for area in (there, here)]
        if abs(means[0] - means[1]) >= APART:
            higher = means[0] > means[1]
            if quantity.shape == "yes/no":
                told.append(f"{name} is {'yes' if higher else 'no'}")
            else:
                told.append(f"{name} is {'higher' if higher else 'lower'}")
    return listed(told) or f"{names[0]} and {names[1]} have other values"


def _between(low: float, high: float, locale: str) -> str:
    return f"95 % interval {_per_cent(low, locale)} to {_per_cent(high, locale)}"


def _give_or_take(error: float, currency: str, locale: str) -> str:
    return f"give or take {about(1.96 * error, currency, locale)}"


def _per_cent(fraction: float, locale: str) -> str:
    return percent(fraction, locale, 0).replace(" ", "\xa0")


def _nothing(title: str) -> Finding:
    return Finding(title, f"{title}. There is nothing to draw.")
