"""Answers and refusals in words: what was understood, why something cannot be taken, and what to do instead."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.conversation import lending
from bot.conversation.application.checks import OWN_GUARANTOR, UNLIKELY
from bot.conversation.application.desk import Sitting
from bot.conversation.marks import token
from bot.conversation.messages import Button
from bot.conversation.turn import Turn
from bot.conversation.wording import N_, Html, Wording, clean, lines, paragraphs, quoted
from intake.forms import QuestionKind, RefusalCode
from intake.interview import Accepted, Code, Interview, Problem, Prompt, Refused, SummaryItem
from intake.interview.answering import OUTLINES
from intake.interview.columns import read_as
from intake.products import LimitCode
from intake.reading import Kind, Reason

SHOWN_LETTERS = 160  # of one answer in a list
FREE = frozenset({QuestionKind.TEXT, QuestionKind.BARCODE})
FILES = {
    QuestionKind.IMAGE: N_("a photo"),
    QuestionKind.AUDIO: N_("a recording"),
    QuestionKind.VIDEO: N_("a video"),
    QuestionKind.FILE: N_("a file"),
}
Facts = Mapping[str, Any]


def shown(wording: Wording, interview: Interview, item: SummaryItem) -> str:
    """An answer as people read it: money, days and spans by the lender's habits, choices by their labels."""
    if item.kind in FILES:
        return wording.plain(FILES[item.kind])
    if item.kind is QuestionKind.GEOPOINT:
        return wording.plain("a place on the map")
    if item.kind in OUTLINES:
        places = len(set(item.value.split(";")))
        return str(wording.count("{n} place on the map", "{n} places on the map", places))
    if item.kind is QuestionKind.DATE:
        return _day(wording, item.value)
    if item.kind is QuestionKind.TIME:
        return item.value[:5]  # hours and minutes
    reads, unit = read_as(interview.questions.cells(item.path))
    if reads is Kind.AMOUNT or item.kind in (QuestionKind.INTEGER, QuestionKind.DECIMAL, QuestionKind.RANGE):
        return _figure(wording, item.value, reads, unit)
    return item.shown


def _day(wording: Wording, value: str) -> str:
    try:
        return wording.date(date.fromisoformat(value[:10]))
    except ValueError:
        return value


def _figure(wording: Wording, value: str, reads: Kind | None, unit: str | None) -> str:
    try:
        figure = Decimal(value)
    except InvalidOperation:
        return value
    if reads is Kind.AMOUNT:
        return lending.money(wording, figure)
    if (
        reads is Kind.DURATION
        and unit in ("months", "years")
        and abs(figure) < 10**6
        and figure == int(figure)
    ):
        return _span(wording, int(figure), unit)
    return lending.number(wording, figure)


def _span(wording: Wording, count: int, unit: str) -> str:
    return (
        lending.months(wording, count) if unit == "months" else wording.count("{n} year", "{n} years", count)
    )


def echo(turn: Turn, interview: Interview, accepted: Accepted) -> str:
    """What was understood, said back; nothing for words that were taken as they are."""
    item = accepted.echo
    if item.kind is QuestionKind.REPEAT or (item.kind in FREE and item.read_as is None):
        return ""
    return Html("✓ " + quoted(shown(turn.wording, interview, item), SHOWN_LETTERS))


def taken(turn: Turn, interview: Interview, names: Collection[str]) -> Html:
    """Several answers given with one press, said back."""
    return _listed(turn, interview, [item for item in interview.summary() if item.name in names])


def besides(turn: Turn, interview: Interview, accepted: Accepted) -> Html:
    """What the same words answered, too."""
    return _listed(turn, interview, accepted.besides)


def _listed(turn: Turn, interview: Interview, given: Sequence[SummaryItem]) -> Html:
    told = [f"✓ {quoted(item.label, 80)} {quoted(shown(turn.wording, interview, item))}" for item in given]
    return Html("\n".join(told))


def reopened(turn: Turn, interview: Interview, invalid: Sequence[Refused]) -> str:
    """Earlier answers that a change made invalid, by the form's labels, and what the lender says of them."""
    if not invalid:
        return ""
    labels = "; ".join(interview.questions.label(one.path) for one in invalid)
    again = turn.say("Because of this I have to ask again: {questions}", questions=labels)
    return paragraphs(again, *(_reason(turn, one) for one in invalid))


