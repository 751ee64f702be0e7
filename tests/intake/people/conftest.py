"""The world of applications."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.conftest import Clock
from tests.intake.world import World


@pytest.fixture
def world(engine: Engine, clock: Clock) -> World:
    return World(engine, clock)
