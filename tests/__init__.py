"""The tests of Colocate."""
