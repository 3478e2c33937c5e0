"""Every page with every case, every lever at both ends, uploads, and the address: no exception and no NaN anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from colocate.analysis.uncertainty.odds import DRAWS
from colocate.casefile.faults import CaseError, fault_at
from colocate.casefile.reading import load_case
from colocate.casefile.template import template_text
from colocate.model.evaluate import evaluate
from colocate.safe import for_html, for_markdown
from colocate.ui import state
from colocate.ui.levers import switches
from colocate.ui.opened import source
from colocate.ui.picker import read_upload
from colocate.words.language import ENGLISH
from colocate.words.pages.frame import no_figures
from tests.documents import SMALL, WITHOUT_THE_LARGEST

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
CASES = sorted(path.stem for path in DATA.glob("*.toml"))
PAGES = (
    "decision",
    "how_sure",
    "what_matters",
    "money",
    "access",
    "mandate",
    "weighing",
    "figures",
    "two_cases",
    "editor",
)
NO_NUMBER = re.compile(r"\b((?i:nan|inf|infinity)|None)\b|\{[A-Za-z_.]+\}")
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> **b** :smile: $x$ https://evil.example"


def lever_key(path: str, case: str = "hanoi") -> str:
    """Give the key of a figure's lever."""
    file = DATA / f"{case}.toml"
    return f"lever {source(file.name, file.read_text(encoding='utf-8'), load_case(file)).key} {path}"


def version(case: str = "hanoi") -> dict[str, str]:
    """Give the parameter that names the content of a case."""
    return {"version": lever_key("", case).split()[1][:8]}


def started(**parameters: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name, value in parameters.items():
        app.query_params[name] = value
    return app.run()


def turned(app: AppTest, page: str) -> AppTest:
    return app.switch_page(f"colocate/ui/pages/{page}.py").run()


def opened(app: AppTest) -> AppTest:
    """Open every group of levers."""
    for one in app.get("expander"):
        if str(one.key).startswith("group "):
            app.session_state[one.key] = True
    return app.run()


def unfolded(app: AppTest, key: str) -> AppTest:
    """Open a section whose content is made when it is opened."""
    app.session_state[key] = True
    return app.run()


def texts(app: AppTest) -> Iterator[str]:
    """Give every text of the page: what is written, and the labels, help and options of controls."""
    for kind in ("html", "for_markdown", "caption", "error", "warning", "info"):
        for element in app.get(kind):
            proto = element.proto
            yield str(getattr(proto, "body", ""))
    for kind in ("slider", "toggle", "selectbox", "button", "expander", "download_button"):
        for element in app.get(kind):
            yield str(getattr(element, "label", ""))
            yield str(getattr(element, "help", ""))
            yield " ".join(str(option) for option in getattr(element, "options", ()))


def is_fine(app: AppTest) -> None:
    assert not app.exception, [one.value for one in app.exception]
    for text in texts(app):
        found = NO_NUMBER.search(re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL))
        assert found is None, f"{found} in {text[:300]}"


def headline(app: AppTest) -> str:
    return next(one.proto.body for one in app.get("html") if "co-verdict" in one.proto.body and "<h1" in one.proto.body)


