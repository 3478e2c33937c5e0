"""Money with range and odds, and who pays."""

from __future__ import annotations

from colocate.analysis.money.returns import returns
from colocate.analysis.money.shift import shift
from colocate.analysis.uncertainty.odds import Odds, Range, odds
from colocate.analysis.verdict import Verdict
from colocate.model.futures import Futures
from colocate.words.adding_up import shown_shift
from colocate.words.language import Language, unsaid
from colocate.words.money import PAYER_NAMES, payback_in_words
from colocate.words.naming import quoted_name, short_names
from colocate.words.numbers import NOTHING, shown
from colocate.words.paper.record import Block, Bullets, Mark, PaperTable, Picture, Section, Words
from colocate.words.uncertainty import chance_in_words, shown_savings
from colocate.words.verdict import why
from colocate.words.weighing_tables import Entry


def money(futures: Futures, found: Verdict, language: Language, *, short: bool) -> Section:
    """Say what every option costs and saves, with range and odds; a short paper has no picture."""
    blocks: list[Block] = [Bullets(said)] if (said := why(futures, found, language)) else []
    if not short and futures.figures:
        blocks.append(_picture(futures, found, language))
    notes = [_explained(futures, language)]
    if any(one.one_off.mean < 0 for one in odds(futures)):
        notes.append(language.say("A one-off budget below 0 is money that comes back, as a deposit does."))
    blocks += [_table(futures, language), Words(" ".join(notes), "note")]
    return Section("money", language.say("Money, with range and odds"), tuple(blocks))


def _table(futures: Futures, language: Language) -> PaperTable:
    case, names = futures.case, short_names(futures.case)
    found = odds(futures)
    savings = shown_savings(found)
    baseline = quoted_name(case, case.baseline.id, language)
    rows = [
        (
            Entry(names[one.option]),
            _amount(one.present_value, language),
            _saving(one, savings, language),
            Entry(chance_in_words(futures, one, language) if futures.figures else NOTHING),
            _amount(one.one_off, language),
            _amount(one.equivalent_annual, language),
            Entry(_paid_back(futures, one, language)),
        )
        for one in found
    ]
    return PaperTable(
        language.say("What each option costs the agency, in cash, {currency}", currency=case.currency),
        (
            language.say("Option"),
            language.say("Cost in today's money"),
            language.say("Against {baseline}", baseline=baseline),
            language.say("Cheapest in"),
            language.say("One-off budget"),
            language.say("Cost a year"),
            language.say("Paid back in"),
        ),
        tuple(rows),
        (4, 5, 5, 3, 5, 5, 4),
    )


def _amount(one: Range, language: Language) -> Entry:
    """Write an amount with its range below it, in the currency that the caption names."""
    low, high = (language.number(shown(end)) for end in (one.low, one.high))
    words = language.number(shown(one.mean))
    return Entry(words) if low == high else Entry(words, language.say("{low} to {high}", low=low, high=high))


def _saving(one: Odds, savings: dict[str, Range], language: Language) -> Entry:
    """Say what an option costs less or more than the baseline on average, and in its range."""
    saved = savings.get(one.option)
    if saved is None:
        return Entry(NOTHING)
    low, high = shown(-saved.high), shown(-saved.low)
    words = _change(-saved.mean, language)
    if low == high:
        return Entry(words)
    nearer, farther = (language.number(end) for end in sorted((abs(low), abs(high))))
    if high <= 0:
        return Entry(words, language.say("{nearer} to {farther} less", nearer=nearer, farther=farther))
    if low >= 0:
        return Entry(words, language.say("{nearer} to {farther} more", nearer=nearer, farther=farther))
    mixed = language.say("{low} less to {high} more", low=language.number(abs(low)), high=language.number(abs(high)))
    return Entry(words, mixed)


def _change(amount: float, language: Language) -> str:
    """Write a difference from the baseline, rounded already as it is shown, in the currency that the caption names."""
    if abs(amount) < 0.5:
        return language.say("the same")
    return language.say(LESS if amount < 0 else MORE, amount=language.number(abs(amount)))


LESS, MORE = unsaid("{amount} less"), unsaid("{amount} more")


def _paid_back(futures: Futures, one: Odds, language: Language) -> str:
    if one.option == futures.baseline.id:
        return NOTHING
    return payback_in_words(returns(futures.expected, one.option).payback, language)


def _explained(futures: Futures, language: Language) -> str:
    years = language.years(futures.case.horizon_years)
    if not futures.figures:
        return language.say("Cost over {years}, brought to today. No figure has a range: nothing varies.", years=years)
    return language.say(
        "Cost over {years}, brought to today. Amounts are averages over possible futures; below each stands the range "
        "that holds 90 of 100 of them.",
        years=years,
    )


def _picture(futures: Futures, found: Verdict, language: Language) -> Picture:
    """Draw the cost of every option with its range on one scale."""
    case, names = futures.case, short_names(futures.case)
    standings = found.criterion("money").standings
    costs = [(one.value or 0.0, one.low or 0.0, one.high or 0.0) for one in standings]
    least, most = min(map(min, costs)), max(map(max, costs))
    marks, told = [], []
    for standing, (mean, low, high) in zip(standings, costs, strict=True):
        name, amount = names[standing.option], language.about(mean, case.currency)
        marks.append(Mark(name, amount, *((one - least) / ((most - least) or 1.0) for one in (mean, low, high))))
        told.append(
            language.say(
                "{option}: {amount}, {low} to {high}.",
                option=name,
                amount=amount,
                low=language.about(low, case.currency),
                high=language.about(high, case.currency),
            )
        )
    title = language.say("Cost in today's money: on average, and in 90 of 100 futures")
    alt = language.say("A mark for each option with a line for its range. {options}", options=" ".join(told))
    ends = (language.about(least, case.currency), language.about(most, case.currency))
    return Picture(title, alt, tuple(marks), ends)


def who_pays(futures: Futures, language: Language) -> Section:
    """Say who bears more or less of each option than of the baseline; what each bears adds up to what everyone does."""
    case, names = futures.case, short_names(futures.case)
    payers = tuple(PAYER_NAMES)
    rows = []
    for option in case.options[1:]:
        moved = shown_shift(shift(futures.expected, option.id))
        amounts = (*(moved.by_payer[payer] for payer in payers), moved.everyone)
        rows.append((Entry(names[option.id]), *(Entry(_change(one, language)) for one in amounts)))
    table = PaperTable(
        language.say(
            "Who pays more or less than with {baseline}, in today's money: cash, and value in kind, {currency}",
            currency=case.currency,
            baseline=quoted_name(case, case.baseline.id, language),
        ),
        (
            language.say("Option"),
            *(language.say(PAYER_NAMES[payer]) for payer in payers),
            language.say("Everyone together"),
        ),
        tuple(rows),
        (4, 4, 4, 4, 4, 4),
    )
    return Section("payers", language.say("Who pays"), (table,))
