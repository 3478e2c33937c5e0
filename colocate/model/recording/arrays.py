"""Arrays that remember the formula of every figure in them, while they are worked out as any others are.

They go through the very same functions of the model as figures and draws do: nothing is written down a second time
that could fall behind.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import CodeType
from typing import Any

import numpy as np
import numpy.typing as npt

from colocate.model.recording.nodes import Layout, Node, Tape, led_to
from colocate.model.recording.operations import ASKED, NAMES, noted, running_noted, sums_noted

Cells = npt.NDArray[Any]
"""The nodes of an array's figures: an array of objects, of the same shape."""

NUMPY = str(np.__file__).rsplit("/", 1)[0]


class FormLostError(TypeError):
    """A formula of the model does something with a figure that no cell can say."""


class Recorded(np.ndarray[Any, Any]):
    """An array with the node of each of its figures, and how they lie over the years."""

    cells: Cells | None = None
    layout: Layout = ""
    tape: Tape | None = None
    parts: int = 1
    functions: Mapping[Any, Callable[..., Any]] = {}
    shorter: Mapping[str, Callable[..., Any]] | None = None

    def __array_finalize__(self, source: Any) -> None:
        """Keep the nodes of an array that this one is a copy of, in the same shape."""
        self.cells = None
        if isinstance(source, Recorded):
            self.tape, self.layout, self.parts = source.tape, source.layout, source.parts
            if source.cells is not None and source.cells.shape == self.shape:
                self.cells = source.cells

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **named: Any) -> Any:
        """Work an operation out on the plain arrays, and note it for every figure."""
        out = named.pop("out", None)
        plain = [plain_of(one) for one in inputs]
        with np.errstate(all="ignore"):
            value = getattr(ufunc, method)(*plain, **{name: plain_of(one) for name, one in named.items()})
        if ufunc in ASKED:
            return value
        tape = tape_of(inputs)
        if method == "__call__":
            found = _elementwise(tape, ufunc, inputs, value)
        elif method == "reduce" and ufunc is np.add:
            found = summed(tape, inputs[0], inputs[1] if len(inputs) > 1 else named.get("axis", 0), value)
        elif method == "accumulate":
            found = running(tape, NAMES[ufunc], inputs[0], value)
        else:
            raise FormLostError(f"{ufunc.__name__}.{method}")
        if out is None:
            return found
        if not isinstance(out[0], Recorded):
            raise FormLostError(f"{ufunc.__name__} into a plain array")
        np.copyto(out[0].view(np.ndarray), value)
        out[0].cells, out[0].layout, out[0].parts = found.cells, found.layout, found.parts
        return out[0]

    def __array_function__(self, function: Any, types: Any, arguments: Any, named: Any) -> Any:
        """Do the same for functions such as where, concatenate and sum."""
        known = self.functions.get(function)
        if known is None:
            raise FormLostError(function.__name__)
        return known(*arguments, **named)

    def __getitem__(self, key: Any) -> Any:
        """Read figures; in a year that is a figure itself, the formula looks it up."""
        keys = key if isinstance(key, tuple) else (key,)
        value = np.asarray(self)[plain_of(key)]
        if any(isinstance(part, Recorded) and part.dtype != np.bool_ for part in keys):
            if len(keys) > 1:
                raise FormLostError("a place beside another")
            return self.functions[np.take](self, key, axis=0)
        tape, cells = tape_of([self]), known_cells(self)[plain_of(key)]
        layout, parts = _layout_of_slice(self, np.shape(value)), self.parts
        if isinstance(key, np.ndarray) and key.size == tape.years > 1:  # a figure for each year, picked from a list
            layout, parts = "years", 1
        return made(tape, value, cells, layout, parts)

    def __setitem__(self, key: Any, value: Any) -> None:
        """Replace figures, and their nodes."""
        cells = known_cells(self).copy()
        cells[plain_of(key)] = cells_of(tape_of([self]), value)
        self.view(np.ndarray)[plain_of(key)] = plain_of(value)
        self.cells = cells

    def __bool__(self) -> bool:
        """Tell whether a single figure is not 0, where no input that may be changed has a say in it."""
        if rests_on_input(known_cells(self).ravel().tolist()):
            raise FormLostError("a choice that hangs on a figure")
        return bool(np.asarray(self))

    def astype(self, dtype: Any, *_: Any, **__: Any) -> Any:
        """Give the figures in another type; whole numbers are what stands before the point."""
        whole = np.issubdtype(np.dtype(dtype), np.integer) and not np.issubdtype(self.dtype, np.integer)
        value = np.asarray(self).astype(dtype)
        if whole and self.dtype != np.bool_:
            return each(tape_of([self]), "floor", [known_cells(self)], value, self.layout, self.parts)
        return made(tape_of([self]), value, known_cells(self), self.layout, self.parts)

    def sum(self, axis: Any = None, **_: Any) -> Any:  # type: ignore[override]
        """Add figures up."""
        return summed(tape_of([self]), self, axis, np.asarray(self).sum(axis=axis))

    def reshape(self, *shape: Any, **_: Any) -> Any:
        """Lay figures out anew: the parts of each year one after another, or again beside each other."""
        value = np.asarray(self).reshape(*shape)
        layout, parts = self.layout, self.parts
        if self.ndim == 3 and value.ndim == 2 and layout == "years":
            layout, parts = "parts of years", self.shape[1]
        elif self.ndim == 2 and value.ndim == 3:
            layout, parts = ("years", 1) if layout == "parts of years" else ("", 1)
        return made(tape_of([self]), value, known_cells(self).reshape(value.shape), layout, parts)

    def ravel(self, *_: Any, **__: Any) -> Any:
        """Give the figures one after another."""
        return self.reshape(-1)

    def min(self, *_: Any, **__: Any) -> Any:
        """Give the least, as a plain number."""
        return np.asarray(self).min()

    def max(self, *_: Any, **__: Any) -> Any:
        """Give the most, as a plain number."""
        return np.asarray(self).max()


