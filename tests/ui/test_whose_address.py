"""An address is of one case and its content: figures, weights and names never meet another one, and are not lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from colocate.casefile.opened import Weights
from colocate.ui import picker, state
from tests.ui.test_pages import (
    HOSTILE,
    PAGES,
    ROOT,
    files_of,
    headline,
    is_fine,
    lever_key,
    started,
    turned,
    upload,
    version,
)

RENT = "options[move].lease.renewal.rent"
MINE = "mine"


def mine(title: str = MINE) -> list[tuple[str, bytes]]:
    """Hanoi as an upload of one's own, with the same figures under another title."""
    files = dict(files_of("hanoi"))
    text = files.pop("hanoi.toml").decode()
    head = next(line for line in text.splitlines() if line.startswith("title = "))
    return [("mine.toml", text.replace(head, f'title = "{title}"').encode()), *files.items()]


def address(app: AppTest) -> dict[str, str]:
    return {name: value if isinstance(value, str) else value[-1] for name, value in app.query_params.items()}


def key_of(app: AppTest) -> str:
    scene: state.Scene = app.session_state[state.SCENE]
    return f"lever {scene.source.key} {RENT}"


def changes(app: AppTest) -> dict[str, object]:
    chosen: state.Choice = app.session_state[state.CHOICE]
    return dict(chosen.changes)


def shown(app: AppTest) -> str:
    scene: state.Scene = app.session_state[state.SCENE]
    return scene.source.file_name


@pytest.fixture(scope="module")
def moved() -> dict[str, str]:
    """The address of an uploaded case with a lever moved, a weighing begun and a name."""
    app = upload(started(), *mine())
    app.slider(key=key_of(app)).set_value(0.0).run()
    is_fine(app)
    return {**address(app), "name": "Signed", "swings": "money~50"}


def test_an_address_of_an_upload_says_which_file_and_content(moved: dict[str, str]) -> None:
    assert moved["case"] == "upload"
    assert moved["file"] == "mine.toml"
    assert len(moved["version"]) == 8
    assert moved["version"] != version()["version"]
    assert moved[RENT] == "0"


@pytest.mark.parametrize("page", PAGES)
def test_nothing_of_an_upload_that_is_gone_is_applied_to_another_case(moved: dict[str, str], page: str) -> None:
    app = turned(started(**moved), page)
    is_fine(app)
    assert shown(app) == "hanoi.toml"
    assert not changes(app)
    chosen: state.Choice = app.session_state[state.CHOICE]
    assert chosen.weights == Weights()
    assert not chosen.name
    assert [one.value for one in app.warning if "mine.toml" in one.value and "Its changes are kept" in one.value]
    assert address(app) == moved, "the address stays"


def test_the_same_content_uploaded_again_takes_the_address_over(moved: dict[str, str]) -> None:
    app = upload(turned(started(**moved), "money"), *mine())
    is_fine(app)
    assert shown(app) == "mine.toml"
    assert changes(app) == {RENT: 0.0}
    assert app.session_state[state.CHOICE].name == "Signed"
    assert app.session_state[state.CHOICE].weights.swings == {"money": 50.0}
    assert not app.warning
    assert {**address(app), "seen": ""} == {**moved, "seen": ""}


def test_what_is_chosen_meanwhile_is_kept_apart(moved: dict[str, str]) -> None:
    """A lever of the case shown takes the address; the one that waits is not lost with it, nor mixed."""
    app = started(**moved)
    app.slider(key=lever_key(RENT)).set_value(35.0).run()
    assert changes(app) == {RENT: 35.0}
    assert "case" not in app.query_params
    upload(app, *mine())
    assert changes(app) == {RENT: 0.0}
    app.radio(key="case").set_value("hanoi").run()
    assert not changes(app)


def test_charts_switched_off_stay_in_an_address_that_waits(moved: dict[str, str]) -> None:
    app = started(**moved)
    app.toggle(key="charts").set_value(False).run()
    assert address(app) == {**moved, "charts": "off"}


def test_another_file_of_the_same_name_is_told_apart(moved: dict[str, str]) -> None:
    app = upload(started(**moved), *mine("another"))
    is_fine(app)
    assert shown(app) == "mine.toml"
    assert not changes(app)
    assert "another version" in app.warning[0].value
    upload(app, *mine())
    assert changes(app) == {RENT: 0.0}


def test_an_address_that_waits_can_be_forgotten(moved: dict[str, str]) -> None:
    app = started(**moved)
    app.button(key="forget address").click().run()
    assert not app.warning
    assert not app.query_params
    assert not changes(upload(app, *mine()))


def test_the_way_back_to_an_earlier_upload_of_the_session(moved: dict[str, str]) -> None:
    app = upload(started(), *mine())
    upload(app, *mine("another"))
    assert not changes(app)
    for name, value in moved.items():
        app.query_params[name] = value
    app.run()
    assert changes(app) == {RENT: 0.0}
    assert app.session_state[state.SCENE].source.case.title == MINE
    assert not app.warning


def test_an_old_link_to_an_upload_is_applied_to_nothing() -> None:
    app = started(case="upload", **{RENT: "0"})
    assert not changes(app)
    assert "upload it again" in app.warning[0].value
    assert "renewal" in app.warning[0].value


def test_an_old_link_to_a_case_of_ours_is_applied_as_ever() -> None:
    app = started(case="hanoi", **{RENT: "0"})
    assert changes(app) == {RENT: 0.0}
    assert not app.warning


def test_an_unknown_case_leaves_everything_out() -> None:
    app = started(case="nowhere", **{RENT: "0"})
    assert not changes(app)
    assert "case=nowhere" in app.warning[0].value
    assert "renewal" in app.warning[0].value
    assert not app.query_params


def test_a_case_that_has_changed_since_the_link_was_made_is_told() -> None:
    app = started(case="hanoi", version="0123abcd", **{RENT: "0", "name": "Signed"})
    is_fine(app)
    assert not changes(app)
    assert "has changed since this link was made" in app.warning[0].value
    assert "renewal" in app.warning[0].value
    assert headline(app) == headline(started())


def test_a_hostile_file_name_is_shown_as_it_is_written() -> None:
    app = started(case="upload", version=HOSTILE, file=HOSTILE * 20, **{RENT: "0"})
    is_fine(app)
    assert len(app.warning) == 1
    assert "<script" not in app.warning[0].value.replace("\\<", "")
    assert len(app.warning[0].value) < 600


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of cases that a test may spoil."""
    for path in (ROOT / "data").iterdir():
        if path.is_file():
            shutil.copy(path, tmp_path)
    found = picker.cases_in(tmp_path)
    monkeypatch.setattr(picker, "cases_in", lambda _data: found)
    yield tmp_path
    st.cache_resource.clear()


def test_a_case_of_ours_that_cannot_be_read_keeps_the_address_until_it_can(folder: Path) -> None:
    case = folder / "hanoi.toml"
    good = case.read_bytes()
    case.write_bytes(b"\xff\xfe spoilt")
    app = started(**{RENT: "0"}, **version())
    is_fine(app)
    assert shown(app) != "hanoi.toml"
    assert not changes(app)
    assert address(app) == {RENT: "0"} | version()
    case.write_bytes(good)
    app.radio(key="case").set_value("hanoi").run()
    assert shown(app) == "hanoi.toml"
    assert changes(app) == {RENT: 0.0}
