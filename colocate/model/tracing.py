"""Arrays that remember which quantities of a case went into them, so that every result line keeps its way back.

A case whose figures are traced goes through the very same formulas; nothing has to be declared beside a formula that
could fall behind it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from colocate.case import Case
from colocate.case.replacing import with_figures

Origins = frozenset[str]


class Traced(np.ndarray[Any, Any]):
    """An array with the paths of the quantities that it was worked out from."""

    origins: Origins = frozenset()

    def __array_finalize__(self, source: npt.NDArray[Any] | None) -> None:
        """Keep the origins of the array that this one is a view or copy of."""
        self.origins = getattr(source, "origins", frozenset())

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **named: Any) -> Any:
        """Apply a formula to the plain arrays, and join the origins of all that went in."""
        named = {name: _plain(value) for name, value in named.items()}
        result = getattr(ufunc, method)(*(_plain(value) for value in inputs), **named)
        return _traced(result, origins_of(inputs))

    def __array_function__(self, function: Any, types: Any, arguments: Any, named: Any) -> Any:
        """Do the same for functions such as where, concatenate and sum."""
        origins = origins_of((*arguments, *named.values()))
        result = function(*_plain(arguments), **{name: _plain(value) for name, value in named.items()})
        return _traced(result, origins)

    def __getitem__(self, key: Any) -> Any:
        """Read an element; a traced index, such as the year in which a delayed move falls, leaves its mark too."""
        return _traced(np.asarray(self)[_plain(key)], self.origins | origins_of((key,)))


def trace(case: Case) -> Case:
    """Give the case with every figure traced to the path of its quantity."""
    figures = {
        path: _traced(np.array(quantity.figure), frozenset([path])) for path, quantity in case.quantities.items()
    }
    return with_figures(case, figures)


def origins_of(values: Iterable[Any]) -> Origins:
    """Join the origins of all traced arrays among the values, however deep in lists and tuples."""
    found: Origins = frozenset()
    for value in values:
        if isinstance(value, Traced):
            found |= value.origins
        elif isinstance(value, (list, tuple)):
            found |= origins_of(value)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, Traced):
        return value.view(np.ndarray)
    if isinstance(value, (list, tuple)):
        return type(value)(_plain(part) for part in value)
    return value


def _traced(result: Any, origins: Origins) -> Any:
    if isinstance(result, (list, tuple)):
        return type(result)(_traced(part, origins) for part in result)
    if not isinstance(result, (np.ndarray, np.generic)):
        return result  # a count or a shape says nothing of a figure
    marked = np.asarray(result).view(Traced)
    marked.origins = origins
    return marked
