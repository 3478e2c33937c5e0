"""The same case with other figures in it: arrays of draws, or figures that remember where they came from."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from colocate.case.decision import Case
from colocate.quantity import Figure


def with_figures(case: Case, figures: Mapping[str, Figure]) -> Case:
    """Give the case with the figures of these quantities, in the model's unit, at every place that uses them.

    KeyError for a path that names no quantity. Nothing is checked again: this is for figures that stay in range.
    """
    tree: dict[str | int, Any] = {}
    for path, figure in figures.items():
        for steps in case.places_of[path]:
            branch = tree
            for step in steps[:-1]:
                branch = branch.setdefault(step, {})
            branch[steps[-1]] = figure
    replaced: Case = _replaced(case, tree)
    return replaced


def _replaced(node: Any, tree: dict[str | int, Any]) -> Any:
    if isinstance(node, tuple):
        return tuple(_child(part, tree, position) for position, part in enumerate(node))
    return dataclasses.replace(node, **{str(name): _child(getattr(node, str(name)), tree, name) for name in tree})


def _child(node: Any, tree: dict[str | int, Any], step: str | int) -> Any:
    if step not in tree:
        return node
    below = tree[step]
    if isinstance(node, tuple) and not isinstance(below, dict):
        return (below,)
    return _replaced(node, below) if isinstance(below, dict) else below
