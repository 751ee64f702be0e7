"""An answer that may be left open, taken out again: the form forgets it, and the files that were sent with it go."""

from __future__ import annotations

from bot.conversation.application import saying
from bot.conversation.application.desk import ROOM, Sitting
from bot.conversation.application.standing import again, keyboard_is_open, present, resume, step
from bot.conversation.turn import Commit, Turn, Tx
from bot.conversation.wording import paragraphs, quoted
from intake.interview import Prompt


def take_out_present(turn: Turn, sitting: Sitting) -> Commit:
    """The answer of the question he has turned to."""
    prompt = sitting.interview.prompt()
    if step(turn) != "asking" or not isinstance(prompt, Prompt) or not prompt.can_take_out:
        return again(turn, sitting, "")
    return take_out(turn, sitting, prompt.path)


def take_out(turn: Turn, sitting: Sitting, path: str) -> Commit:
    """The answer at `path`; then on where he was."""
    interview = sitting.interview
    keys = keyboard_is_open(sitting)
    gone = saying.shown(turn.wording, interview, interview.questions.item(path))
    reopened = interview.take_out(path)
    told = turn.say("Taken out: {answer}", answer=quoted(gone, saying.SHOWN_LETTERS))
    before = paragraphs(told, saying.reopened(turn, interview, reopened))
    if step(turn) == "asking":
        onward = present(turn, sitting, before=before, after_keys=keys, told=next(iter(reopened), None))
    else:
        onward = resume(turn, sitting, before)

    def commit(tx: Tx) -> None:
        onward(tx)
        tx.state[ROOM].pop("picked", None)
        turn.services.applications.attachments.drop(tx.connection, sitting.draft.draft_id, path)
        if tx.state[ROOM].get("upload", {}).get("path") == path:
            tx.state[ROOM].pop("upload")  # a further photo would go with one that is no more

    return commit
