"""The command line: exit codes, words on standard error, a readable table, complete JSON."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import colocate
from colocate.analysis.uncertainty.odds import DRAWS
from colocate.casefile.page import format_page
from colocate.casefile.schema import json_schema
from colocate.casefile.template import write_template
from colocate.commands import main
from tests.documents import DATA_CASES, ROOT, TEMPLATE

NARROW = {"COLUMNS": "20", "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
FOLDER = "Büro 河内 stay or move"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The template on disk, in a folder whose name has spaces and letters from elsewhere."""
    folder = tmp_path / FOLDER
    folder.mkdir()
    return write_template(folder / "my case.toml")[0]


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a user does, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "colocate", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )


def everything(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.slow
def test_compare_in_a_narrow_terminal_without_unicode(case: Path) -> None:
    case.write_text(
        TEMPLATE.replace("CONSTITUENTS-FILE", "my case-constituents.csv").replace("Example City", "Hà Nội"),
        encoding="utf-8",
    )
    before = everything(case.parent)
    done = run("compare", case, **NARROW)
    assert (done.returncode, done.stderr) == (0, b"")
    words = done.stdout.decode("utf-8")
    assert "Country office in Hà Nội: stay or move" in " ".join(words.split())
    assert max(len(line) for line in words.splitlines()) <= 20
    assert everything(case.parent) == before


def test_compare_tells_options_and_expected_money(case: Path, capsys: Any) -> None:
    assert main(["compare", str(case)]) == 0
    told, wrong = capsys.readouterr()
    assert wrong == ""
    for words in (
        "1. Stay (baseline)",
        "2. Move to the UN House",
        "Money, on average over 2,048 possible futures",
        "Agency's cash, 10 years",
        "in today's money",
        "equal amount a year",
        "UN family, today's money",
        "Everyone, today's money",
        "Payback",
        "USD",
        "Access",
    ):
        assert words in told
    assert "nan" not in told.lower().replace("finance", "")


def read_json(capsys: Any, *arguments: str) -> Any:
    """Give what compare --json writes; a NaN or an infinity is refused."""
    assert main(["compare", *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out, parse_constant=lambda word: pytest.fail(f"{word} in JSON"))


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_json_holds_every_line_of_every_option_by_year(path: Path, capsys: Any) -> None:
    found = read_json(capsys, str(path))
    outcome = colocate.evaluate(colocate.load_case(path))
    years = outcome.case.horizon_years
    assert (found["shape"], found["shape_version"]) == ("colocate-figures", 3)
    assert found["result"] == "expected values"
    assert [option["id"] for option in found["options"]] == [option.id for option in outcome.options]
    for option, worked_out in zip(found["options"], outcome.options, strict=True):
        assert len(option["lines"]) >= len(worked_out.lines)
        for line in option["lines"]:
            assert len(line["amounts_by_year"]) == years
            assert math.fsum(line["amounts_by_year"]) == pytest.approx(line["total"], rel=1e-12, abs=1e-6)


BOOKS = {"agency": {"agency"}, "un family": {"agency", "un"}, "everyone": {"agency", "un", "host", "donor"}}
VIEWS = {"cash": {"cash", "in kind"}, "cash and efficiency": {"cash", "in kind", "efficiency"}}


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_the_lines_add_up_to_the_books(path: Path, capsys: Any) -> None:
    found = read_json(capsys, str(path))
    for option in found["options"]:
        for book, payers in BOOKS.items():
            for view, natures in VIEWS.items():
                lines = [line for line in option["lines"] if line["payer"] in payers and line["nature"] in natures]
                money = option["money"][book][view]
                assert sum(line["present_value"] for line in lines) == pytest.approx(money["present_value"], abs=0.01)
                assert sum(line["total"] for line in lines) == pytest.approx(money["total"], abs=0.01)
                for year, amount in enumerate(money["by_year"]):
                    assert sum(line["amounts_by_year"][year] for line in lines) == pytest.approx(amount, abs=0.01)
                assert money["cumulative"][-1] == pytest.approx(money["total"], abs=0.01)


def test_json_goes_back_from_every_line_to_figures_of_the_case(case: Path, capsys: Any) -> None:
    found = read_json(capsys, str(case))
    known = {quantity["path"]: quantity for quantity in found["quantities"]}
    for quantity in known.values():
        assert quantity["source"]
        assert quantity["quality"] in ("exact", "estimated", "assumed")
    for option in found["options"]:
        for line in option["lines"]:
            assert set(line["quantities"]) <= set(known)
    for option in found["worked_example"]["options"]:
        for line in option["lines"]:
            assert line["formula"]
            assert set(line["quantities"]) <= set(known)


def test_set_changes_figures_as_python_does(case: Path, capsys: Any) -> None:
    settings = ["--set", "options[move].move.delay=6", "--set", " discounting.rate = 2.5 "]
    found = read_json(capsys, str(case), *settings)
    changed = colocate.change(colocate.load_case(case), {"options[move].move.delay": 6, "discounting.rate": 2.5})
    expected = colocate.evaluate(changed, DRAWS).expected.option("move").money["agency", "cash"].present_value[0]
    assert found["options"][1]["money"]["agency"]["cash"]["present_value"] == pytest.approx(expected, rel=1e-15)
    assert case.read_text(encoding="utf-8").count("mode = 3, high = 14") == 1


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("options[mov].move.delay=6", 'Did you mean "move"?'),
        ("office.people=-3", "office.people: -3 is too low for People"),
        ("office.people=many", '"many" is not what is due here'),
        ("office.people=nan", "is not a finite number"),
        ("access.constituents=other.csv", "names a table, which is read with the case"),
        ("access.travel_times=other.csv", "names a table, which is read with the case"),
        ("offices=3", 'leads nowhere: there is no "offices" there'),
        ("options[stay].lease.area=3", "Set shared.office_area"),
    ],
)
@pytest.mark.parametrize("command", ["compare", "export"])
def test_a_wrong_setting_is_told_and_nothing_is_written(
    case: Path, capsys: Any, command: str, setting: str, words: str
) -> None:
    before = everything(case.parent)
    out = ["--out", str(case.parent / "out")] if command == "export" else []
    assert main([command, str(case), "--set", setting, *out]) == 1
    told, wrong = capsys.readouterr()
    assert told == ""
    assert words in wrong
    assert everything(case.parent) == before


