"""Two cases compared, in words: what the bridge finds, what each step is, and why there is none where there is none."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.analysis.bridge.bridge import Bridge
from colocate.analysis.bridge.differences import Difference
from colocate.analysis.bridge.steps import Step
from colocate.case import Case
from colocate.model.totals import HEADLINE, Reading
from colocate.safe import one_line
from colocate.words.bridge_inputs import LONGEST, input_name, place_name, said_of
from colocate.words.bridge_rows import SAVING, Row, bridge_rows
from colocate.words.case_of_letters import inside
from colocate.words.futures import how_drawn
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.money import Finding, scope
from colocate.words.naming import quoted_name, quoted_names, short_name

OF_OPTION = 2
"""Steps to an option: what is no deeper is the option itself, or a record of a list of the case."""

FIRST, SECOND = unsaid("First case"), unsaid("Second case")
METHOD = unsaid(
    "Each step changes one input, or those that make sense only together, from what the first case says to what the "
    "second says, and works the case out again over the same possible futures. They are made in the order of the case "
    "file, and once more in the opposite order; a step is the mean of both. The order changes the steps, and never "
    "their sum."
)
CHANCE = unsaid("Other draws of the same figures")
ROWS = {"old": FIRST, "new": SECOND, "chance": CHANCE}
"""Rows that are no step."""

CHANCE_MEANS = unsaid(
    "Other draws: a case with other figures in it draws each of them from another row of the possible futures. That is "
    "chance and no input, and grows less with more futures."
)


def compared(language: Language = ENGLISH) -> str:
    """Title what is said of two cases."""
    return language.say("Two cases compared")


def more_inputs(count: int, language: Language = ENGLISH) -> str:
    """Say how many inputs are not listed."""
    return language.say_many(
        "and {count} more input: the tables have all (--out DIR).",
        "and {count} more inputs: the tables have all (--out DIR).",
        count,
    )


def both(found: Bridge) -> tuple[Case, Case]:
    """Give the two cases, the old one first."""
    return found.old.case, found.new.case


def said_by_both(found: Bridge, one: Difference, language: Language = ENGLISH) -> tuple[str, str]:
    """Say what the first case says of an input, and what the second does."""
    old, new = both(found)
    return said_of(old, one, new=False, language=language), said_of(new, one, new=True, language=language)


def said_of_step(found: Bridge, step: Step, language: Language = ENGLISH) -> tuple[str, str]:
    """Say what either case says of a step's input; nothing where it has several."""
    return said_by_both(found, step.inputs[0], language) if len(step.inputs) == 1 else ("", "")


def measure_name(found: Bridge, measure: str, reading: Reading = HEADLINE, language: Language = ENGLISH) -> str:
    """Name what a bridge is over: the saving of an option against the baseline, or what an option costs."""
    case = found.new.case
    if measure == SAVING:
        return language.say(
            "Saving of {option} against {baseline}",
            option=quoted_name(case, found.saver(reading), language),
            baseline=quoted_name(case, case.baseline.id, language),
        )
    return language.say("Cost of {option}", option=quoted_name(case, measure, language))


