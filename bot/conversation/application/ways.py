"""Every way out of a question, in words and by button: back, skip, why, help, stop, a person."""

from __future__ import annotations

from collections.abc import Callable

from bot.conversation import person
from bot.conversation.application import asking, desk, entry, removing, saying
from bot.conversation.application.desk import Sitting
from bot.conversation.application.standing import again, keyboard_is_open, present, refused, step
from bot.conversation.turn import Commit, Turn
from bot.conversation.wording import Html, lines, quoted
from intake.interview import CommandKind, Prompt, Refused


def move(turn: Turn, sitting: Sitting, way: str) -> Commit:
    """Back, skip, take out, why, stop."""
    return MOVES[way](turn, sitting)


def back(turn: Turn, sitting: Sitting) -> Commit:
    if step(turn) != "asking":
        return again(turn, sitting, "")
    keys = keyboard_is_open(sitting)
    sitting.interview.back()
    return present(turn, sitting, after_keys=keys)


def skip(turn: Turn, sitting: Sitting) -> Commit:
    if step(turn) == "story":
        return present(turn, sitting)
    if step(turn) == "confirm":
        return again(turn, sitting, "")
    keys = keyboard_is_open(sitting)
    result = sitting.interview.skip()
    if isinstance(result, Refused):
        return refused(turn, sitting, result, "")
    return present(turn, sitting, after_keys=keys)


def dont_know(turn: Turn, sitting: Sitting) -> Commit:
    prompt = sitting.interview.prompt()
    if isinstance(prompt, Prompt) and prompt.can_skip:
        return skip(turn, sitting)
    text = turn.say("That is all right. Your best guess is enough, or press “Talk to a person” in /help.")
    return again(turn, sitting, text)


def why(turn: Turn, sitting: Sitting) -> Commit:
    why = sitting.interview.why() if step(turn) == "asking" else ""
    told = (
        turn.say("Why we ask: {why}", why=why)
        if why
        else turn.say("Your officer needs it to decide on the loan.")
    )
    return again(turn, sitting, told)


def _help(turn: Turn, sitting: Sitting) -> Commit:
    told = turn.say(
        "Answer in your own words, or press a button. You can say: back, skip, why, stop, change the amount, "
        "show my answers, talk to a person. You can also ask me anything in between."
    )
    return again(turn, sitting, told)


def _progress(turn: Turn, sitting: Sitting) -> Commit:
    answered, total = desk.progress(sitting.interview)
    left = max(total - answered, 0)
    told = turn.wording.count("{n} question is left.", "{n} questions are left.", left) if left else ""
    return again(turn, sitting, told)


def show_summary(turn: Turn, sitting: Sitting) -> Commit:
    """All answers so far; before the end, the question that is open follows."""
    if step(turn) != "asking":
        return again(turn, sitting, _told(turn, sitting))
    sitting.interview.resume()
    if not isinstance(sitting.interview.prompt(), Prompt):
        return present(turn, sitting)
    return present(turn, sitting, before=_told(turn, sitting))


def _told(turn: Turn, sitting: Sitting) -> Html:
    """What he has answered, one line each."""
    items = desk.answers(sitting.interview)
    if not items:
        return turn.say("You have not answered anything yet.")
    listed = [
        f"• {quoted(item.label, 70)} {quoted(saying.shown(turn.wording, sitting.interview, item), 70)}"
        for item in items
    ]
    return lines(turn.say("Your answers so far:"), Html("\n".join(listed)))


COMMANDS: dict[CommandKind, Callable[[Turn, Sitting], Commit]] = {
    CommandKind.BACK: back,
    CommandKind.SKIP: skip,
    CommandKind.WHY: why,
    CommandKind.DONT_KNOW: dont_know,
    CommandKind.STOP: lambda turn, sitting: entry.stop(turn),
    CommandKind.START_AGAIN: lambda turn, sitting: entry.again(turn, sitting.draft),
    CommandKind.HELP: _help,
    CommandKind.PERSON: lambda turn, sitting: person.write_to_officer(turn),
    CommandKind.STATUS: _progress,
    CommandKind.SUMMARY: show_summary,
}


MOVES: dict[str, Callable[[Turn, Sitting], Commit]] = {
    asking.BACK: back,
    asking.SKIP: skip,
    asking.TAKE_OUT: removing.take_out_present,
    asking.WHY: why,
    asking.STOP: lambda turn, sitting: entry.stop(turn),
}
