"""Tests of what an outcome means, one file per question."""
