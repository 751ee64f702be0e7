"""The questions room: an answer with its source, or an honest "I don't know" and the way to a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.conversation import complaint, handoff, lending, own_case, parting, person, redirects
from bot.conversation.application import story
from bot.conversation.messages import Button, IncomingKind, Reply
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import Html, clean, native_name, paragraphs, quoted
from intake.interview.answering import yes_or_no
from intake.interview.commands import begins_asking, holds_asking
from intake.interview.spelling import spelled
from knowledge.answering.complaints import ill_treated
from knowledge.answering.intent import redirect
from knowledge.answers import LoggedAnswer
from knowledge.types import Answer, Audience, Citation, NoAnswer, Redirect, RedirectKind

if TYPE_CHECKING:
    from knowledge.types import Outcome

SOURCE, SECTION, GOOD, BAD, ASK = "q.src", "q.sec", "q.up", "q.dn", "q.ask"
MAX_LETTERS = 1000  # of a question; more than that is a story
FOLLOWS_WITHIN = timedelta(minutes=30)  # a later question stands on its own
REMEMBERED = 3  # earlier questions that a follow-up may refer to
SHOWN_SOURCES = 2
LONGEST_NOD = 12  # letters of an "ok" or a "no thanks"
PIECE = 3000  # letters of a long section in one message; escaping may lengthen it


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
    for action, handle in PRESSES.items():
        arguments = turn.pressed(action)
        if arguments is not None:
            return handle(turn, arguments)
    if turn.incoming.kind is not IncomingKind.TEXT:
        return None
    return _nothing_was_asked(turn) or respond(turn, turn.text).commit


def _nothing_was_asked(turn: Turn) -> Commit | None:
    """A bare "ok" or "no" that answers nothing is no question, and stirs up none of before."""
    locale = lending.locale(turn.services, turn.now)
    nods = turn.text and not any(letter.isalnum() or letter in "?？" for letter in turn.text)  # "👍"
    if len(turn.text) > LONGEST_NOD or (not nods and yes_or_no(turn.text, turn.language, locale) is None):
        return None

    def commit(tx: Tx) -> None:
        tx.reply(Reply(turn.say("All right. Write to me any time."), buttons=person.carry_on(turn, tx)))

    return commit


def respond(turn: Turn, text: str) -> Responded:
    """Ask the documents; slow. Also for a question in the middle of an application."""
    question = clean(text)
    if not any(letter.isalnum() for letter in question):
        return Responded(just(_nothing_to_read(turn)), returns=True)
    if len(question) > MAX_LETTERS:
        return Responded(just(person.too_long(turn, MAX_LETTERS)), returns=True)
    if own_case.asked(turn, question):
        return redirected(turn, question, Redirect(RedirectKind.OWN_CASE, turn.language))
    turn.busy()
    outcome = _ask(turn, question, _history(turn))
    if isinstance(outcome, NoAnswer) and (kind := redirect(spelled(question), turn.language)):
        outcome = Redirect(kind, turn.language)  # "i wnt loan 4 goats"
    if not isinstance(outcome, Redirect) and _tells(turn, question, outcome):
        outcome = Redirect(RedirectKind.WANTS_LOAN, turn.language)
    if isinstance(outcome, Redirect):
        return redirected(turn, question, outcome)
    if turn.staff is None and ill_treated(question) and not _holds_question(question, turn.language):
        return Responded(_told_of_ill_treatment(turn, question), returns=True)
    each = parting.each(question, turn.language, lambda part, before: _ask(turn, part, before))
    return Responded(_said_to_each(turn, each) if each else _said(turn, question, outcome), returns=True)


def _holds_question(text: str, language: str) -> bool:
    parts = re.split(r"[.,;!\n，。；！]+", text)
    asking = any(begins_asking(part, language) for part in parts)
    return asking or holds_asking(text, language) or bool(re.search(r"[?？]", text))


def _told_of_ill_treatment(turn: Turn, text: str) -> Commit:
    """Told, not asked: the papers have nothing to say to it, the head of the branch has."""

    def commit(tx: Tx) -> None:
        found = Redirect(RedirectKind.COMPLAINT, turn.language)
        turn.services.knowledge.record(tx.connection, text, found, asker=asker(turn))
        tx.reply(Reply(turn.say("I am sorry. That is hard, and you need not deal with this alone.")))
        complaint.offer(turn, tx, text)

    return commit


def _ask(turn: Turn, question: str, history: Sequence[str]) -> Outcome:
    knowledge = turn.services.plain_knowledge if turn.late else turn.services.knowledge
    return knowledge.ask(question, language=turn.language, audience=audience(turn), history=history)


def _said_to_each(turn: Turn, each: Sequence[tuple[str, Outcome]]) -> Commit:
    """One message for each, those that have an answer first: the way to the officer stands last, under its question."""
    answered = sorted(each, key=lambda pair: isinstance(pair[1], NoAnswer))
    commits = [_said(turn, part, outcome, named=True) for part, outcome in answered]

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


def audience(turn: Turn) -> Audience:
    """Staff are answered from everything, farmers from what is theirs."""
    return Audience.STAFF if turn.staff is not None else Audience.FARMER


def redirected(turn: Turn, question: str, outcome: Redirect) -> Responded:
    """What is no question to the papers goes where it belongs, and is logged as such."""
    commit, returns = redirects.follow(turn, question, outcome.kind)

    def logged(tx: Tx) -> None:
        turn.services.knowledge.record(tx.connection, question, outcome, asker=asker(turn))
        commit(tx)

    return Responded(logged, returns, outcome.kind)


def _said(turn: Turn, question: str, outcome: Outcome, *, named: bool = False) -> Commit:
    """Log it, remember it, reply. `named`: an honest "I don't know" says to which question."""

    def commit(tx: Tx) -> None:
        answer_id = turn.services.knowledge.record(tx.connection, question, outcome, asker=asker(turn))
        _remember(turn, tx, question)
        if isinstance(outcome, Answer):
            tx.reply(_answer(turn, outcome, answer_id))
        elif isinstance(outcome, NoAnswer):
            tx.reply(_no_answer(turn, tx, answer_id, question if named else ""))
        if turn.staff is None and ill_treated(question):
            complaint.offer(turn, tx, question)

    return commit


def asker(turn: Turn) -> str:
    """Who asks, as the answer log knows him."""
    return str(turn.user_id)


def _answer(turn: Turn, answer: Answer, answer_id: int) -> Reply:
    sources = answer.citations[:SHOWN_SOURCES]
    shown = [_source_line(turn, citation) for citation in sources]
    rows: list[tuple[Button, ...]] = [
        (Button(_source_label(turn, place, len(sources)), SOURCE, (str(answer_id), str(place))),)
        for place in range(len(sources))
    ]
    rows.append((Button("👍", GOOD, (str(answer_id),)), Button("👎", BAD, (str(answer_id),))))
    return Reply(paragraphs(quoted(answer.text, PIECE), Html("\n".join(shown))), buttons=tuple(rows))


def _source_line(turn: Turn, citation: Citation) -> Html:
    parts = [turn.say("{title}, version {version}", title=citation.title, version=citation.version)]
    if citation.section:
        parts.append(turn.say("“{section}”", section=citation.section))
    if citation.page is not None:
        parts.append(turn.say("page {page}", page=citation.page))
    if citation.language != turn.language:
        parts.append(turn.say("written in {language}", language=native_name(citation.language)))
    return Html("📄 " + ", ".join(parts))


def _source_label(turn: Turn, place: int, count: int) -> str:
    if count == 1:
        return turn.plain("Show where it stands")
    return turn.plain("Show where it stands ({number})", number=place + 1)


def _no_answer(turn: Turn, tx: Tx, answer_id: int, about: str = "") -> Reply:
    if turn.staff is not None:  # nobody's farmer: the admin finds it among what could not be answered
        return Reply(turn.say("I don't know. Our papers do not answer this, and I will not guess."))
    text = turn.say(
        "I don't know. Our papers do not answer this, and I will not guess. Shall I ask your officer for you?"
    )
    # Words that are no question may have been meant for an application that was put away.
    away = () if "expects" in tx.state else person.carry_on(turn, tx)
    return _offer(turn, answer_id, paragraphs(quoted(about, PIECE), text) if about else text, away)


def _offer(turn: Turn, answer_id: int, text: Html, more: tuple[tuple[Button, ...], ...] = ()) -> Reply:
    """The way to the officer, by button or by a yes in words."""
    yes = Button(turn.plain("Ask my officer"), ASK, (str(answer_id),))
    no = Button(turn.plain("Never mind"), person.NEVER_MIND)
    return Reply(text, buttons=((yes,), *more), asks=(yes, no))


def _nothing_to_read(turn: Turn) -> Reply:
    return Reply(turn.say("I could not read that. Please write your question in a few words."))


# the buttons under an answer


def _rate(good: bool) -> Callable[[Turn, Sequence[str]], Commit]:
    def handle(turn: Turn, arguments: Sequence[str]) -> Commit:
        logged = _own(turn, arguments)
        if logged is None:
            return _forgotten(turn)

        def commit(tx: Tx) -> None:
            turn.services.knowledge.rate(tx.connection, logged.answer_id, good)
            tx.toast(turn.plain("Thank you. That helps."))
            if not good and turn.staff is None:
                text = turn.say("I am sorry that this did not help. Shall I ask your officer for you?")
                tx.reply(_offer(turn, logged.answer_id, text), key=f"offer:{logged.answer_id}")

        return commit

    return handle


def _show_source(turn: Turn, arguments: Sequence[str]) -> Commit:
    found = _cited(turn, arguments)
    if found is None:
        return _forgotten(turn)
    logged, place, citation = found
    head = paragraphs(_source_line(turn, citation), quoted(citation.quote, PIECE))
    more = Button(turn.plain("Read the whole section"), SECTION, (str(logged.answer_id), str(place)))
    return just(Reply(head, buttons=((more,),)))


def _show_section(turn: Turn, arguments: Sequence[str]) -> Commit:
    found = _cited(turn, arguments)
    if found is None:
        return _forgotten(turn)
    citation = found[2]
    section = turn.services.knowledge.source(citation) or citation.quote
    pieces = cut(clean(section), PIECE)
    first = Reply(paragraphs(_source_line(turn, citation), quoted(pieces[0])))
    return just(first, *(Reply(quoted(piece)) for piece in pieces[1:]))


def cut(text: str, limit: int) -> list[str]:
    """The text in pieces of at most `limit` letters, between lines where there are any."""
    pieces: list[str] = [""]
    for line in text.splitlines():
        for start in range(0, max(len(line), 1), limit):
            part = line[start : start + limit]
            joined = f"{pieces[-1]}\n{part}" if pieces[-1] else part
            if len(joined) <= limit:
                pieces[-1] = joined
            else:
                pieces.append(part)
    return [piece for piece in pieces if piece.strip()] or [""]


def _ask_officer(turn: Turn, arguments: Sequence[str]) -> Commit:
    logged = _own(turn, arguments)
    if logged is None:
        return _forgotten(turn)
    village = person.village_of(turn)
    if not village:
        return just(person.village_question(turn, str(logged.answer_id)))
    return pass_on(turn, str(logged.answer_id), village)


def pass_on(turn: Turn, answer_id: str, village: str) -> Commit:
    """Bring the question to the village's officer; a second press is told so and passes nothing on."""
    logged = _own(turn, (answer_id,))
    if logged is None:
        return _forgotten(turn)

    def commit(tx: Tx) -> None:
        told = handoff.create(
            tx,
            turn.services,
            key=f"answer:{logged.answer_id}",
            chat_id=turn.incoming.chat_id,
            question=logged.question,
            language=turn.language,
            village=village,
        )
        if told is None:
            tx.toast(turn.plain("I have passed it on already. The answer comes here."))
            return
        tx.toast(turn.plain("Passed on."))
        tx.reply(Reply(person.passed_on(turn, told), buttons=person.carry_on(turn, tx)))

    return commit


