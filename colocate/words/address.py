"""What is said of an address that does not fit: what was left out of it, why it may be, and what waits."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.words.language import ENGLISH, Language

TOLD = 3


def left_out(parts: Sequence[str], language: Language = ENGLISH) -> str:
    """Say what was left out of an address, in few words; empty where nothing was."""
    if not parts:
        return ""
    told, more = ", ".join(parts[:TOLD]), len(parts) - TOLD
    if more > 0:
        return language.say_many(
            "Left out, as it does not fit this case: {parts} and {count} more.",
            "Left out, as it does not fit this case: {parts} and {count} more.",
            more,
            parts=told,
        )
    return language.say("Left out, as it does not fit this case: {parts}.", parts=told)


def of_an_upload(language: Language = ENGLISH) -> str:
    """Say why a case cannot be had from an address."""
    return language.say("case (this link was made with an uploaded file: upload it again to see it)")


def of_another_version(name: str, parts: Sequence[str], language: Language = ENGLISH) -> str:
    """Say that a case has changed since a link was made, and what of the link was left out."""
    return language.say(
        "The case {name} has changed since this link was made. Left out, as it was meant for what the case said then: "
        "{parts}.",
        name=name,
        parts=", ".join(parts),
    )


def waits_for_an_upload(file: str, language: Language = ENGLISH, *, changes: bool) -> str:
    """Say that an address is of an uploaded case that is not here, and how to come to it."""
    named = language.say('the uploaded case "{file}"', file=file) if file else language.say("an uploaded case")
    if changes:
        return language.say(
            "This address is of {named}, which is neither in this session nor kept in this browser. Shown below is "
            "another case, without anything of the address. Its changes are kept: upload it again, the same file with "
            "its tables, and they are applied.",
            named=named,
        )
    return language.say(
        "This address is of {named}, which is neither in this session nor kept in this browser. Shown below is another "
        "case. To see it, upload it again, the same file with its tables.",
        named=named,
    )


def waits_for_other_content(file: str, language: Language = ENGLISH, *, changes: bool) -> str:
    """Say that an uploaded file has the name that an address is of, and says something else."""
    if changes:
        return language.say(
            'The address was made with another version of "{file}" than the one shown below. Its changes are not '
            "applied to this one. They are kept: upload the version that they were made with, and they are applied.",
            file=file,
        )
    return language.say(
        'The address was made with another version of "{file}" than the one shown below.',
        file=file,
    )


def waits_for_a_case(name: str, language: Language = ENGLISH, *, changes: bool) -> str:
    """Say that an address is of a case that cannot be read at present."""
    if changes:
        return language.say(
            "This address is of the case {name}. Its changes are kept, and applied as soon as the case can be read and "
            "is chosen.",
            name=name,
        )
    return language.say("This address is of the case {name}, which cannot be read at present.", name=name)


def forget(language: Language = ENGLISH) -> str:
    """Label the button that lets go of an address that waits."""
    return language.say("Forget this address")
