"""The end of the interview: every answer to look over, what the loan costs, and one submission."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.conversation import lending
from bot.conversation.application import ability, desk, remedies, reminders, saying
from bot.conversation.application import submission as handing_in
from bot.conversation.application.desk import Sitting
from bot.conversation.application.submission import Unfit
from bot.conversation.guarantor import link as guarantor
from bot.conversation.marks import token
from bot.conversation.messages import MOST_BUTTONS, Button, Reply
from bot.conversation.notifications import notify
from bot.conversation.person import PERSON
from bot.conversation.status import STATUS
from bot.conversation.turn import Commit, Stale, Turn, Tx, just
from bot.conversation.wording import Html, lines, paragraphs, quoted
from intake.applications import AnswerLine, Application, Instance, Submission
from intake.errors import NotFound, Refused, TransitionNotAllowed
from intake.interview import Refused as Refusal
from intake.interview import SummaryItem
from intake.interview.columns import AskAgain, ask_again
from intake.products import LimitProblem

SEND, FIX = "a.send", "a.fix"
BUTTONS_A_ROW = 6
LABEL_LETTERS = 70
ANSWER_LETTERS = 120
MOST_LABELLED = 6  # answers with a button in words; more are listed by number


def summary(turn: Turn, sitting: Sitting, *, before: str = "") -> list[Reply]:
    """All answers with a button each, then the price and the schedule, then the button that sends. Slow."""
    turn.busy()
    answers = _answers(turn, sitting, before)
    try:
        plan = handing_in.plan(turn.services, sitting.interview.values(), turn.now)
    except (Unfit, ValueError):
        return [answers, _unfit(turn)]
    product = handing_in.product_of(turn.services, sitting.interview.values())
    title = turn.services.lender.text(product.names, turn.language) if product else ""
    picture = lending.picture(turn.services, plan, turn.language, title)
    named = handing_in.first_payment(sitting.interview.values()) is not None
    later = "" if named else turn.say("These days count from today; yours begin later.")
    price = paragraphs(lending.cost(turn.wording, plan), later)
    year = ability.drawn(turn, sitting.interview.values(), plan)
    last = paragraphs(
        lending.table(turn.wording, plan),
        turn.say("Look at everything once more. If all is right, send it."),
    )
    # One more save follows in this turn's transaction: the button stands for the draft as it will be then.
    send = _send_button(turn, sitting.draft.draft_id, sitting.draft.version + 1)
    stop = Button(turn.plain("Stop for today"), "a.stop")
    return [answers, Reply(price, attachment=picture), *year, Reply(last, buttons=((send,), (stop,)))]


def fallen(turn: Turn, sitting: Sitting) -> tuple[Html, Refusal | None]:
    """What no longer holds of his answers is taken out and turned to; how that is said, and the first of it."""
    interview = sitting.interview
    answered = interview.summary()
    found = interview.recheck()
    if not found:
        return Html(""), None
    paths = {one.path for one in found}
    was = [item for item in answered if item.path in paths]
    interview.correct(found[0].path)
    return saying.fallen(turn, interview, was, found), found[0]


def short(turn: Turn, sitting: Sitting, before: str) -> Reply:
    """That only the sending is left, without all the papers again."""
    text = paragraphs(before, turn.say("All is answered. Look at it, then send it."))
    return Reply(
        text,
        buttons=(
            (_send_button(turn, sitting.draft.draft_id, sitting.draft.version),),
            (Button(turn.plain("Look at my answers"), "a.sum"),),
            (Button(turn.plain("Stop for today"), "a.stop"),),
        ),
    )


def _send_button(turn: Turn, draft_id: str, version: int) -> Button:
    """Stands for the draft as it is shown: an older button sends nothing he has not seen."""
    return Button(turn.plain("✅ Send my application"), SEND, (draft_id, str(version)))


def _answers(turn: Turn, sitting: Sitting, before: str) -> Reply:
    items = desk.answers(sitting.interview)
    listed = [
        Html(f"{number}. {quoted(item.label, LABEL_LETTERS)}\n    {_shown(turn, sitting, item)}")
        for number, item in enumerate(items, start=1)
    ]
    to_change = turn.say("To change one, press its number.")
    if len(items) > MOST_BUTTONS:
        to_change = turn.say("To change one, press its number or write it.")
    text = paragraphs(before, turn.say("These are your answers:"), Html("\n".join(listed)), to_change)
    numbers = [
        Button(f"✏ {number}", FIX, (token(sitting.draft.draft_id, item.path),))
        for number, item in enumerate(items[:MOST_BUTTONS], start=1)
    ]
    rows = [tuple(numbers[start : start + BUTTONS_A_ROW]) for start in range(0, len(numbers), BUTTONS_A_ROW)]
    return Reply(text, buttons=tuple(rows))


def which_answer(turn: Turn, sitting: Sitting, among: Sequence[str], before: str) -> Reply:
    """The answers that may be the wrong one, a button each."""
    about = sitting.interview.questions
    items = [about.item(path) for path in among] or desk.answers(sitting.interview)
    if len(items) > MOST_LABELLED:
        reply = _answers(turn, sitting, paragraphs(before, turn.say("Which answer is wrong?")))
        last = (Button(turn.plain("Go on as it was"), "a.sum"),)
        return replace(reply, buttons=(*reply.buttons, last))
    rows = [(saying.to_press(turn, sitting, item, FIX, LABEL_LETTERS),) for item in items]
    rows.append((Button(turn.plain("Go on as it was"), "a.sum"),))
    return Reply(paragraphs(before, turn.say("Which answer do you want to change?")), buttons=tuple(rows))


def _shown(turn: Turn, sitting: Sitting, item: SummaryItem) -> Html:
    return quoted(saying.shown(turn.wording, sitting.interview, item).replace("\n", " "), ANSWER_LETTERS)


def _unfit(turn: Turn) -> Reply:
    """The lender's form does not ask what an application needs: a person must help."""
    text = turn.say(
        "I cannot reckon this loan from your answers, so I cannot send it by myself. Nothing is lost. "
        "Please talk to your officer."
    )
    return Reply(text, buttons=((Button(turn.plain("Talk to a person"), PERSON),),))


