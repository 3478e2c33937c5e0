"""LibreOffice works the workbook out again and finds what the program found."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from colocate.model.evaluate import work_out
from tests.export.workbook.cases import DATA, agrees, control, made, returns_agree
from tests.export.workbook.engines import differences, read, without_values

OFFICE = shutil.which("soffice")
NEEDED = os.environ.get("COLOCATE_NEEDS_OFFICE") == "1"
MINUTES = 3


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None and not NEEDED, reason="LibreOffice is not installed")
def test_libreoffice_finds_what_the_program_found(tmp_path: Path) -> None:
    case, content, file = made(next(path for path in DATA if path.stem == "hanoi"))
    given, folder = tmp_path / "workbook.xlsx", tmp_path / "again"
    given.write_bytes(without_values(content))
    assert OFFICE is not None
    command = [OFFICE, "--headless", f"-env:UserInstallation=file://{tmp_path}/office", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", str(folder), str(given)], check=True, timeout=60 * MINUTES)
    found = read((folder / "workbook.xlsx").read_bytes()).stored
    assert file.formulas.keys() <= found.keys()
    assert differences(found, file.stored) == []
    agrees(work_out(case), control(file, found))
    returns_agree(case, work_out(case), file, found)
