"""The app as it is served: it speaks to nobody but its visitors, and offers no way in but the page."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
import websockets

from benchmarks.serving import free_port
from tests.documents import ROOT
from tests.serving import Visitor, ended, served

pytestmark = pytest.mark.slow

WATCH = """
import json, os, sys

def tell(what, *about):
    with open(os.environ["TOLD"], "a") as told:
        told.write(json.dumps([os.getpid(), what, *map(str, about)]) + "\\n")

def watch(event, arguments):
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            tell(event, address)
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        if arguments[0] not in (None, "", "127.0.0.1", "localhost"):
            tell(event, arguments[0])

tell("watched")
sys.addaudithook(watch)
"""
"""Runs first in every process of the app: Python tells it of every name looked up and every address spoken to."""

JSON = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
CASE = (ROOT / "data" / "national-coordinator.toml").read_bytes()


@dataclass
class Watched:
    port: int
    told: Path

    def lines(self) -> list[list[str]]:
        return [json.loads(line) for line in self.told.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """Start the app as it is by its own configuration: the address to listen at is not given."""
    folder = tmp_path_factory.mktemp("watched")
    (folder / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    watched = Watched(free_port(), folder / "told.txt")
    process = served(folder, watched.port, {"PYTHONPATH": str(folder), "TOLD": str(watched.told)}, address="")
    try:
        yield watched
    finally:
        ended(process)


def test_the_app_speaks_to_nobody_in_the_network(app: Watched) -> None:
    """At its start, while a page is opened, worked on aside and uploaded to, and when a stranger knocks."""
    visitor = Visitor(app.port)
    assert visitor.visit(partial(visitor.upload, CASE)) == 204
    visitor.visit()
    with pytest.raises(websockets.InvalidStatus) as refused:
        Visitor(app.port).stream(origin="http://example.org")
    assert refused.value.response.status_code == 403
    told = app.lines()
    assert len({number for number, what, *_ in told if what == "watched"}) > 1  # the server, and a worker at least
    assert [line for line in told if line[1] != "watched"] == []


def test_the_way_in_for_programs_is_shut(app: Watched) -> None:
    """Its routes are there with every Streamlit; they say that it is off, whatever is asked."""
    visitor = Visitor(app.port)
    driven = visitor.ask("/_stcore/agent/interact", "POST", b"{}", JSON)
    assert (driven.status, json.loads(driven.body)["error"]["code"]) == (403, "not_available")
    tools = visitor.ask("/_stcore/agent/mcp", "POST", b'{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}', JSON)
    assert tools.status in (400, 403, 404)
    assert "result" not in json.loads(tools.body)
    assert json.loads(tools.body)["error"]["message"].startswith("not_available")


@pytest.mark.parametrize("path", ["app/static/hanoi.toml", "app/static/..%2fdata/hanoi.toml", "static/..%2fapp.py"])
def test_no_file_of_the_server_is_served(app: Watched, path: str) -> None:
    answer = Visitor(app.port).ask(f"/{path}")
    assert b"Hanoi" not in answer.body
    assert b"streamlit run" not in answer.body


def test_uploads_are_limited_and_need_the_page_that_they_come_from(app: Watched) -> None:
    visitor = Visitor(app.port)

    def tries() -> list[int]:
        found = [visitor.upload(b"#" * (8 * 2**20 + 1)), visitor.upload(CASE, session="00000000-not-a-session")]
        visitor.cookies.pop("_streamlit_xsrf")
        return [*found, visitor.upload(CASE)]

    assert visitor.visit(tries) == [413, 400, 403]


def test_the_configuration_says_so_whatever_is_usual() -> None:
    """All of it is named: a further option of the server is looked at here before it is set."""
    said = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert said["browser"] == {"gatherUsageStats": False, "serverAddress": "localhost"}
    assert said["server"] == {
        "maxUploadSize": 8,
        "enableAgentApi": False,
        "enableStaticServing": False,
        "enableXsrfProtection": True,
        "enableCORS": True,
        "fileWatcherType": "none",
    }
    assert said["client"]["showErrorDetails"] == "none"
