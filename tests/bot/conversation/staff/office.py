"""A branch with its people on their phones, and applications that come in ready-made."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.conversation.notifications import notify
from bot.services import Services
from intake.applications import Application, prepare_photo
from tests.bot.conversation.conftest import photo
from tests.conftest import Clock
from tests.intake.world import SUBMISSION
from tests.support.bot import Chat, World

CHEN, LI, ASHA, ZHAO, SUN, PENG = 2001, 2002, 2003, 3001, 4001, 5001
FARMER, GUARANTOR = 1001, 7001
VALUES = {
    "purpose": "12 goats and a pen",
    "amount": "8000",
    "income_months": "m05 m10 m11",
    "income_month_good": "6000",
    "income_month_poor": "1000",
    "living_costs_month": "1200",
}


class Office:
    """One branch; `chat` opens a phone, `apply` brings an application in as the farmer's side does."""

    def __init__(self, services: Services, clock: Clock) -> None:
        self.services, self.clock = services, clock
        self.world = World(services)
        self._chats: dict[int, Chat] = {}

    def chat(self, user_id: int, language: str = "en") -> Chat:
        if user_id not in self._chats:
            self._chats[user_id] = self.world.chat(user_id, language=language)
        return self._chats[user_id]

    @property
    def chen(self) -> Chat:
        return self.chat(CHEN)

    @property
    def zhao(self) -> Chat:
        return self.chat(ZHAO)

    @property
    def sun(self) -> Chat:
        return self.chat(SUN)

    def farmer(self, language: str = "en", user_id: int = FARMER) -> Chat:
        chat = self.chat(user_id, language)
        with self.services.engine.begin() as connection:
            self.services.conversations.set_language(connection, user_id, user_id, language, self.clock())
        return chat

    def asked_while_applying(self) -> Chat:
        """A farmer in the middle of another application, whom Chen has just asked something about the first."""
        farmer = self.farmer()
        self.claimed()
        farmer.command("/apply")
        farmer.press("Ask me one by one")
        self.chen.press("Ask the farmer")
        self.chen.text("How many bags?")
        farmer.news()
        self.chen.news()
        return farmer

    def apply(
        self, user_id: int = FARMER, *, photos: int = 0, language: str = "en", **changes: Any
    ) -> Application:
        """An application in the queue, its officer told."""
        services = self.services
        person = replace(SUBMISSION.applicant, phone=f"+86138{user_id:08d}", national_id=f"ID{user_id}")
        submission = replace(SUBMISSION, **{"applicant": person, "values": VALUES, **changes})
        with services.engine.begin() as connection:
            services.applications.give_consent(connection, user_id, language)
            draft = services.applications.start_draft(
                connection,
                user_id=user_id,
                form_id="microloan",
                form_version="1",
                language=language,
                state={},
                total=22,
            )
            for _ in range(photos):
                services.applications.attachments.add(
                    connection, draft.draft_id, "site_photo", prepare_photo(photo())
                )
            application, events = services.applications.submit(
                connection, draft.draft_id, user_id, submission
            )
            notify(self.world.dispatch.transaction(connection), services, events)
        return application

    def guarantor_says(self, yes: bool, application: Application, guarantor: int = GUARANTOR) -> None:
        """Whoever was named opens his link and answers."""
        desk = self.services.guarantors
        with self.services.engine.begin() as connection:
            if (asked := desk.ask(connection, application)) is not None:
                desk.open(connection, asked[1].token, guarantor)
            guarantee = desk.of_application(connection, application.application_id)
            assert guarantee is not None
            say = desk.accept if yes else desk.decline
            _, events = say(connection, guarantee.guarantee_id, guarantor)
            notify(self.world.dispatch.transaction(connection), self.services, events)

    def now(self, application: Application) -> Application:
        """The application as it stands."""
        with self.services.reading() as connection:
            return self.services.applications.store.get(connection, application.application_id)

    def claimed(self, **changes: Any) -> Application:
        application = self.apply(**changes)
        self.chen.news()
        self.chen.press("Claim")
        return self.now(application)

    def recommended(self, **changes: Any) -> Application:
        application = self.claimed(**changes)
        self.chen.press("Recommend")
        self.chen.press("Yes, lend")
        self.chen.text("Ten years of goats.")
        self.chen.text("One buyer only.")
        self.chen.press("All that was asked")
        self.chen.press("Hand it on")
        self.zhao.news()
        return self.now(application)

    def reads(self, application: Application) -> list[tuple[str, str]]:
        """Who read the file: name of the deed and actor."""
        with self.services.reading() as connection:
            events = self.services.applications.audit.of_application(connection, application.application_id)
        return [(event.name, event.actor) for event in events if "read" in event.name]
