"""What each chart on the figures that decide shows, and which rows it has.

Each speaks of single figures by name: what they do alone, two together, what they have to do with the spread, and
what it is worth to find them out. All else is as uncertain as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from colocate.analysis.deciding.decisive import Deciding, FigureWorth
from colocate.analysis.deciding.map_areas import FINE, Area, areas_of
from colocate.analysis.deciding.tornado import SHOWN, Swing, Tornado
from colocate.analysis.deciding.two_way_map import TwoWayMap
from colocate.analysis.uncertainty.sensitivity import VarianceShare, VarianceShares
from colocate.analysis.uncertainty.sobol_indices import Index
from colocate.case import Case
from colocate.draws.sampling import correlated_sets
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, Reading
from colocate.quantity import Quantity
from colocate.words.decisive import ends_of, with_unit
from colocate.words.futures import how_drawn
from colocate.words.labels import unit_of
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.money import Finding
from colocate.words.naming import name_inside, name_of, quoted_name, quoted_names, short_name
from colocate.words.uncertainty import counted, nothing_to_show, scoped
from colocate.words.weighing_names import each_percent

SWINGS = SHOWN
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
    futures: Futures, found: Tornado, reading: Reading = HEADLINE, language: Language = ENGLISH
) -> Finding:
    """Say which figure moves the expected difference of the two leading options most, and how many turn it."""
    case, currency, names = futures.case, futures.case.currency, quoted_names(futures.case, language)
    if not found.swings:
        return nothing_to_show(language.say("No figure of the case has a range"), language)
    shown = found.swings[:SWINGS]
    turns = sum(swing.turns for swing in shown)
    places = {
        "figure": name_of(case, shown[0].quantity, with_option=True, language=language),
        "first": names[found.pair.first],
        "second": names[found.pair.second],
        "amount": language.about(found.expected, currency),
        "every": language.number(len(found.swings)),
    }
    if turns:
        title = language.say_many(
            "{figure} moves the cost difference most; {count} figure turns the answer at an end of its range",
            "{figure} moves the cost difference most; {count} figures turn the answer at an end of their range",
            turns,
            **places,
        )
    else:
        title = language.say(
            "{figure} moves the cost difference most; no figure alone changes that {first} costs less", **places
        )
    parts = [
        language.say("What {second} costs more than {first} on average; below 0 {second} costs less.", **places),
        counted(reading, language),
        language.say("On average over all futures: {amount}.", **places),
        language.say_many(
            "Each figure held at its low and its high, all else uncertain; the widest {count} of {every}:",
            "Each figure held at its low and its high, all else uncertain; the widest {count} of {every}:",
            len(shown),
            **places,
        ),
        *(_swing_in_words(case, swing, language) for swing in shown),
    ]
    return Finding(scoped(title, reading, language), " ".join(parts))


def _swing_in_words(case: Case, swing: Swing, language: Language) -> str:
    low, high = ends_of(swing.quantity, language)
    return language.say(
        "{figure}: at {low} {at_low}, at {high} {at_high}.",
        figure=with_unit(case, swing.quantity, language),
        low=low,
        high=high,
        at_low=language.about(swing.at_low, case.currency),
        at_high=language.about(swing.at_high, case.currency),
    )


def both_on_one_side(swing: Swing, expected: float) -> bool:
    """Tell whether low and high move the difference the same way."""
    return (swing.at_low - expected) * (swing.at_high - expected) > 0


def finding_variance(
    futures: Futures, found: VarianceShares, reading: Reading = HEADLINE, language: Language = ENGLISH
) -> Finding:
    """Say which figure has the largest part in the spread of the difference of the two leading options."""
    names = quoted_names(futures.case, language)
    places = {"first": names[found.pair.first], "second": names[found.pair.second]}
    rows = share_rows(futures.case, found, language)
    if not rows or not any(row.index.total_high > 0 for row in rows):
        said = language.say("No figure makes the cost difference of {first} and {second} uncertain", **places)
        return nothing_to_show(said, language)
    places |= {"figure": rows[0].name, "share": language.percent(rows[0].index.total)}
    if rows[0].index.total < 0.5 and len(rows) > 1:
        title = language.say(
            "Many figures make the cost difference uncertain; the largest part, {share}: {figure}", **places
        )
    else:
        title = language.say("{figure}: a part in {share} of the uncertainty of the cost difference", **places)
    parts = [
        language.say("Parts in the uncertainty (variance) of what {second} costs more than {first}.", **places),
        counted(reading, language),
        language.say("With 95 % intervals. Parts of figures that act together count more than once."),
        *(_share_with_interval(row, language) for row in rows),
        language.say(METHODS[found.are_correlated]),
        language.say(
            "Sobol indices from two samples of {base} futures each (seed {seed}).",
            base=language.number(found.base),
            seed=str(found.seed),
        ),
    ]
    return Finding(scoped(title, reading, language), " ".join(parts))


METHODS = {
    False: unsaid("Each figure has its own share; the figures are drawn independently of each other."),
    True: unsaid(
        "Correlated figures have one share together: the share of one of them alone would have no meaning, since it "
        "moves with the others."
    ),
}
"""How shares were taken, by whether any figures are correlated."""


def _share_with_interval(row: ShareRow, language: Language) -> str:
    index = row.index
    places = {
        "figure": row.name,
        "total": language.percent(index.total),
        "alone": language.percent(max(0.0, index.first)),
    }
    if row.added_up:
        return language.say("{figure}: at most {total}, alone {alone}.", **places)
    return language.say(
        "{figure}: {total} ({total_low} to {total_high}), alone {alone} ({alone_low} to {alone_high}).",
        total_low=language.percent(index.total_low),
        total_high=language.percent(index.total_high),
        alone_low=language.percent(index.first_low),
        alone_high=language.percent(index.first_high),
        **places,
    )


def share_rows(case: Case, found: VarianceShares, language: Language = ENGLISH) -> tuple[ShareRow, ...]:
    """Give the largest shares by name and, in one row, the rest: a share of its own, or at most the sum of its shares.

    A share that mere chance took below 0 stays as it was estimated: the chart does not show it as a fact.
    """
    tied = set(correlated_sets(case))
    alone = [one for one in found.shares if len(one.paths) == 1 or one.paths in tied]
    told = sorted(alone, key=lambda one: -one.index.total)
    rest = [*told[SHARES:], *(one for one in found.shares if one not in alone)]
    rows = [ShareRow(share_name(case, one, language), one.index) for one in told[:SHARES]]
    name = language.say_many(
        "{count} other figure", "{count} other figures together", sum(len(one.paths) for one in rest)
    )
    if len(rest) == 1:
        rows.append(ShareRow(name, rest[0].index))
    elif rest:
        total = min(1.0, sum(max(0.0, one.index.total) for one in rest))
        first = min(total, max(0.0, sum(one.index.first for one in rest)))
        rows.append(ShareRow(name, Index(first, first, first, total, total, total), added_up=True))
    return tuple(rows)


def share_in_words(row: ShareRow, language: Language = ENGLISH) -> str:
    """Write a share with its name, as in "Market rent: 5 %"; one that chance took below 0 is none."""
    share = language.percent(max(0.0, row.index.total))
    if row.added_up:
        return language.say("{figure}: at most {share}", figure=row.name, share=share)
    return language.say("{figure}: {share}", figure=row.name, share=share)


def share_name(case: Case, share: VarianceShare, language: Language = ENGLISH) -> str:
    """Name the figures of a share: one, two, or the first and how many move with it."""
    first, *rest = (case.quantities[path] for path in share.paths)
    names = [name_of(case, first, with_option=True, language=language)]
    names += [name_inside(case, one, with_option=True, language=language) for one in rest]
    if len(names) > 2:
        return language.say_many(
            "{figure} and {count} that moves with it",
            "{figure} and {count} that move with it",
            len(names) - 1,
            figure=names[0],
        )
    return language.listed(names)


def finding_worth(futures: Futures, found: Deciding, language: Language = ENGLISH) -> Finding:
    """Say what it is worth at most to find out the most worthwhile figure, or everything."""
    case, currency, told = futures.case, futures.case.currency, worth_rows(found)
    everything = language.about(found.everything.value, currency)
    if found.is_settled:
        name = quoted_name(case, found.cheapest, language)
        message = language.say(
            "No figure is worth paying to find out: it would hardly change that {option} costs least", option=name
        )
        return nothing_to_show(message, language)
    if told:
        title = language.say(
            "Worth paying at most {amount} to find out: {figure}",
            amount=language.about(told[0].worth.value, currency),
            figure=name_inside(case, told[0].quantity, with_option=True, language=language),
        )
    else:
        title = language.say(
            "No single figure is worth paying for; finding out everything is worth at most {amount}", amount=everything
        )
    parts = [
        language.say(
            "What it is worth at most to know a figure before the decision, on average over the futures, in today's "
            "money, with 95 % intervals."
        ),
        language.say(
            "Everything at once: {amount} (give or take {error}).",
            amount=everything,
            error=_give_or_take(found.everything.standard_error, currency, language),
        ),
        *(
            language.say(
                "{figure}: {amount} (give or take {error}).",
                figure=name_of(case, one.quantity, with_option=True, language=language),
                amount=language.about(one.worth.value, currency),
                error=_give_or_take(one.worth.standard_error, currency, language),
            )
            for one in told
        ),
        language.say(
            "Worths of single figures do not add up. Figures that are not named are worth next to nothing alone."
        ),
        how_drawn(futures.draws, futures.seed, language),
    ]
    return Finding(title, " ".join(parts))


def worth_rows(found: Deciding) -> tuple[FigureWorth, ...]:
    """Give the figures of the highest worth that is more than chance."""
    return tuple(one for one in found.figures if one.counts)[:WORTHS]


def worth_label(figure: str, amount: str, language: Language = ENGLISH) -> str:
    """Write what a figure is worth beside its bar."""
    return language.say("{figure}: at most {amount}", figure=figure, amount=amount)


def finding_two_way(
    futures: Futures, found: TwoWayMap, reading: Reading = HEADLINE, language: Language = ENGLISH
) -> Finding:
    """Say which option costs least on average, and in which direction of two figures another does."""
    case, areas, quoted = futures.case, areas_of(found), quoted_names(futures.case, language)
    names = [
        name_inside(case, quantity, with_option=True, language=language) for quantity in (found.first, found.second)
    ]
    usual = futures.ranked[int(np.argmin([option.money[reading].present_value.mean() for option in futures.ranked]))].id
    here = [area for area in areas if area.option == usual]
    others = sorted((area for area in areas if area.option != usual), key=lambda area: -area.part)
    places = {"option": quoted[usual], "first": names[0], "second": names[1]}
    if not others:
        title = language.say("{option} costs least on average at all values of {first} and {second}", **places)
    elif here:
        there = _direction(others[0], here[0], (found.first, found.second), names, language)
        places |= {"other": quoted[others[0].option], "there": there}
        title = language.say("{option} costs least on average; {other} where {there}", **places)
    else:
        title = language.say("{option} costs least on average, though nowhere on this map", **places)
    parts = [
        language.say(
            "Map of the option that costs least on average over two figures, all others uncertain as they are."
        ),
        counted(reading, language),
        *(
            _axis_in_words(side, quantity, label, expected, language)
            for side, quantity, label, expected in zip(
                AXES, (found.first, found.second), names, found.expected, strict=True
            )
        ),
        *(
            language.say("{option}: {share} of the map.", option=short_name(case, area.option), share=share)
            for area, share in shares_of_map(areas, language)
        ),
    ]
    return Finding(scoped(title, reading, language), " ".join(parts))


def shares_of_map(areas: Sequence[Area], language: Language = ENGLISH) -> tuple[tuple[Area, str], ...]:
    """Give the areas of a map, the largest first, with their shares in whole per cent, which make 100."""
    told = sorted(areas, key=lambda one: -one.part)
    return tuple(zip(told, each_percent([area.part for area in told], language), strict=True))


AXES = (
    unsaid("Across: {figure}, {low} to {high}{unit}, on average {expected}."),
    unsaid("Upwards: {figure}, {low} to {high}{unit}, on average {expected}."),
)


def _axis_in_words(message: str, quantity: Quantity, label: str, expected: float, language: Language) -> str:
    low, high = ends_of(quantity, language)
    yes_or_no = quantity.shape == "yes/no"
    return language.say(
        message,
        figure=label,
        low=low,
        high=high,
        unit="" if yes_or_no else f" {unit_of(quantity, language)}",
        expected=language.percent(expected) if yes_or_no else language.figure(float(f"{expected:.4g}")),
    )


def _direction(
    there: Area, here: Area, quantities: tuple[Quantity, Quantity], names: list[str], language: Language
) -> str:
    """Say in which direction of the two figures one area lies from another."""
    told = []
    for axis, (quantity, name) in enumerate(zip(quantities, names, strict=True)):
        means = [float(np.argwhere(area.mask)[:, 1 - axis].mean()) / FINE for area in (there, here)]
        if abs(means[0] - means[1]) >= APART:
            direction = (quantity.shape == "yes/no", means[0] > means[1])
            told.append(language.say(DIRECTIONS[direction], figure=name))
    return language.listed(told) or language.say("they have other values")


DIRECTIONS = {
    (True, True): unsaid("{figure} is yes"),
    (True, False): unsaid("{figure} is no"),
    (False, True): unsaid("{figure} is higher"),
    (False, False): unsaid("{figure} is lower"),
}
"""Where one area lies from another, by whether the figure is a yes or no, and whether it is higher there."""


def _give_or_take(error: float, currency: str, language: Language) -> str:
    return language.about(1.96 * error, currency)
