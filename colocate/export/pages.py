"""Charts as one HTML page that needs nothing else: no network, no server, no other file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from string import Template
from typing import Any

from plotly.offline import get_plotlyjs  # type: ignore[import-untyped]

from colocate.analysis.deciding.what_would_change import WhatChanges
from colocate.analysis.verdict import verdict
from colocate.analysis.weighing.weighing import Weighing
from colocate.charts import SLIDE, Chart, laid_out
from colocate.export.html_frame import framed, shown
from colocate.export.pictures.every import Headed, every_chart
from colocate.export.pictures.made import sheets_of
from colocate.model.futures import Futures
from colocate.safe import for_script
from colocate.stopping import looking
from colocate.words import verdict as answer
from colocate.words import weighing as words
from colocate.words.cautions import caution_words
from colocate.words.conditions import conditions
from colocate.words.judgements import headline, parting_words, weights_words
from colocate.words.language import ENGLISH, Language
from colocate.words.pages import charts_page as said_by
from colocate.words.pages.common import chart_in_words
from colocate.words.ruled_out import ruled_out_title, ruled_out_words
from colocate.writing import write_whole

POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:"
"""Forbids the page to fetch anything, whatever is in it."""


def write_pages(
    futures: Futures,
    folder: Path,
    found: WhatChanges | None = None,
    weighed: Weighing | None = None,
    changed: str = "",
    language: Language = ENGLISH,
) -> list[Path]:
    """Write `charts.html` with every chart, its words, and the answer into a folder; give its path."""
    return [write_whole(folder / "charts.html", page(futures, found, weighed, changed, language))]


def page(
    futures: Futures,
    found: WhatChanges | None = None,
    weighed: Weighing | None = None,
    changed: str = "",
    language: Language = ENGLISH,
    charts: Headed | None = None,
) -> str:
    """Give the whole page as text: the answer and all charts, with `found` what decides, with `weighed` a weighing.

    `changed` says that weights were changed after their result was seen; `charts` are all of them, where they are drawn
    already.
    """
    case, told = futures.case, verdict(futures)
    headed = every_chart(futures, found, weighed, language) if charts is None else charts
    sections = [(heading, list(looking(several))) for heading, several in headed]
    drawn = [chart for _heading, group in sections for chart in group]
    numbered, foot = iter(range(len(drawn))), sheets_of(case, language).foot
    said = {} if weighed is None else {said_by.weighing(language): _weighing_in_words(weighed, changed, language)}
    body = "".join(
        f"<h2>{shown(heading)}</h2>{said.get(heading, '')}"
        f"{''.join(_figure(chart, next(numbered), foot, language) for chart in group)}"
        for heading, group in sections
    )
    main = Template(MAIN).substitute(
        title=shown(case.title),
        summary=_paragraph(case.summary),
        headline=shown(answer.headline(case, told, language)),
        note=shown(said_by.rests_on(futures, language)),
        sentences=_list("", answer.why(futures, told, language)),
        conditions=_list(said_by.conditions(language), conditions(futures, told, language)),
        ruled_out=_list(ruled_out_title(language), ruled_out_words(case, language)),
        cautions=_list(said_by.cautions(language), caution_words(futures.expected, language)),
        body=body,
    )
    scripts = Template(SCRIPTS).substitute(
        library=get_plotlyjs(),
        charts=for_script([_plain(chart, foot) for chart in looking(drawn)]),
        script=SCRIPT,
    )
    return framed(main, title=case.title, language=language.spoken, style=STYLE, policy=POLICY, after=scripts)


def _weighing_in_words(weighed: Weighing, changed: str, language: Language) -> str:
    """Write what weighing says: first without weights, then whose weights there are, and what the first ones give."""
    table = weighed.table
    plain = [
        *words.dominance_words(table, weighed.dominances, language),
        words.without_weights(weighed, language),
        *words.cautions_of_weighing(weighed, language),
    ]
    asked = [weights_words(table, one, language) for one in weighed.several]
    result = [
        headline(weighed, language),
        words.way_worth_words(weighed, language),
        *(words.flip_words(weighed, flip, language) for flip in weighed.flips),
        words.in_order_words(weighed, language),
        words.in_range_words(weighed, language),
        *parting_words(weighed, language),
    ]
    note = f'<p class="note">{shown(changed)}</p>' if changed else ""
    return f"{_list('', plain)}{note}{_list('', asked)}{_list('', result)}"


def _figure(chart: Chart, number: int, foot: str, language: Language) -> str:
    """Write a chart's place: heading, drawing, buttons, and its text alternative, open in print."""
    title, name = shown(chart.title), shown(chart.file_name)
    height = chart.figure.layout.height
    buttons = ""
    for image in ("svg", "png"):
        short, whole = said_by.save_as(image.upper(), chart.title, language)
        buttons += (
            f'<button type="button" data-chart="{number}" data-format="{image}" '
            f'aria-label="{shown(whole)}">{shown(short)}</button>'
        )
    return (
        f'<section id="{name}"><h3 id="title-{number}">{title}</h3>'
        f'<div class="chart" id="chart-{number}" role="img" aria-labelledby="title-{number}" '
        f'aria-describedby="alt-{number}" style="min-height:{height}px"></div>'
        f'<p class="foot">{shown(foot)}</p><p class="buttons">{buttons}</p>'
        f"<details><summary>{shown(chart_in_words(language))}</summary>"
        f'<p id="alt-{number}">{shown(chart.alt)}</p></details></section>'
    )


