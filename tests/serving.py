"""The app and nginx as processes of a test, and a visitor who speaks to them as a browser does, cookies and all."""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import os
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from typing import TypeVar

import pytest
import websockets

from benchmarks.load import Seen, User
from tests.documents import ROOT

Result = TypeVar("Result")
HOST = "127.0.0.1"
SITE = ROOT / "docs" / "hosting" / "colocate.conf"
START = 60.0
"""Seconds in which a process must answer."""

AROUND_THE_SITE = """
daemon off;
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/errors.txt;
{user}
events {{ worker_connections 256; }}
http {{
    log_format who '$http_user_agent|$upstream_addr|$status|$request_method|$uri';
    access_log {folder}/visits.txt who;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass
class Visitor:
    """One browser: its cookies, its name in nginx's log, and its session."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    session: str = ""
    name: str = field(default_factory=lambda: f"visitor-{uuid.uuid4().hex}")

    @property
    def process(self) -> str:
        """The port that the proxy's cookie names."""
        return self.cookies.get("colocate_process", "")

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        sent = {"User-Agent": self.name, "Cookie": self._cookies(), **(headers or {})}
        with contextlib.closing(http.client.HTTPConnection(HOST, self.port, timeout=60)) as line:
            line.request(method, path, body, {name: value for name, value in sent.items() if value})
            got = line.getresponse()
            self._keep(got.headers.get_all("Set-Cookie") or [])
            return Answer(got.status, got.headers, got.read())

    def upload(self, content: bytes, session: str = "") -> int:
        """Upload a file as the page's script does; give the status."""
        mark = uuid.uuid4().hex
        head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="case.toml"\r\n'
        body = head.encode() + b"Content-Type: text/plain\r\n\r\n" + content + f"\r\n--{mark}--\r\n".encode()
        headers = {
            "Content-Type": f"multipart/form-data; boundary={mark}",
            "X-Xsrftoken": self.cookies.get("_streamlit_xsrf", ""),
            "Origin": f"http://{HOST}:{self.port}",
        }
        return self.ask(f"/_stcore/upload_file/{session or self.session}/{uuid.uuid4()}", "PUT", body, headers).status

    def visit(self, meanwhile: Callable[[], Result] | None = None) -> Result | None:
        """Open the page: the document, what is asked first, the stream; leave when the page is complete."""
        for path in ("/", "/_stcore/health", "/_stcore/host-config"):
            assert self.ask(path).status == 200, path
        return self.stream(meanwhile)

    def stream(self, meanwhile: Callable[[], Result] | None = None, origin: str = "") -> Result | None:
        """Open the stream, as the same session where there was one, and wait until the page is complete.

        Then do what is to be done while the page is open, give what came of it, and close the stream.
        """
        return asyncio.run(self._streamed(meanwhile, origin or f"http://{HOST}:{self.port}"))

    async def _streamed(self, meanwhile: Callable[[], Result] | None, origin: str) -> Result | None:
        user = User(self.port, 1, Seen())
        headers = {"User-Agent": self.name, "Cookie": self._cookies(), "Origin": origin}
        spoken = ["streamlit", self.cookies.get("_streamlit_xsrf") or "none", *([self.session] if self.session else [])]
        line = await websockets.connect(
            f"ws://{HOST}:{self.port}/_stcore/stream",
            subprotocols=[websockets.Subprotocol(one) for one in spoken],
            additional_headers={name: value for name, value in headers.items() if value},
            user_agent_header=None,
            max_size=None,
            open_timeout=START,
            proxy=None,
        )
        async with line:
            assert line.response is not None
            self._keep(line.response.headers.get_all("Set-Cookie"))
            await user.ask(line)
            await user.answer(line)
            assert user.seen.errors == []
            self.session = user.session
            return await asyncio.to_thread(meanwhile) if meanwhile else None

    def _cookies(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def _keep(self, sent: list[str]) -> None:
        for one in sent:
            self.cookies.update({name: cookie.value for name, cookie in SimpleCookie(one).items()})


def served(
    folder: Path, port: int, added: Mapping[str, str] | None = None, address: str = HOST
) -> subprocess.Popen[bytes]:
    """Start one process of the app as the unit does, and wait until it answers; the caller ends it."""
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    command += ["--server.port", str(port)]
    command += ["--server.address", address] if address else []
    log = folder / f"app-{port}-{time.monotonic_ns()}.txt"
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=out, stderr=out, start_new_session=True, env={**os.environ, **(added or {})}
        )
    _answers(process, port, log)
    return process


def ended(process: subprocess.Popen[bytes], how: signal.Signals = signal.SIGTERM) -> None:
    """End a process and all that it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, how)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=20)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(timeout=20)


@contextlib.contextmanager
def proxied(folder: Path, port: int, processes: Mapping[str, int]) -> Iterator[Path]:
    """Run nginx with the site of the documentation, its ports replaced; give the log of who answered whom."""
    site = SITE.read_text(encoding="utf-8")
    for written, taken in processes.items():
        assert written in site
        site = site.replace(written, str(taken))
    assert site.count("listen 80;") == 1
    (folder / "site.conf").write_text(site.replace("listen 80;", f"listen {HOST}:{port};"), encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND_THE_SITE.format(folder=folder, user=user), encoding="utf-8")
    command = [nginx(), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "errors.txt")]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False, timeout=60)
    assert checked.returncode == 0, checked.stderr
    assert "[warn]" not in checked.stderr
    started = subprocess.Popen(command, start_new_session=True)
    try:
        _answers(started, port, folder / "errors.txt")
        yield folder / "visits.txt"
    finally:
        ended(started)


def nginx() -> str:
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if found:
        return found
    if os.environ.get("COLOCATE_NEEDS_NGINX") == "1":
        pytest.fail("nginx is not installed, and COLOCATE_NEEDS_NGINX=1 asks for it")
    pytest.skip("nginx is not installed (apt-get install nginx)")


def _answers(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    limit = time.monotonic() + START
    while True:
        with contextlib.suppress(OSError, AssertionError):
            assert Visitor(port).ask("/_stcore/health").status == 200
            return
        if time.monotonic() > limit or process.poll() is not None:
            ended(process)
            raise RuntimeError(log.read_text(encoding="utf-8", errors="replace")[-2000:])
        time.sleep(0.2)
