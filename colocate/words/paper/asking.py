"""The beginning of the paper: what is asked for, the question, and the background."""

from __future__ import annotations

import numpy as np

from colocate.analysis.uncertainty.odds import one_off_exceeds, one_off_range
from colocate.case.paper import Paper as Typed
from colocate.model.futures import Futures
from colocate.words.futures import of_hundred
from colocate.words.language import Language, unsaid
from colocate.words.naming import quoted_name, short_name
from colocate.words.paper.filling import cell_or_open, typed_or_open
from colocate.words.paper.record import Block, PaperTable, Section, Words
from colocate.words.weighing_tables import Entry


def asked(futures: Futures, typed: Typed, language: Language) -> Section:
    """Say what is asked for: what, how much, of whom, from which fund; and whether the budget is likely to hold."""
    case = futures.case
    option = short_name(case, typed.option) if typed.option else cell_or_open("", language)
    amount = cell_or_open("" if typed.amount is None else language.money(typed.amount, case.currency), language)
    rows = (
        (language.say("Approval"), cell_or_open(typed.asked, language)),
        (language.say("Amount"), amount),
        (language.say("For the option"), option),
        (language.say("Authority"), cell_or_open(typed.authority, language)),
        (language.say("Fund"), cell_or_open(typed.fund, language)),
    )
    table = PaperTable(
        language.say("What is asked for"),
        (language.say("Item"), language.say("Asked for")),
        tuple((Entry(name), Entry(said)) for name, said in rows),
        (1, 4),
    )
    blocks: list[Block] = [table]
    if typed.option:
        blocks.append(Words(budget_words(futures, typed, language)))
    return Section("asked", language.say("What is asked for"), tuple(blocks))


def budget_words(futures: Futures, typed: Typed, language: Language) -> str:
    """Say what the option asked for needs once, and in how many futures that is more than the amount asked for."""
    case, option = futures.case, futures.option(typed.option)
    budget = one_off_range(option)
    low, high = (language.about(end, case.currency) for end in (budget.low, budget.high))
    places = {
        "option": quoted_name(case, option.id, language),
        "budget": language.about(budget.mean, case.currency),
        "low": low,
        "high": high,
        "amount": language.money(typed.amount or 0, case.currency),
        "chance": of_hundred(one_off_exceeds(option, typed.amount or 0), language),
    }
    varies = low != high
    if typed.amount is None:
        message = BUDGET_IN_RANGE if varies else BUDGET
    elif varies:
        message = AGAINST_AMOUNT
    else:
        message = MORE_THAN_AMOUNT if budget.mean > typed.amount else WITHIN_AMOUNT
    return language.say(message, **places)


BUDGET = unsaid("{option} needs {budget} once, net of contributions.")
BUDGET_IN_RANGE = unsaid(
    "{option} needs {budget} once on average, net of contributions; {low} to {high} in 90 of 100 futures."
)
WITHIN_AMOUNT = unsaid("{option} needs {budget} once, net of contributions: not more than the {amount} asked for.")
MORE_THAN_AMOUNT = unsaid("{option} needs {budget} once, net of contributions: more than the {amount} asked for.")
AGAINST_AMOUNT = unsaid(
    "{option} needs {budget} once on average, net of contributions; {low} to {high} in 90 of 100 futures. It is more "
    "than the {amount} asked for in {chance} futures."
)


def question(futures: Futures, language: Language) -> Section:
    """Put the question, and say what led to it."""
    case = futures.case
    return Section(
        "question",
        language.say("The question"),
        typed_or_open(case.summary, language.say("the question, as the summary of the case"), language),
    )


def background(futures: Futures, typed: Typed, language: Language) -> Section:
    """Say what led to the question, as it was typed or left open; then who is housed, and what is compared."""
    case = futures.case
    people = float(np.mean(futures.figures.get("office.people", case.office.people)))
    compared = language.say(
        "{agency}: {people} in the office. Costs are compared over {years} from {day}; {baseline} is the baseline.",
        agency=case.agency,
        people=language.say_many("{count} person", "{count} people", round(people)),
        years=language.years(case.horizon_years),
        day=language.day(case.decision_date),
        baseline=quoted_name(case, case.baseline.id, language),
    )
    told = typed_or_open(typed.background, language.say("the background"), language)
    return Section("background", language.say("Background"), (*told, Words(compared)))
