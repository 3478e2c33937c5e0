"""Short labels of options: the case's own, else made so that they can begin a sentence, and never two alike."""

from __future__ import annotations

import pytest

from colocate.words.naming import short_name, short_names
from tests.examples import office_case, option


def test_the_cases_own_label_comes_first() -> None:
    case = office_case(option("stay", short="Present lease"), option("move"))
    assert short_names(case) == {"stay": "Present lease", "move": "Moving"}


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Stay", "Staying"),
        ("Stay on renegotiated terms", "Staying on renegotiated terms"),
        ("Take a building and host others", "Taking a building and host"),
        ("A serviced office", "A serviced office"),
        ("Staybridge suites", "Staybridge suites"),
        ("Supercalifragilisticexpialidocious", "Supercalifragilisticexpialidocious"),
    ],
)
def test_a_name_that_reads_as_an_order_can_begin_a_sentence(name: str, short: str) -> None:
    case = office_case({**option("stay"), "name": name}, option("move"))
    assert short_name(case, "stay") == short


def test_labels_that_would_be_alike_are_the_names() -> None:
    first, second = "Move to the house in the eastern quarter", "Move to the house in the western quarter"
    case = office_case({**option("stay"), "name": first}, {**option("move"), "name": second})
    assert short_names(case) == {"stay": first, "move": second}
