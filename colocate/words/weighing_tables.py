"""The tables of a weighing, in words: a title, headings, and cells; for the page and the command line alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from colocate.analysis.rounding import rounded_parts
from colocate.analysis.weighing.weighing import Weighing
from colocate.words.judgements import shown_lead
from colocate.words.language import ENGLISH, Language
from colocate.words.naming import short_name
from colocate.words.weighing_charts import ranking_of
from colocate.words.weighing_names import (
    criterion_title,
    each_of_hundred,
    each_percent,
    ends_of,
    labels,
    points,
    ranks_of_hundred,
    titles,
    whose,
)
from colocate.words.weighing_triangle import triangle_rows

NONE = "-"


class Entry(NamedTuple):
    """A cell: its words, and a smaller second line."""

    words: str
    below: str = ""


@dataclass(frozen=True)
class Table:
    """A table in words; its first column holds the headings of the rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Entry, ...], ...]


def ranks_table(found: Weighing, language: Language = ENGLISH) -> Table:
    """Tell how often each option takes each rank over all weights."""
    names = labels(found.table)
    ranks = (language.say("Rank {rank}", rank=language.number(place + 1)) for place in range(len(names)))
    columns = (language.say("Option"), *ranks)
    rows = tuple(
        (Entry(name), *(Entry(share) for share in row))
        for name, row in zip(names, ranks_of_hundred(found.anyhow, language), strict=True)
    )
    return Table(language.say("Ranks of each option over all weights"), columns, rows)


def centres_table(found: Weighing, language: Language = ENGLISH) -> Table:
    """Tell the weights of those who would choose each option, and how sure they could be of it."""
    table, ranking = found.table, found.anyhow
    firsts = each_of_hundred(ranking.first, language)
    rows = []
    for place, name in enumerate(labels(table)):
        centre, sure = ranking.central_weights[place], ranking.confidence[place]
        if centre is None or sure is None:
            cells = (language.say("never first"), *(NONE for _scale in table.scales), NONE)
        else:
            cells = (firsts[place], *each_percent(centre, language), each_of_hundred([sure, 1.0 - sure], language)[0])
        rows.append((Entry(name), *(Entry(words) for words in cells)))
    columns = (
        language.say("Option"),
        language.say("First, over all weights"),
        *titles(table, language),
        language.say("First at these weights"),
    )
    return _with_odds(Table(language.say("Central weights of each option"), columns, tuple(rows)), found)


def points_table(found: Weighing, language: Language = ENGLISH) -> Table:
    """Tell the points of each option with the chosen weights, the parts that add up to them, and the futures."""
    table, chosen = found.table, found.chosen
    weights = each_percent(chosen.weights, language)
    firsts = each_of_hundred(chosen.share_first.tolist(), language)
    columns = (
        language.say("Option"),
        language.say("Sum"),
        *(
            language.say("{criterion}, weight {weight}", criterion=title, weight=weight)
            for title, weight in zip(titles(table, language), weights, strict=True)
        ),
        language.say("First, in futures"),
    )
    rows = []
    for place, name in enumerate(labels(table)):
        parts = rounded_parts(chosen.parts[place].tolist(), digits=1)
        told = [
            Entry(points(part, language), language.say("value {value}", value=points(value, language)))
            for part, value in zip(parts, table.expected_values[place].tolist(), strict=True)
        ]
        rows.append((Entry(name), Entry(points(sum(parts), language)), *told, Entry(firsts[place])))
    title = language.say("Points by option and criterion: weight x value")
    return _with_odds(Table(title, columns, tuple(rows)), found)


def worths_table(found: Weighing, language: Language = ENGLISH) -> Table:
    """Tell what one point of each criterion is worth in money at the chosen weights, today and every year."""
    case = found.table.case
    columns = (
        language.say("One point of"),
        language.say("Is worth, in today's money"),
        language.say("The same, every year"),
    )
    rows = []
    for one in found.points:
        if one.present_value is None or one.a_year is None:
            words = language.say("no amount: money has no weight"), language.say("no amount")
        else:
            words = language.about(one.present_value, case.currency), language.about(one.a_year, case.currency)
        rows.append((Entry(criterion_title(case, one.criterion, language)), *(Entry(said) for said in words)))
    return Table(language.say("Worth of a point in money"), columns, tuple(rows))


def kinds_table(found: Weighing, language: Language = ENGLISH) -> Table:
    """Tell how often each option comes first over all weights, in order only, and in ranges."""
    shares = [each_of_hundred(ranking_of(found, kind).first, language) for kind in ("all", "in order", "in range")]
    rows = tuple(
        (Entry(name), *(Entry(told[place]) for told in shares)) for place, name in enumerate(labels(found.table))
    )
    columns = (
        language.say("Comes first"),
        language.say("Over all weights"),
        language.say("In this order only"),
        language.say("With weights in these ranges"),
    )
    return Table(language.say("Who comes first over many weights"), columns, rows)


def triangle_table(found: Weighing, language: Language = ENGLISH) -> Table:
    """Tell over how much of the triangle each option comes first; for a weighing that has a triangle."""
    columns = (
        language.say("First over the triangle"),
        language.say("Part of it"),
        language.say("Of that, sure (in 90 of 100 futures or more)"),
    )
    rows = tuple(tuple(Entry(words) for words in row) for row in triangle_rows(found, language))
    return _with_odds(Table(language.say("Who comes first over the triangle of weights"), columns, rows), found)


def values_table(found: Weighing, language: Language = ENGLISH) -> Table:
    """Tell every option's value on every scale, with the scale's ends."""
    table = found.table
    rows = []
    for place, scale in enumerate(table.scales):
        worst, best = ends_of(table.case, scale, language)
        ends = language.say("{worst} to {best}", worst=worst, best=best)
        values = table.expected_values[:, place].tolist()
        title = criterion_title(table.case, scale.criterion, language)
        rows.append((Entry(title, ends), *(Entry(points(value, language)) for value in values)))
    columns = (language.say("Value, 0 to 100"), *labels(table))
    return Table(language.say("Values by criterion and option"), columns, tuple(rows))


def people_table(found: Weighing, language: Language = ENGLISH) -> Table:
    """Tell the weights of everyone asked beside each other, whom they put first, and what they rest on."""
    several, table = found.several, found.table
    weights = [each_percent(one.weights, language) for one in several]
    rows = [
        (Entry(title), *(Entry(told[place]) for told in weights)) for place, title in enumerate(titles(table, language))
    ]
    leads = [language.say("{points} points", points=points(shown_lead(one), language)) for one in several]
    first = (Entry(short_name(table.case, one.best)) for one in several)
    rows.append((Entry(language.say("Puts first")), *first))
    rows.append((Entry(language.say("By")), *(Entry(lead) for lead in leads)))
    if table.varies:
        shares = [
            each_of_hundred([one.share_of(one.best), 1.0 - one.share_of(one.best)], language)[0] for one in several
        ]
        told = (language.say("{share} futures", share=share) for share in shares)
        rows.append((Entry(language.say("First in")), *(Entry(words) for words in told)))
    sources = (one.source or language.say("asked here") for one in several)
    rows.append((Entry(language.say("Source")), *(Entry(words) for words in sources)))
    columns = (language.say("Weight of"), *(whose(one, language) for one in several))
    return Table(language.say("Weights of several people"), columns, tuple(rows))


def _with_odds(table: Table, found: Weighing) -> Table:
    """Leave out the last column, which counts futures, where there is one future only."""
    if found.table.varies:
        return table
    return Table(table.title, table.columns[:-1], tuple(row[:-1] for row in table.rows))
