"""What *Save this case* gives opens where nothing is known of it, and on the command line: the same figures."""

from __future__ import annotations

from pathlib import Path

import colocate
from colocate.casefile.one_file import load, read_one_file
from colocate.casefile.opened import Opened
from colocate.ui import save
from tests.ui.test_levers import shown
from tests.ui.test_pages import headline, is_fine, started, texts, upload


def test_a_saved_case_is_opened_as_it_stood(tmp_path: Path) -> None:
    levers = {"discounting.rate": "7.25", "name": "Dearer money", "swings": "money~30,access~70", "seen": "money~30"}
    app = started(case="national-coordinator", **levers)
    packed = save._case(shown(app))
    again = upload(started(), ("mine.colocate", packed))
    is_fine(again)
    assert headline(again) == headline(app)
    before, after = shown(app), shown(again)
    assert after.choice.changes == before.choice.changes == {"discounting.rate": 7.25}
    assert (after.choice.name, after.choice.weights) == (before.choice.name, before.choice.weights)
    assert after.source.key == before.source.key
    assert any("Dearer money" in text for text in texts(again))
    path = tmp_path / "mine.colocate"
    path.write_bytes(packed)
    assert load(path)[0] == after.outcome.case
    assert read_one_file(save._case(after)).opened.file_name == "mine.colocate"


def test_a_case_of_ours_is_saved_with_its_tables() -> None:
    for name in ("hanoi", "regional-office"):
        scene = shown(started(case=name))
        saved = read_one_file(save._case(scene))
        assert saved.case == colocate.load_case(Path("data") / f"{name}.toml")
        assert saved.tables
        assert saved.opened == Opened(f"{name}.toml")


def test_a_saved_case_among_other_files_is_refused_and_a_broken_one_told_in_words() -> None:
    app = started(case="national-coordinator")
    before, packed = headline(app), save._case(shown(app))
    upload(app, ("mine.colocate", packed), ("other.csv", b"a,b"))
    assert "Choose the saved case alone" in " ".join(texts(app))
    upload(app, ("mine.colocate", packed[:-9]))
    is_fine(app)
    assert "half written or broken" in " ".join(texts(app))
    assert headline(app) == before
    upload(app, ("mine.toml", packed))  # whatever it is called
    assert not app.error
    assert shown(app).source.file_name == "mine.toml"
