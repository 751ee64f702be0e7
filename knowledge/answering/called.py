"""Whether a message names somebody, as people write names: with a slip, without capitals, in Chinese characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import regex
from rapidfuzz.distance import OSA

from knowledge.answering.folding import folded
from knowledge.language import stop_words

LEAST_SLIPPED = 5  # letters of a name that may be written with one slip
LEAST_ALONE = 3  # letters of a part that stands for the whole
_WORD = regex.compile(r"(?:(?!\p{Han})[\p{L}\p{M}])+")
_HAN = regex.compile(r"\p{Han}{2,}")
# The characters that family names are: 利息 is no "Li Xi", 没 no "Mei".
_FAMILY = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁沈任姚卢傅钟姜崔谭陆"
    "汪范廖石金韦贾夏付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤季翁施洪游柯殷庄齐俞温葛章鲁祝"
    "翟倪阮包欧聂章岳耿牛詹左柳甘申童项焦裴涂关苗凌辛纪舒尤瞿霍路祁费翟蓝娄盛"
)  # fmt: skip
_TITLE_BEHIND = r"(?:姐|哥|叔|姨|总|老师|经理|主任|先生|女士|科长|行长|会计)"
_CALLED_SO = regex.compile(rf"[小老阿]([^马牛羊鸡金石])|(\p{{Han}}){_TITLE_BEHIND}")
# Before a name in its own right; before anything else the word means what it means: "the rose", "in may", "I hope".
_TITLES = frozenset(
    {
        "mr", "mrs", "ms", "miss", "madam", "sir", "officer", "agent", "afisa", "bwana", "bw", "bi",
        "bibi", "mama", "mzee", "ndugu", "dada", "kaka", "señor", "señora", "monsieur", "madame"
    }
)  # fmt: skip
_NO_NAME_BEHIND = frozenset(
    {
        "the", "a", "an", "my", "our", "your", "his", "her", "their", "these",
        "every", "each", "some", "any", "no", "i", "we", "you", "they", "to", "in", "mwezi", "wa"
    }
)  # fmt: skip


def without_names(said: str, names: Iterable[str], word: str) -> str:
    """The folded message with `word` in place of whoever is named in it."""
    taken: list[str] = []
    end = 0
    for start, stop in sorted(span for name in names for span in _spans(said, name)):
        if start >= end:
            taken += [said[end:start], word]
            end = stop
    return "".join([*taken, said[end:]])


def _spans(said: str, name: str) -> Iterator[tuple[int, int]]:
    parts = _parts(name)
    words = list(_WORD.finditer(said))
    yield from _whole(said, words, parts)
    for place, found in enumerate(words):
        if any(_alike(found.group(), part) for part in parts) and _stands_alone(said, words, place):
            yield found.span()
    whole = folded(name)
    yield from (found.span() for found in regex.finditer(regex.escape(whole), said) if _HAN.search(whole))
    yield from _in_characters(said, parts)


def _whole(said: str, words: Sequence[regex.Match[str]], parts: Sequence[str]) -> Iterator[tuple[int, int]]:
    joined = "".join(parts)
    for place, found in enumerate(words):
        if len(parts) > 1 and _alike(found.group(), joined):
            yield found.span()
        run = words[place : place + len(parts)]
        if len(parts) < 2 or len(run) < len(parts) or said[run[0].start() : run[-1].end()].count("\n"):
            continue
        between = {said[one.end() : two.start()].strip() for one, two in pairwise(run)}
        told = [one.group() for one in run]
        if between == {""} and any(all(map(_alike, told, order)) for order in (parts, parts[::-1])):
            yield run[0].start(), run[-1].end()


def _stands_alone(said: str, words: Sequence[regex.Match[str]], place: int) -> bool:
    """A part of a name, and not the same letters as a month, a flower or a verb."""
    found = words[place]
    before = (
        words[place - 1].group() if place and not said[words[place - 1].end() : found.start()].strip() else ""
    )
    if before in _TITLES:
        return True
    if len(found.group()) < LEAST_ALONE or found.group() in _common() or before in _NO_NAME_BEHIND:
        return False
    dated = regex.search(r"\d\s*$", said[: found.start()]) or regex.match(r"\s*\d", said[found.end() :])
    return dated is None


def _alike(written: str, part: str) -> bool:
    if written == part:
        return True
    if len(part) < LEAST_SLIPPED or written[:1] != part[:1] or written in _common():
        return False
    return OSA.distance(written, part, score_cutoff=1) <= 1


def _in_characters(said: str, parts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """ "孙梅" and "孙姐" for Sun Mei."""
    wanted = {"".join(parts), "".join(reversed(parts))} if len(parts) > 1 else set()
    for run in _HAN.finditer(said):
        text, start = run.group(), run.start()
        for first in range(len(text)):
            for size in (2, 3, 4):
                piece = text[first : first + size]
                if len(piece) == size and piece[0] in _FAMILY and "".join(map(_said_as, piece)) in wanted:
                    yield start + first, start + first + size
        for called in _CALLED_SO.finditer(text):
            family = called[1] or called[2]
            if family in _FAMILY and _said_as(family) in parts:
                yield start + called.start(), start + called.end()


@cache
def _parts(name: str) -> tuple[str, ...]:
    """The words of a name in Latin letters: "Sun Mei" and "孙梅" alike are sun, mei."""
    whole = folded(name)
    if _HAN.fullmatch(whole):
        family = 2 if len(whole) > 3 else 1
        halves = (whole[:family], whole[family:])
        return tuple("".join(map(_said_as, half)) for half in halves)
    return tuple(_WORD.findall(whole))


@cache
def _common() -> frozenset[str]:
    """Words that stand in every other sentence, whoever else is called so: will, may."""
    return frozenset().union(*(stop_words(language) for language in ("en", "sw", "es", "fr")))


def _said_as(character: str) -> str:
    return _readings().get(character, character)


@cache
def _readings() -> dict[str, str]:
    lines = (Path(__file__).parent / "pinyin.txt").read_text("utf-8").splitlines()[1:]
    return {sign: sound for sound, signs in map(str.split, lines) for sign in signs}
