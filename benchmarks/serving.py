"""The app, or a bare page beside it, started for a measurement on a free port of this machine alone."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
OWN_HOST = "127.0.0.1"
START = 60.0
"""Seconds that a server has until it answers."""


@dataclass(frozen=True)
class Server:
    """A server that answers: its port, and the process that started all of its others."""

    port: int
    process: int

    @property
    def address(self) -> str:
        """Return where its first page is."""
        return f"http://{OWN_HOST}:{self.port}"


def free_port() -> int:
    """Give a port of the loopback that nobody has."""
    with socket.socket() as free:
        free.bind((OWN_HOST, 0))
        port: int = free.getsockname()[1]
    return port


@contextlib.contextmanager
def serving(script: Path, *arguments: str, folder: Path = ROOT) -> Iterator[Server]:
    """Start a Streamlit script in a folder, wait until it answers, and end it with all that it started.

    RuntimeError, with the end of its log, where it does not answer in time.
    """
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless=true"]
    command += [f"--server.address={OWN_HOST}", f"--server.port={port}"]
    command += ["--", *arguments] if arguments else []
    with tempfile.TemporaryFile() as log:
        started = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, start_new_session=True)  # noqa: S603
        try:
            _wait_for(f"http://{OWN_HOST}:{port}/_stcore/health", started)
            yield Server(port, started.pid)
        except BaseException:
            log.seek(0)
            print(log.read().decode(errors="replace")[-2000:], file=sys.stderr)
            raise
        finally:
            for asked in (signal.SIGTERM, signal.SIGKILL):
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(started.pid, asked)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    started.wait(timeout=10)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    limit = time.monotonic() + START
    while process.poll() is None and time.monotonic() < limit:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=2) as answer:  # noqa: S310
            if answer.status == 200:
                return
        time.sleep(0.1)
    raise RuntimeError("the server did not start" if process.poll() is None else "the server has stopped")
