"""The branch at work: the sample staff, farmers who apply, everybody at his own phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.conversation.staff.office import Office
from tests.conftest import Clock
from tests.support.bot import make_services


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Iterator[Office]:
    services = make_services(tmp_path, clock)
    yield Office(services, clock)
    services.engine.dispose()
