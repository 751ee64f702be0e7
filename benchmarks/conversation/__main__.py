"""Play scripted farmers against the interview and print how much they had to write.

    python -m benchmarks.conversation [--json] [--worst N]

For each kind of farmer: messages he sent, fields filled, messages a field, questions asked that were already answered
(goal 0), dead ends (goal 0). Then the talkative farmer's messages against one question at a time (goal: 60 % or less).
Last, what the bot says: farmers are played through the real bot (`heard.py`), and every sentence they get, the bot's own and
the form's, is measured (`plain.py`): English by its reading grade (goal: 5 or lower), Chinese and Swahili by length.
"""

# ruff: noqa: E501 - what the farmers say

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.conversation import plain
from benchmarks.conversation.heard import heard
from intake.forms import Form, load_form
from intake.interview import (
    Accepted,
    Ambiguous,
    Command,
    CommandKind,
    Interview,
    LooksLikeQuestion,
    Prompt,
    Story,
    Utterance,
)
from intake.reading import LenderLocale

INTAKE = Path(__file__).parents[2] / "intake"
TODAY = date(2026, 3, 2)
LANGUAGES = ("en", "zh", "sw")
MOST_TRIES = 5  # at one question before it counts as a dead end
ANSWERS = {
    # one answer a message, so that what a story saves is counted against nothing else
    "trade": "keeping animals", "purpose": "more stock", "animals": "goats", "animals_buy": "12 goats",
    "animals_have": "30", "experience_years": "ten years", "amount": "8k", "own_funds": "3000", "term_months": "18 months",
    "repayment": "all at once", "first_payment": "after harvest", "income_months": "September to November",
    "income_month_good": "5000", "income_month_poor": "900", "living_costs_month": "700", "has_debts": "no",
    "guarantor_name": "Juma Ali", "guarantor_phone": "13912345678", "guarantor_relation": "a neighbour",
    "full_name": "Amina Juma", "village": "Goat Hill", "phone": "13812345678", "staff_related": "no",
    "crop": "winter corn", "land_area": "3 mu", "collateral": "my house",
}  # fmt: skip
STORY = (
    "My name is Amina Juma, I live in Goat Hill, my phone is 13812345678. I have 30 goats and ten years of experience. "
    "I want to borrow 8000 to buy 12 goats, I have 3000 myself and will pay back in 18 months, the first after harvest. "
    "A good month brings 5000, other months 900, and we spend 700."
)
MIXED = {"amount": "elfu nane", "own_funds": "三千", "term_months": "一年半", "has_debts": "hapana", "village": "羊坡", "first_payment": "baada ya mavuno",
         "animals": "mbuzi", "trade": "养牲畜", "income_month_good": "5千", "animals_buy": "kumi na mbili"}  # fmt: skip
MUDDLE = {"amount": ["how much can I get?", "a lot", "8000"], "term_months": ["I don't know", "why do you ask?", "18"], "village": ["over the hill", "Goat Hil"],
          "repayment": ["what is better?", "all at once"], "phone": ["it is at home", "13812345678"], "first_payment": ["when it rains", "after harvest"]}  # fmt: skip


@dataclass
class Played:
    """One farmer's conversation, counted."""

    farmer: str
    messages: int = 0
    fields: int = 0
    repeated: int = 0
    dead_ends: int = 0
    per_field: float = 0.0
    seen: set[str] = field(default_factory=set)


Replies = Callable[[str, int], str]


def play(
    name: str, form: Form, replies: Replies, *, story: str = "", changes: dict[str, str] | None = None
) -> Played:
    """Run one farmer to the end."""
    talk = Interview.start(
        form, language="en", locale=LenderLocale.load(INTAKE / "samples" / "lender.toml", today=TODAY)
    )
    played = Played(name)
    if story:
        played.messages += 2  # the story, and "all right"
        talk.proposals.hear(story)
        talk.accept_story()
    answered = {item.path for item in talk.summary()}
    pending = dict(changes or {})
    for prompt in _prompts(talk):
        played.repeated += prompt.path in answered
        _one_question(talk, prompt, replies, played)
        answered = {item.path for item in talk.summary()}
        if prompt.name in pending:
            _change(talk, pending.pop(prompt.name), played)
            answered = {item.path for item in talk.summary()}
    played.fields = len(talk.summary()) - 1  # consent was given before
    played.per_field = round(played.messages / played.fields, 2)
    return played


