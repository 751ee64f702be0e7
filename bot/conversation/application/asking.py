"""A question as a message: the words of the form, the keyboard that fits, and the ways out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from bot.conversation import lending, person
from bot.conversation.application import saying
from bot.conversation.application.desk import Sitting, place, progress
from bot.conversation.application.submission import may_begin
from bot.conversation.marks import token
from bot.conversation.messages import MOST_BUTTONS, Button, Key, KeyKind, Reply
from bot.conversation.turn import Turn
from bot.conversation.wording import Html, bold, clean, lines, paragraphs, quoted
from intake.forms import Choice, QuestionKind
from intake.interview import Prompt, SummaryItem
from intake.interview.answering import OUTLINES
from intake.products import add_months
from intake.reading import Candidate, Kind

CHOICE, DONE, SKIP, BACK, WHY, STOP = "a.c", "a.done", "a.skip", "a.back", "a.why", "a.stop"
ALL = "a.all"
TAKE_OUT = "a.out"
STILL, CHANGE = "a.keep", "a.chg"
WHICH = "a.which"
LABEL_LETTERS = 60  # of a choice on its button
SHORT_LABEL = 14  # two such choices stand side by side
PLACES = frozenset({QuestionKind.GEOPOINT, *OUTLINES})  # answered with the key that shares where he is
ROOMY = 4  # up to so many choices each have a row of their own
Rows = list[tuple[Button, ...]]


def question(
    turn: Turn,
    sitting: Sitting,
    prompt: Prompt,
    *,
    before: str = "",
    picked: Sequence[str] = (),
    offers: Sequence[tuple[Button, ...]] = (),
) -> Reply:
    """The present question; `before` is what must be said first, `picked` what is ticked already, `offers` are answers
    that would be right where the last was not."""
    head = lines(_progress(turn, sitting, prompt), *_words(prompt))
    if prompt.known is not None:
        return _still_right(turn, sitting, prompt, prompt.known, paragraphs(before, head))
    more = person.or_written(turn) if len(prompt.choices) > MOST_BUTTONS else ""
    text = paragraphs(before, head, _present(turn, sitting, prompt), _how(turn, prompt), more)
    keys = _keys(turn, prompt)
    if keys:
        return Reply(text, keys=keys)
    answers = offers or _answers(turn, sitting, prompt, picked)
    return Reply(text, buttons=(*answers, *_ways(turn, sitting, prompt)))


def _still_right(turn: Turn, sitting: Sitting, prompt: Prompt, known: SummaryItem, head: str) -> Reply:
    """What is on file is not asked again, only whether it still holds."""
    mark = here(sitting, prompt)
    told = quoted(saying.shown(turn.wording, sitting.interview, known), saying.SHOWN_LETTERS)
    text = paragraphs(head, turn.say("Last time you told us: {answer}. Is that still right?", answer=told))
    yes = Button(turn.plain("Yes, still right"), STILL, (mark,))
    no = Button(turn.plain("No, it has changed"), CHANGE, (mark,))
    return Reply(text, buttons=((yes,), (no,), *_ways(turn, sitting, prompt)))


def _present(turn: Turn, sitting: Sitting, prompt: Prompt) -> Html:
    if prompt.present is None:
        return Html("")
    told = quoted(saying.shown(turn.wording, sitting.interview, prompt.present), saying.SHOWN_LETTERS)
    return turn.say("You said: {answer}", answer=told)


def which(turn: Turn, sitting: Sitting, prompt: Prompt, candidates: Sequence[Candidate]) -> Reply:
    """Several readings of one answer: which was meant?"""
    mark = here(sitting, prompt)
    readings = [_reading(turn, sitting, prompt, one) for one in candidates]
    buttons = tuple(
        (Button(clean(reading, LABEL_LETTERS), WHICH, (mark, str(place))),)
        for place, reading in enumerate(readings)
    )
    ask = turn.say("Which do you mean?") if len(candidates) > 1 else turn.say("Do you mean this?")
    cut = [quoted(reading, saying.SHOWN_LETTERS) for reading in readings if len(reading) > LABEL_LETTERS]
    none = turn.say("If it is none of these, write it again.")
    text = paragraphs(lines(*_words(prompt)), lines(ask, *cut), none)
    return Reply(text, buttons=(*buttons, *_ways(turn, sitting, prompt)))


def _reading(turn: Turn, sitting: Sitting, prompt: Prompt, candidate: Candidate) -> str:
    """As it would be stored; a sum of several with what makes it."""

    def shown(value: object) -> str:
        item = sitting.interview.questions.item(prompt.path, str(value))
        return saying.shown(turn.wording, sitting.interview, item)

    parts = str(candidate.facts.get("sum_of", "")).split()
    told = f"{' + '.join(map(shown, parts))} = " if parts else ""
    return told + shown(candidate.value)


def said(turn: Turn, sitting: Sitting, prompt: Prompt, answer: str) -> Html:
    """An answered question, as it stays in the chat once its buttons are gone."""
    return lines(_progress_less(prompt), Html("✓ " + quoted(answer, saying.SHOWN_LETTERS)))


def _progress_less(prompt: Prompt) -> Html:
    return lines(*_words(prompt, hint=False))


def here(sitting: Sitting, prompt: Prompt) -> str:
    """What the buttons of this question carry, so that those of another one are known as old."""
    return token(sitting.draft.draft_id, prompt.path)


def _progress(turn: Turn, sitting: Sitting, prompt: Prompt) -> Html:
    """How far he is; of a question he goes back to, or that is open again, its own place."""
    answered, total = progress(sitting.interview)
    before = prompt.present is not None or prompt.again
    number = place(sitting.interview, prompt.path) if before else answered + 1
    return turn.say("Question {number} of {total}", number=min(number, total), total=total)


def _words(prompt: Prompt, *, hint: bool = True) -> list[Html]:
    """The form's label, bold line by line (a tag never spans a line), then its hint."""
    label = [bold(quoted(line)) for line in clean(prompt.text).splitlines() if line.strip()]
    return [*label, quoted(prompt.hint)] if hint and prompt.hint else label


