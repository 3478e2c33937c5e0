"""What the command `compare` writes besides the answer: headings, names of rows, notes."""

from __future__ import annotations

from colocate.analysis.money.returns import Answer
from colocate.analysis.uncertainty.odds import Range
from colocate.model.totals import BookName
from colocate.words.futures import of_hundred
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.numbers import NOTHING
from colocate.words.ruled_out import TITLE

HEADINGS = {
    "conditions": unsaid("Conditions"),
    "ruled out": TITLE,
    "coordinators": unsaid("National Coordinators"),
    "cautions": unsaid("Cautions"),
    "depth": unsaid("How deep the case is"),
    "odds": unsaid("How sure: cash from the agency's own budgets, in today's money"),
}
ROWS = {
    "present_value": unsaid("  in today's money"),
    "low": unsaid("  5 of 100 futures below"),
    "high": unsaid("  95 of 100 futures below"),
    "equivalent_annual": unsaid("  equal amount a year"),
    "with time": unsaid("  with staff time"),
    "against": unsaid("Less baseline, today's money"),
    "payback": unsaid("Payback"),
    "discounted": unsaid("  discounted"),
    "rate": unsaid("Rate of return"),
    "cheapest": unsaid("Cheapest, of 100 futures"),
    "cheaper": unsaid("Cheaper than baseline, of 100"),
    "saving": unsaid("Saving against baseline"),
    "regret": unsaid("Expected regret"),
}
BOOK_ROWS: dict[BookName, str] = {
    "un family": unsaid("UN family, today's money"),
    "everyone": unsaid("Everyone, today's money"),
}


def heading(name: str, language: Language = ENGLISH) -> str:
    """Write the heading of a part."""
    return language.say(HEADINGS[name])


def row(name: str, language: Language = ENGLISH) -> str:
    """Write the name of a row."""
    return language.say(ROWS[name])


def book_row(book: BookName, language: Language = ENGLISH) -> str:
    """Write the name of the row of a book that is not the agency's."""
    return language.say(BOOK_ROWS[book])


def money_heading(draws: int, varies: bool, language: Language = ENGLISH) -> str:
    """Say what the amounts are."""
    if not varies:
        return language.say("Money")
    return language.say("Money, on average over {draws} possible futures", draws=language.number(draws))


def total_row(years: int, language: Language = ENGLISH) -> str:
    """Name the row of what the agency pays in all years."""
    return language.say_many("Agency's cash, {count} year", "Agency's cash, {count} years", years)


def option_line(number: int, name: str, language: Language = ENGLISH) -> str:
    """Write the line above what is said of an option; the first is the baseline."""
    if number == 1:
        return language.say("{number}. {option} (baseline)", number=language.number(number), option=name)
    return language.say("{number}. {option}", number=language.number(number), option=name)


def leads(language: Language = ENGLISH) -> str:
    """Mark an option that leads by a criterion."""
    return language.say("   << leads")


def no_return(option: str, reason: str, language: Language = ENGLISH) -> str:
    """Say why an option has no payback or no rate of return."""
    return language.say("- {option}: {reason}.", option=option, reason=reason)


def years_in_words(answer: Answer, language: Language = ENGLISH) -> str:
    """Write a payback in years."""
    if answer.value is None:
        return NOTHING
    return language.say_many("{count} year", "{count} years", answer.value)


def rate_in_words(answer: Answer, language: Language = ENGLISH) -> str:
    """Write a yearly rate of return."""
    return NOTHING if answer.value is None else language.percent(answer.value, 1)


def count_in_words(share: float | None, language: Language = ENGLISH) -> str:
    """Write a share of the futures; a sign where there is none."""
    return NOTHING if share is None else of_hundred(share, language)


def not_ranked(language: Language = ENGLISH) -> str:
    """Say why an option is never counted as the cheapest."""
    return language.say("fails a gate")


def end_in_words(one: Range | None, end: str, currency: str, language: Language = ENGLISH) -> str:
    """Write the mean or an end of a range to three figures; a sign where there is none."""
    return NOTHING if one is None else language.about(float(getattr(one, end)), currency)


def regret_note(language: Language = ENGLISH) -> str:
    """Say what expected regret is."""
    return language.say(
        "Expected regret: what choosing the option costs on average more than the cheapest option of each future would "
        "have cost. An amount below 0 as a saving is an extra cost."
    )
