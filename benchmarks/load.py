"""A full house: many people at once, each moving a lever, looking at the answer, moving the next.

Run: python -m benchmarks.load [--users 50] [--minutes 3] [--think 5] [--processes 1] [--rounds 1] [--resting 0]
     [--app FOLDER]

Method. The app is started as README says, on the loopback alone. Every user is a websocket of our own that speaks as a
browser does: it opens the first page, waits until all of it is there, thinks (between half and one and a half times
`--think` seconds, by a seeded generator), moves one of the levers on the page to some value of its range, and waits. A
press is *answered* when the sentence and the tiles with it are here, and *done* when the page is complete, the box
*Before you decide* too. It is *lost* where the address that the app writes back does not hold the value pressed.

`--processes` starts so many processes of the app, as `docs/hosting.md` says for a server of as many cores, and sends
every person to one of them in turn, as its proxy does with those whom it has not seen before; the proxy is left out.

`--resting` opens so many more sessions, which look at the first page and then do nothing. Memory is that of the app's
process and of all that it started, each page of memory counted once (PSS), at the end of every round, after the users
of the round have left. `--app` runs another version of the project from its own folder, with this Python.

Users take processor time as well, on the same machine; it is told.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import random
import re
import resource
import time
import urllib.parse
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Slider_pb2 import Slider

from benchmarks.serving import ROOT, serving

ANSWER = "co-tiles"
"""What stands in the message with the tiles."""

SLOWEST = 120.0
"""Seconds after which a user takes a press, or the first page, for lost."""


@dataclass
class Seen:
    """What all users saw: seconds of first pages and presses, and what went wrong."""

    first: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    done: list[float] = field(default_factory=list)
    lost: int = 0
    errors: list[str] = field(default_factory=list)


class User:
    """One person with one page open."""

    def __init__(self, port: int, seed: int, seen: Seen) -> None:
        self.port, self.random, self.seen = port, random.Random(seed), seen  # noqa: S311 - no secret
        self.levers: dict[str, Slider] = {}
        self.usual: dict[str, float] = {}
        self.held: dict[str, float] = {}
        self.query = ""
        self.session = ""

    async def sit_down(self) -> websockets.ClientConnection:
        """Open the first page and wait until it is complete."""
        address = f"ws://127.0.0.1:{self.port}/_stcore/stream"
        line = await websockets.connect(
            address, subprotocols=[websockets.Subprotocol("streamlit")], max_size=None, open_timeout=SLOWEST
        )
        start = time.perf_counter()
        await self.ask(line)
        await self.answer(line)
        self.seen.first.append(time.perf_counter() - start)
        return line

    async def press(self, line: websockets.ClientConnection) -> None:
        """Move one lever and wait for the answer."""
        lever = self.random.choice(sorted(self.levers.values(), key=lambda one: one.label))
        low, high = lever.min, lever.max
        steps = round((high - low) / lever.step)
        usual = self.usual[lever.label]
        now = value = self.held.get(lever.id, usual)
        while value in (now, usual):  # a slider that stays where it is sends nothing, and the usual value is no change
            value = low + self.random.randint(0, steps) * lever.step
        self.held[lever.id] = value
        start = time.perf_counter()
        await self.ask(line, pressed=lever.id)
        answered = await self.answer(line)
        self.seen.answered.append(answered - start)
        self.seen.done.append(time.perf_counter() - start)
        held = [float(one[0]) for one in urllib.parse.parse_qs(self.query).values() if _is_number(one[0])]
        if not any(abs(one - value) <= 1e-6 * max(1.0, abs(value)) for one in held):
            self.seen.lost += 1

    async def ask(self, line: websockets.ClientConnection, pressed: str = "") -> None:
        """Send what a browser sends: the address it is at and, after a press, the lever's value."""
        message = BackMsg()
        run = message.rerun_script
        run.query_string = self.query
        run.context_info.locale = "en-GB"
        run.widget_states.SetInParent()
        if pressed:
            state = run.widget_states.widgets.add()
            state.id = pressed
            state.double_array_value.data.append(self.held[pressed])
        await line.send(message.SerializeToString())

    async def answer(self, line: websockets.ClientConnection) -> float:
        """Take messages until the page is complete; give when the tiles came."""
        tiles = 0.0
        async with asyncio.timeout(SLOWEST):
            while True:
                raw = await line.recv()
                message = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
                kind = message.WhichOneof("type")
                if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                    element = message.delta.new_element
                    what = element.WhichOneof("type")
                    if what == "slider":
                        lever = element.slider
                        self.levers[lever.label] = lever
                        self.usual.setdefault(lever.label, (lever.value if lever.set_value else lever.default)[0])
                    elif what == "html" and ANSWER in element.html.body:
                        tiles = time.perf_counter()
                    elif what == "exception":
                        self.seen.errors.append(element.exception.message)
                elif kind == "new_session":
                    self.session = message.new_session.initialize.session_id
                elif kind == "page_info_changed":
                    self.query = message.page_info_changed.query_string
                elif kind == "script_finished":
                    return tiles or time.perf_counter()


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


async def _one(user: User, think: float, until: float) -> None:
    await asyncio.sleep(user.random.uniform(0.0, think))
    try:
        line = await user.sit_down()
        async with line:
            while True:
                await asyncio.sleep(user.random.uniform(0.5, 1.5) * think)
                if time.perf_counter() > until:
                    return
                await user.press(line)
    except (OSError, TimeoutError, websockets.WebSocketException) as error:
        user.seen.errors.append(f"{type(error).__name__}: {error}")


