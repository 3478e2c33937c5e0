"""LibreOffice opens the file of Word, and lays it out on two to four pages."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.export.paper import made

LONGEST = 240


def writer() -> str:
    """Give the program; a test that needs it is skipped in words where it, or its part for Word, is not installed."""
    program = os.environ.get("COLOCATE_SOFFICE") or shutil.which("soffice")
    folder = Path(program).resolve().parent if program else None
    if program and (os.environ.get("COLOCATE_SOFFICE") or (folder and (folder / "libswlo.so").exists())):
        return program
    if os.environ.get("COLOCATE_NEEDS_OFFICE") == "1":
        pytest.fail("LibreOffice Writer is not installed, and COLOCATE_NEEDS_OFFICE=1 asks for it")
    pytest.skip("LibreOffice Writer is not installed (apt-get install libreoffice-writer)")


def laid_out(program: str, content: bytes, folder: Path) -> PdfReader:
    """Give a file of Word as LibreOffice lays it out."""
    (folder / "paper.docx").write_bytes(content)
    own = f"-env:UserInstallation={(folder / 'own').as_uri()}"
    command = [program, own, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "paper.docx")], capture_output=True, timeout=LONGEST, check=True)
    return PdfReader(io.BytesIO((folder / "paper.pdf").read_bytes()))


@pytest.mark.slow
@pytest.mark.parametrize("path", made.CASES, ids=lambda path: path.stem)
def test_it_opens_and_has_two_to_four_pages(path: Path, tmp_path: Path) -> None:
    reader = laid_out(writer(), made.docx(path), tmp_path)
    assert 2 <= len(reader.pages) <= 4
    whole = made.squeezed("".join(page.extract_text() for page in reader.pages))
    for section in made.record(path).sections:
        assert made.squeezed(section.title) in whole
