"""Access, mandate, the government's wish and the National Coordinators, each in a few sentences."""

from __future__ import annotations

from colocate.analysis.mandate.coordinators import hosting
from colocate.analysis.mandate.costs_of_measures import measures
from colocate.model.futures import Futures
from colocate.model.outcome import OptionOutcome
from colocate.words.access_measures import answer, resting_on
from colocate.words.coordinators import finding_hosting
from colocate.words.costs_of_measures import measures_told
from colocate.words.government import finding_government, step_name, weak_evidence
from colocate.words.language import Language
from colocate.words.mandate import finding_mandate, score_in_words
from colocate.words.naming import short_name
from colocate.words.paper.record import Bullets, Section


def access(futures: Futures, language: Language) -> Section:
    """Say what each option does to the ways of the constituents, and what the minutes rest on."""
    said: tuple[str, ...]
    if all(option.access is None for option in futures.options):
        said = (language.say("The case does not say how constituents reach the office."),)
    else:
        said = (*answer(futures, language), *resting_on(futures, language)[:2])
    return Section("access", language.say("Access of the constituents"), (Bullets(said),))


def mandate(futures: Futures, language: Language) -> Section:
    """Say which option keeps the safeguards of identity and mandate best, and what measures cost."""
    central = futures.central
    said = [_full(finding_mandate(central, language), language)]
    if futures.case.checklist:
        scores = [
            language.say(
                "{option}: {points}",
                option=short_name(futures.case, one.id),
                points=score_in_words(one.mandate, language),
            )
            for one in central.options
        ]
        said.append(language.say("Safeguards that are kept: {scores}.", scores="; ".join(scores)))
    said += measures_told(futures.case, measures(futures), language)
    return Section("mandate", language.say("Identity and mandate"), (Bullets(tuple(said)),))


def government(futures: Futures, language: Language) -> Section:
    """Say what the host government wishes, and on what evidence."""
    central = futures.central
    said = [_full(finding_government(central, language), language), *weak_evidence(central, language)]
    said += [_evidence(futures, one, language) for one in central.options if one.government.step is not None]
    return Section("government", language.say("The host government's wish"), (Bullets(tuple(said)),))


def _evidence(futures: Futures, option: OptionOutcome, language: Language) -> str:
    wish = option.government
    places = {
        "option": short_name(futures.case, option.id),
        "step": language.number(wish.step or 0),
        "name": step_name(wish.step or 0, language),
    }
    if not wish.evidence.strip():
        return language.say("{option}: step {step} of 5, {name}. No evidence is given.", **places)
    return language.say(
        "{option}: step {step} of 5, {name}. Evidence: {evidence}.",
        evidence=wish.evidence.strip().removesuffix("."),
        **places,
    )


def coordinators(futures: Futures, language: Language) -> Section:
    """Say who of the National Coordinators stays hosted, and what the others cost."""
    said = finding_hosting(futures.case, hosting(futures), language)
    if not said:
        said = (language.say("The case has no National Coordinators."),)
    return Section("coordinators", language.say("National Coordinators"), (Bullets(said),))


def _full(finding: str, language: Language) -> str:
    return language.say("{finding}.", finding=finding)
