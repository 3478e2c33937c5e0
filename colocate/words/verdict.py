"""The answer in words: one sentence on top, and what stands behind it.

The sentence has twenty words at most where labels are short; what it leaves out stands in the rows below it.
"""

from __future__ import annotations

from colocate.analysis.uncertainty.odds import odds
from colocate.analysis.verdict import SAME_MONEY, CriterionName, Verdict
from colocate.case import Case
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE
from colocate.words.adding_up import shown_shift
from colocate.words.criteria import chance_words, whose_words
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.money import PAYERS_IN_A_SENTENCE
from colocate.words.naming import quoted_name, quoted_names

INSIDE: dict[CriterionName, str] = {
    "money": unsaid("money"),
    "access": unsaid("access"),
    "mandate": unsaid("mandate"),
    "government": unsaid("the government's wish"),
}
"""The criteria as they stand inside a sentence."""

BEARERS = {
    "un": unsaid("other UN entities"),
    "host": unsaid("the host government"),
    "donor": unsaid("donors"),
}


def headline(case: Case, found: Verdict, language: Language = ENGLISH) -> str:
    """Say the answer in one sentence, for whoever's money is read."""
    said = _headline(case, found, language)
    if found.reading == HEADLINE:
        return said
    if found.reading.view == HEADLINE.view:
        return language.say("For {whose}: {answer}", whose=whose_words(found.reading, language), answer=said)
    if found.reading.book == HEADLINE.book:
        return language.say("With staff time counted as money: {answer}", answer=said)
    return language.say(
        "For {whose}, with staff time counted as money: {answer}",
        whose=whose_words(found.reading, language),
        answer=said,
    )


def _headline(case: Case, found: Verdict, language: Language) -> str:
    names = quoted_names(case, language)
    if not found.compares:
        if not found.ranked:
            return language.say("No option passes its gates.")
        return language.say("Only {option} passes its gates.", option=names[found.ranked[0]])
    oftener = found.most_often != found.cheapest
    places = {
        "option": names[found.cheapest],
        "other": names[found.most_often],
        "chance": chance_words(found.criterion("money").of(found.most_often), language),
        "saving": _saving_words(case, found, language),
        "whose": whose_words(found.reading, language),
        "shifted": language.money(0.0 if found.shift is None else shown_shift(found.shift).shifted, case.currency),
        "bearers": language.listed(_bearers(found, language)),
    }
    if found.mostly_shifted and oftener:
        return language.say(
            "{option} costs least on average, {other} more often; {shifted} of the saving is paid by {bearers}.",
            **places,
        )
    if found.mostly_shifted and places["shifted"] == places["saving"]:
        message = (
            unsaid("{option} saves {whose} {saving} on average, all of it paid by {bearers}.")
            if found.varies
            else unsaid("{option} saves {whose} {saving}, all of it paid by {bearers}.")
        )
        return language.say(message, **places)
    if found.mostly_shifted and not found.varies:
        return language.say("{option} saves {whose} {saving}, {shifted} of it paid by {bearers}.", **places)
    if found.mostly_shifted:
        return language.say("{option} saves {whose} {saving} on average, {shifted} of it paid by {bearers}.", **places)
    if oftener:
        return language.say(
            "{option} costs least on average, though {other} is the cheapest more often: in {chance} futures.", **places
        )
    if found.leads_everywhere:
        return _on_every_count(names[found.leads_everywhere], found, language)
    return _leaders(found, names, language)


def _on_every_count(option: str, found: Verdict, language: Language) -> str:
    counts = [language.say(INSIDE[one.name]) for one in found.criteria if one.leaders]
    return language.say(
        "{option} leads on {criteria}, and is behind on nothing.", option=option, criteria=language.listed(counts)
    )


def _leaders(found: Verdict, names: dict[str, str], language: Language) -> str:
    """Say who leads on what, in the order of the criteria, and what is not known yet."""
    led = found.led
    places: dict[str, str] = {}
    for number, (option, criteria) in enumerate(led.items(), start=1):
        told = [language.say(INSIDE[name]) for name in criteria]
        places |= {f"option_{number}": names[option], f"criteria_{number}": language.listed(told)}
    unknown = language.listed([language.say(INSIDE[one.name]) for one in found.criteria if not one.known])
    return language.say((WITH_UNKNOWN if unknown else ALL_KNOWN)[len(led)], unknown=unknown, **places)


ALL_KNOWN = {
    0: unsaid("The options differ by nothing that counts."),
    1: unsaid("{option_1} leads on {criteria_1}; on the rest no option does."),
    2: unsaid("{option_1} leads on {criteria_1}, {option_2} on {criteria_2}."),
    3: unsaid("{option_1} leads on {criteria_1}, {option_2} on {criteria_2}, {option_3} on {criteria_3}."),
    4: unsaid(
        "{option_1} leads on {criteria_1}, {option_2} on {criteria_2}, {option_3} on {criteria_3}, {option_4} on "
        "{criteria_4}."
    ),
}
WITH_UNKNOWN = {
    0: unsaid("No option leads yet; not known: {unknown}."),
    1: unsaid("{option_1} leads on {criteria_1}; not known yet: {unknown}."),
    2: unsaid("{option_1} leads on {criteria_1}, {option_2} on {criteria_2}; not known yet: {unknown}."),
    3: unsaid(
        "{option_1} leads on {criteria_1}, {option_2} on {criteria_2}, {option_3} on {criteria_3}; not known yet: "
        "{unknown}."
    ),
}
"""Who leads on what, by how many options lead on something."""


