"""The mandate in words: what the checklist comes to, with what is open, and the gates."""

from __future__ import annotations

from colocate.analysis.mandate.answers import answers_by_theme, leading
from colocate.model.criteria import Mandate
from colocate.model.outcome import Outcome
from colocate.words.coordinators import finding_hosting
from colocate.words.government import finding_government
from colocate.words.language import ENGLISH, Language
from colocate.words.money import Finding
from colocate.words.numbers import listed


def findings_mandate(outcome: Outcome, locale: str = "en") -> tuple[str, ...]:
    """Say what the gates, the government, the checklist and the coordinators come to, a sentence each."""
    checklist = "the case has no checklist."
    if outcome.case.checklist:
        checklist = f"{finding_mandate(outcome, Language(locale)).title}."
    told = {
        "Gates": finding_gates(outcome),
        "The government": finding_government(outcome),
        "Mandate": checklist,
        "National Coordinators": finding_hosting(outcome, locale),
    }
    return tuple(f"{name}: {_within(sentence, outcome)}" for name, sentence in told.items() if sentence)


def score_in_words(mandate: Mandate, language: Language = ENGLISH) -> str:
    """Write a score, or its range with how many questions are open: "19 to 94 of 100, 12 open".

    >>> score_in_words(Mandate((), 18.75, 93.75, 12))
    '19 to 94 of 100, 12 open'
    """
    if mandate.low is None or mandate.high is None:
        return language.say("not stated")
    low, high = language.number(mandate.low), language.number(mandate.high)
    if not mandate.unknown:
        return language.say("{points} of 100", points=low)
    return language.say(
        "{low} to {high} of 100, {open} open", low=low, high=high, open=language.number(mandate.unknown)
    )


def finding_mandate(outcome: Outcome, language: Language = ENGLISH) -> Finding:
    """Say which option keeps most of the safeguards, or that open questions leave it unknown; then every answer."""
    if not outcome.case.checklist:
        title = language.say("The case does not say which safeguards of the mandate the options keep")
        return Finding(title, language.say("{finding}. There is nothing to draw.", finding=title))
    told = [language.say("Answers to the questions on the agency's mandate, by theme and option.")]
    for theme, counts in answers_by_theme(outcome).items():
        for option, count in counts.items():
            told.append(
                language.say(
                    "{theme}, {option}: {answers}.",
                    theme=theme,
                    option=outcome.option(option).name,
                    answers=_counted(count, language),
                )
            )
    told += [
        language.say("Points of {option}: {points}.", option=one.name, points=score_in_words(one.mandate, language))
        for one in outcome.options
    ]
    return Finding(_title(outcome, language), " ".join(told))


def _title(outcome: Outcome, language: Language) -> str:
    ranked = [option for option in outcome.options if not option.fails]
    best = leading(outcome)
    names = language.listed([option.name for option in ranked if option.id in best])
    if len(ranked) < 2:
        return language.say("Fewer than two options pass their gates: there is no mandate to compare")
    if not best:
        most = max(ranked, key=lambda option: option.mandate.unknown)
        return language.say(
            "Which option keeps most of the mandate's safeguards is not known yet: "
            "{open} of {all} questions are open for {option}",
            open=language.number(most.mandate.unknown),
            all=language.number(len(most.mandate.answers)),
            option=most.name,
        )
    if len(best) == len(outcome.options):
        return language.say("All options keep the mandate's safeguards alike")
    if len(best) > 1:
        return language.say("{options} keep most of the mandate's safeguards", options=names)
    points = score_in_words(outcome.option(best[0]).mandate, language)
    return language.say("{option} keeps most of the mandate's safeguards: {points}", option=names, points=points)


def _counted(counts: dict[str, int], language: Language) -> str:
    """Write how often each answer was given: "3 yes, 1 partly and 2 not answered"."""
    words = {
        "yes": language.say("{count} yes", count=language.number(counts["yes"])),
        "mitigated": language.say("{count} yes, by a measure", count=language.number(counts["mitigated"])),
        "partly": language.say("{count} partly", count=language.number(counts["partly"])),
        "no": language.say("{count} no", count=language.number(counts["no"])),
        "unknown": language.say("{count} not answered", count=language.number(counts["unknown"])),
    }
    return language.listed([words[answer] for answer, count in counts.items() if count])


def finding_gates(outcome: Outcome) -> str:
    """Say which option fails a gate, and which gates nobody has settled yet."""
    failing = [option for option in outcome.options if option.fails]
    open_ones = [option for option in outcome.options if option.open_gates]
    parts = [f"{option.name} fails {listed([gate.name for gate in option.fails])}" for option in failing]
    told = listed(parts) if failing else "no option fails one"
    if open_ones:
        counts = listed([f"{len(option.open_gates)} for {option.name}" for option in open_ones])
        told += f". Not settled yet: {counts}"
    return f"{told}."


def _within(sentence: str, outcome: Outcome) -> str:
    """Write a sentence as it goes on after a colon: small, unless it begins with an option's name."""
    if any(sentence.startswith(option.name) for option in outcome.options):
        return sentence
    return f"{sentence[:1].lower()}{sentence[1:]}"
