"""Whether a message names somebody, as people write names: with a slip, without capitals, in Chinese characters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
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


def named(said: str, names: Sequence[str]) -> list[tuple[int, int]]:
    """Where somebody is named in the folded message, from beginning to end, none within another."""
    staff, words = _staff(tuple(names)), list(_WORD.finditer(said))
    alike = {written: staff.alike(written) for written in {found.group() for found in words}}
    found = [*_whole(said, words, staff, alike), *_in_characters(said, staff)]
    for place, word in enumerate(words):
        if alike[word.group()] and _stands_alone(said, words, place):
            found.append(word.span())
    return _apart(found)


def instead(said: str, spans: Iterable[tuple[int, int]], word: str) -> str:
    """The message with `word` in place of whoever is named there."""
    taken: list[str] = []
    end = 0
    for start, stop in spans:
        taken += [said[end:start], word]
        end = stop
    return "".join([*taken, said[end:]])


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    taken: list[tuple[int, int]] = []
    for start, stop in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not taken or start >= taken[-1][1]:
            taken.append((start, stop))
    return taken


class _Staff:
    """The names of all, laid out so that a word of a message is looked up and not held against each."""

    def __init__(self, names: Sequence[str]) -> None:
        all_parts = [_parts(name) for name in names]
        several = [parts for parts in all_parts if len(parts) > 1]
        orders = {order for parts in several for order in (parts, parts[::-1])}
        self.parts = frozenset(part for parts in all_parts for part in parts)
        self.joined = frozenset("".join(parts) for parts in several)
        self.read_as = frozenset(map("".join, orders))
        self.in_characters = [whole for whole in map(folded, names) if _HAN.search(whole)]
        self.orders: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for order in orders:
            self.orders[order[0]].append(order)
        self._slipped: dict[str, list[str]] = defaultdict(list)
        for part in self.parts | self.joined:
            if len(part) >= LEAST_SLIPPED:
                self._slipped[part[0]].append(part)

    def alike(self, written: str) -> frozenset[str]:
        """The parts of names, and whole names in one word, that may be meant by this one."""
        exact = {written} & (self.parts | self.joined)
        if len(written) < LEAST_SLIPPED - 1 or written in _common():
            return frozenset(exact)
        near = (part for part in self._slipped.get(written[0], ()) if abs(len(part) - len(written)) <= 1)
        return frozenset(
            exact.union(part for part in near if OSA.distance(written, part, score_cutoff=1) <= 1)
        )


@lru_cache(maxsize=4)
def _staff(names: tuple[str, ...]) -> _Staff:
    return _Staff(names)


def _whole(
    said: str, words: Sequence[regex.Match[str]], staff: _Staff, alike: Mapping[str, frozenset[str]]
) -> Iterator[tuple[int, int]]:
    for place, found in enumerate(words):
        meant = alike[found.group()]
        if meant & staff.joined:
            yield found.span()
        for order in (order for part in meant for order in staff.orders.get(part, ())):
            run = words[place : place + len(order)]
            if len(run) < len(order) or any(
                part not in alike[one.group()] for one, part in zip(run, order, strict=True)
            ):
                continue
            if all(_side_by_side(said, one, two) for one, two in pairwise(run)):
                yield run[0].start(), run[-1].end()


def _side_by_side(said: str, one: regex.Match[str], two: regex.Match[str]) -> bool:
    between = said[one.end() : two.start()]
    return not between.strip() and "\n" not in between


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
    beside = said[: found.start()].rstrip()[-1:] + said[found.end() :].lstrip()[:1]
    return not any(sign.isdecimal() for sign in beside)  # "5 mei", "mei 5"


def _in_characters(said: str, staff: _Staff) -> Iterator[tuple[int, int]]:
    """ "孙梅" and "孙姐" for Sun Mei."""
    for whole in staff.in_characters:
        yield from (found.span() for found in regex.finditer(regex.escape(whole), said))
    for run in _HAN.finditer(said):
        text, start = run.group(), run.start()
        for first in (place for place, sign in enumerate(text) if sign in _FAMILY):
            for size in (2, 3, 4):
                piece = text[first : first + size]
                if len(piece) == size and "".join(map(_said_as, piece)) in staff.read_as:
                    yield start + first, start + first + size
        for called in _CALLED_SO.finditer(text):
            family = called[1] or called[2]
            if family in _FAMILY and _said_as(family) in staff.parts:
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