def upload(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    return app.file_uploader[0].set_value([(name, content, "text/plain") for name, content in files]).run()


def files_of(name: str) -> list[tuple[str, bytes]]:
    return [
        (path.name, path.read_bytes()) for path in sorted(DATA.glob(f"{name}*")) if path.suffix in (".toml", ".csv")
    ]


@pytest.mark.parametrize("case", WITHOUT_THE_LARGEST)
@pytest.mark.slow
def test_every_page_with_every_lever_at_each_end(case: str) -> None:
    quantities = [one for one in load_case(DATA / f"{case}.toml").quantities.values() if one.lever]
    for end in ("value", "low", "high"):
        levers = {one.path: f"{getattr(one, end):.12g}" for one in quantities}
        app = started(case=case, **levers)
        for page in PAGES:
            is_fine(turned(app, page))


def test_every_page_answers_a_short_case_and_knows_its_defaults() -> None:
    app = upload(started(), ("short.toml", template_text("short", "").encode()))
    shown = {}
    for page in PAGES:
        is_fine(turned(app, page))
        shown[page] = " ".join(texts(app))
    assert re.search(r"Short case: \d+ of \d+ figures are defaults.", shown["decision"])
    assert "Short case:" in shown["figures"]
    assert "narrow the answer on money" in shown["figures"]
    assert "default of a middle market" in shown["figures"]


@pytest.mark.parametrize("case", WITHOUT_THE_LARGEST)
def test_every_switch_and_reading(case: str) -> None:
    app = opened(started(case=case))
    keys = [toggle.key for toggle in app.toggle if str(toggle.key).startswith("lever ")]
    assert len(keys) >= len(switches(load_case(DATA / f"{case}.toml")))
    for key in keys:
        app.toggle(key=key).set_value(not app.toggle(key=key).value).run()
        is_fine(app)
    for book in ("un family", "everyone", "agency"):
        for view in ("cash and efficiency", "cash"):
            app.selectbox(key="book").set_value(book).run()
            app.selectbox(key="view").set_value(view).run()
            is_fine(app)
            is_fine(turned(app, "money"))
            turned(app, "decision")


SECTIONS = (
    "key",
    "years",
    "difference",
    "by-year",
    "one-off",
    "who-pays",
    "lines",
    "worked",
    "units",
    "five-years",
    "tenants",
)


@pytest.mark.parametrize("case", CASES)
def test_every_section_on_money_opens_for_every_option_with_charts_and_without(case: str) -> None:
    app = turned(started(case=case), "money")
    closed = len(list(texts(app)))
    for section in SECTIONS:
        app.session_state[f"money-{section}"] = True
    for option in app.selectbox(key="option").options:
        app.selectbox(key="option").select(option).run()
        is_fine(app)
        assert len(list(texts(app))) > closed
    app.toggle(key="charts").set_value(False).run()
    is_fine(app)


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_every_line_can_be_followed_to_its_factors(case: str) -> None:
    """The line asked for beside the table opens the worked example at that line."""
    app = turned(started(case=case), "money")
    app.session_state["money-lines"] = True
    app.run()
    for option in app.selectbox(key="option").options:
        app.selectbox(key="option").select(option).run()
        asked = next(one for one in app.selectbox if str(one.key).startswith("line asked for"))
        for place in range(len(asked.options)):
            asked.select_index(place).run()
            is_fine(app)
            assert any("Figure behind this line" in text or "went into this line" in text for text in texts(app))
            asked = next(one for one in app.selectbox if str(one.key).startswith("line asked for"))


def test_lines_that_come_to_nothing_are_counted_and_not_listed() -> None:
    case = load_case(DATA / f"{SMALL}.toml")
    lines = evaluate(case, DRAWS).expected.option("house").lines
    idle = [one.name for one in lines if one.comes_to_nothing]
    assert 0 < len(idle) < len(lines)
    app = turned(started(case=SMALL), "money")
    app.session_state["money-lines"] = True
    app.run()
    app.selectbox(key="option").select("house").run()
    table = next(one for one in texts(app) if "All lines, every payer" in one)
    assert table.count("<tr") == len(lines) - len(idle) + 2  # with the headings and the sum
    assert f"{len(idle)} more lines come to 0 in every year" in " ".join(texts(app))


def test_charts_can_be_switched_off() -> None:
    app = turned(started(), "money")
    assert app.get("plotly_chart")
    app.toggle(key="charts").set_value(False).run()
    assert app.query_params == {"charts": "off"}
    for page in PAGES:
        turned(app, page)
        is_fine(app)
        assert not app.get("plotly_chart")


def test_the_first_screen_is_light_and_has_a_picture_of_every_criterion() -> None:
    app = started()
    assert not app.get("plotly_chart")
    tiles = next(one.proto.body for one in app.get("html") if 'class="co-tiles"' in one.proto.body)
    assert tiles.count('class="co-tile"') == 4
    assert tiles.count('role="img"') == 4 * 3  # criteria by options
    assert len(tiles) < 12_000


@pytest.mark.slow
def test_shares_of_the_spread_are_worked_out_when_asked_for_and_can_be_stopped() -> None:
    app = unfolded(turned(started(case="national-coordinator"), "what_matters"), "what matters shares")
    assert not [one for one in app.button if one.key == "stop shares"]
    app.button(key="shares").click().run()
    is_fine(app)
    assert any("With others" in text for text in texts(app))
    app.session_state["shares asked for"] = True
    app.slider[0].set_value(app.slider[0].max).run()  # another state of the levers: it is worked out again
    is_fine(app)
    app.session_state["shares asked for"] = False
    app.slider[0].set_value(app.slider[0].min).run()
    assert [one for one in app.button if one.key == "shares"], "it waits to be asked"


def test_a_map_needs_two_different_figures() -> None:
    app = unfolded(turned(started(), "what_matters"), "what matters map")
    first, second = app.selectbox(key="map 0"), app.selectbox(key="map 1")
    assert first.value != second.value
    first.set_value(second.value).run()
    is_fine(app)
    assert any("Choose two different figures" in text for text in texts(app))


def test_a_case_without_ranges_is_sure_of_itself() -> None:
    app = upload(started(), *files_of("hanoi"))
    files = dict(files_of("national-coordinator"))
    text = files["national-coordinator.toml"].decode()
    exact = re.sub(r"\b(low|high) = [-0-9.]+, ?|, ?(low|high) = [-0-9.]+|shape = \"[a-z/]+\", ?", "", text)
    files["national-coordinator.toml"] = exact.encode()
    upload(app, *files.items())
    assert not app.error, [one.value for one in app.error]
    for page in PAGES:
        is_fine(turned(app, page))


def test_the_sentence_comes_first_then_the_pictures_then_what_to_do() -> None:
    text = [one.proto.body for one in started().get("html")]
    places = [
        next(place for place, body in enumerate(text) if mark in body)
        for mark in ("<h1", 'class="co-tiles"', 'class="co-before"', "<table")
    ]
    assert places == sorted(places)


def test_what_others_bear_and_what_is_open_stands_in_the_box() -> None:
    body = next(one.proto.body for one in started(case="regional-office").get("html") if "co-before" in one.proto.body)
    said = " ".join(one.proto.body for one in started(case="regional-office").get("html"))
    assert "all of it paid by the host government and donors." in said
    assert "paid by" not in body, "the headline has said it"
    assert "gates open." in body
    assert "figures are assumptions." in body


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("case", "../../etc/passwd"),
        ("case", HOSTILE),
        ("book", "nobody"),
        ("view", ""),
        ("charts", "maybe"),
        ("option", "nowhere"),
        ("discounting.rate", "nan"),
        ("discounting.rate", "1e400"),
        ("discounting.rate", "-51"),
        ("discounting.rate", "1e16"),
        ("discounting.rate", "free"),
        ("discounting.rate.low", "9"),
        ("discounting.rate.high", "nan"),
        ("discounting.rate.high", "true"),
        ("discounting.rate.settled", "5"),
        ("discounting.rate.source", HOSTILE),
        ("office.desks_per_person.high", "2"),
        ("name", HOSTILE),
        ("discounting.rate", "true"),
        ("discounting.rate", ""),
        ("office.desks_per_person", "1"),
        ("back_office[ict].opt_in", "2"),
        ("options[0].name", HOSTILE),
        ("start", HOSTILE),
        ("swings", "money~nan"),
        ("swings", "money~100,money~50"),
        ("swings", "money~101"),
        ("swings", f"{HOSTILE}~5"),
        ("choices", "money~more~money"),
        ("choices", "money~most~access"),
        ("choices", "money~more~access,access~less~money"),
        ("seen", "money~0,access~0"),
        ("seen", "money"),
        ("__class__", "x"),
        (HOSTILE, "1"),
    ],
)
def test_hostile_parameters_are_left_out_with_a_note(name: str, value: str) -> None:
    app = started(**{name: value})
    is_fine(app)
    assert len(app.warning) == 1, "one small note"
    assert "<script" not in app.warning[0].value.replace("\\<", "")
    assert not app.query_params
    assert headline(app) == headline(started())


