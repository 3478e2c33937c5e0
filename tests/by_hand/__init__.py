"""A case worked by hand, line by line, and the model held to it."""
