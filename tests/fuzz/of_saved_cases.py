"""Hostile saved cases: bytes spoilt, members lost, doubled and exchanged, what stood beside the case taken apart."""

from __future__ import annotations

import io
import json
import warnings
import zipfile
from random import Random

from colocate.case import Case
from colocate.casefile.one_file import read_one_file
from colocate.casefile.opened import Opened, opened_text
from tests.casefile.test_one_file import levers_of
from tests.casefile.test_reading import every_place
from tests.fuzz.bases import Base, one_of_the_bases
from tests.fuzz.checking import case_or_faults
from tests.fuzz.mutating import WORDS, spoilt_bytes, spoilt_document

METHODS = (*(zipfile.ZIP_DEFLATED,) * 8, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2)
NAMES = ("case.toml", "opened.json", "CASE.TOML", "../case.toml", "/opened.json", "a/b.csv", "folder/", "x.csv", "")


def a_saved_case(random: Random) -> None:
    """A saved case, spoilt in its members, in what stood beside it, or in its bytes."""
    base = one_of_the_bases(random)
    members = [("case.toml", base.text.encode()), *base.tables.items(), ("opened.json", _stood(random, base))]
    for _ in range(random.choice((0, 0, 1, 1, 2))):
        _spoil(random, members)
    content = _packed(random, members)
    if random.random() < 0.3:
        content = spoilt_bytes(random, content)
    elif random.random() < 0.2:
        place = random.randrange(len(content))
        content = content[:place] + random.randbytes(random.randrange(1, 40)) + content[place + 1 :]
    case_or_faults(random, lambda: _read(content))


def _read(content: bytes) -> Case:
    return read_one_file(content).changed


def _stood(random: Random, base: Base) -> bytes:
    """Write what stood beside a case, mostly spoilt in one place."""
    document = json.loads(opened_text(Opened("case.toml", levers_of(base.case), "Mine", {"Mine": {}})))
    paths = [*random.sample(list(base.case.quantities), 2), random.choice(WORDS)]
    if random.random() < 0.3:
        document["scenarios"]["Mine"] = {random.choice(paths): random.choice((0, -1, 0.5, 1e9, 1e-12, True, "free"))}
    if random.random() < 0.6:
        document = spoilt_document(random, document, every_place(document))
    return json.dumps(document, default=str, skipkeys=True).encode("utf-8", "surrogatepass")


def _spoil(random: Random, members: list[tuple[str, bytes]]) -> None:
    """Lose, double, rename, exchange or spoil one member."""
    if not members:
        return
    place, other = random.randrange(len(members)), random.randrange(len(members))
    name, content = members[place]
    kind = random.randrange(5)
    if kind == 0:
        del members[place]
    elif kind == 1:
        members.insert(other, (name, content))
    elif kind == 2:
        members[place] = (random.choice((*NAMES, *WORDS)), content)
    elif kind == 3:
        members[place], members[other] = (name, members[other][1]), (members[other][0], content)
    else:
        members[place] = (name, spoilt_bytes(random, content))


def _packed(random: Random, members: list[tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", random.choice(METHODS)) as archive:
        warnings.simplefilter("ignore")  # names that stand twice are meant
        for name, content in members:
            info = zipfile.ZipInfo(name.encode("utf-8", "replace").decode()[:2000])
            if random.random() < 0.03:
                info.external_attr = random.choice((0o120777, 0o040755, 0o060666, 0o100644)) << 16
            archive.writestr(info, content, random.choice(METHODS))
    return stream.getvalue()
