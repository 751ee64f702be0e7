"""The command line: `village-credit`."""

from __future__ import annotations

import importlib
import sys

# name -> (module, help): a command's module is imported only when it is called, so that starting is quick.
COMMANDS = {
    "demo": ("bot.cli.demo", "Start the whole product on simulated Telegram."),
    "run": ("bot.cli.run", "Run the bot on the configured Bot API server."),
    "ask": ("bot.cli.ask", "Ask the documents a question."),
    "docs": ("bot.cli.docs", "Keep the documents current."),
    "evaluate": ("bot.cli.evaluate", "Measure retrieval and answers."),
    "forms": ("bot.cli.forms", "Check, show, run and publish application forms."),
    "applications": ("bot.cli.applications", "Hand out what farmers have sent in: XML, CSV, JSON."),
    "read": ("bot.cli.read", "Show how a typed value is read."),
    "staff": ("bot.cli.staff", "Invite, list and revoke staff."),
    "audit": ("bot.cli.audit", "Say whether the log of who did and read what is whole."),
    "keys": ("bot.cli.keys", "Change the keys that personal data is encrypted with."),
    "backup": ("bot.cli.backup", "Copy everything while the bot runs, prove the copy, put it back."),
    "sample": ("bot.cli.sample", "Load the sample lender."),
    "simulator": ("bot.cli.simulator", "Serve the simulated Telegram alone."),
    "doctor": ("bot.cli.doctor", "Say what is set up, what is missing, and how to mend it."),
}


def main() -> None:
    """Run the command line. Errors an operator can mend are one sentence, not a traceback."""
    name, *arguments = sys.argv[1:] or ["--help"]
    if name not in COMMANDS:
        _help(asked=name in ("--help", "-h", "help"), name=name)
    program = importlib.import_module(COMMANDS[name][0]).app
    try:
        program(args=arguments, prog_name=f"village-credit {name}")
    except Exception as error:
        from bot.cli.errors import explain

        sentence = explain(error)
        if sentence is None:
            raise
        sys.exit(f"village-credit: {sentence}")


def _help(*, asked: bool, name: str) -> None:
    lines = ["Usage: village-credit COMMAND [OPTIONS]", "", "Commands (each has --help):"]
    lines += [f"  {command:<14}{text}" for command, (_module, text) in COMMANDS.items()]
    (sys.stdout if asked else sys.stderr).write("\n".join(lines) + "\n")
    sys.exit(0 if asked else f"village-credit: there is no command {name!r}")
