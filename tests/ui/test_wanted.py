"""Work in the app is given up when another run of the script is asked for."""

from __future__ import annotations

from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx
from streamlit.testing.v1 import AppTest

from colocate.stopping import look
from colocate.ui.wanted import while_wanted


def test_outside_a_run_nobody_asks_for_another() -> None:
    assert get_script_run_ctx(suppress_warning=True) is None
    assert while_wanted(lambda: (look(), "done")) == (None, "done")


def test_work_ends_at_the_look_after_another_run_was_asked_for() -> None:
    """The script asks for the other run itself, as a press in the browser does."""

    def script() -> None:
        import streamlit as st
        from streamlit.runtime.scriptrunner_utils.script_requests import RerunData
        from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx

        from colocate.stopping import look
        from colocate.ui.wanted import while_wanted

        st.session_state.setdefault("looks", [])
        if st.session_state["looks"]:
            return

        def work() -> None:
            for number in range(5):
                look()
                st.session_state["looks"].append(number)
                if number == 2:
                    run = get_script_run_ctx()
                    run.script_requests.request_rerun(RerunData())

        while_wanted(work)

    app = AppTest.from_function(script, default_timeout=30).run()
    assert not app.exception
    assert app.session_state["looks"] == [0, 1, 2]
