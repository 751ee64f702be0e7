"""The buttons of a question: taken once, and those of an earlier question known as old."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.conversation.application import asking, remedies, saying, which_way
from bot.conversation.application.changing import agreed
from bot.conversation.application.desk import ROOM, Sitting
from bot.conversation.application.hearing import heard
from bot.conversation.application.standing import again, old, present, step, ticks
from bot.conversation.application.ways import MOVES, move
from bot.conversation.marks import token
from bot.conversation.messages import Reply
from bot.conversation.turn import Commit, Turn, Tx
from intake.forms import QuestionKind
from intake.interview import Accepted, Prompt, Utterance
from intake.interview.commands import is_done

SEVERAL = (QuestionKind.SELECT_MULTIPLE, QuestionKind.RANK)


def pressed(turn: Turn, sitting: Sitting, action: str, arguments: Sequence[str]) -> Commit:
    """A button of a question; one of another question than the present is old."""
    if action == remedies.TERMS:
        return _remedy(turn, sitting, remedies.terms(turn, sitting, arguments), arguments)
    prompt = sitting.interview.prompt()
    mark = arguments[0] if arguments else ""
    if not isinstance(prompt, Prompt) or asking.here(sitting, prompt) != mark or step(turn) != "asking":
        return old_or_twice(turn, sitting, mark)
    if action in MOVES:
        return move(turn, sitting, action)
    if action == remedies.FUNDS:
        return _remedy(turn, sitting, remedies.funds(arguments), arguments)
    if action == asking.CHANGE:
        sitting.interview.answers.disown(prompt.path)
        return present(turn, sitting)
    if action == asking.WHICH:
        return _picked_reading(turn, sitting, prompt, arguments)
    if action == asking.DONE:
        return _done(turn, sitting, prompt)
    if action == asking.CHOICE and prompt.kind in SEVERAL:
        return _tick(turn, sitting, prompt, arguments)
    utterance = Utterance(keep=True) if action == asking.STILL else _utterance(prompt, arguments)
    return old(turn, sitting) if utterance is None else taken(turn, sitting, prompt, utterance)


def old_or_twice(turn: Turn, sitting: Sitting, mark: str) -> Commit:
    """The second tap on the button just pressed is no mistake to be lectured on."""
    if mark and mark == turn.state.get(ROOM, {}).get("pressed"):
        return lambda tx: tx.toast(turn.plain("I have it."))
    return old(turn, sitting)


def _utterance(prompt: Prompt, arguments: Sequence[str]) -> Utterance | None:
    chosen = arguments[1] if len(arguments) > 1 else ""
    if prompt.kind is QuestionKind.DATE:
        return Utterance(date=chosen)
    offered = [choice.name for choice in prompt.choices] or ["OK", "yes", "no"]
    name = next((name for name in offered if token(name) == chosen), None)
    return None if name is None else Utterance(choice=name)


def marked(onward: Commit, mark: str) -> Commit:
    """What a button did, so that a second tap on it is known as one."""

    def commit(tx: Tx) -> None:
        onward(tx)
        tx.state[ROOM]["pressed"] = mark

    return commit


def taken(turn: Turn, sitting: Sitting, prompt: Prompt, utterance: Utterance) -> Commit:
    """The press is heard; its message loses its buttons and keeps the answer."""
    result = sitting.interview.hear(utterance)
    onward = heard(turn, sitting, result)
    if not isinstance(result, Accepted):
        return onward
    closed = _closed(turn, sitting, prompt, result)

    def commit(tx: Tx) -> None:
        for reply in closed:
            tx.reply(reply)
        onward(tx)
        tx.state[ROOM]["pressed"] = asking.here(sitting, prompt)
        tx.state[ROOM].pop("picked", None)

    return commit


def _closed(turn: Turn, sitting: Sitting, prompt: Prompt, accepted: Accepted) -> list[Reply]:
    press = turn.incoming.press
    if press is None or press.message_id is None:
        return []
    answer = saying.shown(turn.wording, sitting.interview, accepted.echo)
    if prompt.kind is QuestionKind.REPEAT:
        answer = (
            turn.plain("Yes, one more") if accepted.echo.value == "yes" else turn.plain("No, that is all")
        )
    return [Reply(asking.said(turn, sitting, prompt, answer), edit=press.message_id)]


def _remedy(
    turn: Turn, sitting: Sitting, found: Mapping[str, str] | None, arguments: Sequence[str]
) -> Commit:
    """One of the ways out that were offered: it may give several answers at once."""
    if not found:
        return old_or_twice(turn, sitting, arguments[0] if arguments else "")
    return marked(which_way.taken(turn, sitting, found), arguments[0])


def _picked_reading(turn: Turn, sitting: Sitting, prompt: Prompt, arguments: Sequence[str]) -> Commit:
    values: list[Any] = list(turn.state.get(ROOM, {}).get("which", []))
    place = int(arguments[1]) if len(arguments) > 1 and arguments[1].isdecimal() else len(values)
    if place >= len(values):
        return old(turn, sitting)
    return taken(turn, sitting, prompt, Utterance(value=str(values[place])))


def _tick(turn: Turn, sitting: Sitting, prompt: Prompt, arguments: Sequence[str]) -> Commit:
    """A choice of several, ticked or unticked on the same message."""
    chosen = arguments[1] if len(arguments) > 1 else ""
    name = next((one.name for one in prompt.choices if token(one.name) == chosen), None)
    if name is None:
        return old(turn, sitting)
    picked = ticks(turn, sitting, prompt)
    picked = [one for one in picked if one != name] if name in picked else [*picked, name]
    press = turn.incoming.press
    reply = asking.question(turn, sitting, prompt, picked=picked)
    shown = Reply(reply.text, buttons=reply.buttons, edit=press.message_id if press else None)

    def commit(tx: Tx) -> None:
        tx.state.setdefault(ROOM, {})["picked"] = {asking.here(sitting, prompt): picked}
        tx.reply(shown)

    return commit


def _done(turn: Turn, sitting: Sitting, prompt: Prompt) -> Commit:
    picked = ticks(turn, sitting, prompt)
    if not picked:
        return again(turn, sitting, turn.say("Press at least one first, then “Done”."))
    ordered = [one.name for one in prompt.choices if one.name in picked]
    names = picked if prompt.kind is QuestionKind.RANK else ordered
    return taken(turn, sitting, prompt, Utterance(choice=tuple(names)))


def meant_in_words(turn: Turn, sitting: Sitting) -> Commit | None:
    """A yes or a no, written, to "Do you mean this?"."""
    prompt = sitting.interview.prompt()
    offered: list[Any] = list(turn.state.get(ROOM, {}).get("which", []))
    if not isinstance(prompt, Prompt) or step(turn) != "asking" or len(offered) != 1:
        return None
    answer = agreed(turn, sitting)
    if answer is None:
        return None
    if answer:
        return taken(turn, sitting, prompt, Utterance(value=str(offered[0])))
    return present(turn, sitting, before=turn.say("All right. Please write it again."))


def done_in_words(turn: Turn, sitting: Sitting) -> Commit | None:
    """ "Done" written instead of pressed; more choices written beside those that are ticked."""
    prompt = sitting.interview.prompt()
    if not isinstance(prompt, Prompt) or prompt.kind not in SEVERAL:
        return None
    if is_done(turn.text, turn.language):
        return _done(turn, sitting, prompt)
    picked = ticks(turn, sitting, prompt)
    written = sitting.interview.written_choices(turn.text) if picked else ()
    if not written:
        return None
    names = [*picked, *(name for name in written if name not in picked)]
    if prompt.kind is QuestionKind.SELECT_MULTIPLE:
        names = [one.name for one in prompt.choices if one.name in names]
    return taken(turn, sitting, prompt, Utterance(choice=tuple(names)))
