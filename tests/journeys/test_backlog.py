"""F16: the bot comes back after a night; what people wrote meanwhile is read in order and answered once."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import psutil
import pytest
from sqlalchemy import func, select

from bot.clock import utc_now
from bot.simulator.chats import Entry, Person
from bot.simulator.phone import Phone
from bot.simulator.requests import Upload
from bot.simulator.world import World
from bot.tables import inbox, outbox
from intake.forms import QuestionKind
from tests.bot.conversation.conftest import enrol, photo, publish
from tests.bot.conversation.farmer import ANY_TRADE
from tests.conftest import Clock
from tests.journeys.conftest import UNREAD
from tests.journeys.test_faults import count
from tests.journeys.test_restarts import FARMER, Farmer
from tests.support.handturned import HandTurned
from tests.support.processes import bot_process
from tests.support.simulator import running_simulator

AWAY = {"hours": 23}
FINE = "What fine must I pay when a payment is late?"


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[HandTurned]:
    machine = HandTurned(tmp_path, Clock())
    enrol(machine.bot.services)
    publish(machine.bot.services, tmp_path)
    yield machine
    machine.close()


@pytest.fixture
def farmer(machine: HandTurned) -> Farmer:
    return known(machine, FARMER)


def known(machine: HandTurned, user_id: int) -> Farmer:
    farmer = Farmer(machine, user_id)
    farmer.phone.send_text("/start")
    machine.settle()
    farmer.tap_action("lang", "en")
    machine.settle()
    return farmer


def said_after(machine: HandTurned, farmer: Farmer, away: Mapping[str, float] = AWAY) -> list[str]:
    """What the bot says when it is back."""
    machine.clock.advance(**away)
    before = {entry.message_id for entry in farmer.entries}
    machine.settle()
    assert machine.failures() == []
    with machine.bot.services.reading() as connection:
        undone = select(func.count()).select_from(inbox).where(inbox.c.done_at.is_(None))
        assert connection.scalar(undone) == 0
    return [str(entry.raw["text"]) for entry in farmer.entries if entry.message_id not in before]


def test_a_night_of_words_gets_one_answer_and_one_apology(machine: HandTurned, farmer: Farmer) -> None:
    for words in ("hello?", FINE, "are you there", "hello", "?"):
        farmer.writes(words)
    note, answer = said_after(machine, farmer)
    assert "out of reach" in note and FINE in note
    assert "no fine in the first" in answer


@pytest.mark.parametrize("words", ["my applications", "stop"])
def test_words_of_the_menu_do_not_put_the_others_aside_unsaid(
    machine: HandTurned, farmer: Farmer, words: str
) -> None:
    farmer.writes("hey")
    farmer.writes(words)
    note, *_answer = said_after(machine, farmer)
    assert "out of reach" in note and words in note


def test_a_yes_puts_nothing_aside_unsaid(machine: HandTurned, farmer: Farmer) -> None:
    farmer.writes("/apply")
    machine.settle()
    farmer.writes("yes")
    farmer.writes(FINE)
    note, *_following = said_after(machine, farmer)
    assert agreed(farmer) and "“yes”. Please write again what else" in note


def test_a_yes_that_comes_too_late_puts_nothing_aside_unsaid(machine: HandTurned, farmer: Farmer) -> None:
    farmer.writes("/apply")
    machine.settle()
    machine.clock.advance(hours=3)
    farmer.writes("yes")
    farmer.writes(FINE)
    note, *_again, question = said_after(machine, farmer)
    assert not agreed(farmer) and "Do you agree?" in question
    assert "“yes”. Please write again what else" in note


def test_what_saw_no_question_is_spoken_of_once(machine: HandTurned, farmer: Farmer) -> None:
    farmer.writes("/apply")
    farmer.writes("yes")
    farmer.writes(FINE)
    said = said_after(machine, farmer)
    assert not agreed(farmer)
    assert sum("meanwhile" in one for one in said) == 1


def test_a_single_late_question_is_simply_answered(machine: HandTurned, farmer: Farmer) -> None:
    farmer.writes(FINE)
    (answer,) = said_after(machine, farmer)
    assert "no fine in the first" in answer


def test_in_an_interview_only_the_first_words_are_an_answer(machine: HandTurned, farmer: Farmer) -> None:
    """He had seen one question: what he wrote after his answer saw no other."""
    begin(machine, farmer)
    while farmer.asked().kind is QuestionKind.SELECT_ONE:
        farmer.answer()
        machine.settle()
    assert farmer.asked().name == "purpose"
    farmer.answer()
    for words in ("hello?", "9", "yes", "Wang Fang"):
        farmer.writes(words)
    note, *following = said_after(machine, farmer)
    assert "out of reach" in note and len(following) == 1
    assert farmer.answers()["purpose"] == ANY_TRADE["purpose"]
    assert not {"hello?", "9", "Wang Fang"} & set(map(str, farmer.answers().values()))


def test_words_written_before_the_question_are_no_answer_to_it(machine: HandTurned, farmer: Farmer) -> None:
    """His press was in time; then he wrote into the silence, and the next question came a day later."""
    begin(machine, farmer)
    assert farmer.asked().kind is QuestionKind.SELECT_ONE
    farmer.answer()
    farmer.writes("hello?")
    farmer.writes("are you there")
    question, note = said_after(machine, farmer)
    assert "Question 2" in question and "not taken it for an answer" in note
    assert not {"hello?", "are you there"} & set(farmer.answers().values())
    farmer.writes("12 goats and a pen")
    machine.settle()
    assert "12 goats and a pen" in farmer.answers().values()


def agreed(farmer: Farmer) -> bool:
    with farmer.services.reading() as connection:
        return bool(farmer.services.applications.has_consented(connection, farmer.user_id))


@pytest.mark.parametrize("away", [{"hours": 23}, {"minutes": 2}, {}])
def test_a_yes_written_before_the_question_is_no_consent(
    machine: HandTurned, farmer: Farmer, away: dict[str, float]
) -> None:
    """However short the bot was away: he cannot agree to what he has not read. The question is asked again."""
    farmer.writes("/apply")
    farmer.writes("yes")
    said = said_after(machine, farmer, away)
    assert not agreed(farmer)
    assert "not taken it for an answer" in " ".join(said) and "Do you agree?" in said[-1]
    farmer.writes("yes")
    machine.settle()
    assert agreed(farmer)


def test_a_second_yes_is_none_to_the_next_question(machine: HandTurned, farmer: Farmer) -> None:
    begin_story(machine, farmer)
    farmer.writes("I want 8000 to buy 12 goats, I have 4000")
    farmer.writes("yes")
    said = said_after(machine, farmer, {})
    assert "not taken it for an answer" in said[-1]
    assert farmer.state()["application"]["step"] == "confirm"
    farmer.writes("yes")
    machine.settle()
    assert farmer.state()["application"]["step"] == "asking"


def test_a_yes_to_the_question_he_has_read_counts_however_late_it_is_heard(
    machine: HandTurned, farmer: Farmer
) -> None:
    farmer.writes("/apply")
    machine.settle()
    farmer.writes("yes")
    said_after(machine, farmer)
    assert agreed(farmer)


@pytest.mark.parametrize("minutes", [20, 50])
def test_a_clock_ahead_of_telegrams_hinders_no_interview(tmp_path: Path, minutes: int) -> None:
    machine = HandTurned(tmp_path, Clock(), ahead=timedelta(minutes=minutes))
    enrol(machine.bot.services)
    farmer = known(machine, FARMER)
    begin(machine, farmer)
    while farmer.asked().kind is QuestionKind.SELECT_ONE:
        farmer.answer()
        machine.settle()
    for _ in range(3):
        asked = farmer.asked()
        farmer.answer()
        machine.settle()
        assert farmer.asked() != asked
    assert machine.failures() == []
    machine.close()


def begin(machine: HandTurned, farmer: Farmer, until: str = "") -> None:
    """Begin the interview, and answer `until` a question is asked."""
    farmer.writes("/apply")
    machine.settle()
    for action in ("a.yes", "a.one"):
        assert farmer.tap_action(action)
        machine.settle()
    assert farmer.asked() is not None
    while until and (asked := farmer.asked()) and asked.name != until:
        farmer.answer()
        machine.settle()


def test_a_command_given_again_and_again_is_followed_once(machine: HandTurned, farmer: Farmer) -> None:
    for _ in range(6):
        farmer.writes("/start")
    assert len(said_after(machine, farmer)) == 1


def test_photos_and_presses_of_that_night_all_count(machine: HandTurned, farmer: Farmer) -> None:
    farmer.writes("hello?")
    farmer.writes("hello??")
    machine.do(farmer.phone.send_file("photo", Upload("file", photo(), "")))
    farmer.writes("and now")
    farmer.writes("there it is, my pen with the goats")
    said = said_after(machine, farmer)
    assert sum("out of reach" in one for one in said) == 1
    assert sum("go on from this" in one for one in said) == 2


def test_whoever_writes_while_the_bot_is_there_is_answered_each_time(
    machine: HandTurned, farmer: Farmer
) -> None:
    before = len(farmer.entries)
    farmer.writes(FINE)
    farmer.writes("may I borrow for a boat")
    machine.settle()
    assert len(farmer.entries) == before + 4


def test_a_live_location_keeps_no_words_apart(machine: HandTurned, farmer: Farmer) -> None:
    """His phone goes on telling where he is between what he writes."""
    where = shares_live(farmer)
    machine.settle()
    for words in ("hello?", FINE, "?"):
        farmer.writes(words)
        moves(farmer, where)
    note, answer = said_after(machine, farmer)
    assert FINE in note and "no fine in the first" in answer


def test_a_live_location_is_taken_once_and_its_moves_are_not_spoken_of(
    machine: HandTurned, farmer: Farmer
) -> None:
    begin(machine, farmer, until="home_location")
    where = shares_live(farmer)
    machine.settle()
    asked, said = farmer.asked(), len(farmer.entries)
    assert asked is not None and asked.name != "home_location"
    for _ in range(3):
        moves(farmer, where)
        machine.settle()
    farmer.phone.move(where.message_id, None)  # it ends
    machine.settle()
    assert len(farmer.entries) == said and farmer.asked() == asked
    assert machine.failures() == []


PLACE = {"latitude": 30.0, "longitude": 120.0}


def shares_live(farmer: Farmer) -> Entry:
    return farmer.phone.send_location({**PLACE, "live_period": 86_400})


def moves(farmer: Farmer, where: Entry) -> None:
    farmer.phone.move(where.message_id, {"latitude": 30.001, "longitude": 120.001})


def test_an_officers_words_are_each_read(machine: HandTurned) -> None:
    """A note he writes is his work; two of them are two."""
    officer = known(machine, machine.bot.services.lender.staff[0].user_id)
    officer.writes(FINE)
    officer.writes("When must a guarantor stand for the loan?")
    assert len(said_after(machine, officer)) == 2


class Models:
    """A chat model that must not be asked."""

    def read(self, text: str, questions: Mapping[str, str]) -> Mapping[str, str]:
        raise AssertionError("a model was asked for one who was kept waiting all night")


def test_no_model_is_asked_for_what_waited_all_night(machine: HandTurned, farmer: Farmer) -> None:
    machine.bot.services.story_reader = Models()
    begin_story(machine, farmer)
    farmer.writes("I want 8000 to buy 12 goats, I have 4000")
    said_after(machine, farmer)
    with machine.bot.services.reading() as connection:
        assert connection.scalar(select(func.count()).where(inbox.c.error.is_not(None))) == 0
        assert connection.scalar(select(func.count()).where(outbox.c.done_at.is_(None))) == 0


def begin_story(machine: HandTurned, farmer: Farmer) -> None:
    farmer.writes("/apply")
    machine.settle()
    assert farmer.tap_action("a.yes")
    machine.settle()


PEOPLE, EACH, FIRST = 500, 40, 100_000
WORDS = (
    "hello?",
    "What is the interest rate?",
    "8000",
    "are you there",
    "May I borrow for a boat?",
    "ok",
    "?",
)


@pytest.mark.slow
@pytest.mark.timeout(1500)
def test_twenty_thousand_updates_of_a_night_are_drained(home: Path) -> None:
    """At Telegram's own pace of sending, by the bot as it is run."""
    clock = Clock(utc_now() - timedelta(**AWAY))
    with running_simulator(clock=clock, before=written_overnight) as telegram:
        clock.now = utc_now()
        most, begun = 0, time.monotonic()
        with bot_process(home, telegram.url, **UNREAD | {"messages_per_second": 25}) as bot:
            while not drained(home, PEOPLE * EACH):
                assert time.monotonic() - begun < 900, "fifteen minutes"
                most = max(most, psutil.Process(bot.pid).memory_info().rss)
                time.sleep(1)
        assert count(home, "SELECT count(*) FROM inbox WHERE error IS NOT NULL") == 0
        for number in range(PEOPLE):
            phone = telegram.phone(FIRST + number)
            said = [one["text"] for one in phone.messages() if one["sender"] == "bot"]
            assert sum("out of reach" in text for text in said) <= 1 <= len(said) <= 4
    assert most < 500 * 1024 * 1024, f"{most >> 20} MB"


def written_overnight(world: World) -> None:
    for user_id in range(FIRST, FIRST + PEOPLE):
        world.people[user_id] = Person(user_id, "Wang Fang", "en")
    phones = [Phone(world, person, world.private_chat(person)) for person in world.people.values()]
    for number in range(PEOPLE * EACH):
        phones[number % PEOPLE].send_text(WORDS[number % len(WORDS)])


def drained(home: Path, updates: int) -> bool:
    done = count(home, "SELECT count(*) FROM inbox WHERE done_at IS NOT NULL")
    return done == updates and not count(home, "SELECT count(*) FROM outbox WHERE done_at IS NULL")
