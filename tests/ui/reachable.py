"""Whether a page shuts nobody out: the rules of axe-core, and what of Streamlit's own markup cannot be reached."""

from __future__ import annotations

from typing import Any

from tests.ui.browsing import Visit

EXCEPTIONS: dict[tuple[str, str], str] = {
    ("presentation-role-conflict", 'data-testid="stFileUploaderDropzone"'): "the place to drop files has a name, and "
    "counts as nothing: its button beside is what the keyboard and a screen reader come to",
}
"""What lies in Streamlit's own markup: rule of axe-core and part of the element, with why it stands."""


def nothing_shuts_out(visit: Visit) -> None:
    """Let axe-core look at the page as it is shown now; it finds nothing but the named exceptions."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(visit.page).response["violations"]
    left = [
        f"{rule['id']}: {node['html'][:300]} at {node['target']}"
        for rule in found
        for node in rule["nodes"]
        if not _is_excepted(rule["id"], node)
    ]
    assert not left, "\n".join(left)


def _is_excepted(rule: str, node: dict[str, Any]) -> bool:
    return any(rule == one and part in node["html"] for one, part in EXCEPTIONS)
