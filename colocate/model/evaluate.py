"""Evaluate a case: the one place where costs, access and criteria meet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Mapping
from contextlib import closing
from types import MappingProxyType
from typing import overload

import numpy as np

from colocate.case import Case
from colocate.case.replacing import with_figures
from colocate.draws.sampling import SEED, checked_draws, sample
from colocate.model.access import OptionAccess, option_access, option_ways
from colocate.model.bundles import add_up
from colocate.model.costs import common_of, option_lines
from colocate.model.costs.premises import stay_of
from colocate.model.costs.travel import TravelNeed
from colocate.model.criteria import fits, gates_of, government_of, mandate_of
from colocate.model.expected import OptionMeans, area_in_use, names_of, stay_means
from colocate.model.finite import check_finite
from colocate.model.futures import Futures, OptionFutures, allocate, with_ways, write_block
from colocate.model.outcome import OptionOutcome, Outcome
from colocate.model.prices import prices_of
from colocate.model.totals import books_of
from colocate.model.workers import in_order
from colocate.quantity import Array
from colocate.stopping import looking

BLOCK = 4096
"""Draws worked out at once: enough that Python's own work is small beside numpy's, few enough for the cache."""

BLOCK_BYTES = 200e6
"""What a block may take of a large case, one figure by year and draw for each that the case states: several times that
is held while it is worked out, and two are worked out at once."""

LEAST_BLOCK = 256
"""Fewer draws than this take as long as this many: Python's own work is most of it."""

Progress = Callable[[float], None]

NOT_REACHED: Mapping[str, OptionAccess] = MappingProxyType({})
"""What is known of the ways to options before any is worked out."""


@overload
def evaluate(case: Case) -> Outcome: ...


@overload
def evaluate(case: Case, draws: None, seed: None = None) -> Outcome: ...


@overload
def evaluate(case: Case, draws: int, seed: int | None = None) -> Futures: ...


def evaluate(case: Case, draws: int | None = None, seed: int | None = None) -> Outcome | Futures:
    """Work out every option of a case, in money, access, mandate and the government's wish.

    Without `draws`: the central case, every figure at its mode, with every line of cost. With `draws`: the same
    figures in that many possible futures (1 to 131,072), drawn over the ranges; `seed` (0 or above, 1 unless told)
    fixes them to the last bit. TypeError or ValueError, in words, for draws or a seed that cannot be used; CaseError,
    which names the option and the line, for a figure that comes out without end.
    """
    if draws is None:
        if seed is not None:
            raise ValueError("a seed has no meaning without draws: say how many")
        return work_out(case)
    return futures_of(case, draws, SEED if seed is None else seed)


def futures_of(
    case: Case,
    draws: int,
    seed: int = SEED,
    progress: Progress | None = None,
    central: Outcome | None = None,
    known: Collection[OptionFutures] = (),
    reached: Mapping[str, OptionAccess] = NOT_REACHED,
) -> Futures:
    """Work a case out over draws, a block at a time; `progress` is told the part done.

    `central` is the case's central outcome, where there is one already. `known` has what is known of options already,
    over the same draws (`model.influence.unchanged` tells which those are); only the others are worked out. `reached`
    has the ways to options, by id, where they are known over the same draws (`model.influence.left_alone`); they
    are taken where all draws are worked out at once.
    """
    draws, seed = checked_draws(draws, seed)
    figures = sample(case, draws, seed)
    found = {option.id: option for option in known}
    others = [option.id for option in case.options if option.id not in found]
    with closing(_blocks(case, figures, draws, others, reached)) as blocks:
        for place, block in blocks:
            for option in looking(block):
                room = found.get(option.id) or found.setdefault(option.id, allocate(option, draws))
                write_block(option, room, place)
            if progress is not None:
                progress(place.stop / draws)
    if draws > block_of(case):
        drawn = with_figures(case, figures)
        found |= {one: with_ways(found[one], option_ways(drawn, drawn.option(one))) for one in looking(others)}
    options = tuple(found[option.id] for option in case.options)
    central = work_out(case) if central is None else central
    return Futures(central=central, draws=draws, seed=seed, figures=figures, options=options)


