"""Speed as ratios within one run, never as a test: machines differ and are noisy."""
