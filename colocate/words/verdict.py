"""The answer in words: one sentence on top, where every option stands by each criterion, and what must be settled.

The sentence has twenty words at most where labels are short; what it leaves out stands in the rows below it.
"""

from __future__ import annotations

from dataclasses import dataclass

from colocate.analysis.uncertainty.odds import odds
from colocate.analysis.verdict import SAME_MONEY, Criterion, CriterionName, Standing, Verdict
from colocate.case import Case
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, BookName, Reading
from colocate.words.adding_up import shown_shift
from colocate.words.futures import count_of_hundred, of_hundred
from colocate.words.gates import gate_in_words
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.money import PAYERS_IN_A_SENTENCE
from colocate.words.naming import quoted_name, quoted_names, short_names
from colocate.words.numbers import shown

TITLES: dict[CriterionName, str] = {
    "money": unsaid("Money"),
    "access": unsaid("Access"),
    "mandate": unsaid("Mandate"),
    "government": unsaid("Government"),
}
INSIDE: dict[CriterionName, str] = {
    "money": unsaid("money"),
    "access": unsaid("access"),
    "mandate": unsaid("mandate"),
    "government": unsaid("the government's wish"),
}
"""The criteria as they stand inside a sentence."""

WHOSE: dict[BookName, str] = {
    "agency": unsaid("the agency"),
    "un family": unsaid("the UN family"),
    "everyone": unsaid("everyone together"),
}
BEARERS = {
    "un": unsaid("other UN entities"),
    "host": unsaid("the host government"),
    "donor": unsaid("donors"),
}


@dataclass(frozen=True)
class Cell:
    """Where one option stands by one criterion, in words: the figure, its range and odds, and whether it leads."""

    option: str
    words: str
    below: str
    leads: bool


@dataclass(frozen=True)
class Row:
    """A row of the plain table: a criterion, what its figure is, and a cell for each option in the case's order."""

    name: CriterionName
    title: str
    explanation: str
    cells: tuple[Cell, ...]


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


def whose_words(reading: Reading, language: Language = ENGLISH) -> str:
    """Name whose money is read, as inside a sentence."""
    return language.say(WHOSE[reading.book])


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
        "chance": _chance(found.criterion("money").of(found.most_often), language),
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


def title_words(name: CriterionName, language: Language = ENGLISH) -> str:
    """Name a criterion as a heading does."""
    return language.say(TITLES[name])


def leader_words(case: Case, one: Criterion, language: Language = ENGLISH) -> str:
    """Say in few words who leads by a criterion, for its tile."""
    names = [quoted_name(case, option, language) for option in one.leaders]
    first = one.of(one.leaders[0]) if one.name == "money" and one.leaders else None
    if first is not None and first.chance is not None:
        message = (
            unsaid("{option} leads by little; cheapest in {chance}")
            if one.by_little
            else unsaid("{option} leads; cheapest in {chance}")
        )
        return language.say(message, option=names[0], chance=_chance(first, language))
    if one.by_little and len(names) == 1:
        return language.say("{option} leads by little", option=names[0])
    if names:
        return language.say_many("{option} leads", "{count} options lead equally", len(names), option=names[0])
    if not one.known:
        return language.say("not known yet")
    return language.say("about the same")


def _chance(one: Standing, language: Language) -> str:
    """Write in how many of 100 futures an option is the best; empty where nothing varies."""
    if one.chance is None:
        return ""
    if one.of_hundred is None:
        return of_hundred(one.chance, language)
    return count_of_hundred(one.chance, one.of_hundred, language)


def unit_words(case: Case, name: CriterionName, language: Language = ENGLISH) -> str:
    """Say in what a criterion is counted, for its tile."""
    if name == "money":
        return case.currency
    return language.say("step of 5") if name == "government" else language.say("of 100")


def value_words(name: CriterionName, one: Standing, language: Language = ENGLISH) -> str:
    """Write where an option stands, without the unit; a range where open questions leave one."""
    if name == "mandate" and one.low is not None and one.high is not None and one.low < one.high:
        return language.say("{low}\u2013{high}", low=language.number(one.low), high=language.number(one.high))
    value = one.low if name == "mandate" else one.value
    if value is None:
        return language.say("not stated")
    return language.number(shown(value) if name == "money" else value)


def range_words(case: Case, name: CriterionName, one: Standing, language: Language = ENGLISH) -> str:
    """Write the range of 90 of 100 futures, or how many questions are open; empty where there is neither."""
    if name == "mandate":
        return language.say_many("{count} question open", "{count} questions open", one.open) if one.open else ""
    if one.low is None or one.high is None or not one.is_range:
        return ""
    if name == "money":
        low, high = (language.about(end, case.currency) for end in (one.low, one.high))
        if one.chance is None:
            return language.say("{low} to {high} in 90 of 100 futures", low=low, high=high)
        return language.say(
            "{low} to {high} in 90 of 100 futures; cheapest in {chance}",
            low=low,
            high=high,
            chance=_chance(one, language),
        )
    low, high = (language.number(end) for end in (one.low, one.high))
    if one.chance is None:
        return language.say("{low} to {high} in 90 of 100 futures", low=low, high=high)
    return language.say(
        "{low} to {high} in 90 of 100 futures; best in {chance}",
        low=low,
        high=high,
        chance=_chance(one, language),
    )