def finding_bridge(found: Bridge, measure: str, reading: Reading = HEADLINE, language: Language = ENGLISH) -> Finding:
    """Say by how much an option's cost, or its saving, differs between two cases, and what makes most of it."""
    rows = bridge_rows(found, measure, reading)
    old, new = rows[0].amount, rows[-1].amount
    money = found.currency
    if measure == SAVING:
        said = _saving(found, old, new, reading, language)
    elif old == new:
        said = language.say(
            "{option} is expected to cost the same in both cases: {amount}",
            option=quoted_name(found.new.case, measure, language),
            amount=language.money(new, money),
        )
    else:
        more = unsaid("{option} is expected to cost {amount} more in the second case: {new}, and {old} in the first")
        less = unsaid("{option} is expected to cost {amount} less in the second case: {new}, and {old} in the first")
        said = language.say(
            more if new > old else less,
            option=quoted_name(found.new.case, measure, language),
            amount=language.money(abs(new - old), money),
            new=language.money(new, money),
            old=language.money(old, money),
        )
    helping = [one for one in rows if one.kind == "step" and one.amount * (new - old) > 0]
    if helping:
        step = row_name(found, helping[0], language)
        if helping[0].step is not None and len(found.steps[helping[0].step].inputs) == 1:
            step = inside(step)
        said = language.say("{finding}; the largest part: {step}", finding=said, step=step)
    parts = [
        language.say(
            "{measure}, {scope}, in today's money, from the first case to the second.",
            measure=measure_name(found, measure, reading, language),
            scope=scope(reading, language),
        ),
        *(language.say("{label}.", label=row_in_words(found, one, language)) for one in rows),
    ]
    return Finding(said, " ".join(parts))


def headline(found: Bridge, reading: Reading = HEADLINE, language: Language = ENGLISH) -> str:
    """Say first what a reader of two cases wants to know: whether anything differs, and which option costs least."""
    if not found.differences:
        return language.say("Nothing differs between the two cases.")
    counted = language.say_many("{count} input differs", "{count} inputs differ", len(found.differences))
    if found.apart == "no option in both":
        return language.say("{inputs}, and the cases have no option in common.", inputs=counted)
    old, new = (side.cheapest[reading] for side in (found.old, found.new))
    if old == new:
        return language.say(
            "{inputs}. {option} has the lowest expected cost in both cases.",
            inputs=counted,
            option=quoted_name(found.new.case, new, language),
        )
    return language.say(
        "{inputs}. {old} has the lowest expected cost in the first case, {new} in the second.",
        inputs=counted,
        old=quoted_name(found.old.case, old, language),
        new=quoted_name(found.new.case, new, language),
    )


def notes(found: Bridge, reading: Reading = HEADLINE, language: Language = ENGLISH) -> tuple[str, ...]:
    """Say what a reader has to know besides: why amounts are not compared, which options only one case has."""
    said = []
    if found.apart == "currencies":
        said.append(
            language.say(
                "The first case is in {old}, the second in {new}: amounts of two currencies do not add up, so there is "
                "no bridge. Compared are inputs, shares and odds. To see the steps, write both cases in one currency.",
                old=one_line(found.old.case.currency, 10),
                new=one_line(found.new.case.currency, 10),
            )
        )
    if found.common and found.old.case.baseline.id != found.new.case.baseline.id:
        said.append(
            language.say(
                "The cases measure savings against different options ({old}, and {new}): savings are not compared.",
                old=quoted_name(found.old.case, found.old.case.baseline.id, language),
                new=quoted_name(found.new.case, found.new.case.baseline.id, language),
            )
        )
    for side, ids, message in (
        (found.old, found.only_old, unsaid("Only in the first case: {options}.")),
        (found.new, found.only_new, unsaid("Only in the second case: {options}.")),
    ):
        if ids:
            names = quoted_names(side.case, language)
            said.append(language.say(message, options=language.listed([names[one] for one in ids])))
    if found.steps and not any(any(found.moves(option, reading)) for option in found.common):
        said.append(language.say("None of the inputs that differ moves an amount in this reading."))
    return tuple(said)


def method(found: Bridge, reading: Reading = HEADLINE, language: Language = ENGLISH) -> tuple[str, ...]:
    """Say how the steps were worked out, how far their order matters, and over which futures."""
    if not found.steps:
        return ()
    said = [language.say(METHOD)]
    most = max(
        abs(one.forward[option][reading] - one.backward[option][reading]) / 2.0
        for one in found.steps
        for option in found.common
    )
    if round(most):
        said.append(
            language.say(
                "Here the order changes no step by more than {amount} either way.",
                amount=language.money(most, found.currency),
            )
        )
    if any(round(found.chance(option, reading)) for option in found.common):
        said.append(language.say(CHANCE_MEANS))
    return (*said, how_drawn(found.draws, found.seed, language))


