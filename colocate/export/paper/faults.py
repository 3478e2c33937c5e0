"""What can be wrong with a template."""

from __future__ import annotations


class TemplateFaultError(Exception):
    """A template that cannot be filled in; `reason` says why, in the words of the library."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason
