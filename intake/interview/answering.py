"""From a text or a press to the value a form stores, by the kind of the question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from intake.forms import QuestionKind
from intake.forms.choices import SELECTS
from intake.interview.choosing import chosen
from intake.interview.columns import read_as
from intake.interview.measures import Typed, figured, has_none
from intake.interview.persons import person
from intake.interview.questions import Questions
from intake.interview.spelling import spelled
from intake.interview.starting import day_said
from intake.interview.things import thing
from intake.interview.types import Ambiguous, Code, Refused, Utterance
from intake.reading import Candidate, Kind, LenderLocale, Option, Reason, read
from intake.reading.calendar_words import months
from intake.reading.choices import straightened
from intake.reading.cleaning import clean, fold
from intake.reading.courtesies import is_courtesy, perhaps_courtesy, without_courtesy
from intake.reading.phones import with_phones_whole

# What is asked for said back, and nobody's name.
A_NAME = frozenset(
    [
        "name",
        "my name",
        "the name",
        "my full name",
        "full name",
        "my name is",
        "jina langu",
        "jina langu ni",
        "名字",
        "姓名",
        "我的名字",
        "我的姓名",
        "我的名字是",
        "मेरा नाम",
        "mi nombre",
        "mon nom",
    ]
)
NAME, THING = "words:name", "words:thing"
LONGEST = 10_000  # letters of a free text
# PostgreSQL refuses NUL, UTF-8 has no surrogates, and XML no other control character; nobody typed them on purpose.
UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
PLACE = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*[, ]\s*(-?\d{1,3}(?:\.\d+)?)\s*")
DEFAULT_KINDS = {
    QuestionKind.INTEGER: Kind.INTEGER,
    QuestionKind.DECIMAL: Kind.NUMBER,
    QuestionKind.RANGE: Kind.NUMBER,
    QuestionKind.DATE: Kind.DATE,
    QuestionKind.DATETIME: Kind.DATE,
    QuestionKind.TIME: Kind.TIME,
}
# The fewest places of a line and of an area; an area's last place is its first again.
OUTLINES = {QuestionKind.GEOTRACE: 2, QuestionKind.GEOSHAPE: 3}
# What a file that was sent answers: any of them is a file.
UPLOADS = {
    "photo": frozenset({QuestionKind.IMAGE, QuestionKind.FILE}),
    "audio": frozenset({QuestionKind.AUDIO, QuestionKind.FILE}),
    "video": frozenset({QuestionKind.VIDEO, QuestionKind.FILE}),
    "file": frozenset({QuestionKind.FILE}),
}
MEDIA = frozenset({QuestionKind.IMAGE, QuestionKind.AUDIO, QuestionKind.VIDEO, QuestionKind.FILE})


def storable(text: str) -> str:
    """The text to be read, without the characters no store can keep."""
    return UNSTORABLE.sub("", text)


def typed(text: str, questions: Questions, path: str, locale: LenderLocale) -> Typed:
    """Read a typed answer to the question at `path`: the value to store, a doubt, or a refusal. Polite words before it
    ("sorry, 1 july") are left out where it is read better without."""
    read = _typed(text, questions, path, locale)
    bare = without_courtesy(text)
    if isinstance(read, str) or bare == text or questions.free_text(path):
        return read
    again = _typed(bare, questions, path, locale)
    return again if _plainness(again) > _plainness(read) else read


def _plainness(read: Typed) -> int:
    return 2 if isinstance(read, str) else 1 if isinstance(read, Ambiguous) else 0


def _typed(text: str, questions: Questions, path: str, locale: LenderLocale) -> Typed:
    kind = questions.session.kind(path)
    said, text = text, storable(text)
    if not text.strip():
        return Refused(path, Reason.EMPTY)
    if kind in MEDIA:
        return Refused(path, Code.WRONG_KIND, {"wanted": kind.value, "given": "text"})
    if kind in OUTLINES:
        return _outline(text, kind, path)
    if kind is QuestionKind.GEOPOINT:
        return _place(text, path)
    if kind in (QuestionKind.ACKNOWLEDGE, QuestionKind.NOTE, QuestionKind.REPEAT):
        return _agreement(text, questions, path, locale)
    if kind in SELECTS:
        read, plainly = chosen(text, questions, path, locale), spelled(text)
        told = read if plainly == text else chosen(plainly, questions, path, locale)
        return read if isinstance(told, Refused) else told  # "gots n sheep" are two
    reads, unit = read_as(questions.cells(path))
    if reads is Kind.PHONE and has_none(text, questions, locale):
        return Refused(path, Code.NO_PHONE)
    wants = wanted(questions, path)
    if wants is None:
        return _free(said, questions, path, locale)  # to the letter: the form refuses what it cannot keep
    text = text if wants is Kind.DATE else with_phones_whole(text, locale)
    read = figured(text, wants, unit, questions, path, locale)
    if isinstance(read, Refused) and wants is Kind.DATE and (alone := day_said(text)) not in ("", text):
        told = figured(alone, wants, unit, questions, path, locale)
        read = read if isinstance(told, Refused) else told
    if (
        isinstance(read, Refused)
        and wants is Kind.DATE
        and (meant := _dated(text, questions.language)) != text
    ):
        return _asked(figured(meant, wants, unit, questions, path, locale), path) or read
    return read


def wanted(questions: Questions, path: str) -> Kind | None:
    """What kind of figure, day or number the question takes; None: words, a choice, a file."""
    return read_as(questions.cells(path))[0] or DEFAULT_KINDS.get(questions.session.kind(path))


def _dated(text: str, language: str) -> str:
    """With slips of a month's name written out, and short forms: "next yr octber"."""
    known = [Option(name, (name,)) for name in months(language) if name.isascii() and name.isalpha()]
    return straightened(fold(clean(spelled(text))), known)


