"""What a message means, whatever the language: near to what is said in a room, or to a question about the rules.

The words of `intent` are those of the bot's own languages; the encoder knows some ninety. The distances hold for the
encoder that comes with the product, and for no other.
"""

from __future__ import annotations

import threading
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import regex

from knowledge.answering import elsewhere
from knowledge.embeddings import Embedders, Encoder
from knowledge.language import SPOKEN
from knowledge.types import RedirectKind

ENCODER = "e5"  # whose distances `least` and `lead` were measured with
SURER = 0.02  # an answer must lead by so much more to be a wish to die: more of them sound like one
MOST_OF_AN_ANSWER = 3  # sentences that are looked at: a few ms each
NEAREST = 2  # of what is said in a room, how many a message is held against
LONGEST = 400  # letters; longer than that it is a story
MOST_PARTS = 8
_LEARNING = threading.Lock()
_LEARNT: dict[str, Learnt] = {}  # by the encoder's fingerprint: a second of work, the same for everybody
_SAYS_ENOUGH = regex.compile(
    r"(?:[\p{L}\p{M}]+[^\p{L}\p{M}]+){2}\p{L}|(?:\p{Han}\W*){4}|[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]{8}"
)
_FIGURE = regex.compile(r"\d")
_PART = regex.compile(r"[.!?。！？؟।።\n;；]+")


@dataclass(frozen=True, slots=True)
class Room:
    """What is said in a room, and how near to it a message must be; `longest`, in words, where it says no more.

    `but`: what only sounds like it, and keeps a message from this room as the rules keep it from every room.
    `answers`: what is answered to a question of ours, and keeps only an answer from it.
    `over`: how much nearer than to any room of danger or wrong: who is asked for a bribe wants no loan.
    """

    kind: RedirectKind
    says: tuple[str, ...]
    least: float
    lead: float
    everywhere: bool = False
    longest: int = LONGEST
    but: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    over: float = 0.0


class Meaning:
    """Hears the room of a message by its meaning: whose life is in danger in every language, the rest in those
    that the bot has no words of."""

    def __init__(self, embedders: Embedders) -> None:
        self._encoder = next((one for one in embedders.encoders if one.name == ENCODER), None)
        self._warm = False

    def warm(self) -> None:
        """Learn what is said in the rooms, so that the first farmer does not wait for it."""
        if self._encoder is not None:
            _learnt(self._encoder)
            self._warm = True

    def room(self, message: str, language: str) -> RedirectKind | None:
        """The room of a message in `language`; None for a question to the documents, or where nobody can tell."""
        encoder = self._encoder
        if encoder is None or not encoder.knows(language) or not message.strip():
            return None
        whole = [] if len(message) > LONGEST else [message]
        parts = [part for part in _PART.split(message) if part.strip()][-MOST_PARTS:]
        # The whole comes last: its vector is then at hand when the documents are asked.
        texts = [*(parts if len(parts) > 1 or not whole else ()), *whole]
        kinds = [self._nearest(encoder, text, spoken=language in SPOKEN) for text in texts]
        if RedirectKind.EMERGENCY in kinds:
            return RedirectKind.EMERGENCY
        return kinds[-1] if whole else None

    def wishes_to_die(self, answer: str, language: str) -> bool:
        """Whether an answer to a question of ours tells of a wish to die; never where nothing was warmed for it."""
        encoder = self._encoder
        if encoder is None or not self._warm or not encoder.knows(language):
            return False
        return any(_tells_of_it(encoder, part) for part in _told(answer))

    def _nearest(self, encoder: Encoder, text: str, *, spoken: bool) -> RedirectKind | None:
        _rules, rooms = _table()
        vector = _array(encoder.asked(text))
        learnt = _learnt(encoder)
        near = [_near(said @ vector) for said in learnt.rooms]
        wishes = elsewhere.only_wishes(text)
        able = [at for at, room in enumerate(rooms) if wishes or room.kind is not RedirectKind.WANTS_LOAN]
        at = max(able, key=near.__getitem__)
        room, nearness = rooms[at], near[at]
        if (spoken and not room.everywhere) or len(text.split()) > room.longest or nearness < room.least:
            return None
        danger = max(near[i] for i, one in enumerate(rooms) if one.kind is RedirectKind.EMERGENCY)
        if room.over and nearness - danger < room.over:
            return None
        others = max(_near(said @ vector) for said in (learnt.rules, learnt.but[at]) if len(said))
        return room.kind if nearness - others >= room.lead else None


@dataclass(frozen=True, slots=True)
class Learnt:
    """The vectors of what is said: of the rules, of each room, and of what only sounds like it."""

    rules: Any
    rooms: tuple[Any, ...]
    but: tuple[Any, ...]
    answers: tuple[Any, ...]


def _learnt(encoder: Encoder) -> Learnt:
    with _LEARNING:
        if encoder.fingerprint not in _LEARNT:
            rules, rooms = _table()
            ask = encoder.embeddings.embed_query

            def learn(texts: Sequence[str]) -> Any:
                return _array([ask(text) for text in texts])

            said, but, answers = (
                tuple(map(learn, some))
                for some in zip(*((r.says, r.but, r.answers) for r in rooms), strict=True)
            )
            _LEARNT[encoder.fingerprint] = Learnt(learn(rules), said, but, answers)
        return _LEARNT[encoder.fingerprint]


def _told(answer: str) -> list[str]:
    """The last sentences that say something, those without figures before the others."""
    parts = [part[-LONGEST:] for part in _PART.split(answer) if _SAYS_ENOUGH.search(part)]
    figures = [part for part in parts if _FIGURE.search(part)]
    words = [part for part in parts if part not in figures]
    return [*figures, *words][-MOST_OF_AN_ANSWER:]


def _tells_of_it(encoder: Encoder, text: str) -> bool:
    _rules, rooms = _table()
    vector, learnt = _array(encoder.asked(text)), _learnt(encoder)
    near = [_near(said @ vector) for said in learnt.rooms]
    at = max(range(len(rooms)), key=near.__getitem__)
    room = rooms[at]
    if not room.everywhere or near[at] < room.least:
        return False
    others = max(_near(said @ vector) for said in (learnt.rules, learnt.but[at], learnt.answers[at]))
    return near[at] - others >= room.lead + SURER


def _near(distances: Any) -> float:
    return float(sum(sorted(distances)[-NEAREST:]) / NEAREST)


def _array(vectors: Sequence[Any]) -> Any:
    import numpy as np

    return np.asarray(vectors, dtype=np.float32)


@cache
def _table() -> tuple[tuple[str, ...], tuple[Room, ...]]:
    """The questions about the rules, and the rooms."""
    file = files("knowledge.answering").joinpath("meaning.toml")
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    rooms = [
        Room(
            **{
                **row,
                "kind": RedirectKind(row["kind"]),
                "says": tuple(row["says"]),
                "but": tuple(row.get("but", ())),
                "answers": tuple(row.get("answers", ())),
            }
        )
        for row in table["room"]
    ]
    return tuple(table["rules"]), tuple(rooms)
