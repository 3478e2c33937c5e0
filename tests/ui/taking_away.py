"""What a visitor takes away from the side of a page, and what the command line says of the same case."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.documents import ROOT
from tests.ui.browsing import Visit


def saved(visit: Visit, label: str, to: Path) -> Path:
    """Press a button under *Save*, and give the file that the browser has written."""
    fold = visit.page.locator("[data-testid=stSidebar] details").filter(has_text="Save this case").first
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
        visit.settle()
    with visit.page.expect_download() as downloading:
        visit.page.get_by_role("button", name=label, exact=True).click()
    downloading.value.save_as(to)
    visit.settle()
    return to


def told_on_the_command_line(*words: str | Path) -> str:
    """Give what the program says; it must end well."""
    command = [sys.executable, "-m", "colocate", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def leaves(document: Any, path: str = "") -> dict[str, Any]:
    """Give every figure and word of a document by its path."""
    inside = document.items() if isinstance(document, dict) else enumerate(document)
    found: dict[str, Any] = {}
    for key, value in inside:
        here = f"{path}/{key}"
        found |= leaves(value, here) if isinstance(value, (dict, list)) else {here: value}
    return found


def same_figures(one: str, other: str) -> int:
    """Hold two documents of figures against each other, figure by figure; give how many numbers they have."""
    first, second = leaves(json.loads(one)), leaves(json.loads(other))
    assert first.keys() == second.keys()
    different = {path: (value, second[path]) for path, value in first.items() if value != second[path]}
    assert not different, different
    return sum(isinstance(value, (int, float)) and not isinstance(value, bool) for value in first.values())