async def _rest(port: int, seen: Seen, stay: asyncio.Event) -> None:
    try:
        line = await User(port, 0, seen).sit_down()
        async with line:
            await stay.wait()
    except (OSError, TimeoutError, websockets.WebSocketException) as error:
        seen.errors.append(f"{type(error).__name__}: {error}")


async def full_house(ports: Sequence[int], users: int, think: float, seconds: float, seed: int) -> Seen:
    """Let so many users in at once, each pressing until the time is over; the last press is waited for."""
    seen = Seen()
    until = time.perf_counter() + seconds
    await asyncio.gather(
        *(_one(User(port, 1000 * seed + one, seen), think, until) for one, port in _shared_out(users, ports))
    )
    return seen


def _shared_out(people: int, ports: Sequence[int]) -> list[tuple[int, int]]:
    """Give each person, by number, one of the processes in turn, by its port."""
    return [(one, ports[one % len(ports)]) for one in range(people)]


async def rest(ports: Sequence[int], sessions: int, processes: Sequence[int]) -> tuple[Seen, float]:
    """Open sessions, five at a time, and give the memory while all of them rest."""
    seen, stay = Seen(), asyncio.Event()
    waiting: list[asyncio.Task[None]] = []
    for number, port in _shared_out(sessions, ports):
        waiting.append(asyncio.create_task(_rest(port, seen, stay)))
        while len(seen.first) + len(seen.errors) < number - 4:
            await asyncio.sleep(0.02)
    while len(seen.first) + len(seen.errors) < sessions:
        await asyncio.sleep(0.1)
    await asyncio.sleep(3.0)
    found = memory(processes)
    stay.set()
    await asyncio.gather(*waiting)
    return seen, found


def memory(processes: Sequence[int]) -> float:
    """Give the megabytes of processes and of all that they started, shared ones counted once."""
    total = 0
    for folder in _family(processes):
        with contextlib.suppress(OSError):
            found = re.search(r"^Pss:\s+(\d+)", (folder / "smaps_rollup").read_text(), re.MULTILINE)
            total += int(found[1]) if found else 0
    return total / 1024.0


def processor(processes: Sequence[int]) -> float:
    """Give the seconds of a processor that processes and all that they started have taken."""
    ticks = 0
    for folder in _family(processes):
        with contextlib.suppress(OSError):
            status = (folder / "stat").read_text().rsplit(")", 1)[1].split()
            ticks += int(status[11]) + int(status[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _family(processes: Sequence[int]) -> list[Path]:
    """Give the folders of processes and of all that they started."""
    found, family = [], set(processes)
    for folder in sorted(Path("/proc").glob("[0-9]*"), key=lambda path: int(path.name)):
        with contextlib.suppress(OSError):
            parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
            if int(folder.name) in family or parent in family:
                family.add(int(folder.name))
                found.append(folder)
    return found


def _line(name: str, seconds: list[float]) -> str:
    if not seconds:
        return f"{name:<10} none"
    half, most = np.quantile(seconds, [0.5, 0.95])
    told = f"median {half:6.2f} s   95 of 100 below {most:6.2f} s   worst {max(seconds):6.2f} s"
    return f"{name:<10} {len(seconds):6d}   {told}"


def main() -> None:
    """Let the house fill up, and tell what its people waited for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--minutes", type=float, default=3.0)
    parser.add_argument("--think", type=float, default=5.0, help="seconds between an answer and the next press")
    parser.add_argument("--processes", type=int, default=1, help="processes of the app, among which people are shared")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--resting", type=int, default=0, help="sessions that open the first page and rest, at the end")
    parser.add_argument("--app", type=Path, default=ROOT, help="folder of the version to be measured")
    wanted = parser.parse_args()
    with contextlib.ExitStack() as running:
        servers = [running.enter_context(serving(Path("app.py"), folder=wanted.app)) for _ in range(wanted.processes)]
        ports, started = [one.port for one in servers], [one.process for one in servers]
        asyncio.run(full_house(ports, len(ports), 0.5, 2.0, seed=99))  # what happens once only, such as loading modules
        told = f"{os.cpu_count()} cores, processes of the app: {len(ports)}; memory with nobody in:"
        print(f"{told} {memory(started):.0f} MB", flush=True)
        for number in range(wanted.rounds):
            before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
            start, worked = time.perf_counter(), processor(started)
            seen = asyncio.run(full_house(ports, wanted.users, wanted.think, 60 * wanted.minutes, seed=number))
            took = time.perf_counter() - start
            own = (resource.getrusage(resource.RUSAGE_SELF).ru_utime - before) / took
            rate = len(seen.done) / took
            print(f"\nround {number + 1}: {wanted.users} users, {took:.0f} s, {rate:.1f} presses a second")
            print(_line("first page", seen.first))
            print(_line("answered", seen.answered))
            print(_line("done", seen.done))
            each = (processor(started) - worked) / max(1, len(seen.done))
            print(f"lost presses {seen.lost}, errors {len(seen.errors)} {seen.errors[:3]}")
            print(f"a press took {each:.2f} s of a processor; the users themselves took {own:.2f} of a core")
            time.sleep(5.0)
            print(f"memory after they left: {memory(started):.0f} MB", flush=True)
        if wanted.resting:
            seen, held = asyncio.run(rest(ports, wanted.resting, started))
            print(f"\n{wanted.resting} sessions at rest: {held:.0f} MB; errors {len(seen.errors)} {seen.errors[:3]}")


if __name__ == "__main__":
    main()
