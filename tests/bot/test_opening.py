"""What the composition root hands on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from knowledge.types import Answer, Audience
from tests.conftest import Clock
from tests.support.bot import make_services

BEES = b"# Loans for bees\n\nWe lend up to 900 yuan for a bee hive.\n"


def test_a_document_is_in_force_from_the_lenders_midnight(tmp_path: Path) -> None:
    clock = Clock(datetime(2026, 11, 23, 16, 30, tzinfo=UTC))  # in Shanghai it is the 24th already
    services = make_services(tmp_path / "home", clock)
    draft = services.library.stage(BEES, "bees.md", author="Peng Hui")
    services.library.publish(
        draft.draft_id,
        audience=Audience.FARMER,
        effective_from=date(2026, 11, 24),
        reason="",
        by="Peng Hui",
    )
    outcome = services.knowledge.ask(
        "How much do you lend for a bee hive?", language="en", audience=Audience.FARMER
    )
    assert isinstance(outcome, Answer)
    services.engine.dispose()