def send(turn: Turn, sitting: Sitting | None, draft_id: str, version: str) -> Commit:
    """Hand it in, once: a second press hears the number of the first."""
    if sitting is None or sitting.draft.draft_id != draft_id:
        return _sent_already(turn, draft_id)
    if not sitting.interview.finished() or version != str(sitting.draft.version):
        return _look_again(turn, sitting)
    before, refusal = fallen(turn, sitting)
    if refusal is not None:
        return _asked_anew(turn, sitting, before, refusal)
    if remedies.at_odds(turn, sitting.interview):
        return _look_again(turn, sitting)  # since the day he was shown it, or before we looked for it
    try:
        made = _made(turn, sitting)
    except Unfit:
        return just(_unfit(turn))

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
    from bot.conversation.application.standing import present

    text = turn.say("Your answers have changed since. Please look once more before you send it.")
    return present(turn, sitting, before=text)


def _asked_anew(turn: Turn, sitting: Sitting, before: Html, refusal: Refusal) -> Commit:
    from bot.conversation.application.standing import present

    return present(turn, sitting, before=before, told=refusal)


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
    officers = services.staff.officers_of(tx.connection, application.village)
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
        from bot.conversation.application.entry import begin

        return begin(turn)
    text = turn.say("It is sent already. Your number is {reference}.", reference=found.reference)

    def commit(tx: Tx) -> None:
        tx.toast(turn.plain("Sent already."))
        tx.reply(Reply(text, buttons=((Button(turn.plain("My applications"), STATUS),),)))

    return commit
