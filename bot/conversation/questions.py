"""The questions room: what is asked goes to the papers; what is no question to them, where it belongs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.conversation import (
    about_officer,
    answers,
    complaint,
    enclosing,
    lending,
    my_officer,
    own_case,
    parting,
    person,
    redirects,
    relief,
)
from bot.conversation.about_officer import Complaining
from bot.conversation.agreeing import holds_back
from bot.conversation.application import story
from bot.conversation.expects import APPLICATION, calls_off
from bot.conversation.messages import Button, IncomingKind, Reply
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import clean
from intake.interview.answering import yes_or_no
from intake.interview.asking import begins_asking
from intake.interview.spelling import spelled
from knowledge.answering.courtesy import is_sorry
from knowledge.answering.emergency import is_emergency
from knowledge.answering.intent import asks_whether_lent, redirect, says_no
from knowledge.gaps import is_bare_number
from knowledge.types import Answer, NoAnswer, Redirect, RedirectKind

if TYPE_CHECKING:
    from knowledge.types import Outcome

MAX_LETTERS = 1000  # of a question; more than that is a story
FOLLOWS_WITHIN = timedelta(minutes=30)  # a later question stands on its own
REMEMBERED = 3  # earlier questions that a follow-up may refer to
# They lead to the officer, or to nobody: the way past him comes first where he is complained of.
BESIDE_A_COMPLAINT = (
    RedirectKind.OWN_CASE,
    RedirectKind.WANTS_PERSON,
    RedirectKind.INSULT,
    RedirectKind.HARDSHIP,
)
LONGEST_NOD = 12  # letters of an "ok" or a "no thanks"


@dataclass(frozen=True, slots=True)
class Responded:
    """What to do about a question. `returns`: the farmer may go on where he was before he asked. `kind`: what it was,
    if it was none to the papers."""

    commit: Commit
    returns: bool
    kind: RedirectKind | None = None


def room(turn: Turn) -> Commit | None:
    """Any text in private that nobody else was waiting for, and the buttons under an answer."""
    if not turn.incoming.private:
        return None
    under = answers.pressed(turn)
    if under is not None or turn.incoming.kind is not IncomingKind.TEXT:
        return under
    return _nothing_was_asked(turn) or respond(turn, turn.text).commit


def _nothing_was_asked(turn: Turn) -> Commit | None:
    """A bare "ok", "no", "sorry" or "forget it" that answers nothing is no question, and stirs up none of before."""
    locale = lending.locale(turn.services, turn.now)
    nods = turn.text and not any(letter.isalnum() or letter in "?？" for letter in turn.text)  # "👍"
    idle = nods or calls_off(turn.text, turn.language) or is_sorry(turn.text) or holds_back(turn.text)
    if not idle and (len(turn.text) > LONGEST_NOD or yes_or_no(turn.text, turn.language, locale) is None):
        return None

    def commit(tx: Tx) -> None:
        tx.reply(Reply(turn.say("All right. Write to me any time."), buttons=person.carry_on(turn, tx)))

    return commit


def respond(turn: Turn, text: str) -> Responded:
    """Ask the documents; slow. Also for a question in the middle of an application."""
    question = clean(text)
    if not any(letter.isalnum() for letter in question):
        return Responded(just(_nothing_to_read(turn)), returns=True)
    if len(question) > MAX_LETTERS and _cries_for_help(turn, question):
        return redirected(turn, question, Redirect(RedirectKind.EMERGENCY, turn.language))
    if len(question) > MAX_LETTERS:
        return Responded(just(person.too_long(turn, MAX_LETTERS)), returns=True)
    if own_case.asked(turn, question) or my_officer.told(turn, question):
        return redirected(turn, question, Redirect(RedirectKind.OWN_CASE, turn.language))
    turn.busy()
    outcome = _outcome(turn, question)
    if isinstance(outcome, NoAnswer) and is_bare_number(question):
        return Responded(just(_only_a_number(turn)), returns=True)
    if not isinstance(outcome, Redirect) and _tells(turn, question, outcome):
        outcome = Redirect(RedirectKind.WANTS_LOAN, turn.language)
    if isinstance(outcome, Redirect):
        return redirected(turn, question, outcome)
    complaining = about_officer.asks_of_it(turn, question)
    if complaining and isinstance(outcome, NoAnswer):
        outcome = about_officer.rule_of_bribes(turn, question) or outcome
    if complaining and not about_officer.holds_question(question, turn.language):
        return Responded(_told_of_ill_treatment(turn, complaining), returns=True)
    if not complaining and isinstance(outcome, NoAnswer):
        complaining = about_officer.tells_of_him(turn, question)
    complaining = complaining or about_officer.waits_for_him(turn, question)
    each = parting.each(question, turn.language, lambda part, before: _ask(turn, part, before))
    if each:
        return Responded(_said_to_each(turn, each, complaining), returns=True)
    return Responded(_said(turn, question, outcome, complaining), returns=True)


def _outcome(turn: Turn, question: str) -> Outcome:
    """What the papers say, or the room it belongs to; sympathy where a trouble is told and they say nothing."""
    troubled = relief.tells(turn, question)
    outcome = (_in_trouble(turn, question) if troubled else None) or _ask(turn, question, _history(turn))
    if not isinstance(outcome, NoAnswer):
        return outcome
    if troubled:
        return Redirect(RedirectKind.HARDSHIP, turn.language)
    kind = redirect(spelled(question), turn.language)  # "i wnt loan 4 goats"
    return Redirect(kind, turn.language) if kind else outcome


def _in_trouble(turn: Turn, question: str) -> Redirect | None:
    """What befell him, with what the papers say can be done; None where they say nothing, or it belongs elsewhere."""
    kind = redirect(question, turn.language)
    if kind not in (None, *relief.KINDS):
        return None
    rule = relief.rule(turn, question)
    return Redirect(kind or RedirectKind.HARDSHIP, turn.language, rule) if rule else None


def _cries_for_help(turn: Turn, text: str) -> bool:
    return is_emergency(text) or turn.services.knowledge.hears_despair(text, turn.language)


def _told_of_ill_treatment(turn: Turn, told: Complaining) -> Commit:
    """Told, not asked: the head of the branch reads it, and of a bribe the papers say what to do."""
    rule = about_officer.rule_of_bribes(turn, told.text)

    def commit(tx: Tx) -> None:
        room = Redirect(RedirectKind.COMPLAINT, turn.language, rule)
        number = turn.services.knowledge.record(tx.connection, told.text, room, asker=answers.asker(turn))
        enclosing.keep(turn, tx, number)
        tx.reply(Reply(turn.say("I am sorry. That is hard, and you need not deal with this alone.")))
        beside = _beside(turn, told, number)
        if rule is None:
            complaint.offer(turn, tx, told.text, *beside)
            return
        reply = answers.found(turn, rule, number, rated=False)
        reply = replace(reply, buttons=(*reply.buttons, *((one,) for one in beside)))
        tx.reply(complaint.first(turn, tx, reply, told.text))

    return commit


def _ask(turn: Turn, question: str, history: Sequence[str]) -> Outcome:
    knowledge = turn.services.plain_knowledge if turn.late else turn.services.knowledge
    return knowledge.ask(question, language=turn.language, audience=answers.audience(turn), history=history)


def _said_to_each(turn: Turn, each: Sequence[tuple[str, Outcome]], complaining: Complaining | None) -> Commit:
    """One message for each, those that have an answer first: the way to the officer stands last, under its question.

    The way past him stands under the last alone: it takes all he wrote along.
    """
    answered = sorted(each, key=lambda pair: isinstance(pair[1], NoAnswer))
    last = len(answered) - 1
    commits = [
        _said(turn, part, outcome, complaining, named=True, way_past=place == last)
        for place, (part, outcome) in enumerate(answered)
    ]

    def commit(tx: Tx) -> None:
        for one in commits:
            one(tx)

    return commit


def _tells(turn: Turn, text: str, outcome: Outcome) -> bool:
    """A story names the words of many a passage: without a question in it, it is none, whatever was found for it."""
    if isinstance(outcome, Answer):
        parts = re.split(r"[.,;!?\n，。；！？]+", text)
        if any(begins_asking(part, turn.language) for part in parts):
            return False
    return story.is_told(turn, text)


def redirected(turn: Turn, question: str, outcome: Redirect) -> Responded:
    """What is no question to the papers goes where it belongs, and is logged as such."""
    commit, returns = redirects.follow(turn, question, outcome.kind)
    rule = outcome.rule
    if rule is None and outcome.kind in relief.KINDS:
        rule = relief.rule(turn, question)
        outcome = replace(outcome, rule=rule)

    beside = outcome.kind in BESIDE_A_COMPLAINT and about_officer.asks_of_it(turn, question)

    def logged(tx: Tx) -> None:
        number = turn.services.knowledge.record(tx.connection, question, outcome, asker=answers.asker(turn))
        if beside:
            complaint.offer(turn, tx, question)
        commit(tx)
        if rule is not None:
            tx.reply(answers.found(turn, rule, number, rated=False))

    return Responded(logged, returns, outcome.kind)


def _said(
    turn: Turn,
    question: str,
    outcome: Outcome,
    complaining: Complaining | None,
    *,
    named: bool = False,
    way_past: bool = True,
) -> Commit:
    """Log it, remember it, reply. `named`: an honest "I don't know" says to which question.

    Where he may complain of his officer the way past him stands first (`way_past`), that to him second or not at all.
    """

    def commit(tx: Tx) -> None:
        number = turn.services.knowledge.record(tx.connection, question, outcome, asker=answers.asker(turn))
        enclosing.keep(turn, tx, number)
        _remember(turn, tx, question)
        if isinstance(outcome, Answer):
            reply = _with_a_way_on(turn, question, outcome.text, answers.found(turn, outcome, number))
        elif isinstance(outcome, NoAnswer):
            if complaining:  # what is told of staff, all admins need not read
                turn.services.gaps.dismiss(tx.connection, [number], by="complaint")
            about, nearest = question if named else "", outcome.nearest
            reply = answers.not_found(turn, tx, number, nearest, about, offers=not complaining)
            if not complaining:
                reply = _with_a_way_on(turn, question, "", reply)
            elif beside := _beside(turn, complaining, number):
                reply = replace(reply, buttons=(beside, *reply.buttons))
        else:
            return
        tx.reply(complaint.first(turn, tx, reply, complaining.text) if complaining and way_past else reply)

    return commit


def _with_a_way_on(turn: Turn, question: str, answer: str, reply: Reply) -> Reply:
    """Who asks whether it is lent for something may apply for it where the papers do not say no."""
    applying = turn.staff is not None or turn.state.get(APPLICATION, {}).get("draft_id")
    if applying or not asks_whether_lent(question) or says_no(answer):
        return reply
    apply = Button(turn.plain("Apply for a loan"), "apply")
    return replace(reply, buttons=(*reply.buttons, (apply,)))


def _beside(turn: Turn, complaining: Complaining, answer_id: int) -> tuple[Button, ...]:
    """Whom only his name makes the officer may be anybody; who does his work is not accused. The way to him stays."""
    return (answers.ask_officer(turn, answer_id),) if complaining.maybe_not else ()


def _nothing_to_read(turn: Turn) -> Reply:
    return Reply(turn.say("I could not read that. Please write your question in a few words."))


def _only_a_number(turn: Turn) -> Reply:
    return Reply(turn.say("I see only a number. Please write in a few words what it is about."))


# what was asked before


def _history(turn: Turn) -> list[str]:
    before = turn.state.get("question", {})
    if not before or turn.now - datetime.fromisoformat(before["at"]) > FOLLOWS_WITHIN:
        return []
    return [str(one) for one in before["asked"]]


def _remember(turn: Turn, tx: Tx, question: str) -> None:
    asked = [*_history(turn), question][-REMEMBERED:]
    tx.state["question"] = {"asked": asked, "at": turn.now.isoformat()}
