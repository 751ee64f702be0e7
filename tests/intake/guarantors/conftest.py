"""The office, and somebody who was named as guarantor."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.conftest import Clock
from tests.intake.review.world import Office


@pytest.fixture
def office(engine: Engine, clock: Clock) -> Office:
    return Office(engine, clock)
