"""Who is in danger is told to get help before all else; who was wronged by staff reaches somebody past them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.services import Services
from knowledge.answers import AnswerKind
from knowledge.types import Audience
from tests.bot.conversation.chat import Opener, text_of


@pytest.mark.parametrize(
    ("language", "message", "first"),
    [
        ("en", "help my house is burning", "Get help first"),
        ("zh", "房子着火了", "先求救"),
        ("sw", "mtoto wangu amekunywa sumu", "Tafuta msaada kwanza"),
    ],
)
def test_danger_is_answered_with_what_to_do_and_a_person(
    chat: Opener, services: Services, language: str, message: str, first: str
) -> None:
    farmer = chat(language)
    said = text_of(farmer.send(message))
    assert said.startswith(first)
    assert services.lender.phone in said
    assert "q.sos" in [button.action for button in farmer.buttons()]


def test_an_emergency_number_is_named_only_where_the_lender_has_set_one(
    chat: Opener, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    farmer = chat()
    assert "emergency number of your area" in text_of(farmer.send("my house is on fire"))
    lender = services.lender.model_copy(update={"emergency_phone": "112"})
    monkeypatch.setattr(services, "lender", lender)
    assert "Call 112 now" in text_of(farmer.send("a snake bit my son"))


RULES = (
    "# Honest dealing\n\n## If an officer asks for a bribe\n\n"
    "Do not pay an officer who asks for a bribe. Call the complaints line.\n"
)


@pytest.fixture
def rules(services: Services, tmp_path: Path) -> Iterator[None]:
    """What the lender says of bribes, for one test: the library is everybody's."""
    path = tmp_path / "honest.md"
    path.write_text(RULES)
    draft = services.library.stage(path, "honest.md", author="test")
    since = date(2026, 1, 1)
    version = services.library.publish(
        draft.draft_id, audience=Audience.FARMER, effective_from=since, reason="first", by="test"
    )
    yield
    services.library.retire(version.version_id, by="test", reason="over")


@pytest.mark.usefixtures("rules")
@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "the officer asked me for a bribe"),
        ("en", "my officer wants a gift from me"),
        ("zh", "信贷员找我要红包"),
        ("sw", "afisa ameniomba rushwa"),
    ],
)
def test_of_a_bribe_the_head_of_the_branch_reads_first_and_the_papers_say_what_to_do(
    chat: Opener, language: str, message: str
) -> None:
    farmer = chat(language)
    said = text_of(farmer.send(message))
    assert "Do not pay" in said and "no loan is worth" not in said
    actions = [button.action for button in farmer.buttons()]
    assert actions[0] == "k.tell" and "q.sos" not in actions and "q.ask" not in actions


@pytest.mark.usefixtures("rules")
def test_what_is_told_of_a_bribe_is_kept_as_a_complaint_and_not_as_a_question_answered(
    chat: Opener, services: Services
) -> None:
    farmer = chat()
    farmer.send("the officer asked me for a bribe")
    actions = [button.action for button in farmer.buttons()]
    assert "q.src" in actions and "q.up" not in actions and "q.dn" not in actions
    with services.reading() as connection:
        (kept,) = services.knowledge.log.of(connection, str(farmer.user_id))
    assert (kept.kind, kept.reason) == (AnswerKind.REDIRECT, "complaint")
    assert "Do not pay" in text_of(farmer.press("Show where it stands"))


@pytest.mark.parametrize(
    ("message", "readers"),
    [
        ("the officer beat me", ["k.tell"]),
        ("afisa amenipiga", ["k.tell"]),
        ("信贷员打了我", ["k.tell"]),
        ("they took my cow", ["k.tell", "q.sos"]),
        ("my house is on fire", ["q.sos", "k.tell"]),
    ],
)
def test_whoever_is_accused_never_reads_it_first(chat: Opener, message: str, readers: list[str]) -> None:
    farmer = chat()
    farmer.send(message)
    assert [button.action for button in farmer.buttons()] == readers


@pytest.mark.parametrize(
    ("message", "readers"),
    [
        ("Officer Chen, my son is bleeding", ["q.sos", "k.tell"]),
        ("Chen Rong, my house is on fire", ["q.sos", "k.tell"]),
        ("Officer Chen Rong beat me, I am bleeding", ["k.tell"]),
        ("Chen Rong is at my door with a gun", ["k.tell"]),
        ("陈荣砍了我儿子，一直流血", ["k.tell"]),
    ],
)
def test_an_officer_who_is_called_to_help_may_be_told(chat: Opener, message: str, readers: list[str]) -> None:
    farmer = chat()
    farmer.send(message)
    assert [button.action for button in farmer.buttons()] == readers
