"""A document on its way through the admin's hands: read, decided, published, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import event

from bot.conversation.messages import FileRef, IncomingKind
from bot.services import Services
from knowledge.library import PublishProblem, PublishRefused, VersionStatus
from knowledge.types import Answer, Audience
from tests.bot.conversation.admin.conftest import BEES, FARMER, PENG
from tests.support.bot import Chat, World

BAD = Path("/work/shared/data/hostile/baddocs")


def test_a_file_is_shown_for_what_it_is_decided_and_published(world: World, peng: Chat) -> None:
    peng.document(BEES, "bees.md")
    assert "Loans for bees" in peng.words and "2 pieces to answer from" in peng.words
    peng.press("Farmers and staff")
    peng.press("A new document")
    peng.press("Today")
    assert "In force from March 2, 2026" in peng.words
    peng.text("The council decided it.")
    assert "Why: \u2068The council decided it.\u2069" in peng.words
    peng.press("Publish")
    assert "Publishing “Loans for bees”…" in peng.words
    world.run_jobs()
    done = peng.news()
    assert done[-1].edit and "in force since March 2, 2026" in done[-1].text
    peng.press("Show the document")
    assert "The council decided it." in peng.words and "Peng Hui" in peng.words
    outcome = world.services.knowledge.ask(
        "How much do you lend for a bee hive?", language="en", audience=Audience.FARMER
    )
    assert isinstance(outcome, Answer) and "900" in outcome.text


def at_the_last_step(peng: Chat) -> None:
    peng.document(BEES, "bees.md")
    for press in ("Farmers and staff", "A new document", "Today"):
        peng.press(press)


@pytest.mark.parametrize("words", ["31 february", "2026-02-30", "31/02/2026", "2月30日"])
def test_a_day_that_is_none_is_no_reason(peng: Chat, words: str) -> None:
    at_the_last_step(peng)
    peng.text(words)
    assert "could not read that as a day" in peng.words and "Why:" not in peng.words
    peng.press("Tomorrow")
    assert "In force from March 3, 2026" in peng.words and peng.button("Publish")


@pytest.mark.parametrize(
    "words", ["What is the rate of the moon loan?", "can farmers repay early", "how much is the fee"]
)
def test_a_question_at_the_last_step_is_answered_and_no_reason(peng: Chat, words: str) -> None:
    at_the_last_step(peng)
    peng.text(words)
    assert "Why:" not in peng.words and len(peng.last) == 2
    assert "Loans for bees" in peng.last[-1].text and peng.button("Publish")


def test_a_question_before_the_last_step_is_answered_too(world: World, peng: Chat) -> None:
    peng.document(BEES, "bees.md")
    peng.text("How much do you lend for a moon rocket?")
    assert "Who may be answered from it?" in peng.last[-1].text and len(peng.last) == 2
    peng.press("Farmers and staff")
    peng.text("How much do you lend for a moon rocket?")
    assert "new version" in peng.last[-1].text
    for press in ("A new document", "Today"):
        peng.press(press)
    peng.text("Members voted for it on 3 March.")
    peng.press("Publish")
    world.run_jobs()
    assert "in force since" in peng.news()[-1].text


@pytest.mark.parametrize(
    "words", ["because bees pay well", "So decided by the council", "as asked for by the members"]
)
def test_a_reason_stays_one(peng: Chat, words: str) -> None:
    at_the_last_step(peng)
    peng.text(words)
    assert f"Why: \u2068{words}" in peng.words


def test_publishing_twice_publishes_once(world: World, peng: Chat) -> None:
    peng.document(BEES, "bees.md")
    for press in ("Staff only", "A new document", "Today"):
        peng.press(press)
    draft = peng.button("Publish")
    assert draft is not None
    peng.press("Publish")
    again = peng.press_data(draft.action, draft.args)[-1].text
    assert "Already done, by you" in again and "Publishing “Loans for bees”" in again
    assert world.run_jobs() == 1
    assert len(world.services.library.versions()) == 1
    again = peng.press_data(draft.action, draft.args)[-1].text
    assert "was published already, by Peng Hui" in again


def test_throwing_away_twice_hears_who_did_it(world: World, peng: Chat) -> None:
    peng.document(BEES, "bees.md")
    for press in ("Staff only", "A new document", "Today"):
        peng.press(press)
    publish, away = peng.button("Publish"), peng.button("Throw it away")
    assert publish is not None and away is not None
    assert "Thrown away" in peng.press_data(away.action, away.args)[-1].text
    for one in (away, publish):
        again = peng.press_data(one.action, one.args)[-1].text
        assert "was thrown away already, by Peng Hui" in again
    assert world.run_jobs() == 0


def test_a_draft_that_nobody_knows_is_no_longer_open(peng: Chat) -> None:
    assert "no longer open" in peng.press_data("d.pub", ("d-unknown", "x"))[-1].text


def test_a_new_version_shows_what_changes_and_takes_its_place(
    world: World, published: Callable[..., Chat]
) -> None:
    peng = published()
    peng.document(BEES.replace(b"900", b"1,200").replace(b"5.5%", b"6.5%"), "bees-new.md")
    assert "What changes:" in peng.words and "\u2068900\u2069 → \u20681,200\u2069" in peng.words
    peng.press("Farmers and staff")
    peng.press("New version of “Loans for bees”")
    peng.text("2026-04-01")
    assert "Replaces: Loans for bees" in peng.words
    peng.press("Publish")
    world.run_jobs()
    assert "from April 1, 2026" in peng.news()[-1].text
    ask = world.services.knowledge.ask
    now = ask("How much do you lend for a bee hive?", language="en", audience=Audience.FARMER)
    assert isinstance(now, Answer) and "900" in now.text
    world.services.clock.advance(days=31)  # type: ignore[attr-defined]
    then = ask("How much do you lend for a bee hive?", language="en", audience=Audience.FARMER)
    assert isinstance(then, Answer) and "1,200" in then.text


def test_what_changes_names_title_heading_and_figures_that_swap_places(
    published: Callable[..., Chat],
) -> None:
    text = b"# Rates %s\n\n## Loans in %s\n\nA goat loan costs %s a year. A seed loan costs %s a year.\n"
    peng = published(text % (b"2025", b"2025", b"9%", b"8%"), "rates.md")
    peng.document(text % (b"2026", b"2026", b"8%", b"9%"), "rates.md")
    plain = peng.words.replace("\u2068", "").replace("\u2069", "")
    assert "• title: Rates 2025 → Rates 2026" in plain
    assert "• Loans in 2026: 2025, 9%, 8% → 2026, 8%, 9%" in plain


def test_it_may_replace_a_document_that_looks_quite_different(published: Callable[..., Chat]) -> None:
    peng = published()
    peng.document(
        b"# Hives\n\nNothing is the same here, all of it was thought out anew by the council.\n", "h.md"
    )
    peng.press("Farmers and staff")
    peng.press("New version of another one")
    peng.press("Loans for bees · en")
    assert "What changes:" in peng.words and "From which day" in peng.words


def test_the_very_same_file_is_noticed(published: Callable[..., Chat]) -> None:
    peng = published()
    peng.document(BEES, "bees.md")
    assert "This very file is here already: Loans for bees." in peng.words
    peng.press("Throw it away")
    assert "Nothing has changed" in peng.words


def test_a_date_before_the_version_in_force_is_said_and_mended(
    world: World, published: Callable[..., Chat]
) -> None:
    peng = published()
    peng.document(BEES.replace(b"900", b"1,200"), "bees.md")
    peng.press("Farmers and staff")
    peng.press("New version of")
    peng.text("2026-01-01")
    peng.press("Publish")
    world.run_jobs()
    assert "Not published." in peng.news()[-1].text
    peng.press("Another day")
    peng.press("Tomorrow")
    peng.press("Publish")
    world.run_jobs()
    assert "Published." in peng.news()[-1].text


def test_words_where_a_day_is_asked(peng: Chat) -> None:
    peng.document(BEES, "bees.md")
    peng.text("my bees")
    assert "still open here" in peng.words
    peng.press("Farmers and staff")
    peng.press("A new document")
    peng.text("when the bees swarm")
    assert "could not read that as a day" in peng.words
    peng.text("April")
    assert "Which day do you mean?" in peng.words and "In force" not in peng.words
    peng.text("04/05/2026")
    assert "Which day do you mean?" in peng.words
    peng.press("May 4, 2026")
    assert "In force from May 4, 2026" in peng.words


def test_a_day_written_once_all_is_decided_is_the_day_and_no_reason(peng: Chat) -> None:
    peng.document(BEES, "bees.md")
    peng.press("Farmers and staff")
    peng.press("A new document")
    peng.press("Today")
    peng.text("2026-05-04")
    assert "In force from May 4, 2026" in peng.words and "Why:" not in peng.words
    peng.text("the rates of 2026-05-04 are new")
    assert "In force from May 4, 2026" in peng.words and "Why:" in peng.words
    peng.document(b"# Other\n\nAnother document about ducks and ponds.\n", "other.md")
    peng.command("/documents")
    peng.press("Not in use")
    assert "·  ·" not in peng.words and "draft" in peng.words


@pytest.mark.parametrize(("code", "shown"), [("cn", "cn"), ("ach", "Acoli")])
def test_a_language_without_a_name_of_its_own_is_shown_all_the_same(
    world: World, peng: Chat, code: str, shown: str
) -> None:
    world.services.library.stage(BEES, "bees.md", author="test", language=code)
    peng.command("/documents")
    peng.press("Not in use (1)")
    peng.press("1")
    peng.press("Carry on with it")
    assert f"Language: {shown}" in peng.words


def test_a_draft_left_lying_is_found_again(peng: Chat) -> None:
    peng.document(BEES, "bees.md")
    peng.document(b"# Other\n\nAnother document about ducks and ponds.\n", "other.md")
    peng.press("Throw it away")
    peng.command("/documents")
    peng.press("Not in use (1)")
    peng.press("1")
    peng.press("Carry on with it")
    peng.press("Staff only")
    assert "new version of a document we have" in peng.words


def test_a_kill_half_way_is_finished_once(world: World, peng: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    peng.document(BEES, "bees.md")
    for press in ("Farmers and staff", "A new document", "Today", "Publish"):
        peng.press(press)
    library = world.services.library

    class Killed(BaseException):
        pass

    def die(*_args: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(library, "_flip", die)
        with pytest.raises(Killed):
            world.run_jobs()
    assert library.versions()[0].status is VersionStatus.INDEXING
    assert library.live_versions(datetime(2026, 3, 2, tzinfo=UTC).date(), Audience.STAFF) == []
    world.services.clock.advance(hours=1)  # type: ignore[attr-defined]
    world.run_jobs()
    assert library.versions()[0].status is VersionStatus.PUBLISHED
    done = [reply for reply in peng.news() if "Published." in reply.text]
    assert len(done) == 1
    world.services.clock.advance(hours=1)  # type: ignore[attr-defined]
    assert world.run_jobs() == 0


def publish_in_vain(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The job runs, and the index cannot take the document up."""

    def refuse(*_args: object, **_more: object) -> None:
        raise PublishRefused(PublishProblem.INDEX_FAILED, detail="disk")

    with monkeypatch.context() as patched:
        patched.setattr(world.services.library, "publish", refuse)
        world.run_jobs()


