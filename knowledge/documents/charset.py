"""Bytes to text: byte-order mark, UTF-8, the declared charset, then what the bytes look like."""

from __future__ import annotations

from knowledge.documents.builder import Builder, Warn
from knowledge.documents.refusal import NotAText

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# Pages say the smaller charset and use the larger one; browsers read them so too (WHATWG Encoding).
_MEANT = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
}
_CHINESE = {"gb18030": (0xB0, 0xD7), "big5hkscs": (0xA4, 0xC6)}  # lead bytes of the common characters
_LOOKED_AT = 200_000
_GUESSED_FROM = 16  # bytes: of fewer any charset makes something
_SIGNS = frozenset(range(0x80, 0xA0)) | frozenset(b"\xa0\xa1\xa3\xa5\xa7\xa9\xab\xb0\xb1\xb2\xb3\xb7\xbb\xbf")
_UNUSED = frozenset((0x81, 0x8D, 0x8F, 0x90, 0x9D))  # Windows' Western charset has nothing there
_COMMON = 0.75  # of the Chinese characters: text read in the wrong charset shows rare ones


def decode(data: bytes, builder: Builder | None = None, declared: str | None = None) -> str:
    """Bytes to text. A charset that had to be guessed is told to the admin."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if sixteen := _without_mark(data):
        return data.decode(sixteen, "replace")
    meant = _MEANT.get(declared.strip().lower(), declared) if declared else None
    for encoding in filter(None, ("utf-8", meant)):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    encoding = _guess(data[:_LOOKED_AT])
    if builder is not None:
        builder.warn(Warn.GUESSED_CHARSET, encoding)
    return data.decode(encoding, "replace")


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Latin text is zero."""
    head = data[:2000]
    if head[1::2].count(0) > len(head) * 0.3:
        return "utf-16-le"
    return "utf-16-be" if head[::2].count(0) > len(head) * 0.3 else None


def _guess(data: bytes) -> str:
    """Chinese where nearly all characters are common ones, else Western, else charset_normalizer's guess."""
    shares = {name: _common_share(data, name, *common) for name, common in _CHINESE.items()}
    best_chinese = max(shares, key=lambda name: shares[name])  # read in the other's charset it has rarer ones
    if shares[best_chinese] >= _COMMON:
        return best_chinese
    if _is_western(data):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data).best() if len(data) >= _GUESSED_FROM else None
    if best is None:
        raise NotAText
    return str(best.encoding)


def _common_share(data: bytes, encoding: str, low: int, high: int) -> float:
    """How much of the text, read as `encoding`, is of the charset's first level of characters; 0 if it is no text."""
    text = data.decode(encoding, "replace")
    hanzi = [char for char in text if "\u3400" <= char <= "\u9fff"]
    if len(hanzi) < 4 or text.rstrip("\ufffd").count("\ufffd") > len(hanzi) * 0.01:
        return 0.0
    lead = [(char.encode(encoding, "replace") or b"?")[0] for char in hanzi]
    return sum(low <= byte <= high for byte in lead) / len(hanzi)


def _is_western(data: bytes) -> bool:
    """High bytes are letters in words or the quotes, dashes and signs of Windows, and they are few."""
    high = [byte for byte in data if byte >= 0x80]
    if not _UNUSED.isdisjoint(high) or len(high) > len(data) * 0.3:
        return False
    letters = sum(byte >= 0xC0 and byte not in (0xD7, 0xF7) for byte in high)
    return letters + sum(byte in _SIGNS for byte in high) > len(high) * 0.9
