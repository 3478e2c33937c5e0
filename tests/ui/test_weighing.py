"""The page Weighing: its figures are those of the analysis, and its result waits until it is asked for."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest
from streamlit.testing.v1 import AppTest

import colocate
from colocate.analysis.uncertainty.odds import DRAWS
from colocate.analysis.weighing.asking import NOBODY, judgement_of
from colocate.analysis.weighing.weighing import weighing
from colocate.case.weighing import SwingChoice
from colocate.casefile.opened import Weights
from colocate.casefile.reading import document_of
from colocate.ui import making, record, state
from colocate.ui.weights_address import read_weights, written_weights
from colocate.words.judgements import headline, parting_words
from colocate.words.naming import short_name
from colocate.words.weighing import flip_words
from colocate.words.weighing_charts import finding_ranks
from colocate.words.weighing_questions import with_note
from tests.ui.test_pages import CASES, DATA, files_of, is_fine, started, turned, upload
from tests.ui.test_same_figures import words

AFTER = "You changed these weights after seeing the result"
HIDDEN = ("What these weights give", "Several people's weights")


def opened(case: str = "regional-office", **parameters: str) -> AppTest:
    return turned(started(case=case, **parameters), "weighing")


def shown(app: AppTest) -> AppTest:
    return app.button(key="show weights").click().run()


def field(app: AppTest, criterion: str) -> str:
    return next(str(one.key) for one in app.number_input if str(one.key).endswith(f" {criterion}"))


def pair(app: AppTest, first: str, second: str) -> str:
    return next(str(one.key) for one in app.selectbox if str(one.key).endswith(f" {first} {second}"))


def address(app: AppTest) -> dict[str, str]:
    return {name: str(value) for name, value in app.query_params.items()}


def told(text: str) -> str:
    return text.replace("\xa0", " ")


@pytest.mark.parametrize("case", CASES)
def test_the_result_waits_until_it_is_asked_for_and_is_that_of_the_analysis(case: str) -> None:
    futures = colocate.evaluate(colocate.load_case(DATA / f"{case}.toml"), DRAWS)
    found = weighing(futures)
    app = opened(case)
    is_fine(app)
    before = words(app)
    assert told(finding_ranks(found, "all").title) in before
    assert told(headline(found)) not in before
    for hidden in HIDDEN:
        assert hidden not in before
    shown(app)
    is_fine(app)
    after = words(app)
    assert told(headline(found)) in after
    for sentence in (*(flip_words(found, flip) for flip in found.flips), *parting_words(found)):
        assert told(sentence) in after
    assert AFTER not in after
    assert not [one for one in app.button if one.key == "show weights"]


def test_points_typed_in_change_the_headline_to_what_python_says() -> None:
    futures = colocate.evaluate(colocate.load_case(DATA / "regional-office.toml"), DRAWS)
    app = opened()
    swings: Mapping[str, float] = {"money": 100.0, "access": 10.0, "mandate": 0.0, "government": 60.0}
    for criterion, points in swings.items():
        app.number_input(key=field(app, criterion)).set_value(points).run()
        is_fine(app)
    shown(app)
    said = told(headline(weighing(futures, swings)))
    assert said.startswith("With these weights, “UN House” comes first")
    assert said in words(app)
    assert AFTER not in words(app), "they were settled before the result was seen"


def test_weights_changed_after_the_result_are_told_for_good() -> None:
    app = shown(opened())
    app.number_input(key=field(app, "money")).set_value(0.0).run()
    first = "At first they were: Money 25 %, Access 31 %, Mandate 28 % and Government's wish 16 %."
    assert f"{AFTER}. {first}" in words(app)
    turned(app, "money")
    turned(app, "weighing")
    assert f"{AFTER}. {first}" in words(app)
    app.query_params["seen"] = "money~0.5,access~100"
    app.run()
    assert first in words(app), "what was first seen in this session cannot be written anew"
    app.number_input(key=field(app, "money")).set_value(80.0).run()
    assert AFTER not in words(app), "the weights are those at first again"


def test_the_address_reopens_the_same_weights_with_the_note() -> None:
    app = opened()
    app.selectbox(key=pair(app, "money", "access")).set_value("much less").run()
    shown(app)
    app.number_input(key=field(app, "access")).set_value(45.0).run()
    parameters = address(app)
    assert parameters["swings"] == "money~80,access~45,mandate~90,government~50"
    assert parameters["seen"] == "money~80,access~100,mandate~90,government~50"
    assert "money~much-less~access" in parameters["choices"]
    again = turned(started(**parameters), "weighing")
    assert address(again) == parameters
    assert words(again) == words(app)
    assert AFTER in words(again)


def test_turning_pages_keeps_weights_not_yet_shown() -> None:
    app = opened()
    app.number_input(key=field(app, "money")).set_value(55.0).run()
    turned(app, "decision")
    turned(app, "weighing")
    assert app.number_input(key=field(app, "money")).value == 55.0
    assert [one for one in app.button if one.key == "show weights"]


def test_one_may_start_from_any_judgement_or_from_nobodys() -> None:
    app = opened()
    start = app.selectbox(key=next(str(one.key) for one in app.selectbox if str(one.key).startswith("start ")))
    assert list(start.options)[:3] == ["Regional director", "Staff union", "Headquarters"]
    app.selectbox(key=start.key).set_value("Headquarters").run()
    assert app.number_input(key=field(app, "government")).value == 90.0
    assert address(app)["start"] == "Headquarters"
    assert "With the weights of Headquarters" in words(shown(app))
    app.selectbox(key=start.key).set_value(NOBODY).run()
    is_fine(app)
    assert address(app)["start"] == "equal"
    assert "nobody's judgement" in words(app)


def test_points_back_at_the_start_are_no_change() -> None:
    app = opened()
    app.number_input(key=field(app, "money")).set_value(10.0).run()
    assert "these are your weights" in words(app)
    app.number_input(key=field(app, "money")).set_value(80.0).run()
    assert set(address(app)) == {"case"}
    app.number_input(key=field(app, "money")).set_value(10.0).run()
    app.button(key="reset weights").click().run()
    assert set(address(app)) == {"case"}
    assert app.number_input(key=field(app, "money")).value == 80.0


def test_an_answer_that_does_not_fit_is_told_and_can_be_followed() -> None:
    app = opened()
    assert "Your answers fit your points" in words(app)
    app.selectbox(key=pair(app, "money", "access")).set_value("much more").run()
    is_fine(app)
    assert "You said that the swing of Money is worth 4 times that of Access" in words(app)
    app.button(key="fit weights").click().run()
    is_fine(app)
    assert app.number_input(key=field(app, "money")).value == 100.0
    assert app.number_input(key=field(app, "access")).value < 80.0


def test_no_points_at_all_are_no_weights_and_show_no_result() -> None:
    app = shown(opened("hanoi"))
    for criterion in ("money", "access", "mandate", "government"):
        app.number_input(key=field(app, criterion)).set_value(0.0).run()
        is_fine(app)
    assert "All points are 0" in words(app)
    assert HIDDEN[0] not in words(app)


def test_without_charts_every_finding_stands_in_words() -> None:
    app = shown(opened(charts="off"))
    assert not app.get("plotly_chart")
    is_fine(app)
    for table in ("Central weights of each option", "Points by option", "Who comes first over the triangle"):
        assert any(table in one.proto.body for one in app.get("html"))


def test_an_option_that_fails_a_gate_is_named_and_not_weighed() -> None:
    text = dict(files_of("national-coordinator"))["national-coordinator.toml"].decode()
    option = text.index('id = "house"')
    gate = text.index("gates = [", option)
    status = text.index('status = "', gate) + len('status = "')
    failing = f"{text[:status]}fail{text[text.index(chr(34), status) :]}"
    files = {**dict(files_of("national-coordinator")), "national-coordinator.toml": failing.encode()}
    app = shown(turned(upload(started(), *files.items()), "weighing"))
    assert not app.error, [one.value for one in app.error]
    is_fine(app)
    page = words(app)
    hosted, house = (
        short_name(colocate.load_case(DATA / "national-coordinator.toml"), one) for one in ("hosted", "house")
    )
    assert f"Not weighed, because of a gate that is failed: “{house}”. No score buys a gate off." in page
    ranked = next(one.proto.body for one in app.get("html") if "Central weights of each option" in one.proto.body)
    assert hosted in ranked
    assert house not in ranked


def test_where_one_option_alone_passes_nothing_is_weighed() -> None:
    files = dict(files_of("national-coordinator"))
    text = files["national-coordinator.toml"].decode()
    first, *others = text.split("[[options]]")
    gates = [
        one.replace('status = "pass"', 'status = "fail"').replace('status = "unknown"', 'status = "fail"')
        for one in others[1:]
    ]
    files["national-coordinator.toml"] = "[[options]]".join([first, others[0], *gates]).encode()
    app = turned(upload(started(), *files.items()), "weighing")
    assert not app.error, [one.value for one in app.error]
    is_fine(app)
    assert "Fewer than two options pass their gates, and no score buys a gate off." in words(app)
    assert not app.number_input


def test_weights_stay_with_their_case() -> None:
    app = shown(opened())
    app.number_input(key=field(app, "money")).set_value(5.0).run()
    app.radio(key="case").set_value("national-coordinator").run()
    assert address(app) == {"case": "national-coordinator"}
    assert app.number_input(key=field(app, "money")).value == 60.0


def test_what_is_written_is_read_again() -> None:
    case = colocate.load_case(DATA / "regional-office.toml")
    weights = Weights(
        start="Staff union",
        swings={"money": 100.0, "access": 33.3, "mandate": 0.0, "government": 5.0},
        choices=(SwingChoice(first="money", worth="the same", second="access"),),
        seen={"money": 1.0, "access": 100.0},
    )
    written = written_weights(weights)
    assert read_weights(written, case) == (weights, [])
    assert read_weights(written_weights(Weights()), case) == (Weights(), [])
    assert read_weights({**written, "start": "Nobody we know"}, case)[1] == ["start"]


def kept(app: AppTest, by: str, asked: str) -> AppTest:
    app.text_input(key="judgement by").set_value(by).run()
    return app.text_input(key="judgement asked").set_value(asked).run()


def test_weights_are_kept_in_the_case_with_whose_they_are() -> None:
    """What is saved reads back as one more judgement, the swing worth most at 100 points."""
    app = opened("hanoi")
    for criterion, points in {"money": 50.0, "access": 20.0, "mandate": 10.0, "government": 0.0}.items():
        app.number_input(key=field(app, criterion)).set_value(points).run()
    shown(app)
    kept(app, "Staff union", "Board meeting of 3 March")
    is_fine(app)
    asked = Weights(**vars(app.session_state[state.CHOICE].weights))
    assert (asked.by, asked.asked) == ("Staff union", "Board meeting of 3 March")
    scene = app.session_state[state.SCENE]
    judgement = judgement_of(asked.by, asked.asked, asked.swings, asked.choices)
    document = document_of(record._case(scene, judgement))
    assert document["weighing"]["judgements"] == [
        {
            "name": "Staff union",
            "swings": {"money": 100, "access": 40, "mandate": 20, "government": 0},
            "source": "Board meeting of 3 March",
        }
    ]


def test_weights_changed_after_the_result_are_kept_with_a_note() -> None:
    found = with_note(judgement_of("Director", "Asked on 3 March.", {"money": 100.0}), "You changed these weights.")
    assert found.source == "Asked on 3 March. You changed these weights."


def test_whose_weights_they_are_travels_in_the_address() -> None:
    case = colocate.load_case(DATA / "hanoi.toml")
    weights = Weights(by="Staff union", asked="Board meeting, 3 March: 7 to 2")
    assert read_weights(written_weights(weights), case) == (weights, [])
    for hostile in ({"by": "a[b]"}, {"by": "x" * 81}, {"asked": "y" * 301}, {"by": "two\nlines"}):
        assert read_weights(hostile, case) == (Weights(), list(hostile))


@pytest.mark.slow
def test_files_to_take_away_hold_the_weighing_and_say_what_was_changed() -> None:
    app = shown(opened())
    app.number_input(key=field(app, "money")).set_value(10.0).run()
    scene = app.session_state[state.SCENE]
    found = making._what_changes(scene, lambda _part: None)
    page = making._format("charts", "html", scene, found, lambda _part: None).content.decode()
    assert "<h2>Weighing</h2>" in page
    assert AFTER in page
    tables = making._format("tables", "csv", scene, found, lambda _part: None).content
    with zipfile.ZipFile(io.BytesIO(tables)) as archive:
        assert AFTER in archive.read("weighing.csv").decode("utf-8-sig")
