"""`/status` and `/privacy`: where an application stands, and a person's rights over what is kept."""

from __future__ import annotations

import base64
import itertools
import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from bot.conversation.messages import IncomingKind, Reply
from bot.services import Services
from bot.tables import outbox
from intake.applications import AnswerLine, Application, Person, Prepared, Submission
from intake.products import Repayment
from tests.bot.conversation.chat import Chat, Opener, drain, text_of
from tests.conftest import Clock

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


def test_the_copy_is_named_by_the_lenders_day(chat: Opener, slow_clock: Clock) -> None:
    slow_clock.now = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)  # four in the morning where the lender is
    farmer = chat()
    farmer.send("/privacy")
    sent = farmer.press("Send me everything")[-1]
    assert sent.attachment is not None and sent.attachment.filename == "my-data-2026-03-03.json"


def keep(services: Services, draft_id: str, content: bytes) -> str:
    film = Prepared(content, "video/mp4", "mp4")
    with services.engine.begin() as connection:
        return services.applications.attachments.add(connection, draft_id, "/data/herd", film).name


def test_what_is_too_much_for_one_file_comes_in_several(chat: Opener, services: Services) -> None:
    farmer = chat()
    draft_id = submitted(services, farmer).draft_id
    films = {keep(services, draft_id, film): film for film in (bytes([one]) * 9_000_000 for one in range(3))}
    farmer.send("/privacy")
    said = farmer.press("Send me everything")
    files = [one.attachment for one in said if one.attachment]
    contents = [json.loads(services.attachments.get(one.stored_as)) for one in files]
    assert [len(one["attachments"]) for one in contents] == [2, 1]
    sent_in = contents[0]["attachments"] | contents[1]["attachments"]
    assert {name: base64.b64decode(content) for name, content in sent_in.items()} == films
    assert files[0].filename.endswith("-02.json") and files[1].filename.endswith("-02-2.json")
    assert "file" in contents[0] and "all that we keep" in said[-1].text


def test_nobody_waits_while_a_copy_is_made(
    chat: Opener, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    farmer = chat()
    keep(services, submitted(services, farmer).draft_id, b"film")
    farmer.send("/privacy")
    read = services.applications.attachments.read

    def another_writes(name: str) -> bytes:
        path = services.engine.url.database
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other:  # type: ignore[arg-type]
            other.execute("BEGIN IMMEDIATE")
        return read(name)

    monkeypatch.setattr(services.applications.attachments, "read", another_writes)
    assert farmer.press("Send me everything")[-1].attachment is not None


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
