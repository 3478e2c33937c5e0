"""What is loaded is left out of the collector's looks, once."""

from __future__ import annotations

import subprocess
import sys

from tests.documents import ROOT

SCRIPT = """
import gc
from colocate.ui.settling import OFTEN, settle
class Ring: pass
lost = Ring(); lost.itself = lost; del lost
settle()
kept, often = gc.get_freeze_count(), gc.get_threshold()[0]
settle()
rings = [one for one in gc.get_objects() if isinstance(one, Ring)]
print(kept > 1000, often == OFTEN, gc.get_freeze_count() <= kept, rings)
"""


def test_the_first_call_alone_settles_and_keeps_no_rubbish() -> None:
    """In a process of its own: what it does holds for all of it."""
    command = [sys.executable, "-c", SCRIPT]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert found.stdout.split() == ["True", "True", "True", "[]"]


def test_the_frame_settles_after_its_first_page() -> None:
    script = """
from streamlit.testing.v1 import AppTest
import gc
app = AppTest.from_file("app.py", default_timeout=50).run()
assert not app.exception
print(gc.get_freeze_count() > 10_000)
"""
    command = [sys.executable, "-c", script]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=True)
    assert found.stdout.split() == ["True"]
