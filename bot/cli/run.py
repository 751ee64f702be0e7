"""`village-credit run`: the bot on the configured Bot API server."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Coroutine
from typing import Any

import typer

from bot.memory import one_heap
from bot.settings import PREFIX, Settings

app = typer.Typer()


@app.command()
def run() -> None:
    """Run the bot until it is stopped (Ctrl-C or SIGTERM): what is in hand is finished first."""
    one_heap()
    settings = Settings()
    if not settings.telegram_token.get_secret_value():
        raise typer.BadParameter(
            f"set {PREFIX}TELEGRAM_TOKEN to the token BotFather gave you (in .env or the environment); "
            "to try the product without Telegram: make demo"
        )
    from telegram.error import BadRequest, InvalidToken

    from bot.app import Application
    from bot.logs import configure

    configure(settings)
    application = Application(settings)
    try:
        asyncio.run(_until_stopped(application.run()))
    except InvalidToken:
        raise SystemExit(
            f"village-credit: {settings.telegram_base_url} does not know the token in {PREFIX}TELEGRAM_TOKEN"
        ) from None
    except BadRequest as error:
        raise SystemExit(
            f"village-credit: Telegram refuses {PREFIX}WEBHOOK_URL or {PREFIX}WEBHOOK_SECRET: {error.message}"
        ) from None


async def _until_stopped(work: Coroutine[Any, Any, None]) -> None:
    task = asyncio.create_task(work)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        return
    except BaseExceptionGroup as group:
        raise _first(group) from None  # what ended the bot; its other loops were only stopped by it


def _first(group: BaseExceptionGroup) -> BaseException:
    first = group.exceptions[0]
    return _first(first) if isinstance(first, BaseExceptionGroup) else first
