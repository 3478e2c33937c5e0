"""The Excel form of a case: written from the records' fields, and read back with every fault by its cell."""
