"""Whatever a person types or sends, at every step: a sentence back, nothing lost, always a way on."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from bot.conversation.dispatch import Dispatch
from bot.conversation.messages import Button, IncomingKind, Reply
from bot.delivery.pieces import split
from bot.services import Services
from bot.simulator.texts.html import parse_html
from bot.tables import conversations
from intake.forms import QuestionKind
from intake.tables import drafts
from tests.bot.conversation.chat import Chat, Opener, speaking, text_of
from tests.bot.conversation.farmer import answer, asked, begin, fill, interview

STRANGE = (
    "",
    "   ",
    "\x00",
    "a\x00b\x07c",
    "\ud800",
    "\u200b\u200e\u2060",
    "\u202eevil\u202c",
    "<b>not bold",
    "</b></i>&lt;&#0;",
    "{name} %s {0}",
    "'; DROP TABLE applications;--",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
    "مرحبا بالعالم",
    "0x1F",
    "1e400",
    "-0",
    "NaN",
    "9" * 400,
    "1/0",
    "2026-13-45",
    "x" * 4097,
    "字" * 4096,
    "y" * 100_000,
    "&" * 1400,
    "a|b|c",
    "/",
    "?",
)
QUICK = ("story", "amount", "phone", "summary")
STEPS = ("trade", "purpose", "term_months", "first_payment", "income_months", "full_name", "national_id",
         "home_location", "site_photo", "remarks")  # fmt: skip


def check(replies: list[Reply]) -> None:
    """Telegram would take every one of them."""
    for reply in replies:
        assert reply.text.strip() or reply.attachment
        for piece in split(reply.text):
            assert len(piece) <= 4096
            shown, _ = parse_html(piece)
            assert "\u202e" not in shown and "\x00" not in shown
        for row in reply.buttons:
            assert row
            assert all(button.text.strip() for button in row)
        assert sum(len(row) for row in reply.buttons) <= 100
        reply.text.encode()  # nothing that cannot be sent


def walk_to(farmer: Chat, where: str) -> None:
    begin(farmer, one_by_one=where != "story")
    if where != "story":
        fill(farmer, until="" if where == "summary" else where)


@pytest.mark.parametrize("where", [*QUICK, *(pytest.param(step, marks=pytest.mark.slow) for step in STEPS)])
def test_every_step_stands_strange_words(chat: Opener, where: str) -> None:
    farmer = chat(random.Random(where).choice(("en", "zh", "sw")))
    walk_to(farmer, where)
    for text in STRANGE:
        said = farmer.update(IncomingKind.TEXT, text=text)
        check(said)
        assert said, f"no answer to {text[:20]!r}"
    for kind in (IncomingKind.VOICE, IncomingKind.DOCUMENT, IncomingKind.UNSUPPORTED, IncomingKind.EDIT):
        check(farmer.file(kind))
    farmer.send("/apply")
    if "a.on" in [button.action for button in farmer.buttons()]:
        fill_to_the_end(farmer)


def fill_to_the_end(farmer: Chat) -> None:
    """He carries on, and comes to the summary."""
    farmer.tap(next(one for one in reversed(farmer.buttons()) if one.action == "a.on"))
    if farmer.state["application"].get("step") != "asking":
        farmer.send("skip")
    check(fill(farmer))
    assert asked(farmer) is None


@pytest.mark.parametrize("prepare", [
    lambda farmer: farmer.send("/person"),
    lambda farmer: (farmer.send("/calculator"), farmer.press("Livestock")),
    lambda farmer: farmer.send("/privacy"),
    lambda farmer: farmer.send("/status"),
])  # fmt: skip
def test_other_rooms_stand_strange_words(chat: Opener, prepare: Callable[[Chat], object]) -> None:
    farmer = chat()
    prepare(farmer)
    for text in STRANGE:
        if text:
            said = farmer.update(IncomingKind.TEXT, text=text)
            check(said)
            assert said
            prepare(farmer)


def test_what_is_stored_is_what_was_typed(chat: Opener) -> None:
    farmer = chat()
    walk_to(farmer, "full_name")
    farmer.send("José Ḿaría O'Neil <b>")
    assert interview(farmer).values()["full_name"] == "José Ḿaría O'Neil <b>"


class AnyFarmer(RuleBasedStateMachine):
    """Presses (old ones too), words, files, commands and restarts, in any order."""

    services: Services
    rooms: Dispatch
    people = iter(range(900_000, 10**6))

    def __init__(self) -> None:
        super().__init__()
        number = next(self.people)
        speaking(self.services, "en", number)
        self.chat = Chat(self.services, self.rooms, number, "en")
        self.heard: list[Reply] = []

    def _took(self, replies: list[Reply]) -> None:
        check(replies)
        self.heard = replies

    @rule(
        command=st.sampled_from(
            ["/apply", "/apply", "/stop", "/cancel", "/status", "/help", "/person", "/privacy"]
        )
    )
    def command(self, command: str) -> None:
        self._took(self.chat.send(command))

    @rule(text=st.sampled_from(["8000", "12 goats", "yes", "no", "go back", "skip", "why", "stop", "start again",
        "help", "I don't know", "change the amount to 9000", "show my answers", "What is the interest rate?",
        "I want 8000 to buy 12 goats, I have 4000", "next March", "5 to 6 thousand", "talk to a person", "hello",
        "<i>", "\u202e", "13800138000"]))  # fmt: skip
    def words(self, text: str) -> None:
        self._took(self.chat.send(text))

    @rule(place=st.integers(0, 400))
    def press_any_button_ever(self, place: int) -> None:
        buttons: list[Button] = self.chat.buttons()
        if buttons:
            self._took(self.chat.tap(buttons[place % len(buttons)]))

    @rule(place=st.integers(0, 20))
    def press_a_new_button(self, place: int) -> None:
        buttons = self.chat.buttons(self.chat.said[-2:])
        if buttons:
            self._took(self.chat.tap(buttons[place % len(buttons)]))

    @rule()
    def answer_properly(self) -> None:
        if self.chat.state.get("application", {}).get("step") == "asking" and asked(self.chat) is not None:
            try:
                self._took(answer(self.chat))
            except AssertionError as error:
                if "no button" not in str(error):  # the question is not the newest thing in the chat
                    raise

    @rule(
        kind=st.sampled_from(
            [IncomingKind.PHOTO, IncomingKind.VOICE, IncomingKind.DOCUMENT, IncomingKind.EDIT]
        )
    )
    def file(self, kind: IncomingKind) -> None:
        self._took(self.chat.file(kind))

    @rule()
    def share(self) -> None:
        self._took(self.chat.contact("+8613900139000"))
        self._took(self.chat.location(30.0, 120.0))

    @rule(hours=st.sampled_from([1, 30]))
    def time_passes(self, hours: int) -> None:
        self.services.clock.advance(hours=hours)  # type: ignore[attr-defined]

    @invariant()
    def there_is_a_way_on(self) -> None:
        """An open draft can always be carried on, and what is asked can be answered, skipped or stopped."""
        with self.services.reading() as connection:
            draft = self.services.applications.open_draft(connection, self.chat.user_id)
        expects = self.chat.state.get("expects", {}).get("room")
        assert expects in (None, "application", "person", "status", "calculator")
        if expects == "application":
            assert draft is not None
        if draft is not None:
            prompt = asked(self.chat)
            assert prompt is None or prompt.choices or prompt.can_skip or prompt.kind not in (
                QuestionKind.SELECT_ONE, QuestionKind.IMAGE, QuestionKind.GEOPOINT,
            )  # fmt: skip


def _run(services: Services, dispatch: Dispatch, examples: int, steps: int) -> None:
    machine = type("Machine", (AnyFarmer,), {"services": services, "rooms": dispatch})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_always_a_way_on(services: Services, dispatch: Dispatch) -> None:
    _run(services, dispatch, examples=4, steps=20)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_always_a_way_on_drawn_out(
    services: Services, dispatch: Dispatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("intake.dossier.schedule_picture", lambda *args, **named: b"schedule")
    monkeypatch.setattr("intake.dossier.cash_flow_picture", lambda *args, **named: b"year")
    _run(services, dispatch, examples=60, steps=50)


def test_the_last_word_of_a_long_answer(chat: Opener) -> None:
    farmer = chat()
    walk_to(farmer, "purpose")
    assert "500" in text_of(farmer.send("z" * 600))


NAUGHTY = Path("/work/shared/data/hostile/naughty_strings.json")
FREE = ("purpose", "full_name", "remarks")
ANY_TEXT = st.one_of(
    st.text(min_size=1, max_size=80),
    st.text(st.characters(codec=None), min_size=1, max_size=30),
    st.sampled_from(STRANGE[1:]),
)


def stored_or_refused(farmer: Chat, where: str, text: str) -> None:
    """The very text is the answer now, or a sentence says why not; a word that is a wish ("back") is no answer.

    White space at the ends is nothing: Telegram cuts it off before we hear of it.
    """
    before = interview(farmer).values()
    said = farmer.update(IncomingKind.TEXT, text=text)
    check(said)
    assert said, f"no answer to {text[:40]!r}"
    values = interview(farmer).values()
    stored = values.get(where)
    assert stored in (before.get(where), text, text.strip()), (
        f"{text[:60]!r} was stored as {str(stored)[:60]!r}"
    )


class Place:
    """Where a farmer stands, kept so that he may be put back there after every text."""

    def __init__(self, farmer: Chat) -> None:
        self._farmer = farmer
        with farmer.services.reading() as connection:
            self._rows = {
                table: connection.execute(select(table).where(table.c.user_id == farmer.user_id))
                .mappings()
                .one()
                for table in (drafts, conversations)
            }

    def back(self) -> None:
        with self._farmer.services.engine.begin() as connection:
            for table, row in self._rows.items():
                mine = table.c.user_id == self._farmer.user_id
                key = next(iter(table.primary_key))
                connection.execute(table.delete().where(mine, key != row[key.name]))
                connection.execute(table.update().where(mine).values(**row))


@pytest.mark.parametrize("where", FREE)
def test_any_text_is_stored_exactly_or_refused_with_a_sentence(chat: Opener, where: str) -> None:
    farmer = chat()
    walk_to(farmer, where)
    place = Place(farmer)

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(text=ANY_TEXT)
    def holds(text: str) -> None:
        place.back()
        stored_or_refused(farmer, where, text)

    holds()


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.skipif(not NAUGHTY.exists(), reason="the outside list of naughty strings is not on this machine")
@pytest.mark.parametrize("where", [*FREE, "amount", "phone", "first_payment", "home_location"])
def test_the_naughty_strings_of_others(chat: Opener, where: str) -> None:
    farmer = chat("zh")
    walk_to(farmer, where)
    place = Place(farmer)
    for text in json.loads(NAUGHTY.read_text()):
        place.back()
        if where in FREE:
            stored_or_refused(farmer, where, text)
        else:
            check(farmer.update(IncomingKind.TEXT, text=text))
