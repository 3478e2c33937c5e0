"""What each chart on money shows, in plain sentences: a title that states the finding, and a full text alternative.

Pure functions of an outcome. The words are for readers of English as a second language; numbers follow the locale.
Findings on access and the mandate are in `findings_reach`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from colocate.analysis.money.budget import one_off_budget, one_off_by_payer
from colocate.analysis.money.cost_headings import Step, by_heading, steps
from colocate.analysis.money.returns import returns
from colocate.analysis.money.shift import shift
from colocate.model.outcome import OptionOutcome, Outcome
from colocate.model.totals import BookName, View
from colocate.words.numbers import about, listed, number, percent

PAYER_NAMES = {
    "agency": "The agency",
    "un": "Other UN entities",
    "host": "The host government",
    "donor": "Donors",
}
BOOK_NAMES: dict[BookName, str] = {
    "agency": "the agency",
    "un family": "the UN family",
    "everyone": "everyone together",
}
SAME = 0.01
"""Amounts within one per cent of the baseline's cost count as the same, as in the verdict."""


@dataclass(frozen=True)
class Finding:
    """The finding in one sentence without a full stop, and a full text alternative. Plain text, not escaped."""

    title: str
    alt: str


def finding_cumulative(outcome: Outcome, book: BookName = "agency", view: View = "cash", locale: str = "en") -> Finding:
    """Say which option has cost least by the end of the years looked at, before discounting."""
    years, currency, baseline = outcome.case.horizon_years, outcome.case.currency, outcome.baseline
    totals = {option.id: float(option.money[book, view].total[0]) for option in outcome.options}
    ranked = [option for option in outcome.options if not option.fails]
    candidates = ranked if len(ranked) > 1 else list(outcome.options)
    first, second = sorted(candidates, key=lambda option: totals[option.id])[:2]
    near = SAME * abs(totals[baseline.id])
    span = f"over {years} years, before discounting"
    if baseline in candidates and totals[baseline.id] - totals[first.id] <= near and first is not baseline:
        title = f"{first.name} and {baseline.name} cost about the same {span}"
    elif first is baseline or baseline not in candidates:
        more = about(totals[second.id] - totals[first.id], currency, locale)
        title = f"{first.name} costs least; {second.name} costs {more} more {span}"
    else:
        less = about(totals[baseline.id] - totals[first.id], currency, locale)
        title = f"{first.name} costs {less} less than {baseline.name} {span}"
    title = f"At the most likely values, {title}"
    parts = [
        f"Lines of the cost added up year by year, {_scope(book, view)}, not discounted, every figure most likely."
    ]
    for option in outcome.options:
        said = f"{option.name}: {about(totals[option.id], currency, locale)} after {years} years"
        if option is not baseline:
            said += f" ({_paid_back(outcome, option, book, view, locale)})"
        parts.append(f"{said}.")
    return Finding(_for(book, view, title), " ".join(parts))


def finding_waterfall(
    outcome: Outcome, option_id: str, book: BookName = "agency", view: View = "cash", locale: str = "en"
) -> Finding:
    """Say how an option's cost in today's money differs from the baseline's, and what makes the difference."""
    option, baseline, currency = outcome.option(option_id), outcome.baseline, outcome.case.currency
    if option is baseline:
        return _baseline(outcome, f"{_today(outcome, baseline, book, view, locale)} in today's money.")
    told = steps(outcome, option_id, book, view)
    difference = float(outcome.against_baseline(option_id, book, view).present_value[0])
    before = float(baseline.money[book, view].present_value[0])
    title = f"{option.name} {_costs(difference, before, currency, locale)} {baseline.name} in today's money"
    helping = [step for step in told if step.amount * difference > 0]
    against = [step for step in told if step.amount * difference < 0 and abs(step.amount) > SAME * abs(difference)]
    main = [step_in_words(step, currency, locale).replace(":", "") for step in (*helping[:1], *against[:1])]
    if main:
        title += f": {', '.join(_lower(words) for words in main)}"
    parts = [
        f"Steps from {baseline.name} to {option.name}, {_scope(book, view)}, in today's money.",
        f"{baseline.name}: {_today(outcome, baseline, book, view, locale)}.",
        *(f"{step_in_words(step, currency, locale)}." for step in told),
        f"{option.name}: {_today(outcome, option, book, view, locale)}.",
    ]
    return Finding(_for(book, view, title), " ".join(parts))


