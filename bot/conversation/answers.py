"""An answer as it is shown: with its source, or an honest "I don't know"; and what the buttons under it do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.conversation import about_officer, complaint, enclosing, handoff, person
from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import Html, clean, cut, native_name, paragraphs, quoted
from knowledge.answers import LoggedAnswer
from knowledge.types import Answer, Audience, Citation

SOURCE, SECTION, GOOD, BAD, ASK = "q.src", "q.sec", "q.up", "q.dn", "q.ask"
SHOWN_SOURCES = 2
LABEL = 44  # letters of a section's name on a button
PIECE = 3000  # letters of a long section in one message; escaping may lengthen it


def asker(turn: Turn) -> str:
    """Who asks, as the answer log knows him."""
    return str(turn.user_id)


def audience(turn: Turn) -> Audience:
    """Staff are answered from everything, farmers from what is theirs."""
    return Audience.STAFF if turn.staff is not None else Audience.FARMER


def found(turn: Turn, answer: Answer, answer_id: int, *, rated: bool = True) -> Reply:
    """The answer and where it stands; `rated`: it was asked for, so that whoever asked says whether it helped."""
    sources = answer.citations[:SHOWN_SOURCES]
    shown = [_source_line(turn, citation) for citation in sources]
    rows: list[tuple[Button, ...]] = [
        (Button(_source_label(turn, place, len(sources)), SOURCE, (str(answer_id), str(place))),)
        for place in range(len(sources))
    ]
    if rated:
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


def not_found(
    turn: Turn,
    tx: Tx,
    answer_id: int,
    nearest: Sequence[Citation],
    about: str = "",
    *,
    offers: bool = True,
) -> Reply:
    """An honest "I don't know" (of the question `about`), what comes nearest, and the way to the officer."""
    offers = offers and turn.staff is None
    text = _unknown(turn, bool(nearest), offers=offers)
    said = paragraphs(quoted(about, PIECE), text) if about else text
    read = _to_read(answer_id, enumerate(nearest))
    if not offers:  # nobody's farmer: the admin finds it among what could not be answered
        return Reply(said, buttons=read)
    # Words that are no question may have been meant for an application that was put away.
    away = () if "expects" in tx.state else person.carry_on(turn, tx)
    return _offer(turn, answer_id, said, (*read, *away))


def _unknown(turn: Turn, near: bool, *, offers: bool) -> Html:
    if not offers:
        if near:
            return turn.say(
                "I don't know for sure, and I will not guess. Below you can read what comes nearest in our papers; "
                "it may not answer this."
            )
        return turn.say("I don't know. Our papers do not answer this, and I will not guess.")
    if near:
        return turn.say(
            "I don't know for sure, and I will not guess. Below you can read what comes nearest in our papers; "
            "it may not answer this. Shall I ask your officer for you?"
        )
    return turn.say(
        "I don't know. Our papers do not answer this, and I will not guess. Shall I ask your officer for you?"
    )


def _to_read(answer_id: int, sections: Iterable[tuple[int, Citation]]) -> tuple[tuple[Button, ...], ...]:
    """A button for each section, by its place among all that the answer keeps."""
    return tuple(
        (Button(_section_label(citation), SECTION, (str(answer_id), str(place))),)
        for place, citation in sections
    )


def _section_label(citation: Citation) -> str:
    return "📄 " + clean((citation.section or citation.title).rsplit(" › ", 1)[-1], LABEL)


def _offer(turn: Turn, answer_id: int, text: Html, more: tuple[tuple[Button, ...], ...] = ()) -> Reply:
    """The way to the officer, by button or by a yes in words."""
    yes = ask_officer(turn, answer_id)
    no = Button(turn.plain("Never mind"), person.NEVER_MIND)
    return Reply(text, buttons=((yes,), *more), asks=(yes, no))


def ask_officer(turn: Turn, answer_id: int) -> Button:
    """The question of this answer goes to the officer."""
    return Button(turn.plain("Ask my officer"), ASK, (str(answer_id),))


# the buttons under it


def pressed(turn: Turn) -> Commit | None:
    """One of the buttons under an answer."""
    for action, handle in PRESSES.items():
        arguments = turn.pressed(action)
        if arguments is not None:
            return handle(turn, arguments)
    return None


def _rate(good: bool) -> Callable[[Turn, Sequence[str]], Commit]:
    def handle(turn: Turn, arguments: Sequence[str]) -> Commit:
        logged = _own(turn, arguments)
        if logged is None:
            return _forgotten(turn)
        sorry = None if good else _sorry(turn, logged)

        def commit(tx: Tx) -> None:
            turn.services.knowledge.rate(tx.connection, logged.answer_id, good)
            tx.toast(turn.plain("Thank you. That helps."))
            if sorry is not None:
                tx.reply(sorry, key=f"offer:{logged.answer_id}")

        return commit

    return handle


def _sorry(turn: Turn, logged: LoggedAnswer) -> Reply | None:
    """What else comes near and is still in force, and the way to the officer; staff have no officer."""
    near = [
        (place, citation)
        for place, citation in enumerate(logged.nearest, start=len(logged.citations))
        if _in_force(turn, citation)
    ]
    read = _to_read(logged.answer_id, near)
    if turn.staff is not None:
        text = turn.say(
            "I am sorry that this did not help. Below is what else comes near; it may not answer this either."
        )
        return Reply(text, buttons=read) if read else None
    if read:
        text = turn.say(
            "I am sorry that this did not help. Below is what else comes near; it may not answer this either. "
            "Shall I ask your officer for you?"
        )
    else:
        text = turn.say("I am sorry that this did not help. Shall I ask your officer for you?")
    return _offer(turn, logged.answer_id, text, read)


def _in_force(turn: Turn, citation: Citation) -> bool:
    return turn.services.knowledge.is_in_force(citation, audience(turn))


def _show_source(turn: Turn, arguments: Sequence[str]) -> Commit:
    found = _kept(turn, arguments)
    if found is None:
        return _forgotten(turn)
    logged, place, citation = found
    head = paragraphs(_source_line(turn, citation), quoted(citation.quote, PIECE))
    more = Button(turn.plain("Read the whole section"), SECTION, (str(logged.answer_id), str(place)))
    return just(Reply(head, buttons=((more,),)))


def _show_section(turn: Turn, arguments: Sequence[str]) -> Commit:
    found = _kept(turn, arguments)
    if found is None:
        return _forgotten(turn)
    logged, place, citation = found
    only_near = place >= len(logged.citations)
    # What was said is shown as it stood; what was only near is read as a rule of today.
    if only_near and not _in_force(turn, citation):
        return just(_no_longer_in_force(turn, logged))
    section = turn.services.knowledge.source(citation) or citation.quote
    pieces = [quoted(piece) for piece in cut(clean(section), PIECE)]
    pieces[0] = paragraphs(_source_line(turn, citation), pieces[0])
    under = _does_it_answer(turn, logged) if only_near else ()
    return just(*map(Reply, pieces[:-1]), Reply(pieces[-1], buttons=under))


def _no_longer_in_force(turn: Turn, logged: LoggedAnswer) -> Reply:
    text = turn.say("This paper is no longer in force. Please ask once more: I answer from what holds today.")
    return Reply(text, buttons=() if turn.staff is not None else ((ask_officer(turn, logged.answer_id),),))


def _does_it_answer(turn: Turn, logged: LoggedAnswer) -> tuple[tuple[Button, ...], ...]:
    """Under a section that was only near: whoever finds his answer in it says so, anybody else asks his officer."""
    if turn.staff is not None:
        return ()
    number = (str(logged.answer_id),)
    return (
        (Button(turn.plain("👍 This answers it"), GOOD, number),),
        (ask_officer(turn, logged.answer_id),),
    )


def _ask_officer(turn: Turn, arguments: Sequence[str]) -> Commit:
    logged = _own(turn, arguments)
    if logged is None:
        return _forgotten(turn)
    village = person.village_of(turn)
    if not village:
        return just(person.village_question(turn, str(logged.answer_id)))
    return pass_on(turn, str(logged.answer_id), village)


def pass_on(turn: Turn, answer_id: str, village: str) -> Commit:
    """Bring the question to the village's officer; a second press is told so and passes nothing on.

    One that may complain of him waits until the farmer has said who shall read it.
    """
    logged = _own(turn, (answer_id,))
    if logged is None:
        return _forgotten(turn)
    words, said_at = logged.question, logged.asked_at
    with_it = enclosing.kept(turn, answer_id)
    if complaint.was_passed_on(turn, words, said_at):
        return complaint.once_more(turn)
    if about_officer.is_complained_of(turn, words) or about_officer.tells_of_him(turn, words):
        to = person.officers(turn, village)
        to = replace(to, facts={**to.facts, **with_it})
        return about_officer.to_whom(turn, to, words, said_at=said_at)

    def commit(tx: Tx) -> None:
        told = handoff.create(
            tx,
            turn.services,
            key=f"answer:{logged.answer_id}",
            chat_id=turn.incoming.chat_id,
            question=logged.question,
            language=turn.language,
            village=village,
            enclosed=enclosing.among(with_it),
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


def _kept(turn: Turn, arguments: Sequence[str]) -> tuple[LoggedAnswer, int, Citation] | None:
    """A passage by its place: those cited come first, those that were only near after them."""
    logged = _own(turn, arguments)
    if logged is None or len(arguments) < 2 or not arguments[1].isdecimal():
        return None
    place = int(arguments[1])
    passages = (*logged.citations, *logged.nearest)
    return (logged, place, passages[place]) if place < len(passages) else None


def _forgotten(turn: Turn) -> Commit:
    def commit(tx: Tx) -> None:
        tx.toast(turn.plain("I no longer have this answer. Please ask once more."), alert=True)

    return commit


PRESSES: dict[str, Callable[[Turn, Sequence[str]], Commit]] = {
    SOURCE: _show_source,
    SECTION: _show_section,
    GOOD: _rate(True),
    BAD: _rate(False),
    ASK: _ask_officer,
}