def _asked(read: Typed, path: str) -> Ambiguous | None:
    """What was read through a slip is asked, never taken for sure."""
    if isinstance(read, str):
        return Ambiguous(path, (Candidate(read, read),), Reason.SPELLING)
    return read if isinstance(read, Ambiguous) else None


def _free(text: str, questions: Questions, path: str, locale: LenderLocale) -> Typed:
    if len(text) > LONGEST:
        return Refused(path, Reason.TOO_LONG, {"length": len(text), "most": LONGEST})
    how = (questions.cells(path).get("read_as") or "").strip().lower()
    text = without_courtesy(text, surely=True, of_a_name=how == NAME) if how.startswith("words:") else text
    agrees = yes_or_no(text, questions.language, locale) if how in (NAME, THING) else None
    none = agrees is False or has_none(text, questions, locale)
    if how == THING:
        return thing(text, path, none=none, agrees=bool(agrees))
    if how.startswith("words:") and how != NAME and none:
        return Refused(path, Code.REQUIRED)
    if how in ("words:from", "words:named") and _is_figure_alone(text, questions, locale):
        return Refused(path, Code.WRONG_KIND, {"wanted": QuestionKind.TEXT.value, "given": "text"})
    if how in ("words:named", NAME) and fold(text).casefold().strip(" .!?:,。：\u2068\u2069") in A_NAME:
        return Refused(path, Code.WRONG_KIND, {"wanted": "text", "given": "text"})
    if how == "words:named":
        return text
    words = _without_lead(text, questions.story_words(path), after=how in ("words:after", NAME)) or text
    if how != NAME:
        return words
    agrees = yes_or_no(words, questions.language, locale)
    if is_courtesy(words):
        return Refused(path, Code.WRONG_KIND, {"wanted": "text", "given": "text"})
    name = person(words, path, language=questions.language, says_yes_or_no=agrees is not None)
    alone = perhaps_courtesy(words)
    if alone and isinstance(name, str):
        return Ambiguous(path, (Candidate(alone, alone), Candidate(name, name)), Reason.SEVERAL)
    return name


def _is_figure_alone(text: str, questions: Questions, locale: LenderLocale) -> bool:
    """ "6000", "1 june", "12 months": no purpose, and no crop."""
    kinds = (Kind.AMOUNT, Kind.DATE, Kind.DURATION)
    return any(
        read(text, kind, language=questions.language, locale=locale).best is not None for kind in kinds
    )


