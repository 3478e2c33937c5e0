"""The tests of what a case file may say, and of every way in which it can be at fault."""
