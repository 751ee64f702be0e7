"""Long messages reach people whole, measured as Telegram measures them."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.messages import Attachment, Button, Reply
from bot.conversation.wording import Html, bold, clean, lines, quoted
from bot.delivery.pieces import measure, parts, split
from bot.simulator.texts import read_text

WORDS = st.text(
    st.sampled_from("a<&>\n 😀é日\u2068\u202eّ'\"") | st.characters(exclude_categories=["Cs"]), max_size=400
)


def shown(piece: str) -> str:
    """What a person sees, as the simulated Telegram reads it."""
    return str(read_text(piece, "HTML", None).text)


@pytest.mark.parametrize(
    "words", ["😀" * 4096, "<" * 5000, "&" * 4097, "a" * 9000, "goats " * 2000, "一" * 5000, "x\n" * 3000]
)
def test_each_piece_is_taken_and_no_sign_is_lost(words: str) -> None:
    pieces = split(lines(bold("VC-1"), quoted(words)))
    assert all(1 <= read_text(piece, "HTML", None).length <= 4096 for piece in pieces)
    kept = re.sub(r"\s", "", "".join(map(shown, pieces)))
    assert kept == re.sub(r"\s", "", "VC-1\u2068" + words + "\u2069")


def test_a_tag_over_a_cut_is_closed_and_opened_anew() -> None:
    pieces = split(bold("goat " * 1000))
    assert len(pieces) == 2
    assert all(piece.startswith("<b>") and piece.endswith("</b>") for piece in pieces)


def test_it_is_cut_between_lines_where_it_can_be() -> None:
    pieces = split("\n".join(["one line of forty signs, more or less, so."] * 150))
    assert all(line.startswith("one line") for piece in pieces for line in piece.split("\n"))


@given(WORDS, st.integers(20, 60))
def test_any_text_in_small_pieces(words: str, limit: int) -> None:
    source = bold(quoted(words))
    pieces = split(source, limit)
    for piece in pieces:
        assert measure(piece) <= limit
        if html.unescape(re.sub(r"</?b>", "", piece)).strip():
            assert read_text(piece, "HTML", None).length <= limit
    kept = re.sub(r"\s|</?b>", "", html.unescape("".join(pieces)))
    assert kept == re.sub(r"\s|</?b>", "", "\u2068" + clean(words) + "\u2069")


def test_the_parts_of_a_reply_carry_each_thing_once() -> None:
    buttons = ((Button("Claim", "o.claim", ("1", "1")),),)
    long = Html("goat " * 3000)
    first, *middle, last = parts(Reply(long, buttons=buttons, edit=7, careful=True))
    assert [one.edit for one in (first, *middle, last)] == [7, *([None] * len(middle)), None]
    assert last.buttons == buttons and not any(one.buttons for one in (first, *middle))
    assert all(one.careful for one in (first, *middle, last))
    file, *text = parts(Reply(long, buttons=buttons, attachment=Attachment("x", "x.pdf"), keys=()))
    assert file.attachment and not file.text and not file.buttons and file.keys is None
    assert not any(one.attachment for one in text) and text[-1].buttons == buttons and text[-1].keys == ()
    assert parts(Reply(Html("short"), attachment=Attachment("x", "x.pdf"))) == [
        Reply(Html("short"), attachment=Attachment("x", "x.pdf"))
    ]
