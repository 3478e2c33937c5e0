"""`--set` holds a figure, changes its range, or releases it; and tells in words what it cannot."""

from __future__ import annotations

import json
from typing import Any

import pytest

import colocate
from colocate.commands import main
from tests.documents import ROOT

HANOI = ROOT / "data" / "hanoi.toml"
RENT = "options[move].lease.renewal.rent"


def told(capsys: Any, *settings: str) -> Any:
    words = [word for setting in settings for word in ("--set", setting)]
    assert main(["compare", str(HANOI), "--json", "--draws", "64", *words]) == 0
    return json.loads(capsys.readouterr().out)


def rent(figures: Any) -> dict[str, Any]:
    return next(one for one in figures["quantities"] if one["path"] == RENT)


def test_a_value_holds_a_figure_in_every_future(capsys: Any) -> None:
    held = told(capsys, f"{RENT}=80")
    assert {name: rent(held)[name] for name in ("value", "settled", "low", "mode", "high")} == {
        "value": 80.0,
        "settled": 80.0,
        "low": 0.0,
        "mode": 10.0,
        "high": 35.0,
    }
    case = colocate.change(colocate.load_case(HANOI), {RENT: 80})
    assert RENT not in colocate.evaluate(case, 64).figures


def test_an_end_changes_the_range_and_free_releases(capsys: Any) -> None:
    changed = told(capsys, f"{RENT}.low=5", f"{RENT}.mode=6", f"{RENT}.high=9")
    assert [rent(changed)[name] for name in ("low", "mode", "high", "settled")] == [5.0, 6.0, 9.0, None]
    assert told(capsys, f"{RENT}=free") == told(capsys)


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        (f"{RENT}=-1", "-1 is too low for"),
        (f"{RENT}=low", '"low" is not a number'),
        (f"{RENT}.low=40", "40 is above high (35)"),
        (f"{RENT}.lowest=4", 'Did you mean "low"?'),
    ],
)
def test_what_cannot_be_is_told_in_words(setting: str, words: str, capsys: Any) -> None:
    assert main(["compare", str(HANOI), "--set", setting]) == 1
    assert words in " ".join(capsys.readouterr().err.split())
