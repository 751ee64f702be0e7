"""A question that leans on the one before it ("and for goats?"), made whole: alone nobody could answer it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection

from knowledge.answers import AnswerLog, LoggedAnswer
from knowledge.retrieval.query import is_follow_up

FOLLOWS_WITHIN = timedelta(minutes=30)  # what is asked later stands on its own
REMEMBERED = 3  # earlier questions that a follow-up may refer to
_STOPS = "?？.!。！"


def made_whole(log: AnswerLog, connection: Connection, logged: LoggedAnswer) -> LoggedAnswer:
    """The question with those of the same asker that it leans on before it; any other as it stands."""
    if not is_follow_up(logged.question, logged.language):
        return logged
    earlier = log.before(connection, logged, within=FOLLOWS_WITHIN, limit=REMEMBERED)
    leaning: list[str] = []
    for one in earlier:
        leaning.insert(0, one.question.strip())
        if not is_follow_up(one.question, one.language):
            break
    return replace(logged, question=_joined([*leaning, logged.question.strip()], logged.language))


def _joined(questions: list[str], language: str) -> str:
    stop, space = ("？", "") if language == "zh" else ("?", " ")
    return space.join([*(one if one[-1:] in _STOPS else one + stop for one in questions[:-1]), questions[-1]])
