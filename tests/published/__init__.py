"""Worked examples that others have published, written as cases: one file an example, its source in the docstring.

Only what was seen in print is claimed. Where the first publisher's own page was not to be had, the docstring says whose
copy or whose working it was.
"""
