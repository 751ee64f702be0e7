"""The staff of the sample lender at work."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Engine

from intake.applications import Application
from intake.guarantors import Guarantors
from intake.review import QueueViews, ReviewQueue, Role, Staff, StaffMember
from tests.conftest import Clock
from tests.intake.world import World

CHEN, LI, ASHA, ZHAO, SUN, PENG = 2001, 2002, 2003, 3001, 4001, 5001
GUARANTOR = 7001
BIG = {
    "product_id": "enterprise",
    "requested_amount": Decimal(60000),
    "own_funds": Decimal(50000),
    "term_months": 24,
    "has_collateral": True,
}


class Office(World):
    """A world with the sample staff enrolled."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        super().__init__(engine, clock)
        self.staff = Staff(self.vault, clock)
        self.guarantors = Guarantors(self.vault, self.applications, self.staff, self.lender, clock)
        self.queue = ReviewQueue(self.applications, self.staff, self.lender, clock, self.guarantors)
        self.views = QueueViews(self.staff, self.lender, clock)
        self.write(self._enrol)

    def _enrol(self, connection: Connection) -> None:
        for one in self.lender.staff:
            member = StaffMember(
                one.user_id, one.name, Role(one.role), frozenset(one.villages), one.language, True
            )
            self.staff.put(connection, member)

    def guarantor_says(self, yes: bool, application: Application, guarantor: int = GUARANTOR) -> None:
        """Whoever was named opens his link and answers."""

        def step(connection: Connection) -> None:
            desk, number = self.guarantors, application.application_id
            asked = desk.ask(connection, application)
            if asked is not None:
                desk.open(connection, asked[1].token, guarantor)
            guarantee = desk.of_application(connection, number)
            assert guarantee is not None
            (desk.accept if yes else desk.decline)(connection, guarantee.guarantee_id, guarantor)

        self.write(step)

    def press(self, action: str, by: int, application: Application, *words: Any, **more: Any) -> Application:
        """One press in one transaction; gives the application as it stands after."""
        changed: Application
        changed, _ = self.write(getattr(self.queue, action), by, application.application_id, *words, **more)
        return changed

    def recommended(self, by: int = CHEN, **changes: Any) -> Application:
        application = self.press("claim", by, self.submit(**changes))
        return self.press(
            "recommend",
            by,
            application,
            lend=True,
            reasons_for="ten years of goats",
            reasons_against="one buyer only",
        )
