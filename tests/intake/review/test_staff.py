"""Staff come in by a link that works once."""

from __future__ import annotations

from intake.errors import NotAllowed, Reason
from intake.review import Invite, Role
from tests.intake.review.world import CHEN, Office

NEW = 2009


def invite(office: Office, hours: int = 72) -> Invite:
    made: Invite = office.write(office.staff.invite, Role.OFFICER, ["goat-hill"], by="system", hours=hours)
    return made


def enrol(office: Office, token: str, user_id: int = NEW) -> Reason | None:
    try:
        office.write(office.staff.enrol, token, user_id, name="Ma Lin", language="zh")
    except NotAllowed as refused:
        return refused.reason
    return None


def test_a_link_makes_one_member(office: Office) -> None:
    token = invite(office).token
    assert enrol(office, token) is None
    member = office.write(office.staff.find, NEW)
    assert (member.name, member.role, member.villages) == ("Ma Lin", Role.OFFICER, {"goat-hill"})
    assert enrol(office, token, 2010) is Reason.INVITE_USED
    assert enrol(office, token) is Reason.ALREADY_STAFF


def test_links_expire_and_can_be_guessed_by_nobody(office: Office) -> None:
    token = invite(office).token
    assert len(token) >= 22
    office.clock.advance(hours=73)
    assert enrol(office, token) is Reason.INVITE_EXPIRED
    assert enrol(office, "x" * 22) is Reason.INVITE_UNKNOWN
    assert enrol(office, "\ud800") is Reason.INVITE_UNKNOWN


def test_an_open_link_can_be_withdrawn(office: Office) -> None:
    token = invite(office).token
    assert office.write(office.staff.revoke_invite, token, by="system")
    assert enrol(office, token) is Reason.INVITE_USED


def test_the_token_itself_is_not_stored(office: Office) -> None:
    token = invite(office).token
    with office.engine.begin() as connection:
        assert token not in "\n".join(connection.connection.driver_connection.iterdump())


def test_a_revoked_member_may_come_back_by_a_new_link(office: Office) -> None:
    office.write(office.staff.revoke, CHEN, by="system")
    assert office.write(office.staff.find, CHEN) is None
    assert enrol(office, invite(office).token, CHEN) is None
    assert office.write(office.staff.find, CHEN).villages == {"goat-hill"}


def test_the_officer_of_a_village(office: Office) -> None:
    assert [one.user_id for one in office.write(office.staff.officers_of, "willow-bend")] == [CHEN]
