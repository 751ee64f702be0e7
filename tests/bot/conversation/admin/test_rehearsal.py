"""Rehearsal in chat: what would change is seen before it does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.conversation.messages import Reply
from knowledge.types import Audience, NoAnswer
from tests.bot.conversation.admin.conftest import BEES, PENG
from tests.support.bot import Chat, World

NEW = BEES.replace(b"900", b"1,200").replace(b"## Rate\n\nThe rate of the bee loan is 5.5% a year.\n", b"")


def _drafted(peng: Chat) -> None:
    peng.document(NEW, "bees.md")
    peng.press("Farmers and staff")
    peng.press("New version of “Loans for bees”")
    peng.press("Today")


def test_answers_that_change_are_shown_side_by_side(world: World, published: Callable[..., Chat]) -> None:
    peng = published()
    _drafted(peng)
    peng.press("Rehearse")
    assert "Rehearsing…" in peng.words
    peng.press_data("d.pub", (world.services.library.versions()[-1].version_id,))
    assert "still running" in peng.words
    world.run_jobs()
    summary = peng.news()[-1]
    assert "2 questions asked" in summary.text and "As before: 0" in summary.text
    assert "Right answers: 2 of 2 now, 0 of 2 then." in summary.text
    assert "2 answers that are right now would be wrong" in summary.text
    peng.press("See what changes (2)")
    first = peng.words
    peng.press("▶")
    both = first + peng.words
    assert "900" in both and "1,200" in both
    assert "right now and would be wrong" in both
    peng.press("Back to the summary")
    peng.press("Publish")
    world.run_jobs()
    assert "Published." in peng.news()[-1].text


def test_the_library_is_as_it_was_and_the_draft_can_be_thrown_away(
    world: World, published: Callable[..., Chat]
) -> None:
    peng = published()
    _drafted(peng)
    peng.press("Rehearse")
    world.run_jobs()
    peng.news()
    draft = world.services.library.versions()[-1].version_id
    assert world.services.knowledge.index.has([draft]) == set()
    peng.press("Throw it away")
    peng.press_data("d.page", ("0",))
    assert "no longer at hand" in peng.words


def asked(world: World, *questions: tuple[str, str]) -> None:
    """Questions of these askers to which there was no answer."""
    with world.services.engine.begin() as connection:
        for asker, question in questions:
            world.services.knowledge.record(connection, question, NoAnswer("x", 0.1, "en"), asker=asker)


def test_real_questions_are_rehearsed_too(world: World, published: Callable[..., Chat], lender: Path) -> None:
    peng = published()
    (lender / "golden.jsonl").unlink()
    asked(world, *2 * [("1001", "How much do you lend for a bee hive?")])
    _drafted(peng)
    peng.press("Rehearse")
    world.run_jobs()
    assert "1 question asked" in peng.news()[-1].text
    peng.press("See what changes (1)")
    assert "bee hive" in peng.words


def test_what_staff_asked_is_not_rehearsed_as_a_farmers_question(
    world: World, published: Callable[..., Chat], lender: Path
) -> None:
    peng = published()
    (lender / "golden.jsonl").unlink()
    asked(
        world,
        (str(PENG), "What is the rate of the bee loan?"),
        ("1001", "how much do you lend for a bee hive"),
        (str(PENG), "How much do you lend for a bee hive"),
    )
    _drafted(peng)
    peng.press("Rehearse")
    world.run_jobs()
    assert "1 question asked" in peng.news()[-1].text
    peng.press("See what changes (1)")
    assert "how much" in peng.words


def test_a_broken_file_of_golden_questions_is_said(
    world: World, published: Callable[..., Chat], lender: Path
) -> None:
    peng = published()
    (lender / "golden.jsonl").write_text("{")
    _drafted(peng)
    peng.press("Rehearse")
    world.run_jobs()
    text = peng.news()[-1].text
    assert "has a fault" in text and "no question to rehearse with" in text


def _rehearsed(world: World, peng: Chat) -> Reply:
    peng.press("Rehearse")
    world.run_jobs()
    return peng.news()[-1]


def test_what_was_rehearsed_on_other_terms_is_not_published(
    world: World, published: Callable[..., Chat]
) -> None:
    peng = published()
    peng.document(NEW, "bees.md")
    for_all = peng.button("Farmers and staff")
    assert for_all is not None
    peng.press("Staff only")
    peng.press("New version of “Loans for bees”")
    peng.press("Today")
    card = peng.last[-1]
    summary = _rehearsed(world, peng)
    assert "Staff only" in summary.text and "In force from March 2, 2026" in summary.text
    peng.press_data(for_all.action, for_all.args)
    for older in (summary, card):
        peng.last = [older]
        peng.press("Publish")
        assert "Something else was decided" in peng.words and "Farmers and staff" in peng.words
        assert world.run_jobs() == 0
    peng.last = [summary]
    peng.press("See what changes")
    assert "no longer at hand" in peng.words
    peng.text("Now for all.")
    peng.press("Publish")
    world.run_jobs()
    assert "Published." in peng.news()[-1].text


def test_terms_changed_while_it_is_rehearsed_are_not_those_rehearsed(
    world: World, published: Callable[..., Chat]
) -> None:
    peng = published()
    _drafted(peng)
    card = peng.last[-1]
    peng.press("Rehearse")
    peng.last = [card]
    peng.press("Another day")
    peng.press("Tomorrow")
    world.run_jobs()
    summary = peng.news()[-1]
    assert "In force from March 2, 2026" in summary.text
    peng.press("Publish")
    assert "Something else was decided" in peng.words and "In force from March 3, 2026" in peng.words


def test_documents_that_changed_since_are_told_before_it_is_published(
    world: World, published: Callable[..., Chat]
) -> None:
    peng = published()
    _drafted(peng)
    _rehearsed(world, peng)
    library = world.services.library
    other = library.stage_text("May I keep bees?", "Yes, you may.", language="en", author="Tao Min")
    library.publish(
        other.draft_id, audience=Audience.FARMER, effective_from=library.today(), reason="", by="Tao Min"
    )
    summary = peng.last
    for _ in range(3):
        peng.last = summary
        peng.press("Publish")
        assert "The documents have changed since you rehearsed" in peng.words
        assert world.run_jobs() == 0
    peng.press("Publish")
    world.run_jobs()
    assert "Published." in peng.news()[-1].text


def test_an_old_button_of_a_draft_still_in_question_asks_on(published: Callable[..., Chat]) -> None:
    peng = published()
    _drafted(peng)
    old = peng.last[-1]
    peng.document(NEW, "bees.md")
    peng.last = [old]
    peng.press("Publish")
    assert "Who may be answered from it?" in peng.words
    peng.press("Staff only")
    assert "new version of a document we have" in peng.words


def test_figures_that_change_unasked_are_told(
    world: World, published: Callable[..., Chat], lender: Path
) -> None:
    peng = published()
    (lender / "golden.jsonl").write_text((lender / "golden.jsonl").read_text().splitlines()[1] + "\n")
    peng.document(BEES.replace(b"900", b"1,200").replace(b"5.5%", b"6%"), "bees.md")
    peng.press("Farmers and staff")
    peng.press("New version of “Loans for bees”")
    peng.press("Today")
    told = _rehearsed(world, peng).text.replace("\u2068", "").replace("\u2069", "")
    assert "These figures change, but no question asked for them:\n• Amount: 900 yuan → 1,200 yuan" in told
    assert "• Rate" not in told
