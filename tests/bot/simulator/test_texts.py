"""Texts: Telegram's HTML and MarkdownV2, and what Telegram finds by itself."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.errors import Refusal
from bot.simulator.texts import read_text, user_text, utf16_length
from bot.simulator.texts.utf16 import utf16_slice


def spans(source: str, mode: str = "HTML") -> list[tuple[str, str]]:
    """Entities as (type, the words they mark)."""
    parsed = read_text(source, mode)
    return [
        (entity["type"], utf16_slice(parsed.text, entity["offset"], entity["length"]))
        for entity in parsed.entities
    ]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<b>a</b> <strong>b</strong>", [("bold", "a"), ("bold", "b")]),
        ("<i>a<u>b</u></i>", [("italic", "ab"), ("underline", "b")]),
        ("<del>a</del><s>b</s><strike>c</strike>", [("strikethrough", c) for c in "abc"]),
        ("😀 <code>中文</code>", [("code", "中文")]),
        ('<pre><code class="language-python">x</code></pre>', [("pre", "x")]),
        ('<a href="https://x.org/?a=1&amp;b=2">link</a>', [("text_link", "link")]),
        ("<a href='tg://user?id=7'>he</a>", [("text_mention", "he")]),
        ('<span class="tg-spoiler">s</span><tg-spoiler>t</tg-spoiler>', [("spoiler", "s"), ("spoiler", "t")]),
        ("<blockquote expandable>q</blockquote>", [("expandable_blockquote", "q")]),
        ("<B>loud</B >", [("bold", "loud")]),
        ("  <b> a </b>  ", [("bold", "a")]),
        ("&lt;b&gt; &amp;nbsp; &#65;", []),
    ],
)
def test_html(source: str, found: list[tuple[str, str]]) -> None:
    assert spans(source) == found


def test_html_text_and_offsets() -> None:
    parsed = read_text("😀 <b>&lt;x&gt;</b> &unknown; &#128512;", "HTML")
    assert parsed.text == "😀 <x> &unknown; 😀"
    assert parsed.entities == [{"type": "bold", "offset": 3, "length": 3}]


@pytest.mark.parametrize(
    ("source", "wording"),
    [
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("é<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("1 <2", "Unclosed start tag at byte offset 2"),
        ("a < b > c", 'Unsupported start tag "" at byte offset 2'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        (
            "<a href>x</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
        ('<a href="x>y</a>', 'Unclosed start tag "a" at byte offset 0'),
        ("<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
    ],
)
def test_bad_html(source: str, wording: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_text(source, "HTML")
    assert refusal.value.description == f"Bad Request: can't parse entities: {wording}"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("*bold* _it_ __un__ ~st~ ||sp||", "bold italic underline strikethrough spoiler"),
        ("`code` ```python\nx\n```", "code pre"),
        ("[a](https://x.org/\\)b)", "text_link"),
        ("*a _b_ c*", "bold italic"),
        (">quoted\n>more\nplain", "blockquote"),
        ("1\\.5 \\= \\(ok\\)", ""),
    ],
)
def test_markdown(source: str, found: str) -> None:
    assert " ".join(kind for kind, _ in spans(source, "MarkdownV2")) == found


@pytest.mark.parametrize("source", ["1.5", "a-b", "(x)", "*open", "[a](b", "`x", "a]", "!", "x = y"])
def test_bad_markdown(source: str) -> None:
    with pytest.raises(Refusal, match="can't parse entities"):
        read_text(source, "MarkdownV2")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_an_escaped_text_always_comes_out_as_it_went_in(text: str) -> None:
    plainly = user_text(text)
    parsed = read_text(html.escape(text), "HTML")
    assert parsed.text == plainly.text
    assert parsed.entities == plainly.entities


@given(st.text(alphabet="<>b/i a&;\"'=\\*_[]()`|~>x", max_size=40), st.sampled_from(["HTML", "MarkdownV2"]))
def test_any_markup_is_read_or_refused(source: str, mode: str) -> None:
    try:
        parsed = read_text(source, mode)
    except Refusal:
        return
    for entity in parsed.entities:
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= utf16_length(parsed.text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start@my_bot abc", [("bot_command", "/start@my_bot")]),
        ("see https://x.org/a?b=1.", [("url", "https://x.org/a?b=1")]),
        ("write to example.com, or a.b@example.com", [("url", "example.com"), ("email", "a.b@example.com")]),
        ("call +8657155500140 now", [("phone_number", "+8657155500140")]),
        (
            "#harvest @someone_else $CNY",
            [("hashtag", "#harvest"), ("mention", "@someone_else"), ("cashtag", "$CNY")],
        ),
        ("1/2 and a/b, 5,000 yuan, #1", []),
        ("电话 +254 700 000 001", [("phone_number", "+254 700 000 001")]),
    ],
)
def test_found_by_telegram_itself(text: str, found: list[tuple[str, str]]) -> None:
    parsed = user_text(text)
    assert [(e["type"], utf16_slice(parsed.text, e["offset"], e["length"])) for e in parsed.entities] == found


def test_control_characters_and_lone_surrogates() -> None:
    assert user_text("a\x00b\r\n\u202ec").text == "a b\nc"
    with pytest.raises(Refusal, match="UTF-8"):
        user_text("\ud800")


@pytest.mark.parametrize("text", ["\u200b", "\u200e \u200f", "\ufeff", "\u2800\n\u00ad", "<b>\u200d</b>"])
def test_a_text_of_which_nothing_is_seen_is_empty(text: str) -> None:
    assert not read_text(text, "HTML")
    assert read_text(text + "x", "HTML")
