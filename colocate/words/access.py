"""What the charts on access show, in plain sentences: whose way gets longer, and how easily each group is served."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.analysis.access.journeys import MOST, Journey, journeys, widest
from colocate.analysis.access.measures import GroupReach, reach
from colocate.analysis.uncertainty.odds import Range
from colocate.model.futures import Futures
from colocate.model.ways import Known
from colocate.words.futures import of_hundred, on_average
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.money import Finding
from colocate.words.naming import quoted_name, quoted_names, short_name

KNOWN_WORDS: dict[Known, str] = {
    "measured": unsaid("measured"),
    "own estimate": unsaid("own estimate"),
    "distance": unsaid("from distance"),
}
"""What the minutes of a way come from, the best first: a routing engine, the director's own word, the distance."""

ALL_GROUPS = unsaid("All groups together")


def finding_minutes(
    futures: Futures, option_id: str, language: Language = ENGLISH, *, most: int = MOST, briefly: bool = False
) -> Finding:
    """Say for how many constituents the way gets longer, and who loses most; `briefly` with short names."""
    told = journeys(futures, option_id)
    option, names = short_name(futures.case, option_id), quoted_names(futures.case, language)
    if not told:
        title = language.say("The case does not say how constituents reach {option}", option=names[option_id])
        return Finding(title, language.say("{title}. There is nothing to draw.", title=title))
    same = option_id == futures.baseline.id
    title = longest_way(option, told, language, briefly) if same else ways_change(option, told, language, briefly)
    if same:
        parts = [language.say("Minutes door to door for each constituent: {option}.", option=option)]
    else:
        parts = [
            language.say(
                "Minutes door to door for each constituent: {baseline} and then {option}.",
                baseline=names[futures.baseline.id],
                option=names[option_id],
            )
        ]
    for one in widest(told, most):
        parts.append(language.say("{statement}.", statement=journey_in_words(one, language, alone=same)))
        low, high = (language.number(end) for end in (one.after.low, one.after.high))
        if low != high:
            parts.append(
                language.say(
                    "{option} in 90 of 100 futures: {low} to {high} minutes.",
                    option=names[option_id],
                    low=low,
                    high=high,
                )
            )
    if len(told) > most:
        parts.append(language.say_many("{count} other changes less.", "{count} others change less.", len(told) - most))
    known = counted_in_words([one.known_after for one in told], language)
    parts.append(language.say("Ways to {option}: {known}.", option=names[option_id], known=known))
    if futures.figures:
        parts.append(on_average(futures.draws, language))
    return Finding(title, " ".join(parts))


def longest_way(option: str, told: Sequence[Journey], language: Language = ENGLISH, briefly: bool = False) -> str:
    """Say whose way to an option is the longest, without a full stop."""
    farthest = max(told, key=lambda one: one.after.mean)
    return language.say_many(
        "{option}: the longest way is {count} minute, for {name}",
        "{option}: the longest way is {count} minutes, for {name}",
        round(farthest.after.mean),
        option=option,
        name=brief_name(farthest, told) if briefly else farthest.name,
    )


def ways_change(option: str, told: Sequence[Journey], language: Language = ENGLISH, briefly: bool = False) -> str:
    """Say for how many an option makes the way longer, and who loses most; without a full stop."""
    longer = sum(one.change > 0 for one in told)
    shorter = sum(one.change < 0 for one in told)
    most = told[0] if longer else told[-1]
    places = {
        "option": option,
        "longer": language.number(longer),
        "shorter": language.number(shorter),
        "everyone": language.number(len(told)),
        "name": brief_name(most, told) if briefly else most.name,
    }
    if longer:
        return language.say_many(
            "{option}: the way gets longer for {longer} of {everyone} constituents, most for {name}: {count} minute",
            "{option}: the way gets longer for {longer} of {everyone} constituents, most for {name}: {count} minutes",
            most.change,
            **places,
        )
    if shorter:
        return language.say_many(
            "{option}: the way gets shorter for {shorter} of {everyone} constituents; "
            "{name} gains most, {count} minute",
            "{option}: the way gets shorter for {shorter} of {everyone} constituents; "
            "{name} gains most, {count} minutes",
            -most.change,
            **places,
        )
    return language.say("{option}: every constituent's way stays as it is", option=option)


