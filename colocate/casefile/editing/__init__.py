"""Changing a case step by step, below any screen: its text, what is typed, faults, undo and redo."""
