"""The verdict in words: who is best on every count, what is traded off, who is not ranked, what must be settled."""

from __future__ import annotations

from typing import Any

import pytest

from colocate.casefile.reading import load_case
from colocate.model.evaluate import evaluate
from colocate.words.verdict import CENTRAL_CASE, Verdict, verdict
from tests.documents import DATA_CASES
from tests.examples import ACCESS, Record, commercial, office, option, running

ITEM = {"id": "door", "text": "An own door?", "theme": "identity", "need": "desirable"}
SETTLED = [{"name": name, "status": "pass", "evidence": "seen"} for name in ("security", "legal", "accessibility")]
TABLE = "Ministry,government,0,0,1,1,,\nUnion,workers,0,0.2,1,1,,\n"


def candidate(name: str, cost: float, step: int = 3, answer: str = "yes", away: float = 0.0, **terms: Any) -> Record:
    """An option with a running cost, the government's step, an answer to one item, and degrees from the ministry."""
    return option(
        name,
        running=[running(cost)],
        government={"step": step, "evidence": "letter"},
        mandate=[{"item": "door", "answer": answer, "evidence": "seen"}],
        place={"latitude": 0, "longitude": -away},
        gates=terms.pop("gates", SETTLED),
        **terms,
    )


def told(*options: Record, locale: str = "en", **changes: Any) -> Verdict:
    """The verdict on these options over three years without discounting."""
    changes = {"checklist": [ITEM], "access": ACCESS, "discounting": {"rate": 0}} | changes
    return verdict(office(*options, table=TABLE, **changes), locale)


def plain(words: str) -> str:
    return words.replace("\xa0", " ").replace("\u202f", " ")


def test_best_on_every_count() -> None:
    found = told(candidate("stay", 1_000, 2, "no", away=0.1), candidate("move", 700, 5))
    assert plain(found.headline) == (
        "Move is best, or as good as any, on all four counts: Money, Constituents' access, Identity and mandate and "
        "The government's wish. Move costs least: USD 900 (30 %) less than Stay over 3 years, in today's money."
    )
    assert [row.best for row in found.rows] == [("move",)] * 4


def test_a_trade_off_is_said_to_be_a_choice() -> None:
    # Cheaper, but further from all constituents.
    found = told(candidate("stay", 1_000), candidate("move", 700, away=0.1))
    assert plain(found.headline) == (
        "Move costs least: USD 900 (30 %) less than Stay over 3 years, in today's money. "
        "No option is best on every count, so this is a choice and not a sum."
    )
    # 0.2 degrees are 22 km and 45 minutes to the union from the old door; 67, beyond the limit, from the new one.
    assert found.sentences == (
        "Constituents' access: Stay is better. The worst-served group there is workers.",
        "Identity and mandate: no difference that counts.",
        "The government's wish: no difference that counts.",
    )


def test_the_baseline_costs_least() -> None:
    found = told(candidate("stay", 700), candidate("move", 1_000))
    assert "Stay costs least; the next, Move, costs USD 900 more over 3 years, in today's money." in plain(
        found.headline
    )
    assert found.rows[0].best == ("stay",)


def test_costs_within_one_per_cent_of_the_baselines_are_the_same() -> None:
    found = told(candidate("stay", 1_000), candidate("move", 991))
    assert found.headline.endswith("Stay and Move cost about the same over 3 years.")
    assert found.rows[0].best == ("stay", "move")
    assert told(candidate("stay", 1_000), candidate("move", 989)).rows[0].best == ("move",)


def test_scores_within_a_point_are_the_same() -> None:
    items = [ITEM | {"id": f"item-{number}"} for number in range(60)]
    answers = [{"item": item["id"], "answer": "yes", "evidence": "seen"} for item in items]
    less = [answers[0] | {"answer": "partly"}, *answers[1:]]  # 0.83 points less
    much_less = [{**answers[0], "answer": "partly"}, {**answers[1], "answer": "partly"}, *answers[2:]]  # 1.67 less
    for second, best in ((less, ("stay", "other")), (much_less, ("stay",))):
        found = verdict(office(option("stay", mandate=answers), option("other", mandate=second), checklist=items))
        assert found.rows[2].best == best


def test_a_baseline_that_costs_nothing_has_no_share() -> None:
    assert "USD 300 more" in plain(told(candidate("stay", 0), candidate("move", 100)).headline)
    gift = {"name": "Grant", "giver": "donor", "amount": 500, "month": 0}
    found = told(candidate("stay", 0), candidate("move", 0, contributions=[gift]))
    assert "Move costs least: USD 500 less than Stay over" in plain(found.headline)


def test_an_option_that_fails_a_gate_is_shown_and_not_ranked() -> None:
    closed = [{"name": "security", "status": "fail", "evidence": "no second exit"}, *SETTLED[1:]]
    found = told(candidate("stay", 1_000), candidate("move", 700), candidate("cheap", 100, 5, gates=closed))
    assert "Cheap" not in found.headline
    assert not any("Cheap" in sentence for sentence in found.sentences)
    assert all("cheap" not in row.best for row in found.rows)
    assert [cell.option for cell in found.rows[0].cells] == ["stay", "move", "cheap"]
    assert found.conditions[0] == "Cheap fails a gate and is shown but not ranked: security (no second exit)."


