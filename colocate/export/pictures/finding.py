"""The browser that draws pictures: where it is on this machine. Nothing is fetched from anywhere."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
"""Under which names a browser that draws pictures is on the path."""

ON_A_MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
ON_WINDOWS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)
FOLDERS_OF_WINDOWS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
NAMED = "BROWSER_PATH"
"""The variable of the environment that names a browser of one's own."""


class NoBrowserError(Exception):
    """There is no browser on this machine."""


class BrowserFailsError(Exception):
    """The browser did not start or did not answer as it should, or not in time (`is_late`), and was ended."""

    is_late = False


def browser_path() -> str | None:
    """Give the path of a browser that draws pictures, the one that the environment names first; None without one."""
    return next((str(path) for path in _places() if path.is_file() and os.access(path, os.X_OK)), None)


def _places() -> Iterator[Path]:
    if named := os.environ.get(NAMED):
        yield Path(named)
    for name in NAMES:
        if found := shutil.which(name):
            yield Path(found)
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (folder / name for name in ON_A_MAC)
    if sys.platform == "win32":
        for folder in filter(None, map(os.environ.get, FOLDERS_OF_WINDOWS)):
            yield from (Path(folder) / name for name in ON_WINDOWS)
