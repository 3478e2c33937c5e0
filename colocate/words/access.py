"""What each chart on access shows, in plain sentences."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.analysis.access.journeys import MOST, Journey, group_scores_of, journeys, widest
from colocate.model.access import Known
from colocate.model.outcome import OptionOutcome, Outcome
from colocate.words.money import Finding
from colocate.words.numbers import listed, number

KNOWN_WORDS: dict[Known, str] = {
    "measured": "measured",
    "own estimate": "own estimate",
    "distance": "from distance",
}
"""What the minutes of a way come from, the best first: a routing engine, the director's own word, the distance."""


def finding_minutes(outcome: Outcome, option_id: str, locale: str = "en") -> Finding:
    """Say for how many constituents the way gets longer, and who loses most."""
    option, baseline = outcome.option(option_id), outcome.baseline
    told = journeys(outcome, option_id)
    if not told:
        return _nothing("how constituents reach", option)
    if option is baseline:
        farthest = max(told, key=lambda journey: journey.after)
        title = f"{option.name}: the longest way is {_minutes(farthest.after, locale)}, for {farthest.name}"
    else:
        title = f"{option.name} {ways_in_words(told, locale)}"
    names = option.name if option is baseline else f"{baseline.name} and then {option.name}"
    parts = [f"Minutes door to door for each constituent, {names}."]
    parts += [f"{journey_in_words(journey, locale, alone=option is baseline)}." for journey in widest(told)]
    if len(told) > MOST:
        parts.append(f"{number(len(told) - MOST, locale)} others change less.")
    parts.append(f"Ways to {option.name}: {counted_in_words([one.known_after for one in told], locale)}.")
    return Finding(title, " ".join(parts))


def finding_groups(outcome: Outcome, locale: str = "en") -> Finding:
    """Say which group is worst served, under which option."""
    scores = {option.id: group_scores_of(option) for option in outcome.options}
    rows = [(score, group, option) for option in outcome.options for group, score in scores[option.id].items()]
    if not rows:
        return _nothing("how well groups of constituents are served by", None)
    score, group, option = min(rows, key=lambda row: row[0])
    title = f"Worst served: {group}, with {number(score, locale)} of 100 points under {option.name}"
    here = scores[outcome.baseline.id].get(group)
    if option is not outcome.baseline and here is not None:
        title += f" ({number(here, locale)} under {outcome.baseline.name})"
    parts = ["Access score of each group of constituents, 0 (cannot be reached in time) to 100 (near), by option."]
    for one in outcome.options:
        if scores[one.id]:
            told = [f"{name} {number(value, locale)}" for name, value in scores[one.id].items()]
            worst = min(scores[one.id], key=lambda name: scores[one.id][name])
            parts.append(f"{one.name}: {listed(told)}; worst served: {worst}.")
        else:
            parts.append(f"{one.name}: not stated.")
    return Finding(title, " ".join(parts))


def ways_in_words(told: tuple[Journey, ...], locale: str) -> str:
    """Say what a move does to the ways: "makes the way longer for 3 of 4 constituents; X loses most, 18 minutes"."""
    longer = sum(journey.change > 0 for journey in told)
    shorter = sum(journey.change < 0 for journey in told)
    first, last, everyone = told[0], told[-1], len(told)
    if longer:
        most = f"{first.name} loses most, {_minutes(first.change, locale)}"
        return f"makes the way longer for {longer} of {everyone} constituents; {most}"
    if shorter:
        most = f"{last.name} gains most, {_minutes(-last.change, locale)}"
        return f"makes the way shorter for {shorter} of {everyone} constituents; {most}"
    return "leaves every constituent's way as it is"


def journey_in_words(journey: Journey, locale: str = "en", *, alone: bool = False, short: bool = False) -> str:
    """Write a journey as "Ministry (government): 21 to 39 minutes, 18 more".

    `alone`: the baseline's by itself. `short`: for a label, without the group and with "min". How the ways are known
    stands at the end.
    """
    who = journey.name if short else f"{journey.name} ({journey.group})"
    unit = "min" if short else "minutes"
    start, end = number(journey.before, locale), number(journey.after, locale)
    if alone:
        return f"{who}: {end} {unit} ({KNOWN_WORDS[journey.known_after]})"
    if journey.change == 0:
        return f"{who}: {end} {unit}, as before ({known_in_words(journey)})"
    return f"{who}: {start} to {end} {unit}, {added_in_words(journey.change, locale)} ({known_in_words(journey)})"


def added_in_words(minutes: int, locale: str = "en") -> str:
    """Write whole minutes added as "18 more", "3 less" or "the same"."""
    if minutes == 0:
        return "the same"
    return f"{number(abs(minutes), locale)} {'more' if minutes > 0 else 'less'}"


def known_in_words(journey: Journey) -> str:
    """Write how both ways are known: "from distance", or "measured, then from distance"."""
    before, after = KNOWN_WORDS[journey.known_before], KNOWN_WORDS[journey.known_after]
    return after if before == after else f"{before}, then {after}"


def counted_in_words(known: Sequence[Known], locale: str = "en") -> str:
    """Write how many ways are known in which manner, as "3 measured and 4 from distance"."""
    return listed([f"{number(known.count(one), locale)} {words}" for one, words in KNOWN_WORDS.items() if one in known])


def _minutes(minutes: float, locale: str) -> str:
    whole = number(minutes, locale)
    return f"{whole} minute" if whole == "1" else f"{whole} minutes"


def _nothing(what: str, option: OptionOutcome | None) -> Finding:
    title = f"The case does not say {what} {'the options' if option is None else option.name}"
    return Finding(title, f"{title}. There is nothing to draw.")