def test_an_index_that_fails_leaves_everything_decided(
    world: World, peng: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    peng.document(BEES, "bees.md")
    for press in ("Farmers and staff", "A new document", "Today"):
        peng.press(press)
    peng.text("The council decided it.")
    peng.press("Publish")
    publish_in_vain(world, monkeypatch)
    failed = peng.news()[-1]
    assert "The index could not take it up" in failed.text
    peng.text("2026-05-04")
    assert "In force from May 4, 2026" in peng.words and "The council decided it." in peng.words
    peng.press("Publish")
    world.run_jobs()
    assert "Published." in peng.news()[-1].text


def test_a_failure_takes_no_words_that_are_meant_for_something_else(
    world: World, peng: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.chat(1001).text("May I keep a camel on credit?")
    peng.document(BEES, "bees.md")
    for press in ("Farmers and staff", "A new document", "Today", "Publish"):
        peng.press(press)
    peng.command("/gaps")
    peng.press("Write the answer")
    peng.press("Keep these words")
    publish_in_vain(world, monkeypatch)
    failed = peng.news()[-1]
    peng.text("Yes, as livestock.")
    assert "So it would stand:" in peng.words
    peng.last = [failed]
    peng.press("Publish")
    world.run_jobs()
    assert "Published." in peng.news()[-1].text


def test_a_draft_thrown_away_before_its_publication_is_told_as_such(world: World, peng: Chat) -> None:
    peng.document(BEES, "bees.md")
    for press in ("Farmers and staff", "A new document", "Today"):
        peng.press(press)
    card = peng.last[-1]
    peng.press("Publish")
    peng.last = [card]
    peng.press("Throw it away")
    assert "Thrown away" in peng.words
    world.run_jobs()
    told = peng.news()[-1]
    assert "It was thrown away before it was published." in told.text and told.buttons == ()
    peng.text("hello?")
    assert "still open" not in peng.words


def test_a_draft_thrown_away_while_it_is_rehearsed_is_told_as_such(world: World, peng: Chat) -> None:
    peng.document(BEES, "bees.md")
    for press in ("Farmers and staff", "A new document", "Today"):
        peng.press(press)
    card = peng.last[-1]
    peng.press("Rehearse")
    peng.last = [card]
    peng.press("Throw it away")
    world.run_jobs()
    told = peng.news()[-1]
    assert "It was thrown away before it was published." in told.text and told.buttons == ()


@pytest.mark.parametrize(
    ("data", "name", "word"),
    [
        (b"", "empty.pdf", "is empty"),
        (b"\x00\x01\x02\xff\xfe" * 50, "thing.bin", "make no words"),
        (b"%PDF-1.4 broken", "broken.pdf", "damaged"),
        (b"   \n\n  ", "blank.txt", "is empty"),
    ],
)
def test_bad_files_are_refused_in_a_sentence(peng: Chat, data: bytes, name: str, word: str) -> None:
    peng.document(data, name)
    assert word in peng.words and "The documents are as they were." in peng.words
    peng.command("/documents")
    assert "There is no document yet" in peng.words


@pytest.mark.slow
def test_hostile_files_end_in_a_draft_or_a_sentence(peng: Chat) -> None:
    for path in sorted(BAD.glob("*.*")):
        peng.document(path.read_bytes(), path.name)
        assert peng.last, path.name
        assert "as they were" in peng.words or "answer from" in peng.words, path.name


def test_a_file_beyond_telegrams_limit_is_not_fetched(peng: Chat) -> None:
    peng.sends(IncomingKind.DOCUMENT, file=FileRef("none", "huge.pdf", "application/pdf", 31_000_000))
    assert "31 MB" in peng.words and "20 MB at most" in peng.words


def test_only_the_admin_reaches_it(world: World, published: Callable[..., Chat]) -> None:
    published()
    [version] = world.services.library.versions()
    for stranger in (world.chat(FARMER), world.chat(2001), world.chat(4001)):
        for action in ("d.ret", "d.sure", "d.pub", "d.gap", "d.list"):
            stranger.press_data(action, ("d.ret", version.version_id))
            assert "only" in stranger.words or "admin" in stranger.words
        stranger.command("/documents")
        assert "admin only" in stranger.words
    assert world.services.library.version(version.version_id).status is VersionStatus.PUBLISHED


def test_buttons_of_another_age_never_crash(world: World, published: Callable[..., Chat]) -> None:
    peng = published()
    for action in (
        "d.aud",
        "d.rep",
        "d.oth",
        "d.day",
        "d.open",
        "d.redo",
        "d.pub",
        "d.off",
        "d.show",
        "d.reh",
        "d.page",
        "d.list",
        "d.ret",
        "d.sure",
        "d.gap",
        "d.no",
        "d.drop",
        "d.gaps",
        "d.right",
        "d.anew",
        "d.x",
    ):
        for args in ((), ("x",), ("v9-000", "y"), ("99999999999",), ("-",)):
            peng.press_data(action, args)
            assert peng.last, action
    assert (
        len(world.services.library.live_versions(datetime(2026, 3, 2, tzinfo=UTC).date(), Audience.STAFF))
        == 1
    )
    assert PENG


STRANGE = (
    "\u202eabc",
    "a\x00b",
    "\ud800",
    "<b>",
    "&amp;",
    "{title}",
    "{0}",
    "%s",
    "x" * 100_000,
    "\u200b",
    "",
)


def test_strange_reasons_are_kept_harmless(peng: Chat) -> None:
    peng.document(BEES, "\u202ebees<b>.md")
    for press in ("Farmers and staff", "A new document", "Today"):
        peng.press(press)
    for words in STRANGE:
        peng.text(words)
        assert "Publish" in peng.buttons()
        assert len(peng.words) < 4096 and "\u202e" not in peng.words and "<b></b>" not in peng.words
        peng.words.encode()


def test_a_long_list_reads_the_library_no_oftener_than_a_short_one(
    world: World, services: Services, published: Callable[..., Chat]
) -> None:
    peng = published()
    asked: list[str] = []
    event.listen(
        services.engine, "before_cursor_execute", lambda _c, _cursor, statement, *_: asked.append(statement)
    )

    def reads(command: Callable[[], object]) -> int:
        asked.clear()
        command()
        return sum("versions" in one for one in asked)

    short = reads(lambda: peng.command("/documents"))
    for n in range(12):
        written = services.library.stage_text(f"Wedding {n}?", "No.", language="en", author="Peng Hui")
        services.library.publish(
            written.draft_id,
            audience=Audience.FARMER,
            effective_from=services.library.today(),
            reason="",
            by="x",
        )
    assert reads(lambda: peng.command("/documents")) == short
    assert "13 documents" in peng.words
