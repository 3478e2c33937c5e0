"""Freeze a case as it was decided: who decided and when stays with it, and a later decision names the one before."""

from __future__ import annotations

from dataclasses import replace

from colocate.case import Case
from colocate.casefile.one_file import OneFile
from colocate.casefile.opened import Decided
from colocate.export.figures import fingerprint
from colocate.export.formats import RAW, formats


def frozen(saved: OneFile, by: str, on: str, before: Decided | None = None) -> OneFile:
    """Give a case with the decision that it is frozen at, made by somebody on a day, both as typed.

    It is the first version, or the next one after the decision that the case carries, or after `before` where that is
    told: then it names the case decided then by its fingerprint.
    """
    last = saved.opened.decided if before is None else before
    decided = Decided(
        by=by,
        on=on,
        version=1 if last is None else last.version + 1,
        fingerprint=_mark_of(saved.changed),
        before="" if last is None else last.fingerprint,
    )
    return replace(saved, opened=replace(saved.opened, decided=decided))


def is_as_decided(case: Case, decided: Decided) -> bool:
    """Tell whether a case is the one that was decided; else it was changed since."""
    return decided.fingerprint == _mark_of(case)


def formats_to_freeze() -> tuple[str, ...]:
    """Give the formats of a frozen case: all but that of every draw, which the seed gives again."""
    return tuple(one for one in formats() if one != RAW)


def _mark_of(case: Case) -> str:
    """Give a mark of all that a case says, in its tables too."""
    return fingerprint([case.document, repr(case.constituents), repr(case.travel_times)])
