"""Waiting until the bot has answered a person and gone quiet."""

from __future__ import annotations

from bot.simulator.chats import Chat, Person
from bot.simulator.world import World

SETTLE_SECONDS = 0.3
LONGEST_WAIT_SECONDS = 120.0
REACTIONS = 6  # so many times what confirming an update takes may lie between two messages of one answer
LONGEST_SETTLE_SECONDS = 3.0  # unless the caller asks for more
TOAST_PATIENCE = 3  # a toast is the first of an answer more often than all of it
SPINNER_SECONDS = 10.0  # after which a bot that left a press unanswered has forgotten it


async def wait_for_answer(
    world: World, person: Person, chat: Chat, *, after: int, seconds: float, settle: float
) -> bool:
    """True once the bot has answered whatever came after `after` and gone quiet; False after `seconds`.

    Quiet means: every update of this person confirmed by the bot (or by its webhook), something of the bot
    newer than `after` and than the person's own last act, no chat action showing, no pressed button still
    turning, no call for this chat under way or told to come back later (429), and nothing new for a while:
    `settle` seconds, longer for a bot that is slow to confirm updates now, and longer again as long as a toast
    is all that came.
    """
    deadline = world.monotonic() + seconds
    while (rest := _rest(world, person, chat, after, settle)) > 0:
        left = deadline - world.monotonic()
        if left <= 0 or world.closing:
            return False
        await world.signal.wait(min(rest, left))
    return True


def _rest(world: World, person: Person, chat: Chat, after: int, settle: float) -> float:
    """Seconds after which to look again at the latest; 0 when all is quiet."""
    now = world.monotonic()
    since = max(after, chat.last_user_seq)
    if world.updates.outstanding(person.user_id) or chat.in_flight or chat.last_bot_seq <= since:
        return LONGEST_WAIT_SECONDS
    quiet_at = chat.last_bot_at + _silence(world, settle, only_toast=chat.last_shown_seq <= since)
    answered_by = max(chat.spinning.values(), default=float("-inf")) + SPINNER_SECONDS
    return max(0.0, quiet_at - now, chat.action_until - now, chat.busy_until - now, answered_by - now)


def _silence(world: World, settle: float, *, only_toast: bool) -> float:
    """Seconds of silence that mean the bot is done.

    The next message of an answer leaves after the same kind of work that confirms an update: one transaction
    and one call. So a machine under load, which does both slowly, earns more patience than an idle one.
    """
    loaded = min(REACTIONS * world.updates.reaction, LONGEST_SETTLE_SECONDS)
    return max(settle, loaded) * (TOAST_PATIENCE if only_toast else 1)
