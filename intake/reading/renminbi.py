"""Chinese money by its parts: 三块五, 两毛五, 五元六角五分, 三块零四."""

from __future__ import annotations

import re
from fractions import Fraction

from intake.reading import chinese

_COUNT = r"[零一二两三四五六七八九十百千万\d.]+"
_PARTS = re.compile(
    rf"(?:(?P<yuan>{_COUNT}?)(?:块钱?|元|圆|蚊)(?P<gap>零)?)?"
    rf"(?:(?P<jiao>[一二两三四五六七八九\d])(?:角|毛钱?|毫)零?)?"
    rf"(?:(?P<fen>(?:[一二两三四五六七八九]?十)?[一二两三四五六七八九]?|\d{{1,2}})(?P<unit>分钱?|仙)?)?"
)
_ON_CHEQUES = str.maketrans("壹贰叁肆伍陆柒捌玖", "一二三四五六七八九")
_SMALL = re.compile(r"[角毛毫分仙]|[块元圆蚊]零")


def renminbi(text: str) -> Fraction | None:
    """A sum in yuan whose 角 or 分 are said, or whose 零 skips the 角; None for all else."""
    body = re.sub(r"\s", "", chinese.simple(text).translate(_ON_CHEQUES)).rstrip(".!吧呢啊钱")
    match = _PARTS.fullmatch(body) if body and _SMALL.search(body) else None
    if match is None:
        return None
    yuan, jiao, fen = (_count(match[name]) for name in ("yuan", "jiao", "fen"))
    if yuan is None or jiao is None or fen is None:
        return None
    if match["unit"] and not fen:
        return None
    if fen and not match["unit"] and (fen > 9 or not (match["jiao"] or match["gap"])):
        return None  # 三块五 is read with other short forms; a lone number has no unit
    return yuan + jiao / 10 + fen / 100


def _count(written: str | None) -> Fraction | None:
    if not written:
        return Fraction(0)
    values = chinese.chinese(written).values
    return values[0] if len(values) == 1 else None
