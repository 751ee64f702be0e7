"""Words where a button was meant: "yes pls" to "Shall I ask your officer?", "goat hil" to "Which village?"."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, MutableMapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from bot.conversation.agreeing import agrees, goes_through, holds_back
from bot.conversation.messages import Incoming, IncomingKind, Press, Reply, parse_callback
from intake.reading import LenderLocale
from intake.reading.cleaning import clean, fold

if TYPE_CHECKING:
    from bot.conversation.store import Conversation

KEY = "asked"
TAKES_BUTTON = "weighty"  # a written yes to what cannot be undone
AGAIN = "asked.again"  # a written answer that is not taken: the question comes once more
UNSEEN, OLD = "unseen", "old"  # why it is not taken
EXACT_UP_TO, NEAR = 4, 85  # letters of a name that must be right; rapidfuzz ratio of a longer one
# Buttons whose own words do what they do. Those that send, accept or throw away for good are not among them; an
# application that is taken back can be made again, and the yes was to "do you really want to".
MAY_BE_WRITTEN = frozenset(
    [
        "a.yes",
        "q.src",
        "q.sec",
        "q.ask",
        "q.sos",
        "k.tell",
        "k.no",
        "p.no",
        "p.send",
        "s.msg",
        "s.reply",
        "s.wd",
        "s.wdy",
        "s.no",
        "s.pass",
        "s.own",
        "c.no",
        "g.new",
        "g.other",
        "g.never",
        "d.show",
        "o.show",
        "v.exp",
        "v.del",
    ]
)
WITHIN = timedelta(hours=1)  # a later "yes" may be meant for something else


def remember(
    state: MutableMapping[str, Any], reply: Reply, now: datetime, before: Mapping[str, str]
) -> dict[str, str]:
    """Keep what words to the newest message mean; anything said in a later turn takes it away. Returns the words of
    its buttons; `before` are those of the messages said in the same turn."""
    state.pop(KEY, None)
    meant: dict[str, Any] = {}
    if reply.asks is not None:
        meant["yes"], meant["no"] = (button.data for button in reply.asks)
    if reply.asks is not None and reply.weighty:
        yes, no = reply.asks
        meant["stays"] = no.data
        if yes.action not in MAY_BE_WRITTEN:
            meant |= {"yes": TAKES_BUTTON, "held": [[yes.text, yes.data], [no.text, no.data]]}
    if reply.named:
        meant["named"] = {
            button.text: button.data for row in (*reply.buttons, reply.unshown) for button in row
        }
    words = {
        button.text: button.data for row in reply.buttons for button in row if button.action in MAY_BE_WRITTEN
    }
    if reply.asks is not None and reply.weighty:
        words |= {reply.asks[0].text: str(meant["yes"]), reply.asks[1].text: reply.asks[1].data}
    if before or words:
        meant["words"] = {**before, **words}
    if reply.asks is not None or reply.named:
        meant["question"] = dataclasses.replace(reply, edit=None, attachment=None).to_json()
    if meant:
        state[KEY] = meant | {"at": now.isoformat()}
    return words


def question(state: Mapping[str, Any]) -> Reply | None:
    """The question that waits for a written answer, to be asked once more."""
    kept = state.get(KEY, {}).get("question")
    return Reply.from_json(kept) if kept else None


def asked_at(incoming: Incoming, conversation: Conversation) -> datetime | None:
    """When the question was asked that this message may answer; None where none waits."""
    asked = conversation.state.get(KEY)
    if incoming.kind is not IncomingKind.TEXT or not incoming.private or not asked:
        return None
    return datetime.fromisoformat(asked["at"])


def in_time(incoming: Incoming, at: datetime, now: datetime) -> bool:
    """Whether he wrote it soon enough after that moment; how long it then waited for us does not count."""
    return (
        min(now, incoming.sent_at) - at <= WITHIN
    )  # a clock that is wrong, ours or Telegram's, takes no answer away


def as_press(incoming: Incoming, conversation: Conversation, locale: LenderLocale) -> Incoming:
    """An answer to the question that waits, as the press it stands for; any other words as they are."""
    data = _meant(conversation.state[KEY], incoming.text, conversation.language, locale)
    return incoming if data is None else _press(incoming, *parse_callback(data))


def as_not_taken(incoming: Incoming, conversation: Conversation, why: str) -> Incoming:
    """An answer that must not count, as the press that brings the question again; as it is where that is not kept."""
    return incoming if question(conversation.state) is None else _press(incoming, AGAIN, (why,))


def _press(incoming: Incoming, action: str, args: tuple[str, ...]) -> Incoming:
    press = Press("", action, args, message_id=None)
    return dataclasses.replace(incoming, kind=IncomingKind.PRESS, text="", press=press)


def _meant(asked: Mapping[str, Any], text: str, language: str, locale: LenderLocale) -> str | None:
    """The data of the button that was meant."""
    said = _folded(text)
    exact = next((data for label, data in asked.get("words", {}).items() if _folded(label) == said), None)
    if exact is not None:
        return str(exact)
    if "stays" in asked and holds_back(text):
        return str(asked["stays"])
    if "yes" in asked:
        answer = agrees(text, language, locale)
        if answer is None and "stays" in asked and goes_through(text):
            answer = True
        return None if answer is None else str(asked["yes" if answer else "no"])
    return named(asked["named"], text) if "named" in asked else None


def named(labels: Mapping[str, str], text: str) -> str | None:
    """The data of the one label that is written, a slip of the pen or its first Chinese signs included."""
    said, near = _folded(text), set()
    for label, data in labels.items():
        whole = _folded(label)
        shortened = len(said) > 1 and said[0] >= "\u3400" and whole.startswith(said)
        misspelt = len(whole) > EXACT_UP_TO and whole.isascii() and fuzz.ratio(said, whole) >= NEAR
        if said == whole or shortened or misspelt:
            near.add(data)
    return near.pop() if len(near) == 1 else None


def _folded(text: str) -> str:
    return fold(clean(text)).strip(" .!?,。！，")
