"""The rooms in the order they are tried; the order is the behaviour."""

from __future__ import annotations

from bot.conversation import (
    about_officer,
    backlog,
    basics,
    calculator,
    complaint,
    person,
    privacy,
    questions,
    redirects,
    reply_to_answer,
    status,
    taking_back,
    to_officer,
)
from bot.conversation.admin import rooms as admin
from bot.conversation.application import consent, entry
from bot.conversation.application import rooms as application
from bot.conversation.basics import last_word
from bot.conversation.guarantor import rooms as guarantor
from bot.conversation.officer import former
from bot.conversation.officer import rooms as officer
from bot.conversation.turn import Handler

__all__ = ["ROOMS", "last_word"]

ROOMS: tuple[Handler, ...] = (
    basics.group,
    basics.membership,
    guarantor.arrive,  # his link, before the language is chosen and after
    entry.arrive,  # the language asked for on the way to an application
    basics.language,
    officer.enrol,
    basics.start,
    basics.help_room,
    basics.takes_button,
    backlog.room,  # a written yes to a question that must be asked again
    complaint.room,  # before whatever waits for words: they must not reach his officer
    about_officer.room,
    guarantor.room,
    former.room,  # after complaints and danger, before his words are a farmer's
    officer.room,
    admin.room,
    redirects.room,
    person.room,
    privacy.room,
    status.room,
    taking_back.room,
    calculator.room,
    to_officer.room,
    reply_to_answer.room,
    application.room,
    consent.room,  # his word is awaited, whatever else he says
    questions.room,  # any words left over are a question
    basics.old_button,
)
