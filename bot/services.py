"""What the rooms of the conversation may use; `bot/app.py` builds it once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog
from sqlalchemy import Connection, Engine

from bot.clock import Clock
from bot.conversation.wording import Wording
from bot.database import reader
from bot.settings import Settings
from intake.lender import Lender
from intake.vault import Vault

if TYPE_CHECKING:
    from bot.conversation.messages import FileRef
    from bot.conversation.store import Conversations
    from bot.delivery.attachments import AttachmentStore
    from bot.delivery.jobs import Jobs
    from bot.delivery.outbox import Outbox
    from intake.applications import Applications
    from intake.forms import Form
    from intake.guarantors import Guarantors
    from intake.interview import StoryReader
    from intake.review import QueueViews, ReviewQueue, Staff
    from knowledge.gaps import Gaps
    from knowledge.library import Library
    from knowledge.service import Knowledge

log = structlog.get_logger(__name__)

KEPT_FOR_WORDS = 100_000_000  # bytes


@dataclass
class Services:
    """The one set of collaborators of a running bot."""

    settings: Settings
    engine: Engine
    clock: Clock
    vault: Vault
    lender: Lender
    current_form: Callable[[], Form]
    outbox: Outbox
    jobs: Jobs
    conversations: Conversations
    attachments: AttachmentStore
    staff: Staff
    applications: Applications
    guarantors: Guarantors
    review: ReviewQueue
    queue: QueueViews
    library: Library
    knowledge: Knowledge
    plain_knowledge: Knowledge  # the same documents without any model: for those who wrote while we were away
    gaps: Gaps
    download: Callable[[FileRef], bytes]  # fetches a file a person sent; slow
    bot_username: str = ""
    free_bytes: Callable[[], int] | None = None  # of the disk; None where nobody asks
    story_reader: StoryReader | None = None  # only with a chat model

    def room_for_files(self) -> bool:
        """Whether the disk has room for what people send in; the last of it is for their words (F11)."""
        free = self.free_bytes() if self.free_bytes is not None else KEPT_FOR_WORDS
        if free < KEPT_FOR_WORDS:
            log.error("the disk is nearly full: files are refused, words are still kept", free_bytes=free)
        return free >= KEPT_FOR_WORDS

    @property
    def form(self) -> Form:
        """The application form in force: the newest published, else the one in the settings."""
        return self.current_form()

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction for reading alone; it holds nobody up."""
        return reader(self.engine).begin()

    def wording(self, language: str) -> Wording:
        """The words of a language the lender speaks, else of its default one."""
        chosen = language if language in self.lender.languages else self.lender.default_language
        return Wording(chosen, currency=self.lender.currency, timezone=self.lender.timezone)

    def nearest_language(self, code: str) -> str:
        """The lender's language for a phone's language code such as `zh-hans`."""
        base = code.lower().split("-")[0]
        return base if base in self.lender.languages else self.lender.default_language


def staff_askers(staff: Staff, connection: Connection) -> set[str]:
    """Who, of those who asked, works or worked here, as the log of answers names them."""
    return {str(user_id) for one in staff.members(connection, active=False) for user_id in one.ids}
