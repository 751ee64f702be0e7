"""Text as a person sees it: no control, hiding or direction-turning characters, single spaces."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"[^\S\n]+")
_NEWLINES = re.compile(r"\s*\n\s*")
# Cf and Cc characters that reorder or hide text, and the tags a whole sentence can be spelled in unseen; zero-width
# joiners stay, Hindi needs them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CHINESE_LINE_END = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])\n(?=[\u3000-\u9fff\uff00-\uffef])")


def clean(text: str) -> str:
    """Text as a person sees it: NFC, ligatures as letters, single spaces, nothing that hides or turns it."""
    text = _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
    text = _SURROGATE.sub("\ufffd", text)
    text = _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    return _NEWLINES.sub("\n", _SPACES.sub(" ", unicodedata.normalize("NFC", text))).strip()


def one_line(text: str) -> str:
    """`clean`, with line ends as spaces; Chinese lines join without one."""
    return _CHINESE_LINE_END.sub("", clean(text)).replace("\n", " ")
