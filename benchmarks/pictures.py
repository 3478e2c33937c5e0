"""Pictures of all charts of a case: in one kept browser against one browser for each, and every format of a bundle.

Run: python -m benchmarks.pictures [case] [how many one by one]
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

import kaleido

from benchmarks.timing import machine, written
from colocate.analysis.deciding.what_would_change import what_changes
from colocate.casefile.opened import Weights
from colocate.casefile.reading import load_case
from colocate.charts import SLIDE, Laid, laid_out
from colocate.export.bundle import taken_as_it_stood
from colocate.export.formats import formats, made
from colocate.export.pictures import every_chart
from colocate.export.pictures.browser import kept_browser
from colocate.export.pictures.finding import browser_path
from colocate.model.evaluate import futures_of

DRAWS = 2048


async def one_by_one(laid: Laid) -> bytes:
    """Draw one picture as kaleido does for a single figure: it starts a browser, draws, and ends it."""
    size = {"format": "png", "width": laid.width, "height": laid.height, "scale": laid.image[0] / laid.width}
    async with kaleido.Kaleido(n=1, path=browser_path(), mathjax=False) as browser:
        drawn: bytes = await browser.calc_fig(laid.figure, size)
    return drawn


def main() -> None:
    """Time both ways in turn, and then a whole export."""
    name, few = (sys.argv[1] if len(sys.argv) > 1 else "hanoi"), (int(sys.argv[2]) if len(sys.argv) > 2 else 5)
    futures = futures_of(load_case(Path("data") / f"{name}.toml"), DRAWS)
    began = time.perf_counter()
    found = what_changes(futures)
    finding = time.perf_counter() - began
    taken = taken_as_it_stood(futures, found, Weights())
    charts = [chart for _heading, several in every_chart(futures, found, taken.weighed) for chart in several]
    sheets = [laid_out(chart, name, SLIDE) for chart in charts]

    began = time.perf_counter()
    for sheet in sheets[:few]:
        asyncio.run(one_by_one(sheet))
    alone = (time.perf_counter() - began) / len(sheets[:few])

    began = time.perf_counter()
    with kept_browser() as browser:
        for sheet in sheets:
            browser.png(sheet)
    kept = (time.perf_counter() - began) / len(sheets)

    began = time.perf_counter()
    files = list(made(taken, formats()))
    everything = time.perf_counter() - began

    print(machine())
    print(f"{name}: {len(charts)} charts, slides of 1920 x 1080 points")
    print(f"one by one, a browser each: {written(alone)} s a chart ({few} of them)")
    print(f"in one kept browser:        {written(kept)} s a chart, its start and end included")
    print(f"ratio:                      {written(alone / kept)}")
    print(f"all formats:                {written(everything)} s for {len(files)} files", end=", ")
    print(f"{written(finding)} s before for all that would change the answer")


if __name__ == "__main__":
    main()
