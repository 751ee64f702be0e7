"""A colleague was quicker, or has it now: whoever had a step open about it hears so at once, with his words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from bot.conversation.expects import KEY, settle_in
from bot.conversation.messages import Reply
from bot.conversation.wording import Html, Wording, paragraphs, quoted

ROOM = "officer"  # as `steps` calls it, which is built on what uses this

if TYPE_CHECKING:
    from bot.conversation.turn import Tx
    from bot.services import Services
    from intake.review import StaffMember


def end_steps(
    tx: Tx, services: Services, step_of: tuple[str, str], by: StaffMember, asked: Callable[[Wording], Html]
) -> None:
    """End the steps (verb and number) in which others answer what was `asked`; their words are given back."""
    for other in services.staff.members(tx.connection):
        wording = services.wording(other.language)
        step = _step(tx, services, other)
        if other.user_id == by.user_id or (step.get("verb"), step.get("id")) != step_of:
            continue
        answered = wording.say("{name} has answered this already.", name=by.name)
        unused = ended(tx, services, other, lambda _verb, _number: True)
        tx.send(other.user_id, Reply(paragraphs(asked(wording), answered, unused)))


def ended(tx: Tx, services: Services, member: StaffMember, ends: Callable[[str, str], bool]) -> Html:
    """End the step that is open in his chat, if its verb and number are such; what he had written in it, to copy."""
    step = _step(tx, services, member)
    if not step or not ends(str(step["verb"]), str(step["id"])):
        return Html("")
    tx.change_state(member.user_id, settle_in)
    said = "\n".join(str(step[key]) for key in ("words", "reasons_for", "reasons_against") if step.get(key))
    wording = services.wording(member.language)
    return wording.say("Your words were not used: {words}", words=quoted(said, 2000)) if said else Html("")


def _step(tx: Tx, services: Services, member: StaffMember) -> Mapping[str, Any]:
    conversation = services.conversations.get(tx.connection, member.user_id)
    step = conversation.state.get(KEY, {}) if conversation else {}
    return step if step.get("room") == ROOM else {}
