"""The end of the interview: every answer to look over, what the loan costs, and the button that sends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation import lending
from bot.conversation.application import ability, desk, saying
from bot.conversation.application import submission as handing_in
from bot.conversation.application.desk import Sitting
from bot.conversation.application.submission import Unfit
from bot.conversation.marks import mark_of, token
from bot.conversation.messages import MOST_BUTTONS, Button, Reply
from bot.conversation.person import PERSON
from bot.conversation.turn import Turn
from bot.conversation.wording import Html, paragraphs, quoted
from intake.interview import Refused as Refusal
from intake.interview import SummaryItem

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
        return [answers, unfit(turn)]
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
    send = _send_button(turn, sitting)
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
            (_send_button(turn, sitting),),
            (Button(turn.plain("Look at my answers"), "a.sum"),),
            (Button(turn.plain("Stop for today"), "a.stop"),),
        ),
    )


def _send_button(turn: Turn, sitting: Sitting) -> Button:
    """Stands for the answers as they are shown: an older button sends nothing he has not seen."""
    args = (sitting.draft.draft_id, answers_mark(sitting))
    return Button(turn.plain("✅ Send my application"), SEND, args)


def answers_mark(sitting: Sitting) -> str:
    """The same for the same answers, however often they were saved or shown."""
    items = desk.answers(sitting.interview)
    return mark_of(*(part for item in items for part in (item.path, str(item.value))))


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


def unfit(turn: Turn) -> Reply:
    """The lender's form does not ask what an application needs: a person must help."""
    text = turn.say(
        "I cannot reckon this loan from your answers, so I cannot send it by myself. Nothing is lost. "
        "Please talk to your officer."
    )
    return Reply(text, buttons=((Button(turn.plain("Talk to a person"), PERSON),),))
