"""What each chart over possible futures shows: a title that says the finding, and the same in words.

Amounts are expected values: means over the futures. A range is that of 90 of 100 futures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from colocate.analysis.uncertainty.odds import Odds, Range, fan, leading_pair, odds, one_off_chance
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, Reading
from colocate.words.futures import count_of_hundred, how_drawn, of_hundred
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.money import Finding
from colocate.words.naming import quoted_name, quoted_names, short_names
from colocate.words.numbers import shown, shown_difference

EVEN = 0.6
"""An option that is cheapest in less than this part of the futures does not lead by enough to be called sure."""

COUNTED: dict[Reading, str] = {
    Reading("agency", "cash"): unsaid("Counted: the agency's cash, in today's money."),
    Reading("agency", "cash and efficiency"): unsaid("Counted: the agency's cash and staff time, in today's money."),
    Reading("un family", "cash"): unsaid("Counted: cash of all UN entities, in today's money."),
    Reading("un family", "cash and efficiency"): unsaid(
        "Counted: cash and staff time of all UN entities, in today's money."
    ),
    Reading("everyone", "cash"): unsaid("Counted: everyone's cash, host and donors too, in today's money."),
    Reading("everyone", "cash and efficiency"): unsaid(
        "Counted: everyone's cash and staff time, host and donors too, in today's money."
    ),
}
SCOPED: dict[Reading, str] = {
    Reading("agency", "cash"): unsaid("{finding}"),
    Reading("agency", "cash and efficiency"): unsaid("{finding} (staff time counted)"),
    Reading("un family", "cash"): unsaid("For the UN family: {finding}"),
    Reading("un family", "cash and efficiency"): unsaid("For the UN family: {finding} (staff time counted)"),
    Reading("everyone", "cash"): unsaid("For everyone together: {finding}"),
    Reading("everyone", "cash and efficiency"): unsaid("For everyone together: {finding} (staff time counted)"),
}


def counted(reading: Reading = HEADLINE, language: Language = ENGLISH) -> str:
    """Say whose money is counted, and what counts as money."""
    return language.say(COUNTED[reading])


def scoped(finding: str, reading: Reading = HEADLINE, language: Language = ENGLISH) -> str:
    """Say for whom a title counts, where that is not the agency, and that staff time counts, where it does."""
    return language.say(SCOPED[reading], finding=finding)


def finding_odds(futures: Futures, reading: Reading = HEADLINE, language: Language = ENGLISH) -> Finding:
    """Say which option has the lowest expected cost and how often it is the cheapest, and if another is more often."""
    found, names = {one.option: one for one in odds(futures, *reading)}, quoted_names(futures.case, language)
    pair, labels = leading_pair(futures, reading), short_names(futures.case)
    first, rival = found[pair.first], found[pair.second]
    often = max(found.values(), key=lambda one: (one.cheapest, one.option == pair.first))
    places = {
        "option": names[pair.first],
        "chance": count_of_hundred(first.cheapest, first.of_hundred, language),
        "rival": names[pair.second],
        "rival_chance": count_of_hundred(rival.cheapest, rival.of_hundred, language),
        "often": names[often.option],
        "often_chance": count_of_hundred(often.cheapest, often.of_hundred, language),
    }
    if not futures.figures:
        title = language.say("{option} costs least; no figure has a range", **places)
    elif often.option != pair.first:
        message = unsaid("{option} costs least on average; {often} costs least more often, in {often_chance} futures")
        title = language.say(message, **places)
    elif first.cheapest < EVEN:
        message = unsaid("{option} costs least on average, yet only in {chance} futures; {rival} in {rival_chance}")
        title = language.say(message, **places)
    else:
        title = language.say("{option} costs least on average, and in {chance} futures", **places)
    parts = [
        language.say("Bars: in how many of 100 possible futures each option is the cheapest."),
        counted(reading, language),
        *(
            language.say(
                "{option}: {chance}.", option=labels[one.option], chance=chance_in_words(futures, one, language)
            )
            for one in found.values()
        ),
    ]
    return _finding(futures, reading, title, parts, language)


def chance_in_words(futures: Futures, one: Odds, language: Language = ENGLISH) -> str:
    """Write how often an option is the cheapest; one that fails a gate is not ranked, unless too few pass."""
    if not one.ranked:
        return language.say("not ranked, it fails a gate")
    chance = count_of_hundred(one.cheapest, one.of_hundred, language)
    if futures.central.option(one.option).fails:
        return language.say("{chance} (fails a gate)", chance=chance)
    return chance


def finding_savings(futures: Futures, reading: Reading = HEADLINE, language: Language = ENGLISH) -> Finding:
    """Say which option saves most on average against the baseline, and in how many futures it costs less."""
    currency, names = futures.case.currency, quoted_names(futures.case, language)
    found = odds(futures, *reading)
    savings, labels = shown_savings(found), short_names(futures.case)
    told = [(one, savings[one.option]) for one in found if one.option in savings]
    ranked = [pair for pair in told if pair[0].ranked] or told
    best, saving = max(ranked, key=lambda pair: pair[1].mean)
    places = {
        "option": names[best.option],
        "baseline": names[futures.baseline.id],
        "amount": language.money(abs(saving.mean), currency),
        "chance": of_hundred(best.cheaper_than_baseline or 0.0, language),
    }
    if saving.mean > 0:
        message = unsaid("{option} saves {amount} on average against {baseline}, and costs less in {chance} futures")
    else:
        message = unsaid(
            "No option saves money on average: {option} costs {amount} more, and costs less in {chance} futures"
        )
    parts = [
        language.say("What each option saves on average against {baseline}; below 0 it costs more.", **places),
        counted(reading, language),
    ]
    for one, saved in told:
        chance = of_hundred(one.cheaper_than_baseline or 0.0, language)
        said = saving_in_words(labels[one.option], saved, currency, language)
        parts.append(language.say("{saving}. It costs less in {chance} futures.", saving=said, chance=chance))
    return _finding(futures, reading, language.say(message, **places), parts, language)


def shown_savings(found: Sequence[Odds]) -> dict[str, Range]:
    """Give what each option but the baseline saves; its mean is the difference of the two costs as they are shown."""
    before = found[0].present_value.mean
    return {
        one.option: replace(one.saving, mean=shown_difference(before, one.present_value.mean))
        for one in found
        if one.saving is not None
    }


def saving_in_words(option: str, saving: Range, currency: str, language: Language = ENGLISH) -> str:
    """Write what an option saves on average, with its range: "Moving: saves USD 482,000 (164,000 to 981,000)"."""
    places = {
        "option": option,
        "amount": language.money(abs(saving.mean), currency),
        "low": _ends(saving.low, language),
        "high": _ends(saving.high, language),
    }
    if saving.mean >= 0:
        return language.say("{option}: saves {amount} ({low}\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}{high})", **places)
    return language.say(
        "{option}: costs {amount} more (saving {low}\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}{high})", **places
    )


def _ends(value: float, language: Language) -> str:
    return language.number(shown(value))


def finding_fan(futures: Futures, option_id: str, reading: Reading = HEADLINE, language: Language = ENGLISH) -> Finding:
    """Say what an option comes to on average by the last year, and between which sums."""
    baseline, currency, names = futures.baseline, futures.case.currency, quoted_names(futures.case, language)
    years = futures.case.horizon_years
    found, beside = fan(futures, option_id, *reading), fan(futures, baseline.id, *reading)

    def at(value: float) -> str:
        return language.about(float(value), currency)

    places = {
        "option": names[option_id],
        "years": language.years(years),
        "amount": at(found.mean[-1]),
        "low": at(found.edges[0, -1]),
        "high": at(found.edges[-1, -1]),
        "baseline": names[baseline.id],
        "beside": at(beside.mean[-1]),
    }
    title = unsaid("{option} costs {amount} over {years} on average; in 90 of 100 futures between {low} and {high}")
    parts = [
        language.say("Cost of {option} added up year by year, not discounted.", **places),
        counted(reading, language),
    ]
    for year in range(1, years + 1):
        low, below, _middle, above, high = (at(edge) for edge in found.edges[:, year])
        parts.append(
            language.say(
                "After year {year}: {amount}; 50 of 100 futures {below} to {above}, 90 of 100 {low} to {high}.",
                year=language.number(year),
                amount=at(found.mean[year]),
                below=below,
                above=above,
                low=low,
                high=high,
            )
        )
    if option_id != baseline.id:
        parts.append(language.say("Dashed line: {baseline}, {beside} on average after {years}.", **places))
    return _finding(futures, reading, language.say(title, **places), parts, language)


def on_average_label(option: str, language: Language = ENGLISH) -> str:
    """Name the line of an option's expected cost."""
    return language.say("{option}, on average", option=option)


