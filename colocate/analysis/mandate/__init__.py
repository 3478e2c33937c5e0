"""Mandate and government: safeguards and what they cost, the government's wish, National Coordinators."""
