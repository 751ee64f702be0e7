"""Steps that need words, a day or an amount: asked one at a time, checked, then done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from bot.conversation.expects import expect, settle
from bot.conversation.lending import today
from bot.conversation.messages import Button, Reply
from bot.conversation.officer.deeds import do, find
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import N_, clean
from bot.locale import lender_locale, read_days
from intake.applications import Application
from intake.reading import Kind, LenderLocale, read
from intake.review import StaffMember

ROOM = "officer"
CANCEL = "o.no"
Facts = Mapping[str, Any]

# The questions put to the officer, by the verb of the button that needs an answer in words.
QUESTIONS = {
    "o.ask": N_(
        "What do you want to ask the farmer? Write it in plain words; it goes to the farmer as you write it."
    ),
    "o.seen": N_(
        "What did you see? Write about the place, the animals or goods, the people, and anything that worries you."
    ),
    "o.rej": N_("Why not? Write the real reason in plain words. The farmer reads it."),
    "o.ret": N_("What is missing? It goes back to the officer with your words."),
    "o.for": N_("What speaks for this loan?"),
    "o.against": N_("And what speaks against it? Every loan has something."),
    "o.amt": N_("How much would you lend? Write an amount."),
    "o.day": N_("Which day? Write a date, or press one."),
}


def ask(turn: Turn, verb: str, application_id: str, version: str, **facts: Any) -> Commit:
    """Put the question of `verb` and wait for the words."""
    reply = Reply(
        turn.say(QUESTIONS[verb]),
        buttons=((*_quick(turn, verb),), (Button(turn.plain("Never mind"), CANCEL),)),
    )
    kept = {"verb": verb, "id": application_id, "version": version, **facts}
    return waiting(reply, kept)


def waiting(reply: Reply, facts: Facts) -> Commit:
    """Say something and give the next free text to this room, with `facts` kept."""

    def commit(tx: Tx) -> None:
        expect(tx, ROOM, **facts)
        tx.reply(Reply(reply.text, buttons=tuple(row for row in reply.buttons if row)))

    return commit


def never_mind(turn: Turn) -> Commit:
    """Leave the step; nothing was done."""

    def commit(tx: Tx) -> None:
        settle(tx)
        tx.reply(Reply(turn.say("All right, nothing was changed.")))

    return commit


def hear(turn: Turn, member: StaffMember, facts: Facts, text: str) -> Commit:
    """The words that a step waited for."""
    words = clean(text, 3000)
    if not words:
        return just(Reply(turn.say(QUESTIONS[facts["verb"]])))
    return HEARD[facts["verb"]](turn, member, facts, words)


# one function a step


def _ask_farmer(turn: Turn, member: StaffMember, facts: Facts, words: str) -> Commit:
    review, number, version = turn.services.review, int(facts["id"]), int(facts["version"])
    return do(
        turn,
        lambda connection: review.ask_farmer(connection, member.user_id, number, words, version),
        turn.say("Asked. The answer comes to you here."),
    )


def _seen(turn: Turn, member: StaffMember, facts: Facts, words: str) -> Commit:
    review, number, version = turn.services.review, int(facts["id"]), int(facts["version"])
    return do(
        turn,
        lambda connection: review.record_visit(connection, member.user_id, number, words, version=version),
        turn.say("The visit is in the file."),
    )


def _reject(turn: Turn, member: StaffMember, facts: Facts, words: str) -> Commit:
    review, number, version = turn.services.review, int(facts["id"]), int(facts["version"])
    return do(
        turn,
        lambda connection: review.reject(connection, member.user_id, number, words, version),
        turn.say("Declined. The farmer hears the reason now."),
    )


def _return(turn: Turn, member: StaffMember, facts: Facts, words: str) -> Commit:
    review, number, version = turn.services.review, int(facts["id"]), int(facts["version"])
    return do(
        turn,
        lambda connection: review.return_for_information(connection, member.user_id, number, words, version),
        turn.say("Returned to the officer."),
    )


def _reasons_for(turn: Turn, _member: StaffMember, facts: Facts, words: str) -> Commit:
    return ask(turn, "o.against", facts["id"], facts["version"], lend=facts["lend"], reasons_for=words)


def _reasons_against(turn: Turn, member: StaffMember, facts: Facts, words: str) -> Commit:
    if facts["lend"]:
        reasons = {"lend": True, "reasons_for": facts["reasons_for"], "reasons_against": words}
        return ask(turn, "o.amt", facts["id"], facts["version"], **reasons)
    return recommend(turn, member, {**facts, "reasons_against": words}, None)


def _amount(turn: Turn, member: StaffMember, facts: Facts, words: str) -> Commit:
    reading = read(words, Kind.AMOUNT, language=turn.language, locale=_locale(turn))
    if len(reading.candidates) != 1:
        return just(
            Reply(turn.say("I could not read that as one amount. Write it in figures, such as 8000."))
        )
    return amount_given(turn, member, facts, Decimal(str(reading.candidates[0].value)))


def _day(turn: Turn, member: StaffMember, facts: Facts, words: str) -> Commit:
    days = read_days(words, turn.language, _locale(turn))
    if len(days) == 1:
        return visit(turn, member, facts, days[0])
    if not days:
        return just(Reply(turn.say("I could not read that as a day. Write it such as 2026-03-15.")))
    buttons = tuple((_day_button(turn, day, facts),) for day in days[:4])
    return just(Reply(turn.say("Which day do you mean?"), buttons=buttons))


HEARD: dict[str, Callable[[Turn, StaffMember, Facts, str], Commit]] = {
    "o.ask": _ask_farmer,
    "o.seen": _seen,
    "o.rej": _reject,
    "o.ret": _return,
    "o.for": _reasons_for,
    "o.against": _reasons_against,
    "o.amt": _amount,
    "o.day": _day,
}


# what buttons and words share


def visit(turn: Turn, member: StaffMember, facts: Facts, on: date) -> Commit:
    """Set the day of the visit."""
    review, number, version = turn.services.review, int(facts["id"]), int(facts["version"])
    return do(
        turn,
        lambda connection: review.set_visit(connection, member.user_id, number, on, version),
        turn.say("The visit is set for {day}. The farmer has been told.", day=turn.wording.date(on)),
    )


def amount_given(turn: Turn, member: StaffMember, facts: Facts, amount: Decimal) -> Commit:
    """An amount, for a recommendation or for an approval."""
    if facts.get("approve"):
        return approve(turn, member, facts["id"], facts["version"], amount)
    return recommend(turn, member, facts, amount)


def recommend(turn: Turn, member: StaffMember, facts: Facts, amount: Decimal | None) -> Commit:
    """Hand the application to the second person, with the reasons for and against."""
    review, number, version = turn.services.review, int(facts["id"]), int(facts["version"])
    return do(
        turn,
        lambda connection: review.recommend(
            connection,
            member.user_id,
            number,
            lend=bool(facts["lend"]),
            reasons_for=facts["reasons_for"],
            reasons_against=facts["reasons_against"],
            amount=amount,
            version=version,
        ),
        turn.say("Your recommendation is in the file. A second person decides now."),
    )


def approve(
    turn: Turn,
    member: StaffMember,
    application_id: str,
    version: str,
    amount: Decimal,
    shares: dict[int, int] | None = None,
) -> Commit:
    """Approve; a large loan first asks for the shares of responsibility."""
    application = find(turn.services, application_id)
    if (
        application is not None
        and application.large
        and shares is None
        and application.recommended_by is not None
    ):
        return just(_shares_question(turn, application, version, amount))
    review, number = turn.services.review, int(application_id)
    return do(
        turn,
        lambda connection: review.approve(
            connection, member.user_id, number, amount=amount, shares=shares, version=int(version)
        ),
        turn.say("Approved: {amount}. The farmer hears it now.", amount=turn.wording.money(amount)),
    )


def _shares_question(turn: Turn, application: Application, version: str, amount: Decimal) -> Reply:
    with turn.services.reading() as connection:
        officer = turn.services.staff.get(connection, application.recommended_by or 0)
    text = turn.say(
        "This is a large loan. How is the responsibility shared between {officer} and you?",
        officer=officer.name,
    )
    rows = tuple(
        (
            Button(
                turn.plain(
                    "{officer} {theirs}% · you {yours}%",
                    officer=officer.name,
                    theirs=share,
                    yours=100 - share,
                ),
                "o.share",
                (str(application.application_id), version, f"{amount:f}", str(share)),
            ),
        )
        for share in (50, 60, 40)
    )
    return Reply(text, buttons=rows)


def shared(
    turn: Turn, member: StaffMember, application_id: str, version: str, amount: str, share: str
) -> Commit:
    """The shares were chosen."""
    application = find(turn.services, application_id)
    if application is None or application.recommended_by is None:
        return never_mind(turn)
    theirs = int(share)
    shares = {application.recommended_by: theirs, member.user_id: 100 - theirs}
    return approve(turn, member, application_id, version, Decimal(amount), shares)


def _locale(turn: Turn) -> LenderLocale:
    return lender_locale(turn.services.lender, today(turn.services, turn.now))


def _quick(turn: Turn, verb: str) -> list[Button]:
    if verb != "o.day":
        return []
    return [
        Button(turn.plain(text), "o.on", (str(days),))
        for days, text in ((1, N_("Tomorrow")), (2, N_("In two days")), (7, N_("In a week")))
    ]


def in_days(turn: Turn, member: StaffMember, facts: Facts, days: str) -> Commit:
    """A quick button for the visit: so many days from today."""
    return visit(turn, member, facts, today(turn.services, turn.now) + timedelta(days=int(days)))


def _day_button(turn: Turn, day: date, facts: Facts) -> Button:
    return Button(turn.wording.date(day), "o.on", (str((day - today(turn.services, turn.now)).days),))
