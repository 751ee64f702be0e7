"""The people of a journey at their phones: what a farmer says and presses from the first word to the reference."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.bot.conversation.farmer import ANSWERS
from tests.journeys import form
from tests.support.simulator import Phone, Simulator

CHEN, LI, ASHA, ZHAO, SUN, PENG = 2001, 2002, 2003, 3001, 4001, 5001
NATIVE = {"en": "English", "zh": "中文", "sw": "Kiswahili"}
SKIP_KEY = "➡"  # the key of the keyboard under the message box ends in it, whatever the language
Message = dict[str, Any]
Pressable = tuple[Message, dict[str, Any]]  # a message, and a button under it


@dataclass
class Person:
    """Somebody with a phone; `heard` is what the bot said last."""

    phone: Phone
    language: str = "en"
    heard: list[Message] = field(default_factory=list)

    def say(self, text: str, seconds: float = 40.0) -> str:
        """Write a text and hear the answer."""
        self.phone.send(text)
        return self.listen(seconds)

    def tap(self, action: str, *, last: str = "", seconds: float = 40.0) -> str:
        """Press the newest button whose callback data begins with `action` (and is called `last`)."""
        message, button = self.find(action, last)
        self.phone.press(button["index"], message["id"])
        return self.listen(seconds)

    def press(self, words: str, seconds: float = 40.0) -> str:
        """Press the newest button that says `words`, or holds them."""
        message, button = self._named(words)
        self.phone.press(button["index"], message["id"])
        return self.listen(seconds)

    def listen(self, seconds: float = 40.0) -> str:
        """What the bot says next, until it is quiet."""
        self.heard = self.phone.wait(seconds, settle=0.3)
        return self.words

    def until(self, words: str, seconds: float = 60.0) -> str:
        """Listen until the bot has said, or changed a message to, `words`."""
        deadline = time.monotonic() + seconds
        while words not in self.words:
            assert time.monotonic() < deadline, f"never said: {words}; {self.phone.transcript()}"
            self.listen()
        return self.words

    @property
    def words(self) -> str:
        return "\n".join(message["text"] for message in self.heard)

    def find(self, action: str, called: str = "") -> Pressable:
        """The newest button with an action."""

        def found() -> list[Pressable]:
            every = [
                (message, button, (button.get("data") or "").split("|")[0])
                for message, button in self._buttons()
            ]
            return [
                (message, button)
                for message, button, does in every
                if does == action and called in button["text"]
            ]

        return self._sooner_or_later(found, f"{action} {called!r}")

    def everything(self) -> str:
        """All the bot ever said to him."""
        return "\n".join(message["text"] for message in self.phone.messages() if message["sender"] == "bot")

    def newest(self) -> Message:
        """The bot's newest message."""
        mine = [message for message in self.phone.messages() if message["sender"] == "bot"]
        return max(mine, key=lambda message: int(message["id"]))

    def _named(self, words: str) -> Pressable:
        def found() -> list[Pressable]:
            every = self._buttons()
            exact = [pair for pair in every if pair[1]["text"] == words]
            return exact or [pair for pair in every if words in pair[1]["text"]]

        return self._sooner_or_later(found, repr(words))

    def _sooner_or_later(self, look: Callable[[], list[Pressable]], called: str) -> Pressable:
        """A press is answered at once; what it brings may come a moment later."""
        deadline = time.monotonic() + 40
        while not (found := look()):
            assert time.monotonic() < deadline, f"no button {called}: {self.phone.transcript()}"
            self.phone.wait(5, settle=0.3, after=0)
        return found[0]

    def _buttons(self) -> list[Pressable]:
        newest = sorted(self.phone.messages(), key=lambda message: -int(message["seq"]))
        return [(message, button) for message in newest for button in message["buttons"]]


@dataclass
class Farmer(Person):
    """A farmer, who answers the form by what each question asks him in his language."""

    answers: dict[str, str | tuple[str, ...]] = field(default_factory=dict)

    def greet(self) -> str:
        """The first word, and the language."""
        self.say("/start")
        return self.press(NATIVE[self.language])

    def apply(self) -> str:
        """Apply, agree, and go to the first question."""
        self.say("/apply")
        self.tap("a.yes")
        return self.tap("a.one")

    def question(self) -> form.Question | None:
        """What is asked now; None at the summary."""
        while True:
            newest = self.newest()
            if any((button.get("data") or "").startswith("a.send") for button in newest["buttons"]):
                return None
            found = form.asked(newest["text"], self.language)
            if found is None or newest["text"].rfind("✓") < newest["text"].rfind(found.label):
                return found
            self.listen()  # the old question was ticked off; the next one is on its way

    def fill(self, until: str = "") -> str:
        """Answer up to the question called `until`, or to the summary."""
        for _ in range(60):
            question = self.question()
            if question is None or question.name == until:
                return self.words
            self.answer(question)
        raise AssertionError(f"the interview does not end: {self.phone.transcript()}")

    def answer(self, question: form.Question) -> str:
        """Answer one question."""
        given = {**ANSWERS, **self.answers}.get(question.name)
        if given is None:
            return self.press(SKIP_KEY) if question.type == "geopoint" else self.tap("a.skip")
        if question.type.startswith("select_one"):
            return self.tap("a.c", last=form.choice(str(given), question, self.language))
        if isinstance(given, tuple):
            for name in given:
                self.tap("a.c", last=form.choice(name, question, self.language))
            return self.tap("a.done")
        return self.say(given)


def farmer(telegram: Simulator, user_id: int, language: str, name: str, **answers: str) -> Farmer:
    """A farmer who has never spoken to the bot."""
    return Farmer(telegram.phone(user_id, name, language), language, answers={"full_name": name, **answers})


def staff(telegram: Simulator, user_id: int, name: str, language: str = "en") -> Person:
    """One of the sample lender's staff, enrolled already, who opens the chat."""
    person = Person(telegram.phone(user_id, name, language), language)
    person.say("/start")
    return person
