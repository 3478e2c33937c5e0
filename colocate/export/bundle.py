"""Everything that a case exports, into one folder or one zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from colocate.analysis.bridge.bridge import bridge_between
from colocate.analysis.bridge.compared import Compared
from colocate.analysis.deciding.what_would_change import WhatChanges
from colocate.analysis.weighing.weighing import Weighing, to_take_away_as_it_stood
from colocate.casefile.changing import Value
from colocate.casefile.one_file import OneFile, one_file
from colocate.casefile.opened import Weights
from colocate.export.figures import fingerprint
from colocate.export.formats import USUAL, Files, LeftOut, Taken, left_out, made, made_by
from colocate.export.manifest import BY_TEMPLATE, CASE, MANIFEST, OTHER, Manifest, OtherCase, entry, manifest_json
from colocate.model.futures import Futures
from colocate.stopping import look, looking
from colocate.words.judgements import changed_words
from colocate.words.language import ENGLISH, Language
from colocate.writing import whole_folder, write_all, write_new, write_whole

THE_SAME_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a zip, so that the same files give the same bytes, in every time zone."""

STEP = 0.97
Progress = Callable[[float], None]
NO_CHANGES: Mapping[str, Value] = MappingProxyType({})
PACKED_ALREADY = (".png", ".xlsx", ".docx", ".pdf", ".parquet", ".colocate")


def write_bundle(
    futures: Futures,
    found: WhatChanges,
    folder: Path,
    weighed: Weighing | None = None,
    formats: Collection[str] = USUAL,
) -> list[Path]:
    """Write the files of a case in these formats into a folder; give the paths written.

    `futures` are those of the odds and of `weighed` (None where the case cannot be weighed), `found` rests on futures
    of its own, perhaps more of them. The folder appears when all is in it, or files of the same names are replaced
    then; PlaceError where it cannot be written to.
    """
    return write_files(folder, made(Taken(futures, found, weighed), formats))


def compared_with(
    other: OneFile, before: Futures, futures: Futures, file_name: str, progress: Progress | None = None
) -> Compared:
    """Compare a case, by its futures and the file it was read from, with another one as it was saved."""
    files = other.opened.file_name, file_name
    return Compared(bridge_between(before, futures, progress), files, fingerprint(other.changed.document))


def taken_as_it_stood(
    futures: Futures,
    found: WhatChanges,
    weights: Weights,
    language: Language = ENGLISH,
    compared: Compared | None = None,
) -> Taken:
    """Give what files are made of, weighed as a saved case says: with a user's own weights once they were seen."""
    weighed = to_take_away_as_it_stood(futures, weights)
    changed = ""
    if weighed is not None and weights.seen and weights.swings:
        points = {name: weights.swings.get(name, 0.0) for name in weighed.table.criteria}
        changed = changed_words(weighed.table, weights.seen, points, language)
    return Taken(futures, found, weighed, changed, language, compared=compared)


def bundle(
    taken: Taken,
    saved: OneFile,
    formats: Collection[str] = USUAL,
    changes: Mapping[str, Value] = NO_CHANGES,
    failed: list[LeftOut] | None = None,
    other: OneFile | None = None,
) -> Files:
    """Give all files of a bundle: those of the formats asked for, the case itself, and last the manifest.

    `saved` is the case that `taken` was worked out from, with what is kept beside it made; `changes` are those that
    were written into its text before, and are told only. `other` is the case that it is compared with, where `taken`
    has one. `failed` as with `made_by`.
    """
    entries, before = [], len(failed or ())
    for (name, content), maker in made_by(taken, formats, failed=failed):
        from_their_template = taken.template is not None and name.endswith(BY_TEMPLATE)
        entries.append(entry(name, content, "hash" if from_their_template else maker.comparison))
        yield name, content
    for name, one in ((CASE, saved), (OTHER, other)):
        if one is not None:
            case = one_file(one.text, one.tables, one.opened)
            entries.append(entry(name, case, "hash"))
            yield name, case
    futures = taken.futures
    said = Manifest(
        title=futures.case.title,
        file_name=saved.opened.file_name,
        fingerprint=fingerprint(futures.case.document),
        changes=changes,
        draws=futures.draws,
        seed=futures.seed,
        language=taken.language.locale,
        formats=tuple(formats),
        files=tuple(entries),
        left_out=(*left_out(formats, taken.language), *(failed or ())[before:]),
        decided=saved.opened.decided,
        other=None if taken.compared is None else other_case(taken.compared),
    )
    yield MANIFEST, manifest_json(said).encode()


def other_case(compared: Compared) -> OtherCase:
    """Give what a manifest says of the case that the one of its bundle is compared with."""
    return OtherCase(compared.bridge.old.case.title, compared.files[0], compared.mark)


def packed_bundle(
    found: WhatChanges, saved: OneFile, formats: Collection[str], language: Language, progress: Progress | None = None
) -> bytes:
    """Give a whole bundle as the bytes of a zip; `progress` is told the part done, and may raise to stop."""
    taken = taken_as_it_stood(found.futures, found, saved.opened.weights, language)
    return zipped(_told(bundle(taken, saved, formats), progress))


def files_of_maker(
    found: WhatChanges,
    weights: Weights,
    name: str,
    wanted: Collection[str],
    language: Language,
    progress: Progress | None = None,
) -> list[tuple[str, bytes]]:
    """Give the files of one maker in these formats; `progress` is told the part done, and may raise to stop."""
    taken = taken_as_it_stood(found.futures, found, weights, language)
    return list(_told((file for file, _ in made_by(taken, wanted, name)), progress))


def _told(files: Files, progress: Progress | None) -> Files:
    """Tell after each file how far the work is; how many there will be nobody knows, so the part nears 1."""
    for number, file in enumerate(files, start=1):
        if progress is not None:
            progress(1.0 - STEP**number)
        yield file


def write_files(folder: Path, files: Files, *, replace: bool = True) -> list[Path]:
    """Write files into a folder, which appears when all are whole; give the paths written.

    Without `replace` FileExistsError, which names the first file that is there already; nothing is written then.
    PlaceError where the place cannot be written to.
    """
    with whole_folder(folder, replace=replace) as draft:
        written = write_all(draft, files)
        look()
    return [folder / path.name for path in written]


def write_zip(path: Path, files: Iterable[tuple[str, bytes]], *, replace: bool = True) -> Path:
    """Write files as one zip when all of them are made; errors as those of `write_files`."""
    packed = zipped(files)
    look()
    if replace:
        return write_whole(path, packed)
    write_new({path: packed})
    return path


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Pack files into one zip by their names; the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in looking(files):
            how = zipfile.ZIP_STORED if name.endswith(PACKED_ALREADY) else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, THE_SAME_DAY), content, how)
    return packed.getvalue()
