"""Coming in: consent first, an unfinished draft offered again, a second application noticed, then the story."""

from __future__ import annotations

import dataclasses

from bot.conversation import basics
from bot.conversation.application import consent, desk, reminders, story, unfinished
from bot.conversation.application.desk import ROOM, Sitting
from bot.conversation.expects import TOLD, expect
from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Commit, Stale, Turn, Tx, both, just
from bot.conversation.wording import Html, paragraphs
from intake.applications import RUNNING, Draft
from intake.errors import IntakeError

APPLY, CARRY_ON = "apply", "a.on"
AGAIN, AGAIN_YES = "a.new", "a.newy"
GIVE_UP_YES = "a.dropy"
ONE_BY_ONE = "a.one"
ON_THE_WAY = "on_the_way"  # to an application, when the language is asked first


def begin(turn: Turn) -> Commit:
    """`/apply` and the button: whatever comes first of language, consent, the open draft, the story."""
    if not turn.conversation.language_chosen:
        return basics.language_first(turn, ON_THE_WAY, True)
    services = turn.services
    with services.reading() as connection:
        agreed = services.applications.has_consented(connection, turn.user_id)
        draft = services.applications.open_draft(connection, turn.user_id)
    if not agreed:
        return consent.ask(turn)
    return just(_resume_question(turn, draft)) if draft else start(turn)


def arrive(turn: Turn) -> Commit | None:
    """The language chosen on the way to an application: what he came for is not asked again."""
    language = basics.chosen_language(turn)
    if not language or not turn.state.get(ON_THE_WAY):
        return None
    conversation = dataclasses.replace(turn.conversation, language=language, language_chosen=True)
    spoken = dataclasses.replace(turn, conversation=conversation, wording=turn.services.wording(language))
    onward = begin(spoken)

    def commit(tx: Tx) -> None:
        tx.language = language
        tx.state.pop(ON_THE_WAY, None)
        tx.toast(spoken.plain("We speak English now."))
        onward(tx)

    return commit


def agree(turn: Turn, words: str) -> Commit:
    """Record the consent, then go on to where he was heading. `words`: those above the button that he pressed."""
    services, draft = turn.services, desk.begun(turn)
    if words != consent.words(services):
        return consent.ask(
            turn, turn.say("Our words about your data have changed. Please read them once more.")
        )
    if draft is not None and (sitting := desk.sit(turn)) is not None and _has_agreed(turn):
        return both(just(Reply(turn.say("You have agreed already."))), carry_on(turn, sitting))
    onward = just(_resume_question(turn, draft)) if draft else start(turn)

    def commit(tx: Tx) -> None:
        services.applications.give_consent(tx.connection, turn.user_id, turn.language)
        tx.state.pop(consent.WAITS, None)
        tx.toast(turn.plain("Thank you."))
        onward(tx)

    return commit


def _has_agreed(turn: Turn) -> bool:
    with turn.services.reading() as connection:
        return turn.services.applications.has_consented(connection, turn.user_id)


def _resume_question(turn: Turn, draft: Draft) -> Reply:
    text = unfinished.standing(turn.wording, draft.answered, draft.total)
    on = Button(turn.plain("Carry on with my application"), CARRY_ON)
    again = Button(turn.plain("Start again"), AGAIN)
    return Reply(text, buttons=((on,), (again,)), asks=(on, again))


def carry_on(turn: Turn, sitting: Sitting) -> Commit:
    """Where he stopped: the story, what was understood, or the question."""
    from bot.conversation.application import standing

    before = turn.say("Let us go on.")
    put_away = not turn.state.get(ROOM, {}).get("draft_id")
    if put_away:
        sitting.interview.reopen()
    if sitting.carried:
        before = turn.say("Our form has changed since. All your answers that still fit are kept.")
    if (put_away or sitting.carried) and sitting.interview.proposals.items():
        return standing.confirm(turn, sitting, before)
    if sitting.carried:
        return standing.present(turn, sitting, before=before)
    if put_away or standing.step(turn) == "asking":
        return _go_on_asking(turn, sitting, before, saved=put_away)
    return standing.resume(turn, sitting, before)


def _go_on_asking(turn: Turn, sitting: Sitting, before: Html, *, saved: bool) -> Commit:
    """The question that waits; first what time has made wrong (a day that has passed)."""
    from bot.conversation.application import review, standing

    why, refusal = review.fallen(turn, sitting)
    if saved or refusal is not None:
        return standing.present(turn, sitting, before=paragraphs(before, why), told=refusal)
    return standing.resume(turn, sitting, before)


def mark(draft: Draft) -> tuple[str, ...]:
    """Stands for the draft as it is: an older button throws nothing away that was said since."""
    return draft.draft_id, str(draft.version)


