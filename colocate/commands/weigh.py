"""A weighing for a terminal: the plain table, then no weights, then the weights asked about, then several people's."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence

import numpy as np

from colocate.analysis.odds import range_of
from colocate.analysis.odds_in_words import futures_in_words
from colocate.analysis.weighing import in_words as words
from colocate.analysis.weighing.acceptability import Acceptability
from colocate.analysis.weighing.scales import Scale, Weighable
from colocate.analysis.weighing.whole import Weighing
from colocate.casefile.faults import did_you_mean
from colocate.commands.layout import Align, table, terminal_width, titled, wrapped
from colocate.criteria import step_words
from colocate.futures import Futures
from colocate.quantity import Array
from colocate.wording import about, number, percent

SUM = "Sum"
WRAP: Align = "wrap"
RIGHT: Align = "right"


def weights_argument(command: argparse.ArgumentParser) -> None:
    """Let a command take weights."""
    command.add_argument(
        "--weights",
        type=weights_of,
        metavar="NAME=POINTS,...",
        help="points for the swing of each criterion, for example money=40,access=30,mandate=20,government=10",
    )


def weights_of(text: str) -> dict[str, float]:
    """Read points for each criterion; ArgumentTypeError, in words, for what cannot be read."""
    found: dict[str, float] = {}
    for part in text.split(","):
        name, equals, points = (one.strip() for one in part.partition("="))
        if not equals or not name:
            raise argparse.ArgumentTypeError(f'"{part[:60]}" is not NAME=POINTS, for example money=40')
        if name in found:
            raise argparse.ArgumentTypeError(f'"{name[:60]}" stands twice')
        try:
            found[name] = float(points)
        except ValueError:
            raise argparse.ArgumentTypeError(f'{name[:60]}: "{points[:60]}" is not a number') from None
        if not np.isfinite(found[name]) or found[name] < 0.0:
            raise argparse.ArgumentTypeError(f"{name[:60]}: {points[:60]} is not a number of 0 or more")
    if sum(found.values()) <= 0.0:
        raise argparse.ArgumentTypeError("at least one criterion must have points above 0")
    return found


def fault_of(weights: Mapping[str, float], criteria: Sequence[str]) -> str:
    """Say what is wrong with weights for these criteria; empty where nothing is. Each criterion must be named."""
    for name in weights:
        if name not in criteria:
            return f'--weights: "{name[:60]}" is no criterion of this case. {did_you_mean(name, list(criteria))}'
    missing = [name for name in criteria if name not in weights]
    if missing:
        return f"--weights: {', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing. Write 0 for no weight."
    return ""


def report(futures: Futures, found: Weighing) -> str:
    """Write a weighing in lines that fit the terminal."""
    width, weighed = terminal_width(), found.table
    parts = [
        titled(futures.case.title, width),
        *_plain(futures, weighed, width),
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


def _plain(futures: Futures, weighed: Weighable, width: int) -> list[str]:
    """Write what every option measures on every criterion, with its range; nothing is weighed here."""
    rows = []
    for place, name in enumerate(weighed.names):
        cells = [_measure(futures, weighed, place, number_of) for number_of in range(len(weighed.scales))]
        rows.append((name, *cells))
    headings = ("Option", *(scale.title for scale in weighed.scales))
    aligned = (WRAP,) * len(headings)
    said = "Side by side, not weighed (most likely value; 90 of 100 futures between):"
    return ["", wrapped(said, width), table(headings, rows, aligned, width), ""]


def _measure(futures: Futures, weighed: Weighable, place: int, criterion: int) -> str:
    scale, drawn = weighed.scales[criterion], range_of(weighed.measures[place, criterion])
    middle = _amount(futures, scale, float(weighed.central[place, criterion]))
    if drawn.low == drawn.high:
        return middle
    low, high = _amount(futures, scale, drawn.low), _amount(futures, scale, drawn.high)
    return f"{middle} ({low} to {high})"


def _amount(futures: Futures, scale: Scale, value: float) -> str:
    if scale.criterion == "money":
        return about(value, futures.case.currency).replace("\xa0", " ")
    if scale.criterion == "government":
        return step_words(value)
    return number(value)


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
        (name, *(percent(share, digits=0) for share in found.ranks[place].tolist()))
        for place, name in enumerate(weighed.names)
    ]


def _centre_rows(weighed: Weighable, found: Acceptability) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for name, centre, sure in zip(weighed.names, found.central_weights, found.confidence, strict=True):
        if centre is None or sure is None:
            rows.append((f"{name} (never first)", *("-" for _ in weighed.scales), "-"))
        else:
            rows.append((name, *(percent(one, digits=0) for one in centre), percent(sure, digits=0)))
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


def _percents(weights: Array) -> list[str]:
    return [percent(one, digits=0) for one in weights.tolist()]


def _drawn(found: Weighing) -> str:
    return f"Weights: {number(found.anyhow.vectors)} sets drawn over all that are possible, jointly with the futures."
