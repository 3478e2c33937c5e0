"""Bundles in words: why one cannot be read, and what came of working it out again."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.casefile.opened import Decided
from colocate.words.language import ENGLISH, Language, unsaid

WHY = {
    "no bundle": unsaid("{name} is no bundle: it is neither a folder nor a zip."),
    "no manifest": unsaid(
        "{name} is no bundle: there is no manifest.json in it. Name the folder or the zip that export wrote."
    ),
    "half": unsaid("{name} is half written or broken: it cannot be unpacked. Copy it again."),
    "manifest": unsaid("manifest.json is not as export writes it: {name} has the wrong form."),
    "too many": unsaid("{name} holds more files than a bundle may have."),
    "too large": unsaid("{name} is larger than a bundle may be."),
    "path": unsaid('"{name}" in the bundle is a path that leads elsewhere. Nothing was read.'),
    "twice": unsaid('"{name}" stands twice in the bundle. Nothing was read.'),
    "packed": unsaid('"{name}" is encrypted, or packed in a way that is not read here. Pack it again as a plain zip.'),
    "no file": unsaid('"{name}" is a link, a pipe or a device, not a file. Nothing was read.'),
}

WHOLE = {
    "not listed": unsaid("{file}: the manifest does not list it."),
    "not there": unsaid("{file}: is missing."),
    "not as listed": unsaid("{file}: is not the file that the manifest lists; it was changed since."),
    "broken": unsaid("{file}: is broken, and cannot be unpacked."),
    "not made": unsaid("{file}: is listed in the manifest, and is none of the files that the case gives."),
    "": unsaid("{file}: is not the same when it is made again, though no figure in it differs; it was changed since."),
}


PLACES = {"csv": unsaid("row {place}"), "html": unsaid("line {place}"), "svg": unsaid("line {place}")}
"""How a place is called in files whose places are counted; elsewhere it has a name."""


def why_no_bundle(kind: str, name: str, language: Language = ENGLISH) -> str:
    """Say why a bundle cannot be read."""
    return language.say(WHY[kind], name=name[:80])


def bundle_argument(language: Language = ENGLISH) -> str:
    """Say what BUNDLE is."""
    return language.say("a folder or a zip that export wrote; a frozen case is one as well")


def part_differs(file: str, place: str, kept: str, made: str, language: Language = ENGLISH) -> str:
    """Say what differs: the file as a whole, or a figure in it with both values."""
    if place in WHOLE:
        return language.say(WHOLE[place], file=file)
    ending = file.rpartition(".")[2]
    here = language.say(PLACES[ending], place=place) if ending in PLACES else place
    if not kept:
        return language.say(
            "{file}: {here}: nothing in the bundle; worked out again {made}.", file=file, here=here, made=made
        )
    if not made:
        return language.say(
            "{file}: {here}: {kept} in the bundle; nothing when worked out again.", file=file, here=here, kept=kept
        )
    return language.say(
        "{file}: {here}: {kept} in the bundle; worked out again {made}.", file=file, here=here, kept=kept, made=made
    )


def all_equal(equal: int, by_hash: int, language: Language = ENGLISH) -> str:
    """Say that everything is equal, and how it was checked."""
    first = language.say_many(
        "Equal: {count} file was worked out again, and is the same to the last byte.",
        "Equal: {count} files were worked out again, and are the same to the last byte.",
        equal,
    )
    return f"{first} {by_hash_words(by_hash, language)}" if by_hash else first


def by_hash_words(by_hash: int, language: Language = ENGLISH) -> str:
    """Say which files were only held against the manifest."""
    return language.say_many(
        "{count} more is as the manifest lists it, by its hash.",
        "{count} more are as the manifest lists them, by their hashes.",
        by_hash,
    )


def near_words(names: Sequence[str], language: Language = ENGLISH) -> str:
    """Say which files differ in the last digits alone."""
    return language.say(
        "Equal to nine digits, and not to the last, as it comes with another processor or other versions: {names}.",
        names=", ".join(names),
    )


def versions_differ(name: str, there: str, here: str, language: Language = ENGLISH) -> str:
    """Say that a bundle was made with another version."""
    return language.say("made with {name} {there}; here it is {here}", name=name, there=there, here=here or "-")


def not_equal(differences: int, language: Language = ENGLISH) -> str:
    """Say that a bundle is not equal, and how many differences follow."""
    return language.say_many("Not equal: {count} difference.", "Not equal: {count} differences.", differences)


def more_differences(count: int, language: Language = ENGLISH) -> str:
    """Say how many differences are not told."""
    return language.say_many("and {count} more", "and {count} more", count)


def frozen_to_write(language: Language = ENGLISH) -> str:
    """Say what `freeze --out` is."""
    return language.say("zip to write; none that is there is written over")


def who_decided(language: Language = ENGLISH) -> str:
    """Say what `freeze --by` is."""
    return language.say("who decided, as it is to stand with the case")


def when_decided(language: Language = ENGLISH) -> str:
    """Say what `freeze --on` is."""
    return language.say("the day of the decision, for example 2026-03-31; today unless told")


def decided_before(language: Language = ENGLISH) -> str:
    """Say what `freeze --after` is."""
    return language.say("the frozen case that this one comes after; the one that the case says unless told")


def never_frozen(name: str, language: Language = ENGLISH) -> str:
    """Say that a case was never frozen, so that nothing comes after it."""
    return language.say(
        "{name}: was never frozen: there is no decision in it that another could come after.", name=name
    )


def frozen_already_there(name: str, language: Language = ENGLISH) -> str:
    """Say that something has the name that was to be written; what is frozen is never written over."""
    return language.say("{name}: is there already, and nothing was written. Choose another --out.", name=name)


def decided_words(decided: Decided, *, as_decided: bool, language: Language = ENGLISH) -> str:
    """Say who decided on a case and when, and whether it is still the case that was decided."""
    said = {"version": str(decided.version), "by": decided.by, "on": decided.on}
    if as_decided:
        return language.say("Version {version}, decided by {by} on {on}; nothing in it was changed since.", **said)
    return language.say(
        "Version {version} was decided by {by} on {on}. It was changed since: frozen again, it is the next version.",
        **said,
    )
