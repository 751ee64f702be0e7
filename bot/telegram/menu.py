"""The command menu people see in Telegram, by language and role."""

from __future__ import annotations

import asyncio
import contextlib

import structlog
from sqlalchemy.exc import SQLAlchemyError
from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import TelegramError

from bot.conversation.wording import N_
from bot.services import Services
from intake.errors import VaultError
from intake.review import StaffMember

log = structlog.get_logger(__name__)

FARMER = (
    ("apply", N_("Apply for a loan")),
    ("status", N_("My applications")),
    ("guarantor", N_("Standing for a loan")),
    ("person", N_("Talk to a person")),
    ("language", N_("Change the language")),
    ("privacy", N_("What we keep about you")),
    ("help", N_("What I can do")),
)
OFFICER = (
    ("queue", N_("Applications waiting")),
    ("mine", N_("Applications I hold")),
    ("questions", N_("Farmers' questions")),
)
STAFF = {
    "officer": OFFICER,
    "reviewer": (("queue", N_("Applications waiting")),),
    "lead": OFFICER,
    "admin": (("documents", N_("The documents")), ("gaps", N_("What I could not answer"))),
}
ABOUT = N_(
    "Ask about loans in your own words, and apply for one step by step. Answers come from our own papers."
)
STAFF_SECONDS = 15.0
COMMON = (("language", N_("Change the language")), ("help", N_("What I can do")))


async def publish_menu(bot: Bot, services: Services) -> None:
    """Set the menus. A failure is logged and no more: the commands work without their menu."""
    try:
        for code in services.lender.languages:
            commands = _worded(services, code, FARMER)
            scope = BotCommandScopeAllPrivateChats()
            await bot.set_my_commands(commands, scope=scope, language_code=code)
            about = services.wording(code).plain(ABOUT)
            await bot.set_my_description(about, language_code=code)
            await bot.set_my_short_description(about[:120], language_code=code)
            if code == services.lender.default_language:
                await bot.set_my_commands(commands, scope=scope)
                await bot.set_my_description(about)
                await bot.set_my_short_description(about[:120])
    except TelegramError as error:
        log.warning("the command menu was not set", error=type(error).__name__)


class StaffMenus:
    """Each member of staff sees the commands of his role, who is one no more those of a farmer.

    Told again only when that changed.
    """

    def __init__(self, bot: Bot, services: Services) -> None:
        self._bot = bot
        self._services = services
        self._told: dict[int, tuple[bool, str, str]] = {}

    async def run(self) -> None:
        """Look for new, changed or revoked staff until cancelled."""
        while True:
            await self.tell()
            await asyncio.sleep(STAFF_SECONDS)

    async def tell(self) -> None:
        """Tell Telegram what changed since the last time."""
        for member in await asyncio.to_thread(self._members):
            await self._tell(member)

    def _members(self) -> list[StaffMember]:
        try:
            with self._services.reading() as connection:
                return self._services.staff.members(connection, active=False)
        except (SQLAlchemyError, VaultError) as error:
            log.error("the staff cannot be read; trying again", error=type(error).__name__)
            return []

    async def _tell(self, member: StaffMember) -> None:
        standing = (member.active, member.role.value, member.language)
        if self._told.get(member.user_id) == standing:
            return
        # A courtesy: Telegram refuses it until the person has written to the bot.
        with contextlib.suppress(TelegramError):
            await self._set_or_take(member)
            self._told[member.user_id] = standing

    async def _set_or_take(self, member: StaffMember) -> None:
        scope = BotCommandScopeChat(member.user_id)
        if not member.active:
            await self._bot.delete_my_commands(scope=scope)
            return
        commands = _worded(self._services, member.language, STAFF[member.role.value] + COMMON)
        await self._bot.set_my_commands(commands, scope=scope)


def _worded(services: Services, code: str, commands: tuple[tuple[str, str], ...]) -> list[BotCommand]:
    wording = services.wording(code)
    return [BotCommand(name, wording.plain(text)) for name, text in commands]
