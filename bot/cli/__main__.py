"""`python -m bot.cli` is `village-credit`."""

from bot.cli import main

main()
