"""Waiting until the bot has answered a person and gone quiet."""

from __future__ import annotations

from bot.simulator.world import Chat, Person, World

SETTLE_SECONDS = 0.3
LONGEST_WAIT_SECONDS = 120.0


async def wait_for_answer(
    world: World, person: Person, chat: Chat, *, after: int, seconds: float, settle: float
) -> bool:
    """True once the bot has answered whatever came after `after` and gone quiet; False after `seconds`.

    Quiet means: every update of this person confirmed by the bot (or by its webhook), something of the bot
    newer than `after` and than the person's own last act, no chat action showing, no call for this chat under
    way or told to come back later (429), and nothing new for `settle` seconds.
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
    if world.updates.outstanding(person.user_id) or chat.in_flight:
        return LONGEST_WAIT_SECONDS
    if chat.last_bot_seq <= max(after, chat.last_user_seq):
        return LONGEST_WAIT_SECONDS
    return max(0.0, chat.last_bot_at + settle - now, chat.action_until - now, chat.busy_until - now)
