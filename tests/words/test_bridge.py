"""What is said of two cases: the words point the way that the figures do, and every input is named."""

from __future__ import annotations

import pytest

from colocate.analysis.bridge.bridge import Bridge, bridge
from colocate.case import Case
from colocate.words.bridge import amount_of, finding_bridge, headline, notes
from colocate.words.bridge_rows import SAVING, Row, bridge_rows
from colocate.words.bridge_tables import inputs_table, options_table, steps_table
from tests.examples import commercial, office_case, option


def rented(stay: float, other: float) -> Case:
    """100 m2 over 3 years, undiscounted: 300 for each of a rent's units."""
    return office_case(option("stay", commercial(stay)), option("other", commercial(other)), discounting={"rate": 0})


def between(old: tuple[float, float], new: tuple[float, float]) -> Bridge:
    return bridge(rented(*old), rented(*new), 1)


def plain(words: str) -> str:
    return words.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            (100, 80),
            (100, 70),
            "“Other” saves USD 9,000 against “Staying” in the second case, and USD 6,000 in the first",
        ),
        (
            (100, 110),
            (100, 130),
            "costs USD 9,000 more than “Staying” in the second case, and USD 3,000 more in the first",
        ),
        (
            (100, 110),
            (100, 90),
            "saves USD 3,000 against “Staying” in the second case, and costs USD 3,000 more in the",
        ),
        ((100, 90), (100, 110), "costs USD 3,000 more than “Staying” in the second case, and saves USD 3,000 in the"),
    ],
)
def test_a_saving_is_said_with_its_sign(old: tuple[float, float], new: tuple[float, float], said: str) -> None:
    assert said in plain(finding_bridge(between(old, new), SAVING).title)


def test_a_cost_is_said_to_rise_or_fall() -> None:
    dearer, cheaper = between((100, 80), (110, 80)), between((110, 80), (100, 80))
    assert "cost USD 3,000 more in the second case: USD 33,000, and USD 30,000" in plain(
        finding_bridge(dearer, "stay").title
    )
    assert "cost USD 3,000 less in the second case: USD 30,000, and USD 33,000" in plain(
        finding_bridge(cheaper, "stay").title
    )
    assert "the same in both cases: USD 24,000" in plain(finding_bridge(dearer, "other").title)
    assert plain(amount_of(dearer, Row("step", 3000.0, 0))) == "USD +3,000"


def test_the_rest_is_counted_and_adds_up() -> None:
    found = between((100, 80), (110, 85))
    rows = bridge_rows(found, SAVING, most=0)
    assert [(row.kind, row.amount, row.count) for row in rows] == [
        ("old", 6000.0, 0),
        ("rest", 1500.0, 2),
        ("new", 7500.0, 0),
    ]


def test_who_costs_least_is_said_of_both() -> None:
    assert "“Other” has the lowest expected cost in both cases" in headline(between((100, 80), (100, 70)))
    turned = headline(between((100, 80), (100, 120)))
    assert "“Other” has the lowest expected cost in the first case, “Staying” in the second" in turned
    assert headline(between((100, 80), (100, 80))) == "Nothing differs between the two cases."


def test_tables_name_what_differs_and_what_either_case_says() -> None:
    found = between((100, 80), (110, 80))
    assert [entry.words for entry in inputs_table(found).rows[0]] == [
        "Rent (Staying)",
        "100 USD per m2 per year",
        "110 USD per m2 per year",
        "step 1",
    ]
    assert steps_table(found, "stay").rows[1][0].below == "step 1: 100 USD per m2 per year → 110 USD per m2 per year"
    assert [plain(row[1].words) for row in options_table(found).rows] == ["USD 30,000 → USD 33,000", "USD 24,000"]


def test_two_currencies_and_other_options_are_said() -> None:
    other = bridge(rented(100, 80), office_case(option("stay"), option("third"), currency="VND"), 1)
    told = " ".join(notes(other))
    assert "in USD, the second in VND" in told
    assert "Only in the first case: “Other”." in told
    assert "Only in the second case: “Third”." in told
