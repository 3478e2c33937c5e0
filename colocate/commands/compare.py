"""The comparison for a terminal: the verdict with its odds, the four criteria, the money, how far it may lie off."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.analysis.mandate.coordinators import hosting
from colocate.analysis.money.returns import Returns, returns
from colocate.analysis.uncertainty.odds import Odds, Range, odds
from colocate.commands.layout import side_by_side, terminal_width, titled, wrapped
from colocate.model.futures import Futures
from colocate.model.outcome import OptionOutcome, Outcome
from colocate.model.totals import BOOKS, HEADLINE
from colocate.words.cautions import caution_words
from colocate.words.coordinators import hosting_in_words
from colocate.words.numbers import NOTHING, about, money, number
from colocate.words.verdict import Verdict
from colocate.words.verdict_with_odds import futures_in_words, of_hundred, verdict_with_odds

Rows = list[tuple[str, Sequence[str]]]

BEST = "   << best"
CRITERION = 28
"""The column at which what is said of a criterion begins."""

REGRET = (
    "Expected regret: what choosing the option costs on average more than the cheapest option of each future would "
    "have cost. An amount below 0 as a saving is an extra cost."
)


def report(futures: Futures) -> str:
    """Write the comparison in lines that fit the terminal."""
    width, told, outcome = terminal_width(), verdict_with_odds(futures), futures.central
    parts = [titled(outcome.case.title, width), "", wrapped(told.headline, width)]
    parts += [wrapped(f"- {sentence}", width) for sentence in told.sentences]
    for place in range(len(outcome.options)):
        parts += ["", *_criteria(outcome, told, place, width)]
    parts += [
        "",
        "Money in the central case: every figure at its most likely value",
        _money_table(outcome, width),
        "",
        f"Over {number(futures.draws)} possible futures: cash from the agency's own budgets, in today's money",
        side_by_side(_columns(outcome), _odds_rows(odds(futures), outcome.case.currency), width),
        wrapped(REGRET, width, "  "),
    ]
    if told.conditions:
        parts += ["", "Conditions", *(wrapped(f"- {condition}", width) for condition in told.conditions)]
    hosted = hosting_in_words(outcome.case, hosting(futures))
    if hosted:
        parts += ["", "National Coordinators", *(wrapped(f"- {sentence}", width) for sentence in hosted)]
    found = caution_words(futures.expected)
    if found:
        parts += ["", "Cautions", *(wrapped(f"- {caution}", width) for caution in found)]
    return "\n".join([*parts, "", wrapped(futures_in_words(futures.draws, futures.seed), width)])


def _criteria(outcome: Outcome, told: Verdict, place: int, width: int) -> list[str]:
    """Write one option by the four criteria; the odds stand under each."""
    option = outcome.options[place]
    lines = [wrapped(f"{place + 1}. {option.name}{' (baseline)' if place == 0 else ''}", width)]
    for row in told.rows:
        cell = next(cell for cell in row.cells if cell.option == option.id)
        words = f"   {row.title:<{CRITERION - 4}} {cell.words}{BEST if option.id in row.best else ''}"
        lines.append(words if len(words) <= width else _under(words, width))
        if cell.odds:
            lines.append(wrapped(cell.odds, width, " " * CRITERION))
    return lines


def _under(words: str, width: int) -> str:
    first, rest = words[:CRITERION], words[CRITERION:]
    return first + wrapped(rest, width, " " * CRITERION).lstrip()


def _columns(outcome: Outcome) -> list[str]:
    return [f"{place}. {option.id}" for place, option in enumerate(outcome.options, start=1)]


def _money_table(outcome: Outcome, width: int) -> str:
    earned = [returns(outcome, option.id) for option in outcome.options]
    notes = [
        wrapped(f"- {option.name}: no {what}: {answer.words}.", width)
        for option, one in zip(outcome.options[1:], earned[1:], strict=True)
        for what, answer in (("payback", one.payback), ("rate of return", one.internal_rate_of_return))
        if answer.value is None
    ]
    return "\n".join([side_by_side(_columns(outcome), _money_rows(outcome, earned), width), *notes])


def _money_rows(outcome: Outcome, earned: Sequence[Returns]) -> Rows:
    currency, years = outcome.case.currency, outcome.case.horizon_years
    options: tuple[OptionOutcome, ...] = outcome.options
    headline = [option.money[HEADLINE] for option in options]
    with_time = [option.money["agency", "cash and efficiency"] for option in options]
    rows: Rows = [
        (f"Agency's cash, {years} years", [money(float(one.total[0]), currency) for one in headline]),
        ("  in today's money", [money(float(one.present_value[0]), currency) for one in headline]),
        ("  equal amount a year", [money(float(one.equivalent_annual[0]), currency) for one in headline]),
        ("  with staff time", [money(float(one.present_value[0]), currency) for one in with_time]),
    ]
    for book in list(BOOKS)[1:]:
        values = [money(float(option.money[book, "cash"].present_value[0]), currency) for option in options]
        rows.append((f"{book[:1].upper()}{book[1:]}, today's money".replace("Un f", "UN f"), values))
    against = [outcome.against_baseline(option.id) for option in options]
    rows.append(("Less baseline, today's money", [money(float(one.present_value[0]), currency) for one in against]))
    rows.append(("Payback", [_short(one.payback.value, "years") for one in earned]))
    rows.append(("  discounted", [_short(one.discounted_payback.value, "years") for one in earned]))
    rows.append(("Rate of return", [_short(one.internal_rate_of_return.value, "%") for one in earned]))
    return rows


def _odds_rows(found: Sequence[Odds], currency: str) -> Rows:
    """Write how each option fares over the futures; an amount is to three figures, as in the verdict."""
    values = [one.present_value for one in found]
    savings = [one.saving for one in found]
    return [
        ("Cheapest, of 100 futures", [_count(one.cheapest) if one.ranked else "fails a gate" for one in found]),
        ("Cheaper than baseline, of 100", [_count(one.cheaper_than_baseline) for one in found]),
        *_range_rows("Cost", "cost", values, currency),
        *_range_rows("Saving against baseline", "save", savings, currency),
        ("Expected regret", [about(one.regret, currency) for one in found]),
    ]


def _range_rows(name: str, verb: str, ranges: Sequence[Range | None], currency: str) -> Rows:
    return [
        (f"{name}, median", [NOTHING if one is None else about(one.median, currency) for one in ranges]),
        (f"  5 of 100 {verb} less than", [NOTHING if one is None else about(one.low, currency) for one in ranges]),
        (f"  95 of 100 {verb} less than", [NOTHING if one is None else about(one.high, currency) for one in ranges]),
    ]


def _count(share: float | None) -> str:
    return NOTHING if share is None else of_hundred(share).removesuffix(" of 100")


def _short(value: float | None, unit: str) -> str:
    if value is None:
        return NOTHING
    return f"{100 * value:.1f} %" if unit == "%" else f"{value:.1f} {unit}"
