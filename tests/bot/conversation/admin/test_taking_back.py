"""What was published is taken back, and brought back: each press says first what will answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.services import Services
from knowledge.documents import DocumentRefused, Limits, Refusal
from knowledge.library import Standing, Version, VersionStatus, staging
from knowledge.types import Answer, Audience, LoadedDocument
from tests.bot.conversation.admin.conftest import BEES
from tests.support.bot import Chat, World


def test_retire_restore_and_roll_back(world: World, published: Callable[..., Chat]) -> None:
    peng = published()

    def answered() -> bool:
        outcome = world.services.knowledge.ask(
            "What is the rate of the bee loan?", language="en", audience=Audience.FARMER
        )
        return isinstance(outcome, Answer)

    peng.command("/documents")
    peng.press("1")
    peng.press("Retire")
    peng.press("No")
    assert answered()
    peng.press("Retire")
    peng.press("Yes")
    assert not answered() and "retired" in peng.words
    peng.press("Bring it back")
    peng.press("Yes")
    assert answered()
    peng.press("Roll back")
    assert "Nothing answers in its place." in peng.words
    peng.press("Yes")
    assert not answered()
    peng.command("/documents")
    assert "There is no document yet" in peng.words
    peng.press("Not in use (1)")
    assert "rolled back" in peng.words


def test_retiring_tells_of_a_newer_version_to_come(world: World, published: Callable[..., Chat]) -> None:
    peng = published()
    peng.document(BEES.replace(b"900", b"1,200"), "bees.md")
    peng.press("Farmers and staff")
    peng.press("New version of")
    peng.press("Tomorrow")
    peng.press("Publish")
    world.run_jobs()
    peng.command("/documents")
    peng.press("1")
    peng.press("Retire")
    assert "With it is withdrawn what was to follow: Loans for bees" in peng.words
    peng.press("Yes")
    assert "retired" in peng.words and "rolled back" in peng.words
    peng.command("/documents")
    assert "There is no document yet" in peng.words
    peng.press("Not in use (2)")
    peng.press("2")
    assert "withdrawn with the version in force · Peng Hui" in peng.words
    peng.press("Bring it back")
    assert "With it comes back: Loans for bees" in peng.words
    peng.press("Yes")
    assert "in force since March 2, 2026" in peng.words and "from March 3, 2026" in peng.words


def test_what_has_begun_meanwhile_is_not_brought_back_and_the_admin_is_told(
    world: World, published: Callable[..., Chat]
) -> None:
    peng, library = published(), world.services.library
    (first,) = library.versions()
    draft = library.stage(BEES.replace(b"900", b"1,200"), "bees.md", author="x")
    library.publish(
        draft.draft_id,
        audience=Audience.FARMER,
        effective_from=library.today() + timedelta(days=1),
        replaces=first.document_id,
        reason="",
        by="x",
    )
    library.retire(first.version_id, by="x", reason="")
    world.services.clock.advance(days=1)  # type: ignore[attr-defined]
    peng.press_data("d.rest", (first.version_id,))
    assert "Not brought back: Loans for bees · 2026-03-03, which was to follow." in peng.words
    assert "it can be published anew" in peng.words and "With it comes back" not in peng.words
    peng.press("Yes")
    assert "in force since March 2, 2026" in peng.words and "replaced" not in peng.words


def test_rolling_back_tells_of_a_newer_version_to_come(world: World, published: Callable[..., Chat]) -> None:
    peng = published()
    peng.document(BEES.replace(b"900", b"1,200"), "bees.md")
    peng.press("Farmers and staff")
    peng.press("New version of")
    peng.press("Tomorrow")
    peng.press("Publish")
    world.run_jobs()
    peng.command("/documents")
    peng.press("1")
    peng.press("Roll back")
    assert "A newer version starts on March 3, 2026 all the same." in peng.words
    peng.press("No")
    peng.command("/documents")
    peng.press("2")
    peng.press("Roll back")
    assert "In its place answers:\nLoans for bees · 2026-03-02 · in force since March 2, 2026" in peng.words


def test_a_roll_back_names_what_answers_then(services: Services, published: Callable[..., Chat]) -> None:
    peng, library, today = published(), services.library, services.library.today()
    (first,) = library.versions()

    def more(text: bytes, **terms: Any) -> Version:
        draft = library.stage(BEES + text, "bees.md", author="x")
        return library.publish(
            draft.draft_id, audience=Audience.FARMER, effective_from=today, reason="", by="x", **terms
        )

    second = more(b"Two.\n", replaces=first.document_id)
    library.retire(second.version_id, by="x", reason="")
    third = more(b"Three.\n", replaces=first.document_id)
    peng.press_data("d.back", (third.version_id,))
    assert "Nothing answers in its place." in peng.words
    library.rollback(third.version_id, by="x", reason="")
    library.rollback(first.version_id, by="x", reason="")
    library.restore(second.version_id, by="x", reason="")
    other = more(b"# Hives\n\nAll bees are lent to by one book now.\n", supersedes=second.document_id)
    peng.press_data("d.back", (other.version_id,))
    assert "In its place answers:\nLoans for bees · 2026-03-02" in peng.words
    peng.press_data("d.back", (first.version_id,))
    assert "rolled back" in peng.words and "In its place" not in peng.words and "Yes" not in peng.buttons()


@pytest.mark.parametrize("retired", [False, True])
def test_what_has_ended_comes_back_from_today_without_an_end(
    services: Services, peng: Chat, retired: bool
) -> None:
    library, today = services.library, services.library.today()
    version = library.publish(
        library.stage(BEES, "bees.md", author="x").draft_id,
        audience=Audience.FARMER,
        effective_from=today - timedelta(days=60),
        effective_until=today - timedelta(days=1),
        reason="",
        by="x",
    )
    if retired:
        library.retire(version.version_id, by="x", reason="")
    peng.command("/documents")
    peng.press("Not in use (1)")
    peng.press("1")
    peng.press("Bring it back")
    assert "It ended on March 1, 2026. Brought back, it answers from today on, without an end." in peng.words
    peng.press("Yes")
    assert "Done." in peng.words and "in force since March 2, 2026" in peng.words


@pytest.fixture
def replaced(
    services: Services, published: Callable[..., Chat], monkeypatch: pytest.MonkeyPatch
) -> tuple[Chat, Version]:
    """Peng before a version that an older reader read and another version has replaced."""
    with monkeypatch.context() as earlier:
        earlier.setattr(staging, "CHUNKER", "of an older reader")
        peng = published()
    (old,) = services.library.versions()
    new = services.library.stage(BEES.replace(b"900", b"1,200"), "bees.md", author="x")
    services.library.publish(
        new.draft_id,
        audience=Audience.FARMER,
        effective_from=services.library.today(),
        replaces=old.document_id,
        reason="",
        by="x",
    )
    return peng, old


def test_new_warnings_are_looked_at_before_it_comes_back(
    world: World, services: Services, replaced: tuple[Chat, Version], monkeypatch: pytest.MonkeyPatch
) -> None:
    peng, old = replaced
    read = services.library._load

    def warned(data: bytes, filename: str, *, limits: Limits) -> LoadedDocument:
        return replace(read(data, filename, limits=limits), warnings=("hidden text: 7% for friends",))

    monkeypatch.setattr(services.library, "_load", warned)
    peng.press_data("d.rest", (old.version_id,))
    peng.press("Yes")
    assert "gives warnings that nobody has seen" in peng.words and "Nothing has changed" in peng.words
    assert services.library.standing(old.version_id) is Standing.SUPERSEDED
    peng.press("Carry on with it")
    assert "7% for friends" in peng.words and "1,200\u2069 → \u2068900" in peng.words
    peng.press("Farmers and staff")
    peng.press("New version of “Loans for bees”")
    peng.press("Today")
    peng.press("Publish")
    world.run_jobs()
    assert "Published." in peng.news()[-1].text
    found = services.knowledge.ask(
        "How much do you lend for a bee hive?", language="en", audience=Audience.FARMER
    )
    assert isinstance(found, Answer) and "900" in found.text


def test_a_file_that_cannot_be_read_again_changes_nothing(
    services: Services, replaced: tuple[Chat, Version], monkeypatch: pytest.MonkeyPatch
) -> None:
    peng, old = replaced

    def slow(*_args: object, **_more: object) -> LoadedDocument:
        raise DocumentRefused(Refusal.TOO_SLOW)

    monkeypatch.setattr(services.library, "_load", slow)
    peng.press_data("d.rest", (old.version_id,))
    peng.press("Yes")
    assert "took too long" in peng.words and "The documents are as they were." in peng.words
    assert [one.status for one in services.library.versions()] == 2 * [VersionStatus.PUBLISHED]
