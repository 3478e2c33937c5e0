"""The few rules of style that Streamlit's theme does not give: headings, tables, cards on a telephone."""

from __future__ import annotations

import streamlit as st

STYLE = """
<style>
.block-container, [data-testid="stMainBlockContainer"] { max-width: 66rem; padding-top: 4rem; }
:is([data-testid="stMain"], [data-testid="stSidebar"]) :is(h1, h2, h3, p, li, summary, code, .co-long) {
  overflow-wrap: anywhere; }
h1.co-verdict, h1.co-title { font-size: 1.6rem; line-height: 1.3; font-weight: 700; margin: .25rem 0 .5rem; padding: 0;
  max-width: 46rem; letter-spacing: 0; }
h2.co-section { font-size: 1.3rem; margin: 1.5rem 0 .25rem; padding: 0; }
h3.co-small { font-size: 1rem; margin: .5rem 0 .25rem; padding: 0; }
h2.co-finding { font-size: 1.05rem; line-height: 1.35; margin: 0; padding: 0; max-width: 46rem; }
p.co-case { margin: 0; font-size: .95rem; opacity: .85; }
p.co-text { margin: 0 0 .5rem; max-width: 46rem; }
p.co-lead { margin: 0 0 .4rem; font-size: 1.1rem; max-width: 46rem; }
p.co-quiet, ul.co-quiet li, .co-below { font-size: .875rem; opacity: .85; }
p.co-after { border-left: 4px solid #D55E00; padding-left: .6rem; font-weight: 600; }
p.co-quiet { margin: 0; max-width: 46rem; }
p.co-fault { border-left: 4px solid #D55E00; padding-left: .6rem; font-weight: 600; opacity: 1; }
.co-below { display: block; font-weight: 400; }
ul.co-list { margin: 0 0 .5rem; padding-left: 1.25rem; max-width: 46rem; }
ul.co-list li { margin: .15rem 0; }
.co-scroll { overflow: auto; max-width: 100%; }
.co-tall { max-height: 48rem; }
.co-scroll:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
table.co-table { border-collapse: collapse; width: auto; min-width: min(100%, 34rem); margin: 0; font-size: .95rem; }
.co-table th, .co-table td { text-align: left; vertical-align: top; padding: .45rem .6rem;
  border: 0; border-bottom: 1px solid rgba(128,128,128,.45); overflow-wrap: break-word; }
.co-table thead th { font-weight: 700; border-bottom: 2px solid rgba(128,128,128,.8); vertical-align: bottom;
  min-width: 6.5rem; }
.co-table tbody th { font-weight: 600; min-width: 9rem; }
.co-table.co-dense { min-width: 0; }
.co-table.co-dense th, .co-table.co-dense td { padding: .2rem .9rem .2rem 0; min-width: 0; }
.co-close { margin: 0 !important; }
.co-table tr.co-group th { padding-top: 1rem; font-weight: 700; font-size: 1.02rem; }
.co-table .co-number { text-align: right; font-variant-numeric: tabular-nums; }
.co-table td.co-number { white-space: nowrap; }
.co-table .co-best, .co-table .co-changed { font-weight: 700; }
.co-badge { display: inline-block; margin-left: .4rem; padding: 0 .4rem; border: 1px solid currentColor;
  border-radius: .6rem;  font-size: .8rem; font-weight: 600; }
.co-table .co-changed { border-left: 4px solid #D55E00; }
.co-table td.co-quiet { font-size: .875rem; min-width: 15rem; }
.co-table .co-warn { font-weight: 700; }
[data-testid="stCaptionContainer"] { color: inherit; opacity: .85; }
[data-testid="stSidebar"] [data-testid="stSlider"] { margin-bottom: -1.1rem; }
[data-testid="stSidebar"] [data-testid="stWidgetLabel"] > span { padding-right: .4rem; }
[data-testid="stSidebar"] [data-testid="stSliderTickBar"] { display: none; }
a:focus-visible, summary:focus-visible, button:focus-visible, label:has(input:focus-visible),
[data-testid="stSlider"] [data-rac]:has(> div > input:focus-visible), div:has(> input[type="text"]:focus-visible),
div:has(> input[type="number"]:focus-visible), div:has(> textarea:focus-visible) {
  outline: 2px solid currentColor !important; outline-offset: 2px; }
[data-testid="stMain"]:focus-visible { outline: 2px solid currentColor; outline-offset: -2px; }
[data-testid="stBaseButton-primary"] { background-color: #0068A3 !important; color: #FFFFFF !important; }
.co-tiles { display: grid; grid-template-columns: minmax(0, 1.65fr) repeat(3, minmax(0, 1fr)); gap: .6rem 1.2rem;
  margin: 0; }
.co-tile { border-top: 2px solid rgba(128,128,128,.6); padding-top: .3rem; }
.co-tile h2 { font-size: 1rem; line-height: 1.3; margin: 0; padding: 0; font-weight: 700; }
.co-tile p { font-size: .85rem; line-height: 1.3; margin: 0 0 .3rem; min-height: 2.6em; }
.co-unit { font-weight: 400; font-size: .85rem; opacity: .85; }
.co-scale { display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: .5rem; }
.co-strip { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; align-items: center;
  font-size: .9rem; line-height: 1.6rem; }
.co-tile:first-child .co-scale { grid-template-columns: 7rem minmax(0, 1fr) auto; }
.co-tile:not(:first-child) .co-label { display: none; }
.co-label { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.co-figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; min-width: 1.6rem; }
.co-strip .co-first { font-weight: 700; }
.co-line { position: relative; height: 1.6rem; margin: 0 7px; background:
  linear-gradient(rgba(128,128,128,.35), rgba(128,128,128,.35)) center / 100% 1px no-repeat; }
.co-line i { position: absolute; top: 50%; height: 5px; margin-top: -2.5px; border-radius: 3px; opacity: .55;
  min-width: 3px; }
.co-line img { position: absolute; top: 50%; width: 14px; height: 14px; margin: -7px 0 0 -7px; max-width: none; }
.co-before { border: 2px solid rgba(128,128,128,.6); border-radius: .4rem; padding: .5rem .8rem; }
.co-before h2 { font-size: 1rem; margin: 0; padding: 0; font-weight: 700; }
.co-before ul { margin: .2rem 0 0; padding-left: 1.1rem; font-size: .95rem; }
.co-before p { margin: .3rem 0 0; font-size: .95rem; }
[data-testid="stSidebar"] [role="radiogroup"] { gap: .6rem; }
.co-phone { display: none; }
.co-picture { max-width: 46rem; margin: .5rem 0; }
.co-plot-words summary { cursor: pointer; font-size: .875rem; }
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding: 4rem 1rem 2rem; }
  h1.co-verdict, h1.co-title { font-size: 1.3rem; }
  .co-tiles { grid-template-columns: minmax(0, 1fr); }
  .co-tile p { min-height: 0; }
  .co-tile .co-scale, .co-tile:first-child .co-scale { grid-template-columns: 7rem minmax(0, 1fr) auto; }
  .co-tile:not(:first-child) .co-label { display: block; }
  .co-table.co-dense { font-size: .8rem; }
  .co-table.co-dense th, .co-table.co-dense td { padding: .2rem .5rem .2rem 0; }
  h2.co-section.co-close { font-size: 1.05rem; }
  .co-phone { display: block; font-size: .875rem; }
  .co-stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .co-stack, .co-stack tbody, .co-stack tr, .co-stack th, .co-stack td { display: block; width: auto; }
  .co-stack tr { border-bottom: 2px solid rgba(128,128,128,.8); padding: .4rem 0; }
  .co-stack th, .co-stack td { border: 0; padding: .2rem 0; min-width: 0; }
  .co-stack td.co-quiet { min-width: 0; }
  .co-table .co-number { text-align: left; }
  .co-stack td { display: flex; gap: .75rem; justify-content: space-between; text-align: left; }
  .co-stack td::before { content: attr(data-label); flex: 0 0 42%; opacity: .85; font-weight: 400;
    overflow-wrap: anywhere; }
  .co-stack td > span { flex: 1 1 auto; }
  .co-tall:has(.co-stack) { max-height: none; }
}
@media print { .co-tall { max-height: none; overflow: visible; } }
</style>
"""


def draw() -> None:
    """Send the style once per run; it takes no room on the page."""
    st.html(STYLE)
