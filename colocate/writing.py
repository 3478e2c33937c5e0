"""Writing files whole or not at all: the one place of the package that opens a file to write.

Everything is written under a hidden name beside its place, made safe on the disk, and moved into place when it is
whole. So a full disk or a killed process leaves what was there before, and never half a file. What a killed process
leaves lying about, the next one to write there takes away.
"""

from __future__ import annotations

import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

BEFORE, AFTER = ".colocate-", ".unfinished"
"""How the names of what is being written begin and end."""

OLD = 3600.0
"""Seconds after which something unfinished is left over, where nothing can be told from a lock."""


class PlaceError(Exception):
    """Something is wrong with the place to write to (no room, no folder, no right), whatever was to be written."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")


def write_whole(path: Path, content: str | bytes) -> Path:
    """Write one file, in place of one or of a link of that name; give its path. PlaceError where that cannot be."""
    with _told_of(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear(path.parent)
        with _draft(path.parent, _encoded(content)) as draft:
            if path.is_file() and not path.is_symlink():
                shutil.copymode(path, draft)
            draft.replace(path)
        _settle(path.parent)
    return path


def write_all(folder: Path, files: Iterable[tuple[str, str | bytes]]) -> list[Path]:
    """Write files by their names into a folder, each as `write_whole` does; give their paths in order."""
    return [write_whole(folder / name, content) for name, content in files]


def write_new(files: Mapping[Path, str | bytes]) -> None:
    """Write files that are not there yet, all or none of them, in their order; FileExistsError where one is there."""
    made: list[Path] = []
    drafts: list[Path] = []
    try:
        with ExitStack() as open_drafts:
            for path, content in files.items():
                with _told_of(path):
                    _clear(path.parent)
                    drafts.append(open_drafts.enter_context(_draft(path.parent, _encoded(content))))
            for path, draft in zip(files, drafts, strict=True):
                with _told_of(path, but=FileExistsError):
                    _place_new(draft, path)
                made.append(path)
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise
    for folder in {path.parent for path in files}:
        _settle(folder)


@contextmanager
def whole_folder(folder: Path, *, replace: bool = True) -> Iterator[Path]:
    """Give an empty folder to write into; what is in it at the end becomes `folder`, at once.

    Where `folder` is there already, its other files stay, and those of the same names are replaced, each at once, when
    all are whole; without `replace` FileExistsError names the first of them. After an error everything is as it was
    before. PlaceError where the place cannot be written to.
    """
    there = folder.is_dir()
    above = folder if there else folder.parent
    missing = [one for one in (above, *above.parents) if not one.exists()]
    try:
        with _told_of(folder):
            above.mkdir(parents=True, exist_ok=True)
            _clear(above)
            draft = _named(above)
            draft.mkdir()
        try:
            with _held(draft):
                yield draft
                if not replace:
                    _refuse_what_is_there(draft, folder)
                with _told_of(folder):
                    _move_all(draft, folder) if there else _move(draft, folder)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    except BaseException as error:
        for one in missing:
            with suppress(OSError):
                one.rmdir()
        if isinstance(error, PlaceError) and error.path.parent.name.startswith(BEFORE):
            raise PlaceError(folder / error.path.name, error.reason) from error
        raise


def _move(draft: Path, folder: Path) -> None:
    _settle(draft)
    draft.rename(folder)
    _settle(folder.parent)


def _refuse_what_is_there(draft: Path, folder: Path) -> None:
    for one in sorted(draft.iterdir()):
        if os.path.lexists(folder / one.name):
            raise FileExistsError(folder / one.name)


def _move_all(draft: Path, folder: Path) -> None:
    whole = sorted(draft.iterdir())
    for one in whole:
        if (folder / one.name).is_dir() and not (folder / one.name).is_symlink():
            raise PlaceError(folder / one.name, "a folder has this name")
    for one in whole:
        with _told_of(folder / one.name):
            one.replace(folder / one.name)
    _settle(folder)


def _place_new(draft: Path, path: Path) -> None:
    """Move a file to a name that is free; nothing is replaced, even if another process takes the name meanwhile."""
    if os.path.lexists(path):
        raise FileExistsError(path)
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # a disk that knows no second names
        draft.rename(path)


@contextmanager
def _draft(folder: Path, content: bytes) -> Iterator[Path]:
    """Write a file under a hidden name of its own, down to the disk, and hold its lock; it is gone afterwards."""
    draft = _named(folder)
    try:
        with draft.open("xb") as file:
            _lock(file.fileno())
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            if sys.platform == "win32":
                file.close()  # what is open cannot be moved there
            yield draft
    finally:
        draft.unlink(missing_ok=True)


def _named(folder: Path) -> Path:
    return folder / f"{BEFORE}{secrets.token_hex(6)}{AFTER}"


def _encoded(content: str | bytes) -> bytes:
    return content.encode("utf-8", errors="replace") if isinstance(content, str) else content


def _clear(folder: Path) -> None:
    """Take away what processes that were killed left unfinished in a folder."""
    for one in folder.glob(f"{BEFORE}*{AFTER}"):
        with suppress(OSError):
            if one.is_symlink() or not _is_left_over(one):
                continue
            if one.is_dir():
                shutil.rmtree(one)
            else:
                one.unlink()


def _is_left_over(path: Path) -> bool:
    """Tell whether nobody is writing this any more: nobody holds its lock, or it is old where locks are unknown."""
    is_old = time.time() - path.stat().st_mtime > OLD
    if sys.platform == "win32":
        return is_old
    number = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        return _lock(number, otherwise=is_old)
    finally:
        os.close(number)


def _lock(number: int, *, otherwise: bool = False) -> bool:
    """Take the lock of an open file or folder until it is closed; tell whether it was free."""
    if sys.platform == "win32":
        return otherwise
    import fcntl  # noqa: PLC0415

    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return otherwise
    return True


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder while it is filled."""
    if sys.platform == "win32":
        yield
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        _lock(number)
        yield
    finally:
        os.close(number)


def _settle(folder: Path) -> None:
    """Make names safe on the disk, where the system can."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


@contextmanager
def _told_of(path: Path, but: type[OSError] | None = None) -> Iterator[None]:
    """Turn what the system says into an error that names the file which was asked for."""
    try:
        yield
    except OSError as error:
        if but is not None and isinstance(error, but):
            raise
        raise PlaceError(path, error.strerror or str(error)) from error
    except ValueError as error:  # a zero in a name
        raise PlaceError(path, str(error)) from error
