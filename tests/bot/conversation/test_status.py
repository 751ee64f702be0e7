"""`/status` and `/privacy`: where an application stands, and a person's rights over what is kept."""

from __future__ import annotations

import itertools
import json
from decimal import Decimal

from sqlalchemy import func, select

from bot.conversation.messages import IncomingKind, Reply
from bot.services import Services
from bot.tables import outbox
from intake.applications import AnswerLine, Application, Person, Submission
from intake.products import Repayment
from tests.bot.conversation.chat import Chat, Opener, drain, text_of

OFFICER = 2001
_phones = itertools.count(13800000000)


def submitted(services: Services, farmer: Chat) -> Application:
    """An application of this farmer, sent in."""
    submission = Submission(
        village="willow-bend",
        product_id="livestock",
        requested_amount=Decimal(8000),
        own_funds=Decimal(4000),
        term_months=10,
        repayment=Repayment.DECLINING,
        applicant=Person("Wang Wu", f"+86{next(_phones)}"),
        lines=(AnswerLine("purpose", "What for?", "12 goats"),),
    )
    with services.engine.begin() as connection:
        services.applications.give_consent(connection, farmer.user_id, "en")
        draft = services.applications.start_draft(
            connection,
            user_id=farmer.user_id,
            form_id="microloan",
            form_version="1",
            language="en",
            state={},
            total=22,
        )
        return services.applications.submit(connection, draft.draft_id, farmer.user_id, submission)[0]


def test_nothing_yet_leads_to_applying(chat: Opener) -> None:
    farmer = chat()
    assert "no application yet" in text_of(farmer.send("/status"))
    assert farmer.button("Apply for a loan").action == "apply"


def test_each_step_is_said_in_plain_words(chat: Opener, services: Services) -> None:
    farmer = chat()
    application = submitted(services, farmer)
    said = text_of(farmer.send("/status"))
    assert application.reference in said and "¥8,000" in said and "waiting for your officer" in said
    with services.engine.begin() as connection:
        services.review.claim(connection, OFFICER, application.application_id)
    assert "Chen Rong is working on it" in text_of(farmer.send("/status"))


def test_taken_back_only_after_a_second_press(chat: Opener, services: Services) -> None:
    farmer = chat()
    submitted(services, farmer)
    farmer.send("/status")
    asked = farmer.press("Take it back")
    assert "really want" in text_of(asked)
    yes = farmer.button("Yes, take it back")
    assert "is taken back" in text_of(farmer.tap(yes))
    assert "no longer be done" in text_of(farmer.tap(yes))


def test_the_officers_question_is_answered(chat: Opener, services: Services) -> None:
    farmer = chat()
    application = submitted(services, farmer)
    with services.engine.begin() as connection:
        claimed, _ = services.review.claim(connection, OFFICER, application.application_id)
        services.review.ask_farmer(connection, OFFICER, claimed.application_id, "How many goats?")
    assert "How many goats?" in text_of(farmer.send("/status"))
    farmer.press("Answer")
    assert "in words" in text_of(farmer.file(IncomingKind.VOICE))
    drain(services, OFFICER)
    assert "has it now" in text_of(farmer.send("Twelve"))
    assert any("Twelve" in one.text for one in drain(services, OFFICER) if isinstance(one, Reply))
    assert "working on it" in text_of(farmer.send("/status"))


def test_a_message_to_the_officer(chat: Opener, services: Services) -> None:
    farmer = chat()
    submitted(services, farmer)
    farmer.send("/status")
    farmer.press("Write to my officer")
    drain(services, OFFICER)
    farmer.send("x" * 2000)
    assert drain(services, OFFICER) == []  # too long: said so, and still waiting
    farmer.send("I have moved house")
    assert any("moved house" in one.text for one in drain(services, OFFICER) if isinstance(one, Reply))


def test_another_persons_application_cannot_be_touched(chat: Opener, services: Services) -> None:
    farmer, thief = chat(), chat()
    submitted(services, farmer)
    farmer.send("/status")
    assert "no application yet" in text_of(thief.tap(farmer.button("Take it back")))


def test_everything_kept_can_be_had_as_a_file(chat: Opener, services: Services) -> None:
    farmer = chat()
    submitted(services, farmer)
    farmer.send("When do I need a guarantor?")
    assert "What we keep about you" in text_of(farmer.send("/privacy"))
    sent = farmer.press("Send me everything")[-1]
    assert sent.attachment is not None
    kept = json.loads(services.attachments.get(sent.attachment.stored_as))
    assert kept["file"]["applications"][0]["applicant"]["name"] == "Wang Wu"
    assert kept["questions"][0]["question"] == "When do I need a guarantor?"


def test_everything_can_be_erased(chat: Opener, services: Services) -> None:
    farmer = chat()
    submitted(services, farmer)
    farmer.send("Do you sell chainsaws on Sundays?")
    farmer.press("Ask my officer")
    farmer.send("/privacy")
    farmer.press("Delete what you keep")
    assert "It is deleted" in text_of(farmer.press("Yes, delete it"))
    with services.reading() as connection:
        assert services.knowledge.log.of(connection, str(farmer.user_id)) == []
        assert services.applications.by_farmer(connection, farmer.user_id) == []
        assert services.conversations.get(connection, farmer.user_id) is None, "not even his language"
        left = select(func.count()).where(outbox.c.chat_id == farmer.user_id)
        assert connection.scalar(left) == 2, "the goodbye, and the answer to his press"
    assert "no application yet" in text_of(farmer.send("/status"))