def finding_yearly(
    outcome: Outcome, option_id: str, book: BookName = "agency", view: View = "cash", locale: str = "en"
) -> Finding:
    """Say in which year an option costs most, and what makes up most of its cost."""
    option, currency = outcome.option(option_id), outcome.case.currency
    by_year = option.money[book, view].by_year[:, 0]
    headings = {heading: float(amounts[:, 0].sum()) for heading, amounts in by_heading(option, book, view).items()}
    if not headings:
        title = f"{option.name} costs {BOOK_NAMES[book]} nothing"
        return Finding(title, f"{title} in any year.")
    peak = int(np.argmax(by_year))
    title = f"{option.name} costs most in year {peak + 1}: {about(float(by_year[peak]), currency, locale)}"
    main = max(headings, key=lambda heading: headings[heading])
    gross = sum(amount for amount in headings.values() if amount > 0)
    if headings[main] > 0:
        title += f"; {_lower(main)}: {_per_cent(headings[main] / gross, locale)} of all costs"
    parts = [
        f"Bars of the cost of {option.name} by year, {_scope(book, view)}, not discounted.",
        *(f"Year {year + 1}: {about(float(amount), currency, locale)}." for year, amount in enumerate(by_year)),
        "By heading, all years:",
        "; ".join(f"{heading} {about(amount, currency, locale)}" for heading, amount in headings.items()) + ".",
    ]
    return Finding(_for(book, view, title), " ".join(parts))


def finding_one_offs(outcome: Outcome, option_id: str, locale: str = "en") -> Finding:
    """Say how much one-off money the agency must find, and when most of it falls."""
    option, currency = outcome.option(option_id), outcome.case.currency
    budget = one_off_budget(option)[:, 0]
    total = float(budget.sum())
    needed = float(budget[budget > 0].sum())
    if needed > 0:
        peak = int(np.argmax(budget))
        title = f"{option.name} needs {about(needed, currency, locale)} in one-off money from the agency"
        title += f", {_most(float(budget[peak]), needed)} in year {peak + 1}"
    else:
        title = f"{option.name} needs no one-off money from the agency"
    payers = one_off_by_payer(option)
    parts = [f"One-off costs and receipts of {option.name} by year and by who pays, not discounted."]
    for payer, amounts in payers.items():
        told = [
            f"{about(float(amount), currency, locale)} in year {year + 1}"
            for year, amount in enumerate(amounts[:, 0])
            if abs(amount) > 0
        ]
        parts.append(f"{payer_in_words(payer)}: {listed(told)}.")
    parts.append(f"All years together, receipts taken off: {about(total, currency, locale)} for the agency.")
    return Finding(title, " ".join(parts))


