"""The amounts that an officer writes: what the words may mean, and of that only what can be lent here."""

from __future__ import annotations

from decimal import Decimal

from bot.conversation.lending import locale
from bot.conversation.messages import Button, Reply
from bot.conversation.officer.deeds import not_lendable
from bot.conversation.officer.steps import about, never_mind_row
from bot.conversation.turn import Commit, Turn, just
from bot.conversation.wording import Html, lines
from intake.applications import Application, without_references
from intake.reading import Kind, read

MOST_OFFERED = 4
Rows = tuple[tuple[Button, ...], ...]


def meant(turn: Turn, application: Application, words: str) -> list[Decimal] | Html:
    """The amounts that the words may mean and that can be lent; else why there is none."""
    said = without_references(words, turn.services.lender.reference_prefix)
    reading = read(said, Kind.AMOUNT, language=turn.language, locale=locale(turn.services, turn.now))
    found = [Decimal(str(one.value)) for one in reading.candidates]
    if not found:
        return turn.say("I could not read that as an amount. Write it in figures, such as 8000.")
    bounds = turn.services.review.lendable(application)
    return [one for one in found if one in bounds][:MOST_OFFERED] or not_lendable(turn, bounds)


def offer(turn: Turn, application: Application, text: Html, rows: Rows) -> Commit:
    """Say `text` above the amounts to press and the way out of the step."""
    way_out = never_mind_row(turn, str(application.application_id))
    return just(Reply(lines(about(application), text), buttons=(*rows, way_out)))
