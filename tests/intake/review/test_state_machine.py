"""No sequence of presses, by anybody, with old buttons or new, breaks four eyes or leaves the table of statuses."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from bot.database import open_engine
from intake.applications import TRANSITIONS, Action, Application, ApplicationStatus
from intake.errors import IntakeError, NotAllowed, Refused, TransitionNotAllowed
from intake.tables import metadata
from tests.conftest import Clock
from tests.intake.review.world import ASHA, BIG, CHEN, LI, PENG, SUN, ZHAO, Office
from tests.intake.world import FARMER

HOLDER = 0  # stands for whoever holds it, so that many presses are the right ones
PEOPLE = st.sampled_from([HOLDER, HOLDER, HOLDER, HOLDER, CHEN, LI, ASHA, ZHAO, SUN, PENG, FARMER, 9999])
DECIDERS = st.sampled_from([ZHAO, ZHAO, ZHAO, SUN, SUN, HOLDER, LI, PENG])
OLD = st.booleans()
STEPS = {(start, end) for (start, _), end in TRANSITIONS.items()}


class Lifecycle(RuleBasedStateMachine):
    """One application, everybody pressing everything."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        engine = open_engine(f"sqlite:///{Path(self.folder.name) / 'state.sqlite'}")
        metadata.create_all(engine)
        self.office = Office(engine, Clock())
        self.workers: set[int] = set()
        self.recommender: int | None = None
        self.first_version = 1
        self.guaranteed = False

    @initialize(large=st.booleans(), related=st.sampled_from([frozenset(), frozenset(), {CHEN}, {ZHAO}]))
    def submit(self, large: bool, related: frozenset[int]) -> None:
        changes: dict[str, Any] = {"related_staff": frozenset(related), **(BIG if large else {})}
        self.application = self.office.submit(FARMER, **changes)
        self.related = related

    def person(self, by: int) -> int:
        """Who presses: the holder where HOLDER was drawn."""
        return (self.application.holder or CHEN) if by == HOLDER else by

    def press(self, action: str, by: int, *words: Any, old: bool = False, **more: Any) -> bool:
        """Press, and check what must hold of a press that went through."""
        assert by != HOLDER
        version = self.first_version if old else None
        queue = self.office.queue
        before = self.application
        try:
            after, events = self.office.write(
                getattr(queue, action), by, before.application_id, *words, version=version, **more
            )
        except (NotAllowed, TransitionNotAllowed, Refused):
            assert self.now() == before
            return False
        assert events
        assert after.version == before.version + 1
        assert not old or before.version == self.first_version
        assert by not in self.related
        self.application = after
        return True

    def farmer(self, step: Callable[..., Any], *words: Any) -> None:
        try:
            self.application, _ = self.office.write(step, self.application.application_id, FARMER, *words)
        except IntakeError:
            assert self.now() == self.application

    def now(self) -> Application:
        found: Application = self.office.write(
            self.office.applications.store.get, self.application.application_id
        )
        return found

    @rule(by=PEOPLE, old=OLD)
    def claim(self, by: int, old: bool) -> None:
        by = self.person(by)
        if self.press("claim", by, old=old):
            self.workers.add(by)

    @rule(by=PEOPLE, to=PEOPLE)
    def assign(self, by: int, to: int) -> None:
        by = self.person(by)
        to = self.person(to)
        if self.press("assign", by, to):
            assert by == SUN
            self.workers.add(to)

    @rule(by=PEOPLE)
    def release(self, by: int) -> None:
        by = self.person(by)
        self.press("release", by)

    @rule(by=PEOPLE)
    def ask(self, by: int) -> None:
        by = self.person(by)
        if self.press("ask_farmer", by, "why?"):
            assert by in self.workers

    @rule()
    def reply(self) -> None:
        self.farmer(self.office.applications.reply, "because")

    @rule(by=PEOPLE, days=st.integers(-2, 5))
    def visit(self, by: int, days: int) -> None:
        by = self.person(by)
        today = self.office.clock().date()
        if self.press("set_visit", by, today + timedelta(days=days)):
            assert days >= 0
            assert self.press("record_visit", by, "seen")

    @rule(by=PEOPLE, lend=st.booleans(), old=OLD)
    def recommend(self, by: int, lend: bool, old: bool) -> None:
        by = self.person(by)
        words = {"reasons_for": "a", "reasons_against": "b"}
        if self.press("recommend", by, lend=lend, old=old, **words):
            assert by in self.workers
            self.recommender = by

    @rule(by=DECIDERS, amount=st.sampled_from([None, 1, 8000, 60000, 10**6]), old=OLD, shares=st.booleans())
    def approve(self, by: int, amount: int | None, old: bool, shares: bool) -> None:
        by = self.person(by)
        given = {self.recommender or 0: 50, by: 50} if shares else None
        wanted = None if amount is None else Decimal(amount)
        if self.press("approve", by, amount=wanted, old=old, shares=given):
            self.decided(by)
            approved = self.application.approved
            assert approved is not None
            assert approved <= self.application.requested
            assert shares or not self.application.large
            assert self.guaranteed or approved.amount < 20000

    @rule(yes=st.sampled_from([True, True, False]))
    def guarantor_answers(self, yes: bool) -> None:
        try:
            self.office.guarantor_says(yes, self.application)
        except (TransitionNotAllowed, Refused):
            return
        self.guaranteed = yes
        self.application = (
            self.now()
        )  # what changes after the recommendation makes the decider's card an old one

    @rule(by=DECIDERS)
    def reject(self, by: int) -> None:
        by = self.person(by)
        if self.press("reject", by, "too deep in debt"):
            self.decided(by)

    @rule(by=DECIDERS)
    def give_back(self, by: int) -> None:
        by = self.person(by)
        if self.press("return_for_information", by, "how many?"):
            assert by not in self.workers

    @rule()
    def somebody_does_his_work(self) -> None:
        if self.application.status is ApplicationStatus.SUBMITTED:
            self.claim(by=SUN if CHEN in self.related else CHEN, old=False)
        elif self.application.status is ApplicationStatus.UNDER_REVIEW:
            self.recommend(by=HOLDER, lend=True, old=False)
        elif self.application.status is ApplicationStatus.RECOMMENDED:
            self.approve(by=SUN if ZHAO in self.related else ZHAO, amount=None, old=False, shares=True)

    @rule(hours=st.integers(1, 100))
    def time_passes(self, hours: int) -> None:
        self.office.clock.advance(hours=hours)

    def decided(self, by: int) -> None:
        assert by not in self.workers
        assert by != self.recommender
        assert by in (ZHAO, SUN)
        assert self.application.decided_by == by

    @invariant()
    def the_log_tells_a_legal_life(self) -> None:
        if not hasattr(self, "application"):
            return
        log = self.office.write(
            self.office.applications.audit.of_application, self.application.application_id
        )
        life = [ApplicationStatus(event.facts["status"]) for event in log if "status" in event.facts]
        assert life[0] is ApplicationStatus.SUBMITTED
        assert life[-1] is self.application.status
        steps = itertools.pairwise(life)
        assert all(step in STEPS or step[0] is step[1] for step in steps)

    def teardown(self) -> None:
        self.office.engine.dispose()
        self.folder.cleanup()


class WithWithdrawal(Lifecycle):
    """The same with a farmer who may change his mind."""

    @rule()
    def withdraw(self) -> None:
        self.farmer(self.office.applications.withdraw)


QUICK = settings(
    max_examples=30,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestLifecycle = Lifecycle.TestCase
TestLifecycle.settings = QUICK
TestWithWithdrawal = WithWithdrawal.TestCase
TestWithWithdrawal.settings = settings(QUICK, max_examples=10)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_many_lives() -> None:
    run_state_machine_as_test(WithWithdrawal, settings=settings(QUICK, max_examples=500))


def test_the_table_leads_nowhere_from_the_end() -> None:
    ends = {
        ApplicationStatus.APPROVED,
        ApplicationStatus.REJECTED,
        ApplicationStatus.WITHDRAWN,
        ApplicationStatus.EXPIRED,
    }
    assert {start for start, _ in TRANSITIONS}.isdisjoint(ends)
    assert set(TRANSITIONS.values()) == set(ApplicationStatus) - {ApplicationStatus.DRAFT}
    deciding = {start for (start, action) in TRANSITIONS if action in (Action.APPROVE, Action.REJECT)}
    assert deciding == {ApplicationStatus.RECOMMENDED}