def test_a_broken_upload_shows_every_fault_and_the_last_good_case_stays() -> None:
    app = started(case="regional-office")
    before = headline(app)
    text = (DATA / "hanoi.toml").read_text(encoding="utf-8")
    broken = text.replace("horizon_years = 15", "horizon_years = 1000").replace(
        'currency = "USD"', 'curency = "USD"', 1
    )
    upload(app, ("broken.toml", broken.encode()))
    is_fine(app)
    assert headline(app) == before
    assert "one from before" in app.error[0].value
    faults = next(text for text in texts(app) if "What is wrong" in text)
    for path in ("horizon_years", "curency", "access.constituents"):
        assert path in faults
    assert "Did you mean" in faults


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\x01\x02", b"format = ", b"\xff\xfe[\x00", "title = 'é'".encode("latin-1"), b"x = " + b"[" * 5000],
)
def test_a_file_that_is_no_case_is_told_in_words(content: bytes) -> None:
    app = upload(started(), ("case.toml", content))
    is_fine(app)
    assert len(app.error) == 1


def test_an_upload_with_its_tables_is_shown_and_can_be_left_again() -> None:
    app = upload(started(), *files_of("national-coordinator"))
    is_fine(app)
    assert app.query_params["case"] == "upload"
    assert headline(app) == headline(started(case="national-coordinator"))
    for page in PAGES:
        is_fine(turned(app, page))
    app.radio(key="case").set_value("hanoi").run()
    turned(app, "decision")
    assert headline(app) == headline(started())


def test_an_upload_needs_one_case() -> None:
    app = upload(started(), ("a.csv", b"x"))
    assert "one from before" in app.error[0].value
    twice = upload(started(), *files_of("hanoi"), *files_of("regional-office"))
    assert "one from before" in twice.error[0].value


def test_names_of_an_upload_are_shown_as_they_are_written() -> None:
    files = dict(files_of("hanoi"))
    text = files["hanoi.toml"].decode()
    for name in ("Stay as it is", "ILO", "Guards and reception", "Prices in dollars"):
        assert f'"{name}"' in text
        text = text.replace(f'"{name}"', f'"{HOSTILE} {name}"')
    files["hanoi.toml"] = text.encode()
    app = upload(started(), *files.items())
    assert not app.error
    for page in PAGES:
        turned(app, page)
        is_fine(app)
        for one in app.get("html"):
            assert "<script>alert" not in one.proto.body
            assert "<img src=x" not in one.proto.body


def test_a_link_to_an_upload_says_what_to_do() -> None:
    app = started(case="upload")
    assert "upload it again" in app.warning[0].value


def test_a_fault_between_levers_is_told_and_the_last_good_state_stays() -> None:
    files = dict(files_of("hanoi"))
    text = files["hanoi.toml"].decode()
    files["hanoi.toml"] = text.encode()
    source = read_upload(list(files.items()))
    assert source.case.title
    with pytest.raises(ValueError, match="holds no case"):
        read_upload([("a.csv", b"")])


def test_escaping() -> None:
    assert "<script" not in for_html(HOSTILE)
    assert "\\<script\\>" in for_markdown(HOSTILE)
    assert ":smile:" not in for_markdown(HOSTILE)
    assert "https://" not in for_markdown(HOSTILE)
    assert for_markdown("# x").startswith("\u2060")
    assert for_markdown("Discount rate (% a year)") == "Discount rate (% a year)"
    assert for_html("USD\u00a05") == "USD\u00a05"


def test_a_figure_without_end_is_an_error_in_words_and_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    told = fault_at("options[un-house]", 'the line "{line}" comes out without end', line="Rent")

    def without_end(*_case: object, **_more: object) -> None:
        raise CaseError([told])

    app = started(case="national-coordinator")
    is_fine(app)
    state.SHELF.clear()
    monkeypatch.setattr(state, "futures_of", without_end)
    app = turned(app, "money")
    is_fine(app)
    assert [one.value for one in app.error] == [for_markdown(no_figures(ENGLISH))]
    assert any("the line &quot;Rent&quot; comes out without end" in text for text in texts(app))
