"""What is written to files: charts that need nothing else, and tables that a spreadsheet reads as they are meant."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from colocate.analysis.money.provenance import provenance
from colocate.analysis.money.returns import returns
from colocate.analysis.verdict import verdict
from colocate.export.pages import page, write_pages
from colocate.export.tables import tables
from colocate.model.evaluate import evaluate
from colocate.model.futures import Futures
from colocate.model.outcome import Outcome
from colocate.model.totals import BOOKS, VIEWS, Reading, present_amounts
from colocate.safe import for_csv
from colocate.words.verdict import headline
from colocate.writing import write_all
from tests.outcomes import BAD, outcome, renamed, template  # noqa: F401

TABLES = [
    "lines.csv",
    "worked_example.csv",
    "options.csv",
    "mandate.csv",
    "government.csv",
    "coordinators.csv",
    "ruled_out.csv",
    "assumptions.csv",
]


def futures_of(outcome: Outcome) -> Futures:  # noqa: F811
    return evaluate(outcome.case, 32)


class Reader(HTMLParser):
    """Collects tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_page(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    assert reader.open == []
    return reader


def test_the_page_needs_nothing_else(outcome: Outcome, tmp_path: Path) -> None:  # noqa: F811
    (path,) = write_pages(futures_of(outcome), tmp_path / "deep" / "folder")
    assert path.name == "charts.html"
    text = path.read_text(encoding="utf-8")
    reader = read_page(text)
    for tag, attributes in reader.tags:
        assert "src" not in attributes, tag
        assert "href" not in attributes, tag
        assert tag not in {"link", "iframe", "img", "object", "embed", "base", "form"}
    policy = next(attributes for tag, attributes in reader.tags if attributes.get("http-equiv"))
    assert str(policy["content"]).startswith("default-src 'none'")
    assert "url(" not in text.split("</style>")[0]
    assert reader.tags[0] == ("html", {"lang": "en"})
    assert [tag for tag, _attributes in reader.tags].count("title") == 1


def test_the_page_tells_every_chart_in_words_and_has_both_buttons(outcome: Outcome) -> None:  # noqa: F811
    text = page(futures_of(outcome))
    reader = read_page(text)
    drawn = [attributes["id"] for _tag, attributes in reader.tags if attributes.get("class") == "chart"]
    buttons = [attributes for tag, attributes in reader.tags if tag == "button"]
    assert len(drawn) >= 1 + 3 * (len(outcome.options) - 1)
    for number in range(len(drawn)):
        assert {one["data-format"] for one in buttons if one["data-chart"] == str(number)} == {"svg", "png"}
        assert f'id="alt-{number}"' in text
        assert f'id="title-{number}"' in text
    ids = [attributes["id"] for _tag, attributes in reader.tags if "id" in attributes]
    assert len(set(ids)) == len(ids)
    assert ("possible futures" in text) == bool(futures_of(outcome).figures)
    held = json.loads(text.split("const charts = ")[1].split(";\n")[0])
    assert len(held) == len(drawn)


def test_names_cannot_become_markup(template: Outcome) -> None:  # noqa: F811
    text = page(futures_of(renamed(template, BAD)))
    read_page(text)
    assert "<script>alert" not in text
    assert text.count("<script>") == 2
    assert text.count("</script>") == 2
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "javascript:1'>" not in text


def test_dollar_signs_of_a_case_stay(template: Outcome) -> None:  # noqa: F811
    text = page(futures_of(replace(template, case=replace(template.case, title="$body costs $5 and $$"))))
    assert "<h1>$body costs $5 and $$</h1>" in text


def test_tables_are_for_spreadsheets(outcome: Outcome, tmp_path: Path) -> None:  # noqa: F811
    paths = write_all(tmp_path / "new", tables(futures_of(outcome)))
    assert [path.name for path in paths] == TABLES
    for path in paths:
        content = path.read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.count(b"\n") == content.count(b"\r\n") > 0
        assert b"nan" not in content.lower().replace(b"finan", b"").replace(b"tenan", b"").replace(b"enan", b"")
        rows = read(path)
        assert all(None not in row and None not in row.values() for row in rows)


def test_lines_equal_the_expected_values_to_the_last_digit(outcome: Outcome, tmp_path: Path) -> None:  # noqa: F811
    futures = futures_of(outcome)
    rows = read(write_all(tmp_path, tables(futures))[0])
    lines = [line for option in futures.expected.options for line in option.lines]
    origins = provenance(outcome.case)
    assert len(rows) == len(lines)
    for row, line in zip(rows, lines, strict=True):
        assert (row["option"], row["category"]) == (line.option, line.category)
        assert [float(row[f"year {year + 1}"]) for year in range(len(line.amounts))] == line.amounts[:, 0].tolist()
        assert float(row["total"]) == float(line.amounts[:, 0].sum())
        assert float(row["present value"]) == float(line.present[:, 0].sum())
        assert row["quantities"] == "; ".join(origins[line.key])


def test_the_worked_example_equals_the_most_likely_case(outcome: Outcome, tmp_path: Path) -> None:  # noqa: F811
    rows = read(write_all(tmp_path, tables(futures_of(outcome)))[1])
    lines = [line for option in outcome.options for line in option.lines]
    assert len(rows) == len(lines)
    for row, line in zip(rows, lines, strict=True):
        assert row["formula"] == line.formula
        assert float(row["total"]) == float(line.amounts[:, 0].sum())
        assert float(row["present value"]) == float(present_amounts(line, outcome.prices)[:, 0].sum())


def test_options_equal_the_expected_values(outcome: Outcome, tmp_path: Path) -> None:  # noqa: F811
    futures = futures_of(outcome)
    rows = read(write_all(tmp_path, tables(futures, provenance={}))[2])
    assert len(rows) == len(outcome.options) * len(BOOKS) * len(VIEWS)
    for row in rows:
        reading = Reading(row["book"], row["view"])  # type: ignore[arg-type]
        money = futures.expected.option(row["option"]).money[reading]
        assert float(row["total"]) == float(money.total[0])
        assert float(row["present value"]) == float(money.present_value[0])
        assert float(row["equivalent annual cost"]) == float(money.equivalent_annual[0])
        earned = returns(futures.expected, row["option"], *reading)
        assert (float(row["payback years"]) if row["payback years"] else None) == earned.payback.value


def test_mandate_and_assumptions_are_whole(outcome: Outcome, tmp_path: Path) -> None:  # noqa: F811
    found = {path.name: read(path) for path in write_all(tmp_path, tables(futures_of(outcome), {}))}
    mandate, government = (found[f"{name}.csv"] for name in ("mandate", "government"))
    coordinators, assumptions = found["coordinators.csv"], found["assumptions.csv"]
    assert len(mandate) == len(outcome.case.checklist) * len(outcome.options)
    assert {row["measure"] != "" for row in mandate if row["answer"] == "mitigated"} <= {True}
    assert [row["form"] for row in government] == [option.government.form for option in outcome.options]
    assert [row["weaker than asked"] == "yes" for row in government] == [
        option.government.is_weak for option in outcome.options
    ]
    countries = 0 if outcome.case.coordinators is None else max(1, len(outcome.case.coordinators.countries))
    assert len(coordinators) == countries * len(outcome.options)
    quantities = list(outcome.case.quantities.values())
    assert [float(row["value"]) for row in assumptions] == [one.value for one in quantities]
    assert [float(row["mode"]) for row in assumptions] == [one.mode for one in quantities]
    assert {row["settled"] for row in assumptions} == {""}
    assert [row["source"] for row in assumptions] == [for_csv(one.source) for one in quantities]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\t="])
def test_no_cell_becomes_a_formula(template: Outcome, tmp_path: Path, start: str) -> None:  # noqa: F811
    name = f"{start}cmd|'/c calc'!A1"
    for path in write_all(tmp_path, tables(futures_of(renamed(template, name)), {})):
        for row in read(path):
            for cell in row.values():
                if re.match(r"\s*[=+@\-\t\r]", cell):
                    float(cell)


def test_harmless_keeps_ordinary_words() -> None:
    assert for_csv("Rent, first floor") == "Rent, first floor"
    assert for_csv("") == ""


def test_own_files_are_replaced_and_others_left(template: Outcome, tmp_path: Path) -> None:  # noqa: F811
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("mine", encoding="utf-8")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    (folder / "lines.csv").symlink_to(elsewhere)
    (folder / "charts.html").write_text("old", encoding="utf-8")
    write_all(folder, tables(futures_of(template), {}))
    write_pages(futures_of(template), folder)
    assert elsewhere.read_text(encoding="utf-8") == "mine"
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert (folder / "charts.html").stat().st_size > 1_000_000
    assert sorted(path.name for path in folder.iterdir()) == sorted([*TABLES, "charts.html", "notes.txt"])


def test_words_of_the_verdict_stand_on_the_page(outcome: Outcome) -> None:  # noqa: F811
    futures = futures_of(outcome)
    said = headline(futures.case, verdict(futures))
    assert said.replace("&", "&amp;").replace("'", "&#x27;") in page(futures)
