"""What falls due, and whether it still is when it fires."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from intake.applications import ApplicationStatus
from intake.followup import (
    Due,
    JobKind,
    NotYet,
    Over,
    application_jobs,
    draft_jobs,
    draft_verdict,
    verdict,
    visit_jobs,
)
from tests.intake.world import World


def test_an_unclaimed_application_is_reminded_of_then_escalated(world: World) -> None:
    application = world.submit()
    jobs = {job.kind: job for job in application_jobs(application, world.lender.deadlines)}
    assert jobs[JobKind.CLAIM_REMINDER].due_at == world.clock() + timedelta(hours=24)
    assert jobs[JobKind.CLAIM_ESCALATION].due_at == world.clock() + timedelta(hours=48)
    assert jobs[JobKind.DECISION_TARGET].due_at == world.clock() + timedelta(hours=168)
    assert len({job.key for job in jobs.values()}) == 3
    again = application_jobs(application, world.lender.deadlines)
    assert [job.key for job in again] == [job.key for job in jobs.values()]


def test_a_claimed_application_reminds_nobody(world: World) -> None:
    application = world.submit()
    job = application_jobs(application, world.lender.deadlines)[0]
    later = world.clock() + timedelta(hours=24)
    assert verdict(job, application, world.lender, later) == Due()
    claimed = replace(application, status=ApplicationStatus.UNDER_REVIEW, version=2)
    assert verdict(job, claimed, world.lender, later) == Over()
    released = replace(application, version=3, updated_at=later)
    assert verdict(job, released, world.lender, later) == Over()
    fresh = application_jobs(released, world.lender.deadlines)[0]
    assert fresh.key != job.key


def test_a_clock_that_jumped_back_waits(world: World) -> None:
    application = world.submit()
    job = application_jobs(application, world.lender.deadlines)[0]
    assert verdict(job, application, world.lender, world.clock()) == NotYet(job.due_at)


def test_the_decision_target_stands_until_it_is_decided(world: World) -> None:
    application = world.submit()
    job = application_jobs(application, world.lender.deadlines)[2]
    late = world.clock() + timedelta(days=8)
    claimed = replace(application, status=ApplicationStatus.UNDER_REVIEW, version=2)
    assert verdict(job, claimed, world.lender, late) == Due()
    assert verdict(job, replace(claimed, status=ApplicationStatus.APPROVED), world.lender, late) == Over()


def test_a_draft_written_on_is_left_in_peace(world: World) -> None:
    draft = world.draft()
    reminder, expiry = draft_jobs(draft, world.lender.deadlines)
    day_after = world.clock() + timedelta(hours=24)
    assert draft_verdict(reminder, draft, world.lender.deadlines, day_after) == Due()
    world.clock.advance(hours=5)
    saved = world.write(world.applications.save_draft, draft, state={}, answered=1, total=22)
    moved = draft_verdict(reminder, saved, world.lender.deadlines, day_after)
    assert moved == NotYet(day_after + timedelta(hours=5))
    assert draft_verdict(expiry, saved, world.lender.deadlines, day_after + timedelta(days=31)) == Due()
    closed = world.write(world.applications.discard_draft, draft.draft_id, draft.user_id)
    assert draft_verdict(reminder, closed, world.lender.deadlines, day_after) == Over()


def test_the_visit_is_recalled_on_the_afternoon_before(world: World) -> None:
    agreed = replace(world.submit(), status=ApplicationStatus.UNDER_REVIEW, visit_on=date(2026, 3, 5))
    (job,) = visit_jobs(agreed, world.lender)
    assert job.due_at.astimezone(UTC) == datetime(2026, 3, 4, 8, 0, tzinfo=UTC)
    assert verdict(job, agreed, world.lender, job.due_at) == Due()
    moved = replace(agreed, visit_on=date(2026, 3, 6))
    assert verdict(job, moved, world.lender, job.due_at) == Over()
    assert visit_jobs(replace(agreed, visit_on=None), world.lender) == []


def test_a_word_before_a_visit_is_not_said_after_it(world: World) -> None:
    """The bot was away for the evening before and for the day itself."""
    visited = replace(world.submit(), status=ApplicationStatus.UNDER_REVIEW, visit_on=date(2026, 3, 10))
    [job] = visit_jobs(visited, world.lender)
    assert verdict(job, visited, world.lender, datetime(2026, 3, 10, 1, tzinfo=UTC)) == Due()
    assert verdict(job, visited, world.lender, datetime(2026, 3, 11, 1, tzinfo=UTC)) == Over()
