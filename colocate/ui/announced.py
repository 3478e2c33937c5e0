"""Let a screen reader say each slider once: Streamlit names the thumb twice, and the group around it once more.

It is the one script of the app. It reads nothing and sends nothing; without it all works, and is said three times.
"""

from __future__ import annotations

import streamlit as st

ONCE = """
<script>
if (!window.slidersSaidOnce) {
  const once = () => {
    document.querySelectorAll('.stSlider input[type="range"][aria-label][aria-labelledby]')
      .forEach(thumb => thumb.removeAttribute('aria-labelledby'));
    document.querySelectorAll('.stSlider [role="group"][aria-label]')
      .forEach(group => group.removeAttribute('aria-label'));
  };
  window.slidersSaidOnce = new MutationObserver(once);
  window.slidersSaidOnce.observe(document.body,
    {childList: true, subtree: true, attributeFilter: ['aria-label', 'aria-labelledby']});
  once();
}
</script>
"""


def draw() -> None:
    """Send the script; it watches for sliders as they come."""
    st.html(ONCE, unsafe_allow_javascript=True)
