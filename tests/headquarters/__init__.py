"""The made-up headquarters of eight leased buildings beside one tower, over fifty years, in `data/`."""
