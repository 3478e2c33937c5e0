"""Another case that a case to take away is compared with."""

from __future__ import annotations

from dataclasses import dataclass

from colocate.analysis.bridge.bridge import Bridge


@dataclass(frozen=True)
class Compared:
    """The bridge from another case to the one that is taken away, and what the other one is known by.

    `files` are the names that both were read from, the other one's first, empty where there is none; `mark` is the
    other one's fingerprint.
    """

    bridge: Bridge
    files: tuple[str, str]
    mark: str
