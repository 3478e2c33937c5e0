"""The page Edit case in pieces: what a session holds of it, its parts, its fields, its table."""
