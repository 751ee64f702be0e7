"""The bot is killed at any moment and starts again from its files: nothing told is lost, and there is a way on."""

from __future__ import annotations

import contextlib
import itertools
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from bot.conversation import lending
from bot.conversation.marks import token
from bot.simulator.errors import ControlError
from bot.simulator.requests import Upload
from intake.forms import QuestionKind
from intake.interview import Interview, Prompt
from tests.bot.conversation.conftest import enrol, photo, publish
from tests.bot.conversation.farmer import ANY_TRADE
from tests.conftest import Clock
from tests.support.handturned import Hand, HandTurned, Moment

FARMER = 555_001
PHRASES = ("8000", "12 goats", "yes", "no", "go back", "skip", "why", "stop", "start again", "help", "I don't know",
    "change the amount to 9000", "show my answers", "What is the interest rate?", "next March", "5 to 6 thousand",
    "I want 8000 to buy 12 goats, I have 4000", "talk to a person", "hello", "13800138000",
    "中文", "Kiswahili")  # fmt: skip
COMMANDS = ("/start", "/apply", "/apply", "/stop", "/cancel", "/status", "/help", "/person", "/privacy", "/calculator",
    "/language", "/nonsense")  # fmt: skip
ANY_TEXT = st.one_of(
    st.text(min_size=1, max_size=60),
    st.text(st.characters(codec=None), min_size=1, max_size=20),  # lone surrogates too
    st.sampled_from(
        ("\x00", "a\x00b", "\ud800", "\u202eevil\u202c", "\u200b\u2060\ufeff", "مرحبا <b>", "x" * 4096)
    ),
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home as it stands after the staff is enrolled and a document is published."""
    home = tmp_path_factory.mktemp("built")
    machine = HandTurned(home, Clock())
    enrol(machine.bot.services)
    publish(machine.bot.services, home)
    machine.close()
    return home


@pytest.fixture(autouse=True)
def quick_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Typesetting takes a second."""
    picture = photo()
    monkeypatch.setattr("intake.dossier.schedule_picture", lambda *args, **named: picture)
    monkeypatch.setattr("intake.dossier.cash_flow_picture", lambda *args, **named: picture)


class Farmer(Hand):
    """A farmer at his phone who can answer the sample form."""

    def interview(self) -> Interview | None:
        """His interview as the files have it."""
        services = self.services
        with services.reading() as connection:
            draft = services.applications.open_draft(connection, self.user_id)
        if draft is None:
            return None
        locale = lending.locale(services, services.clock())
        return Interview.restore(services.form, dict(draft.state), language="en", locale=locale)

    def answers(self) -> dict[str, object]:
        interview = self.interview()
        return dict(interview.values()) if interview else {}

    def asked(self) -> Prompt | None:
        interview = self.interview()
        prompt = interview.prompt() if interview else None
        return prompt if isinstance(prompt, Prompt) else None

    def answer(self) -> None:
        """Answer what is asked, by its newest button or in words."""
        prompt = self.asked()
        if prompt is None:
            return
        given = ANY_TRADE.get(prompt.name)
        if given is None:
            self.writes("skip")
        elif prompt.kind is QuestionKind.SELECT_ONE:
            self.tap_action("a.c", token(str(given))) or self.writes(str(given))
        elif isinstance(given, tuple):
            self.writes("September and October")
            self.tap_action("a.done")
        else:
            self.writes(given)


def to_the_end(machine: HandTurned, farmer: Farmer) -> None:
    """From wherever he stands he gets to the summary, and sends it."""
    assert farmer.tap_action("lang", "en")
    machine.settle()
    farmer.writes("/apply")
    machine.settle()
    if farmer.interview() is None:
        farmer.tap_action("a.yes") or farmer.tap_action("a.newy") or farmer.tap_action("a.new")
        machine.settle()
        farmer.tap_action("a.newy")
        machine.settle()
        farmer.tap_action("a.one")
    else:
        assert farmer.tap_action("a.on"), "no button to carry on"
    machine.settle()
    for _ in range(90):
        if farmer.interview() is not None and farmer.asked() is None:
            break
        step = farmer.state().get("application", {}).get("step")
        if step == "story":
            farmer.tap_action("a.one")
        elif step == "confirm":
            farmer.writes("yes")
        else:
            farmer.answer()
        machine.settle()
    assert farmer.interview() is not None, farmer.state()
    assert farmer.asked() is None, f"stuck at {farmer.asked()}"


class AnyLife(RuleBasedStateMachine):
    """Everything a farmer may do and everything that may happen to the bot meanwhile, in any order."""

    built: Path
    homes: Path
    numbers = itertools.count(1)

    @initialize()
    def begin(self) -> None:
        home = self.homes / f"life{next(self.numbers)}"
        shutil.copytree(self.built, home)
        self.machine = HandTurned(home, Clock())
        self.farmer = Farmer(self.machine, FARMER)
        self.farmer.writes("/start")
        self.machine.settle()

    # What he does. Several things may wait in the inbox before the bot looks.

    @rule(command=st.sampled_from(COMMANDS))
    def commands(self, command: str) -> None:
        self.farmer.phone.send_text(command)

    @rule(phrase=st.sampled_from(PHRASES))
    def says(self, phrase: str) -> None:
        self.farmer.writes(phrase)

    @rule(text=ANY_TEXT)
    def writes(self, text: str) -> None:
        self.farmer.writes(text)

    @rule()
    def answers(self) -> None:
        self.machine.settle()
        self.farmer.answer()

    @rule(place=st.integers(0, 400))
    def presses_any_button_ever(self, place: int) -> None:
        buttons = self.farmer.buttons()
        if buttons:
            self.farmer.tap(*buttons[place % len(buttons)])

    @rule(place=st.integers(0, 5), twice=st.booleans())
    def presses_a_new_button(self, place: int, twice: bool) -> None:
        buttons = self.farmer.buttons()[-6:]
        if buttons:
            for _ in range(1 + twice):
                self.farmer.tap(*buttons[place % len(buttons)])

    @rule(place=st.integers(0, 40), text=st.sampled_from(("9000", "no", "I meant sheep", "\u202ex")))
    def edits(self, place: int, text: str) -> None:
        with contextlib.suppress(ControlError):  # what the phone itself refuses never comes to the bot
            self.farmer.edits(place, text)

    @rule()
    def shares(self) -> None:
        self.farmer.phone.send_contact()
        self.farmer.phone.send_location()

    @rule(kind=st.sampled_from(("photo", "document", "voice")))
    def sends_a_file(self, kind: str) -> None:
        upload = Upload("file", photo() if kind == "photo" else b"OggS", "")
        self.machine.do(self.farmer.phone.send_file(kind, upload))

    # What happens to the bot

    @rule()
    def one_step(self) -> None:
        for step in (self.machine.poll, self.machine.answer, self.machine.deliver, self.machine.work):
            step()

    @rule()
    def comes_to_rest(self) -> None:
        self.machine.settle()
        assert self.machine.failures() == []
        assert not self.farmer.unanswered()

    @rule(moment=st.sampled_from(Moment))
    def restart(self, moment: Moment) -> None:
        if moment in (Moment.TAKEN, Moment.WRITING):
            self.machine.poll()
        before, state = self.farmer.answers(), self.farmer.state()
        self.machine.kill(moment)
        if moment is not Moment.JOB:
            assert self.farmer.answers() == before
            assert self.farmer.state() == state

    @rule(hours=st.sampled_from((1, 30)))
    def time_passes(self, hours: int) -> None:
        self.machine.settle()
        self.machine.clock.advance(hours=hours)

    @invariant()
    def what_is_expected_can_be_heard(self) -> None:
        if not hasattr(self, "farmer"):
            return
        room = self.farmer.state().get("expects", {}).get("room")
        assert room in (None, "application", "person", "status", "calculator")
        assert room != "application" or self.farmer.interview() is not None

    def teardown(self) -> None:
        if not hasattr(self, "machine"):
            return
        try:
            self.comes_to_rest()
            to_the_end(self.machine, self.farmer)
            self.comes_to_rest()
        finally:
            self.machine.close()


def live(built: Path, homes: Path, examples: int, steps: int) -> None:
    run_state_machine_as_test(
        type("Life", (AnyLife,), {"built": built, "homes": homes}),
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            phases=(
                Phase.explicit,
                Phase.generate,
            ),  # a life is long: making a failing one shorter takes hours
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_a_killed_bot_always_has_a_way_on(built: Path, tmp_path: Path) -> None:
    live(built, tmp_path, examples=3, steps=25)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_killed_bot_always_has_a_way_on_drawn_out(built: Path, tmp_path: Path) -> None:
    live(built, tmp_path, examples=60, steps=60)
