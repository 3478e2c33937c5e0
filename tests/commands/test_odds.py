"""The command line over draws: compare with odds, sensitivity, what is refused at once, progress, and Ctrl-C."""

from __future__ import annotations

import copy
import json
import os
import re
import select
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import colocate
from colocate.analysis.deciding.decisive import confirm_turning, deciding
from colocate.analysis.deciding.tornado import tornado
from colocate.analysis.deciding.what_would_change import what_changes
from colocate.analysis.uncertainty.held import HeldRuns
from colocate.analysis.uncertainty.odds import DRAWS, odds
from colocate.analysis.verdict import verdict
from colocate.casefile.reading import check_document, load_case
from colocate.casefile.template import write_template
from colocate.commands import compare, export, main, program, sensitivity
from colocate.commands.layout import side_by_side, table
from colocate.model.totals import HEADLINE
from colocate.words import criteria
from colocate.words import verdict as answer
from colocate.words.deciding_tables import figures_table, turning_words
from colocate.words.decisive import everything_in_words, hangs_on
from colocate.words.futures import count_of_hundred, how_drawn
from colocate.words.naming import name_of, short_names
from colocate.words.numbers import about
from tests.commands.test_commands import everything
from tests.documents import DATA_CASES, LARGE_IS_SLOW, ROOT, template_case, template_document, template_table
from tests.examples import office_case, option, running

FEW = ["--draws", "256", "--seed", "7"]
NAMES = [path.stem for path in DATA_CASES]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return write_template(tmp_path / "case.toml")[0]


def told(capsys: Any, *arguments: str) -> str:
    """What a command writes; nothing on standard error, and plain spaces."""
    assert main(list(arguments)) == 0
    out, wrong = capsys.readouterr()
    assert wrong == ""
    return str(out).replace("\xa0", " ")


def read_json(capsys: Any, *arguments: str) -> Any:
    return json.loads(told(capsys, *arguments, "--json"), parse_constant=lambda word: pytest.fail(f"{word} in JSON"))


def one_line(words: str) -> str:
    return " ".join(words.replace("\xa0", " ").split())


WRONG = [
    (["--draws", "0"], "the number of draws must be from 1 to 131,072, not 0"),
    (["--draws", "-5"], "the number of draws must be from 1 to 131,072, not -5"),
    (["--draws", "131073"], "not 131,073"),
    (["--draws", "1000000000"], "the number of draws must be from 1 to 131,072, not 1,000,000,000"),
    (["--draws", "1.5"], "the number of draws must be a whole number, not '1.5'"),
    (["--draws", "1,000"], "must be a whole number"),
    (["--draws", "nan"], "must be a whole number"),
    (["--draws", ""], "must be a whole number"),
    (["--draws", "9" * 5000], "must be a whole number"),
    (["--draws", "9" * 3000], "must be from 1 to 131,072"),
    (["--draws"], "expected one argument"),
    (["--seed", "x"], "the seed must be a whole number, not 'x'"),
    (["--seed", "-1"], "the seed must be from 0 to 9,223,372,036,854,775,807, not -1"),
    (["--seed", str(2**63)], "the seed must be from 0"),
    (["--seed", "0.5"], "the seed must be a whole number, not '0.5'"),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG, ids=[" ".join(row[0])[:24] for row in WRONG])
