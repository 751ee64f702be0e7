"""Where the farmer stands, and how it is said: the story, what was understood, a question, the summary."""

from __future__ import annotations

from bot.conversation.application import asking, desk, entry, remedies, review, saying, story
from bot.conversation.application.desk import ROOM, Sitting
from bot.conversation.messages import Reply
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import Html, paragraphs
from intake.interview import Prompt, Refused


def step(turn: Turn) -> str:
    """`story` (his own words are awaited), `confirm` (what was understood), or `asking`."""
    return str(turn.state.get(ROOM, {}).get("step", "asking"))


def stand(tx: Tx, where: str) -> None:
    """Remember where he stands; what was offered at the last question is over, ticks are not."""
    desk_state = tx.state.setdefault(ROOM, {})
    for key in ("which", "refused", "pressed", story.FIGURE):
        desk_state.pop(key, None)
    desk_state["step"] = where


def present(
    turn: Turn, sitting: Sitting, *, before: str = "", after_keys: bool = False, told: Refused | None = None
) -> Commit:
    """Save, and ask the present question, or show the summary when nothing is left. Slow at the summary.

    `told`: what was wrong with the last answer to this question, if there are ways out of it to be offered.
    """
    if not isinstance(sitting.interview.prompt(), Prompt):
        why, told = review.fallen(turn, sitting)
        before = paragraphs(before, why)
    replies = present_replies(turn, sitting, before=before, told=told)
    pending = remedies.pending(told)
    if after_keys:
        replies = _keys_away(turn, replies, before, sitting)

    def commit(tx: Tx) -> None:
        stand(tx, "asking")
        if pending:
            tx.state[ROOM]["refused"] = pending
        desk.keep(turn, tx, sitting)
        for reply in replies:
            tx.reply(reply)

    return commit


def present_replies(
    turn: Turn, sitting: Sitting, *, before: str = "", told: Refused | None = None
) -> list[Reply]:
    """The present question, what contradicts itself, or the summary."""
    contradiction = _contradiction(turn, sitting, before)
    if contradiction is not None:
        return [contradiction]
    prompt = sitting.interview.prompt()
    if not isinstance(prompt, Prompt):
        return review.summary(turn, sitting, before=before)
    ways = remedies.offers(turn, sitting, told) if told is not None and told.path == prompt.path else ()
    picked = ticks(turn, sitting, prompt)
    return [asking.question(turn, sitting, prompt, before=before, picked=picked, offers=ways)]


def ticks(turn: Turn, sitting: Sitting, prompt: Prompt) -> list[str]:
    """What is ticked at this question and not yet done with."""
    kept = turn.state.get(ROOM, {}).get("picked")
    return list(kept.get(asking.here(sitting, prompt), [])) if isinstance(kept, dict) else []


def _contradiction(turn: Turn, sitting: Sitting, before: str) -> Reply | None:
    """Answers that cannot all be meant are asked about before any new question; one he has turned to comes first."""
    said = remedies.at_odds(turn, sitting.interview)
    if said is None:
        return None
    prompt = sitting.interview.prompt()
    turned_to = isinstance(prompt, Prompt) and prompt.present is not None
    if turned_to and isinstance(prompt, Prompt) and prompt.name != remedies.FIRST:
        return None
    return remedies.ask_terms(turn, sitting, said, before=before)


def _keys_away(turn: Turn, replies: list[Reply], before: str, sitting: Sitting) -> list[Reply]:
    """The keyboard of the last question goes with a message of its own: one message carries one keyboard."""
    if replies[0].keys is not None:
        return replies
    told = before or turn.say("Noted.")
    return [Reply(Html(told), keys=()), *present_replies(turn, sitting)]


def again(turn: Turn, sitting: Sitting, before: str) -> Commit:
    """The same once more, after a word; nothing changed, nothing to save.

    Whoever pressed a button of one that was put away has taken it up again: what he writes next belongs to it.
    """
    if not turn.state.get(desk.ROOM, {}).get("draft_id"):
        return resume(turn, sitting, before)
    return just(_same(turn, sitting, before) or review.short(turn, sitting, before))


def resume(turn: Turn, sitting: Sitting, before: str) -> Commit:
    """The same once more, and what is said next belongs to it."""
    same = _same(turn, sitting, before)
    if same is None:
        return present(turn, sitting, before=before)
    reply = same

    def commit(tx: Tx) -> None:
        desk.keep(turn, tx, sitting)
        tx.reply(reply)

    return commit


def _same(turn: Turn, sitting: Sitting, before: str) -> Reply | None:
    """The story question, what was understood, or the present question; None at the summary."""
    proposals = sitting.interview.proposals.items()
    if step(turn) == "story":
        return entry.story_question(turn, before=before)
    if step(turn) == "confirm" and proposals:
        return story.confirmation(turn, sitting, proposals, before=before)
    contradiction = _contradiction(turn, sitting, before)
    if contradiction is not None:
        return contradiction
    prompt = sitting.interview.prompt()
    if not isinstance(prompt, Prompt):
        return None
    picked = ticks(turn, sitting, prompt)
    return asking.question(turn, sitting, prompt, before=before, picked=picked)


def keyboard_is_open(sitting: Sitting) -> bool:
    """Whether the present question came with the keyboard under the message box."""
    prompt = sitting.interview.prompt()
    return isinstance(prompt, Prompt) and asking.has_keyboard(prompt)


def refused(turn: Turn, sitting: Sitting, refusal: Refused, before: str) -> Commit:
    """Why the answer cannot be taken and what to do, above the same question."""
    prompt = sitting.interview.prompt()
    if not isinstance(prompt, Prompt):
        return again(turn, sitting, saying.nothing_left(turn))
    why = saying.refusal(turn, sitting.interview, refusal, prompt)
    return present(turn, sitting, before=paragraphs(before, why), told=refusal)


def confirm(turn: Turn, sitting: Sitting, before: str) -> Commit:
    """What was understood and nobody has confirmed yet, to be agreed to or mended."""
    items = sitting.interview.proposals.items()
    return kept(turn, sitting, "confirm", story.confirmation(turn, sitting, items, before=before))


def kept(turn: Turn, sitting: Sitting, where: str, reply: Reply) -> Commit:
    """The reply to what has come, and that he stands here now."""

    def commit(tx: Tx) -> None:
        stand(tx, where)
        desk.keep(turn, tx, sitting)
        tx.reply(reply)

    return commit


def agree(turn: Turn, sitting: Sitting) -> Commit:
    """What was understood becomes answers; what cannot be taken is asked first, else the first missing one."""
    problems, refusal = story.accept(turn, sitting)
    return present(turn, sitting, before=problems or turn.say("Good. Now only the rest."), told=refusal)


def old(turn: Turn, sitting: Sitting) -> Commit:
    """A button of an earlier question: say so kindly, and show the present one."""
    told = turn.say("This button belongs to an earlier question. This is where we are:")
    onward = again(turn, sitting, told)

    def commit(tx: Tx) -> None:
        tx.toast(turn.plain("That question is answered already."))
        onward(tx)

    return commit
