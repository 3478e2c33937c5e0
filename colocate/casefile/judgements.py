"""Write a judgement into the text of a case file: its comments, order and spacing stay."""

from __future__ import annotations

from typing import Any

import tomlkit
from tomlkit.items import AoT, Item, Table

from colocate.case.weighing import Judgement


def write_judgement(text: str, judgement: Judgement) -> str:
    """Give the text of a case file with a judgement in it; one of the same name is replaced.

    Points are written as whole numbers where they are. The text must be TOML that has been read before.
    """
    document = tomlkit.parse(text)
    judgements = _list_of_tables(_table_of_weighing(document))
    below = _taken_from_end(judgements[-1]) if judgements else []
    for place in reversed(range(len(judgements))):
        if judgements[place].get("name") == judgement.name:
            below = [*_taken_from_end(judgements[place]), *below]
            del judgements[place]
    if judgements:
        _put_at_end(judgements[-1], _taken_from_end(judgements[-1]) or [tomlkit.nl()])
    written = _written(judgement)
    _put_at_end(written, below)
    judgements.append(written)
    return tomlkit.dumps(document)


def _table_of_weighing(document: tomlkit.TOMLDocument) -> Table:
    """Give the table of the weighing, begun where there is none, and as a table where it stands in one line."""
    found = document.get("weighing")
    if isinstance(found, Table):
        return found
    table = tomlkit.table()
    table.update(found or {})
    document.pop("weighing", None)
    document.append("weighing", table)
    return table


def _list_of_tables(weighing: Table) -> AoT:
    """Give the judgements of a file, begun where there are none, and as a list of tables where they are in one line."""
    found = weighing.get("judgements")
    if isinstance(found, AoT):
        return found
    tables = tomlkit.aot()
    for one in found or ():
        table = tomlkit.table()
        table.update(one)
        tables.append(table)
    weighing["judgements"] = tables
    return tables


def _taken_from_end(table: Table) -> list[Item]:
    """Take off what stands below a table's last key: blank lines, and comments on what comes next in the file."""
    body = table.value.body
    taken: list[Item] = []
    while body and body[-1][0] is None:
        taken.insert(0, body.pop()[1])
    return taken


def _put_at_end(table: Table, below: list[Item]) -> None:
    table.value.body.extend((None, one) for one in below)


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
