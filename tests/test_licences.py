"""What the app needs may be passed on with it: every package tells its licence, and each goes with Apache-2.0."""

from __future__ import annotations

import re
import subprocess
import sys
from email.message import Message
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from types import ModuleType

import pytest

from tests.documents import ROOT

COMMAND = ROOT / ".ci" / "licences"


@pytest.fixture(scope="module")
def licences() -> ModuleType:
    loader = SourceFileLoader("licences", str(COMMAND))
    spec = spec_from_loader("licences", loader)
    assert spec is not None
    module = module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "dont_write_bytecode", True)
        loader.exec_module(module)
    return module


def test_every_package_is_listed_with_an_accepted_licence() -> None:
    told = subprocess.run([sys.executable, COMMAND], capture_output=True, text=True, check=False, timeout=60)
    if "is locked" in told.stderr or "not installed" in told.stderr:
        pytest.skip("not the locked versions: these are what CI runs with")
    assert told.stderr == ""
    assert told.returncode == 0
    names = re.findall(r"^([a-z0-9.-]+)==", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
    listed = [line.split()[0] for line in told.stdout.splitlines()]
    assert len(listed) >= len(names) - 1  # one is for other systems than macOS
    assert set(listed) <= set(names)


@pytest.mark.parametrize(
    ("licence", "accepted"),
    [
        ("MIT", True),
        ("BSD-3-Clause AND MIT AND CC0-1.0", True),
        ("GPL-3.0-only OR MIT", True),
        ("(Apache-2.0 OR GPL-2.0-only)", True),
        ("GPL-3.0-or-later", False),
        ("MIT AND AGPL-3.0-only", False),
        ("LicenseRef-Proprietary", False),
        ("", False),
    ],
)
def test_what_is_accepted(licences: ModuleType, licence: str, accepted: bool) -> None:
    assert licences.is_accepted(licence) is accepted


def test_a_licence_is_found_wherever_a_package_tells_it(licences: ModuleType) -> None:
    def of(**said: str) -> str:
        message = Message()
        for name, value in said.items():
            message[name.replace("_", "-")] = value
        return str(licences.licence_of(message))

    bsd = "License :: OSI Approved :: BSD License"
    assert of(License_Expression="MIT", License="BSD", Classifier=bsd) == "MIT"
    assert of(License="Apache License 2.0") == "Apache-2.0"
    assert of(License="Copyright (c) somebody\nAll that follows", Classifier=bsd) == "BSD"
    assert of(License="MIT License\n\nCopyright (c) somebody") == "MIT"
    assert of(License="Something of our own") == "Something of our own"
    assert of(Classifier="Topic :: Software Development") == ""
