"""Every draw as Parquet: what was drawn, written without what another thread would find by half."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pyarrow as pa
import pytest

from colocate.export.draws import _array
from tests.documents import ROOT


@pytest.mark.parametrize("bits", [1, 7, 8, 9, 2048])
def test_arrow_holds_what_was_drawn(bits: int) -> None:
    drawn = np.random.default_rng(bits)
    numbers, yes = drawn.normal(size=(2 * bits, 2)), drawn.random(bits) < 0.5
    for values in (numbers[::2, 1], yes, np.arange(bits)):
        assert _array(values).equals(pa.array(values))
        assert np.array_equal(_array(values).to_numpy(zero_copy_only=False), values)


def test_writing_draws_loads_no_pandas_while_another_thread_looks_for_it() -> None:
    """Plotly takes a pandas that another thread has loaded by half for a whole one."""
    lines = (
        "import sys",
        "from pathlib import Path",
        "from colocate.casefile.reading import load_case",
        "from colocate.export.draws import draws_parquet",
        "from colocate.model.evaluate import futures_of",
        "written = draws_parquet(futures_of(load_case(Path('data/hanoi.toml')), 16))",
        "sys.exit('pandas' in sys.modules or len(written) < 1000)",
    )
    run = [sys.executable, "-c", "\n".join(lines)]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, timeout=110, check=False)
    assert done.returncode == 0, done.stderr
