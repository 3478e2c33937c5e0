"""Short labels of options: the case's own, else made so that they can begin a sentence, and never two alike."""

from __future__ import annotations

import pytest

from colocate.casefile.reading import check_document
from colocate.words.naming import name_inside, name_of, short_name, short_names
from tests.casefile.test_filling import short
from tests.examples import commercial, office_case, option, running


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


def test_a_figure_of_further_premises_has_their_name_and_not_that_of_others_with_the_same_id() -> None:
    def annex(name: str) -> dict[str, object]:
        lease = {"tenure": "commercial", "rent": 180}
        cost = running({"low": 1, "mode": 2, "high": 3, "unit": "USD/year", "source": "x", "quality": "assumed"})
        return {"id": "a", "name": name, "people_share": 20, "lease": lease, "running": [cost]}

    case = office_case(
        option("stay", commercial(120), premises=[annex("Annex in Station Street")]),
        option("other", commercial(120), premises=[annex("Store")]),
    )
    rent = case.quantities["options[stay].premises[a].lease.rent"]
    assert name_of(case, rent) == "Annex in Station Street: rent"
    assert name_inside(case, rent, with_option=True) == "Annex in Station Street: rent (Staying)"
    cost = next(one for path, one in case.quantities.items() if path.startswith("options[other].premises[a].running"))
    assert name_of(case, cost).startswith("Store: ")


def test_defaults_of_a_short_case_are_named_in_words() -> None:
    case = check_document(short())
    names = {path: name_of(case, one) for path, one in case.quantities.items() if path.startswith("shared.")}
    assert names["shared.fit_out"] == "Fit-out"
    assert names["shared.post_cost"] == "Full cost of a local post"
    assert names["shared.connection"] == "Lines and support"
    assert names["shared.month_of_works_move"] == "Month of the works (UN House)"
    assert names["shared.market_rent"] == "Market rent"