def why(futures: Futures, found: Verdict, language: Language = ENGLISH) -> tuple[str, ...]:
    """Say in a few sentences what stands behind the headline: the money, what a wrong choice costs, who pays."""
    if not found.compares:
        return ()
    return (
        in_money(futures.case, found, language),
        *_regret_words(futures, found, language),
        *_shift_words(futures.case, found, language),
    )


def in_money(case: Case, found: Verdict, language: Language = ENGLISH) -> str:
    """Say which option costs least, by how much, and how sure that is; nothing where there is nothing to compare."""
    if not found.compares:
        return ""
    names, money = quoted_names(case, language), found.criterion("money")
    baseline = case.baseline.id
    option, chance = names[found.cheapest], chance_words(money.of(found.cheapest), language)
    if found.cheapest == baseline or baseline not in found.ranked:
        rest = [
            one.value or 0.0 for one in money.standings if one.option in found.ranked and one.option != found.cheapest
        ]
        more = language.difference(min(rest), money.of(found.cheapest).value or 0.0, case.currency)
        if not chance:
            return language.say("{option} costs least; the next costs {more} more.", option=option, more=more)
        return language.say(
            "{option} costs least on average, and in {chance} futures; the next costs {more} more on average.",
            option=option,
            chance=chance,
            more=more,
        )
    places = {"option": option, "saving": _saving_words(case, found, language), "baseline": names[baseline]}
    if not chance:
        return language.say("{option} costs least: {saving} less than {baseline}.", **places)
    return language.say(
        "{option} costs least on average, {saving} less than {baseline}; it is the cheapest in {chance} futures.",
        chance=chance,
        **places,
    )


def _saving_words(case: Case, found: Verdict, language: Language) -> str:
    """Write what the cheapest option saves against the baseline, as the difference of the costs that are shown."""
    money = found.criterion("money")
    before, after = (money.of(option).value or 0.0 for option in (case.baseline.id, found.cheapest))
    return language.difference(before, after, case.currency)


def _bearers(found: Verdict, language: Language) -> list[str]:
    """Name those who bear what is only shifted to them."""
    return [
        language.say(words)
        for payer, words in BEARERS.items()
        if found.shift is not None and found.shift.by_payer[payer] > 0
    ]


def _regret_words(futures: Futures, found: Verdict, language: Language) -> tuple[str, ...]:
    """Say what choosing the cheapest on average costs where another would have been cheaper."""
    if not found.varies:
        return ()
    mine = next(one for one in odds(futures, *found.reading) if one.option == found.cheapest)
    if mine.cheapest >= 1:
        return ()
    return (
        language.say(
            "Who chooses {option} pays on average {regret} more than the cheapest option of each future would cost.",
            option=quoted_name(futures.case, found.cheapest, language),
            regret=language.about(mine.regret, futures.case.currency),
        ),
    )


def shifted_words(case: Case, found: Verdict, language: Language = ENGLISH) -> str:
    """Say how much of the saving others bear, in few words; empty where nobody does."""
    if found.shift is None or found.shift.shifted <= SAME_MONEY * abs(found.shift.by_payer["agency"]):
        return ""
    return language.say(
        "{shifted} of the saving is paid by {bearers}.",
        shifted=language.money(shown_shift(found.shift).shifted, case.currency),
        bearers=language.listed(_bearers(found, language)),
    )


def _shift_words(case: Case, found: Verdict, language: Language) -> tuple[str, ...]:
    """Say who saves, who pays more, and what it comes to for everyone, in amounts that add up as they are shown."""
    if found.shift is None or not shifted_words(case, found, language):
        return ()
    moved = shown_shift(found.shift)
    amounts = {payer: amount for payer, amount in moved.by_payer.items() if abs(amount) >= 0.5}
    savers, bearers = (
        [
            language.say(
                "{payer} {amount}",
                payer=language.say(PAYERS_IN_A_SENTENCE[payer]),
                amount=language.money(abs(amount), case.currency),
            )
            for payer, amount in amounts.items()
            if (amount < 0) == saves
        ]
        for saves in (True, False)
    )
    names = quoted_names(case, language)
    message = (
        unsaid("For everyone together {option} costs {amount} more than {baseline}.")
        if moved.everyone > 0
        else unsaid("For everyone together {option} costs {amount} less than {baseline}.")
    )
    together = language.say(
        message,
        option=names[found.cheapest],
        amount=language.money(abs(moved.everyone), case.currency),
        baseline=names[case.baseline.id],
    )
    who = (
        unsaid("With {option}, these save on average: {savers}. These pay more: {bearers}.")
        if found.varies
        else unsaid("With {option}, these save: {savers}. These pay more: {bearers}.")
    )
    parts = language.say(
        who,
        option=names[found.cheapest],
        savers=language.listed(savers),
        bearers=language.listed(bearers),
    )
    return (parts, together)
