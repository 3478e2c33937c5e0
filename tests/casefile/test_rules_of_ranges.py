"""Correlations that cannot be and ranges that run into each other, told by path with the remedy; draws on request."""

from __future__ import annotations

import re
import tracemalloc
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from colocate.casefile.reading import faults_of_document
from colocate.casefile.template import write_template
from colocate.commands import main
from colocate.model.evaluate import evaluate
from colocate.model.futures import Futures
from tests.documents import MOVE, STAY, Document, Spoil, both, faults_after, put, rent, template_case, template_document
from tests.examples import SAME_EACH_TIME

RENT, CLEANING, FIT_OUT = "shared.market_rent", "shared.cleaning", "options[move].one_offs[Fit-out].amount"
GROWTH, FIXED = "drivers[inflation].growth", "shared.office_area"
LOST = "options[stay].coordinators.lost"
LEASE, NEW_LEASE = (*STAY, "lease"), (*MOVE, "lease")


def pair(first: str, second: str, rank: Any = 0.5) -> Document:
    return {"first": first, "second": second, "rank": rank}


def correlate(*pairs: Document) -> Spoil:
    return put("correlations", list(pairs))


def months(low: float, mode: float, high: float) -> Document:
    return rent("month", low=low, mode=mode, high=high)


def chance(probability: float) -> Spoil:
    """Let the first option lose its coordinators' desks with this probability."""
    lost = rent("yes/no", shape="yes/no", probability=probability)
    return both(
        put("coordinators", {"number": 3, "driver": "inflation"}),
        put(*STAY, "coordinators", {"arrangement": "may be lost", "lost": lost}),
    )


RANK_WITH_RANGE = rent("ratio", low=0.2, mode=0.5, high=0.8)

CORRELATIONS: list[tuple[str, Spoil, str, str]] = [
    ("fixed figure", correlate(pair(FIXED, RENT)), "correlations[0].first", "shared.office_area is fixed"),
    (
        "yes or no",
        both(chance(0.5), correlate(pair(RENT, LOST))),
        "correlations[0].second",
        "options[stay].coordinators.lost is a yes or no, which has no rank. Name a figure with low and high",
    ),
    (
        "no such figure",
        correlate(pair(RENT, "shared.cleanin")),
        "correlations[0].second",
        'there is no figure "shared.cleanin". Did you mean "shared.cleaning"?',
    ),
    (
        "a path by place",
        correlate(pair("options[1].one_offs[Fit-out].amount", RENT)),
        "correlations[0].first",
        f'Did you mean "{FIT_OUT}"?',
    ),
    ("another correlation", correlate(pair(RENT, "correlations[0].rank")), "correlations[0].second", "no figure"),
    ("itself", correlate(pair(RENT, RENT)), "correlations[0].second", "is the first figure again. Name another one"),
    (
        "twice",
        correlate(pair(RENT, CLEANING), pair(RENT, CLEANING, 0.4)),
        "correlations[1]",
        "shared.market_rent and shared.cleaning stand in correlations[0] already. Take one out",
    ),
    (
        "twice, the other way round",
        correlate(pair(RENT, FIT_OUT), pair(RENT, CLEANING), pair(CLEANING, RENT)),
        "correlations[2]",
        "shared.cleaning and shared.market_rent stand in correlations[1] already",
    ),
    (
        "rank with a range",
        correlate(pair(RENT, CLEANING, RANK_WITH_RANGE)),
        "correlations[0].rank",
        "has a range itself. Write one number from -0.99 to 0.99",
    ),
    ("rank too high", correlate(pair(RENT, CLEANING, 1.2)), "correlations[0].rank", "1.2 is too high for Rank"),
    ("rank too low", correlate(pair(RENT, CLEANING, -1)), "correlations[0].rank", "Due: -0.99 or more"),
    ("rank in words", correlate(pair(RENT, CLEANING, "high")), "correlations[0].rank", "high"),
    ("no rank", correlate({"first": RENT, "second": CLEANING}), "correlations[0].rank", "is missing"),
    ("no second", correlate({"first": RENT, "rank": 0.5}), "correlations[0].second", "is missing"),
    (
        "impossible",
        correlate(pair(RENT, CLEANING, 0.9), pair(CLEANING, FIT_OUT, 0.9), pair(FIT_OUT, RENT, -0.9)),
        "correlations",
        "cannot all hold at once: shared.cleaning with shared.market_rent 0.9; "
        f"{FIT_OUT} with shared.cleaning 0.9; {FIT_OUT} with shared.market_rent -0.9. The nearest that can: ",
    ),
]