def _without_lead(text: str, leads: tuple[str, ...], *, after: bool) -> str:
    """ "My name is Amina" answers with Amina: a lead that names the question ("my name is") is not the answer."""
    for lead in leads:
        if after or len(lead.split()) > 1 or (lead and lead[0] >= "\u3400" and len(lead) > 1):
            gap = r"[\s:：]*" if lead[0] >= "\u3400" else r"[\s:：]+"
            match = re.match(rf"\s*{re.escape(lead)}{gap}(\S.*)", text, re.IGNORECASE | re.DOTALL)
            if match:
                return match[1].strip(" .。")
    return text


def _place(text: str, path: str) -> Typed:
    match = PLACE.fullmatch(text)
    if not match:
        return Refused(path, Code.WRONG_KIND, {"wanted": QuestionKind.GEOPOINT.value, "given": "text"})
    return f"{match[1]} {match[2]}"


def _outline(text: str, kind: QuestionKind, path: str) -> Typed:
    """Places in figures, one a line or parted by semicolons."""
    places = [PLACE.fullmatch(part) for part in re.split(r"[;\n]", text) if part.strip()]
    told = [f"{place[1]} {place[2]}" for place in places if place]
    if len(told) < len(places) or len(set(told)) < OUTLINES[kind]:
        return Refused(path, Code.WRONG_KIND, {"wanted": kind.value, "given": "text"})
    return outline(told, kind)


def outline(places: Sequence[str], kind: QuestionKind) -> str:
    """A line, or an area that ends where it began, as the form stores it."""
    closed = kind is QuestionKind.GEOSHAPE and places[0] != places[-1]
    return ";".join((*places, places[0]) if closed else places)


def yes_or_no(text: str, language: str, locale: LenderLocale) -> bool | None:
    """A clear yes or no, or neither."""
    best = read(text, Kind.YES_NO, language=language, locale=locale).best
    return bool(best.value) if best else None


def _agreement(text: str, questions: Questions, path: str, locale: LenderLocale) -> Typed:
    answer = yes_or_no(text, questions.language, locale)
    kind = questions.session.kind(path)
    if kind is QuestionKind.REPEAT and answer is not None:
        return "yes" if answer else "no"
    if answer and kind is QuestionKind.ACKNOWLEDGE:
        return "OK"
    if answer is False and kind is QuestionKind.ACKNOWLEDGE:
        return Refused(path, Code.CONSENT_NEEDED)
    return Refused(path, Code.WRONG_KIND, {"wanted": kind.value, "given": "text"})


def pressed(utterance: Utterance, questions: Questions, path: str) -> Any:
    """The value of a press, a share or a file; `Refused` when the question wants something else."""
    kind = questions.session.kind(path)
    given, value = _given(utterance)
    if given == "nothing":
        return Refused(path, Reason.EMPTY)
    if _fits(given, kind, read_as(questions.cells(path))[0]):
        return _as_stored(value, kind)
    return Refused(path, Code.WRONG_KIND, {"wanted": kind.value, "given": given})


def _given(utterance: Utterance) -> tuple[str, Any]:
    for name in ("choice", "contact", "location", *UPLOADS, "date", "value"):
        value = getattr(utterance, name)
        if value is not None:
            return name, value
    return "nothing", None


def _fits(given: str, kind: QuestionKind, reads: Kind | None) -> bool:
    if given == "contact":
        return reads is Kind.PHONE or (reads is None and kind is QuestionKind.TEXT)
    if given == "location":
        return kind is QuestionKind.GEOPOINT
    if given in UPLOADS:
        return kind in UPLOADS[given]
    if given == "date":
        return kind in (QuestionKind.DATE, QuestionKind.DATETIME)
    return kind not in MEDIA


def _as_stored(value: Any, kind: QuestionKind) -> Any:
    if kind is QuestionKind.REPEAT:
        return "yes" if value in ("yes", True) else "no"
    if kind is QuestionKind.GEOPOINT and isinstance(value, tuple):
        return f"{value[0]} {value[1]}"
    if isinstance(value, str):
        return storable(value)
    return value