def again(turn: Turn, draft: Draft) -> Commit:
    """Starting again throws answers away: asked twice."""
    text = turn.say("Shall I throw away your answers and start again?")
    yes = Button(turn.plain("Yes, start again"), AGAIN_YES, mark(draft))
    no = Button(turn.plain("No, carry on"), CARRY_ON)
    return just(Reply(text, buttons=((yes,), (no,)), asks=(yes, no), weighty=True))


def start(turn: Turn) -> Commit:
    """A new draft, and the story asked for."""
    services = turn.services
    form = services.form
    with services.reading() as connection:
        person = services.applications.known(connection, turn.user_id)
        mine = services.applications.by_farmer(connection, turn.user_id)
        before = services.applications.open_draft(connection, turn.user_id)
    interview = desk.fresh(turn, person.known if person else {})
    told = interview.proposals.hear(turn.state.get(TOLD, ""))
    total = desk.progress(interview)[1]

    def commit(tx: Tx) -> None:
        if not services.applications.has_consented(tx.connection, turn.user_id):
            consent.ask(turn)(tx)
            return
        if before is not None:
            reminders.drop(tx, services, before)
            services.applications.attachments.drop_draft(tx.connection, before.draft_id)
        draft = services.applications.start_draft(
            tx.connection,
            user_id=turn.user_id,
            form_id=form.id,
            form_version=form.version,
            language=turn.language,
            state=interview.save(),
            total=total,
        )
        reminders.enqueue(tx, services, draft)
        tx.state.pop(TOLD, None)
        tx.state[ROOM] = {"draft_id": draft.draft_id, "step": "confirm" if told.items else "story"}
        expect(tx, ROOM)
        word = _also_running(turn, [one.reference for one in mine if one.status in RUNNING])
        if told.items:
            sitting = Sitting(draft, interview)
            tx.reply(story.confirmation(turn, sitting, interview.proposals.items(), before=word))
        else:
            tx.reply(story_question(turn, before=word))

    return commit


def _also_running(turn: Turn, running: list[str]) -> Html:
    """His own alone: a household is known by a phone that anybody may have typed. The officer sees the others."""
    if not running:
        return Html("")
    return turn.say(
        "You have applied already: {references}. You can write another application. "
        "Your officer looks at all of it together.",
        references=", ".join(running),
    )


def story_question(turn: Turn, *, before: str = "") -> Reply:
    """The farmer's own words first."""
    ask = turn.say("Tell me what you need the money for, in your own words.")
    hint = turn.say(
        "For example how much, what you want to buy, what you have yourself, and when you can pay it back. "
        "I write it down and ask only for the rest."
    )
    button = Button(turn.plain("Ask me one by one"), ONE_BY_ONE)
    stop = Button(turn.plain("Stop for today"), "a.stop")
    return Reply(paragraphs(before, ask, hint), buttons=((button,), (stop,)))


def stop(turn: Turn) -> Commit:
    """Put it away for today; nothing is lost."""
    if desk.begun(turn) is None:
        text = turn.say("There is nothing to stop. /help shows what I can do.")
        return _put_away(Reply(text, keys=()))
    text = turn.say(
        "Good, we stop here. All your answers are kept. Write /apply when you want to go on, today or any day."
    )
    return _put_away(Reply(text, keys=()))


def _put_away(reply: Reply) -> Commit:
    def commit(tx: Tx) -> None:
        desk.leave(tx)
        tx.state.pop("expects", None)
        tx.reply(reply)

    return commit


def give_up(turn: Turn) -> Commit:
    """`/cancel`: the draft is thrown away only after a second press."""
    draft = desk.begun(turn)
    if draft is None:
        return stop(turn)
    text = turn.say("Shall I throw your answers away, or keep them for another day?")
    away = Button(turn.plain("Throw it away"), GIVE_UP_YES, mark(draft))
    keep = Button(turn.plain("Keep it for another day"), "a.stop")
    return just(Reply(text, buttons=((keep,), (away,)), asks=(away, keep), weighty=True))


def give_up_yes(turn: Turn, draft: Draft) -> Commit:
    """Throw the draft and its photos away."""
    services, number = turn.services, draft.draft_id

    def commit(tx: Tx) -> None:
        try:
            services.applications.discard_draft(tx.connection, number, turn.user_id)
        except IntakeError:
            raise Stale(turn.incoming.chat_id) from None
        reminders.drop(tx, services, draft)
        desk.leave(tx)
        text = turn.say("It is gone. You can begin anew any time.")
        tx.reply(Reply(text, buttons=((Button(turn.plain("Apply for a loan"), APPLY),),)))

    return commit
