"""What goes into an interview and what comes out of it: facts and the form's own texts, no sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from intake.forms import Choice, QuestionKind
from intake.reading import Candidate, Kind


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing the farmer did: typed `text`, pressed a `choice` (a name, or names), shared a `contact` (phone) or
    `location` (latitude, longitude), sent a `photo`, an `audio` or `video` recording or another `file` (the name it is
    kept under), picked a `date` (ISO), pressed a candidate of an `Ambiguous` (`value`), or pressed "still right"
    (`keep`)."""

    text: str | None = None
    choice: str | Sequence[str] | None = None
    contact: str | None = None
    location: tuple[float, float] | None = None
    photo: str | None = None
    audio: str | None = None
    video: str | None = None
    file: str | None = None
    date: str | None = None
    value: str | None = None
    keep: bool = False


@dataclass(frozen=True, slots=True)
class SummaryItem:
    """One answer as it stands: `value` as stored, `shown` as people read it (choice labels instead of names)."""

    path: str
    name: str
    label: str
    shown: str
    value: str
    kind: QuestionKind
    read_as: Kind | None = None


@dataclass(frozen=True, slots=True)
class Prompt:
    """The question to ask now. `known` is the answer on file that needs only a "still right?" (`Utterance(keep=True)`);
    `present` an answer given before in this interview, when the farmer went back to it."""

    path: str
    name: str
    text: str
    hint: str
    kind: QuestionKind
    choices: Sequence[Choice]
    progress: tuple[int, int]
    required: bool
    can_skip: bool
    can_back: bool
    can_take_out: bool
    why: str
    read_as: Kind | None = None
    unit: str | None = None
    known: SummaryItem | None = None
    present: SummaryItem | None = None
    again: bool = False  # it was asked before, and is open again
    repeats: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """A limit that an answer breaks. A problem that does not block is said, and the answer stands."""

    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    blocking: bool = True


class Checks(Protocol):
    """What the lender allows, asked as the farmer answers.

    `values` are all answers by question name, the new one among them.
    """

    def check(self, path: str, value: str, values: Mapping[str, str]) -> Sequence[Any]:
        """Every problem of this answer: `Problem`, or anything with `code` and `facts`."""


class NoChecks:
    """A lender without limits."""

    def check(self, path: str, value: str, values: Mapping[str, str]) -> Sequence[Problem]:
        return ()


@dataclass(frozen=True, slots=True)
class ReadyToSubmit:
    """Nothing is left to ask; show the summary."""

    progress: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Accepted:
    """The answer is stored. `reopened` are earlier answers it made invalid, each with its reason: asked again.
    `besides` are others it gave in the same words ("12 goats"); `told` is what was said with it of other questions
    ("yes, i need 10000"): proposed, and sums that are for none."""

    path: str
    echo: SummaryItem
    reopened: tuple[Refused, ...] = ()
    warnings: tuple[Problem, ...] = ()
    besides: tuple[SummaryItem, ...] = ()
    told: Understood | None = None


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several readings, or one that must be confirmed: offer each as a button (`Utterance(value=…)`)."""

    path: str
    candidates: tuple[Candidate, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The answer is not stored: a code of reading, of the form, of the checks or of `Code`."""

    path: str
    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    form_message: str | None = None


class Code(StrEnum):
    """Refusals of the interview's own."""

    WRONG_KIND = "wrong_kind"  # a photo where a number is asked; facts: wanted, given
    CONSENT_NEEDED = "consent_needed"
    REQUIRED = "required"
    NOTHING_ASKED = "nothing_asked"
    NO_PHONE = "no_phone"  # he has none
    NO_NAME = "no_name"  # nobody is named; facts: words
    KIN = "kin"  # "my wife" where a name is asked; facts: words
    NO_THING = "no_thing"  # "nothing" where something must be there, a pledge; facts: words
    STAYS_OR_GOES = "stays_or_goes"  # "no" to a question that may be left open and has an answer
    NO_MONEY = "no_money"  # "2 goats" where a sum is asked; facts: words
    NO_MONTH = "no_month"  # "next year" where a day is asked; facts: words


class CommandKind(StrEnum):
    """What a farmer may say instead of an answer."""

    BACK = "back"
    SKIP = "skip"
    WHY = "why"
    DONT_KNOW = "dont_know"
    STOP = "stop"
    START_AGAIN = "start_again"
    HELP = "help"
    PERSON = "person"
    STATUS = "status"
    CHANGE = "change"
    REMOVE = "remove"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Command:
    """A command in words; nothing has happened yet. `CHANGE` names the question (None if it could not be told, or is
    one `among` several) and `rest`, the new value if he said it in the same breath; `REMOVE` names an answer
    that may be left open."""

    kind: CommandKind
    path: str | None = None
    rest: str = ""
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LooksLikeQuestion:
    """The farmer asks something himself: answer it, then ask the same question again."""

    text: str


@dataclass(frozen=True, slots=True)
class StoryItem:
    """One thing understood from a story: `item` says it back, `words` are the farmer's own that it stands on.
    `inferred` items follow from another (goats → keeping animals)."""

    item: SummaryItem
    words: str
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """What a story told. Items are proposals until `accept_story`; `unclear` are asked with buttons. `unplaced`:
    sums that are for none of the questions, as they were written."""

    items: tuple[StoryItem, ...] = ()
    unclear: tuple[Ambiguous, ...] = ()
    unplaced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Which:
    """A figure that may correct several things he told, with what each would be then, by path: it is asked which.
    `of_another`: it is somebody else's money ("my uncle 3000"), and may correct none."""

    words: str
    values: Mapping[str, str]
    of_another: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """A message that told more than the present question asked."""

    understood: Understood


Heard = Accepted | Ambiguous | Refused | Command | LooksLikeQuestion | Story


class StoryReader(Protocol):
    """A chat model that points at words. Whatever it returns that is not in the text is thrown away."""

    def read(self, text: str, questions: Mapping[str, str]) -> Mapping[str, str]:
        """`questions` are labels by path; the answer, quotes of `text` by path."""
