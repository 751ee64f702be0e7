"""What is said to "is this still right?", of an answer on file: that it is, that it is not, or something new."""

from __future__ import annotations

from intake.interview import answering
from intake.interview.choosing import yes_no_choices
from intake.interview.questions import Questions
from intake.reading import LenderLocale
from intake.reading.assent import assent, is_the_same
from intake.reading.assent_words import Assent


def still_right(
    text: str, path: str, on_file: str, questions: Questions, locale: LenderLocale
) -> bool | None:
    """Yes, "the same" and "go on" keep it, a no takes it back; None: anything else is a new answer."""
    answer = answering.yes_or_no(text, questions.language, locale)
    said = assent(text, questions.language)
    if answer or said in (Assent.RIGHT, Assent.STAYS, Assent.ON) or is_the_same(text):
        return True
    takes_no = yes_no_choices(questions, path)
    if (answer is None and said in (Assent.WRONG, Assent.NONE)) or (answer is False and not takes_no):
        return False
    no_to_no = takes_no and on_file == "no" == answering.typed(text, questions, path, locale)
    return False if no_to_no else None  # a "no" after a "no" may mean either, and is asked again


def goes_on(text: str, language: str) -> bool:
    """ "Next", "endelea": beside an answer on file no leaving out, but that it stays."""
    return assent(text, language) is Assent.ON
