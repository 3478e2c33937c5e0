"""Weighing money, access, mandate and the government's wish in the open: scales, weights, and who comes first."""