def finding_scores(futures: Futures, language: Language = ENGLISH) -> Finding:
    """Say which option is easiest to reach on average, and who is worst served there."""
    case = futures.case
    found = {option.id: reach(futures, option.id) for option in futures.options}
    scores = {one: told.score for one, told in found.items() if told is not None and told.score is not None}
    if not scores:
        title = language.say("The case does not say how well constituents are served")
        return Finding(title, language.say("{title}. There is nothing to draw.", title=title))
    highest = max(round(score.mean) for score in scores.values())
    best = [one for one, score in scores.items() if round(score.mean) == highest]
    points = language.number(highest)
    if len(best) == 1:
        served = found[best[0]]
        group = None if served is None else served.worst_group
        title = language.say(
            "Easiest to reach: {option}, with {points} of 100 points; worst served there: {group}, with {worst}",
            option=quoted_name(case, best[0], language),
            points=points,
            group="" if group is None else group.group,
            worst="" if group is None else score_in_words(group.score, language),
        )
    elif len(best) == len(scores):
        title = language.say("All options are reached alike: {points} of 100 points", points=points)
    else:
        options = language.listed([quoted_name(case, one, language) for one in best])
        title = language.say(
            "Easiest to reach: {options}, with {points} of 100 points each", options=options, points=points
        )
    parts = [language.say("Access score of each option and group, from 0 (too far) to 100 (near).")]
    for option in futures.options:
        one, name = found[option.id], short_name(case, option.id)
        if one is None or one.score is None or one.worst_group is None:
            parts.append(language.say("{option}: not stated.", option=name))
            continue
        parts.append(
            language.say(
                "{option}: all groups together {score}; {groups}.",
                option=name,
                score=score_with_range(one.score, language),
                groups=language.listed(
                    [
                        language.say("{group} {score}", group=each.group, score=score_with_range(each.score, language))
                        for each in one.groups
                        if each.score is not None
                    ]
                ),
            )
        )
        parts.append(worst_group_in_words(futures, one.worst_group, language))
    if futures.figures:
        parts.append(on_average(futures.draws, language))
    return Finding(title, " ".join(parts))


def worst_group_in_words(futures: Futures, group: GroupReach, language: Language = ENGLISH) -> str:
    """Say which group is worst served, and in how many futures."""
    if not futures.figures:
        return language.say("Worst served: {group}.", group=group.group)
    often = of_hundred(group.worst_often, language)
    return language.say("Worst served: {group}, in {often} futures.", group=group.group, often=often)


def score_in_words(score: Range | None, language: Language = ENGLISH) -> str:
    """Write the points of a score, to the whole point."""
    return "" if score is None else language.number(score.mean)


def score_with_range(score: Range | None, language: Language = ENGLISH) -> str:
    """Write a score with its range: "55 (41 to 68)"; without one where it is the same in every future."""
    if score is None:
        return ""
    low, high = language.number(score.low), language.number(score.high)
    if low == high:
        return language.number(score.mean)
    return language.say("{score} ({low} to {high})", score=language.number(score.mean), low=low, high=high)


def range_in_words(one: Range, language: Language = ENGLISH, digits: int = 0) -> str:
    """Write in what range a figure lies: "90 of 100 futures: 35 to 52"; empty where both ends are written alike."""
    low, high = language.number(one.low, digits), language.number(one.high, digits)
    return "" if low == high else language.say("90 of 100 futures: {low} to {high}", low=low, high=high)


def ends_in_words(one: Range, language: Language = ENGLISH) -> str:
    """Write the ends of a range under a heading that says what they are: "35 to 52", or "35" where they are alike."""
    low, high = language.number(one.low), language.number(one.high)
    return low if low == high else language.say("{low} to {high}", low=low, high=high)


