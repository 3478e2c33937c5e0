"""Possible futures: every uncertain figure drawn at once over its range, with the correlations that a case states."""
