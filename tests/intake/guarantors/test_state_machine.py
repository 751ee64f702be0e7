"""Whatever anybody presses in whatever order, a yes is his who opened the link, and never after the decision."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.database import open_engine
from intake.applications import Person
from intake.errors import IntakeError
from intake.guarantors import GUARANTEE_TRANSITIONS, GuaranteeStatus
from intake.tables import metadata
from tests.conftest import Clock
from tests.intake.review.world import CHEN, Office
from tests.intake.world import FARMER

PEOPLE = st.sampled_from([7001, 7001, 7002, FARMER, CHEN])
STEPS = {(start, end) for (start, _), end in GUARANTEE_TRANSITIONS.items()}


class Guaranteeing(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        engine = open_engine(f"sqlite:///{Path(self.folder.name) / 'state.sqlite'}")
        metadata.create_all(engine)
        self.office = Office(engine, Clock())
        self.tokens: list[str] = []
        self.yes: int | None = None

    @initialize()
    def submit(self) -> None:
        self.application = self.office.submit(FARMER)
        self.guarantee, link = self.office.write(self.office.guarantors.ask, self.application)
        self.tokens.append(link.token)
        self.running = True

    def attempt(self, step: Callable[..., Any], *args: Any, **more: Any) -> Any:
        try:
            found = self.office.write(step, *args, **more)
        except IntakeError:
            return None
        assert self.running or step == self.office.guarantors.open
        return found

    @rule(by=PEOPLE, old=st.booleans())
    def open(self, by: int, old: bool) -> None:
        token = self.tokens[0 if old else -1]
        if self.attempt(self.office.guarantors.open, token, by):
            assert by not in (FARMER, CHEN) and token == self.tokens[-1]

    @rule(by=PEOPLE, phone=st.sampled_from([None, "8613800000002", "8613800001001"]))
    def accept(self, by: int, phone: str | None) -> None:
        if self.attempt(self.office.guarantors.accept, self.guarantee.guarantee_id, by, phone=phone):
            assert phone != "8613800001001"
            self.yes = by

    @rule(by=PEOPLE)
    def decline(self, by: int) -> None:
        if self.attempt(self.office.guarantors.decline, self.guarantee.guarantee_id, by):
            self.yes = None

    @rule(by=PEOPLE, other=st.booleans())
    def ask_again(self, by: int, other: bool) -> None:
        desk, number = self.office.guarantors, self.application.application_id
        step, args = (desk.name_another, (Person("Other"),)) if other else (desk.renew, ())
        made = self.attempt(step, number, by, *args)
        if made:
            assert by == FARMER
            self.tokens.append(made[1].token)
            self.yes = None

    @rule(hours=st.integers(1, 400))
    def time_passes(self, hours: int) -> None:
        self.office.clock.advance(hours=hours)

    @rule(really=st.integers(0, 9))
    def withdraw(self, really: int) -> None:
        if really == 0 and self.running:
            self.office.write(self.office.applications.withdraw, self.application.application_id, FARMER)
            self.running = False

    @invariant()
    def only_the_steps_of_the_table(self) -> None:
        if not hasattr(self, "guarantee"):
            return
        now = self.office.write(self.office.guarantors.store.get, self.guarantee.guarantee_id)
        assert now.version == self.guarantee.version or (self.guarantee.status, now.status) in STEPS
        assert (now.status is GuaranteeStatus.ACCEPTED) == (self.yes is not None)
        assert self.yes in (None, now.user_id)
        self.guarantee = now

    def teardown(self) -> None:
        self.office.engine.dispose()
        self.folder.cleanup()


TestGuaranteeing = Guaranteeing.TestCase
TestGuaranteeing.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
