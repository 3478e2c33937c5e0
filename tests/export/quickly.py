"""Bundles that are made quickly: with shares of the variance that nobody looks at in tests of other things."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import pytest

from colocate.analysis.deciding.what_would_change import what_changes
from colocate.commands import export
from colocate.export import reproducing

QUICK = partial(what_changes, base=2, most=2)
"""All that would change the answer."""


@contextmanager
def quickly() -> Iterator[None]:
    """Let `export` and `reproduce` look for what would change the answer quickly."""
    with pytest.MonkeyPatch.context() as patched:
        for module in (export, reproducing):
            patched.setattr(module, "what_changes", QUICK)
        yield
