"""What he writes to "which do you mean?", where time, way of paying and first payment contradict each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.conversation.application import remedies, saying
from bot.conversation.application.desk import Sitting
from bot.conversation.application.standing import again, present, refused
from bot.conversation.turn import Commit, Turn
from intake.interview import Interview, Prompt, Refused
from intake.interview.asking import asks
from intake.products import Repayment, Terms
from intake.reading import Kind, Reading, read


def heard(turn: Turn, sitting: Sitting) -> Commit | None:
    """One of the offered ways, named by a day or by how it is paid, is taken; a time, or a way of paying, belongs to
    its own question; words that are none of it bring the same buttons again. None: it is heard as any answer is."""
    interview = sitting.interview
    said = remedies.at_odds(turn, interview)
    if said is None:
        return None
    prompt = interview.prompt()
    asked = isinstance(prompt, Prompt) and (prompt.present is None or prompt.name == remedies.FIRST)
    if not asked or interview.command(turn.text) or asks(turn.text, turn.language):
        return None
    day, way = _read(turn, interview, Kind.DATE), _way(turn, interview)
    offered = [
        terms
        for terms in remedies.thinkable(turn, interview, said)
        if _is_meant(turn, terms, day) and (way is None or way is terms.repayment)
    ]
    if len(offered) == 1 and (day.candidates or way is not None):
        return taken(turn, sitting, remedies.answers(offered[0]))
    if _read(turn, interview, Kind.DURATION).best is not None:
        interview.correct("term_months")
    elif way is not None:
        interview.correct("repayment")
    elif not day.candidates:
        return again(turn, sitting, turn.say("I did not understand that. Please press one of the buttons."))
    return None


def _read(turn: Turn, interview: Interview, kind: Kind) -> Reading:
    return read(turn.text, kind, language=interview.language, locale=interview.locale)


def _way(turn: Turn, interview: Interview) -> Repayment | None:
    """How it is paid, if he says that."""
    path = next(one.path for one in interview.summary() if one.path.endswith("/repayment"))
    found = read(
        turn.text,
        Kind.CHOICE,
        language=interview.language,
        locale=interview.locale,
        options=interview.questions.options(path),
    )
    return None if found.best is None else Repayment(str(found.best.value))


def _is_meant(turn: Turn, terms: Terms, day: Reading) -> bool:
    """Whether a day that was named, in whichever year, is the one this way begins with; true where none was."""
    named = {date.fromisoformat(str(one.value)) for one in day.candidates}
    first, _last = remedies.days_of(turn, terms)
    return not named or first in named or (first.month, first.day) in {(one.month, one.day) for one in named}


def taken(turn: Turn, sitting: Sitting, found: Mapping[str, str]) -> Commit:
    """Several answers at once, of a way out that was offered."""
    broken = [one for one in sitting.interview.take(found) if isinstance(one, Refused)]
    if broken:
        sitting.interview.correct(broken[0].path)
        return refused(turn, sitting, broken[0], "")
    return present(turn, sitting, before=saying.taken(turn, sitting.interview, found))
