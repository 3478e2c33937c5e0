"""A weighing for a terminal: the plain table, then no weights, then the weights asked about, then several people's."""

from __future__ import annotations

from colocate.analysis.weighing.acceptability import Acceptability
from colocate.analysis.weighing.scales import Weighable
from colocate.analysis.weighing.weighing import Weighing
from colocate.commands.layout import Align, table, terminal_width, titled, wrapped
from colocate.model.futures import Futures
from colocate.quantity import Array
from colocate.words import weighing as words
from colocate.words.numbers import number, percent
from colocate.words.plain_table import plain_table
from colocate.words.verdict_with_odds import futures_in_words

SUM = "Sum"
WRAP: Align = "wrap"
RIGHT: Align = "right"


def report(futures: Futures, found: Weighing) -> str:
    """Write a weighing in lines that fit the terminal."""
    width, weighed = terminal_width(), found.table
    parts = [
        titled(futures.case.title, width),
        *_plain(futures, width),
        *(wrapped(one, width) for one in words.dominance_words(weighed, found.dominances)),
        *(wrapped(f"- {one}", width) for one in words.cautions_of_weighing(found)),
        *_without_weights(found, width),
        *_chosen(futures, found, width),
        *_flips(found, width),
        *_several(found, width),
        "",
        wrapped(f"{futures_in_words(futures.draws, futures.seed)} {_drawn(found)}", width),
    ]
    return "\n".join(parts)


def _plain(futures: Futures, width: int) -> list[str]:
    """Write the plain table, options that fail a gate too: what explains a cell stands below it."""
    rows: list[tuple[str, ...]] = []
    for row in plain_table(futures):
        rows.append((row.title, *(words.replace("\xa0", " ") for words, _below in row.cells)))
        if any(below for _words, below in row.cells):
            rows.append(("", *(f"  {below}".replace("\xa0", " ") if below else "" for _words, below in row.cells)))
    headings = ("Criterion", *(option.name for option in futures.options))
    said = "Side by side, not weighed (most likely value; below it the range of 90 of 100 futures):"
    return ["", wrapped(said, width), table(headings, rows, (WRAP,) * len(headings), width), ""]


def _without_weights(found: Weighing, width: int) -> list[str]:
    said = [words.without_weights(found), words.in_order_words(found), words.in_range_words(found)]
    rows = [*_rank_rows(found.table, found.anyhow)]
    ranks = [f"Rank {place}" for place in range(1, len(found.table.options) + 1)]
    centres = [f"{scale.title}" for scale in found.table.scales]
    headings = ("Option", *ranks)
    return [
        "",
        "Without weights",
        wrapped(said[0], width),
        table(headings, rows, (WRAP, *(RIGHT for _ in ranks)), width),
        "",
        wrapped(
            "Who would choose it: the mean of all weights that put an option first, and how sure it is there.", width
        ),
        table(
            ("Option", *centres, "First in futures"),
            _centre_rows(found.table, found.anyhow),
            (WRAP, *(RIGHT for _ in centres), RIGHT),
            width,
        ),
        "",
        *(wrapped(one, width) for one in said[1:]),
    ]


def _rank_rows(weighed: Weighable, found: Acceptability) -> list[tuple[str, ...]]:
    return [
        (name, *(_share(share) for share in found.ranks[place].tolist())) for place, name in enumerate(weighed.names)
    ]


def _centre_rows(weighed: Weighable, found: Acceptability) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for name, centre, sure in zip(weighed.names, found.central_weights, found.confidence, strict=True):
        if centre is None or sure is None:
            rows.append((f"{name} (never first)", *("-" for _ in weighed.scales), "-"))
        else:
            rows.append((name, *(percent(one, digits=0) for one in centre), _share(sure)))
    return rows


def _chosen(futures: Futures, found: Weighing, width: int) -> list[str]:
    """Write the additive value of each option with its parts, and what the weights say of money."""
    weighed, chosen = found.table, found.chosen
    rows = [
        (
            weighed.name(option),
            *(number(part, digits=1) for part in chosen.parts[weighed.options.index(option)].tolist()),
            number(float(chosen.totals[weighed.options.index(option)]), digits=1),
        )
        for option in chosen.order
    ]
    headings = ("Option", *(scale.title for scale in weighed.scales), SUM)
    scales = [
        f"{scale.title}: from {worst} (0) to {best} (100)."
        for scale in weighed.scales
        for worst, best in [words.scale_words(futures.case, scale)]
    ]
    return [
        "",
        f"{chosen.name}: {words.weights_words(weighed, chosen)}",
        wrapped(words.headline(found), width),
        table(headings, rows, (WRAP, *(RIGHT for _ in headings[1:])), width),
        wrapped(f"Each part is weight x value. {' '.join(scales)}", width),
        wrapped(words.way_worth_words(futures.case, weighed, found.ways), width),
        *(wrapped(f"- {words.contradiction_words(weighed, one)}", width) for one in chosen.contradictions),
    ]


def _flips(found: Weighing, width: int) -> list[str]:
    heading = "Where the answer turns (the other weights keep their proportions)"
    return [
        "",
        wrapped(heading, width),
        *(wrapped(f"- {words.flip_words(found.table, one)}", width) for one in found.flips),
    ]


def _several(found: Weighing, width: int) -> list[str]:
    """Write several people's weights side by side, and where they part."""
    weighed = found.table
    if len(found.several) < 2:
        return []
    rows = [(one.name, *_percents(one.weights), weighed.name(one.best), one.source) for one in found.several]
    headings = ("Whose", *(scale.title for scale in weighed.scales), "First", "Source")
    aligned = (WRAP, *(RIGHT for _ in weighed.scales), WRAP, WRAP)
    return [
        "",
        "Several judgements",
        table(headings, rows, aligned, width),
        *(wrapped(f"- {one}", width) for one in words.parting_words(weighed, found)),
    ]


def _share(share: float) -> str:
    """Write a share as per cent; none and all only where that is so."""
    if 0.0 < share < 0.005 or 0.995 <= share < 1.0:
        return "<1 %" if share < 0.5 else ">99 %"
    return percent(share, digits=0)


def _percents(weights: Array) -> list[str]:
    return [percent(one, digits=0) for one in weights.tolist()]


def _drawn(found: Weighing) -> str:
    return f"Weights: {number(found.anyhow.vectors)} sets drawn over all that are possible, jointly with the futures."
