"""A question that leans on the one before it ("and for goats?"), made whole: alone nobody could answer it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection

from knowledge.answers import AnswerLog, LoggedAnswer
from knowledge.retrieval.query import is_follow_up
from knowledge.retrieval.topics import hear

FOLLOWS_WITHIN = timedelta(minutes=30)  # what is asked later stands on its own
REMEMBERED = 3  # earlier questions that a follow-up may refer to
_STOPS = "?？.!。！"
FOLLOWS = "…"  # before a follow-up whose beginning is not shown


def made_whole(log: AnswerLog, connection: Connection, logged: LoggedAnswer) -> LoggedAnswer:
    """The question with the open ones of the same asker that it leans on before it; any other as it stands.

    Of one that was answered nobody is to read his words: its topic stands in their place, in ours, or `FOLLOWS` alone.
    """
    if not is_follow_up(logged.question, logged.language):
        return logged
    earlier = log.before(connection, logged, within=FOLLOWS_WITHIN, limit=REMEMBERED)
    leaning: list[str] = []
    for one in earlier:
        leaning.insert(0, one.question.strip() if one.is_unanswered else _topic(one))
        if not one.is_unanswered or not is_follow_up(one.question, one.language):
            break
    return replace(logged, question=_joined([*leaning, logged.question.strip()], logged.language))


def _topic(answered: LoggedAnswer) -> str:
    heard = hear(answered.question, answered.language)
    return heard.topic.asks if heard else FOLLOWS


def _joined(questions: list[str], language: str) -> str:
    stop, space = ("？", "") if language == "zh" else ("?", " ")
    return space.join(
        [*(one if one[-1:] in _STOPS + FOLLOWS else one + stop for one in questions[:-1]), questions[-1]]
    )
