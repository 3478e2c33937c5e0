"""How sure: how often each option is the cheapest, in one sentence and one picture; folded below, ranges and how."""

from __future__ import annotations

import streamlit as st

from colocate.analysis.uncertainty.odds import odds
from colocate.safe import for_markdown
from colocate.ui import chart
from colocate.ui.fragment import part
from colocate.ui.parts import Cell, bullets, sentence, table, title
from colocate.ui.state import futures, scene
from colocate.words.pages import how_sure as words
from colocate.words.uncertainty import counted, finding_odds
from colocate.words.uncertainty_tables import odds_table


def show() -> None:
    """Show how often each option costs least; what else the futures say is folded."""
    here = scene()
    drawn, language = futures(here), here.language
    if not drawn.figures:
        title(words.nothing_varies(language))
        return
    title(finding_odds(drawn, here.reading, language).title)
    chart.show(lambda charts: charts.odds(drawn, here.reading, language=language, dark=here.dark), titled=False)
    sentence(counted(here.reading, language), quiet=True)
    with st.expander(for_markdown(words.odds_label(language)), expanded=not here.choice.charts):
        told = odds_table(drawn.case, odds(drawn, *here.reading), language)
        rows = [[Cell(entry.words, below=entry.below) for entry in row] for row in told.rows]
        table(told.columns, rows, title=told.title, stack=True)
    if here.choice.charts:
        _savings()
    with st.expander(for_markdown(words.how_label(language))):
        bullets(words.how_drawn(drawn, language))


@part
def _savings() -> None:
    """Fold the picture of savings: it is made when it is opened."""
    here = scene()
    with st.expander(for_markdown(words.savings_label(here.language)), key="savings", on_change="rerun") as folded:
        if folded.open:
            chart.show(
                lambda charts: charts.savings(futures(here), here.reading, language=here.language, dark=here.dark)
            )


if __name__ == "__main__":
    show()
