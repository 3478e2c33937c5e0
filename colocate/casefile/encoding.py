"""The letters of a table, in whichever encoding a spreadsheet wrote them: UTF-8, UTF-16, or Windows-1252.

UTF-8 and UTF-16 prove themselves. Any bytes are Windows-1252, so it is taken only where what comes out can be words of
a Western European language; bytes of Cyrillic, Greek, Arabic, Polish or Turkish code pages are told, not guessed.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from colocate.casefile.faults import CaseError, Fault, fault_at, line_of, within
from colocate.casefile.reading import TABLE_LIMIT, text_of, too_large

WESTERN = "àáâãäåæçèéêëìíîïñòóôõöøùúûüÿœßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŸŒ"
"""Letters beyond a to z of the languages written in Windows-1252, but for Icelandic, which Turkish looks like."""

MARKS = "\u00a0\u00ad€\u201a„…\u2018\u2019“”•\u2013—™¡£¥§©ª«®°±²³\u00b4·º»¼½¾¿\u00d7"
"""Signs that stand in such texts between words, or after a number."""

STRANGE_WORD = re.compile(rf"[{WESTERN}]{{3,}}|(?<=[A-Za-z{WESTERN}])[¡£¥§©ª«®±²³\u00b4º»¼½¾¿\u00d7](?=[a-z{WESTERN}])")
"""Three such letters in a row, or a sign inside a word: no Western European language has them."""


def table_text_of(content: bytes, name: str) -> str:
    """Decode the bytes of a table; CaseError in words where they are too many, or no text that can be told."""
    if len(content) > TABLE_LIMIT:
        raise CaseError([too_large(name, len(content), TABLE_LIMIT)])
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        try:
            return text_of(content.decode("utf-16").encode(), name, 2 * TABLE_LIMIT)
        except UnicodeError:
            raise CaseError([_broken(name)]) from None
    plain = content.removeprefix(BOM_UTF8)
    if plain is content and b"\x00" not in content and not _is_utf8(content):
        return text_of(_western(content, name).encode(), name, 2 * TABLE_LIMIT)
    return text_of(content, name, TABLE_LIMIT)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _western(content: bytes, name: str) -> str:
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise CaseError([_unknown(name, content[: error.start].count(b"\n") + 1)]) from None
    strange = STRANGE_WORD.search(text)
    known = set(WESTERN + MARKS)
    places = [strange.start()] if strange else []
    places += [text.index(mark) for mark in set(text) if not mark.isascii() and mark not in known]
    if places:
        raise CaseError([_unknown(name, text.count("\n", 0, min(places)) + 1)])
    return text


def _unknown(name: str, line: int) -> Fault:
    return fault_at(
        within(name, line_of(line)),
        "is not saved as UTF-8, and which letters are meant cannot be told",
        "Save it again as CSV UTF-8, or as Unicode text",
    )


def _broken(name: str) -> Fault:
    return fault_at(name, "is saved as UTF-16, and broken", "Save it again as CSV UTF-8, or as Unicode text")