def _prompts(talk: Interview) -> Iterator[Prompt]:
    for _ in range(200):
        prompt = talk.prompt()
        if not isinstance(prompt, Prompt):
            return
        yield prompt
    raise SystemExit("a conversation without end")


def _one_question(talk: Interview, prompt: Prompt, replies: Replies, played: Played) -> None:
    for attempt in range(MOST_TRIES):
        played.messages += 1
        text = replies(prompt.name, attempt)
        heard = talk.hear(Utterance(text=text))
        if isinstance(heard, Ambiguous):
            played.messages += 1
            heard = talk.hear(Utterance(value=str(heard.candidates[0].value)))
        if isinstance(heard, Story):
            played.messages += 1
            talk.accept_story()
        if isinstance(heard, Command) and heard.kind is CommandKind.SKIP:
            talk.skip()
        now = talk.prompt()
        if isinstance(heard, Accepted) or not isinstance(now, Prompt) or now.path != prompt.path:
            return
        assert not isinstance(heard, LooksLikeQuestion) or now.path == prompt.path
    played.dead_ends += 1
    talk.skip()


def _change(talk: Interview, words: str, played: Played) -> None:
    played.messages += 1
    command = talk.command(words)
    assert command and command.path, words
    talk.correct(command.path)
    if command.rest:
        talk.hear(Utterance(text=command.rest))


def plainly(name: str, attempt: int) -> str:
    return ANSWERS.get(name, "skip")


def muddled(name: str, attempt: int) -> str:
    tries = MUDDLE.get(name, [plainly(name, 0)])
    return tries[min(attempt, len(tries) - 1)]


def mixing(name: str, attempt: int) -> str:
    return MIXED.get(name, plainly(name, attempt))


def said(worst: int) -> dict[str, dict[str, Any]]:
    """What the bot says in each language, measured; English with its `worst` sentences."""
    found: dict[str, dict[str, Any]] = {}
    for language in LANGUAGES:
        messages = heard(language)
        each = list(dict.fromkeys(part for message in messages for part in plain.sentences(message)))
        found[language] = {"messages": len(messages), **asdict(plain.measure(each, language)), "worst": []}
        if language == "en":
            ranked = sorted(((plain.grade([one]), one) for one in each), reverse=True)
            found[language]["worst"] = ranked[:worst]
    return found


def show(farmers: list[Played], share: float, speech: dict[str, dict[str, Any]]) -> None:
    print(f"{'farmer':18}{'messages':>9}{'fields':>8}{'a field':>9}{'repeated':>10}{'dead ends':>11}")
    for each in farmers:
        print(
            f"{each.farmer:18}{each.messages:9}{each.fields:8}{each.per_field:9}{each.repeated:10}{each.dead_ends:11}"
        )
    print(f"talkative against one at a time: {share:.0%} (goal 60 % or less)")
    for language, told in speech.items():
        graded = f", reading grade {told['grade']} (goal 5 or lower)" if told["grade"] is not None else ""
        unit = "characters" if language == "zh" else "words"
        print(
            f"what the bot says, {language}: {told['messages']} messages, {told['sentences']} different sentences of "
            f"{told['mean_length']} {unit}, the longest {told['longest']}{graded}"
        )
        for points, sentence in told["worst"]:
            print(f"  {points:5} {sentence}")


def main() -> None:
    """Play everybody and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--worst", type=int, default=0, metavar="N", help="print the N hardest English sentences"
    )
    asked = parser.parse_args()
    form = load_form(INTAKE / "forms" / "microloan.md", "microloan")
    farmers = [
        play("one at a time", form, plainly),
        play("talkative", form, plainly, story=STORY),
        play("brief", form, plainly, story="8000 for goats"),
        play("confused", form, muddled),
        play("changes mind", form, plainly, changes={"own_funds": "change the amount to 25000", "has_debts": "change the amount to 9000"}),
        play("mixes languages", form, mixing),
    ]  # fmt: skip
    share = round(farmers[1].messages / farmers[0].messages, 2)
    speech = said(asked.worst)
    if asked.json:
        told = [asdict(each) | {"seen": None} for each in farmers]
        print(json.dumps({"farmers": told, "talkative_share": share, "said": speech}))
        return
    show(farmers, share, speech)


if __name__ == "__main__":
    main()
