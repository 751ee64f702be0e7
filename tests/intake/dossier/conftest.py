"""A well-filled file in the sample lender's office."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.conftest import Clock
from tests.intake.review.world import Office


@pytest.fixture
def office(engine: Engine, clock: Clock) -> Office:
    return Office(engine, clock)
