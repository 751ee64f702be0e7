"""The branch with a farmer whose loan needs a guarantor."""

from __future__ import annotations

from tests.bot.conversation.staff.conftest import empty_home, office

__all__ = ["empty_home", "office"]
