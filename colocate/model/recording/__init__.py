"""Formulas of the model recorded while they run, so that they can be written down again as cells of a workbook."""
