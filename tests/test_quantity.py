"""A figure: its value as the file states it, and as the model computes with it."""

from __future__ import annotations

import dataclasses

import pytest

from colocate.quantity import Quantity


def quantity(**changes: object) -> Quantity:
    """A market rent, with a range."""
    rent = Quantity(
        "shared.rent", "Rent", 20.0, "USD/m2/month", 15.0, 28.0, "pert", "an agent", "estimated", scale=12.0
    )
    return dataclasses.replace(rent, **changes)  # type: ignore[arg-type]


def test_the_figure_is_the_value_in_the_models_unit() -> None:
    assert quantity().figure == 240.0
    assert quantity(mode=3.5, unit="%/year", scale=0.01).figure == pytest.approx(0.035)
    assert quantity(mode=0.0).figure == 0.0


@pytest.mark.parametrize(
    ("changes", "uncertain"),
    [
        ({}, True),
        ({"low": 20.0, "high": 20.0}, False),
        ({"low": 20.0, "high": 20.0, "shape": "fixed"}, False),
        ({"low": 0.0, "high": 1.0, "mode": 0.0, "shape": "yes/no", "probability": 0.3}, True),
    ],
)
def test_a_figure_is_uncertain_where_it_has_a_range(changes: dict[str, object], uncertain: bool) -> None:
    assert quantity(**changes).is_uncertain is uncertain


@pytest.mark.parametrize("changes", [{}, {"low": 0.0, "high": 1.0, "mode": 0.0, "shape": "yes/no"}])
def test_a_settled_figure_is_its_settled_value_and_keeps_its_range(changes: dict[str, object]) -> None:
    settled = quantity(**changes, settled=1.0)
    assert (settled.value, settled.figure) == (1.0, 12.0)
    assert settled.has_range
    assert not settled.is_uncertain
    assert quantity(settled=0.0).value == 0.0


def test_a_figure_cannot_be_changed_in_place() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        quantity().mode = 3.0  # type: ignore[misc]