@pytest.mark.parametrize("command", ["compare", "sensitivity", "export"])
def test_draws_and_seeds_that_cannot_be_used_are_refused_before_anything_is_read(
    tmp_path: Path, capsys: Any, command: str, arguments: list[str], words: str
) -> None:
    out = ["--out", str(tmp_path / "out")] if command == "export" else []
    with pytest.raises(SystemExit) as left:
        main([command, str(tmp_path / "there is no such case.toml"), *out, *arguments])
    assert left.value.code == 2
    said, wrong = capsys.readouterr()
    assert said == ""
    assert words in wrong
    assert "usage:" in wrong
    assert "no such case" not in wrong
    assert max(len(line) for line in wrong.splitlines()) < 300
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", NAMES)
def test_terminal_json_and_python_give_the_same_odds(name: str, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    path = ROOT / "data" / f"{name}.toml"
    futures = colocate.evaluate(load_case(path), 256, 7)
    words = told(capsys, "compare", str(path), *FEW)
    found = read_json(capsys, "compare", str(path), *FEW)
    case, currency = futures.case, futures.case.currency
    answered = verdict(futures)
    flat = one_line(words)
    assert flat.index(one_line(answer.headline(case, answered))) < flat.index("1. ")
    for sentence in answer.why(futures, answered):
        assert one_line(f"- {sentence}") in flat
    for row in criteria.rows(case, answered):
        for cell in row.cells:
            assert one_line(cell.words) in flat
            assert one_line(cell.below) in flat
    assert flat.endswith(one_line(how_drawn(256, 7)))
    assert found["verdict"]["headline"] == answer.headline(case, answered).replace("\xa0", " ")
    lines = words.splitlines()
    for place, one in enumerate(odds(futures)):
        json_one = found["futures"]["options"][place]["money"]["agency"]["cash"]
        assert (json_one["cheapest"], json_one["regret"]) == (one.cheapest, one.regret)
        assert json_one["present_value"]["p95"] == one.present_value.high
        for title, value in (
            ("Expected regret", one.regret),
            *(
                (f"{title}{' ' if title else ''}", value)
                for title, value in (
                    ("Saving against baseline", one.saving and one.saving.mean),
                    ("  5 of 100 futures below", one.saving and one.saving.low),
                    ("  95 of 100 futures below", one.saving and one.saving.high),
                )
            ),
        ):
            written = "-" if value is None else about(float(value), currency).replace("\xa0", " ")  # type: ignore[arg-type]
            rows = [line for line in lines if line.startswith(title)]
            assert any(written in row for row in rows), (title, written)
        share = count_of_hundred(one.cheapest, one.of_hundred).removesuffix(" of 100") if one.ranked else "fails a gate"
        assert share in next(line for line in lines if line.startswith("Cheapest, of 100 futures"))
    assert max(len(line) for line in lines) <= 100


def test_a_comparison_worked_by_hand(capsys: Any) -> None:
    # Between 0 and 1,000 a year against 250, for one year (tests of odds): 75 and 25 of 100, saving -750 to 250.
    between = {
        "low": 0,
        "high": 1000,
        "shape": "uniform",
        "unit": "USD/year",
        "source": "made up",
        "quality": "assumed",
    }
    two = office_case(
        option("stay", running=[running(250)]),
        option("other", running=[running(between)]),
        discounting={"rate": 0},
        horizon_years=1,
    )
    lines = [line.split() for line in compare.report(colocate.evaluate(two, 1024, 3)).replace("\xa0", "").splitlines()]
    assert ["Cheapest,", "of", "100", "futures", "75", "of", "100", "25", "of", "100"] in lines
    assert ["Cheaper", "than", "baseline,", "of", "100", "-", "25", "of", "100"] in lines
    assert any(line[:2] == ["Saving", "against"] and line[-2:] == ["-", "USD-250"] for line in lines)
    assert capsys.readouterr().out == ""


def test_the_usual_draws_and_seed_are_those_of_the_app(case: Path, capsys: Any) -> None:
    found = read_json(capsys, "compare", str(case))["futures"]
    assert (found["draws"], found["seed"]) == (DRAWS, 1) == (2048, 1)
    assert read_json(capsys, "sensitivity", str(case))["draws"] == DRAWS


def test_the_same_draws_and_seed_give_the_same_bytes_and_seed_0_is_a_seed(case: Path, capsys: Any) -> None:
    first, again, zero = (
        told(capsys, "compare", str(case), "--json", "--draws", "100", "--seed", seed) for seed in ("7", "7", "0")
    )
    assert first == again != zero


def test_set_changes_the_futures_too(case: Path, capsys: Any) -> None:
    found = read_json(capsys, "compare", str(case), *FEW, "--set", "options[move].move.delay=6")
    changed = colocate.change(load_case(case), {"options[move].move.delay": 6})
    wanted = odds(colocate.evaluate(changed, 256, 7))[1].present_value
    assert found["futures"]["options"][1]["money"]["agency"]["cash"]["present_value"]["mean"] == wanted.mean


@pytest.mark.parametrize("name", LARGE_IS_SLOW)
def test_sensitivity_gives_the_same_figures_as_python(name: str, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "what_changes", partial(what_changes, base=2, most=2))  # shares: not looked at here
    path = ROOT / "data" / f"{name}.toml"
    words = told(capsys, "sensitivity", str(path), *FEW)
    case_ = load_case(path)
    futures = colocate.evaluate(case_, 256, 7)
    held = HeldRuns(futures)
    swings = tornado(held)
    found, pair = confirm_turning(held, deciding(futures), swings.may_turn), swings.pair
    flat, lines = one_line(words), words.splitlines()
    assert one_line(hangs_on(found, futures)) in flat
    assert one_line(everything_in_words(found, case_.currency)) in flat
    assert one_line(turning_words(found)) in flat
    names = short_names(case_)
    assert one_line(f"One figure at a time: “{names[pair.first]}” against “{names[pair.second]}”") in flat
    for one in swings.swings[:12]:
        ends = [about(value, case_.currency).replace("\xa0", " ") for value in (one.at_low, one.at_high)]
        assert any(re.search(rf"{re.escape(ends[0])} +{re.escape(ends[1])}$", line) for line in lines), one
    for row in figures_table(found.turning, futures, "").rows:
        assert set(one_line(row[2].words).split()) <= set(flat.split())
    assert max(len(line) for line in lines) <= 100
    assert "(seed 7)" in flat


def test_switching_values_and_swings_are_those_of_the_case_changed_by_hand() -> None:
    case_ = load_case(ROOT / "data" / "hanoi.toml")
    found = what_changes(colocate.evaluate(case_, 64), base=2, most=2)

    def costs(path: str, value: float) -> dict[str, float]:
        futures = colocate.evaluate(colocate.change(case_, {path: value}), 64)
        return {one.id: float(one.money[HEADLINE].present_value.mean()) for one in futures.options}

    for one in found.deciding.turning[:4]:
        path, (crossing,) = one.quantity.path, one.switching.crossings
        step = 1e-4 * (one.quantity.high - one.quantity.low)
        for value, cheapest in ((crossing.value - step, crossing.below), (crossing.value + step, crossing.above)):
            found_costs = costs(path, value)
            assert min(found_costs, key=lambda option_id: found_costs[option_id]) == cheapest
    for swing in found.swings.swings[:3]:
        for value, lead in ((swing.quantity.low, swing.at_low), (swing.quantity.high, swing.at_high)):
            changed = costs(swing.quantity.path, value)
            assert changed[found.pair.second] - changed[found.pair.first] == pytest.approx(lead, rel=1e-9)


def without_ranges(document: Any) -> Any:
    """The same document with every figure at its most likely value."""
    if isinstance(document, dict):
        kept = {key: without_ranges(value) for key, value in document.items()}
        return {key: kept[key] for key in kept if key not in ("low", "high", "shape")} if "mode" in kept else kept
    return [without_ranges(one) for one in document] if isinstance(document, list) else document


def test_a_case_without_ranges_is_told_in_words() -> None:
    certain = check_document(without_ranges(template_document()), template_table)
    words = one_line(sensitivity.report(what_changes(colocate.evaluate(certain, 4))))
    assert "No figure of the case has a range" in words
    assert "futures" not in words
    compared = one_line(compare.report(colocate.evaluate(certain, 4)))
    assert not [word for word in ("possible futures", "of 100 futures", "regret") if word in compared]


def test_an_option_that_fails_a_gate_is_shown_and_not_ranked() -> None:
    document = copy.deepcopy(template_document())
    document["options"].append({**copy.deepcopy(document["options"][1]), "id": "third", "name": "Third way"})
    document["options"][1]["gates"] = [{"name": "security", "status": "fail", "evidence": "assessment"}]
    words = compare.report(colocate.evaluate(check_document(document, template_table), 64))
    assert "fails a gate" in next(line for line in words.splitlines() if line.startswith("Cheapest"))
    document["options"][2]["gates"] = document["options"][1]["gates"]
    alone = check_document(document, template_table)
    assert "Only “Staying” passes its gates" in compare.report(colocate.evaluate(alone, 64))
    assert "Counted: the agency's cash" in sensitivity.report(
        what_changes(colocate.evaluate(alone, 64), base=2, most=2)
    )


@pytest.mark.slow
def test_progress_is_shown_to_a_person_only(case: Path) -> None:
    code, shown, out = in_terminal(case, "--draws", "64", stop=False)
    assert code == 0
    assert "% done" in shown
    assert "\n" not in shown
    assert shown.endswith("\r")
    assert b"The answer on money hangs on" in out


@pytest.mark.slow
def test_ctrl_c_ends_it_without_a_traceback() -> None:
    code, shown, out = in_terminal(ROOT / "data" / "regional-office.toml", stop=True)
    assert code == 130
    assert shown.rstrip().endswith("Stopped.")
    assert "Traceback" not in shown
    assert out == b""


def in_terminal(case_: Path, *arguments: str, stop: bool) -> tuple[int, str, bytes]:
    """Run sensitivity with standard error at a terminal; stop it, if asked, once it says how far it is."""
    ours, theirs = pytest.importorskip("pty").openpty()
    ears = signal.signal(signal.SIGINT, signal.default_int_handler)  # tests in the background are deaf to Ctrl-C
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "colocate", "sensitivity", str(case_), *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    signal.signal(signal.SIGINT, ears)
    os.close(theirs)
    shown = b""
    try:
        while select.select([ours], [], [], 60)[0] and (block := os.read(ours, 4096)):
            shown += block
            if stop and b"% done" in shown:
                process.send_signal(signal.SIGINT)
                stop = False
    except OSError:  # the other end is closed: Linux says so by an error
        pass
    finally:
        os.close(ours)
        try:
            out, _none = process.communicate(timeout=60)
        finally:
            process.kill()
    return process.returncode, shown.decode(), out


def test_ctrl_c_while_exporting_writes_nothing(case: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_arguments: Any, **_settings: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(export, "what_changes", stopped)
    before = everything(case.parent)
    assert main(["export", str(case), "--out", str(case.parent / "out"), "--draws", "8"]) == 130
    assert capsys.readouterr() == ("", "Stopped.\n")
    assert everything(case.parent) == before


def test_export_writes_what_the_commands_print(case: Path, capsys: Any) -> None:
    out = case.parent / "out"
    assert main(["export", str(case), "--out", str(out), *FEW]) == 0
    capsys.readouterr()
    assert main(["compare", str(case), "--json", *FEW]) == 0
    assert capsys.readouterr().out == f"{(out / 'figures.json').read_text(encoding='utf-8')}\n"
    assert main(["sensitivity", str(case), "--json", *FEW]) == 0
    assert capsys.readouterr().out == f"{(out / 'sensitivity.json').read_text(encoding='utf-8')}\n"
    assert {"odds.csv", "switching.csv", "worth.csv", "tornado.csv"} <= {path.name for path in out.iterdir()}


def test_columns_that_do_not_fit_go_into_a_further_table() -> None:
    columns = [f"{place}. option-{place}" for place in range(1, 9)]
    written = side_by_side(columns, [("Cost of everything", [f"USD {place},000,000" for place in range(1, 9)])], 72)
    assert max(len(line) for line in written.splitlines()) <= 72
    assert all(column in written for column in columns)
    assert written.count("Cost of everything") == 3


def test_long_words_are_wrapped_and_never_cut_off() -> None:
    name = "Fit-out of the second and third floors with closed rooms for negotiations " * 3
    written = table(("Figure", "Low"), [(name, "1,000 USD per m2 per month")], ("wrap", "right"), 72)
    assert max(len(line) for line in written.splitlines()) <= 72
    left = " ".join(line[:44] for line in written.splitlines()[1:])
    assert one_line(left) == one_line(name)
    heading = side_by_side(["1. a-very-long-name-of-an-option-that-goes-on-and-on"], [("Cost", ["USD 1"])], 72)
    assert "".join(heading.replace("Cost", "").replace("USD 1", "").split()) == (
        "1.a-very-long-name-of-an-option-that-goes-on-and-on"
    )


def test_names_in_the_tables_tell_the_option() -> None:
    found = what_changes(colocate.evaluate(template_case(), 16), base=2, most=2)
    words = one_line(sensitivity.report(found))
    widest = found.swings.swings[0].quantity
    assert name_of(found.futures.case, widest, with_option=True) in words
