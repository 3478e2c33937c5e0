"""The mandate in words: what the checklist comes to, and how far open questions leave it unknown."""

from __future__ import annotations

from colocate.analysis.mandate.answers import answers_by_theme, leading
from colocate.model.criteria import Mandate
from colocate.model.outcome import Outcome
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.money import Finding
from colocate.words.naming import quoted_name, short_name

ANSWERS = {
    "yes": unsaid("✓ yes"),
    "mitigated": unsaid("✓ yes, by a measure"),
    "partly": unsaid("◐ partly"),
    "no": unsaid("✗ no"),
    "unknown": unsaid("? not answered"),
}
COUNTED = {
    "yes": unsaid("{count} yes"),
    "mitigated": unsaid("{count} yes, by a measure"),
    "partly": unsaid("{count} partly"),
    "no": unsaid("{count} no"),
    "unknown": unsaid("{count} not answered"),
}
THEMES = {
    "identity": unsaid("Identity and visibility"),
    "supervision": unsaid("Independence of supervision and complaints"),
    "tripartite": unsaid("Tripartite use"),
    "control": unsaid("Control of staff, data and funds"),
}
KEY = {
    "yes": unsaid("yes"),
    "mitigated": unsaid("yes, by a measure"),
    "partly": unsaid("partly (half)"),
    "unknown": unsaid("not answered: may be yes or no"),
}
"""What the patterns of the charts mean."""

NEEDS = {
    "required": unsaid("required: the answer must not be no"),
    "mitigable": unsaid("can be made good by a measure"),
    "desirable": unsaid("desirable"),
}


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


def finding_mandate(outcome: Outcome, language: Language = ENGLISH) -> str:
    """Say, without a full stop, which option keeps most of the safeguards, or that open questions leave it unknown."""
    if not outcome.case.checklist:
        return language.say("The case does not say which safeguards of the mandate the options keep")
    ranked = [option for option in outcome.options if not option.fails]
    if len(ranked) < 2:
        return language.say("Fewer than two options pass their gates: there is no mandate to compare")
    best = leading(outcome)
    if not best:
        most = max(ranked, key=lambda option: option.mandate.unknown)
        return language.say_many(
            "Not known yet which option keeps the mandate best: {count} of {all} questions is open for {option}",
            "Not known yet which option keeps the mandate best: {count} of {all} questions are open for {option}",
            most.mandate.unknown,
            all=language.number(len(most.mandate.answers)),
            option=quoted_name(outcome.case, most.id, language),
        )
    if len(best) == len(outcome.options):
        return language.say("All options keep the mandate's safeguards alike")
    names = language.listed([quoted_name(outcome.case, option, language) for option in best])
    if len(best) > 1:
        return language.say("Best for the mandate: {options}", options=names)
    points = score_in_words(outcome.option(best[0]).mandate, language)
    return language.say("Best for the mandate: {option}, {points}", option=names, points=points)


def finding_scores(outcome: Outcome, language: Language = ENGLISH) -> Finding:
    """Say how many answers are missing, that is how far each score may still go; then every score."""
    if not outcome.case.checklist:
        return _no_checklist(language)
    missing = sum(option.mandate.unknown for option in outcome.options)
    title = _all_answered(outcome, language)
    if missing:
        title = language.say_many(
            "{count} answer is missing: a score may end anywhere in its hatched part",
            "{count} answers are missing: a score may end anywhere in its hatched part",
            missing,
        )
    told = [language.say("Points of 100 for the safeguards of the agency's mandate, by option.")]
    told += [language.say("{score}.", score=label) for label in labels_of_scores(outcome, language)]
    return Finding(title, " ".join(told))


def labels_of_scores(outcome: Outcome, language: Language = ENGLISH) -> tuple[str, ...]:
    """Label each option's bar with its score."""
    return tuple(
        language.say(
            "{option}: {points}",
            option=short_name(outcome.case, one.id),
            points=score_in_words(one.mandate, language),
        )
        for one in outcome.options
    )


def labels_of_themes(outcome: Outcome, language: Language = ENGLISH) -> tuple[str, ...]:
    """Label each bar of a theme and option with how often each answer was given."""
    return tuple(
        language.say(
            "{theme}, {option}: {answers}",
            theme=theme_title(theme, language),
            option=short_name(outcome.case, option),
            answers=answers_counted(count, language),
        )
        for theme, counts in answers_by_theme(outcome).items()
        for option, count in counts.items()
    )


def axis_of_scores(language: Language = ENGLISH) -> str:
    """Name the axis of both charts, and what an empty part of a bar means."""
    return language.say("Points of 100; empty: not kept")


def theme_title(theme: str, language: Language = ENGLISH) -> str:
    """Write a theme of the checklist: one of the four by its full title, the case's own as it is.

    >>> theme_title("tripartite"), theme_title("our own")
    ('Tripartite use', 'Our own')
    """
    known = THEMES.get(theme.strip().casefold())
    return capitalized(theme) if known is None else language.say(known)


def capitalized(words: str) -> str:
    """Begin a case's own heading with a capital, and leave the rest as it was written."""
    return f"{words[:1].upper()}{words[1:]}"


def finding_themes(outcome: Outcome, language: Language = ENGLISH) -> Finding:
    """Say where most questions are open, or that none is; then how every option answers each theme."""
    if not outcome.case.checklist:
        return _no_checklist(language)
    themes = answers_by_theme(outcome)
    open_by_theme = {theme: sum(count["unknown"] for count in counts.values()) for theme, counts in themes.items()}
    most = max(open_by_theme, key=lambda theme: open_by_theme[theme])
    title = _all_answered(outcome, language)
    if open_by_theme[most]:
        title = language.say(
            "{theme}: {count} of the {all} answers that are missing",
            theme=theme_title(most, language),
            count=language.number(open_by_theme[most]),
            all=language.number(sum(open_by_theme.values())),
        )
    told = [language.say("Answers to the questions on the agency's mandate, by theme and option.")]
    told += [language.say("{score}.", score=label) for label in labels_of_themes(outcome, language)]
    return Finding(title, " ".join(told))


def answers_counted(counts: dict[str, int], language: Language = ENGLISH) -> str:
    """Write how often each answer was given: "3 yes, 1 partly and 2 not answered"."""
    return language.listed(
        [language.say(COUNTED[answer], count=language.number(count)) for answer, count in counts.items() if count]
    )


def _all_answered(outcome: Outcome, language: Language) -> str:
    return language.say_many(
        "The one question of the mandate is answered for every option",
        "All {count} questions of the mandate are answered for every option",
        len(outcome.case.checklist),
    )


def _no_checklist(language: Language) -> Finding:
    title = language.say("The case does not say which safeguards of the mandate the options keep")
    return Finding(title, language.say("{finding}. There is nothing to draw.", finding=title))
