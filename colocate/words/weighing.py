"""What weighing says, in plain sentences: for the page, the command line and the export alike."""

from __future__ import annotations

from colocate.analysis.weighing.acceptability import Acceptability
from colocate.analysis.weighing.dominance import Dominance
from colocate.analysis.weighing.flips import Flip, first_beyond
from colocate.analysis.weighing.judgements import Judged, Parting
from colocate.analysis.weighing.scales import Scale, Weighable
from colocate.analysis.weighing.trade_offs import WayWorth
from colocate.analysis.weighing.weighing import LEAST_PART, Weighing
from colocate.analysis.weighing.weights import Contradiction
from colocate.case import Case
from colocate.words.numbers import about, listed, number
from colocate.words.numbers import percent as percent_of
from colocate.words.verdict_with_odds import of_hundred

COUNTS = {2: "both", 3: "all three", 4: "all four"}
CLOSE_POINTS = 2.0
"""A lead of fewer points of 100 is no lead to rely on."""


def percent(fraction: float, locale: str = "en", digits: int = 0) -> str:
    """Write a weight as per cent, its sign kept on the same line."""
    return percent_of(fraction, locale, digits).replace(" %", "\xa0%")


def headline(found: Weighing, locale: str = "en") -> str:
    """Say who comes first with the weights asked about, by how much, and how sure that is."""
    chosen, table = found.chosen, found.table
    first, second = chosen.order[:2]
    total = float(chosen.totals[table.options.index(first)])
    share = float(chosen.share_first[table.options.index(first)])
    if chosen.asked == "nobody":
        start = "If going from worst to best counts alike on every criterion"
    else:
        start = "With these weights" if chosen.name == "Your weights" else f"With the weights of {chosen.name}"
    far = "only " if chosen.lead < CLOSE_POINTS else ""
    return (
        f"{start}, {table.name(first)} comes first: {number(total, locale)} of 100 points, "
        f"{far}{number(chosen.lead, locale, 1)} more than {table.name(second)}; "
        f"first in {of_hundred(share, locale)} futures."
    )


def without_weights(found: Weighing, locale: str = "en") -> str:
    """Say who comes first over all weights there are."""
    table, shares = found.table, found.anyhow.first
    ranked = sorted(zip(shares, table.names, strict=True), key=lambda pair: -pair[0])
    told = listed([f"{name} in {of_hundred(share, locale)}" for share, name in ranked if share > 0])
    never = [name for share, name in ranked if share == 0]
    end = f"; {listed(never)} never" if never else ""
    return f"Of all weights there are, with all futures: first is {told}{end}."


def in_order_words(found: Weighing, locale: str = "en") -> str:
    """Say who comes first over all weights that keep the order of those asked about."""
    table = found.table
    if len(found.order) == 1:
        return "The weights stand in no order: every criterion counts alike, so all weights are possible."
    order = ", then ".join(listed([table.title(name) for name in group]) for group in found.order)
    return f"If only the order counts ({order}): {_leaders(table, found.in_order, locale)}."


def in_range_words(found: Weighing, locale: str = "en") -> str:
    """Say who comes first over weights within limits, and what the limits are."""
    table = found.table
    limits = [
        f"{scale.title} {percent(low, locale, 0)} to {percent(high, locale, 0)}"
        for scale, low, high in zip(table.scales, found.lowest.tolist(), found.highest.tolist(), strict=True)
    ]
    several = len(found.several) > 1
    whose = "between the lowest and the highest of all judgements" if several else _half_as_much(locale)
    return f"If each weight may lie {whose} ({listed(limits)}): {_leaders(table, found.in_range, locale)}."


def dominance_words(table: Weighable, found: tuple[Dominance, ...], locale: str = "en") -> tuple[str, ...]:
    """Say which options are at least as good as others on every criterion, or that none is."""
    if not found:
        return ("No option is at least as good as another on every criterion: weights decide.",)
    everything = COUNTS.get(len(table.criteria), "every one of the")
    told = []
    for one in found:
        if len(one.better) == len(table.criteria):
            how = f"is better than {table.name(one.over)} on {everything} criteria"
        else:
            where = listed([table.title(name) for name in one.better])
            how = f"is at least as good as {table.name(one.over)} on {everything} criteria, and better on {where}"
        told.append(f"{table.name(one.option)} {how} (in {of_hundred(one.share, locale)} futures).")
    return tuple(told)


