"""What could not be answered: seen, answered once, told to those who asked, looked at again in a year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection

from bot.cli.doctor_documents import examine_documents
from bot.cli.findings import Verdict
from bot.conversation.turn import Stale
from bot.services import Services
from knowledge.gaps import Gaps
from knowledge.types import Answer, Audience, NoAnswer
from tests.support.bot import Chat, World

ASKED = "Do you lend money for a wedding?"


@pytest.fixture
def asked(services: Services) -> None:
    with services.engine.begin() as connection:
        for asker in ("1001", "1002", "cli"):
            services.knowledge.record(connection, ASKED, NoAnswer("nothing", 0.1, "en"), asker=asker)
        services.conversations.set_language(connection, 1001, 1001, "zh", services.clock())


@pytest.mark.usefixtures("asked")
def test_a_written_answer_reaches_who_asked_and_answers_the_next(world: World, peng: Chat) -> None:
    peng.command("/gaps")
    assert "asked 3 times" in peng.words
    peng.press("Write the answer")
    peng.press("Keep these words")
    peng.text("x" * 5000)
    assert "letters or fewer" in peng.words
    peng.text("What is the rate?")
    assert "It goes to 3 people." in peng.words and world.chat(1002).news() == []
    old = peng.button("Publish")
    peng.text("No <b>loan</b> is made for a wedding.")
    peng.text("yes")
    assert "No &lt;b&gt;loan&lt;/b&gt; is made for a wedding." in peng.words
    assert old is not None
    peng.press_data(old.action, old.args)
    assert "So it would stand" in peng.words and world.services.library.versions() == []
    publish = peng.button("Publish")
    peng.press("Publish")
    assert "Published, and sent to" in peng.words
    assert publish is not None
    peng.press_data(publish.action, publish.args)
    assert "you have answered it already" in peng.words and "not published" not in peng.words
    [told] = world.chat(1001).news()
    assert "No &lt;b&gt;loan&lt;/b&gt; is made for a wedding." in told.text
    assert len(world.chat(1002).news()) == 1
    outcome = world.services.knowledge.ask(ASKED, language="en", audience=Audience.FARMER)
    assert isinstance(outcome, Answer)
    peng.command("/gaps")
    assert "Every question so far was answered." in peng.words


@pytest.mark.usefixtures("asked")
def test_after_a_year_the_admin_is_asked_to_look_again(world: World, services: Services, peng: Chat) -> None:
    peng.command("/gaps")
    peng.press("Write the answer")
    peng.press("Keep these words")
    peng.text("No loan is made for a wedding.")
    peng.press("Publish")
    services.clock.advance(days=364)  # type: ignore[attr-defined]
    world.run_jobs()
    assert peng.news() == []
    services.clock.advance(days=1)  # type: ignore[attr-defined]
    world.run_jobs()
    [due] = peng.news()
    assert "time to look at it again" in due.text and "No loan is made for a wedding." in due.text
    assert peng.command("/gaps")[0].text == due.text
    peng.press("Write it anew")
    peng.text("cancel")
    assert "nothing was changed" in peng.words and "expects" not in peng.state
    peng.last = [due]
    peng.press("Write it anew")
    peng.text("We lend up to 3,000 yuan for a wedding.")
    assert "So it would stand" in peng.words
    peng.press("Publish")
    assert "We look at it again on March 1, 2028." in peng.words
    assert peng.command("/gaps")[0].text == "Every question so far was answered."
    services.clock.advance(days=366)  # type: ignore[attr-defined]
    world.run_jobs()
    peng.news()
    peng.press("Still right")
    assert "We look at it again on" in peng.words
    peng.press_data("d.right", ("v1-none",))
    assert "dealt with this answer already" in peng.words


@pytest.mark.usefixtures("asked")
def test_an_answer_that_was_read_again_is_looked_at_all_the_same(
    world: World, services: Services, peng: Chat
) -> None:
    peng.command("/gaps")
    peng.press("Write the answer")
    peng.press("Keep these words")
    peng.text("No loan is made for a wedding.")
    peng.press("Publish")
    [written] = [one for one in services.library.versions() if one.review_on]
    services.library.reread(written.version_id, by="Peng Hui")
    services.clock.advance(days=365)  # type: ignore[attr-defined]
    world.run_jobs()
    [due] = peng.news()
    assert "time to look at it again" in due.text and "No loan is made for a wedding." in due.text


@pytest.mark.usefixtures("asked")
def test_what_needs_no_answer_is_put_aside_and_nobody_is_told(world: World, peng: Chat) -> None:
    peng.command("/gaps")
    button = peng.button("Write the answer")
    peng.press("Needs no answer")
    assert world.chat(1002).news() == []
    assert button is not None
    peng.press_data(button.action, button.args)
    assert "you have put it aside already" in peng.words


@pytest.mark.parametrize(
    ("question", "language", "answer"),
    [
        ("Est-ce que vous prêtez de l'argent pour un mariage ?", "français", "Non, pas pour un mariage."),
        ("¿Prestan dinero para una boda?", "español", "No, no prestamos para una boda."),
        ("可以借钱办婚礼吗？", "中文", "不可以，婚礼不借。"),
        ("Mnakopesha pesa kwa ajili ya harusi?", "Kiswahili", "Hapana, si kwa harusi."),
    ],
)
def test_a_gap_is_in_the_language_it_was_asked_in_whatever_the_chats(
    world: World, peng: Chat, question: str, language: str, answer: str
) -> None:
    farmer = world.chat(1001)
    farmer.text(question)
    peng.command("/gaps")
    assert "asked 1 time" in peng.words and language in peng.words
    peng.press("Write the answer")
    peng.press("Keep these words")
    assert language in peng.words
    peng.text(answer)
    peng.press("Publish")
    assert answer in farmer.news()[-1].text
    farmer.text(question)
    assert answer in farmer.words


@pytest.mark.usefixtures("asked")
def test_a_command_ends_the_writing(world: World, peng: Chat) -> None:
    peng.command("/gaps")
    peng.press("Write the answer")
    peng.command("/documents")
    peng.text("What is the rate?")
    assert "Published" not in peng.words and world.services.library.versions() == []


def test_long_lists_go_on(services: Services, peng: Chat) -> None:
    words = ("goats", "weddings", "tractors", "school fees", "beer", "ships", "gold")
    with services.engine.begin() as connection:
        for word in words:
            services.knowledge.record(
                connection, f"tell me of {word}", NoAnswer("x", 0.1, "en"), asker="1001"
            )
    peng.command("/gaps")
    if "more ▶" in peng.buttons():
        peng.press("more ▶")
        assert "Write the answer" in peng.buttons()


@pytest.mark.parametrize(
    "asked",
    [
        "my name is Amani and my goats died, what now?",
        "my goats died, call me on 0712 345 678",
        "my goats died and " + "my children are hungry and " * 5 + "what now?",
    ],
)
def test_what_tells_of_one_person_is_no_title(
    world: World, services: Services, peng: Chat, asked: str
) -> None:
    with services.engine.begin() as connection:
        services.knowledge.record(connection, asked, NoAnswer("nothing", 0.1, "en"), asker="1001")
    peng.command("/gaps")
    peng.press("Write the answer")
    assert "Keep these words" not in peng.buttons()
    peng.text("What if goats die? Ask 0712 345 678")
    assert "without it" in peng.words
    peng.text("What if my goats die?")
    peng.text("Tell your officer within a week.")
    peng.press("Publish")
    [version] = services.library.versions()
    kept = services.library.file(version.version_id).decode()
    assert version.title == "What if my goats die?" and kept.startswith(version.title)
    [told] = world.chat(1001).news()
    assert asked[:60] in told.text


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(("language", "words"), [("en", "cancel"), ("zh", "算了"), ("sw", "ghairi")])
@pytest.mark.parametrize("step", [0, 1, 2])
def test_calling_off_publishes_nothing(
    world: World, services: Services, peng: Chat, language: str, words: str, step: int
) -> None:
    peng.press_data("lang", (language,))
    peng.command("/gaps")
    button = peng.last[-1].buttons[0][0]
    peng.press_data(button.action, button.args)
    if step:
        peng.press_data("d.keep", button.args)
    if step == 2:
        peng.text("We do not lend for that.")
    peng.text(words)
    assert services.library.versions() == [] and world.chat(1002).news() == []
    assert "expects" not in peng.state


def test_who_has_left_the_staff_hears_no_answer_for_staff(
    world: World, services: Services, peng: Chat
) -> None:
    with services.engine.begin() as connection:
        for asker in ("2001", "2002"):
            services.knowledge.record(
                connection, "What share stops an officer?", NoAnswer("nothing", 0.1, "en"), asker=asker
            )
        services.staff.revoke(connection, 2001, by="peng")
    peng.command("/gaps")
    assert "asked by staff" in peng.words
    write(peng, "He is stopped at 5 % of bad loans.")
    peng.press("Publish")
    assert "Published, and sent to 1 person." in peng.words
    assert [len(world.chat(one).news()) for one in (2001, 2002)] == [0, 1]


def ask_and_mark_down(world: World, user_id: int, question: str) -> None:
    chat = world.chat(user_id)
    chat.text(question)
    chat.press("👎")
    chat.news()


def write(peng: Chat, words: str, *, under: str | None = None) -> None:
    peng.command("/gaps")
    peng.press("Write the answer")
    if under is None:
        peng.press("Keep these words")
    else:
        peng.text(under)
    peng.text(words)


def said_to(services: Services, question: str) -> str:
    found = services.knowledge.ask(question, language="en", audience=Audience.FARMER)
    return found.text if isinstance(found, Answer) else ""


@pytest.mark.usefixtures("asked")
def test_an_answer_written_again_takes_the_place_of_the_wrong_one(
    world: World, services: Services, peng: Chat
) -> None:
    write(peng, "We lend up to 1,000 yuan for a wedding.")
    peng.press("Publish")
    ask_and_mark_down(world, 1003, ASKED)
    write(peng, "We lend up to 3,000 yuan for a wedding.")
    assert "takes the place of what Peng Hui wrote: \u2068We lend up to 1,000" in peng.words
    peng.press("Publish")
    assert "3,000" in said_to(services, ASKED) and "1,000" not in said_to(services, ASKED)
    assert len(services.library.live_versions(services.library.today(), Audience.FARMER)) == 1


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(("way", "left"), [("Publish in its place", 1), ("Publish, and keep both", 2)])
def test_whether_an_answer_marked_down_under_another_question_goes_is_asked(
    world: World, services: Services, peng: Chat, way: str, left: int
) -> None:
    write(peng, "We lend up to 1,000 yuan for a wedding.")
    peng.press("Publish")
    ask_and_mark_down(world, 1003, ASKED)
    peng.command("/gaps")
    assert "👎 1 time" in peng.words and "marked 👎: \u2068We lend up to 1,000" in peng.words
    write(peng, "We lend up to 3,000 yuan for a wedding.", under="How much do you lend for a wedding?")
    peng.press(way)
    assert "Published" in peng.words
    assert len(services.library.live_versions(services.library.today(), Audience.FARMER)) == left


def test_what_staff_asked_is_answered_for_staff(world: World, services: Services, peng: Chat) -> None:
    """An officer's question about a rule of the house: a farmer who asks the same is not told the answer."""
    question = "Above what share of bad loans is an officer stopped from lending?"
    with services.engine.begin() as connection:
        for asker in ("2001", "1001"):
            services.knowledge.record(connection, question, NoAnswer("nothing", 0.1, "en"), asker=asker)
        gaps = services.gaps.open(services.gaps.asked(connection))
    assert [(gap.audience, gap.people) for gap in gaps].count((Audience.STAFF, 1)) == 1
    [of_staff] = [gap for gap in gaps if gap.audience is Audience.STAFF]
    peng.press_data("d.gap", (str(of_staff.gap_id),))
    peng.press("Keep these words")
    peng.text("He is stopped at 5 % of bad loans.")
    assert "staff alone will read it" in peng.words
    peng.press("Publish")
    assert "Published, and sent to 1 person." in peng.words
    [entry] = services.library.versions()
    assert entry.audience is Audience.STAFF
    told = services.knowledge.ask(question, language="en", audience=Audience.FARMER)
    assert isinstance(told, NoAnswer) and told.nearest == ()
    assert isinstance(services.knowledge.ask(question, language="en", audience=Audience.STAFF), Answer)
    with services.reading() as connection:
        [left] = services.gaps.open(services.gaps.asked(connection))
    assert left.audience is Audience.FARMER


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("way", ["Still right", "Write it anew"])
def test_what_breaks_off_behind_the_publication_is_said_and_looked_at_again_all_the_same(
    world: World, services: Services, peng: Chat, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    write(peng, "No loan is made for a wedding.")
    peng.press("Publish")
    services.clock.advance(days=365)  # type: ignore[attr-defined]
    world.run_jobs()
    peng.news()
    last = peng.button(way)
    assert last is not None
    if way == "Write it anew":
        peng.press(way)
        peng.text("We lend up to 3,000 yuan for a wedding.")
        last = peng.button("Publish")
        assert last is not None
    prepare, before = world.dispatch.prepare, len(services.library.versions())

    def broken_off(*args: Any) -> Callable[[Connection], None]:
        prepare(*args)
        monkeypatch.undo()

        def gone_stale(_connection: Connection) -> None:
            raise Stale

        return gone_stale

    monkeypatch.setattr(world.dispatch, "prepare", broken_off)
    peng.press_data(last.action, last.args)
    assert "We look at it again on" in peng.words and "expects" not in peng.state
    assert len(services.library.versions()) == before + 1
    services.clock.advance(days=365)  # type: ignore[attr-defined]
    world.run_jobs()
    assert "time to look at it again" in peng.news()[-1].text


def test_an_answer_under_a_farmers_own_words_gets_another_question(
    world: World, services: Services, peng: Chat
) -> None:
    told = "My name is Amani, 0712 345 678: may I keep a camel on credit?"
    entry = services.gaps.write_answer(
        told,
        "Yes, as livestock.",
        language="en",
        author="Peng Hui",
        review_on=services.library.today() + timedelta(days=90),
        effective_from=services.library.today(),
    )
    (finding,) = [one for one in examine_documents(services) if one.what == "written answers"]
    assert finding.verdict is Verdict.NOTE and entry.version_id in finding.found
    peng.command("/documents")
    peng.press("1")
    assert "Yes, as livestock." in peng.words
    peng.press("Another question")
    peng.text("May Amani 0712345678 keep a camel?")
    assert "holds a number" in peng.words
    peng.text("May I keep a camel on credit?")
    assert "So it would stand:" in peng.words and "Yes, as livestock." in peng.words
    peng.press("Publish")
    assert "stands under the new question" in peng.words
    (live,) = services.library.live_versions(services.library.today(), Audience.FARMER)
    assert live.title == "May I keep a camel on credit?"
    again = services.library.version(live.version_id)
    assert again.review_on == entry.review_on
    assert "Amani" not in " ".join(
        " ".join((*chunk.heading_path, chunk.text)) for chunk in services.library.chunks([live.version_id])
    )
    (finding,) = [one for one in examine_documents(services) if one.what == "written answers"]
    assert finding.verdict is Verdict.OK


def test_another_question_that_is_called_off_or_overtaken_changes_nothing(
    services: Services, peng: Chat
) -> None:
    day = services.library.today()
    entry = services.gaps.write_answer(
        "May I?", "Yes.", language="en", author="x", review_on=day, effective_from=day
    )
    peng.press_data("d.head", (entry.version_id,))
    peng.text("cancel")
    assert "nothing was changed" in peng.words
    peng.press_data("d.head", (entry.version_id,))
    peng.text("May I keep bees?")
    services.library.retire(entry.version_id, by="x", reason="")
    peng.press("Publish")
    assert "Somebody has dealt with this answer already" in peng.words
    assert services.library.live_versions(day, Audience.FARMER) == []


@pytest.mark.usefixtures("asked")
def test_meanings_are_compared_with_no_transaction_open(services: Services, peng: Chat) -> None:
    open_then: list[int] = []

    def embed(texts: Sequence[str], language: str) -> None:
        open_then.append(services.engine.pool.checkedout())  # type: ignore[attr-defined]

    services.gaps = Gaps(services.knowledge.log, services.library, embed)
    peng.command("/gaps")
    peng.press("Write the answer")
    assert len(open_then) > 1 and not any(open_then)
