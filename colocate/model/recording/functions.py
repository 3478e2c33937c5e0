"""What numpy's functions mean to recorded arrays: which make a formula, and which only lay figures out anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from colocate.model.recording.arrays import (
    Cells,
    Recorded,
    as_list,
    cells_of,
    code_of_formula,
    each,
    known_cells,
    layout_of,
    made,
    packed,
    plain_of,
    running,
    summed,
    tape_of,
)
from colocate.model.recording.nodes import Layout, Node, Tape


def _where(chosen: Any, one: Any, other: Any) -> Any:
    values = (chosen, one, other)
    tape = tape_of(values)
    value = np.where(plain_of(chosen), plain_of(one), plain_of(other))
    layout, parts = layout_of(values, value.shape)
    operands = [np.broadcast_to(cells_of(tape, part), value.shape) for part in values]
    quotients = _safe_quotients(operands[0].ravel().tolist(), operands[1].ravel().tolist())
    if quotients is not None:
        above, below = (packed(of, value.shape) for of in quotients)
        return each(tape, "ratio", [operands[0], above, below, operands[2]], value, layout, parts)
    return each(tape, "if", operands, value, layout, parts)


def _safe_quotients(conditions: list[Node], figures: list[Node]) -> tuple[list[Node], list[Node]] | None:
    """Give what stands above and below the line of figures that are divided by one made safe by the same condition.

    A cell's own condition sees to it that nothing is divided by 0, so that it needs no safe figure to divide by.
    """
    above, below = [], []
    for condition, figure in zip(conditions, figures, strict=True):
        if figure.name != "/" or figure.of[1].name != "if" or figure.of[1].of[0] is not condition:
            return None
        above.append(figure.of[0])
        below.append(figure.of[1].of[1])
    return above, below


def _clip(array: Any, least: Any, most: Any) -> Any:
    return np.minimum(np.maximum(array, least), most)


def _sum(array: Any, axis: Any = None, **named: Any) -> Any:
    return summed(tape_of([array]), array, axis, np.sum(plain_of(array), axis=axis, **named))


def _running(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
    def done(array: Any, axis: int = 0) -> Any:
        return running(tape_of([array]), name, array, work(plain_of(array), axis=axis))

    return done


def _einsum(how: str, one: Any, other: Any) -> Any:
    """Add products up over the second axis: the one sum of products that the model writes so."""
    if how != "ji...,i...->j...":
        raise NotImplementedError(how)
    return (one * other).sum(axis=1)


def _joined(work: Callable[..., Any]) -> Callable[..., Any]:
    """Put arrays together, and their nodes; single figures become a list of which each may be looked up."""

    def done(arrays: Any, **named: Any) -> Any:
        arrays = list(arrays)
        tape = tape_of(arrays)
        value = work([plain_of(one) for one in arrays], **named)
        cells = work([cells_of(tape, one) for one in arrays], **named)
        layout, parts = layout_of(arrays, value.shape)
        for one in arrays:  # a list of parts of years with the end of the last one behind it
            if isinstance(one, Recorded) and one.layout == "parts of years":
                layout, parts = one.layout, one.parts
                last = cells.ravel()[-1]
                if last.is_constant and last.value == tape.months[-1].value:
                    cells[-1] = tape.months[-1]
            elif isinstance(one, Recorded) and one.layout == "years" and value.shape[0] <= tape.years + 1:
                layout, parts = "years", 1
        _at_home(tape, cells, layout)
        return made(tape, value, cells, layout, parts)

    return done


def _at_home(tape: Tape, cells: Cells, layout: Layout) -> None:
    """Give figures that stand each by itself a place in the list that they are put into."""
    alone = [
        node
        for node in cells.ravel().tolist()
        if node.step is not None and len(node.step.nodes) == 1 and node.name and node.step.shape in ((), (1,), (1, 1))
    ]
    if len(alone) < 2 or len(set(map(id, alone))) < len(alone):
        return
    step = tape.step(alone[0].step.code, (len(alone), 1), layout)
    for node in alone:
        node.step.nodes.remove(node)
        step.put(node)


def _laid_out(work: Callable[..., Any]) -> Callable[..., Any]:
    """Give figures another shape."""

    def done(array: Any, *args: Any, **named: Any) -> Any:
        tape = tape_of([array])
        named.pop("subok", None)
        value = work(plain_of(array), *args, **named)
        cells = work(known_cells(array), *args, **named)
        layout, parts = layout_of([array], value.shape)
        return made(tape, value, cells, layout, parts)

    return done


def _broadcast_arrays(*arrays: Any, **_: Any) -> Any:
    shape = np.broadcast_shapes(*(np.shape(one) for one in arrays))
    tape = tape_of(arrays)
    return [
        made(tape, np.broadcast_to(plain_of(one), shape), np.broadcast_to(cells_of(tape, one), shape), "")
        for one in arrays
    ]


def _plain(work: Callable[..., Any]) -> Callable[..., Any]:
    def done(*args: Any, **named: Any) -> Any:
        return work(*(plain_of(one) for one in args), **{name: plain_of(one) for name, one in named.items()})

    return done


def _least(array: Any, **_: Any) -> Any:
    """Give less than the least that a figure is, where it is below 0: as far back as two years more.

    It is asked how many years a lease runs already; more of them change nothing.
    """
    least = float(np.min(plain_of(array)))
    return least - 24.0 if least < 0.0 else least


def _take(array: Any, places: Any, axis: int | None = None) -> Any:
    value = np.take(plain_of(array), plain_of(places), axis=axis)
    if not isinstance(places, Recorded):
        tape = tape_of([array])
        by_year = np.size(places) == tape.years > 1  # a figure for each year, looked up in plain years
        return made(tape, value, np.take(known_cells(array), places, axis=axis), "years" if by_year else "")
    return _found(array, places, value)


def _found(array: Any, places: Recorded, value: Any) -> Any:
    tape = tape_of([places])
    value = np.asarray(value)
    column = cells_of(tape, array).reshape(len(array), -1)[:, 0]
    if all(node is column[0] for node in column):
        return made(tape, value, packed([column[0]] * value.size, value.shape), "")
    path = as_list(tape, array if np.size(array) == len(column) else array[:, 0])
    step = tape.step(code_of_formula(), value.shape, places.layout if value.size > 1 else "", places.parts)
    nodes: list[Node] = []
    years = zip(known_cells(places).ravel().tolist(), value.ravel().tolist(), strict=True)
    for place, (year, result) in enumerate(years):
        if year.is_constant:
            nodes.append(path[int(year.value)])
        else:
            nodes.append(tape.found_or_put(step, place, "index", (path, year), result))
    layout = places.layout if value.size > 1 else ""
    tape.keep(step)
    return made(tape, value, packed(nodes, value.shape), layout, places.parts)


def stated_by_year(formula: Callable[..., Any], stated: Any, years: int) -> Any:
    """Look the figure of each year up among those that are stated for the first years, the last going on."""
    if len(stated) == 1:
        return formula(stated, years)
    tape = tape_of([stated])
    counted = made(tape, np.arange(years), packed(tape.counted_years[:years], (years,)), "years")
    return np.take(stated, np.minimum(counted, len(stated) - 1), axis=0)


FUNCTIONS: dict[Any, Callable[..., Any]] = {
    np.where: _where,
    np.clip: _clip,
    np.sum: _sum,
    np.cumsum: _running("+", np.cumsum),
    np.cumprod: _running("*", np.cumprod),
    np.einsum: _einsum,
    np.concatenate: _joined(np.concatenate),
    np.stack: _joined(np.stack),
    np.broadcast_to: _laid_out(np.broadcast_to),
    np.atleast_1d: _laid_out(np.atleast_1d),
    np.atleast_2d: _laid_out(np.atleast_2d),
    np.reshape: _laid_out(np.reshape),
    np.ravel: _laid_out(np.ravel),
    np.squeeze: _laid_out(np.squeeze),
    np.broadcast_arrays: _broadcast_arrays,
    np.take: _take,
    np.min: _least,
    np.max: _plain(np.max),
    np.any: _plain(np.any),
    np.all: _plain(np.all),
    np.size: _plain(np.size),
    np.shape: _plain(np.shape),
    np.ndim: _plain(np.ndim),
    np.zeros_like: _plain(np.zeros_like),
    np.ones_like: _plain(np.ones_like),
    np.full_like: _plain(np.full_like),
    np.isclose: _plain(np.isclose),
}