def plain_of(value: Any) -> Any:
    """Give a value without what it remembers, however deep in lists."""
    if isinstance(value, Recorded):
        return value.view(np.ndarray)
    if isinstance(value, (list, tuple)):
        return type(value)(plain_of(part) for part in value)
    return value


def tape_of(values: Sequence[Any]) -> Tape:
    """Give the tape that any of the values is recorded on."""
    for value in values:
        if isinstance(value, Recorded) and value.tape is not None:
            return value.tape
        if isinstance(value, (list, tuple)):
            try:
                return tape_of(value)
            except LookupError:
                continue
    raise LookupError("nothing is recorded")


def known_cells(array: Recorded) -> Cells:
    """Give the nodes of an array; FormLostError where they were lost on the way."""
    if array.cells is None:
        raise FormLostError("figures came to an array by a way that is not recorded")
    return array.cells


def cells_of(tape: Tape, value: Any) -> Cells:
    """Give the nodes of any value, plain numbers among them."""
    if isinstance(value, Recorded):
        return known_cells(value)
    plain = np.asarray(value, dtype=np.float64)
    return packed(tape.constants(plain), plain.shape)


def packed(nodes: Sequence[Node], shape: tuple[int, ...]) -> Cells:
    """Put nodes into an array of a shape."""
    cells: Cells = np.empty(len(nodes), dtype=object)
    cells[:] = nodes
    return cells.reshape(shape)


def made(tape: Tape, value: Any, cells: Cells, layout: Layout, parts: int = 1) -> Any:
    """Give a recorded array from its plain figures and their nodes."""
    array = np.array(value).view(Recorded)
    array.tape, array.layout, array.parts = tape, layout, parts
    array.cells = cells if isinstance(cells, np.ndarray) else packed([cells], array.shape)
    return array


def rests_on_input(nodes: Iterable[Node]) -> bool:
    """Tell whether any figure would change with an input of the case."""
    return any(one.leaf is not None and one.leaf.changeable for one in led_to(nodes, set(), set()))


def code_of_formula() -> CodeType | None:
    """Give the code of the model that does the operation of the moment."""
    frame = sys._getframe(1)
    while frame is not None:
        name = frame.f_code.co_filename
        if "/recording/" not in name.replace("\\", "/") and not name.startswith(NUMPY):
            return frame.f_code
        frame = frame.f_back  # type: ignore[assignment]
    return None


def _elementwise(tape: Tape, ufunc: np.ufunc, inputs: Sequence[Any], value: Any) -> Any:
    name = NAMES.get(ufunc)
    if ufunc is np.square:
        name, inputs = "^", (inputs[0], 2.0)
    if ufunc is np.positive:
        return inputs[0]
    if name is None:
        raise FormLostError(ufunc.__name__)
    shape = np.shape(value)
    layout, parts = layout_of(inputs, shape)
    return each(tape, name, [cells_of(tape, one) for one in inputs], value, layout, parts)