def fallen(turn: Turn, interview: Interview, was: Sequence[SummaryItem], refused: Sequence[Refused]) -> Html:
    """Answers that have come to be wrong while the application lay, as they were, and why."""
    told = [f"• {quoted(item.label, 80)} {quoted(shown(turn.wording, interview, item))}" for item in was]
    again = turn.say("Time has passed, and this no longer holds. I have to ask it again:")
    return paragraphs(lines(again, Html("\n".join(told))), *(_reason(turn, one) for one in refused))


def to_press(turn: Turn, sitting: Sitting, item: SummaryItem, action: str, letters: int) -> Button:
    """A question and its answer, to be pressed; as many letters of them as a button has room for."""
    label = clean(f"✏ {item.label} {shown(turn.wording, sitting.interview, item)}", letters)
    return Button(label, action, (token(sitting.draft.draft_id, item.path),))


def _reason(turn: Turn, refused: Refused) -> Html:
    limit = _limit(turn, refused.code, refused.facts)
    return limit or (quoted(refused.form_message, 500) if refused.form_message else Html(""))


def warning(turn: Turn, problem: Problem) -> Html:
    """A limit that is said, though the answer stands."""
    return _limit(turn, problem.code, problem.facts) or Html("")


def refusal(turn: Turn, interview: Interview, refused: Refused, prompt: Prompt) -> Html:
    """Why the answer cannot be taken, and what to do: the lender's limit, the form's own sentence, or ours."""
    limit = _limit(turn, refused.code, refused.facts)
    if limit:
        return limit
    if refused.form_message:
        return quoted(refused.form_message, 500)
    sentence = SENTENCES.get(refused.code)
    return sentence(turn, refused.facts) if sentence else _not_understood(turn, prompt)


def nothing_left(turn: Turn) -> Html:
    """Words that were not understood at the end: what can be done here."""
    return turn.say(
        "I did not understand that. You can say what is wrong, like “the amount is 9000”, "
        "or write the number of an answer."
    )


def _limit(turn: Turn, code: str, facts: Facts) -> Html:
    if code == OWN_GUARANTOR:
        return turn.say(
            "You cannot stand for your own loan. Please name another person. "
            "If somebody else has your name, write something with it, like “the elder”."
        )
    if code == UNLIKELY:
        return turn.say(
            "You wrote {sum}. That is a lot of money. Please look if it is right.",
            sum=lending.money(turn.wording, facts["sum"]),
        )
    if code in set(LimitCode):
        return lending.SENTENCES[LimitCode(code)](turn.wording, facts)
    return Html("")


def _not_understood(turn: Turn, prompt: Prompt) -> Html:
    """What is wanted here, by the kind of the question."""
    if prompt.read_as is Kind.DURATION and prompt.unit in ("year", "years"):
        return turn.say("I could not read a time there. Write it like 3 years.")
    if prompt.read_as in NOT_READ:
        return NOT_READ[prompt.read_as](turn)
    if prompt.choices:
        return turn.say("I did not understand that. Please press one of the buttons.")
    if prompt.kind in WANTED:
        return WANTED[prompt.kind](turn)
    return turn.say("I did not understand that. Please write it in other words.")


NOT_READ: Mapping[Kind | None, Callable[[Turn], Html]] = {
    Kind.AMOUNT: lambda turn: turn.say("I could not read a sum of money there. Write it like 8000."),
    Kind.INTEGER: lambda turn: turn.say("I need a number here. Write it like 12."),
    Kind.NUMBER: lambda turn: turn.say("I need a number here. Write it like 12."),
    Kind.DATE: lambda turn: turn.say("I could not read a day there. Write it like 1 March, or press a day."),
    Kind.DURATION: lambda turn: turn.say("I could not read a time there. Write it like 10 months."),
    Kind.AREA: lambda turn: turn.say("I could not read the size of the land there. Write it like 5."),
    Kind.PHONE: lambda turn: turn.say("I could not read a phone number there. Write all its digits."),
    Kind.YES_NO: lambda turn: turn.say("Please press “Yes” or “No”."),
}
WANTED: Mapping[QuestionKind, Callable[[Turn], Html]] = {
    QuestionKind.INTEGER: NOT_READ[Kind.INTEGER],
    QuestionKind.DECIMAL: NOT_READ[Kind.NUMBER],
    QuestionKind.RANGE: NOT_READ[Kind.NUMBER],
    QuestionKind.DATE: NOT_READ[Kind.DATE],
    QuestionKind.DATETIME: NOT_READ[Kind.DATE],
    QuestionKind.TIME: lambda turn: turn.say("I could not read a time of day there. Write it like 9:30."),
    QuestionKind.IMAGE: lambda turn: turn.say("A photo is asked here. Please send one."),
    QuestionKind.AUDIO: lambda turn: turn.say(
        "A recording is asked here. Please press the microphone and speak, or send a recording."
    ),
    QuestionKind.VIDEO: lambda turn: turn.say("A video is asked here. Please send one."),
    QuestionKind.FILE: lambda turn: turn.say(
        "A paper is asked here. Please send it as a file, or a photo of it."
    ),
    QuestionKind.GEOPOINT: lambda turn: turn.say("A place is asked here. Please share it with the button."),
    QuestionKind.GEOTRACE: lambda turn: turn.say("Places are asked here. Please share each with the button."),
    QuestionKind.GEOSHAPE: lambda turn: turn.say("Places are asked here. Please share each with the button."),
    QuestionKind.TEXT: lambda turn: turn.say("Words are asked here. Please write them."),
}