def block_of(case: Case) -> int:
    """Give how many draws of a case are worked out at once: fewer, by halves, where it has many figures and years."""
    each, block = len(case.quantities) * case.horizon_years * np.float64().nbytes, BLOCK
    while block > LEAST_BLOCK and block * each > BLOCK_BYTES:
        block //= 2
    return block


def _blocks(
    case: Case, figures: Mapping[str, Array], draws: int, wanted: Collection[str], reached: Mapping[str, OptionAccess]
) -> Generator[tuple[slice, tuple[OptionFutures, ...]]]:
    """Work blocks of draws out: in order, and each the same whether it was worked out beside another or alone."""
    if not wanted:
        return
    block = block_of(case)
    places = [slice(start, min(start + block, draws)) for start in range(0, draws, block)]

    reached = reached if len(places) == 1 else NOT_REACHED

    def work(place: slice) -> tuple[OptionFutures, ...]:
        return over_draws(case, {path: values[place] for path, values in figures.items()}, wanted, reached)

    if len(places) == 1:
        yield places[0], work(places[0])
        return
    with closing(in_order(work, places)) as results:
        yield from zip(places, results, strict=True)


def over_draws(
    case: Case,
    figures: Mapping[str, Array],
    wanted: Collection[str] | None = None,
    reached: Mapping[str, OptionAccess] = NOT_REACHED,
) -> tuple[OptionFutures, ...]:
    """Work options out with arrays in place of figures (by path, in the model's unit, shape `(draws,)`).

    The arrays go through the very same functions as single figures. What no figure touches has one column. `wanted` has
    the ids of the options asked for; all of them unless told. `reached` as in `work_out`.
    """
    drawn = with_figures(case, figures)
    return tuple(
        OptionFutures(
            option=case.option(option.id),
            money=option.money,
            present_by_payer=option.present_by_payer,
            one_off_by_year=option.one_off_by_year,
            access=option.access,
            fits=fits(drawn, option.stay),
            means=_means_of(option, case.horizon_years),
        )
        for option in work_out(drawn, with_means=True, wanted=wanted, reached=reached).options
    )


def _means_of(option: OptionOutcome, years: int) -> OptionMeans:
    """Give the means over the draws of what is not kept by draw."""
    return OptionMeans(
        names=names_of(option.lines),
        lines=option.line_means,
        stay=stay_means(option.stay),
        area=area_in_use(option.stay, years).mean(axis=1),
    )


@np.errstate(over="ignore", invalid="ignore", divide="ignore")  # told in words by `check_finite`
def work_out(
    case: Case,
    *,
    with_means: bool = False,
    wanted: Collection[str] | None = None,
    reached: Mapping[str, OptionAccess] = NOT_REACHED,
) -> Outcome:
    """Work options out with the figures that stand in the case, whether single ones or arrays.

    With means: with the mean of every line over the draws. `wanted` has the ids of the options asked for; all of them
    unless told. `reached` has what is known already of the ways to options, by their ids, over the same draws.
    """
    prices = prices_of(case)
    asked = [option for option in case.options if wanted is None or option.id in wanted]
    stays = [stay_of(case, option) for option in asked]
    places = {place.id: place for stay in stays for place in (stay.option, stay.left) if place is not None}
    ways = {id_: reached.get(id_) or option_access(case, place) for id_, place in looking(places.items())}
    nothing = TravelNeed(0.0, 0.0)
    needs = {option: nothing if access is None else access.travel for option, access in ways.items()}
    common = common_of(case, prices, needs)
    options = []
    for option, stay in looking(zip(asked, stays, strict=True)):
        lines = option_lines(case, stay, common)
        added = add_up(lines, prices, with_means=with_means)
        check_finite(option.id, lines, added.sums.values(), ways[option.id])
        mandate = mandate_of(case, option)
        options.append(
            OptionOutcome(
                option=option,
                stay=stay,
                lines=lines,
                money=books_of(added.sums, prices),
                present_by_payer={pair: part.present_value for pair, part in added.sums.items()},
                one_off_by_year=added.one_off_by_year,
                line_means=added.means,
                access=ways[option.id],
                mandate=mandate,
                government=government_of(option),
                gates=gates_of(case, stay, mandate),
            )
        )
    return Outcome(case=case, prices=prices, options=tuple(options))
