"""The paper as one HTML page that needs nothing else, and prints on its few pages."""

from __future__ import annotations

from string import Template

from colocate.export.html_frame import framed, shown
from colocate.export.paper.plain import Plain

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Forbids the page to fetch or run anything, whatever is in it."""


def html_of(paper: Plain) -> str:
    """Write the page."""
    warning = f'<p class="warning">{shown(paper["warning"])}</p>' if paper["warning"] else ""
    main = Template(MAIN).substitute(
        title=shown(paper["title"]),
        kind=shown(paper["kind"]),
        about=shown(paper["about"]),
        warning=warning,
        answer_title=shown(paper["answer_title"]),
        answer=shown(paper["answer"]),
        body="".join(_section(paper, one) for one in paper["sections"]),
        foot=shown(paper["foot"]),
    )
    return framed(main, title=paper["title"], language=paper["language"], style=STYLE, policy=POLICY)


def _section(paper: Plain, section: Plain) -> str:
    key = shown(section["key"])
    blocks = "".join(_block(paper, one) for one in section["blocks"])
    begins = ' class="begins"' if section["begins_page"] else ""
    return f'<section{begins} aria-labelledby="{key}"><h2 id="{key}">{shown(section["title"])}</h2>{blocks}</section>'


def _block(paper: Plain, block: Plain) -> str:
    if block["kind"] == "bullets":
        return f"<ul>{''.join(f'<li>{shown(one)}</li>' for one in block['lines'])}</ul>"
    if block["kind"] == "table":
        return _table(paper, block)
    if block["kind"] == "picture":
        return _picture(paper, block)
    return f'<p class="{shown(block["kind"])}">{shown(block["text"])}</p>'


def _table(paper: Plain, block: Plain) -> str:
    whole = sum(block["weights"])
    widths = "".join(f'<col style="width:{100 * one / whole:.1f}%">' for one in block["weights"])
    head = "".join(f'<th scope="col">{shown(one)}</th>' for one in block["columns"])
    rows = "".join(
        f"<tr>{''.join(_cell(one, first=not place) for place, one in enumerate(row))}</tr>" for row in block["rows"]
    )
    tall = ' class="tall"' if block["tall"] else ""
    return (
        f'<div class="wide"><table{tall}><caption>{shown(paper["table_label"])} {block["number"]}. '
        f"{shown(block['title'])}</caption><colgroup>{widths}</colgroup><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _cell(entry: Plain, *, first: bool) -> str:
    below = f"<small>{shown(entry['below'])}</small>" if entry["below"] else ""
    words = f"{shown(entry['words'])}{below}"
    return f'<th scope="row">{words}</th>' if first else f"<td>{words}</td>"


def _picture(paper: Plain, block: Plain) -> str:
    """Draw the marks with nothing but boxes on lines: text stays text, and no file is fetched."""
    rows = "".join(
        f'<span class="name">{shown(one["name"])}</span><span class="scale">'
        f'<i style="left:{one["low"]}%;width:{one["high"] - one["low"]:.2f}%"></i>'
        f'<b style="left:{one["value"]}%"></b></span><span class="amount">{shown(one["amount"])}</span>'
        for one in block["marks"]
    )
    ends = "".join(f"<span>{shown(one)}</span>" for one in block["ends"])
    return (
        f"<figure><figcaption>{shown(paper['figure_label'])} {block['number']}. {shown(block['title'])}</figcaption>"
        f'<div class="marks" role="img" aria-label="{shown(block["alt"])}">{rows}'
        f'<span></span><span class="ends">{ends}</span><span></span></div></figure>'
    )


STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.45 Arial, Helvetica, sans-serif; color: #1a1a1a; background: #fff; margin: 0 auto;
  max-width: 60rem; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: .2rem 0; }
h2 { font-size: 1.15rem; margin: 1.4rem 0 .4rem; color: #00527f; }
p, ul { margin: .4rem 0; }
.kind, .note, small, .foot, .answer span { color: #4a4a4a; font-size: .85rem; }
.note { font-size: .8rem; }
small { display: block; }
.warning { font-weight: bold; }
.answer { border-left: 4px solid #0068a3; padding: .2rem 0 .2rem .8rem; font-size: 1.15rem; font-weight: bold; }
.answer span { display: block; font-weight: normal; }
.open { background: #fff6d6; padding: .3rem .5rem; font-style: italic; }
.lead { font-weight: bold; margin-top: .8rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; font-size: .85rem; table-layout: fixed;
  min-width: 34rem; }
caption, figcaption { text-align: left; font-style: italic; font-size: .85rem; margin-bottom: .2rem; }
th, td { border: 1px solid #a0a0a0; padding: .25rem .4rem; text-align: left; vertical-align: top; }
.tall td { height: 2.6rem; }
thead th { background: #e6f0f6; }
figure { margin: .8rem 0; }
.marks { display: grid; grid-template-columns: auto 1fr auto; gap: .35rem .8rem; align-items: center;
  font-size: .85rem; }
.name { text-align: right; max-width: 14rem; }
.scale { position: relative; height: 1rem; border-bottom: 1px solid #bbb; }
.scale i { position: absolute; top: .55rem; border-top: 5px solid #8cc0df; }
.scale b { position: absolute; top: .3rem; border: .35rem solid #0068a3; border-radius: 50%; margin-left: -.35rem; }
.ends { display: flex; justify-content: space-between; font-size: .9em; }
.foot { margin-top: 1.5rem; border-top: 1px solid #a0a0a0; padding-top: .3rem; }
@page { size: A4; margin: 15mm 16mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 8.6pt; line-height: 1.28; print-color-adjust: exact; }
  h1 { font-size: 13pt; } h2 { font-size: 10pt; margin: 6pt 0 2pt; break-after: avoid; }
  p, ul { margin: 2pt 0; } .lead { margin-top: 4pt; break-after: avoid; } .answer { font-size: 10pt; }
  table { font-size: 7.4pt; margin: 3pt 0; min-width: 0; } th, td { padding: 1.5pt 3pt; }
  thead { display: table-header-group; } tr, figure { break-inside: avoid; }
  small, .note, .foot, .kind { font-size: 6.8pt; } caption, figcaption, .marks { font-size: 7.4pt; }
  .wide { overflow: visible; }
  .begins { break-before: page; }
}
"""

MAIN = """\
<p class="kind">$kind</p>
<h1>$title</h1>
<p>$about</p>
$warning
<p class="answer"><span>$answer_title</span>$answer</p>
$body
<p class="foot">$foot</p>
"""
