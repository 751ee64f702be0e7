"""An employee who is named as guarantor has no part in that loan, whichever way he came to be named."""

from __future__ import annotations

import pytest

from bot.conversation.application.submission import related
from tests.bot.conversation.guarantor.test_guarantor import arrive, link_of, sent
from tests.bot.conversation.staff.office import CHEN, FARMER, Office


@pytest.mark.parametrize(
    ("name", "who"),
    [("Chen Rong", {CHEN}), ("mr rong chen", {CHEN}), ("Chen Rongfang", set()), ("Chen", set()), ("", set())],
)
def test_by_the_name_that_the_form_asks_for(office: Office, name: str, who: set[int]) -> None:
    with office.services.reading() as connection:
        staff = office.services.staff.members(connection)
    assert related({"guarantor_name": name}, staff) == who


def test_by_the_name_given_afterwards_while_he_holds_it(office: Office) -> None:
    """What the farmer writes from then on comes to the head, not to him."""
    application = sent(office)
    office.chen.news()
    office.chen.press("Claim")
    farmer = office.chat(FARMER)
    farmer.news()
    farmer.command("/guarantor")
    farmer.press("Name somebody else")
    farmer.text("Chen Rong")
    farmer.text("+86 139 1111 2222")
    assert office.now(application).related_staff == {CHEN}
    office.chen.news(), office.sun.news()
    farmer.press_data("s.msg", (str(application.application_id),))
    farmer.text("When will you come?")
    assert office.chen.news() == []
    assert "When will you come?" in office.sun.news()[0].text


def test_an_employee_who_opens_the_link_guarantees_nothing_and_the_log_knows_it(office: Office) -> None:
    application = sent(office)
    arrive(office, link_of(office.chat(FARMER)), CHEN)
    with office.services.reading() as connection:
        lines = office.services.applications.audit.of_application(connection, application.application_id)
    assert ("staff:guarantee:turned_away", f"staff:{CHEN}") in [(one.name, one.actor) for one in lines]
    assert office.now(application).related_staff == frozenset()
