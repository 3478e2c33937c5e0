"""Case files: reading and checking them, their schema, and writing them back without losing a comment."""