STEPS = [
    {"after_months": months(6, 12, 24), "rent": 18},
    {"after_months": months(20, 30, 40), "rent": 19},
]

CROSSING: list[tuple[str, Spoil, str, str]] = [
    ("low is high", put("shared", "market_rent", "high", 12), "shared.market_rent.low", "12 is high as well: no range"),
    ("probability of 1.2", chance(1.2), "options[0].coordinators.lost.probability", "1.2 is not a probability"),
    (
        "lease over before it starts",
        both(put(*LEASE, "start", months(-30, -20, 6)), put(*LEASE, "expiry", months(4, 24, 30))),
        "options[stay].lease.expiry.low",
        "the lease could end before it starts: options[stay].lease.start reaches 6, and options[stay].lease.expiry "
        "begins at 4. Narrow one of the two ranges",
    ),
    (
        "break after the expiry",
        put(*LEASE, "break_option", {"month": months(6, 12, 25)}),
        "options[stay].lease.break_option.month.high",
        "the break could come after the expiry",
    ),
    (
        "steps out of order",
        put(*LEASE, "steps", STEPS),
        "options[stay].lease.steps[1].after_months.low",
        "could come before the step before it",
    ),
    (
        "limit below ideal",
        both(
            put("access", "ideal", rent("minute", low=10, mode=20, high=50)),
            put("access", "limit", rent("minute", low=45, mode=75, high=90)),
        ),
        "access.limit.low",
        "could be below the ideal: access.ideal reaches 50, and access.limit begins at 45",
    ),
    (
        "cap below floor",
        put(
            *LEASE,
            "indexation",
            {
                "driver": "rents",
                "floor": rent("%/year", low=0, mode=1, high=3),
                "cap": rent("%/year", low=2, mode=5, high=6),
            },
        ),
        "options[stay].lease.indexation.cap.low",
        "could be below the floor",
    ),
    (
        "in before the lease starts",
        both(put(*NEW_LEASE, "start", months(0, 3, 9)), put(*MOVE, "move", "month", 8)),
        "options[move].lease.start.high",
        "the office could move in before its lease starts",
    ),
    (
        "in before the lease starts, from the same month on",
        put(*NEW_LEASE, "start", months(0, 9, 12)),
        "options[move].lease.start.high",
        "options[move].lease.start reaches 12, and options[move].move.month begins at 9",
    ),
    (
        "lease over before the move",
        both(
            put(*NEW_LEASE, "start", 0),
            put(*MOVE, "move", "month", months(6, 8, 30)),
            put(*NEW_LEASE, "expiry", months(24, 48, 60)),
        ),
        "options[move].lease.expiry.low",
        "the lease could end before the move",
    ),
    (
        "running cost over before it starts",
        both(
            put(*STAY, "running", 1, "start", months(0, 6, 12)),
            put(*STAY, "running", 1, "end", months(11, 24, 36)),
        ),
        "options[stay].running[Guards].end.low",
        "could end before it starts",
    ),
]

ALL = CORRELATIONS + CROSSING


@pytest.mark.parametrize(("spoil", "path", "words"), [case[1:] for case in ALL], ids=[case[0] for case in ALL])
def test_what_no_draw_may_contradict(spoil: Spoil, path: str, words: str) -> None:
    faults = faults_after(spoil)
    assert path in faults, faults
    assert words in faults[path]


@pytest.mark.parametrize(("spoil", "path"), [case[1:3] for case in ALL], ids=[case[0] for case in ALL])
def test_one_mistake_is_one_fault(spoil: Spoil, path: str) -> None:
    assert set(faults_after(spoil)) == {path}


def test_correlations_without_a_first_figure_are_not_taken_for_the_same() -> None:
    faults = faults_after(correlate({"second": RENT, "rank": 0.5}, {"second": RENT, "rank": 0.5}))
    assert set(faults) == {"correlations[0].first", "correlations[1].first"}


