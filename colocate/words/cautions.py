"""What a careful reader would object to in a case, in words."""

from __future__ import annotations

from collections.abc import Callable

from colocate.analysis.cautions import Caution, Kind, cautions
from colocate.case import Case
from colocate.model.criteria import government_of
from colocate.model.expected import Expected
from colocate.words.categories import CATEGORY_NAMES, category_in_words
from colocate.words.cautions_of_figures import OF_FIGURES
from colocate.words.gates import short_question
from colocate.words.government import weak_in_words
from colocate.words.labels import unit_in_words
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.mandate import theme_title
from colocate.words.naming import name_inside, names_before_colon, quoted_name

NAMED = 3
"""So many examples are named; the others are counted."""

PLAIN: dict[Kind, str] = {
    "nothing varies": unsaid("No figure has a range: nothing varies, and nothing can be said of how sure a result is."),
    "building owned": unsaid("{options}: the building is owned; what it could earn or be sold for is not counted."),
    "building left unsold": unsaid(
        "{options}: {names} is in a building that is owned; what becomes of it after the move is not counted."
    ),
    "capital charge is reckoned": unsaid(
        "{options}: {amount} of capital charge is reckoned and paid by no budget; it counts where staff time counts, "
        "and not in the cash figures."
    ),
    "returns after loans": unsaid(
        "{options}: payback and rate of return are those of the agency's own money, after what it borrows."
    ),
    "delay without a range": unsaid(
        "{options}: no range for the delay. Common houses have opened more than a year late."
    ),
    "no contingency": unsaid("{options}: no contingency on one-off costs and works. Plans forget things."),
    "move without one-offs": unsaid("{options}: a move without one-off costs (fit-out, moving, ICT)?"),
    "disruption not stated": unsaid(
        "{options}: nothing is said of what the move does to people (days lost, staff who leave, two sites at once)."
    ),
    "rate like a fraction": unsaid("The discount rate is {rate} % a year. Per cent are written as 3.5, not 0.035."),
    "staff time as cash": unsaid("{options}: {amount} of staff time counts as cash. Which posts will be cut?"),
    "pay of vacant posts as cash": unsaid(
        "{options}: {amount} of pay saved in vacant posts counts as cash. Does the budget keep it? The work not "
        "done is not in the cash figures."
    ),
    "savings are staff time": unsaid(
        "{options}: {amount} of back-office savings is staff time or quality. No budget falls by it, and it is not in "
        "the cash figures."
    ),
    "costs omitted": unsaid(
        "{options}: no line for {names}, and other options have one. Forgotten, or really nothing?"
    ),
    "gates without evidence": unsaid("{options}: gates passed without evidence: {names}."),
    "ruled out past every gate": unsaid(
        "Ruled out, and passes every gate of the case: {names}. Compare it, or say what it fails."
    ),
    "ruled out without evidence": unsaid("Ruled out without evidence: {names}."),
    "wish without evidence": unsaid("{options}: the government's wish (step {step}) is stated without evidence."),
    "tenants' costs not stated": unsaid(
        "{options}: what tenants of {names} pay elsewhere is not stated; the books of the UN family and of everyone "
        "are not complete."
    ),
    "house over full": unsaid("{options}: {names} is taken to be {occupancy} full."),
}
"""Objections that say the same whatever they count."""


def caution_words(expected: Expected, language: Language = ENGLISH) -> tuple[str, ...]:
    """Say every objection to a case, a sentence or two each."""
    return tuple(said(expected.case, one, language) for one in cautions(expected))


def said(case: Case, one: Caution, language: Language = ENGLISH) -> str:
    """Say one objection."""
    if one.kind in PLAIN:
        return language.say(PLAIN[one.kind], **_places(case, one, language))
    return OWN[one.kind](case, one, language)


def _places(case: Case, one: Caution, language: Language) -> dict[str, str]:
    places = {
        "options": _options(case, one, language),
        "names": language.listed(_names(one, language)),
        "years": language.number(case.horizon_years),
    }
    if "rate" in one.figures:
        places["rate"] = language.figure(one.figures["rate"])
    if "amount" in one.figures:
        places["amount"] = language.about(one.figures["amount"], case.currency)
    if "step" in one.figures:
        places["step"] = language.number(one.figures["step"])
    if "occupancy" in one.figures:
        places["occupancy"] = language.percent(one.figures["occupancy"])
    return places


def _names(one: Caution, language: Language) -> tuple[str, ...]:
    """Give what an objection names: headings of costs in words, all else as it is called in the file."""
    if one.kind != "costs omitted":
        return one.names
    headings = {str(category): category for category in CATEGORY_NAMES}
    return tuple(category_in_words(headings[name], language) for name in one.names)


def _options(case: Case, one: Caution, language: Language) -> str:
    options = names_before_colon(case, one.options, language)
    if not one.premises:
        return options
    return language.say("{options}, {premises}", options=options, premises=one.premises)


def _assumed(case: Case, one: Caution, language: Language) -> str:
    named = [
        name_inside(case, case.quantities[path], with_option=True, language=language) for path in one.names[:NAMED]
    ]
    return language.say_many(
        "{count} assumed figure has no range: {names}.",
        "{count} assumed figures have no range, for example {names}.",
        len(one.names),
        names=language.listed(named),
    )


