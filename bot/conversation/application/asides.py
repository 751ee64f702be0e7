"""What is no answer to the question that waits: a trouble, an insult, a greeting. Heard for what it is; then on."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversation import about_officer, handoff, held, questions
from bot.conversation.application import desk, entry
from bot.conversation.application.desk import Sitting
from bot.conversation.application.standing import again, step
from bot.conversation.messages import Reply
from bot.conversation.turn import Commit, Turn, Tx, both
from intake.interview import Prompt, Refused
from intake.interview.answering import typed
from intake.interview.asking import asks
from intake.interview.columns import read_as
from intake.reading import Kind
from intake.reading.cleaning import clean, fold
from intake.reading.patterns import word
from knowledge.answering.complaints import ill_treated
from knowledge.answering.emergency import cannot_pay
from knowledge.answering.hardship import is_hardship, is_indebted, is_loss
from knowledge.answering.intent import redirect
from knowledge.types import Redirect
from knowledge.types import RedirectKind as K

TROUBLES = (K.EMERGENCY, K.HARDSHIP)
COURTESIES = (K.GREETING, K.THANKS, K.ABOUT_BOT)
HEARD = (*TROUBLES, *COURTESIES, K.GOODBYE, K.INSULT, K.WANTS_PERSON, K.OWN_CASE)


@dataclass(frozen=True, slots=True)
class Aside:
    """`commit` where the words are no answer at all; else what is said `first`, or `before` in the same breath."""

    commit: Commit | None = None
    first: Commit | None = None
    before: str = ""


def noticed(turn: Turn, sitting: Sitting) -> Aside:
    """Whether the words are something else than an answer, and what is said to that."""
    kind = _kind(turn.text, turn.language)
    if sitting.interview.command(turn.text) is not None:
        return Aside()
    if kind in (None, K.HARDSHIP) and _despairs(turn):
        return _in_despair(turn, sitting)
    if _complains(turn) and (kind is None or _answers(turn, sitting, kind)):
        mine = held.Addressee("", held.OWN, {})  # his officer reads the application
        return Aside(about_officer.to_whom(turn, mine, turn.text))
    if kind is None:
        return Aside()
    if kind not in COURTESIES and _answers(turn, sitting, kind):
        return _beside_the_answer(turn, kind)
    if kind is K.GOODBYE:
        return Aside(entry.stop(turn))
    return Aside(_said(turn, sitting, kind))


def _complains(turn: Turn) -> bool:
    return not turn.sure and not asks(turn.text, turn.language) and ill_treated(turn.text)


def _despairs(turn: Turn) -> bool:
    """Whether no word says so, but the meaning; he has not yet said that the words are for his application."""
    return not turn.sure and turn.services.knowledge.hears_despair(turn.text, turn.language)


def _in_despair(turn: Turn, sitting: Sitting) -> Aside:
    """Help is offered. A meaning may be mistaken: what answers is taken, and the rest may be handed in as an answer."""
    too_long_to_hold = len(turn.text) > handoff.MAX_LETTERS
    if too_long_to_hold or _answers(turn, sitting, K.EMERGENCY):
        return Aside(first=questions.redirected(turn, turn.text, Redirect(K.EMERGENCY, turn.language)).commit)
    return Aside(_said(turn, sitting, K.EMERGENCY, between=_or_an_answer(turn)))


def _or_an_answer(turn: Turn) -> Commit:
    ask = turn.say("If you meant this as your answer, press the button.")

    def commit(tx: Tx) -> None:
        mine = held.for_application(turn, held.hold(turn, tx, held.OWN, turn.text))
        tx.reply(Reply(ask, buttons=((mine,),)))

    return commit


def _kind(text: str, language: str) -> K | None:
    kind = redirect(text, language)
    if kind in HEARD:
        return kind
    return K.HARDSHIP if is_hardship(text) or is_loss(text) else None


def _beside_the_answer(turn: Turn, kind: K) -> Aside:
    """The answer is taken; who is in need hears of help before the next question."""
    if kind is K.EMERGENCY and not cannot_pay(turn.text):
        return Aside(first=questions.redirected(turn, turn.text, Redirect(kind, turn.language)).commit)
    return Aside(before=turn.say("I am sorry. That is hard.") if kind is K.HARDSHIP else "")


def _answers(turn: Turn, sitting: Sitting, kind: K) -> bool:
    """Whether the words answer the question beside what else they tell."""
    if step(turn) == "story":
        return _wishes(turn, sitting)
    prompt = sitting.interview.prompt()
    if step(turn) != "asking" or not isinstance(prompt, Prompt):
        return False
    about = sitting.interview.questions
    if about.free_text(prompt.path):
        open_remark = kind in TROUBLES and not prompt.required
        return open_remark or _begins_answer(turn.text, about.story_words(prompt.path))
    # "My wife died 3 years ago" tells no years of work; a sum named beside a trouble is one.
    of_debts = cannot_pay(turn.text) or is_indebted(turn.text)
    if kind in TROUBLES and prompt.read_as is not Kind.AMOUNT and not of_debts:
        return False
    read = typed(turn.text, about, prompt.path, sitting.interview.locale)
    return not isinstance(read, Refused) or (prompt.read_as is Kind.AMOUNT and _wishes(turn, sitting))


def _begins_answer(text: str, cues: tuple[str, ...]) -> bool:
    said = fold(clean(text))
    return any(word(fold(clean(cue))).search(said) for cue in cues)


def _wishes(turn: Turn, sitting: Sitting) -> bool:
    """A story says for what, or how much; that a cow was taken is none."""
    trial = desk.opened(turn, sitting.interview.save())
    found = trial.proposals.hear(turn.text)
    cells = trial.questions.cells
    return any(
        read_as(cells(one.item.path))[0] is Kind.AMOUNT
        or (cells(one.item.path).get("read_as") or "").strip() == "words:from"
        for one in found.items
    )


def _said(turn: Turn, sitting: Sitting, kind: K, between: Commit | None = None) -> Commit:
    """Answered as it would be anywhere; then the same is asked again."""
    answer = questions.redirected(turn, turn.text, Redirect(kind, turn.language))
    if kind in TROUBLES:
        lead = turn.say("When you want to go on with your application, we are here:")
    else:
        lead = turn.say("Now back to your application:")
    if not answer.returns and kind not in TROUBLES:
        return answer.commit
    onward = again(turn, sitting, lead)
    return both(answer.commit, both(between, onward) if between else onward)
