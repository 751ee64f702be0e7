"""The guarantor's yes or no in words: a plain no counts, a yes shows the button that makes it count."""

from __future__ import annotations

from datetime import datetime

from bot.conversation import lending
from bot.conversation.agreeing import agrees, plainly
from bot.conversation.expects import KEY, expected
from bot.conversation.guarantor import answering
from bot.conversation.guarantor.asked import NO, YES
from bot.conversation.messages import Button, IncomingKind, Reply
from bot.conversation.officer import wrote
from bot.conversation.turn import Commit, Turn, just
from intake.guarantors import Guarantee, GuaranteeStatus
from intake.interview.asking import asks


def heard(turn: Turn) -> Commit | None:
    """A yes or a no of whoever is asked to stand for one loan, where nothing else waits for it."""
    if (
        turn.incoming.kind is not IncomingKind.TEXT
        or turn.staff is not None
        or asks(turn.text, turn.language)
    ):
        return None
    sharing = expected(turn, answering.ROOM) is not None
    if KEY in turn.state and not sharing:
        return None
    answer = agrees(turn.text, turn.language, lending.locale(turn.services, turn.now))
    plain = plainly(turn.text, turn.language) is not None
    if answer is None or (wrote.KEY in turn.state and (not plain or _officer_wrote_last(turn))):
        return None
    with turn.services.reading() as connection:
        running = turn.services.guarantors.running_of(connection, turn.user_id)
    if len(running) > 1:
        return just(*answering.show(turn)) if plain else None
    return _said(turn, running[0], answer, plain, sharing) if running else None


def _said(turn: Turn, guarantee: Guarantee, answer: bool, plain: bool, sharing: bool) -> Commit | None:
    number, version = guarantee.guarantee_id, guarantee.version
    open_, declined = guarantee.status is GuaranteeStatus.OPENED, guarantee.status is GuaranteeStatus.DECLINED
    if answer:
        if sharing:
            return answering.yes(turn, number, version)
        # A bare "ok" after a no is no change of mind; "changed my mind, yes" is more than that.
        changed = declined and (plain or len(turn.text.split()) > 1 or "改" in turn.text)
        return just(_press_yes(turn, guarantee)) if open_ or changed else None
    if open_ and not sharing and (plain or _is_newest(turn)):
        return answering.decline(turn, number, version)
    wanted = open_ or (guarantee.status is GuaranteeStatus.ACCEPTED and (plain or len(turn.text.split()) > 1))
    return just(_press_no(turn, guarantee)) if wanted else None


def _officer_wrote_last(turn: Turn) -> bool:
    """Whether the officer asked after the request was shown: a "no" is then for him, and somebody stays in."""
    shown = turn.state.get(answering.SHOWN)
    at = datetime.fromisoformat(turn.state[wrote.KEY]["at"])
    return shown is None or at > datetime.fromisoformat(shown)


def _is_newest(turn: Turn) -> bool:
    """Whether the request was the last thing said here: a bare "no" then answers it."""
    shown = turn.state.get(answering.SHOWN)
    return shown is not None and turn.is_newest(shown)


def _press_yes(turn: Turn, guarantee: Guarantee) -> Reply:
    text = turn.say("Do you want to stand for this loan? Your yes counts when you press the button.")
    return Reply(text, buttons=((_button(turn.plain("Yes, I stand for this loan"), YES, guarantee),),))


def _press_no(turn: Turn, guarantee: Guarantee) -> Reply:
    text = turn.say("Do you not want to stand for this loan? Press the button, and your no is written down.")
    label = turn.plain("No, I don't")
    if guarantee.status is GuaranteeStatus.ACCEPTED:
        label = turn.plain("I no longer stand for it")
    return Reply(text, buttons=((_button(label, NO, guarantee),),))


def _button(label: str, action: str, guarantee: Guarantee) -> Button:
    return Button(label, action, (str(guarantee.guarantee_id), str(guarantee.version)))
