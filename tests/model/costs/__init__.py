"""Tests of what an option costs, one file per thing that is priced."""
