"""The command menu people see in Telegram, by language and role."""

from __future__ import annotations

import structlog
from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import TelegramError

from bot.conversation.wording import N_
from bot.services import Services

log = structlog.get_logger(__name__)

FARMER = (
    ("apply", N_("Apply for a loan")),
    ("status", N_("My applications")),
    ("person", N_("Talk to a person")),
    ("language", N_("Change the language")),
    ("privacy", N_("What we keep about you")),
    ("help", N_("What I can do")),
)
STAFF = {
    "officer": (
        ("queue", N_("Applications waiting")),
        ("mine", N_("Applications I hold")),
        ("questions", N_("Farmers' questions")),
    ),
    "reviewer": (("queue", N_("Applications waiting")), ("mine", N_("Applications I hold"))),
    "lead": (("queue", N_("Applications waiting")), ("mine", N_("Applications I hold"))),
    "admin": (("documents", N_("The documents")), ("gaps", N_("What I could not answer"))),
}
COMMON = (("language", N_("Change the language")), ("help", N_("What I can do")))


async def publish_menu(bot: Bot, services: Services) -> None:
    """Set the menus. A failure is logged and no more: the commands work without their menu."""
    try:
        for code in services.lender.languages:
            commands = _worded(services, code, FARMER)
            scope = BotCommandScopeAllPrivateChats()
            await bot.set_my_commands(commands, scope=scope, language_code=code)
            if code == services.lender.default_language:
                await bot.set_my_commands(commands, scope=scope)
    except TelegramError as error:
        log.warning("the command menu was not set", error=type(error).__name__)


async def publish_staff_menu(bot: Bot, services: Services, user_id: int, role: str, language: str) -> None:
    """Set the menu of one member of staff; best effort."""
    commands = _worded(services, language, STAFF.get(role, ()) + COMMON)
    try:
        await bot.set_my_commands(commands, scope=BotCommandScopeChat(user_id))
    except TelegramError as error:
        log.info("a staff menu was not set", error=type(error).__name__)


def _worded(services: Services, code: str, commands: tuple[tuple[str, str], ...]) -> list[BotCommand]:
    wording = services.wording(code)
    return [BotCommand(name, wording.plain(text)) for name, text in commands]
