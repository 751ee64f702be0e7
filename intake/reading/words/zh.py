"""Chinese words around numbers; the numbers themselves are in `intake.reading.chinese`."""

from __future__ import annotations

from intake.reading.words import NumberWords, words

WORDS = NumberWords(
    units={},
    tens={},
    scales={},
    ordinals={},
    halves=frozenset(),
    joins=frozenset(),
    points=frozenset(),
    minus=words("负"),
    over=frozenset(),
    none=words("没有, 没, 无, 没钱, 一分没有, 一分钱没有, 零, 都没有, 暂无, 不, 否, 没了"),
)