def _how(turn: Turn, prompt: Prompt) -> Html:
    """How to answer, where the form's hint does not say it."""
    how = HOW.get(prompt.kind)
    return how(turn) if how and (not prompt.hint or prompt.kind in OUTLINES) else Html("")


def _walk(turn: Turn) -> Html:
    return turn.say(
        "Walk along it. At each corner press the button to share where you are. At the end press “That is all”."
    )


HOW: dict[QuestionKind, Callable[[Turn], Html]] = {
    QuestionKind.INTEGER: lambda turn: turn.say("Write a number."),
    QuestionKind.DECIMAL: lambda turn: turn.say("Write a number."),
    QuestionKind.DATE: lambda turn: turn.say("Press a day, or write one, like 1 March."),
    QuestionKind.TIME: lambda turn: turn.say("Write a time, like 9:30."),
    QuestionKind.GEOPOINT: lambda turn: turn.say("Press the button to share the place."),
    QuestionKind.GEOTRACE: _walk,
    QuestionKind.GEOSHAPE: _walk,
    QuestionKind.IMAGE: lambda turn: turn.say("Send a photo."),
    QuestionKind.AUDIO: lambda turn: turn.say("Record your answer with the microphone, or send a recording."),
    QuestionKind.VIDEO: lambda turn: turn.say("Send a video."),
    QuestionKind.FILE: lambda turn: turn.say("Send the paper as a file, or a photo of it."),
    QuestionKind.SELECT_MULTIPLE: lambda turn: turn.say("Press all that fit, then press “Done”."),
}


def _answers(turn: Turn, sitting: Sitting, prompt: Prompt, picked: Sequence[str]) -> Rows:
    mark = here(sitting, prompt)
    kind = prompt.kind
    if kind is QuestionKind.DATE:
        return _days(turn, sitting, prompt, mark)
    if kind in (QuestionKind.NOTE, QuestionKind.ACKNOWLEDGE):
        return [(Button(turn.plain("OK"), CHOICE, (mark, token("OK"))),)]
    if kind is QuestionKind.REPEAT:
        more, enough = turn.plain("Yes, one more"), turn.plain("No, that is all")
        return [(Button(more, CHOICE, (mark, token("yes"))),), (Button(enough, CHOICE, (mark, token("no"))),)]
    buttons = [
        Button(
            _ticked(choice.label or choice.name, choice.name in picked), CHOICE, (mark, token(choice.name))
        )
        for choice in _shown(prompt, picked)
    ]
    rows = _arranged(buttons)
    if kind in (QuestionKind.SELECT_MULTIPLE, QuestionKind.RANK):
        rows.append((Button(turn.plain("✅ Done"), DONE, (mark,)),))
    return rows


def _shown(prompt: Prompt, picked: Sequence[str]) -> list[Choice]:
    """As many choices as a message takes; those that are ticked stay in sight, the others are written."""
    ticked_first = sorted(prompt.choices, key=lambda choice: choice.name not in picked)
    shown = {choice.name for choice in ticked_first[:MOST_BUTTONS]}
    return [choice for choice in prompt.choices if choice.name in shown]


def _ticked(label: str, ticked: bool) -> str:
    return ("☑ " if ticked else "") + clean(label, LABEL_LETTERS)


