"""The farmer's own story: what was understood is said back, each item to be corrected, the rest is asked."""

from __future__ import annotations

from typing import Any

from bot.conversation.application import desk, saying
from bot.conversation.application.checks import LimitChecks
from bot.conversation.application.desk import Sitting
from bot.conversation.marks import token
from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Turn
from bot.conversation.wording import Html, clean, paragraphs, quoted
from intake.interview import Interview, Prompt, Refused, SummaryItem, Understood, Which
from intake.interview.asking import asks

RIGHT, WRONG, NONE, BECOMES = "a.ok", "a.not", "a.none", "a.put"
FIGURE = "figure"  # one he wrote that may correct several items, until he has said which
LONGEST = 3000  # letters of a story
LABEL_LETTERS = 40
LINE_LETTERS = 70


def confirmation(turn: Turn, sitting: Sitting, items: list[SummaryItem], *, before: str = "") -> Reply:
    """What was understood, one line each, a button per item to take it out."""
    trial = _trial(turn, sitting)
    labels = {item.path: item.label for item in trial.summary()}
    told = [_line(turn, sitting, item, labels.get(item.path, item.label)) for item in items]
    if any(sitting.interview.questions.value(item.path) for item in items):
        return _change(turn, sitting, items, told, before)
    text = paragraphs(
        before,
        turn.say("This is what I understood:"),
        Html("\n".join(told)),
        *_unlikely(turn, trial, items),
        turn.say("If something is wrong, press it and I ask you about it."),
    )
    right = Button(turn.plain("✅ All right, go on"), RIGHT, (mark(sitting, items),))
    wrong = tuple((_wrong(turn, sitting, item),) for item in items)
    none = Button(turn.plain("❌ None of this"), NONE, (mark(sitting, items),))
    return Reply(text, buttons=((right,), *wrong, (none,)))


def _change(turn: Turn, sitting: Sitting, items: list[SummaryItem], told: list[Html], before: str) -> Reply:
    """What is answered already is changed with one yes."""
    text = paragraphs(before, turn.say("Shall I change it like this?"), Html("\n".join(told)))
    here = (mark(sitting, items),)
    yes = Button(turn.plain("✅ Yes, change it"), RIGHT, here)
    none = Button(turn.plain("❌ None of this"), NONE, here)
    return Reply(text, buttons=((yes,), (none,)))


def which(turn: Turn, sitting: Sitting, found: Which) -> Reply:
    """The items that a figure may be for, a button each."""
    trial, proposed = _trial(turn, sitting), sitting.interview.proposals.values
    items = [trial.questions.item(path, proposed.get(path)) for path in found.values]
    rows = [(saying.to_press(turn, sitting, item, BECOMES, LINE_LETTERS),) for item in items]
    on = turn.plain("None: it is not my money") if found.of_another else turn.plain("Go on as it was")
    rows.append((Button(on, "a.on"),))
    text = turn.say("Which of these is to be {figure}?", figure=quoted(found.words, LABEL_LETTERS))
    return Reply(text, buttons=tuple(rows))


def mark(sitting: Sitting, items: list[SummaryItem]) -> str:
    """Stands for exactly these proposals, so that an old "all right" agrees to nothing new."""
    return token(sitting.draft.draft_id, *(f"{item.path}={item.value}" for item in items))


def _trial(turn: Turn, sitting: Sitting) -> Interview:
    """The interview once the answers stand: its questions read "How many goats", not "how many"."""
    trial = desk.opened(turn, sitting.interview.save())
    trial.accept_story()
    return trial


def _unlikely(turn: Turn, trial: Interview, items: list[SummaryItem]) -> list[Html]:
    """Sums that are likely a slip, before he agrees to them."""
    checks, values = LimitChecks(turn.services), trial.values()
    names = [item.path.rpartition("/")[2] for item in items]
    return [saying.warning(turn, problem) for name in names for problem in checks.unlikely(name, values)]


def _line(turn: Turn, sitting: Sitting, item: SummaryItem, label: str) -> Html:
    answer = quoted(saying.shown(turn.wording, sitting.interview, item), saying.SHOWN_LETTERS)
    return Html(f"• {quoted(label, 80)} {answer}")


def _wrong(turn: Turn, sitting: Sitting, item: SummaryItem) -> Button:
    answer = clean(saying.shown(turn.wording, sitting.interview, item), LABEL_LETTERS)
    return Button(f"✏ {answer}", WRONG, (token(sitting.draft.draft_id, item.path),))


def accept(turn: Turn, sitting: Sitting) -> tuple[Html, Refused | None]:
    """Store what was confirmed; returns what the lender's limits have to say about it, and turns to the first."""
    interview = sitting.interview
    refused = [one for one in interview.accept_story() if isinstance(one, Refused)]
    sentences = [_refused(turn, sitting, one) for one in refused]
    if refused:
        interview.correct(refused[0].path)
    return paragraphs(*sentences), refused[0] if refused else None


def _refused(turn: Turn, sitting: Sitting, refused: Refused) -> Html:
    sitting.interview.correct(refused.path)
    prompt = sitting.interview.prompt()
    if not isinstance(prompt, Prompt):
        return Html("")
    return saying.refusal(turn, sitting.interview, refused, prompt)


def unclear(turn: Turn, sitting: Sitting, understood: Understood) -> Html:
    """What the story touched without being clear: it will be asked in its turn; and sums that have no place."""
    about = sitting.interview.questions
    labels = [about.label(one.path) for one in understood.unclear]
    asked = turn.say("I was not sure about this, so I ask you: {questions}", questions=" ".join(labels))
    sums = quoted(", ".join(understood.unplaced), LINE_LETTERS)
    lost = turn.say("I do not know what this is for: {sums}. Please tell me.", sums=sums)
    return paragraphs(asked if labels else "", lost if understood.unplaced else "")


def is_told(turn: Turn, text: str) -> bool:
    """Whether a message that is no question tells what somebody wants to borrow, and for what."""
    if turn.staff is not None or len(text) > LONGEST or asks(text, turn.language):
        return False
    found = figures(turn, text)
    return "amount" in found and "product" in found


def figures(turn: Turn, text: str) -> dict[str, Any]:
    """What a sentence says of a loan, for the calculator: product, amount, months."""
    from bot.conversation.application.submission import decimal, product_of

    interview = desk.fresh(turn, {}, model=False)
    if text:
        interview.proposals.hear(text[:LONGEST])
        interview.accept_story()
    values = interview.values()
    product, amount, term = (
        product_of(turn.services, values),
        decimal(values, "amount"),
        decimal(values, "term_months"),
    )
    found: dict[str, Any] = {}
    if product is not None:
        found["product"] = product.product_id
    if amount is not None and amount > 0:
        found["amount"] = str(amount)
    if term is not None and 0 < term < 1000:
        found["term"] = int(term)
    return found
