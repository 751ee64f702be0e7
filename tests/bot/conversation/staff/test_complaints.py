"""A complaint comes to nobody who worked on the complainant's loan, the head of the branch no more than his officer."""

from __future__ import annotations

from tests.bot.conversation.staff.office import PENG, Office
from tests.support.bot import Chat

WORDS = "complaint: she asks me for a chicken"


def heard(chat: Chat) -> str:
    return "\n".join(reply.text for reply in chat.news())


def complained(office: Office) -> Chat:
    farmer = office.farmer()
    for one in (office.chen, office.sun, office.chat(PENG)):
        one.news()
    farmer.text(WORDS)
    return farmer


def test_the_lead_who_holds_the_loan_does_not_hear_of_it(office: Office) -> None:
    application = office.apply()
    office.sun.command("/queue")
    office.sun.press("1")
    office.sun.press("Claim")
    assert office.now(application).holder == office.sun.user_id
    farmer = complained(office)
    assert "chicken" in heard(office.chat(PENG)) and "chicken" not in heard(office.sun) + heard(office.chen)
    assert "Your complaint is with Peng Hui" in farmer.words
    office.clock.advance(days=9)
    office.world.run_jobs()
    assert "chicken" not in heard(office.sun)
    office.sun.command("/questions")
    assert "chicken" not in office.sun.words


def test_an_admin_reads_no_complaint_that_the_lead_hears(office: Office) -> None:
    office.claimed()
    complained(office)
    assert "chicken" in heard(office.sun)
    peng = office.chat(PENG)
    peng.command("/questions")
    assert "chicken" not in peng.words
    office.sun.command("/questions")
    assert "chicken" in office.sun.words
