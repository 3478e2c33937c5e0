"""What the page that checks the answers says of those nobody has: what the case made of them assumes."""

from __future__ import annotations

from datetime import date

import pytest

from colocate.casefile.questions.answers import TAKEN, Answers
from colocate.casefile.questions.making import new_case
from colocate.casefile.reading import read_case
from colocate.words.language import ENGLISH
from colocate.words.pages.questions import not_known

SAID = {
    "market": "not known, assumed: As in a city such as Hanoi",
    "tenure": "not known, assumed: A lease at the market's rent",
    "offer": "not known, assumed: Below the market's rent",
    "without_move": "not known, assumed: Yes",
    "grant": "not known: nothing is counted",
    "wish": "not known: left open",
}


@pytest.mark.parametrize("name", SAID)
def test_what_is_not_known_says_what_is_taken(name: str) -> None:
    assert not_known(None, name, ENGLISH) == SAID[name]


def test_so_the_case_has_it() -> None:
    made = new_case(Answers(services=("ict",)), date(2026, 11, 28))
    case = read_case(made.text.encode(), made.tables.__getitem__)
    stay, house = case.options
    assert case.document["defaults"] == TAKEN["market"]
    assert stay.lease.tenure == TAKEN["tenure"]
    assert house.lease.tenure == TAKEN["offer"]
    assert [one.owed_to_move for one in case.back_office] == [TAKEN["without_move"] == "no"]
    assert house.contributions == ()
    assert house.government is None
