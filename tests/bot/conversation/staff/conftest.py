"""The branch at work: the sample staff, farmers who apply, everybody at his own phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.conversation.staff.office import Office
from tests.conftest import Clock
from tests.support.bot import copy_home, make_services


@pytest.fixture(scope="session")
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with its database and staff, made once and copied for each test."""
    home = tmp_path_factory.mktemp("branch") / "home"
    services = make_services(home, Clock())
    services.knowledge.index.close()
    services.engine.dispose()
    return home


@pytest.fixture
def office(empty_home: Path, tmp_path: Path, clock: Clock) -> Iterator[Office]:
    services = make_services(copy_home(empty_home, tmp_path / "home"), clock)
    yield Office(services, clock)
    services.knowledge.index.close()
    services.engine.dispose()