def _wrong_kind(turn: Turn, facts: Facts) -> Html:
    wanted = str(facts.get("wanted", ""))
    told = WANTED.get(QuestionKind(wanted)) if wanted in set(QuestionKind) else None
    return (
        told(turn) if told else turn.say("This does not fit the question. Please answer it with the buttons.")
    )


SENTENCES: Mapping[str, Callable[[Turn, Facts], Html]] = {
    Reason.EMPTY: lambda turn, _: turn.say("I got no words there. Please write your answer."),
    Reason.TOO_LONG: lambda turn, _: turn.say(
        "That is too long for this question. Please say it in a few words."
    ),
    RefusalCode.TOO_LONG: lambda turn, _: turn.say(
        "That is too long for this question. Please say it in a few words."
    ),
    Reason.NO_SUCH_DATE: lambda turn, _: turn.say("There is no such day. Please look again, or press a day."),
    Reason.NOT_WHOLE: lambda turn, _: turn.say("Please write a whole number, like 12."),
    Reason.LIKE_A_PHONE: lambda turn, _: turn.say("That looks like a phone number. Please write the sum."),
    Reason.PERCENT: lambda turn, _: turn.say("Please write the sum itself, not a share."),
    RefusalCode.NOT_AN_INTEGER: lambda turn, _: turn.say("Please write a whole number, like 12."),
    RefusalCode.OUT_OF_RANGE: lambda turn, _: turn.say(
        "This number is too small or too big. Please write it again."
    ),
    RefusalCode.CONSTRAINT: lambda turn, _: turn.say("This answer is not possible here. Please look again."),
    RefusalCode.UNSTORABLE_CHARACTER: lambda turn, _: turn.say(
        "There is a sign in it that I cannot keep. Please write it without."
    ),
    Code.REQUIRED: lambda turn, _: turn.say(
        "I need an answer here. If you are not sure, your best guess is fine."
    ),
    Code.WRONG_KIND: _wrong_kind,
    Code.NO_PHONE: lambda turn, _: turn.say(
        "If you have no phone, write the number of somebody near you who can call you to it."
    ),
    Code.NO_NAME: lambda turn, _: turn.say(
        "I need a full name here, like Amina Juma. If you have no name to give, write “talk to a person”."
    ),
    Code.KIN: lambda turn, facts: turn.say(
        "“{words}” is not a name yet. Please write the full name, like Amina Juma.",
        words=quoted(facts["words"], 60),
    ),
    Code.NO_THING: lambda turn, _: turn.say(
        "For this sum we need a pledge. If you have none, you can ask for less: write “change the amount”. "
        "Or write “talk to a person”, and your officer helps."
    ),
    Code.STAYS_OR_GOES: lambda turn, _: turn.say(
        "Shall it stay as it is, or shall I take it out? Please press a button."
    ),
    Code.NO_MONTH: lambda turn, facts: turn.say(
        "You wrote {words}. In which month is that? Write it like March, or skip this question.",
        words=quoted(facts["words"], 60),
    ),
    Code.NO_MONEY: lambda turn, facts: turn.say(
        "You wrote {words}. How much is that in money? Write it like 8000.", words=quoted(facts["words"], 60)
    ),
}
