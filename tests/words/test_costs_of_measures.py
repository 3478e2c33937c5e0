"""What measures cost, in words: each cost once, and who bears it."""

from __future__ import annotations

from colocate.analysis.mandate.costs_of_measures import measures
from colocate.words.costs_of_measures import measure_in_words, measures_told
from tests.analysis.mandate.test_costs_of_measures import GUARD, answer, moved


def test_one_cost_that_makes_good_two_questions_is_paid_once() -> None:
    outcome = moved(answer("door", "mitigated", "Own desk"), answer("room", "mitigated", "Own desk"))
    found = measures(outcome)
    assert measure_in_words(found["move"]["door"], "USD").replace("\xa0", " ") == (
        "Own desk: about USD 1,090 in today's money"
    )
    (told,) = measures_told(outcome.case, found)
    assert told.replace("\xa0", " ") == (
        "Moving: 2 questions are made good by measures, at about USD 1,090 in today's money. These answers count in "
        "full here: their price is in the money, and nowhere else."
    )
    bare = moved(answer("door", "yes"))
    assert measures_told(bare.case, measures(bare)) == ()


def test_two_measures_are_added_up_and_another_payer_is_named() -> None:
    given = GUARD | {"payer": "host"}
    outcome = moved(answer("door", "mitigated", "Own desk"), answer("room", "mitigated", "Own guard"), running=(given,))
    found = measures(outcome)
    assert measure_in_words(found["move"]["room"], "USD").endswith("borne by the host government")
    assert "2 questions are made good by measures, at about USD\xa01,220 in" in measures_told(outcome.case, found)[0]
