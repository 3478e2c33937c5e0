"""Hostile addresses of the app and hostile uploads."""

from __future__ import annotations

from functools import cache
from random import Random
from urllib.parse import parse_qsl, quote

from colocate import evaluate
from colocate.analysis.weighing.asking import are_weights
from colocate.analysis.weighing.scales import weighable
from colocate.analysis.weighing.weighing import weighing
from colocate.case.weighing import CRITERIA
from colocate.casefile.changing import change, write_changes
from colocate.casefile.reading import read_case
from colocate.export.weighing import weighing_json
from colocate.model.futures import Futures
from colocate.model.totals import BOOKS, VIEWS
from colocate.ui import address, opened, picker, waiting
from colocate.ui.levers import switches
from colocate.ui.state import Choice, Source
from colocate.ui.weights_address import OF_WEIGHTS, WORTHS, read_weights
from tests.fuzz.bases import Base, bases, one_of_the_bases
from tests.fuzz.checking import DRAWS, VECTORS, case_or_faults, finite
from tests.fuzz.mutating import NUMBERS, WORDS, spoilt_bytes

CASES = ("hanoi", "regional-office")
STRANGE = (
    "%00",
    "%ff%fe",
    "%C3",
    "%ED%A0%80",
    "&",
    "=",
    "+",
    "%0a",
    "%e2%80%ae",
    "#",
    ";",
    "[]",
    "..",
    "%25",
    "%1b[2J",
)
NAMES = ("a.toml", "b.TOML", "c.csv", "", ".toml", "../x.csv", "x\0.csv", "é.csv", "a.toml ", "<b>.toml", "x.json")


def an_address(random: Random) -> None:
    """Read an address; what it leaves stands in the next one as it is, and can be worked out."""
    base = one_of_the_bases(random) if random.random() < 0.3 else bases()["template"]
    parameters = dict(parse_qsl(_query(random, base), keep_blank_values=True, errors="replace"))
    source = _source(base.name)
    choice, ignored = address.read_choice(parameters, CASES, CASES[0])
    changes, left_out = address.read_levers(parameters, base.case)
    weights, unread = read_weights(parameters, base.case)
    said = address.note([*ignored, *left_out, *unread])
    assert said.isprintable(), repr(said)
    assert bool(said) == bool(ignored or left_out or unread)
    name = address.name_of(parameters)
    assert name.isprintable(), repr(name)
    waiting.is_of(parameters, choice.case, source, CASES[0])
    option = parameters.get("option", "")
    known = option if option in {one.id for one in base.case.options} else ""
    taken = Choice(choice.case, changes, choice.book, choice.view, choice.charts, known, weights, name)
    _read_again(taken, source)
    if random.random() < 0.5:
        case_or_faults(random, lambda: change(base.case, changes))
    if weights.swings and random.random() < 0.2:
        _weighed(taken, base.name)
    if changes and random.random() < 0.05 and case_or_faults(random, lambda: change(base.case, changes)):
        text = write_changes(base.text, changes)
        assert case_or_faults(random, lambda: read_case(text.encode(), base.beside))


def an_upload(random: Random) -> None:
    """A set of files: a case and its tables, spoilt, lost, doubled, renamed."""
    base = one_of_the_bases(random)
    files = [("case.toml", base.text.encode()), *base.tables.items()]
    for _ in range(random.choice((0, 1, 1, 2, 3))):
        place = random.randrange(len(files)) if files else 0
        kind = random.randrange(6)
        if kind == 0 or not files:
            files.append((random.choice((*NAMES, *WORDS)), random.randbytes(random.randrange(40))))
        elif kind == 1:
            files[place] = (files[place][0], spoilt_bytes(random, files[place][1]))
        elif kind == 2:
            del files[place]
        elif kind == 3:
            files[place] = (random.choice((*NAMES, *WORDS, files[place][0].upper())), files[place][1])
        elif kind == 4:
            files.insert(random.randint(0, len(files)), files[place])
        else:
            other = random.randrange(len(files))
            files[place], files[other] = (files[place][0], files[other][1]), (files[other][0], files[place][1])
    case_or_faults(random, lambda: _uploaded(files))