FINE: list[tuple[str, Spoil]] = [
    ("a correlation", correlate(pair(RENT, CLEANING, 0.99))),
    ("a negative one", correlate(pair(RENT, CLEANING, -0.99))),
    ("a chain", correlate(pair(RENT, CLEANING), pair(CLEANING, FIT_OUT), pair(FIT_OUT, GROWTH, -0.5))),
    ("a rank as a table", correlate(pair(RENT, CLEANING, rent("ratio", mode=0.5)))),
    ("a rank that is shared", both(put("shared", "rho", 0.5), correlate(pair(RENT, CLEANING, "shared.rho")))),
    ("no correlations", correlate()),
    ("a lease that starts with the move at the latest", put(*NEW_LEASE, "start", months(0, 9, 9))),
    (
        "a cap that is the floor",
        put(*LEASE, "indexation", {"driver": "rents", "floor": 2, "cap": 2}),
    ),
    ("ranges side by side", put(*LEASE, "break_option", {"month": months(6, 12, 23)})),
    (
        "one shared figure in two places",
        both(
            put("shared", "month", months(6, 12, 30)),
            put(*LEASE, "expiry", "shared.month"),
            put(*LEASE, "break_option", {"month": "shared.month"}),
        ),
    ),
]


@pytest.mark.parametrize("spoil", [case[1] for case in FINE], ids=[case[0] for case in FINE])
def test_what_can_hold_is_no_fault(spoil: Spoil) -> None:
    assert faults_after(spoil) == {}


# ---- the correlations that are offered instead of impossible ones can be written into the file


def offered_in(remedy: str) -> list[Document]:
    """The pairs that a message offers."""
    assert remedy.startswith("The nearest that can: ")
    pairs = re.findall(
        r"(\S+(?: \S+)*?) with (\S+(?: \S+)*?) (-?[\d.]+)(?:; |$)", remedy.removeprefix("The nearest that can: ")
    )
    return [pair(first, second, float(rank)) for first, second, rank in pairs]


def impossible(*pairs: Document) -> Any:
    """The one fault of the template with these correlations."""
    document = template_document()
    correlate(*pairs)(document)
    (fault,) = faults_of_document(document)
    assert fault.path == "correlations"
    return fault


NAMES = [RENT, CLEANING, GROWTH, "discounting.rate"]
PAIRS = [(one, two) for place, one in enumerate(NAMES) for two in NAMES[:place]]


@SAME_EACH_TIME
@given(st.lists(st.integers(-99, 99), min_size=len(PAIRS), max_size=len(PAIRS)))
def test_what_is_offered_makes_the_case_valid(hundredths: list[int]) -> None:
    pairs = [pair(*names, number / 100) for names, number in zip(PAIRS, hundredths, strict=True)]
    document = template_document()
    correlate(*pairs)(document)
    for fault in faults_of_document(document):
        offered = offered_in(str(fault.remedy))
        assert offered
        assert faults_after(correlate(*offered)) == {}
        assert str(fault).endswith(str(fault.remedy)), "the offer is cut short"


def test_what_is_offered_is_near_and_keeps_the_signs() -> None:
    """0.9, 0.9 and -0.9: by symmetry all come down alike; three equal ones can hold down to -0.5 as normal scores."""
    fault = impossible(pair(RENT, CLEANING, 0.9), pair(CLEANING, FIT_OUT, 0.9), pair(FIT_OUT, RENT, -0.9))
    ranks = [one["rank"] for one in offered_in(str(fault.remedy))]
    assert sorted(ranks) == pytest.approx([-0.47, 0.47, 0.47], abs=0.011)  # scores of 0.49: no eigenvalue below 0.02


def test_two_impossible_sets_do_not_hide_a_possible_one() -> None:
    fault = impossible(
        pair(RENT, CLEANING, 0.9),
        pair(CLEANING, FIT_OUT, 0.9),
        pair(FIT_OUT, RENT, -0.9),
        pair(GROWTH, "discounting.rate", 0.6),
    )
    assert GROWTH not in str(fault)


# ---- through the command line


