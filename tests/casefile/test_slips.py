"""Slips of the hand: each is told with its line, its column, what was meant, and a mark under the place."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from colocate.casefile.faults import CaseError, Fault
from colocate.casefile.reading import document_of
from colocate.casefile.slips import excerpt
from colocate.commands.program import main
from tests.documents import TEMPLATE

SLIPS: list[tuple[str, str, str, str]] = [
    ("text without quotation marks", "tenure = commercial", 'line 1, column 10: tenure: commercial is text, and has no quotation marks around it. Write: tenure = "commercial"', "tenure = commercial\n         ^^^^^^^^^^"),
    ("several words", "title = Our house in Hanoi", 'line 1, column 9: title: Our house in Hanoi is text, and has no quotation marks around it. Write: title = "Our house in Hanoi"', "title = Our house in Hanoi\n        ^^^^^^^^^^^^^^^^^^"),
    ("text in a table", "lease = { tenure = commercial, area = 1 }", 'line 1, column 20: tenure: commercial is text, and has no quotation marks around it. Write: tenure = "commercial"', "lease = { tenure = commercial, area = 1 }\n                   ^^^^^^^^^^"),
    ("first mark missing", 'title = Our house"', 'line 1, column 9: title: Our house" is text, and has no quotation marks around it. Write: title = "Our house"', 'title = Our house"\n        ^^^^^^^^^^'),
    ("last mark missing", 'title = "Our house\nformat = 1', 'line 1, column 9: title: the text "Our house has no quotation mark at its end. Write " behind it', 'title = "Our house\n        ^^^^^^^^^^'),
    ("long text without end", 'summary = """\nOur house\nformat = 1', 'line 1, column 11: the text that begins with """ has no end. Write """ behind it', 'summary = """\n          ^^^'),
    ("mark inside a text", 'title = "Our "green" house"', "line 1, column 15: title: \"green\" house\"\" stands behind the end of the text. Inside a text write ' in place of \"", 'title = "Our "green" house"\n              ^^^^^^^^^^^^^'),
    ("decimal comma", "rent = 15,5", "line 1, column 8: rent: 15,5 has a comma before its decimals. Write a point: rent = 15.5", "rent = 15,5\n       ^^^^"),
    ("decimal comma in a table", "rent = { low = 15,5, mode = 20 }", "line 1, column 16: low: 15,5 has a comma before its decimals. Write a point: low = 15.5", "rent = { low = 15,5, mode = 20 }\n               ^^^^"),
    ("thousands with a comma", "area = 36,000", "line 1, column 8: area: 36,000 has marks between its thousands. Write: area = 36000", "area = 36,000\n       ^^^^^^"),
    ("thousands in a table", "rent = { low = 36,000, mode = 40,000 }", "line 1, column 16: low: 36,000 has marks between its thousands. Write: low = 36000", "rent = { low = 36,000, mode = 40,000 }\n               ^^^^^^"),
    ("thousands with a blank", "area = 36 000", "line 1, column 8: area: 36 000 has marks between its thousands. Write: area = 36000", "area = 36 000\n       ^^^^^^"),
    ("thousands with points", "area = 1.236.000,50", "line 1, column 8: area: 1.236.000,50 has marks between its thousands. Write: area = 1236000.50", "area = 1.236.000,50\n       ^^^^^^^^^^^^"),
    ("curly quotation marks", "title = \u201cOur house\u201d", 'line 1, column 9: title: \u201cOur house\u201d stands in curly quotation marks. Write straight ones: title = "Our house"', "title = \u201cOur house\u201d\n        ^^^^^^^^^^^"),
    ("path of Windows", 'constituents = "C:\\data\\them.csv"', 'line 1, column 19: constituents: "\\d" cannot stand in a text. Write / in place of \\, as in C:/Users', 'constituents = "C:\\data\\them.csv"\n                  ^^'),
    ("path of users", 'constituents = "C:\\Users\\them.csv"', 'line 1, column 19: constituents: "\\U" cannot stand in a text. Write / in place of \\, as in C:/Users', 'constituents = "C:\\Users\\them.csv"\n                  ^^'),
    ("key twice", "# all\nformat = 1\ntitle = 'a'\nformat = 1\n", "line 4, column 1: format is written twice, first in line 2. Take one of them out, or rename it", "format = 1\n^^^^^^"),
    ("key twice in a table", "[a]\nx = 1\n[b]\nx = 1\ny = 1\nx = 2\n", "line 6, column 1: x is written twice, first in line 4. Take one of them out, or rename it", "x = 2\n^"),
    ("key twice in braces", "rent = { low = 1, low = 2 }", "line 1, column 19: low is written twice, first in line 1. Take one of them out, or rename it", "rent = { low = 1, low = 2 }\n                  ^^^"),
    ("table twice", "[office]\npeople = 1\n\n[access]\n[office]\n", "line 5, column 1: [office] is written twice, first in line 1. Take one of them out, or rename it", "[office]\n^^^^^^^^"),
    ("one table of many", "[[options]]\nid = 'a'\n[options]\nid = 'b'\n", "line 3, column 1: [options] is written twice, first in line 1. Take one of them out, or rename it", "[options]\n^^^^^^^^^"),
    ("bracket of a table", "[office\npeople = 5", "line 1, column 1: the bracket of [office is not closed. Write ] behind it", "[office\n^^^^^^^"),
    ("bracket of options", "[[options]\nid = 'a'", "line 1, column 1: the bracket of [[options] is not closed. Write ]] behind it", "[[options]\n^^^^^^^^^^"),
    ("bracket of a list", "funds = ['A', 'B'\nformat = 1", "line 1, column 9: funds: the bracket [ is not closed. Write ] behind the last entry", "funds = ['A', 'B'\n        ^"),
    ("bracket of a figure", "rent = { low = 1, mode = 2\nformat = 1", "line 1, column 8: rent: the bracket { is not closed in its line. Write } at its end, all on one line", "rent = { low = 1, mode = 2\n       ^"),
    ("comma missing", "rent = { low = 1 mode = 2 }", 'line 1, column 18: mode: a comma is missing before "mode = 2 }". Write a comma between the two', "rent = { low = 1 mode = 2 }\n                 ^^^^^^^^^^"),
    ("no equals sign", "people 15", "line 1, column 1: no = stands between people and what it is. Write: people = ...", "people 15\n^^^^^^^^^"),
    ("a colon", 'title: "x"', "line 1, column 1: no = stands between title and what it is. Write: title = ...", 'title: "x"\n^^^^^^^^^^'),
    ("a name of two words", "shared space = 5", 'line 1, column 1: "shared space" is not one word. Write a name without blanks and signs, as the format has it', "shared space = 5\n^^^^^^^^^^^^"),
    ("nothing", "rent =", "line 1, column 7: rent is set to nothing. Write what it is, or take the line out", "rent =\n      ^"),
    ("True", "illustrative = True", 'line 1, column 16: illustrative: "True" is not written so. Write: illustrative = true', "illustrative = True\n               ^^^^"),
    ("no", "illustrative = no", 'line 1, column 16: illustrative: "no" is not written so. Write: illustrative = false', "illustrative = no\n               ^^"),
    ("date with slashes", "decision_date = 31/10/2018", "line 1, column 17: decision_date: 31/10/2018 is not written as a date. Write year, month and day: decision_date = 2025-03-31", "decision_date = 31/10/2018\n                ^^^^^^^^^^"),
    ("date with points", "decision_date = 31.10.2018", "line 1, column 17: decision_date: 31.10.2018 is not written as a date. Write year, month and day: decision_date = 2025-03-31", "decision_date = 31.10.2018\n                ^^^^^^^^^^"),
    ("no such day", "decision_date = 2026-02-30", "line 1, column 17: decision_date: there is no day 2026-02-30. Write year, month and day: decision_date = 2025-03-31", "decision_date = 2026-02-30\n                ^^^^^^^^^^"),
    ("per cent sign", "rate = 3.5 %", 'line 1, column 8: rate: "%" stands behind the number. Write the number alone: rate = 3.5', "rate = 3.5 %\n       ^^^^^"),
    ("unit behind", "rent = 15 USD # asked", 'line 1, column 8: rent: "USD" stands behind the number. Write the number alone: rent = 15', "rent = 15 USD # asked\n       ^^^^^^"),
    ("zero before", "month = 06", "line 1, column 9: month: 06 is not written as a number. Write: month = 6", "month = 06\n        ^^"),
    ("zero missing", "share = .5", "line 1, column 9: share: .5 is not written as a number. Write: share = 0.5", "share = .5\n        ^^"),
    ("remark of another language", "// our case", "line 1, column 1: a remark begins with #. Write # before it", "// our case\n^^^^^^^^^^^"),
    ("comma at the end", "rent = { low = 1, mode = 2, }", "line 1, column 28: a comma stands before the closing bracket. Take the comma out", "rent = { low = 1, mode = 2, }\n                           ^^"),
]  # fmt: skip


def fault_of(text: str) -> Fault:
    with pytest.raises(CaseError) as told:
        document_of(text.encode())
    assert len(told.value.faults) == 1
    return told.value.faults[0]


@pytest.mark.parametrize(("text", "words", "shown"), [row[1:] for row in SLIPS], ids=[row[0] for row in SLIPS])
def test_a_slip_is_told_by_what_was_meant(text: str, words: str, shown: str) -> None:
    fault = fault_of(text)
    assert str(fault) == f"the file, {words}"
    assert fault.excerpt == shown
    for other in (text.replace("\n", "\r\n"), f"agency = 'A'\n{text}"):
        assert fault_of(other).excerpt == shown


@pytest.mark.parametrize(
    "text", ["= 5", "a = [1, 2] ]", "a = 1 b = 2", "a = \\", '"a" "b" = 1', "a = ]", "[]", "]", "a = {", '"']
)
def test_any_other_slip_shows_its_line(text: str) -> None:
    fault = fault_of(text)
    assert fault.path.startswith("the file, line 1, column ")
    assert fault.excerpt.splitlines()[0] == text
    assert set(fault.excerpt.splitlines()[1]) <= {" ", "^"}


def test_a_long_line_is_shown_around_the_place() -> None:
    line = f'x = {{ source = "{"a" * 3000}", low = 15,5 }}'
    shown, mark = excerpt(line, line.index("15,5"), line.index("15,5") + 4).splitlines()
    assert len(shown) <= 100
    assert shown[mark.index("^") : mark.rindex("^") + 1] == "15,5"
    assert fault_of("a = \tb").excerpt == "a =  b\n     ^"


@pytest.mark.parametrize("cut", range(40, len(TEMPLATE), 97))
def test_a_template_cut_off_anywhere_shows_a_line_of_it(cut: int) -> None:
    try:
        document_of(TEMPLATE[:cut].encode())
    except CaseError as error:
        shown = [fault.excerpt.splitlines()[0] for fault in error.faults]
        assert all(line and line[:20] in TEMPLATE for line in shown)


def test_the_terminal_shows_the_line_and_the_mark(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "case.toml"
    path.write_text("format = 1\nrent = 15,5\n", encoding="utf-8")
    assert main(["validate", str(path)]) == 1
    assert capsys.readouterr().err == (
        f"{path}: 1 fault.\n"
        "  the file, line 2, column 8: rent: 15,5 has a comma before its decimals. Write a point: rent = 15.5\n"
        "    rent = 15,5\n"
        "           ^^^^\n"
    )


def _page() -> None:
    from colocate.ui.parts import faults_list
    from tests.casefile.test_slips import fault_of

    faults_list("At fault", [fault_of("rent = 15,5")])


def test_the_app_shows_the_line_and_the_mark() -> None:
    app = AppTest.from_function(_page).run()
    assert not app.exception
    assert [one.value for one in app.code] == ["rent = 15,5\n       ^^^^"]
    assert any("15,5 has a comma before its decimals" in one.proto.body for one in app.get("html"))
