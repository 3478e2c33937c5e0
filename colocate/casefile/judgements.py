"""Write a judgement into the text of a case file: its comments, order and spacing stay."""

from __future__ import annotations

from typing import Any

import tomlkit
from tomlkit.items import AoT, Table

from colocate.case.weighing import Judgement


def write_judgement(text: str, judgement: Judgement) -> str:
    """Give the text of a case file with a judgement in it; one of the same name is replaced.

    Points are written as whole numbers where they are. The text must be TOML that has been read before.
    """
    document = tomlkit.parse(text)
    weighing = document.get("weighing")
    if not isinstance(weighing, Table):
        weighing = tomlkit.table()
        document.append("weighing", weighing)
    kept = [one for one in weighing.get("judgements", []) if one.get("name") != judgement.name]
    judgements: AoT = tomlkit.aot()
    for one in (*kept, _written(judgement)):
        judgements.append(one)
    weighing["judgements"] = judgements
    return tomlkit.dumps(document)


def _written(judgement: Judgement) -> Table:
    table = tomlkit.table()
    table["name"] = judgement.name
    if judgement.swings:
        swings = tomlkit.inline_table()
        for name, points in judgement.swings.items():
            swings[name] = _plain(points)
        table["swings"] = swings
    if judgement.choices:
        choices: Any = tomlkit.array().multiline(multiline=True)
        for choice in judgement.choices:
            one = tomlkit.inline_table()
            one.update({"first": choice.first, "worth": choice.worth, "second": choice.second})
            choices.append(one)
        table["choices"] = choices
    table["source"] = judgement.source
    return table


def _plain(points: float) -> int | float:
    return int(points) if float(points).is_integer() else points