def _arranged(buttons: Sequence[Button]) -> Rows:
    narrow = len(buttons) > ROOMY and all(len(button.text) <= SHORT_LABEL for button in buttons)
    step = (3 if len(buttons) > 2 * ROOMY else 2) if narrow else 1
    return [tuple(buttons[start : start + step]) for start in range(0, len(buttons), step)]


def _days(turn: Turn, sitting: Sitting, prompt: Prompt, mark: str) -> Rows:
    """A few days ahead, none after all is to be paid back; any other is typed."""
    today = lending.today(turn.services, turn.now)
    firsts = [add_months(today.replace(day=1), months) for months in (1, 2, 3, 6, 12)]
    days = [day for day in firsts if day > today + timedelta(days=1)]
    if prompt.name == "first_payment":
        values = sitting.interview.values()
        days = [day for day in days if may_begin(turn.services, values, day, today)]
    return _arranged([_day(turn, mark, day) for day in days])


def _day(turn: Turn, mark: str, day: date) -> Button:
    return Button(turn.wording.date(day), CHOICE, (mark, day.isoformat()))


def _ways(turn: Turn, sitting: Sitting, prompt: Prompt) -> Rows:
    """Back, skip, take out, why, stop: on every question where they go."""
    mark = here(sitting, prompt)
    moves = [
        Button(turn.plain("⬅ Back"), BACK, (mark,)) if prompt.can_back else None,
        _skip(turn, prompt, mark) if prompt.can_skip else None,
    ]
    out = [Button(turn.plain("Take it out"), TAKE_OUT, (mark,)) if prompt.can_take_out else None]
    asks = [
        Button(turn.plain("Why do you ask?"), WHY, (mark,)) if prompt.why else None,
        Button(turn.plain("Stop for today"), STOP),
    ]
    rows = [tuple(button for button in row if button is not None) for row in (moves, out, asks)]
    return [row for row in rows if row]


def ways_on(turn: Turn, sitting: Sitting, prompt: Prompt) -> Rows:
    """The ways out of a question that must be settled: leaving it as it is is none of them."""
    return [
        row
        for buttons in _ways(turn, sitting, prompt)
        if (row := tuple(button for button in buttons if button.action not in (SKIP, TAKE_OUT)))
    ]


def _skip(turn: Turn, prompt: Prompt, mark: str) -> Button:
    return Button(_skip_label(turn, prompt), SKIP, (mark,))


def _skip_label(turn: Turn, prompt: Prompt) -> str:
    return turn.plain("Leave it as it is") if prompt.present is not None else turn.plain("Skip ➡")


def _keys(turn: Turn, prompt: Prompt) -> tuple[tuple[Key, ...], ...]:
    """Sharing a number or a place needs the keyboard under the message box; the ways out stand there too."""
    share = _share(turn, prompt)
    if share is None:
        return ()
    moves = (
        Key(turn.plain("⬅ Back")) if prompt.can_back else None,
        Key(_skip_label(turn, prompt)) if prompt.can_skip else None,
    )
    out = (Key(turn.plain("Take it out")),) if prompt.can_take_out else ()
    asks = (Key(turn.plain("Why do you ask?")), Key(turn.plain("Stop for today")))
    enough = (Key(turn.plain("✅ That is all")),) if prompt.kind in OUTLINES else ()
    rows = ((share,), enough, tuple(key for key in moves if key), out, asks)
    return tuple(row for row in rows if row)


def _share(turn: Turn, prompt: Prompt) -> Key | None:
    if prompt.kind in PLACES:
        return Key(turn.plain("📍 Share where I am"), KeyKind.LOCATION)
    if is_own_phone(prompt):
        return Key(turn.plain("📱 Share my phone number"), KeyKind.CONTACT)
    return None


def is_own_phone(prompt: Prompt) -> bool:
    """Whether the farmer's own number is asked: a contact he shares answers it."""
    return prompt.read_as is Kind.PHONE and prompt.name == "phone"


def has_keyboard(prompt: Prompt) -> bool:
    """Whether the question comes with the keyboard under the message box, which must be put away after."""
    return prompt.known is None and (prompt.kind in PLACES or is_own_phone(prompt))


def typed_way(turn: Turn, text: str) -> str | None:
    """Which way out a key of that keyboard stands for."""
    ways = {
        "⬅ Back": BACK,
        "Skip ➡": SKIP,
        "Leave it as it is": SKIP,
        "Take it out": TAKE_OUT,
        "Why do you ask?": WHY,
        "Stop for today": STOP,
        "✅ That is all": ALL,
    }
    return {turn.plain(label): action for label, action in ways.items()}.get(text.strip())
