"""Formulas of the model that a recording may tell in a shorter way than step by step."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

Formula = TypeVar("Formula", bound=Callable[..., Any])


def told_shorter(name: str) -> Callable[[Formula], Formula]:
    """Mark a formula that an array among its arguments may know a shorter way to tell, under this name.

    Arrays of figures and of draws know none, and the formula runs as it stands.
    """

    def marked(formula: Formula) -> Formula:
        @wraps(formula)
        def run(*arguments: Any) -> Any:
            for one in arguments:
                shorter = getattr(one, "shorter", None)
                if shorter is not None:
                    return shorter[name](formula, *arguments)
            return formula(*arguments)

        return run  # type: ignore[return-value]

    return marked
