"""From the first question to the reference number, and back out again."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import text

from intake.applications import ApplicationStatus, EventKind
from intake.errors import NotAllowed, NotFound, Refused, TransitionNotAllowed
from intake.products import LimitCode
from tests.intake.world import FARMER, NEIGHBOUR, SUBMISSION, World


def test_a_draft_is_carried_on_where_it_stopped(world: World) -> None:
    draft = world.draft()
    saved = world.write(
        world.applications.save_draft, draft, state={"answers": {"a": "羊"}}, answered=8, total=22
    )
    found = world.write(world.applications.open_draft, FARMER)
    assert (found.answered, found.total, found.state) == (8, 22, {"answers": {"a": "羊"}})
    assert found.version == saved.version == draft.version + 1


def test_an_old_copy_of_a_draft_does_not_overwrite_a_newer(world: World) -> None:
    draft = world.draft()
    world.write(world.applications.save_draft, draft, state={"n": 1}, answered=1, total=22)
    with pytest.raises(TransitionNotAllowed):
        world.write(world.applications.save_draft, draft, state={"n": 0}, answered=0, total=22)


def test_starting_again_closes_the_open_draft(world: World) -> None:
    first, second = world.draft(), world.draft()
    assert world.write(world.applications.open_draft, FARMER).draft_id == second.draft_id
    assert world.write(world.applications.drafts.get, first.draft_id).status is ApplicationStatus.WITHDRAWN


def test_two_taps_on_submit_make_one_application(world: World) -> None:
    draft = world.draft()
    first, events = world.write(world.applications.submit, draft.draft_id, FARMER, SUBMISSION)
    again, silence = world.write(world.applications.submit, draft.draft_id, FARMER, SUBMISSION)
    assert first.reference == again.reference == "TR-2026-00001-4"
    assert [event.kind for event in events] == [EventKind.SUBMITTED]
    assert silence == []
    assert len(world.write(world.applications.by_farmer, FARMER)) == 1


def test_what_was_submitted_reads_back_exactly(world: World) -> None:
    draft = world.draft()
    application, _ = world.write(world.applications.submit, draft.draft_id, FARMER, SUBMISSION)
    found = world.write(world.applications.get, application.application_id, FARMER)
    assert found == application
    assert (found.requested.amount, found.own_funds.amount) == (Decimal(8000), Decimal(4000))
    assert (found.applicant, found.guarantor) == (SUBMISSION.applicant, SUBMISSION.guarantor)
    assert found.first_due == SUBMISSION.first_due
    assert (found.values, found.lines) == (SUBMISSION.values, SUBMISSION.lines)


def test_without_consent_nothing_is_taken(world: World) -> None:
    draft = world.draft()
    with world.engine.begin() as connection:
        world.applications.consents.withdraw(connection, FARMER, world.clock())
    with pytest.raises(Refused) as refused:
        world.write(world.applications.submit, draft.draft_id, FARMER, SUBMISSION)
    assert refused.value.code == "consent"


def test_a_broken_limit_refuses_the_submission_and_keeps_the_draft(world: World) -> None:
    draft = world.draft()
    too_much = replace(SUBMISSION, requested_amount=Decimal(60000), guarantor=None)
    with pytest.raises(Refused) as refused:
        world.write(world.applications.submit, draft.draft_id, FARMER, too_much)
    codes = {problem.code for problem in refused.value.facts["problems"]}
    assert codes == {LimitCode.AMOUNT_ABOVE, LimitCode.OWN_FUNDS_BELOW, LimitCode.GUARANTOR_REQUIRED}
    assert world.write(world.applications.open_draft, FARMER) is not None


def test_another_farmer_sees_nothing_and_submits_nothing(world: World) -> None:
    draft = world.draft()
    world.write(world.applications.give_consent, NEIGHBOUR, "en")
    with pytest.raises(NotFound):
        world.write(world.applications.submit, draft.draft_id, NEIGHBOUR, SUBMISSION)
    application, _ = world.write(world.applications.submit, draft.draft_id, FARMER, SUBMISSION)
    with pytest.raises(NotFound):
        world.write(world.applications.get, application.application_id, NEIGHBOUR)
    with pytest.raises(NotAllowed):
        world.write(world.applications.submit, draft.draft_id, NEIGHBOUR, SUBMISSION)


def test_withdrawn_stays_withdrawn_and_says_by_whom(world: World) -> None:
    application = world.submit()
    gone, events = world.write(
        world.applications.withdraw, application.application_id, FARMER, reason="sold the goats"
    )
    assert gone.status is ApplicationStatus.WITHDRAWN
    assert events[0].kind is EventKind.WITHDRAWN
    with pytest.raises(TransitionNotAllowed) as refused:
        world.write(world.applications.withdraw, application.application_id, FARMER)
    assert (refused.value.status, refused.value.by) == ("withdrawn", f"farmer:{FARMER}")


def test_a_second_running_application_of_the_household_is_noticed(world: World) -> None:
    first = world.submit()
    draft = world.draft(NEIGHBOUR)
    same_phone = replace(SUBMISSION, applicant=replace(SUBMISSION.applicant, phone="+86 138 0000 1001"))
    _, events = world.write(world.applications.submit, draft.draft_id, NEIGHBOUR, same_phone)
    assert events[0].facts["other_running"] == [first.reference]


def test_a_forgotten_draft_expires_once(world: World) -> None:
    draft = world.draft()
    events = world.write(world.applications.expire_draft, draft.draft_id)
    assert [event.kind for event in events] == [EventKind.DRAFT_EXPIRED]
    assert world.write(world.applications.expire_draft, draft.draft_id) == []
    with pytest.raises(TransitionNotAllowed):
        world.write(world.applications.submit, draft.draft_id, FARMER, SUBMISSION)


def test_a_farmer_finds_his_application_by_a_badly_typed_number(world: World) -> None:
    application = world.submit()
    typed = application.reference.lower().replace("-", " ")
    found = world.write(world.applications.by_reference, typed, FARMER)
    assert found.application_id == application.application_id
    with pytest.raises(Refused):
        world.write(world.applications.by_reference, "TR-2026-00001-9", FARMER)


def test_nothing_personal_lies_in_the_clear(world: World) -> None:
    world.submit()
    with world.engine.begin() as connection:
        raw = connection.connection.driver_connection
        dump = "\n".join(raw.iterdump())
        connection.execute(text("SELECT 1"))
    for secret in ("Wang", "Farmer 1001", "+861380", "12 goats", "ID1001", "Liu Bo"):
        assert secret not in dump
