"""Writing a file of our own into a folder, never through a link that leads out of it."""

from __future__ import annotations

from pathlib import Path


def fresh(folder: Path, name: str) -> Path:
    """Give the path of a file to write: the folder is made if it is missing, and a link of that name is taken away."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    if path.is_symlink():
        path.unlink()
    return path
