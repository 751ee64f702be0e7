"""Staff come in by a link that works once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake.errors import NotAllowed, NotFound, Reason
from intake.review import Invite, Role, Staff
from tests.intake.review.world import CHEN, SUN, ZHAO, Office

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


def test_names_follow_whoever_comes_is_renamed_or_leaves_and_each_is_unsealed_once(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = office.write(office.staff.names)
    elsewhere = Staff(office.vault, office.clock)  # another process: the command line
    token = office.write(elsewhere.invite, Role.OFFICER, [], by="system").token
    office.write(elsewhere.enrol, token, NEW, name="Ma Lin", language="zh")
    assert sorted(office.write(office.staff.names)) == sorted([*before, "Ma Lin"])
    member = office.write(office.staff.get, NEW)
    office.write(elsewhere.put, replace(member, name="Ma Li"))
    office.write(elsewhere.revoke, CHEN, by="system")
    everybody = office.write(office.staff.members, active=False)
    assert office.write(office.staff.names) == [one.name for one in everybody]
    monkeypatch.setattr(office.vault, "decrypt_json", None)
    assert office.write(office.staff.names) == [one.name for one in everybody]


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


def back_as(office: Office, new: int, old: int, role: Role = Role.LEAD) -> None:
    """Lost his phone: revoked, and invited again for another Telegram account."""
    office.write(office.staff.revoke, old, by="system")
    again = office.write(office.staff.invite, role, [], by="system", instead_of=old)
    assert enrol(office, again.token, new) is None


def may_decide(office: Office, who: int, number: int) -> bool:
    listed = number in [one.application_id for one in office.write(office.views.to_review, who)]
    try:
        office.write(office.queue.reject, who, number, "no buyer")
    except NotAllowed as refused:
        assert refused.reason is Reason.FOUR_EYES and not listed
        return False
    assert listed
    return True


def test_a_new_phone_is_no_second_pair_of_eyes(office: Office) -> None:
    """The head recommends, loses the phone, comes back under another id: the loan is still not his to decide."""
    number = office.recommended(by=SUN).application_id
    back_as(office, NEW, SUN)
    assert not may_decide(office, NEW, number)
    back_as(office, NEW + 1, NEW)  # and once more
    assert not may_decide(office, NEW + 1, number)
    assert may_decide(office, ZHAO, number)


def test_nor_is_the_old_phone_that_is_found_again(office: Office) -> None:
    back_as(office, NEW, SUN)
    number = office.recommended(by=NEW).application_id
    again = office.write(office.staff.invite, Role.LEAD, [], by="system")
    assert enrol(office, again.token, SUN) is None
    assert not may_decide(office, SUN, number)


def test_an_own_loan_stays_ones_own_on_a_new_phone(office: Office) -> None:
    """Applied for under the old account, as a member of the cooperative."""
    application = office.submit(user_id=SUN)
    back_as(office, NEW, SUN)
    assert application.application_id not in [
        one.application_id for one in office.write(office.views.unclaimed, NEW)
    ]
    with pytest.raises(NotAllowed) as refused:
        office.write(office.queue.claim, NEW, application.application_id)
    assert refused.value.reason is Reason.OWN_APPLICATION


def test_only_who_left_is_replaced(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.write(office.staff.invite, Role.LEAD, [], by="system", instead_of=SUN)
    with pytest.raises(NotFound):
        office.write(office.staff.invite, Role.LEAD, [], by="system", instead_of=424242)


def test_whoever_comes_back_on_his_own_phone_keeps_what_is_known_of_him(office: Office) -> None:
    back_as(office, NEW, SUN)
    office.write(office.staff.revoke, NEW, by="system")
    again = office.write(office.staff.invite, Role.LEAD, [], by="system")
    assert enrol(office, again.token, NEW) is None
    assert office.write(office.staff.find, NEW).formerly == {SUN}
