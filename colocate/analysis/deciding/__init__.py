"""Deciding: where the answer turns, and what it is worth to find a figure out first."""