@pytest.mark.parametrize("setting", ["office.people", "=3", " = 3", ""])
@pytest.mark.parametrize("command", ["compare", "export"])
def test_what_is_no_setting_is_wrong_use(case: Path, capsys: Any, command: str, setting: str) -> None:
    before = everything(case.parent)
    out = ["--out", str(case.parent / "out")] if command == "export" else []
    with pytest.raises(SystemExit) as left:
        main([command, str(case), "--set", setting, *out])
    assert left.value.code == 2
    assert "is not PATH=VALUE" in capsys.readouterr().err
    assert everything(case.parent) == before


def spoilt(old: str, new: str) -> bytes:
    """The template's bytes with some words exchanged."""
    assert old in TEMPLATE
    return TEMPLATE.replace(old, new, 1).replace("CONSTITUENTS-FILE", "my case-constituents.csv").encode()


BAD: list[tuple[str, bytes, str]] = [
    ("empty", b"", "the file: is empty"),
    ("blank", b"  \n ", "the file: is empty"),
    ("binary", b"\x89PNG\r\n\x1a\n\0\0", "the file: is not text"),
    (
        "cut off",
        TEMPLATE[: TEMPLATE.index("Consumer prices") + 5].encode(),
        'has no quotation mark at its end. Write " behind it',
    ),
    ("latin-1", spoilt("Made-up", "Gemäß").decode().encode("latin-1"), "the file, line 14: is not saved as UTF-8"),
    ("utf-16", TEMPLATE.encode("utf-16"), "the file: is saved as UTF-16"),
    ("nan", spoilt("people = 20", "people = nan"), "office.people: is not a finite number"),
    ("infinity", spoilt("people = 20", "people = -inf"), "office.people: is not a finite number"),
    ("1e400", spoilt("people = 20", "people = 1e400"), "office.people: is not a finite number"),
    ("5000 digits", spoilt("people = 20", "people = " + 5000 * "9"), "holds a whole number of thousands of digits"),
    ("nested", b"a = " + 3000 * b"[" + 3000 * b"]", "is nested too deeply"),
    (
        "negative area",
        spoilt("office_area = 400", "office_area = -400"),
        "shared.office_area: -400 is too low for Area",
    ),
    (
        "low above high",
        spoilt("low = 12, mode = 18", "low = 30, mode = 18"),
        "shared.market_rent.low: 30 is above high (26)",
    ),
    (
        "wrong unit",
        spoilt('mode = 17, unit = "USD/m2/month"', 'mode = 17, unit = "USD/person/year"'),
        "options[0].lease.rent.unit: ",
    ),
    (
        "unknown key",
        spoilt("horizon_years", "horizon_year"),
        'horizon_year: is not a key of the format. Did you mean "horizon_years"?',
    ),
    (
        "unknown driver",
        spoilt('service_charge_driver = "inflation"', 'service_charge_driver = "inflatoin"'),
        'options[0].lease.service_charge_driver: there is no driver "inflatoin"',
    ),
    (
        "circular shared figure",
        spoilt("office_area = 400", 'office_area = "shared.office_area"'),
        "goes round in a circle",
    ),
    ("circular move", spoilt('leaves = "stay"', 'leaves = "move"'), "options[1].move.leaves: goes round in a circle"),
    ("no baseline", TEMPLATE[: TEMPLATE.index("[[options]]")].encode(), "options: is missing"),
    ("one option", TEMPLATE[: TEMPLATE.index('[[options]]\nid = "move"')].encode(), "options: has one option only"),
    ("horizon 0", spoilt("horizon_years = 10", "horizon_years = 0"), "horizon_years: 0 years cannot be looked at"),
    (
        "horizon 1000",
        spoilt("horizon_years = 10", "horizon_years = 1000"),
        "horizon_years: 1000 years cannot be looked at",
    ),
    (
        "dates out of order",
        spoilt("start = 6\n", "start = 12\n"),
        "options[1].lease.start: the lease starts in month 12, after moving in",
    ),
    ("a name twice", spoilt('id = "move"', 'id = "stay"'), 'options[1].id: "stay" stands twice'),
    ("a path outside", spoilt("CONSTITUENTS-FILE", "../x.csv"), 'access.constituents: "../x.csv" is a path'),
    (
        "a table that is not there",
        spoilt("CONSTITUENTS-FILE", "none.csv"),
        'access.constituents: "none.csv" cannot be opened',
    ),
]


