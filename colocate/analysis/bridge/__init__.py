"""Two cases compared: which inputs differ, and how much each moves what an option is expected to cost."""
