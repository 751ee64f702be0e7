"""The peer of `benchmarks.turns`: python-telegram-bot's own Application, polling, replying "ok" to everything."""

from __future__ import annotations

import argparse

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def reply(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say "ok"."""
    if update.effective_message is not None:
        await update.effective_message.reply_text("ok")


def main() -> None:
    """Poll until stopped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--telegram", required=True)
    parser.add_argument("--token", required=True)
    options = parser.parse_args()
    builder = Application.builder().token(options.token).base_url(f"{options.telegram}/bot")
    # The same freedom as the product has: many updates at once, connections enough for them.
    application = builder.concurrent_updates(True).connection_pool_size(64).build()
    application.add_handler(MessageHandler(filters.ALL, reply))
    application.run_polling(poll_interval=0.0)


if __name__ == "__main__":
    main()