@pytest.mark.parametrize(("content", "words"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
@pytest.mark.parametrize("command", ["compare", "validate"])
def test_a_case_at_fault_gives_1_and_its_faults(
    case: Path, capsys: Any, command: str, content: bytes, words: str
) -> None:
    case.write_bytes(content)
    before = everything(case.parent)
    assert main([command, str(case)]) == 1
    told, wrong = capsys.readouterr()
    assert told == ""
    assert words in wrong
    assert wrong.splitlines()[0].startswith(f"{case}: ")
    assert "Traceback" not in wrong
    assert everything(case.parent) == before


@pytest.mark.parametrize(
    "name",
    ["unknown key", *(pytest.param(name, marks=pytest.mark.slow) for name in ("empty", "5000 digits", "nested"))],
)
def test_a_case_at_fault_in_a_process_of_its_own(case: Path, name: str) -> None:
    case.write_bytes(next(row[1] for row in BAD if row[0] == name))
    done = run("validate", case, **NARROW)
    assert (done.returncode, done.stdout) == (1, b"")
    assert next(row[2] for row in BAD if row[0] == name) in " ".join(done.stderr.decode("utf-8").split())
    assert b"Traceback" not in done.stderr


def test_a_file_of_50_mb_is_refused_at_once(case: Path) -> None:
    os.truncate(case, 50_000_000)
    done = run("compare", case)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"has 50.0 MB" in done.stderr


def test_ten_faults_are_told_in_one_run(case: Path, capsys: Any) -> None:
    text = TEMPLATE
    for old, new in (
        ("format = 1", "format = 2"),
        ('title = "', 'tittle = "'),
        ("horizon_years = 10", "horizon_years = 1.5"),
        ("decision_date = 2026-01-01", 'decision_date = "soon"'),
        ("people = 20", "people = -1"),
        ("low = 12, mode = 18", "low = 30, mode = 18"),
        ("desks = 300", "desks = nan"),
        ('id = "rents"', 'id = "inflation"'),
        ('need = "desirable"', 'need = "nice"'),
        ('leaves = "stay"', 'leaves = "stai"'),
        ("step = 3", "step = 9"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    case.write_text(text, encoding="utf-8")
    assert main(["validate", str(case)]) == 1
    wrong = capsys.readouterr().err
    for path in (
        "format",
        "title",
        "tittle",
        "horizon_years",
        "decision_date",
        "office.people",
        "shared.market_rent.low",
        "houses[0].desks",
        "drivers[1].id",
        "checklist[0].need",
        "options[1].move.leaves",
        "options[0].government.step",
        "access.constituents",
    ):
        assert f"\n  {path}: " in wrong
    assert f"{wrong.count(chr(10)) - 1} faults." in wrong


@pytest.mark.parametrize("command", ["compare", "validate"])
def test_a_missing_file_gives_1(tmp_path: Path, capsys: Any, command: str) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        assert main([command, str(path)]) == 1
        told, wrong = capsys.readouterr()
        assert told == ""
        assert wrong.startswith(f"{path}: cannot be opened")


def test_a_name_that_no_system_takes_is_told_like_a_missing_file(tmp_path: Path, capsys: Any) -> None:
    assert main(["validate", str(tmp_path / "no\0ne.toml")]) == 1
    told, wrong = capsys.readouterr()
    assert told == ""
    assert wrong.startswith(f"{tmp_path / 'no ne.toml'}: cannot be opened")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["comparre"],
        ["compare"],
        ["compare", "a.toml", "--jsn"],
        ["export", "a.toml"],
        ["new"],
        ["compare", "a", "b"],
    ],
)
def test_wrong_use_gives_2(capsys: Any, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_wrong_use_in_a_process_of_its_own() -> None:
    done = run("compare")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"usage: python -m colocate" in done.stderr
    assert b"Traceback" not in done.stderr


def test_validate_counts_options_and_assumptions(case: Path, capsys: Any) -> None:
    assert main(["validate", str(case)]) == 0
    told = capsys.readouterr().out
    assert ": no fault. 2 options, " in told
    assert "assumed." in told


def test_new_writes_a_case_that_validates_and_never_overwrites(tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / FOLDER / "new one.toml"
    path.parent.mkdir()
    assert main(["new", str(path)]) == 0
    assert capsys.readouterr().out.splitlines() == [str(path), str(path.with_name("new one-constituents.csv"))]
    assert main(["validate", str(path)]) == 0
    before = everything(tmp_path)
    assert main(["new", str(path)]) == 2
    assert "is there already; nothing was written" in capsys.readouterr().err
    assert everything(tmp_path) == before


def test_new_in_a_folder_that_is_not_there_gives_3(tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "none" / "case.toml"
    assert main(["new", str(path)]) == 3
    wrong = capsys.readouterr().err
    assert wrong.startswith(f"{path.parent / 'case-constituents.csv'}: cannot be written (")
    assert "The case is not at fault" in wrong
    assert everything(tmp_path) == {}


def test_schema_and_page(capsys: Any) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == json_schema()
    assert main(["schema", "--page"]) == 0
    assert capsys.readouterr().out == format_page()


def test_export_writes_pages_tables_and_figures(case: Path, capsys: Any) -> None:
    out = case.parent / "out" / "first"
    before = everything(case.parent)
    assert main(["export", str(case), "--out", str(out), "--set", "options[move].move.delay=6"]) == 0
    told = capsys.readouterr().out.splitlines()
    written = everything(out)
    assert {str(out / name) for name in written} == set(told)
    assert {Path(name).suffix for name in written} >= {".html", ".csv", ".json"}
    found = json.loads(written["figures.json"], parse_constant=lambda word: pytest.fail(f"{word} in JSON"))
    assert found == read_json(capsys, str(case), "--set", "options[move].move.delay=6")
    for name, content in written.items():
        assert name == "case.colocate" or content.decode("utf-8-sig"), name
        if name.endswith(".html"):
            assert b'src="http' not in content, name
            assert b"src='http" not in content, name
    assert {name: content for name, content in everything(case.parent).items() if not name.startswith("out")} == before


def test_export_to_where_nothing_can_be_written_gives_3(case: Path, capsys: Any) -> None:
    before = everything(case.parent)
    out = case.with_name("my case-constituents.csv")
    assert main(["export", str(case), "--draws", "16", "--out", str(out)]) == 3
    assert capsys.readouterr().err.startswith(f"{out}: cannot be written (")
    assert everything(case.parent) == before


@pytest.mark.parametrize("setting", ["houses[un-house].occupancy=0.0002", "shared.market_rent=1e15"])
def test_figures_beyond_all_measure_are_still_told_in_words(case: Path, capsys: Any, setting: str) -> None:
    path, _, value = setting.partition("=")
    ends = {f"{path}.{end}": float(value) / part for end, part in (("low", 2), ("mode", 1), ("high", 1))}
    ends |= {f"drivers[rents].growth.{end}": figure for end, figure in (("low", 900), ("mode", 1000), ("high", 1000))}
    settings = [word for place, figure in ends.items() for word in ("--set", f"{place}={figure}")]
    settings += ["--set", setting, "--set", "horizon_years=60"]
    assert main(["compare", str(case), *settings]) == 0
    assert "on average over" in capsys.readouterr().out
    read_json(capsys, str(case), *settings)


@pytest.mark.parametrize("setting", ["houses[un-house].occupancy=1e-290", "shared.market_rent=1e16"])
def test_figures_beyond_all_measure_are_refused_in_words(case: Path, capsys: Any, setting: str) -> None:
    assert main(["compare", str(case), "--set", setting]) == 1
    told = capsys.readouterr().err
    assert "too near to 0" in told or "too high" in told or "beyond what" in told
