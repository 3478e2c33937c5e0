"""A made-up headquarters of eight leased buildings beside one tower, over fifty years; not among the cases yet."""
