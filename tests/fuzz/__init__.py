"""Hostile input by the thousand, made from seeds: a case with finite figures or faults in words, never another end.

Run with `pytest -m fuzz`. COLOCATE_FUZZ tells how many inputs (20,000 unless told), COLOCATE_FUZZ_FIRST the first seed
(0 unless told), COLOCATE_FUZZ_SEED runs one input alone, by the seed that a failure names.
"""
