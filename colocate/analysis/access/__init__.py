"""Access: how constituents reach each option, in minutes, on a plan, on another day."""
