"""The app, the command line and Python give the same figures."""

from __future__ import annotations

import json

import pytest

import colocate
from colocate.analysis.uncertainty.odds import DRAWS
from colocate.analysis.verdict import verdict
from colocate.commands import main
from colocate.export.figures import figures
from colocate.model.totals import HEADLINE
from colocate.words.numbers import about, money
from colocate.words.verdict import rows
from tests.ui.test_pages import CASES, DATA, started, texts, turned


def words(app: object) -> str:
    """All words of a page, with plain spaces."""
    return " ".join(texts(app)).replace("\xa0", " ").replace("\u2060", "").replace("&#x27;", "'")  # type: ignore[arg-type]


@pytest.mark.parametrize("case", CASES)
def test_app_command_line_and_python_agree(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = DATA / f"{case}.toml"
    futures = colocate.evaluate(colocate.load_case(path), DRAWS)
    assert main(["compare", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(figures(futures)))

    assert main(["compare", str(path)]) == 0
    terminal = capsys.readouterr().out.replace("\xa0", " ")
    app = started(case=case)
    decision = words(app)
    turned(app, "money")
    app.session_state["money-key"] = True
    money_page = words(app.run())
    for row in rows(futures.case, verdict(futures)):
        for cell in row.cells:
            assert cell.words.replace("\xa0", " ") in decision, (row.name, cell.option)
    currency = futures.case.currency
    for option in futures.expected.options:
        found = option.money[HEADLINE]
        for amount in (found.total, found.present_value, found.equivalent_annual):
            assert about(float(amount[0]), currency).replace("\xa0", " ") in money_page, option.id
            assert money(float(amount[0]), currency).replace("\xa0", " ") in terminal, option.id
