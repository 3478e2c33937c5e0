"""What leaves the tool: all figures as JSON, tables as CSV, charts as pages that need nothing else."""
