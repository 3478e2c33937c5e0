"""What weighing says, in plain sentences: for the page, the command line and the export alike."""

from __future__ import annotations

from colocate.analysis.weighing.acceptability import Acceptability
from colocate.analysis.weighing.dominance import Dominance
from colocate.analysis.weighing.flips import Flip
from colocate.analysis.weighing.scales import CannotWeighError, Weighable
from colocate.analysis.weighing.weighing import LEAST_PART, MOST_PART, Weighing
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.naming import names_before_colon, quoted_name, short_name
from colocate.words.weighing_names import (
    criterion_title,
    each_of_hundred,
    each_percent,
    quoted_labels,
    titles,
    turn_words,
)


def without_weights(found: Weighing, language: Language = ENGLISH) -> str:
    """Say how often each option comes first over all weights there are."""
    table, shares = found.table, found.anyhow.first
    never = [name for name, share in zip(quoted_labels(table, language), shares, strict=True) if share == 0]
    leaders = _leaders(table, found.anyhow, language)
    if never:
        return language.say(
            "Over all weights there are: first is {leaders}; never first: {never}.",
            leaders=leaders,
            never=language.listed(never),
        )
    return language.say("Over all weights there are: first is {leaders}.", leaders=leaders)


def in_order_words(found: Weighing, language: Language = ENGLISH) -> str:
    """Say who comes first over all weights that keep the order of those asked about."""
    table = found.table
    if len(found.order) == 1:
        return language.say("The weights stand in no order: every criterion counts alike, so all weights are possible.")
    groups = [language.listed([criterion_title(table.case, name, language) for name in one]) for one in found.order]
    order = groups[-1]
    for group in groups[-2::-1]:
        order = language.say("{weightier}, then {rest}", weightier=group, rest=order)
    return language.say(
        "If only the order counts ({order}): first is {leaders}.",
        order=order,
        leaders=_leaders(table, found.in_order, language),
    )


def in_range_words(found: Weighing, language: Language = ENGLISH) -> str:
    """Say who comes first over weights within limits, and what the limits are."""
    limits = [
        language.say(
            "{criterion} {low} to {high}", criterion=title, low=language.percent(low), high=language.percent(high)
        )
        for title, low, high in zip(
            titles(found.table, language), found.lowest.tolist(), found.highest.tolist(), strict=True
        )
    ]
    places = {"limits": language.listed(limits), "leaders": _leaders(found.table, found.in_range, language)}
    if len(found.several) > 1:
        return language.say(
            "If each weight may lie between the lowest and the highest of all judgements ({limits}): "
            "first is {leaders}.",
            **places,
        )
    return language.say(
        "If each weight may lie from {least} to {most} times what it is ({limits}): first is {leaders}.",
        least=language.number(LEAST_PART, 1),
        most=language.number(MOST_PART, 1),
        **places,
    )


def _leaders(table: Weighable, found: Acceptability, language: Language) -> str:
    """List who comes first, the most frequent first: "“Staying” in 71 of 100 and “Moving” in 29 of 100"."""
    written = each_of_hundred(found.first, language)
    ranked = sorted(zip(found.first, quoted_labels(table, language), written, strict=True), key=lambda one: -one[0])
    return language.listed(
        [language.say("{option} in {share}", option=name, share=said) for share, name, said in ranked if share > 0]
    )


def dominance_words(table: Weighable, found: tuple[Dominance, ...], language: Language = ENGLISH) -> tuple[str, ...]:
    """Say which options are at least as good as others on every criterion, or that none is."""
    if not found:
        return (language.say("No option is at least as good as another on every criterion: weights decide."),)
    return tuple(_dominates(table, one, language) for one in found)


def _dominates(table: Weighable, one: Dominance, language: Language) -> str:
    everywhere = len(one.better) == len(table.criteria)
    if table.varies and everywhere:
        message = unsaid("On average {option} is better than {other} on every criterion; so it is in {share} futures.")
    elif table.varies:
        message = unsaid(
            "On average {option} is at least as good as {other} on every criterion, and better on {criteria}; "
            "so it is in {share} futures."
        )
    elif everywhere:
        message = unsaid("{option} is better than {other} on every criterion.")
    else:
        message = unsaid("{option} is at least as good as {other} on every criterion, and better on {criteria}.")
    return language.say(
        message,
        option=quoted_name(table.case, one.option, language),
        other=quoted_name(table.case, one.over, language),
        criteria=language.listed([criterion_title(table.case, name, language) for name in one.better]),
        share=each_of_hundred([one.share, 1.0 - one.share], language)[0],
    )


