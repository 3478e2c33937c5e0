"""What each chart over possible futures shows, in plain sentences, and the figures of those that need more than odds.

"Typically" is the median of the draws, a range is that of 90 of 100 futures: from the 5th to the 95th percentile.
Findings on the figures that decide are in `findings_deciding`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from colocate.analysis.uncertainty.odds import Odds, Range, fan, leading_pair, odds, reach_range
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, BookName, Reading, View
from colocate.words.money import BOOK_NAMES, Finding
from colocate.words.numbers import about, listed, number, three_figures
from colocate.words.verdict_with_odds import EVEN, futures_in_words, of_hundred

EDGES = np.linspace(0.0, 1.0, 41)
"""Parts of the draws between which the curve of one-off budgets is drawn; 0.5 and 0.95 are among them."""


@dataclass(frozen=True)
class OneOffChance:
    """How likely an option's one-off budget comes to more than a sum.

    `chances` is a share of the draws for each of `sums`, which rise; `even` and `rare` are the sums exceeded in 50 and
    in 5 of 100 draws.
    """

    sums: tuple[float, ...]
    chances: tuple[float, ...]
    even: float
    rare: float


def one_off_chance_of(futures: Futures, option_id: str) -> OneOffChance | None:
    """Give the curve of an option's one-off budget, all years; None where it is the same in every draw."""
    budgets = futures.option(option_id).one_off_by_year.sum(axis=0)
    if float(np.ptp(budgets)) < 0.5:
        return None
    sums = np.quantile(budgets, EDGES)
    even, rare = np.quantile(budgets, (0.5, 0.95))
    return OneOffChance(tuple(sums.tolist()), tuple((1.0 - EDGES).tolist()), float(even), float(rare))


def scores_of(futures: Futures) -> dict[str, Range]:
    """Give each option's access score over the draws, by option id; options of which the case says nothing are out."""
    found = {option.id: reach_range(option) for option in futures.options}
    return {option_id: one.tripartite for option_id, one in found.items() if one is not None}


def finding_odds(
    futures: Futures, book: BookName = HEADLINE[0], view: View = HEADLINE[1], locale: str = "en"
) -> Finding:
    """Say which option is cheapest in most futures, and whether that is enough to say so."""
    found = {one.option: one for one in odds(futures, book, view)}
    pair = leading_pair(futures, Reading(book, view))
    first, second = found[pair.first], found[pair.second]
    chance = of_hundred(first.cheapest, locale)
    title = f"{first.name} costs least in {chance} futures"
    if first.cheapest < EVEN:
        other = of_hundred(second.cheapest, locale)
        title = f"Which option costs least is open: {first.name} in {chance} futures, {second.name} in {other}"
    parts = [f"Bars: in how many of 100 futures each option is the cheapest, {scope(book, view)}, in today's money."]
    parts += [f"{one.name}: {chance_in_words(futures, one, locale)}." for one in found.values()]
    return Finding(titled(book, view, title), " ".join([*parts, futures_in_words(futures.draws, futures.seed, locale)]))


def chance_in_words(futures: Futures, one: Odds, locale: str = "en") -> str:
    """Write how often an option is the cheapest; one that fails a gate is not ranked, unless too few pass."""
    fails = bool(futures.central.option(one.option).fails)
    if not one.ranked:
        return "not ranked, it fails a gate"
    return f"{of_hundred(one.cheapest, locale)}{' (fails a gate)' if fails else ''}"


def finding_savings(
    futures: Futures, book: BookName = HEADLINE[0], view: View = HEADLINE[1], locale: str = "en"
) -> Finding:
    """Say which option typically saves most against the baseline, and how sure that is."""
    currency, baseline = futures.case.currency, futures.baseline.name
    told = [(one, one.saving) for one in odds(futures, book, view) if one.saving is not None]
    ranked = [(one, saving) for one, saving in told if one.ranked] or told
    best, saving = max(ranked, key=lambda pair: pair[1].median)
    chance = of_hundred(best.cheaper_than_baseline or 0.0, locale)
    if saving.median > 0:
        title = f"{best.name} typically saves {about(saving.median, currency, locale)} against {baseline}, "
        title += f"and costs less than it in {chance} futures"
    else:
        title = f"No option typically saves money: {best.name} costs {about(-saving.median, currency, locale)} more "
        title += f"than {baseline}, and less in {chance} futures"
    parts = [f"What each option saves against {baseline}, {scope(book, view)}, in today's money; below 0: costs more."]
    for one, saved in told:
        chance = of_hundred(one.cheaper_than_baseline or 0.0, locale)
        parts.append(f"{one.name} {saving_in_words(saved, currency, locale)}; it costs less in {chance} futures.")
    return Finding(titled(book, view, title), " ".join([*parts, futures_in_words(futures.draws, futures.seed, locale)]))


def saving_in_words(saving: Range, currency: str, locale: str = "en") -> str:
    """Write a saving as "typically saves USD 482,000 (90 of 100 futures: USD 164,000 to USD 981,000)"."""
    low, high = (about(end, currency, locale) for end in (saving.low, saving.high))
    return f"{typical_in_words(saving, currency, locale)} (90 of 100 futures: {_signed(saving)}{low} to {high})"


def typical_in_words(saving: Range, currency: str, locale: str = "en") -> str:
    """Write a median saving as "typically saves USD 482,000" or "typically costs USD 63,500 more"."""
    amount = about(abs(saving.median), currency, locale)
    return f"typically saves {amount}" if saving.median >= 0 else f"typically costs {amount} more"


