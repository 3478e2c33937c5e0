"""Hostile bundles: files lost, doubled, renamed, spoilt, manifests taken apart, with hashes that belong to them."""

from __future__ import annotations

import io
import json
import tempfile
import warnings
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from colocate.analysis.deciding.what_would_change import what_changes
from colocate.casefile.faults import CaseError
from colocate.casefile.one_file import one_file, read_one_file
from colocate.casefile.opened import Opened
from colocate.export.bundle import bundle, compared_with
from colocate.export.formats import Taken
from colocate.export.manifest import CASE, MANIFEST, OTHER, OWN, hash_of
from colocate.export.opening import BundleError, open_bundle
from colocate.export.reproducing import reproduce
from colocate.model.evaluate import evaluate
from colocate.safe import for_json
from colocate.words.bundle import part_differs, why_no_bundle
from tests.casefile.test_reading import every_place
from tests.fuzz.bases import bases
from tests.fuzz.checking import DRAWS, told_in_words
from tests.fuzz.mutating import WORDS, spoilt_bytes, spoilt_document

NAMES = (CASE, OTHER, MANIFEST, "../figures.json", "/figures.json", "a/figures.json", "FIGURES.JSON", "x.html", "")


@cache
def whole(*, compared: bool) -> dict[str, bytes]:
    """The files of a bundle as it is written: figures of a small case, alone or compared with another one."""
    base = bases()["national-coordinator"]
    futures = evaluate(base.case, DRAWS)
    saved = read_one_file(one_file(base.text, base.tables, Opened()))
    taken = Taken(futures, what_changes(futures))
    if not compared:
        return dict(bundle(taken, saved, ("json",)))
    changed = Opened(changes={"discounting.rate": 7.0}, file_name="before.toml")
    other = read_one_file(one_file(base.text, base.tables, changed))
    found = compared_with(other, evaluate(other.changed, DRAWS), futures, "")
    return dict(bundle(replace(taken, compared=found), saved, ("json",), other=other))


def a_bundle(random: Random) -> None:
    """A bundle after some changes, written to a zip and worked out again."""
    files = list(whole(compared=random.random() < 0.5).items())
    for _ in range(random.choice((1, 1, 2, 3))):
        files = _spoilt(random, files)
    if random.random() < 0.5:
        files = _listed_again(files)
    content = _packed(random, files)
    with tempfile.TemporaryDirectory(prefix="colocate-fuzz-") as place:
        path = Path(place) / "bundle.zip"
        path.write_bytes(spoilt_bytes(random, content) if random.random() < 0.1 else content)
        _tried(path)


def _tried(path: Path) -> None:
    try:
        several = open_bundle(path)
    except BundleError as error:
        said = why_no_bundle(error.kind, error.name)
        assert said
        return
    for held in several.values():
        try:
            found = reproduce(held)
        except BundleError as error:
            said = why_no_bundle(error.kind, error.name)
            assert said
        except CaseError as error:
            told_in_words(error.faults)
        else:
            told = [part_differs(one.file, one.place, one.kept, one.made) for one in found.differences]
            assert all(told)
            assert {*found.equal, *found.near, *found.by_hash} <= {*held}


def _spoilt(random: Random, files: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """Lose, double, rename, exchange or spoil one file; the manifest is taken apart as often as all others."""
    place = random.randrange(len(files)) if files else 0
    here = [number for number, (name, _) in enumerate(files) if name == MANIFEST]
    if here and random.random() < 0.5:
        name, content = files[here[0]]
        return [*files[: here[0]], (name, _manifest(random, content)), *files[here[0] + 1 :]]
    if not files:
        return files
    name, content = files[place]
    kind = random.randrange(5)
    if kind == 0:
        changed = []
    elif kind == 1:
        changed = [(name, content), (name, content)]
    elif kind == 2:
        changed = [(random.choice((*NAMES, *WORDS)), content)]
    elif kind == 3:
        changed = [(name, random.choice(files)[1])]
    else:
        changed = [(name, spoilt_bytes(random, content))]
    return [*files[:place], *changed, *files[place + 1 :]]


def _manifest(random: Random, content: bytes) -> bytes:
    try:
        document = json.loads(content)
    except ValueError:
        return spoilt_bytes(random, content)
    spoilt = spoilt_document(random, document, every_place(document))
    return json.dumps(spoilt, default=str, skipkeys=True).encode("utf-8", "surrogatepass")


def _listed_again(files: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """Give the same with the hashes of what the files have now, as somebody who knows how would write them."""
    contents = dict(files)
    return [(name, _agreeing(content, contents) if name == MANIFEST else content) for name, content in files]


def _agreeing(manifest: bytes, contents: dict[str, bytes]) -> bytes:
    """Give a manifest that agrees with the files and with itself; one that lists nothing any more stays."""
    try:
        document = json.loads(manifest)
        for one in document["files"]:
            if one["name"] in contents:
                one |= {"sha256": hash_of(contents[one["name"]]), "bytes": len(contents[one["name"]])}
        document.pop(OWN, None)
        return for_json({**document, OWN: hash_of(for_json(document).encode())}).encode()
    except (ValueError, TypeError, KeyError):
        return manifest


def _packed(random: Random, files: list[tuple[str, bytes]]) -> bytes:
    stream, folder = io.BytesIO(), random.choice(("", "", "", "here/", "a/b/"))
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # names that stand twice are meant
        for name, content in files:
            info = zipfile.ZipInfo(f"{folder}{name}".encode("utf-8", "replace").decode()[:2000])
            if random.random() < 0.03:
                info.external_attr = random.choice((0o120777, 0o040755, 0o060666, 0o100644)) << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
