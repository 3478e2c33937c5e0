"""The fold of the options ruled out: on the first page where the case names any, with names as they are written."""

from __future__ import annotations

from colocate.words.ruled_out import ruled_out_title
from tests.ui.test_mandate import words
from tests.ui.test_pages import files_of, is_fine, started, upload

RULED_OUT = """
[[ruled_out]]
id = "tower"
name = "Tower <b>in</b> the centre"
criterion = "gate"
gate = "security"
reason = "The car park cannot be closed"
evidence = "Assessment of 2018"
"""


def test_the_first_page_folds_what_was_ruled_out() -> None:
    files = dict(files_of("national-coordinator"))
    app = upload(started(), *files.items())
    folds = [one.label for one in app.get("expander")]
    assert ruled_out_title() not in folds
    files["national-coordinator.toml"] += RULED_OUT.encode()
    upload(app, *files.items())
    is_fine(app)
    assert ruled_out_title() in [one.label for one in app.get("expander")]
    assert "Tower <b>in</b> the centre: ruled out by the gate “security”." in words(app)