def each(tape: Tape, name: str, operands: Sequence[Cells], value: Any, layout: Layout, parts: int) -> Any:
    """Note an operation for each figure of an array."""
    shape = np.shape(value)
    if not layout and shape and shape[0] > 1 and any(_counts_years(one, shape[0]) for one in operands):
        layout = "years"
    columns = [np.broadcast_to(one, shape).ravel().tolist() for one in operands]
    step = tape.step(code_of_formula(), shape, layout, parts)
    nodes = noted(tape, step, name, columns, np.ravel(value).tolist())
    return made(tape, value, packed(nodes, shape), layout, parts)


def layout_of(values: Sequence[Any], shape: tuple[int, ...]) -> tuple[Layout, int]:
    """Tell how a result lies from what it is made of: by year where any of that is, unless it is a single figure."""
    if not shape or shape[0] == 1:
        return "", 1
    for value in values:
        if isinstance(value, Recorded) and value.layout == "parts of years" and value.shape[0] == shape[0]:
            return value.layout, value.parts
    return ("years", 1) if any(_by_year(value, shape[0]) for value in values) else ("", 1)


def _by_year(value: Any, years: int) -> bool:
    if isinstance(value, Recorded):
        return value.layout == "years" and value.shape[:1] == (years,)
    return False


def _counts_years(cells: Cells, years: int) -> bool:
    """Tell whether plain numbers count years or their months."""
    if cells.shape[:1] != (years,):
        return False
    step = cells.ravel()[-1].step
    return step is not None and step.code is None and step.layout == "years"


def _layout_of_slice(array: Recorded, shape: tuple[int, ...]) -> Layout:
    return array.layout if shape and shape[0] > 1 and len(shape) >= min(array.ndim, 2) else ""


def summed(tape: Tape, array: Any, axis: Any, value: Any) -> Any:
    """Add figures up along an axis, or all of them."""
    cells = known_cells(array)
    shape: tuple[int, ...] = () if axis is None else np.shape(value)
    rows = cells.reshape(1, -1) if axis is None else np.moveaxis(cells, axis, -1).reshape(-1, cells.shape[axis])
    layout, parts = layout_of([array], shape) if axis not in (None, 0) else ("", 1)
    step = tape.step(code_of_formula(), shape, layout, parts)
    nodes = sums_noted(tape, step, rows.tolist(), np.ravel(value).tolist())
    return made(tape, value, packed(nodes, shape), layout, parts)


def running(tape: Tape, name: str, array: Any, value: Any) -> Any:
    """Note a running sum, product or maximum down the first axis."""
    cells = known_cells(array)
    layout, parts = layout_of([array], cells.shape)
    step = tape.step(code_of_formula(), cells.shape, layout, parts)
    nodes = running_noted(tape, step, name, cells.ravel().tolist(), np.ravel(value).tolist())
    return made(tape, value, packed(nodes, cells.shape), layout, parts)


def as_list(tape: Tape, array: Any) -> tuple[Node, ...]:
    """Give the nodes of an array as a list that can be looked into: all of one step, one behind the other.

    Where they come from here and there the list is made of copies.
    """
    nodes: list[Node] = cells_of(tape, array).ravel().tolist()
    return _listed(tape, nodes, array.layout if isinstance(array, Recorded) else "", "")


def as_column(tape: Tape, array: Any, part: str, endless: float = math.inf) -> tuple[Node, ...]:
    """Give the nodes of an array as a list one below the other, as the others of a table lie.

    `part` is what of the table it is; `endless` stands for what has no end.
    """
    nodes: list[Node] = cells_of(tape, array).ravel().tolist()
    nodes = [tape.constant(endless) if node.is_constant and node.value == math.inf else node for node in nodes]
    return _listed(tape, nodes, "", part)


def _listed(tape: Tape, nodes: list[Node], layout: Layout, part: str) -> tuple[Node, ...]:
    """Give figures as a list of one step; `part` is that of a table, whose lists all lie one below the other."""
    step = nodes[0].step
    if step is not None and not (part and step.layout):
        first = nodes[0].place
        if all(node.step is step and node.place == first + place for place, node in enumerate(nodes)):
            return tape.lists.setdefault((str(len(nodes)), (nodes[0], nodes[-1])), tuple(nodes))
    key = tuple(nodes)
    known = tape.lists.get((part + tape.section, key)) or tape.lists.get((part, key))
    if known is None:
        step = tape.step(code_of_formula(), (len(nodes), 1), layout)
        step.part = part
        copies = tuple(step.put(Node("same", (one,), one.value)) for one in nodes)
        known = tape.lists[part + tape.section, key] = copies
    return known
