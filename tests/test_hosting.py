"""Several processes behind nginx, by the very files of docs/hosting/: who visits stays with one, and none is missed."""

from __future__ import annotations

import gzip
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from configparser import RawConfigParser
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
import websockets

from benchmarks.serving import free_port
from tests.documents import ROOT
from tests.serving import Visitor, ended, nginx, proxied, served

UNIT = ROOT / "docs" / "hosting" / "colocate@.service"
CASE = (ROOT / "data" / "national-coordinator.toml").read_bytes()


@dataclass
class House:
    """Two processes and the proxy before them."""

    folder: Path
    port: int
    processes: dict[str, subprocess.Popen[bytes]]
    visits: Path

    def answered(self, visitor: Visitor) -> list[list[str]]:
        """Who answered a visitor: address, status, method and path of every request, the stream's when it has ended."""
        time.sleep(0.5)
        lines = [line.split("|") for line in self.visits.read_text(encoding="utf-8").splitlines()]
        return [rest for name, *rest in lines if name == visitor.name]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    nginx()
    folder = tmp_path_factory.mktemp("house")
    ports = [free_port() for _ in range(3)]
    processes: dict[str, subprocess.Popen[bytes]] = {}
    try:
        for port in ports[:2]:
            processes[str(port)] = served(folder, port)
        with proxied(folder, ports[2], {"8501": ports[0], "8502": ports[1]}) as visits:
            yield House(folder, ports[2], processes, visits)
    finally:
        for process in processes.values():
            ended(process)


@pytest.mark.slow
def test_every_visitor_stays_with_one_process_and_both_have_some(house: House) -> None:
    """Over the document, the stream, a line that broke and an upload; the log of nginx says who answered."""
    visitors = [Visitor(house.port) for _ in range(4)]
    for visitor in visitors:
        visitor.visit()
        before = visitor.session
        assert before
        assert visitor.stream(partial(visitor.upload, CASE)) == 204
        assert visitor.session == before
        paths = [path for _, _, _, path in house.answered(visitor)]
        assert paths.count("/_stcore/stream") == 2
        assert len(paths) == 6
        assert {address for address, *_ in house.answered(visitor)} == {f"127.0.0.1:{visitor.process}"}
    assert {visitor.process for visitor in visitors} == set(house.processes)


@pytest.mark.slow
def test_who_comes_with_the_cookie_of_the_other_process_is_not_known_there(house: House) -> None:
    """What the cookie is for: without it, every second upload would be refused."""
    visitor = Visitor(house.port)

    def upload_elsewhere() -> int:
        (other,) = set(house.processes) - {visitor.process}
        visitor.cookies["colocate_process"] = other
        return visitor.upload(CASE)

    assert visitor.visit(upload_elsewhere) == 400


@pytest.mark.slow
def test_a_stream_without_a_cookie_brings_one(house: House) -> None:
    visitor = Visitor(house.port)
    visitor.stream()
    assert visitor.process in house.processes


@pytest.mark.slow
def test_the_cookie_is_set_once_and_kept_from_scripts(house: House) -> None:
    visitor = Visitor(house.port)
    (first,) = [one for one in visitor.ask("/").headers.get_all("Set-Cookie") or [] if "colocate_process" in one]
    assert first == f"colocate_process={visitor.process}; Path=/; HttpOnly; SameSite=Lax"
    assert not [one for one in visitor.ask("/").headers.get_all("Set-Cookie") or [] if "colocate_process" in one]
    visitor.cookies["colocate_process"] = "9"
    assert visitor.ask("/").status == 200
    assert visitor.process in house.processes


