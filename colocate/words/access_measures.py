"""The plain measures of access in words: sentences, and a table of one row per measure and one cell per option."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from colocate.analysis.access.journeys import journeys
from colocate.analysis.access.measures import LIMITS, Reach, ReachSpread, reach, reach_spread
from colocate.analysis.uncertainty.odds import Range
from colocate.model.futures import Futures
from colocate.model.outcome import Outcome
from colocate.words.access import KNOWN_WORDS, ways_in_words
from colocate.words.numbers import NOTHING, listed, number, percent, three_figures

NOT_STATED = "not stated"
NOT_KNOWN = "not known"
SAME_HOURS = "as many hours a year"

WHY_NOT_KNOWN = {"": "the checklist does not ask", "partly": "partly; for which groups is not said"}


@dataclass(frozen=True)
class Measured:
    """A cell: what holds in the central case, and below it more words, or the range over the draws."""

    words: str
    below: str = ""


@dataclass(frozen=True)
class Measure:
    """A row of the table: what is measured, how it is meant, and a cell for each option in the case's order.

    `worst` marks a row that tells of the worst served, or is weighed by them.
    """

    title: str
    explanation: str
    cells: tuple[Measured, ...]
    worst: bool = False


def answer(outcome: Outcome, locale: str = "en") -> tuple[str, ...]:
    """Answer in a sentence for each option what it does to the ways; then what the minutes rest on."""
    said = []
    for option in outcome.options[1:]:
        told = journeys(outcome, option.id)
        words = ways_in_words(told, locale) if told else "does not say where its door is"
        said.append(f"{option.name} {words}.")
    return tuple(said)


def resting_on(outcome: Outcome, locale: str = "en") -> tuple[str, ...]:
    """Say what the minutes rest on: how ways are known, whose places are assumed, and where trips are counted."""
    found = [one for one in (reach(outcome, option.id) for option in outcome.options) if one is not None]
    if not found:
        return ()
    counts = {words: sum(one.known.get(known, 0) for one in found) for known, words in KNOWN_WORDS.items()}
    ways = sum(counts.values())
    told = listed([f"{number(count, locale)} {words}" for words, count in counts.items() if count])
    kinds = [words for words, count in counts.items() if count]
    said = [f"Minutes of all {number(ways, locale)} ways: {kinds[0]}." if len(kinds) == 1 else f"Ways: {told}."]
    if not counts["measured"]:
        said[0] += " No way was measured: they are estimates."
    everyone, assumed = found[0].constituents, found[0].assumed
    if assumed:
        who = "all" if assumed == everyone else f"{number(assumed, locale)} of"
        who = f"The coordinates of {who} {number(everyone, locale)} constituents"
        said.append(f"{who} are assumed: the constituents' table says so.")
    where = "in money (page Money)" if found[0].hours.counted_in == "money" else "in the access score"
    said.append(f"Trips of our staff to constituents are counted {where}, and nowhere else.")
    return tuple(said)


def measures(outcome: Outcome, futures: Futures | None = None, locale: str = "en") -> tuple[Measure, ...]:
    """Give the table of plain measures; with futures, each cell has its 5 to 95 % range below."""
    found = [reach(outcome, option.id) for option in outcome.options]
    spread: list[ReachSpread | None] = [None] * len(found)
    if futures is not None:
        spread = [reach_spread(option) for option in futures.options]

    def row(
        title: str, explanation: str, write: Callable[[Reach, ReachSpread | None], Measured], *, worst: bool = False
    ) -> Measure:
        cells = (
            Measured(NOT_STATED) if one is None else write(one, wide) for one, wide in zip(found, spread, strict=True)
        )
        return Measure(title, explanation, tuple(cells), worst)

    return (
        *(
            row(
                f"Within {limit} minutes",
                "Constituents, and their share of the visits" if place == 0 else "",
                lambda one, wide, place=place: _within(one, wide, place, locale),  # type: ignore[misc]
            )
            for place, limit in enumerate(LIMITS)
        ),
        row("Mean of the minutes", "Each visit counts", lambda one, wide: _mean(one, wide, locale)),
        row("Longest way", "Door to door", lambda one, _wide: _longest(one, locale), worst=True),
        row("Worst-served group", "By its access score", lambda one, _wide: _worst_group(one, locale), worst=True),
        row(
            "Score over all groups",
            "100 is near, 0 is too far",
            lambda one, _wide: Measured(NOTHING if one.score is None else f"{number(one.score, locale)} of 100"),
            worst=True,
        ),
        row("Walk in without an escort", "Share of their visits to us", lambda one, _wide: walked_in(one, locale)),
        row(
            "Their hours a year",
            "They pay, with their own time: to our door, through it, and back",
            lambda one, wide: _hours(one.hours.theirs, wide.theirs if wide else None, "", locale),
        ),
        row(
            "Our hours a year",
            "The agency pays, with staff time: to them and back",
            lambda one, wide: _hours(one.hours.ours, wide.ours if wide else None, _trip(one, locale), locale),
        ),
        row("How the minutes are known", "Best first", lambda one, _wide: _known(one, locale)),
    )


def hours_in_words(outcome: Outcome, locale: str = "en") -> tuple[str, ...]:
    """Say for each option what it adds to the hours on the way, and who pays them with their time."""
    first = reach(outcome, outcome.baseline.id)
    said = []
    for option in outcome.options[1:]:
        one = reach(outcome, option.id)
        if first is None or one is None:
            continue
        theirs = _more(one.hours.theirs - first.hours.theirs, locale)
        ours = _more(one.hours.staff - first.hours.staff, locale)
        lead = f"{option.name}, compared with {outcome.baseline.name}:"
        if theirs == ours == SAME_HOURS:
            said.append(f"{lead} {SAME_HOURS} on the way, for constituents and for the agency's staff.")
        else:
            said.append(f"{lead} constituents spend {theirs} of their own time, the agency's staff {ours}.")
    return tuple(said)


def walked_in(one: Reach, locale: str = "en") -> Measured:
    """Write who walks in without a pass or an escort."""
    found = one.walk_in
    if found is None:
        return Measured(NOT_KNOWN, WHY_NOT_KNOWN.get(one.walk_in_answer, "the question is not answered"))
    count = number(round(found.of_constituents * one.constituents), locale)
    return Measured(percent(found.of_visits, locale, 0), f"{count} of {number(one.constituents, locale)} constituents")


def _within(one: Reach, wide: ReachSpread | None, place: int, locale: str) -> Measured:
    found = one.within[place]
    share = NOTHING if found.of_visits is None else percent(found.of_visits, locale, 0)
    words = f"{number(found.constituents, locale)} of {number(one.constituents, locale)}, {share} of visits"
    if wide is None:
        return Measured(words)
    below = f"{number(wide.within[place].low, locale)} to {number(wide.within[place].high, locale)}"
    shares = wide.of_visits[place]
    if shares is not None:
        below += f", {percent(shares.low, locale, 0)} to {percent(shares.high, locale, 0)}"
    return Measured(words, f"5-95 %: {below}")


def _mean(one: Reach, wide: ReachSpread | None, locale: str) -> Measured:
    if one.mean_minutes is None:
        return Measured(NOTHING, "no visits are stated")
    below = "" if wide is None or wide.mean_minutes is None else _range(wide.mean_minutes, locale)
    return Measured(f"{number(one.mean_minutes, locale)} minutes", below)


def _longest(one: Reach, locale: str) -> Measured:
    far = one.worst
    return Measured(f"{number(far.minutes, locale)} minutes", f"{far.name} ({far.group}), {KNOWN_WORDS[far.known]}")


def _worst_group(one: Reach, locale: str) -> Measured:
    group = one.worst_group
    if group is None:
        return Measured(NOTHING, "no visits are stated")
    mean = "" if group.mean_minutes is None else f", {number(group.mean_minutes, locale)} minutes on average"
    return Measured(group.group, f"{number(group.score or 0.0, locale)} of 100{mean}")


def _hours(hours: float, wide: Range | None, more: str, locale: str) -> Measured:
    ranged = "" if wide is None else _range(wide, locale)
    return Measured(f"{_about(hours, locale)} hours", "; ".join(part for part in (more, ranged) if part))


def _trip(one: Reach, locale: str) -> str:
    parts = []
    if one.hours.people != 1.0:
        people = number(one.hours.people, locale, 1)
        parts.append(f"{people} people a trip: {_about(one.hours.staff, locale)} hours of staff time")
    parts.append(f"{_about(one.hours.kilometres, locale)} km by road")
    return ", ".join(parts)


def _known(one: Reach, locale: str) -> Measured:
    told = [f"{number(one.known[known], locale)} {words}" for known, words in KNOWN_WORDS.items() if known in one.known]
    assumed = ""
    if one.assumed:
        verb = "is" if one.assumed == 1 else "are"
        assumed = f"{number(one.assumed, locale)} of {number(one.constituents, locale)} places {verb} assumed"
    return Measured(", ".join(told), assumed)


def _more(hours: float, locale: str) -> str:
    size = _about(abs(hours), locale)
    return SAME_HOURS if size == "0" else f"{size} hours a year {'more' if hours > 0 else 'less'}"


def _range(one: Range, locale: str) -> str:
    return f"5-95 %: {_about(one.low, locale)} to {_about(one.high, locale)}"


def _about(value: float, locale: str) -> str:
    return number(three_figures(value), locale)
