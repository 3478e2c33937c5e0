"""Uncertainty: odds and ranges over the futures, and which figures they come from."""
