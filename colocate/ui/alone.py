"""The server asks nobody in the network who it is."""

from __future__ import annotations

from streamlit import net_util


def stay_alone() -> None:
    """Keep Streamlit from looking for this machine's addresses.

    Where a page of another address knocks, Streamlit compares it with this machine's own addresses before it refuses,
    and to learn them it asks a service in the network. Here it has none besides those that it is called by.
    """
    net_util.get_external_ip = _none
    net_util.get_internal_ip = _none


def _none() -> str | None:
    return None
