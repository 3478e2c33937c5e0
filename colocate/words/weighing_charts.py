"""What each chart of a weighing shows, in plain sentences: a title that states the finding, and a text alternative."""

from __future__ import annotations

from typing import Literal

from colocate.analysis.weighing.acceptability import Acceptability
from colocate.analysis.weighing.flips import Flip, first_beyond
from colocate.analysis.weighing.judgements import Judged
from colocate.analysis.weighing.scales import Weighable
from colocate.analysis.weighing.shapes import SURE, zones
from colocate.analysis.weighing.triangle import Triangle
from colocate.analysis.weighing.weighing import Weighing
from colocate.case import Case
from colocate.words.money import Finding
from colocate.words.numbers import about, listed, number
from colocate.words.verdict_with_odds import of_hundred
from colocate.words.weighing import flip_words, percent, scale_words, weights_words

Kind = Literal["all", "in order", "in range"]
"""Over which weights options are ranked: all there are, those in the order of the chosen ones, those within limits."""

OVER = {
    "all": "Over all weights there are",
    "in order": "With the order of the weights alone",
    "in range": "With each weight in its range",
}
RANKS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def ranking_of(found: Weighing, kind: Kind) -> Acceptability:
    """Give how options fare over one kind of weights."""
    return {"all": found.anyhow, "in order": found.in_order, "in range": found.in_range}[kind]


def rank_name(place: int) -> str:
    """Name a rank: first, second, and from the ninth on by its number.

    >>> rank_name(0), rank_name(8)
    ('first', '9th')
    """
    return RANKS[place] if place < len(RANKS) else f"{place + 1}th"


def finding_ranks(found: Weighing, kind: Kind, locale: str = "en") -> Finding:
    """Say which option comes first most often over many weights and all futures."""
    table, ranking = found.table, ranking_of(found, kind)
    share, name = max(zip(ranking.first, table.names, strict=True), key=lambda pair: pair[0])
    title = f"{OVER[kind]}, {name} comes first most often: in {of_hundred(share, locale)}"
    parts = [f"Share of {number(ranking.vectors, locale)} weights, each with a future, in which options take a rank."]
    for option, shares in zip(table.names, ranking.ranks.tolist(), strict=True):
        told = [f"{rank_name(place)} in {of_hundred(part, locale)}" for place, part in enumerate(shares)]
        parts.append(f"{option}: {listed(told)}.")
    return Finding(title, " ".join(parts))


def finding_values(found: Weighing, locale: str = "en") -> Finding:
    """Say which option has the most points with the chosen weights, and what they are made of."""
    table, chosen = found.table, found.chosen
    totals = dict(zip(table.options, chosen.totals.tolist(), strict=True))
    first, second = chosen.order[:2]
    lead = number(chosen.lead, locale, 1)
    title = f"{table.name(first)} has most points: {number(totals[first], locale)} of 100, "
    title += f"{lead} more than {table.name(second)}"
    parts = [f"Points of each option: weight x value, added up. Weights: {weights_words(table, chosen, locale)}."]
    for name, total, row in zip(table.names, chosen.totals.tolist(), chosen.parts.tolist(), strict=True):
        told = [f"{number(part, locale, 1)} for {scale.title}" for scale, part in zip(table.scales, row, strict=True)]
        parts.append(f"{name}: {number(total, locale, 1)} points, {listed(told)}.")
    return Finding(title, " ".join(parts))


def finding_curves(case: Case, found: Weighing, locale: str = "en") -> Finding:
    """Say how measures become values: the ends of every scale, and where each option stands."""
    table = found.table
    money = table.scales[table.criteria.index("money")]
    worst, best = scale_words(case, money, locale)
    title = f"From measure to value: Money counts 0 at {worst} and 100 at {best}"
    parts = ["Value of each criterion from its worst end (0) to its best (100), with the options on it."]
    for place, scale in enumerate(table.scales):
        ends = " to ".join(scale_words(case, scale, locale))
        values = table.central_values[:, place].tolist()
        told = [f"{name} {number(value, locale)}" for name, value in zip(table.names, values, strict=True)]
        bend = "" if scale.half == 0.5 else f", half of the worth at {percent(scale.half, locale)} of the way"
        parts.append(f"{scale.title}, {ends}{bend}: {listed(told)}.")
    return Finding(title, " ".join(parts))


