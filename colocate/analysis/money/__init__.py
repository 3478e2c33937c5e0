"""Money: what is paid, by whom, in which year, and what a saving earns."""