def finding_books(outcome: Outcome, option_id: str, view: View = "cash", locale: str = "en") -> Finding:
    """Say who gains and who bears, and how much of the agency's saving is only a shift."""
    option, baseline, currency = outcome.option(option_id), outcome.baseline, outcome.case.currency
    if option is baseline:
        return _baseline(outcome, "Nobody pays more or less.")
    moved = shift(outcome, option_id, view)
    scale = abs(float(baseline.money["everyone", view].present_value[0]))
    changes = {payer: amount for payer, amount in moved.by_payer.items() if abs(amount) > 1e-6 * scale}
    title = f"{option.name} {_costs(moved.everyone, scale, currency, locale)} {baseline.name} for everyone together"
    bearers = {payer: amount for payer, amount in changes.items() if amount > 0}
    if bearers and (moved.everyone <= 0 or set(bearers) != set(changes)):
        told = [f"{_lower(PAYER_NAMES[one])} {about(amount, currency, locale)}" for one, amount in bearers.items()]
        title += f", but costs {listed(told)} more"
    parts = [f"What each payer bears under {option.name}, less what it bears under {baseline.name}, in today's money."]
    for payer, amount in moved.by_payer.items():
        parts.append(f"{PAYER_NAMES[payer]}: {_more_or_less(amount, currency, locale)}.")
    parts.append(f"Everyone together: {_more_or_less(moved.everyone, currency, locale)}.")
    if moved.shifted > 0:
        parts.append(f"Of the agency's saving, {about(moved.shifted, currency, locale)} is only a shift to others.")
    return Finding(_timed(title, view), " ".join(parts))


def step_in_words(step: Step, currency: str, locale: str = "en") -> str:
    """Write a step as "Running costs: USD 12,300 less"."""
    return f"{step.heading}: {_more_or_less(step.amount, currency, locale)}"


def change_in_words(amount: float, currency: str, locale: str = "en") -> str:
    """Write a difference from the baseline as "USD 12,300 less" or "the same"."""
    return _more_or_less(amount, currency, locale)


def payer_in_words(payer: str) -> str:
    """Write a payer, or the agency's fund, as on screen."""
    if payer.startswith("agency: "):
        return f"Agency, {payer.removeprefix('agency: ')}"
    return PAYER_NAMES.get(payer, payer)


def _paid_back(outcome: Outcome, option: OptionOutcome, book: BookName, view: View, locale: str) -> str:
    answer = returns(outcome, option.id, book, view).payback
    if answer.value is not None:
        return f"paid back after {number(answer.value, locale, 1)} years"
    more = outcome.against_baseline(option.id, book, view).cumulative[:, 0]
    if more[-1] > 0:
        return f"not paid back in {outcome.case.horizon_years} years"
    if np.all(more <= 0):
        return f"at no time more than {outcome.baseline.name}"
    return f"more and less than {outcome.baseline.name} by turns"


def _baseline(outcome: Outcome, words: str) -> Finding:
    title = f"{outcome.baseline.name}: the option that the others are compared with"
    return Finding(title, f"{title}. {words}")


def _today(outcome: Outcome, option: OptionOutcome, book: BookName, view: View, locale: str) -> str:
    return about(float(option.money[book, view].present_value[0]), outcome.case.currency, locale)


def _costs(difference: float, before: float, currency: str, locale: str) -> str:
    if abs(difference) <= SAME * abs(before):
        return "costs about the same as"
    return f"costs {about(abs(difference), currency, locale)} {'less' if difference <= 0 else 'more'} than"


def _more_or_less(amount: float, currency: str, locale: str) -> str:
    if abs(amount) < 0.5:
        return "the same"
    return f"{about(abs(amount), currency, locale)} {'less' if amount < 0 else 'more'}"


def _per_cent(fraction: float, locale: str) -> str:
    return percent(fraction, locale, 0).replace(" ", "\xa0")


def _most(part: float, whole: float) -> str:
    if part > 0.995 * whole:
        return "all of it"
    return "most of it" if part > 0.5 * whole else "the largest part of it"


def _scope(book: BookName, view: View) -> str:
    return f"for {BOOK_NAMES[book]}, {'cash only' if view == 'cash' else 'cash and staff time'}"


def _for(book: BookName, view: View, title: str) -> str:
    return _timed(title if book == "agency" else f"For {BOOK_NAMES[book]}: {title}", view)


def _timed(title: str, view: View) -> str:
    return title if view == "cash" else f"{title} (staff time counted)"


def _lower(words: str) -> str:
    """Write a heading inside a sentence; names keep their capitals."""
    return words if words.startswith("National") else f"{words[:1].lower()}{words[1:]}"