def step_name(found: Bridge, step: Step, language: Language = ENGLISH) -> str:
    """Name a step: its input, or the part of the case that its inputs are in, with how many they are."""
    inputs, cases = step.inputs, both(found)
    if len(inputs) == 1:
        return input_name(cases, inputs[0], language)
    shared = inputs[0].place
    for one in inputs[1:]:
        size = next((at for at, (a, b) in enumerate(zip(shared, one.place, strict=False)) if a != b), None)
        shared = shared[: min(len(shared), len(one.place)) if size is None else size]
    if shared and shared != ("options",):
        count = language.say_many("{count} input", "{count} inputs", len(inputs))
        return language.say("{part}: {inputs}", part=place_name(cases, shared, language), inputs=count)
    more = language.say_many("{count} input more", "{count} inputs more", len(inputs) - 1)
    return language.say("{first}, with {more} that go with it", first=input_name(cases, inputs[0], language), more=more)


def row_name(found: Bridge, row: Row, language: Language = ENGLISH) -> str:
    """Name a row of a bridge without its amount."""
    if row.kind == "step" and row.step is not None:
        return one_line(step_name(found, found.steps[row.step], language), LONGEST)
    if row.kind == "rest":
        return language.say_many("{count} smaller step together", "{count} smaller steps together", row.count)
    return language.say(ROWS[row.kind])


def row_in_words(found: Bridge, row: Row, language: Language = ENGLISH) -> str:
    """Write a row with its amount, that of a step with its sign."""
    return language.say("{name}: {amount}", name=row_name(found, row, language), amount=amount_of(found, row, language))


def amount_of(found: Bridge, row: Row, language: Language = ENGLISH) -> str:
    """Write the amount of a row; a step's with its sign, so that it is seen to be added."""
    said = language.money(row.amount, found.currency)
    return said if row.kind in ("old", "new") else signed(row.amount, said)


def signed(amount: float, said: str) -> str:
    """Put a plus before the figure of an amount above 0.

    >>> signed(12.0, "USD 12"), signed(-12.0, "USD -12")
    ('USD +12', 'USD -12')
    """
    place = next((at for at, mark in enumerate(said) if mark.isdigit()), 0)
    return f"{said[:place]}+{said[place:]}" if amount > 0 else said


def case_line(case: Case, name: str, *, second: bool, language: Language = ENGLISH) -> str:
    """Say which case is the first or the second, by its title and its file."""
    return language.say(
        "{number}: {title} ({file})",
        number=language.say(SECOND) if second else language.say(FIRST),
        title=one_line(case.title, 160),
        file=one_line(name, 80),
    )


def _saving(found: Bridge, old: float, new: float, reading: Reading, language: Language) -> str:
    case, money = found.new.case, found.currency
    places = {
        "option": quoted_name(case, found.saver(reading), language),
        "baseline": quoted_name(case, case.baseline.id, language),
        "old": language.money(abs(old), money),
        "new": language.money(abs(new), money),
    }
    if old >= 0 and new >= 0:
        message = unsaid("{option} saves {new} against {baseline} in the second case, and {old} in the first")
    elif old < 0 and new < 0:
        message = unsaid("{option} costs {new} more than {baseline} in the second case, and {old} more in the first")
    elif new >= 0:
        message = unsaid(
            "{option} saves {new} against {baseline} in the second case, and costs {old} more in the first"
        )
    else:
        message = unsaid("{option} costs {new} more than {baseline} in the second case, and saves {old} in the first")
    return language.say(message, **places)


def names_of_options(found: Bridge, ids: Sequence[str]) -> dict[str, str]:
    """Give the short labels of options by their ids, as the case has them that knows them; the new one first."""
    labels = {}
    for one in ids:
        case = found.new.case if one not in found.only_old else found.old.case
        labels[one] = short_name(case, one)
    return labels
