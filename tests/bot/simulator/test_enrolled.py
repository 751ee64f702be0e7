"""Staff were enrolled by a link: the bot may write to them first, to a farmer it may not."""

from __future__ import annotations

from tests.bot.simulator.conftest import Call
from tests.support.simulator import Simulator


def test_the_bot_may_write_first_to_enrolled_staff(simulator: Simulator, call: Call) -> None:
    call("sendMessage", chat_id=2001, text="An application came in.")
    assert [one["text"] for one in simulator.phone(2001).messages()] == ["An application came in."]


def test_also_where_the_phone_was_opened_before(simulator: Simulator, call: Call) -> None:
    chen = simulator.phone(2001)
    call("sendMessage", chat_id=2001, text="An application came in.")
    assert [one["text"] for one in chen.messages()] == ["An application came in."]
