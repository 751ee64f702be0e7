"""A lender with its staff and a few farmers, for the tests of applications and review."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Engine

from intake.applications import AnswerLine, Application, Applications, Draft, Person, Submission
from intake.files import MemoryFiles
from intake.lender import SAMPLES, Lender
from intake.products import Repayment
from intake.vault import Vault
from tests.conftest import Clock

FARMER = 1001
NEIGHBOUR = 1002

SUBMISSION = Submission(
    village="willow-bend",
    product_id="livestock",
    requested_amount=Decimal(8000),
    own_funds=Decimal(4000),
    term_months=12,
    repayment=Repayment.DECLINING,
    applicant=Person("Wang Fang", "+8613800000001", "330101198001010028"),
    guarantor=Person("Liu Bo", "+8613800000002"),
    first_due=date(2026, 5, 1),
    values={"/data/amount": 8000, "/data/purpose": "12 goats"},
    lines=(
        AnswerLine("/data/purpose", "What is the money for?", "12 goats", "use_of_loan"),
        AnswerLine("/data/amount", "How much?", "8,000 yuan", "use_of_loan"),
    ),
    known={"/data/name": "Wang Fang"},
)


class World:
    """The services over one engine; `write` runs a step in its own transaction, as the bot does."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        numbers = itertools.count(1)
        self.engine = engine
        self.clock = clock
        self.lender = Lender.load(SAMPLES)
        self.keys = [Vault.new_key()]
        self.vault = Vault(self.keys, Vault.new_key())
        self.files = MemoryFiles()
        self.applications = Applications(
            self.vault, self.lender, clock, self.files, new_id=lambda: f"id{next(numbers):04d}"
        )

    def write(self, step: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        with self.engine.begin() as connection:
            return step(connection, *args, **kwargs)

    def draft(self, user_id: int = FARMER, **more: Any) -> Draft:
        def step(connection: Connection) -> Draft:
            self.applications.give_consent(connection, user_id, "en")
            return self.applications.start_draft(
                connection,
                user_id=user_id,
                form_id="microloan",
                form_version="1",
                language="en",
                state={"answers": {}},
                total=22,
                **more,
            )

        draft: Draft = self.write(step)
        return draft

    def submit(self, user_id: int = FARMER, **changes: Any) -> Application:
        draft = self.draft(user_id)
        submission = replace(submission_of(user_id), **changes)
        application: Application
        application, _ = self.write(self.applications.submit, draft.draft_id, user_id, submission)
        return application


def submission_of(user_id: int) -> Submission:
    """The sample submission with an applicant of his own for each user."""
    person = Person(f"Farmer {user_id}", f"+86138{user_id:08d}", f"ID{user_id}")
    return replace(SUBMISSION, applicant=person)


HARVEST = date(2026, 10, 15)
