"""A case whose words have no blank to break at: a title of 300 letters, addresses as sources, names of 80 letters."""

from __future__ import annotations

import csv
import io
import re

from tests.documents import ROOT

TITLE = "W" * 300
ADDRESS = "https://example.org/" + "a-very-long-way/" * 20
LONG = 80


def hostile_files() -> list[tuple[str, bytes]]:
    """Hanoi with such words, as files to upload; the file's own name is as long."""
    data = ROOT / "data"
    text = (data / "hanoi.toml").read_text(encoding="utf-8")
    text = re.sub(r"^title = .*$", f'title = "{TITLE}"', text, flags=re.MULTILINE)
    text = re.sub(r"^agency = .*$", f'agency = "{"A" * LONG}"', text, flags=re.MULTILINE)
    text = re.sub(r"^short = .*\n", "", text, flags=re.MULTILINE)
    text = re.sub(r'^(name|text|item) = "([^"]+)"$', _unbroken, text, flags=re.MULTILINE)
    text = re.sub(r'\b(source|evidence) = "(.*?)"', rf'\1 = "{ADDRESS}"', text)
    text = re.sub(r'^summary = "([^"]+)"$', f'summary = "{ADDRESS}"', text, flags=re.MULTILINE)
    rows = list(csv.reader(io.StringIO((data / "hanoi-constituents.csv").read_text(encoding="utf-8"))))
    written = io.StringIO()
    csv.writer(written).writerows(
        [rows[0], *([unbroken(row[0]), *row[1:-1], ADDRESS] for row in rows[1:])],
    )
    return [(f"{'f' * 90}.toml", text.encode()), ("hanoi-constituents.csv", written.getvalue().encode())]


def unbroken(words: str) -> str:
    """Write words without a blank or a hyphen, as long as a name may be for the test."""
    return re.sub(r"\W", "", words).ljust(LONG, "w")


def _unbroken(found: re.Match[str]) -> str:
    return f'{found.group(1)} = "{unbroken(found.group(2))}"'
