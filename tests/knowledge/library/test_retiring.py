"""A document that is retired ends: what was scheduled to follow goes with it, and comes back with it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from knowledge.library import Library, PublishRefused, Standing, VersionStatus
from tests.knowledge.library.world import Publish, RecordingIndex, titles

RATES = "# Rates\n\n## Seed loan\n\nThe rate of the seed loan is {rate} a year."
LATER = "2026-06-01"


def _two(publish: Publish) -> tuple[Any, Any]:
    now = publish(RATES.format(rate="9%"), "2026-01-01")
    return now, publish(RATES.format(rate="8%"), LATER, replaces=now.document_id)


@pytest.mark.parametrize("by_document", [True, False])
def test_a_retired_document_does_not_come_back_by_itself(
    library: Library, publish: Publish, index: RecordingIndex, by_document: bool
) -> None:
    now, to_come = _two(publish)
    name = now.document_id if by_document else now.version_id
    assert [one.version_id for one in library.goes_with(name)] == [to_come.version_id]
    library.retire(name, by="Sun Mei", reason="gone")
    assert titles(library, "2026-03-02") == titles(library, LATER) == []
    assert index.held == {}
    told = [(event.version_id, event.action, event.reason) for event in library.history("rates")[-2:]]
    assert told == [(now.version_id, "retired", "gone"), (to_come.version_id, "withdrawn", "gone")]


@pytest.mark.parametrize("to_come_as_well", [True, False])
def test_what_was_withdrawn_comes_back_with_what_was_retired(
    library: Library, publish: Publish, index: RecordingIndex, to_come_as_well: bool
) -> None:
    now, to_come = _two(publish)
    library.retire("rates", by="x", reason="")
    if to_come_as_well:
        library.restore(to_come.version_id, by="x", reason="")
        assert titles(library, "2026-03-02") == [] and titles(library, LATER) == [LATER]
    assert library.taken_off("rates").version_id == now.version_id
    library.restore(now.version_id, by="x", reason="")
    assert titles(library, "2026-03-02") == ["2026-01-01"] and titles(library, LATER) == [LATER]
    assert set(index.held) == {now.version_id, to_come.version_id}


def test_only_what_was_withdrawn_with_it_comes_back(library: Library, publish: Publish) -> None:
    now, to_come = _two(publish)
    library.rollback(to_come.version_id, by="x", reason="")
    library.retire(now.version_id, by="x", reason="")
    library.restore(now.version_id, by="x", reason="")
    assert library.version(to_come.version_id).status is VersionStatus.ROLLED_BACK
    assert titles(library, LATER) == ["2026-01-01"]


def test_what_has_ended_meanwhile_does_not_come_back_over_what_is_restored(
    library: Library, publish: Publish, clock: Any
) -> None:
    now = publish(RATES.format(rate="9%"), "2026-01-01")
    publish(RATES.format(rate="8%"), LATER, replaces="rates", effective_until=date(2026, 6, 30))
    library.retire("rates", by="x", reason="")
    clock.advance(days=150)
    library.restore(now.version_id, by="x", reason="")
    assert library.standing(now.version_id) is Standing.LIVE


def test_a_day_that_another_document_took_meanwhile_keeps_it_off(library: Library, publish: Publish) -> None:
    now, to_come = _two(publish)
    library.retire("rates", by="x", reason="")
    publish("# Circular\n\nAll rates are ten percent.", "2026-05-01", supersedes="rates")
    library.restore(now.version_id, by="x", reason="")
    assert library.standing(now.version_id) is Standing.LIVE
    assert library.version(to_come.version_id).status is VersionStatus.ROLLED_BACK
    with pytest.raises(PublishRefused, match="Circular took its place"):
        library.restore(to_come.version_id, by="x", reason="")


def test_a_version_that_is_not_the_one_in_force_takes_nothing_with_it(
    library: Library, publish: Publish
) -> None:
    old = publish(RATES.format(rate="10%"), "2025-01-01")
    _now, to_come = (
        publish(RATES.format(rate="9%"), "2026-01-01", replaces="rates"),
        publish(RATES.format(rate="8%"), LATER, replaces="rates"),
    )
    last = publish(RATES.format(rate="7%"), "2026-09-01", replaces="rates")
    library.retire(old.version_id, by="x", reason="")
    library.retire(to_come.version_id, by="x", reason="")
    assert library.standing(last.version_id) is Standing.SCHEDULED
    assert titles(library, "2026-03-02") == ["2026-01-01"]


@pytest.mark.parametrize(("days", "comes"), [(90, True), (91, False), (120, False)])
def test_what_has_begun_meanwhile_does_not_come_back_over_what_is_restored(
    library: Library, publish: Publish, clock: Any, days: int, comes: bool
) -> None:
    """The clock stands at 2 March; the version to come begins on 1 June."""
    now, to_come = _two(publish)
    library.retire("rates", by="x", reason="")
    clock.advance(days=days)
    came, stays = ([to_come.version_id], []) if comes else ([], [to_come.version_id])
    assert [one.version_id for one in library.comes_with(now.version_id)] == came
    assert [one.version_id for one in library.stays_off(now.version_id)] == stays
    library.restore(now.version_id, by="x", reason="")
    assert library.standing(now.version_id) is Standing.LIVE
    assert library.standing(to_come.version_id) is (Standing.SCHEDULED if comes else Standing.ROLLED_BACK)
