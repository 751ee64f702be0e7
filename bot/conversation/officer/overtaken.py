"""A colleague has answered a farmer's question: whoever was writing an answer to it hears so at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from bot.conversation.expects import KEY, settle_in
from bot.conversation.messages import Reply
from bot.conversation.wording import Html, Wording, paragraphs, quoted

if TYPE_CHECKING:
    from bot.conversation.turn import Tx
    from bot.services import Services
    from intake.review import StaffMember


def end_steps(
    tx: Tx, services: Services, step_of: tuple[str, str], by: StaffMember, asked: Callable[[Wording], Html]
) -> None:
    """End the steps (verb and number) in which others answer what was `asked`; their words are given back."""
    for other in services.staff.members(tx.connection):
        conversation = services.conversations.get(tx.connection, other.user_id)
        step = conversation.state.get(KEY, {}) if conversation else {}
        if other.user_id == by.user_id or (step.get("verb"), step.get("id")) != step_of:
            continue
        tx.change_state(other.user_id, settle_in)
        wording = services.wording(other.language)
        tx.send(other.user_id, Reply(_told(wording, by, step, asked(wording))))


def _told(wording: Wording, by: StaffMember, step: Mapping[str, Any], asked: Html) -> Html:
    written = step.get("words")
    return paragraphs(
        asked,
        wording.say("{name} has answered this already.", name=by.name),
        wording.say("Your words were not used: {words}", words=quoted(str(written), 2000)) if written else "",
    )