def range_in_words(one: Range, locale: str = "en") -> str:
    """Write the ends of a saving to three figures, without unit: "164,000 to 981,000", or "saving -9 to -3"."""
    return f"{_signed(one)}{number(three_figures(one.low), locale)}\xa0to\xa0{number(three_figures(one.high), locale)}"


def _signed(saving: Range) -> str:
    """Say that a range is one of savings where the words before it are of a cost: the signs would mislead."""
    return "saving\xa0" if saving.median < 0 else ""


def finding_fan(
    futures: Futures, option_id: str, book: BookName = HEADLINE[0], view: View = HEADLINE[1], locale: str = "en"
) -> Finding:
    """Say between which sums an option's cost ends, and where the baseline typically ends."""
    option, baseline, currency = futures.option(option_id), futures.baseline, futures.case.currency
    years = futures.case.horizon_years
    edges = fan(futures, option_id, book, view).edges
    low, high = (about(float(edges[place, -1]), currency, locale) for place in (0, -1))
    beside = about(float(fan(futures, baseline.id, book, view).edges[2, -1]), currency, locale)
    title = f"{option.name} costs between {low} and {high} over {years} years in 90 of 100 futures"
    if option is not baseline:
        title += f"; {baseline.name} typically {beside}"
    parts = [f"Cost of {option.name} added up year by year, {scope(book, view)}, not discounted."]
    for year in range(1, years + 1):
        ends = [about(float(edge), currency, locale) for edge in edges[[0, 1, 2, 3, 4], year]]
        parts.append(
            f"After year {year}: typically {ends[2]}; 50 of 100 futures {ends[1]} to {ends[3]}, "
            f"90 of 100 {ends[0]} to {ends[4]}."
        )
    if option is not baseline:
        parts.append(f"Dashed line: {baseline.name}, typically {beside} after {years} years.")
    return Finding(titled(book, view, title), " ".join([*parts, futures_in_words(futures.draws, futures.seed, locale)]))


def finding_one_off_chance(futures: Futures, option_id: str, locale: str = "en") -> Finding:
    """Say which one-off budget is exceeded in half of the futures, and which hardly ever."""
    option, currency = futures.option(option_id), futures.case.currency
    chance = one_off_chance_of(futures, option_id)
    if chance is None:
        amount = float(option.one_off_by_year[:, 0].sum())
        title = f"{option.name} needs no one-off money from the agency in any future"
        if abs(amount) >= 0.5:
            title = f"{option.name}: the agency's one-off budget is {about(amount, currency, locale)} in every future"
        return Finding(title, f"{title}. There is nothing to draw.")
    even, rare = about(chance.even, currency, locale), about(chance.rare, currency, locale)
    title = f"{option.name}: the one-off budget is more than {even} in 50 of 100 futures, and more than {rare} in 5"
    parts = [
        f"Falling curve: the chance that the agency's one-off budget for {option.name}, all years together, receipts "
        "taken off, not discounted, comes to more than a sum."
    ]
    for share in (0.95, 0.75, 0.5, 0.25, 0.05):
        amount = chance.sums[int(np.argmin(np.abs(np.array(chance.chances) - share)))]
        parts.append(f"More than {about(amount, currency, locale)} in {of_hundred(share, locale)} futures.")
    return Finding(title, " ".join([*parts, futures_in_words(futures.draws, futures.seed, locale)]))


def finding_access_range(futures: Futures, locale: str = "en") -> Finding:
    """Say which option is best reached, and over which range its score runs."""
    scores = scores_of(futures)
    if not scores:
        title = "The case does not say how constituents reach the options"
        return Finding(title, f"{title}. There is nothing to draw.")
    names = {option.id: option.name for option in futures.options}
    top = number(max(one.median for one in scores.values()), locale)
    best = [option_id for option_id, one in scores.items() if number(one.median, locale) == top]
    low, high = (
        number(end, locale) for end in (min(scores[one].low for one in best), max(scores[one].high for one in best))
    )
    verb = "is" if len(best) == 1 else "are"
    title = f"{listed([names[one] for one in best])} {verb} best to reach: typically {top} of 100 points, "
    title += f"{low} to {high} in 90 of 100 futures"
    parts = ["Access score of each option for the three groups of constituents together, 0 out of reach to 100 near."]
    parts += [f"{names[one]}: {score_in_words(score, locale)}." for one, score in scores.items()]
    parts += [f"{name}: not stated." for one, name in names.items() if one not in scores]
    return Finding(title, " ".join([*parts, futures_in_words(futures.draws, futures.seed, locale)]))


def score_in_words(score: Range, locale: str = "en", short: bool = False) -> str:
    """Write a score as "typically 88 (90 of 100 futures: 72 to 95)", or in `short` as "typically 88 (72 to 95)"."""
    low, median, high = (number(one, locale) for one in (score.low, score.median, score.high))
    return f"typically {median} ({'' if short else '90 of 100 futures: '}{low}\xa0to\xa0{high})"


def scope(book: BookName, view: View) -> str:
    """Say for whom and for what a chart counts."""
    return f"for {BOOK_NAMES[book]}, {'cash only' if view == 'cash' else 'cash and staff time'}"


def titled(book: BookName, view: View, title: str) -> str:
    """Put for whom a title counts before it, where that is not the agency, and behind it that staff time counts."""
    whose = title if book == "agency" else f"For {BOOK_NAMES[book]}: {title}"
    return whose if view == "cash" else f"{whose} (staff time counted)"
