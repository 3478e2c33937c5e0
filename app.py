"""Start the app: its pages, and nothing else. Run it with `streamlit run app.py`."""

from pathlib import Path

import streamlit as st

from colocate.ui import frame

st.set_page_config(page_title="Colocate", layout="wide")
frame.show(
    [
        st.Page("colocate/ui/pages/decision.py", title="Decision", url_path="start", default=True),
        st.Page("colocate/ui/pages/money.py", title="Money", url_path="money"),
        st.Page("colocate/ui/pages/access.py", title="Access", url_path="access"),
        st.Page("colocate/ui/pages/mandate.py", title="Mandate", url_path="mandate"),
        st.Page("colocate/ui/pages/how_sure.py", title="How sure", url_path="how-sure"),
        st.Page("colocate/ui/pages/what_matters.py", title="What matters", url_path="what-matters"),
        st.Page("colocate/ui/pages/figures.py", title="Figures", url_path="figures"),
        st.Page("colocate/ui/pages/weighing.py", title="Weighing", url_path="weighing"),
        st.Page("colocate/ui/pages/two_cases.py", title="Two cases", url_path="two-cases"),
        st.Page("colocate/ui/pages/editor.py", title="Edit case", url_path="edit"),
        st.Page("colocate/ui/pages/your_office.py", title="Your own office", url_path="your-office"),
        st.Page("colocate/ui/pages/questions.py", title="Questions", url_path="questions", visibility="hidden"),
    ],
    data=Path(__file__).parent / "data",
)