def way_worth_words(found: Weighing, language: Language = ENGLISH) -> str:
    """Say what the weights make ten minutes of one group's way worth, and ask whether that is meant."""
    case, ways = found.table.case, found.ways
    if not ways:
        return language.say("Access is not weighed here, so no minute has a price.")
    priced = [(one.a_year, one) for one in ways if one.option == case.baseline.id and one.a_year is not None]
    priced = priced or [(one.a_year, one) for one in ways if one.a_year is not None]
    if not priced:
        return language.say(
            "Money has no weight here: these weights say that no amount makes up for a minute. Do you mean that?"
        )
    amount, most = max(priced, key=lambda pair: pair[0])
    return language.say(
        "These weights say that {minutes} minutes more on every way for {group} ({option}) would be worth avoiding for "
        "{amount} a year. Do you mean that?",
        minutes=language.number(most.minutes),
        group=most.group,
        option=short_name(case, most.option),
        amount=language.about(amount, case.currency),
    )


def flip_words(found: Weighing, flip: Flip, language: Language = ENGLISH) -> str:
    """Say which option comes first up to which weight of a criterion, from 0 to 100 %."""
    case = found.table.case
    weights = dict(zip(found.table.criteria, each_percent(found.chosen.weights, language), strict=True))
    places = {"criterion": criterion_title(case, flip.criterion, language), "now": weights[flip.criterion]}
    if len(flip.stretches) == 1:
        return language.say(
            "{criterion}, now {now}: {option} comes first, whatever the weight.",
            option=quoted_name(case, flip.stretches[0].option, language),
            **places,
        )
    told = [
        language.say(
            "{option} up to {weight}",
            option=quoted_name(case, one.option, language),
            weight=turn_words(one.end, language),
        )
        for one in flip.stretches
    ]
    return language.say("{criterion}, now {now}: first is {stretches}.", stretches=language.listed(told), **places)


def cautions_of_weighing(found: Weighing, language: Language = ENGLISH) -> tuple[str, ...]:
    """Say what the reader of a weighing must know: what is left out, what no score buys off, what is off the scale."""
    table, said = found.table, []
    case = table.case
    if table.failing:
        names = language.listed([quoted_name(case, option, language) for option in table.failing])
        said.append(
            language.say(
                "Not weighed, because of a gate that is failed: {options}. No score buys a gate off.", options=names
            )
        )
    if table.left_out:
        names = language.listed([criterion_title(case, name, language) for name in table.left_out])
        said.append(
            language.say("Not weighed, because the case does not say it for every option: {criteria}.", criteria=names)
        )
    if table.beyond:
        names = names_before_colon(case, table.beyond, language)
        said.append(
            language.say(
                "{options}: the cost lies beyond the ends of the money scale. "
                "State ends in the case that hold every option.",
                options=names,
            )
        )
    if "mandate" in table.criteria and (waiting := _with_open_questions(found, language)):
        said.append(
            language.say(
                "Questions on the mandate are open for {options}: their points are drawn from all no to all yes.",
                options=language.listed(waiting),
            )
        )
    if found.chosen.asked == "nobody":
        said.append(language.say("Nobody has been asked yet: equal weights are a start, not a judgement."))
    return tuple(said)


def _with_open_questions(found: Weighing, language: Language) -> list[str]:
    table = found.table
    drawn = table.measures[:, table.criteria.index("mandate")]
    return [name for name, row in zip(quoted_labels(table, language), drawn, strict=True) if row.min() < row.max()]


def cannot_weigh_words(fault: CannotWeighError, language: Language = ENGLISH) -> str:
    """Say why nothing can be weighed."""
    if fault.too_few == "options":
        return language.say("Fewer than two options pass their gates, and no score buys a gate off.")
    return language.say("The case speaks of one criterion only: there is nothing to weigh.")
