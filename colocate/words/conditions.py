"""What must be settled, or be known, for the answer to hold, in words."""

from __future__ import annotations

from colocate.analysis.verdict import Verdict
from colocate.case import Case
from colocate.model.futures import Futures
from colocate.words.futures import of_hundred
from colocate.words.gates import gate_in_words
from colocate.words.language import ENGLISH, Language
from colocate.words.naming import quoted_name, short_names


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