@pytest.mark.slow
def test_what_is_served_comes_compressed(house: House) -> None:
    visitor = Visitor(house.port)
    page = visitor.ask("/").body.decode()
    scripts = re.findall(r'(?:src|href)="\./(static/[^"]+\.(?:js|css))"', page)
    assert len(scripts) > 1
    sizes, whole = 0, 0
    for path in scripts:
        plain = visitor.ask(f"/{path}")
        small = visitor.ask(f"/{path}", headers={"Accept-Encoding": "gzip"})
        assert plain.headers["Content-Encoding"] is None
        if len(plain.body) < 1000:  # the site leaves these as they are
            continue
        assert small.headers["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in small.headers["Vary"]
        assert gzip.decompress(small.body) == plain.body
        sizes, whole = sizes + len(small.body), whole + len(plain.body)
    assert 0 < sizes < whole / 2


@pytest.mark.slow
def test_what_no_visitor_needs_is_shut(house: House) -> None:
    visitor = Visitor(house.port)
    visitor.visit()
    closed = ("metrics", "agent/interact", "agent/mcp", "agent/openapi.json", "script-health-check")
    assert {path: visitor.ask(f"/_stcore/{path}").status for path in closed} == dict.fromkeys(closed, 404)
    uploads = [b"#" * (8 * 2**20 + 1), b"#" * (7 * 2**20)]
    assert visitor.stream(lambda: [visitor.upload(one) for one in uploads]) == [413, 204]


@pytest.mark.slow
def test_a_page_of_another_address_is_refused(house: House) -> None:
    visitor = Visitor(house.port)
    visitor.visit()
    for stranger in ("http://example.org", f"http://127.0.0.1:{house.port}.example.org", "null"):
        assert visitor.ask("/", headers={"Origin": stranger}).status == 403
        with pytest.raises(websockets.InvalidStatus) as refused:
            visitor.stream(origin=stranger)
        assert refused.value.response.status_code == 403
    assert visitor.ask("/", headers={"Origin": f"http://127.0.0.1:{house.port}"}).status == 200


@pytest.mark.slow
def test_where_a_process_is_gone_the_other_serves_on_and_keeps_who_came(house: House) -> None:
    """Also when the first is back: a session that has begun with one is not torn between the two."""
    visitor = Visitor(house.port)
    visitor.visit()
    gone, was_in = visitor.process, visitor.session
    (other,) = set(house.processes) - {gone}
    ended(house.processes[gone], signal.SIGKILL)
    try:
        for _ in range(4):
            newcomer = Visitor(house.port)
            assert newcomer.ask("/").status == 200
            assert newcomer.process == other
        assert visitor.visit(lambda: visitor.upload(CASE)) == 204
        assert visitor.process == other
        assert visitor.session != was_in
    finally:
        house.processes[gone] = served(house.folder, int(gone))
    now_in = visitor.session
    assert visitor.visit(lambda: visitor.upload(CASE)) == 204
    assert (visitor.process, visitor.session) == (other, now_in)
    time.sleep(10)  # nginx tries again, by its own default, after as long
    newcomers = [Visitor(house.port) for _ in range(4)]
    for newcomer in newcomers:
        assert newcomer.ask("/").status == 200
    assert {newcomer.process for newcomer in newcomers} == set(house.processes)


def test_every_process_of_the_site_has_its_group_with_all_others_behind_it() -> None:
    """What one forgets who adds a process."""
    site = (ROOT / "docs" / "hosting" / "colocate.conf").read_text(encoding="utf-8")
    groups = dict(re.findall(r"^upstream (\w+) \{\n(.*?)^\}", site, re.MULTILINE | re.DOTALL))
    ports = re.findall(r"server 127\.0\.0\.1:(\d+);", groups.pop("colocate"))
    assert len(ports) >= 2
    assert set(groups) == {f"colocate_{port}" for port in ports}
    for port in ports:
        group = groups[f"colocate_{port}"]
        assert re.findall(r"server 127\.0\.0\.1:(\d+) max_fails=0;", group) == [port]
        assert sorted(re.findall(r"server 127\.0\.0\.1:(\d+) backup;", group)) == sorted(set(ports) - {port})
        assert re.search(rf"^    {port} +colocate_{port};$", site, re.MULTILINE)


# ---- the unit of systemd


def test_the_unit_shuts_a_process_in() -> None:
    unit = RawConfigParser(strict=True, interpolation=None, comment_prefixes=("#",))
    unit.optionxform = str  # type: ignore[method-assign,assignment]
    unit.read(UNIT, encoding="utf-8")
    service = unit["Service"]
    for key, value in {
        "Restart": "on-failure",
        "NoNewPrivileges": "yes",
        "DynamicUser": "yes",
        "ProtectSystem": "strict",
        "ProtectHome": "yes",
        "PrivateTmp": "yes",
        "PrivateDevices": "yes",
        "IPAddressDeny": "any",
        "IPAddressAllow": "localhost",
        "CapabilityBoundingSet": "",
    }.items():
        assert service[key] == value, key
    assert re.fullmatch(r"\d+G", service["MemoryMax"])
    assert "--server.address 127.0.0.1 --server.port %i" in service["ExecStart"]
    assert not [key for key in service if key.startswith("ReadWrite")]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    """With a Python that is here in the place of the one in /opt; whatever systemd warns of fails as well."""
    text = UNIT.read_text(encoding="utf-8")
    assert text.count("/opt/colocate/.venv/bin/python") == 1
    path = tmp_path / "colocate@.service"
    path.write_text(text.replace("/opt/colocate/.venv/bin/python", sys.executable), encoding="utf-8")
    command = ["systemd-analyze", "verify", "--man=no", str(tmp_path / "colocate@8501.service")]
    told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (told.returncode, [line for line in told.stderr.splitlines() if "colocate@" in line]) == (0, [])
