"""The rooms of the application: which press, command or message goes where."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.conversation.application import (
    asking,
    confirming,
    consent,
    desk,
    entry,
    hearing,
    over,
    pressing,
    review,
    sending,
    sharing,
    standing,
    story,
    ways,
)
from bot.conversation.application.desk import ROOM, Sitting
from bot.conversation.expects import expected
from bot.conversation.turn import Commit, Turn

PREFIX = "a."
ENTRANCES: dict[str, Callable[[Turn], Commit]] = {
    entry.APPLY: entry.begin,
    consent.DECLINE: consent.decline,
    asking.STOP: entry.stop,
}
COMMANDS: dict[str, Callable[[Turn], Commit]] = {
    "apply": entry.begin,
    "stop": entry.stop,
    "cancel": entry.give_up,
}


def room(turn: Turn) -> Commit | None:
    """`/apply`, `/stop`, `/cancel`, every button of an application, and what is said while one is written."""
    if turn.incoming.command in COMMANDS:
        return COMMANDS[turn.incoming.command](turn)
    press = turn.incoming.press
    if press is not None:
        return _pressed(turn, press.action, press.args)
    if expected(turn, ROOM) is None or turn.incoming.kind not in sharing.KINDS:
        return None
    sitting = desk.sit(turn)
    return sharing.KINDS[turn.incoming.kind](turn, sitting) if sitting else entry.stop(turn)


def _pressed(turn: Turn, action: str, arguments: Sequence[str]) -> Commit | None:
    if action in ENTRANCES:
        return ENTRANCES[action](turn)
    if action == consent.AGREE:
        return over.show(turn) if _agreed_before(turn) else entry.agree(turn, _two(arguments)[0])
    if not action.startswith(PREFIX):
        return None
    sitting = desk.sit(turn)
    if action == review.SEND:
        return sending.send(turn, sitting, *_two(arguments))
    if sitting is None:
        return entry.stop(turn) if action == entry.GIVE_UP_YES else over.show(turn)
    if action in (entry.AGAIN_YES, entry.GIVE_UP_YES):
        return _thrown_away(turn, sitting, action, arguments)
    return _inside(turn, sitting, action, arguments)


def _agreed_before(turn: Turn) -> bool:
    """Whether his word was given and used: he has it on record, and nothing is being written."""
    with turn.services.reading() as connection:
        agreed = turn.services.applications.has_consented(connection, turn.user_id)
    return agreed and desk.begun(turn) is None


def _inside(turn: Turn, sitting: Sitting, action: str, arguments: Sequence[str]) -> Commit:
    first = _two(arguments)[0]
    if action == entry.CARRY_ON:
        return entry.carry_on(turn, sitting)
    if action == entry.AGAIN:
        return entry.again(turn, sitting.draft)
    if action == entry.ONE_BY_ONE:
        return (
            standing.present(turn, sitting) if standing.step(turn) == "story" else standing.old(turn, sitting)
        )
    if action in (story.RIGHT, story.WRONG, story.NONE, story.BECOMES):
        return _about_story(turn, sitting, action, first)
    if action == review.FIX:
        return hearing.correct(turn, sitting, first)
    if action == "a.sum":
        return ways.show_summary(turn, sitting)
    return pressing.pressed(turn, sitting, action, arguments)


def _thrown_away(turn: Turn, sitting: Sitting, action: str, arguments: Sequence[str]) -> Commit:
    if tuple(arguments) != entry.mark(sitting.draft):
        return standing.old(turn, sitting)
    return entry.start(turn) if action == entry.AGAIN_YES else entry.give_up_yes(turn, sitting.draft)


def _about_story(turn: Turn, sitting: Sitting, action: str, mark: str) -> Commit:
    proposals = sitting.interview.proposals.items()
    if standing.step(turn) != "confirm" or not proposals:
        return pressing.old_or_twice(turn, sitting, mark)
    same = mark == story.mark(sitting, proposals)
    if action == story.NONE:
        return (
            pressing.marked(confirming.none_of_it(turn, sitting), mark)
            if same
            else standing.old(turn, sitting)
        )
    if action == story.RIGHT:
        return pressing.marked(standing.agree(turn, sitting), mark) if same else standing.old(turn, sitting)
    if action == story.BECOMES:
        return confirming.becomes(turn, sitting, mark)
    return confirming.not_meant(turn, sitting, mark)


def _two(arguments: Sequence[str]) -> tuple[str, str]:
    first, second = (*arguments, "", "")[:2]
    return first, second
