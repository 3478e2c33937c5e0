"""The verdict with its odds: the same four criteria, each claim with the number of futures in which it holds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from colocate.analysis.money.shift import PAYERS
from colocate.analysis.uncertainty.odds import DRAWS, Odds, better_access, leading_pair, odds
from colocate.draws.sampling import SEED
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, VIEWS
from colocate.words.numbers import about, listed, number
from colocate.words.verdict import (
    BEARERS,
    SAME_MONEY,
    SAME_POINTS,
    Criterion,
    Verdict,
    verdict,
    with_best_everywhere,
)

EVEN = 0.6
"""An option that is cheapest in less than this part of the futures does not lead by enough to say more than that."""


def futures_in_words(draws: int = DRAWS, seed: int = SEED, locale: str = "en") -> str:
    """Say what the odds rest on, so that a figure can be worked out again."""
    return (
        f"Odds and ranges: {number(draws, locale)} possible futures, all uncertain figures drawn at once over their "
        f"ranges (seed {seed}). Amounts without a range have every figure at its most likely value."
    )


def of_hundred(share: float, locale: str = "en") -> str:
    """Write a share as a number of 100 futures; none and all only where that is so.

    >>> of_hundred(0.784), of_hundred(0.0004), of_hundred(0.9996), of_hundred(1.0)
    ('78 of 100', 'fewer than 1 of 100', 'more than 99 of 100', '100 of 100')
    """
    if 0 < share < 0.005:
        return "fewer than 1 of 100"
    if 0.995 <= share < 1:
        return "more than 99 of 100"
    return f"{number(100 * share, locale)} of 100"


def verdict_with_odds(futures: Futures, locale: str = "en") -> Verdict:
    """Put the outcome into words with the odds of each claim; where fewer than two options pass, as it is."""
    central = verdict(futures.central, locale)
    if sum(not option.fails for option in futures.central.options) < 2:
        return central
    found = odds(futures)
    pair = leading_pair(futures)
    by_id = {one.option: one for one in found}
    first, second = by_id[pair.first], by_id[pair.second]
    rows = _rows(futures, central, found, first, locale)
    sentences = (
        *_central_case(futures, central, first, locale),
        *_regret(futures, first, second, locale),
        *(_access(futures, rows[1], locale)),
        *(sentence for sentence in central.sentences if sentence.startswith((rows[2].title, rows[3].title))),
        *_shifted(futures, first, locale),
    )
    conditions = (*_fits(futures, locale), *central.conditions)
    return Verdict(_headline(futures, rows, first, second, locale), sentences, conditions, rows)


def _headline(futures: Futures, rows: tuple[Criterion, ...], first: Odds, second: Odds, locale: str) -> str:
    return with_best_everywhere(_in_money(futures, first, second, locale), futures.central, rows)


def _in_money(futures: Futures, first: Odds, second: Odds, locale: str) -> str:
    """Say how likely the leading option is the cheapest, and by how much."""
    case = futures.case
    chance = of_hundred(first.cheapest, locale)
    if first.cheapest < EVEN:
        other = of_hundred(second.cheapest, locale)
        return f"Which option costs least is open: {first.name} in {chance} possible futures, {second.name} in {other}."
    span = f"over {case.horizon_years} years, in today's money"
    if first.saving is None:
        lead = futures.option(second.option).money[HEADLINE].present_value
        less = float(np.median(lead - futures.baseline.money[HEADLINE].present_value))
        compared = f"{about(less, case.currency, locale)} less than {second.name}" if less > 0 else ""
    else:
        amount = about(abs(first.saving.median), case.currency, locale)
        compared = f"{amount} {'less' if first.saving.median > 0 else 'more'} than {futures.baseline.name}"
    typically = f": typically {compared} {span}" if compared else f" {span}"
    return f"{first.name} costs least in {chance} possible futures{typically}."


def _central_case(futures: Futures, central: Verdict, first: Odds, locale: str) -> tuple[str, ...]:
    """Say so where the central case alone would point to another option, or gives the lead a range."""
    case = futures.case
    values = {cell.option: cell.value for cell in central.rows[0].cells if cell.value is not None}
    ranked = [option.id for option in futures.ranked]
    cheapest = min(ranked, key=lambda one: values[one])
    said = []
    if first.saving is not None:
        low, high = (about(one, case.currency, locale) for one in (first.saving.low, first.saving.high))
        said.append(
            f"{first.name} against {futures.baseline.name}: in 90 of 100 futures the saving is between {low} and {high}"
            " (below 0 it costs more)."
            if first.saving.low < 0
            else f"{first.name} against {futures.baseline.name}: in 90 of 100 futures the saving is between {low} "
            f"and {high}."
        )
    if cheapest != first.option and values[first.option] > values[cheapest]:
        more = about(values[first.option] - values[cheapest], case.currency, locale)
        name = futures.option(cheapest).name
        said.append(
            f"With every figure at its most likely value, {name} would cost least, {more} less than {first.name}. "
            f"But the ranges reach farther to its disadvantage: {name} is cheapest in "
            f"{of_hundred({one.option: one.cheapest for one in odds(futures)}[cheapest], locale)} futures."
        )
    return tuple(said)


def _regret(futures: Futures, first: Odds, second: Odds, locale: str) -> tuple[str, ...]:
    """Say what choosing the leading option costs on average where another would have been cheaper."""
    if first.cheapest >= 1:
        return ()
    currency = futures.case.currency
    return (
        f"Who chooses {first.name} pays on average {about(first.regret, currency, locale)} more than the cheapest "
        f"option of each future would have cost; who chooses {second.name}, {about(second.regret, currency, locale)}.",
    )


def _access(futures: Futures, row: Criterion, locale: str) -> tuple[str, ...]:
    if not row.best:
        return (f"{row.title}: the case does not say.",)
    if len(row.best) == len(futures.ranked):
        return (f"{row.title}: no difference that counts.",)
    names = listed([futures.option(one).name for one in row.best])
    shares = better_access(futures, SAME_POINTS)
    share = min(shares[one] for one in row.best)
    verb = "is" if len(row.best) == 1 else "are"
    return (f"{row.title}: {names} {verb} better, in {of_hundred(share, locale)} futures.{row.worst_served}",)


def _shifted(futures: Futures, first: Odds, locale: str) -> tuple[str, ...]:
    """Say how much of the leading option's saving others would bear, and in how many futures."""
    option, baseline, currency = futures.option(first.option), futures.baseline, futures.case.currency
    if option is baseline:
        return ()
    natures = VIEWS[HEADLINE[1]]
    change = dict.fromkeys(PAYERS, np.zeros(futures.draws))
    for each, sign in ((option, 1.0), (baseline, -1.0)):
        for (payer, nature), value in each.present_by_payer.items():
            if nature in natures:
                change[payer] = change[payer] + sign * value
    burdened = sum((np.maximum(change[payer], 0.0) for payer in PAYERS if payer != "agency"), np.zeros(futures.draws))
    shifted = np.maximum(0.0, np.minimum(-change["agency"], burdened))
    typical = float(np.median(shifted))
    if typical <= SAME_MONEY * abs(float(np.median(change["agency"]))):
        return ()
    bearers = listed([words for payer, words in BEARERS.items() if float(np.median(change[payer])) > 0])
    return (
        f"Of {first.name}'s saving, typically {about(typical, currency, locale)} is a shift and not a saving: "
        f"{bearers} would bear it.",
    )


