"""What the farmer writes: heard, said back, kept."""

from __future__ import annotations

from collections.abc import Sequence

from bot.conversation import parting, person, questions
from bot.conversation.application import (
    asides,
    asking,
    desk,
    ending,
    outline,
    remedies,
    removing,
    review,
    saying,
    story,
    which_way,
)
from bot.conversation.application.desk import ROOM, Sitting
from bot.conversation.application.standing import (
    again,
    confirm,
    kept,
    keyboard_is_open,
    old,
    present,
    refused,
    stand,
    step,
)
from bot.conversation.application.ways import COMMANDS, move
from bot.conversation.marks import token
from bot.conversation.turn import Commit, Turn, Tx, both, just
from bot.conversation.wording import paragraphs
from intake.interview import (
    Accepted,
    Ambiguous,
    Command,
    CommandKind,
    Heard,
    LooksLikeQuestion,
    Prompt,
    Story,
    Understood,
    Utterance,
)
from intake.interview.answering import OUTLINES
from intake.interview.asking import asks, begins_asking

MOST_CANDIDATES = 6


def text(turn: Turn, sitting: Sitting) -> Commit:
    """A typed message: a key of the keyboard, a story, or an answer."""
    way = asking.typed_way(turn, turn.text)
    if way == asking.ALL:
        return _all_places(turn, sitting)
    # nothing is skipped while he looks at what was understood: "leave it as it is" is his answer to that
    if way is not None and not (way == asking.SKIP and _looks_at_what_was_understood(turn, sitting)):
        return move(turn, sitting, way)
    aside = asides.noticed(turn, sitting)
    if aside.commit is not None:
        return aside.commit
    onward = _told(turn, sitting, aside.before)
    return onward if aside.first is None else both(aside.first, onward)


def _told(turn: Turn, sitting: Sitting, before: str) -> Commit:
    """A story, more of it, or an answer."""
    if step(turn) == "story":
        return told_story(turn, sitting, before)
    if _looks_at_what_was_understood(turn, sitting):
        return _confirming(turn, sitting)
    done = ending.heard(turn, sitting) or _done_in_words(turn, sitting)
    if done is not None:
        return done
    keys = keyboard_is_open(sitting)
    named = which_way.heard(turn, sitting)
    if named is not None:
        return named
    result = sitting.interview.hear(Utterance(text=remedies.as_meant(turn, sitting)))
    if isinstance(result, Story):
        remedies.complete(turn, sitting)
    return heard(turn, sitting, result, before=before, keys=keys)


def _looks_at_what_was_understood(turn: Turn, sitting: Sitting) -> bool:
    return step(turn) == "confirm" and bool(sitting.interview.proposals.items())


def _confirming(turn: Turn, sitting: Sitting) -> Commit:
    # it hears commands and questions through this room
    from bot.conversation.application.confirming import said

    return said(turn, sitting)


def _done_in_words(turn: Turn, sitting: Sitting) -> Commit | None:
    # it hears what is pressed through this room
    from bot.conversation.application.pressing import done_in_words, meant_in_words

    return meant_in_words(turn, sitting) or done_in_words(turn, sitting)


def _all_places(turn: Turn, sitting: Sitting) -> Commit:
    """The line or the area is walked: its places are the answer, if they are enough."""
    prompt = sitting.interview.prompt()
    if not isinstance(prompt, Prompt) or prompt.kind not in OUTLINES:
        return again(turn, sitting, "")
    places = outline.answer(turn, prompt)
    if places is None:
        return again(turn, sitting, outline.too_few(turn, prompt))
    return heard(turn, sitting, sitting.interview.hear(Utterance(value=places)), keys=True)


def told_story(turn: Turn, sitting: Sitting, before: str = "") -> Commit:
    """The story itself; a command or a question in its place is honoured as such."""
    interview = sitting.interview
    command = interview.command(turn.text)
    if command is not None:
        return do(turn, sitting, command)
    if len(turn.text) > story.LONGEST:
        return just(person.too_long(turn, story.LONGEST))
    understood = interview.proposals.hear(turn.text)
    if tells_nothing(turn, understood):
        return question(turn, sitting)
    doubt = story.unclear(turn, sitting, understood)
    if understood.items:
        return confirm(turn, sitting, paragraphs(before, doubt))
    thanks = turn.say("Thank you. I ask you a few things now, one by one.")
    return present(turn, sitting, before=paragraphs(thanks, doubt))


def tells_nothing(turn: Turn, understood: Understood) -> bool:
    """A question rather than a story: it begins as one, or ends as one and tells next to nothing."""
    if not asks(turn.text, turn.language):
        return False
    return begins_asking(turn.text, turn.language) or len(understood.items) < 2


def reopened(turn: Turn, sitting: Sitting) -> Sitting:
    """The sitting as it was saved: what was only tried on it is forgotten."""
    return desk.sit(turn) or sitting


