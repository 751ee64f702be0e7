"""A guarantor who types his number instead of pressing the key: told how, and no gap for the admins of it."""

from __future__ import annotations

import pytest

from bot.conversation.messages import KeyKind
from intake.guarantors import GuaranteeStatus
from tests.bot.conversation.guarantor.test_guarantor import arrive, link_of, sent, status
from tests.bot.conversation.staff.office import FARMER, Office
from tests.support.bot import Chat


def sharing(office: Office) -> Chat:
    guarantor = arrive(office, link_of(office.chat(FARMER)))
    guarantor.press("Yes, I stand")
    return guarantor


def gaps(office: Office) -> list[str]:
    services = office.services
    with services.reading() as connection:
        asked = services.gaps.asked(connection)
    return [one.question for one in services.gaps.open(asked)]


@pytest.mark.parametrize(
    "typed", ["13800000002", "+86 138 0000 0002", "my number is 13800000002", "１３８００００"]
)
def test_he_is_told_to_press_the_key(office: Office, typed: str) -> None:
    application = sent(office)
    guarantor = sharing(office)
    said = guarantor.text(typed)[-1]
    assert "A typed number" in said.text and "Share my phone number" in said.text
    assert said.keys is not None and said.keys[0][0].kind is KeyKind.CONTACT
    assert status(office, application) is GuaranteeStatus.OPENED and gaps(office) == []
    guarantor.contact("8613800000002")
    assert status(office, application) is GuaranteeStatus.ACCEPTED


def test_what_he_asks_there_is_answered(office: Office) -> None:
    sent(office)
    assert "A typed number" not in sharing(office).text("Is 13800000002 your office?")[-1].text


@pytest.mark.parametrize("typed", ["13800138002", "5000", "138 0013 8002", "三千"])
@pytest.mark.parametrize("user_id", [FARMER, 2001, 9009])
def test_a_bare_number_of_anybody_is_no_gap(office: Office, typed: str, user_id: int) -> None:
    chat = office.farmer("en", user_id)
    assert "only a number" in chat.text(typed)[-1].text
    assert gaps(office) == []
    chat.text("Do you lend for a parachute?")
    assert len(gaps(office)) == 1
