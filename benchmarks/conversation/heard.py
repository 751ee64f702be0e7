"""What the bot says: farmers played through the real bot, and every message they get.

One farmer asks his way about, tells a story, stumbles at every question, corrects, sends and is reminded; one gives
up; one says no when asked about his data; one is visited and approved. The library is empty, so that
what is heard is the bot's own wording and the form's, not the lender's documents. Other languages than English
hear the same, pressed by the same buttons.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

from bot.conversation import lending
from bot.conversation.marks import token
from bot.conversation.messages import Button, IncomingKind, Reply
from intake.forms import QuestionKind
from intake.interview import Interview, Prompt
from tests.bot.conversation.conftest import photo
from tests.bot.conversation.farmer import ANSWERS
from tests.bot.conversation.staff.office import Office
from tests.conftest import Clock
from tests.support.bot import Chat, World, make_services

STORIES = {
    "en": "I want to borrow 8000 to buy 12 goats, I have 3000 myself.",
    "zh": "我想借八千块买十二只羊，自己有三千。",
    "sw": "Nataka kukopa 8000 kununua mbuzi 12, nina 3000 yangu.",
}
QUESTIONS = {"en": "What is the interest rate?", "zh": "利息是多少？", "sw": "Riba ni kiasi gani?"}
WAYS = ("a.why", "a.back", "a.skip")
WRONG = ("a great deal", "99999999999", "-5", "31.2.2026", "yes and no", "?")
START = datetime(2026, 3, 2, 8, tzinfo=UTC)
MOST_QUESTIONS = 60


class Listener:
    """A person at his phone, and all he is told."""

    def __init__(self, world: World, user_id: int, language: str) -> None:
        self._world = world
        self._language = language
        self.chat: Chat = world.chat(user_id, language=language)
        self.heard: list[str] = []
        self._shown: list[Button] = []

    def take(self, replies: Sequence[Reply]) -> None:
        self.heard += [reply.text for reply in replies]
        self._shown += [button for reply in replies for row in reply.buttons for button in row]

    def commands(self, *lines: str) -> None:
        for line in lines:
            self.take(self.chat.command(line))

    def writes(self, *texts: str) -> None:
        for text in texts:
            self.take(self.chat.text(text))

    def taps(self, action: str, *args: str) -> bool:
        """Press the newest button of this action (with these last arguments)."""
        for button in reversed(self._shown):
            if button.action == action and (not args or button.args[-len(args) :] == args):
                self.take(self.chat.press_data(button.action, button.args))
                return True
        return False

    def asked(self) -> Prompt | None:
        services = self._world.services
        with services.reading() as connection:
            draft = services.applications.open_draft(connection, self.chat.user_id)
        if draft is None:
            return None
        locale = lending.locale(services, services.clock())
        interview = Interview.restore(
            services.form, dict(draft.state), language=self._language, locale=locale
        )
        prompt = interview.prompt()
        return prompt if isinstance(prompt, Prompt) else None

    def answers(self, prompt: Prompt) -> None:
        """Answer by button where there is one; what is not prepared is skipped."""
        given = ANSWERS.get(prompt.name)
        if given is None:
            if prompt.kind is QuestionKind.GEOPOINT:  # its ways out are keys under the message box
                self.writes(self._world.services.wording(self._language).plain("Skip ➡"))
            else:
                self.taps("a.skip")
        elif prompt.kind is QuestionKind.SELECT_ONE:
            self.taps("a.c", token(str(given)))
        elif isinstance(given, tuple):
            for name in given:
                self.taps("a.c", token(name))
            self.taps("a.done")
        else:
            self.writes(str(given))

    def answers_all(self, *, stumbling: bool = False) -> None:
        for number in range(MOST_QUESTIONS):
            prompt = self.asked()
            if prompt is None:
                return
            if stumbling:
                self.taps("a.why")
                self.writes(WRONG[number % len(WRONG)])
                if self.asked() != prompt:
                    continue
            self.answers(prompt)
        raise AssertionError(f"the interview does not end: {self.asked()} {self.heard[-4:]}")


def begin(person: Listener, *, one_by_one: bool = True) -> None:
    person.commands("start")
    person.taps("lang", person._language)
    person.commands("apply")
    person.taps("a.yes")
    if one_by_one:
        person.taps("a.one")


def looks_about(person: Listener, language: str) -> None:
    person.commands("start")
    person.taps("lang", language)
    person.commands("help", "status", "privacy", "calculator")
    person.taps("calc.p")
    person.writes("8000", "10", QUESTIONS[language])
    person.commands("person")
    person.writes("…", "hello")
    person.commands("nonsense", "stop", "cancel", "guarantor", "language")
    for kind in (IncomingKind.EDIT, IncomingKind.VOICE, IncomingKind.UNSUPPORTED):
        person.take(person.chat.sends(kind))
    person.take(person.chat.photo(photo()))


def applies(person: Listener, world: World, clock: Clock) -> None:
    begin(person, one_by_one=False)
    person.writes(STORIES[person._language])
    person.taps("a.ok")
    person.taps("a.stop")
    clock.advance(hours=30)
    world.run_jobs()
    person.take(person.chat.news())
    person.commands("apply")
    person.taps("a.on")
    person.answers_all(stumbling=True)
    person.taps("a.fix")
    person.answers_all()
    person.taps("a.send")
    person.commands("status")


def gives_up(person: Listener, clock: Clock, world: World) -> None:
    begin(person)
    for action in WAYS:
        person.taps(action)
    person.commands("cancel")
    person.taps("a.new")
    person.taps("a.newy")
    clock.advance(hours=24 * 40)
    world.run_jobs()
    person.take(person.chat.news())
    person.taps("a.on")


def says_no(person: Listener) -> None:
    person.commands("start")
    person.taps("lang", person._language)
    person.commands("apply")
    person.taps("a.no")


def is_decided(person: Listener, office: Office) -> None:
    application = office.recommended(user_id=person.chat.user_id, language=person._language)
    person.take(person.chat.news())
    office.zhao.press("Approve")
    for words in ("Yes", "Approve"):
        if office.zhao.button(words):
            office.zhao.press(words)
    office.world.run_jobs()
    person.take(person.chat.news())
    person.commands("status")
    assert office.now(application).reference


def heard(language: str) -> list[str]:
    """Every message of every farmer in this language."""
    clock = Clock(START)
    with (
        tempfile.TemporaryDirectory() as folder,
        patch("intake.dossier.schedule_picture", return_value=photo()),
        patch("intake.dossier.cash_flow_picture", return_value=photo()),
    ):
        services = make_services(Path(folder) / "home", clock, encoders=(), reader=False)
        office = Office(services, clock)
        world = office.world
        people = [Listener(world, 9000 + number, language) for number in range(4)]
        looks_about(people[0], language)
        applies(people[0], world, clock)
        gives_up(people[1], clock, world)
        says_no(people[2])
        office.farmer(language, people[3].chat.user_id)
        people[3].chat = office.chat(people[3].chat.user_id)
        is_decided(people[3], office)
        services.engine.dispose()
    return [message for person in people for message in person.heard]
