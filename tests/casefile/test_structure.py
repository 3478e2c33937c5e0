"""Faults of form: keys, types, choices, and numbers without end; each by its path, all of them at once."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from colocate.casefile.structure import faults_of_form, without_what_has_no_end
from tests.documents import MOVE, STAY, Spoil, both, faults_after, put, rent, take_out, template_document

DIGITS_5000 = int("9" * 4000) * 10**1000

FORM: list[tuple[str, Spoil, str, str]] = [
    ("unknown key", put(*STAY, "lease", "aera", 5), "options[0].lease.aera", 'Did you mean "area"?'),
    ("unknown key of the file", put("horizon", 5), "horizon", 'Did you mean "horizon_years"?'),
    ("unknown key of a figure", put("shared", "cleaning", "hihg", 5), "shared.cleaning.hihg", 'Did you mean "high"?'),
    ("nothing like it", put("zzzz", 5), "zzzz", "is not a key of the format"),
    ("a key without a letter", put("", 5), '""', "is not a key of the format"),
    ("a key without a letter inside", put(*STAY, "", 5), 'options[0].""', "is not a key of the format"),
    ("missing key", take_out("horizon_years"), "horizon_years", "is missing. Due: a whole number"),
    ("missing options", take_out("options"), "options", "is missing"),
    ("missing lease", take_out(*STAY, "lease"), "options[0].lease", "is missing"),
    ("figure without unit", put("office", "people", {"mode": 3}), "office.people.unit", "is missing"),
    ("figure without source", put("office", "people", {"mode": 3}), "office.people.source", "is missing"),
    ("figure without quality", put("office", "people", {"mode": 3}), "office.people.quality", "is missing"),
    ("empty source", put(*STAY, "lease", "rent", rent(mode=1, source="  ")), "options[0].lease.rent.source", '"  "'),
    (
        "unknown quality",
        put(*STAY, "lease", "rent", rent(mode=1, quality="good")),
        "options[0].lease.rent.quality",
        "Known: exact, estimated, assumed",
    ),
    (
        "unknown shape",
        put(*STAY, "lease", "rent", rent(low=1, high=2, shape="beta")),
        "options[0].lease.rent.shape",
        '"beta" is not known',
    ),
    (
        "unknown choice",
        put(*STAY, "lease", "tenure", "comercial"),
        "options[0].lease.tenure",
        'Did you mean "commercial"?',
    ),
    ("lever in words", put(*STAY, "lease", "rent", rent(mode=1, lever="yes")), "options[0].lease.rent.lever", '"yes"'),
    ("unit as a number", put(*STAY, "lease", "rent", rent(mode=1, unit=3)), "options[0].lease.rent.unit", "3 is not"),
    ("true for a number", put("office", "people", True), "office.people", "true is not what is due here"),
    ("true for a whole number", put("horizon_years", True), "horizon_years", "true is not what is due here"),
    ("true in a range", put("shared", "market_rent", "high", True), "shared.market_rent.high", "true is not"),
    ("true as a weight", put("access", "group_weights", {"workers": True}), "access.group_weights.workers", "true"),
    ("true in a list of figures", put("drivers", 0, "growth", [1, True]), "drivers[0].growth[1]", "true is not"),
    ("text for a number", put("office", "people", "20"), "office.people", '"20" is not what is due here'),
    ("date for a number", put("office", "people", date(2020, 1, 1)), "office.people", "2020-01-01 is not"),
    ("number for text", put("title", 3), "title", "3 is not what is due here. Due: words in quotation marks"),
    ("number for a switch", put("illustrative", 1), "illustrative", "Due: true or false"),
    ("number for a fund", put("funds", [1]), "funds[0]", "1 is not what is due here"),
    ("number for a list", put("funds", 1), "funds", "1 is not what is due here"),
    ("number for a record", put(*MOVE, "lease", 3), "options[1].lease", "3 is not what is due here"),
    ("number for records", put("houses", 0, "costs", 3), "houses[0].costs", "3 is not what is due here"),
    ("number for all houses", put("houses", 3), "houses", "3 is not what is due here"),
    ("number for all options", put("options", 3), "options", "3 is not what is due here"),
    ("number for all shared figures", put("shared", 3), "shared", "3 is not what is due here"),
    (
        "list for a choice",
        put("houses", 0, "costs", 0, "shared_by", ["people"]),
        "houses[0].costs[0].shared_by",
        "a list",
    ),
    ("table for a choice", put("houses", 0, "costs", 0, "shared_by", {}), "houses[0].costs[0].shared_by", "a table"),
    ("list for a figure", put("shared", "office_area", [1, 2]), "shared.office_area", "a list is not due here"),
    ("list in a list of figures", put("drivers", 0, "growth", [[1]]), "drivers[0].growth[0]", "a list is not due here"),
    ("no growth", put("drivers", 0, "growth", []), "drivers[0].growth", "has 0 entries"),
    ("too much growth", put("drivers", 0, "growth", [1] * 61), "drivers[0].growth", "has 61 entries"),
    ("no funds", put("funds", []), "funds", "has 0 entries"),
    ("empty title", put("title", " "), "title", "words in quotation marks"),
    ("empty name", put(*MOVE, "name", ""), "options[1].name", "words in quotation marks"),
    ("empty driver", put(*STAY, "running", 0, "driver", ""), "options[0].running[0].driver", "words"),
    ("empty name of a table", put("access", "constituents", ""), "access.constituents", "words in quotation marks"),
    ("text too long", put("title", "x" * 5000), "title", "at most 4000 characters"),
    ("date as text", put("decision_date", "2026-01-01"), "decision_date", "a date without quotation marks"),
    ("date with an hour", put("decision_date", datetime(2026, 1, 1, 10)), "decision_date", "Due: a date"),
    ("an hour", put("decision_date", time(10)), "decision_date", "Due: a date"),
    ("date as a number", put("decision_date", 20260101), "decision_date", "Due: a date"),
    ("horizon with a point", put("horizon_years", 1.5), "horizon_years", "1.5 is not what is due here"),
    ("not a number", put("office", "people", float("nan")), "office.people", "is not a finite number"),
    ("infinity", put("office", "people", float("inf")), "office.people", "is not a finite number"),
    (
        "minus infinity in a range",
        put("shared", "market_rent", "low", float("-inf")),
        "shared.market_rent.low",
        "is not a finite number",
    ),
    (
        "infinite weight",
        put("access", "group_weights", {"workers": float("inf")}),
        "access.group_weights.workers",
        "finite",
    ),
    ("5000 digits", put("office", "people", DIGITS_5000), "office.people", "is a whole number without end"),
    ("5000 digits below 0", put("office", "people", -DIGITS_5000), "office.people", "is a whole number without end"),
    ("400 digits as horizon", put("horizon_years", 10**400), "horizon_years", "is a whole number without end"),
    ("400 digits as format", put("format", 10**400), "format", "is a whole number without end"),
    ("400 digits in a range", put("shared", "market_rent", "low", 10**400), "shared.market_rent.low", "without end"),
    ("steers a terminal", put("title", "\x1b]0;owned\x07 fine"), "title", "holds the control character U+001B"),
    ("steers in a list", put("funds", ["A\x9b31m"]), "funds[0]", "holds the control character U+009B"),
    ("half a letter", put("title", "\ud800"), "title", "unable to parse"),
]


@pytest.mark.parametrize(("spoil", "path", "words"), [row[1:] for row in FORM], ids=[row[0] for row in FORM])
def test_a_fault_of_form_is_told_by_its_path(spoil: Spoil, path: str, words: str) -> None:
    faults = faults_after(spoil)
    assert path in faults
    assert words in faults[path]


def test_what_only_looks_wrong_is_not_told_as_several_faults() -> None:
    """A case without options is at fault in one place; what its options would have used is not."""
    assert list(faults_after(take_out("options"))) == ["options"]
    assert list(faults_after(put("horizon_years", 0))) == ["horizon_years"]
    assert list(faults_after(put(*STAY, "lease", "rent", rent(low=1, high=2, shape=["beta"])))) == [
        "options[0].lease.rent.shape"
    ]


def test_ten_different_faults_are_told_in_one_run() -> None:
    ten: dict[str, Spoil] = {
        "format": put("format", 2),
        "tittle": put("tittle", "x"),
        "horizon_years": put("horizon_years", 1.5),
        "discounting.rate": put("discounting", "rate", float("nan")),
        "drivers[1].id": put("drivers", 1, "id", "inflation"),
        "shared.market_rent.low": put("shared", "market_rent", "low", 99),
        "office.people": put("office", "people", -1),
        "back_office[0].driver": put("back_office", 0, "driver", "inflatoin"),
        "options[0].lease.rent.unit": put(*STAY, "lease", "rent", "unit", "USD/person/year"),
        "options[1].move.leaves": put(*MOVE, "move", "leaves", "move"),
    }
    faults = faults_after(both(*ten.values()))
    assert set(ten) <= set(faults)
    assert len(faults) >= 10


def test_a_document_nested_without_end_is_refused_in_words() -> None:
    deep: dict[str, object] = {}
    inner = deep
    for _ in range(100_000):
        inner["a"] = inner = {}
    document = {**template_document(), "deep": deep}
    faults = {fault.path: str(fault.problem) for fault in without_what_has_no_end(document)[1]}
    assert faults == {"deep" + 20 * ".a": "is nested too deeply"}
    while deep:  # taken apart by hand: Python itself cannot free it in one go
        deep = deep.pop("a")  # type: ignore[assignment]


def test_the_document_itself_is_left_as_it_was() -> None:
    document = template_document()
    document["office"]["people"] = 10**400
    faults = without_what_has_no_end(document)[1]
    assert [fault.path for fault in faults] == ["office.people"]
    assert document["office"]["people"] == 10**400


def test_the_template_has_no_fault_of_form() -> None:
    assert faults_of_form(template_document()) == []


def test_a_fault_is_one_printable_line_however_long_the_words_of_the_file() -> None:
    document = template_document()
    document["options"][1]["running"][0]["driver"] = "\x1b[31m" + "x" * 3900 + "\n"
    document["k" * 100_000] = 1
    from colocate.casefile.reading import faults_of_document

    for fault in faults_of_document(document):
        line = str(fault)
        assert line.isprintable()
        assert len(line) < 1300
