r"""Text of a case made safe for where it goes: one function for each destination, and no other way.

A case comes from anybody: its names may hold control characters that steer a terminal, marks that turn the direction
of what follows, formulas, markup. Each function gives one line; control characters become a blank, and what shows
nothing (marks of direction, zero-width characters) is left out, but for the two joiners that scripts and emoji need.

>>> one_line("All\x1b[2J\u202efine\n at last")
'All [2Jfine at last'
"""

from __future__ import annotations

import html
import json
import re
import unicodedata

LONGEST = 1000
"""Characters of a text on a screen, unless told."""

LONGEST_LABEL = 110
"""Characters of a label in a chart."""

LONGEST_FILE_NAME = 120
"""Bytes of the part of a file name that is made from a text."""

NO_BREAK = "\u00a0"
PLAIN_IN_JSON = f"\n{NO_BREAK}"
JOINERS = "\u200c\u200d"
WORD_JOINER = "\u2060"
"""It shows nothing, and keeps Markdown's readers from seeing an emoji code, a link or an address."""

MARKDOWN = re.compile(r"([\\`*_\[\]<>~$&])")
"""What Markdown reads inside a line. Not more: a screen reader says the backslashes of a label aloud."""

BLOCKS = re.compile(r"^(?=[#+=|-]|\d+[.)])")
"""What Markdown reads at the beginning of a line: a heading, a list, a table."""

FORMULA_STARTS = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""Those of spreadsheets, and the same characters in the width of East Asian letters."""

TEMPLATE_CODES = re.compile(r"([{}%])(?=_[{}%])")
"""What stands in a template of Word for braces that are text."""

NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|$%\'`]')


def one_line(text: str, longest: int | None = LONGEST) -> str:
    r"""Give text for a place that reads no markup, such as the label of a button; cut where it is too long.

    >>> one_line("two\n lines")
    'two lines'
    """
    line = re.sub(r" +", " ", "".join(map(_shown, text))).strip()
    return line if longest is None or len(line) <= longest else f"{line[: longest - 3]}..."


def for_terminal(line: str) -> str:
    r"""Give a line for a terminal: nothing in it steers, and every blank stays where it is, as in a table.

    >>> for_terminal("\x1b]0;owned\x07  \u2066All fine\u2069")
    ' ]0;owned   All fine'
    """
    return "".join(mark for mark in map(_shown, line) if mark not in JOINERS)


def for_fault(words: str) -> str:
    r"""Give a line that tells of a fault, in a terminal as on a page: what it shows of the file is plain characters.

    >>> for_fault('"5\u00a0%" \x1b[2J')
    '"5 %"  [2J'
    """
    return for_terminal(words).replace(NO_BREAK, " ")


def for_csv(words: str) -> str:
    r"""Give a cell for a spreadsheet: an apostrophe stands before words that it could take for a formula.

    >>> for_csv("=1+1"), for_csv("rent"), for_csv(" @sum"), for_csv("\u200b\t-1")
    ("'=1+1", 'rent', "' @sum", "' -1")
    """
    line = "".join(map(_shown, words))
    return f"'{line}" if line.lstrip().startswith(FORMULA_STARTS) else line


def for_html(text: str, longest: int | None = LONGEST) -> str:
    """Escape text for a place that reads HTML, between tags or inside quotes.

    >>> for_html("<b>")
    '&lt;b&gt;'
    """
    return html.escape(one_line(text, longest))


def for_formula(text: str) -> str:
    """Give a formula of a workbook, or the value beside it, between the tags of its file; not a mark of it is lost.

    >>> for_formula('IF(A1<B1,"&","")')
    'IF(A1&lt;B1,"&amp;","")'
    """
    return html.escape(text, quote=False)


def for_markdown(text: str, longest: int | None = LONGEST) -> str:
    r"""Escape text for a place that reads Markdown: labels, help, captions, messages.

    >>> for_markdown("*50* [x](y)")
    '\\*50\\* \\[x\\](y)'
    """
    escaped = BLOCKS.sub(WORD_JOINER, MARKDOWN.sub(r"\\\1", one_line(text, longest)))
    escaped = escaped.replace(":", f":{WORD_JOINER}").replace("@", f"@{WORD_JOINER}")
    return re.sub(r"(?i)\bwww", lambda found: found.group(0) + WORD_JOINER, escaped)


def for_svg(words: str, longest: int | None = LONGEST_LABEL) -> str:
    """Write words so that a drawing shows them as they are: plotly reads <b>, <a href> and %{x} as its own.

    >>> for_svg("<b> %{x}")
    '&lt;b&gt; % {x}'
    """
    kept = one_line(words, longest).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return kept.replace("%{", "% {").replace("$", "&#36;")


def for_paper(text: str) -> str:
    r"""Give text for a paper that is set from data: at its whole length, and not even the marks of Word's templates.

    docxtpl turns "{_{" into two braces after it has filled a template in; what shows nothing keeps it from that.

    >>> for_paper("{{ x }} *b* #x"), for_paper("{_{") == f"{{{WORD_JOINER}_{{"
    ('{{ x }} *b* #x', True)
    """
    return TEMPLATE_CODES.sub(rf"\1{WORD_JOINER}", one_line(text, None))


def for_json(value: object) -> str:
    r"""Write JSON in lines; what a terminal could obey stands as a code, which says the same to whoever reads JSON.

    >>> for_json({"name": "H\u00e0 N\u1ed9i \u009b2J \u202e"})
    '{\n "name": "Hà Nội \\u009b2J \\u202e"\n}'
    """
    text = json.dumps(value, indent=1, ensure_ascii=False, allow_nan=False)
    return "".join(mark if mark.isprintable() or mark in PLAIN_IN_JSON else json.dumps(mark)[1:-1] for mark in text)


def for_script(value: object) -> str:
    r"""Write JSON that cannot end the script element it stands in.

    >>> print(for_script("</script>"))
    "\u003c/script\u003e"
    """
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def for_python(value: object) -> str:
    r"""Write plain words, numbers and records as a literal that Python reads back as the same, on one line.

    >>> print(for_python('it\'s "two"\nlines \u202e'))
    'it\'s "two"\nlines \u202e'
    """
    return repr(value)


def for_file_name(text: str) -> str:
    """Give a part of a file name that every system takes, and that stands inside quotes as it is; letters stay.

    >>> for_file_name('my "case": 1/2'), for_file_name("Hà Nội"), for_file_name("")
    ('my -case-- 1-2', 'Hà Nội', 'file')
    """
    name = NOT_IN_FILE_NAMES.sub("-", one_line(text, None)).strip(". ")
    return name.encode(errors="replace")[:LONGEST_FILE_NAME].decode(errors="ignore").strip(". ") or "file"


def _shown(mark: str) -> str:
    """Give a character as it may be shown: nothing for what shows nothing, a blank for what steers."""
    if mark.isprintable() or mark == NO_BREAK or mark in JOINERS:
        return mark
    return "" if unicodedata.category(mark) == "Cf" else " "