def _uploaded(files: list[tuple[str, bytes]]) -> object:
    source = picker.read_upload(files)
    assert len(source.key) == 16
    assert waiting.file_of(source.file_name).isprintable()
    return source.case


def _read_again(taken: Choice, source: Source) -> None:
    """Look whether the address that is written of a choice is read as that choice."""
    written = address.written(taken, source, CASES[0])
    choice, ignored = address.read_choice(written, CASES, CASES[0])
    changes, left_out = address.read_levers(written, source.case)
    weights, unread = read_weights(written, source.case)
    assert not ignored + left_out + unread, (written, ignored, left_out, unread)
    again = Choice(choice.case, changes, choice.book, choice.view, choice.charts, taken.option, weights, taken.name)
    assert address.written(again, source, CASES[0]) == written


def _weighed(taken: Choice, name: str) -> None:
    """Weigh with the weights that an address brings, as the page does."""
    table = weighable(_futures(name))
    points = {one: taken.weights.swings.get(one, 0.0) for one in table.criteria}
    choices = tuple(one for one in taken.weights.choices if {one.first, one.second} <= set(points))
    if are_weights(points, table.criteria):
        weighing_json(_futures(name), weighing(_futures(name), points, choices, vectors=VECTORS))


def _query(random: Random, base: Base) -> str:
    parts = [_parameter(random, base) for _ in range(random.choice((0, 1, 2, 4, 12)))]
    query = "&".join(parts)
    for _ in range(random.choice((0, 0, 0, 1, 3))):
        spot = random.randint(0, len(query))
        query = query[:spot] + random.choice(STRANGE) + query[spot + random.randrange(3) :]
    return query


def _parameter(random: Random, base: Base) -> str:
    """Give one part of an address, near to what one can be."""
    figures = list(base.case.quantities)
    criteria = [*CRITERIA, *(one.id for one in base.case.criteria), "", "abc", "money"]
    name = random.choice(("case", "version", "file", "book", "view", "charts", "option", "name", *OF_WEIGHTS))
    kind = random.randrange(6)
    if kind < 3:
        figure = random.choice(figures) + random.choice(("", "", ".low", ".high", ".mode", ".unit", "."))
        quantity = base.case.quantities.get(figure)
        near = () if quantity is None else (quantity.mode, quantity.low, quantity.high, quantity.least, quantity.most)
        return _pair(
            figure, str(random.choice((*near, *near, *NUMBERS[:-4], *WORDS, "0.5", "1_0", "٣", "0x1", "free")))
        )
    if kind == 3 and switches(base.case):
        return _pair(random.choice(list(switches(base.case))), random.choice(("true", "false", "True", "1", "")))
    if name in ("swings", "seen"):
        points = (
            f"{random.choice(criteria)}~{random.choice((0, 50, 100, 33.3, -1, 101, 'nan', '', 1e-320, 'true'))}"
            for _ in range(3)
        )
        return _pair(name, ",".join(points))
    if name == "choices":
        worths = (*WORTHS, "twice", "")
        answers = (f"{random.choice(criteria)}~{random.choice(worths)}~{random.choice(criteria)}" for _ in range(2))
        return _pair(name, ",".join(answers))
    known = (
        *CASES,
        *(one.id for one in base.case.options),
        *BOOKS,
        *VIEWS,
        "on",
        "off",
        "upload",
        _source(base.name).key,
    )
    return _pair(name, random.choice((*known, *WORDS)))


def _pair(name: str, value: str) -> str:
    return f"{quote(name)}={quote(value, errors='replace')}"


@cache
def _source(name: str) -> Source:
    base = bases()[name]
    return opened.source(f"{name}.toml", base.text, base.case)


@cache
def _futures(name: str) -> Futures:
    futures = evaluate(bases()[name].case, DRAWS)
    for option in futures.options:
        finite(option)
    return futures
