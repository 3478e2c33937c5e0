"""Values and keys as TOML writes them: one way for the editor, the form and the questions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

BARE = re.compile(r"[A-Za-z0-9_-]+")
ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
WIDE = 100
"""Characters of a list of tables that still stands on one line."""


def key_text(keys: Sequence[str]) -> str:
    """Write a key of one or several parts.

    >>> key_text(("lease", "first rent"))
    'lease."first rent"'
    """
    return ".".join(key if BARE.fullmatch(key) else _quoted(key) for key in keys)


def value_text(value: Any, *, is_wide: bool = False) -> str:
    r"""Write a value; a list of tables that is long, or `is_wide`, has a line for each.

    >>> value_text({"low": 1, "source": 'a "b"'}), value_text([1.5, True])
    ('{ low = 1, source = "a \\"b\\"" }', '[1.5, true]')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        inside = ", ".join(f"{key_text((key,))} = {value_text(one)}" for key, one in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    parts = [value_text(one) for one in value]
    if any(isinstance(one, Mapping) for one in value) and (is_wide or sum(map(len, parts)) > WIDE):
        return "[\n" + "".join(f"  {part},\n" for part in parts) + "]"
    return f"[{', '.join(parts)}]"


def _quoted(words: str) -> str:
    return '"' + "".join(escaped(mark) for mark in words) + '"'


def escaped(mark: str) -> str:
    """Give a character as a file may hold it between quotation marks: what steers stands as its number."""
    if mark in ESCAPED:
        return ESCAPED[mark]
    code = ord(mark)
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000:
        return f"\\u{code if code < 0xD800 or code >= 0xE000 else 0xFFFD:04X}"
    return mark
