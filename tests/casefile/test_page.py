"""The page on the case format is the one that the records give, so that it cannot go stale."""

from __future__ import annotations

from typing import Any

import pytest

from colocate.case import Case
from colocate.casefile.fields import fields_of
from colocate.casefile.page import format_page
from tests.documents import ROOT


def test_the_page_in_docs_is_what_the_program_writes() -> None:
    page = (ROOT / "docs" / "case-format.md").read_text(encoding="utf-8")
    assert page == format_page(), "write it anew: python -m colocate schema --page > docs/case-format.md"


def every_record(record: type, seen: set[type]) -> set[type]:
    if record not in seen:
        seen.add(record)
        for field in fields_of(record):
            if field.record is not None:
                every_record(field.record, seen)
    return seen


RECORDS = sorted(every_record(Case, set()), key=lambda record: record.__name__)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_has_a_meaning_and_a_default_inside_its_limits(record: Any) -> None:
    page = format_page()
    for field in fields_of(record):
        assert field.note.label, field
        assert field.note.help, field
        assert f"| `{field.name}` |" in page
        if field.kind == "figure" and isinstance(field.default, float):
            least, most, scale = field.measure.least, field.measure.most, 100 if "%" in field.measure.unit else 1
            assert least is None or field.default * scale >= least
            assert most is None or field.default * scale <= most