def way_worth_words(case: Case, table: Weighable, ways: tuple[WayWorth, ...], locale: str = "en") -> str:
    """Say what the weights make ten minutes of one group's way worth, and ask whether that is meant."""
    priced = [one for one in ways if one.option == case.baseline.id and one.a_year is not None]
    priced = priced or [one for one in ways if one.a_year is not None]
    if not ways:
        return "Access is not weighed here, so no minute has a price."
    if not priced:
        return "Money has no weight here: these weights say that no amount makes up for a minute. Do you mean that?"
    most = max(priced, key=lambda one: one.a_year or 0.0)
    amount = about(most.a_year or 0.0, case.currency, locale)
    minutes = number(most.minutes, locale)
    return (
        f"These weights say that {minutes} minutes more on every way for {most.group} ({table.name(most.option)}) "
        f"would be worth avoiding for {amount} a year. Do you mean that?"
    )


def flip_words(table: Weighable, flip: Flip, locale: str = "en") -> str:
    """Say at which weight of a criterion another option comes first, or that none does."""
    title, today = table.title(flip.criterion), percent(flip.weight, locale, 0)
    parts = []
    if flip.below is not None:
        parts.append(f"below {percent(flip.below, locale, 0)} {table.name(first_beyond(flip, flip.below))}")
    if flip.above is not None:
        parts.append(f"above {percent(flip.above, locale, 0)} {table.name(first_beyond(flip, flip.above))}")
    if not parts:
        return f"{title}, now {today}: no weight of it changes who comes first."
    return f"{title}, now {today}: {', and '.join(parts)} would come first."


def parting_words(table: Weighable, found: Weighing, locale: str = "en") -> tuple[str, ...]:
    """Say whether those who were asked put the same option first, and where they part."""
    several = found.several
    if len(several) < 2:
        return ()
    if not found.partings:
        everyone = "Both" if len(several) == 2 else f"All {number(len(several), locale)}"
        return (f"{everyone} put {table.name(several[0].best)} first.",)
    return tuple(_parted(table, one, locale) for one in found.partings)


def contradiction_words(table: Weighable, one: Contradiction, locale: str = "en") -> str:
    """Say which choice does not fit the weights."""
    first, second = table.title(one.first), table.title(one.second)
    implied = "without end" if one.implied == float("inf") else f"{number(one.implied, locale, 1)} times"
    return (
        f"You said that the swing of {first} is worth {number(one.said, locale, 2)} times that of {second}; "
        f"the weights make it {implied}. Which do you mean?"
    )


def scale_words(case: Case, scale: Scale, locale: str = "en") -> tuple[str, str]:
    """Say what the worst and the best end of a scale are."""
    if scale.criterion == "money":
        return about(scale.worst, case.currency, locale), about(scale.best, case.currency, locale)
    worst, best = (f"{number(end, locale)} points" for end in (scale.worst, scale.best))
    return scale.worst_words or worst, scale.best_words or best


def cautions_of_weighing(found: Weighing) -> tuple[str, ...]:
    """Say what the reader of a weighing must know: what is left out, what no score buys off, what is off the scale."""
    table, said = found.table, []
    if table.failing:
        verb = "fails a gate and is" if len(table.failing) == 1 else "fail a gate and are"
        said.append(f"{listed(list(table.failing))} {verb} not weighed: no score buys a gate off.")
    if table.left_out:
        said.append(f"Not weighed, because the case does not say it for every option: {listed(list(table.left_out))}.")
    if table.beyond:
        said.append(
            f"{listed(list(table.beyond))}: the cost lies beyond the ends of the money scale. "
            "State ends in the case that hold every option."
        )
    if found.chosen.asked == "nobody":
        said.append("Nobody has been asked yet: equal swings are a start, not a judgement.")
    return tuple(said)


def weights_words(table: Weighable, one: Judged, locale: str = "en") -> str:
    """Write the weights of a judgement in per cent."""
    parts = zip(table.scales, one.weights.tolist(), strict=True)
    return listed([f"{scale.title} {percent(weight, locale, 0)}" for scale, weight in parts])


def _leaders(table: Weighable, found: Acceptability, locale: str) -> str:
    ranked = sorted(zip(found.first, table.names, strict=True), key=lambda pair: -pair[0])
    return f"first is {listed([f'{name} in {of_hundred(share, locale)}' for share, name in ranked if share > 0])}"


def _parted(table: Weighable, one: Parting, locale: str) -> str:
    weights = f"{percent(one.first_weight, locale, 0)} against {percent(one.second_weight, locale, 0)}"
    return (
        f"{one.first} puts {table.name(one.first_best)} first, {one.second} {table.name(one.second_best)}. "
        f"They differ most on {table.title(one.criterion)}: {weights}."
    )


def _half_as_much(locale: str) -> str:
    half = percent(LEAST_PART, locale, 0)
    return f"from {half} less to {half} more than it is"