def test_a_baseline_that_fails_is_not_the_measure() -> None:
    leaves = option("stay", commercial(expiry=12), gates=SETTLED)
    found = verdict(office(leaves, option("first", running=[running(700)]), option("second", running=[running(900)])))
    assert plain(found.headline).startswith("First costs least; the next, Second, costs USD")


def test_one_option_left() -> None:
    closed = [{"name": "security", "status": "fail", "evidence": "no second exit"}]
    found = told(candidate("stay", 1_000), candidate("move", 700, gates=closed))
    assert found.headline == "Only Stay passes its gates: Move fails security."
    assert found.sentences == ()
    assert len(found.rows) == 4


def test_no_option_left() -> None:
    closed = [{"name": name, "status": "fail"} for name in ("security", "legal")]
    found = told(candidate("stay", 1_000, gates=closed), candidate("move", 700, gates=closed))
    assert found.headline == "No option passes its gates: Stay fails security and legal; Move fails security and legal."


def test_gates_that_nobody_has_settled_are_conditions() -> None:
    found = told(candidate("stay", 1_000, gates=[]), candidate("move", 700, gates=SETTLED[:1]))
    assert found.conditions == ("Move: still to be settled before it can be chosen: legal and accessibility.",)
    assert found.rows[0].best == ("move",)  # ranked all the same


def test_questions_without_an_answer_are_conditions() -> None:
    found = told(candidate("stay", 1_000), candidate("move", 700, answer="unknown"))
    assert found.conditions == ("Move: 1 of 1 mandate questions have no answer yet.",)


def test_assumptions_and_a_made_up_case_are_conditions() -> None:
    rate = {"low": 0, "mode": 1, "high": 2, "unit": "%/year", "source": "Assumption", "quality": "assumed"}
    found = told(candidate("stay", 1_000), candidate("move", 700), discounting={"rate": rate}, illustrative=True)
    assert found.conditions[0].startswith("1 of ")
    assert found.conditions[0].endswith(" figures are assumptions.")
    assert found.conditions[1] == "The case is illustrative: the office and its figures are made up."


def test_nothing_to_settle_no_conditions() -> None:
    assert told(candidate("stay", 1_000), candidate("move", 700)).conditions == ()


def test_what_the_case_does_not_say_is_not_made_up() -> None:
    found = verdict(office(option("stay", running=[running(1_000)]), option("move"), discounting={"rate": 0}))
    assert [row.best for row in found.rows[1:]] == [(), (), ()]
    assert [cell.words for row in found.rows[1:] for cell in row.cells] == ["not stated"] * 6
    assert "Constituents' access: the case does not say." in found.sentences


def test_a_close_second_is_named() -> None:
    # 20 apart of a baseline of 1,000 a year: two per cent. 60 apart: six.
    near = told(candidate("stay", 1_000), candidate("first", 700), candidate("second", 720))
    assert plain(near.sentences[0]) == "Second comes close: USD 60 more than First."
    far = told(candidate("stay", 1_000), candidate("first", 700), candidate("second", 760))
    assert not any("comes close" in sentence for sentence in far.sentences)


def test_a_shift_is_not_called_a_saving() -> None:
    # Free rent in place of 1,000 a month: the host gives what the market would pay, 45,000.
    free = {"tenure": "rent-free", "expiry": 36, "market_value": {"rent": 150, "driver": "prices"}}
    found = verdict(office(option("stay", commercial()), option("other", free), discounting={"rate": 0}))
    assert plain(found.sentences[-1]) == (
        "Of Other's saving, USD 36,000 is a shift and not a saving: the host government would bear it. "
        "For everyone together Other costs USD 9,000 more than Stay."
    )


def test_a_saving_for_everyone_is_not_called_a_shift() -> None:
    found = told(candidate("stay", 1_000), candidate("move", 700))
    assert not any("shift" in sentence for sentence in found.sentences)


def test_the_cells_say_what_an_option_is_worth() -> None:
    found = told(candidate("stay", 1_000, 2, "partly"), candidate("move", 700))
    cells = {row.name: row.cells[0] for row in found.rows}
    # The union is 22.24 km and 44.48 minutes away: u = 24.48/40 = 0.612, and 100 x (1 - 3u^2 + 2u^3) is 33.5.
    assert plain(cells["money"].words) == "USD 3,000"
    assert (cells["mandate"].value, cells["mandate"].words) == (50, "50 of 100")
    assert (cells["government"].value, cells["government"].words) == (25, "step 2 of 5: doubtful")
    assert cells["access"].words.endswith("of 100; worst served: workers (33)")


def test_numbers_follow_the_language_of_the_reader() -> None:
    found = told(candidate("stay", 10_000), candidate("move", 0), locale="fr")
    assert "30 000 USD" in plain(found.headline)


UNCERTAIN = ("probab", "likely to", "chance", "confiden", "percentile", "median", "risk", "expected", "on average")


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_the_central_case_is_never_told_as_a_probability(path: Any) -> None:
    found = verdict(evaluate(load_case(path)))
    words = " ".join((found.headline, *found.sentences, *found.conditions, *(row.explanation for row in found.rows)))
    assert not [word for word in UNCERTAIN if word in words.lower()]
    assert "central case" in CENTRAL_CASE
