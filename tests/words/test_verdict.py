"""The answer in words: one sentence of twenty words at most, cells that say what is shown, conditions, who pays."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest

from colocate.analysis.verdict import verdict
from colocate.casefile.reading import load_case
from colocate.model.evaluate import evaluate
from colocate.model.totals import BOOKS, VIEWS, Reading
from colocate.words.conditions import conditions
from colocate.words.criteria import leader_words, rows
from colocate.words.language import Language
from colocate.words.verdict import headline, shifted_words, why
from tests.analysis.test_verdict import SETTLED, between, candidate, drawn
from tests.documents import DATA_CASES
from tests.examples import Record, commercial, option, running


def said(*options: Record, reading: Reading | None = None, **changes: Any) -> str:
    futures = drawn(*options, **changes)
    found = verdict(futures) if reading is None else verdict(futures, reading)
    return plain(headline(futures.case, found))


def plain(words: str) -> str:
    return words.replace("\xa0", " ").replace("\u202f", " ")


CLOSED = [{"name": "security", "status": "fail", "evidence": "no second exit"}]
GRANT = {"name": "Grant", "giver": "donor", "amount": 900, "month": 0}

HEADLINES: dict[str, tuple[str, tuple[Record, ...]]] = {
    "best on every count": (
        "“Move” leads on money, access, mandate and the government's wish, and is behind on nothing.",
        (candidate("stay", 1_000, 2, "no", away=0.1), candidate("move", 700, 5)),
    ),
    "a trade-off": (
        "“Move” leads on money, “Stay” on access.",
        (candidate("stay", 1_000), candidate("move", 700, away=0.1)),
    ),
    "what is not known is said": (
        "“Move” leads on money, “Stay” on access; not known yet: mandate.",
        (candidate("stay", 1_000), candidate("move", 700, answer="unknown", away=0.1)),
    ),
    "no difference": (
        "The options differ by nothing that counts.",
        (candidate("stay", 1_000), candidate("move", 1_000)),
    ),
    "one option left": (
        "Only “Stay” passes its gates.",
        (candidate("stay", 1_000), candidate("move", 700, gates=CLOSED)),
    ),
    "no option left": (
        "No option passes its gates.",
        (candidate("stay", 1_000, gates=CLOSED), candidate("move", 700, gates=CLOSED)),
    ),
    "cheapest on average is not cheapest most often": (
        "“Stay” costs least on average, though “Move” is the cheapest more often: in 55 of 100 futures.",
        (candidate("stay", 1_600), candidate("move", between(900, 950, 3_000), away=0.1)),
    ),
}


@pytest.mark.parametrize(("words", "options"), HEADLINES.values(), ids=HEADLINES)
def test_the_headline(words: str, options: tuple[Record, ...]) -> None:
    assert said(*({**one, "short": one["name"]} for one in options)) == words


def test_a_saving_that_others_bear_stands_in_the_headline() -> None:
    free = {"tenure": "rent-free", "expiry": 36, "market_value": {"rent": 150, "driver": "prices"}}
    assert said(option("stay", commercial()), option("other", free)) == (
        "“Other” saves the agency USD 36,000, all of it paid by the host government."
    )


def test_whose_money_is_read_rules_the_headline() -> None:
    free = {"tenure": "rent-free", "expiry": 36, "market_value": {"rent": 150, "driver": "prices"}}
    options = ({**option("stay", commercial()), "short": "Stay"}, option("other", free))
    read = Reading("everyone", "cash and efficiency")
    assert said(*options, reading=read).startswith(
        "For everyone together, with staff time counted as money: “Stay” leads"
    )


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("reading", [Reading(*pair) for pair in itertools.product(BOOKS, VIEWS)], ids=str)
def test_the_headline_has_twenty_words_at_most(path: Path, reading: Reading) -> None:
    futures = evaluate(load_case(path), draws=256)
    words = headline(futures.case, verdict(futures, reading)).split(": ", maxsplit=reading != Reading())[-1]
    assert len(words.split()) <= 20, words


def test_cells_say_where_each_option_stands() -> None:
    futures = drawn(candidate("stay", 1_000, 2, "partly"), candidate("move", between(600, 700, 800)))
    found = verdict(futures)
    cells = {row.name: [plain(cell.words) for cell in row.cells] for row in rows(futures.case, found)}
    # The union is 22.24 km and 44.48 minutes away: u = 24.48/40 = 0.612, and 100 x (1 - 3u^2 + 2u^3) is 33.5.
    assert cells["money"] == ["USD 3,000", "USD 2,100"]
    assert cells["mandate"] == ["50 of 100", "100 of 100"]
    assert cells["government"] == ["step 2 of 5", "step 3 of 5"]
    assert [cell.leads for cell in rows(futures.case, found)[0].cells] == [False, True]
    below = plain(rows(futures.case, found)[0].cells[1].below)
    assert below.endswith("in 90 of 100 futures; cheapest in 100 of 100")


def test_an_open_question_is_a_range_and_a_condition() -> None:
    futures = drawn(candidate("stay", 1_000), candidate("move", 700, answer="unknown"))
    found = verdict(futures)
    cell = rows(futures.case, found)[2].cells[1]
    assert (cell.words, cell.below, cell.leads) == ("0\u2013100 of 100", "1 question open", False)
    assert conditions(futures, found) == ("Moving: 1 of 1 mandate questions has no answer yet.",) or conditions(
        futures, found
    ) == ("Move: 1 of 1 mandate questions has no answer yet.",)
    assert leader_words(futures.case, found.criterion("mandate")) == "not known yet"


def test_gates_that_nobody_has_settled_are_conditions() -> None:
    futures = drawn(candidate("stay", 1_000, gates=[]), candidate("old", 700, gates=SETTLED[:1]))
    assert conditions(futures, verdict(futures)) == (
        "Old: still to be settled before it can be chosen: legal and accessibility.",
    )


def test_assumptions_and_a_made_up_case_are_conditions() -> None:
    rate = {"low": 0, "mode": 1, "high": 2, "unit": "%/year", "source": "Assumption", "quality": "assumed"}
    futures = drawn(candidate("stay", 1_000), candidate("old", 700), discounting={"rate": rate}, illustrative=True)
    first, second = conditions(futures, verdict(futures))
    assert first.startswith("1 of ")
    assert first.endswith("is an assumption.")
    assert second == "The case is illustrative: the office and its figures are made up."


def test_why_says_the_money_the_regret_and_who_pays() -> None:
    free = {"tenure": "rent-free", "expiry": 36, "market_value": {"rent": 150, "driver": "prices"}}
    futures = drawn(option("old", commercial()), option("other", free))
    found = verdict(futures)
    assert [plain(one) for one in why(futures, found)] == [
        "“Other” costs least: USD 36,000 less than “Old”.",
        "With “Other”, these save: the agency USD 36,000. These pay more: the host government USD 45,000.",
        "For everyone together “Other” costs USD 9,000 more than “Old”.",
    ]


def test_a_saving_for_everyone_names_no_bearer() -> None:
    futures = drawn(candidate("old", 1_000), candidate("other", 700))
    assert shifted_words(futures.case, verdict(futures)) == ""


def test_regret_is_said_where_another_option_may_be_cheaper() -> None:
    futures = drawn(candidate("old", 1_600), candidate("other", between(900, 950, 3_000)), draws=1024)
    told = " ".join(why(futures, verdict(futures)))
    assert "Who chooses “Old” pays on average USD" in plain(told)


def test_numbers_follow_the_language_of_the_reader() -> None:
    futures = drawn(option("old", running=[running(10_000)]), option("other"))
    found = verdict(futures)
    assert "30 000 USD" in plain(" ".join(why(futures, found, Language("fr"))))


def test_nothing_speaks_of_futures_where_nothing_varies() -> None:
    futures = drawn(candidate("old", 1_000), candidate("other", 700, away=0.1), draws=1)
    found = verdict(futures)
    cells = [cell for row in rows(futures.case, found) for cell in row.cells]
    told = (headline(futures.case, found), *why(futures, found), *conditions(futures, found), *(c.below for c in cells))
    assert not [words for words in told if "future" in words or "average" in words]
