"""What the farmer answers: heard, said back, kept; and every way out of a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from bot.conversation import person, questions
from bot.conversation.application import asking, desk, entry, photos, review, saying, story
from bot.conversation.application.desk import ROOM, Sitting, token
from bot.conversation.messages import IncomingKind, Reply
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import Html, paragraphs
from intake.forms import QuestionKind
from intake.interview import (
    Accepted,
    Ambiguous,
    Command,
    CommandKind,
    Heard,
    LooksLikeQuestion,
    Prompt,
    Refused,
    Story,
    Understood,
    Utterance,
)
from intake.interview.commands import asks

SEVERAL = (QuestionKind.SELECT_MULTIPLE, QuestionKind.RANK)
MOST_CANDIDATES = 6

# where the farmer stands, beside the interview's own state


def step(turn: Turn) -> str:
    """`story` (his own words are awaited), `confirm` (what was understood), or `asking`."""
    return str(turn.state.get(ROOM, {}).get("step", "asking"))


def stand(tx: Tx, where: str) -> None:
    """Remember where he stands; what was half-pressed at the last question is over."""
    desk_state = tx.state.setdefault(ROOM, {})
    for key in ("picked", "which"):
        desk_state.pop(key, None)
    desk_state["step"] = where


# saying where we are


def present(turn: Turn, sitting: Sitting, *, before: str = "", after_keys: bool = False) -> Commit:
    """Save, and ask the present question, or show the summary when nothing is left. Slow at the summary."""
    replies = present_replies(turn, sitting, before=before)
    if after_keys:
        replies = _keys_away(turn, replies, before, sitting)

    def commit(tx: Tx) -> None:
        stand(tx, "asking")
        desk.keep(turn, tx, sitting)
        for reply in replies:
            tx.reply(reply)

    return commit


def present_replies(turn: Turn, sitting: Sitting, *, before: str = "") -> list[Reply]:
    """The present question, or the summary."""
    prompt = sitting.interview.prompt()
    if isinstance(prompt, Prompt):
        return [asking.question(turn, sitting, prompt, before=before)]
    return review.summary(turn, sitting, before=before)


def _keys_away(turn: Turn, replies: list[Reply], before: str, sitting: Sitting) -> list[Reply]:
    """The keyboard of the last question goes with a message of its own: one message carries one keyboard."""
    if replies[0].keys is not None:
        return replies
    told = before or turn.say("Noted.")
    return [Reply(Html(told), keys=()), *present_replies(turn, sitting)]


def again(turn: Turn, sitting: Sitting, before: str) -> Commit:
    """The same once more, after a word; nothing changed, nothing to save."""
    return just(_same(turn, sitting, before) or review.short(turn, sitting, before))


def resume(turn: Turn, sitting: Sitting, before: str) -> Commit:
    """The same once more, and what is said next belongs to it."""
    same = _same(turn, sitting, before)
    if same is None:
        return present(turn, sitting, before=before)
    reply = same

    def commit(tx: Tx) -> None:
        desk.keep(turn, tx, sitting)
        tx.reply(reply)

    return commit


def _same(turn: Turn, sitting: Sitting, before: str) -> Reply | None:
    """The story question, what was understood, or the present question; None at the summary."""
    proposals = sitting.interview.proposals()
    if step(turn) == "story":
        return entry.story_question(turn, before=before)
    if step(turn) == "confirm" and proposals:
        return story.confirmation(turn, sitting, proposals, before=before)
    prompt = sitting.interview.prompt()
    if not isinstance(prompt, Prompt):
        return None
    picked = turn.state.get(ROOM, {}).get("picked", [])
    return asking.question(turn, sitting, prompt, before=before, picked=picked)


# typed


def text(turn: Turn, sitting: Sitting) -> Commit:
    """A typed message: a key of the keyboard, a story, or an answer."""
    way = asking.typed_way(turn, turn.text)
    if way is not None:
        return move(turn, sitting, way)
    if step(turn) == "story":
        return _told(turn, sitting)
    if step(turn) == "confirm" and sitting.interview.proposals():
        return _while_confirming(turn, sitting)
    keys = _keyboard_is_open(sitting)
    return heard(turn, sitting, sitting.interview.hear(Utterance(text=turn.text)), keys=keys)


def _told(turn: Turn, sitting: Sitting) -> Commit:
    """The story itself; a command or a question in its place is honoured as such."""
    interview = sitting.interview
    command = interview.command(turn.text)
    if command is not None:
        return _command(turn, sitting, command)
    if len(turn.text) > story.LONGEST:
        return just(person.too_long(turn, story.LONGEST))
    understood = interview.hear_story(turn.text)
    if _asks(turn, understood):
        return _question(turn, sitting)
    if understood.items:
        return _confirm(turn, sitting, story.unclear(turn, sitting, understood))
    thanks = turn.say("Thank you. I ask you a few things now, one by one.")
    return present(turn, sitting, before=thanks)


def _asks(turn: Turn, understood: Understood) -> bool:
    """A question rather than a story: it begins as one, or ends as one and tells next to nothing."""
    begins = asks(turn.text.rstrip(" ?？"), turn.language)
    return begins or (asks(turn.text, turn.language) and len(understood.items) < 2)


def _reopened(turn: Turn, sitting: Sitting) -> Sitting:
    """The sitting as it was saved: what was only tried on it is forgotten."""
    return desk.sit(turn) or sitting


def _while_confirming(turn: Turn, sitting: Sitting) -> Commit:
    """A yes in words agrees; anything else is more of the story, on top of what was told."""
    from intake.interview.answering import yes_or_no

    interview = sitting.interview
    if yes_or_no(turn.text, turn.language, interview.locale):
        return agree_to_story(turn, sitting)
    if interview.command(turn.text) is not None:
        return heard(turn, sitting, interview.hear(Utterance(text=turn.text)))
    problems = story.accept(turn, sitting)
    result = interview.hear(Utterance(text=turn.text))
    return heard(turn, sitting, result, before=problems)


def agree_to_story(turn: Turn, sitting: Sitting) -> Commit:
    """What was understood becomes answers; the first missing one is asked."""
    problems = story.accept(turn, sitting)
    return present(turn, sitting, before=problems or turn.say("Good. Now only the rest."))


def _confirm(turn: Turn, sitting: Sitting, before: str) -> Commit:
    reply = story.confirmation(turn, sitting, sitting.interview.proposals(), before=before)

    def commit(tx: Tx) -> None:
        stand(tx, "confirm")
        desk.keep(turn, tx, sitting)
        tx.reply(reply)

    return commit


def not_meant(turn: Turn, sitting: Sitting, mark: str) -> Commit:
    """One item of the story was wrong: the rest is kept, and it is asked."""
    interview = sitting.interview
    wrong = [one for one in interview.proposals() if token(sitting.draft.draft_id, one.path) == mark]
    if not wrong:
        return old(turn, sitting)
    interview.drop_proposal(wrong[0].path)
    problems = story.accept(turn, sitting)
    interview.correct(wrong[0].path)
    return present(turn, sitting, before=problems)


# what came of it


def heard(turn: Turn, sitting: Sitting, result: Heard, *, before: str = "", keys: bool = False) -> Commit:
    """The reply to whatever the interview made of it. `keys`: the question had a keyboard to put away."""
    if isinstance(result, Accepted):
        return _accepted(turn, sitting, result, before, keys)
    if isinstance(result, Ambiguous):
        return _ambiguous(turn, sitting, result)
    if isinstance(result, Command):
        return _command(turn, sitting, result)
    if isinstance(result, Story):
        return _confirm(turn, sitting, before)
    if isinstance(result, LooksLikeQuestion):
        return _question(turn, sitting)
    return _refused(turn, sitting, result, before)


def _accepted(turn: Turn, sitting: Sitting, accepted: Accepted, before: str, keys: bool) -> Commit:
    interview = sitting.interview
    told = paragraphs(
        before,
        saying.echo(turn, interview, accepted) if turn.incoming.press is None else "",
        saying.reopened(turn, interview, accepted),
        *(saying.warning(turn, problem) for problem in accepted.warnings),
    )
    return present(turn, sitting, before=told, after_keys=keys)


def _ambiguous(turn: Turn, sitting: Sitting, found: Ambiguous) -> Commit:
    prompt = sitting.interview.prompt()
    if not isinstance(prompt, Prompt) or prompt.path != found.path:
        return again(turn, sitting, "")
    values = [str(candidate.value) for candidate in found.candidates[:MOST_CANDIDATES]]
    reply = asking.which(turn, sitting, prompt, values)

    def commit(tx: Tx) -> None:
        stand(tx, "asking")
        tx.state[ROOM]["which"] = values
        desk.keep(turn, tx, sitting)
        tx.reply(reply)

    return commit


def _refused(turn: Turn, sitting: Sitting, refused: Refused, before: str) -> Commit:
    prompt = sitting.interview.prompt()
    if not isinstance(prompt, Prompt):
        return again(turn, sitting, "")
    why = saying.refusal(turn, sitting.interview, refused, prompt)
    return present(turn, sitting, before=paragraphs(before, why))


def _question(turn: Turn, sitting: Sitting) -> Commit:
    """A question in the middle is answered, then the same question is asked again."""
    answer = questions.respond(turn, turn.text)
    if not answer.returns:
        return answer.commit
    onward = again(turn, _reopened(turn, sitting), turn.say("Now back to your application:"))

    def commit(tx: Tx) -> None:
        answer.commit(tx)
        onward(tx)

    return commit


# ways out, in words and by button


def _command(turn: Turn, sitting: Sitting, command: Command) -> Commit:
    if command.kind is CommandKind.CHANGE and command.path:
        return _change(turn, sitting, command.path, command.rest)
    return COMMANDS[command.kind](turn, sitting)


def _change(turn: Turn, sitting: Sitting, path: str, rest: str = "") -> Commit:
    """ "Change the amount", "change the amount to 9000": asked again, or taken at once."""
    interview = sitting.interview
    interview.correct(path)
    if rest:
        return heard(turn, sitting, interview.hear(Utterance(text=rest)))
    return present(turn, sitting)


def correct(turn: Turn, sitting: Sitting, mark: str) -> Commit:
    """An answer picked from the summary."""
    for item in desk.answers(sitting.interview):
        if token(sitting.draft.draft_id, item.path) == mark:
            return _change(turn, sitting, item.path)
    return old(turn, sitting)


def move(turn: Turn, sitting: Sitting, way: str) -> Commit:
    """Back, skip, why, stop."""
    return MOVES[way](turn, sitting)


def _back(turn: Turn, sitting: Sitting) -> Commit:
    if step(turn) != "asking":
        return again(turn, sitting, "")
    keys = _keyboard_is_open(sitting)
    sitting.interview.back()
    return present(turn, sitting, after_keys=keys)


def _skip(turn: Turn, sitting: Sitting) -> Commit:
    if step(turn) == "story":
        return present(turn, sitting)
    if step(turn) == "confirm":
        return agree_to_story(turn, sitting)
    keys = _keyboard_is_open(sitting)
    result = sitting.interview.skip()
    if isinstance(result, Refused):
        return _refused(turn, sitting, result, "")
    return present(turn, sitting, after_keys=keys)


def _keyboard_is_open(sitting: Sitting) -> bool:
    prompt = sitting.interview.prompt()
    return isinstance(prompt, Prompt) and asking.has_keyboard(prompt)


def _dont_know(turn: Turn, sitting: Sitting) -> Commit:
    prompt = sitting.interview.prompt()
    if isinstance(prompt, Prompt) and prompt.can_skip:
        return _skip(turn, sitting)
    text = turn.say("That is all right. Your best guess is enough, or press “Talk to a person” in /help.")
    return again(turn, sitting, text)


def _why(turn: Turn, sitting: Sitting) -> Commit:
    why = sitting.interview.why() if step(turn) == "asking" else ""
    told = (
        turn.say("Why we ask: {why}", why=why)
        if why
        else turn.say("Your officer needs it to decide on the loan.")
    )
    return again(turn, sitting, told)


def _help(turn: Turn, sitting: Sitting) -> Commit:
    told = turn.say(
        "Answer in your own words, or press a button. You can say: back, skip, why, stop, change the amount, "
        "show my answers, talk to a person. You can also ask me anything in between."
    )
    return again(turn, sitting, told)


def _progress(turn: Turn, sitting: Sitting) -> Commit:
    answered, total = desk.progress(sitting.interview)
    told = turn.wording.count("{n} question is left.", "{n} questions are left.", max(total - answered, 0))
    return again(turn, sitting, told)


def show_summary(turn: Turn, sitting: Sitting) -> Commit:
    """All answers so far; before the end, the question that is open follows."""
    sitting.interview.resume()
    if not isinstance(sitting.interview.prompt(), Prompt):
        return present(turn, sitting)
    told = [
        f"{item.label} {saying.shown(turn.wording, sitting.interview, item)}"
        for item in desk.answers(sitting.interview)
    ]
    listed = turn.say("Your answers so far: {answers}", answers="; ".join(told)[:2000]) if told else ""
    return present(turn, sitting, before=listed)


COMMANDS: dict[CommandKind, Callable[[Turn, Sitting], Commit]] = {
    CommandKind.BACK: _back,
    CommandKind.SKIP: _skip,
    CommandKind.WHY: _why,
    CommandKind.DONT_KNOW: _dont_know,
    CommandKind.STOP: lambda turn, sitting: entry.stop(turn),
    CommandKind.START_AGAIN: lambda turn, sitting: entry.again(turn),
    CommandKind.HELP: _help,
    CommandKind.PERSON: lambda turn, sitting: person.write_to_officer(turn),
    CommandKind.STATUS: _progress,
    CommandKind.SUMMARY: show_summary,
    CommandKind.CHANGE: show_summary,
}
MOVES: dict[str, Callable[[Turn, Sitting], Commit]] = {
    asking.BACK: _back,
    asking.SKIP: _skip,
    asking.WHY: _why,
    asking.STOP: lambda turn, sitting: entry.stop(turn),
}


# pressed


def old(turn: Turn, sitting: Sitting) -> Commit:
    """A button of an earlier question: say so kindly, and show the present one."""
    told = turn.say("This button belongs to an earlier question. This is where we are:")
    onward = again(turn, sitting, told)

    def commit(tx: Tx) -> None:
        tx.toast(turn.plain("That question is answered already."))
        onward(tx)

    return commit


def pressed(turn: Turn, sitting: Sitting, action: str, arguments: Sequence[str]) -> Commit:
    """A button of a question; one of another question than the present is old."""
    prompt = sitting.interview.prompt()
    mark = arguments[0] if arguments else ""
    if not isinstance(prompt, Prompt) or asking.here(sitting, prompt) != mark or step(turn) != "asking":
        return _old_or_twice(turn, sitting, mark)
    if action in MOVES:
        return move(turn, sitting, action)
    if action == asking.CHANGE:
        sitting.interview.disown(prompt.path)
        return present(turn, sitting)
    if action == asking.WHICH:
        return _picked_reading(turn, sitting, prompt, arguments)
    if action == asking.DONE:
        return _done(turn, sitting, prompt)
    if action == asking.CHOICE and prompt.kind in SEVERAL:
        return _tick(turn, sitting, prompt, arguments)
    utterance = Utterance(keep=True) if action == asking.STILL else _utterance(prompt, arguments)
    return old(turn, sitting) if utterance is None else _taken(turn, sitting, prompt, utterance)


def _old_or_twice(turn: Turn, sitting: Sitting, mark: str) -> Commit:
    """The second tap on the button just pressed is no mistake to be lectured on."""
    if mark and mark == turn.state.get(ROOM, {}).get("pressed"):
        return lambda tx: tx.toast(turn.plain("I have it."))
    return old(turn, sitting)


def _utterance(prompt: Prompt, arguments: Sequence[str]) -> Utterance | None:
    chosen = arguments[1] if len(arguments) > 1 else ""
    if prompt.kind is QuestionKind.DATE:
        return Utterance(date=chosen)
    offered = [choice.name for choice in prompt.choices] or ["OK", "yes", "no"]
    name = next((name for name in offered if token(name) == chosen), None)
    return None if name is None else Utterance(choice=name)


def _taken(turn: Turn, sitting: Sitting, prompt: Prompt, utterance: Utterance) -> Commit:
    """The press is heard; its message loses its buttons and keeps the answer."""
    result = sitting.interview.hear(utterance)
    onward = heard(turn, sitting, result)
    if not isinstance(result, Accepted):
        return onward
    closed = _closed(turn, sitting, prompt, result)

    def commit(tx: Tx) -> None:
        for reply in closed:
            tx.reply(reply)
        onward(tx)
        tx.state[ROOM]["pressed"] = asking.here(sitting, prompt)

    return commit


def _closed(turn: Turn, sitting: Sitting, prompt: Prompt, accepted: Accepted) -> list[Reply]:
    press = turn.incoming.press
    if press is None or press.message_id is None:
        return []
    answer = saying.shown(turn.wording, sitting.interview, accepted.echo)
    if prompt.kind is QuestionKind.REPEAT:
        answer = (
            turn.plain("Yes, one more") if accepted.echo.value == "yes" else turn.plain("No, that is all")
        )
    return [Reply(asking.said(turn, sitting, prompt, answer), edit=press.message_id)]


def _picked_reading(turn: Turn, sitting: Sitting, prompt: Prompt, arguments: Sequence[str]) -> Commit:
    values: list[Any] = list(turn.state.get(ROOM, {}).get("which", []))
    place = int(arguments[1]) if len(arguments) > 1 and arguments[1].isdecimal() else len(values)
    if place >= len(values):
        return old(turn, sitting)
    return _taken(turn, sitting, prompt, Utterance(value=str(values[place])))


def _tick(turn: Turn, sitting: Sitting, prompt: Prompt, arguments: Sequence[str]) -> Commit:
    """A choice of several, ticked or unticked on the same message."""
    chosen = arguments[1] if len(arguments) > 1 else ""
    name = next((one.name for one in prompt.choices if token(one.name) == chosen), None)
    if name is None:
        return old(turn, sitting)
    picked = list(turn.state.get(ROOM, {}).get("picked", []))
    picked = [one for one in picked if one != name] if name in picked else [*picked, name]
    press = turn.incoming.press
    reply = asking.question(turn, sitting, prompt, picked=picked)
    shown = Reply(reply.text, buttons=reply.buttons, edit=press.message_id if press else None)

    def commit(tx: Tx) -> None:
        tx.state.setdefault(ROOM, {})["picked"] = picked
        tx.reply(shown)

    return commit


def _done(turn: Turn, sitting: Sitting, prompt: Prompt) -> Commit:
    picked = set(turn.state.get(ROOM, {}).get("picked", []))
    if not picked:
        return again(turn, sitting, turn.say("Press at least one first, then “Done”."))
    ranked = list(turn.state[ROOM]["picked"])
    ordered = [one.name for one in prompt.choices if one.name in picked]
    names = ranked if prompt.kind is QuestionKind.RANK else ordered
    return _taken(turn, sitting, prompt, Utterance(choice=tuple(names)))


# shared


def contact(turn: Turn, sitting: Sitting) -> Commit:
    """A shared number; only his own card counts as his own number."""
    shared = turn.incoming.contact
    prompt = sitting.interview.prompt()
    if step(turn) != "asking" or not isinstance(prompt, Prompt) or shared is None:
        return _not_here(turn, sitting)
    if asking.is_own_phone(prompt) and not shared.own:
        told = turn.say("This is somebody else's number. I need your own: press the button, or write it.")
        return again(turn, sitting, told)
    return _shared(turn, sitting, Utterance(contact=shared.phone))


def location(turn: Turn, sitting: Sitting) -> Commit:
    """A shared place."""
    place = turn.incoming.location
    if step(turn) != "asking" or place is None:
        return _not_here(turn, sitting)
    return _shared(turn, sitting, Utterance(location=(place.latitude, place.longitude)))


def _shared(turn: Turn, sitting: Sitting, utterance: Utterance) -> Commit:
    keys = _keyboard_is_open(sitting)
    return heard(turn, sitting, sitting.interview.hear(utterance), keys=keys)


def photo(turn: Turn, sitting: Sitting) -> Commit:
    """A photo, where one is asked; a further one of the same album; else a kind word."""
    prompt = sitting.interview.prompt()
    if step(turn) != "asking" or not isinstance(prompt, Prompt) or prompt.kind is not QuestionKind.IMAGE:
        return photos.another(turn, sitting) or _not_here(turn, sitting)
    found = photos.fetch(turn)
    if isinstance(found, Html):
        return again(turn, sitting, found)
    result = sitting.interview.hear(Utterance(photo=f"photo-{turn.incoming.update_id}.jpg"))
    onward = heard(
        turn, sitting, result, before=turn.say("Thank you for the photo. You may send more of it now.")
    )

    def commit(tx: Tx) -> None:
        onward(tx)
        if isinstance(result, Accepted):
            photos.keep(turn, tx, sitting, prompt.path, found)

    return commit


def _not_here(turn: Turn, sitting: Sitting) -> Commit:
    told = turn.say("I cannot use this here, but nothing is lost. This is what I need to know:")
    return again(turn, sitting, told)


KINDS: dict[IncomingKind, Callable[[Turn, Sitting], Commit]] = {
    IncomingKind.TEXT: text,
    IncomingKind.CONTACT: contact,
    IncomingKind.LOCATION: location,
    IncomingKind.PHOTO: photo,
    IncomingKind.VOICE: lambda turn, sitting: again(
        turn, sitting, turn.say("I cannot listen to voice yet. Please write it, or press a button.")
    ),
    IncomingKind.DOCUMENT: _not_here,
    IncomingKind.UNSUPPORTED: _not_here,
}