def journey_in_words(journey: Journey, language: Language = ENGLISH, *, alone: bool = False) -> str:
    """Write a journey as "Ministry (government): 21 to 39 minutes, 18 more (from distance)".

    `alone`: the baseline's by itself. How the ways are known stands at the end.
    """
    places = {
        "name": journey.name,
        "group": journey.group,
        "before": language.number(journey.before.mean),
        "after": language.number(journey.after.mean),
        "size": language.number(abs(journey.change)),
        "known": language.say(KNOWN_WORDS[journey.known_after]) if alone else known_in_words(journey, language),
    }
    if alone:
        return language.say("{name} ({group}): {after} minutes ({known})", **places)
    if journey.change == 0:
        return language.say("{name} ({group}): {after} minutes, as before ({known})", **places)
    if journey.change > 0:
        return language.say("{name} ({group}): {before} to {after} minutes, {size} more ({known})", **places)
    return language.say("{name} ({group}): {before} to {after} minutes, {size} less ({known})", **places)


def journey_label(journey: Journey, name: str, language: Language = ENGLISH, *, alone: bool = False) -> str:
    """Write a journey above its marks, by the constituent's name or a brief one: "Ministry: 21 to 39 min, 18 more"."""
    places = {
        "name": name,
        "before": language.number(journey.before.mean),
        "after": language.number(journey.after.mean),
        "size": language.number(abs(journey.change)),
    }
    if alone:
        return language.say("{name}: {after}\u00a0min", **places)
    if journey.change == 0:
        return language.say("{name}: {after}\u00a0min, as\u00a0before", **places)
    if journey.change > 0:
        return language.say("{name}: {before}\u00a0to\u00a0{after}\u00a0min, {size}\u00a0more", **places)
    return language.say("{name}: {before}\u00a0to\u00a0{after}\u00a0min, {size}\u00a0less", **places)


def added_in_words(minutes: int, language: Language = ENGLISH) -> str:
    """Write whole minutes added as "18 more", "3 less" or "the same"."""
    if minutes == 0:
        return language.say("the same")
    size = language.number(abs(minutes))
    return language.say("{count} more", count=size) if minutes > 0 else language.say("{count} less", count=size)


def known_in_words(journey: Journey, language: Language = ENGLISH) -> str:
    """Write how both ways are known: "from distance", or "measured, then from distance"."""
    before, after = (language.say(KNOWN_WORDS[one]) for one in (journey.known_before, journey.known_after))
    return after if before == after else language.say("{before}, then {after}", before=before, after=after)


def counted_in_words(known: Sequence[Known], language: Language = ENGLISH) -> str:
    """Write how many ways are known in which manner, as "3 measured and 4 from distance"."""
    return language.listed(
        [
            language.say("{count} {known}", count=language.number(known.count(one)), known=language.say(words))
            for one, words in KNOWN_WORDS.items()
            if one in known
        ]
    )


def brief_name(one: Journey, told: Sequence[Journey]) -> str:
    """Give what stands before a bracket in a name: "MOLISA" of "MOLISA (Ministry ...)"; where others begin so, all."""
    short = one.name.partition(" (")[0]
    alike = sum(other.name.partition(" (")[0] == short for other in told)
    return short if short and alike == 1 else one.name


def minutes_axis(told: int, everyone: int, *, ranges: bool, language: Language = ENGLISH) -> str:
    """Name the axis of minutes; where not every constituent is drawn, say how many are."""
    if told < everyone:
        count, whole = language.number(told), language.number(everyone)
        if ranges:
            return language.say(
                "Minutes door to door; line: 90 of 100 futures; the {count} that change most, of {everyone}",
                count=count,
                everyone=whole,
            )
        return language.say(
            "Minutes door to door; the {count} that change most, of {everyone}", count=count, everyone=whole
        )
    if ranges:
        return language.say("Minutes door to door; line: 90 of 100 futures")
    return language.say("Minutes door to door")


def score_axis(*, ranges: bool, language: Language = ENGLISH) -> str:
    """Name the axis of scores."""
    if ranges:
        return language.say("Access score: 100 near, 0 too far; line: 90 of 100 futures")
    return language.say("Access score: 100 near, 0 too far")


def score_label(option: str, score: Range, *, worst: bool, language: Language = ENGLISH) -> str:
    """Write an option's score of a group above its mark; the group that is worst served there is named so."""
    written = score_with_range(score, language)
    if worst:
        return language.say("{option}: {score}, worst served there", option=option, score=written)
    return language.say("{option}: {score}", option=option, score=written)
