"""Work every figure of a bundle out again, in this process, and tell what is equal and what is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from colocate.analysis.deciding.what_would_change import what_changes, while_drawing
from colocate.casefile.faults import CaseError
from colocate.casefile.one_file import OneFile, read_one_file
from colocate.export.bundle import compared_with, other_case, taken_as_it_stood
from colocate.export.comparing import Difference, differences, is_near
from colocate.export.figures import fingerprint
from colocate.export.formats import MAKERS, LeftOut, Taken, left_out, made_by
from colocate.export.manifest import (
    BY_TEMPLATE,
    CASE,
    MANIFEST,
    OTHER,
    Entry,
    Manifest,
    ManifestError,
    entry,
    hash_of,
    is_as_written,
    manifest_json,
    read_manifest,
    versions,
)
from colocate.export.opening import BundleError, Held
from colocate.model.evaluate import futures_of
from colocate.words.language import Language

Progress = Callable[[float], None]


@dataclass(frozen=True)
class Reproduction:
    """What came of a bundle, by names of files.

    `equal` were made again and are equal, byte for byte, `near` but for the last digits of figures. `by_hash` are those
    that no two machines make alike: they are the ones that the manifest lists. `differences` are all others, and
    `other_versions` what a bundle was made with, where that is not what is here: name, there, here. `not_made` are
    formats that cannot be made on this machine: their files were held against their hash too.
    """

    differences: tuple[Difference, ...]
    equal: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    by_hash: tuple[str, ...] = ()
    other_versions: tuple[tuple[str, str, str], ...] = ()
    not_made: tuple[LeftOut, ...] = ()


NOT_IN_MANIFEST, NOT_THERE, NOT_AS_LISTED, BROKEN = "not listed", "not there", "not as listed", "broken"
NOT_MADE = "not made"
"""Places of differences of a whole file: it stands beside the bundle, is missing, has another hash, is unreadable, or
comes from nobody who works the case out again."""


@dataclass(frozen=True)
class Again:
    """What was worked out again of a bundle: what its files are made of, and those that are the same everywhere."""

    taken: Taken
    files: Mapping[str, bytes]


def reproduce(held: Held, progress: Progress | None = None, again: Again | None = None) -> Reproduction:
    """Make the files of a bundle again from its case, and compare each; `again` has them where they were made before.

    BundleError where there is no manifest that can be read; CaseError where the case cannot be read, or has faults.
    """
    text, said = _manifest(held)
    listed = {one.name: one for one in said.files}
    found = [Difference(name, NOT_IN_MANIFEST) for name in held if name not in listed and name != MANIFEST]
    found += [Difference(name, NOT_THERE) for name in (*listed, *said.cases) if name not in held]
    found += [Difference(name, BROKEN) for name, content in held.items() if content is None]
    read = {name: _case(held.get(name), listed.get(name)) for name in said.cases}
    saved, other = read[CASE], read.get(OTHER)
    if saved is None or None in read.values():
        told = [
            Difference(name, NOT_AS_LISTED) for name, one in read.items() if one is None and held.get(name) is not None
        ]
        return Reproduction(differences=tuple(dict.fromkeys([*found, *told])))
    again = worked_out_again(said, saved, progress, other) if again is None else again
    equal, near, by_hash = [], [], []
    for name, listed_as in listed.items():
        content, made = held.get(name), again.files.get(name)
        if content is None:
            continue
        if listed_as.comparison == "hash" and name.endswith(BY_TEMPLATE):
            made = None
        as_listed = hash_of(content) == listed_as.sha256
        if made is None and as_listed and not _goes_by_hash(listed_as, said):
            found.append(Difference(name, NOT_MADE))
        elif made is None and as_listed:
            by_hash.append(name)
        elif made is None:
            found.append(Difference(name, NOT_AS_LISTED))
        elif content == made:
            equal.append(name)
        elif as_listed and is_near(name, content, made):
            near.append(name)
        else:
            found += differences(name, content, made)
    found += [Difference(name, NOT_THERE) for name in again.files if name not in listed and name not in held]
    due = _manifest_due(said, saved, again)
    if not is_as_written(text):
        due = _with_files(due, held, again)
    found += differences(MANIFEST, text.encode(), manifest_json(due).encode())
    return Reproduction(
        equal=tuple(equal),
        near=tuple(near),
        by_hash=tuple(by_hash),
        differences=tuple(dict.fromkeys(found)),
        other_versions=_other_versions(said),
        not_made=left_out(said.formats, again.taken.language),
    )


def _manifest(held: Held) -> tuple[str, Manifest]:
    content = held.get(MANIFEST)
    if content is None:
        raise BundleError("half", MANIFEST)
    try:
        text = content.decode()
        return text, read_manifest(text)
    except UnicodeDecodeError as error:
        raise BundleError("manifest", "UTF-8") from error
    except ManifestError as error:
        raise BundleError("manifest", error.where) from error


def _case(content: bytes | None, listed: Entry | None) -> OneFile | None:
    """Read the case; None where it is missing, or cannot be read and is not the one that the manifest lists."""
    if content is None:
        return None
    try:
        return read_one_file(content)
    except CaseError:
        if listed is not None and hash_of(content) == listed.sha256:
            raise
        return None


def worked_out_again(
    said: Manifest, saved: OneFile, progress: Progress | None = None, other: OneFile | None = None
) -> Again:
    """Work a case out over the draws of a manifest, and make the files that are the same everywhere.

    `other` is the case that it is compared with, None for none.
    """
    drawing = None if progress is None else while_drawing(progress)
    futures = futures_of(saved.changed, said.draws, said.seed, drawing)
    found = what_changes(futures, progress=progress)
    compared = None
    if other is not None:
        before = futures_of(other.changed, said.draws, said.seed)
        compared = compared_with(other, before, futures, saved.opened.file_name)
    taken = taken_as_it_stood(futures, found, saved.opened.weights, Language(said.language), compared)
    return Again(taken, dict(file for file, _ in made_by(taken, said.formats, "made again")))


def _goes_by_hash(listed: Entry, said: Manifest) -> bool:
    """Tell whether a file may be held against its hash alone: the case, Word's, what a maker of such files makes.

    What a manifest says of it is not enough: whoever changes a file can change that too.
    """
    by_hash = {one for maker in MAKERS if maker.comparison == "hash" for one in maker.formats} & {*said.formats}
    named = listed.name in said.cases or listed.name.endswith(BY_TEMPLATE)
    return listed.comparison == "hash" and (named or listed.name.rpartition(".")[2] in by_hash)


def _manifest_due(said: Manifest, saved: OneFile, again: Again) -> Manifest:
    """Give the manifest as it ought to be, with the files that it lists."""
    case, opened = again.taken.futures.case, saved.opened
    mark, compared = fingerprint(case.document), again.taken.compared
    other = None if compared is None else other_case(compared)
    return replace(
        said, title=case.title, file_name=opened.file_name, fingerprint=mark, decided=opened.decided, other=other
    )


def _with_files(due: Manifest, held: Held, again: Again) -> Manifest:
    """Give a manifest with the files as they are made here, and with what they are made with."""
    contents = {one.name: again.files.get(one.name) or held.get(one.name) for one in due.files}
    files = tuple(
        one if (content := contents[one.name]) is None else entry(one.name, content, one.comparison)
        for one in due.files
    )
    return replace(due, files=files, versions=versions())


def _other_versions(said: Manifest) -> tuple[tuple[str, str, str], ...]:
    here = versions()
    both = ((name, there, here.get(name, "")) for name, there in (said.versions or {}).items())
    return tuple(one for one in both if one[1] != one[2])
