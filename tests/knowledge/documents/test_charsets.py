"""Short texts in the charsets that lenders' old programs write."""

from __future__ import annotations

import pytest

from knowledge.documents.charset import decode


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("貸款利率是百分之五，期限十二個月。請向合作社辦理。", "big5"),
        ("貸款利率是百分之五。", "big5"),
        ("贷款利率是百分之五，期限十二个月，请到合作社办理。", "gbk"),
        ("种子贷款每年利率8.4%，不要担保人。", "gbk"),
        ("貸付利率は年5％です。期間は12か月です。", "shift_jis"),
        ("Der Zins beträgt 5 %.", "cp1252"),
        ("Rate is 5%.", "utf-16"),
    ],
)
def test_a_short_text_is_read(text: str, charset: str) -> None:
    assert decode(text.encode(charset)) == text
