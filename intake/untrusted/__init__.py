"""Files that strangers send, opened in a child process that may die without harm (law 10)."""

from intake.untrusted.sandbox import LIMITS, Limits, Opened, open_in_child

__all__ = ["LIMITS", "Limits", "Opened", "open_in_child"]
