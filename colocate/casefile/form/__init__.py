"""The Excel form of a case: written from the records' fields, and read back to a document, tables and faults by cell."""
