"""A case from a dozen questions: answers, what stands for those that nobody knows, and the short case they make."""
