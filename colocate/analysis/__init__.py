"""What an outcome means: returns, budgets, shifts, the verdict and its cautions; each file answers one question."""