def rows(case: Case, found: Verdict, language: Language = ENGLISH) -> tuple[Row, ...]:
    """Give the plain table: a row a criterion, a cell an option."""
    return tuple(
        Row(
            one.name,
            language.say(TITLES[one.name]),
            _explained(case, one.name, found.reading, language),
            tuple(
                Cell(
                    each.option,
                    _cell_words(case, one.name, each, language),
                    range_words(case, one.name, each, language),
                    each.option in one.leaders,
                )
                for each in one.standings
            ),
        )
        for one in found.criteria
    )


def _cell_words(case: Case, name: CriterionName, one: Standing, language: Language) -> str:
    if name == "money" and one.value is not None:
        return language.about(one.value, case.currency)
    words = value_words(name, one, language)
    if one.value is None and one.low is None:
        return words
    if name == "government":
        return language.say("step {step} of 5", step=words)
    return language.say("{points} of 100", points=words)


def _explained(case: Case, name: CriterionName, reading: Reading, language: Language) -> str:
    if name == "money":
        if reading.view == HEADLINE.view:
            return language.say_many(
                "Cost over {count} year in today's money, cash, for {whose}. Lower is better.",
                "Cost over {count} years in today's money, cash, for {whose}. Lower is better.",
                case.horizon_years,
                whose=whose_words(reading, language),
            )
        return language.say_many(
            "Cost over {count} year in today's money, cash and staff time, for {whose}. Lower is better.",
            "Cost over {count} years in today's money, cash and staff time, for {whose}. Lower is better.",
            case.horizon_years,
            whose=whose_words(reading, language),
        )
    if name == "access":
        return language.say(
            "Minutes door to door as a score from 0 to 100, over the groups of constituents. Higher is better."
        )
    if name == "mandate":
        return language.say(
            "Part of the safeguards that are in place, 0 to 100; open questions leave a range. Higher is better."
        )
    return language.say("The host government's wish, from against (1) to asks for it and backs it (5).")


def conditions(futures: Futures, found: Verdict, language: Language = ENGLISH) -> tuple[str, ...]:
    """Say what must be settled, or be known, for the answer to hold."""
    case, central, names = futures.case, futures.central, short_names(futures.case)
    said = []
    for option in central.options:
        for gate in option.fails:
            said.append(
                language.say(
                    "{option} fails a gate and is shown but not ranked: {gate} ({evidence}).",
                    option=quoted_name(case, option.id, language),
                    gate=gate.name,
                    evidence=gate_in_words(gate, language),
                )
            )
    for option in central.options:
        if option.open_gates and not option.fails and option is not central.baseline:
            said.append(
                language.say(
                    "{option}: still to be settled before it can be chosen: {gates}.",
                    option=names[option.id],
                    gates=language.listed([gate.name for gate in option.open_gates]),
                )
            )
    for one in found.criterion("mandate").standings:
        if one.open and one.option not in found.failing:
            said.append(
                language.say_many(
                    "{option}: {count} of {all} mandate questions has no answer yet.",
                    "{option}: {count} of {all} mandate questions have no answer yet.",
                    one.open,
                    option=names[one.option],
                    all=language.number(len(case.checklist)),
                )
            )
    for each in futures.ranked:
        if not each.fits.all():
            said.append(
                language.say(
                    "{option}: the office fits in {chance} futures.",
                    option=names[each.id],
                    chance=of_hundred(float(each.fits.mean()), language),
                )
            )
    return (*said, *about_figures(case, language))


def about_figures(case: Case, language: Language = ENGLISH) -> tuple[str, ...]:
    """Give the case's own warning about its figures: how many are assumed, and whether it is made up."""
    said = []
    assumed = sum(quantity.quality == "assumed" for quantity in case.quantities.values())
    if assumed:
        said.append(
            language.say_many(
                "{count} of {all} figures is an assumption.",
                "{count} of {all} figures are assumptions.",
                assumed,
                all=language.number(len(case.quantities)),
            )
        )
    if case.illustrative:
        said.append(language.say("The case is illustrative: the office and its figures are made up."))
    return tuple(said)


def why(futures: Futures, found: Verdict, language: Language = ENGLISH) -> tuple[str, ...]:
    """Say in a few sentences what stands behind the headline: the money, what a wrong choice costs, who pays."""
    if not found.compares:
        return ()
    return (
        _money_words(futures.case, found, language),
        *_regret_words(futures, found, language),
        *_shift_words(futures.case, found, language),
    )


def _money_words(case: Case, found: Verdict, language: Language) -> str:
    names, money = quoted_names(case, language), found.criterion("money")
    baseline = case.baseline.id
    option, chance = names[found.cheapest], _chance(money.of(found.cheapest), language)
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
