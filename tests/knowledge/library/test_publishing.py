"""Publishing: nothing is seen before it is whole, and dates and rollbacks decide what answers."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.documents import PATIENT, DocumentRefused, Limits, Refusal
from knowledge.library import (
    TRANSITIONS,
    Library,
    PublishRefused,
    ReadOtherwise,
    Standing,
    TransitionNotAllowed,
    UnknownVersion,
    Version,
    VersionStatus,
    staging,
)
from knowledge.types import Audience, LoadedDocument
from tests.knowledge.library.world import Killed, Publish, RecordingIndex, in_process, titles

RATES = "# Rates\n\nThe seed loan costs {rate} a year.\n\n## Guarantor\n\nOne guarantor is enough.\n"


def test_a_draft_answers_nobody(library: Library, index: RecordingIndex) -> None:
    draft = library.stage(RATES.format(rate="8%").encode(), "rates.md", author="Peng Hui")
    assert (draft.version.status, draft.version.title, draft.chunk_count) == (VersionStatus.DRAFT, "Rates", 2)
    assert not index.held
    assert not library.live_versions(date(2030, 1, 1), Audience.STAFF)


def test_the_same_file_sent_twice_is_one_draft(library: Library) -> None:
    one = library.stage(b"# Rates\n\nEight percent.", "a.md", author="x")
    two = library.stage(b"# Rates\n\nEight percent.", "a.md", author="x")
    assert one.draft_id == two.draft_id


def test_a_full_disk_leaves_no_half_of_a_file(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        library.stage(b"# Rates\n\nEight percent.", "a.md", author="x")
    assert [path for path in (tmp_path / "files").rglob("*") if path.is_file()] == []
    assert library.versions() == []


def test_a_new_version_takes_over_on_its_day_and_the_old_never_comes_back(
    library: Library, publish: Publish
) -> None:
    old = publish(RATES.format(rate="9%"), "2025-01-01")
    new = publish(
        RATES.format(rate="8%"), "2026-06-01", replaces=old.document_id, effective_until=date(2026, 12, 31)
    )
    assert titles(library, "2026-05-31") == ["2025-01-01"]
    assert titles(library, "2026-06-01") == ["2026-06-01"]
    assert titles(library, "2027-01-01") == []
    assert library.standing(old.version_id, date(2027, 1, 1)) is Standing.SUPERSEDED
    assert library.standing(new.version_id, date(2027, 1, 1)) is Standing.EXPIRED
    assert library.standing(new.version_id, date(2026, 3, 1)) is Standing.SCHEDULED


def test_retiring_does_not_bring_the_old_version_back_but_rolling_back_does(
    library: Library, publish: Publish
) -> None:
    old = publish(RATES.format(rate="9%"), "2025-01-01")
    new = publish(RATES.format(rate="8%"), "2026-01-01", replaces=old.document_id)
    library.retire(new.version_id, by="Peng Hui", reason="wrong")
    assert titles(library, "2026-03-02") == []
    library.restore(new.version_id, by="Peng Hui", reason="right after all")
    library.rollback(new.version_id, by="Peng Hui", reason="wrong")
    assert titles(library, "2026-03-02") == ["2025-01-01"]


def test_rolling_a_document_back_undoes_what_was_published_last(library: Library, publish: Publish) -> None:
    old = publish(RATES.format(rate="9%"), "2025-01-01")
    to_come = publish(RATES.format(rate="8%"), "2026-06-01", replaces=old.document_id)
    assert library.rollback("rates", by="x", reason="y").version_id == to_come.version_id
    assert titles(library, "2026-06-01") == ["2025-01-01"]
    assert library.rollback("rates", by="x", reason="y").version_id == old.version_id


def test_restoring_a_superseded_version_publishes_it_anew(library: Library, publish: Publish) -> None:
    old = publish(RATES.format(rate="9%"), "2025-01-01")
    publish(RATES.format(rate="8%"), "2026-01-01", replaces=old.document_id)
    again = library.restore(old.version_id, by="Peng Hui", reason="members' vote")
    assert titles(library, "2026-03-02") == ["2025-01-01 (2026-03-02)"]
    assert "9%" in next(library.chunks([again.version_id])).text


def test_a_superseded_version_that_comes_back_ends_when_it_would_have(
    library: Library, publish: Publish
) -> None:
    offer = publish(RATES.format(rate="7%"), "2026-01-01", effective_until=date(2026, 3, 31))
    publish(RATES.format(rate="8%"), "2026-02-01", replaces=offer.document_id)
    assert library.restore(offer.version_id, by="x", reason="y").effective_until == date(2026, 3, 31)


def test_restoring_again_and_again_names_the_day_once(library: Library, publish: Publish, clock: Any) -> None:
    first = publish(RATES.format(rate="9%"), "2025-01-01", label="Circular 4")
    for _time in range(3):
        clock.advance(days=1)
        publish(RATES.format(rate="8%"), library.today().isoformat(), replaces="rates")
        first = library.restore(first.version_id, by="x", reason="y")
    assert first.label == "Circular 4 (2026-03-05)"


def test_what_is_read_again_keeps_its_place_before_a_version_to_come(
    library: Library, publish: Publish
) -> None:
    old = publish(RATES.format(rate="9%"), "2025-01-01")
    to_come = publish(RATES.format(rate="8%"), "2026-06-01", replaces=old.document_id)
    again = library.reread(old.version_id, by="x")
    assert library.standing(again.version_id) is Standing.LIVE
    assert library.standing(to_come.version_id, date(2026, 6, 1)) is Standing.LIVE
    library.retire(to_come.version_id, by="x", reason="y")
    assert library.standing(library.reread(again.version_id, by="x").version_id) is Standing.LIVE


@pytest.mark.parametrize("retired", [False, True])
def test_what_an_older_reader_read_does_not_come_back_over_what_replaced_it_for_the_same_day(
    library: Library, publish: Publish, clock: Any, monkeypatch: pytest.MonkeyPatch, retired: bool
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(staging, "CHUNKER", "of an older reader")
        old = publish(RATES.format(rate="9%"), "2026-06-01")
    clock.advance(hours=1)
    new = publish(RATES.format(rate="8%"), "2026-06-01", replaces=old.document_id, label="second")
    if retired:
        library.retire(new.version_id, by="x", reason="y")
    assert library.outdated() == []
    clock.advance(hours=1)
    library.reread(old.version_id, by="x")
    assert titles(library, "2026-06-01") == ([] if retired else ["second"])


def test_what_is_read_again_is_found_outdated_once(
    library: Library, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(staging, "CHUNKER", "of an older reader")
        publish(RATES.format(rate="9%"), "2026-01-01")
        publish(RATES.format(rate="8%"), "2026-06-01", replaces="rates")
    assert [library.reread(one.version_id, by="x").label for one in library.outdated()] == [
        "2026-01-01",
        "2026-06-01",
    ]
    assert library.outdated() == []


def test_a_document_can_end_another(library: Library, publish: Publish) -> None:
    publish("# Circular 3\n\nNine percent.", "2024-01-01", document_id="circular-3")
    publish("# Circular 1\n\nEight percent.", "2026-01-01", document_id="circular-1", supersedes="circular-3")
    assert titles(library, "2025-12-31") == ["2024-01-01"]
    assert titles(library, "2026-01-01") == ["2026-01-01"]
    publish("# Circular 1\n\nSeven percent.", "2026-02-01", replaces="circular-1")
    assert titles(library, "2026-03-01") == ["2026-02-01"]


def test_farmers_never_see_staff_documents(library: Library, publish: Publish) -> None:
    publish("# Scoring\n\nAn officer scores from 1 to 5.", audience=Audience.STAFF)
    assert titles(library, "2026-03-02") == []
    assert titles(library, "2026-03-02", Audience.STAFF) == ["2026-01-01"]


def test_a_document_that_turns_staff_only_leaves_no_old_version_to_farmers(
    library: Library, publish: Publish
) -> None:
    old = publish(RATES.format(rate="9%"), "2025-01-01")
    publish(RATES.format(rate="8%"), replaces=old.document_id, audience=Audience.STAFF)
    assert titles(library, "2026-03-02") == []


@pytest.mark.parametrize("rerun", [False, True])
def test_killed_while_indexing_the_old_version_answers_until_the_new_is_whole(
    library: Library, publish: Publish, index: RecordingIndex, rerun: bool
) -> None:
    old = publish(RATES.format(rate="9%"), "2025-01-01")
    index.fail = Killed()
    with pytest.raises(Killed):
        publish(RATES.format(rate="8%"), "2026-01-01", replaces=old.document_id)
    assert titles(library, "2026-03-02") == ["2025-01-01"]
    index.fail = Killed() if rerun else None
    if rerun:
        with pytest.raises(Killed):
            library.recover()
        index.fail = None
    (finished,) = library.recover()
    assert titles(library, "2026-03-02") == ["2026-01-01"]
    assert library.recover() == []
    assert finished.version_id in index.held


def _killed_until_given_up(library: Library, publish: Publish, index: RecordingIndex) -> None:
    index.fail = Killed()
    for attempt in (lambda: publish(RATES.format(rate="8%")), *[library.recover] * 3):
        with pytest.raises(Killed):
            attempt()


def test_a_publication_that_keeps_killing_the_bot_is_given_up(
    library: Library, publish: Publish, index: RecordingIndex
) -> None:
    _killed_until_given_up(library, publish, index)
    assert library.recover() == []
    (version,) = library.versions()
    assert version.status is VersionStatus.DRAFT


def test_what_was_given_up_is_published_again_under_its_own_name(
    library: Library, publish: Publish, index: RecordingIndex
) -> None:
    _killed_until_given_up(library, publish, index)
    library.recover()
    assert library.draft(library.versions()[0].version_id).replaces is None
    index.fail, index.owner = None, False
    publish(RATES.format(rate="8%"))
    index.owner = True
    (version,) = library.recover()
    assert (version.status, version.document_id) == (VersionStatus.PUBLISHED, "rates")


def test_an_index_that_fails_leaves_everything_as_it_was(
    library: Library, publish: Publish, index: RecordingIndex
) -> None:
    index.fail = RuntimeError("disk full")
    with pytest.raises(PublishRefused, match="disk full"):
        publish(RATES.format(rate="8%"))
    assert titles(library, "2026-03-02") == []
    with pytest.raises(UnknownVersion):
        publish("# Bees\n\nNo loans.", replaces="rates")


def test_where_another_process_owns_the_index_that_process_finishes(
    library: Library, publish: Publish, index: RecordingIndex
) -> None:
    index.owner = False
    version = publish(RATES.format(rate="8%"))
    assert version.status is VersionStatus.INDEXING
    assert titles(library, "2026-03-02") == []
    index.owner = True
    library.recover()
    assert titles(library, "2026-03-02") == ["2026-01-01"]


def test_publishing_twice_says_who_was_first(library: Library) -> None:
    draft = library.stage(b"# Rates\n\nEight percent.", "a.md", author="x")
    terms = {"audience": Audience.FARMER, "effective_from": date(2026, 1, 1), "reason": "r"}
    library.publish(draft.draft_id, by="Sun Mei", **terms)
    with pytest.raises(TransitionNotAllowed, match="Sun Mei"):
        library.publish(draft.draft_id, by="Peng Hui", **terms)


def test_dates_that_make_no_sense_are_refused(library: Library, publish: Publish) -> None:
    old = publish(RATES.format(rate="9%"), "2026-01-01")
    with pytest.raises(PublishRefused, match="before it begins"):
        publish(RATES.format(rate="8%"), "2026-02-01", effective_until=date(2026, 1, 1))
    with pytest.raises(PublishRefused, match="never be answered from"):
        publish(RATES.format(rate="8%"), "2025-02-01", replaces=old.document_id)
    with pytest.raises(UnknownVersion):
        publish(RATES.format(rate="7%"), "2026-02-01", replaces="no-such-document")


def test_what_a_retired_version_would_keep_from_answering_is_refused(
    library: Library, publish: Publish
) -> None:
    old = publish(RATES.format(rate="9%"), "2026-03-01")
    library.retire(old.version_id, by="x", reason="y")
    with pytest.raises(PublishRefused, match="retired"):
        publish(RATES.format(rate="8%"), "2026-02-01", replaces=old.document_id)
    publish(RATES.format(rate="8%"), "2026-03-01", replaces=old.document_id)
    assert titles(library, "2026-03-02") == ["2026-03-01"]


def test_a_version_on_its_way_counts_as_published(
    library: Library, publish: Publish, index: RecordingIndex
) -> None:
    old = publish(RATES.format(rate="9%"), "2026-01-01")
    index.owner = False
    publish(RATES.format(rate="8%"), "2026-03-01", replaces="rates", over=old.version_id, by="Sun Mei")
    with pytest.raises(PublishRefused, match="Sun Mei published another version"):
        publish(RATES.format(rate="7%"), "2026-03-01", replaces="rates", over=old.version_id)
    with pytest.raises(PublishRefused, match="never be answered from"):
        publish(RATES.format(rate="7%"), "2026-02-01", replaces="rates")


def test_a_document_that_another_ended_does_not_come_back_unheard(library: Library, publish: Publish) -> None:
    ended = publish("# Circular 3\n\nNine percent.", "2024-01-01", document_id="circular-3")
    by = publish("# Circular 1\n\nEight percent.", "2026-01-01", supersedes="circular-3")
    with pytest.raises(PublishRefused, match="Circular 1 took its place"):
        library.restore(ended.version_id, by="x", reason="y")
    with pytest.raises(PublishRefused, match="Circular 1 took its place"):
        publish("# Circular 3\n\nTen percent.", "2026-02-01", replaces="circular-3")
    assert len(library.versions()) == 3  # the last one is the draft that was refused
    library.retire(ended.version_id, by="x", reason="y")
    with pytest.raises(PublishRefused, match="Circular 1 took its place"):
        library.restore(ended.version_id, by="x", reason="y")
    library.rollback(by.version_id, by="x", reason="y")
    library.restore(ended.version_id, by="x", reason="y")
    assert titles(library, "2026-03-02") == ["2024-01-01"]


def test_the_index_is_rebuilt_from_the_library(
    library: Library, publish: Publish, index: RecordingIndex
) -> None:
    version = publish(RATES.format(rate="8%"))
    gone = publish("# Other\n\nSomething else.")
    library.retire(gone.version_id, by="x", reason="y")
    index.held = {gone.version_id: []}
    assert library.pending_index() == [version.version_id]
    assert library.sync_index() == 1
    assert set(index.held) == {version.version_id}


def test_what_the_shell_restores_or_retires_the_owner_of_the_index_follows(
    library: Library, publish: Publish, index: RecordingIndex
) -> None:
    restored, retired = publish(RATES.format(rate="8%")), publish("# Other\n\nSomething else.")
    library.retire(restored.version_id, by="x", reason="y")
    index.owner = False
    library.restore(restored.version_id, by="x", reason="right after all")
    library.retire(retired.version_id, by="x", reason="y")
    index.owner = True
    assert library.recover() == []
    assert set(index.held) == {restored.version_id}


def test_history_tells_who_did_what_and_why(library: Library, publish: Publish) -> None:
    version = publish(RATES.format(rate="8%"), reason="members' meeting")
    library.retire(version.version_id, by="Sun Mei", reason="mistake")
    told = [(event.action, event.actor, event.reason) for event in library.history(version.document_id or "")]
    assert told == [
        ("staged", "Peng Hui", ""),
        ("published", "Peng Hui", "members' meeting"),
        ("retired", "Sun Mei", "mistake"),
    ]


def test_a_section_is_given_whole(library: Library, publish: Publish) -> None:
    long = "# Rules\n\n## Paying back\n\n" + "\n\n".join(
        f"Rule {n}: " + "pay on the day. " * 30 for n in range(5)
    )
    version = publish(long)
    chunks = list(library.chunks([version.version_id]))
    assert len(chunks) > 2
    section = library.section(chunks[0].chunk_id)
    assert all(f"Rule {n}:" in section for n in range(5))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(steps=st.lists(st.sampled_from(["retire", "rollback", "restore"]), max_size=6))
def test_no_order_of_presses_leaves_the_table_of_transitions(
    library: Library, publish: Publish, steps: list[str]
) -> None:
    version = publish(RATES.format(rate="8%"))
    for step in steps:
        before = library.version(version.version_id).status
        try:
            getattr(library, step)(version.version_id, by="x", reason="y")
        except TransitionNotAllowed:
            assert library.version(version.version_id).status is before
        else:
            assert library.version(version.version_id).status in TRANSITIONS[before]


def test_what_comes_back_is_what_was_read_then(
    library: Library, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = publish(RATES.format(rate="9%"), "2025-01-01")
    publish(RATES.format(rate="8%"), "2026-01-01", replaces=old.document_id)

    def slow(*_args: object, **_more: object) -> None:
        raise DocumentRefused(Refusal.TOO_SLOW)

    monkeypatch.setattr(library, "_load", slow)
    again = library.restore(old.version_id, by="x", reason="y")

    def told(version: Version) -> list[tuple[str, str]]:
        return [(one.text, one.parent_id.partition("/")[2]) for one in library.chunks([version.version_id])]

    assert told(again) == told(old)
    assert library.outdated() == []


def test_a_file_read_again_is_read_patiently_and_not_published_with_warnings_nobody_saw(
    library: Library, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(staging, "CHUNKER", "of an older reader")
        old = publish(RATES.format(rate="9%"), "2025-01-01")
    limits: list[Limits] = []

    def warned(data: bytes, filename: str, *, limits: Limits, seen: list[Limits] = limits) -> LoadedDocument:
        seen.append(limits)
        return replace(in_process(data, filename, limits=limits), warnings=("hidden text",))

    monkeypatch.setattr(library, "_load", warned)
    with pytest.raises(ReadOtherwise) as refused:
        library.reread(old.version_id, by="x")
    assert limits == [PATIENT]
    assert titles(library, "2026-03-02") == ["2025-01-01"]
    assert library.version(refused.value.draft_id).status is VersionStatus.DRAFT
