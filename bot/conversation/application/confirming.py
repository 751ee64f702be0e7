"""What is said or pressed while the farmer looks at what was understood: agreed to, corrected, never lost."""

from __future__ import annotations

from bot.conversation import person
from bot.conversation.application import story
from bot.conversation.application.changing import agreed, decided
from bot.conversation.application.desk import ROOM, Sitting
from bot.conversation.application.hearing import do, question, reopened, tells_nothing, which_answer
from bot.conversation.application.standing import again, agree, confirm, kept, old, present
from bot.conversation.marks import token
from bot.conversation.turn import Commit, Turn, Tx, just
from intake.interview import Command, CommandKind, Prompt, Understood, Which


def said(turn: Turn, sitting: Sitting) -> Commit:
    """A yes in words agrees, and nothing else does; more of the story, or a correction, is said back anew."""
    interview, proposals = sitting.interview, sitting.interview.proposals
    plainly = decided(turn, changes=proposals.changes())
    if plainly is not None:
        return agree(turn, sitting) if plainly else none_of_it(turn, sitting)
    answer = agreed(turn, sitting)
    if answer:
        return agree(turn, sitting)
    command = interview.command(turn.text) or proposals.named(turn.text)
    if command is not None:
        return _told(turn, sitting, command)
    if answer is False:
        return none_of_it(turn, sitting) if proposals.changes() else _which_is_wrong(turn, sitting)
    if len(turn.text) > story.LONGEST:
        return just(person.too_long(turn, story.LONGEST))
    return _amended(turn, sitting)


def _amended(turn: Turn, sitting: Sitting) -> Commit:
    proposals = sitting.interview.proposals
    before = dict(proposals.values)
    understood = proposals.amend(turn.text)
    if tells_nothing(turn, understood if isinstance(understood, Understood) else Understood()):
        return question(turn, reopened(turn, sitting))
    if isinstance(understood, Which):
        return _which_becomes(turn, sitting, understood)
    doubt = story.unclear(turn, sitting, understood)
    if not proposals.items():
        return present(turn, sitting, before=doubt)
    if doubt or proposals.values != before:
        return confirm(turn, sitting, doubt)
    if understood.items:
        return _which_is_wrong(turn, sitting)
    return again(turn, sitting, turn.say("I did not understand that. Please write it in other words."))


def _told(turn: Turn, sitting: Sitting, command: Command) -> Commit:
    """What was understood is neither agreed to nor lost by a command; one item may be changed by name."""
    if command.kind is CommandKind.REMOVE and command.path in sitting.interview.proposals.values:
        return _wrong(turn, sitting, command.path)
    if command.kind is CommandKind.CHANGE and command.path:
        if not command.rest and command.path in _figure(turn):
            return _put(turn, sitting, command.path)
        if sitting.interview.proposals.amend_item(command.path, command.rest):
            return confirm(turn, sitting, "")
        return _wrong(turn, sitting, command.path)
    if command.kind is CommandKind.BACK and sitting.interview.proposals.changes():
        return none_of_it(turn, sitting)
    if command.kind in (CommandKind.SKIP, CommandKind.SUMMARY, CommandKind.BACK, CommandKind.CHANGE):
        return _which_is_wrong(turn, sitting)
    return do(turn, sitting, command)


def _which_is_wrong(turn: Turn, sitting: Sitting) -> Commit:
    return again(turn, sitting, turn.say("Nothing is written down yet. Which of these is wrong?"))


def _which_becomes(turn: Turn, sitting: Sitting, which: Which) -> Commit:
    """A figure that may correct several of the items: he presses the one it is for, or names it."""
    onward = kept(turn, sitting, "confirm", story.which(turn, sitting, which))

    def commit(tx: Tx) -> None:
        onward(tx)
        tx.state[ROOM][story.FIGURE] = dict(which.values)

    return commit


def _figure(turn: Turn) -> dict[str, str]:
    """What a figure would be at each of the items it may be for, until he has said which."""
    return dict(turn.state.get(ROOM, {}).get(story.FIGURE, {}))


def becomes(turn: Turn, sitting: Sitting, mark: str) -> Commit:
    """The item for the figure he wrote."""
    path = next((one for one in _figure(turn) if token(sitting.draft.draft_id, one) == mark), "")
    return _put(turn, sitting, path) if path else old(turn, sitting)


def _put(turn: Turn, sitting: Sitting, path: str) -> Commit:
    sitting.interview.proposals.put(path, _figure(turn)[path])
    return confirm(turn, sitting, "")


def none_of_it(turn: Turn, sitting: Sitting) -> Commit:
    """Nothing of what was understood was meant: nothing changes, and the same is asked as before."""
    sitting.interview.proposals.forget()
    told = turn.say("Good, I change nothing.")
    if isinstance(sitting.interview.prompt(), Prompt):
        return present(turn, sitting, before=told)
    return which_answer(turn, sitting, (), told)


def not_meant(turn: Turn, sitting: Sitting, mark: str) -> Commit:
    """One item of the story was wrong: the rest is kept, and it is asked."""
    interview = sitting.interview
    wrong = [one for one in interview.proposals.items() if token(sitting.draft.draft_id, one.path) == mark]
    return _wrong(turn, sitting, wrong[0].path) if wrong else old(turn, sitting)


def _wrong(turn: Turn, sitting: Sitting, path: str) -> Commit:
    interview = sitting.interview
    interview.proposals.drop(path)
    problems, _ = story.accept(turn, sitting)
    interview.correct(path)
    return present(turn, sitting, before=problems)
