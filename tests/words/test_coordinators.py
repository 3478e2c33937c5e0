"""National Coordinators in words: who stays hosted, and what it costs where they do not."""

from __future__ import annotations

from colocate.analysis.mandate.coordinators import hosting
from colocate.model.outcome import Outcome
from colocate.words.coordinators import finding_hosting, hosting_in_words
from tests.analysis.mandate.test_coordinators import chance, plain, three
from tests.examples import office, option


def told(outcome: Outcome) -> tuple[str, ...]:
    return tuple(plain(one) for one in finding_hosting(outcome.case, hosting(outcome)))


def test_each_option_in_whole_sentences() -> None:
    outcome = three(chance(0.25))
    assert tuple(plain(one) for one in hosting_in_words(outcome.case, hosting(outcome))) == (
        "Staying: 4 coordinators stay hosted at no cost.",
        "Moving: 1 coordinator stays hosted at no cost.",
        "Moving: 1 coordinator moves to a desk that the agency pays for, USD 900 a year (USD 1,920 in today's money).",
        "Moving: 2 coordinators of B may lose the ministry's desks, with a chance of 25 in 100. Desks elsewhere then "
        "cost USD 2,400 a year (USD 3,970 in today's money); on average USD 0 in today's money.",
    )


def test_the_finding() -> None:
    assert told(three(chance(0.25))) == (
        "Staying: all 4 coordinators stay hosted by their ministries, at no cost.",
        "Moving: desks elsewhere cost USD 1,920 on average in today's money, and USD 5,890 if ministries take theirs "
        "back.",
    )


def test_a_finding_where_no_option_keeps_them_all() -> None:
    house = {"arrangement": "house", "desk_cost": 1}
    one = {"number": 1, "driver": "prices"}
    every = [option(name, coordinators=house) for name in ("stay", "other")]
    assert told(office(*every, coordinators=one)) == (
        "No option leaves the coordinator hosted by the ministry.",
        "Staying: desks elsewhere cost USD 3 in today's money.",
        "Other: desks elsewhere cost USD 3 in today's money.",
    )
    assert told(office(option("stay"), coordinators=one)) == (
        "“Staying” and “Other”: the coordinator stays hosted by the ministry, at no cost.",
    )


def test_without_coordinators_there_is_nothing_to_say() -> None:
    assert told(office(option("stay"))) == ()
    assert hosting_in_words(office(option("stay")).case, ()) == ()