def _rent(case: Case, one: Caution, language: Language) -> str:
    return language.say_many(
        "{options}: the rent stays the same for the {count} year looked at. Is there no review?",
        "{options}: the rent stays the same for all {count} years. Is there no review?",
        case.horizon_years,
        options=_options(case, one, language),
    )


def _exchange(case: Case, one: Caution, language: Language) -> str:
    return language.say_many(
        "The rate of exchange of {code} stays the same for {count} year.",
        "The rate of exchange of {code} stays the same for {count} years.",
        case.horizon_years,
        code=one.names[0],
    )


def _nobody(case: Case, one: Caution, language: Language) -> str:
    return language.say_many(
        "None of the {count} constituents of the table exists on {day}.",
        "None of the {count} constituents of the table exists on {day}.",
        one.figures["constituents"],
        day=language.day(case.decision_date),
    )


def _ways(case: Case, one: Caution, language: Language) -> str:
    pairs = list(zip(one.names[::2], one.names[1::2], strict=True))
    named = [
        language.say("{constituent} to {option}", constituent=who, option=quoted_name(case, option, language))
        for who, option in pairs[:NAMED]
    ]
    if len(pairs) > NAMED:
        named.append(language.say_many("{count} more", "{count} more", len(pairs) - NAMED))
    missing, own = int(one.figures["missing"]), int(one.figures["own"])
    places = {"all": language.number(one.figures["ways"]), "names": language.listed(named)}
    if own:
        return language.say_many(
            "{count} of {all} ways was not measured: {own} by the case's own estimate, {rest} worked out from "
            "distance. {names}.",
            "{count} of {all} ways were not measured: {own} by the case's own estimate, {rest} worked out from "
            "distance. {names}.",
            missing,
            own=language.number(own),
            rest=language.number(missing - own),
            **places,
        )
    return language.say_many(
        "{count} of {all} ways was not measured: it is worked out from distance. {names}.",
        "{count} of {all} ways were not measured: they are worked out from distance. {names}.",
        missing,
        **places,
    )


def _short_checklist(_case: Case, one: Caution, language: Language) -> str:
    return language.say_many(
        "The checklist of the mandate has {count} question; {needed} are needed to tell options apart.",
        "The checklist of the mandate has {count} questions; {needed} are needed to tell options apart.",
        one.figures["questions"],
        needed=language.number(one.figures["needed"]),
    )


def _themes(_case: Case, one: Caution, language: Language) -> str:
    titles = [language.say("“{theme}”", theme=theme_title(theme, language)) for theme in one.names]
    return language.say("The checklist of the mandate asks nothing on {themes}.", themes=language.listed(titles))


def _sizes(case: Case, one: Caution, language: Language) -> str:
    sizes = [
        language.say("{option} {area} m2", option=quoted_name(case, option, language), area=language.number(area, 1))
        for option, area in one.figures.items()
    ]
    return language.say("The options are not alike in size; per person: {sizes}.", sizes=language.listed(sizes))


def _subsidised(case: Case, one: Caution, language: Language) -> str:
    tenure, follows = one.names
    quantity = case.quantities.get(follows)
    places = {
        "options": _options(case, one, language),
        "tenure": tenure,
        "when": language.month(case.decision_date, one.figures["month"]),
    }
    if quantity is not None:
        return language.say(
            "{options}: the {tenure} lease ends in {when}; from then on a rent of {rent} {unit} in today's prices is "
            "taken.",
            rent=language.figure(quantity.value),
            unit=unit_in_words(quantity.unit, language),
            **places,
        )
    if follows:
        return language.say("{options}: the {tenure} lease ends in {when}; then rent is due.", **places)
    return language.say("{options}: the {tenure} lease ends in {when}; the office must then leave.", **places)


def _old_lease(case: Case, one: Caution, language: Language) -> str:
    return language.say(
        "{options}: the old lease ends in {when}, before the move; the office stays on meanwhile (holdover).",
        options=_options(case, one, language),
        when=language.month(case.decision_date, one.figures["month"]),
    )


def _answers(case: Case, one: Caution, language: Language) -> str:
    named = [short_question(text, language) for text in one.names[:NAMED]]
    if len(one.names) > NAMED:
        named.append(language.say_many("{count} more", "{count} more", len(one.names) - NAMED))
    return language.say(
        "{options}: mandate questions answered yes without evidence: {questions}.",
        options=_options(case, one, language),
        questions=language.listed(named),
    )


def _weak(case: Case, one: Caution, language: Language) -> str:
    return language.say(
        "{options}: {weak}.",
        options=_options(case, one, language),
        weak=weak_in_words(government_of(case.option(one.options[0])), language),
    )


OWN: dict[Kind, Callable[[Case, Caution, Language], str]] = {
    "assumed without a range": _assumed,
    "rate of exchange stays": _exchange,
    "rent never changes": _rent,
    "nobody there": _nobody,
    "ways not measured": _ways,
    "short checklist": _short_checklist,
    "themes missing": _themes,
    "unlike sizes": _sizes,
    "subsidised lease ends": _subsidised,
    "old lease ends before the move": _old_lease,
    "answers without evidence": _answers,
    "wish on weak evidence": _weak,
    **OF_FIGURES,
}
"""Objections with plural forms or messages of their own."""
