"""What is said of figures that are hardly meant: what was found, and the question that it raises."""

from __future__ import annotations

from collections.abc import Callable

from colocate.analysis.caution import Caution, Kind
from colocate.case import Case
from colocate.words.language import Language
from colocate.words.naming import name_inside, names_before_colon

NAMED = 3
"""So many examples are named; the others are counted."""


def _figures(case: Case, paths: tuple[str, ...], language: Language) -> str:
    named = [name_inside(case, case.quantities[path], with_option=True, language=language) for path in paths[:NAMED]]
    if len(paths) > NAMED:
        named.append(language.say_many("{count} more", "{count} more", len(paths) - NAMED))
    return language.listed(named)


def _options(case: Case, one: Caution, language: Language) -> str:
    return names_before_colon(case, one.options, language)


def _nobody_works(_case: Case, _one: Caution, language: Language) -> str:
    return language.say("Nobody works in the office: it has 0 people, and every figure for each person is 0.")


def _rent_free(case: Case, one: Caution, language: Language) -> str:
    return language.say(
        "{options}: {months} rent-free months in a lease of {term} months. No rent is ever paid.",
        options=_options(case, one, language),
        months=language.figure(one.figures["months"]),
        term=language.figure(one.figures["term"]),
    )


def _market(case: Case, one: Caution, language: Language) -> str:
    times, options = one.figures["times"], _options(case, one, language)
    if times > 1:
        return language.say(
            "{options}: the rent is {times} times that of the market in this case. Same unit, same currency?",
            options=options,
            times=language.figure(times),
        )
    return language.say(
        "{options}: the rent is {part} of that of the market in this case. Same unit, same currency?",
        options=options,
        part=language.percent(times),
    )


def _promise(case: Case, one: Caution, language: Language) -> str:
    return language.say_many(
        "{options}: the promise of a {tenure} lease holds until {when}, after the {count} year looked at. The rent "
        "that follows is not counted.",
        "{options}: the promise of a {tenure} lease holds until {when}, after the {count} years looked at. The rent "
        "that follows is not counted.",
        case.horizon_years,
        options=_options(case, one, language),
        tenure=one.names[0],
        when=language.month(case.decision_date, one.figures["month"]),
    )


def _never_moves(case: Case, one: Caution, language: Language) -> str:
    return language.say_many(
        "{options}: the move falls in {when}, after the {count} year looked at. In these figures the office never "
        "moves.",
        "{options}: the move falls in {when}, after the {count} years looked at. In these figures the office never "
        "moves.",
        case.horizon_years,
        options=_options(case, one, language),
        when=language.month(case.decision_date, one.figures["month"]),
    )


def _may_never_move(case: Case, one: Caution, language: Language) -> str:
    return language.say_many(
        "{options}: with its delay the move may fall in {when}, after the {count} year looked at. In such futures the "
        "office never moves.",
        "{options}: with its delay the move may fall in {when}, after the {count} years looked at. In such futures the "
        "office never moves.",
        case.horizon_years,
        options=_options(case, one, language),
        when=language.month(case.decision_date, one.figures["month"]),
    )


def _never_counts(case: Case, one: Caution, language: Language) -> str:
    return language.say_many(
        "{options}: {names} never counts: it ends before the move, or begins after the years looked at.",
        "{options}: {names} never count: they end before the move, or begin after the years looked at.",
        len(one.names),
        options=_options(case, one, language),
        names=language.listed(one.names),
    )


def _narrow(case: Case, one: Caution, language: Language) -> str:
    return language.say_many(
        "{count} range is narrower than its source allows, or a few per cent of an assumption: {names}.",
        "{count} ranges are narrower than their sources allow, or a few per cent of an assumption: {names}.",
        len(one.names),
        names=_figures(case, one.names, language),
    )


def _fractions(case: Case, one: Caution, language: Language) -> str:
    return language.say_many(
        "{count} figure in per cent looks like a fraction: {names}. Per cent are written as 15, not 0.15.",
        "{count} figures in per cent look like fractions: {names}. Per cent are written as 15, not 0.15.",
        len(one.names),
        names=_figures(case, one.names, language),
    )


def _upside_down(case: Case, one: Caution, language: Language) -> str:
    rate = one.figures["rate"]
    return language.say(
        "One {base} is taken to buy {rate} {code}. Is the rate of exchange upside down? The other way round it is "
        "{other}.",
        base=case.currency,
        code=one.names[0],
        rate=language.figure(rate),
        other=language.figure(1 / rate),
    )


def _swapped(_case: Case, one: Caution, language: Language) -> str:
    return language.say(
        "{name} lies {kilometres} km from the middle of all places. Are latitude and longitude swapped?",
        name=one.names[0],
        kilometres=language.number(one.figures["kilometres"]),
    )


def _sign(_case: Case, one: Caution, language: Language) -> str:
    return language.say(
        "{name} lies {kilometres} km from the middle of all places. Is a minus missing, or one too many? South and "
        "west are below 0.",
        name=one.names[0],
        kilometres=language.number(one.figures["kilometres"]),
    )


def _far(_case: Case, one: Caution, language: Language) -> str:
    return language.say(
        "{name} lies {kilometres} km from the middle of all places. Is that its place?",
        name=one.names[0],
        kilometres=language.number(one.figures["kilometres"]),
    )


def _times(_case: Case, one: Caution, language: Language) -> str:
    return language.say(
        "The measured ways take {minutes} minutes at the middle, {speed} km an hour in a straight line. Are they in "
        "minutes, and from these places?",
        minutes=language.number(one.figures["minutes"]),
        speed=language.number(one.figures["speed"], 1),
    )


OF_FIGURES: dict[Kind, Callable[[Case, Caution, Language], str]] = {
    "nobody works there": _nobody_works,
    "rent-free months outlast the lease": _rent_free,
    "rent unlike the market": _market,
    "promise outlasts the horizon": _promise,
    "move beyond the horizon": _never_moves,
    "move may fall beyond the horizon": _may_never_move,
    "costs that never count": _never_counts,
    "narrow ranges": _narrow,
    "per cent like fractions": _fractions,
    "rate of exchange upside down": _upside_down,
    "coordinates swapped": _swapped,
    "sign of coordinates": _sign,
    "far from all others": _far,
    "times unlike distances": _times,
}
"""What is said of each kind of figure that is hardly meant."""
