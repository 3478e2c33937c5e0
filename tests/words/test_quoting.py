"""Labels of options inside a sentence: in quotation marks, since they keep their capitals and may be several words."""

from __future__ import annotations

import re

import pytest

from colocate.analysis.verdict import verdict
from colocate.casefile.reading import load_case
from colocate.model.evaluate import evaluate
from colocate.words.cautions import caution_words
from colocate.words.naming import names_before_colon, quoted_names, short_names
from colocate.words.uncertainty import finding_odds, finding_savings
from colocate.words.verdict import headline, why
from tests.documents import ROOT

DATA = ROOT / "data"


def test_one_stands_bare_before_a_colon_and_several_in_marks() -> None:
    case = load_case(DATA / "hanoi.toml")
    first, second = (option.id for option in case.options[:2])
    assert names_before_colon(case, [first]) == "Present lease"
    assert names_before_colon(case, [first, second]) == "“Present lease” and “New lease”"


@pytest.mark.parametrize("name", ["hanoi", "regional-office", "national-coordinator"])
def test_a_label_within_a_sentence_stands_in_marks(name: str) -> None:
    futures = evaluate(load_case(DATA / f"{name}.toml"), draws=256)
    case, found = futures.case, verdict(futures)
    findings = (finding_odds(futures).title, finding_savings(futures).title)
    told = " ".join([headline(case, found), *why(futures, found), *findings])
    assert any(one in told for one in quoted_names(case).values())
    for label in short_names(case).values():
        assert not re.findall(rf"(?<![“(]){re.escape(label)}", told), told


@pytest.mark.parametrize("name", ["hanoi", "regional-office", "national-coordinator"])
def test_cautions_name_options_by_their_short_labels(name: str) -> None:
    futures = evaluate(load_case(DATA / f"{name}.toml"), draws=64)
    told, names = " ".join(caution_words(futures.expected)), short_names(futures.case)
    assert any(label in told for label in names.values())
    for option in futures.case.options:
        assert option.name in names.values() or option.name not in told
