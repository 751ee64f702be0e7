"""The real services on a home of their own, the sample staff, one small document to be answered from."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.conversation.dispatch import Dispatch
from bot.conversation.rooms import ROOMS, last_word
from bot.opening import open_services
from bot.services import Services
from bot.settings import Settings
from intake.review import Role, StaffMember
from knowledge.types import Audience
from tests.bot.conversation.chat import Chat, Opener, speaking
from tests.conftest import Clock

DOCUMENT = """# Credit handbook

## Guarantors

For a loan of 20,000 yuan or more a guarantor from another household must stand for the loan.

## Late payment

When a payment is late, the officer visits you and agrees a new plan with you. There is no fine in the first
thirty days.
"""

TODAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
_people = itertools.count(700_000)


@pytest.fixture(scope="session")
def slow_clock() -> Clock:
    return Clock(TODAY)


@pytest.fixture(autouse=True)
def second_of_march(slow_clock: Clock) -> None:
    """Days are counted from it, whichever tests have turned before the clock that all share."""
    slow_clock.now = TODAY


@pytest.fixture(scope="session")
def services(tmp_path_factory: pytest.TempPathFactory, slow_clock: Clock) -> Iterator[Services]:
    home = tmp_path_factory.mktemp("home")
    opened = open_services(Settings(home=home, _env_file=None), slow_clock)  # type: ignore[call-arg]
    enrol(opened)
    publish(opened, home)
    opened.download = lambda file: photo()
    yield opened
    opened.engine.dispose()


def enrol(services: Services) -> None:
    with services.engine.begin() as connection:
        for one in services.lender.staff:
            villages = frozenset(one.villages)
            member = StaffMember(one.user_id, one.name, Role(one.role), villages, one.language, True)
            services.staff.put(connection, member)


def publish(services: Services, home: Path) -> None:
    path = home / "handbook.md"
    path.write_text(DOCUMENT)
    draft = services.library.stage(path, "handbook.md", author="test")
    services.library.publish(
        draft.draft_id, audience=Audience.FARMER, effective_from=date(2026, 1, 1), reason="first", by="test"
    )


def photo() -> bytes:
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def dispatch(services: Services) -> Dispatch:
    return Dispatch(services, ROOMS, last_word)


@pytest.fixture
def chat(services: Services, dispatch: Dispatch) -> Opener:
    """Opens the chat of a new person (or of a given user) who has chosen his language."""

    def open_chat(language: str = "en", user_id: int | None = None) -> Chat:
        number = next(_people) if user_id is None else user_id
        speaking(services, language, number)
        return Chat(services, dispatch, number, language)

    return open_chat


@pytest.fixture(autouse=True)
def quick_pictures(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Typesetting takes a second; one test of each language draws for real."""
    if "drawn" in request.node.name:
        return
    monkeypatch.setattr("intake.dossier.schedule_picture", lambda *args, **named: b"schedule")
    monkeypatch.setattr("intake.dossier.cash_flow_picture", lambda *args, **named: b"year")
