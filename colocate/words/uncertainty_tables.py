"""Tables of odds and ranges by option, in words."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.analysis.uncertainty.odds import Odds, Range
from colocate.case import Case
from colocate.words.futures import count_of_hundred, of_hundred
from colocate.words.language import ENGLISH, Language
from colocate.words.naming import quoted_name, short_names
from colocate.words.numbers import NOTHING
from colocate.words.uncertainty import shown_savings
from colocate.words.weighing_tables import Entry, Table


def odds_table(case: Case, found: Sequence[Odds], language: Language = ENGLISH) -> Table:
    """Tell how often each option is the cheapest, and what choosing it costs on average too much."""
    names = short_names(case)
    baseline = quoted_name(case, case.options[0].id, language)

    def chance(share: float | None) -> Entry:
        return Entry(NOTHING if share is None else of_hundred(share, language))

    savings = shown_savings(found)
    fails = Entry(language.say("fails a gate"))
    rows = (
        (
            Entry(language.say("Cheapest, of 100 futures"), language.say("Of the options that pass their gates")),
            *(
                Entry(count_of_hundred(one.cheapest, one.of_hundred, language)) if one.ranked else fails
                for one in found
            ),
        ),
        (
            Entry(
                language.say("Cheaper than today's way"),
                language.say("In how many futures it costs less than {option}", option=baseline),
            ),
            *(chance(one.cheaper_than_baseline) for one in found),
        ),
        (
            Entry(
                language.say("Expected regret"),
                language.say("What it costs on average more than the option that is cheapest in each future"),
            ),
            *(Entry(language.about(one.regret, case.currency)) for one in found),
        ),
        (
            Entry(
                language.say("Saving, on average"),
                language.say(
                    "Against {option}, in today's money; in 90 of 100 futures between the two", option=baseline
                ),
            ),
            *(_range(savings.get(one.option), case.currency, language) for one in found),
        ),
        (
            Entry(language.say("The office fits in"), language.say("Area and desks are enough")),
            *(chance(one.fits) for one in found),
        ),
    )
    return Table(language.say("Odds by option"), ("", *(names[one.option] for one in found)), rows)


def _range(one: Range | None, currency: str, language: Language) -> Entry:
    if one is None:
        return Entry(NOTHING)
    low, high = language.about(one.low, currency), language.about(one.high, currency)
    return Entry(language.money(one.mean, currency), language.say("{low} to {high}", low=low, high=high))