def finding_turning(found: Weighing, locale: str = "en") -> Finding:
    """Say which criterion's weight turns the answer soonest, or that none does."""
    table = found.table
    nearest = nearest_turn(found.flips)
    name = table.name(found.chosen.best)
    if nearest is None:
        title = f"{name} stays first, whatever one criterion weighs"
    else:
        flip, turn = nearest
        side = "below" if turn <= flip.weight else "above"
        other = table.name(first_beyond(flip, turn))
        title = f"The answer turns soonest with {table.title(flip.criterion)}: {side} {percent(turn, locale)} "
        title += f"(now {percent(flip.weight, locale)}), {other} comes first"
    parts = ["Who comes first as the weight of one criterion goes from 0 to 100 %, the others in proportion."]
    parts += [flip_words(table, flip, locale) for flip in found.flips]
    return Finding(title, " ".join(parts))


def nearest_turn(flips: tuple[Flip, ...]) -> tuple[Flip, float] | None:
    """Give the criterion whose weight has least far to go until the answer turns, and where; None without."""
    turns = [(flip, turn) for flip in flips for turn in (flip.below, flip.above) if turn is not None]
    return min(turns, key=lambda pair: abs(pair[1] - pair[0].weight), default=None)


def corner_words(table: Weighable, corner: tuple[str, ...]) -> str:
    """Name a corner of the triangle by its criteria."""
    return listed([table.title(name) for name in corner])


def finding_triangle(found: Weighing, locale: str = "en") -> Finding:
    """Say over how much of the triangle of weights each option comes first; for a weighing that has a triangle."""
    table, laid_out = found.table, _triangle(found)
    told = sorted(zones(laid_out, table), key=lambda zone: -zone.part)
    part = percent(told[0].part, locale)
    title = f"{table.name(told[0].option)} comes first over {part} of the triangle of weights"
    corners = [corner_words(table, corner) for corner in laid_out.corners]
    here = [f"{name} {percent(part, locale)}" for name, part in zip(corners, laid_out.here, strict=True)]
    parts = [f"A triangle of weights with the corners {listed(corners)}; each corner is a weight of 100 %."]
    for zone in told:
        sure = len(zone.sure) / (len(zone.sure) + len(zone.unsure))
        parts.append(
            f"{table.name(zone.option)} comes first over {percent(zone.part, locale)} of it; over "
            f"{percent(sure, locale)} of that in at least {of_hundred(SURE, locale)} futures."
        )
    never = [name for option, name in zip(table.options, table.names, strict=True) if not laid_out.first[option]]
    if never:
        parts.append(f"{listed(never)}: nowhere.")
    parts.append(f"These weights: {listed(here)}.")
    return Finding(title, " ".join(parts))


def worth_words(case: Case, found: Weighing, locale: str = "en") -> tuple[tuple[str, str, str], ...]:
    """Say what one point of each criterion is worth at the chosen weights: its title, an amount today, and a year."""
    rows = []
    for one in found.points:
        if one.present_value is None or one.a_year is None:
            words = ("no amount: money has no weight", "no amount")
        else:
            words = (about(one.present_value, case.currency, locale), about(one.a_year, case.currency, locale))
        rows.append((found.table.title(one.criterion), *words))
    return tuple(rows)


def triangle_rows(found: Weighing, locale: str = "en") -> tuple[tuple[str, str, str], ...]:
    """Give each option with its part of the triangle, and the part of that in which it is sure; in the case's order."""
    rows = []
    for zone in zones(_triangle(found), found.table):
        sure = len(zone.sure) / (len(zone.sure) + len(zone.unsure))
        rows.append((found.table.name(zone.option), percent(zone.part, locale), percent(sure, locale)))
    return tuple(rows)


def share_of_best(table: Weighable, one: Judged) -> float:
    """Give the part of the futures in which the option with most points in the central case comes first."""
    return float(one.share_first[table.options.index(one.best)])


def counted_once(case: Case, table: Weighable, locale: str = "en") -> str:
    """Say that money and staff travel each stand in one place of a weighing."""
    worst, best = scale_words(case, table.scales[table.criteria.index("money")], locale)
    said = f"Money stands here once, on its own scale from {worst} (0 points) down to {best} (100 points)."
    if case.travel is None:
        return said
    where, other = ("Money", "Access") if case.travel.shown_in == "money" else ("Access", "Money")
    return f"{said} Travel of our staff is counted in {where}, and not in {other}."


def _triangle(found: Weighing) -> Triangle:
    if found.triangle is None:
        raise ValueError("a triangle needs money, access, and a third criterion")
    return found.triangle
