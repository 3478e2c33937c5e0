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
    return with_places(case, {steps: figure for path, figure in figures.items() for steps in case.places_of[path]})


def with_places(case: Case, figures: Mapping[tuple[str | int, ...], Figure]) -> Case:
    """Give the case with these figures in these places, each the steps from the case to it; records of lists count."""
    tree: dict[str | int, Any] = {}
    for steps, figure in figures.items():
        branch = tree
        for step in steps[:-1]:
            branch = branch.setdefault(step, {})
        branch[steps[-1]] = figure
    replaced: Case = _replaced(case, tree)
    return replaced


def with_constituent_at(case: Case, key: str, latitude: float, longitude: float) -> Case:
    """Give the case as if a constituent had moved to a place in degrees; KeyError if there is none of that key.

    What was measured or estimated of its ways holds no longer: they are worked out from the distance.
    """
    if all(one.key != key for one in case.constituents):
        raise KeyError(key)
    access = case.access
    if access is not None:
        estimates = tuple(
            dataclasses.replace(one, constituent="") if one.constituent == key else one for one in access.estimates
        )
        access = dataclasses.replace(access, estimates=estimates)
    return dataclasses.replace(
        case,
        access=access,
        constituents=tuple(
            dataclasses.replace(one, latitude=latitude, longitude=longitude) if one.key == key else one
            for one in case.constituents
        ),
        travel_times=tuple(
            dataclasses.replace(one, constituent="") if one.constituent == key else one for one in case.travel_times
        ),
    )


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