@pytest.fixture
def written(tmp_path: Path) -> Callable[[Spoil], Path]:
    """Write the template, spoilt, to a file of its own."""

    def write(spoil: Spoil) -> Path:
        path, *_ = write_template(tmp_path / f"case-{len(list(tmp_path.iterdir()))}.toml")
        document = tomlkit.parse(path.read_text(encoding="utf-8"))
        spoil(document)
        path.write_text(tomlkit.dumps(document), encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize("command", ["validate", "compare"])
@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (CORRELATIONS[-1][1], "correlations: cannot all hold at once: "),
        (CROSSING[2][1], "options[stay].lease.expiry.low: the lease could end before it starts"),
        (correlate(pair(RENT, FIXED)), "correlations[0].second: shared.office_area is fixed"),
    ],
    ids=["impossible", "crossing", "fixed"],
)
def test_the_command_line_tells_it_and_exits_with_1(
    command: str, spoil: Spoil, words: str, written: Callable[[Spoil], Path], capsys: Any
) -> None:
    assert main([command, str(written(spoil))]) == 1
    told = capsys.readouterr()
    assert words in re.sub(r"\s+", " ", told.err)
    assert "Traceback" not in told.err
    assert told.out == ""


def test_the_correlations_offered_go_through_the_command_line(written: Callable[[Spoil], Path], capsys: Any) -> None:
    assert main(["validate", str(written(CORRELATIONS[-1][1]))]) == 1
    said = re.sub(r"\s+", " ", capsys.readouterr().err)
    remedy = re.search(r"The nearest that can: .*?-?\d\.\d+(?=[^;\d]*$)", said)
    assert remedy is not None, said
    path = written(correlate(*offered_in(remedy.group())))
    assert main(["validate", str(path)]) == 0


# ---- draws and seeds that cannot be used

CASE = template_case()
BILLION = 10**9

REFUSED: list[tuple[str, Mapping[str, Any], type[Exception], str]] = [
    ("no draws", {"draws": 0}, ValueError, "the number of draws must be from 1 to 131,072, not 0"),
    ("fewer than none", {"draws": -1}, ValueError, "not -1"),
    ("a billion draws", {"draws": BILLION}, ValueError, "not 1,000,000,000"),
    ("one more than the most", {"draws": 2**17 + 1}, ValueError, "not 131,073"),
    ("half a draw", {"draws": 2.5}, TypeError, "the number of draws must be a whole number, not 2.5"),
    ("a whole number with a point", {"draws": 8.0}, TypeError, "not 8.0"),
    ("True draws", {"draws": True}, TypeError, "must be a whole number, not True"),
    ("draws in words", {"draws": "many"}, TypeError, "not 'many'"),
    ("a seed in words", {"draws": 8, "seed": "one"}, TypeError, "the seed must be a whole number, not 'one'"),
    ("half a seed", {"draws": 8, "seed": 0.5}, TypeError, "not 0.5"),
    ("True as a seed", {"draws": 8, "seed": True}, TypeError, "not True"),
    ("a seed below 0", {"draws": 8, "seed": -1}, ValueError, "the seed must be from 0 to"),
    ("a seed without end", {"draws": 8, "seed": 2**63}, ValueError, "the seed must be from 0 to"),
    ("a seed without draws", {"seed": 1}, ValueError, "a seed has no meaning without draws"),
    ("seed 0 without draws", {"seed": 0}, ValueError, "a seed has no meaning without draws"),
]


@pytest.mark.parametrize(("asked", "kind", "words"), [one[1:] for one in REFUSED], ids=[one[0] for one in REFUSED])
def test_draws_that_cannot_be_are_refused_before_anything_is_drawn(
    asked: Mapping[str, Any], kind: type[Exception], words: str
) -> None:
    """In words, and with less than 1 MB taken meanwhile."""
    tracemalloc.start()
    try:
        with pytest.raises(kind, match=re.escape(words)):
            evaluate(CASE, **asked)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("asked", [{"draws": 1}, {"draws": 1, "seed": 0}, {"draws": 2, "seed": 2**63 - 1}], ids=str)
def test_the_least_that_can_be_asked_for(asked: Mapping[str, Any]) -> None:
    futures = evaluate(CASE, **asked)
    assert isinstance(futures, Futures)
    assert (futures.draws, futures.seed) == (asked["draws"], asked.get("seed", 1))