def _own(turn: Turn, arguments: Sequence[str]) -> LoggedAnswer | None:
    """The answer a button stands under, if it was given to the person who pressed."""
    if not arguments or not arguments[0].isdecimal():
        return None
    with turn.services.reading() as connection:
        logged = turn.services.knowledge.log.get(connection, int(arguments[0]))
    return logged if logged and logged.asker == asker(turn) else None


def _cited(turn: Turn, arguments: Sequence[str]) -> tuple[LoggedAnswer, int, Citation] | None:
    logged = _own(turn, arguments)
    if logged is None or len(arguments) < 2 or not arguments[1].isdecimal():
        return None
    place = int(arguments[1])
    return (logged, place, logged.citations[place]) if place < len(logged.citations) else None


def _forgotten(turn: Turn) -> Commit:
    def commit(tx: Tx) -> None:
        tx.toast(turn.plain("I no longer have this answer. Please ask once more."), alert=True)

    return commit


# what was asked before


def _history(turn: Turn) -> list[str]:
    before = turn.state.get("question", {})
    if not before or turn.now - datetime.fromisoformat(before["at"]) > FOLLOWS_WITHIN:
        return []
    return [str(one) for one in before["asked"]]


def _remember(turn: Turn, tx: Tx, question: str) -> None:
    asked = [*_history(turn), question][-REMEMBERED:]
    tx.state["question"] = {"asked": asked, "at": turn.now.isoformat()}


PRESSES: dict[str, Callable[[Turn, Sequence[str]], Commit]] = {
    SOURCE: _show_source,
    SECTION: _show_section,
    GOOD: _rate(True),
    BAD: _rate(False),
    ASK: _ask_officer,
}