def band_label(hundredths: int, language: Language = ENGLISH) -> str:
    """Name a band of a fan by how many of 100 futures lie in it."""
    return language.say("{count} of 100 futures", count=language.number(hundredths))


def finding_one_off_chance(futures: Futures, option_id: str, language: Language = ENGLISH) -> Finding:
    """Say what an option's one-off budget is on average, and which sum is hardly ever exceeded."""
    option, currency = futures.option(option_id), futures.case.currency
    chance, name = one_off_chance(option), short_names(futures.case)[option_id]
    if chance is None:
        amount = float(option.one_off_by_year[:, 0].sum())
        title = language.say("{option}: no one-off money is needed from the agency in any future", option=name)
        if abs(amount) >= 0.5:
            message = unsaid("{option}: the agency's one-off budget is {amount} in every future")
            title = language.say(message, option=name, amount=language.about(amount, currency))
        return nothing_to_show(title, language)
    expected, rare = (language.about(value, currency) for value in (chance.expected, chance.rare))
    if chance.expected < 0 and chance.rare < 0:
        title = language.say(
            "{option}: one-off receipts are {expected} above one-off costs on average, and at least {rare} in 95 of "
            "100 futures",
            option=name,
            expected=language.about(-chance.expected, currency),
            rare=language.about(-chance.rare, currency),
        )
    else:
        title = language.say(
            "{option}: the one-off budget is {expected} on average, and more than {rare} in 5 of 100 futures",
            option=name,
            expected=expected,
            rare=rare,
        )
    parts = [
        language.say(
            "Falling curve: the chance that the agency's one-off budget for {option}, all years together, receipts "
            "taken off, not discounted, comes to more than a sum.",
            option=quoted_name(futures.case, option_id, language),
        ),
        language.say("On average {expected}; more than {rare} in 5 of 100 futures.", expected=expected, rare=rare),
    ]
    for share in (0.95, 0.75, 0.5, 0.25, 0.05):
        amount = chance.sums[int(np.argmin(np.abs(np.array(chance.chances) - share)))]
        parts.append(
            language.say(
                "More than {amount} in {chance} futures.",
                amount=language.about(amount, currency),
                chance=of_hundred(share, language),
            )
        )
    return Finding(title, " ".join([*parts, how_drawn(futures.draws, futures.seed, language)]))


def nothing_to_show(title: str, language: Language = ENGLISH) -> Finding:
    """Give a finding that is said in its title alone."""
    return Finding(title, language.say("{finding}. There is nothing to draw.", finding=title))


def _finding(futures: Futures, reading: Reading, title: str, parts: list[str], language: Language) -> Finding:
    drawn = [how_drawn(futures.draws, futures.seed, language)] if futures.figures else []
    return Finding(scoped(title, reading, language), " ".join([*parts, *drawn]))