def which_answer(turn: Turn, sitting: Sitting, among: Sequence[str], before: str = "") -> Commit:
    """Something is wrong, and he has not said what: his answers (or those `among` them) to press."""
    return kept(turn, sitting, "asking", review.which_answer(turn, sitting, among, before))


def heard(turn: Turn, sitting: Sitting, result: Heard, *, before: str = "", keys: bool = False) -> Commit:
    """The reply to whatever the interview made of it. `keys`: the question had a keyboard to put away."""
    if isinstance(result, Accepted):
        return _accepted(turn, sitting, result, before, keys)
    if isinstance(result, Ambiguous):
        return _ambiguous(turn, sitting, result)
    if isinstance(result, Command):
        return do(turn, sitting, result)
    if isinstance(result, Story):
        told = paragraphs(before, story.unclear(turn, sitting, result.understood))
        proposed = sitting.interview.proposals.values
        return confirm(turn, sitting, told) if proposed else present(turn, sitting, before=told)
    if isinstance(result, LooksLikeQuestion):
        return question(turn, sitting)
    return refused(turn, sitting, result, before)


def _accepted(turn: Turn, sitting: Sitting, accepted: Accepted, before: str, keys: bool) -> Commit:
    interview = sitting.interview
    beside = accepted.told or Understood()
    told = paragraphs(
        before,
        saying.echo(turn, interview, accepted) if turn.incoming.press is None else "",
        saying.besides(turn, interview, accepted),
        saying.reopened(turn, interview, accepted.reopened),
        *(saying.warning(turn, problem) for problem in accepted.warnings),
        story.unclear(turn, sitting, beside),
    )
    first = accepted.reopened[0] if accepted.reopened else None
    if first is not None:
        interview.correct(first.path)
    if beside.items:
        return confirm(turn, sitting, told)
    return present(turn, sitting, before=told, after_keys=keys, told=first)


def _ambiguous(turn: Turn, sitting: Sitting, found: Ambiguous) -> Commit:
    prompt = sitting.interview.prompt()
    if not isinstance(prompt, Prompt) or prompt.path != found.path:
        return again(turn, sitting, "")
    offered = found.candidates[:MOST_CANDIDATES]
    values = [str(candidate.value) for candidate in offered]
    reply = asking.which(turn, sitting, prompt, offered)

    def commit(tx: Tx) -> None:
        stand(tx, "asking")
        tx.state[ROOM]["which"] = values
        desk.keep(turn, tx, sitting)
        tx.reply(reply)

    return commit


def question(turn: Turn, sitting: Sitting) -> Commit:
    """A question in the middle is answered, then the same question is asked again."""
    taken = _answer_and_question(turn, sitting)
    if taken is not None:
        return taken
    answer = questions.respond(turn, turn.text)
    if not answer.returns:
        return answer.commit
    onward = again(turn, reopened(turn, sitting), turn.say("Now back to your application:"))
    return both(answer.commit, onward)


def _answer_and_question(turn: Turn, sitting: Sitting) -> Commit | None:
    """ "12 months. And how much is the interest?": the answer is taken, the question answered, then on."""
    parts = parting.answer_and_question(turn.text, turn.language)
    prompt = sitting.interview.prompt()
    if parts is None or step(turn) != "asking" or not isinstance(prompt, Prompt):
        return None
    fresh = reopened(turn, sitting)  # tried on a sitting of its own: what is no answer has changed nothing
    if fresh.interview.questions.free_text(prompt.path):
        return None
    keys = keyboard_is_open(fresh)
    result = fresh.interview.hear(Utterance(text=parts[0]))
    if not isinstance(result, Accepted):
        return None
    answer = questions.respond(turn, parts[1])
    return both(answer.commit, _accepted(turn, fresh, result, "", keys)) if answer.returns else None


def do(turn: Turn, sitting: Sitting, command: Command) -> Commit:
    if command.kind is CommandKind.CHANGE and command.path:
        return change(turn, sitting, command.path, command.rest)
    if command.kind is CommandKind.CHANGE:
        return which_answer(turn, sitting, command.among)
    if command.kind is CommandKind.REMOVE and command.path:
        return removing.take_out(turn, sitting, command.path)
    return COMMANDS[command.kind](turn, sitting)


def change(turn: Turn, sitting: Sitting, path: str, rest: str = "") -> Commit:
    """ "Change the amount", "change the amount to 9000": asked again, or taken at once."""
    interview = sitting.interview
    interview.correct(path)
    if rest:
        return heard(turn, sitting, interview.hear(Utterance(text=rest)))
    return present(turn, sitting)


def correct(turn: Turn, sitting: Sitting, mark: str) -> Commit:
    """An answer picked from the summary."""
    for question in sitting.interview.session.questions():
        if token(sitting.draft.draft_id, question.path) == mark:
            return change(turn, sitting, question.path)
    return old(turn, sitting)