def _plain(chart: Chart, foot: str) -> dict[str, Any]:
    """Give a chart as plotly's script takes it, on the page and laid out for a slide, as it is saved."""
    drawn: dict[str, Any] = json.loads(chart.figure.to_json())
    laid = laid_out(chart, foot, SLIDE)
    size = {"width": laid.width, "height": laid.height, "scale": laid.image[0] / laid.width}
    slide = {**laid.figure, "size": size}
    return {"name": chart.file_name, "data": drawn["data"], "layout": drawn["layout"], "slide": slide}


def _paragraph(words: str) -> str:
    return f"<p>{shown(words)}</p>" if words.strip() else ""


def _list(heading: str, sentences: Iterable[str]) -> str:
    items = "".join(f"<li>{shown(sentence)}</li>" for sentence in sentences)
    title = f"<h2>{shown(heading)}</h2>" if heading else ""
    return f"{title}<ul>{items}</ul>" if items else ""


STYLE = """
:root { color-scheme: light; }
body { font: 17px/1.5 Arial, Helvetica, sans-serif; color: #1a1a1a; background: #fff; margin: 0 auto;
  max-width: 60rem; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; border-top: 3px solid #0068a3; padding-top: .5rem; }
h3 { font-size: 1.1rem; margin: 1.5rem 0 0; max-width: 42rem; }
.verdict { font-size: 1.2rem; font-weight: bold; max-width: 42rem; }
.note { border-left: 4px solid #b84700; padding-left: .75rem; }
.buttons { margin: .25rem 0; }
.foot { margin: 0; font-size: .75rem; color: #555; }
button { font: inherit; padding: .5rem .9rem; margin: 0 .5rem .5rem 0; border: 1px solid #0068a3; border-radius: 4px;
  background: #fff; color: #0068a3; cursor: pointer; min-height: 44px; }
button:hover { background: #eef6fb; }
button:focus-visible, summary:focus-visible { outline: 3px solid #b84700; outline-offset: 2px; }
summary { cursor: pointer; padding: .5rem 0; }
@media print {
  body { max-width: none; font-size: 11pt; }
  .buttons, summary { display: none; }
  section { break-inside: avoid; }
}
"""

SCRIPT = """
"use strict";
const shown = (layout) => {
  const copy = JSON.parse(JSON.stringify(layout));
  const above = copy.margin.t - 24;
  delete copy.title;
  copy.margin.t = 24;
  copy.height -= above;
  return copy;
};
const settings = { displayModeBar: false, responsive: true, displaylogo: false };
charts.forEach((chart, number) => {
  const place = document.getElementById("chart-" + number);
  place.style.minHeight = "";
  Plotly.newPlot(place, chart.data, shown(chart.layout), settings);
});
document.querySelectorAll("button[data-chart]").forEach((button) => {
  button.addEventListener("click", () => {
    const chart = charts[Number(button.dataset.chart)];
    const { data, layout, size } = JSON.parse(JSON.stringify(chart.slide));
    Plotly.downloadImage({ data, layout }, { format: button.dataset.format, filename: chart.name, ...size });
  });
});
const words = Array.from(document.querySelectorAll("details"));
window.addEventListener("beforeprint", () => words.forEach((one) => { one.open = true; }));
"""

MAIN = """\
<h1>$title</h1>
$summary
<p class="verdict">$headline</p>
$sentences
<p class="note">$note</p>
$conditions
$ruled_out
$cautions
$body
"""

SCRIPTS = """\
<script>$library</script>
<script>
const charts = $charts;
$script
</script>
"""