def _fits(futures: Futures, locale: str) -> tuple[str, ...]:
    """Say where an option that fits in the central case would be too small in some futures."""
    return tuple(
        f"{option.name}: the office fits in {of_hundred(float(option.fits.mean()), locale)} futures."
        for option in futures.ranked
        if not option.fits.all()
    )


def _rows(
    futures: Futures, central: Verdict, found: tuple[Odds, ...], first: Odds, locale: str
) -> tuple[Criterion, ...]:
    """Give the plain table with the odds of money and access; mandate and the government's wish have no ranges."""
    money, access, *others = central.rows
    currency = futures.case.currency
    by_id = {one.option: one for one in found}
    shares = better_access(futures, SAME_POINTS)
    told = []
    for cell in money.cells:
        one = by_id[cell.option]
        low, high = (about(value, currency, locale) for value in (one.present_value.low, one.present_value.high))
        chance = f"cheapest in {of_hundred(one.cheapest, locale)} futures; " if one.ranked else ""
        told.append(replace(cell, odds=f"{chance}90 of 100 between {low} and {high}"))
    reached = [
        replace(cell, odds=f"best in {of_hundred(shares[cell.option], locale)} futures")
        if cell.option in shares
        else cell
        for cell in access.cells
    ]
    return (
        replace(money, cells=tuple(told), best=(first.option,)),
        replace(access, cells=tuple(reached)),
        *others,
    )
