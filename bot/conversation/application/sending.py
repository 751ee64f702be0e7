"""Sending the application, once: what is open or has changed comes first."""

from __future__ import annotations

from datetime import timedelta

from bot.conversation import lending
from bot.conversation.application import desk, over, remedies, reminders, review, saying, standing
from bot.conversation.application import submission as handing_in
from bot.conversation.application.desk import Sitting
from bot.conversation.application.submission import Unfit
from bot.conversation.guarantor import link as guarantor
from bot.conversation.messages import Button, Reply
from bot.conversation.notifications import his_officers, notify
from bot.conversation.person import PERSON
from bot.conversation.status import STATUS
from bot.conversation.turn import Commit, Stale, Turn, Tx, just
from bot.conversation.wording import Html, lines, paragraphs
from intake.applications import AnswerLine, Application, Instance, Submission
from intake.errors import NotFound, Refused, TransitionNotAllowed
from intake.interview import Prompt
from intake.interview import Refused as Refusal
from intake.interview.columns import AskAgain, ask_again
from intake.products import LimitProblem

LOOKED = "looked"  # state: the answers shown because an older button was pressed


def send(turn: Turn, sitting: Sitting | None, draft_id: str, mark: str) -> Commit:
    """Hand it in, once: a second press hears the number of the first."""
    if sitting is None or sitting.draft.draft_id != draft_id:
        return _sent_already(turn, draft_id)
    if not sitting.interview.finished() or _is_open(sitting):
        return _unfinished(turn, sitting)
    if mark != review.answers_mark(sitting):
        return _look_again(turn, sitting)
    before, refusal = review.fallen(turn, sitting)
    if refusal is not None:
        return _asked_anew(turn, sitting, before, refusal)
    if remedies.at_odds(turn, sitting.interview):
        return _unfinished(turn, sitting)  # since the day he was shown it, or before we looked for it
    try:
        made = _made(turn, sitting)
    except Unfit:
        return just(review.unfit(turn))

    def commit(tx: Tx) -> None:
        services = turn.services
        try:
            with tx.connection.begin_nested():
                application, events = services.applications.submit(
                    tx.connection, draft_id, turn.user_id, made
                )
        except Refused as refused:
            tx.reply(Reply(_why_not(turn, refused), buttons=_open_again(turn)))
            return
        except (NotFound, TransitionNotAllowed):
            raise Stale(turn.incoming.chat_id) from None
        notify(tx, services, events)
        reminders.drop(tx, services, sitting.draft)
        desk.leave(tx)
        tx.state["village"] = application.village
        tx.toast(turn.plain("Sent."))
        tx.reply(_sent(turn, tx, application))
        guarantor.offer(tx, services, application, turn.wording)

    return commit


def _made(turn: Turn, sitting: Sitting) -> Submission:
    interview = sitting.interview
    items = desk.answers(interview)
    with turn.services.reading() as connection:
        staff = turn.services.staff.members(connection)
    answers = [
        AnswerLine(
            item.path,
            item.label,
            saying.shown(turn.wording, interview, item),
            handing_in.SECTIONS.get(item.name, ""),
        )
        for item in items
    ]
    kept = {
        item.name: item.value
        for item in items
        if ask_again(interview.questions.cells(item.path)) is not AskAgain.ALWAYS
    }
    name = turn.incoming.name
    interview.session.close()
    instance = Instance(interview.session.form, interview.session.submission_xml())
    return handing_in.submission(
        turn.services, interview.values(), answers, kept, staff, caller=name, instance=instance
    )


def _look_again(turn: Turn, sitting: Sitting) -> Commit:
    text = turn.say("Your answers have changed since. Please look once more before you send it.")
    mark = review.answers_mark(sitting)
    if turn.state.get(desk.ROOM, {}).get(LOOKED) == mark:  # he has them before him: not all the papers again
        return just(review.short(turn, sitting, text))
    shown = _present(turn, sitting, text)

    def commit(tx: Tx) -> None:
        shown(tx)
        tx.state[desk.ROOM][LOOKED] = mark

    return commit


def _is_open(sitting: Sitting) -> bool:
    """Whether something that he has said waits for his yes, or an answer is just being changed."""
    return bool(sitting.interview.proposals.items()) or isinstance(sitting.interview.prompt(), Prompt)


def _unfinished(turn: Turn, sitting: Sitting) -> Commit:
    before = turn.say("This is still open, so I have not sent it:")
    ask = standing.confirm if sitting.interview.proposals.items() else _present
    return ask(turn, sitting, before)


def _present(turn: Turn, sitting: Sitting, before: str) -> Commit:
    return standing.present(turn, sitting, before=before)


def _asked_anew(turn: Turn, sitting: Sitting, before: Html, refusal: Refusal) -> Commit:
    return standing.present(turn, sitting, before=before, told=refusal)


def _why_not(turn: Turn, refused: Refused) -> Html:
    if refused.code == "limits":
        found: list[LimitProblem] = list(refused.facts["problems"])
        return paragraphs(turn.say("I cannot send it like this."), lending.problems(turn.wording, found))
    if refused.code == "consent":
        return turn.say("Our words about your data have changed. Please read and agree once more: /apply")
    return turn.say("I cannot send it like this. Please look at your village and your loan once more.")


def _open_again(turn: Turn) -> tuple[tuple[Button, ...], ...]:
    return (
        (Button(turn.plain("Look at my answers"), "a.sum"),),
        (Button(turn.plain("Talk to a person"), PERSON),),
    )


def _sent(turn: Turn, tx: Tx, application: Application) -> Reply:
    services = turn.services
    officers = his_officers(tx.connection, services, application)
    thanks = turn.say(
        "Thank you. Your application is sent. Your number is {reference}.", reference=application.reference
    )
    if officers:
        next_step = turn.say(
            "{name}, your officer, looks at it now and then comes to see you. You hear of each step here.",
            name=", ".join(one.name for one in officers),
        )
    else:
        next_step = turn.say(
            "An officer looks at it now and then comes to see you. You hear of each step here."
        )
    due = application.submitted_at + timedelta(hours=services.lender.deadlines.decision_target)
    when = turn.say("We want to tell you the decision by {date}.", date=turn.wording.date(due))
    ask = turn.say("You can ask any time: /status")
    status = Button(turn.plain("My applications"), STATUS)
    return Reply(paragraphs(thanks, next_step, lines(when, ask)), buttons=((status,),))


def _sent_already(turn: Turn, draft_id: str) -> Commit:
    with turn.services.reading() as connection:
        mine = turn.services.applications.by_farmer(connection, turn.user_id)
    found = next((one for one in mine if one.draft_id == draft_id), None)
    if found is None:
        return over.show(turn)
    text = turn.say("It is sent already. Your number is {reference}.", reference=found.reference)

    def commit(tx: Tx) -> None:
        tx.toast(turn.plain("Sent already."))
        tx.reply(Reply(text, buttons=((Button(turn.plain("My applications"), STATUS),),)))

    return commit
