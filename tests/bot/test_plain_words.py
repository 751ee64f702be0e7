"""What the bot says can be read by a child of ten or eleven: every English sentence it has, taken together."""

from __future__ import annotations

from babel.messages.pofile import read_po

from benchmarks.conversation import plain
from bot.conversation.wording import LOCALES

GOAL = 5.0


def catalogue() -> list[str]:
    with (LOCALES / "en" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        messages = [message.id for message in read_po(file) if message.id]
    texts = [one if isinstance(one, str) else one[-1] for one in messages]
    return [part for text in texts for part in plain.sentences(text.format_map(Gap()))]


class Gap(dict[str, str]):
    """Stands for whatever is put into a sentence."""

    def __missing__(self, key: str) -> str:
        return "it"


def test_the_english_catalogue_is_plain() -> None:
    assert plain.grade(catalogue()) <= GOAL


def test_hard_words_and_long_sentences_raise_the_grade() -> None:
    easy = plain.grade(["The goat is here.", "You pay in May."])
    hard = plain.grade(
        ["The cooperative reconsiders unsatisfactory applications in exceptional circumstances."]
    )
    assert easy < GOAL < hard


def test_sentences_come_out_of_a_message_without_markup() -> None:
    message = "<b>\u2068How much do you need?\u2069</b>\n\n• You can skip this. Why?\nOK\n8,000"
    assert plain.sentences(message) == ["How much do you need?", "You can skip this."]
    assert plain.sentences("您需要多少钱？可以不答。") == ["您需要多少钱？", "可以不答。"]
