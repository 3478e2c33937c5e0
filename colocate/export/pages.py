"""Charts as one HTML page that needs nothing else: no network, no server, no other file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from plotly.offline import get_plotlyjs  # type: ignore[import-untyped]

from colocate.analysis.cautions import cautions
from colocate.analysis.verdict import CENTRAL_CASE, verdict
from colocate.charts import (
    Chart,
    books,
    cumulative_cost,
    group_scores,
    mandate,
    minutes,
    one_offs,
    print_size,
    waterfall,
    yearly_by_category,
)
from colocate.export.writing import fresh
from colocate.outcome import Outcome

POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:"
"""Forbids the page to fetch anything, whatever is in it."""


def write_pages(outcome: Outcome, folder: Path, locale: str = "en") -> list[Path]:
    """Write `charts.html` with every chart, its words, and the verdict into a folder; give its path.

    The words are English; `locale` sets how numbers are written.
    """
    path = fresh(folder, "charts.html")
    path.write_text(page(outcome, locale), encoding="utf-8", newline="\n")
    return [path]


def page(outcome: Outcome, locale: str = "en") -> str:
    """Give the whole page as text."""
    told, case = verdict(outcome, locale), outcome.case
    sections = [(heading, list(charts)) for heading, charts in _sections(outcome, locale)]
    charts = [chart for _heading, group in sections for chart in group]
    numbered = iter(range(len(charts)))
    body = "".join(
        f"<h2>{escape(heading)}</h2>{''.join(_figure(chart, next(numbered)) for chart in group)}"
        for heading, group in sections
    )
    return Template(PAGE).substitute(
        policy=POLICY,
        style=STYLE,
        title=escape(case.title),
        summary=_paragraph(case.summary),
        headline=escape(told.headline),
        note=escape(CENTRAL_CASE),
        sentences=_list("", told.sentences),
        conditions=_list("Conditions", told.conditions),
        cautions=_list("Cautions", [caution.words for caution in cautions(outcome, locale)]),
        body=body,
        library=get_plotlyjs(),
        charts=_json([_plain(chart) for chart in charts]),
        script=SCRIPT,
    )


def _sections(outcome: Outcome, locale: str) -> Iterable[tuple[str, Iterable[Chart]]]:
    """Give the page's charts under their headings: all options together, then each option."""
    together = [cumulative_cost(outcome, locale=locale)]
    if any(option.access is not None for option in outcome.options):
        together.append(group_scores(outcome, locale=locale))
    if outcome.case.checklist:
        together.append(mandate(outcome, locale=locale))
    yield "All options", together
    for option in outcome.options:
        charts = [yearly_by_category(outcome, option.id, locale=locale), one_offs(outcome, option.id, locale=locale)]
        if option is not outcome.baseline:
            charts.insert(0, waterfall(outcome, option.id, locale=locale))
            charts.append(books(outcome, option.id, locale=locale))
            if option.access is not None:
                charts.append(minutes(outcome, option.id, locale=locale))
        yield option.name, charts


def _figure(chart: Chart, number: int) -> str:
    """Write a chart's place: heading, drawing, buttons, and its text alternative, open in print."""
    title, name = escape(chart.title), escape(chart.file_name)
    height = chart.figure.layout.height
    buttons = "".join(
        f'<button type="button" data-chart="{number}" data-format="{image}" '
        f'aria-label="Save as {image.upper()}: {title}">Save as {image.upper()}</button>'
        for image in ("svg", "png")
    )
    return (
        f'<section id="{name}"><h3 id="title-{number}">{title}</h3>'
        f'<div class="chart" id="chart-{number}" role="img" aria-labelledby="title-{number}" '
        f'aria-describedby="alt-{number}" style="min-height:{height}px"></div>'
        f'<p class="buttons">{buttons}</p>'
        f'<details><summary>This chart in words</summary><p id="alt-{number}">{escape(chart.alt)}</p></details>'
        "</section>"
    )


def _plain(chart: Chart) -> dict[str, Any]:
    drawn: dict[str, Any] = json.loads(chart.figure.to_json())
    return {"name": chart.file_name, "data": drawn["data"], "layout": drawn["layout"], "size": print_size(chart)}


def _json(value: object) -> str:
    """Write JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _paragraph(words: str) -> str:
    return f"<p>{escape(words)}</p>" if words.strip() else ""


def _list(heading: str, sentences: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    title = f"<h2>{escape(heading)}</h2>" if heading else ""
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
    const layout = JSON.parse(JSON.stringify(chart.layout));
    layout.paper_bgcolor = "#ffffff";
    Plotly.downloadImage({ data: chart.data, layout },
      { format: button.dataset.format, filename: chart.name, ...chart.size });
  });
});
const words = Array.from(document.querySelectorAll("details"));
window.addEventListener("beforeprint", () => words.forEach((one) => { one.open = true; }));
"""

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="$policy">
<title>$title</title>
<style>$style</style>
</head>
<body>
<main>
<h1>$title</h1>
$summary
<p class="verdict">$headline</p>
$sentences
<p class="note">$note</p>
$conditions
$cautions
$body
</main>
<script>$library</script>
<script>
const charts = $charts;
$script
</script>
</body>
</html>
"""
