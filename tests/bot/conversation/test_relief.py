"""Who tells of a trouble hears sympathy, then what the papers say can be done; where they say nothing, no more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.services import Services
from knowledge.types import Audience
from tests.bot.conversation.chat import Opener, text_of

RULES = (
    "# When things go wrong\n\n## When the borrower dies\n\nWhat happens to the loan if the borrower dies: we ask for "
    "nothing for 90 days. Children do not owe the loan.\n\n## When animals die\n\nWhat you should do when your "
    "animals die: call the vet first, then your officer.\n\n## When you cannot pay\n\nYour loan can be rescheduled "
    "once, by up to 6 months.\n"
)


@pytest.fixture
def rules(services: Services, tmp_path: Path) -> Iterator[None]:
    """What the lender says of troubles, for one test: the library is everybody's."""
    path = tmp_path / "wrong.md"
    path.write_text(RULES)
    draft = services.library.stage(path, "wrong.md", author="test")
    version = services.library.publish(
        draft.draft_id,
        audience=Audience.FARMER,
        effective_from=date(2026, 1, 1),
        reason="first",
        by="test",
    )
    yield
    services.library.retire(version.version_id, by="test", reason="over")


@pytest.mark.usefixtures("rules")
@pytest.mark.parametrize(
    ("language", "message", "sorry", "rule"),
    [
        ("en", "my husband died, do i have to keep paying", "I am sorry", "nothing for 90 days"),
        ("sw", "mume wangu amefariki, mkopo wake utakuwaje", "Pole sana", "nothing for 90 days"),
        ("en", "my goats died", "I am sorry", "call the vet first"),
        ("zh", "羊死了三只还不上了", "难过", "call the vet first"),
        ("en", "i cant pay", "I am sorry", "by up to 6 months"),
    ],
)
def test_the_rule_follows_the_sympathy(
    chat: Opener, language: str, message: str, sorry: str, rule: str
) -> None:
    farmer = chat(language)
    said = farmer.send(message)
    assert sorry in said[0].text and rule in said[-1].text
    assert "health or your life" not in text_of(said) and "hatarini" not in text_of(said)
    actions = [button.action for button in farmer.buttons()]
    assert {"q.sos", "person"} & set(actions)
    assert rule in text_of(farmer.tap(next(one for one in farmer.buttons() if one.action == "q.src")))


@pytest.mark.parametrize(
    ("message", "actions"),
    [("my husband died", {"person"}), ("my goats are all dead, i cannot pay", {"q.sos", "k.tell"})],
)
def test_where_the_papers_say_nothing_nothing_is_invented(
    chat: Opener, message: str, actions: set[str]
) -> None:
    farmer = chat()
    said = farmer.send(message)
    assert len(said) == 1 and "I am sorry" in said[0].text
    assert {button.action for button in farmer.buttons()} == actions


@pytest.mark.usefixtures("rules")
def test_a_wish_to_die_is_answered_with_help_and_no_rule(chat: Opener) -> None:
    said = chat().send("i cannot pay, i want to die")
    assert len(said) == 1 and "health or your life" in said[0].text
