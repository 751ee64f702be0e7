"""What is written when nothing is left to ask: send it, number 3, the amount."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from bot.conversation.application import desk
from bot.conversation.application.changing import finds_right
from bot.conversation.application.desk import Sitting
from bot.conversation.application.standing import again
from bot.conversation.turn import Commit, Turn
from intake.interview import Prompt, SummaryItem
from intake.interview.answering import yes_or_no
from intake.interview.naming import named
from intake.reading.cleaning import clean, fold

SENDS = {
    "en": r"(?:(?:ok|okay|yes|please|now|then)[ ,]*)*(?:send|submit|send off|hand in|finish)(?: (?:it|this|the application|my application|off|in|now|please|all))*",
    "zh": r"(?:好的?|可以|是的?|请)?[,，]?(?:提交|发送|发出去|交上去|递交|发吧|提交吧|送出)(?:申请|吧|了)?",
    "sw": r"(?:(?:sawa|ndiyo|tafadhali|basi)[ ,]*)*(?:tuma|itume|wasilisha|peleka|nitume|tutume|lituma|litume)(?: (?:ombi|ombi langu|sasa|tu))*",
    "hi": r"(?:भेजो|भेज दो|भेजें|जमा करो|जमा कर दो)",
    "es": r"(?:si[, ]*)?(?:enviar|enviala|envialo|envia|mandar|mandala)(?: (?:la solicitud|ya))?",
    "fr": r"(?:oui[, ]*)?(?:envoyer|envoyez|envoie)(?:-la)?(?: (?:la demande|ma demande))?",
}
NUMBERED = re.compile(
    r"(?:(?:change|correct|fix|no\.?|nr\.?|number|answer|badilisha|rekebisha|namba|na\.?|改|修改|第|la|el|numero|n°|changer|corregir|cambiar)\s*)*"
    r"(?P<number>\d{1,2})\s*(?:个|条|题|项|号|th|nd|rd|st)?(?:\s*(?:is wrong|wrong|错了|不对|要改|si sahihi|ni makosa))?"
)  # fmt: skip


def heard(turn: Turn, sitting: Sitting) -> Commit | None:
    """None while a question waits, and where the interview itself understands the words."""
    interview = sitting.interview
    if isinstance(interview.prompt(), Prompt):
        return None
    item = _numbered(turn, sitting)
    if item is None and finds_right(turn.text, turn.language):
        return _to_be_sent(turn, sitting)
    if item is None and interview.command(turn.text) is not None:
        return None
    if item is None and _sends(turn):
        return _to_be_sent(turn, sitting)
    item = item or _named(turn, sitting)
    if item is None:
        return None
    from bot.conversation.application.hearing import (
        change,  # it hears what is written at the end through this room
    )

    return change(turn, sitting, item.path)


def _to_be_sent(turn: Turn, sitting: Sitting) -> Commit:
    text = turn.say("Good. Look at it once more, then press “✅ Send my application”.")
    return again(turn, sitting, text)


def _sends(turn: Turn) -> bool:
    """A yes to "send it?" too: sending takes the button."""
    said = fold(clean(turn.text)).strip(" .!,。！，")
    if any(re.fullmatch(SENDS[tongue], said) for tongue in {"en", turn.language} & SENDS.keys()):
        return True
    from bot.conversation import lending

    return bool(yes_or_no(turn.text, turn.language, lending.locale(turn.services, turn.now)))


def _numbered(turn: Turn, sitting: Sitting) -> SummaryItem | None:
    """The answer whose number is written, as it stands in the list."""
    match = NUMBERED.fullmatch(fold(clean(turn.text)).strip(" .!,。！，"))
    items = desk.answers(sitting.interview)
    place = int(match["number"]) if match else 0
    return items[place - 1] if 1 <= place <= len(items) else None


def _named(turn: Turn, sitting: Sitting) -> SummaryItem | None:
    """ "The amount"."""
    path = named(turn.text, sitting.interview.questions, labels=False)
    return next((item for item in desk.answers(sitting.interview) if item.path == path), None)
